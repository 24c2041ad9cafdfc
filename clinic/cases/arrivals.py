"""What happens on the staff's side when something is sent: it gets a case, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from datetime import datetime, timedelta
from typing import Any

from assessments.models import Assessment, Status
from assessments.paper.times import answered_at
from clinic.cases import search
from clinic.cases.keys import is_urgent, queue_key
from clinic.cases.persons import MOST, lock, person_key
from clinic.cases.shared import SHARED, snapshot
from clinic.cases.work import OPEN, add_event
from clinic.models import Case
from clinic.models.case import EventKind, State

# Forms of the same person that are longer ago are in the chart, not in the list.
REMEMBERED = timedelta(days=365)


def receive(row: Assessment, now: datetime, before: Assessment | None = None) -> None:
    """Make the case of `row`. Who shared from the emergency page and sends later has one: news again.

    `before`: the row as it was shared. It is kept, and no emergency is lowered without anybody noticing.
    """
    assert row.submitted_at is not None
    contact = search.contact_of(row)
    # Locked: what a member of staff does at this moment comes before or after, and is never overwritten.
    known = lock(row.pk, person_key(contact))
    was = copy(known)
    case = known or Case(assessment=row)
    case.state = State.TODO
    case.level, case.pathway, case.language = row.level, row.pathway, row.language
    case.arrived_at = row.submitted_at
    case.answered_at = answered_at(row, dict(contact))
    case.due_at = row.due_at
    case.queue_key = queue_key(row.priority, row.due_at, row.submitted_at)
    case.call_first = row.status == Status.STOPPED or (was is not None and _is_to_phone(was))
    if was is not None and _stands(was, case):
        case.queue_key, case.due_at = was.queue_key, _sooner(was.due_at, case.due_at)
    case.remind_at = case.first_read_at = case.done_at = case.reached_at = None
    case.first_read_role = case.outcome = case.went = ""
    case.revision += 1
    kept = snapshot(before, was.level if was is not None else None) if before is not None else None
    know_person(case, contact, _highest(before, was))
    case.save(force_insert=known is None)
    search.index(case, contact)
    detail: dict[str, Any] = {SHARED: kept} if kept else {}
    add_event(case, EventKind.ARRIVED_AGAIN if known else EventKind.ARRIVED, now, **detail)


def _is_to_phone(was: Case) -> bool:
    """Whether nobody has reached the person since they stopped at the emergency page."""
    return was.call_first and was.reached_at is None


def _stands(was: Case, case: Case) -> bool:
    """Whether a case keeps its place until somebody reads what came: it was urgent, and is less so now.

    Not where staff had read it and reached the person: they know.
    """
    if case.level is None or not is_urgent(was.level) or was.state == State.DONE:
        return False
    is_lower = was.level is None or case.level < was.level
    return is_lower and (was.first_read_at is None or _is_to_phone(was))


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment is not None), default=None)


def _highest(before: Assessment | None, was: Case | None) -> int | None:
    """The highest level at which staff were told of a case before."""
    levels = [before.level if before else None, *((was.level, was.earlier_level) if was else ())]
    return max((level for level in levels if level is not None), default=None)


def know_person(case: Case, contact: Mapping[str, Any], shared: int | None) -> None:
    """Note whose form it is and what this person sent before. Open older forms learn of the newer one.

    `shared`: the highest level at which this form itself was shared before it was sent.
    """
    case.person = person_key(contact)
    case.forms_before, case.first_form_at, case.earlier_level, case.last_level = 0, None, shared, None
    if not case.person:
        return
    others = Case.objects.filter(person=case.person).exclude(pk=case.pk)
    since = case.arrived_at - REMEMBERED
    before = others.filter(arrived_at__lte=case.arrived_at, arrived_at__gte=since).order_by("-arrived_at")
    rows = list(before.values_list("arrived_at", "level", "assessment__level", "earlier_level")[:MOST])
    if rows:
        levels = [level for _at, *known in rows for level in (*known, shared) if level is not None]
        case.forms_before, case.first_form_at = len(rows), rows[-1][0]
        case.earlier_level, case.last_level = max(levels, default=None), rows[0][1]
        others.filter(arrived_at__lte=case.arrived_at, state__in=OPEN, has_newer=False).update(has_newer=True)
