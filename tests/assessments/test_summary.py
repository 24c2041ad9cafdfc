"""The clinician's summary: four marks told apart, fixed order, own words, what to beware of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from assessments.summary import Mark, Summary
from tests.assessments.stored import NOW, Stored, case, printed, stored, summary_of

ADULT_ORDER = [
    "positives",
    "negatives",
    "risks",
    "history",
    "function",
    "medicines",
    "goals",
    "imaging",
    "exam",
    "not_asked",
]
PEDIATRIC_ORDER = [
    "flags",
    "red_flags",
    "positives",
    "negatives",
    "history",
    "imaging",
    "next_step",
    "labs",
    "pitfalls",
    "panels",
    "differential",
    "not_asked",
]


def _row_texts(summary: Summary, section: str, title: str, mark: Mark) -> list[str]:
    found = summary.section(section)
    rows = {row.title: row for row in (*found.systems, *found.negatives)}
    return [item.text for item in rows[title].items if item.mark is mark] if title in rows else []


def _lines(summary: Summary, section: str) -> dict[str, str]:
    lines = summary.section(section).lines
    return {line.label: " | ".join(said.text for said in line.said) for line in lines}


def _not_asked(row: Stored) -> str:
    return " || ".join(_lines(summary_of(row), "not_asked").values())


# --- order ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("changes", ["", "em_now=not_sure", "ces_saddle=yes; injury=major; age_years=80"])
def test_adult_sections_stand_in_the_order_of_the_specification(changes: str) -> None:
    assert [section.key for section in summary_of(case("adult", changes)).sections] == ADULT_ORDER


def test_pediatric_sections_stand_in_their_order_with_and_without_imaging() -> None:
    with_panel = summary_of(case("pediatric", "child_age_years=3"))
    assert [section.key for section in with_panel.sections] == PEDIATRIC_ORDER
    without = [key for key in PEDIATRIC_ORDER if key not in ("next_step", "labs", "pitfalls")]
    without.insert(without.index("imaging"), "visit")  # a teen's wish for time alone, asked or not
    assert [section.key for section in summary_of(case("pediatric")).sections] == without


# --- four marks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "mark"),
    [
        ("yes", Mark.PRESENT),
        ("no", Mark.ABSENT),
        ("not_sure", Mark.NOT_EXCLUDED),
        (None, Mark.NOT_ASKED),
    ],
)
def test_the_four_marks_are_told_apart(answer: str | None, mark: Mark) -> None:
    """One question, four ways: each is told in one place and in none of the other three."""
    given = {"em_now": ["none"], "age_years": 40, **({"weight_loss": answer} if answer else {})}
    row = stored("adult", given, finished=False)
    name, summary = "Unexplained weight loss", summary_of(row)
    told = {
        Mark.PRESENT: name in _row_texts(summary, "positives", "Malignancy", Mark.PRESENT),
        Mark.NOT_EXCLUDED: name in _row_texts(summary, "positives", "Malignancy", Mark.NOT_EXCLUDED),
        Mark.ABSENT: name in _row_texts(summary, "negatives", "Malignancy", Mark.ABSENT),
        Mark.NOT_ASKED: name in _not_asked(row),
    }
    assert [found for found, is_told in told.items() if is_told] == [mark]


def test_a_question_that_was_not_reached_is_not_called_left_blank() -> None:
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 60}
    lines = _lines(summary_of(stored("adult", answers, finished=False)), "not_asked")
    assert "Shown and left blank" not in lines
    assert "Saddle sensation change" in lines["Not asked this time (did not apply, or not reached)"]


def test_what_was_not_reached_is_not_asked_and_never_negative() -> None:
    row = stored("adult", {"respondent": "self", "em_now": ["collapse"], "age_years": 60}, finished=False)
    summary = summary_of(row)
    assert not summary.section("negatives").negatives
    assert summary.section("negatives").empty in printed(row)
    for name in ("Fever or shaking chills", "Saddle sensation change", "Cancer, ever", "Focal midline"):
        assert name in _not_asked(row)
    assert any("not asked" in warning for warning in summary.header.warnings)
    assert "not all questions were asked" in _lines(summary, "medicines")["NSAID caution"]


def test_a_required_answer_left_blank_excludes_nothing() -> None:
    row = case("adult", "fever=(blank)")
    summary = summary_of(row)
    assert _row_texts(summary, "positives", "Infection", Mark.NOT_EXCLUDED) == [
        "Fever or shaking chills: left blank"
    ]
    assert "Fever or shaking chills" in _lines(summary, "not_asked")["Shown and left blank"]


def test_an_item_that_was_not_ticked_beside_others_is_neither_reported_nor_denied() -> None:
    summary = summary_of(case("adult", "urinary=blood"))
    assert _row_texts(summary, "positives", "Renal/abdominal", Mark.PRESENT) == ["visible hematuria"]
    assert "dysuria or frequency" not in printed(case("adult", "urinary=blood"))


def test_none_beside_a_sign_denies_nothing() -> None:
    row = stored("adult", {**cast("dict[str, Any]", case("adult").answers), "em_now": ["none", "stroke"]})
    summary = summary_of(row)
    assert _row_texts(summary, "positives", "Emergency signs", Mark.PRESENT) == [
        "stroke signs or thunderclap headache"
    ]
    assert not _row_texts(summary, "negatives", "Emergency signs", Mark.ABSENT)


def test_not_sure_beside_a_sign_leaves_the_other_signs_not_excluded() -> None:
    summary = summary_of(case("pediatric", "systemic=pale+not_sure"))
    assert _row_texts(summary, "positives", "Blood/malignancy", Mark.PRESENT) == ["unusually pale"]
    (unsure,) = _row_texts(summary, "positives", "Blood/malignancy", Mark.NOT_EXCLUDED)
    assert "weight loss" in unsure
    assert "pale" not in unsure
    assert not _row_texts(summary, "negatives", "Blood/malignancy", Mark.ABSENT)[1:]


@pytest.mark.parametrize(
    ("pathway", "changes", "words"),
    [
        ("adult", "ces_sexual=prefer_not", "Sexual function change: prefers not to say"),
        ("adult", "infection_risk=prefer_not", "prefers not to say"),
        ("pediatric", "back_skin=not_looked", "not looked yet"),
    ],
)
def test_declined_and_not_looked_are_not_excluded(pathway: str, changes: str, words: str) -> None:
    summary = summary_of(case(pathway, changes))
    unsure = [text for row in summary.section("positives").systems for text in row.not_excluded]
    if pathway == "adult":
        risks = [said for line in summary.section("risks").lines for said in line.said]
        unsure += [said.text for said in risks if said.unsure]
    assert any(words in text for text in unsure)


def test_an_option_not_offered_at_this_age_is_not_asked() -> None:
    row = case("pediatric", "child_age_years=3")
    numb = "numb private parts, bottom, or inner thighs"
    summary = summary_of(row)
    assert numb not in _row_texts(summary, "negatives", "Neuro", Mark.ABSENT)
    assert f": {numb}" in _not_asked(row)
    older = summary_of(case("pediatric", "child_age_years=4"))
    assert numb in _row_texts(older, "negatives", "Neuro", Mark.ABSENT)


def test_an_answer_that_no_longer_fits_the_age_is_told_as_it_counted() -> None:
    row = case("pediatric", "child_age_years=5; walking=not_walking_yet")
    summary = summary_of(row)
    assert any("Walking" in text for text in _row_texts(summary, "positives", "Neuro", Mark.NOT_EXCLUDED))
    limp = next(flag for flag in summary.section("red_flags").red_flags if "limp" in flag.title)
    assert limp.mark is Mark.NOT_EXCLUDED


def test_the_answer_to_a_hidden_question_is_not_told() -> None:
    answers = {**cast("dict[str, Any]", case("adult").answers), "pregnancy": "over_20w"}
    row = stored("adult", answers)
    assert "20 weeks" not in printed(row)
    assert "Pregnancy" in _not_asked(row)


def test_each_mark_is_told_in_words_on_paper() -> None:
    row = case("pediatric", "child_age_years=3; fever=not_sure", finished=True)
    html = printed(row)
    for words in (
        "<strong>PRESENT:</strong>",
        "<strong>NOT EXCLUDED (not sure):</strong>",
        "<strong>absent:</strong>",
    ):
        assert words in html
    stopped = stored("pediatric", {"gate_now": ["seizure"]}, finished=False)
    assert "<strong>not asked:</strong>" in printed(stopped)


# --- adults -----------------------------------------------------------------------------------------


def test_the_statement_says_who_which_pain_and_which_pattern() -> None:
    summary = summary_of(case("adult", "leg_pain=below_knee; pain_now=8; trend=worse"))
    assert summary.statement == (
        "35 years, male: acute lumbar/lumbosacral pain, NPRS 8, worsening;"
        " pattern suggested by answers, not a diagnosis: Radicular."
    )
    assert summary.reason


def test_the_statement_says_what_was_not_answered() -> None:
    row = stored("adult", {"em_now": ["tearing"]}, finished=False)
    statement = summary_of(row).statement
    for words in ("age not given", "sex assigned at birth not answered", "NPRS not answered"):
        assert words in statement


def test_private_answers_stand_on_the_clinicians_page() -> None:
    html = printed(case("adult", "infection_risk=iv_drugs; ces_sexual=yes; conditions=immune_low"))
    for words in ("injection drug use in the last 12 months", "Sexual function change", "immunosuppression"):
        assert words in html


def test_weak_flags_are_counted_and_named() -> None:
    changes = "age_years=55; episode=first_ever; conditions=diabetes; location=upper_back"
    weak = _lines(summary_of(case("adult", f"{changes}; duration=w6_12; trend=same")), "risks")["Weak flags"]
    assert weak.startswith("4: ")
    assert weak.count(";") == 3


def test_medicine_cautions_are_listed_and_their_absence_is_said() -> None:
    medicines = _lines(
        summary_of(case("adult", "conditions=kidney_disease; blood_thinner=not_sure")), "medicines"
    )
    assert "kidney disease" in medicines["NSAID caution"]
    assert "blood thinner" in medicines["NSAID caution"]
    assert medicines["acetaminophen caution"] == "none among these answers"


def test_a_question_that_does_not_apply_is_told_apart() -> None:
    lines = _lines(summary_of(case("adult", "ces_sexual=not_apply")), "not_asked")
    assert lines["Does not apply, as answered"] == "Sexual function change"


# --- own words --------------------------------------------------------------------------------------


def test_own_words_are_verbatim_quoted_and_escaped() -> None:
    words = 'ibuprofen <script>alert(1)</script> & "tea" \u202eevil'
    html = printed(case("adult", words={"meds_allergies": words}))
    assert (
        '<q class="app-own"><bdi>ibuprofen &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;tea&quot;'
        " \u202eevil</bdi></q>" in html
    )
    assert "<script>alert" not in html


def test_lines_of_own_words_stay_apart_without_stretching_the_page() -> None:
    lines = _lines(
        summary_of(case("adult", words={"meds_allergies": "aspirin\n\n\n  metformin\r\nno allergies"})),
        "medicines",
    )
    assert lines["Medicines and allergies"] == "aspirin ↵ metformin ↵ no allergies"


def test_own_words_beside_an_answer_are_told_even_without_the_answer() -> None:
    row = case("adult", words={"prior_imaging_text": "at a hospital that does not exist"})
    assert (
        "at a hospital that does not exist"
        in _lines(summary_of(row), "history")["Back imaging in the last year"]
    )


# --- head: who, when, what to beware of --------------------------------------------------------------


def test_the_head_has_the_deadline_and_the_rules() -> None:
    head = summary_of(case("adult", "fever=yes", hours_ago=6)).header
    assert head.level == "Urgent: in person today"
    assert head.due == "Fri 20 Nov 2026, 12:00 UTC (overdue by 2 h)"
    assert head.deciding_rules == ("ADULT-INF-03",)
    assert head.priority.startswith("4")
    assert head.ruleset_version.startswith("adult-")


def test_an_emergency_says_what_the_person_was_told(settings: Any) -> None:
    settings.EMERGENCY_NUMBER = "112"
    assert summary_of(case("adult", "em_now=collapse")).header.action == "Told to call 112 now."
    assert "emergency room" in summary_of(case("adult", "ces_saddle=yes")).header.action


def test_times_are_the_clinics(settings: Any) -> None:
    settings.CLINIC_TIME_ZONE = "America/Chicago"
    head = summary_of(case("adult", "fever=yes", hours_ago=6)).header
    assert head.due.startswith("Fri 20 Nov 2026, 06:00 CST")


def test_the_age_of_the_answers_is_told_and_old_answers_are_warned_about() -> None:
    fresh = summary_of(case("adult", hours_ago=23))
    assert fresh.header.warnings == ()
    assert "answers are 23 h old" in fresh.header.times[-1].said[0].text
    (warning,) = summary_of(case("adult", hours_ago=52)).header.warnings
    assert warning == "The answers are 52 h old: ask what changed."


def test_a_result_of_older_rules_is_kept_and_says_so() -> None:
    row = case("adult", "fever=yes")
    result = {**cast("dict[str, Any]", row.result), "ruleset_version": "adult-1.0-000000000000"}
    summary = summary_of(replace(row, result=result))
    assert any("older version" in warning for warning in summary.header.warnings)
    assert summary.header.ruleset_version == "adult-1.0-000000000000"
    assert summary.header.deciding_rules == ("ADULT-INF-03",)


def test_what_this_version_does_not_know_is_shown_and_not_dropped() -> None:
    row = case("adult")
    answers = {
        **cast("dict[str, Any]", row.answers),
        "retired": "old <answer>",
        "urinary": ["blood", "gone"],
        "sex": 7,
    }
    html = printed(replace(row, answers=answers))
    for words in ("retired: old &lt;answer&gt;", "urinary: gone", "sex: 7"):
        assert words in html


def test_going_on_after_the_result_is_warned_about() -> None:
    row = stored("adult", {"em_now": ["collapse"]}, finished=False, hours_ago=2)
    summary = summary_of(replace(row, updated_at=NOW - timedelta(hours=1)))
    assert any("went on after this result" in warning for warning in summary.header.warnings)


def test_who_answered_for_whom_is_told() -> None:
    contact = {"name": "Erna (invented)", "answered_by_name": "Ina (invented)", "relation": "daughter"}
    row = case("adult", "respondent=other", contact=contact)
    people = {line.label: [said.text for said in line.said] for line in summary_of(row).header.people}
    assert people["Answered by"] == ["someone else (proxy)", "Ina (invented)", "daughter"]


def test_a_baby_is_told_in_months() -> None:
    assert summary_of(case("pediatric", "child_age_years=0; child_age_months=1")).statement.startswith(
        "Child, 1 month:"
    )


def test_every_page_ends_with_what_it_is_not() -> None:
    assert "A lower level is not clearance." in printed(case("adult"))
    assert "Not for the patient or caregiver" in printed(case("pediatric"))
