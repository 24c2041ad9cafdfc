"""The gate before one's own account. It opens without a second factor: there one sets it up."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters

from clinic.access import Act, has_second_factor, member_of
from clinic.audit.trail import Action, record
from clinic.people import sessions
from clinic.people.factors import STRONG

View = Callable[..., HttpResponse]


def has_factor(user: User) -> bool:
    """Whether this account has an authenticator app or a passkey."""
    enabled: bool = is_mfa_enabled(user, STRONG)
    return enabled


def own_account(view: View) -> View:
    """Let in a member of staff. Without a second factor only as long as the account has none at all."""

    @wraps(view)
    def entrance(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        member_of(request)
        if not has_second_factor(request) and has_factor(request.user):
            request.session.flush()
            return redirect("account_login")
        return view(request, *args, **kwargs)

    entrance.act = Act.OWN_ACCOUNT  # type: ignore[attr-defined]
    return sensitive_post_parameters()(entrance)


def factor_changed(request: HttpRequest, change: str, factor: Authenticator.Type) -> None:
    """Log a change of one's own second factor, and end the other sessions.

    Who has just shown a new app or passkey has shown a second factor in this session.
    """
    sessions.end_others(request)
    if change == "factor_added" and factor in STRONG:
        record_authentication(request, cast("User", request.user), "mfa", type=factor.value)
    record(request, Action.ACCOUNT, member_of(request), change=change, factor=factor.value)
