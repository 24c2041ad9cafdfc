"""Who may open a staff page at all: a member of staff, active, with a second step."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import finishing, services
from assessments.models import Assessment
from clinic.models import AuditEvent, Member
from clinic.models.staff import Role
from tests.clinic.staffing import enter

pytestmark = pytest.mark.django_db
PAGES = ("list", "detail", "print")


@pytest.fixture
def row() -> Assessment:
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}
    return finishing.submit_complete("adult", answers, {}, language="en", now=timezone.now(), finished=False)


def _address(page: str, pk: uuid.UUID) -> str:
    return reverse("clinic:list") if page == "list" else reverse(f"clinic:{page}", args=[pk])


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_sent_to_the_login(client: Client, row: Assessment, page: str) -> None:
    address = _address(page, row.pk)
    response = client.get(address)
    assert response.status_code == 302
    assert response.headers["Location"] == f"{reverse('account_login')}?next={address}"


@pytest.mark.parametrize("page", PAGES)
def test_an_account_that_is_not_staff_finds_no_page(client: Client, row: Assessment, page: str) -> None:
    client.force_login(User.objects.create_user("patient"))
    assert client.get(_address(page, row.pk)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_with_a_password_alone_a_member_is_led_to_the_second_step(
    client: Client, row: Assessment, page: str
) -> None:
    enter(client, second_factor=False)
    response = client.get(_address(page, row.pk))
    assert (response.status_code, response["Location"]) == (302, reverse("mfa_index"))
    shown = client.get(reverse("mfa_index"))
    assert "Set up the second step" in shown.text
    assert "app-staff-nav" not in shown.text


@pytest.mark.parametrize("page", PAGES)
def test_a_deactivated_member_is_a_stranger_again(client: Client, row: Assessment, page: str) -> None:
    user = enter(client)
    assert client.get(_address(page, row.pk)).status_code == 200
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(_address(page, row.pk)).status_code == 302


@pytest.mark.parametrize("page", PAGES)
def test_a_nurse_opens_every_page_and_no_browser_keeps_it(client: Client, row: Assessment, page: str) -> None:
    enter(client)
    response = client.get(_address(page, row.pk))
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["detail", "print"])
def test_an_unknown_id_and_a_draft_look_the_same(client: Client, page: str) -> None:
    enter(client)
    draft = services.start("adult", language="en", answers={"respondent": "self"})
    unknown = client.get(_address(page, uuid.uuid4()))
    hidden = client.get(_address(page, draft.pk))
    assert unknown.status_code == hidden.status_code == 404
    assert unknown.content == hidden.content.replace(str(draft.pk).encode(), b"")


def test_a_draft_is_not_in_the_list(client: Client) -> None:
    enter(client)
    draft = services.start("adult", language="en", answers={"respondent": "self"})
    assert str(draft.pk) not in client.get(reverse("clinic:list")).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_pages_that_show_are_only_read(client: Client, row: Assessment, page: str) -> None:
    enter(client)
    assert client.post(_address(page, row.pk)).status_code == 405


def test_a_role_taken_away_in_the_middle_of_the_work_counts_from_the_next_page_on(
    client: Client, row: Assessment
) -> None:
    user = enter(client, "invented.both", Role.CLINICIAN, Role.AUDITOR)
    address = _address("detail", row.pk)
    assert client.get(address).status_code == 200
    Member.objects.filter(user=user).update(roles="auditor")
    refused = client.get(address)
    assert refused.status_code == 404
    assert str(row.reference) not in refused.text
    line = AuditEvent.objects.latest("number")
    assert (line.actor, line.action, line.outcome) == ("invented.both", "denied", "denied")
    assert line.roles == "auditor"


def test_the_links_at_the_top_are_those_the_member_may_open(client: Client) -> None:
    enter(client, "invented.auditor", Role.AUDITOR)
    shown = client.get(reverse("mfa_index")).text
    assert reverse("clinic:people") not in shown
    assert f'href="{reverse("clinic:list")}"' not in shown
    other = Client()
    enter(other, "invented.admin", Role.ADMIN)
    assert f'href="{reverse("clinic:people")}"' in other.get(reverse("mfa_index")).text


def test_who_asks_costs_two_statements(client: Client, django_assert_num_queries: Any) -> None:
    """The session, and the account together with its member."""
    enter(client)
    with django_assert_num_queries(2):
        client.get(reverse("staff_home"))
