"""The clinic's settings, and the patient pages that show them: open, closed, paused."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from django.test import Client

from clinic.models.staff import Role
from tests.browser import states
from tests.browser.conftest import Visitor
from tests.browser.places import Place, exactly, press
from tests.clinic.profiles import ALWAYS, closed_these_days, holds, invented, save, words
from tests.clinic.staffing import enter
from triage.model import Level

SAID = {
    "hours": "Every day, 8 to 5",
    "emergency_room": "Invented Hospital\n1 Hill Road, Exampletown",
    "urgent_care": "Invented Urgent Care, 2 Low Road, every day 8 to 8",
    "out_of_hours": "Call the nurse line of the invented hospital.",
    "paused": "We move house this week.",
    "reply_same_day": "A nurse calls within the hour.",
    "reply_prompt": "A nurse calls by noon of the next day.",
}


def profile_places() -> Iterator[Place]:
    """All of them."""
    for name, change in (("paused", _paused), ("closed", _closed), ("open", _open)):
        yield Place(f"start, {name}", functools.partial(_patient, change=change))
    for name, change in (("closed", _closed), ("open", _open)):
        yield Place(f"result for today, {name}", functools.partial(_result, change=change))
    yield Place("settings", functools.partial(_settings, page=""))
    for slug in ("clinic", "hours", "places", "replies", "intake", "retention"):
        yield Place(f"settings {slug}", functools.partial(_settings, page=f"{slug}/"))
    yield Place("settings, with a mistake", _mistake, 422)
    yield Place("settings, what will change", _confirm)
    yield Place("settings, changed meanwhile", _stale, 409)
    yield Place("settings history", functools.partial(_settings, page="history/?old=1&new=2"))


def _paused() -> None:
    holds(intake="paused", words=words(**SAID), **closed_these_days())


def _closed() -> None:
    holds(words=words(**SAID), **closed_these_days())


def _open() -> None:
    holds(words=words(**SAID), week=ALWAYS)


def _patient(visitor: Visitor, *, change: Any) -> int:
    change()
    return exactly(visitor, "/")


def _result(visitor: Visitor, *, change: Any) -> int:
    change()
    pathway, level = states.PEDIATRIC, Level.URGENT_SAME_DAY
    visitor.has(states.sent(pathway, states.example(pathway, level)))
    return exactly(visitor, "/f/1/done/")


def _settings(visitor: Visitor, *, page: str) -> int:
    holds(words=words(hours="Monday to Friday"))
    holds(words=words(**SAID), intake="paused", daily_cap=80, keep_done_days=365, **closed_these_days())
    client = Client()
    enter(client, "invented.admin", Role.ADMIN)
    visitor.cookie(str(client.session.session_key))
    return visitor.open(f"/staff/settings/{page}")


def _mistake(visitor: Visitor) -> int:
    _settings(visitor, page="hours/")
    visitor.page.locator("[name=monday]").fill("17:00-8:00")
    visitor.page.locator("[name=holidays]").fill("Christmas")
    return press(visitor, "main form button")


def _confirm(visitor: Visitor) -> int:
    _settings(visitor, page="clinic/")
    visitor.page.locator("[name=emergency_number]").fill("")
    visitor.page.locator("[name=country]").select_option("IE")
    return press(visitor, "main form button")


def _stale(visitor: Visitor) -> int:
    _settings(visitor, page="places/")
    visitor.page.locator("[name=urgent_care_en]").fill("Another urgent care")
    save(invented(phone="555 555 0111"))
    return press(visitor, "main form button")
