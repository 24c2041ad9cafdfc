"""The link that is shown once can be taken along: copied, selected, or followed on another phone."""

from __future__ import annotations

import re

from tests.browser.conftest import NewVisitor, Visitor
from tests.clinic.looping import sent

BUTTON = "[data-behaviour=copy]"
SELECTED = "window.getSelection().toString()"


def _new_link(visitor: Visitor) -> str:
    visitor.has(sent())
    visitor.open("/f/1/done/")
    visitor.page.get_by_role("button", name="Make a link to come back").click()
    return visitor.page.locator("#return-link").inner_text()


def test_the_button_copies_it_and_says_so(new_visitor: NewVisitor) -> None:
    visitor = new_visitor(permissions=["clipboard-read", "clipboard-write"])
    address = _new_link(visitor)
    assert re.fullmatch(rf"{re.escape(visitor.base)}/r/[\w-]{{22}}/", address)
    visitor.page.locator(BUTTON).click()
    visitor.page.get_by_role("button", name="Copied").wait_for()
    assert visitor.page.evaluate("navigator.clipboard.readText()") == address


def test_where_nothing_can_be_copied_it_is_selected(visitor: Visitor) -> None:
    address = _new_link(visitor)
    visitor.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visitor.page.locator(BUTTON).click()
    assert visitor.page.evaluate(SELECTED).strip() == address


def test_without_scripts_no_button_promises_anything(new_visitor: NewVisitor) -> None:
    visitor = new_visitor(java_script_enabled=False)
    address = _new_link(visitor)
    assert not visitor.page.locator(BUTTON).is_visible()
    assert visitor.page.locator(f"a[href='{address}']").is_visible()
