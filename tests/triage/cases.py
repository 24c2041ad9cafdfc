"""The committed examples that the content must agree with, and that every mutant of it must break.

* Worked examples and probes of the specifications: the whole outcome, from the independent oracles.
* `fires` and `silent` beside each rule: whether that rule fires.
* `examples.json`: more answers, mostly for what only staff see; the whole outcome, from the oracles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

from tests.triage import oracle_adult, oracle_pediatric
from tests.triage.specification import ADULT, PEDIATRIC, Outcome, Raw, adult_answers
from triage.conditions import Answer, Facts
from triage.engine import evaluate
from triage.examples import each_of, with_changes
from triage.intake import to_json
from triage.model import Pathway, Result
from triage.pathways import PATHWAYS

EXAMPLES = Path(__file__).with_name("examples.json")


class Oracle(Protocol):
    """What an independent evaluation of a specification can say."""

    def evaluate(self, raw: Raw, *, finished: bool = True) -> Outcome: ...
    def shown(self, raw: Raw, *, finished: bool = True) -> list[str]: ...
    def fact(self, raw: Raw, name: str, *, finished: bool = True) -> bool: ...


ORACLES: dict[str, Oracle] = {"adult": oracle_adult, "pediatric": oracle_pediatric}
ABANDONED = "gate + age + sex only"


@dataclass(frozen=True)
class Case:
    """One example. `rule` and `fires`: what a rule's own example says. Without a rule: the whole outcome."""

    pathway: Pathway
    notation: str
    answers: dict[str, Answer]
    rule: str = ""
    fires: bool = False

    @cached_property
    def raw(self) -> Raw:
        """The answers as JSON values."""
        return {key: to_json(answer) for key, answer in self.answers.items()}

    @cached_property
    def expected(self) -> Outcome:
        """The specification's outcome."""
        return ORACLES[self.pathway.name].evaluate(self.raw)

    @cached_property
    def shown(self) -> list[str]:
        """Keys of the questions that the specification shows."""
        return ORACLES[self.pathway.name].shown(self.raw)

    @cached_property
    def not_offered(self) -> set[tuple[str, str]]:
        """Options that the specification does not offer here."""
        return oracle_pediatric.not_offered(self.raw) if self.pathway.name == "pediatric" else set()

    def specified_fact(self, name: str) -> bool:
        """A derived fact of the specification."""
        return ORACLES[self.pathway.name].fact(self.raw, name)

    @cached_property
    def result(self) -> Result:
        """What the engine says, of the content as it is."""
        return evaluate(self.pathway, self.answers)

    def facts(self, before: str = "") -> Facts:
        """What conditions look at, once the rules have run (`before`: only those ahead of this one)."""
        result = self.result
        order = list(self.pathway.rules_by_id)
        until = order.index(before) if before else len(order)
        rules = [finding.rule for finding in result.findings if order.index(finding.rule.id) < until]
        return Facts(
            answers=result.answers,
            incomplete="ADULT-VIR-99" in result.rule_ids,
            fired={rule.id for rule in rules},
            transports={rule.transport for rule in rules if rule.transport},
            level=result.level,
        )


def _worked(name: str) -> Iterator[str]:
    if name == "adult":
        rows = [*ADULT["examples"], *ADULT["probes"]]
        for text in (row["answers"] for row in rows if row["answers"] not in (ABANDONED, "none")):
            yield "; ".join(f"{key}={_noted(value)}" for key, value in adult_answers(text).items())
    else:
        yield from (row["answers"] for row in PEDIATRIC["examples"])
    yield ""


def _noted(value: Any) -> str:
    return "+".join(value) if isinstance(value, list) else str(value)


def new_case(pathway: Pathway, notation: str, rule: str = "", fires: bool = False) -> Case:
    """A case. Evaluated at once: later the content may be a mutant's."""
    case = Case(pathway, notation, with_changes(pathway, notation), rule, fires)
    assert case.result
    return case


@cache
def whole_cases(name: str) -> list[Case]:
    """Worked examples, probes and `examples.json`: the whole outcome is known."""
    more = json.loads(EXAMPLES.read_text(encoding="utf-8"))[name]
    notations = dict.fromkeys([*_worked(name), *(one for notation in more for one in each_of(notation))])
    return [new_case(PATHWAYS[name], notation) for notation in notations]


@cache
def rule_cases(name: str, rule_id: str) -> list[Case]:
    """The examples beside a rule."""
    pathway = PATHWAYS[name]
    rule = pathway.rules_by_id[rule_id]
    return [
        new_case(pathway, one, rule_id, fires)
        for notations, fires in ((rule.fires, True), (rule.silent, False))
        for notation in notations
        for one in each_of(notation)
    ]
