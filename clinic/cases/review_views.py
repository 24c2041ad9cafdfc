"""The review of a case, and breaking the glass."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.summary.header import level_words
from clinic.access import Act, may, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.cases import reviews, work
from clinic.cases.forms import DONE, UNREACHED, GlassForm, ReviewForm
from clinic.cases.glass import OPEN_FOR, break_glass, open_access
from clinic.cases.history import history_of
from clinic.cases.kept import keeps_words
from clinic.cases.reviews import Opinion, latest
from clinic.cases.status import why_of
from clinic.cases.views import find_case
from clinic.models import Case
from clinic.models.audit import AuditOutcome
from clinic.models.case import Verdict
from clinic.queue import stored
from clinic.queue.rows import Viewer, row_of
from triage.model import Level

READ_AND_WRITE = ["GET", "HEAD", "POST"]


@require_http_methods(READ_AND_WRITE)
@keeps_words
@staff_only(Act.REVIEW)
def review(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What a reviewer thinks. Of two at once the second is told what the first said, and loses nothing."""
    member, case, now = member_of(request), find_case(pk), timezone.now()
    if request.method != "POST":
        return _review_page(request, case, ReviewForm(case, member))
    form = ReviewForm(case, member, request.POST)
    if form.shown_revision() != case.revision:
        return _meanwhile(request, case)
    if not form.is_valid():
        _note_forbidden_lowering(request, form)
        return _review_page(request, case, form, status=422)
    try:
        _store(request, case, form.opinion, now)
    except work.StaleError as stale:
        return _meanwhile(request, stale.case)
    except work.UnreadError:
        form.add_error(None, _("Open the assessment and read it first: nobody has yet"))
        return _review_page(request, case, form, status=422)
    except work.UnreachedError:
        form.add_error(DONE, UNREACHED)
        return _review_page(request, case, form, status=422)
    stored.note(request, stored.REVIEW, case, now)
    return redirect(f"{reverse('clinic:detail', args=[pk])}#history")


def _store(request: HttpRequest, case: Case, opinion: Opinion, now: datetime) -> None:
    """The review and its line in the log: both or neither. The line holds codes, no words."""
    with transaction.atomic():
        before = case.level
        reviews.store(case, member_of(request), opinion, now, revision=case.revision)
        record(
            request,
            Action.REVIEWED,
            case.assessment,
            at=now,
            verdict=opinion.verdict or "none",
            level_before=before,
            level=opinion.level if opinion.level is not None else before,
            reason=opinion.reason,
            contact=opinion.outcome,
            done=opinion.is_done,
        )


def _note_forbidden_lowering(request: HttpRequest, form: ReviewForm) -> None:
    """The form does not offer it: whoever sends it all the same tried to get around."""
    if request.POST.get("verdict") == Verdict.LOWER and not form.may_lower:
        record(request, Action.DENIED, form.case.assessment, outcome=AuditOutcome.DENIED, act=Act.LOWER.value)


def _meanwhile(request: HttpRequest, case: Case) -> HttpResponse:
    """The form as it was filled in, above it what happened since; sending it again counts."""
    form = ReviewForm(case, member_of(request), request.POST)
    form.held = True
    return _review_page(request, case, form, status=409, is_stale=True)


def _review_page(
    request: HttpRequest, case: Case, form: ReviewForm, *, status: int = 200, is_stale: bool = False
) -> HttpResponse:
    record(request, Action.VIEWED, case.assessment, page="review")
    history = history_of(case)
    is_fresh = is_stale or not form.is_bound
    context = {
        "row": case.assessment,
        "about": row_of(case, Viewer(member_of(request), timezone.now())),
        "why": why_of(case.assessment),
        "case": case,
        "form": form,
        "fields": list(form),
        "revision": case.revision if is_fresh else form.shown_revision(),
        "known": len(history.entries) if is_fresh else form.known_entries(),
        "meanwhile": history.since(form.known_entries()) if is_stale else (),
        "is_stale": is_stale,
        "latest": latest(history.reviews),
        "level": level_words(Level(case.level) if case.level else None),
        "level_number": case.level or 0,
    }
    return render(request, "clinic/cases/review.html", context, status=status)


@require_http_methods(READ_AND_WRITE)
@staff_only(Act.BREAK_GLASS)
def glass(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask for the reason, note it, and open the assessment for a while."""
    member, case, now = member_of(request), find_case(pk), timezone.now()
    if may(member, Act.CLINICAL) or open_access(member, pk, now):
        return redirect("clinic:detail", pk)
    form = GlassForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        record(request, Action.VIEWED, case.assessment, page="break_glass")
        minutes = int(OPEN_FOR.total_seconds() // 60)
        context = {"row": case.assessment, "form": form, "minutes": minutes}
        status = 422 if form.is_bound else 200
        return render(request, "clinic/cases/glass.html", context, status=status)
    with transaction.atomic():
        access = break_glass(case.assessment, member, form.cleaned_data["reason"], now)
        record(request, Action.BROKE_GLASS, case.assessment, at=now, access=str(access.pk), opened=True)
    return redirect("clinic:detail", pk)
