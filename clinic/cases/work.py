"""Working on a case: every change of its state, and a line of its history for each.

Every form sends the `revision` of the case that it was shown with. Where the case has another one by now,
nothing is changed and `StaleError` holds the case as it is, so that a page can say who did what meanwhile.
The change and its line in the history are stored together or not at all.

Details of the lines (sealed), by kind: ASSIGNED `to`, `to_name`; WAITING `until`; WOKEN `reminder`;
CONTACT and DONE `outcome`, `note` if there is one; MESSAGE `text`, `language`; LEVEL `from`, `to`;
WENT `answer`. Others have none.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from clinic.access import Act, may
from clinic.cases.due import due_at
from clinic.cases.keys import is_held, is_urgent, priority_of, queue_key
from clinic.cases.persons import lock
from clinic.models import Case, CaseEvent, Member
from clinic.models.case import EventKind, Outcome, State
from clinic.models.staff import Role
from triage.model import Level

OPEN = (State.TODO, State.WAITING)
# Outcomes of a call in which somebody spoke with the person.
REACHED = frozenset({Outcome.CALLED, Outcome.BOOKED, Outcome.SENT_TO_ER, Outcome.ADVICE})
# What a person can say about an emergency department they were sent to.
WENT = ("went", "on_the_way", "not_yet", "not_going")
DID_NOT_GO = frozenset({"not_yet", "not_going"})
# The same answer again within this time is the same news, unless somebody acted on it.
SAME_NEWS = timedelta(minutes=10)
WOKEN_AT_ONCE = 200
# The role that counts for somebody who has several.
_BY_WEIGHT = (Role.CLINICIAN, Role.NURSE, Role.FRONT_DESK, Role.ADMIN, Role.AUDITOR)


class StaleError(Exception):
    """The case is not as the form showed it. `case` is the case as it is now."""

    def __init__(self, case: Case) -> None:
        super().__init__("the case was changed meanwhile")
        self.case = case


class UnreadError(Exception):
    """This has to wait until a nurse or clinician has read the case."""


class UnreachedError(Exception):
    """An urgent case is not done while nobody has reached the person."""


def acting_role(member: Member) -> str:
    """The role in which a member is named; "" for nobody's."""
    return next((role.value for role in _BY_WEIGHT if role in member.held), "")


def mark_read(case: Case, member: Member, now: datetime) -> Case:
    """Note the first reading by somebody who may see clinical detail. By anybody else it is none.

    Only what was shown counts as read: answers that arrived meanwhile stay unread. What stood higher than
    its level until somebody had read it (clinic/cases/arrivals.py) stands where its level says from now on.
    """
    if not may(member, Act.CLINICAL):
        return case
    changes: dict[str, Any] = {"first_read_at": now, "first_read_role": acting_role(member)}
    if is_held(case.level, case.queue_key):
        changes |= _own_place(case)
    with transaction.atomic():
        shown = Case.objects.filter(pk=case.pk, first_read_at=None, arrived_at=case.arrived_at)
        if shown.update(**changes):
            add_event(case, EventKind.READ, now, member)
        return _fresh(case)


def claim(case: Case, member: Member, now: datetime, *, revision: int) -> Case:
    """Take an open case. Of two at once one gets it; the other gets StaleError."""
    return _change(case, member, now, revision, EventKind.CLAIMED, OPEN, {"assignee_id": member.pk})


def release(case: Case, member: Member, now: datetime, *, revision: int) -> Case:
    """Give an open case back to all."""
    return _change(case, member, now, revision, EventKind.RELEASED, OPEN, {"assignee_id": None})


def assign(case: Case, member: Member, to: User, now: datetime, *, revision: int) -> Case:
    """Give an open case to a colleague."""
    detail = {"to": to.pk, "to_name": Member.objects.get(pk=to.pk).name}
    return _change(case, member, now, revision, EventKind.ASSIGNED, OPEN, {"assignee_id": to.pk}, detail)


def wait(case: Case, member: Member, now: datetime, *, until: datetime, revision: int) -> Case:
    """Put an open case to wait. It comes back by itself when `until` has passed. ValueError for the past.

    Nobody can put away what nobody has read: UnreadError if it is urgent or due, else it comes back at the
    latest when it is due.
    """
    if until <= now:
        raise ValueError("a reminder is in the future")
    with transaction.atomic():
        shown = _fresh(case)
        if shown.revision == revision and shown.first_read_at is None:
            until = _until_due(shown, until, now)
        changes = {"state": State.WAITING, "remind_at": until}
        detail = {"until": until.isoformat()}
        return _change(case, member, now, revision, EventKind.WAITING, OPEN, changes, detail)


def wake_due(now: datetime) -> int:
    """Bring back what waited long enough; how many. The passed reminder stays written on the case.

    Whoever notices first, a worker or a page, tells in the same transaction: so it is told, and told once.
    """
    woken = 0
    due = Case.objects.filter(state=State.WAITING, remind_at__lte=now).order_by("remind_at")
    for case in due[:WOKEN_AT_ONCE]:
        assert case.remind_at is not None
        detail = {"reminder": case.remind_at.isoformat()}
        changes = {"state": State.TODO}
        try:
            with transaction.atomic():
                woke = _change(
                    case, None, now, case.revision, EventKind.WOKEN, (State.WAITING,), changes, detail
                )
                _tell(woke, EventKind.WOKEN, now)
        except StaleError:
            continue  # another process was first
        woken += 1
    return woken


def note_contact(
    case: Case, member: Member, now: datetime, outcome: Outcome, *, revision: int, note: str = ""
) -> Case:
    """Note one try to reach the person."""
    changes = {"reached_at": now} if outcome in REACHED else {}
    detail = _became(outcome, note)
    return _change(case, member, now, revision, EventKind.CONTACT, State.values, changes, detail)


def finish(
    case: Case, member: Member, now: datetime, outcome: Outcome, *, revision: int, note: str = ""
) -> Case:
    """Call an open case done.

    UnreadError while no nurse or clinician has read what was sent last. UnreachedError for an urgent one
    whose person could not be reached.
    """
    changes: dict[str, Any] = {"state": State.DONE, "done_at": now, "outcome": outcome, "remind_at": None}
    if outcome in REACHED:
        # To call it done is no new call.
        changes["reached_at"] = Coalesce("reached_at", Value(now))
    with transaction.atomic():
        detail = _became(outcome, note)
        done = _change(case, member, now, revision, EventKind.DONE, OPEN, changes, detail)
        if done.first_read_at is None:
            raise UnreadError  # takes the change back
        if outcome == Outcome.NOT_REACHED and is_urgent(done.level):
            raise UnreachedError
        return done


def reopen(case: Case, member: Member, now: datetime, *, revision: int) -> Case:
    """Bring a case that is done or waiting back to what is to do."""
    closed = (State.DONE, State.WAITING)
    return _change(case, member, now, revision, EventKind.REOPENED, closed, _TO_DO)


def send_message(case: Case, member: Member, now: datetime, text: str, *, revision: int) -> Case:
    """Leave the person a message on their status page, in the language of the one who writes."""
    detail = {"text": text, "language": get_language() or ""}
    return _change(case, member, now, revision, EventKind.MESSAGE, State.values, {}, detail)


def change_level(case: Case, member: Member, now: datetime, level: int, *, revision: int) -> Case:
    """Let the case stand in the queue as a reviewer says. A raised one comes back to what is to do.

    By when: see clinic.cases.due.
    """
    level, before = Level(level), case.level
    is_raised = before is None or level > before
    due = due_at(case, level, now)
    key = _key(case, level, due)
    changes: dict[str, Any] = {"level": int(level), "due_at": due, "queue_key": key}
    if is_raised:
        changes |= _TO_DO if case.state != State.TODO else {}
    with transaction.atomic():
        lock(case.pk, case.person)
        detail = {"from": before, "to": int(level)}
        changed = _change(case, member, now, revision, EventKind.LEVEL, State.values, changes, detail)
        if case.person:
            later = Case.objects.filter(person=case.person, arrived_at__gt=case.arrived_at)
            lower = Q(earlier_level__lt=level) | Q(earlier_level=None)
            later.filter(lower).update(earlier_level=int(level))
        return changed


def person_went(case: Case, now: datetime, answer: str) -> Case:
    """Note whether the person went where they were sent. Who did not is work again, told at once."""
    if answer not in WENT:
        raise ValueError("not an answer to whether they went")
    with transaction.atomic():
        before = Case.objects.select_for_update().get(pk=case.pk)
        again: dict[str, Any] = {}
        if answer in DID_NOT_GO:
            again = {"reached_at": None, **(_TO_DO if before.state != State.TODO else {})}
        is_news = answer in DID_NOT_GO and not _is_said_again(before, answer, now)
        Case.objects.filter(pk=case.pk).update(went=answer, revision=F("revision") + 1, **again)
        add_event(case, EventKind.WENT, now, answer=answer)
        fresh = _fresh(case)
        if is_news:
            _tell(fresh, EventKind.WENT, now)
        return fresh


def add_event(
    case: Case, kind: EventKind, at: datetime, member: Member | None = None, **detail: Any
) -> CaseEvent:
    """A line in the history of a case. Without a member: what the person or the site did."""
    event = CaseEvent(case=case, kind=kind, at=at)
    if member is not None:
        event.by_id, event.by_name, event.by_role = member.pk, member.name, acting_role(member)
    event.detail = detail
    event.save(force_insert=True)
    return event


def _became(outcome: Outcome, note: str) -> dict[str, Any]:
    """What a line of the history holds of an outcome."""
    return {"outcome": outcome.value, **({"note": note} if note else {})}


_TO_DO: dict[str, Any] = {"state": State.TODO, "remind_at": None, "done_at": None, "outcome": ""}


def _change(
    case: Case,
    member: Member | None,
    now: datetime,
    revision: int,
    kind: EventKind,
    states: Collection[str],
    changes: dict[str, Any],
    detail: dict[str, Any] | None = None,
) -> Case:
    """The one way a case changes: if it still has this revision and one of these states."""
    with transaction.atomic():
        rows = Case.objects.filter(pk=case.pk, revision=revision, state__in=states)
        if not rows.update(**changes, revision=F("revision") + 1):
            raise StaleError(_fresh(case))
        add_event(case, kind, now, member, **(detail or {}))
        return _fresh(case)


def _tell(case: Case, kind: EventKind, now: datetime) -> None:
    """Let the receiver that the settings name hear of it, in this transaction."""
    import_string(settings.CASE_NEWS)(case, kind, now)


def _is_said_again(before: Case, answer: str, now: datetime) -> bool:
    """Whether the same was said just now, and nobody did anything about it since."""
    if before.went != answer or before.state != State.TODO or before.reached_at is not None:
        return False
    return before.events.filter(kind=EventKind.WENT, at__gt=now - SAME_NEWS).exists()


def _own_place(case: Case) -> dict[str, Any]:
    """Where a case stands by its level alone, and when it is due by it."""
    due = case.assessment.due_at
    return {"due_at": due, "queue_key": _key(case, case.level, due)}


def _key(case: Case, level: int | None, due: datetime | None) -> str:
    score = (case.assessment.priority or 0) % 100
    return queue_key(priority_of(level, score), due, case.arrived_at)


def _fresh(case: Case) -> Case:
    return Case.objects.select_related("assessment", "assignee__member").get(pk=case.pk)


def _until_due(unread: Case, until: datetime, now: datetime) -> datetime:
    """How long an unread case may wait. UnreadError: not at all."""
    due = unread.due_at
    if is_urgent(unread.level) or is_held(unread.level, unread.queue_key) or (due is not None and due <= now):
        raise UnreadError
    return until if due is None else min(until, due)
