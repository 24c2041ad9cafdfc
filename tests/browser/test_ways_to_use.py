"""Other ways to use the pages: the keyboard alone, own colors, the error summary."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import states, walk
from tests.browser.conftest import NewVisitor, Visitor
from tests.browser.states import ADULT
from triage.model import Page

MOST_TABS = 60


def tab_to(visitor: Visitor, wanted: Locator) -> None:
    """Press Tab until `wanted` has the focus. AssertionError if it never has."""
    for _tab in range(MOST_TABS):
        visitor.page.keyboard.press("Tab")
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never reaches {wanted}")


def test_keyboard_only(visitor: Visitor) -> None:
    """From the start page through the first pages with Tab, arrow keys, Space and Enter alone."""
    page, keys = visitor.page, visitor.page.keyboard
    visitor.open("/")
    tab_to(visitor, walk.option(visitor, "who", "self"))
    keys.press("Space")
    tab_to(visitor, page.get_by_role("button", name="Start now"))
    keys.press("Enter")
    page.wait_for_url("**/f/1/a01/")
    tab_to(visitor, walk.option(visitor, "em_now", "none"))
    keys.press("Space")
    tab_to(visitor, page.get_by_role("button", name="Continue"))
    keys.press("Enter")
    page.wait_for_url("**/f/1/a02/")
    tab_to(visitor, page.locator("[name=age_years]"))
    keys.type("35")
    tab_to(visitor, page.locator("[name=sex]").first)
    keys.press("Space")
    keys.press("ArrowDown")
    assert page.locator("[name=sex]").nth(1).is_checked()
    keys.press("Enter")
    page.wait_for_url("**/f/1/a03/")
    details = page.locator("details").first
    tab_to(visitor, details.locator("summary"))
    keys.press("Enter")
    assert details.evaluate("(element) => element.open")


def test_skip_link(visitor: Visitor) -> None:
    """The first Tab shows the skip link, and it leads past the header."""
    visitor.open("/")
    visitor.page.keyboard.press("Tab")
    link = visitor.page.locator(".nhsuk-skip-link")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#maincontent")).to_be_focused()


@pytest.mark.parametrize("selector", ["a.app-leave", "main [type=submit]", "[name=who]", ".app-header__name"])
def test_focus_shows(visitor: Visitor, selector: str) -> None:
    """What has the focus looks different from what has not."""
    visitor.open("/")
    wanted = visitor.page.locator(selector).first
    box = wanted.locator("xpath=..")
    before = box.screenshot()
    tab_to(visitor, wanted)
    assert box.screenshot() != before


def test_error_summary(visitor: Visitor) -> None:
    """It has the focus, its links lead to the boxes, and what was typed is still there."""
    page = visitor.page
    visitor.has(states.draft_at("adult, for oneself", ADULT.pages[2]))
    visitor.open("/f/1/a02/")
    page.locator("[name=age_years]").fill("abc")
    walk.go_on(visitor)
    summary = page.locator(".nhsuk-error-summary")
    expect(summary).to_be_focused()
    assert page.title().startswith("Error: ")
    summary.locator("a").nth(0).click()
    expect(page.locator("[name=age_years]")).to_be_focused()
    expect(page.locator("[name=age_years]")).to_have_value("abc")
    summary.locator("a").nth(1).click()
    expect(page.locator("[name=sex]").first).to_be_focused()


def test_own_colors(new_visitor: NewVisitor) -> None:
    """With the person's own colors, chosen and not chosen still look different: boxes, and the drawing."""
    visitor = new_visitor(forced_colors="active")
    page = visitor.page
    visitor.open("/")
    radios = page.locator(".nhsuk-radios")
    before = radios.screenshot()
    walk.choose(visitor, "who", ["child"])
    assert radios.screenshot() != before
    visitor.has(states.draft_at("adult, for oneself", _body_page()))
    visitor.open(f"/f/1/{_body_page().code}/")
    drawing = page.locator(".app-body-map__figure")
    before = drawing.screenshot()
    page.locator("label.app-area--adult-low_back-middle").click()
    page.mouse.move(0, 0)
    assert drawing.screenshot() != before


def _body_page() -> Page:
    return next(page for page in ADULT.pages if ADULT.by_key["location"] in page.questions)
