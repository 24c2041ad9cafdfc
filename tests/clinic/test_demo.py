"""`manage.py demo`: every level on both pathways, once, on one's own machine only."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from assessments.models import Assessment, Status
from clinic.cases.persons import same_person
from clinic.demo_cases import CASES
from clinic.demo_logins import LOGINS
from clinic.models import Case, Member
from clinic.models.staff import Role
from clinic.notices.staff import everybody
from tests.clinic.logging_in import person, send_code, send_password
from triage.model import Level

pytestmark = pytest.mark.django_db


def _run(*arguments: str) -> str:
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def test_the_demo_shows_every_level_on_both_pathways_and_two_stops() -> None:
    _run()
    found = set(Assessment.objects.values_list("pathway", "level"))
    assert found == {(pathway, level) for pathway in ("adult", "pediatric") for level in Level}
    stopped = Assessment.objects.filter(status=Status.STOPPED)
    assert {row.pathway for row in stopped} == {"adult", "pediatric"}
    results: list[Any] = [row.result for row in Assessment.objects.all()]
    flags = {flag["id"] for result in results for flag in result["flags"]}
    assert flags == {"FLAG-PRIVATE-TALK", "FLAG-MOOD", "FLAG-SAFEGUARDING", "FLAG-MEDICINE"}
    assert any("not_sure" in str(row.answers) for row in Assessment.objects.all())


def test_every_invented_person_says_so() -> None:
    _run()
    contacts: list[Any] = [row.contact for row in Assessment.objects.all()]
    assert all("(invented)" in contact["name"] for contact in contacts)
    assert all(contact["consent"]["version"] for contact in contacts)


def test_a_second_run_changes_nothing_and_shows_no_secret() -> None:
    first = _run()
    rows = set(Assessment.objects.values_list("pk", flat=True))
    passwords = dict(User.objects.values_list("username", "password"))
    second = _run()
    assert set(Assessment.objects.values_list("pk", flat=True)) == rows
    assert dict(User.objects.values_list("username", "password")) == passwords
    assert first.count("password: ") == first.count("key: ") == len(LOGINS)
    assert "password: " not in second


def _secrets(printed: str, name: str) -> tuple[str, str]:
    line = next(line for line in printed.splitlines() if f"Staff login: {name} " in line)
    return line.split("password: ")[1].split()[0], line.split("key: ")[1]


@pytest.mark.parametrize(("name", "roles"), LOGINS.items())
def test_each_login_opens_with_its_password_and_the_code_that_is_printed(
    client: Client, name: str, roles: tuple[Role, ...]
) -> None:
    password, _key = _secrets(_run(), name)
    assert send_password(client, name, password)["Location"] == reverse("mfa_authenticate")
    assert send_code(client, _run("--code", name).strip())["Location"] == reverse("staff_home")
    account = client.get(reverse("mfa_index"))
    assert account.status_code == 200
    assert Member.objects.get(user__username=name).held == set(roles)


def test_each_login_has_an_invented_address_also_those_made_before(settings: Any) -> None:
    settings.EMAIL_IS_SET_UP = True
    _run()
    addresses = {name: f"{name}@clinic.invalid" for name in LOGINS}
    assert dict(User.objects.filter(username__in=LOGINS).values_list("username", "email")) == addresses
    User.objects.update(email="")
    _run()
    assert dict(User.objects.filter(username__in=LOGINS).values_list("username", "email")) == addresses
    assert all(person.addresses for person in everybody())


def test_new_passwords_end_the_old_ones_and_what_was_open(client: Client) -> None:
    old, old_key = _secrets(_run(), "demo-nurse")
    send_password(client, "demo-nurse", old)
    send_code(client, _run("--code", "demo-nurse").strip())
    assert client.get(reverse("clinic:list")).status_code == 200
    new, new_key = _secrets(_run("--new-password"), "demo-nurse")
    assert client.get(reverse("clinic:list")).status_code == 302
    assert (new, new_key) != (old, old_key)
    assert authenticate(username="demo-nurse", password=old) is None
    assert authenticate(username="demo-nurse", password=new) is not None


def test_no_code_is_printed_for_a_login_that_is_not_of_the_demo() -> None:
    person("invented.nurse")
    with pytest.raises(CommandError, match="no demo login"):
        _run("--code", "invented.nurse")


def test_the_demo_refuses_where_a_clinic_runs(settings: Any) -> None:
    _run()
    settings.LOCAL_HTTP = settings.DEBUG = False
    Assessment.objects.all().delete()
    for arguments in ([], ["--code", "demo-nurse"], ["--new-password"]):
        with pytest.raises(CommandError, match="one's own machine"):
            _run(*arguments)
    assert not Assessment.objects.exists()


def test_the_demo_shows_every_state_of_the_queue_and_a_second_form_of_one_person() -> None:
    _run()
    cases = Case.objects.select_related("assessment")
    assert {case.state for case in cases} == {"todo", "waiting", "done"}
    assert cases.filter(state="todo", assignee__isnull=False).exists()
    assert cases.filter(call_first=True).count() == 2
    again = cases.get(forms_before=1)
    assert again.last_level is not None
    assert again.level is not None
    assert again.level > again.last_level
    assert [case.has_newer for case in same_person(again)] == [True]
    _run()
    assert Case.objects.count() == len(CASES)
