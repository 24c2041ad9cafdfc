"""One line of the queue in words. Who may not see clinical detail gets none of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.contact import age_on, months_on
from assessments.finishing import frozen_result
from assessments.languages import foreign
from assessments.models import Assessment, Source, Status
from assessments.summary.clock import (
    STALE_AFTER,
    age_in_words,
    age_of_answers,
    clinic_time,
    due_in_words,
    span,
)
from assessments.summary.header import level_words
from clinic.access import Act, may
from clinic.cases.due import is_overdue
from clinic.cases.persons import born_on
from clinic.models import Case, Member
from clinic.models.case import Outcome, State
from clinic.queue.chips import Chip, chips_of
from triage.model import Level, Transport
from triage.pathways import PATHWAYS
from triage_site.context import clinic_now
from triage_site.vault import VaultError

WENT_WORDS = {
    "went": gettext_lazy("Says they went"),
    "on_the_way": gettext_lazy("Says they are on the way"),
    "not_yet": gettext_lazy("Says they have not gone yet: phone them"),
    "not_going": gettext_lazy("Says they are not going: phone them"),
}


@dataclass(frozen=True)
class Viewer:
    """Who looks, when, and when they looked before (None: never)."""

    member: Member
    now: datetime
    last_look: datetime | None = None

    @property
    def sees_clinical(self) -> bool:
        """Whether clinical detail may be shown."""
        return may(self.member, Act.CLINICAL)


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    case: Case
    pk: uuid.UUID
    address: str
    reference: str
    name: str
    level: str
    level_number: int
    due: str
    due_at: str
    due_epoch: int | None
    is_overdue: bool
    who: str
    language: str
    answers_age: str
    are_answers_old: bool
    assignee: str
    is_mine: bool
    is_new: bool
    is_unread: bool
    chips: tuple[Chip, ...]
    calls: tuple[str, ...]
    repeat: tuple[str, ...]
    earlier_level: int
    arrived: str
    source: str
    standing: str
    is_unreadable: bool


def row_of(case: Case, viewer: Viewer) -> Row:
    """The line of a case. What cannot be decrypted is said and hides nothing else."""
    assessment, now = case.assessment, viewer.now
    try:
        contact = cast("Mapping[str, Any]", assessment.contact)
        name, who = str(contact.get("name") or ""), _who(case, contact)
        chips, calls = _chips(case, viewer), _calls(case, now)
        unreadable = False
    except VaultError:
        name, who, chips, calls, unreadable = "", "", (), (), True
    is_open = case.state != State.DONE
    page = "clinic:detail" if viewer.sees_clinical else "clinic:desk"
    return Row(
        case=case,
        pk=case.pk,
        address=reverse(page, args=[case.pk]),
        reference=assessment.reference or "",
        name=name or _("No name given"),
        level=level_words(Level(case.level) if case.level else None),
        level_number=case.level or 0,
        due=due_in_words(case.due_at, now) if is_open else "",
        due_at=clock(case.due_at, now) if case.due_at and is_open else "",
        due_epoch=int(case.due_at.timestamp()) if case.due_at and is_open else None,
        is_overdue=is_overdue(case, now),
        who=who,
        language=_language(assessment),
        answers_age=age_of_answers(case.answered_at, now),
        are_answers_old=now - case.answered_at > STALE_AFTER,
        assignee=assignee_name(case),
        is_mine=case.assignee_id == viewer.member.pk,
        is_new=viewer.last_look is not None and case.arrived_at > viewer.last_look,
        is_unread=case.first_read_at is None,
        chips=chips,
        calls=calls,
        repeat=_repeat(case),
        earlier_level=case.earlier_level or 0,
        arrived=clock(case.arrived_at, now),
        source=_source(assessment),
        standing=_standing(case, now),
        is_unreadable=unreadable,
    )


def assignee_name(case: Case) -> str:
    """Who has the case; "" for nobody."""
    if case.assignee is None:
        return ""
    member: Member | None = getattr(case.assignee, "member", None)
    return member.name if member else case.assignee.get_username()


def done_words(case: Case, at: str) -> str:
    """When (`at`) a case was done, and with which outcome."""
    done = _("Done %(time)s") % {"time": at} if at else _("Done")
    return f"{done}: {Outcome(case.outcome).label}" if case.outcome else done


def clock(moment: datetime, now: datetime) -> str:
    """A time of today as "14:02", any other with its date."""
    zone = clinic_now().zone
    local = timezone.localtime(moment, zone)
    is_today = local.date() == timezone.localtime(now, zone).date()
    return f"{local:%H:%M}" if is_today else clinic_time(moment)


def _who(case: Case, contact: Mapping[str, Any]) -> str:
    """Adult or child, and the age."""
    kind = _("Adult") if case.pathway == "adult" else _("Child")
    age = _age(case, contact)
    return f"{kind}, {age}" if age else kind


def _age(case: Case, contact: Mapping[str, Any]) -> str:
    """From the date of birth; without one (a stop at the emergency page) as answered."""
    if born := born_on(contact):
        day, birthday = timezone.localdate(case.answered_at, clinic_now().zone), date.fromisoformat(born)
        return age_in_words(age_on(day, birthday), months_on(day, birthday))
    answers = cast("Mapping[str, Any]", case.assessment.answers)
    years = answers.get(PATHWAYS[case.pathway].age.key)
    return age_in_words(years, answers.get("child_age_months"))


def _language(assessment: Assessment) -> str:
    """In which language the person answered, if it is not the clinic's."""
    language = foreign(assessment.language)
    return _("answered in %(language)s") % {"language": language.name} if language else ""


def _source(assessment: Assessment) -> str:
    """Who keyed in a paper form; "" for what came over the web."""
    if assessment.source != Source.PAPER:
        return ""
    return _("From paper, keyed in by %(who)s") % {"who": assessment.entered_by}


def _chips(case: Case, viewer: Viewer) -> tuple[Chip, ...]:
    if not viewer.sees_clinical:
        return ()
    return chips_of(frozen_result(case.assessment), case.answered_at)


def _calls(case: Case, now: datetime) -> tuple[str, ...]:
    """Why somebody has to phone: a stop at the emergency page, and whether the person went."""
    lines = [_stopped(case, now)] if case.call_first else []
    if case.went:
        lines.append(str(WENT_WORDS.get(case.went, case.went)))
    return tuple(lines)


def _stopped(case: Case, now: datetime) -> str:
    at = clock(case.assessment.emergency_at or case.arrived_at, now)
    if case.assessment.status != Status.STOPPED:
        told = _("Stopped at the emergency page at %(time)s, and sent other answers since.") % {"time": at}
        return _to_phone(told, case, now)
    called = frozen_result(case.assessment)["transport"] == Transport.CALL_911.value
    if called:
        text = _("Stopped at the emergency page, told to call %(number)s at %(time)s.")
    else:
        text = _("Stopped at the emergency page, told to go to the emergency room at %(time)s.")
    return _to_phone(text % {"number": clinic_now().emergency_number, "time": at}, case, now)


def _to_phone(told: str, case: Case, now: datetime) -> str:
    if case.reached_at is None:
        return _("%(told)s Phone them.") % {"told": told}
    return _("%(told)s Reached at %(time)s.") % {"told": told, "time": clock(case.reached_at, now)}


def _repeat(case: Case) -> tuple[str, ...]:
    """What the same person sent before, and after."""
    lines = []
    if case.forms_before and case.first_form_at is not None:
        words = _("Form %(number)s of this person in %(span)s; highest level before: %(level)s")
        earlier = level_words(Level(case.earlier_level) if case.earlier_level else None)
        length = span(case.arrived_at - case.first_form_at)
        lines.append(words % {"number": case.forms_before + 1, "span": length, "level": earlier})
        lines += _since_last(case)
    elif case.earlier_level:
        lines.append(_("shared before: %(level)s") % {"level": level_words(Level(case.earlier_level))})
    if case.has_newer:
        lines.append(_("This person sent a newer form"))
    return tuple(lines)


def _since_last(case: Case) -> list[str]:
    now, last = case.level or 0, case.last_level or 0
    if not last or not now or now == last:
        return []
    words = _("More urgent than the form before (%(level)s)")
    if now < last:
        words = _("Less urgent than the form before (%(level)s)")
    return [words % {"level": level_words(Level(last))}]


def _standing(case: Case, now: datetime) -> str:
    """What a case waits for, came back from, or ended with."""
    if case.state == State.DONE:
        return done_words(case, clock(case.done_at, now) if case.done_at else "")
    if case.remind_at is None:
        return ""
    time = clock(case.remind_at, now)
    if case.state == State.WAITING:
        return _("Waits until %(time)s") % {"time": time}
    return _("Back from waiting: the reminder was for %(time)s") % {"time": time}
