"""The version at the foot of the paper: another one may have other numbers and words. All is invented."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import Assessment
from assessments.paper.version import is_current
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
from triage.catalogue import ruleset_version
from triage.model import Kind, Pathway

pytestmark = pytest.mark.django_db
CURRENT = ruleset_version("adult")
OLD = "adult-1.1-0123456789ab"
NUMBERS = "Questions may have other numbers"
WARNING = "The paper was not of the current version of the form"


def contact_of(row: Assessment) -> dict[str, Any]:
    """The contact details of a row."""
    return cast("dict[str, Any]", row.contact)


@pytest.mark.parametrize(
    "typed",
    [
        CURRENT,
        CURRENT.upper(),
        f"Form {CURRENT}",
        f" {CURRENT.replace('-', ' - ')} ",
        CURRENT.replace("-", "\u2013"),
        CURRENT.rpartition("-")[2],
    ],
)
def test_the_current_version_as_people_type_it(staff: Client, typed: str) -> None:
    row = stored_row(send(staff, ADULT, ending(paper_version=typed) | baseline(ADULT)))
    assert contact_of(row)["paper_version"] == CURRENT
    assert set(contact_of(row)["consent"]) == {"version", "words", "at"}
    assert WARNING not in text_of(staff.get(reverse("clinic:detail", args=[row.pk])))


@pytest.mark.parametrize(
    "typed",
    ["", OLD, CURRENT[:-1], f"{CURRENT}0", "1.2", "adult", ruleset_version("pediatric"), f"{CURRENT} old"],
)
def test_what_is_not_the_current_version(typed: str) -> None:
    assert not is_current(typed, "adult")


def test_another_version_is_stored_once_confirmed_without_the_current_words_of_consent(staff: Client) -> None:
    data = ending(paper_version=OLD) | baseline(ADULT)
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    text = text_of(response)
    assert f"The version at the foot of the paper ({OLD}) is not the current one ({CURRENT})" in text
    assert NUMBERS in text
    assert "key in by the small keys" in text
    assert Assessment.objects.count() == 0
    row = stored_row(send(staff, ADULT, data | {"confirmed": asked_about(response)}))
    contact = contact_of(row)
    assert contact["paper_version"] == OLD
    at = contact["paper_filled_at"]
    assert contact["consent"] == {"version": f"signed on paper, version {OLD}", "at": at}
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    assert f"{WARNING} ({OLD})" in page


def test_a_version_that_cannot_be_read_is_asked_about_too(staff: Client) -> None:
    data = ending(paper_version="") | baseline(ADULT)
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    assert "The version at the foot of the paper is blank (not readable)" in text_of(response)
    row = stored_row(send_confirmed(staff, ADULT, data))
    assert contact_of(row)["paper_version"] == ""
    assert contact_of(row)["consent"]["version"] == "signed on paper, version not readable"
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    assert f"{WARNING} (not readable)" in page


def test_a_confirmed_version_is_not_the_confirmation_of_another(staff: Client) -> None:
    data = ending(paper_version=OLD) | baseline(ADULT)
    confirmed = asked_about(send(staff, ADULT, data))
    for other in ("", "adult-1.0-0123456789ab"):
        again = data | {"paper_version": other, "confirmed": confirmed}
        assert send(staff, ADULT, again).status_code == 422


@pytest.mark.parametrize("pathway", [ADULT, CHILD], ids=["adult", "child"])
def test_with_another_version_every_question_and_option_shows_its_key(
    staff: Client, pathway: Pathway
) -> None:
    text = text_of(send(staff, pathway, {"paper_version": OLD}, store=False))
    assert NUMBERS in text
    for question in pathway.questions:
        if question.never_echo:
            continue
        assert f"[{question.key}]" in text
        several = question.kind in (Kind.SINGLE, Kind.MULTI, Kind.RATED)
        for option in question.options if several else ():
            assert f"[{option.key}]" in text, (question.key, option.key)
        assert not question.note_label or f"[{question.text_key}]" in text


def test_with_the_current_version_no_keys_are_in_the_way(staff: Client) -> None:
    for response in (
        staff.get(reverse("clinic:paper_entry", args=["adult"])),
        send(staff, ADULT, {"em_now": ["chest_pain"]}, store=False),
    ):
        assert "[em_now]" not in text_of(response)
        assert NUMBERS not in text_of(response)


def test_the_version_is_asked_for_before_the_questions(staff: Client) -> None:
    text = text_of(staff.get(reverse("clinic:paper_entry", args=["adult"])))
    assert text.index("Version at the foot of the paper") < text.index("1. ")


def test_a_row_from_before_the_version_was_asked_for_gets_no_warning(staff: Client) -> None:
    row = stored_row(send(staff, ADULT, ending() | baseline(ADULT)))
    row.contact = {key: value for key, value in contact_of(row).items() if key != "paper_version"}
    row.save()
    assert WARNING not in text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
