"""Answers that make two conditions differ, or the proof that none do.

A search over answers: conditions are looked at while most questions are still open, and only what
decides is chosen, one question or option at a time, the baseline's answer first. With `furthest` the
search gives up beyond so many changes to the baseline; without it, an empty answer is a proof.
The form is a finished one, and lists of choices are never empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any

from tests.triage.mutants import NEVER, Never
from triage.checks import nodes
from triage.conditions import (
    AllOf,
    Answer,
    Answered,
    AnyOf,
    AtLeast,
    Below,
    Condition,
    CountAtLeast,
    Fact,
    Has,
    Is,
    Not,
    Only,
)
from triage.engine_conditions import ALWAYS, Always, Fired, Incomplete, LevelIs, NothingFired, TransportIs
from triage.examples import parse_answers
from triage.model import Choice, Kind, Level, Pathway, Question

MISSING = None
FURTHEST = 5
STEPS_NEARBY = 3_000


class TooLongError(Exception):
    """The search took more steps than it was given."""


@dataclass(frozen=True)
class Open:
    """Not decided yet: it hangs on this question (and option, of a list of choices)."""

    key: str
    option: str = ""


Seen = bool | Open
Chosen = dict[Open, Any]


@dataclass
class Search:
    """One search. `goal` pairs two conditions that must come out differently."""

    pathway: Pathway
    goal: tuple[Condition, Condition]
    natural: bool = True
    steps: int = 20_000
    supposing: Condition = ALWAYS

    def __post_init__(self) -> None:
        self.baseline = parse_answers(self.pathway, self.pathway.baseline)
        self.chosen: Chosen = {}
        self.remembered: dict[int, Seen] = {}
        self.gave_up = False
        self.relevant = list(self._relevant((*self.goal, self.supposing)))
        self.reads_blanks = any(isinstance(node, Answered | Incomplete) for node in self.relevant)
        self.looks: dict[type[Condition], Callable[[Any], Seen]] = {
            Is: self._is,
            Has: lambda c: self._any(
                self._member(c.question, option) for option in c.question.in_order(c.options)
            ),
            Only: self._only,
            AtLeast: lambda c: self._number(c.question, lambda value: value >= c.bound),
            Below: lambda c: self._number(c.question, lambda value: value < c.bound),
            Answered: lambda c: self._number(c.question, lambda value: True),
            AllOf: lambda c: self._all(map(self.see, c.conditions)),
            AnyOf: lambda c: self._any(map(self.see, c.conditions)),
            Not: lambda c: self._not(self.see(c.condition)),
            Fact: lambda c: self.see(c.condition),
            CountAtLeast: self._count,
            Always: lambda c: True,
            Never: lambda c: False,
            Incomplete: self._incomplete,
            Fired: lambda c: self._any(self._fires(c.rule_ids)),
            NothingFired: self._nothing_fired,
            TransportIs: self._transport,
            LevelIs: self._level,
        }

    def find(self, furthest: int | None = None) -> dict[str, Answer] | None:
        """Changes to the baseline that make the two conditions differ; None when there are none."""
        for found in self._search(furthest):
            return found
        return None

    def _search(self, left: int | None) -> Iterator[dict[str, Answer]]:
        self.steps -= 1
        if self.steps < 0:
            raise TooLongError
        self.remembered = {}
        differ = self._all((self.see(self.supposing), self._apart(*self.goal)))
        if differ is False:
            return
        if differ is True:
            changes = self._changes()
            if changes is not None:
                yield changes
            return
        for value, cost in self._values(differ):
            if left is not None and cost > left:
                self.gave_up = True
                continue
            self.chosen[differ] = value
            yield from self._search(None if left is None else left - cost)
            del self.chosen[differ]

    def _apart(self, one: Condition, two: Condition) -> Seen:
        """Whether two conditions come out differently. What they share must let the difference through."""
        if one is two:
            return False
        if isinstance(one, Fired) and isinstance(two, Fired):
            shared = set(one.rule_ids) & set(two.rule_ids)
            own = [rule for rule in (*one.rule_ids, *two.rule_ids) if rule not in shared]
            return self._all((self._any(self._fires(own)), self._not(self._any(self._fires(shared)))))
        if type(one) is type(two) and isinstance(one, Not | Fact) and isinstance(two, Not | Fact):
            return self._apart(one.condition, two.condition)
        if type(one) is type(two) and isinstance(one, AllOf | AnyOf) and len(one.parts()) == len(two.parts()):
            pairs = list(zip(one.parts(), two.parts(), strict=True))
            changed = [pair for pair in pairs if pair[0] is not pair[1]]
            if len(changed) == 1:
                shared_parts = (self.see(left) for left, right in pairs if left is right)
                through = shared_parts if isinstance(one, AllOf) else map(self._not, shared_parts)
                return self._all(chain((self._apart(*changed[0]),), through))
        return self._unequal(self.see(one), self.see(two))

    def _fires(self, rule_ids: Iterable[str]) -> Iterator[Seen]:
        return (self.see(self.pathway.rules_by_id[rule].when) for rule in rule_ids)

    @staticmethod
    def _unequal(one: Seen, two: Seen) -> Seen:
        if isinstance(one, Open):
            return one
        if isinstance(two, Open):
            return two
        return one is not two

    # --- what is known of a condition so far ---

    def see(self, condition: Condition) -> Seen:
        """Whether a condition holds, as far as the answers chosen so far decide it."""
        known = self.remembered.get(id(condition))
        if known is None:
            known = self.remembered[id(condition)] = self.looks[type(condition)](condition)
        return known

    @staticmethod
    def _all(parts: Iterable[Seen]) -> Seen:
        waiting: Seen = True
        for part in parts:
            if part is False:
                return False
            if isinstance(part, Open) and waiting is True:
                waiting = part
        return waiting

    @staticmethod
    def _any(parts: Iterable[Seen]) -> Seen:
        waiting: Seen = False
        for part in parts:
            if part is True:
                return True
            if isinstance(part, Open) and waiting is False:
                waiting = part
        return waiting

    @staticmethod
    def _not(part: Seen) -> Seen:
        return part if isinstance(part, Open) else not part

    def _count(self, condition: CountAtLeast) -> Seen:
        seen = [self.see(part) for part in condition.count.conditions]
        certain = sum(part is True for part in seen)
        waiting = [part for part in seen if isinstance(part, Open)]
        if certain >= condition.number:
            return True
        return waiting[0] if certain + len(waiting) >= condition.number else False

    def _answer(self, question: Question) -> Any:
        """The answer as it counts, MISSING, or Open."""
        shown = self.see(question.shown_when)
        if shown is not True:
            return shown or MISSING
        place = Open(question.key)
        if place not in self.chosen:
            return place
        value = self.chosen[place]
        if value is MISSING and question.blank_counts_as:
            return int(question.blank_counts_as) if question.kind is Kind.WHOLE else question.blank_counts_as
        if question.kind is Kind.SINGLE and value is not MISSING:
            choice = question.by_key[value]
            offered = True if choice.else_counts_as == "" else self.see(choice.offered_when)
            if offered is not True:
                return offered or choice.else_counts_as
        return value

    def _is(self, condition: Is) -> Seen:
        answer = self._answer(condition.question)
        return answer if isinstance(answer, Open) else answer in condition.options

    def _number(self, question: Question, meets: Callable[[Any], bool]) -> Seen:
        answer = self._answer(question)
        return answer if isinstance(answer, Open) else answer is not MISSING and meets(answer)

    def _member(self, question: Question, option: str) -> Seen:
        shown = self.see(question.shown_when)
        if shown is not True:
            return shown
        choices = [(question.by_key[option], True)]
        choices += [(choice, False) for choice in question.options if choice.else_counts_as == option]
        return self._any(self._chosen(question, choice, offered=offered) for choice, offered in choices)

    def _chosen(self, question: Question, choice: Choice, *, offered: bool) -> Seen:
        """Whether a choice was made and counts as itself (`offered`), or was made and counts as another."""
        place = Open(question.key, choice.key)
        if place not in self.chosen:
            return place
        if not self.chosen[place]:
            return False
        if choice.else_counts_as == "":
            return offered
        seen = self.see(choice.offered_when)
        return seen if isinstance(seen, Open) else seen is offered

    def _only(self, condition: Only) -> Seen:
        question = condition.question
        outside = self._any(
            self._member(question, option.key)
            for option in question.options
            if option.key not in condition.options
        )
        inside = self._any(self._member(question, option) for option in question.in_order(condition.options))
        return self._all((self._not(outside), inside))

    # --- what the engine knows ---

    def _incomplete(self, condition: Incomplete) -> Seen:
        return self._any(
            self._blank(question)
            for question in self.pathway.questions
            if question.core and question.kind is not Kind.MULTI
        )

    def _blank(self, question: Question) -> Seen:
        shown = self.see(question.shown_when)
        if shown is not True:
            return shown
        place = Open(question.key)
        return self.chosen[place] is MISSING if place in self.chosen else place

    def _nothing_fired(self, condition: NothingFired) -> Seen:
        others = [rule.when for rule in self.pathway.rules if not rule.finished_only]
        return self._not(self._any(map(self.see, others)))

    def _transport(self, condition: TransportIs) -> Seen:
        rules = [rule.when for rule in self.pathway.rules if rule.transport is condition.transport]
        return self._any(map(self.see, rules))

    def _level(self, condition: LevelIs) -> Seen:
        return self._any(self._level_is(level) for level in sorted(condition.levels))

    def _level_is(self, level: Level) -> Seen:
        higher = [rule.when for rule in self.pathway.rules if rule.level > level]
        same = [rule.when for rule in self.pathway.rules if rule.level is level]
        return self._all((self._not(self._any(map(self.see, higher))), self._any(map(self.see, same))))

    # --- what may be answered ---

    def _relevant(self, goal: Iterable[Condition]) -> Iterator[Condition]:
        """Every condition that the goal hangs on, through visibility and through rules."""
        waiting, done = list(goal), set()
        while waiting:
            for node in nodes(waiting.pop()):
                if id(node) in done:
                    continue
                done.add(id(node))
                yield node
                if isinstance(node, Fired | NothingFired | LevelIs | TransportIs):
                    waiting += [rule.when for rule in self.pathway.rules]
                for key in () if node.parts() else node.questions():
                    question = self.pathway.by_key[key]
                    waiting += [question.shown_when, *(option.offered_when for option in question.options)]

    def _values(self, place: Open) -> Iterator[tuple[Any, int]]:
        """Answers worth trying, the baseline's first, with what they cost."""
        question = self.pathway.by_key[place.key]
        usual = self.baseline.get(place.key, MISSING)
        if place.option:
            assert isinstance(usual, frozenset | None)
            yield from self._memberships(question, place.option, usual or frozenset())
            return
        values = [usual]
        if question.kind is Kind.SINGLE:
            values += self._options(question)
        elif question.kind is Kind.TEXT:
            values += ["swim again"]
        else:
            values += self._bounds(question)
        if self.reads_blanks:
            values += [MISSING]
        for number, value in enumerate(dict.fromkeys(values)):
            yield value, int(number > 0)

    def _options(self, question: Question) -> list[str]:
        read = [node.options for node in self.relevant if isinstance(node, Is) and node.question is question]
        mentioned = question.in_order(frozenset().union(*read))
        others = [option.key for option in question.options if option.key not in mentioned]
        moved = [option.key for option in question.options if option.else_counts_as != ""]
        return mentioned + others[:1] + moved

    def _bounds(self, question: Question) -> list[float]:
        bounds = {n.bound for n in self.relevant if isinstance(n, AtLeast | Below) and n.question is question}
        step = 0.1 if question.kind is Kind.DECIMAL else 1
        around = sorted({round(bound + shift, 1) for bound in bounds for shift in (-step, 0, step)})
        low, high = question.minimum, question.maximum
        if question is self.pathway.age:
            low, high = max(low, self.pathway.youngest), min(high, self.pathway.oldest)
        whole = question.kind is Kind.WHOLE
        return [int(number) if whole else number for number in around if low <= number <= high]

    def _memberships(
        self, question: Question, option: str, usual: frozenset[str]
    ) -> Iterator[tuple[bool, int]]:
        alone = {"none", "nothing"}
        chosen = {place.option for place, value in self.chosen.items() if place.key == question.key and value}
        may_be_in = not self.natural or not chosen or (option not in alone and not chosen & alone)
        first = option in usual and may_be_in
        for value in (first, not first):
            if value and not may_be_in:
                continue
            left = {o.key for o in question.options} - {option} - self._ruled_out(question)
            if not value and not chosen and not left:
                continue  # a list of choices is never empty here
            yield value, int(value and option not in usual)

    def _ruled_out(self, question: Question) -> set[str]:
        return {
            place.option for place, value in self.chosen.items() if place.key == question.key and not value
        }

    def _changes(self) -> dict[str, Answer] | None:
        """What was chosen, as changes to the baseline. None when a list of choices would be empty."""
        changes: dict[str, Answer] = {}
        for question in self.pathway.questions:
            if Open(question.key) in self.chosen:
                value = self.chosen[Open(question.key)]
                if value != self.baseline.get(question.key, MISSING):
                    changes[question.key] = "" if value is MISSING else value
            elif any(place.key == question.key for place in self.chosen):
                answer = self._list_of(question)
                if not answer and not question.required:
                    continue  # optional, and nothing was chosen: left unanswered
                if not answer:
                    return None
                if answer != self.baseline.get(question.key):
                    changes[question.key] = answer
        return changes

    def _list_of(self, question: Question) -> frozenset[str]:
        chosen = {place.option for place, value in self.chosen.items() if place.key == question.key and value}
        if chosen:
            return frozenset(chosen)
        usual = self.baseline.get(question.key)
        if usual is None and not question.required:
            return frozenset()
        out = self._ruled_out(question)
        fillers = [
            *(usual if isinstance(usual, frozenset) else ()),
            *(o.key for o in reversed(question.options)),
        ]
        return frozenset([option for option in fillers if option not in out][:1])


def difference(pathway: Pathway, one: Condition, two: Condition) -> dict[str, Answer] | None:
    """The smallest changes to the baseline that make two conditions differ. None: proved that none do.

    Raises TooLongError when it can neither be found nor be proved within the steps of a search.
    """
    with suppress(TooLongError):
        for limit in range(FURTHEST + 1):
            search = Search(pathway, (one, two), steps=STEPS_NEARBY)
            found = search.find(limit)
            if found is not None:
                return found
            if not search.gave_up:
                break
    return any_difference(pathway, one, two)


def any_difference(pathway: Pathway, one: Condition, two: Condition) -> dict[str, Answer] | None:
    """Any answers that make two conditions differ. None: proved that none do. Raises TooLongError."""
    for supposing in _ways_to_differ(one, two):
        found = Search(pathway, (one, two), natural=False, supposing=supposing).find()
        if found is not None:
            return found
    return None


def _ways_to_differ(one: Condition, two: Condition) -> list[Condition]:
    """Splits a proof over all rules: whenever these two differ, one of the conditions returned holds.

    * Of a conjunction against never: it holds, so one conjunct of what it negates does not.
    * Of a count that may not reach 1 against one that may not reach 2: it is 1, so something is counted.
    """
    if not isinstance(one, AllOf):
        return [ALWAYS]
    others = two.parts() if isinstance(two, AllOf) else ()
    for number, part in enumerate(one.parts()):
        if not isinstance(part, Not):
            continue
        negated = part.condition
        if isinstance(negated, Fact) and NEVER in (two, *others):
            return [Not(conjunct) for conjunct in negated.condition.parts()]
        other = others[number] if number < len(others) else None
        if _bound(negated) == 1 and isinstance(other, Not) and _bound(other.condition) == 2:
            assert isinstance(negated, CountAtLeast)
            return list(negated.count.conditions)
    return [ALWAYS]


def _bound(condition: Condition) -> int | None:
    return condition.number if isinstance(condition, CountAtLeast) else None
