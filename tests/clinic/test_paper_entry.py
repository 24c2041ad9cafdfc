"""Keying in a paper form: nothing lost, stored once, and what to do then. All is invented."""

from __future__ import annotations

import html as html_entities
import re
import uuid
from typing import Any, cast

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import finishing
from assessments.models import Assessment
from assessments.paper.sheet import FORMS
from tests.assessments.walker import errors_in
from tests.clinic.keying import (
    ADULT,
    CHILD,
    baseline,
    ending,
    log_in,
    send,
    stored_row,
    text_of,
)
from triage.examples import with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db


# --- nothing lost, stored once ------------------------------------------------------------------------


def test_a_double_click_stores_one_row(staff: Client) -> None:
    data = ending() | baseline(ADULT)
    first, second = send(staff, ADULT, data), send(staff, ADULT, data)
    assert first["Location"] == second["Location"]
    assert Assessment.objects.count() == 1


def case_in(response: Any) -> str:
    """The id under which the form on this page would be stored."""
    found = re.search(r'name="case" value="([^"]*)"', response.content.decode())
    assert found is not None
    return found[1]


def test_another_person_keyed_in_on_the_same_screen_is_not_lost(staff: Client) -> None:
    data = ending() | baseline(ADULT)
    first = stored_row(send(staff, ADULT, data))
    other = data | {"name": "Bo Invented", "goal_text": "walk the invented cat"}
    response = send(staff, ADULT, other)
    assert response.status_code == 409
    assert Assessment.objects.count() == 1
    text = text_of(response)
    assert f"This screen was already used to store {first.reference}." in text
    assert "If this is another form or a correction, check it and store again" in text
    assert "A correction becomes a new row" in text
    page = response.content.decode()
    assert reverse("clinic:detail", args=[first.pk]) in page
    assert "walk the invented cat" in page
    assert 'value="Bo Invented"' in page
    assert case_in(response) != data["case"]
    second = stored_row(send(staff, ADULT, other | {"case": case_in(response)}))
    assert second.pk != first.pk
    assert cast("dict[str, Any]", second.contact)["name"] == "Bo Invented"
    assert cast("dict[str, Any]", Assessment.objects.get(pk=first.pk).contact)["name"] == "Ada Invented"


def test_a_correction_that_raises_the_level_is_not_answered_with_the_first_level(staff: Client) -> None:
    data = ending() | baseline(ADULT)
    first = stored_row(send(staff, ADULT, data))
    assert first.level == 1
    corrected = data | baseline(ADULT, "ces_saddle=yes")
    response = send(staff, ADULT, corrected)
    assert response.status_code == 409
    assert "So far: Emergency now" in text_of(response)
    assert Assessment.objects.count() == 1
    second = stored_row(send(staff, ADULT, corrected | {"case": case_in(response)}))
    assert (second.level, Assessment.objects.count()) == (5, 2)


@pytest.mark.parametrize(
    "change",
    [{"paper_time": "14:31"}, {"paper_language": "es"}, {"phone": "555 555 0101"}, {"pain_now": "9"}],
)
def test_any_other_content_is_another_form(staff: Client, change: dict[str, str]) -> None:
    data = ending() | baseline(ADULT)
    stored_row(send(staff, ADULT, data))
    assert send(staff, ADULT, data | change).status_code == 409
    assert Assessment.objects.count() == 1


def test_a_form_for_a_child_on_the_screen_of_an_adult_s_is_another_form(staff: Client) -> None:
    data = ending()
    stored_row(send(staff, ADULT, data | baseline(ADULT)))
    assert send(staff, CHILD, data | baseline(CHILD)).status_code == 409
    assert Assessment.objects.count() == 1


def test_the_id_of_another_row_is_not_taken_over_and_what_was_typed_is_kept(staff: Client) -> None:
    answers = {key: to_json(value) for key, value in with_changes(ADULT, "").items()}
    other = finishing.submit_complete("adult", answers, {}, language="en", now=timezone.now())
    before = other.sealed_answers
    data = ending(case=str(other.pk)) | baseline(ADULT, "em_now=collapse")
    response = send(staff, ADULT, data)
    assert response.status_code == 409
    assert "This form could not be stored from this screen" in text_of(response)
    assert str(other.reference) not in response.content.decode()
    assert 'value="Ada Invented"' in response.content.decode()
    other.refresh_from_db()
    assert other.sealed_answers == before
    stored_row(send(staff, ADULT, data | {"case": case_in(response)}))
    assert Assessment.objects.count() == 2


def test_a_row_that_cannot_be_read_is_not_taken_for_the_same_form(staff: Client) -> None:
    data = ending() | baseline(ADULT)
    stored = stored_row(send(staff, ADULT, data))
    Assessment.objects.update(sealed_answers="broken")
    response = send(staff, ADULT, data)
    assert response.status_code == 409
    assert f"already used to store {stored.reference}" in text_of(response)


def test_a_colleague_at_the_same_screen_stores_nothing_twice_and_nothing_wrong(staff: Client) -> None:
    data = ending() | baseline(ADULT)
    row = stored_row(send(staff, ADULT, data))
    colleague = log_in(Client(), "another.nurse")
    assert stored_row(send(colleague, ADULT, data)).pk == row.pk
    assert send(colleague, ADULT, data | {"name": "Bo Invented"}).status_code == 409
    assert Assessment.objects.get().entered_by == "invented.nurse"


def test_what_is_missing_is_asked_for_and_everything_typed_is_kept(staff: Client) -> None:
    data = baseline(ADULT, "ces_saddle=yes") | {
        "case": str(uuid.uuid4()),
        "goal_text": "walk the \u202einvented\u202c dog <b>",
        "name": "",
        "paper_date_month": "2",
        "paper_date_day": "31",
        "paper_date_year": "2026",
    }
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    assert Assessment.objects.count() == 0
    errors = " ".join(errors_in(response))
    for words in ("Enter a name", "Enter a day that exists", "Choose the language", "Without a signature"):
        assert words in errors
    page = response.content.decode()
    assert "walk the invented dog" in html_entities.unescape(page).replace("\u202e", "").replace("\u202c", "")
    assert re.search(r'name="ces_saddle" type="radio" value="yes" checked', page)
    assert 'value="31"' in page
    # The emergency is said even though nothing could be stored.
    assert "Phone the person now. Tell them to go to the emergency room at once" in text_of(response)


def test_a_look_at_what_is_entered_so_far_stores_nothing_and_asks_for_nothing(staff: Client) -> None:
    response = send(staff, ADULT, {"em_now": ["chest_pain"]}, store=False)
    assert response.status_code == 200
    assert "So far: Emergency now" in text_of(response)
    assert errors_in(response) == []
    assert 'value="chest_pain" checked' in response.content.decode()
    nothing = send(staff, ADULT, {}, store=False)
    assert "No rule has fired so far" in text_of(nothing)
    assert "This is not a result" in text_of(nothing)
    assert Assessment.objects.count() == 0


def test_an_answer_counts_early_while_nobody_knows_whether_it_was_asked(staff: Client) -> None:
    response = send(staff, CHILD, {"infant_signs": ["sleepy_floppy"]}, store=False)
    assert "So far: Emergency now" in text_of(response)
    response = send(staff, CHILD, {"infant_signs": ["sleepy_floppy"], "child_age_years": "12"}, store=False)
    assert "Emergency" not in text_of(response)[:200]


# --- what to do now -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "heading", "action"),
    [
        ("em_now=collapse", "Emergency now", "Tell them to call 911 at once."),
        ("ces_saddle=yes", "Emergency now", "go to the emergency room at once"),
        ("ces_pee_leak=not_sure", "Urgent: in person today", "examined in person today"),
        ("weight_loss=yes", "Prompt: in person", "book a visit in person"),
        ("duration=gt_12w", "Virtual visit", "book a video or phone visit"),
        ("", "Self-care", "A low level does not rule out illness."),
    ],
)
def test_the_last_page_says_the_level_and_what_to_do(
    staff: Client, changes: str, heading: str, action: str
) -> None:
    typed = baseline(ADULT, changes)
    row = stored_row(send(staff, ADULT, ending() | typed))
    response = staff.get(reverse("clinic:paper_done", args=[row.pk]))
    text = text_of(response)
    assert heading in text
    assert action in text
    assert "555 555 0100" in text
    assert "Nobody has told this person the result" in text
    assert reverse("clinic:detail", args=[row.pk]) in response.content.decode()
    assert "Ada" not in response.content.decode().partition("</title>")[0]


def test_the_last_page_is_for_paper_forms_only(staff: Client) -> None:
    answers = {key: to_json(value) for key, value in with_changes(ADULT, "").items()}
    web = finishing.submit_complete("adult", answers, {}, language="en", now=timezone.now())
    assert staff.get(reverse("clinic:paper_done", args=[web.pk])).status_code == 404
    assert staff.get(reverse("clinic:paper_done", args=[uuid.uuid4()])).status_code == 404


# --- who may ------------------------------------------------------------------------------------------


ADDRESSES = [
    "/staff/paper/",
    "/staff/paper/adult/",
    "/staff/paper/child/",
    f"/staff/paper/{uuid.UUID(int=1)}/done/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_staff_may_key_in(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"] == f"{reverse('account_login')}?next={address}"
    client.force_login(get_user_model().objects.create_user(username="patient"))
    assert client.get(address).status_code == 404
    assert client.post("/staff/paper/adult/", ending() | {"store": "1"}).status_code == 404
    assert Assessment.objects.count() == 0


def test_there_is_a_form_for_adults_and_one_for_children_and_no_other(staff: Client) -> None:
    links = staff.get("/staff/paper/").content.decode()
    for name in FORMS:
        assert reverse("clinic:paper_entry", args=[name]) in links
        assert staff.get(reverse("clinic:paper_entry", args=[name])).status_code == 200
    assert staff.get("/staff/paper/pediatric/").status_code == 404
    assert sorted(pathway.name for pathway in FORMS.values()) == sorted(PATHWAYS)
