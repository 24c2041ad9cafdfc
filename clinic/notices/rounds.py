"""What time itself makes staff need to know: a form unread too long, and a digest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from clinic.models import Alert, Case, Delivery, Duty
from clinic.models.case import State
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.notices.hours import clinic_zone
from clinic.notices.planning import Reach, add_deliveries
from clinic.notices.staff import Person, everybody
from triage.model import Level

FOUND_AT_ONCE = 200
# A digest says no greater number.
MOST_COUNTED = 1000
# So long after it was told that a form is late everybody is told, unless it is urgent: then after the grace.
PATIENCE = timedelta(days=1)
# Digests and tests belong to no case, so nothing else ends them.
KEPT = timedelta(days=30)


def late(now: datetime) -> int:
    """Note each form that lies unread past its due time; how many. What just came has a time of grace."""
    grace = timedelta(minutes=settings.LATE_GRACE_MINUTES)
    told = Alert.objects.filter(case=OuterRef("pk"), kind=AlertKind.LATE, at__gte=OuterRef("arrived_at"))
    due = Q(due_at__lte=now) | Q(due_at=None, level=None)
    # Also what waits: somebody without an eye for it may have put it there.
    cases = (
        Case.objects.filter(due, first_read_at=None, arrived_at__lte=now - grace)
        .exclude(Exists(told))
        .exclude(state=State.DONE)
        .order_by("queue_key")
    )
    return sum(_add_late(case, AlertKind.LATE, now) for case in cases[:FOUND_AT_ONCE])


def still_unread(now: datetime) -> int:
    """Note each form that nobody read though it was told that it is late; how many. Once."""
    grace = timedelta(minutes=settings.LATE_GRACE_MINUTES)
    alerts = Alert.objects.filter(case=OuterRef("pk"), at__gte=OuterRef("arrived_at"))
    late_alerts, told = alerts.filter(kind=AlertKind.LATE), alerts.filter(kind=AlertKind.STILL_UNREAD)
    urgent = Q(level=None) | Q(level__gte=Level.URGENT_SAME_DAY)
    long_told = (urgent & Exists(late_alerts.filter(at__lte=now - grace))) | Exists(
        late_alerts.filter(at__lte=now - PATIENCE)
    )
    cases = (
        Case.objects.filter(long_told, first_read_at=None)
        .exclude(Exists(told))
        .exclude(state=State.DONE)
        .order_by("queue_key")
    )
    return sum(_add_late(case, AlertKind.STILL_UNREAD, now) for case in cases[:FOUND_AT_ONCE])


def digests(now: datetime) -> int:
    """Tell those on duty who want it how many forms came that they were not told of; how many messages.

    One for each person and channel in an hour of the clinic's clock.
    """
    slot = now.astimezone(clinic_zone()).strftime("%Y-%m-%dT%H")
    return sum(_digest(person, duty, slot, now) for person, duty in _wanting_digests(now))


def end_old(now: datetime) -> int:
    """Delete digests and tests of long ago, with their messages."""
    old = Alert.objects.filter(kind__in=(AlertKind.DIGEST, AlertKind.TEST), at__lt=now - KEPT)
    return old.delete()[0]


def _add_late(case: Case, kind: AlertKind, now: datetime) -> bool:
    moment = case.due_at or case.arrived_at
    key = f"{kind}:{case.pk}:{int(moment.timestamp())}"
    return _add(Alert(event_key=key, kind=kind, case=case, urgent=True, at=now))


def _add(alert: Alert) -> bool:
    """Store an alert unless its event is noted already. Whether it is new."""
    if Alert.objects.filter(event_key=alert.event_key).exists():
        return False
    try:
        with transaction.atomic():
            alert.save(force_insert=True)
    except IntegrityError:
        # Another worker was first.
        return False
    return True


def _wanting_digests(now: datetime) -> Iterator[tuple[Person, Duty]]:
    zone = clinic_zone()
    for person in everybody():
        for duty in person.on_duty(now, zone):
            if duty.digest:
                yield person, duty


def _digest(person: Person, duty: Duty, slot: str, now: datetime) -> bool:
    channel = person.route(Channel(duty.channel))
    key = f"{AlertKind.DIGEST}:{person.user_id}:{duty.channel}:{slot}"
    if channel is None or Alert.objects.filter(event_key=key).exists():
        return False
    count = _new_forms(person, duty, now)[:MOST_COUNTED].count()
    if not count:
        return False
    alert = Alert(event_key=key, kind=AlertKind.DIGEST, count=count, at=now, planned_at=now)
    with transaction.atomic():
        if not _add(alert):
            return False
        add_deliveries(alert, [Reach(person.user_id, channel)], now)
    return True


def _new_forms(person: Person, duty: Duty, now: datetime) -> QuerySet[Case]:
    """What came since the last digest, waits unread, and was not told to this person in another way."""
    mine = f"{AlertKind.DIGEST}:{person.user_id}:{duty.channel}:"
    last = (
        Alert.objects.filter(kind=AlertKind.DIGEST, event_key__startswith=mine, at__lte=now)
        .order_by("-at")
        .first()
    )
    alerts = Alert.objects.filter(case=OuterRef("pk"), at__gte=OuterRef("arrived_at"))
    told = (
        Delivery.objects.filter(alert__case=OuterRef("pk"), alert__at__gte=OuterRef("arrived_at"))
        .filter(user=person.user_id)
        .exclude(state__in=(DeliveryState.FAILED, DeliveryState.DROPPED))
    )
    # From the level on that is told at once: when it is decided who is told, and this person is not.
    at_once = Exists(alerts.filter(planned_at=None)) & (Q(level=None) | Q(level__gte=duty.least_level))
    cases = Case.objects.filter(~Exists(told), ~at_once, state=State.TODO, first_read_at=None)
    return cases.filter(arrived_at__gt=last.at) if last is not None else cases
