"""Staff logins for `manage.py demo`: one for each role, with a second step that can be read out. Invented."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from clinic.models.staff import Member, Role, joined
from clinic.people import sessions

LOGINS: dict[str, tuple[Role, ...]] = {
    "demo-frontdesk": (Role.FRONT_DESK,),
    "demo-nurse": (Role.NURSE,),
    "demo-clinician": (Role.CLINICIAN,),
    "demo-admin": (Role.ADMIN,),
    "demo-auditor": (Role.AUDITOR,),
    # Signs off the rules, which takes both roles.
    "demo-lead": (Role.ADMIN, Role.CLINICIAN),
}
STEP_SECONDS = 30


@dataclass(frozen=True)
class Secrets:
    """What opens one login. Shown once."""

    name: str
    password: str
    key: str


def make_logins(*, new: bool = False) -> Iterator[Secrets]:
    """Make the logins that are not there yet, with `new` all of them anew, and give their secrets."""
    for name, roles in LOGINS.items():
        # Those that an earlier demo made have no address.
        User.objects.filter(username=name, email="").update(email=_address(name))
        if new or not User.objects.filter(username=name).exists():
            yield _make(name, roles)


def present_code(name: str) -> str | None:
    """The code that an app would show now; None if there is no such login here."""
    row = Authenticator.objects.filter(
        user__username=name, user__username__in=LOGINS, type=Authenticator.Type.TOTP
    ).first()
    if row is None:
        return None
    key = get_adapter().decrypt(row.data["secret"])
    return str(format_hotp_value(hotp_value(key, int(time.time()) // STEP_SECONDS)))


def _address(name: str) -> str:
    """Where no mail ever arrives."""
    return f"{name}@clinic.invalid"


@transaction.atomic
def _make(name: str, roles: tuple[Role, ...]) -> Secrets:
    user, _created = User.objects.get_or_create(username=name, defaults={"email": _address(name)})
    password, key = secrets.token_urlsafe(12), generate_totp_secret()
    user.set_password(password)
    user.is_active = True
    user.save()
    Member.objects.update_or_create(
        user=user,
        defaults={"roles": joined(roles)},
        create_defaults={"roles": joined(roles), "name": f"{name} (invented)", "since": timezone.now()},
    )
    Authenticator.objects.filter(user=user).delete()
    TOTP.activate(user, key)
    sessions.end_all(user)
    return Secrets(name, password, key)
