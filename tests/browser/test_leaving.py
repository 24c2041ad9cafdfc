"""Sending once, and leaving no trace: double click, clearing the device, leaving fast, going back."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django import Settings

from assessments.models import Assessment, Status
from tests.browser import states, walk
from tests.browser.conftest import NewVisitor, Visitor
from tests.browser.states import ADULT
from triage.examples import with_changes
from triage.model import Page

CANARY = "Zugzwang canary words"
NAME = "Zebedee Canary"


def at_contact(visitor: Visitor) -> None:
    """A finished form, filled in up to the last button."""
    visitor.has(states.draft(ADULT, with_changes(ADULT, f"respondent=self; goal_text={CANARY}")))
    visitor.open("/f/1/contact/")
    walk.fill_contact(visitor, born=f"1 1 {timezone.now().year - 35}", child=False)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_double_click_sends_once(new_visitor: NewVisitor, scripts: bool) -> None:
    """Two clicks, one assessment, one page; going back and sending again changes nothing."""
    visitor = new_visitor(java_script_enabled=scripts)
    at_contact(visitor)
    visitor.page.get_by_role("button", name="Send and see my next step").dblclick()
    visitor.page.wait_for_url("**/f/1/done/")
    reference = visitor.page.locator(".app-reference").inner_text()
    assert [row.reference for row in Assessment.objects.filter(status=Status.SUBMITTED)] == [reference]
    visitor.open("/f/1/contact/")
    assert visitor.path == "/f/1/done/"
    expect(visitor.page.locator(".app-reference")).to_have_text(reference)


def test_nothing_is_left_after_finish(visitor: Visitor) -> None:
    """After "finish and clear", going back ten times shows no answer, no name and no result."""
    page = visitor.page
    visitor.has(states.draft_at("adult, for oneself", _goal_page(), answered=True))
    visitor.open(f"/f/1/{_goal_page().code}/")
    page.locator("[name=goal_text]").fill(CANARY)
    at_contact(visitor)
    visitor.open("/f/1/check/")
    visitor.open("/f/1/a37/?change=1")
    visitor.open("/f/1/contact/")
    walk.fill_contact(visitor, born=f"1 1 {timezone.now().year - 35}", child=False)
    page.get_by_role("button", name="Send and see my next step").click()
    reference = page.locator(".app-reference").inner_text()
    visitor.open("/f/1/print/")
    visitor.open("/f/1/done/")
    page.get_by_role("button", name="Finish and clear this device").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("cleared")
    went_back = 0
    for _time in range(10):
        if page.go_back() is None:
            break
        went_back += 1
        shown = visitor.text + page.content()
        for secret in (CANARY, NAME, reference, "555 555 0100"):
            assert secret not in shown, page.url
    assert went_back >= 5


@pytest.mark.parametrize("how", ["link", "keys", "without scripts"])
def test_leaving_fast(new_visitor: NewVisitor, settings: Settings, how: str) -> None:
    """The link, or Escape three times: another page at once, the draft out of reach, nothing behind Back."""
    visitor = new_visitor(java_script_enabled=how != "without scripts")
    settings.QUICK_EXIT_URL = f"{visitor.base}/help/privacy/?elsewhere"
    visitor.open("/help/privacy/")
    visitor.has(states.draft_at("adult, for oneself", _goal_page()))
    visitor.open(f"/f/1/{_goal_page().code}/")
    if how == "keys":
        for _press in range(3):
            visitor.page.keyboard.press("Escape")
    else:
        visitor.page.get_by_role("link", name="Leave this site").click()
    visitor.page.wait_for_url("**/help/privacy/?elsewhere")
    visitor.page.go_back()
    assert visitor.page.locator("[name=goal_text]").count() == 0
    assert visitor.open(f"/f/1/{_goal_page().code}/") == 404


def test_one_escape_or_shifted_letters_do_not_leave(visitor: Visitor) -> None:
    """Somebody who types capital letters, or presses Escape twice, stays."""
    visitor.has(states.draft_at("adult, for oneself", _goal_page()))
    visitor.open(f"/f/1/{_goal_page().code}/")
    box = visitor.page.locator("[name=goal_text]")
    box.focus()
    for key in ("Escape", "Escape", "Shift+A", "Shift+B", "Shift+C", "Shift+D"):
        visitor.page.keyboard.press(key)
    assert box.input_value() == "ABCD"
    assert visitor.path == f"/f/1/{_goal_page().code}/"


def _goal_page() -> Page:
    return next(page for page in ADULT.pages if ADULT.by_key["goal_text"] in page.questions)
