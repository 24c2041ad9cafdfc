"""What a clinician's summary is made of. All frozen data, in words, ready to be shown and printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.languages import Language
from assessments.text import Stored


class Mark(Enum):
    """The four things an item can be. They are told apart everywhere, in words."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_EXCLUDED = "not-excluded"
    NOT_ASKED = "not-asked"

    @property
    def words(self) -> str | Promise:
        """How the mark is printed."""
        return MARK_WORDS[self]


MARK_WORDS = {
    Mark.PRESENT: _("PRESENT"),
    Mark.ABSENT: _("absent"),
    Mark.NOT_EXCLUDED: _("NOT EXCLUDED (not sure)"),
    Mark.NOT_ASKED: _("not asked"),
}


@dataclass(frozen=True)
class Item:
    """One thing asked about, its mark and its words."""

    mark: Mark
    text: str


@dataclass(frozen=True)
class Said:
    """A piece of an answer. `own`: the person's own words, verbatim. `unsure`: not sure or declined.

    `language` is that of own words, if it is not the reader's.
    """

    text: str
    own: bool = False
    unsure: bool = False
    language: Language | None = None


@dataclass(frozen=True)
class Line:
    """A label and what was said."""

    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class SystemRow:
    """What is known about one body system."""

    title: str
    items: tuple[Item, ...]

    def _texts(self, mark: Mark) -> list[str]:
        return [item.text for item in self.items if item.mark is mark]

    @property
    def present(self) -> list[str]:
        """Reported."""
        return self._texts(Mark.PRESENT)

    @property
    def not_excluded(self) -> list[str]:
        """Not sure, declined, or a required answer left blank."""
        return self._texts(Mark.NOT_EXCLUDED)

    @property
    def absent(self) -> list[str]:
        """Explicitly answered "no" or "none"."""
        return self._texts(Mark.ABSENT)


@dataclass(frozen=True)
class RedFlag:
    """One of the eight red flags of seed 002."""

    title: str
    mark: Mark


@dataclass(frozen=True)
class Note:
    """A sentence for the clinician, with the id of what produced it. Background is not printed."""

    text: str
    id: str = ""
    title: str = ""
    is_background: bool = False


@dataclass(frozen=True)
class Study:
    """A row of the imaging panel."""

    study: str
    rating: str
    radiation: str
    comment: str


@dataclass(frozen=True)
class Flag:
    """A staff flag, and when to call in words."""

    id: str
    when: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """A rule that fired: its id, its level in words, and what it says to the clinician."""

    id: str
    level: str
    text: Stored
    sources: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True)
class Header:
    """Who, how urgent, by when."""

    name: str
    reference: str
    pathway: str
    level: str
    level_number: int
    action: str
    due: str
    priority: str
    people: tuple[Line, ...]
    times: tuple[Line, ...]
    deciding_rules: tuple[str, ...]
    other_rules: tuple[str, ...]
    ruleset_version: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One part of the summary. Most have one or two of the lists; `empty` is said when all are empty."""

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    systems: tuple[SystemRow, ...] = ()
    negatives: tuple[SystemRow, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    notes: tuple[Note, ...] = ()
    studies: tuple[Study, ...] = ()
    flags: tuple[Flag, ...] = ()
    empty: str = ""
    is_wide: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not (
            self.lines
            or self.systems
            or self.negatives
            or self.red_flags
            or self.notes
            or self.studies
            or self.flags
        )


class Density(Enum):
    """How dense the print is, so that a typical case fits one page and the longest fits two."""

    ROOMY = "roomy"
    DENSE = "dense"
    TIGHT = "tight"
    TIGHTEST = "tightest"


@dataclass(frozen=True)
class Summary:
    """The whole summary. `sections` are in the fixed order of the specification."""

    header: Header
    statement: str
    reason: str
    reasons: tuple[Reason, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    contributions: tuple[tuple[str, int], ...]
    score: int
    density: Density

    @property
    def bands(self) -> list[list[Section]]:
        """The sections in runs: a wide one alone, narrow ones together in columns."""
        runs: list[list[Section]] = []
        for section in self.sections:
            if section.is_wide or not runs or runs[-1][-1].is_wide:
                runs.append([])
            runs[-1].append(section)
        return runs

    def section(self, key: str) -> Section:
        """The section with this key. KeyError if there is none."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)
