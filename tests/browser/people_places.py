"""The pages of logging in, of one's own account and of the accounts of others. All people are invented."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from clinic.models import EmergencyAccess
from clinic.models.staff import Role
from clinic.people import services
from tests.browser import states
from tests.browser.conftest import Visitor
from tests.browser.places import Place, exactly
from tests.clinic.logging_in import PASSWORD, person
from tests.clinic.staffing import enter
from triage.conditions import Answer

OWN = ("", "password/", "sessions/", "app/", "app/remove/", "passkeys/", "codes/", "codes/new/")
OTHERS = ("", "invite/", "break-glass/")


def people_places() -> Iterator[Place]:
    """All of them."""
    yield Place("login, second step", _second_step, refused=422)
    yield Place("account, second step to set up", functools.partial(_as_admin, page="account/", app=False))
    for page in OWN:
        refused = 422 if page in ("password/", "app/") else None
        at = functools.partial(_as_admin, page=f"account/{page}", app=page != "app/")
        yield Place(f"account {page}", at, refused=refused)
    for page in ("", "code/"):
        yield Place(f"confirm {page}", functools.partial(_as_admin, page=f"confirm/{page}"))
    for page in OTHERS:
        at = functools.partial(_as_admin, page=f"people/{page}")
        yield Place(f"people {page}", at, refused=422 if page == "invite/" else None)
    yield Place("people, one", _one)
    yield Place("people, a link", _link)
    yield Place("invitation", _welcome, refused=422)
    yield Place("invitation, spent", lambda visitor: exactly(visitor, "/staff/people/welcome/spent/"), 404)


def _second_step(visitor: Visitor) -> int:
    person()
    visitor.open("/staff/login/")
    visitor.page.locator("[name=login]").fill("invented.nurse")
    visitor.page.locator("[name=password]").fill(PASSWORD)
    visitor.page.locator("main form button").first.click()
    return exactly(visitor, "/staff/login/second-step/")


def _as_admin(visitor: Visitor, *, page: str, app: bool = True) -> int:
    user = person("invented.admin", Role.ADMIN, app=app)
    person("invented.nurse", Role.NURSE, Role.CLINICIAN)
    answers: dict[str, Answer] = {"respondent": "self", "em_now": frozenset({"collapse"}), "age_years": 61}
    case = states.sent(states.ADULT, answers)
    now = timezone.now()
    desk = person("invented.desk", Role.FRONT_DESK, app=False)
    access = EmergencyAccess(user=desk, assessment=case, at=now, until=now + timedelta(minutes=30))
    access.reason = "An invented reason"
    access.save()
    services.invite_first("Ada Invented", "ada@clinic.invalid", ["nurse"], now)
    client = Client()
    enter(client, user.username, second_factor=app or page == "account/app/")
    key = client.session.session_key
    assert key is not None
    visitor.cookie(key)
    return exactly(visitor, f"/staff/{page}")


def _one(visitor: Visitor) -> int:
    _as_admin(visitor, page="people/")
    other = visitor.page.get_by_role("link", name="invented.nurse")
    with visitor.page.expect_navigation() as going:
        other.click()
    assert going.value is not None
    return going.value.status


def _link(visitor: Visitor) -> int:
    _as_admin(visitor, page="people/invite/")
    visitor.page.locator("[name=name]").fill("Eve Invented")
    visitor.page.locator("[name=email]").fill("eve@clinic.invalid")
    visitor.page.locator("[name=roles][value=nurse]").check()
    with visitor.page.expect_navigation() as going:
        visitor.page.locator("main form button").click()
    assert going.value is not None
    return going.value.status


def _welcome(visitor: Visitor) -> int:
    _invitation, token = services.invite_first(
        "Ada Invented", "ada@clinic.invalid", ["nurse"], timezone.now()
    )
    return exactly(visitor, f"/staff/people/welcome/{token}/")
