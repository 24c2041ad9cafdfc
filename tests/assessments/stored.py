"""Assessments as they are stored, without a database, for the tests of the summary. All invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from django.template.loader import render_to_string
from django.test import RequestFactory

from assessments.summary import Summary, build_summary
from triage.engine import evaluate
from triage.examples import with_changes
from triage.frozen import FrozenResult, freeze
from triage.intake import read_answers, to_json
from triage.model import Kind, Pathway, Question
from triage.pathways import PATHWAYS
from triage_site.vault import JSONValue

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
CONTACT: dict[str, JSONValue] = {
    "name": "Ada Example (invented)",
    "phone": "555 0100",
    "date_of_birth": "1990-02-03",
}
LONGEST: dict[str, JSONValue] = {
    "name": "W" * 120,
    "phone": "5" * 40,
    "private_call": "call " * 24,
    "location_now": "street " * 28,
    "email": "a" * 230 + "@example.invalid",
    "language": "words " * 10,
    "appointment": "A" * 40,
    "answered_by_name": "V" * 120,
    "relation": "rel " * 15,
    "visit": {
        "questions": [f"question {n}? ".ljust(200, "q") for n in (1, 2, 3)],
        "place": "place " * 33,
        "companion": "friend " * 17,
        "child_there": "not_sure",
        "time_alone": "not_sure",
    },
}


@dataclass
class Stored:
    """What `build_summary` reads of a row."""

    pathway: str
    answers: JSONValue
    result: JSONValue
    contact: JSONValue = field(default_factory=lambda: {**CONTACT})
    reference: str | None = "BP-7K3M-9QD"
    status: str = "submitted"
    source: str = "web"
    entered_by: str = ""
    language: str = "en"
    progress: JSONValue = field(default_factory=dict)
    updated_at: datetime = NOW
    emergency_at: datetime | None = None
    submitted_at: datetime | None = NOW
    due_at: datetime | None = None


def stored(
    pathway_name: str,
    answers: Mapping[str, Any],
    *,
    finished: bool = True,
    hours_ago: float = 0,
    **changes: Any,
) -> Stored:
    """A row with the result of these answers (JSON values)."""
    pathway = PATHWAYS[pathway_name]
    evaluated = evaluate(pathway, read_answers(pathway, dict(answers), finished=False), finished=finished)
    result = freeze(evaluated, None if finished else answers.keys())
    at = NOW - timedelta(hours=hours_ago)
    row = Stored(
        pathway_name,
        dict(answers),
        cast("JSONValue", result),
        status="submitted" if finished else "stopped",
        updated_at=at,
        submitted_at=at,
        emergency_at=None if finished else at,
        due_at=None if result["due_hours"] is None else at + timedelta(hours=result["due_hours"]),
    )
    return replace(row, **changes)


def case(
    pathway_name: str, changes: str = "", *, words: Mapping[str, str] | None = None, **more: Any
) -> Stored:
    """A row near the pathway's baseline: `changes` in the specification's notation, `words` verbatim."""
    chosen = with_changes(PATHWAYS[pathway_name], changes)
    answers = {key: to_json(answer) for key, answer in chosen.items()}
    return stored(pathway_name, answers | dict(words or {}), **more)


def summary_of(row: Stored, now: datetime = NOW) -> Summary:
    """The summary of a row."""
    return build_summary(row, now)


def printed(row: Stored, now: datetime = NOW) -> str:
    """The staff's print of a row, as HTML."""
    context = {"summary": summary_of(row, now), "row": {"pk": "00000000-0000-4000-8000-000000000000"}}
    request = RequestFactory().get("/")
    return render_to_string("clinic/print.html", {**context, "printed_at": "20 Nov 2026"}, request)


def everything(pathway: Pathway, age: int) -> dict[str, Any]:
    """Every sign ticked, the wordiest choice everywhere, texts of full length with an end to look for."""
    answers = {question.key: _most(question) for question in pathway.questions}
    answers |= {q.text_key: ended(q.text_key, 200) for q in pathway.questions if q.note_label}
    return answers | {pathway.age.key: age}


def ended(key: str, length: int) -> str:
    """Invented words, exactly so long, that end with a word of their own."""
    end = f" END-{key}"
    return ("invented words of a patient, with 12 numbers. " * 20)[: length - len(end)] + end


def _most(question: Question) -> Any:
    if question.kind in (Kind.MULTI, Kind.RATED):
        rating = ":worse" if question.kind is Kind.RATED else ""
        return [
            f"{o.key}{rating}" for o in question.options if o.key not in ("none", "nothing", "not_looked")
        ]
    if question.kind is Kind.SINGLE:
        return max(question.options, key=lambda option: len(option.short)).key
    if question.kind is Kind.TEXT:
        return ended(question.key, question.max_length)
    return 100.4 if question.kind is Kind.DECIMAL else int(question.maximum)


def with_all_rules(row: Stored) -> Stored:
    """The row with a result in which every rule, flag, panel and row spoke. No answers give that.

    It is an emergency, so nobody was asked for notes for a visit.
    """
    pathway = PATHWAYS[row.pathway]
    result = cast("FrozenResult", dict(cast("dict[str, Any]", row.result)))
    finding = {
        "public_id": "",
        "transport": None,
        "hours": 0,
        "private": False,
        "floor_of": "",
        "patient": "",
    }
    result["findings"] = [
        cast(
            "Any",
            finding
            | {"id": r.id, "level": r.level.name, "clinician": r.clinician, "sources": [], "because": []},
        )
        for r in pathway.rules
    ]
    result["panels"] = [{"id": p.id, "title": p.title, "text": p.text} for p in pathway.panels]
    result["differential"] = [
        {"id": d.id, "consider": d.consider, "clue": d.clue} for d in pathway.differential
    ]
    result["patterns"] = [
        {"name": p.name, "note": p.note, "supporting": "; ".join(words for _, words in p.supporting)}
        for p in pathway.patterns
    ]
    result["flags"] = [{"id": f.id, "hours": f.hours, "texts": [f.text]} for f in pathway.flags]
    result["level"], result["transport"] = "EMERGENCY_NOW", "911"
    contact = {key: value for key, value in cast("dict[str, Any]", row.contact).items() if key != "visit"}
    return replace(row, result=cast("JSONValue", result), contact=contact)


def longest(pathway_name: str, age: int) -> Stored:
    """The longest row that can be stored: everything answered, a stop, contact details of full length."""
    row = stored(pathway_name, everything(PATHWAYS[pathway_name], age), finished=False, hours_ago=60)
    return replace(row, contact={**LONGEST}, language="es")
