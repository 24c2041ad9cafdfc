"""Logging in: what opens, what stays shut, what the log says. All accounts are invented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse

from clinic.models import AuditEvent
from clinic.models.staff import Role
from tests.clinic.logging_in import (
    PASSWORD,
    code_of,
    log_in,
    person,
    recovery_codes,
    send_code,
    send_password,
)
from tests.clinic.staffing import enter
from triage_site import vault
from triage_site.hashers import ClinicArgon2

pytestmark = pytest.mark.django_db
REFUSED = "Check the username and the password, then try again"


def log() -> list[tuple[str, str, str, dict[str, Any]]]:
    """Who, what, how it went, and the codes, oldest first."""
    events = AuditEvent.objects.order_by("number")
    return [(e.actor, e.action, e.outcome, json.loads(e.detail or "{}")) for e in events]


def is_in(client: Client) -> bool:
    return bool(client.get(reverse("clinic:list")).status_code == 200)


def test_password_and_code_open_the_page_that_was_asked_for(client: Client) -> None:
    user = person()
    assert user.password.startswith("argon2")
    address = reverse("clinic:paper")
    assert log_in(client, user, code_of(user), next=address)["Location"] == address
    assert is_in(client)
    assert log()[0] == (user.username, "login", "ok", {"by": "password totp"})


def test_the_password_alone_opens_nothing(client: Client) -> None:
    user = person()
    send_password(client, user.username)
    assert client.get(reverse("clinic:list")).status_code == 302
    assert client.get(reverse("mfa_index")).status_code == 302
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("login", ["invented.nurse", "INVENTED.Nurse", "invented.nurse@clinic.invalid"])
def test_by_username_or_by_address(client: Client, login: str) -> None:
    person()
    assert send_password(client, login)["Location"] == reverse("mfa_authenticate")


def test_a_login_leads_to_no_other_site(client: Client) -> None:
    user = person()
    assert log_in(client, user, next="https://evil.example/")["Location"] == reverse("staff_home")


def test_every_refusal_reads_the_same_and_no_account_is_told(client: Client) -> None:
    person()
    User.objects.filter(pk=person("invented.gone").pk).update(is_active=False)
    User.objects.create_user("no.member", password=PASSWORD)
    tries = [
        ("invented.nurse", "wrong-pass-phrase"),
        ("invented.gone", PASSWORD),
        ("no.member", PASSWORD),
        ("nobody", PASSWORD),
        ("nobody@clinic.invalid", PASSWORD),
    ]
    answers = [send_password(Client(), name, password) for name, password in tries]
    assert {answer.status_code for answer in answers} == {422}
    assert all(answer.text.count(REFUSED) == 1 for answer in answers)
    assert all("Error: Log in" in answer.text for answer in answers)
    assert all(PASSWORD not in answer.text for answer in answers)


def test_a_failed_try_is_logged_without_what_was_typed_unless_it_names_an_account(client: Client) -> None:
    user = person()
    send_password(client, "my secret typed in the wrong box", "x")
    send_password(client, user.username, "wrong-pass-phrase")
    assert [line[1:] for line in log()] == [("login", "failed", {"step": "password"})] * 2
    unknown, known = AuditEvent.objects.order_by("number")
    assert (unknown.subject, known.subject, known.subject_id) == ("", "member", str(user.pk))
    assert not AuditEvent.objects.filter(actor__contains="secret").exists()


@pytest.mark.parametrize(
    "login",
    [
        "invented.nurse",
        "invented.nurse@clinic.invalid",
        "invented.gone@clinic.invalid",
        "invented.new",
        "no.member",
        "nobody",
        "nobody@clinic.invalid",
    ],
)
def test_every_refusal_costs_the_same_so_time_tells_no_account(
    client: Client, monkeypatch: pytest.MonkeyPatch, login: str
) -> None:
    """The hash is what takes time: there is exactly one, whatever the login box said."""
    person()
    User.objects.filter(pk=person("invented.gone").pk).update(is_active=False)
    User.objects.filter(pk=person("invented.new").pk).update(password=make_password(None))
    User.objects.create_user("no.member", password=PASSWORD)
    hashed: list[str] = []

    def counted(name: str) -> None:
        real = getattr(ClinicArgon2, name)

        def counting(self: ClinicArgon2, *args: Any, **more: Any) -> Any:
            hashed.append(name)
            return real(self, *args, **more)

        monkeypatch.setattr(ClinicArgon2, name, counting)

    for name in ("encode", "verify"):
        counted(name)
    assert send_password(client, login, "wrong-pass-phrase").status_code == 422
    assert len(hashed) == 1


def test_after_five_wrong_passwords_the_right_one_is_refused_too_from_there(client: Client) -> None:
    user = person()
    for number in range(5):
        stranger = Client(REMOTE_ADDR=f"203.0.113.{number}")
        assert REFUSED in send_password(stranger, user.username, "wrong-pass-phrase").text
    locked = send_password(Client(REMOTE_ADDR="203.0.113.99"), user.username)
    assert locked.status_code == 422
    assert "Too many tries" in locked.text
    assert log()[-1][1:] == ("login", "failed", {"step": "too_many"})
    other = person("invented.other")
    assert send_password(Client(REMOTE_ADDR="203.0.113.99"), other.username).status_code == 302


def test_a_stranger_elsewhere_keeps_nobody_out(client: Client) -> None:
    user = person()
    for _try in range(6):
        send_password(Client(REMOTE_ADDR="203.0.113.9"), user.username, "wrong-pass-phrase")
    assert send_password(Client(REMOTE_ADDR="198.51.100.7"), user.username).status_code == 302
    assert send_password(Client(REMOTE_ADDR="2001:db8::7"), user.email).status_code == 302


def test_username_and_address_are_one_account_with_five_tries(client: Client) -> None:
    user = person()
    logins = [user.username, user.email, user.username.upper(), f" {user.email.title()}", user.username]
    for login in logins:
        assert REFUSED in send_password(client, login, "wrong-pass-phrase").text
    assert "Too many tries" in send_password(client, user.email, "wrong-pass-phrase").text


def test_an_account_has_a_limit_for_all_places_together(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login_failed_anywhere": "7/15m/key"}
    user = person()
    for number in range(7):
        there = Client(REMOTE_ADDR=f"198.51.{number}.1")
        assert REFUSED in send_password(there, (user.username, user.email)[number % 2], "wrong-phrase").text
    assert "Too many tries" in send_password(Client(REMOTE_ADDR="203.0.113.9"), user.username).text


def test_right_passwords_count_for_neither_limit(settings: Any) -> None:
    limits = {"login_failed": "2/5m/key", "login_failed_anywhere": "2/15m/key"}
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | limits
    user = person()
    assert [send_password(Client(), user.username).status_code for _try in range(4)] == [302] * 4


def test_after_five_wrong_codes_the_right_one_is_refused_too(client: Client) -> None:
    user = person()
    send_password(client, user.username)
    for _try in range(5):
        assert send_code(client, "000000").status_code == 422
    assert send_code(client, recovery_codes(user)[0]).status_code == 422
    assert not is_in(client)
    assert log()[0][1:] == ("login", "failed", {"step": "code"})
    assert len(recovery_codes(user)) == 10


def test_who_hammers_the_login_gets_the_emergency_advice_too(client: Client) -> None:
    for number in range(30):
        send_password(client, f"nobody{number}", "")
    answer = send_password(client, "nobody", "")
    assert answer.status_code == 429
    assert "Too many tries in a short time" in answer.text
    assert "If this is an emergency, call 911 now" in answer.text


def test_a_code_works_once(client: Client) -> None:
    user = person()
    code = code_of(user)
    log_in(client, user, code)
    thief = Client()
    send_password(thief, user.username)
    assert send_code(thief, code).status_code == 422
    assert send_code(thief, f" {code[:3]} {code[3:]}").status_code == 422
    assert send_code(thief, code_of(user, step=1)).status_code == 302


def test_a_recovery_code_works_once(client: Client) -> None:
    user = person()
    code = recovery_codes(user)[3]
    log_in(client, user, code)
    assert is_in(client)
    again = Client()
    send_password(again, user.username)
    assert send_code(again, code).status_code == 422
    assert log()[0][3] == {"by": "password recovery_codes"}


def test_the_key_of_a_session_changes_with_the_login(client: Client) -> None:
    user = person()
    client.get("/")
    send_password(client, user.username)
    before = client.session.session_key
    send_code(client, recovery_codes(user)[0])
    assert client.session.session_key not in (None, before)


def test_a_login_from_another_site_is_refused() -> None:
    assert send_password(Client(enforce_csrf_checks=True), "invented.nurse").status_code == 403


def test_logging_out_needs_a_post_and_ends_the_session(client: Client) -> None:
    enter(client)
    assert client.get(reverse("account_logout")).status_code == 405
    assert client.post(reverse("account_logout"))["Location"] == reverse("account_login")
    assert not is_in(client)
    assert log()[-1] == ("invented.nurse", "logout", "ok", {"reason": "own"})


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_reset_password", "account_email", "account_set_password", "mfa_trust"],
)
def test_what_nobody_needs_has_no_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_each_login_leads_to_a_page_that_it_may_open() -> None:
    for role in Role:
        client = Client()
        enter(client, f"invented.{role.value}", role)
        assert client.get(reverse("staff_home"), follow=True).status_code == 200, role


def test_the_secrets_of_the_second_step_are_sealed_and_keys_can_be_changed(
    client: Client, settings: Any
) -> None:
    from clinic.people.factors import rotate_secrets

    user = person()
    codes = recovery_codes(user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = " ".join(str(row[0]) for row in cursor.fetchall())
    assert stored.count("v1:test:") == 2
    old = settings.FIELD_ENCRYPTION_KEYS
    settings.FIELD_ENCRYPTION_KEYS = {"newer": b"n" * 32, **old}
    assert list(rotate_secrets()) == [True, True]
    assert list(rotate_secrets()) == []
    settings.FIELD_ENCRYPTION_KEYS = {"newer": b"n" * 32}
    assert recovery_codes(user) == codes
    assert log_in(client, user, code_of(user)).status_code == 302
    settings.FIELD_ENCRYPTION_KEYS = {"other": b"o" * 32}
    assert list(rotate_secrets()) == [None, None]
    with pytest.raises(vault.VaultError):
        code_of(user)


RUBBISH = [
    "",
    "x",
    "[]",
    "1",
    '{"id": "x"}',
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"userHandle": 7}}',
    '{"id": "eA", "rawId": "eA", "response": {"clientDataJSON": "eA", "authenticatorData": "é"}}',
    '{"id": "eA", "rawId": "eA", "response": {"clientDataJSON": "e30", "attestationObject": "oA"}}',
]


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_rubbish_in_place_of_a_passkey_is_refused_with_a_word(client: Client, rubbish: str) -> None:
    answer = client.post(reverse("mfa_login_webauthn"), {"credential": rubbish})
    assert answer.status_code == 422
    assert "The passkey did not work" in answer.text
    assert log()[0][1:] == ("login", "failed", {"step": "passkey"})
    user = person()
    send_password(client, user.username)
    assert client.post(reverse("mfa_authenticate"), {"credential": rubbish}).status_code == 422
    log_in(client, user)
    for page in ("mfa_add_webauthn", "mfa_reauthenticate_webauthn"):
        client.get(reverse(page))
        assert client.post(reverse(page), {"credential": rubbish}).status_code in (302, 422)
    assert Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).count() == 0
