"""What happens on the staff's side when something is sent: it gets a case, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from assessments.models import Assessment, Status
from assessments.paper.times import answered_at
from clinic.cases import search
from clinic.cases.keys import queue_key
from clinic.cases.persons import MOST, person_key
from clinic.cases.work import OPEN, add_event
from clinic.models import Case
from clinic.models.case import EventKind, State

# Forms of the same person that are longer ago are in the chart, not in the list.
REMEMBERED = timedelta(days=365)


def receive(row: Assessment, now: datetime) -> None:
    """Make the case of `row`. Who shared from the emergency page and sends later has one: news again."""
    assert row.submitted_at is not None
    contact = search.contact_of(row)
    # Locked: what a member of staff does at this moment comes before or after, and is never overwritten.
    known = Case.objects.select_for_update().filter(pk=row.pk).first()
    case = known or Case(assessment=row)
    case.state = State.TODO
    case.level, case.pathway, case.language = row.level, row.pathway, row.language
    case.arrived_at = row.submitted_at
    case.answered_at = answered_at(row, dict(contact))
    case.due_at = row.due_at
    case.queue_key = queue_key(row.priority, row.due_at, row.submitted_at)
    case.call_first = row.status == Status.STOPPED
    case.remind_at = case.first_read_at = case.done_at = case.reached_at = None
    case.first_read_role = case.outcome = case.went = ""
    case.revision += 1
    know_person(case, contact)
    case.save(force_insert=known is None)
    search.index(case, contact)
    add_event(case, EventKind.ARRIVED_AGAIN if known else EventKind.ARRIVED, now)


def know_person(case: Case, contact: Mapping[str, Any]) -> None:
    """Note whose form it is and what this person sent before. Open older forms learn of the newer one."""
    case.person = person_key(contact)
    case.forms_before, case.first_form_at, case.earlier_level, case.last_level = 0, None, None, None
    if not case.person:
        return
    others = Case.objects.filter(person=case.person).exclude(pk=case.pk)
    since = case.arrived_at - REMEMBERED
    before = others.filter(arrived_at__lte=case.arrived_at, arrived_at__gte=since).order_by("-arrived_at")
    rows = list(before.values_list("arrived_at", "level", "assessment__level")[:MOST])
    if rows:
        levels = [level for _at, *both in rows for level in both if level is not None]
        case.forms_before, case.first_form_at = len(rows), rows[-1][0]
        case.earlier_level, case.last_level = max(levels, default=None), rows[0][1]
        others.filter(arrived_at__lte=case.arrived_at, state__in=OPEN, has_newer=False).update(has_newer=True)
