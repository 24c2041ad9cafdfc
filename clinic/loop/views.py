"""The patient's way back: the link, the form behind it, and the page that says where a check stands."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments import drafts, return_links
from assessments.finishing import frozen_result
from assessments.models import ReturnLink
from assessments.rendering import form_html
from assessments.views import asides
from assessments.views.base import gone
from assessments.views.sending import stored_outcome
from clinic.audit.trail import Action, record
from clinic.cases import work
from clinic.loop import entries, tries
from clinic.loop.entries import Entry
from clinic.loop.forms import WRONG, ComeBackForm, WentForm
from clinic.loop.standing import WENT, standing_of
from clinic.loop.told_now import outcome_of
from clinic.models.audit import AuditOutcome
from triage_site.errors import Words, error_page

LINK_DAYS = return_links.LIFE.days
TOO_MANY = Words(
    _("Too many tries in a short time"),
    _("Wait an hour, then try again. Or call the clinic: they can tell you if your answers were read."),
)
NOTHING_HERE = Words(
    _("There is nothing to show in this browser"),
    _(
        "It may have been closed to keep your answers private. Use your link to come back, or call the"
        " clinic. What you sent is safe with the clinic."
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest, token: str) -> HttpResponse:
    """A form, whatever the token. POST: to the status page, or the same form with the same sentence."""
    form = ComeBackForm(request.POST if request.method == "POST" else None)
    aside = asides.held(request, form)
    if request.method != "POST" or aside.pressed or not form.is_valid():
        return _come_back_page(request, form, aside.status_for(form))
    now = timezone.now()
    with transaction.atomic():
        room = tries.count(request, now)
        link = _try(request, token, form, now) if room is tries.Room.LEFT else None
        if room is tries.Room.FULL:
            record(request, Action.PATIENT, outcome=AuditOutcome.DENIED, what="link_tries")
    if link is not None:
        entries.remember(request, link)
        return HttpResponseRedirect(reverse("loop:status"), status=303)
    if room is not tries.Room.LEFT:
        return error_page(request, 429, TOO_MANY)
    form.add_error(None, WRONG)
    return _come_back_page(request, form, 422)


def _try(request: HttpRequest, token: str, form: ComeBackForm, now: datetime) -> ReturnLink | None:
    """Try the token with what was entered. Each try has its line in the log."""
    entered = form.cleaned_data
    tried = return_links.try_to_open(token, entered["reference"], entered["date_of_birth"] or "", now)
    outcome = AuditOutcome.OK if tried.link else AuditOutcome.FAILED
    if tried.link:
        tries.take_back(request, now)
    record(request, Action.PATIENT, tried.tried, outcome=outcome, what="link_opened")
    return tried.link


def _come_back_page(request: HttpRequest, form: ComeBackForm, status: int) -> HttpResponse:
    context = {"form": form, "fields": form_html(form)}
    return render(request, "loop/come_back.html", context, status=status)


@require_POST
def make_link(request: HttpRequest, number: int) -> HttpResponse:
    """Make a link to what this browser sent under the number, and show it, once. The one before ends."""
    try:
        row = drafts.find(request, number)
    except drafts.DraftGone:
        return gone(request)
    if row.submitted_at is None:
        return redirect("assessments:result", number)
    with transaction.atomic():
        token = return_links.make(row, timezone.now())
        record(request, Action.PATIENT, row, what="link_made")
    address = request.build_absolute_uri(reverse("loop:return", args=[token]))
    context = {"address": address, "number": number, "outcome": stored_outcome(row), "days": LINK_DAYS}
    return render(request, "loop/link.html", context)


@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """Where it stands; a list where this browser may see several."""
    now = timezone.now()
    found = entries.of_browser(request, now)
    if not found:
        return error_page(request, 404, NOTHING_HERE)
    if len(found) == 1:
        return redirect("loop:one", found[0].which)
    checks = [
        {"entry": entry, "outcome": outcome_of(entry.case), "standing": standing_of(entry.case, now)}
        for entry in found
    ]
    return render(request, "loop/list.html", {"checks": checks})


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, which: str) -> HttpResponse:
    """Where one check stands. POST: whether the person got emergency care."""
    now = timezone.now()
    found = entries.of_browser(request, now)
    entry = entries.named(found, which)
    if entry is None:
        return error_page(request, 404, NOTHING_HERE)
    standing = standing_of(entry.case, now)
    asks = standing.asks_whether_went and standing.went != WENT
    form = WentForm(frozen_result(entry.row), request.POST if request.method == "POST" and asks else None)
    aside = asides.held(request, form)
    if aside.anew is not None:
        return aside.anew
    if request.method == "POST" and not aside.pressed and (not asks or form.is_valid()):
        if asks:
            _note_whether_went(request, entry, form.cleaned_data["went"], now)
        return redirect("loop:one", which)
    context = {
        "entry": entry,
        "several": len(found) > 1,
        "outcome": outcome_of(entry.case),
        "standing": standing,
        "form": form if asks else None,
        "fields": form_html(form) if asks else "",
    }
    return render(request, "loop/status.html", context, status=aside.status_for(form))


def _note_whether_went(request: HttpRequest, entry: Entry, answer: str, now: datetime) -> None:
    with transaction.atomic():
        work.person_went(entry.case, now, answer)
        record(request, Action.PATIENT, entry.row, what="went_answered")


@require_POST
def end_link(request: HttpRequest, which: str) -> HttpResponse:
    """End the link to a check. Who came by it sees nothing of it any more."""
    now = timezone.now()
    entry = entries.named(entries.of_browser(request, now), which)
    if entry is None:
        return error_page(request, 404, NOTHING_HERE)
    with transaction.atomic():
        ended = return_links.end(entry.row, now)
        record(request, Action.PATIENT, entry.row, what="link_ended", ended=ended)
    return render(request, "loop/ended.html", {"number": entry.number, "outcome": stored_outcome(entry.row)})
