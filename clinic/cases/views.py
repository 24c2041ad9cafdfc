"""One case in full, its print, and its plain text."""

from __future__ import annotations

import logging
import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.summary import Summary, build_summary
from assessments.summary.case import Case as Opened
from assessments.summary.clock import clinic_time
from assessments.summary.header import level_words
from clinic.access import Act, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.cases import answers, work
from clinic.cases.glass import reader_or_glass
from clinic.cases.history import History, history_of
from clinic.cases.repeats import repeats_of
from clinic.cases.reviews import latest, next_step, step_words
from clinic.cases.status import due_words, first_of, status_lines
from clinic.cases.text import case_text
from clinic.models import Case, EmergencyAccess
from triage.model import Level
from triage_site.vault import VaultError

logger = logging.getLogger(__name__)


def find_case(pk: uuid.UUID) -> Case:
    """What staff may see. Drafts are nobody's business: 404, as for an id that does not exist."""
    cases = Case.objects.select_related("assessment__return_link", "assignee__member")
    try:
        return cases.get(pk=pk, assessment__submitted_at__isnull=False)
    except Case.DoesNotExist:
        raise Http404 from None


@require_safe
@reader_or_glass
def detail(request: HttpRequest, pk: uuid.UUID, *, glass: EmergencyAccess | None) -> HttpResponse:
    """One case: what to do, the summary, what changed, every answer, every rule, the reviews.

    By an emergency access it is to read only, and nobody has read it.
    """
    case, now, member = find_case(pk), timezone.now(), member_of(request)
    try:
        opened, summary = _open(case, now)
    except VaultError as error:
        return _unreadable(request, case, Action.BROKE_GLASS if glass else Action.VIEWED, error)
    with transaction.atomic():
        if glass is None and case.first_read_at is None and request.method == "GET":
            read = work.mark_read(case, member, now)
            case.first_read_at, case.first_read_role = read.first_read_at, read.first_read_role
            case.due_at, case.queue_key = read.due_at, read.queue_key
        record(request, Action.BROKE_GLASS if glass else Action.VIEWED, case.assessment)
    context = _whole(case, opened, now) | {"summary": summary}
    context |= {"glass": glass, "until": clinic_time(glass.until) if glass else ""}
    return render(request, "clinic/detail.html", context)


@require_safe
@staff_only(Act.CLINICAL)
def printout(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The summary on paper, with the review that counts."""
    case, now = find_case(pk), timezone.now()
    try:
        _opened, summary = _open(case, now)
    except VaultError as error:
        return _unreadable(request, case, Action.PRINTED, error)
    record(request, Action.PRINTED, case.assessment)
    context = _work(case, history_of(case), now) | {"summary": summary, "printed_at": clinic_time(now)}
    return render(request, "clinic/print.html", context)


@require_safe
@staff_only(Act.CLINICAL)
def text(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The summary as plain text, and nothing else."""
    case = find_case(pk)
    try:
        words = _text(case, timezone.now())
    except VaultError as error:
        return _unreadable(request, case, Action.EXPORTED, error)
    record(request, Action.EXPORTED, case.assessment, form="text")
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
@staff_only(Act.CLINICAL)
def copy(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The same text in a box, with a button that copies it."""
    case = find_case(pk)
    try:
        words = _text(case, timezone.now())
    except VaultError as error:
        return _unreadable(request, case, Action.EXPORTED, error)
    record(request, Action.EXPORTED, case.assessment, form="copy")
    context = {"row": case.assessment, "text": words, "lines": min(60, words.count("\n") + 2)}
    return render(request, "clinic/cases/copy.html", context)


def _open(case: Case, now: datetime) -> tuple[Opened, Summary]:
    """The assessment, opened, and its summary. VaultError: nothing is ever shown in part."""
    return Opened.open(case.assessment, now), build_summary(case.assessment, now)


def _text(case: Case, now: datetime) -> str:
    _opened, summary = _open(case, now)
    return case_text(summary, case, history_of(case), now)


def _whole(case: Case, opened: Opened, now: datetime) -> dict[str, Any]:
    """Everything about a case that its page shows."""
    history, repeats, then = history_of(case), repeats_of(case), answers.wordings_then(opened)
    return {
        **_work(case, history, now),
        "history": history,
        "repeats": repeats,
        "first": first_of(case, opened, repeats.kept, now),
        "answered": answers.answered(opened, then),
        "not_asked": answers.not_asked(opened, then),
        "fired": answers.fired(opened),
    }


def _work(case: Case, history: History, now: datetime) -> dict[str, Any]:
    """Where the work stands, the review that counts, and what follows from an X-ray."""
    radiograph = next_step(history.reviews)
    step = radiograph[1] if radiograph else None
    return {
        "row": case.assessment,
        "case": case,
        "status": status_lines(case, now),
        "level_now": level_words(Level(case.level) if case.level else None),
        "level_number": case.level or 0,
        "due": due_words(case, now),
        "latest": latest(history.reviews),
        "radiograph": radiograph[0] if radiograph else None,
        "step": step_words(step) if step else None,
    }


def _unreadable(request: HttpRequest, case: Case, action: Action, error: VaultError) -> HttpResponse:
    """A page that says loudly that the row cannot be read, with what is known without opening it."""
    logger.error("an assessment cannot be read", exc_info=error)
    record(request, action, case.assessment, unreadable=True)
    history, now = history_of(case), timezone.now()
    context = {**_work(case, history, now), "history": history, "may_act": action is not Action.BROKE_GLASS}
    return render(request, "clinic/unreadable.html", context, status=500)
