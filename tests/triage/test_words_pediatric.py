"""The words of the pediatric pathway: there for everybody, plain, in both voices, and safe to show."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from tests.triage.pediatric_words import everything, words_of
from triage.model import Choice, Level, Question, Rule, Transport
from triage.pediatric import PEDIATRIC, imaging
from triage.words import Text, Voiced, both, say

LONGEST_SHORT = 80
TRY_THIS = "If you are not sure, try this:"

# Never put to a teenager: these questions are hidden, and these rules cannot fire, from age 12.
YOUNG_QUESTIONS = {"child_age_months", "infant_signs"}
YOUNG_RULES = {
    "PEDS-EMERG-06",
    "PEDS-NEURO-06",
    "PEDS-INF-02",
    "PEDS-INF-09",
    "PEDS-WALK-03",
    "PEDS-AGE-01",
    "PEDS-AGE-02",
    "PEDS-AGE-03",
    "PEDS-AGE-04",
    "PEDS-INFANT-01",
    "PEDS-SAFE-01",
    "PEDS-SAFE-02",
    "PEDS-TRAUMA-09",
    "PEDS-TRAUMA-10",
}
TOO_YOUNG_OPTIONS = {"walking.not_walking_yet", "infant_signs.bulging_soft_spot"}
# Answered before anyone has said who answers, and asked of the person at the screen.
ASKS_THE_READER = {"answered_by"}

OPTIONS = tuple((question, option) for question in PEDIATRIC.questions for option in question.options)
OPTION_IDS = [f"{question.key}-{option.key}" for question, option in OPTIONS]
QUESTION_IDS = [question.key for question in PEDIATRIC.questions]
RULE_IDS = [rule.id for rule in PEDIATRIC.rules]


QUESTION_WORDS = tuple(
    (where, text) for question in PEDIATRIC.questions for where, text in words_of(question) if text
)
REASONS = tuple((rule.id, rule.patient) for rule in PEDIATRIC.rules)
CAREGIVER_WORDS = (*QUESTION_WORDS, *REASONS)
CAREGIVER_IDS = [where for where, _text in CAREGIVER_WORDS]


def sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", words)


# --- there for everybody ---------------------------------------------------------------------------


@pytest.mark.parametrize("question", PEDIATRIC.questions, ids=QUESTION_IDS)
def test_every_question_has_words_for_the_family_and_for_staff(question: Question) -> None:
    assert re.match(r"[A-Z]", question.short)
    assert question.short != question.key
    for text in both(question.text):
        assert text.endswith("?") or question.key == "current_meds"
        assert len(text.split()) <= 14 or question.key == "home_safety"
    for text in both(question.why):
        assert text.endswith(".")
        assert len(sentences(text)) <= 2


@pytest.mark.parametrize(("question", "option"), OPTIONS, ids=OPTION_IDS)
def test_every_option_has_words_for_the_family_and_for_staff(question: Question, option: Choice) -> None:
    assert option.short.strip()
    assert len(f"{question.short}: {option.short}") <= LONGEST_SHORT + len(question.short)
    assert len(option.short) <= LONGEST_SHORT
    for text in both(option.text):
        assert re.match(r"[A-Z0-9]", text)
        assert not text.endswith(".")
    for hint in both(option.hint):
        assert not hint or hint.endswith(".")


@pytest.mark.parametrize(("question", "option"), OPTIONS, ids=OPTION_IDS)
def test_no_raw_key_is_shown(question: Question, option: Choice) -> None:
    shown = (question.short, option.short, *both(option.text), *both(option.hint), *both(question.text))
    assert "_" not in "".join(shown).replace("{emergency_number}", "")
    if re.search(r"\d|_(ibd|pee|3d|abnormal)|^(lt|gt|tb|mri|cant)_", option.key):
        assert option.key.replace("_", " ") not in {option.short.lower(), *map(str.lower, both(option.text))}


def test_conditions_and_score_labels_print_without_raw_keys() -> None:
    printed = [rule.when.english() for rule in PEDIATRIC.rules]
    printed += [row.label for row in PEDIATRIC.points]
    assert [text for text in printed if re.search(r"[a-z]_[a-z]|[{}=]", text)] == []
    assert len({row.label for row in PEDIATRIC.points}) == len(PEDIATRIC.points)


def test_questions_and_their_options_can_be_told_apart() -> None:
    for other_voice in (False, True):
        headings = [say(question.text, other_voice=other_voice) for question in PEDIATRIC.questions]
        assert len(set(headings)) == len(headings)
    names = [question.short for question in PEDIATRIC.questions]
    assert len(set(names)) == len(names)
    for question in PEDIATRIC.questions:
        assert len({say(option.text) for option in question.options}) == len(question.options), question.key
        assert len({option.short for option in question.options}) == len(question.options), question.key


@pytest.mark.parametrize("question", [q for q in PEDIATRIC.questions if q.gate], ids=lambda q: q.key)
def test_every_gate_question_helps_those_who_are_not_sure(question: Question) -> None:
    for text in both(question.unsure_help):
        assert TRY_THIS in text
        assert not re.search(r"\b(jump|run|bend|lift|press hard|hop)\b", text)


def test_the_first_page_shows_its_signs_in_two_blocks_without_a_gap() -> None:
    groups = [option.group for option in PEDIATRIC.by_key["gate_now"].options]
    first, second = groups[0], groups[6]
    assert first != second
    assert groups == [first] * 6 + [second] * 5 + ["", ""]


def test_units_are_named_for_staff_and_family() -> None:
    units = {question.key: question.unit for question in PEDIATRIC.questions if question.unit}
    assert units == {
        "child_age_years": "years",
        "child_age_months": "months",
        "fever_temp_f": "°F",
        "child_weight_lb": "lb",
    }
    for other_voice in (False, True):
        fever = everything(PEDIATRIC.by_key["fever"], other_voice=other_voice)
        assert "100.4°F (38°C) or higher" in fever


# --- safe to show ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("where", "text"), CAREGIVER_WORDS, ids=CAREGIVER_IDS)
def test_nothing_for_clinicians_or_staff_only(where: str, text: Text) -> None:
    del where
    staff_only = (
        r"appropriate|mSv|☢|radiation|contrast|\bESR\b|\bCRP\b|red flag|\bseed\b|differential|score|queue|"
        r"abus|inflict|safeguard|non-?accidental|TEN-?4|mandatory|protective services|neglect|unwitnessed|"
        r"(PEDS|CG|DX|FLAG)-|S00\d|UNCERTAIN|RECONSTRUCTED"
    )
    for words in both(text):
        assert re.search(staff_only, words, re.IGNORECASE) is None


def test_no_line_of_the_imaging_guidance_reaches_a_family() -> None:
    kept_back = {row.rating for row in imaging.STUDIES} | {row.comment for row in imaging.STUDIES}
    kept_back |= {step.text for step in imaging.NEXT_STEPS} | {note.text for note in imaging.PITFALLS}
    kept_back |= {panel.text for panel in PEDIATRIC.panels} | {flag.text for flag in PEDIATRIC.flags}
    told = " ".join(chain.from_iterable(both(text) for _where, text in CAREGIVER_WORDS))
    assert [line for line in kept_back if line in told] == []


@pytest.mark.parametrize("rule", PEDIATRIC.rules, ids=RULE_IDS)
def test_a_reason_names_no_illness_as_fact(rule: Rule) -> None:
    illness = (
        r"infection|broken bone|pressure on|pressed nerve|nerve sign|stress injury|spine problem|"
        r"neck problem|blood sugar|lungs"
    )
    for words in both(rule.patient):
        assert re.search(r"leukemia|tumor|meningitis|sepsis|discitis|fracture|diabetes", words) is None
        for sentence in sentences(words):
            if re.search(illness, sentence) and "recent" not in sentence and "test today" not in sentence:
                assert re.search(r"\b(can|could|may)\b", sentence), sentence


ACTION = {
    Level.EMERGENCY_NOW: r"emergency room|\{emergency_number\}",
    Level.URGENT_SAME_DAY: r"\btoday\b",
    Level.PROMPT_IN_PERSON: r"in[ -]person|\bexam\b|test within a day",
    Level.VIRTUAL_VISIT: r"doctor or nurse|visit",
    Level.SELF_CARE: r"ask for a visit at any time",
}


@pytest.mark.parametrize("rule", PEDIATRIC.rules, ids=RULE_IDS)
def test_a_reason_keeps_the_safety_action_of_its_level(rule: Rule) -> None:
    assert rule.clinician.endswith(".")
    for words in both(rule.patient):
        assert words.endswith(".")
        assert re.search(ACTION[rule.level], words)
        if rule.transport is Transport.CALL_911:
            assert "{emergency_number}" in words
        if rule.level < Level.EMERGENCY_NOW:
            assert not re.search(r"emergency room now", words)


def test_only_the_emergency_number_is_filled_in_later() -> None:
    placeholders = chain.from_iterable(
        re.findall(r"\{(.*?)\}", words) for _where, text in CAREGIVER_WORDS for words in both(text)
    )
    assert set(placeholders) == {"emergency_number"}


def test_families_are_never_told_a_fixed_emergency_number() -> None:
    assert [where for where, text in CAREGIVER_WORDS if "911" in " ".join(both(text))] == []


# --- neutral where someone else may be looking -----------------------------------------------------

BABY = "Back pain in a baby is never treated as simple. Please go to the emergency room now."
YOUNG = "Back pain in a child this young should be checked in person today."
NEUTRAL = {
    "PEDS-SAFE-01": BABY,
    "PEDS-TRAUMA-09": BABY,
    "PEDS-SAFE-02": YOUNG,
    "PEDS-TRAUMA-10": YOUNG,
    "PEDS-TRAUMA-05": "When it is not clear how pain began, an exam is the safest next step.",
    "PEDS-BRUISE-01": (
        "Back pain together with a bruise can need a blood test, so an exam within a day is best."
    ),
}


@pytest.mark.parametrize("rule_id", NEUTRAL)
def test_safeguarding_reasons_stay_neutral(rule_id: str) -> None:
    assert PEDIATRIC.rules_by_id[rule_id].patient == NEUTRAL[rule_id]


def test_the_private_questions_are_asked_in_the_words_of_the_specification() -> None:
    mood, safety = PEDIATRIC.by_key["mood"], PEDIATRIC.by_key["home_safety"]
    assert say(mood.text) == "Has your child been feeling very sad, worried, or stressed?"
    assert say(safety.text) == (
        "Would you like to talk in private about how your child was hurt, or about your child's safety?"
    )
    assert [say(option.text) for option in safety.options] == [
        "No",
        "Yes, please talk with me in private",
        "Prefer not to say",
    ]
    assert not safety.help
    for key in ("safety_worry", "harm_now"):
        for hint in both(mood.by_key[key].hint):
            assert "call or text 988" in hint.lower()
            assert "{emergency_number}" in hint


# --- two voices ------------------------------------------------------------------------------------


def _is_for_teens(where: str) -> bool:
    if where in YOUNG_RULES | TOO_YOUNG_OPTIONS:
        return False
    return where.split(".")[0] not in YOUNG_QUESTIONS | ASKS_THE_READER


TEEN_WORDS = [(where, text) for where, text in CAREGIVER_WORDS if _is_for_teens(where)]


@pytest.mark.parametrize(("where", "text"), CAREGIVER_WORDS, ids=CAREGIVER_IDS)
def test_your_child_is_said_only_where_a_teen_hears_something_else(where: str, text: Text) -> None:
    del where
    if isinstance(text, str):
        assert re.search(r"\b(your|my) child\b", text, re.IGNORECASE) is None
    else:
        assert text.usual != text.other
        assert re.search(r"\bchild\b", text.other) is None


@pytest.mark.parametrize(("where", "text"), TEEN_WORDS, ids=[where for where, _text in TEEN_WORDS])
def test_a_teen_alone_reads_about_you(where: str, text: Text) -> None:
    del where
    words = say(text, other_voice=True)
    assert re.search(r"\b(your|my|a|the) (child|baby)\b|\bchild's\b|themselves", words) is None, words
    assert re.search(r"\b([Dd]o|[Hh]ave|[Aa]re|[Cc]an|[Ww]here|if) they\b|\b[Aa]sk them\b", words) is None, (
        words
    )


@pytest.mark.parametrize("rule_id", sorted(YOUNG_RULES))
def test_rules_with_one_voice_for_young_children_depend_on_the_age(rule_id: str) -> None:
    reads = PEDIATRIC.rules_by_id[rule_id].when.questions()
    assert reads & {"child_age_years", "child_age_months", "infant_signs"}


@pytest.mark.parametrize("key", sorted(YOUNG_QUESTIONS))
def test_questions_with_one_voice_are_hidden_from_age_6(key: str) -> None:
    assert PEDIATRIC.by_key[key].shown_when.expression() in {"child_age_years < 1", "child_age_years < 6"}


VOICED = [(where, text) for where, text in CAREGIVER_WORDS if isinstance(text, Voiced)]


@pytest.mark.parametrize(("where", "text"), VOICED, ids=[where for where, _text in VOICED])
def test_both_voices_say_the_same(where: str, text: Voiced) -> None:
    """Same placeholders and numbers; a qualifier that is only about babies is left out for a teenager."""
    assert re.findall(r"\{\w*\}", text.usual) == re.findall(r"\{\w*\}", text.other)
    usual, other = (re.findall(r"\d[\d.]*", words) for words in (text.usual, text.other))
    assert set(other) <= set(usual)
    if where.startswith("PEDS-"):
        assert usual == other
        for pattern in (r"\b(?:not|never|today|now|within)\b", r"emergency room"):
            assert len(re.findall(pattern, text.usual)) == len(re.findall(pattern, text.other)), pattern
