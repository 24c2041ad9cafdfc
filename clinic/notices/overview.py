"""What the page on messages shows: one's own hours and messages, and for admins everybody's."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.summary.clock import clinic_time
from clinic.models import Alert, Delivery, Duty, Member
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.notices.forms import DAY_NAMES, days_words, told_words
from clinic.notices.hours import DAYS, Gap, clinic_zone, gaps
from clinic.notices.planning import OPEN
from clinic.notices.problems import problem_words
from clinic.notices.staff import Person, channels, everybody

OWN_SHOWN = 5
SHOWN = 100
SHOWN_FOR = timedelta(days=7)
WAITS_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class OwnHours:
    """A row of Duty in words. `trouble`: why nothing comes by this channel, or "" ."""

    pk: uuid.UUID
    channel: str
    days: str
    hours: str
    told: str
    digest: bool
    trouble: str


@dataclass(frozen=True)
class Message:
    """One message: what of, to whom, how far it got and why no further. Says nothing of a case."""

    pk: uuid.UUID
    kind: str
    at: str
    name: str
    channel: str
    state: str
    problem: str
    tries: int
    can_retry: bool


@dataclass(frozen=True)
class OnDuty:
    """Somebody who is told now, and how."""

    name: str
    channels: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Who is on duty, when nobody is, and the messages that did not arrive."""

    on_duty: tuple[OnDuty, ...]
    gaps: tuple[str, ...]
    is_never: bool
    nobody_has_address: bool
    without_role: tuple[str, ...]
    messages: tuple[Message, ...]
    undecided: tuple[str, ...]


def own_hours(person: Person) -> list[OwnHours]:
    """The hours of one person, by the first day and time."""
    duties = Duty.objects.filter(user_id=person.user_id).order_by("days", "start", "id")
    return [_in_words(duty, person) for duty in duties]


def own_messages(user: User) -> list[Message]:
    """The last messages to one person."""
    rows = Delivery.objects.filter(user=user).select_related("alert").order_by("-alert__at", "-id")
    return [_message(row, "") for row in rows[:OWN_SHOWN]]


def coverage(now: datetime) -> Coverage:
    """Everybody's hours, and what waits or failed."""
    people, zone = everybody(), clinic_zone()
    reached = [person for person in people if person.addresses]
    working = [(person, person.on_duty(now, zone)) for person in reached]
    free = gaps(duty for person in reached if person.opens_queue for duty in person.duties)
    names = dict(Member.objects.values_list("pk", "name"))
    told = {person.user_id for person in people if person.opens_queue}
    idle = Duty.objects.exclude(user_id__in=told).values_list("user_id", flat=True).distinct()
    return Coverage(
        on_duty=tuple(OnDuty(person.name, _routes(person, duties)) for person, duties in working if duties),
        gaps=tuple(gap_words(gap) for gap in free if not _is_all(gap)),
        is_never=any(_is_all(gap) for gap in free),
        nobody_has_address=not reached,
        without_role=tuple(sorted(names.get(pk, "") for pk in idle)),
        messages=tuple(_message(row, names.get(row.user_id, "")) for row in _troubled(now)),
        undecided=tuple(clinic_time(alert.at) for alert in _undecided(now)),
    )


def gap_words(gap: Gap) -> str:
    """A part of the week in words, such as "Saturday 18:00 to Monday 8:00"."""
    words = {
        "from_day": str(DAY_NAMES[gap.from_day]),
        "from_time": clock_words(gap.from_time),
        "to_day": str(DAY_NAMES[gap.to_day]),
        "to_time": clock_words(gap.to_time),
    }
    ends_at_midnight = gap.to_time == time(0) and gap.to_day == (gap.from_day + 1) % DAYS
    if ends_at_midnight:
        return _("%(from_day)s %(from_time)s to midnight") % words
    if gap.from_day == gap.to_day and gap.from_time < gap.to_time:
        return _("%(from_day)s %(from_time)s to %(to_time)s") % words
    return _("%(from_day)s %(from_time)s to %(to_day)s %(to_time)s") % words


def clock_words(clock: time) -> str:
    """A time of day as the hours of duty are typed."""
    return f"{clock:%H:%M}"


def _is_all(gap: Gap) -> bool:
    return (gap.from_day, gap.from_time) == (gap.to_day, gap.to_time)


def _in_words(duty: Duty, person: Person) -> OwnHours:
    hours = _("%(start)s to %(end)s") % {"start": clock_words(duty.start), "end": clock_words(duty.end)}
    if duty.start == duty.end:
        hours = _("24 hours from %(start)s") % {"start": clock_words(duty.start)}
    elif duty.end < duty.start:
        hours = _("%(hours)s of the next day") % {"hours": hours}
    return OwnHours(
        pk=duty.pk,
        channel=str(Channel(duty.channel).label),
        days=days_words(duty.days),
        hours=hours,
        told=told_words(duty.least_level),
        digest=duty.digest,
        trouble=_trouble(person, Channel(duty.channel)),
    )


def _trouble(person: Person, channel: Channel) -> str:
    """Why nothing comes by this channel, and what comes instead."""
    if not person.opens_queue:
        return _("Your roles do not open the queue: nothing is sent.")
    if channel in person.addresses:
        return ""
    if not person.addresses:
        return _(
            "Nothing can be sent to you: no channel that is set up on this site has an address of yours."
        )
    other = str(next(iter(person.addresses)).label)
    return _("Not set up. You are told by this instead: %(channel)s") % {"channel": other}


def _routes(person: Person, duties: Sequence[Duty]) -> tuple[str, ...]:
    routes: Iterable[Channel | None] = (person.route(Channel(duty.channel)) for duty in duties)
    return tuple(str(channel.label) for channel in dict.fromkeys(routes) if channel)


def _troubled(now: datetime) -> Iterator[Delivery]:
    """What failed in the last days, then what waits: tried in vain, or too long."""
    rows = Delivery.objects.select_related("alert")
    failed = rows.filter(state=DeliveryState.FAILED, not_before__gt=now - SHOWN_FOR)
    yield from failed.order_by("-not_before")[:SHOWN]
    waiting = rows.filter(state__in=OPEN).exclude(tries=0, alert__at__gt=now - WAITS_AFTER)
    yield from waiting.order_by("not_before")[:SHOWN]


def _undecided(now: datetime) -> list[Alert]:
    """What nobody could be told of. Nothing can be where no channel is set up: that is told by itself."""
    if not channels():
        return []
    rows = Alert.objects.filter(planned_at=None, urgent=True, at__lt=now - WAITS_AFTER)
    return list(rows.order_by("at")[:SHOWN])


def _message(row: Delivery, name: str) -> Message:
    return Message(
        pk=row.pk,
        kind=_kind(row.alert),
        at=clinic_time(row.alert.at),
        name=name,
        channel=str(Channel(row.channel).label),
        state=_state(row),
        problem=problem_words(row.problem),
        tries=row.tries,
        can_retry=row.state == DeliveryState.FAILED,
    )


def _kind(alert: Alert) -> str:
    words = {
        AlertKind.ARRIVED: _("A new form"),
        AlertKind.LATE: _("Not read in time"),
        AlertKind.STILL_UNREAD: _("Still not read"),
        AlertKind.REMINDER: _("Reminder"),
        AlertKind.WENT: _("A call to make"),
        AlertKind.DIGEST: _("Count of new forms"),
        AlertKind.TEST: _("Test message"),
    }
    return words[AlertKind(alert.kind)]


def _state(row: Delivery) -> str:
    """How far it got; with the time where there is one."""
    if row.state == DeliveryState.SENT and row.sent_at is not None:
        return _("Sent %(time)s") % {"time": _hour(row.sent_at)}
    if row.state == DeliveryState.PENDING and row.tries:
        return _("Next try %(time)s") % {"time": _hour(row.not_before)}
    return str(DeliveryState(row.state).label)


def _hour(moment: datetime) -> str:
    return date_format(timezone.localtime(moment, clinic_zone()), "H:i:s")
