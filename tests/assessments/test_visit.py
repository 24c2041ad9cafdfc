"""The notes for a visit: asked only when there is time, optional, never lost, and who sees which of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from assessments import services
from assessments.models import Assessment, Status
from tests.assessments.walker import Walker, draft_id, errors_in
from triage.model import Level
from triage.pathways import PATHWAYS
from triage.words import both

pytestmark = pytest.mark.django_db

VISIT, CONTACT, CHECK, DONE = (f"/f/1/{name}/" for name in ("visit", "contact", "check", "done"))
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
NOTES = {
    "question_1": "Can I <b>lift</b> my grandson?",
    "question_2": "Will it come back?",
    "question_3": "Is my chair bad?",
    "place": "12 Invented Street, Exampletown",
    "companion": "My invented sister",
}


def at_check(pathway: str, changes: str = "", **more: Any) -> Walker:
    walker = Walker(pathway, changes, **more)
    assert walker.walk(until="check") == CHECK
    return walker


def page(walker: Walker, url: str = VISIT) -> str:
    response = walker.client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return response.content.decode()


def send(walker: Walker, data: dict[str, Any], url: str = VISIT) -> Any:
    return walker.client.post(url, {"draft": draft_id(page(walker)), **data})


def finish(walker: Walker) -> Assessment:
    html = page(walker, CONTACT)
    response = walker.client.post(CONTACT, walker.contact_data(html))
    assert response["Location"] == DONE, errors_in(response)
    return walker.row()


def fields(html: str) -> set[str]:
    return set(re.findall(r'<(?:input|textarea|select)[^>]* name="(\w+)"', html)) - {
        "csrfmiddlewaretoken",
        "draft",
        "page_language",
    }


def stored_notes(row: Assessment) -> Any:
    assert isinstance(row.contact, dict)
    notes = row.contact.get("visit")
    if notes is not None:
        assert isinstance(notes, dict)
        assert notes.pop("language") == "en"
    return notes


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


# --- what is kept ----------------------------------------------------------------------------------


def test_skipping_keeps_nothing() -> None:
    walker = at_check("adult")
    assert send(walker, {**NOTES, "skip": "1"})["Location"] == CONTACT
    row = finish(walker)
    assert stored_notes(row) is None
    assert "For your visit" not in page(walker, DONE)


def test_an_empty_page_keeps_nothing() -> None:
    walker = at_check("adult")
    assert send(walker, {"question_1": "   "})["Location"] == CONTACT
    assert stored_notes(finish(walker)) is None


def test_notes_move_into_the_sealed_contact_and_out_of_the_progress() -> None:
    walker = at_check("adult", "pain_now=5")
    send(walker, NOTES)
    row = finish(walker)
    assert stored_notes(row) == {
        "questions": [NOTES["question_1"], NOTES["question_2"], NOTES["question_3"]],
        "place": NOTES["place"],
        "companion": NOTES["companion"],
    }
    assert isinstance(row.progress, dict)
    assert "visit" not in row.progress
    for column in (row.sealed_contact, row.sealed_progress):
        assert "Invented" not in column


def test_a_blank_between_two_questions_closes_up() -> None:
    walker = at_check("adult")
    send(walker, {"question_1": "", "question_2": "B?", "question_3": "C?"})
    assert stored_notes(finish(walker)) == {"questions": ["B?", "C?"]}


def test_notes_are_shown_again_can_be_changed_and_taken_back() -> None:
    walker = at_check("adult", "pain_now=5")
    send(walker, NOTES)
    check = page(walker, CHECK)
    assert "Can I &lt;b&gt;lift&lt;/b&gt; my grandson?" in check
    assert f"{VISIT}?change=1" in check
    assert NOTES["place"] in page(walker)
    assert 'name="skip"' not in page(walker)
    answer = send(walker, {"question_1": "Only this?"}, url=f"{VISIT}?change=1")
    assert answer["Location"] == CHECK
    assert stored_notes(finish(walker)) == {"questions": ["Only this?"]}


def test_an_old_skip_button_takes_nothing_back() -> None:
    walker = at_check("adult")
    send(walker, NOTES)
    send(walker, {"skip": "1"})
    assert stored_notes(finish(walker))["questions"][0] == NOTES["question_1"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"question_2": "x" * 201}, "Use 200 characters or fewer. You used 201"),
        ({"place": "x" * 300}, "Use 200 characters or fewer. You used 300"),
        ({"companion": "x" * 121}, "Use 120 characters or fewer. You used 121"),
        ({"question_1": "a\0b"}, "cannot be stored"),
        ({"child_there": "maybe"}, "Choose an answer from the list"),
        ({"time_alone": "<script>"}, "Choose an answer from the list"),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(wrong: dict[str, str], words: str) -> None:
    walker = at_check("pediatric", "child_age_years=13")
    response = send(walker, {**NOTES, "child_there": "yes", "time_alone": "yes", **wrong})
    assert response.status_code == 422
    (error,) = errors_in(response)
    assert words in error
    html = response.content.decode()
    assert "<title>Error:" in html
    for key, text in {**NOTES, **wrong}.items():
        if key in NOTES and "\0" not in text:
            assert text.replace("<", "&lt;").replace(">", "&gt;") in html, key
    if "child_there" not in wrong:
        assert re.search(r'name="child_there"[^>]*value="yes"[^>]*checked', html)
    assert walker.client.get(CHECK).content.decode().count("My invented sister") == 0


def test_sending_twice_is_sending_once() -> None:
    walker = at_check("adult")
    data = {"draft": draft_id(page(walker)), **NOTES}
    assert [walker.client.post(VISIT, data)["Location"] for _ in range(2)] == [CONTACT, CONTACT]
    row = finish(walker)
    assert len(stored_notes(row)["questions"]) == 3
    late = walker.client.post(VISIT, {**data, "question_1": "Too late"})
    assert late["Location"] == DONE
    assert stored_notes(walker.row())["questions"][0] == NOTES["question_1"]
    assert walker.client.get(VISIT)["Location"] == DONE


def test_a_page_of_another_draft_or_of_nobody_is_refused() -> None:
    walker = at_check("adult")
    for draft in ("", "00000000-0000-4000-8000-000000000000"):
        response = walker.client.post(VISIT, {**NOTES, "draft": draft})
        assert response.status_code == 404
    assert walker.client.post(VISIT, NOTES).status_code == 404
    assert Client().get(VISIT).status_code == 404
    assert walker.client.put(VISIT).status_code == 405
    assert stored_notes(finish(walker)) is None


def test_notes_from_another_tab_are_kept_when_the_level_rose_meanwhile() -> None:
    """What was typed is kept for the care team, and the person goes straight on."""
    walker = at_check("adult", "pain_now=5")
    data = {"draft": draft_id(page(walker)), **NOTES}
    walker.answers = walker.answers | {"other_signs": frozenset({"red_eye"})}
    response = change(walker, "other_signs")
    assert response.status_code == 302
    assert walker.client.post(VISIT, data)["Location"] == CONTACT
    assert "location_now" in fields(page(walker, CONTACT))
    row = finish(walker)
    assert row.level == Level.URGENT_SAME_DAY
    assert stored_notes(row)["place"] == NOTES["place"]
    assert "For your visit" not in page(walker, DONE)


def test_a_mistake_on_an_old_page_does_not_hold_up_who_must_be_seen_today() -> None:
    walker = at_check("adult", "pain_now=5")
    data = {"draft": draft_id(page(walker)), **NOTES, "place": "x" * 300}
    walker.answers = walker.answers | {"other_signs": frozenset({"red_eye"})}
    change(walker, "other_signs")
    assert walker.client.post(VISIT, data)["Location"] == CONTACT


def test_an_emergency_given_in_another_tab_is_shown_first_and_the_notes_are_kept() -> None:
    walker = at_check("adult", "pain_now=5")
    data = {"draft": draft_id(page(walker)), **NOTES}
    walker.answers = walker.answers | {"em_now": frozenset({"tearing"})}
    change(walker, "em_now")
    assert walker.client.post(VISIT, data)["Location"] == "/f/1/now/"
    html = page(walker, "/f/1/share/")
    walker.client.post("/f/1/share/", {"draft": draft_id(html), "phone": "555 555 0100", "consent": "agree"})
    row = walker.row()
    assert row.status == Status.STOPPED
    assert stored_notes(row)["questions"][0] == NOTES["question_1"]
    assert services.open_draft(row).progress["visit"]["place"] == NOTES["place"]


def test_another_age_in_another_tab_drops_nothing_into_the_wrong_form() -> None:
    walker = at_check("adult", "pain_now=5")
    stale = services.open_draft(walker.row())
    other = services.open_draft(walker.row())
    services.switch_pathway(other, PATHWAYS["pediatric"], {"child_age_years": 9}, ("c02",))
    with pytest.raises(services.ChangedError):
        services.save_visit(stale, {"place": "adult's place"})


def test_answers_saved_in_another_tab_survive_the_notes() -> None:
    walker = at_check("adult", "pain_now=5")
    stale = services.open_draft(walker.row())
    services.save_page(services.open_draft(walker.row()), "a37", {"goal_text": "Dance"})
    services.save_visit(stale, {"place": "here"})
    fresh = services.open_draft(walker.row())
    assert fresh.answers["goal_text"] == "Dance"
    assert fresh.progress["visit"] == {"place": "here"}


def change(walker: Walker, key: str) -> Any:
    """Change one answer from check-your-answers, in a second tab."""
    pathway = PATHWAYS[walker.pathway_name]
    code = next(p.code for p in pathway.pages if any(q.key == key for q in p.questions))
    return walker.answer(f"/f/1/{code}/?change=1")


@pytest.mark.parametrize("language", ["es", "en"])
def test_another_language_keeps_what_was_typed_and_saves_nothing(language: str) -> None:
    walker = at_check("adult", "pain_now=5")
    response = send(walker, {**NOTES, "question_2": "x" * 201, "lang": language})
    assert response.status_code == 200
    html = response.content.decode()
    assert "x" * 201 in html
    assert NOTES["place"] in html
    assert f'<html lang="{language}"' in html
    assert errors_in(response) == []
    assert "visit" not in services.open_draft(walker.row()).progress


def test_notes_keep_the_language_they_were_written_in() -> None:
    walker = at_check("adult", "pain_now=5")
    walker.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    send(walker, {"question_1": "¿Cuánto dura?"})
    walker.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    send(walker, {"question_1": "¿Cuánto dura?"})
    assert services.open_draft(walker.row()).progress["visit"]["language"] == "es"
    send(walker, {"question_1": "How long?"})
    assert services.open_draft(walker.row()).progress["visit"]["language"] == "en"


def test_an_unknown_language_keeps_what_was_typed() -> None:
    walker = at_check("adult", "pain_now=5")
    response = send(walker, {**NOTES, "lang": "tlh"})
    assert response.status_code == 422
    assert NOTES["place"] in response.content.decode()


# --- who sees what ---------------------------------------------------------------------------------


@pytest.mark.parametrize("wish", ["yes", "no", "not_sure"])
def test_a_teens_wish_is_seen_by_nobody_but_the_care_team(wish: str) -> None:
    walker = at_check("pediatric", "child_age_years=15; pain_severity=moderate")
    send(walker, {**NOTES, "time_alone": wish})
    without = at_check("pediatric", "child_age_years=15; pain_severity=moderate")
    send(without, NOTES)
    for url in (CHECK, VISIT):
        assert neutral(page(walker, url)) == neutral(page(without, url)), url
    assert "checked" not in page(walker)
    row, _other = finish(walker), finish(without)
    assert stored_notes(row)["time_alone"] == wish
    for url in (DONE, "/f/1/print/"):
        told = page(walker, url)
        assert NOTES["place"] in told
        assert "time alone with the clinician?" not in told
        assert neutral(told) == neutral(page(without, url)), url


def neutral(html: str) -> str:
    """A page without what differs between two browsers: tokens, ids, references and times."""
    html = re.sub(r'value="[\w-]{30,}"', "", html)
    html = re.sub(r"BP-\w{4}-\w{3}", "BP", html)
    return re.sub(r"\d{1,2}:\d\d|noon|midnight", "", html)


def test_a_blank_does_not_take_a_teens_wish_back() -> None:
    walker = at_check("pediatric", "child_age_years=15")
    send(walker, {"time_alone": "yes"})
    send(walker, {"question_1": "How long?"})
    assert stored_notes(finish(walker)) == {"questions": ["How long?"], "time_alone": "yes"}


def test_the_person_reads_their_notes_on_the_result_and_the_print() -> None:
    walker = at_check("pediatric", "child_age_years=9; pain_severity=moderate")
    send(walker, {**NOTES, "child_there": "not_sure"})
    finish(walker)
    for url in (DONE, "/f/1/print/"):
        html = page(walker, url)
        assert "For your visit" in html
        assert "Can I &lt;b&gt;lift&lt;/b&gt; my grandson?" in html
        places = [html.index(NOTES[f"question_{n}"][-12:]) for n in (1, 2, 3)]
        assert places == sorted(places)
        for text in (NOTES["place"], NOTES["companion"], "Not sure"):
            assert text in html
