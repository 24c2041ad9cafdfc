""" "Was this page clear?": stored without a way back to anybody, and never in the way of an answer."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from assessments.contact import today
from assessments.models import Assessment, ClarityVote
from tests.assessments.test_languages import form_of, in_the_boxes, text_of
from tests.assessments.test_pages import client_at
from tests.assessments.walker import Walker
from tests.frontend.dom import parse

pytestmark = pytest.mark.django_db
THANKS = "Thank you. Your opinion is stored without your name or your answers."
QUESTION = "Was this page clear?"
NO = {"clear": "no", "clear_reason": "The word numb"}


def vote(client: Client, row: Assessment, **more: Any) -> Any:
    return client.post("/f/1/a02/", {"draft": str(row.pk), "age_years": "abc", "sex": "female", **more})


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
    stored = ClarityVote.objects.get()
    assert (stored.page, stored.language, stored.is_clear, stored.reason, stored.day) == (
        "a02",
        "en",
        False,
        "The word numb",
        today(),
    )
    assert Assessment.objects.values().get() == before


def test_the_language_of_the_page_is_stored() -> None:
    client, row = client_at("a02", keep=False)
    client.cookies["language"] = "es"
    vote(client, row, clear="yes")
    stored = ClarityVote.objects.get()
    assert (stored.language, stored.is_clear, stored.sealed_reason) == ("es", True, "")


def test_nothing_leads_from_an_opinion_to_who_gave_it() -> None:
    client, row = client_at("a02", keep=False)
    vote(client, row, **NO)
    names = {field.name for field in ClarityVote._meta.get_fields()}
    assert names == {"id", "page", "language", "is_clear", "sealed_reason", "day"}
    stored = json.dumps([str(value) for value in ClarityVote.objects.values_list().get()])
    assert not isinstance(ClarityVote.objects.get().day, datetime.datetime)
    for secret in (str(row.pk), str(client.session.session_key), "numb"):
        assert secret not in stored
    session = json.dumps(dict(client.session.items()))
    assert "a02" not in session
    assert "numb" not in session
    assert str(ClarityVote.objects.get().pk) not in session


def test_a_second_opinion_replaces_nothing_and_says_thanks() -> None:
    client, row = client_at("a02", keep=False)
    vote(client, row, clear="yes")
    again = vote(client, row, **NO)
    assert THANKS in text_of(again)
    assert ClarityVote.objects.get().is_clear
    client.post("/f/1/a01/", {"draft": str(row.pk), "clear": "no"})
    assert ClarityVote.objects.count() == 2


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
    assert not ClarityVote.objects.exists()


def test_a_reason_that_was_not_sent_stays_through_a_language_and_a_mistake_and_stores_nothing() -> None:
    client, row = client_at("a02", keep=False)
    for more in ({"lang": "es"}, {}):
        response = vote(client, row, clear_reason="The word numb", **more)
        assert in_the_boxes(response)["clear_reason"] == ["The word numb"]
        assert "open" in form_of(response).one(id="clarity").one("details").attributes
    assert not ClarityVote.objects.exists()


def test_an_opinion_needs_the_form_it_is_about() -> None:
    client, row = client_at("a02", keep=False)
    assert Client().post("/f/1/a02/", {"draft": str(row.pk), **NO}).status_code == 404
    assert client.post("/f/1/a02/", {"draft": "x", **NO}).status_code == 404
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["sessionid"] = client.cookies["sessionid"].value
    assert strict.post("/f/1/a02/", {"draft": str(row.pk), **NO}).status_code == 403
    assert not ClarityVote.objects.exists()


def test_the_emergency_page_asks_for_no_opinion() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    assert QUESTION not in text_of(walker.client.get(walker.walk(until="now")))


def test_an_opinion_on_a_result_is_stored_and_the_page_can_be_opened_again(sent: Walker) -> None:
    page = sent.client.get("/f/1/done/")
    assert QUESTION in text_of(page)
    response = sent.client.post("/f/1/done/", NO)
    assert (response.status_code, response["Location"]) == (302, "/f/1/done/?thanks=1#clarity")
    assert THANKS in text_of(sent.client.get("/f/1/done/?thanks=1"))
    stored = ClarityVote.objects.get()
    assert stored.page == f"result-adult-{_level_name(sent)}"
    assert _level_name(sent) not in json.dumps(dict(sent.client.session.items()))


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
    assert not ClarityVote.objects.exists()


def test_opinions_are_deleted_after_a_year() -> None:
    for days in (0, 365, 366, 800):
        ClarityVote.objects.create(
            page="a02", language="en", is_clear=True, day=today() - datetime.timedelta(days=days)
        )
    call_command("purge_drafts", verbosity=0)
    assert sorted((today() - stored.day).days for stored in ClarityVote.objects.all()) == [0, 365]


def test_a_reason_is_sealed() -> None:
    client, row = client_at("a02", keep=False)
    vote(client, row, **NO)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM assessments_clarityvote")
        assert "numb" not in str(cursor.fetchall())


def _level_name(walker: Walker) -> str:
    from triage.model import Level

    return Level(walker.row().level or 0).name
