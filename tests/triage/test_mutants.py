"""Every small change to the content is noticed by a committed example, or is proved to change nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.triage.cases import Case, rule_cases, whole_cases
from tests.triage.compare import outcome
from tests.triage.killing import killing_case, proved_equivalent
from tests.triage.mutants import Mutant, condition_mutants
from tests.triage.specification import ADULT, PEDIATRIC
from triage.model import Level, Pathway
from triage.pathways import PATHWAYS

# Mutants that no answers can tell from the content, each with the reason. Proved below.
EQUIVALENTS: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("equivalents.json").read_text(encoding="utf-8")
)
# Proofs over all 119 other rules take half a minute each: they run with HYPOTHESIS_PROFILE=thorough.
LONG_PROOFS = {
    "rule PEDS-DEFAULT-01: drop the rule",
    "rule PEDS-DEFAULT-01: never: NO_OTHER_RULE",
    "panel CG-NORF: +1: RF_COUNT >= 1",
    "differential DX-MECH: +1: RF_COUNT >= 1",
}
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
# A safety net that no finished form reaches, as the specification says itself (pediatric section 6).
NEVER_FIRES = {"PEDS-DEFAULT-01"}
SPECIFIED_LEVELS = {rule["id"]: rule["level"] for rule in (*ADULT["rules"], *PEDIATRIC["rules"])}

MUTANTS = {name: {str(mutant): mutant for mutant in condition_mutants(PATHWAYS[name])} for name in PATHWAYS}
RULES = [(pathway, rule.id) for pathway in PATHWAYS.values() for rule in pathway.rules]


@pytest.mark.parametrize("name", PATHWAYS)
def test_every_mutant_is_killed_or_equivalent(name: str) -> None:
    """`python -m tests.triage.find_examples` prints the examples that are missing."""
    alive = [
        text
        for text, mutant in MUTANTS[name].items()
        if text not in EQUIVALENTS[name] and killing_case(PATHWAYS[name], mutant) is None
    ]
    assert alive == []


def test_there_are_mutants() -> None:
    assert len(MUTANTS["adult"]) > 900
    assert len(MUTANTS["pediatric"]) > 1200


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, listed in EQUIVALENTS.items() for text in listed]
)
def test_listed_equivalent_is_one(name: str, text: str) -> None:
    """It exists, it has a reason, no example kills it, and a search over all answers finds no difference."""
    assert EQUIVALENTS[name][text]
    mutant = MUTANTS[name][text]
    assert killing_case(PATHWAYS[name], mutant) is None
    if text in LONG_PROOFS and not THOROUGH:
        return
    assert proved_equivalent(PATHWAYS[name], mutant)


def lowered(pathway: Pathway) -> list[Mutant]:
    return [
        Mutant(f"rule {rule.id}", "lower the level", rule, "level", Level(rule.level - 1))
        for rule in pathway.rules
        if rule.level > Level.SELF_CARE
    ]


@pytest.mark.parametrize("name", PATHWAYS)
def test_lowered_level_is_noticed(name: str) -> None:
    for mutant in lowered(PATHWAYS[name]):
        with mutant.applied():
            assert mutant.holder.level.name != SPECIFIED_LEVELS[mutant.holder.id], str(mutant)


@pytest.mark.parametrize(("pathway", "rule"), RULES, ids=[rule for _, rule in RULES])
def test_examples_beside_the_rule(pathway: Pathway, rule: str) -> None:
    """The rule fires and is silent as its examples say, and the specification says the same."""
    cases = rule_cases(pathway.name, rule)
    assert any(not case.fires for case in cases)
    assert any(case.fires for case in cases) or rule in NEVER_FIRES
    for case in cases:
        assert (rule in case.result.rule_ids) is case.fires, case.notation
        assert (rule in case.expected.rules) is case.fires, case.notation


@pytest.mark.parametrize(
    "case", whole_cases("adult") + whole_cases("pediatric"), ids=lambda case: case.notation
)
def test_whole_outcome_of_an_example(case: Case) -> None:
    assert outcome(case.pathway, case.raw) == case.expected
    assert set(case.result.shown) == set(case.shown)


def test_a_rule_without_examples_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: without its own examples a rule's mutants live."""
    pathway = PATHWAYS["adult"]
    mutants = [mutant for text, mutant in MUTANTS["adult"].items() if text.startswith("rule ADULT-EMG-01: ")]
    assert all(killing_case(pathway, mutant) for mutant in mutants)
    cases = rule_cases("adult", "ADULT-EMG-01")
    kept = list(cases)
    try:
        cases.clear()
        assert not any(killing_case(pathway, mutant) for mutant in mutants)
    finally:
        cases.extend(kept)
