"""What a person is told once staff said that it is more urgent than the result was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.finishing import frozen_result
from assessments.outcome import Outcome, build_outcome, clinic_time
from assessments.views.sending import stored_outcome
from clinic.cases.due import hours_of
from clinic.models import Case
from triage.frozen import FrozenResult
from triage.model import Level, Transport


def outcome_of(case: Case) -> Outcome:
    """What the result said, or what the higher level asks for that staff chose. Never a lower one."""
    level = case.level or 0
    if level <= (case.assessment.level or 0):
        return stored_outcome(case.assessment)
    return _raised(case, Level(level))


def _raised(case: Case, level: Level) -> Outcome:
    """The advice of `level`, due when the case is. The way to an emergency room: nobody judged it anew."""
    row = case.assessment
    assert row.submitted_at is not None
    changed = {
        "level": level.name,
        "transport": Transport.ER.value if level is Level.EMERGENCY_NOW else None,
        "due_hours": hours_of(case.pathway, level),
    }
    outcome = build_outcome(
        cast("FrozenResult", frozen_result(row) | changed),
        cast("dict[str, Any]", row.answers),
        submitted_at=row.submitted_at,
        now=timezone.now(),
        reference=row.reference or "",
    )
    if level in (Level.PROMPT_IN_PERSON, Level.VIRTUAL_VISIT) and case.due_at is not None:
        due = _("By %(time)s.") % {"time": clinic_time(case.due_at, year=False)}
        return replace(outcome, by_when=due)
    return outcome
