"""The auditor's pages: the log with its filters, and the same as a file. Looking is logged as well."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.summary.clock import clinic_time
from clinic.access import Act, staff_only
from clinic.audit.export import MOST_LINES, csv_text, is_cut
from clinic.audit.forms import AuditFilterForm
from clinic.audit.log import found, page_of
from clinic.audit.sentences import names_for, tell
from clinic.audit.trail import Action, record


@require_safe
@staff_only(Act.AUDIT)
def audit(request: HttpRequest) -> HttpResponse:
    """The log, newest first. 422 for filters that cannot be used."""
    form = AuditFilterForm(request.GET)
    if not form.is_valid():
        return _refused(request, form)
    wanted = form.wanted()
    record(request, Action.VIEWED_AUDIT, filters=wanted.codes)
    page = page_of(wanted, form.cleaned_data["before"])
    names = names_for(page.events)
    told = [(clinic_time(event.at), tell(event, names)) for event in page.events]
    query = _query(request)
    context = {
        "form": form,
        "page": page,
        "lines": told,
        "query": query,
        "is_filtered": bool(wanted.codes),
        "is_first": form.cleaned_data["before"] is None,
        "most_lines": MOST_LINES,
    }
    return render(request, "clinic/audit/log.html", context)


@require_safe
@staff_only(Act.AUDIT)
def export(request: HttpRequest) -> HttpResponseBase:
    """What the filters find as a CSV file. Where it is more than a file takes, the name says so."""
    form = AuditFilterForm(request.GET)
    if not form.is_valid():
        return _refused(request, form)
    wanted = form.wanted()
    record(request, Action.EXPORTED_AUDIT, filters=wanted.codes)
    lines = found(wanted)
    part = f"-newest-{MOST_LINES}" if is_cut(lines) else ""
    response = StreamingHttpResponse(csv_text(lines), content_type="text/csv; charset=utf-8")
    name = f"audit-log-{timezone.now():%Y-%m-%d}{part}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _refused(request: HttpRequest, form: AuditFilterForm) -> HttpResponse:
    """The filters again, with what is wrong. No line of the log is shown, so none is written."""
    return render(request, "clinic/audit/log.html", {"form": form}, status=422)


def _query(request: HttpRequest) -> str:
    """The filters as they stand in the address, without the place in the log."""
    kept = request.GET.copy()
    kept.pop("before", None)
    return kept.urlencode()
