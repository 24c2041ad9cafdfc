"""Pages in another language, with an opinion on them, and with the longest words that can be typed."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from assessments import clarity
from assessments.models import Assessment
from tests.browser import states, walk
from tests.browser.conftest import Visitor
from tests.browser.places import Place, as_staff, exactly, keyed, log_in, press
from tests.browser.states import ADULT, PEDIATRIC
from triage.conditions import Answer
from triage.model import Kind, Level, Pathway

LONG_NAME = "N" * 110 + "ameWithEnd"
END = "ordsWithEnd"
LONG_WORDS = "W" * 180 + END
WAY = {"adult": "adult, for oneself", "pediatric": "child, by a parent"}


def aside_places() -> Iterator[Place]:
    """All of them."""
    yield Place("start in Spanish", lambda visitor: exactly(visitor, "/?lang=es"))
    yield Place("start, unknown language", lambda visitor: exactly(visitor, "/?lang=xx"))
    yield Place("a02, held in Spanish", functools.partial(_held, language="es"))
    yield Place("a02, held in Spanish with mistakes", functools.partial(_held, language="es", wrong=True))
    yield Place("a02, unknown language", functools.partial(_held, language="xx"), 422)
    yield Place("a02, thanks", functools.partial(_opinion, reason="The word numb"))
    yield Place("a02, opinion too long", functools.partial(_opinion, reason="x" * 301), 422)
    yield Place("done, opinion too long", _opinion_on_result, 422)
    yield Place("done, thanks", _thanks_for_result)
    for pathway in (ADULT, PEDIATRIC):
        for page in ("check", "done", "print"):
            at = functools.partial(_long_words, pathway=pathway, page=page)
            yield Place(f"{page}, {pathway.name}, long words", at)
        for page in ("list", "detail", "print"):
            at = functools.partial(_long_words_for_staff, pathway=pathway, page=page)
            yield Place(f"staff {page}, {pathway.name}, long words", at)
        at = functools.partial(_long_words_on_paper, pathway=pathway)
        yield Place(f"staff paper stored, {pathway.name}, long words", at)
    yield Place("staff clarity, empty", functools.partial(as_staff, cases=False, page="clarity/"))
    yield Place("staff clarity", _opinions)


def _at_the_age(visitor: Visitor) -> None:
    visitor.has(states.draft_at("adult, for oneself", ADULT.pages[2]))
    exactly(visitor, "/f/1/a02/")
    visitor.page.locator("[name=age_years]").fill("abc")


def _held(visitor: Visitor, *, language: str, wrong: bool = False) -> int:
    _at_the_age(visitor)
    if wrong:
        walk.go_on(visitor)
    button = visitor.page.locator(".app-languages button[name=lang]")
    button.evaluate("(button, code) => { button.value = code }", language)
    status = press(visitor, ".app-languages button[name=lang]")
    assert visitor.page.locator("[name=age_years]").input_value() == "abc"
    return status


def _opinion(visitor: Visitor, *, reason: str) -> int:
    _at_the_age(visitor)
    return _say(visitor, reason)


def _say(visitor: Visitor, reason: str) -> int:
    visitor.page.locator(".app-clarity summary").click()
    visitor.page.locator("[name=clear_reason]").fill(reason)
    return press(visitor, ".app-clarity button[value=no]")


def _opinion_on_result(visitor: Visitor) -> int:
    visitor.has(states.sent(ADULT, states.example(ADULT, Level.VIRTUAL_VISIT)))
    exactly(visitor, "/f/1/done/")
    return _say(visitor, "x" * 301)


def _thanks_for_result(visitor: Visitor) -> int:
    visitor.has(states.sent(ADULT, states.example(ADULT, Level.VIRTUAL_VISIT)))
    exactly(visitor, "/f/1/done/")
    _say(visitor, "The word numb")
    assert visitor.page.locator("#clarity [role=status]").is_visible()
    return exactly(visitor, "/f/1/done/?thanks=1")


def in_own_words(pathway: Pathway, words: str = "") -> dict[str, Answer]:
    """`words` wherever one writes; without, as many letters as fit, and no space."""
    texts = [question for question in pathway.questions if question.kind is Kind.TEXT]
    return {text.key: words or "W" * (text.max_length - len(END)) + END for text in texts}


def written_draft(pathway: Pathway, words: str = "") -> Assessment:
    """A draft with all pages answered, and all that can be written."""
    _pathway, sets = states.ways_of(WAY[pathway.name])
    return states.draft(pathway, sets[0] | in_own_words(pathway, words))


def written_case(pathway: Pathway, words: str = "", **contact: Any) -> Assessment:
    """A sent assessment with all that can be written."""
    answers = states.example(pathway, Level.VIRTUAL_VISIT) | in_own_words(pathway, words)
    return states.sent(pathway, answers, **contact)


def _long_words(visitor: Visitor, *, pathway: Pathway, page: str) -> int:
    visitor.has(written_draft(pathway) if page == "check" else written_case(pathway, name=LONG_NAME))
    return exactly(visitor, f"/f/1/{page}/")


def _long_words_for_staff(visitor: Visitor, *, pathway: Pathway, page: str) -> int:
    names = {
        "name": LONG_NAME,
        "answered_by_name": LONG_NAME,
        "relation": "r" * 60,
        "email": "e" * 240,
        "location_now": "l" * 200,
        "appointment": "a" * 40,
    }
    row = written_case(pathway, **names)
    log_in(visitor)
    return exactly(
        visitor, {"list": "/staff/", "detail": f"/staff/{row.pk}/"}.get(page, f"/staff/{row.pk}/{page}/")
    )


def _long_words_on_paper(visitor: Visitor, *, pathway: Pathway) -> int:
    contact = {"name": LONG_NAME, "phone": "5" * 40, "location_now": "l" * 200}
    return keyed(visitor, pathway, **contact)


def _opinions(visitor: Visitor) -> int:
    for page, clear, reason in (
        ("a02", False, LONG_WORDS),
        ("a02", True, ""),
        ("result-adult", True, ""),
    ):
        clarity.add(page, "es", is_clear=clear, reason=reason)
    return as_staff(visitor, cases=False, page="clarity/")
