"""The registry as rows: for docs/rules.md, for the staff page, and for the ruleset version."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from triage.checks import conditions_of, nodes
from triage.conditions import CountAtLeast, Fact
from triage.model import Choice, Page, Pathway, Pattern, Question, Rule
from triage.words import Text, both

VERSION_DIGITS = 12


@cache
def ruleset_version(name: str) -> str:
    """Version of one pathway's content, such as "adult-1.2-3f9a2c10ab12".

    The last part is a hash of everything that decides or explains a result: questions, options,
    pages, conditions, levels, times, weights and words. KeyError for an unknown pathway.
    """
    from triage.pathways import PATHWAYS

    pathway = PATHWAYS[name]
    content = json.dumps(describe(pathway), sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(content.encode()).hexdigest()[:VERSION_DIGITS]
    return f"{pathway.name}-{pathway.version}-{digest}"


def describe(pathway: Pathway) -> dict[str, Any]:
    """The whole pathway as plain data, in order."""
    return {
        "rules_of_evaluation": _settings_row(pathway),
        "questions": [_question_row(question) for question in pathway.questions],
        "pages": [_page_row(page) for page in pathway.pages],
        "rules": [_rule_row(rule) for rule in pathway.rules],
        "facts": _facts(pathway),
        "counts": _counts(pathway),
        "red_flags": [fact.name for fact in pathway.red_flags],
        "points": [[row.when.expression(), row.points, row.label] for row in pathway.points],
        "flags": [[row.id, row.when.expression(), row.hours, row.text] for row in pathway.flags],
        "panels": [[row.id, row.when.expression(), row.title, row.text] for row in pathway.panels],
        "differential": [
            [row.id, row.when.expression(), row.consider, row.clue] for row in pathway.differential
        ],
        "patterns": [_pattern_row(pattern) for pattern in pathway.patterns],
    }


def _settings_row(pathway: Pathway) -> dict[str, Any]:
    return {
        "ages": [pathway.age.key, pathway.youngest, pathway.oldest],
        "other_voice": pathway.other_voice.expression(),
        "unsure_point_cap": pathway.unsure_point_cap,
        "score_cap": pathway.score_cap,
        "drops_none_with_others": pathway.drops_none_with_others,
        "default_level": pathway.default_level.name if pathway.default_level else None,
    }


def _facts(pathway: Pathway) -> dict[str, str]:
    """Every fact that any condition names, also those that are not listed by themselves."""
    named = {
        node.name: node.condition.expression()
        for condition in conditions_of(pathway)
        for node in nodes(condition)
        if isinstance(node, Fact)
    }
    return dict(sorted(named.items()))


def _counts(pathway: Pathway) -> dict[str, list[str]]:
    counts = {count.name: count for count in pathway.counts}
    for condition in conditions_of(pathway):
        counts |= {node.count.name: node.count for node in nodes(condition) if isinstance(node, CountAtLeast)}
    return {
        name: [condition.expression() for condition in count.conditions]
        for name, count in sorted(counts.items())
    }


def _question_row(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "kind": question.kind.value,
        "text": both(question.text),
        "short": question.short,
        "more_words": _words(
            question.hint, question.why, question.help, question.unsure_help, question.note_label
        ),
        "required": question.required,
        "core": question.core,
        "gate": question.gate,
        "never_echo": question.never_echo,
        "blank_counts_as": question.blank_counts_as,
        "shown_when": question.shown_when.expression(),
        "range": [question.minimum, question.maximum, question.unit, question.max_length],
        "options": [_option_row(option) for option in question.options],
        "ratings": [_option_row(rating) for rating in question.ratings],
    }


def _option_row(option: Choice) -> list[Any]:
    return [
        option.key,
        both(option.text),
        option.short,
        *_words(option.hint, option.group),
        option.points,
        option.offered_when.expression(),
        option.else_counts_as,
    ]


def _page_row(page: Page) -> dict[str, Any]:
    return {
        "code": page.code,
        "questions": [question.key for question in page.questions],
        "words": _words(page.section, page.title, page.intro),
        "gate": page.gate,
        "skippable": page.skippable,
        "doubts": [
            [doubt.when.expression(), doubt.question.key, *_words(doubt.text)] for doubt in page.doubts
        ],
    }


def _rule_row(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "public_id": rule.public_id,
        "when": rule.when.expression(),
        "level": rule.level.name,
        "transport": rule.transport.value if rule.transport else None,
        "hours": rule.hours,
        "private": rule.private,
        "floor_of": rule.floor_of,
        "finished_only": rule.finished_only,
        "patient": both(rule.patient),
        "clinician": rule.clinician,
        "sources": [str(source) for source in rule.sources],
    }


def _pattern_row(pattern: Pattern) -> list[Any]:
    supporting = [[condition.expression(), words] for condition, words in pattern.supporting]
    return [pattern.name, pattern.label, pattern.when.expression(), pattern.note, supporting]


def _words(*texts: Text) -> list[tuple[str, ...]]:
    return [both(text) for text in texts]
