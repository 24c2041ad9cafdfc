"""Which committed example breaks a mutant, and if none does, which example would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Any

from tests.triage.cases import Case, rule_cases, whole_cases
from tests.triage.mutants import Mutant
from tests.triage.solver import TooLongError, any_difference, difference
from tests.triage.specification import ADULT, PEDIATRIC
from triage.checks import nodes
from triage.conditions import AllOf, Answer, AnyOf, Condition, Count, CountAtLeast, Fact, Facts, Not
from triage.engine import evaluate
from triage.model import Choice, Consideration, Flag, Panel, Pathway, Pattern, Points, Question, Rule
from triage.pathways import PATHWAYS

Holder = Any
# Facts that the specifications name: they are part of every result.
SPECIFIED = {
    "adult": {name for name, _ in ADULT["derived"]},
    "pediatric": {name for name, _ in PEDIATRIC["facts"]},
}


def killing_case(pathway: Pathway, mutant: Mutant) -> Case | None:
    """The first committed example that a mutant gets wrong; None when all of them let it live."""
    observed = [(holder, _cases(pathway, mutant, holder)) for holder in _observed(pathway, mutant.holder)]
    with mutant.applied():
        for holder, cases in observed:
            for case in cases:
                if not _agrees(pathway, holder, case):
                    return case
    return None


def missing_example(pathway: Pathway, mutant: Mutant) -> tuple[Holder, dict[str, Answer]] | None:
    """An example that would kill a mutant: what it is about, and the changes to the baseline.

    None: proved that no answers tell them apart. Raises TooLongError when neither is found.
    """
    unproved: TooLongError | None = None
    for holder, original, mutated in _seen_through(pathway, mutant):
        try:
            changes = difference(pathway, original, mutated)
        except TooLongError as error:
            unproved = error
            continue
        if changes is not None:
            return holder, changes
    if unproved is not None:
        raise unproved
    return None


def proved_equivalent(pathway: Pathway, mutant: Mutant) -> bool:
    """Whether it is proved, over all answers, that a mutant changes nothing that anyone sees."""
    seen = _seen_through(pathway, mutant)
    return all(any_difference(pathway, original, mutated) is None for _, original, mutated in seen)


def _seen_through(pathway: Pathway, mutant: Mutant) -> list[tuple[Holder, Condition, Condition]]:
    """Where a mutant could be seen: each condition as it is and as it reads with the mutant."""
    itself = mutant.holder
    if isinstance(itself, Fact):
        with suppress(TooLongError):
            if any_difference(pathway, itself.condition, mutant.value) is None:
                return []
    holders = sorted(_observed(pathway, itself), key=_order)
    return [(holder, _condition(holder), _with(_condition(holder), mutant)) for holder in holders]


def _order(holder: Holder) -> tuple[bool, bool, int]:
    """Rules before what only staff see, the simple before the complex, a fact by itself last."""
    return isinstance(holder, Fact), not isinstance(holder, Rule), len(list(nodes(_condition(holder))))


def _condition(holder: Holder) -> Condition:
    if isinstance(holder, Fact):
        return holder
    if isinstance(holder, Question):
        return holder.shown_when
    condition: Condition = holder.offered_when if isinstance(holder, Choice) else holder.when
    return condition


@cache
def _readers(pathway_name: str) -> dict[int, list[Holder]]:
    """By fact or count: everything observed that reads it."""
    pathway = PATHWAYS[pathway_name]
    readers: dict[int, list[Holder]] = {}
    rows = (
        pathway.rules,
        pathway.panels,
        pathway.differential,
        pathway.flags,
        pathway.points,
        pathway.patterns,
    )
    for holder in (holder for row in rows for holder in row):
        parts = {
            id(node.count if isinstance(node, CountAtLeast) else node) for node in nodes(_condition(holder))
        }
        for part in parts:
            readers.setdefault(part, []).append(holder)
    return readers


def _observed(pathway: Pathway, holder: Holder) -> list[Holder]:
    if not isinstance(holder, Fact | Count):
        return [holder]
    itself = [holder] if isinstance(holder, Fact) and holder.name in SPECIFIED[pathway.name] else []
    return _readers(pathway.name).get(id(holder), []) + itself


def _cases(pathway: Pathway, mutant: Mutant, holder: Holder) -> list[Case]:
    """A rule must be pinned by its own examples. What rules share may be pinned by all of them."""
    if isinstance(mutant.holder, Rule):
        return rule_cases(pathway.name, mutant.holder.id)
    whole = whole_cases(pathway.name)
    return rule_cases(pathway.name, holder.id) + whole if isinstance(holder, Rule) else whole


def _agrees(pathway: Pathway, holder: Holder, case: Case) -> bool:
    """Whether the content as it is now says of a case what the case expects, as far as `holder` goes."""
    if isinstance(holder, Rule):
        fires = case.fires if case.rule else holder.id in case.expected.rules
        return holder.when.holds(case.facts(before=holder.id)) is fires
    if isinstance(holder, Panel):
        return holder.when.holds(case.facts()) is (holder.id in case.expected.panels)
    if isinstance(holder, Consideration):
        return holder.when.holds(case.facts()) is (holder.id in case.expected.differential)
    if isinstance(holder, Fact):
        return holder.condition.holds(case.facts()) is case.specified_fact(holder.name)
    if isinstance(holder, Pattern):
        return holder.when.holds(case.facts()) is (holder.name in case.expected.patterns)
    result = evaluate(pathway, case.answers)
    if isinstance(holder, Flag):
        return [(flag.id, flag.hours) for flag in result.flags] == case.expected.flags
    if isinstance(holder, Points):
        return result.score == case.expected.score
    if isinstance(holder, Question):
        return set(result.shown) == set(case.shown)
    assert isinstance(holder, Choice)
    offered = holder.offered_when.holds(Facts(result.answers))
    return offered is (holder.key not in {option for _, option in case.not_offered})


def _with(condition: Condition, mutant: Mutant) -> Condition:
    """A condition as it reads with the mutant."""
    holder = mutant.holder
    if isinstance(holder, Fact | Count):
        return _substituted(condition, holder, replace(holder, **{mutant.field: mutant.value}))
    mutated: Condition = mutant.value
    return mutated


def _substituted(condition: Condition, old: Fact | Count, new: Fact | Count) -> Condition:
    """A condition with a fact or count exchanged; what does not read it stays the same object."""
    if condition is old:
        assert isinstance(new, Fact)
        return new
    if old not in {node.count if isinstance(node, CountAtLeast) else node for node in nodes(condition)}:
        return condition
    if isinstance(condition, AllOf | AnyOf):
        return replace(condition, conditions=tuple(_each(condition.conditions, old, new)))
    if isinstance(condition, Not | Fact):
        return replace(condition, condition=_substituted(condition.condition, old, new))
    if isinstance(condition, CountAtLeast):
        if condition.count is old:
            assert isinstance(new, Count)
            return replace(condition, count=new)
        counted = tuple(_each(condition.count.conditions, old, new))
        return replace(condition, count=replace(condition.count, conditions=counted))
    return condition


def _each(conditions: tuple[Condition, ...], old: Fact | Count, new: Fact | Count) -> Iterator[Condition]:
    return (_substituted(part, old, new) for part in conditions)
