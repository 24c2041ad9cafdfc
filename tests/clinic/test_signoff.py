"""A clinician who is an admin signs off the rules in use; nothing else makes them signed."""

from __future__ import annotations

import datetime
import time
from datetime import UTC
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.db import Error as DatabaseError
from django.db import OperationalError, transaction
from django.test import Client
from django.utils import timezone

from clinic.models import AuditEvent, Member, RulesetSnapshot, SignOff
from clinic.models.staff import Role
from clinic.rulebook import signing, snapshots
from clinic.rulebook.current import sign_offs
from tests.clinic.staffing import enter, member
from tests.frontend.dom import parse
from triage.catalogue import ruleset_version
from triage_site.context import clinic_now, current_site

pytestmark = pytest.mark.django_db
BOSS = "Dr. Invented Boss"
NOT_SIGNED = "have not been signed off here by a clinician"
PAGES = {name: f"/staff/rules/sign/{name}/" for name in ("adult", "pediatric")}
REASON = "Invented: rule 7 has to be read again."


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    snapshots.forget()


@pytest.fixture
def boss(client: Client) -> Client:
    """An admin who is a clinician as well."""
    user = enter(client, "invented.boss", Role.ADMIN, Role.CLINICIAN)
    Member.objects.filter(user=user).update(name=BOSS)
    return client


def sign(client: Client, pathway: str = "adult", status: int = 302, **changes: Any) -> str:
    """Fill in the form and send it; what the page says then."""
    typed = {"version": ruleset_version(pathway), "agree": "agree", "name": BOSS} | changes
    response = client.post(PAGES[pathway], typed)
    assert response.status_code == status, response.content.decode()
    return response.content.decode()


def take_back(client: Client, pathway: str = "adult", status: int = 302, **changes: str) -> str:
    typed = {"version": ruleset_version(pathway), "reason": REASON} | changes
    response = client.post(f"{PAGES[pathway]}back/", typed)
    assert response.status_code == status, response.content.decode()
    return response.content.decode()


def foot(client: Client, address: str) -> str:
    return parse(client.get(address).content.decode()).one("footer").text


def test_from_not_signed_to_signed_on_every_page(boss: Client) -> None:
    """One form alone is not enough; with both, patients and staff read who signed, and when."""
    patient = Client()
    assert NOT_SIGNED in foot(boss, "/staff/rules/")
    assert NOT_SIGNED in foot(patient, "/")
    sign(boss, "adult")
    assert NOT_SIGNED in foot(boss, "/staff/rules/")
    assert NOT_SIGNED in foot(patient, "/")
    sign(boss, "pediatric")
    for who, address in ((boss, "/staff/rules/"), (patient, "/")):
        words = foot(who, address)
        assert NOT_SIGNED not in words
        assert f"signed off for this clinic by {BOSS} on" in words
        assert ruleset_version("adult") in words


def test_the_page_says_what_is_signed(boss: Client) -> None:
    page = boss.get(PAGES["adult"]).content.decode()
    version = ruleset_version("adult")
    assert (
        f"I have read the questions, the rules, their levels, times and words of version {version}." in page
    )
    assert "98 rules, 54 questions" in page
    assert "/staff/rules/print/adult/" in page
    assert RulesetSnapshot.objects.filter(pk=version).exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Type your full name"),
        ({"name": "Dr. Somebody Else"}, "Nobody can sign for somebody else"),
        ({"name": "invented.boss"}, "Nobody can sign for somebody else"),
        ({"name": "Boss\0"}, "A sign in this text cannot be stored"),
        ({"name": "x" * 121}, "Use 120 characters or fewer"),
        ({"agree": []}, "Tick the statement"),
        ({"agree": "forged"}, "Choose an answer from the list"),
    ],
)
def test_a_signature_that_is_none(boss: Client, changes: dict[str, Any], words: str) -> None:
    page = parse(sign(boss, status=422, **changes))
    assert words in page.one(class_="nhsuk-error-summary").text
    assert not SignOff.objects.exists()
    assert sign_offs() == ()


def test_spaces_and_capitals_of_a_name_do_not_matter_but_it_is_stored_as_in_the_account(boss: Client) -> None:
    sign(boss, name="  dr.  invented BOSS ")
    assert SignOff.objects.get().name == BOSS


@pytest.mark.parametrize("version", ["", "adult-1.2-000000000000", "x" * 41, "adult\0"])
def test_what_the_page_did_not_show_is_not_signed(boss: Client, version: str) -> None:
    """The rules were updated while the page was open, or the form is forged."""
    assert "Nothing was stored" in sign(boss, status=409, version=version)
    sign(boss, status=409, version=ruleset_version("pediatric"))
    assert not SignOff.objects.exists()


@pytest.mark.parametrize(
    "roles",
    [(Role.ADMIN,), (Role.CLINICIAN,), (Role.NURSE, Role.ADMIN), (Role.FRONT_DESK,), (Role.AUDITOR,)],
)
def test_nobody_else_can_sign(client: Client, roles: tuple[Role, ...]) -> None:
    enter(client, "invented.other", *roles)
    has_one_of_two = bool({Role.ADMIN, Role.CLINICIAN} & set(roles))
    shown = client.get(PAGES["adult"])
    assert shown.status_code == (200 if has_one_of_two else 404)
    assert (b"somebody who is a clinician and an admin" in shown.content) is has_one_of_two
    assert b'<form method="post" action="/staff/rules/' not in shown.content
    sign(client, status=404, name="invented.other")
    take_back(client, status=404)
    assert not SignOff.objects.exists()
    denied = AuditEvent.objects.filter(action="denied", outcome="denied").count()
    assert denied == (2 if has_one_of_two else 3)


def test_who_has_one_of_the_two_roles_reads_which_one_is_missing(client: Client) -> None:
    enter(client, "invented.admin", Role.ADMIN)
    assert PAGES["adult"] in client.get("/staff/rules/").content.decode()
    assert "You are an admin and no clinician." in client.get(PAGES["adult"]).content.decode()
    clinician = Client()
    enter(clinician, "invented.clinician", Role.CLINICIAN)
    assert "You are a clinician and no admin." in clinician.get(PAGES["adult"]).content.decode()


def test_unknown_forms_are_not_there(boss: Client) -> None:
    assert boss.get("/staff/rules/sign/elderly/").status_code == 404
    assert boss.post("/staff/rules/sign/elderly/back/").status_code == 404
    assert boss.get(f"{PAGES['adult']}back/").status_code == 405


def test_signing_twice_stores_one(boss: Client) -> None:
    sign(boss)
    assert "Nothing was stored" in sign(boss, status=409)
    assert SignOff.objects.count() == 1


def test_taking_back_needs_a_reason_and_stays_in_the_history(boss: Client) -> None:
    sign(boss, "adult")
    sign(boss, "pediatric")
    assert "Say why the sign-off is taken back" in take_back(boss, status=422, reason="")
    assert "Say it in a few more words" in take_back(boss, status=422, reason="no. 1234567890")
    assert "Use 500 characters or fewer" in take_back(boss, status=422, reason="x" * 501)
    assert current_site().signed_off is not None
    take_back(boss)
    assert NOT_SIGNED in foot(boss, "/staff/rules/")
    history = boss.get(PAGES["adult"]).content.decode()
    assert REASON in history
    assert "Sign-off taken back" in history
    assert "Nothing was stored" in take_back(boss, status=409)
    sign(boss)
    assert current_site().signed_off is not None
    assert SignOff.objects.filter(pathway="adult").count() == 3


def test_what_was_typed_is_still_there(boss: Client) -> None:
    sign(boss)
    page = parse(take_back(boss, status=422, reason="too short"))
    assert page.one("textarea", name="reason").text.strip() == "too short"
    assert "open" in page.one("details").attributes


def test_after_an_update_of_the_rules_the_old_signature_does_not_count(boss: Client) -> None:
    """The update: the same rows, but other rules run."""
    for pathway in PAGES:
        sign(boss, pathway)
    assert current_site().signed_off is not None
    sign_offs.forget()
    later = ("adult-1.2-aaaaaaaaaaaa", ruleset_version("pediatric"))
    with (
        patch("clinic.rulebook.current.versions_in_use", return_value=later),
        patch("triage_site.context.versions_in_use", return_value=later),
    ):
        assert current_site().signed_off is None
        assert NOT_SIGNED in foot(Client(), "/")


def test_another_process_sees_it_after_fifteen_seconds(boss: Client) -> None:
    """The other process: this one, which was not told. It goes on with what it knew, and then asks."""
    for pathway in PAGES:
        sign(boss, pathway)
    assert len(sign_offs()) == 2
    SignOff.objects.create(
        kind="withdrawn",
        pathway="adult",
        version=ruleset_version("adult"),
        name=BOSS,
        date=timezone.now().date(),
        by=member("invented.boss"),
        at=timezone.now() + datetime.timedelta(seconds=1),
    )
    assert len(sign_offs()) == 2
    with patch("triage_site.live.time.monotonic", return_value=time.monotonic() + 15.1):
        assert len(sign_offs()) == 1


def test_with_the_database_down_what_was_known_last_is_said(boss: Client) -> None:
    for pathway in PAGES:
        sign(boss, pathway)
    assert len(sign_offs()) == 2
    with (
        patch("clinic.rulebook.current.last_words", side_effect=OperationalError("down")),
        patch("triage_site.live.time.monotonic", return_value=time.monotonic() + 60),
    ):
        assert len(sign_offs()) == 2
        sign_offs.forget()
        assert len(sign_offs()) == 2
        sign_offs.forget_for_good()
        assert sign_offs() == ()
        assert current_site().signed_off is None


def test_rows_are_only_ever_added(boss: Client) -> None:
    sign(boss)
    row = SignOff.objects.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        SignOff.objects.filter(pk=row.pk).update(name="Dr. Somebody Else")
    with pytest.raises(DatabaseError), transaction.atomic():
        SignOff.objects.filter(pk=row.pk).delete()
    assert SignOff.objects.get().name == BOSS


def test_every_step_is_in_the_audit_log(boss: Client) -> None:
    boss.get(PAGES["adult"])
    sign(boss)
    take_back(boss)
    lines = AuditEvent.objects.order_by("number")
    assert [line.action for line in lines] == ["page.viewed", "rules.signed", "rules.signed"]
    assert ruleset_version("adult") in lines[1].detail
    assert BOSS not in "".join(line.detail for line in lines)
    assert REASON not in "".join(line.detail for line in lines)


def test_what_cannot_be_logged_is_not_signed(boss: Client) -> None:
    boss.raise_request_exception = False
    with patch("clinic.rulebook.signing.record", side_effect=OperationalError("down")):
        sign(boss, status=503)
    assert not SignOff.objects.exists()
    assert sign_offs() == ()


def test_the_date_is_the_clinic_s_and_the_order_decides(boss: Client) -> None:
    """Late in the evening in Chicago is the next day in UTC. Clocks that go back change nothing."""
    late = datetime.datetime(2026, 11, 2, 5, 30, tzinfo=UTC)
    who = Member.objects.get(user__username="invented.boss")
    request = boss.get(PAGES["adult"]).wsgi_request
    version = ruleset_version("adult")
    with patch.object(type(clinic_now()), "zone", ZoneInfo("America/Chicago")):
        signing.sign(request, who, "adult", version, "", late)
        signing.take_back(request, who, "adult", version, REASON, late - datetime.timedelta(days=9))
    assert [row.date.isoformat() for row in SignOff.objects.order_by("at")] == ["2026-11-01", "2026-11-01"]
    assert sign_offs() == ()
