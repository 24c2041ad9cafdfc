"""The page with what people said about the pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.access import Act, staff_only
from clinic.audit.trail import Action, record
from clinic.clarity import clarity_rows


@require_safe
@staff_only(Act.FEEDBACK)
def clarity(request: HttpRequest) -> HttpResponse:
    """What people said about the pages: counts and reasons, the least clear page first."""
    record(request, Action.VIEWED_PAGE, page="clarity")
    return render(request, "clinic/clarity.html", {"rows": clarity_rows()})
