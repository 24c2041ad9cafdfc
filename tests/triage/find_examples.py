"""Find the examples that are missing: `python -m tests.triage.find_examples [RULE-ID ...]`.

Prints, for each rule named (or all), `fires` and `silent` lines that kill the mutants no committed example
kills yet, ready to be pasted into the rule; then lines for `examples.json` about what is not a rule; then
the mutants that are proved equivalent. The smallest changes to the baseline are taken.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.triage import cases
from tests.triage.killing import killing_case, missing_example
from tests.triage.mutants import NEVER, condition_mutants
from tests.triage.solver import TooLongError, difference
from triage.conditions import Answer
from triage.examples import each_of, parse_answers
from triage.model import Pathway, Rule
from triage.pathways import PATHWAYS

Examples = defaultdict[str, list[str]]


@dataclass
class Found:
    """What is missing: by rule, for `examples.json`, what cannot be told apart, what was not decided."""

    fires: Examples = field(default_factory=lambda: defaultdict(list))
    silent: Examples = field(default_factory=lambda: defaultdict(list))
    more: list[str] = field(default_factory=list)
    equivalent: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)


def find(pathway: Pathway, wanted: set[str]) -> Found:
    """Examples for every surviving mutant; only of the rules in `wanted`, when it names any."""
    found = Found()
    rules = {rule.id: rule for rule in pathway.rules if not wanted or rule.id in wanted}
    for mutant in condition_mutants(pathway):
        if wanted and mutant.owner.removeprefix("rule ") not in wanted:
            continue
        if killing_case(pathway, mutant) is not None:
            continue
        try:
            missing = missing_example(pathway, mutant)
        except TooLongError:
            found.undecided.append(str(mutant))
            continue
        if missing is None:
            found.equivalent.append(str(mutant))
        else:
            holder, changes = missing
            _keep(pathway, holder.id if isinstance(holder, Rule) else "", notation(pathway, changes), found)
    for rule in rules.values():
        _complete(pathway, rule, found)
    return found


def _keep(pathway: Pathway, rule: str, text: str, found: Found) -> None:
    """Note an example, and count it as committed for the rest of the run."""
    if not text:  # the baseline itself: say so with the answer that matters
        key = min(pathway.rules_by_id[rule].when.questions(), key=list(pathway.by_key).index)
        text = notation(pathway, {key: parse_answers(pathway, pathway.baseline)[key]})
    case = cases.new_case(pathway, text)
    if not rule:
        found.more.append(text)
        cases.whole_cases(pathway.name).append(case)
        return
    fires = rule in case.result.rule_ids
    (found.fires if fires else found.silent)[rule].append(text)
    cases.rule_cases(pathway.name, rule).append(cases.new_case(pathway, text, rule, fires))


def _complete(pathway: Pathway, rule: Rule, found: Found) -> None:
    """At least one example of each kind."""
    if not rule.fires and not found.fires[rule.id]:
        try:
            changes = difference(pathway, rule.when, NEVER)
        except TooLongError:
            changes = None
        if changes is not None:
            _keep(pathway, rule.id, notation(pathway, changes), found)
    known = [one for text in (*rule.fires, *found.fires[rule.id]) for one in each_of(text)]
    if known and not rule.silent and not found.silent[rule.id]:
        for text in _neighbours(pathway, rule, known[0]):
            if rule.id not in cases.new_case(pathway, text).result.rule_ids:
                _keep(pathway, rule.id, text, found)
                return


def _neighbours(pathway: Pathway, rule: Rule, text: str) -> Iterable[str]:
    """A firing example with one answer a little different."""
    parts = text.split("; ")
    for index, part in enumerate(parts):
        key, _, value = part.partition("=")
        question = pathway.by_key[key]
        if key not in rule.when.questions():
            continue
        if question.options:
            usual = pathway.baseline.split(f"{key}=")[-1].split(";")[0]
            others = [option.key for option in question.options if option.key != value]
            others.sort(key=lambda other: (other == usual, other != "not_sure"))
        else:
            others = [str(int(float(value)) - 1), str(int(float(value)) + 1)]
        for other in others:
            yield "; ".join([*parts[:index], f"{key}={other}", *parts[index + 1 :]])


def notation(pathway: Pathway, changes: dict[str, Answer]) -> str:
    """Changes in the short notation of the specifications."""
    return "; ".join(f"{key}={_noted(pathway, key, answer)}" for key, answer in changes.items())


def _noted(pathway: Pathway, key: str, answer: Answer) -> str:
    if isinstance(answer, frozenset):
        return "+".join(pathway.by_key[key].in_order(answer))
    return "(blank)" if answer == "" else str(answer)


def together(examples: list[str]) -> list[str]:
    """Examples that differ in one answer only, written as one with alternatives."""
    left = [dict(part.split("=", 1) for part in text.split("; ")) for text in dict.fromkeys(examples)]
    merged = []
    while left:
        first = left.pop(0)
        best: tuple[str, list[dict[str, str]]] = ("", [])
        for key in first:
            same = [
                x for x in left if x.keys() == first.keys() and all(x[k] == first[k] for k in x if k != key)
            ]
            if len(same) > len(best[1]):
                best = (key, same)
        key, same = best
        if key:
            first = first | {key: "|".join([first[key], *(other[key] for other in same)])}
            left = [other for other in left if other not in same]
        merged.append("; ".join(f"{key}={value}" for key, value in first.items()))
    return merged


def lines(pathway: Pathway, found: Found) -> Iterator[str]:
    """What was found, ready to be pasted."""
    for rule in pathway.rules:
        if found.fires[rule.id] or found.silent[rule.id]:
            yield f"\n{rule.id}"
            for name, examples in (("fires", found.fires[rule.id]), ("silent", found.silent[rule.id])):
                quoted = "".join(f"{json.dumps(text)}, " for text in together(examples))
                yield f"    {name}=({quoted.strip()}),"
    for title, texts in (
        ("for examples.json", together(found.more)),
        ("equivalent", found.equivalent),
        ("not decided", found.undecided),
    ):
        if texts:
            yield f"\n{pathway.name}, {title}:"
            yield from (f"    {text}" for text in texts)


if __name__ == "__main__":
    for each in PATHWAYS.values():
        sys.stdout.writelines(f"{line}\n" for line in lines(each, find(each, set(sys.argv[1:]))))
