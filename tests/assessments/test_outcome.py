"""What a person is told: the right action, at most three reasons, and the right parts at each level."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.guidance import GUIDANCE
from assessments.outcome import Outcome, build_outcome
from tests.assessments.told import SENT_AT, every_rule, outcome_of, told, with_only
from tests.triage.strategies import adult_partial_sets, adult_sets, pediatric_partial_sets, pediatric_sets
from triage.conditions import Facts
from triage.engine import evaluate
from triage.examples import with_changes
from triage.frozen import freeze
from triage.intake import read_answers
from triage.model import Finding, Level
from triage.pathways import PATHWAYS
from triage.words import both

RANDOM = st.one_of(
    adult_sets.map(lambda raw: ("adult", raw, True)),
    adult_partial_sets.map(lambda raw: ("adult", raw, False)),
    pediatric_sets.map(lambda raw: ("pediatric", raw, True)),
    pediatric_partial_sets.map(lambda raw: ("pediatric", raw, False)),
)


def random_outcome(case: tuple[str, dict[str, Any], bool]) -> tuple[Outcome | None, Any]:
    """The outcome of a random case from its stored JSON answers (None: no level yet), and the result."""
    name, raw, finished = case
    pathway = PATHWAYS[name]
    result = evaluate(pathway, read_answers(pathway, raw, finished=finished), finished=finished)
    if result.level is None:
        return None, result
    stored = {key: answer for key, answer in raw.items() if answer is not None}
    return build_outcome(freeze(result), stored, submitted_at=SENT_AT, now=SENT_AT), result


# --- whatever was answered -----------------------------------------------------------------------


@settings(max_examples=200, deadline=None, database=None)
@given(RANDOM)
def test_every_outcome_is_complete_and_keeps_to_its_level(case: tuple[str, dict[str, Any], bool]) -> None:
    outcome, result = random_outcome(case)
    if outcome is None:
        return
    guidance = GUIDANCE[case[0]]
    assert outcome.kind == KINDS[result.level]
    assert outcome.do
    assert outcome.by_when
    assert outcome.where
    assert outcome.video
    assert 1 <= len(outcome.reasons) <= 3
    assert len(set(outcome.reasons)) == len(outcome.reasons)
    left_out = len(guidance.safety_net[0].signs) - len(outcome.safety_net[0].signs)
    assert left_out in (0, len(guidance.safety_net[0].pregnancy_signs))
    assert [len(tier.signs) for tier in outcome.safety_net[1:]] == [
        len(tier.signs) for tier in guidance.safety_net[1:]
    ]
    assert len(outcome.disclaimers) == len(guidance.disclaimers)
    assert "911" in outcome.emergency_line
    assert [section.title for section in outcome.sections] == [
        first(block.title) for block in guidance.blocks if result.level in block.levels
    ]
    if outcome.is_emergency and case[0] == "adult":
        assert outcome.sections == ()
        assert outcome.cautions == ()
    texts = [text for finding in result.deciding for text in both(finding.rule.patient)]
    if result.findings:
        spoken_texts = {text.replace("{emergency_number}", "911") for text in texts}
        assert set(outcome.reasons) <= spoken_texts
    assert not any("{" in text for text in all_texts(outcome))


@settings(max_examples=100, deadline=None, database=None)
@given(pediatric_sets, st.sampled_from(["no", "talk_private", "prefer_not"]))
def test_the_private_talk_question_changes_nothing_the_caregiver_sees(raw: dict[str, Any], wish: str) -> None:
    plain = random_outcome(("pediatric", raw | {"home_safety": None}, True))[0]
    assert random_outcome(("pediatric", raw | {"home_safety": wish}, True))[0] == plain


def test_no_level_is_never_shown() -> None:
    pathway = PATHWAYS["adult"]
    with pytest.raises(ValueError, match="without a level"):
        outcome_of(evaluate(pathway, {}, finished=False), {})


def test_every_rule_has_advice_and_a_time_in_words() -> None:
    for pathway, rule in every_rule():
        outcome = outcome_of(*with_only(pathway, rule, other_voice=False))
        assert outcome.headline, rule.id
        if rule.level in (Level.PROMPT_IN_PERSON, Level.VIRTUAL_VISIT):
            words = {24: "24 hours", 48: "48 hours", 72: "3 days", 168: "7 days"}[rule.hours]
            assert outcome.by_when.startswith(f"Within {words}: by "), rule.id
            assert f"within {words}" in " ".join(outcome.do), rule.id


def test_an_outcome_has_no_place_for_what_is_only_for_staff() -> None:
    names = {field.name for field in dataclasses.fields(Outcome)}
    words = {part for name in names for part in name.split("_")}
    staff_only = {"id", "ids", "rule", "rules", "score", "priority", "flag", "flags", "panel", "panels"}
    assert not words & (staff_only | {"differential", "pattern", "patterns", "clinician", "answers"})
    assert all("dict" not in str(field.type) for field in dataclasses.fields(Outcome))


# --- what to do ----------------------------------------------------------------------------------

KINDS = {
    Level.EMERGENCY_NOW: "emergency",
    Level.URGENT_SAME_DAY: "same_day",
    Level.PROMPT_IN_PERSON: "soon",
    Level.VIRTUAL_VISIT: "visit",
    Level.SELF_CARE: "self_care",
}


def test_adult_911_calls_first_and_stays_still_after_a_serious_accident() -> None:
    outcome = told("adult", "injury=major")
    assert outcome.call_now
    assert outcome.do[:2] == (
        "Call 911 now. Do not drive yourself.",
        "Stay still. Do not move your neck or back.",
    )
    assert "Do not wait for a video visit or a call back." in outcome.do
    other = told("adult", "em_now=chest_pain")
    assert other.call_now
    assert "still" not in " ".join(other.do).lower()


def test_a_stiff_spine_after_a_small_fall_also_stays_still() -> None:
    outcome = told("adult", "injury=minor; conditions=fused_spine")
    assert outcome.call_now
    assert outcome.do[1].startswith("Stay still.")


def test_adult_emergency_room_needs_a_driver_and_never_a_call_to_the_doctor() -> None:
    outcome = told("adult", "ces_saddle=yes")
    assert not outcome.call_now
    assert outcome.do[0] == "Go to the nearest emergency room now."
    assert "Have someone drive you. Do not drive yourself." in outcome.do
    assert "If you cannot get there safely or get worse, call 911." in outcome.do
    everything = " ".join(outcome.do).lower()
    assert "urgent care" not in everything
    assert "doctor" not in everything
    assert "nurse" not in everything


def test_a_helper_is_spoken_to_as_a_helper() -> None:
    outcome = told("adult", "respondent=other; injury=major")
    assert outcome.do[:2] == (
        "Call 911 now. Do not drive them yourself.",
        "Keep them still. Do not move their neck or back.",
    )


def test_a_teenager_alone_is_told_to_get_an_adult_in_every_emergency() -> None:
    line = "Tell an adult now, or call 911 yourself."
    for changes in ("gate_now=seizure", "fever=yes_now"):
        assert told("pediatric", f"child_age_years=15; answered_by=teen_alone; {changes}").do[1] == line
        assert line not in told("pediatric", f"child_age_years=15; {changes}").do
    assert line not in told("pediatric", "child_age_years=15; answered_by=teen_alone; walking=limp").do


def test_a_child_after_a_big_injury_is_kept_still() -> None:
    outcome = told("pediatric", "injury=major; injury_when=today")
    assert outcome.call_now
    assert "Keep your child still. Do not twist the neck or back." in outcome.do
    assert any("Do not move them unless they are in danger." in line for line in outcome.do)
    assert (
        "Keep your child still. Do not twist the neck or back." not in told("pediatric", "fever=yes_now").do
    )


@pytest.mark.parametrize(
    ("changes", "not_urgent_care"),
    [
        ("walking=limp", True),
        ("back_shape=new_curve", True),
        ("history=cancer", True),
        ("child_age_years=2; back_skin=bruise", True),
        ("pain_severity=severe", False),
        ("gate_now=not_sure", False),
    ],
)
def test_where_to_go_when_there_is_no_visit_today(changes: str, not_urgent_care: bool) -> None:
    outcome = told("pediatric", changes)
    assert outcome.kind == "same_day"
    second = outcome.do[1]
    assert ("an emergency room that treats children, not urgent care" in second) is not_urgent_care
    assert ("an urgent care or an emergency room" in second) is not not_urgent_care
    assert outcome.by_when == "Today, within 4 hours."


def test_poison_control_comes_first_but_never_before_911() -> None:
    first = "Call Poison Control now at 1-800-222-1222 and do what they say."
    for changes in ("medicines_given=too_much", "gate_now=swallowed_harm"):
        assert told("pediatric", changes).do[:2] == (first, "Bring the bottle or package.")
        assert told("pediatric", changes).lead == ()
        assert told("pediatric", changes).call_number == "1-800-222-1222"
    both_dangers = told("pediatric", "gate_now=swallowed_harm+seizure")
    assert both_dangers.do[:2] == ("Call 911 now.", first)
    assert both_dangers.call_number == "911"
    assert first not in told("pediatric", "medicines_given=ibuprofen").do


def test_felt_hot_asks_for_a_temperature() -> None:
    assert told("pediatric", "fever=felt_hot").warnings[0] == "Take a temperature now."
    assert "Take a temperature now." not in told("pediatric", "fever=yes_recent").warnings


def test_every_child_page_says_that_the_team_may_call_and_teens_get_their_line_from_12() -> None:
    call, teen = "A member of the care team may call you about this form.", "might be pregnant"
    for changes in (
        "",
        "gate_now=seizure",
        "walking=limp",
        "night_pain=wakes_most",
        "pain_severity=moderate",
    ):
        for age in (11, 12, 17):
            warnings = told("pediatric", f"child_age_years={age}; {changes}").warnings
            assert call in warnings
            assert any(teen in line for line in warnings) is (age >= 12)


# --- why -----------------------------------------------------------------------------------------


def test_reasons_are_of_the_deciding_level_at_most_three_then_other_answers() -> None:
    outcome = told("adult", "em_now=chest_pain+tearing+belly_severe+stroke; fever=yes")
    assert len(outcome.reasons) == 3
    assert outcome.more_reasons == "And other answers."
    assert "lungs" in outcome.reasons[0]
    alone = told("adult", "pain_now=5")
    assert len(alone.reasons) == 1
    assert alone.more_reasons == ""


@pytest.mark.parametrize(
    ("changes", "rule", "floor"),
    [
        ("duration=w4_12; pain_severity=moderate", "PEDS-DUR-01", "PEDS-DUR-03"),
        ("injury=major; injury_when=days_4_14", "PEDS-TRAUMA-02", "PEDS-TRAUMA-08"),
        ("pain_severity=severe", "PEDS-PAIN-02", "PEDS-PAIN-07"),
    ],
)
def test_of_a_rule_and_its_floor_only_the_rule_is_told(changes: str, rule: str, floor: str) -> None:
    rules = PATHWAYS["pediatric"].rules_by_id
    assert {rule, floor} <= set(evaluate_ids("pediatric", changes))
    reasons = told("pediatric", changes).reasons
    assert first(rules[rule].patient) in reasons
    assert first(rules[floor].patient) not in reasons


def test_a_floor_that_fires_alone_is_told() -> None:
    changes = "duration=w4_12; pain_severity=mild"
    assert "PEDS-DUR-01" not in evaluate_ids("pediatric", changes)
    floor = PATHWAYS["pediatric"].rules_by_id["PEDS-DUR-03"]
    assert first(floor.patient) in told("pediatric", changes).reasons


def test_equal_reasons_are_told_once() -> None:
    changes = "child_age_years=0; child_age_months=8; injury=unseen; back_skin=bruise; infant_signs=none"
    assert {"PEDS-SAFE-01"} <= set(evaluate_ids("pediatric", changes))
    reasons = told("pediatric", changes).reasons
    assert len(set(reasons)) == len(reasons)
    young = "child_age_years=2; injury=unseen; back_skin=bruise; infant_signs=none"
    assert len([r for r in told("pediatric", young).reasons if "this young" in r]) == 1


def test_an_equal_reason_is_not_another_answer() -> None:
    pathway = PATHWAYS["pediatric"]
    result, answers = with_only(pathway, pathway.rules_by_id["PEDS-SAFE-02"], other_voice=False)
    twin = pathway.rules_by_id["PEDS-TRAUMA-10"]
    both_fired = dataclasses.replace(result, findings=(*result.findings, Finding(twin, ())))
    outcome = outcome_of(both_fired, answers)
    assert len(outcome.reasons) == 1
    assert outcome.more_reasons == ""


def test_self_care_without_a_finding_does_not_reassure() -> None:
    (reason,) = told("adult").reasons
    assert "does not rule out" in reason


# --- which parts at which level ------------------------------------------------------------------

PARTS = {
    ("adult", Level.EMERGENCY_NOW): (),
    ("adult", Level.URGENT_SAME_DAY): ("same-day-care", "ask-there"),
    ("adult", Level.PROMPT_IN_PERSON): ("comfort", "medicine", "medicine-ask", "after"),
    ("adult", Level.VIRTUAL_VISIT): (
        "prepare",
        "self-care",
        "medicine",
        "medicine-ask",
        "after",
        "video-can",
        "video-cannot",
        "about",
        "questions",
        "questions-tests",
    ),
    ("adult", Level.SELF_CARE): (
        "prepare",
        "self-care",
        "medicine",
        "medicine-ask",
        "after",
        "video-can",
        "video-cannot",
        "about",
        "questions",
        "questions-tests",
    ),
    ("pediatric", Level.EMERGENCY_NOW): ("medicine-child", "medicine-ask-child"),
    ("pediatric", Level.URGENT_SAME_DAY): ("medicine-child", "medicine-ask-child"),
    ("pediatric", Level.PROMPT_IN_PERSON): (
        "comfort-child",
        "medicine-child",
        "medicine-ask-child",
        "after-child",
    ),
    ("pediatric", Level.VIRTUAL_VISIT): (
        "prepare-child",
        "simple-care",
        "medicine-child",
        "medicine-ask-child",
        "medicine-use-child",
        "after-child",
        "about-child",
        "questions-child",
    ),
    ("pediatric", Level.SELF_CARE): (
        "prepare-child",
        "simple-care",
        "medicine-child",
        "medicine-ask-child",
        "medicine-use-child",
        "after-child",
        "about-child",
        "questions-child",
    ),
}


@pytest.mark.parametrize(("name", "level"), PARTS)
def test_each_level_shows_the_parts_that_the_specification_gives_it(name: str, level: Level) -> None:
    assert tuple(block.key for block in GUIDANCE[name].blocks_for(level)) == PARTS[name, level]


def test_medicine_cautions_show_from_self_care_to_prompt_only() -> None:
    for changes, shown in (
        ("conditions=high_bp", True),
        ("conditions=high_bp; pain_now=8", True),
        ("conditions=high_bp; fever=yes", False),
        ("conditions=high_bp; em_now=tearing", False),
        ("", False),
    ):
        assert bool(told("adult", changes).cautions) is shown, changes


PREGNANCY_SIGN = (
    "in pregnancy: blood or fluid that leaks, tight waves in the belly, or a baby that moves less"
)
BIRTH_SIGN = "pregnant or just after birth: a bad headache, blurred vision or sudden swelling"


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ("sex=female; age_years=30; pregnancy=no", True),
        ("sex=female; age_years=55; pregnancy=no", True),
        ("sex=female; age_years=56", False),
        ("sex=male; age_years=30", False),
        ("sex=intersex; age_years=30; pregnancy=no", True),
        ("sex=prefer_not; age_years=30; pregnancy=no", True),
        ("sex=(blank); age_years=30; pregnancy=no", True),
        ("sex=female; age_years=(blank); pregnancy=no", True),
        ("sex=male; age_years=(blank)", False),
        ("sex=female; age_years=30; pregnancy=over_20w; pregnancy_signs=headache_vision", True),
        ("sex=female; age_years=30; fever=yes; pregnancy=no", True),
        ("sex=male; age_years=30; fever=yes", False),
    ],
)
def test_signs_of_pregnancy_show_unless_sex_or_age_rules_it_out(changes: str, shown: bool) -> None:
    signs = told("adult", changes).safety_net[0].signs
    assert ({PREGNANCY_SIGN, BIRTH_SIGN} <= set(signs)) is shown
    assert (len(signs) == len(GUIDANCE["adult"].safety_net[0].signs)) is shown


def test_what_is_answered_about_pregnancy_does_not_change_the_signs() -> None:
    question = PATHWAYS["adult"].by_key["pregnancy"]
    answers = ("(blank)", *(option.key for option in question.options))
    nets = {told("adult", f"sex=female; age_years=30; pregnancy={a}").safety_net for a in answers}
    assert len(nets) == 1


def test_whoever_is_asked_about_pregnancy_sees_its_signs() -> None:
    ruled_out = GUIDANCE["adult"].cannot_be_pregnant
    assert ruled_out is not None
    asked = PATHWAYS["adult"].by_key["pregnancy"].shown_when
    for sex in (option.key for option in PATHWAYS["adult"].by_key["sex"].options):
        for age in range(18, 121):
            facts = Facts({"sex": sex, "age_years": age})
            assert ruled_out.holds(facts) is not asked.holds(facts), (sex, age)


def test_a_private_caution_is_not_named() -> None:
    outcome = told("adult", "sex=female; pregnancy=under_20w; pregnancy_signs=none")
    (caution,) = outcome.cautions
    assert caution.reasons == ("one of your private answers",)


def test_cautions_read_the_answers_as_they_counted() -> None:
    hidden = told("adult", "sex=male; pregnancy=under_20w; conditions=high_bp")
    assert hidden.cautions[0].reasons == ("high blood pressure",)
    blank = told("adult", "blood_thinner=(blank)").cautions[0].reasons
    assert any("blood thinner" in reason for reason in blank)
    assert any("not answered" in reason for reason in blank)


# --- how long it is valid ------------------------------------------------------------------------


def test_a_result_is_valid_for_24_hours() -> None:
    answers = with_changes(PATHWAYS["adult"], "")
    frozen = freeze(evaluate(PATHWAYS["adult"], answers))
    day = datetime.timedelta(hours=24)

    def at(now: datetime.datetime) -> Outcome:
        return build_outcome(frozen, answers, submitted_at=SENT_AT, now=now, reference="K7M-4QX")

    fresh, old = at(SENT_AT + day), at(SENT_AT + day + datetime.timedelta(seconds=1))
    assert (
        fresh.valid
        == "This result counts for 24 hours at most. After that, or if anything changes, check again."
    )
    assert not fresh.is_expired
    assert fresh.valid_until == SENT_AT + day
    assert fresh.reference == "K7M-4QX"
    assert old.is_expired
    assert "more than 24 hours old" in old.valid


# --- helpers -------------------------------------------------------------------------------------


def evaluate_ids(name: str, changes: str) -> tuple[str, ...]:
    pathway = PATHWAYS[name]
    return evaluate(pathway, with_changes(pathway, changes)).rule_ids


def first(text: Any) -> str:
    return both(text)[0]


def all_texts(value: Any) -> list[str]:
    """Every string in an outcome."""
    if isinstance(value, str):
        return [value]
    if dataclasses.is_dataclass(value):
        return [t for field in dataclasses.fields(value) for t in all_texts(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [text for item in value for text in all_texts(item)]
    return []
