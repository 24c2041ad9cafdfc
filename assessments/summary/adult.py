"""The adult summary, in the fixed order of adult section 5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from assessments.summary import systems
from assessments.summary.case import (
    Case,
    marked_sections,
    not_asked_section,
    panel_notes,
    row_lines,
    system_rows,
)
from assessments.summary.header import age_words
from assessments.summary.model import Line, Note, Said, Section
from assessments.summary.visit import visit_section
from assessments.text import spoken
from triage.adult.cautions import Medicine, cautions_for
from triage.adult.describe import (
    COURSES,
    DURATION_NOTES,
    DURATIONS,
    REGIONS,
    SEVERITIES,
    SIDES,
    WEAK,
    Description,
    describe,
)
from triage.adult.facts import WEAK_FLAGS
from triage.adult.imaging import EXAM, IMAGING, WORK_UP

# Not in the answers: the clinician asks everyone.
ALWAYS_ASK = gettext_noop("Ask about aspirin-sensitive asthma and other NSAIDs.")
NOT_ASKED = (
    gettext_noop("suicidal thoughts"),
    gettext_noop("safety at home"),
    gettext_noop("pain quality"),
    gettext_noop("work and sport demands"),
    gettext_noop("objective examination"),
    gettext_noop("vital signs"),
    gettext_noop("family history (beyond the aorta)"),
    gettext_noop("amount of alcohol, tobacco or other substances"),
)
CAUTION_OF = {
    Medicine.NSAID: gettext_noop("NSAID caution"),
    Medicine.ACETAMINOPHEN: gettext_noop("acetaminophen caution"),
}


def statement(case: Case) -> str:
    """Who, which pain, which pattern: one line."""
    patterns = ", ".join(spoken(pattern["name"]) for pattern in case.result["patterns"])
    return _("%(age)s, %(sex)s: %(pain)s; pattern suggested by answers, not a diagnosis: %(patterns)s.") % {
        "age": age_words(case),
        "sex": _words_of(case, "sex"),
        "pain": _pain(case),
        "patterns": patterns or _("none yet"),
    }


def sections(case: Case) -> list[Section]:
    """Sections 3 to 12 of the specification."""
    facts, sheet = case.facts, case.sheet
    return [
        *marked_sections(case, systems.ADULT_SYSTEMS),
        Section(
            "risks",
            _("Risk factors"),
            lines=(
                *row_lines(system_rows(case, systems.ADULT_RISKS)),
                *sheet.lines(systems.ADULT_RISK_LINES),
                _weak_flags(case),
            ),
        ),
        Section(
            "history",
            _("Pain history"),
            lines=(*_classification(case), *sheet.lines(systems.ADULT_HISTORY)),
            notes=tuple(_pattern_notes(case)),
        ),
        Section("function", _("Function and work"), lines=sheet.lines(systems.ADULT_FUNCTION)),
        Section(
            "medicines",
            _("Medicines, allergies, cautions"),
            lines=(*sheet.lines(systems.ADULT_MEDICINES), *_cautions(case)),
            notes=(Note(spoken(ALWAYS_ASK)),),
        ),
        Section("goals", _("Concerns, goal, preferred contact"), lines=sheet.lines(systems.ADULT_GOALS)),
        *visit_section(case),
        Section(
            "imaging",
            _("Imaging considerations (information, ACR LBP 2021; not an order)"),
            notes=(*panel_notes(IMAGING, facts), *panel_notes(WORK_UP, facts)),
            empty=_("No row of the criteria follows from these answers alone."),
        ),
        Section("exam", _("Exam prompts"), notes=panel_notes(EXAM, facts)),
        not_asked_section(case, NOT_ASKED),
    ]


def _words_of(case: Case, key: str) -> str:
    said = case.sheet.said(case.pathway.by_key[key])
    if said:
        return ", ".join(piece.text for piece in said)
    return _("%(question)s not answered") % {"question": spoken(case.pathway.by_key[key].short).lower()}


def _described(case: Case, rows: Iterable[Description]) -> str:
    return ", ".join(spoken(text) for text in describe(rows, case.facts))


def _pain(case: Case) -> str:
    """Such as "acute lumbar/lumbosacral pain, NPRS 3, improving"."""
    score = case.sheet.given.get("pain_now")
    parts = (
        _kind(_described(case, DURATIONS), _described(case, REGIONS)),
        _("NPRS %(score)s") % {"score": score} if score is not None else _("NPRS not answered"),
        _words_of(case, "trend"),
    )
    return ", ".join(parts)


def _kind(duration: str, regions: str) -> str:
    """Whole phrases: languages differ in where the adjectives stand."""
    if duration and regions:
        return _("%(duration)s %(regions)s pain") % {"duration": duration, "regions": regions}
    if duration or regions:
        return _("%(kind)s pain") % {"kind": duration or regions}
    return _("pain (where and how long not answered)")


def _classification(case: Case) -> Iterator[Line]:
    groups = (REGIONS, SIDES, DURATIONS, DURATION_NOTES, SEVERITIES, COURSES)
    words = "; ".join(filter(None, (_described(case, rows) for rows in groups)))
    if words:
        yield Line(_("Classified as"), (Said(words),))


def _pattern_notes(case: Case) -> Iterator[Note]:
    """Patterns that have supporting features or a note of their own."""
    for pattern in case.result["patterns"]:
        supporting = "; ".join(spoken(words) for words in pattern["supporting"].split("; ") if words)
        text = " ".join(filter(None, (f"{supporting}." if supporting else "", spoken(pattern["note"]))))
        if text:
            yield Note(text, title=spoken(pattern["name"]))


def _weak_flags(case: Case) -> Line:
    count = case.result["counts"].get(WEAK_FLAGS.name, 0)
    words = "; ".join(map(spoken, describe(WEAK, case.facts)))
    return Line(_("Weak flags"), (Said(f"{count}: {words}" if words else str(count)),))


def _cautions(case: Case) -> Iterator[Line]:
    """One line per medicine, also where nothing speaks against it: silence could mean "not asked"."""
    held = cautions_for(case.facts)
    for medicine in Medicine:
        reasons = [spoken(caution.clinician) for caution in held if caution.medicine is medicine]
        if not case.sheet.finished:
            reasons.append(_("not all questions were asked"))
        yield Line(spoken(CAUTION_OF[medicine]), (Said("; ".join(reasons) or _("none among these answers")),))
