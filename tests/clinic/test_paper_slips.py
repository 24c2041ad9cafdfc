"""Keying in a paper form: what does not fit is asked about, never corrected in silence. All is invented."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

import pytest
from django.test import Client

from assessments.models import Assessment
from assessments.paper.sheet import numbers
from tests.assessments.walker import errors_in
from tests.clinic.keying import (
    ADULT,
    CHILD,
    baseline,
    ending,
    send,
    send_confirmed,
    stored_row,
    text_of,
)
from triage.model import Pathway

pytestmark = pytest.mark.django_db


# --- what does not fit --------------------------------------------------------------------------------


def test_an_answer_to_a_question_that_is_not_asked_is_reported_and_dropped_once_confirmed(
    staff: Client,
) -> None:
    data = ending() | baseline(ADULT, "sex=male") | {"pregnancy_signs": ["bleeding"], "pregnancy": "over_20w"}
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    text = text_of(response)
    number = numbers("adult")["pregnancy"]
    assert f"Question {number} is answered, but by the other answers it is not for this person." in text
    assert "You did not choose “Male”" in text
    assert "If it counted, this would be an emergency" in text
    assert Assessment.objects.count() == 0
    assert send(staff, ADULT, data | {"confirmed": "something else"}).status_code == 422
    row = stored_row(send(staff, ADULT, data | {"confirmed": "pregnancy pregnancy_signs"}))
    answers = cast("dict[str, Any]", row.answers)
    assert "pregnancy" not in answers
    assert "pregnancy_signs" not in answers


def test_what_is_left_out_changes_when_the_question_before_is_corrected(staff: Client) -> None:
    data = ending() | baseline(ADULT, "sex=female; age_years=30") | {"pregnancy": "no"}
    row = stored_row(send(staff, ADULT, data))
    assert cast("dict[str, Any]", row.answers)["pregnancy"] == "no"


def test_none_beside_another_answer_is_asked_about_and_the_danger_counts(staff: Client) -> None:
    data = ending() | baseline(ADULT) | {"em_now": ["none", "chest_pain"]}
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    text = text_of(response)
    assert "“None of these” is marked together with other answers. Only the others count." in text
    assert "So far: Emergency now" in text
    row = stored_row(send(staff, ADULT, data | {"confirmed": "em_now-none"}))
    assert cast("dict[str, Any]", row.answers)["em_now"] == ["chest_pain"]
    assert row.level == 5


def test_an_option_of_another_age_counts_as_the_rules_say_and_staff_are_told(staff: Client) -> None:
    data = ending() | baseline(CHILD, "child_age_years=7") | {"belly_chest": ["period_cramps"]}
    data |= {"answered_by": "teen_alone"}
    text = text_of(send(staff, CHILD, data))
    assert "does not fit the age (For age 9 or older). It counts as “Belly pain”." in text
    assert "does not fit the age (For age 12 or older). It will not count." in text


def test_a_contradiction_is_asked_about_as_on_the_web(staff: Client) -> None:
    data = ending() | baseline(CHILD, "fever=no") | {"fever_temp_f": "102"}
    response = send(staff, CHILD, data)
    assert response.status_code == 422
    assert any("Was this temperature in the last 24 hours?" in error for error in errors_in(response))
    assert Assessment.objects.count() == 0


# --- age and date of birth ----------------------------------------------------------------------------


@pytest.mark.parametrize(("pathway", "age"), [(ADULT, "12"), (CHILD, "34")])
def test_the_age_of_the_other_form_is_refused(staff: Client, pathway: Pathway, age: str) -> None:
    response = send(staff, pathway, ending() | baseline(pathway) | {pathway.age.key: age})
    assert response.status_code == 422
    assert any(f"The age is {age}" in error for error in errors_in(response))
    assert Assessment.objects.count() == 0


def test_an_emergency_is_said_even_with_the_age_of_the_other_form(staff: Client) -> None:
    data = ending() | {"child_age_years": "34", "gate_now": ["seizure"]}
    assert "So far: Emergency now" in text_of(send(staff, CHILD, data))


def test_a_child_s_form_needs_an_age_and_takes_it_from_the_date_of_birth(staff: Client) -> None:
    day = datetime(2026, 3, 2, tzinfo=UTC)
    blank = {key: value for key, value in baseline(CHILD).items() if key != "child_age_years"}
    response = send(staff, CHILD, ending(day) | blank)
    assert any("Enter the age" in error for error in errors_in(response))
    born = {"date_of_birth_month": "3", "date_of_birth_day": "3", "date_of_birth_year": "2013"}
    response = send(staff, CHILD, ending(day) | blank | born)
    # On the day of the form the twelfth birthday was past, the thirteenth was the next day.
    assert "From the date of birth the age is 12." in text_of(response)
    row = stored_row(send_confirmed(staff, CHILD, ending(day) | blank | born))
    assert cast("dict[str, Any]", row.answers)["child_age_years"] == 12


def test_a_date_of_birth_that_does_not_fit_the_age_is_asked_about(staff: Client) -> None:
    born = {"date_of_birth_month": "3", "date_of_birth_day": "3", "date_of_birth_year": "1950"}
    response = send(staff, ADULT, ending() | baseline(ADULT, "age_years=30") | born)
    assert any("says 30, but from the date of birth" in error for error in errors_in(response))


def test_a_baby_s_months_are_compared_too(staff: Client) -> None:
    day = datetime(2026, 6, 15, tzinfo=UTC)
    born = {"date_of_birth_month": "1", "date_of_birth_day": "1", "date_of_birth_year": "2026"}
    typed = baseline(CHILD, "child_age_years=0; child_age_months=2") | born
    response = send(staff, CHILD, ending(day) | typed)
    assert any("says 2, but from the date of birth it was 5" in error for error in errors_in(response))
