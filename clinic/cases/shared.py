"""What somebody shared from the emergency page before they sent the form, as staff were told of it.

Sending replaces what the row holds. What was shared is kept in the line of the history that says that more
answers arrived, sealed, so that an emergency that staff were told of is never gone without a trace.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.utils.translation import gettext as _

from assessments.models import Assessment
from assessments.services import LANGUAGES
from assessments.summary.clock import clinic_time
from assessments.summary.header import level_words
from clinic.cases.changes import Changes, changes
from clinic.models import Case, CaseEvent
from clinic.models.case import EventKind
from triage.frozen import FrozenResult
from triage.model import Level
from triage_site.vault import JSONValue, VaultError

SHARED = "shared"
TEXTS = ("reference", "pathway", "status", "source", "entered_by", "language")
TIMES = ("updated_at", "emergency_at", "submitted_at", "due_at")
SEALED = ("answers", "contact", "result")


@dataclass
class Shared:
    """A row as it was when it was shared, to be compared. `worked_level`: the level that staff gave it."""

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
    answers: JSONValue
    contact: JSONValue
    result: JSONValue
    progress: JSONValue
    level: int | None
    worked_level: int | None

    @property
    def highest(self) -> int | None:
        """The higher of what the rules and what staff said."""
        return max((level for level in (self.level, self.worked_level) if level is not None), default=None)


@dataclass(frozen=True)
class SharedBefore:
    """What was shared, in a sentence, and what is otherwise now. `changes` None: it cannot be read."""

    level: str
    level_number: int
    words: str
    changes: Changes | None
    row: Shared | None = None


def snapshot(row: Assessment, worked_level: int | None) -> dict[str, Any]:
    """What is kept of a row that is about to be replaced. What cannot be read is kept as None."""
    kept: dict[str, Any] = {name: getattr(row, name) for name in TEXTS}
    for name in TIMES:
        moment: datetime | None = getattr(row, name)
        kept[name] = moment.isoformat() if moment else None
    kept |= {name: _readable(row, name) for name in SEALED}
    progress = cast("dict[str, Any] | None", _readable(row, "progress")) or {}
    kept["progress"] = {LANGUAGES: progress.get(LANGUAGES, {})}
    kept |= {"priority": row.priority, "ruleset_version": row.ruleset_version}
    return kept | {"level": row.level, "worked_level": worked_level}


def shared_of(case: Case) -> Iterator[Shared]:
    """Everything that was shared of a case before what it holds now. Raises VaultError: it cannot be read."""
    for event in CaseEvent.objects.filter(case=case, kind=EventKind.ARRIVED_AGAIN).order_by("at", "pk"):
        kept = cast("Mapping[str, Any]", event.detail).get(SHARED)
        if kept:
            yield _opened(kept)


def highest_shared(case: Case) -> int | None:
    """The highest level at which something of a case was shared before; what cannot be read: the highest."""
    try:
        levels = [shared.highest for shared in shared_of(case)]
    except VaultError:
        return int(Level.EMERGENCY_NOW)
    return max((level for level in levels if level is not None), default=None)


def shared_before(case: Case) -> tuple[SharedBefore, ...]:
    """For the page of a case that can be read itself: what was shared of it before."""
    if case.assessment.emergency_at is None:
        return ()  # never at the emergency page, from where alone one shares
    try:
        return tuple(_told(shared, case.assessment) for shared in shared_of(case))
    except VaultError:
        words = _("What was shared before cannot be read. Ask what it was.")
        return (SharedBefore(level_words(None), 0, words, None),)


def _told(shared: Shared, new: Assessment) -> SharedBefore:
    compared = changes(shared, new)
    result = cast("FrozenResult", shared.result)
    fired = (finding["id"] for finding in result["findings"] if finding["level"] == result["level"])
    number = shared.highest or 0
    level = level_words(Level(number) if number else None)
    is_lower = (new.level or 0) < number
    text = _("Shared before as “%(level)s” on %(time)s, because of %(rules)s; more was sent since.")
    if is_lower:
        text = _("Shared before as “%(level)s” on %(time)s, because of %(rules)s; corrected since.")
    at = clinic_time(shared.submitted_at or shared.updated_at)
    words = text % {"level": level, "time": at, "rules": ", ".join(dict.fromkeys(fired))}
    return SharedBefore(level, number, words, compared, shared)


def _readable(row: Assessment, name: str) -> JSONValue:
    try:
        value: JSONValue = getattr(row, name)
    except VaultError:
        return None
    return value


def _opened(kept: Mapping[str, Any]) -> Shared:
    if any(kept[name] is None for name in SEALED):
        raise VaultError("what was shared could not be read when it was replaced")
    values: dict[str, Any] = {
        name: datetime.fromisoformat(kept[name]) if kept[name] else None for name in TIMES
    }
    values |= {name: kept[name] for name in (*TEXTS, *SEALED, "progress", "level", "worked_level")}
    return Shared(**values)
