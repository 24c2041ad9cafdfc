"""Another language at any time: everything typed stays, and nothing is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from django.test import Client

from assessments import services
from assessments.forms import PagePlan
from assessments.models import Assessment
from assessments.views.base import PAGES
from tests.assessments.test_pages import client_at
from tests.assessments.walker import Walker, draft_id, errors_in
from tests.frontend.dom import Node, parse
from triage.model import Kind, Question, Transport
from triage.pathways import PATHWAYS
from triage.words import say
from triage_site import errors, languages

pytestmark = pytest.mark.django_db
Speak = Callable[[dict[str, str]], None]
AGE = say(PATHWAYS["adult"].by_key["age_years"].text)
WRONG_NUMBER = "Enter a whole number in digits, for example 45"
DOWN = str(errors.WORDS[503].title)
WORDS = {
    AGE: "¿Cuántos años tiene?",
    WRONG_NUMBER: "Escriba un número entero",
    "Continue": "Continuar",
    "There is a problem": "Hay un problema",
    DOWN: "El sitio no puede guardar nada",
}


def text_of(response: Any) -> str:
    return cast("str", response.content.decode())


def form_of(response: Any) -> Node:
    """The page's form."""
    return parse(text_of(response)).one("form", id="page-form")


def in_the_boxes(response: Any) -> dict[str, list[str]]:
    """What a browser would send of the page's form, but for what nobody typed."""
    found: dict[str, list[str]] = {}
    for node in form_of(response).walk():
        name, value = node.attributes.get("name", ""), node.attributes.get("value", "")
        kind = node.attributes.get("type", "")
        if node.tag == "textarea":
            value = "".join(str(child) for child in node.children).removeprefix("\n")
        elif node.tag == "select":
            chosen = [option for option in node.all("option") if "selected" in option.attributes]
            value = chosen[0].attributes["value"] if chosen else ""
        elif node.tag != "input" or kind == "hidden" or _is_left_out(node):
            continue
        if value:
            found.setdefault(name, []).append(value)
    return found


def _is_left_out(node: Node) -> bool:
    return node.attributes.get("type") in ("radio", "checkbox") and "checked" not in node.attributes


def typed_on(plan: PagePlan, question: Question) -> dict[str, list[str]]:
    """Something typed that is wrong wherever it can be."""
    if question.kind is Kind.SINGLE:
        return {question.key: [plan.options(question)[-1].key]}
    if question.kind is Kind.MULTI:
        return {question.key: [option.key for option in plan.options(question)]}
    if question.kind is Kind.RATED:
        return {f"{question.key}_{option.key}": [question.ratings[-1].key] for option in question.options}
    if question.kind is Kind.TEXT:
        return {question.key: ["palabras mías, " * 80]}
    return {question.key: ["treinta <y> cinco"]}


# --- which language -----------------------------------------------------------------------------


def test_the_first_visit_speaks_the_browsers_language_and_keeps_no_cookie() -> None:
    for accepted, spoken in (
        ("es-MX,es;q=0.9,en;q=0.5", "es"),
        ("de,fr;q=0.5", "en"),
        ("", "en"),
        (";;q=x", "en"),
    ):
        response = Client().get("/", headers={"Accept-Language": accepted})
        assert f'<html lang="{spoken}">' in text_of(response)
        assert response.headers["Content-Language"] == spoken
        assert {"Accept-Language", "Cookie"} <= {part.strip() for part in response.headers["Vary"].split(",")}
        assert "language" not in response.cookies


def test_a_link_chooses_the_language_of_this_page_and_of_the_next_ones() -> None:
    client = Client(headers={"Accept-Language": "en"})
    first = client.get("/?lang=es")
    assert '<html lang="es">' in text_of(first)
    assert '<html lang="es">' in text_of(client.get("/help/privacy/"))
    assert '<html lang="en">' in text_of(client.get("/help/privacy/?lang=en"))
    assert '<html lang="en">' in text_of(client.get("/"))


@pytest.mark.parametrize("code", ["xx", "ES", "es-mx", "en-us", "../es", "<b>", "e" * 5000, "es\u202e"])
def test_an_unknown_language_is_told_kindly_and_changes_nothing(code: str) -> None:
    client = Client(headers={"Accept-Language": "en"})
    client.cookies["language"] = "es"
    response = client.get("/", {"lang": code})
    assert response.status_code == 200
    assert '<html lang="es">' in text_of(response)
    notice = parse(text_of(response)).all(role="status")
    assert len(notice) == 1
    assert "English, Español" in notice[0].text
    assert "language" not in response.cookies
    assert "<b>" not in text_of(response)


@pytest.mark.parametrize("cookie", ["xx", "x" * 4000, "es;", "<script>"])
def test_a_forged_cookie_is_as_good_as_none(cookie: str) -> None:
    client = Client(headers={"Accept-Language": "es"})
    client.cookies["language"] = cookie
    response = client.get("/")
    assert response.status_code == 200
    assert '<html lang="es">' in text_of(response)


def test_the_links_stay_on_this_host_and_keep_the_rest_of_the_address() -> None:
    client, _row = client_at("a02")
    for address in (
        "http://testserver//evil.example/",
        "/f/1/check/?again=1&change=1",
        "/help/privacy/?lang=xx",
    ):
        page = parse(text_of(client.get(address)))
        (link,) = page.one("nav", class_="app-languages").all("a")
        assert link.attributes["href"].startswith("?")
        assert link.attributes["lang"] == link.attributes["hreflang"] == "es"
        assert link.text == "Español"
        assert link.attributes["href"].count("lang=") == 1
    assert "again=1&change=1&lang=es" in text_of(client.get("/f/1/check/?again=1&change=1")).replace(
        "&amp;", "&"
    )


def test_the_staffs_pages_have_no_switch_and_hear_no_link() -> None:
    response = Client().get("/staff/login/?lang=es", headers={"Accept-Language": "es"})
    assert '<html lang="en">' in text_of(response)
    assert "app-languages" not in text_of(response)
    assert "language" not in response.cookies


def test_an_error_page_speaks_the_language_while_the_database_is_down(
    spanish: Speak, database_down: None
) -> None:
    spanish(WORDS)
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "x" * 32
    client.cookies["language"] = "es"
    response = client.get("/f/1/a02/")
    assert response.status_code == 503
    assert WORDS[DOWN] in text_of(response)


def test_no_question_has_the_name_of_a_button_beside_continue() -> None:
    taken = {languages.NAME, languages.PAGE, "clear", "clear_reason", "wrong", "unsaved", "draft", "skip"}
    for pathway in PATHWAYS.values():
        for question in pathway.questions:
            assert not taken & {question.key, question.text_key}


# --- hold: a language in the middle of a page ------------------------------------------------------


@pytest.mark.parametrize("code", PAGES)
def test_a_language_in_the_middle_of_a_page_loses_nothing_and_saves_nothing(code: str) -> None:
    client, row = client_at(code)
    # Where it is all the same whether the answers are an emergency: it was read.
    services.note(services.open_draft(row), read=Transport.CALL_911.value)
    plan = PagePlan.of(services.open_draft(row).flow, PAGES[code][1])
    typed: dict[str, list[str]] = {}
    for question in plan.questions:
        typed |= typed_on(plan, question)
        if question.note_label:
            typed[question.text_key] = ["una nota"]
    before = Assessment.objects.values().get()

    response = client.post(f"/f/1/{code}/?change=1", {"draft": str(row.pk), "lang": "es", **typed})

    assert response.status_code == 200
    assert '<html lang="es">' in text_of(response)
    assert errors_in(response) == []
    assert in_the_boxes(response) == typed
    assert Assessment.objects.values().get() == before


def test_mistakes_that_were_shown_are_shown_again_in_the_new_language(spanish: Speak) -> None:
    spanish(WORDS)
    client, row = client_at("a02", keep=False)
    sent = {"draft": str(row.pk), "age_years": "abc", "sex": "female"}
    wrong = client.post("/f/1/a02/", sent)
    assert errors_in(wrong) == [WRONG_NUMBER]
    marker = form_of(wrong).one("input", name="wrong").attributes["value"]

    response = client.post("/f/1/a02/", {**sent, "wrong": marker, "lang": "es"})

    assert response.status_code == 200
    assert errors_in(response) == ["Escriba un número entero"]
    assert "Hay un problema" in text_of(response)
    assert "<title>Error:" in text_of(response)
    assert in_the_boxes(response) == {"age_years": ["abc"], "sex": ["female"]}
    assert form_of(response).one("input", name="wrong")
    assert "age_years" not in cast("dict[str, Any]", Assessment.objects.get().answers)


def test_an_untouched_page_is_simply_opened_anew() -> None:
    client, row = client_at("a02", keep=False)
    response = client.post(
        "/f/1/a02/?change=1&lang=en", {"draft": str(row.pk), "lang": "es", "age_years": " "}
    )
    assert (response.status_code, response["Location"]) == (302, "/f/1/a02/?change=1")
    assert '<html lang="es">' in text_of(client.get(response["Location"]))


def test_what_was_taken_back_on_an_answered_page_stays_taken_back() -> None:
    client, row = client_at("a02")
    response = client.post("/f/1/a02/", {"draft": str(row.pk), "lang": "es", "age_years": ""})
    assert response.status_code == 200
    assert in_the_boxes(response) == {}


def test_an_unknown_language_in_a_form_is_refused_with_everything_still_there() -> None:
    client, row = client_at("a02", keep=False)
    response = client.post("/f/1/a02/", {"draft": str(row.pk), "lang": "xx", "age_years": "abc"})
    assert response.status_code == 422
    assert "We do not have that language" in text_of(response)
    assert '<html lang="en">' in text_of(response)
    assert in_the_boxes(response) == {"age_years": ["abc"]}
    assert "language" not in response.cookies


def test_a_held_page_can_be_sent_and_is_saved() -> None:
    client, row = client_at("a02", keep=False)
    held = client.post("/f/1/a02/", {"draft": str(row.pk), "lang": "es", "age_years": "35", "sex": "female"})
    sent = client.post("/f/1/a02/", {"draft": draft_id(text_of(held)), **in_the_boxes(held)})
    assert sent.status_code == 302
    answers = cast("dict[str, Any]", Assessment.objects.get().answers)
    assert (answers["age_years"], answers["sex"]) == (35, "female")


def test_the_start_page_keeps_who_was_chosen() -> None:
    client = Client()
    held = client.post("/begin/", {"who": "child", "lang": "es"})
    assert held.status_code == 200
    assert in_the_boxes(held) == {"who": ["child"]}
    assert not Assessment.objects.exists()
    assert client.post("/begin/", {"lang": "en"})["Location"] == "/"
    assert client.post("/begin/", {"lang": "xx"}).status_code == 422
    wrong = client.post("/begin/", {})
    again = client.post("/begin/", {"wrong": "1", "lang": "es"})
    assert (wrong.status_code, again.status_code) == (422, 200)
    assert len(errors_in(wrong)) == len(errors_in(again)) == 1


def test_the_contact_page_keeps_what_was_typed_and_sends_nothing() -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    data = walker.contact_data(text_of(walker.client.get(url)), language="Español", phone="x")
    held = walker.client.post(url, {**data, "lang": "es"})
    assert held.status_code == 200
    assert errors_in(held) == []
    shown = in_the_boxes(held)
    asked = {name for name in data if form_of(held).all("input", name=name)} - {"draft"}
    assert {"name", "phone", "language", "date_of_birth_year", "consent"} <= asked
    assert {name: shown[name] for name in asked} == {name: [data[name]] for name in asked}
    assert walker.row().submitted_at is None
    data["phone"] = "555 555 0100"
    assert walker.client.post(url, data)["Location"] == "/f/1/done/"
    assert walker.row().language == "es"


def test_the_page_for_sharing_keeps_what_was_typed() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    walker.walk(until="now")
    data = {
        "draft": draft_id(text_of(walker.client.get("/f/1/share/"))),
        "phone": "x",
        "name": "Ada Invented",
    }
    held = walker.client.post("/f/1/share/", {**data, "lang": "es"})
    assert held.status_code == 200
    assert in_the_boxes(held) == {"phone": ["x"], "name": ["Ada Invented"]}
    assert walker.row().submitted_at is None
    assert walker.client.post("/f/1/share/", {"draft": data["draft"], "lang": "en"}).status_code == 302


def test_enter_in_a_box_presses_the_main_button() -> None:
    """The first submit button of a form is the one that Enter presses: never a language."""
    walker = Walker("adult")
    pages = [walker.client.get("/"), walker.client.get(walker.begin())]
    walker = Walker("adult")
    pages.append(walker.client.get(walker.walk(until="contact")))
    walker = Walker("adult", "em_now=chest_pain")
    walker.walk(until="now")
    pages.append(walker.client.get("/f/1/share/"))
    for page in pages:
        ours = parse(text_of(page)).all("button", type="submit", form="page-form")
        own = form_of(page).all("button", type="submit")
        before, _form, _after = text_of(page).partition('<form id="page-form"')
        assert before.count(' form="page-form"') == len(ours) == 2
        assert "name" not in ours[0].attributes
        assert ours[0].text == own[0].text
        assert (ours[1].attributes["name"], ours[1].attributes["value"]) == ("lang", "es")


# --- nothing can be saved ------------------------------------------------------------------------------


def test_while_the_database_is_down_the_language_changes_and_everything_is_kept(
    spanish: Speak, monkeypatch: pytest.MonkeyPatch
) -> None:
    spanish(WORDS)
    client, row = client_at("a02", keep=False)
    client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr("assessments.drafts.find", _down)
        refused = client.post("/f/1/a02/", {"draft": str(row.pk), "age_years": "abc", "lang": "es"})
        assert refused.status_code == 503
        assert WORDS[DOWN] in text_of(refused)
        again = client.post("/f/1/a02/", {"lang": "en", **_kept(refused)})
        assert DOWN in text_of(again)
        kept = _kept(again)
    sent = client.post("/f/1/a02/", kept)
    assert sent.status_code == 422
    assert in_the_boxes(sent) == {"age_years": ["abc"]}


@pytest.mark.parametrize("aside", [{"lang": "es"}, {"clear": "no"}])
def test_send_again_means_continue_also_after_a_button_beside_it(
    aside: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, row = client_at("a02", keep=False)
    client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr("assessments.drafts.find", _down)
        sent = {"draft": str(row.pk), "age_years": "35", "sex": "female", "clear_reason": "The word numb"}
        refused = client.post("/f/1/a02/", sent)
        again = client.post("/f/1/a02/", {**aside, **_kept(refused)})
        assert (refused.status_code, again.status_code) == (503, 503)
    assert not {"lang", "clear"} & _kept(again).keys()
    assert _kept(again)["clear_reason"] == ["The word numb"]
    assert client.post("/f/1/a02/", _kept(again)).status_code == 302
    answers = cast("dict[str, Any]", Assessment.objects.get().answers)
    assert (answers["age_years"], answers["sex"]) == (35, "female")


def test_an_emergency_that_cannot_be_saved_stays_on_the_page_in_the_new_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client, row = client_at("a01", keep=False)
    with monkeypatch.context() as patch:
        patch.setattr("assessments.drafts.find", _down)
        shown = client.post("/f/1/a01/", {"draft": str(row.pk), "em_now": ["chest_pain"]})
        assert shown.status_code == 503
        assert '<html lang="en">' in text_of(shown)
        again = client.post("/f/1/a01/", {"lang": "es", **_kept(shown)})
        assert again.status_code == 503
        assert '<html lang="es">' in text_of(again)
        assert 'href="tel:911"' in text_of(again).partition("<main")[2]
    # The database is back: the emergency is saved and shown, not the question again.
    back = client.post("/f/1/a01/", {"lang": "en", **_kept(again)})
    assert back["Location"] == "/f/1/now/"
    assert cast("dict[str, Any]", Assessment.objects.get().answers)["em_now"] == ["chest_pain"]


def _down(*args: object, **kwargs: object) -> None:
    from django.db import OperationalError

    raise OperationalError("down")


def _kept(response: Any) -> dict[str, list[str]]:
    """The hidden fields of the page's form."""
    fields: dict[str, list[str]] = {}
    for node in form_of(response).all("input", type="hidden"):
        if node.attributes["name"] != "csrfmiddlewaretoken":
            fields.setdefault(node.attributes["name"], []).append(node.attributes["value"])
    return fields
