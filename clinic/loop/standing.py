"""Where a check stands at the clinic, in the person's words. Roles, never names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, cast

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.languages import Language, foreign
from assessments.outcome import clinic_time
from clinic.cases.keys import is_held
from clinic.cases.work import DID_NOT_GO, REACHED
from clinic.models import Case, CaseEvent
from clinic.models.case import EventKind, Outcome, State
from clinic.models.staff import Role
from triage.model import Level
from triage_site.vault import VaultError

# After an emergency result: so long until the person is asked whether they went.
ASK_AFTER = timedelta(minutes=30)
WENT = "went"
HIGHEST = max(Level)

READ_BY: dict[str, str | Promise] = {
    Role.NURSE: gettext_lazy("by a nurse"),
    Role.CLINICIAN: gettext_lazy("by a clinician"),
}
HAS_READ: dict[str, str | Promise] = {
    Role.NURSE: gettext_lazy("A nurse has read it: %(time)s"),
    Role.CLINICIAN: gettext_lazy("A clinician has read it: %(time)s"),
}
# What staff do after the first reading that is work on it. A contact has words of its own.
WORK = frozenset({EventKind.MESSAGE, EventKind.LEVEL})
AGREED: dict[str, str | Promise] = {
    Outcome.CALLED: gettext_lazy("The care team talked with you by phone."),
    Outcome.BOOKED: gettext_lazy("A visit was booked. Not sure when or where? Call the clinic."),
    Outcome.SENT_TO_ER: gettext_lazy("The care team said to go to the emergency room."),
    Outcome.ADVICE: gettext_lazy("The care team told you what you can do at home."),
    Outcome.NOT_REACHED: gettext_lazy("The care team could not reach you. Please call the clinic."),
}


class Stage(Enum):
    """How far it is. The value names the words in templates/loop/_standing.html."""

    WAITING = "waiting"
    LATE = "late"
    READ = "read"
    WORKING = "working"
    TRIED = "tried"
    SPOKE = "spoke"
    DONE = "done"


@dataclass(frozen=True)
class Message:
    """What the care team wrote. `language`: set where it is not the page's. `text` is None if unreadable.

    `is_outdated`: staff said since then that it is more urgent.
    """

    at: str
    text: str | None
    language: Language | None
    is_outdated: bool


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the status page says about one check. Times are in words; "" where something did not happen.

    `has_read`: that somebody read it, and when. `agreed`: what came of the last contact. `sent_to_er`: when
    staff said to go, after the result or instead of it. `raised`: staff want the person seen sooner than the
    result said. `is_sent_elsewhere`: they said to go to the ER, and nothing below says so. `went`: the last
    answer to whether they went. `asks_whether_went`: it is time to ask.
    """

    stage: Stage
    sent: str
    read: str
    read_by: str
    has_read: str
    tried: tuple[str, ...]
    agreed: str
    agreed_at: str
    sent_to_er: str
    raised: bool
    raised_to_emergency: bool
    is_sent_elsewhere: bool
    messages: tuple[Message, ...]
    went: str
    went_at: str
    asks_whether_went: bool

    @property
    def has_not_gone(self) -> bool:
        """Whether the person said that they have not gone to the emergency room."""
        return self.went in DID_NOT_GO


def standing_of(case: Case, now: datetime) -> Standing:
    """Where `case` stands at `now`. Its assessment is loaded; its history is read here."""
    events = list(case.events.order_by("at", "pk"))
    since = [event for event in events if event.at >= case.arrived_at]
    contacts = _contacts(since)
    outcome, at = contacts[-1] if contacts else ("", None)
    to_er = [at for outcome, at in contacts if outcome == Outcome.SENT_TO_ER]
    answers = [event for event in events if event.kind == EventKind.WENT]
    level, was = case.level or 0, case.assessment.level or 0
    is_sent_elsewhere = bool(to_er) and Level.EMERGENCY_NOW not in (level, was)
    is_sooner = level > was or is_sent_elsewhere
    return Standing(
        stage=_stage(case, outcome, since, now),
        sent=clinic_time(case.arrived_at),
        read=clinic_time(case.first_read_at) if case.first_read_at else "",
        read_by=str(READ_BY.get(case.first_read_role, _("by the care team"))),
        has_read=_has_read(case),
        tried=tuple(clinic_time(at) for outcome, at in contacts if outcome == Outcome.NOT_REACHED),
        agreed=str(AGREED.get(outcome, "")),
        agreed_at=clinic_time(at) if at else "",
        sent_to_er=clinic_time(to_er[-1]) if to_er else "",
        raised=level > was,
        raised_to_emergency=level > was and level == Level.EMERGENCY_NOW,
        is_sent_elsewhere=is_sent_elsewhere,
        messages=tuple(_messages(events, _urgent_since(events, to_er) if is_sooner else None)),
        went=str(_detail(answers[-1]).get("answer", "")) if answers else "",
        went_at=clinic_time(answers[-1].at) if answers else "",
        asks_whether_went=_is_time_to_ask(case, now),
    )


def _contacts(since: Iterable[CaseEvent]) -> list[tuple[str, datetime]]:
    """What came of each contact, and when it was.

    Calling a case done is no new call: where the person was reached before, it was then.
    """
    found: list[tuple[str, datetime]] = []
    reached: datetime | None = None
    for event in since:
        if event.kind == EventKind.WENT and _detail(event).get("answer") in DID_NOT_GO:
            reached = None
        if event.kind not in (EventKind.CONTACT, EventKind.DONE):
            continue
        outcome, at = str(_detail(event).get("outcome", "")), event.at
        if outcome in REACHED:
            reached = at = reached if reached and event.kind == EventKind.DONE else at
        found.append((outcome, at))
    return found


def _urgent_since(events: Iterable[CaseEvent], to_er: Sequence[datetime]) -> datetime | None:
    """When staff last said that it is more urgent. A change of level that cannot be read counts as such."""
    levels = [(event.at, _detail(event)) for event in events if event.kind == EventKind.LEVEL]
    raises = [at for at, detail in levels if (detail.get("to") or HIGHEST) > (detail.get("from") or 0)]
    return max([*raises, *to_er], default=None)


def _has_read(case: Case) -> str:
    if case.first_read_at is None:
        return ""
    words = str(HAS_READ.get(case.first_read_role, _("The care team has read it: %(time)s")))
    return words % {"time": clinic_time(case.first_read_at)}


def _stage(case: Case, outcome: str, since: Iterable[CaseEvent], now: datetime) -> Stage:
    """The words to use. An outcome counts while the case is open as well: a call may be only the first."""
    if case.state == State.DONE:
        return Stage.DONE
    if outcome:
        return Stage.TRIED if outcome == Outcome.NOT_REACHED else Stage.SPOKE
    if case.first_read_at is not None:
        return Stage.WORKING if _is_worked_on(case, since) else Stage.READ
    # What was shared before, and is corrected now, keeps its place with staff, and its due time.
    due = case.assessment.due_at if is_held(case.level, case.queue_key) else case.due_at
    is_overdue = due is not None and due <= now
    # An emergency is due at once, and its page says not to wait for anybody.
    return Stage.LATE if is_overdue and case.assessment.level != Level.EMERGENCY_NOW else Stage.WAITING


def _is_worked_on(case: Case, since: Iterable[CaseEvent]) -> bool:
    """Whether somebody has the case, wrote, or reviewed it. To have opened it is not yet work."""
    if case.assignee_id is not None or any(event.kind in WORK for event in since):
        return True
    return case.reviews.filter(at__gte=case.arrived_at).exists()


def _is_time_to_ask(case: Case, now: datetime) -> bool:
    row = case.assessment
    told_at = row.emergency_at or row.submitted_at
    return row.level == Level.EMERGENCY_NOW and told_at is not None and now >= told_at + ASK_AFTER


def _messages(events: Iterable[CaseEvent], urgent_since: datetime | None) -> Iterable[Message]:
    """The newest first. One that cannot be read is told of: silence could hide what matters."""
    for event in reversed([event for event in events if event.kind == EventKind.MESSAGE]):
        detail = _detail(event)
        text = str(detail["text"]) if "text" in detail else None
        language = foreign(str(detail.get("language", "")))
        is_outdated = urgent_since is not None and event.at < urgent_since
        yield Message(clinic_time(event.at), text, language, is_outdated)


def _detail(event: CaseEvent) -> dict[str, Any]:
    """What a line of the history says; nothing where it cannot be read."""
    try:
        return cast("dict[str, Any]", event.detail)
    except VaultError:
        return {}
