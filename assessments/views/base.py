"""What the patient's views share: opening the draft, and looking for an emergency without the database."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments import drafts, services
from assessments.forms import PagePlan, QuestionForm
from assessments.models import Assessment, Status
from assessments.outcome import Outcome, build_outcome
from assessments.services import Draft
from triage.conditions import Answer
from triage.engine import evaluate
from triage.frozen import freeze
from triage.model import Level, Page, Pathway, Result
from triage.pathways import PATHWAYS
from triage_site.errors import Words, error_page

Rest = ParamSpec("Rest")
DraftView = Callable[Concatenate[HttpRequest, int, Draft, Rest], HttpResponse]
NumberView = Callable[Concatenate[HttpRequest, int, Rest], HttpResponse]

GONE = Words(
    _("We cannot find this form in this browser"),
    _(
        "It may have been closed to keep your answers private, or it belongs to another browser or tab."
        " What you sent before is safe with the clinic. You can start again."
    ),
)
REFUSALS = (
    drafts.DraftGone,
    Assessment.DoesNotExist,  # deleted since it was found
    services.AlreadySubmittedError,
    services.ChangedError,
    services.BusyError,
)
PAGES: dict[str, tuple[Pathway, Page]] = {
    page.code: (pathway, page) for pathway in PATHWAYS.values() for page in pathway.pages
}


def with_draft(view: DraftView[Rest]) -> NumberView[Rest]:
    """Give the view its unfinished draft. A submitted one leads to its result, a missing one is gone."""

    @functools.wraps(view)
    def found(request: HttpRequest, number: int, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        try:
            return view(request, number, unfinished_draft(request, number), *args, **kwargs)
        except REFUSALS as refusal:
            return refused(request, number, refusal)

    return cast("NumberView[Rest]", found)


def unfinished_draft(request: HttpRequest, number: int) -> Draft:
    """The draft with this number, opened. Raises DraftGone or AlreadySubmittedError."""
    row = drafts.find(request, number)
    if row.status == Status.SUBMITTED:
        raise services.AlreadySubmittedError
    return services.open_draft(row)


def refused(request: HttpRequest, number: int, refusal: Exception) -> HttpResponse:
    """Where a person is led whose draft cannot be used as they asked. `refusal`: one of REFUSALS."""
    if isinstance(refusal, services.AlreadySubmittedError):
        return redirect("assessments:result", number)
    if isinstance(refusal, services.ChangedError):
        return redirect("assessments:check", number)
    return error_page(request, 503) if isinstance(refusal, services.BusyError) else gone(request)


def is_of_another_draft(request: HttpRequest, draft: Draft) -> bool:
    """Whether a form was sent that belongs to another draft, such as one in a tab from before."""
    return request.method == "POST" and request.POST.get("draft") != str(draft.row.pk)


def gone(request: HttpRequest) -> HttpResponse:
    """The page for a form that this browser does not have any more."""
    return error_page(request, 404, GONE)


def outcome_of(result: Result, answers: dict[str, Answer], *, reference: str = "") -> Outcome:
    """What a partial result tells the person right now."""
    now = timezone.now()
    return build_outcome(freeze(result), answers, submitted_at=now, now=now, reference=reference)


def posted_emergency(request: HttpRequest, page: Page) -> Outcome | None:
    """The emergency that the answers of one sent page show by themselves, with nothing else known."""
    if request.method != "POST":
        return None
    pathway, _page = PAGES[page.code]
    form = QuestionForm(PagePlan.without_answers(page), request.POST)
    form.is_valid()
    answers = form.given(form.cleaned_data)
    asked = [question.key for question in page.questions]
    result = evaluate(pathway, answers, finished=False, surely_shown=asked)
    return outcome_of(result, answers) if result.level is Level.EMERGENCY_NOW else None
