"""Every question page: one view, one address pattern, built from the questionnaire."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from assessments import drafts, services
from assessments.flow import Flow
from assessments.forms import PagePlan, QuestionForm
from assessments.rendering import form_html, page_html
from assessments.services import Draft
from assessments.text import spoken
from assessments.views import asides
from assessments.views.asides import Aside
from assessments.views.base import (
    PAGES,
    REFUSALS,
    is_of_another_draft,
    posted_emergency,
    refused,
    unfinished_draft,
)
from triage.conditions import Answer
from triage.model import Page, Pathway, Question
from triage.pathways import PATHWAYS, pathway_for_age
from triage_site.errors import kept_fields
from triage_site.languages import language_of_form

logger = logging.getLogger(__name__)

FIRST_TEEN_YEAR = 12
UNSAVED = {302: 409}  # instead of a redirect: the answers do not fit the form any more


@require_http_methods(["GET", "HEAD", "POST"])
def question_page(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Show or take one page. An emergency on it is shown even when nothing can be saved."""
    if code not in PAGES:
        raise Http404
    page = PAGES[code][1]
    try:
        return _visit(request, number, page)
    except REFUSALS as refusal:
        response = refused(request, number, refusal)
        status = UNSAVED.get(response.status_code, response.status_code)
        return _unsaved_emergency(request, page, status) or response
    except Exception:
        # Whatever stands in the way of saving: an emergency among the answers is said first.
        unsaved = _unsaved_emergency(request, page, 503)
        if unsaved is None:
            raise
        logger.exception("an emergency was shown and could not be saved")
        return unsaved


def _visit(request: HttpRequest, number: int, page: Page) -> HttpResponse:
    visit = Visit(request, number, unfinished_draft(request, number), page)
    if is_of_another_draft(request, visit.draft):
        raise drafts.DraftGone
    if not visit.is_open:
        return visit.to_where_it_is()
    if request.method != "POST":
        return visit.show()
    response = visit.hold() if visit.aside.pressed else visit.take()
    is_left = response.status_code == 302
    return asides.count_on_leaving(request, visit.aside, page.code, response) if is_left else response


def _unsaved_emergency(request: HttpRequest, page: Page, status: int) -> HttpResponse | None:
    """The emergency page for answers that are not saved, if they are an emergency by themselves."""
    outcome = posted_emergency(request, page)
    if outcome is None:
        return None
    # What was sent stays in the page, so that it can be read in another language.
    kept = [(name, value) for name, value in kept_fields(request) if name != asides.UNSAVED]
    context = {"outcome": outcome, "continue_url": None, "saved": False, "kept": kept}
    return render(request, "assessments/emergency.html", context, status=status)


@dataclass
class Visit:
    """One request for one page of one draft."""

    request: HttpRequest
    number: int
    draft: Draft
    page: Page

    @cached_property
    def aside(self) -> Aside:
        """What was pressed beside Continue."""
        return asides.taken(self.request, self.page.code)

    @property
    def changing(self) -> bool:
        """Whether the person came from check-your-answers and goes back there."""
        return "change" in self.request.GET

    @property
    def is_open(self) -> bool:
        """Whether the page is part of the way, all pages before it are done and no emergency is unread."""
        flow = self.draft.flow
        if flow.page(self.page.code) is None or not flow.is_reachable(self.page):
            return False
        return self.page.code in flow.seen or not services.waits_at_emergency(self.draft)

    def to_where_it_is(self) -> HttpResponse:
        """To the emergency page if it was not read yet, else to the first page that is not done.

        An emergency that a page from an old tab tells of is shown, though it is not saved.
        """
        if services.waits_at_emergency(self.draft):
            return redirect("assessments:emergency", self.number)
        unsaved = _unsaved_emergency(self.request, self.page, UNSAVED[302])
        return unsaved or redirect(next_url(self.number, self.draft.flow))

    def show(self) -> HttpResponse:
        """The page, with the answers given before."""
        plan = PagePlan.of(self.draft.flow, self.page)
        return self._render(plan, page_html(plan))

    def hold(self) -> HttpResponse:
        """The page with everything typed, in the language asked for or with thanks. Nothing is saved.

        An emergency goes first, as with Continue.
        """
        plan = PagePlan.of(self.draft.flow, self.page)
        interruption = self._interruption(plan, QuestionForm(plan, self.request.POST))
        if interruption is not None:
            return interruption
        form = QuestionForm(plan, self.request.POST)
        anew = asides.hold(self.request, self.aside, form)
        response = anew or self._render(plan, form_html(form), form, status=self.aside.status)
        if self.aside.is_opinion:
            asides.count(self.request, self.aside, self.page.code, response)
        return response

    def take(self) -> HttpResponse:
        """Save the page and go on. What is wrong is said on the page; an emergency goes first."""
        plan = PagePlan.of(self.draft.flow, self.page)
        form = QuestionForm(plan, self.request.POST)
        if form.is_valid():
            return self._save(plan, form.answers)
        if self.page.skippable and "skip" in self.request.POST:
            return self._save(plan, form.given(form.cleaned_data))
        interruption = self._interruption(plan, form)
        return interruption or self._render(plan, form_html(form), form, status=422)

    def _interruption(self, plan: PagePlan, form: QuestionForm) -> HttpResponse | None:
        """Save what is valid and show the emergency page, if the draft has an unread emergency with it."""
        given = form.answers if form.is_valid() else form.given(form.cleaned_data)
        if form.in_doubt or _other_pathway(self.draft, given) is not None:
            return None
        together = {
            key: answer for key, answer in {**self.draft.answers, **given}.items() if answer is not None
        }
        trial = Draft(self.draft.row, self.draft.pathway, together, self.draft.progress)
        if not services.must_be_read(trial, services.evaluate_so_far(trial)):
            return None
        return self._save(plan, given)

    def _save(self, plan: PagePlan, given: Mapping[str, Answer | None]) -> HttpResponse:
        other = _other_pathway(self.draft, given)
        if other is not None:
            return self._switch(other, given)
        draft, result = services.save_page(
            self.draft, self.page.code, given, language=language_of_form(self.request)
        )
        if services.must_be_read(draft, result):
            return redirect("assessments:emergency", self.number)
        if unsure_questions(plan.questions, draft.answers) and self.page.code not in draft.progress.get(
            "helped", ()
        ):
            helped = [*draft.progress.get("helped", ()), self.page.code]
            services.note(draft, helped=helped)
            return redirect(page_url(self.number, self.page, **{**self._mode(), "again": 1}))
        return redirect(self._next(draft.flow))

    def _switch(self, other: Pathway, given: Mapping[str, Answer | None]) -> HttpResponse:
        answers, pages = _kept_answers(self.draft, other, given)
        switched = services.switch_pathway(
            self.draft, other, answers, pages, language=language_of_form(self.request)
        )
        return redirect(next_url(self.number, switched.flow))

    def _mode(self) -> dict[str, Any]:
        return {"change": 1} if self.changing else {}

    def _next(self, flow: Flow) -> str:
        if self.changing:
            return next_url(self.number, flow, change=1)
        following = flow.after(self.page.code)
        if following is not None and flow.is_reachable(following):
            return page_url(self.number, following)
        return next_url(self.number, flow)

    def _back(self) -> str:
        if self.changing:
            return reverse("assessments:check", args=[self.number])
        before = self.draft.flow.before(self.page)
        return page_url(self.number, before) if before else reverse("assessments:start")

    @property
    def _is_first(self) -> bool:
        """Whether the way begins here."""
        return self.draft.flow.before(self.page) is None

    def _render(
        self, plan: PagePlan, fields: str, form: QuestionForm | None = None, *, status: int = 200
    ) -> HttpResponse:
        unsure = unsure_questions(plan.questions, self.draft.answers) if "again" in self.request.GET else []
        context = {
            "draft": self.draft.row.pk,
            "number": self.number,
            "page": self.page,
            "title": plan.say(self.page.title) if plan.is_group else plan.say(plan.questions[0].text),
            "fields": fields,
            "back_url": self._back(),
            "section": section_words(self.draft, self.page),
            "about": about_words(self.draft),
            "switched": bool(self.draft.progress.get("switched")) and self._is_first,
            "try_this": [plan.say(question.unsure_help) for question in unsure],
            "form": form,
            "has_help_line": any(question.key == "injury" for question in plan.questions),
            "clarity": self.aside.html,
        }
        return render(self.request, "assessments/question.html", context, status=status)


def page_url(number: int, page: Page, **query: Any) -> str:
    """Address of a question page."""
    url = reverse("assessments:page", args=[number, page.code])
    return f"{url}?{urlencode(query)}" if query else url


def next_url(number: int, flow: Flow, **query: Any) -> str:
    """Address of the first page that is not done, or of check-your-answers."""
    if flow.first_gap is not None:
        return page_url(number, flow.first_gap, **query)
    return reverse("assessments:check", args=[number])


def unsure_questions(questions: tuple[Question, ...], answers: dict[str, Answer]) -> list[Question]:
    """Questions answered "not sure" that have a tip for finding out."""
    return [
        question
        for question in questions
        if question.unsure_help and question.key in answers and question.is_unsure(answers[question.key])
    ]


def section_words(draft: Draft, page: Page) -> dict[str, Any]:
    """Where the page is: the section's number, how many there are, and its name."""
    voice = draft.flow.other_voice
    sections = list(dict.fromkeys(other.section for other in draft.pathway.pages))
    name = spoken(page.section, other_voice=voice)
    return {"number": sections.index(page.section) + 1, "of": len(sections), "name": name}


def about_words(draft: Draft) -> dict[str, Any]:
    """Who the page is about, so that two tabs for two people are told apart."""
    age = draft.answers.get(draft.pathway.age.key)
    return {"pathway": draft.pathway.name, "age": age, "other_voice": draft.flow.other_voice}


def _other_pathway(draft: Draft, given: Mapping[str, Answer | None]) -> Pathway | None:
    """The pathway that a newly given age belongs to, if it is not the draft's."""
    age = given.get(draft.pathway.age.key)
    if not isinstance(age, int):
        return None
    pathway = pathway_for_age(age)
    return None if pathway is draft.pathway else pathway


def _kept_answers(
    draft: Draft, other: Pathway, given: Mapping[str, Answer | None]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What goes along to the other pathway: the age just given, and who is answering."""
    age = given[draft.pathway.age.key]
    answers: dict[str, Any] = {other.age.key: age}
    if other is PATHWAYS["adult"]:
        alone = draft.answers.get("answered_by") == "teen_alone"
        return answers | {"respondent": "self" if alone else "other"}, ("a00",)
    if draft.answers.get("respondent") == "self" and isinstance(age, int) and age >= FIRST_TEEN_YEAR:
        return answers | {"answered_by": "teen_alone"}, ("c02", "c04")
    return answers, ("c02",)
