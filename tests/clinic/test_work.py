"""Working on a case: each change once, each with its line of history, and never over another's head."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from assessments.models import Assessment
from clinic.cases import work
from clinic.cases.arrivals import receive
from clinic.cases.due import hours_of
from clinic.cases.keys import priority_of, queue_key
from clinic.cases.work import StaleError, UnreachedError, UnreadError
from clinic.models import Case, CaseEvent, Member
from clinic.models.case import EventKind, Outcome, State
from clinic.models.staff import Role
from tests.clinic.queueing import sent
from tests.clinic.staffing import as_member, member
from triage.model import Level, Pathway
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def nurse() -> Member:
    """A nurse."""
    found: Member = as_member(member())
    return found


@pytest.fixture
def desk() -> Member:
    """Somebody at the front desk."""
    found: Member = as_member(member("invented.desk", Role.FRONT_DESK))
    return found


@pytest.fixture
def case() -> Case:
    """An urgent case that nobody has read."""
    return sent("DEMO-03", NOW)


def _kinds(case: Case) -> list[str]:
    return list(CaseEvent.objects.filter(case=case).order_by("at", "id").values_list("kind", flat=True))


def _detail(case: Case, kind: EventKind) -> Any:
    return CaseEvent.objects.filter(case=case, kind=kind).latest("at").detail


def test_what_was_sent_has_a_case_and_a_line(case: Case) -> None:
    assert (case.state, case.level, case.pathway) == (State.TODO, 4, "adult")
    assert _kinds(case) == [EventKind.ARRIVED]
    assert case.person
    assert case.first_read_at is None


def test_reading_is_noted_once_and_only_by_a_clinical_eye(case: Case, nurse: Member, desk: Member) -> None:
    assert work.mark_read(case, desk, NOW).first_read_at is None
    assert work.mark_read(case, nurse, NOW).first_read_at == NOW
    again = work.mark_read(case, nurse, NOW + timedelta(hours=1))
    assert (again.first_read_at, again.first_read_role) == (NOW, Role.NURSE)
    assert _kinds(case).count(EventKind.READ) == 1


def test_answers_that_arrived_while_a_page_was_open_stay_unread(nurse: Member) -> None:
    shown = sent("DEMO-02", NOW)
    row = Assessment.objects.get(pk=shown.pk)
    row.submitted_at = NOW + timedelta(minutes=5)
    row.save()
    receive(row, NOW + timedelta(minutes=5))
    assert work.mark_read(shown, nurse, NOW + timedelta(minutes=6)).first_read_at is None
    fresh = Case.objects.get(pk=shown.pk)
    assert work.mark_read(fresh, nurse, NOW + timedelta(minutes=7)).first_read_at is not None


def test_what_arrives_again_is_to_do_again_and_stays_with_who_has_it(nurse: Member) -> None:
    case = sent("DEMO-02", NOW)
    case = work.mark_read(work.claim(case, nurse, NOW, revision=case.revision), nurse, NOW)
    case = work.finish(case, nurse, NOW, Outcome.CALLED, revision=case.revision)
    receive(Assessment.objects.get(pk=case.pk), NOW)
    fresh = Case.objects.get(pk=case.pk)
    assert (fresh.state, fresh.first_read_at, fresh.outcome, fresh.reached_at) == (State.TODO, None, "", None)
    assert fresh.assignee_id == nurse.pk
    assert fresh.revision == case.revision + 1
    assert EventKind.ARRIVED_AGAIN in _kinds(case)


Change = Callable[[Case, Member, datetime, int], Case]
CHANGES: dict[str, Change] = {
    "claim": lambda case, who, now, revision: work.claim(case, who, now, revision=revision),
    "release": lambda case, who, now, revision: work.release(case, who, now, revision=revision),
    "assign": lambda case, who, now, revision: work.assign(case, who, who.user, now, revision=revision),
    "wait": lambda case, who, now, revision: work.wait(
        case, who, now, until=now + timedelta(hours=1), revision=revision
    ),
    "contact": lambda case, who, now, revision: work.note_contact(
        case, who, now, Outcome.NOT_REACHED, revision=revision
    ),
    "finish": lambda case, who, now, revision: work.finish(case, who, now, Outcome.CALLED, revision=revision),
    "message": lambda case, who, now, revision: work.send_message(case, who, now, "Hello", revision=revision),
    "level": lambda case, who, now, revision: work.change_level(case, who, now, 5, revision=revision),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_counts_up_and_leaves_a_line(case: Case, nurse: Member, name: str) -> None:
    work.mark_read(case, nurse, NOW)
    before = len(_kinds(case))
    changed = CHANGES[name](case, nurse, NOW, case.revision)
    assert changed.revision == case.revision + 1
    event = CaseEvent.objects.filter(case=case).order_by("at").last()
    assert len(_kinds(case)) == before + 1
    assert event is not None


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_to_a_case_that_somebody_changed_meanwhile_does_nothing(
    case: Case, nurse: Member, desk: Member, name: str
) -> None:
    work.mark_read(case, nurse, NOW)
    changed = work.claim(case, desk, NOW, revision=case.revision)
    before = len(_kinds(case))
    with pytest.raises(StaleError) as stale:
        CHANGES[name](case, nurse, NOW, case.revision)
    assert stale.value.case.assignee_id == desk.pk
    assert len(_kinds(case)) == before
    assert Case.objects.get(pk=case.pk).revision == changed.revision


def test_nothing_is_done_that_no_nurse_or_clinician_has_read(case: Case, nurse: Member) -> None:
    with pytest.raises(UnreadError):
        work.finish(case, nurse, NOW, Outcome.CALLED, revision=case.revision)
    fresh = Case.objects.get(pk=case.pk)
    assert (fresh.state, fresh.revision) == (State.TODO, case.revision)
    assert EventKind.DONE not in _kinds(case)


def test_done_and_opened_again(case: Case, nurse: Member) -> None:
    case = work.mark_read(case, nurse, NOW)
    done = work.finish(case, nurse, NOW, Outcome.SENT_TO_ER, revision=case.revision)
    assert (done.state, done.done_at, done.outcome) == (State.DONE, NOW, Outcome.SENT_TO_ER)
    assert done.reached_at == NOW
    with pytest.raises(StaleError):
        work.wait(done, nurse, NOW, until=NOW + timedelta(hours=1), revision=done.revision)
    again = work.reopen(done, nurse, NOW, revision=done.revision)
    assert (again.state, again.done_at, again.outcome) == (State.TODO, None, "")
    assert again.first_read_at == NOW


def test_waiting_comes_back_by_itself_once(case: Case, nurse: Member) -> None:
    until = NOW + timedelta(hours=2)
    work.wait(work.mark_read(case, nurse, NOW), nurse, NOW, until=until, revision=case.revision)
    assert work.wake_due(until - timedelta(seconds=1)) == 0
    assert work.wake_due(until) == 1
    assert work.wake_due(until) == 0
    fresh = Case.objects.get(pk=case.pk)
    assert (fresh.state, fresh.remind_at) == (State.TODO, until)
    assert _kinds(case).count(EventKind.WOKEN) == 1
    with pytest.raises(ValueError, match="future"):
        work.wait(fresh, nurse, NOW, until=NOW, revision=fresh.revision)


def _never_read(level: int | None, due: timedelta | None) -> Case:
    case = sent("DEMO-07", NOW)
    Case.objects.filter(pk=case.pk).update(level=level, due_at=NOW + due if due is not None else None)
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize("level", [5, 4, None])
@pytest.mark.parametrize("role", ["desk", "nurse"])
def test_nobody_puts_an_urgent_case_away_that_nobody_has_read(
    desk: Member, nurse: Member, level: int | None, role: str
) -> None:
    case, who = _never_read(level, timedelta(hours=3)), {"desk": desk, "nurse": nurse}[role]
    with pytest.raises(UnreadError):
        work.wait(case, who, NOW, until=NOW + timedelta(hours=1), revision=case.revision)
    fresh = Case.objects.get(pk=case.pk)
    assert (fresh.state, fresh.revision) == (State.TODO, case.revision)
    assert EventKind.WAITING not in _kinds(case)
    read = work.mark_read(case, nurse, NOW)
    until = NOW + timedelta(days=300)
    assert work.wait(read, who, NOW, until=until, revision=read.revision).remind_at == until


@pytest.mark.parametrize("hours", [1, 24 * 300])
def test_an_unread_case_comes_back_at_the_latest_when_it_is_due(desk: Member, hours: int) -> None:
    case, until = _never_read(3, timedelta(hours=70)), NOW + timedelta(hours=hours)
    waiting = work.wait(case, desk, NOW, until=until, revision=case.revision)
    assert waiting.remind_at == min(until, NOW + timedelta(hours=70))
    assert _detail(case, EventKind.WAITING) == {"until": waiting.remind_at.isoformat()}


def test_an_unread_case_that_is_due_does_not_wait(desk: Member) -> None:
    case = _never_read(2, timedelta(0))
    with pytest.raises(UnreadError):
        work.wait(case, desk, NOW, until=NOW + timedelta(minutes=1), revision=case.revision)


def test_what_was_urgent_when_it_was_shared_does_not_wait_unread(desk: Member) -> None:
    """It keeps the place of the level at which it was shared until somebody has read it."""
    case = _never_read(1, None)
    Case.objects.filter(pk=case.pk).update(queue_key=queue_key(priority_of(5, 0), NOW, NOW))
    with pytest.raises(UnreadError):
        work.wait(case, desk, NOW, until=NOW + timedelta(minutes=1), revision=case.revision)


def test_answers_that_arrived_since_a_case_was_read_are_not_put_away_with_it(nurse: Member) -> None:
    shown = work.mark_read(sent("DEMO-02", NOW), nurse, NOW)
    receive(Assessment.objects.get(pk=shown.pk), NOW)
    with pytest.raises(StaleError):
        work.wait(shown, nurse, NOW, until=NOW + timedelta(hours=1), revision=shown.revision)


@pytest.mark.parametrize("level", [5, 4, None, 3, 2, 1])
def test_an_urgent_case_is_not_done_while_nobody_was_reached(nurse: Member, level: int | None) -> None:
    case = work.mark_read(_never_read(level, None), nurse, NOW)
    if level in (5, 4, None):
        with pytest.raises(UnreachedError):
            work.finish(case, nurse, NOW, Outcome.NOT_REACHED, revision=case.revision)
        assert Case.objects.get(pk=case.pk).state == State.TODO
        assert EventKind.DONE not in _kinds(case)
    outcome = Outcome.CALLED if level in (5, 4, None) else Outcome.NOT_REACHED
    done = work.finish(case, nurse, NOW, outcome, revision=case.revision)
    assert done.state == State.DONE


def test_a_try_that_reached_nobody_leaves_the_call_to_make(nurse: Member) -> None:
    case = sent("DEMO-02", NOW)
    tried = work.note_contact(case, nurse, NOW, Outcome.NOT_REACHED, revision=case.revision)
    assert tried.reached_at is None
    reached = work.note_contact(tried, nurse, NOW, Outcome.CALLED, revision=tried.revision)
    assert reached.reached_at == NOW
    assert _detail(case, EventKind.CONTACT) in ({"outcome": "called"}, {"outcome": "not_reached"})


# --- the level ----------------------------------------------------------------------------------------


def test_a_raised_level_is_due_from_now_and_to_do_again(nurse: Member) -> None:
    case = sent("DEMO-08", NOW)
    waiting = work.wait(case, nurse, NOW, until=NOW + timedelta(days=2), revision=case.revision)
    raised = work.change_level(waiting, nurse, NOW, 4, revision=waiting.revision)
    assert (raised.state, raised.level, raised.remind_at) == (State.TODO, 4, None)
    assert raised.due_at == NOW + timedelta(hours=4)
    assert raised.queue_key < case.queue_key
    assert _detail(case, EventKind.LEVEL) == {"from": 1, "to": 4}
    assert Assessment.objects.get(pk=case.pk).level == 1  # what the rules said stays


def test_a_raised_level_keeps_an_earlier_due_time(nurse: Member) -> None:
    case = sent("DEMO-04", NOW)  # overdue since two hours
    raised = work.change_level(case, nurse, NOW, 5, revision=case.revision)
    assert raised.due_at == case.due_at


@pytest.mark.parametrize(("level", "hours"), [(3, 24), (2, 48), (1, None)])
def test_a_lowered_level_is_due_from_when_it_was_answered(
    nurse: Member, level: int, hours: int | None
) -> None:
    case = sent("DEMO-03", NOW)
    lowered = work.change_level(case, nurse, NOW, level, revision=case.revision)
    expected = case.answered_at + timedelta(hours=hours) if hours else None
    assert (lowered.level, lowered.due_at) == (level, expected)
    assert lowered.queue_key > case.queue_key


@pytest.mark.parametrize("pathway", PATHWAYS.values(), ids=lambda pathway: pathway.name)
@pytest.mark.parametrize("level", list(Level))
def test_a_level_is_due_as_soon_as_any_of_its_rules_asks(pathway: Pathway, level: Level) -> None:
    hours = hours_of(pathway.name, level)
    asked = [rule.hours for rule in pathway.rules if rule.level is level]
    if level is Level.SELF_CARE:
        assert hours is None
    else:
        assert hours in asked
        assert all(hours is not None and hours <= other for other in asked)


def test_calling_a_case_done_moves_no_time_at_which_somebody_was_reached(nurse: Member) -> None:
    case = work.mark_read(sent("DEMO-02", NOW), nurse, NOW)
    called = work.note_contact(case, nurse, NOW, Outcome.CALLED, revision=case.revision)
    later = NOW + timedelta(minutes=40)
    done = work.finish(called, nurse, later, Outcome.SENT_TO_ER, revision=called.revision)
    assert (done.reached_at, done.done_at) == (NOW, later)
    again = work.note_contact(done, nurse, later, Outcome.CALLED, revision=done.revision)
    assert again.reached_at == later


def test_what_is_done_by_the_first_call_was_reached_then(nurse: Member) -> None:
    case = work.mark_read(sent("DEMO-02", NOW), nurse, NOW)
    assert work.finish(case, nurse, NOW, Outcome.CALLED, revision=case.revision).reached_at == NOW


def test_a_case_without_a_level_gets_one(nurse: Member) -> None:
    case = sent("DEMO-03", NOW)
    Assessment.objects.filter(pk=case.pk).update(level=None, priority=None)
    Case.objects.filter(pk=case.pk).update(level=None, due_at=None, queue_key="0" * 26)
    case = Case.objects.select_related("assessment").get(pk=case.pk)
    judged = work.change_level(case, nurse, NOW, 2, revision=case.revision)
    assert (judged.level, judged.due_at) == (2, NOW + timedelta(hours=48))


# --- the person ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["not_yet", "not_going"])
def test_who_did_not_go_is_work_again(nurse: Member, answer: str) -> None:
    case = work.mark_read(sent("DEMO-02", NOW), nurse, NOW)
    done = work.finish(case, nurse, NOW, Outcome.SENT_TO_ER, revision=case.revision)
    told = work.person_went(done, NOW, answer)
    assert (told.state, told.went, told.reached_at) == (State.TODO, answer, None)
    assert _detail(case, EventKind.WENT) == {"answer": answer}


@pytest.mark.parametrize("answer", ["went", "on_the_way"])
def test_who_went_changes_nothing_of_the_work(nurse: Member, answer: str) -> None:
    case = work.mark_read(sent("DEMO-02", NOW), nurse, NOW)
    done = work.finish(case, nurse, NOW, Outcome.SENT_TO_ER, revision=case.revision)
    told = work.person_went(done, NOW, answer)
    assert (told.state, told.went, told.outcome) == (State.DONE, answer, Outcome.SENT_TO_ER)


def test_other_answers_are_refused(case: Case) -> None:
    with pytest.raises(ValueError, match="whether they went"):
        work.person_went(case, NOW, "perhaps")
