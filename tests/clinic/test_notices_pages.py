"""The pages on messages to staff: own hours and number, what admins see, the banner when nobody is told."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from clinic.models import Alert, AuditEvent, Delivery, Duty, Member
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.models.staff import Role
from clinic.notices import health
from clinic.notices.forms import ClockField
from clinic.notices.hours import gaps
from clinic.notices.overview import coverage, gap_words
from clinic.notices.planning import plan_due
from tests.clinic.keying import text_of
from tests.clinic.noticing import NUMBER, form_arrives, nurse, on_duty
from tests.clinic.staffing import enter
from triage_site.live import forget_all

pytestmark = pytest.mark.django_db
PAGE = "/staff/notices/"
HOURS: dict[str, Any] = {
    "channel": "email",
    "days": ["0", "4"],
    "start": "8 pm",
    "end": "6:30",
    "least_level": "4",
    "digest": ["digest"],
}


@pytest.fixture(autouse=True)
def _mail(settings: Settings) -> None:
    settings.EMAIL_IS_SET_UP = True


@pytest.fixture
def me(client: Client) -> User:
    """A nurse at the keyboard."""
    return enter(client, "invented.nurse", Role.NURSE)


@pytest.fixture
def admin(client: Client) -> User:
    """A clinic admin at the keyboard."""
    return enter(client, "invented.admin", Role.ADMIN)


def last_line() -> AuditEvent:
    """The last line of the audit log."""
    line = AuditEvent.objects.order_by("-number").first()
    assert line is not None
    return line


class TestOwnHours:
    def test_hours_are_added_changed_and_deleted_and_each_is_in_the_log(
        self, client: Client, me: User
    ) -> None:
        assert client.post(f"{PAGE}hours/", HOURS).status_code == 302
        row = Duty.objects.get(user=me)
        assert (row.days, row.start, row.end, row.least_level, row.digest) == (
            "04",
            time(20),
            time(6, 30),
            4,
            True,
        )
        assert last_line().action == "notices.changed"
        assert '"what": "hours_added"' in last_line().detail
        page = text_of(client.get(PAGE))
        assert "Monday, Friday, 20:00 to 06:30 of the next day" in page
        assert "Urgent: in person today and above" in page

        form = client.get(f"{PAGE}hours/{row.pk}/").content.decode()
        assert 'value="20:00"' in form
        client.post(f"{PAGE}hours/{row.pk}/", HOURS | {"end": "23:00", "digest": []})
        row.refresh_from_db()
        assert (row.end, row.digest) == (time(23), False)
        assert '"what": "hours_changed"' in last_line().detail

        client.post(f"{PAGE}hours/{row.pk}/delete/")
        assert not Duty.objects.exists()
        assert '"what": "hours_deleted"' in last_line().detail
        assert client.post(f"{PAGE}hours/{row.pk}/delete/").status_code == 302, "pressed twice"

    def test_mistakes_are_told_and_what_was_typed_stays(self, client: Client, me: User) -> None:
        response = client.post(f"{PAGE}hours/", {"start": "25:00", "end": "noon", "channel": "pigeon"})
        page = response.content.decode()
        assert response.status_code == 422
        assert 'value="25:00"' in page
        assert 'value="noon"' in page
        for words in ("Enter a time such as 8:00 or 17:30", "Choose at least one day", "There is a problem"):
            assert words in page
        assert not Duty.objects.exists()

    @pytest.mark.parametrize("field", ["days", "least_level", "channel"])
    def test_values_that_no_page_offers_are_refused(self, client: Client, me: User, field: str) -> None:
        for value in ("9", "\0", "x" * 5000, "-1"):
            assert client.post(f"{PAGE}hours/", HOURS | {field: [value]}).status_code in (400, 422)
        assert not Duty.objects.exists()

    def test_nobody_touches_the_hours_of_somebody_else(self, client: Client, me: User) -> None:
        row = on_duty(nurse("another"))
        assert client.get(f"{PAGE}hours/{row.pk}/").status_code == 404
        assert client.post(f"{PAGE}hours/{row.pk}/", HOURS).status_code == 404
        client.post(f"{PAGE}hours/{row.pk}/delete/")
        assert Duty.objects.filter(pk=row.pk, start=time(0)).exists()

    def test_there_is_an_end_to_how_many(self, client: Client, me: User) -> None:
        for _ in range(20):
            on_duty(me)
        response = client.post(f"{PAGE}hours/", HOURS)
        assert response.status_code == 409
        assert "You have 20 sets of hours" in text_of(response)
        assert Duty.objects.count() == 20

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("8", time(8)),
            ("08:05", time(8, 5)),
            ("8.05", time(8, 5)),
            ("8:05 PM", time(20, 5)),
            ("12 am", time(0)),
            ("12 p.m.", time(12)),
            ("23:59", time(23, 59)),
        ],
    )
    def test_times_as_people_write_them(self, typed: str, meant: time) -> None:
        assert ClockField(max_length=20).clean(typed) == meant


class TestOwnNumber:
    def test_it_is_sealed_and_not_in_the_log(self, client: Client, me: User) -> None:
        assert client.post(f"{PAGE}phone/", {"phone": NUMBER}).status_code == 302
        member = Member.objects.get(user=me)
        assert member.phone == NUMBER
        assert "555" not in member.sealed_phone
        assert "555" not in last_line().detail
        assert NUMBER in client.get(PAGE).content.decode()
        client.post(f"{PAGE}phone/", {"phone": ""})
        assert Member.objects.get(user=me).sealed_phone == ""

    @pytest.mark.parametrize("typed", ["555", "call me", "555 555 0142 x12", "5" * 30])
    def test_what_cannot_get_a_text_is_refused_and_shown_again(
        self, client: Client, me: User, typed: str
    ) -> None:
        response = client.post(f"{PAGE}phone/", {"phone": typed})
        assert response.status_code == 422
        assert f'value="{typed}"' in response.content.decode()
        assert Member.objects.get(user=me).sealed_phone == ""


class TestATestMessage:
    def test_it_goes_to_oneself_once_a_minute(self, client: Client, me: User) -> None:
        for _ in range(3):
            assert client.post(f"{PAGE}test/", {"channel": "email"}).status_code == 302
        assert Delivery.objects.filter(user=me).count() in (1, 2), "a minute may have turned"
        assert "Test message" in text_of(client.get(PAGE))

    def test_not_where_nothing_can_be_sent(self, client: Client, me: User) -> None:
        response = client.post(f"{PAGE}test/", {"channel": "text"})
        assert response.status_code == 422
        assert "cannot reach you by this" in text_of(response)
        assert not Delivery.objects.exists()


class TestAdmins:
    def test_a_nurse_sees_nothing_of_others(self, client: Client, me: User) -> None:
        on_duty(nurse("another.name"))
        page = text_of(client.get(PAGE))
        assert "another.name" not in page
        assert "On duty now" not in page

    def test_who_is_on_duty_and_when_nobody_is(self, client: Client, admin: User) -> None:
        on_duty(nurse("on.duty"))
        assert "on.duty: Email" in text_of(client.get(PAGE))
        Duty.objects.update(days="01234", start=time(8), end=time(18))
        page = text_of(client.get(PAGE))
        assert "Friday 18:00 to Monday 08:00" in page
        assert "Monday 18:00 to Tuesday 08:00" in page

    def test_hours_of_whoever_cannot_be_reached_or_may_not_open_the_queue_cover_nothing(
        self, client: Client, admin: User
    ) -> None:
        on_duty(nurse("no.address", email=False))
        on_duty(nurse("moved", Role.AUDITOR))
        page = text_of(client.get(PAGE))
        assert "All of them: nobody has hours that count." in page
        assert "may not open the queue: moved" in page

    def test_a_failed_message_is_listed_with_why_and_tried_again(self, client: Client, admin: User) -> None:
        on_duty(nurse("told.in.vain"))
        case = form_arrives()
        plan_due(timezone.now())
        Delivery.objects.update(
            state=DeliveryState.FAILED, tries=6, problem="refused:503", not_before=timezone.now()
        )
        response = client.get(PAGE)
        page = text_of(response)
        assert "told.in.vain" in page
        assert "the server refused it (503)" in page
        assert str(case.pk) not in response.content.decode()
        assert str(case.assessment.reference) not in page
        row = Delivery.objects.get()
        assert client.post(f"{PAGE}again/{row.pk}/").status_code == 302
        row.refresh_from_db()
        assert (row.state, row.tries) == (DeliveryState.PENDING, 0)
        assert '"what": "tried_again"' in last_line().detail
        lines = AuditEvent.objects.filter(action="notices.changed").count()
        client.post(f"{PAGE}again/{row.pk}/")
        assert AuditEvent.objects.filter(action="notices.changed").count() == lines, "nothing was changed"

    def test_trying_again_is_for_admins(self, client: Client, me: User) -> None:
        assert client.post(f"{PAGE}again/00000000-0000-4000-8000-000000000000/").status_code == 404

    def test_an_unknown_message_is_not_found(self, client: Client, admin: User) -> None:
        assert client.post(f"{PAGE}again/00000000-0000-4000-8000-000000000000/").status_code == 404

    def test_an_urgent_form_that_nobody_could_be_told_of_is_shown(self, settings: Settings) -> None:
        settings.EMAIL_IS_SET_UP, settings.SMS_GATEWAY_URL = False, "https://gateway.invalid/"
        form_arrives(at=timezone.now() - timedelta(minutes=5))
        found = coverage(timezone.now())
        assert found.nobody_has_address
        assert len(found.undecided) == 1
        settings.SMS_GATEWAY_URL = ""
        assert coverage(timezone.now()).undecided == (), "without a channel that goes without saying"


class TestHealth:
    def banner(self, client: Client) -> str:
        forget_all()
        return text_of(client.get(PAGE))

    def test_a_worker_that_never_ran_or_stopped_is_said_loudly(self, client: Client, me: User) -> None:
        assert "Messages to staff have never been sent from this site." in self.banner(client)
        health.beat(timezone.now())
        assert "Messages to staff have" not in self.banner(client)
        health.beat(timezone.now() - timedelta(minutes=4))
        assert "Messages to staff have not been sent since" in self.banner(client)

    def test_a_beat_of_the_future_is_none_of_now(self) -> None:
        health.beat(timezone.now() + timedelta(hours=1))
        assert not health.health(timezone.now()).runs

    def test_no_channel_is_said_once_and_calmly_whatever_else_there_is(
        self, client: Client, me: User, settings: Settings
    ) -> None:
        settings.EMAIL_IS_SET_UP = False
        said = (
            "Messages to staff are not set up on this site, so nobody is told of new forms: watch the queue."
        )
        for _ in range(3):
            form_arrives(at=timezone.now() - timedelta(minutes=5))
        for beats in (False, True):
            if beats:
                health.beat(timezone.now())
            page = self.banner(client)
            assert page.count(said) == 1
            assert "nobody could be told" not in page
            assert "have never been sent" not in page
            assert b"app-notices-health--loud" not in client.get(PAGE).content
        settings.SMS_GATEWAY_URL = "https://gateway.invalid/"
        assert "staff are told by text message only" in self.banner(client)

    def test_failed_messages_are_said_for_a_week(self, client: Client, me: User) -> None:
        health.beat(timezone.now())
        alert = Alert.objects.create(
            event_key="x", kind=AlertKind.TEST, at=timezone.now(), planned_at=timezone.now()
        )
        Delivery.objects.create(
            alert=alert, user=me, channel=Channel.EMAIL, state=DeliveryState.FAILED, not_before=timezone.now()
        )
        assert "could not be sent in the last 7 days" in self.banner(client)
        Delivery.objects.update(not_before=timezone.now() - timedelta(days=8))
        assert "could not be sent" not in self.banner(client)

    def test_the_queue_says_it_too(self, client: Client, me: User) -> None:
        forget_all()
        assert "Messages to staff have never been sent" in text_of(client.get("/staff/"))

    def test_a_monitor_is_told_and_nothing_more(self, client: Client, settings: Settings) -> None:
        response = client.get("/workerz")
        assert (response.status_code, response.content) == (503, b"not running\n")
        health.beat(timezone.now())
        forget_all()
        assert (client.get("/workerz").status_code, client.get("/workerz").content) == (200, b"running\n")
        settings.EMAIL_IS_SET_UP = False
        assert client.get("/workerz").status_code == 503
        assert client.post("/workerz").status_code == 405

    def test_what_is_remembered_costs_no_statement(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        health.health(timezone.now())
        with django_assert_num_queries(0):
            health.health(timezone.now())


@pytest.mark.parametrize("role", [Role.AUDITOR])
def test_an_auditor_is_told_of_nothing(client: Client, role: Role) -> None:
    enter(client, "an.auditor", role)
    for address in (PAGE, f"{PAGE}hours/"):
        assert client.get(address).status_code == 404


def test_gaps_in_words() -> None:
    def words(days: str, start: time, end: time) -> list[str]:
        return [gap_words(gap) for gap in gaps([Duty(days=days, start=start, end=end)])]

    assert words("0123456", time(8), time(17, 30))[0] == "Monday 17:30 to Tuesday 08:00"
    assert words("0", time(0), time(0)) == ["Tuesday 00:00 to Monday 00:00"]
    assert words("012345", time(0), time(0)) == ["Sunday 00:00 to midnight"]
    assert words("0123456", time(13), time(12))[0] == "Monday 12:00 to 13:00"


def test_the_page_asks_little_of_the_database(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    enter(client, "invented.admin", Role.ADMIN, Role.NURSE)
    for number in range(10):
        on_duty(nurse(f"invented.{number}"))
    form_arrives(at=datetime(2026, 11, 20, 12, tzinfo=UTC))
    plan_due(timezone.now())
    with django_assert_max_num_queries(25):
        client.get(PAGE)
