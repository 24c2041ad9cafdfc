"""The frames around all pages, and the parts that pages include. No database, no session."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Engine, engines
from django.test import RequestFactory
from django.utils import translation

from tests.frontend.dom import Node, parse
from tests.frontend.gallery import Gallery

HELP_LINES = ["tel:988", "tel:18004224453", "tel:18002221222", "tel:18007997233"]


def page(source: str, **context: Any) -> Node:
    """A template's page, as a view would render it."""
    return parse(engines["django"].from_string(source).render(context, RequestFactory().get("/")))


@pytest.fixture
def patient_page() -> Node:
    """An empty patient page."""
    return page(
        '{% extends "base.html" %}{% block title %}Where?{% endblock %}'
        "{% block main %}<h1>Hello</h1>{% endblock %}"
    )


def test_a_patient_page_has_its_landmarks_and_its_ways_out(patient_page: Node) -> None:
    assert patient_page.one("html").attributes["lang"]
    skip = patient_page.one("a", class_="nhsuk-skip-link")
    assert skip.attributes["href"] == "#" + patient_page.one("main").attributes["id"]
    leave = patient_page.one("a", class_="app-leave")
    assert leave.attributes["href"] == patient_page.one("body").attributes["data-leave"] == "/leave/"
    assert "noreferrer" in leave.attributes["rel"]
    assert patient_page.one("title").text == "Where? \u2013 Demo clinic (not configured)"


def test_a_patient_page_says_where_to_get_help(patient_page: Node) -> None:
    emergency = patient_page.one(class_="app-emergency-line")
    assert emergency.one("a").attributes["href"] == "tel:911"
    links = [link.attributes["href"] for link in patient_page.one("footer").all("a")]
    assert [link for link in links if link.startswith("tel:")] == HELP_LINES
    assert "/help/" in links
    assert "not been signed off here by a clinician" in patient_page.one("footer").text


def test_the_emergency_number_is_the_one_of_the_settings(settings: Any) -> None:
    settings.EMERGENCY_NUMBER = "112"
    line = page('{% extends "base.html" %}').one(class_="app-emergency-line")
    assert line.one("a").attributes["href"] == "tel:112"
    assert line.text.startswith("Emergency? Call 112 now.")


def test_help_lines_of_the_united_states_are_named_only_where_they_can_be_called(settings: Any) -> None:
    settings.EMERGENCY_NUMBER = "112"
    footer = page('{% extends "base.html" %}').one("footer")
    links = [link.attributes["href"] for link in footer.all("a")]
    assert [link for link in links if link.startswith("tel:")] == ["tel:112"]
    assert "call 112 now" in footer.text
    assert "(US)" not in footer.text


def test_everything_comes_from_our_own_host(patient_page: Node) -> None:
    for node in patient_page.walk():
        for attribute in ("src", "href", "action"):
            assert not node.attributes.get(attribute, "").startswith(("http", "//", "data:"))
    assert len(patient_page.all("script")) + len(patient_page.all("link")) == 3


def test_an_error_is_told_in_the_title() -> None:
    source = '{% extends "base.html" %}{% block title %}Where?{% endblock %}'
    assert page(source, form=Gallery("radios", "")).one("title").text.startswith("Error: Where?")
    assert page(source, form=Gallery("radios")).one("title").text.startswith("Where?")


def test_a_frame_needs_nothing_from_the_context() -> None:
    """The page of a broken server may have no context at all."""
    for name in ("base.html", "base_print.html"):
        html = Engine.get_default().get_template(name).render(Context())
        assert parse(html).one("title").text.endswith("\u2013 Back pain check")
        assert "911" in html or name == "base_print.html"


def test_a_right_to_left_language_turns_the_page(settings: Any) -> None:
    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
    with translation.override("ar"):
        for name in ("base.html", "base_staff.html", "base_print.html"):
            assert page(f'{{% extends "{name}" %}}').one("html").attributes["dir"] == "rtl"
    assert "dir" not in page('{% extends "base.html" %}').one("html").attributes


def test_a_staff_page_has_no_patient_furniture_and_a_log_out_button() -> None:
    source = '{% extends "base_staff.html" %}'
    user = SimpleNamespace(is_authenticated=True, get_username=lambda: "invented.nurse")
    staff = page(source, request=SimpleNamespace(user=user), csrf_token="invented")
    form = staff.one("form")
    assert form.attributes == {"class": "app-logout", "method": "post", "action": "/staff/logout/"}
    assert form.one("input").attributes["name"] == "csrfmiddlewaretoken"
    assert "invented.nurse" in form.text
    assert "data-leave" not in staff.one("body").attributes
    assert staff.all(class_="app-help-lines") == staff.all(class_="app-emergency-line") == []
    assert page(source).all("form") == []


def test_a_printed_sheet_repeats_who_it_is_about() -> None:
    sheet = page('{% extends "base_print.html" %}{% block running %}Invented Person{% endblock %}')
    running = sheet.one("header", class_="app-sheet__running")
    assert running.text == "Invented Person"
    assert running.parent is sheet.one(class_="app-sheet")


def test_the_clinic_s_sign_off_is_named() -> None:
    import datetime

    signed = SimpleNamespace(name="Dr. Invented", date=datetime.date(2026, 11, 2), version="1.2")
    text = Engine.get_default().get_template("components/signed_off.html")
    words = text.render(Context({"site": SimpleNamespace(signed_off=signed)}))
    assert words.strip().startswith(
        "The rules (version 1.2) were signed off for this clinic by Dr. Invented on "
    )
    assert "2026" in words


@pytest.mark.parametrize(
    ("kind", "word"),
    [("emergency", "Emergency: act now"), ("urgent", "Urgent"), ("non-urgent", "Not urgent")],
)
def test_a_care_card_says_its_urgency_in_words(kind: str, word: str) -> None:
    source = (
        '{% include "components/care_card.html" '
        'with heading="Call now" paragraphs=texts items=texts phone="911" %}'
    )
    card = page(source, kind=kind, texts=["One <b>", "Two"])
    heading = card.one("h2")
    assert heading.text == f"{word} : Call now"
    assert [item.text for item in card.all("li")] == ["One <b>", "Two"]
    assert card.all("b") == []
    assert card.one("a").attributes["href"] == "tel:911"
    as_page = page(source.replace("heading=", 'page_heading=True urgency="Today" heading='), kind=kind)
    assert as_page.one("h1").text == "Today : Call now"


def test_a_level_is_a_word_before_it_is_a_colour() -> None:
    tag = page('{% include "components/level_tag.html" with level=4 label="Same day" %}').one("strong")
    assert tag.text == "Same day"
    assert tag.matches("strong", {"class_": "app-level--4"})
