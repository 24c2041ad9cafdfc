"""Who may open a staff page: roles, what each may do, and the gate in front of every view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import wraps
from typing import Any, cast

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from clinic.audit.trail import Action, record
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Member, Role
from triage_site.errors import LOGIN_ENDED, error_page, kept_fields

View = Callable[..., HttpResponseBase]


class Act(Enum):
    """What a page lets somebody do. Every staff view names the one it needs."""

    OWN_ACCOUNT = "own_account"
    QUEUE = "queue"
    WORK = "work"
    CLOSE = "close"
    CLINICAL = "clinical"
    REVIEW = "review"
    LOWER = "lower"
    PAPER = "paper"
    BREAK_GLASS = "break_glass"
    DUTY = "duty"
    FEEDBACK = "feedback"
    NUMBERS = "numbers"
    RULES = "rules"
    SIGN = "sign"
    SEE_SIGNING = "see_signing"
    SETTINGS = "settings"
    USERS = "users"
    AUDIT = "audit"


_CARE = frozenset({Role.NURSE, Role.CLINICIAN})
_DESK = _CARE | {Role.FRONT_DESK}
MAY: Mapping[Act, frozenset[Role]] = {
    Act.OWN_ACCOUNT: frozenset(Role),
    Act.QUEUE: _DESK,
    # Take, give back, assign, put to wait, note a try to reach the person.
    Act.WORK: _DESK,
    # Call a case done, open it again, write to the person: never the front desk alone.
    Act.CLOSE: _CARE,
    Act.CLINICAL: _CARE,
    Act.REVIEW: _CARE,
    Act.LOWER: frozenset({Role.CLINICIAN}),
    Act.PAPER: _DESK,
    Act.BREAK_GLASS: frozenset({Role.FRONT_DESK, Role.ADMIN}),
    Act.DUTY: _DESK | {Role.ADMIN},
    Act.FEEDBACK: _CARE | {Role.ADMIN},
    Act.NUMBERS: _CARE | {Role.ADMIN},
    Act.RULES: _CARE | {Role.ADMIN},
    # Besides this role a signature needs the other one: see `may`.
    Act.SIGN: frozenset({Role.ADMIN}),
    # Who has one of the two roles reads what is missing.
    Act.SEE_SIGNING: frozenset({Role.ADMIN, Role.CLINICIAN}),
    Act.SETTINGS: frozenset({Role.ADMIN}),
    Act.USERS: frozenset({Role.ADMIN}),
    Act.AUDIT: frozenset({Role.AUDITOR}),
}


def may(member: Member, act: Act) -> bool:
    """Whether this member may do it now. Signing takes an admin who is a clinician as well."""
    if act is Act.SIGN:
        return {Role.ADMIN, Role.CLINICIAN} <= member.held
    return bool(MAY[act] & member.held)


def member_of(request: HttpRequest) -> Member:
    """Who is at the keyboard, as a member of staff. Http404, and a line in the log, for anybody else."""
    member: Member | None = getattr(request.user, "member", None)
    if member is None:
        record(request, Action.DENIED, outcome=AuditOutcome.DENIED)
        raise Http404
    return member


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with a second factor (a code, a recovery code or a passkey)."""
    records = get_authentication_records(request, cast("User", request.user))
    return any(entry.get("method") == "mfa" for entry in records)


def staff_only(act: Act) -> Callable[[View], View]:
    """Let in who may do `act`. Others: to the login, to the second factor, or 404 and a line in the log.

    Where the login ended while somebody keyed in a paper form, the page that says so keeps the form.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def entrance(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                if kept_fields(request):
                    return error_page(request, 403, LOGIN_ENDED)
                return redirect_to_login(request.get_full_path())
            member = member_of(request)
            if not has_second_factor(request):
                return redirect("mfa_index")
            if not may(member, act):
                record(request, Action.DENIED, outcome=AuditOutcome.DENIED, act=act.value)
                raise Http404
            return view(request, *args, **kwargs)

        entrance.act = act  # type: ignore[attr-defined]
        return entrance

    return decorate
