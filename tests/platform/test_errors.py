"""Error pages: emergency advice on each, no answer lost, and none of them needs the database."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from tests.environment import ENVIRONMENT
from triage_site import errors

pytestmark = pytest.mark.urls("tests.platform.urls")
ANSWERS = {
    "ces_saddle": ["not_sure"],
    "infection_risk": ["iv_drugs", "surgery"],
    "own_words": ['line one\r\nline "two" <script>alert(1)</script> 🙂'],
}


class Form(HTMLParser):
    """The fields, the action and the buttons of the one form of a page, and the languages to choose."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.actions: list[str] = []
        self.buttons = 0
        self.languages: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.actions.append(found["action"])
        elif tag == "input":
            assert found["type"] == "hidden"
            self.fields.setdefault(found["name"], []).append(found["value"])
        elif tag == "button" and found.get("name") == "lang":
            assert found["form"] == "page-form"
            self.languages.append(found["value"])
        elif tag == "button":
            self.buttons += 1


@pytest.fixture
def site() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", errors.WORDS)
def test_every_error_page_repeats_the_emergency_advice_and_says_what_to_do(
    rf: RequestFactory, status: int, database_down: None
) -> None:
    response = errors.error_page(rf.get("/f/1/a01/"), status)
    assert response.status_code == status
    assert "call 911 now" in response.text
    assert str(errors.WORDS[status].what_to_do) in response.text
    assert response.text.count("<h1") == 1
    assert f"<title>{errors.WORDS[status].title}" in response.text
    assert 'href="tel:911"' in response.text
    assert all(str(sign) in response.text for sign in errors.EMERGENCY_SIGNS)


def test_the_clinics_own_emergency_number_is_shown(
    rf: RequestFactory, settings: pytest.FixtureRequest
) -> None:
    settings.EMERGENCY_NUMBER = "112"  # type: ignore[attr-defined]
    response = errors.error_page(rf.get("/"), 404)
    assert "call 112 now" in response.text
    assert "911" not in response.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/try/suspicious/", 400),
        ("/try/refuse/", 403),
        ("/try/nothing-here/", 404),
        ("/try/post/", 405),
        ("/try/crash/", 500),
    ],
)
def test_no_error_page_tells_what_broke(site: Client, address: str, status: int) -> None:
    response = site.get(address)
    assert response.status_code == status
    assert "call 911 now" in response.text
    assert "CANARY" not in response.text


def test_a_broken_template_still_gives_the_advice(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*args: object, **kwargs: object) -> HttpResponse:
        raise ValueError("no such static file")

    monkeypatch.setattr(errors, "render", broken)
    response = errors.error_page(rf.get("/"), 503)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert "call 911 now" in response.text
    assert all(str(sign) in response.text for sign in errors.EMERGENCY_SIGNS)
    assert "the error page itself failed" in caplog.text


# --- The database is down ------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/try/count/", "/f/1/count/", "/f/1/session/", "/f/1/save/"])
def test_a_database_that_is_down_is_a_503_wherever_it_shows(
    site: Client, database_down: None, address: str
) -> None:
    site.cookies["sessionid"] = "0123456789abcdefghijklmnopqrstuv"
    response = site.get(address)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert "call 911 now" in response.text
    assert "CANARY" not in response.text


@pytest.mark.parametrize("page", ["count", "session", "save", "crash"])
def test_the_answers_are_kept_in_the_page_for_sending_again(
    site: Client, database_down: None, page: str
) -> None:
    site.cookies["sessionid"] = "0123456789abcdefghijklmnopqrstuv"
    response = site.post(f"/f/1/{page}/?change=1", ANSWERS)
    assert response.status_code == (500 if page == "crash" else 503)
    form = Form(response.text)
    assert form.fields.pop("csrfmiddlewaretoken")
    assert form.fields == ANSWERS
    assert form.actions == [f"/f/1/{page}/?change=1"]
    assert form.buttons == 1
    assert form.languages == ["es"]
    assert "<script>alert" not in response.text


@pytest.mark.parametrize(
    "url", ["postgres://nobody@127.0.0.1:1/none", "sqlite:////no-such-directory/x/db.sqlite3"]
)
def test_a_real_database_that_cannot_be_reached(url: str) -> None:
    script = """
import django
django.setup()
from django.test import Client, override_settings

STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
with override_settings(
    ROOT_URLCONF="tests.platform.urls",
    ALLOWED_HOSTS=["testserver"],
    STORAGES={"staticfiles": {"BACKEND": STATIC}},
):
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "x" * 32
    page = client.post("/f/1/session/", {"own_words": "kept text"})
    print(page.status_code, page.headers["Retry-After"])
    print("call 911 now" in page.text, "kept text" in page.text)
    print(client.get("/readyz").status_code, client.get("/healthz").status_code)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **ENVIRONMENT, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "503 30\nTrue True\n503 200\n"


# --- A form that lost its CSRF token -------------------------------------------------------------


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


def test_a_stale_token_loses_no_answer_and_the_page_can_be_sent_again(strict: Client) -> None:
    response = strict.post("/f/1/a01/?change=1", {**ANSWERS, "csrfmiddlewaretoken": "stale"})
    assert response.status_code == 403
    assert "call 911 now" in response.text
    assert "Send again" in response.text
    form = Form(response.text)
    assert {name: value for name, value in form.fields.items() if name != "csrfmiddlewaretoken"} == ANSWERS
    again = strict.post(form.actions[0], form.fields)
    assert again.status_code == 200
    assert again.json() == form.fields


def test_staff_pages_do_not_repeat_what_was_sent_but_a_paper_form(strict: Client) -> None:
    response = strict.post("/staff/try/", {"username": "CANARY", "password": "CANARY"})
    assert response.status_code == 403
    assert "CANARY" not in response.text
    assert Form(response.text).fields == {}
    assert "call 911 now" in response.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_sent_does_not_wait_behind_our_button(
    strict: Client, headers: dict[str, str]
) -> None:
    response = strict.post("/f/1/a01/", {"own_words": "CANARY"}, headers=headers)
    assert response.status_code == 403
    assert "CANARY" not in response.text
    assert Form(response.text).buttons == 0


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}],
)
def test_what_our_own_page_sent_is_kept(strict: Client, headers: dict[str, str]) -> None:
    response = strict.post("/f/1/a01/", {"own_words": "kept text"}, headers=headers)
    assert response.status_code == 403
    assert Form(response.text).fields["own_words"] == ["kept text"]


def test_a_page_that_failed_on_a_get_keeps_nothing(rf: RequestFactory) -> None:
    request: HttpRequest = rf.get("/f/1/a01/?own_words=CANARY")
    assert errors.kept_fields(request) == []
