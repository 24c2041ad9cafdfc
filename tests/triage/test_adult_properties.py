"""The properties of the adult specification (section 7) that concern the core, numbered in docstrings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.triage.compare import engine_result, outcome
from tests.triage.specification import ADULT, ADULT_BASELINE, ADULT_QUESTIONS, Raw
from tests.triage.strategies import TEXT, adult_partial_sets, adult_sets, values_of
from triage.adult import ADULT as PATHWAY
from triage.catalogue import ruleset_version
from triage.engine import evaluate
from triage.frozen import freeze
from triage.intake import AnswerError, read_answers
from triage.model import Level
from triage.pathways import pathway_for_age

VIR_99 = "ADULT-VIR-99"
UNORDERED = {"episode", "pregnancy"}
STEPS = {
    key: [option.split()[0] for option in order.split(" < ")]
    for key, order in ADULT["risk_order"].items()
    if key not in UNORDERED
}
MULTI = {key for key, question in ADULT_QUESTIONS.items() if question.kind == "multi"}
TEXTS = ("goal_text", "meds_allergies", "patient_question", "cancer_type_text", "prior_imaging_text")
CHILDBEARING_UNTIL = 55
REQUIRED = (*ADULT["gate_keys"], *ADULT["core_keys"], *ADULT["core_if_shown"])


def level_of(answers: Raw, *, finished: bool = True) -> Level | None:
    """The engine's level."""
    return engine_result(PATHWAY, answers, finished=finished).level


@given(adult_sets)
def test_highest_level_of_the_fired_rules_wins(answers: Raw) -> None:
    """P1, P6, P7."""
    result = engine_result(PATHWAY, answers)
    levels = [finding.rule.level for finding in result.findings]
    assert result.level is max(levels, default=Level.SELF_CARE)
    assert result.priority is not None
    assert result.level is not None
    assert result.priority // 100 == result.level
    if result.level is Level.SELF_CARE:
        assert not result.findings
        assert all(answers.get(key) for key in REQUIRED if key in result.shown and key != "pain_now")
        assert answers.get("pain_now") is not None


@st.composite
def _worsened(draw: st.DrawFn) -> tuple[Raw, Raw, str]:
    """Answers, the same answers with one of them one step worse, and which."""
    answers = draw(adult_sets)
    movable = [
        key for key in (*STEPS, *sorted(MULTI), "pain_now", "age_years") if answers.get(key) is not None
    ]
    assume(movable)
    key = draw(st.sampled_from(movable))
    value = answers[key]
    worse: Any
    if key in STEPS:
        assume(value != STEPS[key][-1])
        worse = STEPS[key][STEPS[key].index(value) + 1]
    elif key in MULTI:
        option = draw(st.sampled_from([item for item in ADULT_QUESTIONS[key].options if item != "none"]))
        assume(value and option != "kidney_stones")  # exemptions (d) and (c)
        worse = [*value, option]
    else:
        worse = value + draw(st.integers(1, 10))
        assume(worse <= (10 if key == "pain_now" else 120))
        hides = key == "age_years" and value <= CHILDBEARING_UNTIL < worse
        assume(not (hides and answers.get("sex") != "male"))  # exemption (b)
    return answers, answers | {key: worse}, key


@given(_worsened())
def test_a_worse_answer_never_lowers_the_level(case: tuple[Raw, Raw, str]) -> None:
    """P2."""
    before, after, _ = case
    earlier, later = level_of(before), level_of(after)
    assert earlier is not None
    assert later is not None
    assert later >= earlier


SAME_DAY_WHEN_UNSURE = (*ADULT["ces"], "leg_both", "leg_weak", "leg_numb", "walking", "fever")
PROMPT_WHEN_UNSURE = ("cancer", "weight_loss", "injury")


@pytest.mark.parametrize(
    ("key", "lowest"),
    [(key, Level.URGENT_SAME_DAY) for key in SAME_DAY_WHEN_UNSURE]
    + [(key, Level.PROMPT_IN_PERSON) for key in PROMPT_WHEN_UNSURE]
    + [("blood_thinner", Level.VIRTUAL_VISIT)],
)
@pytest.mark.parametrize("answer", ["not_sure", None], ids=["not sure", "blank"])
def test_unsure_or_blank_gate_answer_is_never_reassuring(key: str, lowest: Level, answer: str | None) -> None:
    """P3, P4."""
    level = level_of(ADULT_BASELINE | {key: answer})
    assert level is not None
    assert level >= lowest


@pytest.mark.parametrize("answer", [["not_sure"], [], None])
def test_unsure_or_blank_emergency_signs_are_never_reassuring(answer: list[str] | None) -> None:
    """P3, P4."""
    level = level_of(ADULT_BASELINE | {"em_now": answer})
    assert level is not None
    assert level >= Level.URGENT_SAME_DAY


@given(adult_sets, st.sampled_from(ADULT["gate_keys"]))
def test_blank_gate_answer_counts_as_not_sure(answers: Raw, key: str) -> None:
    """P4: everything but the completeness rule is the same."""
    unsure = ["not_sure"] if key in MULTI else "not_sure"
    blank, said = (outcome(PATHWAY, answers | {key: value}) for value in (None, unsure))
    assert [rule for rule in blank.rules if rule != VIR_99] == [
        rule for rule in said.rules if rule != VIR_99
    ] or (VIR_99 in blank.rules and VIR_99 not in said.rules)
    assert set(said.rules) <= set(blank.rules)


@given(adult_sets, st.sampled_from(REQUIRED))
def test_missing_required_answer_is_never_self_care(answers: Raw, key: str) -> None:
    """P4, P6: a missing core or shown required answer, or an empty list, gives at least a virtual visit."""
    result = engine_result(PATHWAY, answers | {key: [] if key in MULTI else None})
    if key in result.shown:
        assert VIR_99 in result.rule_ids
        assert result.level is not None
        assert result.level >= Level.VIRTUAL_VISIT


@given(adult_sets, adult_sets)
def test_answers_to_hidden_questions_change_nothing(answers: Raw, others: Raw) -> None:
    """P4: also gate keys, and also the score."""
    shown = engine_result(PATHWAY, answers).shown
    hidden = {key: others.get(key) for key in ADULT_QUESTIONS if key not in shown}
    assert outcome(PATHWAY, answers | hidden) == outcome(PATHWAY, answers)
    assert not hidden.keys() & engine_result(PATHWAY, answers | hidden).answers.keys()


@given(adult_sets, st.sampled_from(ADULT["ces"]))
def test_any_cauda_equina_yes_is_an_emergency(answers: Raw, key: str) -> None:
    """P5."""
    result = engine_result(PATHWAY, answers | {key: "yes"})
    if key in result.shown:
        assert result.level is Level.EMERGENCY_NOW


@given(adult_sets, st.sampled_from([key for key in ADULT_QUESTIONS["em_now"].options if key[:2] != "no"]))
def test_any_emergency_sign_is_an_emergency(answers: Raw, sign: str) -> None:
    """P5."""
    assert level_of(answers | {"em_now": [sign]}) is Level.EMERGENCY_NOW


SEED_RED_FLAGS = {
    "seed 001, 003, 004: bladder, bowel, groin numbness": ("CES-01", "CES-02", "CES-04"),
    "seed 001, 003: leg weakness or numbness": ("NEU-05", "NEU-06", "NEU-07", "NEU-08"),
    "seed 001: severe pain with fever or weight loss": ("INF-03", "MAL-03", "MAL-04", "SEV-03"),
    "seed 001: severe or worse, not eased by rest": ("SEV-04",),
    "seed 001, 003: trauma, also a fall from standing height": ("FRX-01", "FRX-02", "FRX-03"),
    "seed 003: osteoporosis, age over 70, steroids, a sore spot": ("FRX-02", "FRX-04"),
    "seed 001, 003, 004: history of cancer": ("MAL-01", "MAL-02"),
    "seed 003: fever, recent spine procedure, injected drugs": ("INF-01", "INF-03", "INF-04", "INF-06"),
    "seed 003: pain that stops daily activities": ("SEV-02",),
    "seed 004: pain from vessels, belly, kidney, chest": ("EMG-01", "VAS-01", "VIS-01", "VIS-02", "REN-03"),
    "seed 004: gait, deformity, persistent pain, fear": ("NEU-10", "NEU-11", "FRX-05", "VIR-04", "VIR-11"),
}


@pytest.mark.parametrize("rules", SEED_RED_FLAGS.values(), ids=SEED_RED_FLAGS.keys())
def test_seed_red_flags_have_rules_with_their_source(rules: tuple[str, ...]) -> None:
    """P8. That every rule fires is in test_worked_examples, that every option counts in test_checks."""
    cited = {str(source) for rule in rules for source in PATHWAY.rules_by_id[f"ADULT-{rule}"].sources}
    assert any("seed" in source.lower() for source in cited)


@given(adult_sets)
def test_same_answers_give_the_same_stored_result(answers: Raw) -> None:
    """P9."""
    first, second = (freeze(engine_result(PATHWAY, answers)) for _ in range(2))
    assert first == second
    assert first["ruleset_version"] == ruleset_version("adult")


@given(adult_sets, st.fixed_dictionaries(dict.fromkeys(TEXTS, TEXT)))
def test_text_never_changes_the_result(answers: Raw, texts: Raw) -> None:
    """P11."""
    assert outcome(PATHWAY, answers | texts) == outcome(PATHWAY, {**answers, **dict.fromkeys(TEXTS)})


@pytest.mark.parametrize("age", [-1, 0, 17, 121, 200, 17.5, "35", True])
def test_no_adult_result_outside_adult_ages(age: object) -> None:
    """P12."""
    with pytest.raises(AnswerError, match="age_years"):
        read_answers(PATHWAY, ADULT_BASELINE | {"age_years": age})


@pytest.mark.parametrize(
    ("age", "name"), [(0, "pediatric"), (17, "pediatric"), (18, "adult"), (120, "adult")]
)
def test_age_decides_the_pathway(age: int, name: str) -> None:
    """P12."""
    assert pathway_for_age(age).name == name


@given(adult_partial_sets, st.booleans())
def test_score_and_classification_never_change_the_level(answers: Raw, finished: bool) -> None:
    """P7, P15."""
    bare = replace(PATHWAY, points=(), patterns=())
    given_answers = read_answers(PATHWAY, answers, finished=finished)
    plain, full = (evaluate(pathway, given_answers, finished=finished) for pathway in (bare, PATHWAY))
    assert (plain.level, plain.transport, plain.due_hours) == (full.level, full.transport, full.due_hours)
    assert plain.rule_ids == full.rule_ids


@given(adult_partial_sets)
def test_unfinished_form_is_never_above_the_finished_one(answers: Raw) -> None:
    """P17."""
    unfinished, finished = (engine_result(PATHWAY, answers, finished=done) for done in (False, True))
    assert VIR_99 not in unfinished.rule_ids
    assert finished.level is not None
    assert (unfinished.level or 0) <= finished.level
    if VIR_99 not in finished.rule_ids and finished.findings:
        assert unfinished.rule_ids == finished.rule_ids
        assert unfinished.level is finished.level


def test_no_answers_at_all_are_not_a_result() -> None:
    """P17."""
    result = engine_result(PATHWAY, {}, finished=False)
    assert (result.level, result.priority, result.due_hours, result.findings) == (None, None, None, ())


@given(adult_sets, st.sampled_from(sorted(MULTI)), st.data())
def test_none_beside_another_option_counts_for_nothing(answers: Raw, key: str, data: st.DataObject) -> None:
    """P18."""
    assume("none" in ADULT_QUESTIONS[key].options)
    chosen = [option for option in data.draw(values_of(ADULT_QUESTIONS[key])) if option != "none"]
    assume(chosen)
    with_none, without = (answers | {key: value} for value in ([*chosen, "none"], chosen))
    assert outcome(PATHWAY, with_none) == outcome(PATHWAY, without)
