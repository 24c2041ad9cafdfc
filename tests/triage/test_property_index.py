"""Which test holds which property of the specifications (adult section 7, pediatric section 6)."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE_ADULT = "tests/triage/test_adult_properties.py::"
CORE_CHILD = "tests/triage/test_pediatric_properties.py::"
CONTENT = "tests/triage/test_content_matches_specification.py::"
ORACLES = "tests/triage/test_oracles.py::"
PATIENT = "tests/assessments/test_patient_words.py::"
READING = "tests/assessments/test_reading.py::"
SUMMARY = "tests/assessments/test_summary_properties.py::"

EMERGENCY_FIRST = (
    "tests/assessments/test_journeys.py::test_an_emergency_interrupts_before_contact_and_consent",
    "tests/assessments/test_emergency.py::test_an_emergency_is_shown_while_the_database_is_down",
    "tests/assessments/test_emergency.py::test_an_emergency_is_shown_whatever_stops_the_saving",
    "tests/assessments/test_emergency.py::test_every_gate_page_is_evaluated_without_the_database",
)

ADULT = {
    1: (CORE_ADULT + "test_highest_level_of_the_fired_rules_wins",),
    2: (CORE_ADULT + "test_a_worse_answer_never_lowers_the_level",),
    3: (
        CORE_ADULT + "test_unsure_or_blank_gate_answer_is_never_reassuring",
        CORE_ADULT + "test_unsure_or_blank_emergency_signs_are_never_reassuring",
    ),
    4: (
        CORE_ADULT + "test_unsure_or_blank_gate_answer_is_never_reassuring",
        CORE_ADULT + "test_unsure_or_blank_emergency_signs_are_never_reassuring",
        CORE_ADULT + "test_blank_gate_answer_counts_as_not_sure",
        CORE_ADULT + "test_missing_required_answer_is_never_self_care",
        CORE_ADULT + "test_answers_to_hidden_questions_change_nothing",
    ),
    5: (
        CORE_ADULT + "test_any_cauda_equina_yes_is_an_emergency",
        CORE_ADULT + "test_any_emergency_sign_is_an_emergency",
    ),
    6: (
        CORE_ADULT + "test_highest_level_of_the_fired_rules_wins",
        CORE_ADULT + "test_missing_required_answer_is_never_self_care",
    ),
    7: (
        CORE_ADULT + "test_highest_level_of_the_fired_rules_wins",
        CORE_ADULT + "test_score_and_classification_never_change_the_level",
    ),
    8: (
        "tests/triage/test_worked_examples.py::test_examples_and_probes_fire_every_adult_rule",
        "tests/triage/test_checks.py::test_content_is_whole",
        CORE_ADULT + "test_seed_red_flags_have_rules_with_their_source",
        SUMMARY + "test_every_option_of_every_question_is_printed",
    ),
    9: (CORE_ADULT + "test_same_answers_give_the_same_stored_result",),
    10: EMERGENCY_FIRST,
    11: (
        CORE_ADULT + "test_text_never_changes_the_result",
        SUMMARY + "test_the_longest_rows_tell_every_own_word",
    ),
    12: (
        CORE_ADULT + "test_no_adult_result_outside_adult_ages",
        CORE_ADULT + "test_age_decides_the_pathway",
    ),
    13: ("tests/clinic/test_queue.py::test_the_queue_is_in_order_whatever_was_stored_first",),
    14: (
        "tests/triage/test_words_adult.py::test_a_reason_says_could_and_never_names_an_illness_as_fact",
        PATIENT + "test_reasons_never_state_an_illness_as_a_fact",
    ),
    15: (
        CORE_ADULT + "test_score_and_classification_never_change_the_level",
        "tests/triage/test_house_rules.py::test_display_code_is_not_imported_by_what_decides",
    ),
    16: (
        PATIENT + "test_private_reasons_name_nothing_private",
        PATIENT + "test_nothing_for_staff_reaches_a_patient",
    ),
    17: (
        CORE_ADULT + "test_unfinished_form_is_never_above_the_finished_one",
        CORE_ADULT + "test_no_answers_at_all_are_not_a_result",
        ORACLES + "test_unfinished_adult_form_gives_what_the_specification_gives",
    ),
    18: (CORE_ADULT + "test_none_beside_another_option_counts_for_nothing",),
}
PEDIATRIC = {
    1: (
        CORE_CHILD + "test_finished_form_has_one_level_from_its_rules",
        CORE_CHILD + "test_partial_form_has_at_most_one_level_and_no_home_rule",
    ),
    2: (CORE_CHILD + "test_same_answers_give_the_same_result_whatever_the_texts",),
    3: (
        CORE_CHILD + "test_finished_form_has_one_level_from_its_rules",
        CORE_CHILD + "test_every_same_day_rule_has_four_hours",
    ),
    4: (CORE_CHILD + "test_adding_a_danger_never_lowers_the_level",),
    5: (
        CORE_CHILD + "test_adding_a_danger_never_lowers_the_level",
        CORE_CHILD + "test_replacing_a_reassuring_answer_never_lowers_the_level",
    ),
    6: (CORE_CHILD + "test_blank_required_answer_counts_as_not_sure",),
    7: (CORE_CHILD + "test_the_younger_the_child_the_sooner",),
    8: (CORE_CHILD + "test_red_flags_have_a_lowest_level",),
    9: (CORE_CHILD + "test_any_danger_of_the_first_page_is_an_emergency",),
    10: (CORE_CHILD + "test_red_flags_have_a_lowest_level",),
    11: (CORE_CHILD + "test_red_flags_have_a_lowest_level",),
    12: (CORE_CHILD + "test_red_flags_have_a_lowest_level",),
    13: (CORE_CHILD + "test_red_flags_have_a_lowest_level",),
    14: (CORE_CHILD + "test_self_care_needs_everything_answered_and_reassuring",),
    15: (
        CORE_CHILD + "test_finished_form_has_one_level_from_its_rules",
        CORE_CHILD + "test_flags_score_and_panels_never_change_the_level",
    ),
    16: (CORE_CHILD + "test_answers_without_effect_never_change_the_level",),
    17: (
        PATIENT + "test_nothing_for_staff_reaches_a_patient",
        PATIENT + "test_reasons_never_state_an_illness_as_a_fact",
        PATIENT + "test_safeguarding_reads_exactly_like_its_neutral_twin",
        SUMMARY + "test_a_pediatric_summary_tells_what_spoke_and_every_answer",
    ),
    18: (
        CORE_CHILD + "test_no_dose_anywhere",
        READING + "test_no_string_or_page_breaks_the_rule",
    ),
    19: EMERGENCY_FIRST,
    20: (CORE_CHILD + "test_answers_to_hidden_questions_change_nothing",),
    21: (CORE_CHILD + "test_measured_temperature_counts_whatever_fever_says",),
    22: (CORE_CHILD + "test_every_rule_says_why_to_both_readers_and_where_from",),
    23: (
        "tests/triage/test_checks.py::test_content_is_whole",
        CONTENT + "test_informational_options_are_those_of_the_specification",
    ),
    24: (CORE_CHILD + "test_other_ages_are_refused",),
    25: (PATIENT + "test_every_page_has_what_every_page_must_have",),
    26: (
        CORE_CHILD + "test_flags_score_and_panels_never_change_the_level",
        PATIENT + "test_nothing_for_staff_reaches_a_patient",
    ),
    27: (
        CORE_CHILD + "test_unclear_injury_is_as_urgent_as_an_unseen_one",
        CORE_CHILD + "test_unclear_injury_alone_is_no_safeguarding_fact",
    ),
    28: (
        CORE_CHILD + "test_first_answer_can_be_an_emergency_without_an_age",
        CORE_CHILD + "test_an_emergency_found_on_the_way_stays_one",
        ORACLES + "test_unfinished_pediatric_form_gives_what_the_specification_gives",
    ),
    29: (CORE_CHILD + "test_option_not_offered_at_an_age_counts_as_the_table_says",),
}
LISTED = [
    *((f"adult P{number}", test) for number, tests in ADULT.items() for test in tests),
    *((f"pediatric {number}", test) for number, tests in PEDIATRIC.items() for test in tests),
]


@cache
def _tests(path: str) -> dict[str, str]:
    """The tests of a file, with their docstrings."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {
        node.name: ast.get_docstring(node) or "" for node in tree.body if isinstance(node, ast.FunctionDef)
    }


def test_every_property_is_listed() -> None:
    assert list(ADULT) == list(range(1, 19))
    assert list(PEDIATRIC) == list(range(1, 30))


@pytest.mark.parametrize(("of", "test"), LISTED)
def test_listed_test_exists(of: str, test: str) -> None:
    path, _, name = test.partition("::")
    assert name in _tests(path), of


@pytest.mark.parametrize(
    ("path", "listed"),
    [(CORE_ADULT.rstrip(":"), ADULT), (CORE_CHILD.rstrip(":"), PEDIATRIC)],
    ids=["adult", "pediatric"],
)
def test_numbers_in_docstrings_agree_with_the_list(path: str, listed: dict[int, tuple[str, ...]]) -> None:
    for name, words in _tests(path).items():
        if not name.startswith("test_"):
            continue
        numbers = {int(number) for number in re.findall(r"(?<!\w)P?(\d+)(?=[,.:])", words)}
        assert numbers, name
        for number in numbers:
            assert any(test.endswith(f"::{name}") for test in listed[number]), (name, number)
