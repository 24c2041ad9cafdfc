"""Sessions of members of staff: they end after idling, after a shift, and when somebody ends them.

Patients' sessions hold none of this and are left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import F
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from clinic.audit.trail import Action, record
from clinic.models.staff import Member
from triage_site.languages import STAFF_PAGES

IDLE_SECONDS = 15 * 60
LONGEST_SECONDS = 12 * 60 * 60
STAMP_SECONDS = 60
SINCE, SEEN, ROUND = "staff_since", "staff_seen", "staff_round"

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def staff_session(get_response: GetResponse) -> GetResponse:
    """Middleware: end a login that is over before any view sees it. It stands behind the authentication.

    On patients' pages not even the session is read.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(STAFF_PAGES) and SESSION_KEY in request.session:
            _keep_or_end(request)
        return get_response(request)

    return middleware


def begin(request: HttpRequest, user: User) -> None:
    """Stamp the session of a login that has just come about."""
    now = _now()
    member: Member | None = getattr(user, "member", None)
    request.session[SINCE] = request.session[SEEN] = now
    request.session[ROUND] = member.session_round if member is not None else 0


def end_all(user: User) -> None:
    """End every session of this person at once, also those that no list knows."""
    Member.objects.filter(user=user).update(session_round=F("session_round") + 1)
    for session in UserSession.objects.filter(user=user):
        session.end()


def end_others(request: HttpRequest) -> None:
    """End every session of the person at the keyboard but this one."""
    user = request.user
    if not user.is_authenticated:
        return
    Member.objects.filter(user=user).update(session_round=F("session_round") + 1)
    member = Member.objects.filter(user=user).first()
    request.session[ROUND] = member.session_round if member is not None else 0
    for session in UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key):
        session.end()


def _keep_or_end(request: HttpRequest) -> None:
    if not request.user.is_authenticated:  # deactivated, or the password was changed elsewhere
        return
    now = _now()
    reason = why_over(request.session, request.user, now)
    if reason is not None:
        record(request, Action.LOGOUT, reason=reason)
        request.session.flush()
        request.user = AnonymousUser()
    elif _is_activity(request) and now - request.session[SEEN] >= STAMP_SECONDS:
        request.session[SEEN] = now
        UserSession.objects.filter(session_key=request.session.session_key).update(
            last_seen_at=timezone.now()
        )


def why_over(session: SessionBase, user: User, now: int) -> str | None:
    """Why this login is over at `now` (seconds): "idle", "absolute" or "ended"; None while it lasts."""
    stamps: tuple[Any, ...] = tuple(session.get(name) for name in (SINCE, SEEN, ROUND))
    member: Member | None = getattr(user, "member", None)
    if None in stamps or (member is not None and stamps[2] != member.session_round):
        return "ended"
    if now - stamps[0] >= LONGEST_SECONDS:
        return "absolute"
    return "idle" if now - stamps[1] >= IDLE_SECONDS else None


def _is_activity(request: HttpRequest) -> bool:
    """Whether a person did something. A page that asks for news by itself keeps no login alive."""
    if request.method != "GET":
        return True
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def _now() -> int:
    return int(timezone.now().timestamp())
