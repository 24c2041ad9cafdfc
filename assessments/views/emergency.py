"""The emergency page, and stopping there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from assessments import finishing, services
from assessments.contact import StopHereForm
from assessments.rendering import form_html
from assessments.services import Draft
from assessments.views import asides
from assessments.views.base import gone, is_of_another_draft, outcome_of, with_draft
from assessments.views.questions import next_url, page_url
from triage.model import Level, Transport
from triage_site.languages import language_of_form


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def emergency(request: HttpRequest, number: int, draft: Draft) -> HttpResponse:
    """Say what to do now. POST: the person understood and goes on with the questions."""
    if is_of_another_draft(request, draft):
        return gone(request)
    result = services.evaluate_so_far(draft)
    if result.level is not Level.EMERGENCY_NOW:
        return redirect(next_url(number, draft.flow))
    if request.method == "POST":
        services.go_on(draft, _shown_transport(request))
        return redirect(next_url(number, draft.flow))
    pages = [page for page in draft.flow.pages if page.code in draft.flow.seen and page.gate]
    context = {
        "outcome": outcome_of(result, draft.answers),
        "number": number,
        "draft": draft.row.pk,
        "continue_url": request.path,
        "shown": result.transport.value if result.transport else "",
        "change_url": page_url(number, pages[-1]) if pages else None,
        "saved": True,
        "shared": draft.row.submitted_at is not None,
    }
    return render(request, "assessments/emergency.html", context)


def _shown_transport(request: HttpRequest) -> Transport:
    """How to get help, as the page said that the person read; another tab may have changed it since."""
    said_call = request.POST.get("shown") == Transport.CALL_911.value
    return Transport.CALL_911 if said_call else Transport.ER


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def share(request: HttpRequest, number: int, draft: Draft) -> HttpResponse:
    """Stop here, and let the care team see what was answered: only with consent."""
    if is_of_another_draft(request, draft):
        return gone(request)
    if services.evaluate_so_far(draft).level is not Level.EMERGENCY_NOW:
        return redirect(next_url(number, draft.flow))
    form = StopHereForm(draft, request.POST if request.method == "POST" else None)
    aside = asides.held(request, form)
    if aside.anew is not None:
        return aside.anew
    if not aside.pressed and request.method == "POST" and form.is_valid():
        now = timezone.now()
        language = language_of_form(request)
        with translation.override(language):
            details = form.record(now)
        finishing.share_stopped(draft, details, now, language=language)
        return redirect("assessments:result", number)
    context = {"number": number, "draft": draft.row.pk, "fields": form_html(form), "form": form}
    return render(request, "assessments/share.html", context, status=aside.status_for(form))
