"""The patient's way back, in every state that looks different."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from assessments.models import Assessment
from clinic.cases import work
from clinic.models import Case
from clinic.models.case import Outcome
from tests.browser.conftest import Visitor
from tests.browser.places import Place, exactly, press
from tests.clinic.looping import case_of, nurse, sent
from triage.model import Level

UNKNOWN = f"/r/{'A' * 22}/"
Work = Callable[[Case], object]
CLINIC = {"CLINIC_PHONE": "555 0100", "NURSE_LINE": "555 0199", "CLINIC_HOURS": "Monday to Friday, 8 to 5"}


def loop_places() -> Iterator[Place]:
    """All of them. In `test_every_page` as the other places."""
    yield Place("come back", functools.partial(exactly, path=UNKNOWN), refused=422)
    yield Place("come back, too often", _too_often, 429)
    yield Place("status, nothing to show", functools.partial(exactly, path="/status/"), 404)
    yield Place("status, several checks", _several)
    yield Place("status, who came by a link", _by_link)
    for level in Level:
        yield Place(f"status, not read, {level.name}", functools.partial(_status, level=level))
        yield Place(f"return link, {level.name}", functools.partial(_new_link, level=level))
        yield Place(f"return link ended, {level.name}", functools.partial(_ended, level=level))
    for outcome in Outcome:
        yield Place(f"status, {outcome.value}", functools.partial(_status, then=_noted(outcome)))
    yield Place("status, read", functools.partial(_status, then=_read))
    yield Place("status, messages", functools.partial(_status, then=_message))
    yield Place("status, not read in time", functools.partial(_status, then=_late))
    yield Place("status, level raised", functools.partial(_status, then=_raised))
    yield Place("status, a day old", functools.partial(_status, hours_ago=25))
    emergency = functools.partial(_status, level=Level.EMERGENCY_NOW)
    yield Place("status, whether they went", emergency, refused=422)
    for answer in work.WENT:
        then = functools.partial(_went, answer=answer)
        yield Place(f"status, {answer}", functools.partial(emergency, then=then))


def _status(
    visitor: Visitor,
    *,
    level: Level = Level.VIRTUAL_VISIT,
    hours_ago: float = 1,
    then: Work | None = None,
) -> int:
    row = sent(level, hours_ago=hours_ago)
    if then is not None:
        then(case_of(row))
    visitor.has(row)
    with override_settings(**CLINIC):
        return exactly(visitor, "/status/1/")


def _several(visitor: Visitor) -> int:
    visitor.has(*(sent(level) for level in Level))
    return exactly(visitor, "/status/")


def _new_link(visitor: Visitor, *, level: Level) -> int:
    visitor.has(sent(level))
    visitor.open("/f/1/done/")
    return press(visitor, "form[action='/f/1/link/'] button")


def _by_link(visitor: Visitor) -> int:
    row = sent()
    visitor.has(row)
    visitor.open("/f/1/done/")
    press(visitor, "form[action='/f/1/link/'] button")
    address = visitor.page.locator("#return-link").inner_text()
    visitor.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    visitor.open(address.removeprefix(visitor.base))
    _fill_in(visitor, row)
    status = press(visitor, "main form [type=submit]:visible")
    assert visitor.path.startswith("/status/link-")
    return status


def _ended(visitor: Visitor, *, level: Level) -> int:
    _new_link(visitor, level=level)
    visitor.open("/status/1/")
    return press(visitor, "form[action='/status/1/end/'] button")


def _too_often(visitor: Visitor) -> int:
    row = sent()
    status = 0
    for _ in range(11):
        visitor.open(UNKNOWN)
        _fill_in(visitor, row)
        status = press(visitor, "main form [type=submit]:visible")
    return status


def _fill_in(visitor: Visitor, row: Assessment) -> None:
    typed = {"reference": row.reference or "", "date_of_birth_month": "3", "date_of_birth_day": "27"}
    for name, text in {**typed, "date_of_birth_year": "1965"}.items():
        visitor.page.locator(f"[name={name}]").fill(text)


def _read(case: Case) -> Case:
    return work.mark_read(case, nurse(), timezone.now())


def _noted(outcome: Outcome) -> Work:
    def note(case: Case) -> Case:
        return work.note_contact(_read(case), nurse(), timezone.now(), outcome, revision=case.revision)

    return note


def _message(case: Case) -> None:
    long_words = "Please call us back. " * 20 + "\n" + "W" * 200
    work.send_message(case, nurse(), timezone.now(), long_words, revision=case.revision)


def _late(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(due_at=timezone.now() - timedelta(hours=1))


def _raised(case: Case) -> None:
    work.change_level(case, nurse(), timezone.now(), Level.EMERGENCY_NOW, revision=case.revision)


def _went(case: Case, *, answer: str) -> None:
    work.person_went(case, timezone.now(), answer)
