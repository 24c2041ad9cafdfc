"""The clinician's section "For the visit": own words, in the person's order, and the teen's wish."""

from __future__ import annotations

from typing import Any

import pytest

from assessments.summary import Summary
from tests.assessments.stored import CONTACT, case, printed, stored, summary_of

NOTES: dict[str, Any] = {
    "questions": ["Can I <b>lift</b>?", "Will it come back?"],
    "place": "12 Invented Street",
    "companion": "an invented sister",
}


def lines(summary: Summary) -> dict[str, str]:
    if "visit" not in [section.key for section in summary.sections]:
        return {}
    found = summary.section("visit").lines
    return {line.label: " | ".join(said.text for said in line.said) for line in found}


def noted(name: str, changes: str = "", words: dict[str, str] | None = None, **notes: Any) -> Any:
    return case(name, changes, words=words, contact={**CONTACT, "visit": {**NOTES, **notes}})


def test_questions_stand_in_the_persons_order_the_one_of_the_form_first() -> None:
    told = lines(summary_of(noted("adult", words={"patient_question": "Is it my chair?"})))
    assert list(told.items())[:3] == [
        ("Question 1", "Is it my chair?"),
        ("Question 2", "Can I <b>lift</b>?"),
        ("Question 3", "Will it come back?"),
    ]
    assert told["Where, for the call"] == "12 Invented Street"
    assert told["Who will be there"] == "an invented sister"


def test_own_words_are_quoted_and_escaped_on_paper() -> None:
    html = printed(noted("adult"))
    assert '<q class="app-own"' in html
    assert "Can I &lt;b&gt;lift&lt;/b&gt;?" in html
    assert "For the visit" in html


def test_a_language_other_than_the_clinics_is_named_beside_the_words() -> None:
    for language, foreign in (("es", True), ("en", False)):
        (first, *_rest) = summary_of(noted("adult", language=language)).section("visit").lines
        assert bool(first.said[0].language) is foreign


@pytest.mark.parametrize("name", ["adult", "pediatric"])
def test_without_notes_there_is_no_section(name: str) -> None:
    assert lines(summary_of(case(name, "age_years=40" if name == "adult" else "child_age_years=9"))) == {}


def test_the_question_of_the_form_alone_makes_the_section() -> None:
    assert lines(summary_of(case("adult", words={"patient_question": "Why?"}))) == {"Question 1": "Why?"}


@pytest.mark.parametrize(("there", "words"), [("yes", "yes"), ("no", "no"), ("not_sure", "not sure")])
def test_whether_the_child_will_be_there(there: str, words: str) -> None:
    told = lines(summary_of(noted("pediatric", "child_age_years=9", child_there=there)))
    assert told["Child there for the call"] == words


TEEN = "child_age_years=15; pain_severity=moderate"
WISH = "Time alone with the clinician (staff only)"


@pytest.mark.parametrize(
    ("wish", "words"), [("yes", "yes"), ("no", "no"), ("not_sure", "not sure"), (None, "not answered")]
)
def test_no_not_sure_and_not_answered_are_told_apart(wish: str | None, words: str) -> None:
    notes: dict[str, Any] = {"time_alone": wish} if wish else {}
    assert lines(summary_of(noted("pediatric", TEEN, **notes)))[WISH] == words


def test_a_teen_who_was_sent_to_care_was_not_asked() -> None:
    assert lines(summary_of(case("pediatric", "child_age_years=15; walking=limp")))[WISH] == "not asked"
    stopped = stored("pediatric", {"child_age_years": 15, "gate_now": ["seizure"]}, finished=False)
    assert lines(summary_of(stopped))[WISH] == "not asked"


def test_below_the_age_of_a_teen_nothing_is_said_about_time_alone() -> None:
    assert WISH not in lines(summary_of(noted("pediatric", "child_age_years=11")))
    assert WISH not in lines(summary_of(noted("adult")))
