"""A closed vocabulary of conditions over answers.

A condition is data. It can

* decide (`holds`): two-valued, exactly as the clinical specifications define it: a term about a
  question without an answer is false, and `Not` turns that into true;
* say what is known (`truth`): three-valued (yes / no / unknown). "Not sure", a declined answer and
  a missing answer are unknown, never no. `truth` is what a clinician is shown; `holds` is what fires;
* name the questions it reads (`questions`);
* print itself, in English (`english`) and with the specification's keys (`expression`).

Rule files combine conditions with `&`, `|` and `~` and nothing else.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.model import Level, Question, Transport

Answer = str | int | float | frozenset[str]
Answers = Mapping[str, Answer]


class Truth(Enum):
    """What the answers say about a condition (Kleene's three values)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


INVERSE = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}


@dataclass
class Facts:
    """One assessment while it is being evaluated.

    `answers` holds shown questions only. `fired`, `transports` and `level` grow as the engine goes.
    """

    answers: Answers
    incomplete: bool = False
    fired: set[str] = field(default_factory=set)
    transports: set[Transport] = field(default_factory=set)
    level: Level | None = None
    known: dict[str, bool] = field(default_factory=dict)


class Condition(ABC):
    """Base of every condition. See the module docstring for the four things it can do."""

    @abstractmethod
    def holds(self, facts: Facts) -> bool:
        """Whether the condition is met, as the specification decides it."""

    @abstractmethod
    def truth(self, facts: Facts) -> Truth:
        """What the answers say: yes, no or unknown."""

    @abstractmethod
    def english(self) -> str:
        """The condition in plain English, for staff and for docs/rules.md."""

    @abstractmethod
    def expression(self) -> str:
        """The condition with question and option keys, as in the specification."""

    def parts(self) -> tuple[Condition, ...]:
        """The conditions this one is made of."""
        return ()

    def questions(self) -> frozenset[str]:
        """Keys of all questions the condition reads."""
        return frozenset().union(*(part.questions() for part in self.parts()))

    def because(self, facts: Facts) -> frozenset[str]:
        """Keys of the questions whose answers make the condition hold; none while it does not hold."""
        if not self.holds(facts):
            return frozenset()
        return frozenset().union(*(part.because(facts) for part in self.parts()))

    def __and__(self, other: Condition) -> AllOf:
        return AllOf((*_flat(AllOf, self), *_flat(AllOf, other)))

    def __or__(self, other: Condition) -> AnyOf:
        return AnyOf((*_flat(AnyOf, self), *_flat(AnyOf, other)))

    def __invert__(self) -> Not:
        return Not(self)


def _flat(kind: type[AllOf] | type[AnyOf], condition: Condition) -> tuple[Condition, ...]:
    return condition.parts() if type(condition) is kind else (condition,)


# --- terms about one question ---------------------------------------------------------------------


class Term(Condition):
    """A condition about the answer to one question."""

    question: Question

    def questions(self) -> frozenset[str]:
        return frozenset({self.question.key})

    def because(self, facts: Facts) -> frozenset[str]:
        return self.questions() if self.holds(facts) else frozenset()

    def holds(self, facts: Facts) -> bool:
        answer = facts.answers.get(self.question.key)
        return answer is not None and self.matches(answer)

    def truth(self, facts: Facts) -> Truth:
        answer = facts.answers.get(self.question.key)
        if answer is None:
            return Truth.UNKNOWN
        if self.matches(answer):
            return Truth.YES
        return Truth.UNKNOWN if self.question.is_unsure(answer) else Truth.NO

    @abstractmethod
    def matches(self, answer: Answer) -> bool:
        """Whether a given answer meets the term."""


@dataclass(frozen=True, eq=False)
class Is(Term):
    """A single-choice answer is one of `options`."""

    question: Question
    options: frozenset[str]

    def matches(self, answer: Answer) -> bool:
        return answer in self.options

    def english(self) -> str:
        return f"{self.question.short} is {self.question.name_options(self.options)}"

    def expression(self) -> str:
        if len(self.options) == 1:
            return f"{self.question.key} = {next(iter(self.options))}"
        return f"{self.question.key} in {{{', '.join(self.question.in_order(self.options))}}}"


@dataclass(frozen=True, eq=False)
class Has(Term):
    """A multiple-choice answer contains at least one of `options`."""

    question: Question
    options: frozenset[str]

    def matches(self, answer: Answer) -> bool:
        return isinstance(answer, frozenset) and not self.options.isdisjoint(answer)

    def english(self) -> str:
        return f"{self.question.short} includes {self.question.name_options(self.options)}"

    def expression(self) -> str:
        if len(self.options) == 1:
            return f"{self.question.key} has {next(iter(self.options))}"
        return f"{self.question.key} has_any {{{', '.join(self.question.in_order(self.options))}}}"


@dataclass(frozen=True, eq=False)
class Only(Term):
    """A multiple-choice answer is not empty and holds nothing outside `options`."""

    question: Question
    options: frozenset[str]

    def matches(self, answer: Answer) -> bool:
        return isinstance(answer, frozenset) and bool(answer) and answer <= self.options

    def english(self) -> str:
        return f"{self.question.short} is only {self.question.name_options(self.options)}"

    def expression(self) -> str:
        return f"{self.question.key} only {{{', '.join(self.question.in_order(self.options))}}}"


@dataclass(frozen=True, eq=False)
class AtLeast(Term):
    """A number is `bound` or more."""

    question: Question
    bound: float

    def matches(self, answer: Answer) -> bool:
        return isinstance(answer, int | float) and answer >= self.bound

    def english(self) -> str:
        return f"{self.question.short} is {self.bound:g} or more"

    def expression(self) -> str:
        return f"{self.question.key} >= {self.bound:g}"


@dataclass(frozen=True, eq=False)
class Below(Term):
    """A number is under `bound`."""

    question: Question
    bound: float

    def matches(self, answer: Answer) -> bool:
        return isinstance(answer, int | float) and answer < self.bound

    def english(self) -> str:
        return f"{self.question.short} is under {self.bound:g}"

    def expression(self) -> str:
        return f"{self.question.key} < {self.bound:g}"


@dataclass(frozen=True, eq=False)
class Answered(Term):
    """The question has an answer, whatever it is."""

    question: Question

    def matches(self, answer: Answer) -> bool:
        return True

    def english(self) -> str:
        return f"{self.question.short} is answered"

    def expression(self) -> str:
        return f"{self.question.key} answered"


# --- combinations ---------------------------------------------------------------------------------


def _wrapped(condition: Condition, text: str) -> str:
    return f"({text})" if isinstance(condition, AllOf | AnyOf) else text


@dataclass(frozen=True, eq=False)
class AllOf(Condition):
    """Every part holds."""

    conditions: tuple[Condition, ...]

    def parts(self) -> tuple[Condition, ...]:
        return self.conditions

    def holds(self, facts: Facts) -> bool:
        return all(part.holds(facts) for part in self.conditions)

    def truth(self, facts: Facts) -> Truth:
        truths = {part.truth(facts) for part in self.conditions}
        if Truth.NO in truths:
            return Truth.NO
        return Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.YES

    def english(self) -> str:
        return " and ".join(_wrapped(part, part.english()) for part in self.conditions)

    def expression(self) -> str:
        return " AND ".join(_wrapped(part, part.expression()) for part in self.conditions)


@dataclass(frozen=True, eq=False)
class AnyOf(Condition):
    """At least one part holds."""

    conditions: tuple[Condition, ...]

    def parts(self) -> tuple[Condition, ...]:
        return self.conditions

    def holds(self, facts: Facts) -> bool:
        return any(part.holds(facts) for part in self.conditions)

    def truth(self, facts: Facts) -> Truth:
        truths = {part.truth(facts) for part in self.conditions}
        if Truth.YES in truths:
            return Truth.YES
        return Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.NO

    def english(self) -> str:
        return " or ".join(_wrapped(part, part.english()) for part in self.conditions)

    def expression(self) -> str:
        return " OR ".join(_wrapped(part, part.expression()) for part in self.conditions)


@dataclass(frozen=True, eq=False)
class Not(Condition):
    """The part does not hold. `holds` is true when the part has no answer; `truth` stays unknown."""

    condition: Condition

    def parts(self) -> tuple[Condition, ...]:
        return (self.condition,)

    def holds(self, facts: Facts) -> bool:
        return not self.condition.holds(facts)

    def truth(self, facts: Facts) -> Truth:
        inner = self.condition.truth(facts)
        return INVERSE[inner]

    def english(self) -> str:
        return f"not ({self.condition.english()})"

    def expression(self) -> str:
        return f"NOT ({self.condition.expression()})"


@dataclass(frozen=True, eq=False)
class Fact(Condition):
    """A named condition, the specification's "derived fact". Worked out once per assessment."""

    name: str
    condition: Condition
    title: str

    def parts(self) -> tuple[Condition, ...]:
        return (self.condition,)

    def holds(self, facts: Facts) -> bool:
        value = facts.known.get(self.name)
        if value is None:
            value = facts.known[self.name] = self.condition.holds(facts)
        return value

    def truth(self, facts: Facts) -> Truth:
        return self.condition.truth(facts)

    def english(self) -> str:
        return self.title

    def expression(self) -> str:
        return self.name


@dataclass(frozen=True, eq=False)
class Count:
    """How many of several conditions hold. Compare it with `at_least` or `exactly`."""

    name: str
    conditions: tuple[Condition, ...]
    title: str

    def value(self, facts: Facts) -> int:
        """Number of conditions that hold."""
        return sum(condition.holds(facts) for condition in self.conditions)

    def at_least(self, number: int) -> CountAtLeast:
        """The condition that `number` or more hold."""
        return CountAtLeast(self, number)

    def exactly(self, number: int) -> Condition:
        """The condition that exactly `number` hold."""
        if number == 0:
            return ~self.at_least(1)
        return self.at_least(number) & ~self.at_least(number + 1)


@dataclass(frozen=True, eq=False)
class CountAtLeast(Condition):
    """At least `number` of the counted conditions hold."""

    count: Count
    number: int

    def parts(self) -> tuple[Condition, ...]:
        return self.count.conditions

    def holds(self, facts: Facts) -> bool:
        return self.count.value(facts) >= self.number

    def truth(self, facts: Facts) -> Truth:
        truths = [condition.truth(facts) for condition in self.count.conditions]
        certain = truths.count(Truth.YES)
        if certain >= self.number:
            return Truth.YES
        possible = certain + truths.count(Truth.UNKNOWN)
        return Truth.UNKNOWN if possible >= self.number else Truth.NO

    def english(self) -> str:
        return f"{self.count.title}: {self.number} or more"

    def expression(self) -> str:
        return f"{self.count.name} >= {self.number}"
