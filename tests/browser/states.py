"""Drafts and sent assessments at a given state, made through the services, not by clicking through."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils import timezone

from assessments import drafts, finishing, services
from assessments.consent import consent_record
from assessments.flow import Flow
from assessments.models import Assessment
from triage.conditions import Answer
from triage.engine import evaluate
from triage.examples import with_changes
from triage.intake import to_json
from triage.model import Level, Page, Pathway, Transport
from triage.pathways import PATHWAYS
from triage_site.sessions import SessionStore

ADULT = PATHWAYS["adult"]
PEDIATRIC = PATHWAYS["pediatric"]

# Changes to the baseline that together make every page and every question appear, in both voices.
_ADULT_WAY = (
    "sex=female; location=neck; arm_signs=tingling; cancer=yes; point_tender=no; pregnancy=under_20w;"
    " pregnancy_signs=none; duration=gt_12w; leg_pain=below_knee; goal_text=Play with the dog"
)
_CHILD_WAY = "injury=minor; night_pain=wakes_sometimes; pain_triggers=bending_back"
WAYS: dict[str, tuple[Pathway, tuple[str, ...]]] = {
    "adult, for oneself": (ADULT, (f"respondent=self; {_ADULT_WAY}",)),
    "adult, for someone else": (ADULT, (f"respondent=other; {_ADULT_WAY}",)),
    "child, by a parent": (PEDIATRIC, (_CHILD_WAY, "child_age_years=0; child_age_months=7")),
    "child, by a teenager": (PEDIATRIC, (f"answered_by=teen_alone; child_age_years=15; {_CHILD_WAY}",)),
}


def ways_of(name: str) -> tuple[Pathway, list[dict[str, Answer]]]:
    """The pathway of a way, and its sets of answers."""
    pathway, changes = WAYS[name]
    return pathway, [with_changes(pathway, change) for change in changes]


def answers_showing(name: str, page: Page) -> dict[str, Answer] | None:
    """The answers of this way that show most questions of `page`; None when it is never shown."""
    pathway, sets = ways_of(name)
    flows = [Flow(pathway, answers) for answers in sets]
    best = max(flows, key=lambda flow: len(flow.questions(page)))
    return dict(best.answers) if best.questions(page) else None


def before(pathway: Pathway, page: Page, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers to the pages before `page`."""
    earlier = pathway.pages[: pathway.pages.index(page)]
    keys = {
        key for other in earlier for question in other.questions for key in (question.key, question.text_key)
    }
    return {key: answer for key, answer in answers.items() if key in keys}


def draft(pathway: Pathway, answers: Mapping[str, Answer], *, upto: Page | None = None) -> Assessment:
    """A draft with `answers` in which all pages were seen, or those before `upto`."""
    pages = pathway.pages if upto is None else pathway.pages[: pathway.pages.index(upto)]
    row = services.start(
        pathway.name,
        language="en",
        answers={key: to_json(answer) for key, answer in answers.items()},
        given=("a00",) if pathway is ADULT else (),
    )
    opened = services.open_draft(row)
    services.note(opened, seen=[page.code for page in pages])
    return row


def draft_at(name: str, page: Page, *, answered: bool = False) -> Assessment:
    """A draft of a way where `page` comes next, or (`answered`) was answered already."""
    pathway, _sets = ways_of(name)
    answers = answers_showing(name, page)
    assert answers is not None, f"{page.code} is never shown to {name}"
    return draft(pathway, answers if answered else before(pathway, page, answers), upto=page)


def session_with(*rows: Assessment) -> str:
    """A browser session that holds these assessments, numbered from 1; its key."""
    store = SessionStore()
    store[drafts.SESSION_KEY] = {str(number): str(row.pk) for number, row in enumerate(rows, 1)}
    store.create()
    assert store.session_key is not None
    return store.session_key


def contact(answers: Mapping[str, Answer], pathway: Pathway, **changes: Any) -> dict[str, Any]:
    """Invented contact details that fit the age."""
    age = answers[pathway.age.key]
    assert isinstance(age, int)
    born = datetime.date(timezone.now().year - age, 1, 1)
    details = {"name": "Invented Person", "phone": "555 555 0100", "date_of_birth": born.isoformat()}
    if pathway is PEDIATRIC:
        details |= {"answered_by_name": "Invented Parent", "relation": "mother"}
    return {**details, **changes, "consent": consent_record("words", timezone.now())}


def sent(
    pathway: Pathway,
    answers: Mapping[str, Answer],
    *,
    at: datetime.datetime | None = None,
    **contact_changes: Any,
) -> Assessment:
    """A finished assessment that the clinic has, sent now or `at` another time."""
    stored = {key: to_json(answer) for key, answer in answers.items()}
    return finishing.submit_complete(
        pathway.name,
        stored,
        contact(answers, pathway, **contact_changes),
        language="en",
        now=at or timezone.now(),
    )


@cache
def _examples(name: str) -> list[tuple[Level | None, Transport | None, dict[str, Answer]]]:
    """The baseline, and the baseline with each option of each question in turn, with what they get."""
    pathway = PATHWAYS[name]
    changes = ["", *(f"{q.key}={option.key}" for q in pathway.questions for option in q.options)]
    found = []
    for change in changes:
        answers = with_changes(pathway, change)
        result = evaluate(pathway, answers)
        found.append((result.level, result.transport, answers))
    return found


def example(pathway: Pathway, level: Level, transport: Transport | None = None) -> dict[str, Answer]:
    """Answers that get this level and transport."""
    for found_level, found_transport, answers in _examples(pathway.name):
        if found_level is level and found_transport is transport:
            return {"respondent": "self", **answers} if pathway is ADULT else dict(answers)
    raise AssertionError(f"no example gets {level.name} on the {pathway.name} pathway")


OUTCOMES: list[tuple[Pathway, Level, Transport | None]] = [
    (pathway, level, transport)
    for pathway in PATHWAYS.values()
    for level in Level
    for transport in (Transport if level is Level.EMERGENCY_NOW else (None,))
]
