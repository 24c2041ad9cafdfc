"""What time makes known: forms unread too long, reminders, digests."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from clinic.models import Alert, Case, CaseEvent, Delivery
from clinic.models.case import EventKind, State
from clinic.models.notices import AlertKind, Channel
from clinic.models.staff import Role
from clinic.notices import rounds
from clinic.notices.planning import plan_due
from tests.clinic.noticing import arrived, form_arrives, nurse, on_duty, told

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _mail(settings: Settings) -> None:
    settings.EMAIL_IS_SET_UP = True


def of_kind(kind: AlertKind) -> Alert:
    """The one alert of a kind."""
    return Alert.objects.get(kind=kind)


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
        assert rounds.wake(now) == 0
        assert rounds.wake(now + MINUTE) == 1
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
        assert rounds.wake(now + MINUTE) == 1
        assert Alert.objects.filter(kind=AlertKind.REMINDER).count() == 1

    def test_of_what_nobody_takes_care_of_those_on_duty_are_told(self) -> None:
        now = timezone.now()
        self.waiting(now)
        on_duty(nurse("on.duty"), level=1)
        rounds.wake(now + MINUTE)
        plan_due(now + MINUTE)
        assert told(of_kind(AlertKind.REMINDER)) == {("on.duty", "email")}

    def test_an_assignee_whose_account_ended_is_replaced_by_those_on_duty(self) -> None:
        now = timezone.now()
        self.waiting(now, "has.left")
        user = nurse("has.left")
        user.is_active = False
        user.save()
        on_duty(nurse("on.duty"), level=1)
        rounds.wake(now + MINUTE)
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

    def test_what_is_told_at_once_or_was_read_is_not_counted(self) -> None:
        now = timezone.now()
        on_duty(nurse(), level=2, digest=True)
        form_arrives(5, at=now)
        form_arrives(2, at=now)
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


def test_digests_by_text_and_mail_are_two(settings: Settings) -> None:
    settings.SMS_GATEWAY_URL = "https://gateway.invalid/"
    now = timezone.now()
    user = nurse(phone="555 555 0142")
    on_duty(user, Channel.EMAIL, digest=True)
    on_duty(user, Channel.TEXT, digest=True)
    form_arrives(2, at=now)
    assert rounds.digests(now + MINUTE) == 2
