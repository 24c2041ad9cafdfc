"""The language buttons in a real browser: Enter still means Continue, and nothing typed is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import states, walk
from tests.browser.conftest import NewVisitor, Visitor
from tests.browser.states import ADULT
from triage.model import Level

AGE = "[name=age_years]"
ESPANOL = ".app-languages [lang=es]"


def at_the_age(visitor: Visitor) -> None:
    """On the page with the age, with something typed that is wrong, and something chosen."""
    visitor.has(states.draft_at("adult, for oneself", ADULT.pages[2]))
    visitor.open("/f/1/a02/")
    visitor.page.locator(AGE).fill("abc")
    walk.choose(visitor, "sex", ["male"])


@pytest.mark.parametrize("scripts", [True, False])
def test_everything_typed_stays_when_the_language_changes(new_visitor: NewVisitor, scripts: bool) -> None:
    visitor = new_visitor(java_script_enabled=scripts)
    at_the_age(visitor)
    visitor.page.locator(ESPANOL).click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "es")
    expect(visitor.page.locator(AGE)).to_have_value("abc")
    expect(walk.option(visitor, "sex", "male")).to_be_checked()
    expect(visitor.page.locator(".nhsuk-error-summary")).to_have_count(0)
    visitor.page.locator(".app-languages [lang=en]").click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    visitor.page.locator(AGE).fill("35")
    walk.go_on(visitor)
    visitor.page.wait_for_url("**/f/1/a03/")


@pytest.mark.parametrize("scripts", [True, False])
def test_enter_in_a_box_means_continue(new_visitor: NewVisitor, scripts: bool) -> None:
    visitor = new_visitor(java_script_enabled=scripts)
    at_the_age(visitor)
    visitor.page.locator(AGE).press("Enter")
    expect(visitor.page.locator(".nhsuk-error-summary")).to_be_visible()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    visitor.page.locator(AGE).fill("35")
    visitor.page.locator(AGE).press("Enter")
    visitor.page.wait_for_url("**/f/1/a03/")


def test_enter_on_the_last_page_means_send(visitor: Visitor) -> None:
    visitor.has(states.draft(ADULT, states.example(ADULT, Level.SELF_CARE)))
    visitor.open("/f/1/contact/")
    visitor.page.locator("[name=phone]").fill("555 555 0100")
    visitor.page.locator("[name=phone]").press("Enter")
    expect(visitor.page.locator(".nhsuk-error-summary")).to_be_visible()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")


def test_the_language_of_the_first_page_leads_through_the_form(visitor: Visitor) -> None:
    visitor.open("/")
    buttons = visitor.page.locator(".app-languages__choice")
    assert buttons.all_inner_texts() == ["English", "Español"]
    walk.choose(visitor, "who", ["child"])
    visitor.page.locator(ESPANOL).click()
    expect(walk.option(visitor, "who", "child")).to_be_checked()
    visitor.page.locator("main form [type=submit]").first.click()
    visitor.page.wait_for_url("**/f/1/c01/")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "es")


def test_back_shows_the_page_again_after_an_untouched_page_changed_its_language(visitor: Visitor) -> None:
    visitor.has(states.draft_at("adult, for oneself", ADULT.pages[2]))
    visitor.open("/f/1/a02/")
    visitor.page.locator(ESPANOL).click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "es")
    visitor.page.locator(AGE).fill("35")
    walk.choose(visitor, "sex", ["male"])
    visitor.page.locator("main form [type=submit]").first.click()
    visitor.page.wait_for_url("**/f/1/a03/")
    visitor.page.go_back()
    expect(visitor.page.locator(AGE)).to_have_value("35")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_opinion_leads_back_to_where_it_was_given(new_visitor: NewVisitor, scripts: bool) -> None:
    visitor = new_visitor(java_script_enabled=scripts)
    at_the_age(visitor)
    visitor.page.locator(".app-clarity summary").click()
    visitor.page.locator("[name=clear_reason]").fill("The word sex")
    visitor.page.locator(".app-clarity button[value=no]").click()
    expect(visitor.page.locator("#clarity [role=status]")).to_be_in_viewport()
    expect(visitor.page.locator(AGE)).to_have_value("abc")
    expect(walk.option(visitor, "sex", "male")).to_be_checked()
