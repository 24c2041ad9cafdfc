"""What was noted for the visit, for the clinician: the person's own words, in the person's order."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from assessments.guidance import GUIDANCE
from assessments.guidance.model import UP_TO_PROMPT
from assessments.summary.case import Case
from assessments.summary.model import Line, Said, Section
from assessments.summary.writing import Writing
from assessments.visit import LANGUAGE, PATIENT_QUESTION, notes_of


def visit_section(case: Case) -> list[Section]:
    """The section, if there is anything to say in it."""
    lines = (*_questions(case), *_notes(case), *_time_alone(case))
    return [Section("visit", _("For the visit"), lines=lines)] if lines else []


def _questions(case: Case) -> Iterator[Line]:
    """The question of the form first: it asked for what matters most."""
    first = case.pathway.by_key.get(PATIENT_QUESTION)
    said = [case.sheet.said(first)] if first else []
    said += [(_own(case, text),) for text in notes_of(case.contact).get("questions", ())]
    for number, words in enumerate(filter(None, said), 1):
        yield Line(_("Question %(number)s") % {"number": number}, words)


def _notes(case: Case) -> Iterator[Line]:
    notes = notes_of(case.contact)
    for key, label in (("place", _("Where, for the call")), ("companion", _("Who will be there"))):
        if notes.get(key):
            yield Line(label, (_own(case, notes[key]),))
    if notes.get("child_there"):
        yield Line(_("Child there for the call"), (_yes_no(notes["child_there"]),))


def _time_alone(case: Case) -> Iterator[Line]:
    """From the age at which it is asked; a wish that nobody gave is not a no."""
    teen_from = GUIDANCE[case.row.pathway].teen_from
    age = case.sheet.given.get(case.pathway.age.key)
    if not teen_from or not isinstance(age, int) or age < teen_from:
        return
    wish = notes_of(case.contact).get("time_alone")
    unknown = _("not answered") if case.level in UP_TO_PROMPT else _("not asked")
    yield Line(
        _("Time alone with the clinician (staff only)"),
        (_yes_no(wish) if wish else Said(unknown, unsure=True),),
    )


def _own(case: Case, text: str) -> Said:
    """Own words, in the language that the notes were written in."""
    return Writing(notes_of(case.contact).get(LANGUAGE, case.sheet.writing.usual)).own(text)


def _yes_no(answer: str) -> Said:
    return Said({"yes": _("yes"), "no": _("no")}.get(answer, _("not sure")), unsure=answer == "not_sure")
