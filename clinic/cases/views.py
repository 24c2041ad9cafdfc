"""One assessment in full, and its print."""

from __future__ import annotations

import logging
import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from assessments.summary import build_summary
from assessments.summary.clock import clinic_time
from clinic.access import Act, staff_only
from clinic.audit.trail import Action, record
from triage_site.vault import VaultError

logger = logging.getLogger(__name__)


@require_safe
@staff_only(Act.CLINICAL)
def detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One assessment: the summary, every rule that fired, and how the priority came about."""
    return _summary_page(request, "clinic/detail.html", pk, Action.VIEWED)


@require_safe
@staff_only(Act.CLINICAL)
def printout(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The summary on paper."""
    return _summary_page(request, "clinic/print.html", pk, Action.PRINTED)


def _summary_page(request: HttpRequest, template: str, pk: uuid.UUID, action: Action) -> HttpResponse:
    """A page with the summary, or one that says loudly that the row cannot be read."""
    row, now = _find(pk), timezone.now()
    record(request, action, row)
    try:
        summary = build_summary(row, now)
    except VaultError:
        logger.exception("an assessment cannot be read")
        return render(request, "clinic/unreadable.html", {"row": row}, status=500)
    return render(request, template, {"row": row, "summary": summary, "printed_at": clinic_time(now)})


def _find(pk: uuid.UUID) -> Assessment:
    """What staff may see. Drafts are nobody's business: 404, as for an id that does not exist."""
    try:
        return Assessment.objects.get(pk=pk, submitted_at__isnull=False)
    except Assessment.DoesNotExist:
        raise Http404 from None
