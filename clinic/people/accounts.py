"""How an account is found, let in or refused: the backend and the adapter of django-allauth.

Every refusal reads the same and takes the same work, whether there is such an account or not.
"""

from __future__ import annotations

import time
from typing import Any, ClassVar, cast

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.internal import ratelimit
from django.contrib.auth.models import AbstractBaseUser, User
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.audit.trail import Action, record
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Member
from triage_site.networks import network_of

REFUSED = _("Check the username and the password, then try again")
TOO_MANY = _("Too many tries. Wait a few minutes, then try again")


class StaffBackend(AuthenticationBackend):  # type: ignore[misc]
    """Passwords of members of staff, by username or e-mail."""

    def get_user(self, user_id: int) -> User | None:
        """The account of a session with its member, in one statement; None once it is deactivated."""
        user = User.objects.select_related("member").filter(pk=user_id).first()
        return user if user is not None and user.is_active else None

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        """The account that these credentials open. Hashes once, also where there is nothing to open."""
        password = credentials.get("password")
        if not password:
            return None
        user = account_of(credentials)
        # Django hashes for an account without a usable password as well; a blank account has none.
        is_right = (user or User(password="!")).check_password(password)  # noqa: S106 (Django's sign for none)
        return user if user is not None and is_right and self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: User) -> bool:
        """Only an active account that is staff."""
        return user.is_active and hasattr(user, "member")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Our words, no self-registration, and a line in the audit log for each failure."""

    error_messages: ClassVar[dict[str, str | Promise]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": REFUSED,
        "username_password_mismatch": REFUSED,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "incorrect_password": _("Check the password, then try again"),
        "enter_current_password": _("Check your present password, then try again"),
        "incorrect_code": _("Check the code, or wait for the next one, then try again"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers: an admin invites."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where the request came from; triage_site.guards has looked behind the proxies already."""
        return request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104 (unknown: nothing listens there)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a try before it is made; allauth takes it back if it succeeds.

        Raises ValidationError after too many: for this account from this part of the network, which keeps
        nobody out who is elsewhere, or (many more) for this account from anywhere.
        """
        user = account_of(credentials)
        who = str(user.pk) if user is not None else _typed(credentials).lower()
        here = f"{who} {network_of(self.get_client_ip(request))}"
        self._login_failed_rl_usage = ratelimit.RateLimitUsage(usage=[])
        for action, key in (("login_failed", here), ("login_failed_anywhere", who)):
            used = ratelimit.consume(request, app="allauth.account", action=action, key=key)
            if not used:
                note_failure(request, user, "too_many")
                raise self.validation_error("too_many_login_attempts")
            self._login_failed_rl_usage.usage.extend(used.usage)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Log it. What was typed is not kept unless it names an account: it may be a password."""
        note_failure(request, account_of(credentials), "password")

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """A passkey of an account that was deactivated: back to the login, and nothing said."""
        note_failure(request, cast("User", user), "passkey")
        return redirect("account_login")

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Not again within the first minutes of a login."""
        request = context.request
        records = get_authentication_records(request, request.user)
        if any(time.time() - entry["at"] < app_settings.REAUTHENTICATION_TIMEOUT for entry in records):
            return False
        required: bool = super().is_reauthentication_required(app=app, **more)
        return required


def account_of(credentials: dict[str, Any]) -> User | None:
    """The account that somebody tries to open, with its member, if there is one: by username or e-mail."""
    typed = _typed(credentials)
    named = Q(username__iexact=typed) | Q(email__iexact=typed)
    found = list(User.objects.select_related("member").filter(named).order_by("pk")) if typed else []
    by_username = (user for user in found if user.username.lower() == typed.lower())
    return next(by_username, found[0] if found else None)


def _typed(credentials: dict[str, Any]) -> str:
    return credentials.get("username") or credentials.get("email") or ""


def note_failure(request: HttpRequest, user: User | None, what: str) -> None:
    """A line in the audit log: a login, or a step of it, failed. `user`: whose account it was, if known."""
    member = Member.objects.filter(user=user).first() if user is not None else None
    record(request, Action.LOGIN, member, outcome=AuditOutcome.FAILED, step=what)
