"""The queue and what is done with a case, in the states that look different. All invented."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from io import StringIO

from django.core.management import call_command
from django.test import Client

from clinic.models import Case
from clinic.models.staff import Role
from tests.browser.conftest import Visitor
from tests.browser.places import Place, exactly, press
from tests.clinic.staffing import enter

SESSION = "sessionid"


def queue_places() -> Iterator[Place]:
    """All of them."""
    for tab in ("todo", "mine", "waiting", "done", "unread", "overdue"):
        yield Place(f"staff queue, {tab}", functools.partial(_queue, page=f"?tab={tab}"))
    yield Place("staff queue, filtered", functools.partial(_queue, page="?level=5&pathway=adult"))
    yield Place(
        "staff queue, nothing fits", functools.partial(_queue, page="?level=1&pathway=adult&older=72")
    )
    yield Place("staff queue, forged filter", functools.partial(_queue, page="?level=9"), 422)
    yield Place("staff queue, front desk", functools.partial(_queue, page="", role=Role.FRONT_DESK))
    yield Place("staff search", functools.partial(_queue, page="search/"), refused=422)
    yield Place("staff search, found", _found)
    yield Place("staff forms of one person", functools.partial(_case, page="forms/"))
    yield Place("staff desk", functools.partial(_case, page="desk/"))
    for what in ("wait", "contact", "assign", "message"):
        yield Place(f"staff action {what}", functools.partial(_case, page=f"do/{what}/"), refused=422)
    yield Place("staff action done, unread", _done_unread, 422)
    yield Place("staff action, somebody was first", _somebody_was_first, 409)


def _log_in(visitor: Visitor, role: Role = Role.NURSE) -> None:
    """The demo, and one of its staff at the keyboard."""
    call_command("demo", stdout=StringIO())
    client = Client()
    enter(client, "demo-nurse" if role is Role.NURSE else "demo-frontdesk")
    visitor.cookie(client.cookies[SESSION].value)


def _queue(visitor: Visitor, *, page: str, role: Role = Role.NURSE) -> int:
    _log_in(visitor, role)
    return exactly(visitor, f"/staff/{page}")


def _found(visitor: Visitor) -> int:
    _queue(visitor, page="search/")
    visitor.page.locator("#search_q").fill("gia")
    return press(visitor, "main [role=search] button")


def _again() -> Case:
    """Who sent a second form."""
    return Case.objects.get(forms_before=1)


def _case(visitor: Visitor, *, page: str) -> int:
    _log_in(visitor)
    return exactly(visitor, f"/staff/{_again().pk}/{page}")


def _done_unread(visitor: Visitor) -> int:
    _case(visitor, page="do/done/")
    visitor.page.locator("[name=outcome][value=called]").check(force=True)
    return press(visitor, "main form .nhsuk-button")


def _somebody_was_first(visitor: Visitor) -> int:
    _case(visitor, page="do/contact/")
    visitor.page.locator("[name=outcome][value=called]").check(force=True)
    case = _again()
    other = Client()
    enter(other, "demo-clinician")
    other.post(f"/staff/{case.pk}/do/claim/", {"revision": case.revision})
    return press(visitor, "main form .nhsuk-button")
