"""The pediatric summary: red flags of seed 002, imaging, differential. For clinicians and staff only."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from assessments.summary import systems
from assessments.summary.case import Case, marked_sections, not_asked_section
from assessments.summary.clock import call_by
from assessments.summary.header import age_words
from assessments.summary.model import Flag, Note, RedFlag, Section, Study
from assessments.summary.visit import visit_section
from assessments.text import spoken
from triage.conditions import Truth
from triage.pediatric import imaging
from triage.pediatric.facts import RED_FLAGS

NOT_ASKED = (
    gettext_noop("pregnancy, periods, sexual health and substances (ask in private from age 12)"),
    gettext_noop("sex"),
    gettext_noop("amount and times of medicine given"),
    gettext_noop("growth, development and immunizations"),
    gettext_noop("objective examination"),
    gettext_noop("vital signs"),
)
TABLE_PANEL = "CG-IMG-INITIAL"
LAB_PANEL = "CG-LAB"
WITH_IMAGING = imaging.IMAGING_PANELS | {LAB_PANEL}


def statement(case: Case) -> str:
    """Who, and which pain: one line."""
    by_key = case.pathway.by_key
    keys = ("duration", "location", "pain_severity", "pain_pattern", "pain_trend")
    said = ((by_key[key], case.sheet.said(by_key[key])) for key in keys)
    pain = "; ".join(
        f"{spoken(question.short).lower()}: {', '.join(piece.text for piece in pieces)}"
        for question, pieces in said
        if pieces
    )
    return _("Child, %(age)s: %(pain)s.") % {
        "age": age_words(case),
        "pain": pain or _("pain not described"),
    }


def sections(case: Case) -> list[Section]:
    """Everything between the statement and the footer."""
    return [
        Section(
            "flags",
            _("Staff flags (staff only)"),
            flags=staff_flags(case),
            empty=_("None raised."),
            is_wide=True,
        ),
        Section("red_flags", _("Red flags (seed 002)"), red_flags=tuple(red_flags(case)), is_wide=True),
        *marked_sections(case, systems.PEDIATRIC_SYSTEMS),
        Section("history", _("History"), lines=case.sheet.lines(systems.PEDIATRIC_HISTORY)),
        *visit_section(case),
        *_imaging(case),
        Section(
            "panels",
            _("Guidance by answer"),
            notes=tuple(note for note in _panels(case) if note.id not in WITH_IMAGING),
            empty=_("No panel applies."),
        ),
        Section(
            "differential",
            _("Consider (suggested by answers, not a diagnosis)"),
            notes=tuple(
                Note(spoken(row["clue"]), row["id"], spoken(row["consider"]))
                for row in case.result["differential"]
            ),
            empty=_("No row applies."),
        ),
        not_asked_section(case, NOT_ASKED),
    ]


def staff_flags(case: Case) -> tuple[Flag, ...]:
    """Flags raised, with the time by which to call."""
    return tuple(
        Flag(
            flag["id"],
            call_by(flag["hours"], case.answered_at),
            tuple(spoken(text) for text in flag["texts"]),
        )
        for flag in case.result["flags"]
    )


def red_flags(case: Case) -> Iterator[RedFlag]:
    """The eight, in the order of the seed. What counted as present is present."""
    for fact in RED_FLAGS:
        stored = case.result["red_flags"].get(fact.name, Truth.UNKNOWN.value)
        truth = Truth.YES.value if case.result["facts"].get(fact.name) else stored
        yield RedFlag(spoken(fact.title), case.sheet.red_flag_mark(fact.questions(), truth))


def _panels(case: Case) -> tuple[Note, ...]:
    return tuple(
        Note(spoken(panel["text"]), panel["id"], spoken(panel["title"])) for panel in case.result["panels"]
    )


def _imaging(case: Case) -> Iterator[Section]:
    """The imaging panel; next step, labs and pitfalls go with every imaging panel."""
    panels = _panels(case)
    shown = {note.id for note in panels}
    table = TABLE_PANEL in shown
    yield Section(
        "imaging",
        _("Imaging (information, not an order)"),
        notes=(
            *(note for note in panels if note.id in imaging.IMAGING_PANELS),
            *(_notes(imaging.CONFLICTS) if table else ()),
            *(_notes((imaging.WHY_NOT_MRI_FIRST, imaging.TOOLS), is_background=True) if table else ()),
            *((Note(spoken(imaging.PROVENANCE)),) if imaging.goes_with(shown) else ()),
        ),
        studies=_studies() if table else (),
        is_wide=table,
        empty=_("No imaging panel applies."),
    )
    if imaging.goes_with(shown):
        yield Section("next_step", _("Next step by radiograph result"), notes=_next_steps())
    if LAB_PANEL in shown:
        yield Section("labs", _("ESR and CRP"), notes=tuple(n for n in panels if n.id == LAB_PANEL))
    if imaging.goes_with(shown):
        yield Section("pitfalls", _("Pitfalls"), notes=_notes((*imaging.PITFALLS, imaging.SPECIALISTS)))


def _studies() -> tuple[Study, ...]:
    return tuple(
        Study(
            spoken(row.study),
            spoken(row.rating),
            spoken(row.radiation),
            spoken(row.comment),
        )
        for row in imaging.STUDIES
    )


def _next_steps() -> tuple[Note, ...]:
    return tuple(Note(spoken(step.text), step.panel, spoken(step.label)) for step in imaging.NEXT_STEPS)


def _notes(notes: tuple[imaging.Note, ...], *, is_background: bool = False) -> tuple[Note, ...]:
    return tuple(
        Note(spoken(note.text), title=spoken(note.title), is_background=is_background) for note in notes
    )
