"""How an account is found, let in or refused: the backend and the adapter of django-allauth.

Every refusal reads the same, whether there is such an account or not.
"""

from __future__ import annotations

import time
from typing import Any, ClassVar, cast

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from allauth.core import context
from django.contrib.auth.models import AbstractBaseUser, User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.audit.trail import Action, record
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Member

REFUSED = _("Check the username and the password, then try again")
TOO_MANY = _("Too many tries. Wait a few minutes, then try again")


class StaffBackend(AuthenticationBackend):  # type: ignore[misc]
    """Passwords of members of staff, by username or e-mail."""

    def get_user(self, user_id: int) -> User | None:
        """The account of a session with its member, in one statement; None once it is deactivated."""
        user = User.objects.select_related("member").filter(pk=user_id).first()
        return user if user is not None and user.is_active else None

    def user_can_authenticate(self, user: User) -> bool:
        """Only an active account that is staff."""
        return user.is_active and Member.objects.filter(user=user).exists()

    def _check_password(self, user: User | None, password: str) -> User | None:
        """As allauth's, but a right password does not tell that an account was deactivated."""
        if user is None:
            return None
        self._did_check_password = True
        return user if user.check_password(password) and self.user_can_authenticate(user) else None


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
        """Raise ValidationError while this account, or whoever asks, has failed too often."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            note_failure(request, account_of(credentials), "too_many")
            raise

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
    """The account that somebody tried to open, if there is one."""
    email, username = credentials.get("email"), credentials.get("username")
    if email and (found := filter_users_by_email(email, for_login=True)):
        user: User = found[0]
        return user
    return get_user_by_username(username) if username else None


def note_failure(request: HttpRequest, user: User | None, what: str) -> None:
    """A line in the audit log: a login, or a step of it, failed. `user`: whose account it was, if known."""
    member = Member.objects.filter(user=user).first() if user is not None else None
    record(request, Action.LOGIN, member, outcome=AuditOutcome.FAILED, step=what)
