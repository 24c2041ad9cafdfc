"""The registry against the specifications' tables: keys, options, order, levels, times, weights."""

from __future__ import annotations

import re

import pytest

from tests.triage.specification import (
    ADULT,
    ADULT_QUESTIONS,
    PEDIATRIC,
    PEDIATRIC_QUESTIONS,
    AskedQuestion,
)
from triage.model import Kind, Level, Pathway, Transport
from triage.pathways import PATHWAYS

KINDS = {
    "single": {Kind.SINGLE},
    "multi": {Kind.MULTI},
    "number": {Kind.WHOLE, Kind.DECIMAL},
    "text": {Kind.TEXT},
    "rated": {Kind.RATED},
}
ADULT_TIMES = {"911": 0, "ER": 0, "today": 4, "24h": 24, "48h": 48, "72h": 72, "7d": 168}
BOTH = [(PATHWAYS["adult"], ADULT_QUESTIONS), (PATHWAYS["pediatric"], PEDIATRIC_QUESTIONS)]
both_pathways = pytest.mark.parametrize(("pathway", "questions"), BOTH, ids=PATHWAYS)


@both_pathways
def test_every_question_and_option_is_there_and_no_other(
    pathway: Pathway, questions: dict[str, AskedQuestion]
) -> None:
    assert pathway.by_key.keys() == questions.keys()
    for key, asked in questions.items():
        assert pathway.by_key[key].kind in KINDS[asked.kind], key
        assert pathway.by_key[key].option_keys == set(asked.options), key


def test_required_adult_questions() -> None:
    needed = {*ADULT["gate_keys"], *ADULT["core_keys"], *ADULT["core_if_shown"]}
    questions = PATHWAYS["adult"].questions
    assert {question.key for question in questions if question.core} == needed
    assert {question.key for question in questions if question.required} == needed | {"respondent"}
    assert {question.key for question in questions if question.gate} == set(ADULT["gate_keys"])


def test_required_pediatric_questions() -> None:
    needed = {row["key"] for row in PEDIATRIC["questions"] if row["required"] == "required"}
    assert {question.key for question in PATHWAYS["pediatric"].questions if question.required} == needed


def test_adult_rules_have_the_specified_order_level_time_and_transport() -> None:
    found = [(r.id, r.level.name, r.hours, r.transport) for r in PATHWAYS["adult"].rules]
    assert found == [
        (
            rule["id"],
            rule["level"],
            ADULT_TIMES[rule["when"]],
            Transport(rule["when"]) if rule["when"] in ("911", "ER") else None,
        )
        for rule in ADULT["rules"]
    ]


def test_pediatric_rules_have_the_specified_order_level_time_and_transport() -> None:
    found = [(r.id, r.level.name, r.hours, r.transport) for r in PATHWAYS["pediatric"].rules]
    expected = []
    for rule in PEDIATRIC["rules"]:
        hours, _, transport = rule["hours"].partition(" / ")
        by = Transport(transport.replace("er", "ER")) if transport else None
        expected.append((rule["id"], rule["level"], int(hours), by))
    assert found == expected


def test_private_rules() -> None:
    private = {rule.id for rule in PATHWAYS["adult"].rules if rule.private}
    assert private == {f"ADULT-{rule}" for rule in ADULT["private_rules"]}


def test_safeguarding_rules_have_a_neutral_public_id() -> None:
    public = {rule.id: rule.public_id for rule in PATHWAYS["pediatric"].rules if rule.public_id}
    assert public == {
        "PEDS-SAFE-01": "PEDS-EXAM-01",
        "PEDS-SAFE-02": "PEDS-EXAM-02",
        "PEDS-BRUISE-01": "PEDS-EXAM-03",
    }


@pytest.mark.parametrize("key", ADULT["weights"])
def test_adult_weights(key: str) -> None:
    listed = {option: int(points) for option, points in re.findall(r"(\w+) (\d+)", ADULT["weights"][key])}
    found = {option.key: option.points for option in PATHWAYS["adult"].by_key[key].options}
    assert found == {option: listed.get(option, 0) for option in found}


def test_no_other_adult_question_has_weights() -> None:
    weighted = {q.key for q in PATHWAYS["adult"].questions if any(o.points for o in q.options)}
    assert weighted == ADULT["weights"].keys()


def test_pediatric_points() -> None:
    listed = [int(points) for _, points in PEDIATRIC["score"][:-1]]
    assert [row.points for row in PATHWAYS["pediatric"].points] == listed
    assert PEDIATRIC["score"][-1][1] == f"1 (at most {PATHWAYS['pediatric'].unsure_point_cap} in total)"


@pytest.mark.parametrize("table", ["panels", "differential"])
def test_clinician_rows_are_in_the_specified_order(table: str) -> None:
    rows = getattr(PATHWAYS["pediatric"], table)
    assert [row.id for row in rows] == [row[0] for row in PEDIATRIC[table]]


def test_flags_are_in_the_specified_order_with_their_hours() -> None:
    listed = [
        (row, None if within == "at review" else int(within.split()[0]))
        for row, _, within in PEDIATRIC["flags"]
    ]
    assert [(flag.id, flag.hours) for flag in PATHWAYS["pediatric"].flags] == listed


def test_derived_facts_are_all_there() -> None:
    computed_elsewhere = {"RF_COUNT", "ONC_COUNT", "NO_OTHER_RULE", "LOW_LEVEL"}
    assert {name for name, _ in PEDIATRIC["facts"]} - computed_elsewhere <= {
        fact.name for fact in PATHWAYS["pediatric"].facts
    }
    adult = PATHWAYS["adult"]
    found = {fact.name for fact in adult.facts} | {count.name for count in adult.counts}
    assert {name for name, _ in ADULT["derived"]} <= found


def test_informational_options_are_those_of_the_specification() -> None:
    """Pediatric property 23, with test_checks."""
    listed = {
        key: set(options.split(", "))
        for key, options in re.findall(r"`(\w+)`: ([\w, ]+)", PEDIATRIC["informational"])
    }
    listed["answered_by"].discard("teen_alone")  # read here: it chooses the voice of every page
    declared = {
        q.key: set(q.informational.split()) for q in PATHWAYS["pediatric"].questions if q.informational
    }
    assert declared == listed


def test_only_the_pediatric_home_rule_gives_self_care() -> None:
    rules = [
        rule.id for pathway in PATHWAYS.values() for rule in pathway.rules if rule.level is Level.SELF_CARE
    ]
    assert rules == ["PEDS-HOME-01"]
