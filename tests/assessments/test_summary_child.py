"""The pediatric summary: eight red flags with four marks, imaging guidance, flags, differential."""

from __future__ import annotations

import pytest

from assessments.summary import Mark
from tests.assessments.stored import Stored, case, stored, summary_of

# --- red flags of seed 002 --------------------------------------------------------------------------


def _red_flags(row: Stored) -> dict[str, Mark]:
    return {flag.title: flag.mark for flag in summary_of(row).section("red_flags").red_flags}


def test_eight_red_flags_are_absent_in_a_well_teenager_although_baby_questions_are_hidden() -> None:
    marks = _red_flags(case("pediatric"))
    assert len(marks) == 8
    assert set(marks.values()) == {Mark.ABSENT}


@pytest.mark.parametrize(
    ("changes", "words", "mark"),
    [
        ("child_age_years=3", "age under 4", Mark.PRESENT),
        ("fever=low_grade", "fever, chills", Mark.PRESENT),
        ("fever=not_sure", "fever, chills", Mark.NOT_EXCLUDED),
        ("systemic=not_sure", "weight loss", Mark.NOT_EXCLUDED),
        ("systemic=pale", "weight loss", Mark.ABSENT),
        ("leg_pain=not_sure", "neurologic", Mark.NOT_EXCLUDED),
        ("gate_nerve=(blank)", "neurologic", Mark.NOT_EXCLUDED),
        ("history=cancer", "malignancy", Mark.PRESENT),
        ("walking=limp", "limp", Mark.PRESENT),
        ("night_pain=turning_only; injury=unclear", "night pain", Mark.PRESENT),
    ],
)
def test_a_red_flag_is_marked_as_it_was_answered(changes: str, words: str, mark: Mark) -> None:
    marks = _red_flags(case("pediatric", changes))
    assert next(found for title, found in marks.items() if words in title) is mark


def test_a_red_flag_is_not_asked_until_the_question_that_decides_it_was_reached() -> None:
    marks = _red_flags(stored("pediatric", {"gate_now": ["none"]}, finished=False))
    assert set(marks.values()) == {Mark.NOT_ASKED}
    later = {"gate_now": ["none"], "child_age_years": 12, "gate_nerve": ["none"], "walking": "limp"}
    marks = _red_flags(stored("pediatric", later, finished=False))
    assert marks.pop(next(title for title in marks if "limp" in title)) is Mark.PRESENT
    assert marks.pop(next(title for title in marks if "under 4" in title)) is Mark.ABSENT
    assert set(marks.values()) == {Mark.NOT_ASKED}


# --- the pediatric guidance -------------------------------------------------------------------------


def test_the_imaging_panel_has_ratings_radiation_next_steps_labs_and_pitfalls() -> None:
    summary = summary_of(case("pediatric", "child_age_years=3"))
    studies = {row.study: row for row in summary.section("imaging").studies}
    first = studies["Radiography, spine area of interest"]
    assert first.rating == "Usually appropriate"
    assert "3-10 mSv" in studies["Bone scan whole body with SPECT"].radiation
    assert [note.title for note in summary.section("next_step").notes] == [
        "Positive",
        "Negative",
        "Indeterminate",
    ]
    assert [note.id for note in summary.section("labs").notes] == ["CG-LAB"]
    assert len(summary.section("pitfalls").notes) >= 3


def test_a_film_that_was_normal_gets_the_next_step_and_not_the_first_table() -> None:
    summary = summary_of(case("pediatric", "night_pain=wakes_most; prior_imaging=xray_normal"))
    assert not summary.section("imaging").studies
    assert "CG-IMG-NEG" in [note.id for note in summary.section("imaging").notes]
    assert len(summary.section("next_step").notes) == 3


def test_without_a_red_flag_there_is_no_imaging_panel() -> None:
    summary = summary_of(case("pediatric"))
    assert summary.section("imaging").is_empty
    assert "CG-NORF" in [note.id for note in summary.section("panels").notes]


def test_staff_flags_say_by_when_to_call() -> None:
    summary = summary_of(case("pediatric", "home_safety=talk_private; mood=harm_now", hours_ago=1))
    flags = {flag.id: flag.when for flag in summary.section("flags").flags}
    assert flags["FLAG-MOOD"] == "call at once"
    assert flags["FLAG-PRIVATE-TALK"] == "call by Fri 20 Nov 2026, 17:00 UTC"
    assert {"FLAG-SAFEGUARDING"} <= flags.keys()


def test_the_differential_is_to_be_considered_and_never_a_diagnosis() -> None:
    section = summary_of(case("pediatric", "systemic=pale+easy_bruising")).section("differential")
    assert section.title == "Consider (suggested by answers, not a diagnosis)"
    assert "DX-LEUK" in [note.id for note in section.notes]
