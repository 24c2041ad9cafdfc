"""What a login, a logout and a change of an account leave in the audit log. Connected in clinic.apps."""

from __future__ import annotations

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import password_changed
from allauth.account.signals import user_logged_in as login_finished
from allauth.mfa import signals as factors
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from clinic.audit.trail import Action, record
from clinic.models.staff import Member
from clinic.people import sessions
from clinic.people.accounts import note_failure


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
    record(request, Action.ACCOUNT, Member.objects.get(user=user), change="password")
