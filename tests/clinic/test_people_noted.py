"""No change of an account without its line in the audit log, and no look at one. All is invented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic import demo_cases
from clinic.audit.sentences import names_for, tell
from clinic.management.commands.demo import fill_in
from clinic.models import AuditEvent, EmergencyAccess
from clinic.models.staff import Role
from tests.clinic.logging_in import PASSWORD, log_in, person
from tests.clinic.staffing import enter, member

pytestmark = pytest.mark.django_db
NEW = "another-invented-phrase"
NEW_PASSWORD = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}


@pytest.fixture
def broken_log(monkeypatch: pytest.MonkeyPatch) -> Any:
    """From its call on, the log cannot be written to from the module that is named."""

    def refuse(*args: Any, **more: Any) -> None:
        raise OperationalError("made to fail by a test")

    def break_it(module: str) -> None:
        monkeypatch.setattr(f"clinic.people.{module}.record", refuse)

    return break_it


def two_logins() -> tuple[User, Client, Client]:
    """The same nurse at two places."""
    user, browsers = person(), (Client(raise_request_exception=False), Client())
    for browser in browsers:
        log_in(browser, user)
    return user, *browsers


def is_in(client: Client) -> bool:
    return bool(client.get(reverse("clinic:list")).status_code == 200)


@pytest.mark.django_db(transaction=True)
def test_a_password_that_cannot_be_noted_is_not_changed_and_no_login_ends(broken_log: Any) -> None:
    user, here, there = two_logins()
    broken_log("receivers")
    assert here.post(reverse("account_change_password"), NEW_PASSWORD).status_code >= 500
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert is_in(here)
    assert is_in(there)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_named", [True, False])
def test_a_login_is_not_ended_without_a_line(broken_log: Any, is_named: bool) -> None:
    _user, here, there = two_logins()
    other = UserSession.objects.get(session_key=there.session.session_key)
    broken_log("own_sessions")
    data = {"session": str(other.pk)} if is_named else {}
    assert here.post(reverse("usersessions_list"), data).status_code >= 500
    assert is_in(there)
    assert UserSession.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_an_emergency_view_is_not_ticked_off_without_a_line(client: Client, broken_log: Any) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    enter(client, "invented.admin", Role.ADMIN)
    now = timezone.now()
    access = EmergencyAccess(user=member("desk", Role.FRONT_DESK), assessment=row, at=now, until=now)
    access.reason = "an invented reason"
    access.save()
    broken_log("broken_glass")
    client.raise_request_exception = False
    assert client.post(reverse("clinic:broken_glass_seen", args=[access.pk])).status_code >= 500
    access.refresh_from_db()
    assert access.seen_at is None


def test_a_wrong_present_password_is_noted(client: Client) -> None:
    user = person()
    log_in(client, user)
    before = AuditEvent.objects.count()
    wrong = NEW_PASSWORD | {"oldpassword": "somebody at the open desk"}
    assert client.post(reverse("account_change_password"), wrong).status_code == 422
    line = AuditEvent.objects.latest("number")
    assert AuditEvent.objects.count() == before + 1
    assert (line.action, line.outcome, line.subject_id) == ("account.changed", "failed", str(user.pk))
    assert json.loads(line.detail) == {"change": "password"}
    told = tell(line, names_for([line])).sentence
    assert told == "invented.nurse tried to change the account of invented.nurse and failed."


def test_a_slip_in_the_new_password_is_no_failure(client: Client) -> None:
    log_in(client, person())
    slip = NEW_PASSWORD | {"password2": "something else entirely"}
    assert client.post(reverse("account_change_password"), slip).status_code == 422
    assert not AuditEvent.objects.filter(outcome="failed").exists()


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("mfa_index", "own_account"),
        ("usersessions_list", "own_sessions"),
        ("mfa_view_recovery_codes", "recovery_codes"),
    ],
)
def test_looking_at_ones_own_account_is_noted(client: Client, name: str, page: str) -> None:
    user = person()
    log_in(client, user)
    before = AuditEvent.objects.count()
    assert client.get(reverse(name)).status_code == 200
    assert AuditEvent.objects.count() == before + 1
    line = AuditEvent.objects.latest("number")
    assert (line.actor, line.action, line.detail) == (user.username, "page.viewed", f'{{"page": "{page}"}}')
