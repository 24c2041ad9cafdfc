"""The list, most urgent first."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from clinic.access import Act, staff_only
from clinic.audit.trail import Action, record
from clinic.queue.rows import queue_page


@require_safe
@staff_only(Act.QUEUE)
def queue(request: HttpRequest) -> HttpResponse:
    """The list, most urgent first."""
    try:
        after = uuid.UUID(request.GET["after"]) if "after" in request.GET else None
        page = queue_page(timezone.now(), after)
    except (ValueError, Assessment.DoesNotExist):
        raise Http404 from None
    record(request, Action.VIEWED_QUEUE)
    return render(request, "clinic/list.html", {"page": page, "is_first": after is None})
