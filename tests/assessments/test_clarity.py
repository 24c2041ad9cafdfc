""" "Was this page clear?": counted, not kept one by one, and never in the way of an answer."""

from __future__ import annotations

import datetime
import json
import threading
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, connections
from django.test import Client

from assessments import clarity
from assessments.contact import today
from assessments.models import Assessment, ClarityCount, ClarityPlace, ClarityReasons
from tests.assessments.test_languages import form_of, in_the_boxes, text_of
from tests.assessments.test_pages import client_at
from tests.assessments.walker import Walker
from tests.frontend.dom import parse
from triage_site.vault import VaultError

pytestmark = pytest.mark.django_db
THANKS = "Thank you. Your opinion is stored without your name or your answers."
QUESTION = "Was this page clear?"
NO = {"clear": "no", "clear_reason": "The word numb"}
RIGHT = {"age_years": "35", "sex": "female"}


def vote(client: Client, row: Assessment, **more: Any) -> Any:
    return client.post("/f/1/a02/", {"draft": str(row.pk), "age_years": "abc", "sex": "female", **more})


def counts() -> dict[str, tuple[int, int]]:
    """Yes and no by page and language."""
    return {f"{row.page} {row.language}": (row.clear, row.unclear) for row in ClarityCount.objects.all()}


def reasons() -> dict[str, list[str]]:
    """The words by page and language."""
    return {f"{row.page} {row.language}": row.all() for row in ClarityReasons.objects.all()}


@pytest.fixture
def sent() -> Walker:
    """Somebody who reads a result."""
    walker = Walker("adult")
    walker.walk()
    return walker


def test_an_opinion_is_stored_and_the_page_comes_back_with_everything_typed() -> None:
    client, row = client_at("a02", keep=False)
    before = Assessment.objects.values().get()

    response = vote(client, row, **NO)

    assert response.status_code == 200
    assert THANKS in text_of(response)
    assert QUESTION not in text_of(response)
    assert "error-summary" not in text_of(response)
    assert in_the_boxes(response) == {"age_years": ["abc"], "sex": ["female"]}
    assert counts() == {"a02 en": (0, 1)}
    assert reasons() == {"a02 en": ["The word numb"]}
    assert Assessment.objects.values().get() == before


def test_the_language_of_the_page_is_counted() -> None:
    client, row = client_at("a02", keep=False)
    vote(client, row, clear="yes", page_language="es")
    assert counts() == {"a02 es": (1, 0)}
    assert reasons() == {}


def test_nothing_is_kept_but_a_page_a_language_and_a_month() -> None:
    client, row = client_at("a02", keep=False)
    vote(client, row, **NO)
    place = {"id", "page", "language", "month"}
    assert {field.name for field in ClarityPlace._meta.get_fields()} == place
    assert {field.name for field in ClarityCount._meta.get_fields()} == place | {"clear", "unclear"}
    assert {field.name for field in ClarityReasons._meta.get_fields()} == place | {"sealed_texts"}
    for model in (ClarityCount, ClarityReasons):
        stored = model.objects.get()
        assert stored.month == today().replace(day=1)
        values = json.dumps([str(value) for value in model.objects.values_list().get()])
        for secret in (str(row.pk), str(client.session.session_key), "numb"):
            assert secret not in values


def test_neither_rows_nor_their_order_tell_who_spoke_first() -> None:
    said = ["zebra", "apple", "mango"]
    for word in said:
        client, row = client_at("a02", keep=False)
        vote(client, row, clear="no", clear_reason=word)
    assert counts() == {"a02 en": (0, 3)}
    assert reasons() == {"a02 en": ["apple", "mango", "zebra"]}
    assert ClarityReasons.objects.count() == 1


def test_the_servers_session_knows_nothing_of_it() -> None:
    client, row = client_at("a02", keep=False)
    before = dict(client.session.items())
    vote(client, row, **NO)
    assert dict(client.session.items()) == before


def test_the_browser_itself_keeps_a_mark_that_does_not_say_which_page(sent: Walker) -> None:
    sent.client.post("/f/1/a02/", {"draft": "x"})
    sent.client.post("/f/1/done/", NO)
    cookie = sent.client.cookies["opinions"]
    assert clarity.MARK.fullmatch(cookie.value)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (
        True,
        "Lax",
        "/",
        "",
    )
    assert sent.client.get("/leave/").cookies["opinions"]["max-age"] == 0


def test_finishing_takes_the_mark_out_of_the_browser(sent: Walker) -> None:
    sent.client.post("/f/1/done/", NO)
    assert sent.client.post("/f/1/finish/").cookies["opinions"]["max-age"] == 0


@pytest.mark.parametrize("cookie", ["x" * 4000, "-", "<script>", "0123456", "00000000-" * 400])
def test_a_forged_mark_is_as_good_as_none(cookie: str) -> None:
    client, row = client_at("a02", keep=False)
    client.cookies["opinions"] = cookie
    assert vote(client, row, clear="yes").status_code == 200
    assert counts() == {"a02 en": (1, 0)}
    assert len(client.cookies["opinions"].value) < 2000


def test_a_second_opinion_replaces_nothing_and_says_thanks() -> None:
    client, row = client_at("a02", keep=False)
    vote(client, row, clear="yes")
    again = vote(client, row, **NO)
    assert THANKS in text_of(again)
    assert (counts(), reasons()) == ({"a02 en": (1, 0)}, {})
    client.post("/f/1/a01/", {"draft": str(row.pk), "clear": "no"})
    assert counts() == {"a02 en": (1, 0), "a01 en": (0, 1)}
    vote(client, row, clear="yes")
    assert counts() == {"a02 en": (1, 0), "a01 en": (0, 1)}


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"clear": "", "clear_reason": "The word numb"}, "Press one of the two buttons"),
        ({"clear": "maybe", "clear_reason": "The word numb"}, "Press one of the two buttons"),
        ({"clear": "no", "clear_reason": "x" * 301}, "Use 300 characters or fewer"),
        ({"clear": "no", "clear_reason": "a\0b"}, "cannot be stored"),
    ],
)
def test_a_wrong_opinion_is_told_at_its_place_and_everything_stays(
    more: dict[str, str], message: str
) -> None:
    client, row = client_at("a02", keep=False)
    response = vote(client, row, **more)
    assert response.status_code == 422
    box = parse(text_of(response)).one(id="clarity")
    assert message in box.text
    assert "open" in box.one("details").attributes
    reason = more["clear_reason"].replace("\0", "")
    assert in_the_boxes(response) == {"age_years": ["abc"], "sex": ["female"], "clear_reason": [reason]}
    assert "error-summary" not in text_of(response)
    assert (counts(), reasons()) == ({}, {})


def test_a_reason_that_was_not_sent_stays_through_a_language_and_a_mistake_and_stores_nothing() -> None:
    client, row = client_at("a02", keep=False)
    for more in ({"lang": "es"}, {}):
        response = vote(client, row, clear_reason="The word numb", **more)
        assert in_the_boxes(response)["clear_reason"] == ["The word numb"]
        assert "open" in form_of(response).one(id="clarity").one("details").attributes
    assert (counts(), reasons()) == ({}, {})


def test_an_opinion_needs_the_form_it_is_about() -> None:
    client, row = client_at("a02", keep=False)
    assert Client().post("/f/1/a02/", {"draft": str(row.pk), **NO}).status_code == 404
    assert client.post("/f/1/a02/", {"draft": "x", **NO}).status_code == 404
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["sessionid"] = client.cookies["sessionid"].value
    assert strict.post("/f/1/a02/", {"draft": str(row.pk), **NO}).status_code == 403
    assert (counts(), reasons()) == ({}, {})


def test_the_emergency_page_asks_for_no_opinion() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    assert QUESTION not in text_of(walker.client.get(walker.walk(until="now")))


def test_an_opinion_on_a_result_is_stored_and_the_page_can_be_opened_again(sent: Walker) -> None:
    page = sent.client.get("/f/1/done/")
    assert QUESTION in text_of(page)
    response = sent.client.post("/f/1/done/", NO)
    assert (response.status_code, response["Location"]) == (302, "/f/1/done/?thanks=1#clarity")
    assert THANKS in text_of(sent.client.get("/f/1/done/?thanks=1"))
    assert counts() == {"result-adult en": (0, 1)}
    assert reasons() == {"result-adult en": ["The word numb"]}
    sent.client.post("/f/1/done/", NO)
    assert counts() == {"result-adult en": (0, 1)}


def test_a_wrong_opinion_on_a_result_keeps_the_result(sent: Walker) -> None:
    response = sent.client.post("/f/1/done/", {"clear": "no", "clear_reason": "y" * 400})
    assert response.status_code == 422
    assert "Use 300 characters or fewer" in text_of(response)
    assert str(sent.row().reference) in text_of(response)
    assert in_the_boxes(response) == {"clear_reason": ["y" * 400]}


def test_a_language_on_a_result_keeps_what_was_typed_about_it(sent: Walker) -> None:
    anew = sent.client.post("/f/1/done/", {"lang": "es", "clear_reason": ""})
    assert (anew.status_code, anew["Location"]) == (302, "/f/1/done/")
    assert '<html lang="es">' in text_of(sent.client.get("/f/1/done/"))
    held = sent.client.post("/f/1/done/", {"lang": "en", "clear_reason": "The word numb"})
    assert held.status_code == 200
    assert '<html lang="en">' in text_of(held)
    assert in_the_boxes(held) == {"clear_reason": ["The word numb"]}
    assert sent.client.post("/f/1/done/", {"lang": "xx"}).status_code == 422
    assert (counts(), reasons()) == ({}, {})


def test_nothing_is_kept_longer_than_a_year() -> None:
    now = today()
    months = [(now.year, now.month), (now.year - 1, now.month), (now.year - 2, now.month)]
    youngest = datetime.date(now.year - 1, now.month, 28) + datetime.timedelta(days=5)
    for day in (*(datetime.date(year, month, 1) for year, month in months), youngest):
        clarity.add("a02", "en", is_clear=False, reason="a", day=day)
    call_command("purge_drafts", verbosity=0)
    kept = {now.replace(day=1), youngest.replace(day=1)}
    assert {row.month for row in ClarityCount.objects.all()} == kept
    assert {row.month for row in ClarityReasons.objects.all()} == kept


def test_words_are_sealed() -> None:
    client, row = client_at("a02", keep=False)
    vote(client, row, **NO)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM assessments_clarityreasons")
        assert "numb" not in str(cursor.fetchall())


def test_too_many_words_in_a_month_make_room_and_are_counted_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clarity, "MOST_REASONS", 3)
    for number in range(5):
        clarity.add("a02", "en", is_clear=False, reason=f"reason {number}")
    (kept,) = reasons().values()
    assert (len(kept), kept[-1]) == (3, "reason 4")
    assert counts() == {"a02 en": (0, 5)}


@pytest.mark.django_db(transaction=True)
def test_opinions_at_the_same_moment_are_all_counted() -> None:
    def say(number: int) -> None:
        try:
            clarity.add("a02", "en", is_clear=number % 2 == 0, reason=f"reason {number}")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=say, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts() == {"a02 en": (4, 4)}
    assert reasons() == {"a02 en": [f"reason {number}" for number in range(8)]}


# --- words in the box, and then Continue -------------------------------------------------------------


def test_words_sent_with_continue_are_kept_as_neither_yes_nor_no() -> None:
    client, row = client_at("a02", keep=False)
    response = vote(client, row, **RIGHT, clear_reason=" The word\r\nnumb ")
    assert response.status_code == 302
    assert counts() == {"a02 en": (0, 0)}
    assert reasons() == {"a02 en": ["The word\nnumb"]}
    vote(client, row, **RIGHT, clear_reason="Again")
    assert reasons() == {"a02 en": ["The word\nnumb"]}


@pytest.mark.parametrize(("typed", "kept"), [("x" * 400, ["x" * 300]), ("a\0b", []), ("  ", [])])
def test_words_that_cannot_be_stored_are_never_in_the_way(typed: str, kept: list[str]) -> None:
    client, row = client_at("a02", keep=False)
    response = vote(client, row, **RIGHT, clear_reason=typed)
    assert response.status_code == 302
    assert reasons() == ({"a02 en": kept} if kept else {})


@pytest.mark.parametrize("trouble", [DatabaseError, VaultError, KeyError])
def test_trouble_with_the_words_is_never_in_the_way(
    trouble: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise trouble

    monkeypatch.setattr(clarity, "add", refuse)
    client, row = client_at("a02", keep=False)
    response = vote(client, row, **RIGHT, clear_reason="The word numb")
    assert response.status_code == 302
    stored: Any = Assessment.objects.get().answers
    assert stored["age_years"] == 35
    assert "opinions" not in response.cookies


def test_words_on_a_page_that_is_an_emergency_are_kept_and_it_is_shown() -> None:
    client, row = client_at("a01", keep=False)
    sent = {"draft": str(row.pk), "em_now": ["tearing"], "clear_reason": "Which pain?", "lang": "es"}
    assert client.post("/f/1/a01/", {**sent, "page_language": "en"})["Location"] == "/f/1/now/"
    assert reasons() == {"a01 en": ["Which pain?"]}


def test_an_opinion_on_a_page_that_is_an_emergency_is_counted_once() -> None:
    client, row = client_at("a01", keep=False)
    sent = {"draft": str(row.pk), "em_now": ["tearing"], **NO}
    assert client.post("/f/1/a01/", sent)["Location"] == "/f/1/now/"
    assert (counts(), reasons()) == ({"a01 en": (0, 1)}, {"a01 en": ["The word numb"]})
