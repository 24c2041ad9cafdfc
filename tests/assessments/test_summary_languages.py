"""Own words stay as they were written; the language is named where the reader speaks another."""

from __future__ import annotations

import pytest
from django.utils import translation

from assessments.languages import Language, foreign
from assessments.summary.model import Said, Summary
from assessments.summary.writing import Writing
from tests.assessments.stored import Stored, case, printed, summary_of
from triage.adult.describe import WEAK, describe
from triage.adult.facts import WEAK_FLAGS
from triage.conditions import Facts
from triage.examples import parse_answers
from triage.pathways import PATHWAYS

MEDICINES = "Tomo ibuprofeno"
GOAL = "pick up my grandson"
SPANISH = Language("es", "Spanish")


def row(language: str = "es", **by_key: str) -> Stored:
    """An adult who wrote about medicines in Spanish and about the goal in English."""
    words = {"meds_allergies": MEDICINES, "goal_text": GOAL}
    return case("adult", words=words, language=language, progress={"languages": by_key})


def own(summary: Summary, text: str) -> Said:
    """The piece with these own words."""
    lines = [line for section in summary.sections for line in section.lines]
    (said,) = [said for line in (*lines, *summary.header.people) for said in line.said if said.text == text]
    return said


def header(summary: Summary) -> dict[str, str]:
    """What the head says about the person, by label."""
    return {line.label: line.said[0].text for line in summary.header.people}


def test_each_answer_keeps_the_language_it_was_written_in() -> None:
    summary = summary_of(row("en", meds_allergies="es", goal_text="en"))
    assert own(summary, MEDICINES).language == SPANISH
    assert own(summary, GOAL).language is None
    assert header(summary)["Answered in"] == "English, Spanish"


def test_without_a_note_of_it_the_language_of_the_last_page_counts() -> None:
    summary = summary_of(row("es"))
    assert own(summary, MEDICINES).language == SPANISH
    assert header(summary)["Answered in"] == "Spanish"


def test_the_readers_own_language_is_not_named() -> None:
    summary = summary_of(row("en"))
    assert own(summary, MEDICINES).language is None
    assert "Answered in" not in header(summary)
    assert "(in " not in printed(row("en"))


def test_to_a_spanish_reader_english_is_the_foreign_language() -> None:
    with translation.override("es"):
        summary = summary_of(row("es", meds_allergies="es", goal_text="en"))
        said = own(summary, GOAL)
        assert own(summary, MEDICINES).language is None
    assert said.language == Language("en", "inglés")


def test_screen_and_print_name_the_language_and_mark_it_for_speech() -> None:
    html = printed(row("en", meds_allergies="es", goal_text="en"))
    assert f'<q class="app-own" lang="es"><bdi>{MEDICINES}</bdi></q> ' in html
    assert f'<q class="app-own"><bdi>{GOAL}</bdi></q>' in html
    assert html.count("(in Spanish)") == 1


def test_contact_details_that_are_words_are_marked_and_numbers_are_not() -> None:
    contact = {"name": "Ada Inventada", "phone": "555 0100", "private_call": "555 0101, tarde"}
    summary = summary_of(case("adult", language="es", contact=contact))
    assert own(summary, "555 0101, tarde").language == SPANISH
    assert own(summary, "555 0100").language is None


def test_words_without_letters_have_no_language() -> None:
    assert Writing("es").own("101.5 / 2").language is None


@pytest.mark.parametrize(("code", "expected"), [("en", None), ("en-us", None), ("", None), ("es", SPANISH)])
def test_what_is_foreign_to_an_english_reader(code: str, expected: Language | None) -> None:
    assert foreign(code) == expected


def test_a_language_that_nobody_knows_is_named_by_its_code() -> None:
    assert foreign("qqq") == Language("qqq", "qqq")


WEAK_CASES = {
    "age 70 or over, or 50 or over in a first episode, or pain unlike earlier episodes": (
        "age_years=50; episode=first_ever"
    ),
    "upper back pain": "location=upper_back",
    "6 weeks or more and not improving": "duration=w6_12; trend=same",
    "night pain that wakes and settles, or not sure about it": "night_pain=wakes_settles",
    "diabetes": "conditions=diabetes",
    "systemic steroids 3 months or more (now or past year)": "conditions=steroids_3m",
    "osteoporosis, or fragility fracture after 50": "conditions=fragility_fracture",
    "infection in the last 6 weeks": "infection_risk=recent_infection",
    "worsening": "trend=worse",
}


@pytest.mark.parametrize(("words", "answers"), WEAK_CASES.items())
def test_a_weak_flag_is_told_in_words_that_fit_it(words: str, answers: str) -> None:
    facts = Facts(parse_answers(PATHWAYS["adult"], answers))
    assert describe(WEAK, facts) == [words]
    assert len(WEAK) == len(WEAK_CASES) == len(WEAK_FLAGS.conditions)


def test_the_rows_of_the_score_are_translated_in_their_two_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.text.gettext", lambda text: f"<{text}>")
    rows = dict(summary_of(case("adult", "age_years=51; trend=worse")).contributions)
    assert "<Course>: <worsening>" in rows or "<Trend>: <worsening>" in rows
    assert "<Age 50 or over>" in rows


def test_an_old_summary_says_so_in_a_whole_sentence() -> None:
    warnings = summary_of(case("adult", hours_ago=52)).header.warnings
    assert "The answers are 52 h old: ask what changed." in warnings
