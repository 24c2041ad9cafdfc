"""Where the work on a case stands, and what is to be done first, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.finishing import frozen_result
from assessments.languages import foreign
from assessments.models import Assessment, Status
from assessments.summary.case import Case as Opened
from assessments.summary.clock import call_by, clinic_time, due_in_words
from assessments.summary.header import level_words
from assessments.summary.model import Line, Said
from assessments.text import Stored, as_stored
from clinic.cases.answers import not_sure
from clinic.cases.changes import KeptRisk
from clinic.cases.due import is_overdue
from clinic.loop.stopped import told
from clinic.models import Case
from clinic.models.case import State
from clinic.models.staff import Role
from clinic.paper import next_step
from clinic.queue.rows import WENT_WORDS, assignee_name, done_words
from triage.frozen import FrozenResult
from triage.model import Level, Transport
from triage_site.vault import VaultError

MOST_NAMED = 4


@dataclass(frozen=True)
class First:
    """What is read before all else. `by_rules`: the computed level, where a review says another one.

    `facts`: where the work stands, and whether that is late. `why`: the rules that decided, each with its
    words. `to_do`: what to do now, in order.
    """

    level: str
    level_number: int
    by_rules: str
    facts: tuple[tuple[Line, bool], ...]
    why: tuple[tuple[str, Stored], ...]
    to_do: tuple[str, ...]
    phone: str
    private_call: tuple[Line, ...]


def first_of(case: Case, opened: Opened, kept: Sequence[KeptRisk], now: datetime) -> First:
    """The level, why, and what to do now."""
    level = Level(case.level) if case.level else None
    return First(
        level=level_words(level),
        level_number=int(level or 0),
        by_rules=level_words(opened.level) if opened.level != level else "",
        facts=tuple(
            (line, line.label == _("Due") and is_overdue(case, now)) for line in status_lines(case, now)
        ),
        why=_why(opened.result),
        to_do=tuple(_to_do(case, opened, kept)),
        phone=str(opened.contact.get("phone") or ""),
        private_call=tuple(_private_call(opened)),
    )


def why_of(row: Assessment) -> tuple[tuple[str, Stored], ...]:
    """The rules that decided, each with its words; none where they cannot be read, which the page says."""
    try:
        return _why(frozen_result(row))
    except VaultError:
        return ()


def _why(result: FrozenResult) -> tuple[tuple[str, Stored], ...]:
    deciding = (finding for finding in result["findings"] if finding["level"] == result["level"])
    return tuple((finding["id"], as_stored(finding["clinician"])) for finding in deciding)


def status_lines(case: Case, now: datetime) -> tuple[Line, ...]:
    """Where the work stands."""
    return tuple(Line(label, (Said(words),)) for label, words in _status(case, now))


def due_words(case: Case, now: datetime) -> str:
    """By when, as a review left it; "" where no visit is due. What is done is not late any more."""
    if case.due_at is None or case.state == State.DONE:
        return clinic_time(case.due_at) if case.due_at else ""
    return f"{clinic_time(case.due_at)} ({due_in_words(case.due_at, now)})"


def _status(case: Case, now: datetime) -> Iterator[tuple[str, str]]:
    yield _("Status"), _state(case)
    if case.state != State.DONE:
        yield _("Due"), due_in_words(case.due_at, now)
    if case.reached_at:
        yield _("Reached"), clinic_time(case.reached_at)
    yield _("With"), assignee_name(case) or _("nobody yet")
    if case.first_read_at:
        role = str(Role(case.first_read_role).label) if case.first_read_role else ""
        words = {"when": clinic_time(case.first_read_at), "role": role}
        yield _("First read"), _("%(when)s (%(role)s)") % words if role else words["when"]
    else:
        yield _("First read"), _("not yet")
    if case.earlier_level and not case.forms_before:
        yield _("Shared before"), level_words(Level(case.earlier_level))
    if case.went:
        yield _("The person says"), str(WENT_WORDS.get(case.went, case.went))


def _state(case: Case) -> str:
    label = str(State(case.state).label)
    if case.state == State.WAITING and case.remind_at:
        return _("%(state)s until %(time)s") % {"state": label, "time": clinic_time(case.remind_at)}
    if case.state == State.DONE:
        return done_words(case, clinic_time(case.done_at) if case.done_at else "")
    return label


def _to_do(case: Case, opened: Opened, kept: Sequence[KeptRisk]) -> Iterator[str]:
    if case.state == State.DONE:
        yield _("This case is done. Open it again if there is something to do.")
    else:
        if case.call_first and case.reached_at is None and opened.row.status != Status.STOPPED:
            yield _("Phone the person now and ask whether they got help.")
        yield _call(case, opened)
    for flag in opened.result["flags"]:
        if case.reached_at:
            yield _("%(flag)s: check that the call covered it.") % {"flag": flag["id"]}
        else:
            yield f"{flag['id']}: {call_by(flag['hours'], opened.answered_at)}."
    language = foreign(opened.row.language)
    if language:
        words = _("The person answered in %(language)s: have an interpreter for the call if needed.")
        yield words % {"language": language.name}
    if kept:
        labels = _named([risk.label for risk in kept])
        yield _("Ask about what an earlier form reported and this one does not: %(items)s.") % {
            "items": labels
        }
    doubts = not_sure(opened)
    if doubts:
        yield _("Ask again what is not excluded: %(items)s.") % {"items": _named(doubts)}


def _call(case: Case, opened: Opened) -> str:
    """What to do at this level; who stopped at the emergency page is asked whether they got there."""
    if case.reached_at:
        return after_call(case)
    transport = Transport(opened.result["transport"]) if opened.result["transport"] else None
    if case.level is None:
        return _("No rule has judged this. Phone the person now and ask what they answered.")
    if opened.row.status == Status.STOPPED and case.level == Level.EMERGENCY_NOW:
        stop = told(case.assessment)
        return f"{_('Phone the person now and ask whether they got help.')} {stop.sentence if stop else ''}"
    return next_step(Level(case.level), transport).action


def after_call(case: Case) -> str:
    """What is left once somebody spoke with the person: not the same call again."""
    assert case.reached_at is not None
    level = level_words(Level(case.level) if case.level else None)
    words = _(
        "The person was reached: %(time)s. Check that what was agreed fits the level (%(level)s). Then put it"
        " to wait until the next call, or call it done."
    )
    return words % {"time": clinic_time(case.reached_at), "level": level}


def _private_call(opened: Opened) -> Iterator[Line]:
    private = str(opened.contact.get("private_call") or "")
    if private:
        yield Line(_("Private call"), (opened.sheet.writing.own(private),))


def _named(labels: Sequence[str]) -> str:
    """The first few by name, and how many more there are."""
    named = "; ".join(labels[:MOST_NAMED])
    more = len(labels) - MOST_NAMED
    if more <= 0:
        return named
    rest = ngettext("and %(number)s more", "and %(number)s more", more) % {"number": more}
    return f"{named}; {rest}"
