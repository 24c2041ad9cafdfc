"""The other forms of the same person: which there are, what changed since the last, what stays in sight."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from assessments.models import Assessment
from assessments.summary.case import Case as Opened
from assessments.summary.clock import clinic_time
from assessments.summary.header import level_words
from clinic.cases.changes import Changes, KeptRisk, changes, kept_risks
from clinic.cases.persons import same_person
from clinic.cases.search import has_other_phone
from clinic.cases.shared import SharedBefore, shared_before
from clinic.models import Case
from clinic.models.case import State
from triage.model import Level
from triage_site.vault import VaultError

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Other:
    """Another form of the person. `level`: the higher of what the rules and what a review said."""

    pk: uuid.UUID
    reference: str
    answered_at: str
    level: str
    level_number: int
    state: str
    is_newer: bool
    is_unreadable: bool
    has_other_phone: bool

    @property
    def is_urgent(self) -> bool:
        """Whether it said emergency or same day, or nobody knows."""
        return self.level_number >= Level.URGENT_SAME_DAY or not self.level_number


@dataclass(frozen=True)
class Repeats:
    """All other forms, the newest first; the changes since the one before; the risks of all earlier ones.

    `changes` is None for a first form, and where the form before cannot be read. `shared`: what was shared
    of this form itself before it was sent.
    """

    others: tuple[Other, ...] = ()
    changes: Changes | None = None
    kept: tuple[KeptRisk, ...] = ()
    shared: tuple[SharedBefore, ...] = ()

    @property
    def urgent(self) -> list[Other]:
        """The others that said emergency or same day."""
        return [other for other in self.others if other.is_urgent]

    @property
    def newer(self) -> list[Other]:
        """What was sent after this one."""
        return [other for other in self.others if other.is_newer]

    @property
    def is_unreadable(self) -> bool:
        """Whether some of it cannot be compared, because it cannot be read."""
        return any(other.is_unreadable for other in self.others)


def repeats_of(case: Case) -> Repeats:
    """The other forms of the person of `case`, which can be read: one statement."""
    found = same_person(case)
    readable = {other.pk for other in found if _can_be_read(other.assessment)}
    earlier = [other for other in found if other.arrived_at < case.arrived_at]
    rows = [other.assessment for other in earlier if other.pk in readable]
    shared = shared_before(case)
    parts = [before.row for before in shared if before.row is not None]
    return Repeats(
        others=tuple(_other(other, case, is_unreadable=other.pk not in readable) for other in found),
        changes=_since_the_last(earlier, rows, case.assessment),
        kept=kept_risks([*parts, *rows], case.assessment),
        shared=shared,
    )


def _since_the_last(earlier: Sequence[Case], rows: Sequence[Assessment], new: Assessment) -> Changes | None:
    """The changes since the form just before, not since an older one that happens to be readable."""
    if not earlier or not rows or earlier[0].pk != rows[0].pk:
        return None
    return changes(rows[0], new)


def _can_be_read(row: Assessment) -> bool:
    try:
        Opened.open(row, row.updated_at)
    except VaultError:
        logger.exception("an earlier assessment cannot be read")
        return False
    return True


def _other(other: Case, case: Case, *, is_unreadable: bool) -> Other:
    number = max(other.level or 0, other.assessment.level or 0)
    return Other(
        pk=other.pk,
        reference=other.assessment.reference or "",
        answered_at=clinic_time(other.answered_at),
        level=level_words(Level(number) if number else None),
        level_number=number,
        state=str(State(other.state).label),
        is_newer=other.arrived_at > case.arrived_at,
        is_unreadable=is_unreadable,
        has_other_phone=has_other_phone(case, other),
    )
