"""Is the clinical content whole? Checked when the site starts, before anyone is asked anything, and in tests.

`problems` looks at one pathway and says everything that is wrong with it; `require_whole` raises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from triage.conditions import Condition, Count, CountAtLeast, Fact, Has, Is, Only
from triage.engine_conditions import Fired
from triage.model import Choice, Kind, Level, Pathway, Question, Rule, Transport
from triage.words import Text, both

RULE_ID = re.compile(r"(ADULT|PEDS)-[A-Z]+-\d\d")
KEY = re.compile(r"[a-z][a-z0-9_]*")
CHOICES = (Kind.SINGLE, Kind.MULTI, Kind.RATED)
SAME_DAY_HOURS = 4


class ContentError(Exception):
    """The clinical content contradicts itself. `problems` lists every contradiction found."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def require_whole(pathway: Pathway) -> None:
    """Raise ContentError when anything is wrong with the content of a pathway."""
    found = problems(pathway)
    if found:
        raise ContentError(found)


def problems(pathway: Pathway) -> list[str]:
    """Everything wrong with the content of a pathway, as sentences. Empty when it is whole."""
    checks = (_names, _questions, _pages, _order, _rules, _references, _facts, _options_count)
    return [f"{pathway.name}: {problem}" for check in checks for problem in check(pathway)]


def conditions_of(pathway: Pathway) -> Iterator[Condition]:
    """Every condition a pathway holds, whatever for."""
    yield pathway.other_voice
    for question in pathway.questions:
        yield question.shown_when
        yield from (option.offered_when for option in question.options)
    for page in pathway.pages:
        yield from (doubt.when for doubt in page.doubts)
    for rows in (pathway.rules, pathway.points, pathway.flags, pathway.panels, pathway.differential):
        yield from (row.when for row in rows)
    for pattern in pathway.patterns:
        yield pattern.when
        yield from (condition for condition, _ in pattern.supporting)
    yield from pathway.facts
    for count in pathway.counts:
        yield from count.conditions


def nodes(condition: Condition) -> Iterator[Condition]:
    """A condition and all it is made of."""
    yield condition
    for part in condition.parts():
        yield from nodes(part)


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} {name} is there twice" for name, times in Counter(names).items() if times > 1)


def _names(pathway: Pathway) -> Iterator[str]:
    yield from _twice("question", (question.key for question in pathway.questions))
    yield from _twice("rule", (rule.id for rule in pathway.rules))
    yield from _twice("page", (page.code for page in pathway.pages))
    yield from _twice("panel", (panel.id for panel in pathway.panels))
    yield from _twice("differential row", (row.id for row in pathway.differential))
    yield from _twice("pattern", (pattern.name for pattern in pathway.patterns))
    public = [rule.public_id for rule in pathway.rules if rule.public_id]
    yield from _twice("public id", [*public, *(rule.id for rule in pathway.rules)])
    yield from (f"rule id {rule.id} is malformed" for rule in pathway.rules if not RULE_ID.fullmatch(rule.id))
    for question in pathway.questions:
        keys = [question.key, *(option.key for option in question.options)]
        yield from (f"key {key!r} of {question.key} is malformed" for key in keys if not KEY.fullmatch(key))
        yield from _twice(f"{question.key}: option", (option.key for option in question.options))


def _questions(pathway: Pathway) -> Iterator[str]:
    for question in pathway.questions:
        if not question.sources:
            yield f"question {question.key} has no source"
        if not _said(question.text) or not question.short:
            yield f"question {question.key} has no words"
        if bool(question.options) is not (question.kind in CHOICES):
            yield f"question {question.key} is {question.kind.value} and has {len(question.options)} options"
        if (
            question.options
            and question.blank_counts_as
            and question.blank_counts_as not in question.option_keys
        ):
            yield f"question {question.key}: a blank counts as an unknown option"
        if question.gate and not question.required:
            yield f"gate question {question.key} is not required"
        if question.kind in (Kind.WHOLE, Kind.DECIMAL) and question.minimum >= question.maximum:
            yield f"question {question.key} has no range"
        yield from (
            f"{question.key}: {problem}" for option in question.options for problem in _option(option)
        )


def _option(option: Choice) -> Iterator[str]:
    if not _said(option.text) or not option.short:
        yield f"option {option.key} has no words"


def _said(text: Text) -> bool:
    return all(words.strip() for words in both(text))


def _pages(pathway: Pathway) -> Iterator[str]:
    asked = Counter(question.key for page in pathway.pages for question in page.questions)
    for question in pathway.questions:
        times = asked.pop(question.key, 0)
        if times != 1:
            yield f"question {question.key} is asked {times} times"
    yield from (f"a page asks {key}, which is no question of the pathway" for key in asked)
    for page in pathway.pages:
        if not page.questions:
            yield f"page {page.code} asks nothing"
        if len(page.questions) > 1 and not page.title:
            yield f"page {page.code} asks several questions and has no title"


def _order(pathway: Pathway) -> Iterator[str]:
    """A question's visibility reads earlier pages only, and earlier questions in the order of evaluation."""
    settled: set[str] = set()
    for question in pathway.questions:
        for key in sorted(_needs(question) - settled):
            yield f"{question.key} depends on {key}, which is settled later"
        settled.add(question.key)
    before: set[str] = set()
    for page in pathway.pages:
        for question in page.questions:
            for key in sorted(_needs(question) - before):
                yield f"{question.key} on page {page.code} depends on {key}, which no earlier page asks"
        before.update(question.key for question in page.questions)


def _needs(question: Question) -> frozenset[str]:
    return question.shown_when.questions().union(*(o.offered_when.questions() for o in question.options))


def _rules(pathway: Pathway) -> Iterator[str]:
    for rule in pathway.rules:
        if not rule.sources:
            yield f"rule {rule.id} has no source"
        if not _said(rule.patient) or not rule.clinician.strip():
            yield f"rule {rule.id} does not say why"
        if rule.floor_of and rule.floor_of not in pathway.rules_by_id:
            yield f"rule {rule.id} is the floor of {rule.floor_of}, which does not exist"
        if not _timely(rule):
            yield f"rule {rule.id}: {rule.level.name} with {rule.hours} h and transport {rule.transport}"


def _timely(rule: Rule) -> bool:
    if rule.level is Level.EMERGENCY_NOW:
        return rule.hours == 0 and isinstance(rule.transport, Transport)
    if rule.transport is not None:
        return False
    if rule.level is Level.URGENT_SAME_DAY:
        return rule.hours == SAME_DAY_HOURS
    return rule.hours == 0 if rule.level is Level.SELF_CARE else rule.hours > SAME_DAY_HOURS


def _references(pathway: Pathway) -> Iterator[str]:
    """Conditions read questions and rules of this pathway, and a rule only rules before it."""
    earlier: set[str] = set()
    for rule in pathway.rules:
        for node in nodes(rule.when):
            if isinstance(node, Fired) and not earlier.issuperset(node.rule_ids):
                yield f"rule {rule.id} waits for a rule that is not before it"
        earlier.add(rule.id)
    known = {question.key for question in pathway.questions}
    for condition in conditions_of(pathway):
        yield from (f"a condition reads {key}, which is no question" for key in condition.questions() - known)
        for node in nodes(condition):
            if isinstance(node, Fired):
                yield from (
                    f"a condition names {rule}, which is no rule" for rule in set(node.rule_ids) - earlier
                )


def _facts(pathway: Pathway) -> Iterator[str]:
    """One name, one fact: the engine remembers facts by name."""
    by_name: dict[str, Fact] = {}
    for condition in conditions_of(pathway):
        for node in nodes(condition):
            if isinstance(node, Fact) and by_name.setdefault(node.name, node) is not node:
                yield f"there are two facts {node.name}"
    counts: dict[str, Count] = {}
    for condition in conditions_of(pathway):
        for node in nodes(condition):
            if (
                isinstance(node, CountAtLeast)
                and counts.setdefault(node.count.name, node.count) is not node.count
            ):
                yield f"there are two counts {node.count.name}"


def unread_options(pathway: Pathway) -> dict[str, frozenset[str]]:
    """Options by question that no condition and no weight reads."""
    read: set[tuple[str, str]] = set()
    for condition in conditions_of(pathway):
        for node in nodes(condition):
            if isinstance(node, Is | Has | Only):
                read.update((node.question.key, option) for option in node.options)
    unread = {question.key: _unread(question, read) for question in pathway.questions}
    return {key: options for key, options in unread.items() if options}


def _unread(question: Question, read: set[tuple[str, str]]) -> frozenset[str]:
    return frozenset(
        option.key
        for option in question.options
        if (question.key, option.key) not in read and question.blank_counts_as != option.key
    )


def _options_count(pathway: Pathway) -> Iterator[str]:
    """Every option is read somewhere, or its question calls it informational."""
    listed = {q.key: frozenset(q.informational.split()) for q in pathway.questions}
    unread = unread_options(pathway)
    for key in sorted(unread.keys() | listed.keys()):
        unused, known = unread.get(key, frozenset()), listed.get(key, frozenset())
        yield from (f"nothing reads option {option} of {key}" for option in sorted(unused - known))
        yield from (f"option {option} of {key} is called informational" for option in sorted(known - unused))
