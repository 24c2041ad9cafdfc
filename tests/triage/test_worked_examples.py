"""Every worked example and probe of both specifications, through the engine and through the oracles."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.triage import oracle_adult, oracle_pediatric
from tests.triage.compare import engine_result, outcome
from tests.triage.specification import (
    ADULT,
    ADULT_BASELINE,
    PEDIATRIC,
    PEDIATRIC_BASELINE,
    Outcome,
    adult_answers,
    pediatric_answers,
)
from triage.adult import ADULT as ADULT_PATHWAY
from triage.pediatric import PEDIATRIC as PEDIATRIC_PATHWAY

ABANDONED = "gate + age + sex only"


def _adult_given(text: str) -> dict[str, Any]:
    if text == ABANDONED:
        return {key: ADULT_BASELINE[key] for key in (*ADULT["gate_keys"], "age_years", "sex")}
    answers = ADULT_BASELINE | adult_answers(text)
    if answers.get("respondent") == "other":
        del answers["ces_sexual"]  # example 46: hidden, and has no answer
    return answers


def _both_adult(text: str) -> tuple[Outcome, Outcome]:
    answers = _adult_given(text)
    return outcome(ADULT_PATHWAY, answers), oracle_adult.evaluate(answers)


def _ids(text: str) -> list[str]:
    return [f"ADULT-{rule}" for rule in re.findall(r"[A-Z]{3}-\d\d", text)]


@pytest.mark.parametrize("example", ADULT["examples"], ids=lambda row: row["number"])
def test_adult_worked_example(example: dict[str, str]) -> None:
    order = [rule["id"] for rule in ADULT["rules"]]
    score, priority = map(int, example["score"].split(" / "))
    for found in _both_adult(example["answers"]):
        assert found.level == example["level"]
        assert found.rules == sorted(_ids(example["deciding"]) + _ids(example["other"]), key=order.index)
        assert (found.score, found.priority) == (score, priority)
    if "(none: default)" not in example["deciding"]:
        levels = {rule["id"]: rule["level"] for rule in ADULT["rules"]}
        assert {levels[rule] for rule in _ids(example["deciding"])} == {example["level"]}
        assert example["level"] not in {levels[rule] for rule in _ids(example["other"])}


@pytest.mark.parametrize("probe", ADULT["probes"], ids=lambda row: row["rule"])
def test_adult_rule_probe(probe: dict[str, str]) -> None:
    for found in _both_adult(probe["answers"]):
        assert found.level == probe["level"]
        assert found.rules == _ids(probe["fired"])
        assert f"ADULT-{probe['rule']}" in found.rules


def test_examples_and_probes_fire_every_adult_rule() -> None:
    fired = {rule for row in ADULT["examples"] for rule in _ids(row["deciding"] + row["other"])}
    fired |= {rule for row in ADULT["probes"] for rule in _ids(row["fired"])}
    assert fired == {rule["id"] for rule in ADULT["rules"]}


def _listed(text: str) -> list[str]:
    return [] if text in ("none", "") else text.split(", ")


@pytest.mark.parametrize("example", PEDIATRIC["examples"], ids=lambda row: row["number"])
def test_pediatric_worked_example(example: dict[str, str]) -> None:
    answers = PEDIATRIC_BASELINE | pediatric_answers(example["answers"])
    transport = re.search(r"\((er|911)\)", example["when"])
    hours = re.search(r"(\d+) h", example["when"])
    if example["level"] == "SELF_CARE":
        due = None
    else:
        due = (
            int(hours[1]) if hours else {" (er), now": 0, " (911), now": 0, ", same day": 4}[example["when"]]
        )
    for found in (outcome(PEDIATRIC_PATHWAY, answers), oracle_pediatric.evaluate(answers)):
        assert found.level == example["level"]
        assert found.rules == _listed(example["rules"])
        assert found.transport == (transport[1].replace("er", "ER") if transport else None)
        assert found.due_hours == due
        assert found.score == int(example["score"])
        assert found.panels == _listed(example["panels"])
        assert found.differential == _listed(example["differential"])
        assert [flag for flag, _ in found.flags] == _listed(example["flags"])


@pytest.mark.parametrize("example", PEDIATRIC["examples"], ids=lambda row: row["number"])
def test_pediatric_worked_example_counts_red_flags(example: dict[str, str]) -> None:
    answers = PEDIATRIC_BASELINE | pediatric_answers(example["answers"])
    assert engine_result(PEDIATRIC_PATHWAY, answers).counts["RF_COUNT"] == int(example["rf_count"])
