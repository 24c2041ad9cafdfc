"""The notes for a visit: asked only when there is time, and only what fits."""

from __future__ import annotations

import pytest

from tests.assessments.visiting import (
    CHECK,
    CONTACT,
    DONE,
    NOTES,
    VISIT,
    at_check,
    fields,
    finish,
    page,
    send,
    stored_notes,
)
from tests.assessments.walker import Walker, draft_id
from triage.model import Level
from triage.pathways import PATHWAYS
from triage.words import both

pytestmark = pytest.mark.django_db

WITH_VISIT = (
    ("adult", "", Level.SELF_CARE),
    ("adult", "pain_now=5", Level.VIRTUAL_VISIT),
    ("adult", "pain_now=8", Level.PROMPT_IN_PERSON),
    ("pediatric", "", Level.SELF_CARE),
    ("pediatric", "pain_severity=moderate", Level.VIRTUAL_VISIT),
    ("pediatric", "night_pain=wakes_most", Level.PROMPT_IN_PERSON),
)
WITHOUT_VISIT = (
    ("adult", "other_signs=red_eye"),
    ("adult", "em_now=tearing"),
    ("pediatric", "walking=limp"),
    ("pediatric", "fever=yes_now"),
)


# --- when it is asked ------------------------------------------------------------------------------


@pytest.mark.parametrize(("pathway", "changes", "level"), WITH_VISIT)
def test_the_page_stands_between_the_answers_and_the_contact_page(
    pathway: str, changes: str, level: Level
) -> None:
    walker = at_check(pathway, changes)
    assert f'href="{VISIT}"' in page(walker, CHECK)
    assert f'href="{CONTACT}"' not in page(walker, CHECK)
    assert f'href="{CHECK}"' in page(walker, VISIT)
    assert f'href="{VISIT}"' in page(walker, CONTACT)
    assert send(walker, NOTES)["Location"] == CONTACT
    row = finish(walker)
    assert row.level == level
    assert stored_notes(row)["questions"] == [NOTES[f"question_{n}"] for n in (1, 2, 3)]


@pytest.mark.parametrize(("pathway", "changes"), WITHOUT_VISIT)
def test_nobody_is_slowed_down_on_the_way_to_care_today(pathway: str, changes: str) -> None:
    walker = at_check(pathway, changes)
    assert VISIT not in page(walker, CHECK)
    assert VISIT not in page(walker, CONTACT)
    assert walker.client.get(VISIT)["Location"] == CONTACT
    assert "location_now" in fields(page(walker, CONTACT))


def test_an_unread_emergency_and_a_gap_come_first() -> None:
    walker = Walker("adult", "em_now=tearing")
    walker.walk(until="now")
    assert walker.client.get(VISIT)["Location"] == "/f/1/now/"
    walker = Walker("adult")
    walker.walk(until="a05")
    assert walker.client.get(VISIT)["Location"] == "/f/1/a05/"


def test_the_page_does_not_say_the_level() -> None:
    html = page(at_check("adult", "pain_now=8"))
    for badge in ("Book an in-person check soon", "A video or phone visit fits", "Self-care"):
        assert badge not in html


# --- what it asks ----------------------------------------------------------------------------------

QUESTIONS = {"question_1", "question_2", "question_3"}


@pytest.mark.parametrize(
    ("pathway", "changes", "asked"),
    [
        ("adult", "pain_now=8", QUESTIONS | {"companion"}),
        ("adult", "pain_now=5", QUESTIONS | {"companion", "place"}),
        ("pediatric", "child_age_years=11", QUESTIONS | {"companion", "place", "child_there"}),
        (
            "pediatric",
            "child_age_years=12; pain_severity=moderate",
            QUESTIONS | {"companion", "place", "child_there", "time_alone"},
        ),
        (
            "pediatric",
            "child_age_years=15; night_pain=wakes_most",
            QUESTIONS | {"companion", "time_alone"},
        ),
    ],
)
def test_it_asks_only_what_fits(pathway: str, changes: str, asked: set[str]) -> None:
    assert fields(page(at_check(pathway, changes))) == asked


def test_a_teenager_alone_is_asked_in_their_own_voice_and_not_whether_they_will_be_there() -> None:
    html = page(at_check("pediatric", "child_age_years=15; answered_by=teen_alone"))
    assert "Would you like some time alone" in html
    assert "child_there" not in fields(html)
    assert "your child" not in html.lower()


def test_a_question_noted_before_counts_as_the_first_and_is_not_asked_again() -> None:
    walker = at_check("adult", "patient_question=Can I garden again?; meds_allergies=Invented tablets")
    html = page(walker)
    assert "Can I garden again?" in html
    assert "Invented tablets" in html
    assert fields(html) == {"question_1", "question_2", "companion", "place"}
    assert "Your first question" not in html
    assert "Your second question" in html
    assert "/f/1/a40/?change=1" in html
    send(walker, {"question_1": "Second", "question_2": "Third"})
    finish(walker)
    told = page(walker, DONE)
    places = [told.index(text) for text in ("Can I garden again?", "Second", "Third")]
    assert places == sorted(places)


def test_a_question_noted_later_does_not_take_a_box_from_a_note_that_is_saved() -> None:
    walker = at_check("adult")
    send(walker, NOTES)
    html = walker.client.get("/f/1/a40/?change=1").content.decode()
    data = {"draft": draft_id(html), "patient_question": "The very first?"}
    assert walker.client.post("/f/1/a40/?change=1", data)["Location"] == CHECK
    html = page(walker)
    assert fields(html) >= QUESTIONS
    assert all(NOTES[key].replace("<", "&lt;").replace(">", "&gt;") in html for key in QUESTIONS)


def test_medicines_left_blank_are_offered_not_asked_again() -> None:
    html = page(at_check("pediatric"))
    question = PATHWAYS["pediatric"].by_key["current_meds"]
    assert both(question.text)[0] in html
    assert "Left blank" in html
    assert "/f/1/c30/?change=1" in html


def test_a_place_is_asked_only_once() -> None:
    walker = at_check("adult", "pain_now=5")
    assert "location_now" in fields(page(walker, CONTACT))
    send(walker, {"place": NOTES["place"]})
    assert "location_now" not in fields(page(walker, CONTACT))
    send(walker, {"place": ""})
    assert "location_now" in fields(page(walker, CONTACT))


def test_a_place_typed_on_an_older_contact_page_is_kept() -> None:
    walker = at_check("adult", "pain_now=5")
    data = walker.contact_data(page(walker, CONTACT), location_now="On the bus")
    send(walker, {"place": NOTES["place"]})
    assert walker.client.post(CONTACT, data)["Location"] == DONE
    contact = walker.row().contact
    assert isinstance(contact, dict)
    assert contact["location_now"] == "On the bus"
    assert contact["visit"] == {"place": NOTES["place"], "language": "en"}
