"""After an emergency result: what staff read of it, and whether the person went."""

from __future__ import annotations

import html
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from assessments import finishing
from assessments.models import Assessment
from clinic.cases import work
from clinic.loop.stopped import told
from clinic.models import AuditEvent, CaseEvent
from clinic.models.case import EventKind, Outcome, State
from tests.browser import states
from tests.clinic.looping import BORN, browser_of, case_of, nurse, sent, text_of
from tests.clinic.staffing import enter
from triage.model import Level, Transport

pytestmark = pytest.mark.django_db
QUESTION = "Did you get emergency care?"


def stopped(transport: Transport = Transport.ER, minutes_ago: float = 45) -> Assessment:
    """Somebody who stopped at the emergency page and let the clinic know."""
    at = timezone.now() - timedelta(minutes=minutes_ago)
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}
    if transport is Transport.ER:
        answers = {"respondent": "self", "em_now": ["none"], "age_years": 61, "ces_saddle": "yes"}
    contact = {"phone": "555 555 0100"}
    row = finishing.submit_complete("adult", answers, contact, language="en", now=at, finished=False)
    assert row.level == Level.EMERGENCY_NOW
    return row


@pytest.mark.parametrize("make", [stopped, lambda: sent(Level.EMERGENCY_NOW)])
def test_who_has_an_emergency_is_asked_and_the_answer_is_kept(make: Any) -> None:
    row = make()
    own = browser_of(row)
    assert QUESTION in text_of(own.get("/status/1/"))
    assert own.post("/status/1/", {"went": "went"}).headers["Location"] == "/status/1/"
    page = text_of(own.get("/status/1/"))
    assert QUESTION not in page
    assert "seen in an emergency room" in page
    # Seen or not, the page does not become calmer than the result.
    assert own.get("/status/1/").context["outcome"].headline in page
    event = CaseEvent.objects.get(case_id=row.pk, kind=EventKind.WENT)
    assert event.detail == {"answer": "went"}
    assert event.by_id is None
    line = AuditEvent.objects.get(action="case.patient")
    assert (line.subject_id, line.detail) == (str(row.pk), '{"what": "went_answered"}')


@pytest.mark.parametrize("answer", ["not_yet", "not_going"])
@pytest.mark.parametrize("state", [State.DONE, State.WAITING])
def test_who_did_not_go_is_told_loudly_and_is_work_again(answer: str, state: State) -> None:
    row = stopped()
    case = work.mark_read(case_of(row), nurse(), timezone.now())
    if state == State.DONE:
        work.finish(case, nurse(), timezone.now(), Outcome.CALLED, revision=case.revision)
    else:
        until = timezone.now() + timedelta(hours=1)
        work.wait(case, nurse(), timezone.now(), until=until, revision=case.revision)
    own = browser_of(row)
    own.post("/status/1/", {"went": answer})
    assert case_of(row).state == State.TODO
    whole = own.get("/status/1/").content.decode()
    main = whole[whole.index("<main") :]
    assert "You have not been seen yet. Get emergency care now." in main
    assert main.index('href="tel:911"') < main.index("<h1")
    assert main.index("You have not been seen yet") < main.index("Received")
    # They can answer again, and what they said first is not overwritten.
    own.post("/status/1/", {"went": "on_the_way"})
    page = text_of(own.get("/status/1/"))
    assert "You have not been seen yet" not in page
    assert QUESTION in page
    answers = [event.detail for event in CaseEvent.objects.filter(kind=EventKind.WENT).order_by("at")]
    assert answers == [{"answer": answer}, {"answer": "on_the_way"}]


def test_the_question_comes_after_half_an_hour() -> None:
    row = stopped(minutes_ago=29)
    assert QUESTION not in text_of(browser_of(row).get("/status/1/"))
    assert browser_of(row).post("/status/1/", {"went": "went"}).status_code == 302
    assert not CaseEvent.objects.filter(kind=EventKind.WENT).exists()
    assert QUESTION in text_of(browser_of(stopped(minutes_ago=31)).get("/status/1/"))


@pytest.mark.parametrize("level", [level for level in Level if level is not Level.EMERGENCY_NOW])
def test_nobody_else_is_asked(level: Level) -> None:
    row = sent(level)
    own = browser_of(row)
    assert "get emergency care?" not in text_of(own.get("/status/1/"))
    own.post("/status/1/", {"went": "not_going"})
    assert not CaseEvent.objects.filter(kind=EventKind.WENT).exists()


@pytest.mark.parametrize(
    ("pathway", "answers", "question"),
    [
        (
            "adult",
            {"respondent": "other", "em_now": ["collapse"], "age_years": 61},
            "Did they get emergency care?",
        ),
        ("pediatric", {"gate_now": ["collapse"], "child_age_years": 9}, "Did your child get emergency care?"),
    ],
)
def test_it_is_asked_about_the_right_person(pathway: str, answers: Any, question: str) -> None:
    at = timezone.now() - timedelta(hours=1)
    if pathway == "pediatric":
        row = states.sent(
            states.PEDIATRIC, states.example(states.PEDIATRIC, Level.EMERGENCY_NOW, Transport.ER), at=at
        )
    else:
        row = finishing.submit_complete(pathway, answers, {}, language="en", now=at, finished=False)
    assert question in text_of(browser_of(row).get("/status/1/"))


@pytest.mark.parametrize(
    "sent_data", [{}, {"went": ""}, {"went": "maybe"}, {"went": "\0"}, {"went": "x" * 9999}]
)
def test_an_answer_that_is_none_is_asked_for_again(sent_data: dict[str, str]) -> None:
    row = stopped()
    response = browser_of(row).post("/status/1/", sent_data)
    assert response.status_code in (400, 422)
    if response.status_code == 422:
        page = text_of(response)
        assert "There is a problem" in page
        assert response.context["outcome"].headline in page
    assert not CaseEvent.objects.filter(kind=EventKind.WENT).exists()


def test_an_answer_after_the_session_ended_finds_advice() -> None:
    response = Client().post("/status/1/", {"went": "not_yet"})
    assert response.status_code == 404
    assert "If this is an emergency, call 911 now" in text_of(response)


def test_staff_read_when_and_why_somebody_was_told() -> None:
    row = stopped(Transport.CALL_911)
    row.emergency_at = datetime(
        2026, 11, 21, 14, 2, tzinfo=row.submitted_at.tzinfo if row.submitted_at else None
    )
    what = told(row)
    assert what is not None
    assert what.words == "Told to call 911 on Sat 21 Nov 2026, 14:02 UTC"
    fired = [f for f in finishing.frozen_result(row)["findings"] if f["level"] == "EMERGENCY_NOW"]
    assert what.rules == tuple(finding["id"] for finding in fired)
    assert len(what.rules) >= 1
    assert what.sentence == f"{what.words} because of {', '.join(what.rules)}."
    # The front desk reads the words: nothing clinical in them.
    assert not any(word in what.words for finding in fired for word in (finding["id"], finding["clinician"]))


def test_the_case_says_so_and_to_phone_them(client: Client) -> None:
    row = stopped(Transport.CALL_911)
    enter(client)
    page = html.unescape(text_of(client.get(f"/staff/{row.pk}/")))
    what = told(row)
    assert what is not None
    assert f"Phone the person now and ask whether they got help. {what.sentence}" in page


def test_who_was_sent_to_the_er_was_not_told_to_call() -> None:
    what = told(stopped(Transport.ER))
    assert what is not None
    assert what.words.startswith("Sent to the ER on ")


def test_a_result_that_is_no_emergency_told_nobody() -> None:
    assert told(sent(Level.URGENT_SAME_DAY)) is None
    finished = told(sent(Level.EMERGENCY_NOW, born=BORN))
    assert finished is not None


def test_who_shared_finds_the_status_from_the_emergency_page() -> None:
    row = stopped()
    own = browser_of(row)
    page = own.get("/f/1/now/").content.decode()
    assert 'href="/status/1/"' in page
    assert "Make a link to come back" in own.get("/f/1/done/").content.decode()
    assert own.post("/f/1/link/").status_code == 200
