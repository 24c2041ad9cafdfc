"""A paper form counts from its own date; who keyed it in is kept. All is invented."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import finishing
from assessments.models import Assessment
from assessments.paper.contact import _clock
from assessments.paper.times import answered_at, filled_in
from assessments.summary.clock import clinic_time
from tests.assessments.walker import errors_in
from tests.clinic.keying import (
    ADULT,
    CHILD,
    asked_about,
    baseline,
    ending,
    send,
    send_confirmed,
    stored_row,
    text_of,
)
from triage.examples import with_changes
from triage.intake import to_json

pytestmark = pytest.mark.django_db


# --- who, when, from where ----------------------------------------------------------------------------


def test_source_who_keyed_it_in_and_the_date_of_the_paper(staff: Client) -> None:
    at = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
    row = stored_row(send_confirmed(staff, ADULT, ending(at, paper_language="es") | baseline(ADULT)))
    assert (row.source, row.entered_by, row.language) == ("paper", "invented.nurse", "es")
    assert row.submitted_at is not None
    assert abs(row.submitted_at - timezone.now()) < timedelta(minutes=1)
    contact = cast("dict[str, Any]", row.contact)
    assert contact["paper_filled_at"] == at.isoformat()
    assert contact["consent"]["at"] == at.isoformat()
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    assert "Filled in on paper Mon 2 Mar 2026, 14:30" in page
    assert "keyed in by invented.nurse on" in page
    assert "From paper, keyed in by invented.nurse" in text_of(staff.get(reverse("clinic:list")))


def test_a_web_form_is_not_from_paper(staff: Client) -> None:
    answers = {key: to_json(value) for key, value in with_changes(ADULT, "").items()}
    row = finishing.submit_complete("adult", answers, {}, language="en", now=timezone.now())
    assert (row.source, row.entered_by) == ("web", "")
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    assert "Submitted" in page
    for words in ("From paper", "Filled in on paper", "keyed in by", "Not asked on paper: ask in private"):
        assert words not in page
    assert "From paper" not in text_of(staff.get(reverse("clinic:list")))


def test_the_age_of_the_answers_and_the_time_to_be_seen_count_from_the_paper(staff: Client) -> None:
    at = timezone.now() - timedelta(days=4)
    data = ending(at) | baseline(ADULT, "ces_pee_leak=not_sure")
    row = stored_row(send(staff, ADULT, data))
    assert row.due_at is not None
    assert row.due_at < timezone.now() - timedelta(days=2)
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    assert re.search(r"answers are (\d+ h|\d days) old", page)
    assert "ask what changed" in page
    assert "overdue" in text_of(staff.get(reverse("clinic:list")))


def test_private_questions_are_shown_to_staff_as_not_asked_on_paper(staff: Client) -> None:
    row = stored_row(send(staff, CHILD, ending() | baseline(CHILD)))
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    shorts = [CHILD.by_key[key].short for key in ("mood", "home_safety")]
    assert f"Not asked on paper: ask in private {'; '.join(shorts)}" in page
    blank = re.search(r"Shown and left blank (.*?)(Does not apply|$)", page)
    assert blank is None or not any(short in blank[1] for short in shorts)
    assert "ask in private" in page


# --- date and time of the paper -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:30", "14:30"),
        ("2:30 pm", "14:30"),
        ("2.30PM", "14:30"),
        ("12:05 a.m.", "00:05"),
        ("12:00 pm", "12:00"),
    ],
)
def test_times_as_people_write_them(typed: str, read: str) -> None:
    found = _clock(typed)
    assert found is not None
    assert found.strftime("%H:%M") == read


@pytest.mark.parametrize("typed", ["noon", "25:00", "13:00 pm", "0:10 am", "12:61", "1430", "14:30:00"])
def test_times_that_cannot_be_read(staff: Client, typed: str) -> None:
    response = send(staff, ADULT, ending(paper_time=typed) | baseline(ADULT))
    assert any("Enter a time such as 14:30" in error for error in errors_in(response))


def test_the_paper_is_not_from_the_future_and_a_form_of_today_needs_its_time(staff: Client) -> None:
    tomorrow = ending(timezone.now() + timedelta(days=1)) | baseline(ADULT)
    assert any("not in the future" in error for error in errors_in(send(staff, ADULT, tomorrow)))
    today = ending(timezone.now(), paper_time="") | baseline(ADULT)
    assert any("Enter the time" in error for error in errors_in(send(staff, ADULT, today)))
    earlier = ending(timezone.now() - timedelta(days=2), paper_time="") | baseline(ADULT)
    row = stored_row(send(staff, ADULT, earlier))
    assert cast("dict[str, Any]", row.contact)["paper_filled_at"][11:16] == "00:00"


def test_the_time_to_call_about_a_flag_is_the_same_everywhere(staff: Client) -> None:
    """Ten days old: the call was due nine days ago on the last page, in the list and in the summary."""
    at = timezone.now() - timedelta(days=10)
    row = stored_row(send(staff, CHILD, ending(at) | baseline(CHILD, "medicines_given=too_much")))
    result = cast("dict[str, Any]", row.result)
    flags = [flag for flag in result["flags"] if flag["hours"]]
    assert flags
    filled = datetime.fromisoformat(cast("dict[str, Any]", row.contact)["paper_filled_at"])
    pages = [
        text_of(staff.get(reverse("clinic:paper_done", args=[row.pk]))),
        text_of(staff.get(reverse("clinic:list"))),
        text_of(staff.get(reverse("clinic:detail", args=[row.pk]))),
    ]
    for flag in flags:
        when = clinic_time(filled + timedelta(hours=flag["hours"]))
        for page in pages:
            assert f"call by {when}" in page


def test_answers_are_of_the_paper_or_of_when_they_were_sent_or_last_changed() -> None:
    sent, paper = datetime(2026, 5, 2, 9, tzinfo=UTC), datetime(2026, 5, 1, 8, tzinfo=UTC)
    row = Assessment(updated_at=sent + timedelta(hours=1))
    assert answered_at(row, {}) == sent + timedelta(hours=1)
    row.submitted_at = sent
    assert answered_at(row, {}) == sent
    assert answered_at(row, filled_in(paper)) == paper


@pytest.mark.parametrize("days", [31, 366])
def test_a_paper_of_long_ago_is_stored_only_after_a_second_look_at_its_date(staff: Client, days: int) -> None:
    at = timezone.now() - timedelta(days=days)
    data = ending(at) | baseline(ADULT)
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    assert f"{days} days ago. Is the year right?" in text_of(response)
    assert Assessment.objects.count() == 0
    # Another date is another question.
    later = ending(at + timedelta(days=1), case=data["case"]) | baseline(ADULT)
    if days > 31:
        assert send(staff, ADULT, later | {"confirmed": asked_about(response)}).status_code == 422
    stored_row(send(staff, ADULT, data | {"confirmed": asked_about(response)}))


def test_a_paper_of_this_month_is_not_asked_about(staff: Client) -> None:
    stored_row(send(staff, ADULT, ending(timezone.now() - timedelta(days=29)) | baseline(ADULT)))
