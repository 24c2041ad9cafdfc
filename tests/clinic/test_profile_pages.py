"""An admin changes the settings of the clinic: looks, changes, saves, goes back. All is invented."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from assessments.rendering import page_html
from clinic.models import AuditEvent, ProfileVersion
from clinic.models.staff import Role
from clinic.profile import saving
from clinic.profile.current import newest
from clinic.profile.model import from_json, to_json
from clinic.profile.sections import SECTIONS
from tests.assessments.walker import errors_in
from tests.clinic.profiles import holds, invented, save
from tests.clinic.staffing import enter
from triage_site.context import clinic_now
from triage_site.profile import from_environment

pytestmark = pytest.mark.django_db
CANARY = "Canary Street 7"


@pytest.fixture
def admin(client: Client) -> Client:
    enter(client, "invented.admin", Role.ADMIN)
    return client


def typed(slug: str, **changed: Any) -> dict[str, Any]:
    """What the form of a part sends for what holds now, with `changed`."""
    form = SECTIONS[slug](newest())
    data = {name: form.initial.get(name) for name in form.fields}
    data = {name: "" if value is None else value for name, value in data.items()}
    return {**data, "base": newest().version, **changed}


def page(response: Any) -> str:
    text: str = response.content.decode()
    return text


def confirmed(response: Any, **changed: Any) -> dict[str, Any]:
    """What the confirmation page sends: its hidden fields."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page(response))
    return {**{name: value for name, value in found if name != "csrfmiddlewaretoken"}, **changed}


def saved_lines() -> list[dict[str, Any]]:
    return [json.loads(line.detail) for line in AuditEvent.objects.filter(action="settings.changed")]


def test_a_new_phone_number_from_the_first_look_to_the_patients_page(admin: Client) -> None:
    assert "comes from the environment" in page(admin.get("/staff/settings/"))
    assert 'href="/staff/settings/clinic/"' in page(admin.get("/staff/settings/"))

    sent = typed("clinic", phone="555 555 0142", country="IE", emergency_number="999")
    looked = admin.post("/staff/settings/clinic/", sent)
    assert looked.status_code == 200
    assert "Nothing is saved yet" in page(looked)
    assert 'href="/staff/settings/clinic/">Back: save nothing' in page(looked)
    assert "555 555 0142" in page(looked)
    assert "Ireland" in page(looked)
    assert not ProfileVersion.objects.exists()

    done = admin.post("/staff/settings/clinic/", confirmed(looked, note="Moved on Monday"))
    assert (done.status_code, done["Location"]) == (302, "/staff/settings/?saved=1")
    row = ProfileVersion.objects.get()
    assert (row.number, row.by_name, row.note) == (1, "invented.admin", "Moved on Monday")
    assert "Version 1, saved by invented.admin" in page(admin.get("/staff/settings/"))
    assert "tel:555 555 0142" in page(Client().get("/"))
    assert saved_lines() == [{"fields": "country emergency_number phone", "version": 1}]


def test_the_log_holds_names_of_fields_and_nothing_of_what_was_typed(admin: Client) -> None:
    data = typed("places", emergency_room_en=CANARY, step="save", note=f"for {CANARY}")
    assert admin.post("/staff/settings/places/", data).status_code == 302
    assert newest().words_in("en").emergency_room == CANARY
    assert saved_lines() == [{"fields": "emergency_room_en", "version": 1}]
    assert not AuditEvent.objects.filter(detail__contains="Canary").exists()


def test_times_are_those_of_the_clinic(admin: Client) -> None:
    row = save(invented(time_zone="Asia/Kolkata"))
    local = timezone.localtime(row.at, ZoneInfo("Asia/Kolkata"))
    for address in ("/staff/settings/", "/staff/settings/history/"):
        shown = page(admin.get(address))
        assert f"{local:%H:%M} IST" in shown
        assert "UTC" not in shown


def test_the_audit_log_names_the_settings_that_changed_in_words(admin: Client) -> None:
    looked = admin.post("/staff/settings/clinic/", typed("clinic", nurse_line="555 555 0143"))
    admin.post("/staff/settings/clinic/", confirmed(looked))
    enter(auditor := Client(), "invented.auditor", Role.AUDITOR)
    shown = page(auditor.get("/staff/audit/"))
    assert "changed these settings of the clinic: Nurse line." in shown
    assert "nurse_line" not in shown


@pytest.mark.parametrize("slug", SECTIONS)
def test_every_part_shows_what_holds_and_sends_it_back_unchanged(admin: Client, slug: str) -> None:
    holds(daily_cap=40, keep_done_days=90, draft_hours=24)
    form = SECTIONS[slug]
    shown = page(admin.get(f"/staff/settings/{slug}/"))
    assert f"<h1>{form.title}</h1>" in shown
    assert not form.intro or f"<p>{form.intro}" in shown
    again = admin.post(f"/staff/settings/{slug}/", typed(slug, step="save"))
    assert again.status_code == 200
    assert "there is nothing to save" in page(again)
    assert ProfileVersion.objects.count() == 1


def test_the_first_save_keeps_all_the_environment_says(admin: Client, settings: Any) -> None:
    settings.CLINIC_HOURS, settings.EXPECTED_REPLY = "Mo to Fr", "A nurse calls soon."
    first = from_environment()
    assert (
        admin.post("/staff/settings/intake/", typed("intake", daily_cap="7", step="save")).status_code == 302
    )
    assert replace(newest(), version=0, daily_cap=None, words=first.words) == first
    assert newest().words_in("en") == first.words_in("en")


def test_two_admins_at_once_the_second_is_told_and_loses_nothing(admin: Client) -> None:
    mine = typed("places", urgent_care_en="Mine, typed for long", step="save")
    holds(phone="555 555 0177")

    told = admin.post("/staff/settings/places/", mine)
    assert told.status_code == 409
    assert "Invented Admin saved version 1 since you opened this page" in page(told)
    assert "555 555 0177" in page(told)
    assert "Mine, typed for long" in page(told)
    assert ProfileVersion.objects.count() == 1

    again = admin.post("/staff/settings/places/", {**mine, "base": "1"})
    assert again.status_code == 302
    assert newest().words_in("en").urgent_care == "Mine, typed for long"
    assert newest().phone == "555 555 0177"


def test_a_save_that_comes_between_the_look_and_the_writing_wins(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = saving.check

    def other_saves_first(profile: Any) -> None:
        real(profile)
        save(invented(phone="555 555 0188"))

    monkeypatch.setattr(saving, "check", other_saves_first)
    late = admin.post("/staff/settings/intake/", typed("intake", intake="paused", step="save"))
    assert late.status_code == 409
    assert ProfileVersion.objects.count() == 1
    assert newest().intake == "open"
    assert newest().phone == "555 555 0188"


@pytest.mark.parametrize("base", ["", "-1", "x", "9" * 40, "99"])
def test_a_version_that_never_was_is_answered_like_an_old_one(admin: Client, base: str) -> None:
    sent = admin.post(
        "/staff/settings/places/", typed("places", urgent_care_en="Mine", base=base, step="save")
    )
    assert sent.status_code == 409
    assert "Mine" in page(sent)
    assert not ProfileVersion.objects.exists()


def test_the_history_compares_and_takes_over_again(admin: Client) -> None:
    holds(name="First name")
    holds(name="Second name", phone="555 555 0111")
    compared = page(admin.get("/staff/settings/history/", {"old": "1", "new": "2"}))
    assert "From version 1 to version 2" in compared
    assert "555 555 0111" in compared
    assert "say the same" in page(admin.get("/staff/settings/history/", {"old": "2", "new": "2"}))
    assert "From version 0" in page(admin.get("/staff/settings/history/", {"old": "0", "new": "2"}))

    looked = admin.post("/staff/settings/history/1/again/", {"base": "2"})
    assert "First name" in page(looked)
    assert newest().name == "Second name"
    assert admin.post("/staff/settings/history/1/again/", confirmed(looked, note="back")).status_code == 302
    assert (newest().version, newest().name) == (3, "First name")


def test_an_old_version_taken_over_too_late_changes_nothing(admin: Client) -> None:
    holds(name="First name")
    holds(name="Second name")
    looked = admin.post("/staff/settings/history/1/again/", {"base": "2"})
    holds(name="Third name")
    assert admin.post("/staff/settings/history/1/again/", confirmed(looked)).status_code == 302
    assert newest().name == "Third name"
    assert admin.post("/staff/settings/history/77/again/", {"base": "3"}).status_code == 404


@pytest.mark.parametrize("query", [{"old": "x", "new": "1"}, {"old": "1"}, {"old": "7", "new": "1"}])
def test_a_comparison_that_cannot_be_made_is_said(admin: Client, query: dict[str, str]) -> None:
    holds()
    answer = admin.get("/staff/settings/history/", query)
    assert answer.status_code == 422
    assert "There is a problem" in page(answer)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
@pytest.mark.parametrize("address", ["", "clinic/", "history/"])
def test_nobody_else_finds_the_settings(client: Client, role: Role, address: str) -> None:
    enter(client, "invented.other", role)
    assert client.get(f"/staff/settings/{address}").status_code == 404
    assert client.post("/staff/settings/clinic/", {"name": "Taken over", "step": "save"}).status_code == 404
    assert AuditEvent.objects.filter(outcome="denied").exists()
    assert not ProfileVersion.objects.exists()


def test_a_part_that_is_none_is_no_page(admin: Client) -> None:
    assert admin.get("/staff/settings/rules/").status_code == 404


def test_the_database_itself_keeps_every_version(admin: Client) -> None:
    holds()
    with pytest.raises(DatabaseError), transaction.atomic():
        ProfileVersion.objects.update(note="rewritten")
    with pytest.raises(DatabaseError), transaction.atomic():
        ProfileVersion.objects.all().delete()
    assert ProfileVersion.objects.get().note == ""


def test_a_version_that_cannot_be_read_is_passed_over_and_can_be_followed(
    admin: Client, caplog: pytest.LogCaptureFixture
) -> None:
    holds(phone="555 555 0166")
    ProfileVersion.objects.create(number=2, at=timezone.now(), by_name="x", values={"format": 99})
    saving.forget()
    assert clinic_now().phone == "555 555 0166"
    assert "version 2 cannot be read" in caplog.text
    assert "555 555 0166" in page(admin.get("/staff/settings/"))
    assert "cannot be read" in page(admin.get("/staff/settings/history/", {"old": "1", "new": "2"}))
    assert (
        admin.post("/staff/settings/intake/", typed("intake", daily_cap="7", step="save")).status_code == 302
    )
    assert (newest().version, newest().daily_cap, newest().phone) == (3, 7, "555 555 0166")


def test_what_the_environment_says_and_nobody_may_save_is_said(admin: Client, settings: Any) -> None:
    settings.CLINIC_NAME = "x" * 81
    sent = admin.post("/staff/settings/intake/", typed("intake", daily_cap="7", step="save"))
    assert sent.status_code == 422
    assert any("cannot be saved" in error for error in errors_in(sent))
    assert not ProfileVersion.objects.exists()


def test_fewer_days_of_keeping_say_what_will_be_deleted(admin: Client) -> None:
    looked = admin.post("/staff/settings/retention/", typed("retention", keep_done_days="30"))
    assert "0 forms are deleted for good" in page(looked)
    holds(keep_done_days=30)
    more = admin.post("/staff/settings/retention/", typed("retention", keep_done_days="60"))
    assert "deleted for good when" not in page(more)


def test_forms_that_are_kept_ready_have_the_number_that_holds_now() -> None:
    from assessments.forms import PagePlan
    from assessments.services import open_draft, start
    from triage.pathways import PATHWAYS

    draft = open_draft(start("adult", language="en", answers={"respondent": "self"}, given=("a00",)))
    plans = [PagePlan.of(draft.flow, page) for page in PATHWAYS["adult"].pages if page.gate]
    with_number = [plan for plan in plans if "911" in page_html(plan)]
    for plan in plans:
        page_html(plan)
    holds(emergency_number="112")
    for plan in plans:
        assert "911" not in page_html(plan)
    assert all("112" in page_html(plan) for plan in with_number)


def test_what_is_stored_is_read_back_the_same() -> None:
    profile = holds(daily_cap=3, keep_done_days=45, intake="paused")
    row = ProfileVersion.objects.get()
    assert from_json(row.values, row.number) == profile
    assert to_json(profile) == row.values
