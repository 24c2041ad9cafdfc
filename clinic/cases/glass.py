"""Breaking the glass: opening an assessment that one's role does not show, for a reason, for a short time.

For the front desk and for admins when no nurse or clinician is there and somebody may be in danger. It opens
the page to read, nothing else: no print, no copy, no review, and nothing counts as read by it. Each view is
logged, and admins are shown each use until one of them has seen it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from assessments.models import Assessment
from clinic.access import Act, has_second_factor, may, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.models import Case, EmergencyAccess
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Member

OPEN_FOR = timedelta(minutes=30)
View = Callable[..., HttpResponseBase]


def break_glass(row: Assessment, member: Member, reason: str, now: datetime) -> EmergencyAccess:
    """Open `row` for this member from now on, for a while."""
    access = EmergencyAccess(user=member.user, assessment=row, at=now, until=now + OPEN_FOR)
    access.reason = reason
    access.save(force_insert=True)
    return access


def open_access(member: Member, pk: uuid.UUID, now: datetime) -> EmergencyAccess | None:
    """The emergency access by which this member may read this assessment now, if there is one."""
    if may(member, Act.CLINICAL) or not may(member, Act.BREAK_GLASS):
        return None
    found = EmergencyAccess.objects.filter(user_id=member.pk, assessment_id=pk, at__lte=now, until__gt=now)
    return found.order_by("-until").first()


def reader_or_glass(view: View) -> View:
    """The gate of the one page that an emergency access opens. Others: as `staff_only(Act.CLINICAL)`.

    A colleague's link leads who works on cases without seeing answers to their own page of the case.
    The view gets `glass`: the access that let the member in, or None for those whose role lets them in.
    """
    by_role, by_glass = staff_only(Act.CLINICAL)(view), staff_only(Act.BREAK_GLASS)(view)

    @wraps(view)
    def entrance(request: HttpRequest, pk: uuid.UUID, **more: Any) -> HttpResponseBase:
        member = _inside(request)
        access = open_access(member, pk, timezone.now()) if member else None
        if member and access is None and _is_for_desk(request, member, pk):
            return redirect("clinic:desk", pk)
        gate = by_role if access is None else by_glass
        return gate(request, pk, glass=access, **more)

    entrance.act = Act.CLINICAL  # type: ignore[attr-defined]
    return entrance


def _is_for_desk(request: HttpRequest, member: Member, pk: uuid.UUID) -> bool:
    """Whether this member works on this case without seeing answers; that they asked stands in the log."""
    if may(member, Act.CLINICAL) or not may(member, Act.WORK):
        return False
    case = Case.objects.filter(pk=pk, assessment__submitted_at__isnull=False).first()
    if case is None:
        return False
    record(request, Action.DENIED, case.assessment, outcome=AuditOutcome.DENIED, act=Act.CLINICAL.value)
    return True


def _inside(request: HttpRequest) -> Member | None:
    """The member at the keyboard, if they logged in with a second factor: asked before the gate."""
    if not request.user.is_authenticated:
        return None
    try:
        member = member_of(request)
    except Http404:
        return None
    return member if has_second_factor(request) else None
