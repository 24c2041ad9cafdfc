"""The properties of the pediatric specification (section 6) that concern the core, numbered below."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.triage.compare import engine_result, outcome
from tests.triage.specification import PEDIATRIC, PEDIATRIC_BASELINE, PEDIATRIC_QUESTIONS, Raw
from tests.triage.strategies import TEXT, pediatric_partial_sets, pediatric_sets, values_of
from triage.catalogue import describe
from triage.engine import evaluate
from triage.frozen import freeze
from triage.intake import AnswerError, read_answers
from triage.model import Level, Result
from triage.pathways import PATHWAYS
from triage.pediatric import PEDIATRIC as PATHWAY

HOME, DEFAULT = "PEDS-HOME-01", "PEDS-DEFAULT-01"
MULTI = sorted(key for key, question in PEDIATRIC_QUESTIONS.items() if question.kind == "multi")
REASSURING = {
    "walking": "normal",
    "fever": "no",
    "injury": "strain_overuse",
    "duration": "lt_3d",
    "pain_severity": "mild",
    "pain_pattern": "activity_rest",
    "pain_trend": "better",
    "night_pain": "no",
    "leg_pain": "none",
    "morning_stiffness": "no",
    "back_shape": "no",
    "prior_imaging": "none",
    "lab_tests": "none",
    "episodes": "first",
    "mood": "no",
}
NOT_DANGERS = {"none", "nothing", "not_looked", "not_walking_yet", "prefer_not"}
SAFEGUARDING = {"PEDS-SAFE-01", "PEDS-SAFE-02", "PEDS-BRUISE-01"}
REQUIRED = [
    row["key"]
    for row in PEDIATRIC["questions"]
    if row["required"] == "required"
    and row["key"] not in ("child_age_years", "child_age_months", "answered_by")
]
WITHOUT_EFFECT = (
    "child_weight_lb",
    "backpack",
    "sports",
    "family_history",
    "night_relief",
    "current_meds",
    "other_info",
    "answered_by",
    "home_safety",
)


def result_of(answers: Raw, *, finished: bool = True) -> Result:
    """The engine's result."""
    return engine_result(PATHWAY, answers, finished=finished)


def level_of(answers: Raw) -> Level:
    """The engine's level for a finished form."""
    level = result_of(answers).level
    assert level is not None
    return level


@given(pediatric_sets)
def test_finished_form_has_one_level_from_its_rules(answers: Raw) -> None:
    """1, 3, 15."""
    result = result_of(answers)
    assert result.findings
    assert result.level is max(finding.rule.level for finding in result.findings)
    assert 0 <= result.score <= 100
    assert result.priority is not None
    assert result.priority // 100 == result.level


@given(pediatric_partial_sets)
def test_partial_form_has_at_most_one_level_and_no_home_rule(answers: Raw) -> None:
    """1."""
    result = result_of(answers, finished=False)
    assert not {HOME, DEFAULT} & set(result.rule_ids)
    assert result.level is max((finding.rule.level for finding in result.findings), default=None)


@given(pediatric_sets, TEXT, TEXT)
def test_same_answers_give_the_same_result_whatever_the_texts(answers: Raw, first: str, second: str) -> None:
    """2."""
    one = answers | {"current_meds": first, "other_info": second}
    two = answers | {"current_meds": None, "other_info": None}
    assert outcome(PATHWAY, one) == outcome(PATHWAY, two)
    assert freeze(result_of(one)) == freeze(result_of(dict(one)))


def test_every_same_day_rule_has_four_hours() -> None:
    """3."""
    hours = {rule.hours for rule in PATHWAY.rules if rule.level is Level.URGENT_SAME_DAY}
    assert hours == {4}


@given(pediatric_sets, st.sampled_from(MULTI), st.data())
def test_adding_a_danger_never_lowers_the_level(answers: Raw, key: str, data: st.DataObject) -> None:
    """4, 5: also not sure, and also instead of "none of these"."""
    chosen = answers.get(key) or []
    assume(chosen != [])
    options = [option for option in PEDIATRIC_QUESTIONS[key].options if option not in NOT_DANGERS]
    option = data.draw(st.sampled_from(options))
    before = level_of(answers)
    assert level_of(answers | {key: [*chosen, option]}) >= before
    if set(chosen) <= {"none", "nothing"}:
        assert level_of(answers | {key: [option]}) >= before


@given(pediatric_sets, st.sampled_from(sorted(REASSURING)), st.data())
def test_replacing_a_reassuring_answer_never_lowers_the_level(
    answers: Raw, key: str, data: st.DataObject
) -> None:
    """5: except that a known knock may explain a bruise or a stiff walk."""
    assume(not (key == "injury" and answers["child_age_years"] < 2))
    options = set(PEDIATRIC_QUESTIONS[key].options) - NOT_DANGERS - ({"minor"} if key == "injury" else set())
    worse = data.draw(st.sampled_from(sorted(options)))
    assert level_of(answers | {key: worse}) >= level_of(answers | {key: REASSURING[key]})


@given(pediatric_sets, st.sampled_from(REQUIRED))
def test_blank_required_answer_counts_as_not_sure(answers: Raw, key: str) -> None:
    """6."""
    unsure: str | list[str] = "unclear" if key == "injury" else "not_sure"
    if key in MULTI:
        unsure = ["not_sure"]
    assert outcome(PATHWAY, answers | {key: None}) == outcome(PATHWAY, answers | {key: unsure})


@given(pediatric_sets)
def test_the_younger_the_child_the_sooner(answers: Raw) -> None:
    """7."""
    age, level = answers["child_age_years"], level_of(answers)
    assert level >= Level.URGENT_SAME_DAY or age >= 1
    assert level >= Level.PROMPT_IN_PERSON or age >= 5
    assert level > Level.SELF_CARE or age >= 10


@given(pediatric_sets)
def test_red_flags_have_a_lowest_level(answers: Raw) -> None:
    """8, 10, 11, 12, 13."""
    result = result_of(answers)
    assert result.level is not None
    fact = result.facts
    if fact["FEVER_NOW"] or fact["NEURO"] or result.answers.get("walking") == "refuses":
        assert result.level is Level.EMERGENCY_NOW
    if result.counts["RF_COUNT"] >= 2 or fact["RF_LIMP"] or "draining" in (answers.get("back_skin") or ()):
        assert result.level >= Level.URGENT_SAME_DAY
    if result.counts["RF_COUNT"] or fact["FEVER_LOW"] or fact["EXTERNAL"] or fact["XF_ANY"]:
        assert result.level >= Level.PROMPT_IN_PERSON


@given(
    pediatric_partial_sets,
    st.sampled_from([key for key in PEDIATRIC_QUESTIONS["gate_now"].options if key[:2] != "no"]),
)
def test_any_danger_of_the_first_page_is_an_emergency(answers: Raw, sign: str) -> None:
    """9."""
    answers = answers | {"gate_now": [sign]}
    assert result_of(answers, finished=False).level is Level.EMERGENCY_NOW
    aged = answers if answers.get("child_age_years") is not None else answers | {"child_age_years": 12}
    assert level_of(aged) is Level.EMERGENCY_NOW


@given(pediatric_sets)
def test_self_care_needs_everything_answered_and_reassuring(answers: Raw) -> None:
    """14."""
    result = result_of(answers)
    if result.level is Level.SELF_CARE:
        assert result.rule_ids == (HOME,)
        assert result.answers["child_age_years"] >= 10  # type: ignore[operator]
        assert result.counts["RF_COUNT"] == 0
        home_ok = dict(PEDIATRIC["facts"])["HOME_OK"]
        read = {key for key in PEDIATRIC_QUESTIONS if re.search(rf"\b{key}\b", home_ok)}
        assert not {key for key in read if "not_sure" in str(result.answers.get(key))}


@given(pediatric_sets, pediatric_sets)
def test_answers_without_effect_never_change_the_level(answers: Raw, others: Raw) -> None:
    """16."""
    changed = result_of(answers | {key: others.get(key) for key in WITHOUT_EFFECT})
    assert changed.level is result_of(answers).level
    assert changed.rule_ids == result_of(answers).rule_ids


DOSE = re.compile(r"\d\s*(mg|ml|mL|milligram|mcg|cc)\b|\bmg\b|\bmL\b|per kg|/kg", re.IGNORECASE)


@pytest.mark.parametrize("name", PATHWAYS)
def test_no_dose_anywhere(name: str) -> None:
    """18, for the words of the core: questions, options, rules, flags, panels."""
    for text in re.findall(r"'([^']{2,})'", str(describe(PATHWAYS[name]))):
        assert not DOSE.search(text), text


@given(pediatric_sets, pediatric_sets)
def test_answers_to_hidden_questions_change_nothing(answers: Raw, others: Raw) -> None:
    """20: so changing the age drops what it hides."""
    shown = result_of(answers).shown
    hidden = {key: others.get(key) for key in PEDIATRIC_QUESTIONS if key not in shown}
    assert outcome(PATHWAY, answers | hidden) == outcome(PATHWAY, answers)
    assert not hidden.keys() & result_of(answers | hidden).answers.keys()


@given(pediatric_sets, st.integers(995, 1100))
def test_measured_temperature_counts_whatever_fever_says(answers: Raw, tenths: int) -> None:
    """21."""
    result = result_of(answers | {"fever_temp_f": tenths / 10})
    if tenths >= 1004:
        assert result.facts["FEVER_NOW"]
        assert result.level is Level.EMERGENCY_NOW
    elif not result.facts["FEVER_NOW"]:
        assert result.facts["FEVER_LOW"]
        assert result.level is not None
        assert result.level >= Level.PROMPT_IN_PERSON


def test_every_rule_says_why_to_both_readers_and_where_from() -> None:
    """22."""
    for rule in PATHWAY.rules:
        assert rule.patient
        assert rule.clinician
        assert rule.sources


@pytest.mark.parametrize("age", [-1, 18, 35, 200, 17.5, "12", True])
def test_other_ages_are_refused(age: object) -> None:
    """24."""
    with pytest.raises(AnswerError, match="child_age_years"):
        read_answers(PATHWAY, PEDIATRIC_BASELINE | {"child_age_years": age})


@given(pediatric_partial_sets, st.booleans())
def test_flags_score_and_panels_never_change_the_level(answers: Raw, finished: bool) -> None:
    """15, 26."""
    assume(not finished or answers.get("child_age_years") is not None)
    bare = replace(PATHWAY, flags=(), points=(), panels=(), differential=())
    given_answers = read_answers(PATHWAY, answers, finished=finished)
    plain, full = (evaluate(pathway, given_answers, finished=finished) for pathway in (bare, PATHWAY))
    assert (plain.level, plain.transport, plain.due_hours) == (full.level, full.transport, full.due_hours)
    assert plain.rule_ids == full.rule_ids


@given(pediatric_sets)
def test_unclear_injury_is_as_urgent_as_an_unseen_one(answers: Raw) -> None:
    """27."""
    unclear, unseen, blank = (level_of(answers | {"injury": value}) for value in ("unclear", "unseen", None))
    assert unclear is unseen is blank


@given(pediatric_sets, st.sampled_from(["unclear", None]))
def test_unclear_injury_alone_is_no_safeguarding_fact(answers: Raw, injury: str | None) -> None:
    """27."""
    signs = {"back_skin": ["none"], "systemic": ["none"], "home_safety": None, "injury": injury}
    found = outcome(PATHWAY, answers | signs)
    assert not SAFEGUARDING & set(found.rules)
    assert "FLAG-SAFEGUARDING" not in dict(found.flags)
    assert "CG-SAFE" not in found.panels
    assert "DX-NAI" not in found.differential


def test_first_answer_can_be_an_emergency_without_an_age() -> None:
    """28."""
    found = outcome(PATHWAY, {"gate_now": ["seizure"]}, finished=False)
    assert (found.level, found.transport) == ("EMERGENCY_NOW", "911")
    assert outcome(PATHWAY, {}, finished=False).level is None


@given(pediatric_sets, st.integers(0, len(PEDIATRIC_QUESTIONS)))
def test_an_emergency_found_on_the_way_stays_one(answers: Raw, reached: int) -> None:
    """28."""
    so_far = {key: answers.get(key) for key in list(PEDIATRIC_QUESTIONS)[:reached]}
    if result_of(so_far, finished=False).level is Level.EMERGENCY_NOW:
        assert level_of(answers) is Level.EMERGENCY_NOW


@given(pediatric_sets, st.integers(0, 17), st.sampled_from(PEDIATRIC["options_by_age"]), st.data())
def test_option_not_offered_at_an_age_counts_as_the_table_says(
    answers: Raw, age: int, row: dict[str, str], data: st.DataObject
) -> None:
    """29."""
    key, option = re.findall(r"`(\w+)`", row["option"])
    sign, bound = row["offered"].split()[1:]
    offered = age >= int(bound) if sign == ">=" else age < int(bound)
    answers = answers | {"child_age_years": age}
    others = (
        [] if key not in MULTI else [x for x in data.draw(values_of(PEDIATRIC_QUESTIONS[key])) if x != option]
    )
    arrived = answers | {key: [option, *others] if key in MULTI else option}
    result = result_of(arrived)
    assume(key in result.shown)
    answer = result.answers.get(key)
    counted = set(answer) if isinstance(answer, frozenset) else {str(answer)} - {"None"}
    if offered or row["otherwise"] == "counts as chosen":
        assert option in counted
    else:
        other = re.findall(r"`(\w+)`", row["otherwise"])
        assert counted == set(other) | set(others)
