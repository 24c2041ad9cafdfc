"""Breaking the glass: reading what one's role does not show, with a reason, for a while. All invented."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.models import Assessment
from clinic import demo_cases
from clinic.management.commands.demo import fill_in
from clinic.models import AuditEvent, Case, EmergencyAccess, Member
from clinic.models.staff import Role
from tests.assessments.walker import errors_in
from tests.clinic.staffing import enter

pytestmark = pytest.mark.django_db
REASON = "The nurse cannot be reached and the ambulance asks what was answered."


@pytest.fixture
def row() -> Assessment:
    return fill_in(demo_cases.CASES[0], timezone.now())


@pytest.fixture
def desk(client: Client) -> Client:
    enter(client, "invented.desk", Role.FRONT_DESK)
    return client


def _open(who: Client, row: Assessment, reason: str = REASON) -> Any:
    return who.post(reverse("clinic:break_glass", args=[row.pk]), {"reason": reason})


def _status(who: Client, page: str, row: Assessment) -> int:
    return who.get(reverse(f"clinic:{page}", args=[row.pk])).status_code


def _move(past: timedelta) -> None:
    """Let the one access be this much older (younger: as if the clock had been set back)."""
    access = EmergencyAccess.objects.get()
    times = {"at": access.at - past, "until": access.until - past}
    EmergencyAccess.objects.filter(pk=access.pk).update(**times)


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.ADMIN])
def test_without_a_reason_the_answers_stay_closed(client: Client, row: Assessment, role: Role) -> None:
    enter(client, "invented.person", role)
    # A colleague's link leads the front desk to its own page of the case.
    assert _status(client, "detail", row) == (302 if role is Role.FRONT_DESK else 404)
    page = client.get(reverse("clinic:break_glass", args=[row.pk]))
    assert page.status_code == 200
    assert demo_cases.CASES[0].name not in page.content.decode()
    assert not EmergencyAccess.objects.exists()


def test_the_front_desk_finds_the_way_on_its_page_of_the_case(desk: Client, row: Assessment) -> None:
    page = desk.get(reverse("clinic:desk", args=[row.pk])).content.decode()
    assert reverse("clinic:break_glass", args=[row.pk]) in page


@pytest.mark.parametrize(
    "reason", ["", "   ", "urgent!!!", "1234567890 1234", "a" * 501, "ten letters\0 and more"]
)
def test_a_reason_that_says_nothing_opens_nothing(desk: Client, row: Assessment, reason: str) -> None:
    response = _open(desk, row, reason)
    assert response.status_code == 422
    assert errors_in(response)
    assert not EmergencyAccess.objects.exists()
    assert _status(desk, "detail", row) == 302


def test_with_a_reason_it_opens_to_read_and_each_view_is_logged(desk: Client, row: Assessment) -> None:
    response = _open(desk, row)
    assert response.status_code == 302
    access = EmergencyAccess.objects.get()
    assert access.reason == REASON
    assert access.until - access.at == timedelta(minutes=30)
    assert access.seen_at is None
    page = desk.get(response["Location"])
    html = page.content.decode()
    assert page.status_code == 200
    assert demo_cases.CASES[0].name in html
    assert "Emergency access" in html
    for tool in ("/review/", "/print/", "/copy/", "/do/", 'method="post" action="/staff/0'):
        assert tool not in html
    desk.get(response["Location"])
    events = AuditEvent.objects.filter(action="case.broke_glass", subject_id=str(row.pk)).order_by("number")
    assert [event.outcome for event in events] == ["ok", "ok", "ok"]
    assert json.loads(events[0].detail) == {"access": str(access.pk), "opened": True}
    assert not AuditEvent.objects.filter(detail__contains="ambulance").exists()
    assert "ambulance" not in access.sealed_reason


def test_nothing_else_opens_and_nothing_counts_as_read(desk: Client, row: Assessment) -> None:
    _open(desk, row)
    assert _status(desk, "detail", row) == 200
    for page in ("print", "text", "copy", "review"):
        assert _status(desk, page, row) == 404, page
    assert desk.post(reverse("clinic:review", args=[row.pk]), {"verdict": "agree"}).status_code == 404
    assert Case.objects.get(pk=row.pk).first_read_at is None


def test_it_is_for_this_person_this_assessment_and_half_an_hour(desk: Client, row: Assessment) -> None:
    other_row = fill_in(demo_cases.CASES[1], timezone.now())
    _open(desk, row)
    assert _status(desk, "detail", other_row) == 302
    colleague = Client()
    enter(colleague, "invented.colleague", Role.FRONT_DESK)
    assert _status(colleague, "detail", row) == 302
    _move(timedelta(minutes=29))
    assert _status(desk, "detail", row) == 200
    _move(timedelta(minutes=2))
    assert _status(desk, "detail", row) == 302


def test_a_clock_that_was_set_back_does_not_keep_it_open(desk: Client, row: Assessment) -> None:
    _open(desk, row)
    _move(-timedelta(hours=1))
    assert _status(desk, "detail", row) == 302


def test_an_access_ends_with_the_role_that_may_open_it(desk: Client, row: Assessment) -> None:
    _open(desk, row)
    member = Member.objects.get(user__username="invented.desk")
    member.roles = Role.AUDITOR.value
    member.save()
    assert _status(desk, "detail", row) == 404


def test_a_nurse_needs_no_glass(client: Client, row: Assessment) -> None:
    enter(client, "invented.nurse", Role.NURSE, Role.ADMIN)
    response = client.get(reverse("clinic:break_glass", args=[row.pk]))
    assert response.status_code == 302
    assert not EmergencyAccess.objects.exists()
    client.get(response["Location"])
    assert AuditEvent.objects.filter(action="case.viewed", subject_id=str(row.pk)).count() == 1
    assert Case.objects.get(pk=row.pk).first_read_at is not None


@pytest.mark.parametrize("role", [Role.NURSE, Role.CLINICIAN, Role.AUDITOR])
def test_who_is_not_meant_to_break_it_gets_404(client: Client, row: Assessment, role: Role) -> None:
    enter(client, "invented.person", role)
    assert _open(client, row).status_code == 404
    assert not EmergencyAccess.objects.exists()


def test_an_unknown_assessment_is_404(desk: Client) -> None:
    address = reverse("clinic:break_glass", args=["00000000-0000-4000-8000-000000000000"])
    assert desk.get(address).status_code == 404
    assert desk.post(address, {"reason": REASON}).status_code == 404


def test_without_the_second_factor_it_stays_closed(row: Assessment) -> None:
    desk = Client()
    enter(desk, "invented.desk", Role.FRONT_DESK)
    _open(desk, row)
    again = Client()
    enter(again, "invented.desk", second_factor=False)
    response = again.get(reverse("clinic:detail", args=[row.pk]))
    assert response.status_code == 302
    assert demo_cases.CASES[0].name not in response.content.decode()


def test_what_cannot_be_logged_is_not_opened(desk: Client, row: Assessment) -> None:
    with patch("clinic.cases.review_views.record", side_effect=RuntimeError("made to fail by a test")):
        desk.raise_request_exception = False
        assert _open(desk, row).status_code == 500
    assert not EmergencyAccess.objects.exists()
