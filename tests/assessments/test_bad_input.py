"""Bad input gets a clear message and the right status, and nothing saved before is lost."""

from __future__ import annotations

import random
import string
import unicodedata
from typing import Any

import pytest
from django.test import Client

from assessments.models import Assessment
from assessments.views.base import PAGES
from tests.assessments.test_pages import client_at
from tests.assessments.walker import Walker, draft_id, errors_in
from triage.model import Kind, Question

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed", ["17.5", "-1", "200", "abc", "", "1e3", "٣٥٠", "0x20", "99999999999999999999", "1/2"]
)
@pytest.mark.parametrize(("code", "key"), [("a02", "age_years"), ("c02", "child_age_years")])
def test_an_age_that_is_none_is_asked_again(code: str, key: str, typed: str) -> None:
    client, row = client_at(code)

    response = client.post(f"/f/1/{code}/", {"draft": str(row.pk), key: typed, "sex": "female"})

    assert response.status_code == 422
    html = response.content.decode()
    assert "There is a problem" in html
    assert Assessment.objects.get().answers == row.answers
    if code == "a02":
        assert 'value="female" checked' in html.replace('checked=""', "checked")


def options_of(code: str) -> list[Question]:
    """The questions of a page that have options."""
    return [q for q in PAGES[code][1].questions if q.kind in (Kind.SINGLE, Kind.MULTI)]


@pytest.mark.parametrize("code", [code for code in PAGES if options_of(code)])
def test_an_unknown_option_is_refused_on_every_page(code: str) -> None:
    client, row = client_at(code)
    choices = options_of(code)

    for wrong in ("nonsense", "<script>alert(1)</script>", "no\u202e", "yes,no", "1" * 5000):
        data = {question.key: wrong for question in choices}
        response = client.post(f"/f/1/{code}/", {"draft": str(row.pk), **data})
        assert response.status_code == 422
        assert "<script>alert" not in response.content.decode()
    assert Assessment.objects.get().answers == row.answers


@pytest.mark.parametrize(
    "code",
    [
        c
        for c, (_, page) in PAGES.items()
        for q in page.questions
        if "none" in q.option_keys and q.kind is Kind.MULTI
    ],
)
def test_none_together_with_something_is_refused_and_both_stay_ticked(code: str) -> None:
    client, row = client_at(code)
    question = next(q for q in PAGES[code][1].questions if q.kind is Kind.MULTI and "none" in q.option_keys)
    other = next(o.key for o in question.options if o.key not in ("none", "not_sure", "prefer_not"))
    stored: Any = row.answers
    rest = {q.key: stored[q.key] for q in PAGES[code][1].questions if q.key in stored and q is not question}

    response = client.post(f"/f/1/{code}/", {"draft": str(row.pk), **rest, question.key: [other, "none"]})

    if response.status_code == 302:  # the other answer alone is an emergency: that goes first
        assert response["Location"] == "/f/1/now/"
        return
    assert response.status_code == 422
    html = response.content.decode().replace('checked=""', "checked")
    assert f'value="{other}" checked' in html
    assert 'value="none" checked' in html


def test_too_long_a_text_is_kept_on_the_page_with_the_number_of_characters() -> None:
    client, row = client_at("a36")
    text = "long " * 300

    response = client.post("/f/1/a36/", {"draft": str(row.pk), "meds_allergies": text})

    assert response.status_code == 422
    assert text.strip() in response.content.decode()
    assert any("500" in error for error in errors_in(response))


def test_forty_kilobytes_of_text_is_too_long_but_no_crash() -> None:
    client, row = client_at("a36")

    response = client.post("/f/1/a36/", {"draft": str(row.pk), "meds_allergies": "x" * 40_000})

    assert response.status_code == 422


def test_a_body_over_the_limit_is_refused_with_the_emergency_advice() -> None:
    client, row = client_at("a36")

    response = client.post("/f/1/a36/", {"draft": str(row.pk), "meds_allergies": "x" * 300_000})

    assert response.status_code == 413
    assert "911" in response.content.decode()
    assert Assessment.objects.get().answers == row.answers


def test_five_thousand_fields_are_refused() -> None:
    client, row = client_at("a36")

    response = client.post("/f/1/a36/", {"draft": str(row.pk), **{f"f{i}": "x" for i in range(5000)}})

    assert response.status_code == 413


def test_emoji_and_every_script_are_kept_as_written() -> None:
    client, row = client_at("a37")
    text = "Tanzen 💃🏽 رقص नृत्य"

    response = client.post("/f/1/a37/", {"draft": str(row.pk), "goal_text": text})

    assert response.status_code == 302
    stored: Any = Assessment.objects.get().answers
    assert stored["goal_text"] == text
    assert text in client.get("/f/1/a37/").content.decode()


@pytest.mark.parametrize("code", ["a36", "a37", "a01", "a02"])
def test_a_nul_byte_is_a_clear_mistake_and_not_a_crash(code: str) -> None:
    client, row = client_at(code)
    keys = [question.key for question in PAGES[code][1].questions]

    response = client.post(f"/f/1/{code}/", {"draft": str(row.pk), **dict.fromkeys(keys, "a\0b")})

    assert response.status_code == 422
    assert errors_in(response)
    assert Assessment.objects.get().answers == row.answers


def test_markup_is_shown_as_text_never_run() -> None:
    client, row = client_at("a37")
    client.post("/f/1/a37/", {"draft": str(row.pk), "goal_text": "<img src=x onerror=alert(1)>"})

    html = client.get("/f/1/a37/").content.decode()

    assert "<img src=x" not in html
    assert "&lt;img src=x" in html


def test_a_skipped_page_leads_back_to_the_first_question_that_is_open() -> None:
    walker = Walker("adult")
    walker.walk(until="a05")

    for path in ("/f/1/a20/", "/f/1/check/", "/f/1/contact/", "/f/1/done/", "/f/1/print/"):
        response = walker.client.get(path)
        assert response["Location"] == "/f/1/a05/", path


def test_a_forged_page_order_saves_nothing() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a05")
    form = {"draft": draft_id(walker.client.get(url).content.decode()), "episode": "similar"}

    response = walker.client.post("/f/1/a22/", form)

    assert response["Location"] == "/f/1/a05/"
    stored: Any = walker.row().answers
    assert "episode" not in stored


def test_a_page_of_the_other_pathway_saves_nothing() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a05")
    form = {"draft": draft_id(walker.client.get(url).content.decode()), "gate_nerve": ["none"]}

    response = walker.client.post("/f/1/c05/", form)

    assert response.status_code == 302
    stored: Any = walker.row().answers
    assert "gate_nerve" not in stored


def test_a_missing_csrf_token_keeps_what_was_sent() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/f/1/a36/", {"draft": "x", "meds_allergies": "blue inhaler"})

    html = response.content.decode()
    assert response.status_code == 403
    assert "blue inhaler" in html
    assert "911" in html


def test_an_unknown_beginning_is_asked_again() -> None:
    for data in ({}, {"who": "dog"}, {"who": ["self", "child"]}):
        response = Client().post("/begin/", data)
        assert response.status_code in (302, 422)
    assert Client().post("/begin/", {"who": "dog"}).status_code == 422
    assert Client().get("/begin/").status_code == 405


def test_random_posts_never_crash() -> None:
    """Random fields and values on random pages: never a 500, never another status than these."""
    chance = random.Random(20261121)
    client, row = client_at("a36")
    alphabet = string.printable + "\u202e\u0000é💥"
    allowed = {200, 302, 400, 404, 405, 409, 413, 422, 503}
    codes = [*PAGES, "check", "contact", "now", "done", "share", "print", "zz9"]
    for _ in range(600):
        code = chance.choice(codes)
        keys = [q.key for q in PAGES[code][1].questions] if code in PAGES else ["name", "phone", "consent"]
        data: dict[str, Any] = {"draft": chance.choice([str(row.pk), "x", ""])}
        for key in keys:
            data[key] = "".join(chance.choices(alphabet, k=chance.randrange(12)))
        for key, values in (("lang", ("es", "en", "x")), ("clear", ("yes", "no", "x")), ("wrong", ("1",))):
            if chance.random() < 0.1:
                data[key] = chance.choice(values)
        path = f"/f/{chance.choice([1, 1, 1, 2, 99])}/{code}/"
        response = client.post(path, data)
        assert response.status_code in allowed, (path, data, response.status_code)


TURNED = "\u202eadA\u202c \u2067Invented\u2069\u200b\ufeff\u2060\x07"


def test_signs_that_turn_or_hide_text_are_taken_out_and_nothing_else() -> None:
    walker = Walker("adult", f"goal_text={TURNED} شلومو שלום")
    url = walker.walk(until="contact")
    check = walker.client.get("/f/1/check/").content.decode()
    assert 'dir="auto">adA Invented شلومو שלום</dd>' in check

    data = walker.contact_data(walker.client.get(url).content.decode(), name=f"{TURNED} شلومو")
    assert walker.client.post(url, data)["Location"] == "/f/1/done/"

    row: Any = walker.row()
    assert row.contact["name"] == "adA Invented شلومو"
    assert row.answers["goal_text"] == "adA Invented شلومو שלום"
    printed = walker.client.get("/f/1/print/").content.decode()
    assert "<bdi>adA Invented شلومو</bdi>" in printed


@pytest.mark.parametrize("name", ["\u200b\u200d", "\u2066\u2069", "\u00ad", "\ufeff ", "\u0301"])
def test_a_name_that_nobody_can_see_is_none_and_nothing_else_is_lost(name: str) -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    data = walker.contact_data(walker.client.get(url).content.decode(), name=name)

    response = walker.client.post(url, data)

    assert response.status_code == 422
    assert errors_in(response) == ["Enter a name, so that the care team knows who to ask for"]
    assert 'value="555 555 0100"' in response.content.decode()


@pytest.mark.parametrize("name", ["علي‌رضا", "क्‍ष", "👩‍⚕️", "José"])
def test_names_of_every_script_stay_as_they_are(name: str) -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    data = walker.contact_data(walker.client.get(url).content.decode(), name=name)
    assert walker.client.post(url, data)["Location"] == "/f/1/done/"
    row: Any = walker.row()
    assert row.contact["name"] == unicodedata.normalize("NFC", name)
