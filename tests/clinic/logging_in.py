"""Logging in through the pages, as a person does. All accounts are invented."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from clinic.models.staff import Role
from tests.clinic.staffing import member

PASSWORD = "invented-pass-phrase-17"
STEP_SECONDS = 30


def person(username: str = "invented.nurse", *roles: Role, app: bool = True) -> User:
    """Somebody with a password, and with an app and recovery codes unless told otherwise."""
    user = member(username, *roles, password=PASSWORD)
    if app:
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)
    return user


def code_of(user: User, *, step: int = 0) -> str:
    """What the app of this person shows now, or some steps of 30 seconds later."""
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    key = decrypt(row.data["secret"])
    return str(format_hotp_value(hotp_value(key, int(time.time()) // STEP_SECONDS + step)))


def recovery_codes(user: User) -> list[str]:
    """The recovery codes of this person that are left."""
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    codes: list[str] = row.wrap().get_unused_codes()
    return codes


def send_password(client: Client, login: str, password: str = PASSWORD, **more: str) -> Any:
    """The first step."""
    return client.post(reverse("account_login"), {"login": login, "password": password, **more})


def send_code(client: Client, code: str) -> Any:
    """The second step."""
    return client.post(reverse("mfa_authenticate"), {"code": code})


def log_in(client: Client, user: User, code: str | None = None, **more: str) -> Any:
    """Both steps, with a recovery code unless one is given. The answer to the second."""
    first = send_password(client, user.username, **more)
    assert (first.status_code, first["Location"]) == (302, reverse("mfa_authenticate"))
    return send_code(client, code or recovery_codes(user)[0])
