"""The status page: received, read, by which role, what comes next; never calmer than the result was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assessments import return_links
from assessments.models import Assessment, ReturnLink
from assessments.outcome import clinic_time
from clinic.cases import reviews, work
from clinic.cases.arrivals import receive
from clinic.cases.reviews import Opinion
from clinic.loop.standing import AGREED, Stage, standing_of
from clinic.models import AuditEvent, Case, CaseEvent, Member
from clinic.models.case import EventKind, Outcome, State
from clinic.models.staff import Role
from tests.browser import states
from tests.clinic.looping import browser_of, case_of, come_back, link_to, nurse, sent, text_of
from tests.clinic.staffing import as_member, enter, member
from triage.model import Level
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db


@pytest.fixture
def row() -> Assessment:
    return sent()


def shown(row: Assessment) -> str:
    """The words of the status page in the browser that sent it."""
    response = browser_of(row).get("/status/1/")
    assert response.status_code == 200
    return text_of(response)


def read(row: Assessment, by: Member | None = None) -> Case:
    return work.mark_read(case_of(row), by or nurse(), timezone.now())


def contact(row: Assessment, outcome: Outcome) -> Case:
    case = case_of(row)
    return work.note_contact(case, nurse(), timezone.now(), outcome, revision=case.revision)


def done(row: Assessment, outcome: Outcome) -> Case:
    case = read(row)
    return work.finish(case, nurse(), timezone.now(), outcome, revision=case.revision)


def test_from_waiting_to_done_by_the_words_of_the_page(row: Assessment) -> None:
    assert "Not read yet" in shown(row)

    read(row)
    page = shown(row)
    assert "A nurse has read it: " in page
    assert "working on it" not in page
    assert "by a nurse" in page
    assert "invented.nurse" not in page

    contact(row, Outcome.NOT_REACHED)
    page = shown(row)
    assert "The care team tried to reach you" in page
    assert "Please call the clinic back" in page

    contact(row, Outcome.CALLED)
    assert "The care team has been in touch. More may follow" in shown(row)

    done(row, Outcome.BOOKED)
    page = shown(row)
    assert "The care team has finished its part" in page
    assert "A visit was booked." in page


def _take(row: Assessment) -> None:
    case = case_of(row)
    work.claim(case, nurse(), timezone.now(), revision=case.revision)


def _write(row: Assessment, text: str = "We call you today.") -> None:
    case = case_of(row)
    work.send_message(case, nurse(), timezone.now(), text, revision=case.revision)


def _agree(row: Assessment) -> None:
    case = case_of(row)
    reviews.store(case, nurse(), Opinion(verdict="agree"), timezone.now(), revision=case.revision)


@pytest.mark.parametrize("does", [_take, _write, _agree])
def test_working_on_it_is_said_only_after_somebody_took_it_wrote_or_reviewed(
    row: Assessment, does: Callable[[Assessment], None]
) -> None:
    read(row)
    assert "working on it" not in shown(row)
    does(row)
    page = shown(row)
    assert "A nurse has read it: " in page
    assert "The care team is working on it" in page


def test_who_gave_a_case_back_is_not_working_on_it(row: Assessment) -> None:
    read(row)
    _take(row)
    case = case_of(row)
    work.release(case, nurse(), timezone.now(), revision=case.revision)
    assert "working on it" not in shown(row)


def test_what_was_done_before_more_answers_arrived_is_no_work_on_them(row: Assessment) -> None:
    read(row)
    _agree(row)
    _write(row)
    receive(row, timezone.now())
    Case.objects.filter(pk=row.pk).update(arrived_at=timezone.now())
    read(row)
    assert "working on it" not in shown(row)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_words_and_none_reassures(row: Assessment, outcome: Outcome) -> None:
    done(row, outcome)
    page = shown(row)
    assert str(AGREED[outcome]) in page
    assert "If it gets worse, do not wait for a call." in page
    for calm in ("you are fine", "nothing serious", "no need to worry", "all good"):
        assert calm not in page.lower()


def test_what_is_not_read_in_time_is_said_and_not_excused(row: Assessment) -> None:
    Case.objects.filter(pk=row.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    page = shown(row)
    assert "Not read in time" in page
    assert "Call the clinic now." in page
    read(row)
    assert "Not read in time" not in shown(row)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("finished", [False, True])
def test_the_page_is_never_calmer_than_the_result(level: Level, finished: bool) -> None:
    row = sent(level)
    if finished:
        done(row, Outcome.ADVICE)
    own = browser_of(row)
    result, status = text_of(own.get("/f/1/done/")), own.get("/status/1/")
    page = text_of(status)
    outcome = status.context["outcome"]
    assert outcome.headline in page
    for line in (*outcome.do, *outcome.lead, outcome.emergency_line, outcome.urgency):
        assert line in result
        assert line in page
    for tier in outcome.safety_net:
        assert all(sign in page for sign in tier.signs)
    assert "Nobody is watching this page. Do not wait for a reply." in page
    if level >= Level.URGENT_SAME_DAY:
        # What to do stands before what the clinic did.
        assert page.index(outcome.headline) < page.index("Received")
        assert f"{outcome.headline}</h1>" in status.content.decode()
    if level is Level.EMERGENCY_NOW:
        assert 'href="tel:911"' in status.content.decode()


def test_a_level_that_staff_raised_comes_first_and_one_they_lowered_changes_nothing(row: Assessment) -> None:
    clinician = as_member(member("invented.doctor", Role.CLINICIAN))
    before = shown(row)
    case = case_of(row)
    work.change_level(case, clinician, timezone.now(), 1, revision=case.revision)
    assert "no longer right" not in shown(row)
    assert browser_of(row).get("/status/1/").context["outcome"].headline in before

    case = case_of(row)
    work.change_level(case, clinician, timezone.now(), 3, revision=case.revision)
    assert "The care team wants you to be seen sooner" in shown(row)

    case = case_of(row)
    work.change_level(case, clinician, timezone.now(), 5, revision=case.revision)
    page = shown(row)
    assert "The care team thinks that this is an emergency" in page
    assert "Call 911" in page[: page.index("Was it read?", 200)]


CALM = "A video or phone visit fits"


@pytest.mark.parametrize("pathway", ["adult", "pediatric"])
@pytest.mark.parametrize(("was", "level"), [(a, b) for a in list(Level) for b in list(Level) if a < b])
def test_after_a_raise_no_calmer_step_is_shown(pathway: str, was: Level, level: Level) -> None:
    answers = states.example(PATHWAYS[pathway], was)
    row = states.sent(PATHWAYS[pathway], answers, at=timezone.now() - timedelta(hours=1))
    clinician = as_member(member("invented.doctor", Role.CLINICIAN))
    before = browser_of(row).get("/status/1/").context["outcome"]
    case = case_of(row)
    raised = work.change_level(case, clinician, timezone.now(), level, revision=case.revision)
    response = browser_of(row).get("/status/1/")
    now = response.context["outcome"]
    page = unescape(text_of(response)).partition(now.safety_net[0].title)[0]
    assert "What you were told before is no longer right." in page
    assert now.headline in page
    assert before.headline not in page
    assert all(line in page for line in now.do)
    assert [line for line in before.do if line in page and line not in now.do] == []
    assert "Back to your next step" not in page
    assert before.urgency not in page or before.urgency == now.urgency
    if level in (Level.PROMPT_IN_PERSON, Level.VIRTUAL_VISIT):
        assert raised.due_at is not None
        assert now.by_when == f"By {clinic_time(raised.due_at, year=False)}."
    assert "{by_when}" not in page


def test_a_level_that_nobody_raised_keeps_the_card(row: Assessment) -> None:
    assert CALM in shown(row)
    assert "no longer right" not in shown(row)
    assert "Back to your next step" in shown(row)


def test_who_was_sent_to_the_er_sees_no_calmer_step(row: Assessment) -> None:
    contact(row, Outcome.SENT_TO_ER)
    other = sent(Level.SELF_CARE)
    page = shown(row)
    assert CALM not in page
    assert "What you were told before is no longer right." in page
    assert "<h1" in browser_of(row).get("/status/1/").content.decode()
    listed = text_of(browser_of(row, other).get("/status/"))
    assert CALM not in listed
    assert "The care team said to go to the emergency room" in listed


OUTDATED = "This was written before the care team said that you need care sooner."


def test_messages_of_before_a_raise_say_so(row: Assessment) -> None:
    _write(row, "An invented calm word.")
    assert OUTDATED not in shown(row)
    case = case_of(row)
    work.change_level(case, nurse(), timezone.now(), 5, revision=case.revision)
    _write(row, "An invented word of after.")
    page = shown(row)
    assert page.count(OUTDATED) == 1
    assert page.index("word of after") < page.index(OUTDATED) < page.index("calm word")


def test_a_raise_that_cannot_be_read_makes_earlier_messages_old_all_the_same(row: Assessment) -> None:
    _write(row)
    Case.objects.filter(pk=row.pk).update(level=5)
    CaseEvent(case=case_of(row), kind=EventKind.LEVEL, at=timezone.now(), sealed_detail="v1:lost:AA").save()
    assert OUTDATED in shown(row)


def test_calling_it_done_is_no_new_call(row: Assessment) -> None:
    case, called = read(row), timezone.now() - timedelta(minutes=40)
    Case.objects.filter(pk=row.pk).update(arrived_at=called - timedelta(minutes=5))
    case = work.note_contact(case, nurse(), called, Outcome.SENT_TO_ER, revision=case.revision)
    case = work.finish(case, nurse(), timezone.now(), Outcome.SENT_TO_ER, revision=case.revision)
    assert case.reached_at == called
    standing = standing_of(case, timezone.now())
    assert standing.agreed_at == standing.sent_to_er == clinic_time(called)


def test_sent_to_the_er_stays_loud_after_the_case_is_done(row: Assessment) -> None:
    contact(row, Outcome.SENT_TO_ER)
    done(row, Outcome.CALLED)
    page = browser_of(row).get("/status/1/").content.decode()
    assert "The care team said to go to the emergency room" in page
    assert page.index("tel:911", page.index("<main")) < page.index("<h1")


def test_messages_are_shown_with_time_and_language_and_as_text(row: Assessment) -> None:
    from django.utils import translation

    case = case_of(row)
    hostile = "<script>alert(1)</script>\nBring your list."
    case = work.send_message(case, nurse(), timezone.now(), hostile, revision=case.revision)
    with translation.override("es"):
        work.send_message(case, nurse(), timezone.now(), "Llame mañana.", revision=case.revision)
    page = browser_of(row).get("/status/1/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>Bring your list." in page
    assert '<div lang="es" dir="auto"><p>Llame mañana.</p>' in page
    assert "(in Spanish)" in page
    assert page.index("Llame") < page.index("Bring your list")


def test_a_message_that_cannot_be_read_is_told_of(row: Assessment) -> None:
    CaseEvent(case=case_of(row), kind=EventKind.MESSAGE, at=timezone.now(), sealed_detail="v1:lost:AA").save()
    assert "There is a message here that we cannot show." in shown(row)


def test_answers_of_yesterday_ask_for_a_new_check() -> None:
    page = browser_of(sent(hours_ago=25)).get("/status/1/")
    assert page.context["outcome"].is_expired
    words = text_of(page)
    assert words.index(page.context["outcome"].valid) < words.index("Received")
    assert "Check again" in words


def test_several_are_a_list_with_the_most_urgent_first() -> None:
    calm, urgent = sent(Level.SELF_CARE), sent(Level.EMERGENCY_NOW)
    unsent = states.draft(states.ADULT, {})
    browser = browser_of(calm, urgent, unsent)
    page = text_of(browser.get("/status/"))
    assert page.index(str(urgent.reference)) < page.index(str(calm.reference))
    emergency = browser.get("/status/2/").context["outcome"]
    assert emergency.headline in page
    assert browser.get("/status/3/").status_code == 404
    # One of two: no mixing.
    assert str(urgent.reference) not in text_of(browser.get("/status/1/"))


def test_nobody_else_finds_anything(row: Assessment) -> None:
    other = browser_of(sent())
    for path in ("/status/2/", "/status/0/", "/status/link-1/", f"/status/{row.pk}/", "/status/1-1/"):
        for browser in (Client(), other):
            response = browser.get(path)
            assert response.status_code == 404
            assert str(row.reference) not in response.content.decode()
    assert Client().get("/status/").status_code == 404
    assert Client().post("/f/1/link/").status_code == 404
    assert other.post("/f/2/link/").status_code == 404


def test_a_draft_has_no_link() -> None:
    browser = browser_of(states.draft(states.ADULT, {}))
    assert browser.post("/f/1/link/").status_code == 302
    assert not ReturnLink.objects.exists()
    assert browser.get("/f/1/link/").status_code == 405


def test_ending_the_link_puts_out_who_came_by_it_and_not_who_sent_it(row: Assessment) -> None:
    own, other, path = browser_of(row), Client(), link_to(row)
    assert come_back(other, path, row).status_code == 303
    assert "End this link" in text_of(other.get("/status/", follow=True))

    ended = own.post("/status/1/end/")
    assert "The link is ended" in text_of(ended)
    assert other.get("/status/").status_code == 404
    assert come_back(Client(), path, row).status_code == 422
    page = text_of(own.get("/status/1/"))
    assert "End this link" not in page
    assert own.post("/status/1/end/").status_code == 200


def test_who_came_by_the_link_can_end_it(row: Assessment) -> None:
    other, path = Client(), link_to(row)
    come_back(other, path, row)
    where = other.get("/status/").headers["Location"]
    assert "call the clinic and say your reference" in text_of(other.post(f"{where}end/"))
    assert other.get(where).status_code == 404


def test_a_new_link_puts_out_who_came_by_the_old_one(row: Assessment) -> None:
    other = Client()
    come_back(other, link_to(row), row)
    assert other.get("/status/", follow=True).status_code == 200
    browser_of(row).post("/f/1/link/")
    browser_of(row).post("/f/1/link/")
    assert other.get("/status/").status_code == 404
    assert ReturnLink.objects.count() == 1


def test_staff_who_may_close_can_end_a_link(row: Assessment, client: Client) -> None:
    path = link_to(row)
    address = f"/staff/{row.pk}/end-link/"
    assert client.post(address).status_code == 302
    desk = Client()
    enter(desk, "invented.desk", Role.FRONT_DESK)
    assert desk.post(address).status_code == 404
    assert return_links.live_of(row, timezone.now())

    enter(client, "invented.nurse", Role.NURSE)
    assert f'action="{address}"' in client.get(f"/staff/{row.pk}/").content.decode()
    assert client.get(address).status_code == 405
    for _ in range(2):
        assert client.post(address).headers["Location"] == f"/staff/{row.pk}/"
    assert f'action="{address}"' not in client.get(f"/staff/{row.pk}/").content.decode()
    assert come_back(Client(), path, row).status_code == 422
    draft = states.draft(states.ADULT, {})
    assert client.post(f"/staff/{draft.pk}/end-link/").status_code == 404
    lines = AuditEvent.objects.filter(action="case.changed", subject_id=str(row.pk))
    assert [line.detail for line in lines.order_by("number")] == [
        '{"ended": true, "what": "link_ended"}',
        '{"ended": false, "what": "link_ended"}',
    ]


def test_every_step_has_its_line_in_the_log(row: Assessment) -> None:
    own, other = browser_of(row), Client()
    own.post("/f/1/link/")
    path = link_to(row)
    come_back(other, path, row, date_of_birth_day="28")
    come_back(other, path, row)
    other.post(f"{other.get('/status/').headers['Location']}end/")
    lines = AuditEvent.objects.filter(action="case.patient").order_by("number")
    assert [(line.detail, line.outcome) for line in lines] == [
        ('{"what": "link_made"}', "ok"),
        ('{"what": "link_opened"}', "failed"),
        ('{"what": "link_opened"}', "ok"),
        ('{"ended": true, "what": "link_ended"}', "ok"),
    ]
    assert {line.subject_id for line in lines} == {str(row.pk)}
    assert {(line.actor_id, line.actor) for line in lines} == {(None, "")}
    assert path.split("/")[2] not in str(list(lines.values()))


def test_what_cannot_be_logged_is_not_done(row: Assessment, monkeypatch: Any) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the log is full")

    monkeypatch.setattr("clinic.loop.views.record", refuse)
    own = browser_of(row)
    own.raise_request_exception = False
    assert own.post("/f/1/link/").status_code == 500
    assert not ReturnLink.objects.exists()


class Standing(TestCase):
    """Whatever staff do, the page says what is stored, and says only what happened."""

    @settings(deadline=None, max_examples=25)
    @given(steps=st.lists(st.sampled_from(["read", "wait", "reopen", *Outcome.values]), max_size=6))
    def test_any_way_through_the_work(self, steps: list[str]) -> None:
        row = sent()
        for step in steps:
            case, now = case_of(row), timezone.now()
            if step == "read":
                work.mark_read(case, nurse(), now)
            elif step == "reopen" and case.state != State.TODO:
                work.reopen(case, nurse(), now, revision=case.revision)
            elif step == "wait" and case.state != State.DONE:
                until = now + timedelta(hours=1)
                work.wait(case, nurse(), now, until=until, revision=case.revision)
            elif step in Outcome.values:
                work.note_contact(case, nurse(), now, Outcome(step), revision=case.revision)
        contacts = [step for step in steps if step in Outcome.values]
        standing = standing_of(case_of(row), timezone.now())
        assert bool(standing.read) == ("read" in steps)
        assert len(standing.tried) == contacts.count("not_reached")
        assert bool(standing.sent_to_er) == ("sent_to_er" in contacts)
        assert standing.agreed == (str(AGREED[contacts[-1]]) if contacts else "")
        if not contacts:
            assert standing.stage is (Stage.READ if "read" in steps else Stage.WAITING)
        elif contacts[-1] == "not_reached":
            assert standing.stage is Stage.TRIED
