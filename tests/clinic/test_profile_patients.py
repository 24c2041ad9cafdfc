"""What patients read of the clinic's settings: hours, places, replies, pauses. All is invented."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from assessments import finishing
from assessments.models import Assessment
from clinic.models import Case
from clinic.models.staff import Role
from clinic.profile import intake, saving
from clinic.profile.current import saved
from tests.assessments.walker import Walker
from tests.clinic.profiles import (
    ALWAYS,
    OFFICE_EVERY_DAY,
    closed_these_days,
    holds,
    invented,
    words,
)
from tests.clinic.staffing import enter
from triage.examples import with_changes
from triage.intake import to_json
from triage.model import Level
from triage.pathways import PATHWAYS
from triage_site import live
from triage_site.context import clinic_now, current_site, takes_new_checks
from triage_site.errors import EMERGENCY_SIGNS
from triage_site.profile import ClinicWords

pytestmark = pytest.mark.django_db

ER, URGENT = "Invented Hospital, 1 Hill Road", "Invented Urgent Care, 2 Low Road"
PLACES = {"emergency_room": ER, "urgent_care": URGENT, "out_of_hours": "Call the invented night line."}
REPLIES = {
    "reply_same_day": "We call within the hour.",
    "reply_prompt": "We call by noon.",
    "reply_virtual": "We call within two days.",
    "reply_self_care": "We call if you ask for it.",
}
SAME_DAY = "function_limit=cannot"
CLOSED_NOW = "The clinic is closed now"


def text(response: Any) -> str:
    page = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", page)


def result_of(pathway: str, changes: str) -> tuple[Client, str]:
    """A browser that sent these answers, and the address of the result."""
    answers = with_changes(PATHWAYS[pathway], changes)
    if pathway == "adult":
        answers["respondent"] = "self"
    stored = {key: to_json(answer) for key, answer in answers.items()}
    row = finishing.submit_complete(pathway, stored, {}, language="en", now=timezone.now())
    client = Client()
    client.get("/")
    session = client.session
    session["drafts"] = {"1": str(row.pk)}
    session.save()
    client.cookies["sessionid"] = str(session.session_key)
    return client, "/f/1/done/"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets the opening hours be seen at another moment than now."""

    def at(moment: datetime) -> None:
        monkeypatch.setattr("triage_site.profile.timezone.now", lambda: moment)
        monkeypatch.setattr("assessments.templatetags.clinic_words.timezone.now", lambda: moment)
        monkeypatch.setattr("triage_site.context.timezone.now", lambda: moment)

    return at


# --- open or closed -----------------------------------------------------------------------------------


def test_the_start_says_that_nobody_reads_before_the_clinic_opens(client: Client) -> None:
    holds(words=words(**PLACES), **closed_these_days())
    opens = current_site().opens
    page = text(client.get("/"))
    assert (
        f"The clinic is closed now and opens {opens} (clinic time). Nobody reads what you send before then."
        in page
    )
    assert "8:00 a.m." in opens
    assert "Call the invented night line." in page
    assert "Call 911" in page


def test_an_open_clinic_says_until_when(client: Client, clock: Any) -> None:
    holds(week=OFFICE_EVERY_DAY)
    clock(datetime(2026, 11, 20, 15, 0, tzinfo=UTC))  # 9 in Chicago
    page = text(client.get("/"))
    assert "The clinic is open now, until 5:00 p.m. (clinic time)." in page
    assert CLOSED_NOW not in page


def test_without_hours_and_around_the_clock_nothing_wrong_is_said(client: Client) -> None:
    holds()
    assert "The clinic is" not in text(client.get("/"))
    holds(week=ALWAYS)
    page = text(client.get("/"))
    assert "The clinic is open now." in page
    assert CLOSED_NOW not in page


def test_before_sending_and_after_it_the_closed_clinic_is_named() -> None:
    holds(words=words(**PLACES, **REPLIES), **closed_these_days())
    walker = Walker("adult", "")
    contact = walker.walk(until="contact")
    assert CLOSED_NOW in text(walker.client.get(contact))
    client, url = result_of("adult", "")
    page = text(client.get(url))
    assert CLOSED_NOW in page
    assert "Call the invented night line." in page


# --- today, and nobody is there any more --------------------------------------------------------------


def test_seen_today_while_the_clinic_is_open_for_hours() -> None:
    holds(words=words(**PLACES, **REPLIES), week=ALWAYS)
    client, url = result_of("adult", SAME_DAY)
    page = text(client.get(url))
    assert "Be seen in person today" in page
    assert "We call within the hour." in page
    assert URGENT in page
    assert ER in page
    assert "Invented Clinic: 555 555 0100" in page
    assert "somewhere else" not in page


@pytest.mark.parametrize(("hour", "said"), [(16, "You may be too late"), (17, CLOSED_NOW), (3, CLOSED_NOW)])
def test_seen_today_near_closing_time_promises_no_clinic(hour: int, said: str, clock: Any) -> None:
    holds(words=words(**PLACES, **REPLIES), week=OFFICE_EVERY_DAY)
    client, url = result_of("adult", SAME_DAY)
    clock(datetime(2026, 11, 20, hour, 30, tzinfo=clinic_now().zone))
    page = text(client.get(url))
    assert said in page
    assert "somewhere else" in page
    assert URGENT in page
    assert ER in page
    assert "Nurse line, when the office is closed: 555 555 0199" in page
    assert "We call within the hour." not in page
    assert "Invented Clinic: 555 555 0100" not in page
    printed = text(client.get(url.replace("/done/", "/print/")))
    assert "We call within the hour." not in printed
    assert URGENT in printed


def test_a_child_that_an_urgent_care_cannot_help_is_not_sent_there() -> None:
    holds(words=words(**PLACES), **closed_these_days())
    client, url = result_of("pediatric", "walking=limp; injury=no_cause")
    page = text(client.get(url))
    assert "seen in person today" in page
    assert ER in page
    assert URGENT not in page


# --- an emergency -------------------------------------------------------------------------------------


def emergency_page(changes: dict[str, Any]) -> str:
    walker = Walker("adult")
    url = walker.begin()
    sent = walker.answer(url, **changes)
    assert sent["Location"].endswith("/now/"), sent["Location"]
    return text(walker.client.get(sent["Location"]))


def test_who_calls_for_help_is_sent_nowhere_and_gets_no_clinic() -> None:
    holds(words=words(**PLACES, **REPLIES), **closed_these_days(), emergency_number="112")
    page = emergency_page({"em_now": ["collapse"]})
    assert "Call 112" in page
    assert "911" not in page
    assert ER not in page
    assert "555 555 0100" not in page


# --- replies ------------------------------------------------------------------------------------------


def test_the_reply_of_the_level_in_the_language_of_the_page() -> None:
    both = (("en", ClinicWords(**REPLIES)), ("es", ClinicWords(reply_prompt="Llamamos antes del mediodía.")))
    holds(words=both)
    site = current_site()
    with translation.override("es"):
        assert site.reply(Level.PROMPT_IN_PERSON) == "Llamamos antes del mediodía."
        assert site.reply(Level.VIRTUAL_VISIT) == '<span lang="en">English: We call within two days.</span>'
    assert site.reply(Level.EMERGENCY_NOW) == ""
    client, url = result_of("adult", "")
    page = text(client.get(url))
    assert sum(reply in page for reply in REPLIES.values()) == 1


# --- pauses -------------------------------------------------------------------------------------------


def test_while_paused_nobody_begins_and_every_sign_of_an_emergency_is_shown(client: Client) -> None:
    holds(intake="paused", words=words(paused="We move house."), week=ALWAYS, emergency_number="112")
    for answer in (client.get("/"), client.post("/begin/", {"who": "self"})):
        page = text(answer)
        assert "No new checks right now" in page
        assert "We move house." in page
        assert "call 112 now" in page
        assert all(str(sign) in page for sign in EMERGENCY_SIGNS)
        assert "555 555 0100" in page
        assert "555 555 0199" in page
    assert client.get("/").status_code == 200
    assert client.post("/begin/", {"who": "self"}).status_code == 422
    assert not Assessment.objects.exists()
    for address in ("/help/", "/help/paper/"):
        assert client.get(address).status_code == 200


def test_who_has_begun_before_the_pause_finishes_and_sends() -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    holds(intake="paused")
    html = walker.client.get(url).content.decode()
    sent = walker.client.post(url, walker.contact_data(html))
    assert walker.client.get(sent["Location"]).status_code == 200
    assert Case.objects.count() == 1


def test_the_cap_of_the_day_counts_what_came_in_since_midnight_at_the_clinic() -> None:
    client, _url = result_of("adult", "")
    holds(daily_cap=1)
    assert not takes_new_checks()
    assert "No new checks right now" in text(client.get("/"))
    assert client.post("/begin/", {"who": "self"}).status_code == 422

    profile = invented(daily_cap=1)
    now = timezone.now()
    midnight = now.astimezone(profile.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    Case.objects.update(arrived_at=midnight - timedelta(seconds=1))
    assert intake.count_today(profile, now) == 0
    Case.objects.update(arrived_at=midnight)
    assert intake.count_today(profile, now) == 1
    assert intake.count_today(profile, midnight + timedelta(days=1, hours=2)) == 0
    holds(daily_cap=2)
    assert takes_new_checks()


def test_staff_see_that_nobody_can_begin(client: Client) -> None:
    enter(client, "invented.admin", Role.ADMIN)
    holds()
    assert "No new checks are taken" not in text(client.get("/staff/settings/"))
    holds(intake="paused")
    assert "No new checks are taken: they are paused" in text(client.get("/staff/settings/"))
    holds(intake="open", daily_cap=1)
    result_of("adult", "")
    saving.forget()
    assert "1 form came in, as many as the settings allow" in text(client.get("/staff/settings/"))


# --- the database -------------------------------------------------------------------------------------


def test_a_page_costs_one_statement_for_the_settings_and_then_none(client: Client) -> None:
    holds(daily_cap=5)
    with CaptureQueriesContext(connection) as first:
        client.get("/")
    with CaptureQueriesContext(connection) as second:
        client.get("/")
    assert len([one for one in first if "profileversion" in one["sql"]]) == 1
    assert len(second) == 0


def test_with_the_database_down_the_last_settings_hold_else_the_environments(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(name="Known before", emergency_number="112")
    assert clinic_now().name == "Known before"

    def down() -> None:
        raise OperationalError

    monkeypatch.setattr(saved, "_load", down)
    monkeypatch.setattr(live, "FRESH_SECONDS", -1.0)
    assert clinic_now().name == "Known before"
    assert "Call 112" in text(client.get("/help/"))
    saved.forget()
    assert clinic_now().emergency_number == "112"
    saved.forget_for_good()
    assert clinic_now().emergency_number == "911"
