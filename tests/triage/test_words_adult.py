"""The words of the adult pathway: there for everybody, plain, in both voices, and safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import pytest

from triage.adult import ADULT
from triage.model import Choice, Level, Question, Rule, Transport
from triage.words import Text, Voiced, both, say

TRY_THIS = "If you are not sure, try this:"

# The proxy who fills in the form is spoken to as "you", and says "I", in these phrases only.
SPOKEN_TO_THE_PROXY = (TRY_THIS, "I am not sure", "I prefer not to say")
# Who answers decides the voice, and the second question is never put to a proxy.
ONE_VOICE_ONLY = {"respondent", "ces_sexual"}

OPTIONS = tuple((question, option) for question in ADULT.questions for option in question.options)
OPTION_IDS = [f"{question.key}-{option.key}" for question, option in OPTIONS]
OPTION_CASES = [
    pytest.param(question, option, id=case_id)
    for (question, option), case_id in zip(OPTIONS, OPTION_IDS, strict=True)
]
QUESTION_IDS = [question.key for question in ADULT.questions]
RULE_IDS = [rule.id for rule in ADULT.rules]


def words_of(question: Question) -> Iterator[tuple[str, Text]]:
    """Everything a patient or a proxy can read of one question, with the place it stands."""
    for part in ("text", "hint", "why", "help", "unsure_help", "note_label"):
        yield f"{question.key}.{part}", getattr(question, part)
    for option in (*question.options, *question.ratings):
        yield f"{question.key}.{option.key}", option.text
        yield f"{question.key}.{option.key}.hint", option.hint
        yield f"{question.key}.{option.key}.group", option.group


QUESTION_WORDS = tuple(
    (where, text) for question in ADULT.questions for where, text in words_of(question) if text
)
REASONS = tuple((rule.id, rule.patient) for rule in ADULT.rules)
PATIENT_WORDS = (*QUESTION_WORDS, *REASONS)
PATIENT_IDS = [where for where, _text in PATIENT_WORDS]


def everything(question: Question, *, other_voice: bool) -> str:
    """All words of one question in one voice."""
    return " ".join(say(text, other_voice=other_voice) for _where, text in words_of(question) if text)


def without_fixed_phrases(text: str) -> str:
    for phrase in SPOKEN_TO_THE_PROXY:
        text = text.replace(phrase, "")
    return text


# --- there for everybody ---------------------------------------------------------------------------


@pytest.mark.parametrize("question", ADULT.questions, ids=QUESTION_IDS)
def test_every_question_has_words_for_the_patient_and_for_staff(question: Question) -> None:
    assert question.short.strip()
    assert question.short != question.key
    assert "_" not in question.short
    for text in both(question.text):
        assert text.endswith("?")
    for text in both(question.why):
        assert text.endswith(".")


@pytest.mark.parametrize(("question", "option"), OPTION_CASES)
def test_every_option_has_words_for_the_patient_and_for_staff(question: Question, option: Choice) -> None:
    del question
    assert option.short.strip()
    assert "_" not in option.short
    for text in both(option.text):
        assert re.match(r"[A-Z0-9]\w*", text), f"not a phrase: {text!r}"


@pytest.mark.parametrize(("question", "option"), OPTIONS, ids=OPTION_IDS)
def test_no_raw_key_is_shown(question: Question, option: Choice) -> None:
    """A key with a number or an abbreviation in it is never its own wording."""
    assert "_" not in "".join((*both(option.text), *both(option.hint)))
    if re.search(r"\d|_(bp|sij|nsaid|ibd|ever|known)|^(rx|pt|otc|iv|aaa)_|comes_goes|postpartum", option.key):
        raw = option.key.replace("_", " ")
        assert raw not in {option.short.lower(), *(text.lower() for text in both(option.text))}
    if option.key == "none" and not question.gate and question.key not in {"leg_pain", "function_limit"}:
        assert option.text == "None of these"
    if option.key == "prefer_not":
        assert option.text == "I prefer not to say"


@pytest.mark.parametrize(("where", "text"), PATIENT_WORDS, ids=PATIENT_IDS)
def test_no_shorthand_of_the_specification_is_left(where: str, text: Text) -> None:
    del where
    for words in both(text):
        shorthand = re.search(
            r"\+ text|body map \+|section \d|\b[A-E]\d+\b|\{\{|\.\.\.|[<>=]{2}|S00\d|UNCERTAIN", words
        )
        assert shorthand is None, shorthand


def test_questions_and_their_options_can_be_told_apart() -> None:
    for other_voice in (False, True):
        headings = [say(question.text, other_voice=other_voice) for question in ADULT.questions]
        assert len(set(headings)) == len(headings)
    names = [question.short for question in ADULT.questions]
    assert len(set(names)) == len(names)
    for question in ADULT.questions:
        for choices in (question.options, question.ratings):
            assert len({say(choice.text) for choice in choices}) == len(choices), question.key
            assert len({choice.short for choice in choices}) == len(choices), question.key


@pytest.mark.parametrize("question", [q for q in ADULT.questions if q.gate], ids=lambda q: q.key)
def test_every_gate_question_helps_those_who_are_not_sure(question: Question) -> None:
    for text in both(question.unsure_help):
        assert text.startswith(TRY_THIS)
    assert not any(
        re.search(r"stand on|jump|run |bend |lift something", t) for t in both(question.unsure_help)
    )


@pytest.mark.parametrize("rule", ADULT.rules, ids=RULE_IDS)
def test_every_rule_has_both_reasons(rule: Rule) -> None:
    assert rule.clinician.strip()
    assert all(text.endswith(".") for text in both(rule.patient))


# --- safe to show ---------------------------------------------------------------------------------


CERTAIN = re.compile(
    r"\b(is|are|means you have|means they have|have) (an? )?(infection|fracture|tumor|clot|stroke)\b"
)


@pytest.mark.parametrize("rule", ADULT.rules, ids=RULE_IDS)
def test_a_reason_says_could_and_never_names_an_illness_as_fact(rule: Rule) -> None:
    illness = (
        r"infection|blood clot|stroke|shingles|inflammation|narrowing|broken bone|blood-vessel emergency"
    )
    for words in both(rule.patient):
        assert CERTAIN.search(words) is None
        for sentence in re.split(r"(?<=[.?!])\s+", words):
            if re.search(illness, sentence):
                assert re.search(r"\b(could|can|more likely|may)\b", sentence), sentence


ACTION = {
    Level.EMERGENCY_NOW: r"emergency room|\{emergency_number\}",
    Level.URGENT_SAME_DAY: r"\btoday\b",
    Level.PROMPT_IN_PERSON: r"in[ -]person|\bsoon\b|promptly|\btoday\b",
    Level.VIRTUAL_VISIT: r"clinician|visit|seen",
}


@pytest.mark.parametrize("rule", ADULT.rules, ids=RULE_IDS)
def test_a_reason_keeps_the_safety_action_of_its_level(rule: Rule) -> None:
    for words in both(rule.patient):
        assert re.search(ACTION[rule.level], words)
        if rule.transport is Transport.CALL_911:
            assert "{emergency_number}" in words
        if rule.level < Level.EMERGENCY_NOW:
            assert not re.search(r"emergency room now|emergency care now", words)


PRIVATE = (
    r"drug|inject|needle|shot|\bsex|erection|climax|genital|\bpee|urin|bladder|bowel|stool|leak|soil|toilet|"
    r"immun|\bHIV|chemo|transplant|biologic|dialysis|tubercul|\bTB\b|diabet|pregnan|birth|baby|matern|midwi|"
    r"labor|vagina|chose not|not to answer|prefer|declin|saddle|between (your|their) legs"
)


@pytest.mark.parametrize("rule", [r for r in ADULT.rules if r.private], ids=lambda r: r.id)
def test_a_private_reason_does_not_name_its_subject(rule: Rule) -> None:
    for words in both(rule.patient):
        assert re.search(PRIVATE, words, re.IGNORECASE) is None


def test_the_list_of_private_rules_is_the_specifications() -> None:
    listed = (
        "CES-03 CES-04 CES-05 CES-06 CES-07 CES-08 INF-01 INF-04 INF-05 INF-06 INF-07 INF-08 INF-10 INF-11 "
        "INF-12 OTH-03 PRG-01 PRG-02 PRG-03 PRG-04 PRG-05 VIS-03"
    )
    private = {rule.id.removeprefix("ADULT-") for rule in ADULT.rules if rule.private}
    assert private == set(listed.split())


# --- two voices ------------------------------------------------------------------------------------

TWO_VOICES = [(where, text) for where, text in PATIENT_WORDS if where.split(".")[0] not in ONE_VOICE_ONLY]


@pytest.mark.parametrize(("where", "text"), TWO_VOICES, ids=[where for where, _text in TWO_VOICES])
def test_a_proxy_reads_about_them_and_never_about_you(where: str, text: Text) -> None:
    del where
    words = without_fixed_phrases(say(text, other_voice=True))
    person = re.search(r"\b(you|your|yours|yourself|I|me|my|myself)\b", words)
    assert person is None, words
    told_to_the_patient = re.search(r"(^|[.:] )(Be|Stay) ", words)
    assert told_to_the_patient is None, words


@pytest.mark.parametrize(("where", "text"), TWO_VOICES, ids=[where for where, _text in TWO_VOICES])
def test_the_person_who_answers_alone_never_reads_about_them(where: str, text: Text) -> None:
    """ "They" may be a thing (nerves, signs); "their" and "them" after a verb of a person may not."""
    del where
    assert re.search(r"\b([Dd]o|[Hh]ave|[Aa]re|[Cc]ould) they\b|\b[Aa]sk them\b", say(text)) is None


@pytest.mark.parametrize(
    ("where", "text"),
    [(where, text) for where, text in PATIENT_WORDS if isinstance(text, Voiced)],
    ids=[where for where, text in PATIENT_WORDS if isinstance(text, Voiced)],
)
def test_both_voices_say_the_same(where: str, text: Voiced) -> None:
    """The two differ in the person only: same numbers, same placeholders, same exclusions."""
    del where
    assert text.usual != text.other
    for pattern in (r"\d[\d.]*", r"\{\w*\}", r"\b(?:not|only|or|no|never|today|soon|now)\b"):
        assert sorted(re.findall(pattern, text.usual)) == sorted(re.findall(pattern, text.other)), pattern


def test_only_the_emergency_number_is_filled_in_later() -> None:
    placeholders = chain.from_iterable(
        re.findall(r"\{(.*?)\}", words) for _where, text in PATIENT_WORDS for words in both(text)
    )
    assert set(placeholders) == {"emergency_number"}


# --- nothing lost from the clinical wording --------------------------------------------------------

# Phrases that must stay in a question, its hint, its options or its help. "|" stands between two.
KEPT = {
    "em_now": (
        "at any time since this pain began|since it last got worse|last 2 weeks|nearly fainted|"
        "Cold, gray or sweaty skin|drowsy or confused|pressure or tightness|only catches when|"
        "asked later|tearing or ripping|throbbing lump|one side under the ribs|"
        "worst-ever headache|does not fade when pressed|suddenly cold, pale or blue|tar-like|"
        "a sudden weak arm (or arm and leg) on one side|coffee grounds"
    ),
    "ces_saddle": (
        "feel different|private parts (genitals)|bottom|inner thighs|numb, tingling, or odd|"
        "sit, wash, or wipe"
    ),
    "ces_pee_start": "harder|cannot start|have to push|stream is weak|bladder is full",
    "ces_pee_feel": "lost some feeling|pee coming out|full or empty",
    "ces_pee_leak": "leak pee|wet |cannot hold it",
    "ces_bowel": "soil|cannot hold in gas|cannot feel when",
    "ces_sexual": "less feeling|erection|climax|less sex only because it hurts|Does not apply|every adult",
    "leg_both": (
        "BOTH|only sore muscles|sore knees or hips|all-over aches of a cold or flu|"
        "wakes up within minutes|began in the last 3 months, or came back, or is getting worse|"
        "normal feeling and strength|over 4 weeks|goes when|"
        "more than 3 months, not changed, not checked|a doctor has checked it"
    ),
    "leg_weak": (
        "drags or slaps|lift|tiptoe|old knee problem|"
        "last 3 days, or came on suddenly, or is getting worse|cannot lift the foot at all|"
        "more than 3 days, about the same, not checked|not changing, and a doctor"
    ),
    "leg_numb": (
        "falls asleep in one position and wakes up within minutes|feeling is normal when|"
        "last 3 days|spreading or getting worse|cannot feel touch there at all|"
        "more than 3 days, about the same"
    ),
    "walking": (
        "as always|nothing has changed|because it hurts|stumbling, heavy or stiff legs, or falls|at all"
    ),
    "fever": (
        "100.4 F|38 C|shaking chills|since this pain began, or in the last 2 weeks|medicine brought it down"
    ),
    "injury": (
        "last 4 weeks, or just before the pain began|help line|no fall or blow|standing height|"
        "bump on something hard|slow car bump|got out and walked|3 to 10 feet|several stairs|"
        "crash when going fast|hit by a vehicle|over 10 feet|shallow water|stab or gunshot|"
        "found no break"
    ),
    "cancer": "ever|other than simple skin cancer",
    "weight_loss": "without trying|10 pounds (4.5 kg)|much looser|last 6 months|fit as before: answer no",
    "blood_thinner": "bleeding disorder|warfarin|clopidogrel|Low-dose aspirin alone: answer no",
    "onset": "7 or more out of 10|even if it is better now|not that bad at first",
    "night_pain": "turning over|can get comfortable|day or night, in any position",
    "function_limit": "wash, dress or get around the house",
    "arm_signs": "buttons|dropping things|electric shocks when bending the neck",
    "conditions": (
        "after age 50|3 months or more, now or in the past year|stiff like a rod|does not count|"
        "over a year ago|not only the trait|not in the brain|only one kidney"
    ),
    "infection_risk": (
        "in the last 3 months|3 to 12 months ago|red, hot, swollen, leaking or opening|"
        "not prescribed|in the last 12 months|more than 12 months ago|last 6 weeks|"
        "anywhere else in the body|private"
    ),
    "point_tender": "one exact spot|bone in the middle|very sore to press",
    "urinary": "pink or red|cola or tea|strong waves|keep fluids down|last 2 weeks",
    "other_signs": (
        "near the pain|lost height|tight band|not just tired or sleeping badly|newly swollen|"
        "goes within minutes of rest|goes through to the back|last 2 weeks"
    ),
    "pregnancy": "could|last 6 weeks|less than 20 weeks|20 weeks or more|private",
    "pregnancy_signs": "soaking a pad in an hour|large clots|tip of a shoulder|blurred vision",
    "leg_walk_pattern": "sit or lean forward|shopping cart",
    "tolerance": "less than 15 minutes",
    "concerns": "call or text 988 now",
}


@pytest.mark.parametrize("key", KEPT)
@pytest.mark.parametrize("other_voice", [False, True], ids=["self", "proxy"])
def test_no_qualifying_phrase_is_lost(key: str, other_voice: bool) -> None:
    words = everything(ADULT.by_key[key], other_voice=other_voice)
    assert [phrase for phrase in KEPT[key].split("|") if phrase not in words] == []


def test_every_gate_question_is_in_the_list_of_kept_phrases() -> None:
    assert {question.key for question in ADULT.questions if question.gate} <= set(KEPT)


def test_none_stands_alone_and_the_crisis_line_stands_with_low_mood() -> None:
    conditions = ADULT.by_key["conditions"]
    assert conditions.by_key["none"].group == ""
    assert all(option.group for option in conditions.options if option.key != "none")
    assert "988" in say(ADULT.by_key["concerns"].by_key["low_mood"].hint)


def test_own_words_are_asked_for_with_a_real_question() -> None:
    for key in ("cancer_type", "prior_imaging"):
        for label in both(ADULT.by_key[key].note_label):
            assert label.endswith("?")
            assert "when" in label.lower()
