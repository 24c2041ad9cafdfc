"""Keying in a paper form: whatever fails, nothing typed is lost. All is invented."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from assessments.models import Assessment
from assessments.paper.sheet import FORMS
from assessments.services import BusyError
from clinic import paper
from clinic.paper_form import PaperEntryForm
from tests.clinic.keying import ADULT, baseline, ending, log_in, send, stored_row
from tests.clinic.logging_in import PASSWORD, person, recovery_codes
from triage.catalogue import ruleset_version
from triage_site import errors

pytestmark = pytest.mark.django_db
ADDRESS = "/staff/paper/adult/"
TOKEN = "csrfmiddlewaretoken"


class KeptForm(HTMLParser):
    """The hidden fields of the form that sends again."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.is_inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_inside = found.get("id") == "page-form"
            assert not self.is_inside or found["action"] == ADDRESS
        elif tag == "input" and self.is_inside:
            self.fields.setdefault(found["name"], []).append(found["value"])


def kept(response: Any) -> dict[str, list[str]]:
    """What a failure page sends again. It says so, and no cache keeps it."""
    assert "What you entered is kept on this page." in response.text
    assert "Send again" in response.text
    assert response.headers["Cache-Control"] == "no-store"
    return KeptForm(response.text).fields


def typed(**more: str) -> dict[str, Any]:
    """A form with two answers to one question, words with signs of HTML, and the button that stores."""
    marked = {"infection_risk": ["wound", "iv_drugs"], "goal_text": 'walk "Rex" <b>'}
    version = {"paper_version": ruleset_version(ADULT.name)}
    return ending() | version | baseline(ADULT) | marked | {"store": "1"} | more


def as_lists(data: dict[str, Any]) -> dict[str, list[str]]:
    """The fields as they are sent."""
    return {name: value if isinstance(value, list) else [value] for name, value in data.items()}


@pytest.fixture
def strict() -> Client:
    """A browser, checked as in production, with a member of staff at the keyboard."""
    person()
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    log_in_by_hand(client)
    return client


def log_in_by_hand(client: Client) -> None:
    """Through the page, which changes the token of every form that is open."""
    user = User.objects.get(username="invented.nurse")
    for page, fields in (
        ("account_login", {"login": user.username, "password": PASSWORD}),
        ("mfa_authenticate", {"code": recovery_codes(user)[0]}),
    ):
        client.get(reverse(page))
        data = fields | {TOKEN: client.cookies["csrftoken"].value}
        assert client.post(reverse(page), data).status_code == 302


def failing(problem: Exception) -> Callable[..., Assessment]:
    """A store that fails."""

    def fail(*args: object) -> Assessment:
        raise problem

    return fail


@pytest.mark.parametrize(
    ("problem", "status"),
    [(BusyError(), 503), (OperationalError("down"), 503), (RuntimeError("CANARY"), 500)],
)
def test_a_failure_while_storing_keeps_the_form(
    monkeypatch: pytest.MonkeyPatch, problem: Exception, status: int
) -> None:
    staff = log_in(Client(raise_request_exception=False))
    with monkeypatch.context() as patch:
        patch.setattr(paper, "store", failing(problem))
        response = staff.post(ADDRESS, typed())
    assert response.status_code == status
    assert "CANARY" not in response.text
    fields = kept(response)
    fields.pop(TOKEN)
    assert fields == as_lists(typed() | {"case": fields["case"][0]})
    stored_row(staff.post(ADDRESS, fields))


def test_a_database_that_is_down_before_anybody_is_known_keeps_the_form(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.raise_request_exception = False
    data = typed()
    with monkeypatch.context() as patch:
        patch.setattr(BaseDatabaseWrapper, "ensure_connection", failing(OperationalError("down")))
        patch.setattr(BaseDatabaseWrapper, "cursor", failing(OperationalError("down")))
        response = staff.post(ADDRESS, data)
    assert response.status_code == 503
    assert {name: values for name, values in kept(response).items() if name != TOKEN} == as_lists(data)


def test_a_stale_token_keeps_the_form(strict: Client) -> None:
    strict.get(ADDRESS)
    data = typed(**{TOKEN: "stale"})
    response = strict.post(ADDRESS, data)
    assert response.status_code == 403
    fields = kept(response)
    assert {name: values for name, values in fields.items() if name != TOKEN} == as_lists(
        {name: value for name, value in data.items() if name != TOKEN}
    )
    stored_row(strict.post(ADDRESS, fields))


def test_a_login_that_ended_keeps_the_form_until_somebody_logs_in_in_another_tab(strict: Client) -> None:
    strict.get(ADDRESS)
    token = strict.cookies["csrftoken"].value
    data = typed(**{TOKEN: token})
    del strict.cookies["sessionid"]
    response = strict.post(ADDRESS, data)
    assert response.status_code == 403
    assert "Your login has ended" in response.text
    assert "Log in in another tab" in response.text
    assert f'href="{reverse("account_login")}" target="_blank"' in response.text
    again = strict.post(ADDRESS, kept(response))
    assert "Your login has ended" in again.text
    assert Assessment.objects.count() == 0
    log_in_by_hand(strict)
    # The login changed the token: the form comes back once more, as the page said.
    last = strict.post(ADDRESS, kept(again))
    assert last.status_code == 403
    row = stored_row(strict.post(ADDRESS, kept(last)))
    assert row.entered_by == "invented.nurse"
    assert Assessment.objects.count() == 1


def test_without_a_form_an_ended_login_leads_to_the_login(client: Client) -> None:
    response = client.get(ADDRESS)
    assert (response.status_code, response["Location"]) == (302, f"/staff/login/?next={ADDRESS}")
    assert client.post(ADDRESS, {}).status_code == 302


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_what_another_site_sent_is_not_repeated(
    strict: Client, client: Client, headers: dict[str, str]
) -> None:
    for browser in (strict, client):
        response = browser.post(ADDRESS, typed(name="CANARY"), headers=headers)
        assert response.status_code in (302, 403)
        assert "CANARY" not in response.content.decode()


@pytest.mark.parametrize("address", ["/staff/login/", "/staff/logout/", "/staff/", "/staff/papers/"])
def test_no_other_staff_page_repeats_what_was_sent(address: str) -> None:
    response = Client(enforce_csrf_checks=True).post(address, {"password": "CANARY"})
    assert "CANARY" not in response.content.decode()


def test_no_field_of_the_form_is_one_that_error_pages_leave_out() -> None:
    for pathway in FORMS.values():
        assert errors.NOT_KEPT.isdisjoint(PaperEntryForm(pathway).fields)
    assert errors.NOT_KEPT.isdisjoint({paper.CASE, paper.STORE, paper.CONFIRMED})


def test_somebody_logged_in_who_is_not_staff_finds_no_page(client: Client) -> None:
    client.force_login(User.objects.create_user(username="patient"))
    response = send(client, ADULT, typed(name="CANARY"))
    assert response.status_code == 404
    assert "CANARY" not in response.content.decode()


def test_a_get_keeps_nothing() -> None:
    request = HttpRequest()
    request.method, request.path = "GET", ADDRESS
    assert errors.kept_fields(request) == []
