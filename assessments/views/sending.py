"""Check your answers, contact and consent, the result."""

from __future__ import annotations

import datetime
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods, require_safe

from assessments import clarity, drafts, finishing, services
from assessments import visit as visit_notes
from assessments.contact import BORN, MONTHS, OTHER_AGE, ContactForm
from assessments.guidance.model import UP_TO_PROMPT
from assessments.models import Assessment
from assessments.outcome import Outcome, build_outcome
from assessments.rendering import form_html
from assessments.review import review_sections
from assessments.services import Draft
from assessments.views import asides
from assessments.views.base import gone, is_of_another_draft, with_draft
from assessments.views.questions import about_words, next_url, page_url
from triage.model import Page
from triage_site.languages import language_of_form


@require_safe
@with_draft
def check(request: HttpRequest, number: int, draft: Draft) -> HttpResponse:
    """Every answer in the words that were asked, each with a link to change it."""
    unfinished = _unfinished(number, draft)
    if unfinished is not None:
        return unfinished
    context = {
        "number": number,
        "sections": [*review_sections(draft, number), *visit_notes.review_section(draft, number)],
        "about": about_words(draft),
        "back_url": page_url(number, draft.flow.pages[-1]),
        "next_url": _visit_or("contact", number, draft),
    }
    return render(request, "assessments/check.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def visit(request: HttpRequest, number: int, draft: Draft) -> HttpResponse:
    """Notes for a visit that can wait. Optional: "Skip" keeps nothing of what stands on the page."""
    if is_of_another_draft(request, draft):
        return gone(request)
    level = visit_notes.level_if_sent(draft)
    form = visit_notes.VisitForm(draft, level, request.POST if request.method == "POST" else None)
    aside = asides.held(request, form)
    if aside.anew is not None:
        return aside.anew
    sent = request.method == "POST" and not aside.pressed
    skipped = sent and "skip" in request.POST
    if sent and not skipped and form.is_valid():
        draft = services.save_visit(draft, form.record(language_of_form(request)))
    unfinished = _unfinished(number, draft)
    if unfinished is not None:
        return unfinished
    is_in_the_way = level in UP_TO_PROMPT or aside.pressed
    if skipped or not is_in_the_way or (sent and form.is_valid()):
        return redirect("assessments:check" if "change" in request.GET else "assessments:contact", number)
    context = {
        "number": number,
        "draft": draft.row.pk,
        "fields": form_html(form),
        "form": form,
        "noted": visit_notes.noted_before(draft, number),
        "can_skip": not form.saved,
        "about": about_words(draft),
    }
    return render(request, "assessments/visit.html", context, status=aside.status_for(form))


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def contact(request: HttpRequest, number: int, draft: Draft) -> HttpResponse:
    """Contact details and consent. POST stores the finished assessment, once."""
    if is_of_another_draft(request, draft):
        return gone(request)
    unfinished = _unfinished(number, draft)
    if unfinished is not None:
        return unfinished
    form = ContactForm(draft, request.POST if request.method == "POST" else None)
    aside = asides.held(request, form)
    if aside.anew is not None:
        return aside.anew
    if not aside.pressed and request.method == "POST" and form.is_valid():
        now = timezone.now()
        language = language_of_form(request)
        with translation.override(language):
            details = form.record(now)
        finishing.submit(draft, details, now, language=language)
        return redirect("assessments:result", number)
    age_page = _age_page(draft)
    context = {
        "number": number,
        "draft": draft.row.pk,
        "fields": form_html(form),
        "form": form,
        "age_url": page_url(number, age_page, change=1) if form.has_error(BORN, OTHER_AGE) else None,
        "about": about_words(draft),
        "back_url": _visit_or("check", number, draft),
    }
    return render(request, "assessments/contact.html", context, status=aside.status_for(form))


def _visit_or(name: str, number: int, draft: Draft) -> str:
    """Address of the notes for the visit where they are asked for, else of the page with this name."""
    return reverse(f"assessments:{'visit' if visit_notes.is_asked(draft) else name}", args=[number])


def _unfinished(number: int, draft: Draft) -> HttpResponse | None:
    """To the emergency page if it was not read yet, or to the first page that is not done."""
    if services.waits_at_emergency(draft):
        return redirect("assessments:emergency", number)
    if draft.flow.first_gap is not None:
        return redirect(next_url(number, draft.flow))
    return None


def _age_page(draft: Draft) -> Page:
    """Where the age is changed: of a baby the page with the months."""
    keys = {draft.pathway.age.key, MONTHS}
    pages = [page for page in draft.flow.pages if keys & {q.key for q in draft.flow.questions(page)}]
    return pages[-1]


@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, number: int) -> HttpResponse:
    """The result, once it is stored. Before that: back to the questions. POST: a language, an opinion."""
    row = _sent(request, number)
    if isinstance(row, HttpResponse):
        return row
    page = clarity.result_page(row)
    aside = asides.taken(request, page)
    if aside.is_opinion:
        thanked = redirect(f"{request.path}?{asides.THANKS}=1#clarity")
        asides.count(request, aside, page, thanked)
        return thanked
    anew = asides.reopen(request, aside) if aside.pressed else None
    context = {**_told(row, number), "clarity": aside.html}
    return anew or render(request, "assessments/result.html", context, status=aside.status)


@require_safe
def patient_print(request: HttpRequest, number: int) -> HttpResponse:
    """What the person prints for themselves. Staff print another document."""
    row = _sent(request, number)
    if isinstance(row, HttpResponse):
        return row
    return render(request, "assessments/patient_print.html", _told(row, number))


def _sent(request: HttpRequest, number: int) -> Assessment | HttpResponse:
    """What this browser sent under the number, or where the person is led instead."""
    try:
        row = drafts.find(request, number)
    except drafts.DraftGone:
        return gone(request)
    if row.submitted_at is None:
        return redirect(next_url(number, services.open_draft(row).flow))
    return row


def _told(row: Assessment, number: int) -> dict[str, Any]:
    """What the pages after sending show."""
    stored_contact = row.contact if isinstance(row.contact, dict) else {}
    outcome = stored_outcome(row)
    return {
        "outcome": outcome,
        "draft_number": number,
        "number": number,
        "just_sent": True,
        "contact_name": stored_contact.get("name", ""),
        "born": _date(stored_contact.get("date_of_birth")),
        "visit": _notes(row) if outcome.has_time_for_a_visit else None,
    }


def stored_outcome(row: Assessment) -> Outcome:
    """What the person is told, from the result as it was stored."""
    assert row.submitted_at is not None
    return build_outcome(
        finishing.frozen_result(row),
        cast("dict[str, Any]", row.answers),
        submitted_at=row.submitted_at,
        now=timezone.now(),
        reference=row.reference or "",
    )


def _notes(row: Assessment) -> visit_notes.Told:
    """The notes for the visit, as the person reads them again."""
    frozen = finishing.frozen_result(row)
    answers = cast("dict[str, Any]", row.answers)
    notes = visit_notes.notes_of(row.contact)
    return visit_notes.told(row.pathway, answers, notes, other_voice=frozen["other_voice"])


def _date(text: object) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if isinstance(text, str) and text else None
