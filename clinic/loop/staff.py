"""What staff can do about a patient's way back."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from assessments import return_links
from assessments.models import Assessment
from clinic.access import Act, staff_only
from clinic.audit.trail import Action, record


@require_POST
@staff_only(Act.CLOSE)
def end_link(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """End the link to an assessment, such as one that fell into other hands. Twice is as good as once."""
    row = Assessment.objects.filter(pk=pk, submitted_at__isnull=False).first()
    if row is None:
        raise Http404
    with transaction.atomic():
        ended = return_links.end(row, timezone.now())
        record(request, Action.CHANGED, row, what="link_ended", ended=ended)
    return redirect("clinic:detail", pk)
