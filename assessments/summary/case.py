"""What a summary is built from: a stored assessment, opened and read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol, cast

from django.utils.translation import gettext as _

from assessments.models import Source
from assessments.paper.times import answered_at
from assessments.services import LANGUAGES
from assessments.summary.model import Line, Note, Said, Section, SystemRow
from assessments.summary.sheet import Sheet
from assessments.summary.systems import System
from assessments.summary.writing import Writing
from assessments.text import as_stored, spoken
from triage.conditions import Facts
from triage.frozen import FrozenResult
from triage.model import Level, Panel, Pathway
from triage.pathways import PATHWAYS
from triage_site.vault import JSONValue

STORED_WORDS: dict[Literal["panels", "differential", "patterns"], tuple[str, ...]] = {
    "panels": ("title", "text"),
    "differential": ("consider", "clue"),
    "patterns": ("name", "note"),
}


class AssessmentLike(Protocol):
    """The parts of an assessment that a summary reads."""

    reference: str | None
    pathway: str
    status: str
    source: str
    entered_by: str
    language: str
    updated_at: datetime
    emergency_at: datetime | None
    submitted_at: datetime | None
    due_at: datetime | None

    @property
    def answers(self) -> JSONValue:
        """Answers by question key."""

    @property
    def contact(self) -> JSONValue:
        """Contact details and consent."""

    @property
    def progress(self) -> JSONValue:
        """How it was answered: among it, the language of each answer."""

    @property
    def result(self) -> JSONValue:
        """The frozen result."""


@dataclass(frozen=True)
class Case:
    """One assessment, opened, at one moment."""

    row: AssessmentLike
    pathway: Pathway
    result: FrozenResult
    contact: Mapping[str, Any]
    sheet: Sheet
    now: datetime

    @classmethod
    def open(cls, row: AssessmentLike, now: datetime) -> Case:
        """Open a row. VaultError when it cannot be read, KeyError for a pathway that does not exist."""
        pathway = PATHWAYS[row.pathway]
        result = cast("FrozenResult", row.result)
        by_key = cast("dict[str, Any]", row.progress).get(LANGUAGES, {})
        sheet = Sheet(pathway, cast("dict[str, object]", row.answers), result, Writing(row.language, by_key))
        return cls(row, pathway, result, cast("dict[str, Any]", row.contact), sheet, now)

    @property
    def level(self) -> Level | None:
        """The stored level."""
        return Level[self.result["level"]] if self.result["level"] else None

    @property
    def kept_in_english(self) -> bool:
        """Whether some words of the stored result have no translation into the reader's language."""
        return any(as_stored(text).language for text in _stored_words(self.result))

    @property
    def answered_at(self) -> datetime:
        """When the answers were given."""
        return answered_at(self.row, self.contact)

    @property
    def is_paper(self) -> bool:
        """Whether somebody keyed the answers in from a paper form."""
        return self.row.source == Source.PAPER

    @property
    def private(self) -> frozenset[str]:
        """Keys of the questions that are never asked on paper, if this is from paper."""
        questions = self.pathway.questions if self.is_paper else ()
        return frozenset(question.key for question in questions if question.never_echo)

    @property
    def facts(self) -> Facts:
        """What conditions of the summary read."""
        return self.sheet.facts()


def _stored_words(result: FrozenResult) -> Iterator[str]:
    """What the summary says in the words of the stored result. The labels of the score are no sentences."""
    yield from (finding["clinician"] for finding in result["findings"])
    yield from (text for flag in result["flags"] for text in flag["texts"])
    for name, fields in STORED_WORDS.items():
        yield from (row[field] for row in result[name] for field in fields)


def system_rows(case: Case, systems: Iterable[System]) -> tuple[SystemRow, ...]:
    """A row for every system, with the marked items of its questions."""
    return tuple(
        SystemRow(str(system.title), tuple(item for part in system.parts for item in case.sheet.items(part)))
        for system in systems
    )


def row_lines(rows: Iterable[SystemRow]) -> tuple[Line, ...]:
    """The rows as lines: what is present, what is not excluded and what was answered with no."""
    return tuple(Line(row.title, tuple(_row_words(row))) for row in rows if row.items)


def _row_words(row: SystemRow) -> Iterator[Said]:
    if row.present:
        yield Said(_("PRESENT: %(items)s") % {"items": ", ".join(row.present)})
    if row.not_excluded:
        yield Said(_("NOT EXCLUDED: %(items)s") % {"items": ", ".join(row.not_excluded)}, unsure=True)
    if row.absent:
        yield Said(_("answered no: %(items)s") % {"items": ", ".join(row.absent)})


def marked_sections(case: Case, systems: Iterable[System]) -> list[Section]:
    """Two sections: what is present or not excluded, and what was answered "no"."""
    rows = system_rows(case, systems)
    return [
        Section(
            "positives",
            _("Reported, and not excluded"),
            systems=tuple(row for row in rows if row.present or row.not_excluded),
            is_wide=True,
            empty=_("Nothing was reported among the questions that were answered."),
        ),
        Section(
            "negatives",
            _("Answered no"),
            negatives=tuple(row for row in rows if row.absent),
            empty=_("No question was answered with no."),
        ),
    ]


def not_asked_section(case: Case, never_asked: Iterable[str]) -> Section:
    """What nobody asked, what was hidden or not reached, and what was left blank."""
    groups = (
        (_("Never asked on this form"), [spoken(text) for text in never_asked]),
        (_("Not asked on paper: ask in private"), case.sheet.names(case.private)),
        (_("Not asked this time (did not apply, or not reached)"), case.sheet.not_shown(case.private)),
        (_("Shown and left blank"), case.sheet.not_answered(case.private)),
        (_("Does not apply, as answered"), case.sheet.not_applicable()),
    )
    return Section(
        "not_asked",
        _("Not asked or not answered"),
        lines=tuple(Line(label, (Said("; ".join(texts)),)) for label, texts in groups if texts),
    )


def panel_notes(panels: Iterable[Panel], facts: Facts) -> tuple[Note, ...]:
    """The panels that apply, in order."""
    return tuple(
        Note(spoken(panel.text), panel.id, spoken(panel.title)) for panel in panels if panel.when.holds(facts)
    )
