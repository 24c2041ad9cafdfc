"""What a login, a logout and a change of an account leave in the audit log. Connected in clinic.apps."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed
from allauth.account.signals import user_logged_in as login_finished
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from clinic.audit.trail import Action, record
from clinic.people import sessions
from clinic.people.accounts import note_failure
from clinic.people.factors import STRONG


@receiver(user_logged_in)
def stamp_session(request: HttpRequest, user: User, **more: Any) -> None:
    """From here the minutes count."""
    sessions.begin(request, user)


@receiver(login_finished)
def log_login(request: HttpRequest, user: User, **more: Any) -> None:
    """A login, with what it was done with."""
    records = get_authentication_records(request, user)
    record(request, Action.LOGIN, by=" ".join(entry.get("type") or entry["method"] for entry in records))


@receiver(user_logged_out)
def log_logout(request: HttpRequest, user: User | None, **more: Any) -> None:
    """A logout by the person."""
    if user is not None:
        record(request, Action.LOGOUT, reason="own")


@receiver(factors.authentication_failed)
def log_wrong_code(request: HttpRequest, user: User, **more: Any) -> None:
    """A wrong code after a right password."""
    note_failure(request, user, "code")


@receiver(password_changed)
def log_password(request: HttpRequest, user: User, **more: Any) -> None:
    """A new password ends the other sessions: Django by the password's hash, the list by us."""
    sessions.end_others(request)
    record(request, Action.ACCOUNT, cast("Any", user).member, change="password")


@receiver(factors.authenticator_added)
def log_factor_added(request: HttpRequest, user: User, authenticator: Authenticator, **more: Any) -> None:
    """Who has just shown the new factor has shown a second factor in this session. The others end."""
    if authenticator.type in STRONG:
        sessions.end_others(request)
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
    _log_factor(request, user, authenticator, "factor_added")


@receiver(factors.authenticator_removed)
def log_factor_removed(request: HttpRequest, user: User, authenticator: Authenticator, **more: Any) -> None:
    """One factor fewer: sessions that it opened elsewhere end."""
    sessions.end_others(request)
    _log_factor(request, user, authenticator, "factor_removed")


@receiver(factors.authenticator_reset)
def log_codes_replaced(request: HttpRequest, user: User, authenticator: Authenticator, **more: Any) -> None:
    """New recovery codes."""
    sessions.end_others(request)
    _log_factor(request, user, authenticator, "codes_replaced")


def _log_factor(request: HttpRequest, user: User, authenticator: Authenticator, change: str) -> None:
    record(request, Action.ACCOUNT, cast("Any", user).member, change=change, factor=authenticator.type)
