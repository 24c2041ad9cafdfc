"""By when something is due at a level that staff chose, and what is overdue."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from clinic.models import Case
from clinic.models.case import State
from triage.model import Level
from triage.pathways import PATHWAYS


@cache
def hours_of(pathway: str, level: Level) -> int | None:
    """The shortest time that the rules of a pathway give at a level; None where no visit is due."""
    if level is Level.SELF_CARE:
        return None
    return min(rule.hours for rule in PATHWAYS[pathway].rules if rule.level is level)


def due_at(case: Case, level: Level, now: datetime) -> datetime | None:
    """When `case` is due once it stands at `level`.

    Raised: as soon as the new level asks from now on, or sooner if it was. Lowered: as the new level asks
    from when it was answered.
    """
    hours = hours_of(case.pathway, level)
    if hours is None:
        return None
    is_raised = case.level is None or level > case.level
    due = (now if is_raised else case.answered_at) + timedelta(hours=hours)
    return min(due, case.due_at) if is_raised and case.due_at else due


def is_overdue(case: Case, now: datetime) -> bool:
    """Whether the time is over and something is left to do.

    An emergency is due at once, and what is due is the call: it is not overdue once somebody was reached.
    """
    if case.due_at is None or case.state == State.DONE:
        return False
    was_called = case.level == Level.EMERGENCY_NOW and case.reached_at is not None
    return case.due_at < now and not was_called
