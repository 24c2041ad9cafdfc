"""Mutants of the content: one small change each to a rule, fact, count, flag, panel, row or visibility.

A mutation tool for code leaves data alone, and here the data is what can hurt: so the registry is mutated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from triage.checks import conditions_of, nodes
from triage.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Below,
    Condition,
    Count,
    CountAtLeast,
    Fact,
    Facts,
    Has,
    Is,
    Not,
    Only,
)
from triage.engine_conditions import ALWAYS, EngineCondition, Fired, LevelIs
from triage.model import Kind, Pathway

CountedConditions = tuple[Condition, ...]


@dataclass(frozen=True, eq=False)
class Never(EngineCondition):
    """What is left of a term when its only option is taken away."""

    def holds(self, facts: Facts) -> bool:
        return False

    def english(self) -> str:
        return "never"

    def expression(self) -> str:
        return "never"


NEVER = Never()


@dataclass(frozen=True)
class Mutant:
    """`holder.field` is replaced by `value`. `owner` and `change` name it, stable over rewordings."""

    owner: str
    change: str
    holder: Any
    field: str
    value: Any

    @contextmanager
    def applied(self) -> Iterator[None]:
        """The content with this change, for as long as the block runs."""
        before = getattr(self.holder, self.field)
        object.__setattr__(self.holder, self.field, self.value)
        try:
            yield
        finally:
            object.__setattr__(self.holder, self.field, before)

    def __str__(self) -> str:
        return f"{self.owner}: {self.change}"


def condition_mutants(pathway: Pathway) -> list[Mutant]:
    """Every mutant that changes a condition or a count. A name that comes again gets a number."""
    seen: Counter[str] = Counter()
    named = []
    for mutant in _condition_mutants(pathway):
        seen[str(mutant)] += 1
        times = seen[str(mutant)]
        named.append(mutant if times == 1 else replace(mutant, change=f"{mutant.change} ({times})"))
    return named


def _condition_mutants(pathway: Pathway) -> Iterator[Mutant]:
    for rule in pathway.rules:
        yield Mutant(f"rule {rule.id}", "drop the rule", rule, "when", NEVER)
    for owner, holder, name in _holders(pathway):
        for change, condition in _variants(getattr(holder, name)):
            yield Mutant(owner, change, holder, name, condition)
    for count in counts_of(pathway):
        for change, conditions in _count_variants(count):
            yield Mutant(f"count {count.name}", change, count, "conditions", conditions)


def facts_of(pathway: Pathway) -> list[Fact]:
    """Every fact that some condition reads."""
    found = {id(n): n for c in conditions_of(pathway) for n in nodes(c) if isinstance(n, Fact)}
    return list(found.values())


def counts_of(pathway: Pathway) -> list[Count]:
    """Every count that some condition reads."""
    found = {
        id(n.count): n.count for c in conditions_of(pathway) for n in nodes(c) if isinstance(n, CountAtLeast)
    }
    return list(found.values())


def _holders(pathway: Pathway) -> Iterator[tuple[str, Any, str]]:
    """Everything that holds a condition: a name for it, the object and its field."""
    yield from ((f"rule {rule.id}", rule, "when") for rule in pathway.rules)
    yield from ((f"fact {fact.name}", fact, "condition") for fact in facts_of(pathway))
    yield from ((f"flag {number} {flag.id}", flag, "when") for number, flag in enumerate(pathway.flags, 1))
    yield from ((f"panel {panel.id}", panel, "when") for panel in pathway.panels)
    yield from ((f"differential {row.id}", row, "when") for row in pathway.differential)
    yield from ((f"pattern {number}", row, "when") for number, row in enumerate(pathway.patterns, 1))
    yield from ((f"points {row.when.expression()}", row, "when") for row in pathway.points)
    for question in pathway.questions:
        yield f"shown {question.key}", question, "shown_when"
        for option in question.options:
            yield f"offered {question.key}.{option.key}", option, "offered_when"


def _variants(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Each small change to one condition. Facts and counts are changed in their own place."""
    if isinstance(condition, AllOf | AnyOf):
        other = AnyOf if isinstance(condition, AllOf) else AllOf
        yield f"swap and/or: {condition.expression()}", other(condition.conditions)
        for number, part in enumerate(condition.conditions):
            for change, variant in _variants(part):
                changed = (*condition.conditions[:number], variant, *condition.conditions[number + 1 :])
                yield change, replace(condition, conditions=changed)
    elif isinstance(condition, Not):
        yield f"drop the negation: {condition.expression()}", condition.condition
        for change, variant in _variants(condition.condition):
            yield change, Not(variant)
    else:
        yield from _term_variants(condition)


def _term_variants(condition: Condition) -> Iterator[tuple[str, Condition]]:
    said = condition.expression()
    if isinstance(condition, Is | Has | Only):
        for option in condition.question.in_order(condition.options):
            less = condition.options - {option}
            yield f"remove {option}: {said}", replace(condition, options=less) if less else NEVER
    elif isinstance(condition, AtLeast | Below):
        for step in (-1, 1, -0.1, 0.1) if condition.question.kind is Kind.DECIMAL else (-1, 1):
            yield f"{step:+g}: {said}", replace(condition, bound=round(condition.bound + step, 1))
    elif isinstance(condition, CountAtLeast):
        for step in (-1, 1):
            yield f"{step:+d}: {said}", replace(condition, number=condition.number + step)
    elif isinstance(condition, EngineCondition):
        yield from _engine_variants(condition)


def _engine_variants(condition: EngineCondition) -> Iterator[tuple[str, Condition]]:
    if isinstance(condition, Fired):
        for rule in condition.rule_ids:
            others = tuple(other for other in condition.rule_ids if other != rule)
            yield f"remove {rule}", replace(condition, rule_ids=others)
    elif isinstance(condition, LevelIs):
        for level in sorted(condition.levels):
            yield f"remove {level.name}", replace(condition, levels=condition.levels - {level})
    elif condition is not ALWAYS:
        yield f"never: {condition.expression()}", NEVER


def _count_variants(count: Count) -> Iterator[tuple[str, CountedConditions]]:
    for number, counted in enumerate(count.conditions):
        rest = count.conditions[:number], count.conditions[number + 1 :]
        yield f"do not count {counted.expression()}", (*rest[0], *rest[1])
        for change, variant in _variants(counted):
            if variant is not NEVER:
                yield change, (*rest[0], variant, *rest[1])
