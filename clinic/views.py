"""The staff's pages: the list, one assessment in full, its print."""

from __future__ import annotations

import logging
import uuid

from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from assessments.summary import build_summary
from assessments.summary.clock import clinic_time
from clinic.access import StaffLoginForm, staff_only
from clinic.clarity import clarity_rows
from clinic.queue import queue_page
from triage_site.vault import VaultError

logger = logging.getLogger(__name__)


class StaffLogin(LoginView):
    """Django's login in our frame."""

    template_name = "clinic/login.html"
    authentication_form = StaffLoginForm


@require_safe
@staff_only
def queue(request: HttpRequest) -> HttpResponse:
    """The list, most urgent first."""
    try:
        after = uuid.UUID(request.GET["after"]) if "after" in request.GET else None
        page = queue_page(timezone.now(), after)
    except (ValueError, Assessment.DoesNotExist):
        raise Http404 from None
    return render(request, "clinic/list.html", {"page": page, "is_first": after is None})


@require_safe
@staff_only
def detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One assessment: the summary, every rule that fired, and how the priority came about."""
    return _summary_page(request, "clinic/detail.html", pk)


@require_safe
@staff_only
def printout(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The summary on paper."""
    return _summary_page(request, "clinic/print.html", pk)


@require_safe
@staff_only
def clarity(request: HttpRequest) -> HttpResponse:
    """What people said about the pages: counts and reasons, the least clear page first."""
    return render(request, "clinic/clarity.html", {"rows": clarity_rows()})


def _summary_page(request: HttpRequest, template: str, pk: uuid.UUID) -> HttpResponse:
    """A page with the summary, or one that says loudly that the row cannot be read."""
    row, now = _find(pk), timezone.now()
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
