"""Pages in another language, with an opinion on them, and with the longest words that can be typed."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator
from typing import Any

from assessments.models import ClarityVote
from tests.browser import states, walk
from tests.browser.conftest import Visitor
from tests.browser.places import Place, as_staff, exactly, log_in, press
from tests.browser.states import ADULT, PEDIATRIC
from triage.model import Level, Pathway

LONG_NAME = "N" * 110 + "ameWithEnd"
LONG_WORDS = "W" * 180 + "ordsWithEnd"
WAY = {"adult": "adult, for oneself", "pediatric": "child, by a parent"}
OWN_WORDS = {"adult": "goal_text", "pediatric": "other_info"}


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


def _long_words(visitor: Visitor, *, pathway: Pathway, page: str) -> int:
    answers = {**states.example(pathway, Level.VIRTUAL_VISIT), OWN_WORDS[pathway.name]: LONG_WORDS}
    if page == "check":
        _pathway, sets = states.ways_of(WAY[pathway.name])
        visitor.has(states.draft(pathway, {**sets[0], OWN_WORDS[pathway.name]: LONG_WORDS}))
    else:
        visitor.has(states.sent(pathway, answers, name=LONG_NAME))
    return exactly(visitor, f"/f/1/{page}/")


def _long_words_for_staff(visitor: Visitor, *, pathway: Pathway, page: str) -> int:
    answers = {**states.example(pathway, Level.VIRTUAL_VISIT), OWN_WORDS[pathway.name]: LONG_WORDS}
    names: dict[str, Any] = {
        "name": LONG_NAME,
        "answered_by_name": LONG_NAME,
        "relation": "r" * 60,
        "email": "e" * 240,
    }
    row = states.sent(pathway, answers, **names)
    log_in(visitor)
    return exactly(
        visitor, {"list": "/staff/", "detail": f"/staff/{row.pk}/"}.get(page, f"/staff/{row.pk}/{page}/")
    )


def _opinions(visitor: Visitor) -> int:
    for page, clear, reason in (
        ("a02", False, LONG_WORDS),
        ("a02", True, ""),
        ("result-adult-SELF_CARE", True, ""),
    ):
        vote = ClarityVote(page=page, language="es", is_clear=clear, day=datetime.date(2026, 11, 2))
        if reason:
            vote.reason = reason
        vote.save(force_insert=True)
    return as_staff(visitor, cases=False, page="clarity/")
