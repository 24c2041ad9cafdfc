"""Who may open which staff page, and what a login says."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import finishing, services
from assessments.models import Assessment

pytestmark = pytest.mark.django_db
PASSWORD = "invented-password-1"
PAGES = ("list", "detail", "print")


def _user(name: str, **more: Any) -> Any:
    return get_user_model().objects.create_user(username=name, password=PASSWORD, **more)


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(_user("nurse", is_staff=True))
    return client


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
    assert response.headers["Location"] == f"{reverse('clinic:login')}?next={address}"


@pytest.mark.parametrize("page", PAGES)
def test_an_account_that_is_not_staff_finds_no_page(client: Client, row: Assessment, page: str) -> None:
    client.force_login(_user("patient"))
    assert client.get(_address(page, row.pk)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_deactivated_member_of_staff_is_a_stranger_again(
    client: Client, row: Assessment, page: str
) -> None:
    user = _user("gone", is_staff=True)
    client.force_login(user)
    get_user_model().objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(_address(page, row.pk)).status_code == 302


@pytest.mark.parametrize("page", PAGES)
def test_staff_open_every_page_and_no_browser_keeps_it(staff: Client, row: Assessment, page: str) -> None:
    response = staff.get(_address(page, row.pk))
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["detail", "print"])
def test_an_unknown_id_and_a_draft_look_the_same(staff: Client, page: str) -> None:
    draft = services.start("adult", language="en", answers={"respondent": "self"})
    unknown = staff.get(_address(page, uuid.uuid4()))
    hidden = staff.get(_address(page, draft.pk))
    assert unknown.status_code == hidden.status_code == 404
    assert unknown.content == hidden.content.replace(str(draft.pk).encode(), b"")


def test_a_draft_is_not_in_the_list(staff: Client) -> None:
    draft = services.start("adult", language="en", answers={"respondent": "self"})
    assert str(draft.pk) not in staff.get(reverse("clinic:list")).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_staff_pages_are_only_read(staff: Client, row: Assessment, page: str) -> None:
    assert staff.post(_address(page, row.pk)).status_code == 405


@pytest.mark.parametrize("after", ["x", "00000000-0000-4000-8000-000000000000", ""])
def test_a_forged_place_in_the_list_is_not_found(staff: Client, after: str) -> None:
    assert staff.get(reverse("clinic:list"), {"after": after}).status_code == 404


# --- login ------------------------------------------------------------------------------------------


def _log_in(client: Client, name: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(reverse("clinic:login"), {"username": name, "password": password, **more})


def test_staff_log_in_and_come_to_the_list(client: Client) -> None:
    user = _user("nurse", is_staff=True)
    assert user.password.startswith("argon2")
    response = _log_in(client, "nurse")
    assert response.headers["Location"] == reverse("clinic:list")
    assert client.get(reverse("clinic:list")).status_code == 200


def test_a_login_leads_back_to_the_page_asked_for_and_to_no_other_site(
    client: Client, row: Assessment
) -> None:
    _user("nurse", is_staff=True)
    address = _address("detail", row.pk)
    assert _log_in(client, "nurse", next=address).headers["Location"] == address
    client.post(reverse("clinic:logout"))
    away = _log_in(client, "nurse", next="https://evil.example/")
    assert away.headers["Location"] == reverse("clinic:list")


def test_every_refusal_reads_the_same(client: Client) -> None:
    _user("patient")
    _user("gone", is_staff=True, is_active=False)
    _user("nurse", is_staff=True)
    refusals = [
        _log_in(client, name, password)
        for name, password in (
            ("patient", PASSWORD),
            ("gone", PASSWORD),
            ("nurse", "wrong"),
            ("nobody", PASSWORD),
        )
    ]
    assert {response.status_code for response in refusals} == {200}
    texts = [response.content.decode() for response in refusals]
    assert all("Check the username and the password, then try again" in text for text in texts)
    assert all("Error: Log in" in text for text in texts)
    assert "_auth_user_id" not in client.session


def test_a_login_from_another_site_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    assert _log_in(client, "nurse").status_code == 403


def test_logging_out_needs_a_post_and_ends_the_session(staff: Client) -> None:
    assert staff.get(reverse("clinic:logout")).status_code == 405
    assert staff.post(reverse("clinic:logout")).headers["Location"] == reverse("clinic:login")
    assert staff.get(reverse("clinic:list")).status_code == 302
