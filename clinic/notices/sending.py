"""Sending what is planned: claimed first, then sent, then noted. A worker that dies leaves nothing behind.

Whoever claims a message holds it for NOTICE_LEASE_SECONDS. If they die, the next worker sends it again under
the same id: a gateway that honours `Idempotency-Key` sends one text. Of mail, a worker that dies between the
server's OK and the next statement leaves a mail that is sent twice, with the same Message-ID.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import F, Q

from clinic.models import Delivery
from clinic.models.notices import Channel, DeliveryState
from clinic.notices.gateway import send_text
from clinic.notices.mail import Mailer
from clinic.notices.planning import is_settled, widen
from clinic.notices.problems import Problem, SendError
from clinic.notices.staff import Person, active_member, may_be_told, person_of
from clinic.notices.words import words_of

logger = logging.getLogger(__name__)

# Minutes until the next try, by how many failed.
BACK_OFF = (1, 5, 15, 60, 60)
MOST_TRIES = len(BACK_OFF) + 1
LONGEST_WAIT = timedelta(minutes=max(BACK_OFF))
SENT_AT_ONCE = 100
_ORDER = ("-alert__urgent", "tries", "not_before")
# Seconds between the tries to note what was sent, while the database cannot be used.
NOTE_AGAIN_AFTER = (0.5, 1, 3, 5, 10)
# After one of these the rest of the channel waits for the next round: each would take as long to fail.
OF_THE_CHANNEL = (Problem.TIMEOUT, Problem.UNREACHABLE, Problem.TLS, Problem.LOGIN)

Clock = Callable[[], datetime]


def send_due(clock: Clock, stopping: Callable[[], bool]) -> int:
    """Send what is due, the urgent first; how many were sent. Ends early, between two, when `stopping`."""
    sent, broken = 0, set[str]()
    with Mailer() as mailer:
        for row in _next(clock()):
            if stopping():
                break
            if row.channel in broken:
                continue
            problem = _send_one(row, mailer, clock)
            sent += problem == ""
            if problem and problem.partition(":")[0] in OF_THE_CHANNEL:
                broken.add(row.channel)
    return sent


def claim(row: Delivery, now: datetime) -> bool:
    """Take a message that is still as it was read, for the time of the lease. Whether it is ours."""
    until = now + timedelta(seconds=settings.NOTICE_LEASE_SECONDS)
    mine = Delivery.objects.filter(_due(now), pk=row.pk, state=row.state, tries=row.tries).update(
        state=DeliveryState.SENDING, leased_until=until, tries=F("tries") + 1
    )
    row.tries += 1
    return bool(mine)


def try_again(pk: uuid.UUID, now: datetime) -> bool:
    """Let a message that failed be tried anew, under the same id. Whether there was one."""
    failed = Delivery.objects.filter(pk=pk, state=DeliveryState.FAILED)
    return bool(failed.update(state=DeliveryState.PENDING, tries=0, not_before=now, leased_until=None))


def _due(now: datetime) -> Q:
    """What may be sent now. A clock that was set back leaves nothing lying: see the far ends."""
    lease = timedelta(seconds=settings.NOTICE_LEASE_SECONDS)
    waited = Q(tries=0) | Q(not_before__lte=now) | Q(not_before__gt=now + LONGEST_WAIT)
    left = Q(leased_until__lte=now) | Q(leased_until__gt=now + lease)
    return (Q(state=DeliveryState.PENDING) & waited) | (Q(state=DeliveryState.SENDING) & left)


def _next(now: datetime) -> list[Delivery]:
    """What to send in one round: so much of each channel, lest one that is down holds all.

    The urgent first, and of these what was not tried yet: where a server is down, that is told otherwise.
    """
    rows = Delivery.objects.filter(_due(now)).select_related("alert").order_by(*_ORDER)
    found = [row for channel in Channel for row in rows.filter(channel=channel)[:SENT_AT_ONCE]]
    return sorted(found, key=_by_urgency)


def _by_urgency(row: Delivery) -> tuple[bool, int, datetime]:
    return not row.alert.urgent, row.tries, row.not_before


def _send_one(row: Delivery, mailer: Mailer, clock: Clock) -> str | None:
    """Claim and send one message, and note what came of it. "" for sent, a Problem, None if not ours."""
    # Connecting may take long: before the lease begins, not in it.
    no_line = _connect(row, mailer)
    if not claim(row, clock()):
        return None
    person, hindrance = _receiver(row)
    if person is None:
        _drop(row, hindrance, clock())
        return hindrance.value
    try:
        if no_line is not None:
            raise no_line
        _hand_over(row, person, mailer)
    except SendError as error:
        _failed(row, error.code, clock())
        return error.code
    except Exception:
        logger.exception("message %s could not be sent", row.pk)
        _failed(row, Problem.UNKNOWN.value, clock())
        return Problem.UNKNOWN.value
    _sent(row, clock())
    return ""


def _connect(row: Delivery, mailer: Mailer) -> SendError | None:
    if row.channel == Channel.EMAIL:
        try:
            mailer.call()
        except SendError as error:
            return error
    return None


def _receiver(row: Delivery) -> tuple[Person | None, Problem]:
    """Who gets it, asked again just before it is sent; None, and why not."""
    member = active_member(row.user)
    person = person_of(member) if member is not None else None
    if person is None or not may_be_told(person):
        return None, Problem.NO_ROLE
    if Channel(row.channel) not in person.addresses:
        return None, Problem.NO_ADDRESS
    if is_settled(row.alert):
        return None, Problem.SETTLED
    return person, Problem.UNKNOWN


def _hand_over(row: Delivery, person: Person, mailer: Mailer) -> None:
    address = person.addresses[Channel(row.channel)]
    words = words_of(row.alert, opens_queue=person.opens_queue)
    if row.channel == Channel.EMAIL:
        mailer.send(address, words, str(row.pk))
    else:
        send_text(address, words.text, str(row.pk))


def _sent(row: Delivery, now: datetime) -> None:
    """Note that a message was sent, whoever else holds it by now. Keeps at it: unnoted, it is sent again."""
    for seconds in (*NOTE_AGAIN_AFTER, None):
        try:
            Delivery.objects.filter(pk=row.pk).update(
                state=DeliveryState.SENT, sent_at=now, leased_until=None, problem=""
            )
        except OperationalError:
            if seconds is None:
                raise
            connection.close()
            time.sleep(seconds)
        else:
            return


def _drop(row: Delivery, problem: Problem, now: datetime) -> None:
    """Give a message up that must not go out. Somebody else is told in its place, if need be."""
    with transaction.atomic():
        if _mine(row, state=DeliveryState.DROPPED, problem=problem.value, leased_until=None):
            widen(row.alert, row, now)


def _failed(row: Delivery, code: str, now: datetime) -> None:
    """Note a try that failed, and when the next one is; tell others if it is urgent."""
    changes: dict[str, object] = {"problem": code, "leased_until": None}
    if row.tries >= MOST_TRIES:
        changes |= {"state": DeliveryState.FAILED, "not_before": now}
    else:
        wait = timedelta(minutes=BACK_OFF[row.tries - 1])
        changes |= {"state": DeliveryState.PENDING, "not_before": now + wait}
    with transaction.atomic():
        if _mine(row, **changes):
            widen(row.alert, row, now)
    logger.warning("message %s was not sent, try %s: %s", row.pk, row.tries, code)


def _mine(row: Delivery, **changes: object) -> int:
    """Change a message if it is still ours. How many rows: 0 or 1."""
    held = Delivery.objects.filter(pk=row.pk, state=DeliveryState.SENDING, tries=row.tries)
    return held.update(**changes)
