"""The rules in the open: all of them, one of them, the questions, a print, and what changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.summary.clock import clinic_time
from clinic.access import Act, may, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.models import RulesetSnapshot
from clinic.rulebook import opinions, snapshots
from clinic.rulebook.compare import differences
from clinic.rulebook.compare_form import CompareForm
from clinic.rulebook.entries import Entry, QuestionEntry, entries, find_rule, questions
from clinic.rulebook.find import FindForm, pathway_words
from clinic.rulebook.opinions import Tally
from triage.catalogue import ruleset_version
from triage.model import Pathway
from triage.pathways import PATHWAYS
from triage_site import signoff


@dataclass(frozen=True)
class Row:
    """A rule in the list, and what reviewers thought of it."""

    entry: Entry
    tally: Tally


@dataclass(frozen=True)
class Book:
    """The rules of one pathway."""

    content: Pathway
    version: str
    signed: signoff.SignOff | None
    rows: tuple[Row, ...] = ()

    @property
    def title(self) -> str:
        """What the pathway is called."""
        return pathway_words(self.content.name)


@require_safe
@staff_only(Act.RULES)
def index(request: HttpRequest) -> HttpResponse:
    """All rules in short, or those that fit what was asked for."""
    snapshots.keep_all(timezone.now())
    form = FindForm(request.GET)
    is_valid = form.is_valid()
    record(request, Action.VIEWED_PAGE, page="rules")
    context = {
        "form": form,
        "books": [_book(name, form if is_valid else None) for name in PATHWAYS],
        "may_sign": may(member_of(request), Act.SEE_SIGNING),
        "least_for_share": opinions.LEAST_FOR_SHARE,
    }
    return render(request, "clinic/rulebook/index.html", context, status=200 if is_valid else 422)


@require_safe
@staff_only(Act.RULES)
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One rule in full."""
    entry = find_rule(rule_id)
    if entry is None:
        raise Http404
    record(request, Action.VIEWED_PAGE, page="rule", rule=rule_id)
    context = {
        "entry": entry,
        "version": ruleset_version(entry.pathway.name),
        "tallies": opinions.of_rule(rule_id),
        "least_for_share": opinions.LEAST_FOR_SHARE,
    }
    return render(request, "clinic/rulebook/rule.html", context)


@require_safe
@staff_only(Act.RULES)
def question_list(request: HttpRequest) -> HttpResponse:
    """All questions, and those that no rule reads."""
    record(request, Action.VIEWED_PAGE, page="questions")
    books = [(pathway_words(name), questions(name)) for name in PATHWAYS]
    return render(request, "clinic/rulebook/questions.html", {"books": books})


@require_safe
@staff_only(Act.RULES)
def question(request: HttpRequest, pathway: str, key: str) -> HttpResponse:
    """One question in full."""
    entry = _question(pathway, key)
    record(request, Action.VIEWED_PAGE, page="question", question=key)
    return render(request, "clinic/rulebook/question.html", {"entry": entry})


@require_safe
@staff_only(Act.RULES)
def printout(request: HttpRequest, pathway: str) -> HttpResponse:
    """All rules and questions of one pathway on paper, as they are signed."""
    if pathway not in PATHWAYS:
        raise Http404
    now = timezone.now()
    record(request, Action.PRINTED, page="rules", pathway=pathway)
    context = {
        "book": _book(pathway, None),
        "entries": entries(pathway),
        "questions": questions(pathway),
        "printed_at": clinic_time(now),
    }
    return render(request, "clinic/rulebook/print.html", context)


@require_safe
@staff_only(Act.RULES)
def compare(request: HttpRequest) -> HttpResponse:
    """What changed from one version to another."""
    snapshots.keep_all(timezone.now())
    form = CompareForm(RulesetSnapshot.objects.defer("rows").order_by("-first_seen_at"), request.GET or None)
    record(request, Action.VIEWED_PAGE, page="rule_changes")
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        old, new = (RulesetSnapshot.objects.get(pk=form.cleaned_data[name]) for name in ("old", "new"))
        context |= {"old": old, "new": new, "parts": differences(old.rows, new.rows)}
    status = 422 if form.errors else 200
    return render(request, "clinic/rulebook/compare.html", context, status=status)


def _book(name: str, form: FindForm | None) -> Book:
    version = ruleset_version(name)
    signed = signoff.for_version(version)
    if form is None:
        return Book(PATHWAYS[name], version, signed)
    tallies = opinions.of_version(version)
    found = form.found(name, tallies)
    rows = tuple(Row(entry, tallies.get(entry.rule.id, Tally(version))) for entry in found)
    return Book(PATHWAYS[name], version, signed, rows)


def _question(pathway: str, key: str) -> QuestionEntry:
    if pathway in PATHWAYS:
        for entry in questions(pathway):
            if entry.question.key == key:
                return entry
    raise Http404
