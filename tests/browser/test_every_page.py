"""Every page, clean and with errors: nothing for axe to find, readable when narrow or large, big targets."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page

from assessments.flow import Flow
from bench.server import free_port
from tests.browser import audit
from tests.browser.aside_places import aside_places
from tests.browser.audit_places import audit_places
from tests.browser.case_places import case_places
from tests.browser.conftest import Visitor
from tests.browser.loop_places import loop_places
from tests.browser.notices_places import notices_places
from tests.browser.people_places import people_places
from tests.browser.places import Place, every_place
from tests.browser.profile_places import profile_places
from tests.browser.queue_places import queue_places
from tests.browser.states import WAYS, answers_showing, ways_of

PLACES = [
    *every_place(),
    *aside_places(),
    *audit_places(),
    *loop_places(),
    *notices_places(),
    *people_places(),
    *profile_places(),
    *case_places(),
    *queue_places(),
]

# Nothing was required on the page: then send something that no browser would.
FORGE = """(form) => {
  const controls = [...form.elements].filter((e) => !['hidden', 'submit', 'button'].includes(e.type))
  for (const control of controls) {
    if (control.type === 'radio' || control.type === 'checkbox') {
      control.value = 'forged'
      control.checked = true
    } else if (control.tagName === 'SELECT') {
      control.selectedOptions[0].value = 'forged'
    } else {
      control.value = 'x'.repeat(6000)
    }
  }
}"""


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_page(place: Place, visitor: Visitor) -> None:
    """The page has no fault; nor has it after it was sent with mistakes."""
    status = place.go(visitor)
    assert status == place.status, visitor.page.url
    faults = faults_of(visitor.page)
    if place.refused is not None:
        assert send_with_mistakes(visitor.page) == place.refused
        faults += [f"with errors: {fault}" for fault in faults_of(visitor.page)]
        faults += broken_error_links(visitor.page)
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


def test_all_questions_are_among_the_pages() -> None:
    """In each voice all questions that can be asked in it are on some page that the test above visits."""
    by_voice: dict[tuple[str, bool], set[str]] = {}
    for name in WAYS:
        pathway, _sets = ways_of(name)
        for page in pathway.pages:
            answers = answers_showing(name, page)
            if answers is None:
                continue
            flow = Flow(pathway, answers)
            shown = by_voice.setdefault((pathway.name, flow.other_voice), set())
            shown |= {question.key for question in flow.questions(page)}
    for (name, other_voice), shown in by_voice.items():
        pathway = next(pathway for pathway, _ in map(ways_of, WAYS) if pathway.name == name)
        missing = {question.key for question in pathway.questions} - shown
        assert missing == NOT_IN_VOICE.get((name, other_voice), set())


def test_faults_are_noticed(visitor: Visitor) -> None:
    """The checks above can fail: a page made bad on purpose, what our policy refuses, another host."""
    visitor.open("/")
    visitor.page.evaluate(MAKE_BAD)
    found = faults_of(visitor.page)
    for fault in ("axe image-alt", "2 h1", "target 10 x 10", "at 320 px", "with text of 200 %"):
        assert any(one.startswith(fault) for one in found), fault
    elsewhere = f"http://127.0.0.1:{free_port()}/"
    other = visitor.context.new_page()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        other.goto(elsewhere)
    other.close()
    told = "\n".join(visitor.watch.faults)
    visitor.watch.faults.clear()
    assert "Content Security Policy directive 'style-src" in told
    assert f"request to another host: {elsewhere}" in told


MAKE_BAD = """() => {
  const main = document.querySelector('main')
  const add = (tag, change) => main.appendChild(Object.assign(document.createElement(tag), change))
  add('h1', {textContent: 'Second'})
  add('img', {src: document.querySelector('link[rel=icon]').href})
  add('button', {textContent: 'x', style: 'all: unset; display: block; width: 10px; height: 10px'})
  add('div', {textContent: 'wide', style: 'width: 1400px'})
  add('p', {}).setAttribute('style', 'color: red')
}"""

NOT_IN_VOICE = {
    ("adult", True): {"ces_sexual"},
    ("pediatric", True): {"child_age_months", "infant_signs"},
}


def faults_of(page: Page) -> list[str]:
    """What is wrong with the page that is shown."""
    checks = (audit.structure, audit.axe, audit.small_targets, audit.narrow, audit.large_text)
    return [fault for check in checks for fault in check(page)]


def send_with_mistakes(page: Page) -> int:
    """Send the form empty; where that is allowed, go back and send what no browser would. The status."""
    before = page.url
    status = press(page)
    if status < 400 and page.url != before:
        page.goto(before)
        page.locator("main form").first.evaluate(FORGE)
        status = press(page)
    return status


def press(page: Page) -> int:
    """Press the first button of the page's form; the status of what comes."""
    with page.expect_navigation() as going:
        page.locator("main form [type=submit]").first.click()
    assert going.value is not None
    return going.value.status


def broken_error_links(page: Page) -> list[str]:
    """The summary has the focus, and each of its links moves it to a control of the form."""
    summaries = page.locator(".nhsuk-error-summary")
    faults = [] if summaries.count() == 1 else [f"{summaries.count()} error summaries"]
    summary = summaries.first
    if not summary.evaluate("(summary) => summary === document.activeElement"):
        faults.append("the error summary has no focus")
    for link in summary.locator("a").all():
        link.click()
        if not page.evaluate("document.activeElement.matches('main form :is(input, select, textarea)')"):
            faults.append(f"the link {link.inner_text()!r} does not lead to a control")
    return faults
