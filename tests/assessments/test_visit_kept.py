"""The notes for a visit: optional, never lost, and who sees which of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from assessments import services
from assessments.models import Status
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
from tests.assessments.walker import Walker, draft_id, errors_in
from triage.model import Level
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db


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
