"""Who is told of what: circles of people, from those on duty to everybody, so that somebody is told."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db import Error as DatabaseError
from django.db import transaction
from django.db.models import Q

from clinic.cases.work import DID_NOT_GO
from clinic.models import Alert, Case, CaseEvent, Delivery
from clinic.models.case import EventKind, State
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.models.staff import Role
from clinic.notices.hours import clinic_zone
from clinic.notices.staff import Person, everybody
from triage.model import Level

logger = logging.getLogger(__name__)

PLANNED_AT_ONCE = 200
# With so many failed tries behind it, an open message no longer counts as one that will arrive.
TRIES_TO_TRUST = 2
OPEN = (DeliveryState.PENDING, DeliveryState.SENDING)


class Reach(NamedTuple):
    """One person by one channel."""

    user_id: int
    channel: Channel


def plan_due(now: datetime) -> int:
    """Decide who is told of each alert that nobody decided on yet; how many alerts.

    An urgent alert or a reminder that reaches nobody stays undecided: it is told as soon as somebody can be
    reached.
    """
    alerts = Alert.objects.filter(planned_at=None).select_related("case").order_by("-urgent", "at")
    waiting = list(alerts[:PLANNED_AT_ONCE])
    if not waiting:
        return 0
    people, zone = everybody(), clinic_zone()
    planned = 0
    for alert in waiting:
        try:
            planned += plan(alert, people, now, zone)
        except DatabaseError:
            raise
        except Exception:
            logger.exception("alert %s could not be planned", alert.pk)
    return planned


def plan(alert: Alert, people: Sequence[Person], now: datetime, zone: ZoneInfo) -> bool:
    """Add the messages of one alert, in one transaction and once whoever else plans it. Whether it did."""
    settled = is_settled(alert)
    reaches = [] if settled else _first(circles(alert, people, now, zone), set())
    if not reaches and not settled and (alert.urgent or alert.kind == AlertKind.REMINDER):
        return False
    with transaction.atomic():
        if not Alert.objects.filter(pk=alert.pk, planned_at=None).update(planned_at=now):
            return False
        add_deliveries(alert, reaches, now)
    return True


def widen(alert: Alert, failed: Delivery, now: datetime) -> None:
    """After a try that failed: the person's other channel, then the next circle while nobody was told.

    Only for what is urgent. Call it in the transaction that notes the failure.
    """
    if not alert.urgent or is_settled(alert):
        return
    people = everybody()
    known = {
        Reach(user_id, Channel(channel))
        for user_id, channel in alert.deliveries.values_list("user_id", "channel")
    }
    own = next((person for person in people if person.user_id == failed.user_id), None)
    if own is not None:
        others = [Reach(own.user_id, channel) for channel in own.addresses]
        add_deliveries(alert, [reach for reach in others if reach not in known], now)
    if not _is_trusted(alert):
        add_deliveries(alert, _first(circles(alert, people, now, clinic_zone()), known), now)


def add_deliveries(alert: Alert, reaches: Iterable[Reach], now: datetime) -> None:
    """One message for each. Those that are there already stay as they are."""
    rows = [
        Delivery(alert=alert, user_id=reach.user_id, channel=reach.channel, not_before=now)
        for reach in dict.fromkeys(reaches)
    ]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)


def is_settled(alert: Alert) -> bool:
    """Whether nobody needs to be told any more: somebody did since what the alert asks for, or it is done."""
    if alert.case_id is None:
        return False
    case = Case.objects.filter(pk=alert.case_id).only("state", "first_read_at", "reached_at", "went").first()
    if case is None or case.state == State.DONE:
        return True
    if alert.kind == AlertKind.REMINDER:
        return case.state == State.WAITING
    if alert.kind == AlertKind.WENT:
        # That somebody read the form before the person said so settles nothing.
        return case.reached_at is not None or case.went not in DID_NOT_GO
    return case.first_read_at is not None


def circles(alert: Alert, people: Sequence[Person], now: datetime, zone: ZoneInfo) -> Iterator[list[Reach]]:
    """Who is told, the nearest first. All but the first are for when nobody in the ones before is reached.

    Nothing but the first for what is not urgent: that is in the digests.
    """
    level = _level(alert)
    if alert.kind == AlertKind.REMINDER:
        working = _on_duty(people, level, now, zone)
        yield _assignee(alert, people)
        # Not theirs alone: what is urgent does not wait for somebody whose day is over.
        yield _who_let_it_wait(alert, people) + (working if alert.urgent else [])
        yield working or _on_duty(people, Level.EMERGENCY_NOW, now, zone)
    elif alert.kind == AlertKind.LATE:
        working = _on_duty(people, Level.EMERGENCY_NOW, now, zone) or _any_hour(people, level)
        yield working + _by_role(people, {Role.ADMIN})
    elif alert.kind == AlertKind.STILL_UNREAD:
        yield [Reach(person.user_id, channel) for person in people for channel in person.addresses]
    else:
        yield _on_duty(people, level, now, zone)
    if alert.urgent:
        yield _any_hour(people, level)
        yield _by_role(people, {Role.NURSE, Role.CLINICIAN, Role.ADMIN})
        yield _by_role(people, {Role.FRONT_DESK})


def _first(found: Iterator[list[Reach]], known: set[Reach]) -> list[Reach]:
    """The first circle that tells somebody who is not told yet: its people who are not."""
    for circle in found:
        new = [reach for reach in circle if reach not in known]
        if new:
            return new
    return []


def _is_trusted(alert: Alert) -> bool:
    """Whether somebody was told, or a message is on its way of which nothing bad is known."""
    hopeful = Q(state__in=OPEN, tries__lt=TRIES_TO_TRUST)
    return alert.deliveries.filter(Q(state=DeliveryState.SENT) | hopeful).exists()


def _level(alert: Alert) -> int:
    """The level that decides who is told. Without one it may be anything: the highest."""
    if alert.case is None or alert.case.level is None or alert.kind == AlertKind.WENT:
        return Level.EMERGENCY_NOW
    return alert.case.level


def _on_duty(people: Sequence[Person], level: int, now: datetime, zone: ZoneInfo) -> list[Reach]:
    """Those on duty now who want to be told of this level at once."""
    return [
        Reach(person.user_id, channel)
        for person in people
        for duty in person.on_duty(now, zone)
        if duty.least_level <= level and (channel := person.route(Channel(duty.channel)))
    ]


def _any_hour(people: Sequence[Person], level: int) -> list[Reach]:
    return [
        Reach(person.user_id, channel)
        for person in people
        for duty in person.duties
        if person.opens_queue and duty.least_level <= level
        if (channel := person.route(Channel(duty.channel)))
    ]


def _by_role(people: Sequence[Person], roles: set[Role]) -> list[Reach]:
    """Everybody with one of these roles: by mail, or by text where there is no mail."""
    return [
        Reach(person.user_id, channel)
        for person in people
        if person.roles & roles and (channel := person.route(Channel.EMAIL))
    ]


def _assignee(alert: Alert, people: Sequence[Person]) -> list[Reach]:
    """Who takes care of the case."""
    return _own(people, alert.case.assignee_id if alert.case is not None else None)


def _who_let_it_wait(alert: Alert, people: Sequence[Person]) -> list[Reach]:
    """Who put the case to wait last."""
    waits = CaseEvent.objects.filter(case=alert.case_id, kind=EventKind.WAITING).order_by("-at")
    return _own(people, waits.values_list("by_id", flat=True).first())


def _own(people: Sequence[Person], user_id: int | None) -> list[Reach]:
    """One person by the channels of their duties, or by mail."""
    for person in people:
        if person.user_id == user_id:
            wanted = [Channel(duty.channel) for duty in person.duties] or [Channel.EMAIL]
            routes = dict.fromkeys(person.route(channel) for channel in wanted)
            return [Reach(person.user_id, channel) for channel in routes if channel]
    return []
