"""Outcomes and pages to test: one per rule, and the three pages a patient can read. All data invented."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory

from assessments.outcome import Outcome, build_outcome
from triage.conditions import Answer
from triage.engine import evaluate
from triage.examples import with_changes
from triage.frozen import freeze
from triage.model import Finding, FiredFlag, Pathway, Result, Rule
from triage.pathways import PATHWAYS

SENT_AT = datetime.datetime(2026, 11, 20, 14, 30, tzinfo=datetime.UTC)
REFERENCE = "K7M-4QX"
OTHER_VOICE = {"adult": "respondent=other", "pediatric": "answered_by=teen_alone"}


def told(name: str, changes: str = "", *, finished: bool = True) -> Outcome:
    """What a person with the baseline answers and these changes is told."""
    answers = with_changes(PATHWAYS[name], changes)
    return outcome_of(evaluate(PATHWAYS[name], answers, finished=finished), answers)


def outcome_of(result: Result, answers: dict[str, Answer]) -> Outcome:
    """What a person is told right after sending these answers."""
    return build_outcome(freeze(result), answers, submitted_at=SENT_AT, now=SENT_AT, reference=REFERENCE)


def with_only(pathway: Pathway, rule: Rule, *, other_voice: bool) -> tuple[Result, dict[str, Answer]]:
    """A result where this rule alone fired, together with everything that only staff may see."""
    answers = with_changes(pathway, OTHER_VOICE[pathway.name] if other_voice else "")
    result = dataclasses.replace(
        evaluate(pathway, answers),
        level=rule.level,
        transport=rule.transport,
        due_hours=rule.hours,
        score=37,
        priority=100 * rule.level + 37,
        findings=(Finding(rule, tuple(sorted(rule.when.questions()))),),
        flags=tuple(FiredFlag(flag.id, flag.hours, (flag.text,)) for flag in pathway.flags),
        panels=pathway.panels,
        differential=pathway.differential,
    )
    return result, answers


def every_rule() -> Iterator[tuple[Pathway, Rule]]:
    """All rules of both pathways."""
    for pathway in PATHWAYS.values():
        for rule in pathway.rules:
            yield pathway, rule


def request() -> HttpRequest:
    """A request without a session or a user, as when the database is down."""
    return RequestFactory().get("/")


def pages(outcome: Outcome) -> dict[str, str]:
    """Every page that may show this outcome, rendered."""
    contexts = {
        "result": {"outcome": outcome, "draft_number": 1, "just_sent": True},
        "patient_print": {
            "outcome": outcome,
            "draft_number": 1,
            "contact_name": "Invented <b>Person</b>",
            "born": datetime.date(1990, 2, 3),
        },
    }
    if outcome.is_emergency:
        contexts["emergency"] = {
            "outcome": outcome,
            "number": 1,
            "continue_url": "/f/1/now/",
            "change_url": "/f/1/a03/",
            "saved": True,
        }
    return {
        name: render_to_string(f"assessments/{name}.html", context, request())
        for name, context in contexts.items()
    }
