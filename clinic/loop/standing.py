"""Where a check stands at the clinic, in the person's words. Roles, never names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, cast

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.languages import Language, foreign
from assessments.outcome import clinic_time
from clinic.models import Case, CaseEvent
from clinic.models.case import EventKind, Outcome, State
from clinic.models.staff import Role
from triage.model import Level
from triage_site.vault import VaultError

# After an emergency result: so long until the person is asked whether they went.
ASK_AFTER = timedelta(minutes=30)
WENT = "went"
NOT_THERE = frozenset({"not_yet", "not_going"})

READ_BY: dict[str, str | Promise] = {
    Role.NURSE: gettext_lazy("by a nurse"),
    Role.CLINICIAN: gettext_lazy("by a clinician"),
}
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
    TRIED = "tried"
    SPOKE = "spoke"
    DONE = "done"


@dataclass(frozen=True)
class Message:
    """What the care team wrote. `language`: set where it is not the page's. `text` is None if unreadable."""

    at: str
    text: str | None
    language: Language | None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the status page says about one check. Times are in words; "" where something did not happen.

    `agreed`: what came of the last contact. `sent_to_er`: when staff said to go, after the result or
    instead of it. `raised`: staff want the person seen sooner than the result said. `went`: the last answer
    to whether they went. `asks_whether_went`: it is time to ask.
    """

    stage: Stage
    sent: str
    read: str
    read_by: str
    tried: tuple[str, ...]
    agreed: str
    agreed_at: str
    sent_to_er: str
    raised: bool
    raised_to_emergency: bool
    messages: tuple[Message, ...]
    went: str
    went_at: str
    asks_whether_went: bool

    @property
    def has_not_gone(self) -> bool:
        """Whether the person said that they have not gone to the emergency room."""
        return self.went in NOT_THERE


def standing_of(case: Case, now: datetime) -> Standing:
    """Where `case` stands at `now`. Its assessment is loaded; its history is read here, in one statement."""
    events = list(case.events.order_by("at", "pk"))
    since = [event for event in events if event.at >= case.arrived_at]
    contacts = [event for event in since if event.kind in (EventKind.CONTACT, EventKind.DONE)]
    last = _detail(contacts[-1]) if contacts else {}
    outcome = str(last.get("outcome", ""))
    tried = [event for event in contacts if _detail(event).get("outcome") == Outcome.NOT_REACHED]
    to_er = [event for event in contacts if _detail(event).get("outcome") == Outcome.SENT_TO_ER]
    answers = [event for event in events if event.kind == EventKind.WENT]
    level, was = case.level or 0, case.assessment.level or 0
    return Standing(
        stage=_stage(case, outcome, now),
        sent=clinic_time(case.arrived_at),
        read=clinic_time(case.first_read_at) if case.first_read_at else "",
        read_by=str(READ_BY.get(case.first_read_role, _("by the care team"))),
        tried=tuple(clinic_time(event.at) for event in tried),
        agreed=str(AGREED.get(outcome, "")),
        agreed_at=clinic_time(contacts[-1].at) if contacts else "",
        sent_to_er=clinic_time(to_er[-1].at) if to_er else "",
        raised=level > was,
        raised_to_emergency=level > was and level == Level.EMERGENCY_NOW,
        messages=tuple(_messages(events)),
        went=str(_detail(answers[-1]).get("answer", "")) if answers else "",
        went_at=clinic_time(answers[-1].at) if answers else "",
        asks_whether_went=_is_time_to_ask(case, now),
    )


def _stage(case: Case, outcome: str, now: datetime) -> Stage:
    """The words to use. An outcome counts while the case is open as well: a call may be only the first."""
    if case.state == State.DONE:
        return Stage.DONE
    if outcome:
        return Stage.TRIED if outcome == Outcome.NOT_REACHED else Stage.SPOKE
    if case.first_read_at is not None:
        return Stage.READ
    is_overdue = case.due_at is not None and case.due_at <= now
    # An emergency is due at once, and its page says not to wait for anybody.
    return Stage.LATE if is_overdue and case.assessment.level != Level.EMERGENCY_NOW else Stage.WAITING


def _is_time_to_ask(case: Case, now: datetime) -> bool:
    row = case.assessment
    told_at = row.emergency_at or row.submitted_at
    return row.level == Level.EMERGENCY_NOW and told_at is not None and now >= told_at + ASK_AFTER


def _messages(events: Iterable[CaseEvent]) -> Iterable[Message]:
    """The newest first. One that cannot be read is told of: silence could hide what matters."""
    for event in reversed([event for event in events if event.kind == EventKind.MESSAGE]):
        detail = _detail(event)
        text = str(detail["text"]) if "text" in detail else None
        yield Message(clinic_time(event.at), text, foreign(str(detail.get("language", ""))))


def _detail(event: CaseEvent) -> dict[str, Any]:
    """What a line of the history says; nothing where it cannot be read."""
    try:
        return cast("dict[str, Any]", event.detail)
    except VaultError:
        return {}
