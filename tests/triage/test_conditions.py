"""The vocabulary of conditions: every operator over yes, no, not sure and missing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import pytest

from triage.conditions import AllOf, Answer, AnyOf, Condition, Count, Fact, Facts, Not, Truth
from triage.engine_conditions import ALWAYS, INCOMPLETE, NOTHING_FIRED, Fired, LevelIs, TransportIs
from triage.model import Choice, Kind, Level, Question, Source, Transport

SOURCE = (Source("T", "Invented for tests", "judgment"),)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def _question(key: str, kind: Kind, *options: str) -> Question:
    choices = tuple(Choice(key=option, text=option, short=option.replace("_", " ")) for option in options)
    return Question(
        key=key,
        kind=kind,
        text=key,
        short=key.capitalize(),
        sources=SOURCE,
        required=True,
        options=choices,
        maximum=10,
    )


NUMB = _question("numb", Kind.SINGLE, "no", "a_little", "yes", "not_sure")
SIGNS = _question("signs", Kind.MULTI, "lump", "rash", "none", "not_sure", "not_looked")
RISKS = _question("risks", Kind.MULTI, "iv_drugs", "none", "prefer_not")
PAIN = _question("pain", Kind.WHOLE)
NOTE = _question("note", Kind.TEXT)


@dataclass(frozen=True)
class Row:
    """A condition, an answer to its question (None = missing), and what the condition must say of it."""

    condition: Condition
    answer: Answer | None
    holds: bool
    truth: Truth

    def __str__(self) -> str:
        answer = sorted(self.answer) if isinstance(self.answer, frozenset) else self.answer
        return f"{self.condition.expression()}: {answer}"


def _set(*options: str) -> frozenset[str]:
    return frozenset(options)


IS, HAS, ONLY = NUMB.is_("yes", "a_little"), SIGNS.has("lump", "rash"), SIGNS.only("none", "rash")
ROWS = (
    Row(IS, "yes", True, YES),
    Row(IS, "a_little", True, YES),
    Row(IS, "no", False, NO),
    Row(IS, "not_sure", False, UNKNOWN),
    Row(IS, None, False, UNKNOWN),
    Row(NUMB.is_("not_sure"), "not_sure", True, YES),
    Row(NUMB.is_("no"), "not_sure", False, UNKNOWN),
    Row(HAS, _set("lump"), True, YES),
    Row(HAS, _set("none"), False, NO),
    Row(HAS, _set("not_sure"), False, UNKNOWN),
    Row(HAS, _set("lump", "not_sure"), True, YES),
    Row(HAS, _set("not_looked"), False, UNKNOWN),
    Row(HAS, None, False, UNKNOWN),
    Row(RISKS.has("iv_drugs"), _set("prefer_not"), False, UNKNOWN),
    Row(RISKS.has("iv_drugs"), _set("none"), False, NO),
    Row(ONLY, _set("none"), True, YES),
    Row(ONLY, _set("none", "rash"), True, YES),
    Row(ONLY, _set("rash", "lump"), False, NO),
    Row(ONLY, _set("not_sure"), False, UNKNOWN),
    Row(ONLY, None, False, UNKNOWN),
    Row(PAIN.at_least(7), 7, True, YES),
    Row(PAIN.at_least(7), 6, False, NO),
    Row(PAIN.at_least(7), 0, False, NO),
    Row(PAIN.at_least(7), None, False, UNKNOWN),
    Row(PAIN.below(3), 2, True, YES),
    Row(PAIN.below(3), 3, False, NO),
    Row(PAIN.below(3), 0, True, YES),
    Row(PAIN.below(3), None, False, UNKNOWN),
    Row(NOTE.answered(), "a word", True, YES),
    Row(PAIN.answered(), 0, True, YES),
    Row(NOTE.answered(), None, False, UNKNOWN),
)


def _facts(condition: Condition, answer: Answer | None) -> Facts:
    (key,) = condition.questions()
    return Facts({} if answer is None else {key: answer})


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_term(row: Row) -> None:
    facts = _facts(row.condition, row.answer)
    assert row.condition.holds(facts) is row.holds
    assert row.condition.truth(facts) is row.truth


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_not_of_a_term_holds_when_the_term_does_not_and_knows_no_more(row: Row) -> None:
    facts = _facts(row.condition, row.answer)
    negated = ~row.condition
    assert negated.holds(facts) is not row.holds
    assert negated.truth(facts) is {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[row.truth]


ANSWER = {YES: "yes", NO: "no", UNKNOWN: "not_sure"}
OTHER = _question("other", Kind.SINGLE, "no", "yes", "not_sure")
A, B = NUMB.is_("yes"), OTHER.is_("yes")
ORDER = [NO, UNKNOWN, YES]  # Kleene: and = the lower, or = the higher
PAIRS = list(product(ORDER, ORDER))


@pytest.mark.parametrize(("left", "right"), PAIRS, ids=str)
def test_kleene_laws(left: Truth, right: Truth) -> None:
    facts = Facts({"numb": ANSWER[left], "other": ANSWER[right]})
    assert (A & B).truth(facts) is min(left, right, key=ORDER.index)
    assert (A | B).truth(facts) is max(left, right, key=ORDER.index)
    assert (A & B).truth(facts) is (B & A).truth(facts)
    assert (~(A & B)).truth(facts) is (~A | ~B).truth(facts)
    assert (~(A | B)).truth(facts) is (~A & ~B).truth(facts)
    assert (~~A).truth(facts) is A.truth(facts)
    assert (A & B).holds(facts) is (left is YES and right is YES)
    assert (A | B).holds(facts) is (YES in (left, right))


@pytest.mark.parametrize(("left", "right"), PAIRS, ids=str)
def test_what_is_known_is_what_fires(left: Truth, right: Truth) -> None:
    """For conditions without Not: known yes fires, known no does not."""
    facts = Facts({"numb": ANSWER[left], "other": ANSWER[right]})
    for condition in (A & B, A | B):
        if condition.truth(facts) is not UNKNOWN:
            assert condition.holds(facts) is (condition.truth(facts) is YES)


@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ({}, 0),
        ({"numb": "not_sure", "other": "no"}, 0),
        ({"numb": "yes", "other": "not_sure"}, 1),
        ({"numb": "yes", "other": "yes"}, 2),
    ],
)
def test_count(answers: dict[str, str], value: int) -> None:
    count = Count("signs_count", (A, B), "signs")
    facts = Facts(answers)
    assert count.value(facts) == value
    for number in (0, 1, 2, 3):
        assert count.at_least(number).holds(facts) is (value >= number)
        assert count.exactly(number).holds(facts) is (value == number)


@pytest.mark.parametrize(
    ("answers", "at_least_one", "at_least_two"),
    [
        ({"numb": "no", "other": "no"}, NO, NO),
        ({"numb": "yes", "other": "no"}, YES, NO),
        ({"numb": "yes", "other": "not_sure"}, YES, UNKNOWN),
        ({"numb": "not_sure", "other": "no"}, UNKNOWN, NO),
        ({}, UNKNOWN, UNKNOWN),
    ],
)
def test_truth_of_a_count(answers: dict[str, str], at_least_one: Truth, at_least_two: Truth) -> None:
    count = Count("signs_count", (A, B), "signs")
    assert count.at_least(1).truth(Facts(answers)) is at_least_one
    assert count.at_least(2).truth(Facts(answers)) is at_least_two


def test_fact_is_worked_out_once_and_speaks_by_its_name() -> None:
    fact = Fact("NUMBNESS", A, "numbness")
    facts = Facts({"numb": "yes"})
    assert fact.holds(facts)
    assert facts.known == {"NUMBNESS": True}
    assert (fact.expression(), fact.english()) == ("NUMBNESS", "numbness")
    assert fact.truth(Facts({"numb": "not_sure"})) is UNKNOWN


ENGINE = {
    "always": (ALWAYS, Facts({}), True),
    "incomplete": (INCOMPLETE, Facts({}, incomplete=True), True),
    "complete": (INCOMPLETE, Facts({}), False),
    "nothing fired": (NOTHING_FIRED, Facts({}), True),
    "something fired": (NOTHING_FIRED, Facts({}, fired={"A"}), False),
    "this rule fired": (Fired(("A", "B")), Facts({}, fired={"B"}), True),
    "another rule fired": (Fired(("A", "B")), Facts({}, fired={"C"}), False),
    "transport": (TransportIs(Transport.CALL_911), Facts({}, transports={Transport.CALL_911}), True),
    "other transport": (TransportIs(Transport.CALL_911), Facts({}, transports={Transport.ER}), False),
    "level": (LevelIs(frozenset({Level.SELF_CARE})), Facts({}, level=Level.SELF_CARE), True),
    "no level yet": (LevelIs(frozenset({Level.SELF_CARE})), Facts({}), False),
}


@pytest.mark.parametrize(("condition", "facts", "holds"), ENGINE.values(), ids=ENGINE)
def test_what_the_engine_knows_is_never_unknown(condition: Condition, facts: Facts, holds: bool) -> None:
    assert condition.holds(facts) is holds
    assert condition.truth(facts) is (YES if holds else NO)
    assert condition.questions() == frozenset()


SPOKEN = {
    "is one": (A, "numb = yes", "Numb is “yes”", {"numb"}),
    "is one of": (IS, "numb in {a_little, yes}", "Numb is “a little” or “yes”", {"numb"}),
    "has": (SIGNS.has("lump"), "signs has lump", "Signs includes “lump”", {"signs"}),
    "has any": (HAS, "signs has_any {lump, rash}", "Signs includes “lump” or “rash”", {"signs"}),
    "only": (ONLY, "signs only {rash, none}", "Signs is only “rash” or “none”", {"signs"}),
    "at least": (PAIN.at_least(7), "pain >= 7", "Pain is 7 or more", {"pain"}),
    "below": (PAIN.below(99.5), "pain < 99.5", "Pain is under 99.5", {"pain"}),
    "answered": (PAIN.answered(), "pain answered", "Pain is answered", {"pain"}),
    "and": (A & B, "numb = yes AND other = yes", "Numb is “yes” and Other is “yes”", {"numb", "other"}),
    "or": (A | B, "numb = yes OR other = yes", "Numb is “yes” or Other is “yes”", {"numb", "other"}),
    "not": (~A, "NOT (numb = yes)", "not (Numb is “yes”)", {"numb"}),
    "grouped": (
        (A | B) & PAIN.at_least(7),
        "(numb = yes OR other = yes) AND pain >= 7",
        "(Numb is “yes” or Other is “yes”) and Pain is 7 or more",
        {"numb", "other", "pain"},
    ),
    "count": (
        Count("signs_count", (A, B), "signs").at_least(2),
        "signs_count >= 2",
        "signs: 2 or more",
        {"numb", "other"},
    ),
    "always": (ALWAYS, "always", "always", set()),
    "incomplete": (INCOMPLETE, "incomplete", "a core question was left blank", set()),
    "nothing fired": (NOTHING_FIRED, "NO_OTHER_RULE", "no other rule fired", set()),
    "fired": (Fired(("A", "B")), "fired(A, B)", "rule A or B fired", set()),
    "transport": (TransportIs(Transport.ER), "transport = ER", "a fired rule has transport ER", set()),
    "level": (
        LevelIs(frozenset({Level.VIRTUAL_VISIT, Level.SELF_CARE})),
        "level in {SELF_CARE, VIRTUAL_VISIT}",
        "the level is SELF_CARE or VIRTUAL_VISIT",
        set(),
    ),
}


@pytest.mark.parametrize(("condition", "expression", "english", "questions"), SPOKEN.values(), ids=SPOKEN)
def test_condition_prints_itself_and_names_its_questions(
    condition: Condition, expression: str, english: str, questions: set[str]
) -> None:
    assert condition.expression() == expression
    assert condition.english() == english
    assert condition.questions() == questions


def test_and_and_or_stay_flat() -> None:
    assert len((A & B & A).parts()) == 3
    assert isinstance((A & B) | A, AnyOf)
    assert isinstance(A & (B | A), AllOf)
    assert isinstance(~A, Not)


@pytest.mark.parametrize("options", [(), ("maybe",), ("yes", "maybe")])
def test_misspelt_option_is_refused_at_once(options: tuple[str, ...]) -> None:
    for make in (NUMB.is_, NUMB.has, NUMB.only):
        with pytest.raises(ValueError, match="numb has no option"):
            make(*options)
