"""Filling in the pages as a person does: reading what is asked, touching labels, pressing Continue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from playwright.sync_api import Locator

from assessments.views.base import PAGES
from tests.browser.conftest import Visitor
from triage.conditions import Answer
from triage.model import Kind, Page, Question

QUESTION_PAGE = re.compile(r"/f/\d+/([ac]\d\d)/")
MOST_PAGES = 60


def begin(visitor: Visitor, who: str) -> None:
    """From the start page to the first question. `who`: "self", "child" or "other"."""
    visitor.open("/")
    choose(visitor, "who", [who])
    visitor.page.get_by_role("button", name="Start now").click()


def page_of(visitor: Visitor) -> Page | None:
    """The question page that is shown; None on any other page."""
    match = QUESTION_PAGE.match(visitor.path)
    return PAGES[match[1]][1] if match else None


def through(visitor: Visitor, answers: Mapping[str, Answer]) -> Iterator[Page]:
    """Answer page after page until one is not a question page; gives each page before it is sent."""
    for _turn in range(MOST_PAGES):
        page = page_of(visitor)
        if page is None:
            return
        fill(visitor, page, answers)
        yield page
        go_on(visitor)
    raise AssertionError(f"still asking after {MOST_PAGES} pages: {visitor.path}")


def answer_all(visitor: Visitor, answers: Mapping[str, Answer]) -> list[str]:
    """Answer all pages; the codes of those that were shown."""
    return [page.code for page in through(visitor, answers)]


def fill(visitor: Visitor, page: Page, answers: Mapping[str, Answer]) -> None:
    """Give the answers that belong to the page that is shown."""
    for question in page.questions:
        answer = answers.get(question.key)
        if answer is not None and visitor.page.locator(f"[name^='{question.key}']").count():
            _give(visitor, question, answer)


def go_on(visitor: Visitor) -> None:
    """Press Continue."""
    visitor.page.get_by_role("button", name="Continue").first.click()


def choose(visitor: Visitor, name: str, values: list[str]) -> None:
    """Touch the labels of these options."""
    for value in values:
        label_of(visitor, name, value).click()


def option(visitor: Visitor, name: str, value: str) -> Locator:
    """The radio button or checkbox of an option."""
    return visitor.page.locator(f"input[name='{name}'][value='{value}']")


def label_of(visitor: Visitor, name: str, value: str) -> Locator:
    """The label of an option in the list (not the one over a drawing)."""
    control = option(visitor, name, value).get_attribute("id")
    return visitor.page.locator(f"label.nhsuk-label[for='{control}']")


def fill_contact(visitor: Visitor, *, born: str, child: bool) -> None:
    """Give invented contact details and agree. `born`: month, day and year with blanks between."""
    page = visitor.page
    page.locator("[name=name]").fill("Zebedee Canary")
    for part, value in zip(("month", "day", "year"), born.split(), strict=True):
        page.locator(f"[name=date_of_birth_{part}]").fill(value)
    if child:
        page.locator("[name=answered_by_name]").fill("Zelda Canary")
        page.locator("[name=relation]").fill("grandmother")
    page.locator("[name=phone]").fill("555 555 0100")
    choose(visitor, "consent", ["agree"])


def _give(visitor: Visitor, question: Question, answer: Answer) -> None:
    if question.kind is Kind.SINGLE:
        choose(visitor, question.key, [str(answer)])
    elif question.kind is Kind.MULTI and isinstance(answer, frozenset):
        choose(visitor, question.key, question.in_order(answer))
    elif question.kind is Kind.RATED and isinstance(answer, frozenset):
        for item in answer:
            name, _colon, rating = item.partition(":")
            visitor.page.locator(f"select[name='{question.key}_{name}']").select_option(rating)
    else:
        visitor.page.locator(f"[name='{question.key}']").fill(str(answer))
