"""What happens on the staff's side when something is sent: it gets a case, in the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from assessments.models import Assessment, Status
from assessments.paper.times import answered_at
from clinic.cases.keys import queue_key
from clinic.models import Case, CaseEvent
from clinic.models.case import EventKind, State


def receive(row: Assessment, now: datetime) -> None:
    """Make the case of `row`. Who shared from the emergency page and sends later has one: news again."""
    assert row.submitted_at is not None
    known = Case.objects.filter(pk=row.pk).first()
    case = known or Case(assessment=row)
    case.state = State.TODO
    case.level, case.pathway, case.language = row.level, row.pathway, row.language
    case.arrived_at = row.submitted_at
    case.answered_at = answered_at(row, cast("dict[str, Any]", row.contact))
    case.due_at = row.due_at
    case.queue_key = queue_key(row.priority, row.due_at, row.submitted_at)
    case.call_first = row.status == Status.STOPPED
    case.remind_at = case.first_read_at = case.done_at = None
    case.first_read_role = case.outcome = ""
    case.revision += 1
    case.save(force_insert=known is None)
    kind = EventKind.ARRIVED_AGAIN if known else EventKind.ARRIVED
    add_event(case, kind, now)


def add_event(case: Case, kind: EventKind, at: datetime, **detail: Any) -> CaseEvent:
    """A line in the history of a case that no member of staff wrote."""
    event = CaseEvent(case=case, kind=kind, at=at)
    event.detail = detail
    event.save(force_insert=True)
    return event
