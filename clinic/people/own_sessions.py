"""Where one is logged in, and ending that elsewhere."""

from __future__ import annotations

from typing import Any, cast

from allauth.usersessions.models import UserSession
from django import forms
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from clinic.access import Act, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.people.sessions import end_others


class EndForm(forms.Form):
    """Which session to end; none for all but this one."""

    session = forms.IntegerField(required=False, min_value=1, max_value=2**31)


@require_http_methods(["GET", "POST"])
@staff_only(Act.OWN_ACCOUNT)
def sessions(request: HttpRequest) -> HttpResponse:
    """The list; a POST ends one session or all others. Http404 for a session that is not one's own."""
    if request.method == "POST":
        _end(request)
        return redirect("usersessions_list")
    record(request, Action.VIEWED_PAGE, page="own_sessions")
    rows = UserSession.objects.purge_and_list(request.user)
    rows.sort(key=_newest_first)
    return render(request, "usersessions/list.html", {"sessions": rows})


@transaction.atomic
def _end(request: HttpRequest) -> None:
    form = EndForm(request.POST)
    if not form.is_valid():
        raise Http404
    member = member_of(request)
    pk = form.cleaned_data["session"]
    if pk is None:
        end_others(request)
        record(request, Action.ACCOUNT, member, change="sessions_ended")
        return
    mine = UserSession.objects.filter(user=cast("User", request.user), pk=pk)
    session = mine.exclude(session_key=request.session.session_key).first()
    if session is None:
        raise Http404
    session.end()
    record(request, Action.ACCOUNT, member, change="session_ended")


def _newest_first(session: Any) -> float:
    return -float(session.last_seen_at.timestamp())
