"""Coming back by the link: no data before the right details, and no sign of what was wrong."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments import return_links
from assessments.models import Assessment, ReturnLink, TryCount
from clinic.loop import tries
from clinic.models import AuditEvent
from tests.clinic.looping import browser_of, come_back, link_to, no_database, sent, text_of, without_token
from triage.model import Level

pytestmark = pytest.mark.django_db
UNKNOWN = f"/r/{'A' * 22}/"


@pytest.fixture
def row() -> Assessment:
    return sent(name="Ada Canary (invented)")


def test_from_the_result_to_the_link_and_back_on_another_phone(row: Assessment) -> None:
    own = browser_of(row)
    result = own.get("/f/1/done/").content.decode()
    assert f'action="{reverse("loop:make_link", args=[1])}"' in result
    assert 'href="/status/1/"' in result
    page = own.post("/f/1/link/").content.decode()
    found = re.search(
        r'id="return-link" href="http://testserver(/r/[\w-]{22}/)"[^>]*>http://testserver\1<', page
    )
    assert found is not None
    # The link and the reference on one paper would be too much in one hand.
    assert str(row.reference) not in page

    other = Client()
    arrived = come_back(other, found[1], row)
    assert arrived.status_code == 303
    assert arrived.headers["Location"] == "/status/"
    shown = other.get("/status/", follow=True)
    assert "Not read yet" in text_of(shown)
    assert str(row.reference) in shown.content.decode()
    token = found[1].split("/")[2]
    assert token not in str(list(other.session.items()))
    assert list(other.session.keys()) == ["returned"]


def test_the_page_before_asks_nobody(row: Assessment) -> None:
    """Without a database nothing can be looked up: so the page cannot depend on the token."""
    path = link_to(row)
    with no_database():
        known, unknown = Client().get(path), Client().get(UNKNOWN)
    assert known.status_code == 200
    assert without_token(known) == without_token(unknown)


def test_the_same_page_for_every_token(row: Assessment) -> None:
    path = link_to(row)
    Client().get(UNKNOWN)  # what every page remembers of the clinic
    with CaptureQueriesContext(connection) as queries:
        page = Client().get(path)
    assert len(queries) == 0
    assert without_token(page) == without_token(Client().get(UNKNOWN))
    assert path.split("/")[2] not in page.content.decode()
    assert "Canary" not in page.content.decode()


def wrong_in_every_way(row: Assessment) -> dict[str, str]:
    """Paths that do not open with what is typed, by why."""
    ended, expired, tried = sent(), sent(), sent()
    paths = {"other details": link_to(row), "ended": link_to(ended), "expired": link_to(expired)}
    return_links.end(ended, timezone.now())
    ReturnLink.objects.filter(assessment=expired).update(expires_at=timezone.now())
    paths["too many tries"] = link_to(tried)
    ReturnLink.objects.filter(assessment=tried).update(wrong_tries=5)
    paths["replaced"] = link_to(row)
    paths["other details"] = link_to(row)
    return {**paths, "unknown": UNKNOWN, "cut short": "/r/A/"}


def test_whatever_is_wrong_the_answer_is_one_and_the_same(row: Assessment) -> None:
    """Byte for byte but for the token of the form, after the same statements."""
    pages, statements = {}, {}
    Client().get(UNKNOWN)  # what every page remembers of the clinic
    for why, path in wrong_in_every_way(row).items():
        # The right details of the row, except where they would open it.
        changes = {"date_of_birth_day": "28"}
        TryCount.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            response = come_back(Client(), path, row, **changes)
        assert response.status_code == 422, why
        pages[why] = without_token(response)
        statements[why] = [re.sub(r"( WHERE| VALUES|_x\d+).*", "", q["sql"]) for q in queries]
    assert len(set(pages.values())) == 1
    assert "There is a problem" in pages["unknown"]
    assert len({tuple(each) for each in statements.values()}) == 1, statements


def test_headers_of_a_wrong_and_an_unknown_link_are_the_same(row: Assessment) -> None:
    known = come_back(Client(), link_to(row), row, reference="BP-0000-000")
    unknown = come_back(Client(), UNKNOWN, row, reference="BP-0000-000")
    assert {**known.headers} == {**unknown.headers}
    assert known.headers["Cache-Control"] == "no-store"
    assert known.headers["Referrer-Policy"] == "same-origin"
    assert set(known.cookies) == set(unknown.cookies)


def test_500_guesses_find_nothing_and_are_soon_stopped(row: Assessment) -> None:
    link_to(row)
    client = Client()
    answers = [come_back(client, f"/r/{number:022d}/", row).status_code for number in range(500)]
    assert answers == [422] * tries.MOST_AN_HOUR + [429] * (500 - tries.MOST_AN_HOUR)
    assert "returned" not in client.session
    # The log tells of each try, and once that more were refused: nobody can flood it.
    lines = AuditEvent.objects.filter(action="case.patient").values_list("outcome", flat=True)
    assert sorted(lines) == ["denied"] + ["failed"] * tries.MOST_AN_HOUR


def test_the_limit_is_for_one_part_of_the_network_and_one_hour(row: Assessment, monkeypatch: Any) -> None:
    path = link_to(row)

    def status(address: str) -> int:
        return int(come_back(Client(REMOTE_ADDR=address), UNKNOWN, row).status_code)

    assert [status("192.0.2.7") for _ in range(11)][-1] == 429
    assert status("192.0.2.250") == 429
    assert status("198.51.100.7") == 422
    assert [status("2001:db8:0:1::1") for _ in range(11)][-1] == 429
    assert status("2001:db8:0:ff::9") == 429
    assert status("2001:db8:0:100::9") == 422
    refused = come_back(Client(REMOTE_ADDR="192.0.2.8"), path, row)
    assert refused.status_code == 429
    assert "911" in text_of(refused)
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr("clinic.loop.views.timezone.now", lambda: later)
    assert come_back(Client(REMOTE_ADDR="192.0.2.8"), path, row).status_code == 303


def test_no_address_is_stored(row: Assessment) -> None:
    come_back(Client(REMOTE_ADDR="192.0.2.77"), UNKNOWN, row)
    assert "192.0.2" not in str(TryCount.objects.values().get())


def test_right_tries_do_not_use_up_the_limit(row: Assessment) -> None:
    path = link_to(row)
    for _ in range(tries.MOST_AN_HOUR + 2):
        assert come_back(Client(), path, row).status_code == 303
    assert ReturnLink.objects.get().wrong_tries == 0


def test_who_stopped_without_a_date_of_birth_leaves_it_empty() -> None:
    row = sent(Level.EMERGENCY_NOW, born="")
    path = link_to(row)
    opened = Client().post(path, {"reference": row.reference or ""})
    assert opened.status_code == 303


def test_a_slip_in_the_date_is_no_try_and_keeps_what_was_typed(row: Assessment) -> None:
    response = come_back(Client(), link_to(row), row, date_of_birth_month="13")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Enter the month as a number from 1 to 12" in page
    assert str(row.reference) in page
    assert ReturnLink.objects.get().wrong_tries == 0
    assert not TryCount.objects.exists()


def test_the_language_changes_without_a_try_or_the_token_in_a_header(row: Assessment) -> None:
    path = link_to(row)
    for typed in ({}, {"reference": "BP-1"}):
        response = Client().post(path, {**typed, "lang": "es", "page_language": "en"})
        assert response.status_code == 200
        assert response.headers["Content-Language"] == "es"
        assert path.split("/")[2] not in str(response.headers)
    assert not TryCount.objects.exists()


def test_no_redirect_repeats_the_token(row: Assessment) -> None:
    path = link_to(row)
    assert Client().get(path.rstrip("/")).status_code == 200
    opened = come_back(Client(), path.rstrip("/"), row)
    assert opened.headers["Location"] == "/status/"


@pytest.mark.parametrize(
    "path", ["/r/" + "A" * 10_000 + "/", "/r/A%00A/", "/r/%2e%2e/", "/r/ä/", "/r//", "/r/" + "A" * 65 + "/"]
)
def test_what_is_no_token_finds_no_page(path: str) -> None:
    for response in (Client().get(path), Client().post(path, {"reference": "BP-1234-567"})):
        assert response.status_code in (400, 404)


@pytest.mark.parametrize("typed", ["\0", "BP-\0", "x" * 10_000, "' OR 1=1 --", "BP-7K3M-9QD\n", "٣" * 9])
def test_bad_input_is_answered_in_the_form(row: Assessment, typed: str) -> None:
    response = come_back(Client(), link_to(row), row, reference=typed)
    assert response.status_code in (400, 422)
    assert str(row.reference) not in text_of(response)


def test_the_reference_of_somebody_else_does_not_open_it(row: Assessment) -> None:
    other = sent()
    assert come_back(Client(), link_to(row), other).status_code == 422


def test_opening_gives_a_new_session_key_and_ids_only(row: Assessment) -> None:
    planted = browser_of()
    planted.get("/f/1/done/")
    before = planted.cookies["sessionid"].value
    assert come_back(planted, link_to(row), row).status_code == 303
    assert planted.cookies["sessionid"].value != before
    assert planted.session["returned"] == [str(ReturnLink.objects.get().pk)]
    assert Client().get("/status/").status_code == 404
    stale = Client()
    stale.cookies["sessionid"] = before
    assert stale.get("/status/").status_code == 404


def test_without_the_forms_token_nothing_happens(row: Assessment) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert come_back(strict, link_to(row), row).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["sessionid"] = browser_of(row).cookies["sessionid"].value
    assert strict.post("/f/1/link/").status_code == 403
    assert strict.post("/status/1/end/").status_code == 403


def test_with_the_database_down_there_is_advice_and_no_token(row: Assessment) -> None:
    path, client = link_to(row), Client(raise_request_exception=False)
    with no_database():
        response = come_back(client, path, row)
    assert response.status_code == 503
    page = response.content.decode()
    assert "If this is an emergency, call 911 now" in page
    assert path.split("/")[2] not in page
    assert str(row.reference) not in page
    assert come_back(client, path, row).status_code == 303
    with no_database():
        assert client.get("/status/").status_code == 503
