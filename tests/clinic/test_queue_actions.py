"""What staff do with a case: who may, what they are told, and that nothing typed is lost."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.cases import work
from clinic.models import AuditEvent, Case, CaseEvent, Member
from clinic.models.case import EventKind, State
from clinic.models.staff import Role
from clinic.queue import stored
from clinic.queue.forms import WaitForm
from tests.clinic.queueing import sent, text_of
from tests.clinic.staffing import as_member, enter, member

pytestmark = pytest.mark.django_db
NOW = timezone.now()
WORKS = ("claim", "release", "assign", "wait", "contact")
CLOSES = ("done", "reopen", "message")


@pytest.fixture
def case() -> Case:
    """An urgent case."""
    return sent("DEMO-03", NOW)


def _do(client: Client, case: Case, what: str, **typed: Any) -> Any:
    fresh = Case.objects.get(pk=case.pk)
    address = reverse("clinic:case_action", args=[case.pk, what])
    return client.post(address, {"revision": fresh.revision, "next": "/staff/?tab=mine", **typed})


def _read(case: Case) -> None:
    nurse: Member = as_member(member("invented.reader"))
    work.mark_read(case, nurse, NOW)


def test_take_and_give_back_lead_back_to_the_place_one_came_from(staff: Client, case: Case) -> None:
    taken = _do(staff, case, "claim")
    assert (taken.status_code, taken.headers["Location"]) == (302, f"/staff/?tab=mine#case-{case.pk}")
    assert "Yours" in text_of(staff.get("/staff/?tab=mine").content)
    _do(staff, case, "release")
    assert Case.objects.get(pk=case.pk).assignee is None
    lines = AuditEvent.objects.filter(action="case.changed", subject_id=str(case.pk))
    assert [line.detail for line in lines.order_by("number")] == ['{"what": "claim"}', '{"what": "release"}']


def test_pressed_twice_is_taken_once(staff: Client, case: Case) -> None:
    for _press in range(2):
        response = staff.post(f"/staff/{case.pk}/do/claim/", {"revision": case.revision})
        assert response.status_code == 302
    assert CaseEvent.objects.filter(case=case, kind=EventKind.CLAIMED).count() == 1


def test_who_comes_second_reads_who_was_first_and_keeps_the_words(staff: Client, case: Case) -> None:
    other: Member = as_member(member("invented.other"))
    text = "Please phone us. <b>We could not reach you.</b> 😀"
    work.claim(case, other, NOW, revision=case.revision)
    late = staff.post(f"/staff/{case.pk}/do/message/", {"revision": case.revision, "text": text})
    words = text_of(late.content)
    assert late.status_code == 409
    assert "Nothing was changed: somebody else was first" in words
    assert "The case is with invented.other now." in words
    assert "Taken invented.other (Nurse)" in words
    assert text in words
    assert not CaseEvent.objects.filter(kind=EventKind.MESSAGE).exists()
    assert _do(staff, case, "message", text=text).status_code == 302
    detail: Any = CaseEvent.objects.get(kind=EventKind.MESSAGE).detail
    assert detail == {"text": text, "language": "en"}


@pytest.mark.parametrize("what", ["message", "explode"])
def test_a_role_that_is_taken_away_meanwhile_gives_the_message_back(
    client: Client, case: Case, what: str
) -> None:
    enter(client, "invented.desk", Role.FRONT_DESK)
    response = _do(client, case, what, text="An invented <b>message</b> that took long.")
    assert response.status_code == 404
    html = response.content.decode()
    assert "Nothing was stored" in html
    assert "An invented &lt;b&gt;message&lt;/b&gt; that took long." in html
    assert str(case.assessment.reference) not in html
    assert not CaseEvent.objects.filter(kind=EventKind.MESSAGE).exists()
    assert AuditEvent.objects.filter(outcome="denied").count() == (what == "message")


def test_a_message_of_40_kb_is_refused_and_kept(staff: Client, case: Case) -> None:
    text = "Long. " * 7000
    response = _do(staff, case, "message", text=text)
    assert response.status_code == 422
    assert "Use 1000 characters or fewer" in text_of(response.content)
    assert text.strip() in response.content.decode()


@pytest.mark.parametrize("what", [*WORKS, *CLOSES])
def test_the_front_desk_works_and_never_closes(client: Client, case: Case, what: str) -> None:
    enter(client, "invented.desk", Role.FRONT_DESK)
    _read(case)
    typed = {"outcome": "called", "text": "Hello", "when": "1", "to": str(member("invented.reader").pk)}
    before = CaseEvent.objects.count()
    response = _do(client, case, what, **typed)
    assert response.status_code == (302 if what in WORKS else 404)
    assert CaseEvent.objects.count() == before + (what in WORKS)
    denied = AuditEvent.objects.filter(outcome="denied", subject_id=str(case.pk))
    assert denied.count() == (what in CLOSES)
    assert client.get(f"/staff/{case.pk}/do/{what}/").status_code == (200 if what in WORKS else 404)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_others_do_nothing(client: Client, case: Case, role: Role) -> None:
    enter(client, "invented.other", role)
    for address in ("/staff/", "/staff/news/", "/staff/search/", f"/staff/{case.pk}/desk/"):
        assert client.get(address).status_code == 404
    assert _do(client, case, "claim").status_code == 404


def test_done_needs_an_outcome_and_somebody_who_read_it(staff: Client, case: Case) -> None:
    blank = _do(staff, case, "done")
    assert blank.status_code == 422
    assert "Choose what became of it" in text_of(blank.content)
    unread = _do(staff, case, "done", outcome="advice")
    assert unread.status_code == 422
    assert "No nurse or clinician has opened this yet" in text_of(unread.content)
    assert Case.objects.get(pk=case.pk).state == State.TODO
    _read(case)
    assert _do(staff, case, "done", outcome="advice").status_code == 302
    assert Case.objects.get(pk=case.pk).state == State.DONE
    again = _do(staff, case, "wait", when="1")
    assert again.status_code == 409
    assert "This cannot be done any more." in text_of(again.content)
    assert _do(staff, case, "reopen").status_code == 302


@pytest.mark.parametrize(
    "typed", [{}, {"revision": ""}, {"revision": "x"}, {"revision": "-1"}, {"revision": "9" * 40}]
)
def test_a_form_without_its_revision_changes_nothing(
    staff: Client, case: Case, typed: dict[str, str]
) -> None:
    response = staff.post(f"/staff/{case.pk}/do/claim/", typed)
    assert response.status_code == 422
    assert "Open the case again" in text_of(response.content)
    assert Case.objects.get(pk=case.pk).assignee is None


@pytest.mark.parametrize(
    "address",
    ["https://evil.invalid/", "//evil.invalid/", "/help/", "/staff/../leave/", "javascript:1", "/staff\\x"],
)
def test_nobody_is_led_away(staff: Client, case: Case, address: str) -> None:
    response = _do(staff, case, "claim", next=address)
    assert response.headers["Location"].startswith("/staff/")
    assert "evil" not in response.headers["Location"]


def test_what_does_not_exist_is_not_found(staff: Client, case: Case) -> None:
    assert _do(staff, case, "explode").status_code == 404
    nobody = "00000000-0000-4000-8000-000000000000"
    for page in ("desk/", "forms/", "do/claim/"):
        assert staff.get(f"/staff/{nobody}/{page}").status_code == 404


def test_a_case_is_given_to_somebody_who_works_here(staff: Client, case: Case) -> None:
    desk = member("invented.desk", Role.FRONT_DESK)
    auditor = member("invented.auditor", Role.AUDITOR)
    assert _do(staff, case, "assign", to=str(desk.pk)).status_code == 302
    assert Case.objects.get(pk=case.pk).assignee == desk
    for wrong in (str(auditor.pk), "x", "0", "9" * 30):
        assert _do(staff, case, "assign", to=wrong).status_code == 422
    desk.is_active = False
    desk.save()
    gone = _do(staff, case, "assign", to=str(desk.pk))
    assert gone.status_code == 422
    assert "Choose another one" in text_of(gone.content)


# --- notes, outcomes, and what is said afterwards -----------------------------------------------------


def test_a_note_is_sealed_and_shown_to_who_may_read_it(client: Client, case: Case) -> None:
    enter(client)
    _do(client, case, "contact", outcome="called", note="Zyxwvu was calm <b>")
    event = CaseEvent.objects.get(case=case, kind=EventKind.CONTACT)
    assert event.detail == {"outcome": "called", "note": "Zyxwvu was calm <b>"}
    assert "Zyxwvu" not in event.sealed_detail
    assert "Zyxwvu was calm &lt;b&gt;" in client.get(f"/staff/{case.pk}/").content.decode()
    assert "Zyxwvu" not in str(list(AuditEvent.objects.values()))
    desk = Client()
    enter(desk, "invented.desk", Role.FRONT_DESK)
    _do(desk, case, "contact", outcome="not_reached", note="No answer, try at five")
    page = text_of(desk.get(f"/staff/{case.pk}/desk/").content)
    assert "No answer, try at five" in page
    assert "Zyxwvu" not in page, "a nurse's words may hold clinical detail"
    assert "No answer, try at five" in text_of(client.get(f"/staff/{case.pk}/").content)


def test_a_note_at_the_end_and_one_that_is_too_long(staff: Client, case: Case) -> None:
    _read(case)
    long = _do(staff, case, "done", outcome="called", note="x" * 501)
    assert long.status_code == 422
    assert "x" * 501 in long.content.decode()
    assert _do(staff, case, "done", outcome="called", note="Comes on Monday").status_code == 302
    assert "Comes on Monday" in text_of(staff.get(f"/staff/{case.pk}/").content)


def test_the_front_desk_says_only_what_it_can_know(client: Client, case: Case) -> None:
    enter(client, "invented.desk", Role.FRONT_DESK)
    page = client.get(f"/staff/{case.pk}/desk/").content.decode()
    assert "Spoke to the person by phone" in page
    for outcome in ("sent_to_er", "advice"):
        assert f'value="{outcome}"' not in page
        refused = _do(client, case, "contact", outcome=outcome)
        assert refused.status_code == 422
        assert not CaseEvent.objects.filter(case=case, kind=EventKind.CONTACT).exists()
    for outcome in ("called", "booked", "not_reached"):
        assert _do(client, case, "contact", outcome=outcome).status_code == 302


def test_what_was_stored_is_said_once_on_the_next_page(staff: Client, case: Case) -> None:
    _read(case)
    reference = case.assessment.reference
    done: tuple[tuple[str, dict[str, str], str], ...] = (
        ("claim", {}, f"Stored: {reference} is yours now."),
        ("contact", {"outcome": "called"}, f"Stored: the call about {reference} is noted."),
        ("wait", {"when": "1"}, f"Stored: {reference} waits and comes back by itself."),
        ("reopen", {}, f"Stored: {reference} is to do again."),
        ("message", {"text": "Bring it"}, f"Stored: the message of {reference} is on the status page"),
        ("done", {"outcome": "called"}, f"Stored: {reference} is done."),
    )
    for what, typed, said in done:
        assert _do(staff, case, what, **typed).status_code == 302, what
        page = staff.get("/staff/?tab=mine").content.decode()
        assert said in page, what
        assert 'id="stored" role="status" tabindex="-1"' in page
        assert "Stored:" not in staff.get("/staff/?tab=mine").content.decode()
    refused = _do(staff, case, "contact")
    assert refused.status_code == 422
    assert "Stored:" not in staff.get("/staff/").content.decode()


def test_a_review_is_said_to_be_stored(staff: Client, case: Case) -> None:
    _read(case)
    fresh = Case.objects.get(pk=case.pk)
    typed = {"revision": str(fresh.revision), "known": "9", "verdict": "agree"}
    page = staff.post(f"/staff/{case.pk}/review/", typed, follow=True)
    assert f"Stored: your review of {case.assessment.reference}." in text_of(page.content)


@pytest.mark.parametrize("kept", [7, [], ["claim"], ["explode", "BP", 1.0], ["claim", "BP", 1.0]])
def test_what_is_not_fresh_or_not_ours_is_not_said(staff: Client, kept: Any) -> None:
    session = staff.session
    session[stored.SESSION_KEY] = kept
    session.save()
    assert "Stored:" not in staff.get("/staff/").content.decode()


# --- reminders ----------------------------------------------------------------------------------------


def _wait_form(at: str, when: str = "at") -> WaitForm:
    return WaitForm("wait", {"revision": "1", "when": when, "at": at})


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "2030-01-01",
        "2030-13-01 10:00",
        "2020-01-01 10:00",
        "9999-01-01 10:00",
        "2030-01-01T10:00Z",
        "x" * 99,
    ],
)
def test_a_time_that_cannot_be_waited_for_is_said(staff: Client, case: Case, typed: str) -> None:
    response = _do(staff, case, "wait", when="at", at=typed)
    assert response.status_code == 422
    assert "There is a problem" in text_of(response.content)


def test_the_clocks_skip_an_hour_in_spring(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CLINIC_TIME_ZONE = "America/New_York"
    now = datetime(2027, 3, 13, 12, 0, tzinfo=UTC)
    monkeypatch.setattr("clinic.queue.forms.timezone.now", lambda: now)
    skipped = _wait_form("2027-03-14 02:30")
    assert not skipped.is_valid()
    assert "The clocks skip this time" in str(skipped.errors["at"])
    after = _wait_form("2027-03-14 03:30")
    assert after.is_valid(), after.errors
    assert after.until == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)
    morning = _wait_form("", "morning")
    assert morning.is_valid()
    assert morning.until == datetime(2027, 3, 14, 9, 0, tzinfo=ZoneInfo("America/New_York"))


def test_waiting_until_a_time_where_the_clinic_is(staff: Client, case: Case) -> None:
    at = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    _read(case)
    assert _do(staff, case, "wait", when="at", at=at).status_code == 302
    fresh = Case.objects.get(pk=case.pk)
    assert fresh.state == State.WAITING
    assert fresh.remind_at is not None
    assert fresh.remind_at.strftime("%Y-%m-%dT%H:%M") == at
    assert "Waits until" in text_of(staff.get("/staff/?tab=waiting").content)


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.NURSE])
def test_an_urgent_case_that_nobody_has_read_cannot_be_put_away(
    client: Client, case: Case, role: Role
) -> None:
    enter(client, "invented.person", role)
    response = _do(client, case, "wait", when="at", at="2026-12-31 14:30")
    assert response.status_code == 422
    words = text_of(response.content)
    assert "No nurse or clinician has opened this yet. It cannot wait: tell one now" in words
    assert 'value="2026-12-31 14:30"' in response.content.decode()
    assert Case.objects.get(pk=case.pk).state == State.TODO
    assert not AuditEvent.objects.filter(action="case.changed").exists()


def test_an_urgent_case_is_not_done_while_nobody_was_reached(staff: Client, case: Case) -> None:
    _read(case)
    response = _do(staff, case, "done", outcome="not_reached")
    assert response.status_code == 422
    assert "The person was not reached, and it is urgent: leave the case open" in text_of(response.content)
    assert Case.objects.get(pk=case.pk).state == State.TODO
    assert _do(staff, case, "contact", outcome="not_reached").status_code == 302


# --- the front desk's page ----------------------------------------------------------------------------


def test_the_desk_page_has_the_contact_and_the_history_and_no_answer(client: Client) -> None:
    enter(client, "invented.desk", Role.FRONT_DESK)
    case = sent("DEMO-05", NOW)
    nurse: Member = as_member(member())
    fresh = work.claim(case, nurse, NOW, revision=case.revision)
    fresh = work.send_message(fresh, nurse, NOW, "Bring your scans", revision=fresh.revision)
    work.change_level(fresh, nurse, NOW, 5, revision=fresh.revision)
    words = text_of(client.get(f"/staff/{case.pk}/desk/").content)
    for told in (
        "Erna Example (invented)",
        "555 0100",
        "daughter",
        "Emergency now",
        "Taken invented.nurse (Nurse)",
    ):
        assert told in words
    assert "Level for the queue changed: from Urgent: in person today to Emergency now" in words
    for hidden in ("Bring your scans", "Fracture", "osteoporosis", "Bleeding"):
        assert hidden not in words
    passed_on = client.get(f"/staff/{case.pk}/")
    assert (passed_on.status_code, passed_on.headers["Location"]) == (302, f"/staff/{case.pk}/desk/")
    denied = AuditEvent.objects.get(action="denied")
    assert (denied.subject_id, denied.outcome) == (str(case.pk), "denied")
    assert client.get(f"/staff/{uuid.uuid4()}/").status_code == 404
    line = AuditEvent.objects.get(action="case.viewed")
    assert (line.subject_id, line.detail) == (str(case.pk), '{"page": "desk"}')
    assert Case.objects.get(pk=case.pk).first_read_at is None


@pytest.mark.parametrize(
    ("code", "first", "then"),
    [
        ("DEMO-01", "Tell a nurse or clinician now", "Phone the person now. Tell them to"),
        ("DEMO-03", "Tell a nurse or clinician now", "They need to be examined in person today."),
    ],
)
def test_the_desk_page_says_what_to_do_first(client: Client, code: str, first: str, then: str) -> None:
    enter(client, "invented.desk", Role.FRONT_DESK)
    case = sent(code, NOW)
    words = text_of(client.get(f"/staff/{case.pk}/desk/").content)
    assert words.index(first) < words.index(then) < words.index("Give no advice of your own")
    assert not re.search(r"Date of birth [0-9]{4}-", words)
    Case.objects.filter(pk=case.pk).update(level=None)
    unknown = text_of(client.get(f"/staff/{case.pk}/desk/").content)
    assert "Treat it as an emergency" in unknown
    _read(case)
    Case.objects.filter(pk=case.pk).update(level=2)
    later = text_of(client.get(f"/staff/{case.pk}/desk/").content)
    assert "Tell a nurse" not in later
    assert "book a video or phone visit" in later
    Case.objects.filter(pk=case.pk).update(state=State.DONE, done_at=NOW)
    assert "What to do now" not in text_of(client.get(f"/staff/{case.pk}/desk/").content)
