"""The registry as rows: for docs/rules.md, for the staff page, and for the ruleset version."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from triage.model import Pathway, Question, Rule
from triage.words import both

VERSION_DIGITS = 12


@cache
def ruleset_version(name: str) -> str:
    """Version of one pathway's content, such as "adult-1.2-3f9a2c10ab12".

    The last part is a hash of everything that decides or explains a result: questions, options,
    conditions, levels, times, weights and words. KeyError for an unknown pathway.
    """
    from triage.pathways import PATHWAYS

    pathway = PATHWAYS[name]
    content = json.dumps(describe(pathway), sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(content.encode()).hexdigest()[:VERSION_DIGITS]
    return f"{pathway.name}-{pathway.version}-{digest}"


def describe(pathway: Pathway) -> dict[str, Any]:
    """The whole pathway as plain data, in order."""
    return {
        "questions": [_question_row(question) for question in pathway.questions],
        "rules": [_rule_row(rule) for rule in pathway.rules],
        "facts": {fact.name: fact.condition.expression() for fact in pathway.facts},
        "counts": {
            count.name: [condition.expression() for condition in count.conditions] for count in pathway.counts
        },
        "points": [[row.when.expression(), row.points] for row in pathway.points],
        "flags": [[row.id, row.when.expression(), row.hours, row.text] for row in pathway.flags],
        "panels": [[row.id, row.when.expression(), row.text] for row in pathway.panels],
        "differential": [[row.id, row.when.expression(), row.consider] for row in pathway.differential],
        "patterns": [[row.name, row.when.expression()] for row in pathway.patterns],
    }


def questions_read(rule: Rule) -> frozenset[str]:
    """Keys of the questions a rule reads."""
    return rule.when.questions()


def rules_reading(pathway: Pathway, question: Question) -> list[Rule]:
    """Rules that read a question, in specification order."""
    return [rule for rule in pathway.rules if question.key in rule.when.questions()]


def _question_row(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "kind": question.kind.value,
        "text": both(question.text),
        "required": question.required,
        "core": question.core,
        "blank_counts_as": question.blank_counts_as,
        "shown_when": question.shown_when.expression(),
        "range": [question.minimum, question.maximum],
        "options": [
            [option.key, both(option.text), option.points, option.offered_when.expression()]
            for option in question.options
        ],
    }


def _rule_row(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "when": rule.when.expression(),
        "level": rule.level.name,
        "transport": rule.transport.value if rule.transport else None,
        "hours": rule.hours,
        "private": rule.private,
        "patient": both(rule.patient),
        "clinician": rule.clinician,
        "sources": [str(source) for source in rule.sources],
    }
