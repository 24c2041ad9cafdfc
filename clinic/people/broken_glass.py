"""What was opened under an emergency reason, for the admins to look at."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from clinic.access import Act, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.models.audit import AuditOutcome
from clinic.models.staff import EmergencyAccess

SEEN_SHOWN = 100


@require_GET
@staff_only(Act.USERS)
def views(request: HttpRequest) -> HttpResponse:
    """All that nobody has looked at yet, and the last ones that somebody has."""
    record(request, Action.VIEWED_PAGE, page="broken_glass")
    rows = EmergencyAccess.objects.select_related("user__member", "assessment", "seen_by__member")
    unseen = rows.filter(seen_at=None).order_by("at")
    seen = rows.exclude(seen_at=None).order_by("-at")[:SEEN_SHOWN]
    context = {"unseen": unseen, "seen": seen, "most": SEEN_SHOWN, "own_id": member_of(request).pk}
    return render(request, "clinic/people/broken_glass.html", context)


@require_POST
@staff_only(Act.USERS)
def seen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """An admin has looked at one. Who was first stays. Http404 for one's own: another admin has to look."""
    access = EmergencyAccess.objects.filter(pk=pk).first()
    if access is None:
        raise Http404
    member = member_of(request)
    if access.user_id == member.pk:
        record(request, Action.DENIED, access, outcome=AuditOutcome.DENIED, act=Act.USERS.value)
        raise Http404
    with transaction.atomic():
        unseen = EmergencyAccess.objects.filter(pk=pk, seen_at=None)
        if unseen.update(seen_at=timezone.now(), seen_by=member.user):
            record(request, Action.ACCOUNT, access, change="emergency_view_seen")
    return redirect("clinic:broken_glass")
