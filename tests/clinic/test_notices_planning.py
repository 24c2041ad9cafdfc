"""Who is told of what: an emergency always reaches somebody, and nobody is told twice."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, time, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as budget
from hypothesis import strategies as st
from pytest_django import Settings

from assessments.models import Assessment
from clinic.cases.arrivals import receive
from clinic.models import Alert, Case, Delivery, Member
from clinic.models.case import State
from clinic.models.notices import AlertKind, Channel
from clinic.models.staff import Role
from clinic.notices.hours import clinic_zone
from clinic.notices.outbox import arrived as note_arrival
from clinic.notices.planning import circles, plan, plan_due
from clinic.notices.staff import Person, everybody
from tests.clinic.noticing import NUMBER, arrived, form_arrives, nurse, on_duty, told

FRIDAY_NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EMAIL, TEXT = Channel.EMAIL, Channel.TEXT
OFFICE: dict[str, Any] = {"days": "01234", "start": time(8), "end": time(18)}


@pytest.fixture(autouse=True)
def _channels(settings: Settings) -> None:
    settings.EMAIL_IS_SET_UP = True
    settings.SMS_GATEWAY_URL = "https://gateway.invalid/send"


@pytest.mark.django_db
class TestWhoIsTold:
    def test_who_is_on_duty_for_the_level_is_told_by_the_channel_they_chose(self) -> None:
        on_duty(nurse("in.office", phone=NUMBER), TEXT, level=4, **OFFICE)
        on_duty(nurse("at.night"), level=1, days="01234", start=time(18), end=time(8))
        on_duty(nurse("emergencies.only"), level=5, **OFFICE)
        on_duty(nurse("everything"), level=1, **OFFICE)
        urgent, mild = form_arrives(5, at=FRIDAY_NOON), form_arrives(2, at=FRIDAY_NOON)
        assert plan_due(FRIDAY_NOON) == 2
        assert told(arrived(urgent)) == {
            ("in.office", "text"),
            ("emergencies.only", "email"),
            ("everything", "email"),
        }
        assert told(arrived(mild)) == {("everything", "email")}

    def test_two_sets_of_hours_at_once_tell_once_by_each_channel(self) -> None:
        user = nurse(phone=NUMBER)
        on_duty(user, EMAIL)
        on_duty(user, EMAIL, level=5)
        on_duty(user, TEXT)
        alert = arrived(form_arrives())
        plan_due(timezone.now())
        assert told(alert) == {("invented.nurse", "email"), ("invented.nurse", "text")}

    def test_what_no_rule_judged_is_told_like_an_emergency(self) -> None:
        on_duty(nurse(), level=5)
        alert = arrived(form_arrives(2))
        Case.objects.update(level=None)
        Alert.objects.update(urgent=True)
        plan_due(timezone.now())
        assert told(alert) == {("invented.nurse", "email")}

    def test_with_nobody_on_duty_everybody_with_hours_for_the_level_is_told(self) -> None:
        on_duty(nurse("at.night"), days="0", start=time(1), end=time(2))
        on_duty(nurse("on.monday"), days="0", start=time(3), end=time(4))
        nurse("without.hours")
        alert = arrived(form_arrives(at=FRIDAY_NOON))
        plan_due(FRIDAY_NOON)
        assert told(alert) == {("at.night", "email"), ("on.monday", "email")}

    def test_with_no_hours_at_all_nurses_clinicians_and_admins_are_told(self) -> None:
        nurse("a.nurse")
        nurse("a.clinician", Role.CLINICIAN)
        nurse("an.admin", Role.ADMIN)
        nurse("front.desk", Role.FRONT_DESK)
        nurse("an.auditor", Role.AUDITOR)
        alert = arrived(form_arrives())
        plan_due(timezone.now())
        assert {name for name, _channel in told(alert)} == {"a.nurse", "a.clinician", "an.admin"}

    def test_nothing_urgent_wakes_nobody_who_did_not_ask_for_it(self) -> None:
        on_duty(nurse())
        alert = arrived(form_arrives(2))
        assert plan_due(timezone.now()) == 1
        assert told(alert) == set()

    def test_a_channel_that_is_not_set_up_is_replaced_by_one_that_is(self, settings: Settings) -> None:
        settings.SMS_GATEWAY_URL = ""
        on_duty(nurse(phone=NUMBER), TEXT)
        alert = arrived(form_arrives())
        plan_due(timezone.now())
        assert told(alert) == {("invented.nurse", "email")}

    def test_an_urgent_form_waits_until_somebody_can_be_reached(self, settings: Settings) -> None:
        settings.EMAIL_IS_SET_UP, settings.SMS_GATEWAY_URL = False, ""
        on_duty(nurse())
        alert = arrived(form_arrives())
        assert plan_due(timezone.now()) == 0
        settings.EMAIL_IS_SET_UP = True
        assert plan_due(timezone.now() + timedelta(days=2)) == 1
        assert told(alert) == {("invented.nurse", "email")}

    def test_an_account_that_ended_or_lost_its_role_has_no_duty(self) -> None:
        gone, moved = nurse("gone"), nurse("moved", Role.AUDITOR)
        on_duty(gone)
        on_duty(moved)
        gone.is_active = False
        gone.save()
        nurse("there")
        alert = arrived(form_arrives())
        plan_due(timezone.now())
        assert told(alert) == {("there", "email")}

    def test_what_somebody_read_meanwhile_is_told_to_nobody(self) -> None:
        on_duty(nurse())
        alert = arrived(form_arrives())
        Case.objects.update(first_read_at=timezone.now())
        assert plan_due(timezone.now()) == 1
        assert told(alert) == set()

    def test_a_number_that_cannot_be_read_any_more_leaves_mail(self) -> None:
        user = nurse(phone=NUMBER)
        on_duty(user, TEXT)
        Member.objects.update(sealed_phone="v1:test:broken")
        alert = arrived(form_arrives())
        plan_due(timezone.now())
        assert told(alert) == {("invented.nurse", "email")}

    def test_more_answers_of_the_same_person_are_news_again(self) -> None:
        on_duty(nurse())
        case = form_arrives()
        receive(case.assessment, timezone.now())
        note_arrival(case.assessment, timezone.now())
        keys = set(Alert.objects.values_list("event_key", flat=True))
        assert keys == {f"arrived:{case.pk}:1", f"arrived:{case.pk}:2"}
        assert plan_due(timezone.now()) == 2


@pytest.mark.django_db
def test_what_cannot_be_noted_for_staff_is_not_acknowledged_to_the_person() -> None:
    with patch.object(Alert, "save", side_effect=DatabaseError("full")), pytest.raises(DatabaseError):
        form_arrives()
    assert not Case.objects.exists()
    assert not Assessment.objects.exclude(submitted_at=None).exists()


@pytest.mark.django_db
class TestNeverTwice:
    def test_planning_again_adds_nothing(self) -> None:
        on_duty(nurse())
        alert = arrived(form_arrives())
        now = timezone.now()
        people = everybody()
        assert plan(alert, people, now, clinic_zone())
        assert not plan(alert, people, now, clinic_zone()), "another worker decided already"
        assert plan_due(now) == 0
        Alert.objects.update(planned_at=None)
        plan_due(now + timedelta(hours=1))
        assert Delivery.objects.count() == 1

    def test_the_same_event_cannot_be_noted_twice(self) -> None:
        from clinic.notices import rounds

        case = form_arrives()
        for _ in range(2):
            rounds._add(
                Alert(event_key=f"late:{case.pk}:1", kind=AlertKind.LATE, case=case, at=timezone.now())
            )
        assert Alert.objects.filter(kind=AlertKind.LATE).count() == 1


@pytest.mark.django_db(transaction=True)
def test_several_planners_at_once_tell_everybody_once() -> None:
    for number in range(4):
        on_duty(nurse(f"invented.nurse.{number}"))
    for _ in range(6):
        form_arrives()
    barrier, counts = threading.Barrier(3), []

    def planner() -> None:
        try:
            barrier.wait()
            counts.append(plan_due(timezone.now()))
        finally:
            connection.close()

    threads = [threading.Thread(target=planner) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 6, "each alert is decided on by one"
    assert Delivery.objects.count() == 24


people = st.lists(
    st.fixed_dictionaries(
        {
            "roles": st.sets(st.sampled_from([role for role in Role if role != Role.AUDITOR]), min_size=1),
            "email": st.booleans(),
            "phone": st.booleans(),
            "hours": st.lists(
                st.tuples(st.integers(1, 5), st.sampled_from("0123456"), st.integers(0, 22)), max_size=2
            ),
        }
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.django_db
@budget(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    people,
    st.integers(0, 7 * 24),
    st.sampled_from([kind for kind in AlertKind if kind not in (AlertKind.DIGEST, AlertKind.TEST)]),
)
def test_an_emergency_always_reaches_somebody_if_anybody_has_an_address(
    invented: list[dict[str, Any]], hour: int, kind: AlertKind
) -> None:
    from clinic.access import MAY, Act
    from clinic.models import Duty

    staff = [
        Person(
            user_id=number,
            name=f"Invented {number}",
            roles=frozenset(values["roles"]),
            opens_queue=bool(MAY[Act.QUEUE] & values["roles"]),
            addresses={EMAIL: "a@clinic.invalid"} if values["email"] else {},
            duties=tuple(
                Duty(channel=TEXT, least_level=level, days=day, start=time(start), end=time(start + 1))
                for level, day, start in values["hours"]
            ),
        )
        for number, values in enumerate(invented)
    ]
    case = Case(level=5, state=State.TODO)
    alert = Alert(kind=kind, urgent=True, case=case)
    found = list(circles(alert, staff, FRIDAY_NOON + timedelta(hours=hour), clinic_zone()))
    assert any(found) is any(person.addresses for person in staff)
