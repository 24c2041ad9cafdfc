"""`manage.py demo`: every level on both pathways, once, on one's own machine only."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from assessments.models import Assessment, Status
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


def test_a_second_run_changes_nothing_and_shows_no_password() -> None:
    first = _run()
    rows = set(Assessment.objects.values_list("pk", flat=True))
    password = get_user_model().objects.get(username="demo-staff").password
    second = _run()
    assert set(Assessment.objects.values_list("pk", flat=True)) == rows
    assert get_user_model().objects.get(username="demo-staff").password == password
    assert "password: " in first
    assert "password: " not in second


def test_the_login_works_and_is_staff_and_nothing_more() -> None:
    password = _run().split("password: ")[1].split()[0]
    user = authenticate(username="demo-staff", password=password)
    assert user is not None
    assert user.is_staff
    assert not user.is_superuser
    newer = _run("--new-password").split("password: ")[1].split()[0]
    assert authenticate(username="demo-staff", password=password) is None
    assert authenticate(username="demo-staff", password=newer) is not None


def test_the_demo_refuses_where_a_clinic_runs(settings: Any) -> None:
    settings.LOCAL_HTTP = settings.DEBUG = False
    with pytest.raises(CommandError, match="one's own machine"):
        _run()
    assert not Assessment.objects.exists()
    assert not get_user_model().objects.exists()
