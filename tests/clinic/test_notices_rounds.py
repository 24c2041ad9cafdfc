"""What time makes known: forms unread too long, reminders, digests."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, time, timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from clinic.cases import work
from clinic.cases.work import wake_due
from clinic.models import Alert, Case, CaseEvent, Delivery, Member
from clinic.models.case import EventKind, Outcome, State
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.models.staff import Role
from clinic.notices import rounds
from clinic.notices.planning import plan_due
from clinic.notices.words import words_of
from tests.clinic.noticing import arrived, form_arrives, nurse, on_duty, told
from tests.clinic.staffing import enter

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _mail(settings: Settings) -> None:
    settings.EMAIL_IS_SET_UP = True


def of_kind(kind: AlertKind) -> Alert:
    """The one alert of a kind."""
    return Alert.objects.get(kind=kind)


def member_of(user: User) -> Member:
    """The member behind an account."""
    return Member.objects.get(pk=user.pk)


class TestLate:
    def test_an_emergency_unread_after_the_grace_is_told_to_all_on_duty_and_the_admins_once(self) -> None:
        now = timezone.now()
        on_duty(nurse("for.emergencies"), level=5)
        on_duty(nurse("front.desk", Role.FRONT_DESK), level=5)
        nurse("an.admin", Role.ADMIN)
        nurse("off.duty")
        case = form_arrives(5, at=now)
        plan_due(now)
        assert rounds.late(now + 9 * MINUTE) == 0
        assert rounds.late(now + 10 * MINUTE) == 1
        assert rounds.late(now + 11 * MINUTE) == 0
        plan_due(now + 11 * MINUTE)
        assert case.due_at is not None
        late = of_kind(AlertKind.LATE)
        assert late.event_key == f"late:{case.pk}:{int(case.due_at.timestamp())}"
        assert {name for name, _channel in told(late)} == {"for.emergencies", "front.desk", "an.admin"}

    def test_the_grace_is_the_clinics_to_set(self, settings: Settings) -> None:
        settings.LATE_GRACE_MINUTES = 3
        now = timezone.now()
        form_arrives(5, at=now)
        assert rounds.late(now + 3 * MINUTE) == 1

    def test_a_form_of_today_is_late_at_its_due_time_not_before(self) -> None:
        now = timezone.now()
        case = form_arrives(4, at=now)
        assert case.due_at is not None
        assert rounds.late(case.due_at - MINUTE) == 0
        assert rounds.late(case.due_at) == 1

    def test_with_nobody_on_duty_those_with_other_hours_are_told_beside_the_admins(self) -> None:
        now = timezone.now()
        on_duty(nurse("at.other.times"), days="", start=time(1), end=time(2))
        nurse("an.admin", Role.ADMIN)
        form_arrives(5, at=now)
        rounds.late(now + timedelta(hours=1))
        plan_due(now + timedelta(hours=1))
        assert {name for name, _ in told(of_kind(AlertKind.LATE))} == {"at.other.times", "an.admin"}

    def test_a_form_that_was_put_to_wait_unread_is_late_all_the_same(self) -> None:
        now = timezone.now()
        form_arrives(5, at=now)
        Case.objects.update(state=State.WAITING, remind_at=now + timedelta(days=3))
        assert rounds.late(now + timedelta(hours=1)) == 1

    def test_what_no_rule_judged_is_late_after_the_grace(self) -> None:
        now = timezone.now()
        form_arrives(2, at=now)
        Case.objects.update(level=None, due_at=None)
        assert rounds.late(now + 10 * MINUTE) == 1

    @pytest.mark.parametrize("change", ["read", "done"])
    def test_what_was_read_or_is_done_is_never_late(self, change: str) -> None:
        now = timezone.now()
        form_arrives(5, at=now)
        Case.objects.update(**({"first_read_at": now} if change == "read" else {"state": State.DONE}))
        assert rounds.late(now + timedelta(days=1)) == 0

    def test_self_care_has_no_due_time_and_is_never_late(self) -> None:
        now = timezone.now()
        form_arrives(2, at=now)
        Case.objects.update(level=1, due_at=None)
        assert rounds.late(now + timedelta(days=300)) == 0

    def test_more_answers_may_be_late_again(self) -> None:
        now = timezone.now()
        form_arrives(5, at=now)
        later = now + timedelta(hours=1)
        assert rounds.late(later) == 1
        Case.objects.update(arrived_at=later + MINUTE, due_at=later + MINUTE)
        assert rounds.late(later + timedelta(hours=1)) == 1


class TestTheLastCall:
    def test_what_nobody_read_after_it_was_told_to_be_late_is_told_to_everybody_once(
        self, settings: Settings
    ) -> None:
        settings.SMS_GATEWAY_URL = "https://gateway.invalid/"
        now = timezone.now()
        on_duty(nurse("on.duty"), level=5)
        nurse("off.duty", phone="555 555 0142")
        nurse("front.desk", Role.FRONT_DESK)
        nurse("an.auditor", Role.AUDITOR)
        case = form_arrives(5, at=now)
        assert rounds.late(now + 10 * MINUTE) == 1
        assert rounds.still_unread(now + 19 * MINUTE) == 0
        assert rounds.still_unread(now + 20 * MINUTE) == 1
        assert rounds.still_unread(now + 40 * MINUTE) == 0, "it is the last"
        plan_due(now + 20 * MINUTE)
        last = of_kind(AlertKind.STILL_UNREAD)
        assert case.due_at is not None
        assert last.event_key == f"late2:{case.pk}:{int(case.due_at.timestamp())}"
        assert told(last) == {
            ("on.duty", "email"),
            ("off.duty", "email"),
            ("off.duty", "text"),
            ("front.desk", "email"),
        }

    def test_a_form_that_is_not_urgent_wakes_nobody_in_the_night_after(self) -> None:
        now = timezone.now()
        case = form_arrives(2, at=now)
        assert case.due_at is not None
        assert rounds.late(case.due_at) == 1
        assert rounds.still_unread(case.due_at + timedelta(hours=23)) == 0
        assert rounds.still_unread(case.due_at + timedelta(hours=24)) == 1

    @pytest.mark.parametrize("change", ["read", "done"])
    def test_what_was_read_or_is_done_needs_none(self, change: str) -> None:
        now = timezone.now()
        form_arrives(5, at=now)
        rounds.late(now + 10 * MINUTE)
        Case.objects.update(**({"first_read_at": now} if change == "read" else {"state": State.DONE}))
        assert rounds.still_unread(now + timedelta(days=3)) == 0

    def test_more_answers_begin_anew(self) -> None:
        now = timezone.now()
        form_arrives(5, at=now)
        rounds.late(now + 10 * MINUTE)
        rounds.still_unread(now + 20 * MINUTE)
        again = now + timedelta(hours=1)
        Case.objects.update(arrived_at=again, due_at=again)
        assert rounds.still_unread(again + 10 * MINUTE) == 0, "not told yet that it is late"
        assert rounds.late(again + 10 * MINUTE) == 1
        assert rounds.still_unread(again + 20 * MINUTE) == 1


class TestReminders:
    def waiting(self, now: datetime, assignee: str = "") -> Case:
        case = form_arrives(2, at=now)
        user = nurse(assignee) if assignee else None
        Case.objects.update(state=State.WAITING, remind_at=now + MINUTE, assignee=user, first_read_at=now)
        return case

    def test_who_takes_care_of_it_is_told_and_the_case_comes_back(self) -> None:
        now = timezone.now()
        case = self.waiting(now, "takes.care")
        on_duty(nurse("on.duty"), level=1)
        assert wake_due(now) == 0
        assert wake_due(now + MINUTE) == 1
        plan_due(now + MINUTE)
        assert told(of_kind(AlertKind.REMINDER)) == {("takes.care", "email")}
        case.refresh_from_db()
        assert case.state == State.TODO
        assert CaseEvent.objects.filter(case=case, kind=EventKind.WOKEN).count() == 1

    def test_a_worker_that_died_in_between_leaves_one_reminder_and_one_case_that_comes_back(self) -> None:
        now = timezone.now()
        case = self.waiting(now, "takes.care")
        key = f"reminder:{case.pk}:{int((now + MINUTE).timestamp())}"
        Alert.objects.create(event_key=key, kind=AlertKind.REMINDER, case=case, at=now)
        assert wake_due(now + MINUTE) == 1
        assert Alert.objects.filter(kind=AlertKind.REMINDER).count() == 1

    def test_of_what_nobody_takes_care_of_those_on_duty_are_told(self) -> None:
        now = timezone.now()
        self.waiting(now)
        on_duty(nurse("on.duty"), level=1)
        wake_due(now + MINUTE)
        plan_due(now + MINUTE)
        assert told(of_kind(AlertKind.REMINDER)) == {("on.duty", "email")}

    @pytest.mark.parametrize("first", ["a page", "the worker"])
    def test_it_is_told_once_whoever_brings_the_case_back(self, client: Client, first: str) -> None:
        now = timezone.now()
        self.waiting(now - timedelta(hours=1), "takes.care")
        enter(client, "a.colleague")
        if first == "a page":
            client.get("/staff/")
        assert wake_due(timezone.now()) == (first == "the worker")
        client.get("/staff/")
        plan_due(timezone.now())
        assert told(of_kind(AlertKind.REMINDER)) == {("takes.care", "email")}

    def test_a_case_whose_reminder_cannot_be_noted_goes_on_waiting(self) -> None:
        now = timezone.now()
        case = self.waiting(now)
        with (
            patch("clinic.notices.outbox.Alert.objects.bulk_create", side_effect=DatabaseError("full")),
            pytest.raises(DatabaseError),
        ):
            wake_due(now + MINUTE)
        case.refresh_from_db()
        assert case.state == State.WAITING
        assert wake_due(now + MINUTE) == 1
        assert of_kind(AlertKind.REMINDER).case_id == case.pk

    def test_what_nobody_claimed_is_told_to_whoever_put_it_to_wait_last(self) -> None:
        now = timezone.now()
        first, last = member_of(nurse("first")), member_of(nurse("last"))
        on_duty(nurse("on.duty"), level=1)
        case = work.mark_read(form_arrives(3, at=now), first, now)
        for number, who in enumerate((first, last)):
            at = now + number * MINUTE
            case = work.wait(case, who, at, until=now + 5 * MINUTE, revision=case.revision)
        wake_due(now + 5 * MINUTE)
        plan_due(now + 5 * MINUTE)
        assert told(of_kind(AlertKind.REMINDER)) == {("last", "email")}

    def test_what_is_urgent_is_told_to_those_on_duty_beside_them(self) -> None:
        now = timezone.now()
        who = member_of(nurse("went.home"))
        on_duty(nurse("on.duty"), level=5)
        case = work.mark_read(form_arrives(5, at=now), who, now)
        work.wait(case, who, now, until=now + MINUTE, revision=case.revision)
        wake_due(now + MINUTE)
        plan_due(now + MINUTE)
        assert told(of_kind(AlertKind.REMINDER)) == {("went.home", "email"), ("on.duty", "email")}

    def test_with_nobody_to_tell_it_is_told_once_somebody_is_on_duty(self) -> None:
        now = timezone.now()
        self.waiting(now)
        wake_due(now + MINUTE)
        plan_due(now + MINUTE)
        assert of_kind(AlertKind.REMINDER).planned_at is None
        on_duty(nurse("emergencies.only"), level=5)
        plan_due(now + 2 * MINUTE)
        assert told(of_kind(AlertKind.REMINDER)) == {("emergencies.only", "email")}

    def test_a_case_that_waits_anew_meanwhile_needs_none(self) -> None:
        now = timezone.now()
        self.waiting(now, "takes.care")
        wake_due(now + MINUTE)
        Case.objects.update(state=State.WAITING, remind_at=now + timedelta(days=1))
        plan_due(now + 2 * MINUTE)
        assert of_kind(AlertKind.REMINDER).planned_at
        assert told(of_kind(AlertKind.REMINDER)) == set()

    def test_an_assignee_whose_account_ended_is_replaced_by_those_on_duty(self) -> None:
        now = timezone.now()
        self.waiting(now, "has.left")
        user = nurse("has.left")
        user.is_active = False
        user.save()
        on_duty(nurse("on.duty"), level=1)
        wake_due(now + MINUTE)
        plan_due(now + MINUTE)
        assert told(of_kind(AlertKind.REMINDER)) == {("on.duty", "email")}


class TestDigests:
    def test_one_an_hour_with_the_number_of_new_forms(self) -> None:
        nine = timezone.now().replace(hour=9, minute=5, second=0, microsecond=0)
        on_duty(nurse(), level=4, digest=True)
        form_arrives(2, at=nine - timedelta(hours=3))
        form_arrives(2, at=nine - timedelta(hours=2))
        assert rounds.digests(nine) == 1
        assert of_kind(AlertKind.DIGEST).count == 2
        assert rounds.digests(nine + MINUTE) == 0
        form_arrives(3, at=nine + MINUTE)
        assert rounds.digests(nine + 10 * MINUTE) == 0, "not again in this hour"
        assert rounds.digests(nine + 60 * MINUTE) == 1
        assert Alert.objects.filter(kind=AlertKind.DIGEST).order_by("at").last().count == 1  # type: ignore[union-attr]
        assert rounds.digests(nine + 120 * MINUTE) == 0, "nothing is new"

    def test_what_came_while_nobody_was_on_duty_is_counted_whatever_its_level(self) -> None:
        saturday = datetime(2026, 11, 21, 20, tzinfo=UTC)
        monday = datetime(2026, 11, 23, 17, tzinfo=UTC)
        on_duty(nurse(), level=3, days="01234", start=time(8), end=time(18), digest=True)
        form_arrives(3, at=saturday)
        form_arrives(2, at=saturday)
        plan_due(saturday)
        assert rounds.digests(saturday) == 0
        assert rounds.digests(monday) == 1
        assert of_kind(AlertKind.DIGEST).count == 2

    def test_what_a_colleague_was_told_of_is_counted_for_who_was_not(self) -> None:
        now = timezone.now()
        on_duty(nurse("at.once"), level=1, digest=True)
        form_arrives(4, at=now)
        plan_due(now)
        on_duty(nurse("came.later"), level=1, digest=True)
        assert rounds.digests(now + MINUTE) == 1
        assert told(of_kind(AlertKind.DIGEST)) == {("came.later", "email")}

    @pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.DROPPED])
    def test_a_message_that_never_arrived_told_nothing(self, state: DeliveryState) -> None:
        now = timezone.now()
        on_duty(nurse(), level=1, digest=True)
        form_arrives(3, at=now)
        plan_due(now)
        assert rounds.digests(now + MINUTE) == 0
        Delivery.objects.update(state=state)
        assert rounds.digests(now + MINUTE) == 1

    def test_what_is_told_at_once_or_was_read_is_not_counted(self) -> None:
        now = timezone.now()
        on_duty(nurse(), level=2, digest=True)
        form_arrives(5, at=now)
        form_arrives(2, at=now)
        assert rounds.digests(now + MINUTE) == 0, "it is not decided yet who is told"
        plan_due(now)
        assert rounds.digests(now + MINUTE) == 0
        on_duty(nurse("another"), level=4, digest=True)
        Case.objects.update(first_read_at=now)
        assert rounds.digests(now + MINUTE) == 0

    def test_two_sets_of_hours_give_one_message(self) -> None:
        now = timezone.now()
        user = nurse()
        on_duty(user, digest=True)
        on_duty(user, level=5, digest=True)
        form_arrives(2, at=now)
        assert rounds.digests(now + MINUTE) == 1
        assert Delivery.objects.count() == 1

    def test_the_hour_that_comes_twice_when_the_clocks_go_back_has_one(
        self, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from zoneinfo import ZoneInfo

        monkeypatch.setattr(rounds, "clinic_zone", lambda: ZoneInfo("America/New_York"))
        first = datetime.fromisoformat("2026-11-01T05:30+00:00")  # 1:30 for the first time
        on_duty(nurse(), digest=True)
        form_arrives(2, at=first - MINUTE)
        assert rounds.digests(first) == 1
        form_arrives(2, at=first + MINUTE)
        assert rounds.digests(first + timedelta(hours=1)) == 0, "1:30 again"
        assert rounds.digests(first + timedelta(hours=2)) == 1

    def test_old_ones_are_deleted_and_what_belongs_to_a_case_stays(self) -> None:
        now = timezone.now()
        on_duty(nurse(), digest=True)
        case = form_arrives(2, at=now)
        rounds.digests(now)
        assert rounds.end_old(now + timedelta(days=29)) == 0
        assert rounds.end_old(now + timedelta(days=31)) == 2
        assert arrived(case)


class TestWhoDidNotGo:
    @pytest.fixture
    def read_by(self) -> Member:
        return member_of(nurse("read.it"))

    def case_of_yesterday(self, read_by: Member) -> tuple[Case, datetime]:
        now = timezone.now()
        case = work.mark_read(form_arrives(5, at=now - timedelta(hours=2)), read_by, now - timedelta(hours=1))
        plan_due(now)
        return case, now

    @pytest.mark.parametrize("answer", ["not_yet", "not_going"])
    def test_those_on_duty_are_told_at_once_though_the_form_was_read(
        self, read_by: Member, answer: str
    ) -> None:
        case, now = self.case_of_yesterday(read_by)
        on_duty(nurse("on.duty"), level=5)
        said = work.person_went(case, now, answer)
        alert = of_kind(AlertKind.WENT)
        assert (alert.event_key, alert.urgent) == (f"went:{case.pk}:{said.revision}", True)
        plan_due(now)
        assert told(alert) == {("on.duty", "email")}
        words = words_of(alert, opens_queue=True)
        assert words.subject.startswith("Somebody who sent a form to")

    @pytest.mark.parametrize("answer", ["went", "on_the_way"])
    def test_who_went_or_goes_disturbs_nobody(self, read_by: Member, answer: str) -> None:
        case, now = self.case_of_yesterday(read_by)
        work.person_went(case, now, answer)
        assert not Alert.objects.filter(kind=AlertKind.WENT).exists()

    def test_with_nobody_on_duty_everybody_who_can_be_is_told(self, read_by: Member) -> None:
        case, now = self.case_of_yesterday(read_by)
        work.person_went(case, now, "not_going")
        plan_due(now)
        assert told(of_kind(AlertKind.WENT)) == {("read.it", "email")}

    @pytest.mark.parametrize("settles", ["reached", "went after all", "done"])
    def test_it_needs_no_message_any_more_once_somebody_spoke_with_them(
        self, read_by: Member, settles: str
    ) -> None:
        case, now = self.case_of_yesterday(read_by)
        said = work.person_went(case, now, "not_yet")
        if settles == "reached":
            work.note_contact(said, read_by, now, Outcome.CALLED, revision=said.revision)
        elif settles == "done":
            work.finish(said, read_by, now, Outcome.SENT_TO_ER, revision=said.revision)
        else:
            work.person_went(said, now, "went")
        plan_due(now)
        assert told(of_kind(AlertKind.WENT)) == set()

    def test_the_same_answer_pressed_again_is_one_message_unless_somebody_called_meanwhile(
        self, read_by: Member
    ) -> None:
        case, now = self.case_of_yesterday(read_by)
        alerts = Alert.objects.filter(kind=AlertKind.WENT)
        work.person_went(case, now, "not_yet")
        said = work.person_went(case, now + MINUTE, "not_yet")
        assert alerts.count() == 1
        work.note_contact(said, read_by, now + 2 * MINUTE, Outcome.CALLED, revision=said.revision)
        work.person_went(case, now + 3 * MINUTE, "not_yet")
        assert alerts.count() == 2
        work.person_went(case, now + 4 * MINUTE, "not_going")
        assert alerts.count() == 3
        work.person_went(case, now + 20 * MINUTE, "not_going")
        assert alerts.count() == 4

    def test_an_open_page_of_the_queue_learns_of_it(self, client: Client, read_by: Member) -> None:
        case, now = self.case_of_yesterday(read_by)
        enter(client, "looks.on")
        news = client.get("/staff/").context["news"]
        assert client.get(news).json()["changed"] is False
        work.person_went(case, now, "not_going")
        assert client.get(news).json()["changed"] is True


def test_digests_by_text_and_mail_are_two(settings: Settings) -> None:
    settings.SMS_GATEWAY_URL = "https://gateway.invalid/"
    now = timezone.now()
    user = nurse(phone="555 555 0142")
    on_duty(user, Channel.EMAIL, digest=True)
    on_duty(user, Channel.TEXT, digest=True)
    form_arrives(2, at=now)
    assert rounds.digests(now + MINUTE) == 2


@pytest.mark.django_db(transaction=True)
def test_several_that_bring_cases_back_at_once_tell_of_each_once() -> None:
    now = timezone.now()
    for _ in range(4):
        form_arrives(2, at=now)
    Case.objects.update(state=State.WAITING, remind_at=now + MINUTE, first_read_at=now)
    barrier, counts = threading.Barrier(3), []

    def bring_back() -> None:
        try:
            barrier.wait()
            counts.append(wake_due(now + MINUTE))
        finally:
            connection.close()

    threads = [threading.Thread(target=bring_back) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 4
    assert Alert.objects.filter(kind=AlertKind.REMINDER).count() == 4
    assert CaseEvent.objects.filter(kind=EventKind.WOKEN).count() == 4
