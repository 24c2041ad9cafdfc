"""The staff's side speaks the clinic's language, whatever the browser, the cookie or the patient speaks."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from assessments.models import Assessment
from clinic import demo_cases
from clinic.management.commands.demo import fill_in
from clinic.models import Case
from tests.clinic.staffing import enter

pytestmark = pytest.mark.django_db
OTHER = {"en": "es", "es": "en"}
PAGES = ("list", "login", "detail", "print", "gone", "mistake")


@pytest.fixture(params=["en", "es"])
def spoken(request: pytest.FixtureRequest, settings: Any) -> str:
    """The clinic's language."""
    settings.CLINIC_LANGUAGE = request.param
    return str(request.param)


@pytest.fixture
def row() -> Assessment:
    """An invented case, sent in Spanish."""
    made = fill_in(demo_cases.CASES[0], timezone.now() - timedelta(hours=40))
    made.language, made.progress = "es", {}
    made.save()
    return made


@pytest.fixture
def staff(client: Client, spoken: str) -> Client:
    """A member of staff whose browser and cookie ask for the other language."""
    enter(client)
    client.cookies[site_settings.LANGUAGE_COOKIE_NAME] = OTHER[spoken]
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = OTHER[spoken]
    return client


def address(page: str, row: Assessment) -> str:
    """Where a page is; `?lang=` asks for a language, as it may on a patient's page."""
    if page == "gone":
        return "/staff/00000000-0000-4000-8000-000000000000/?lang=es"
    if page == "mistake":
        return "/staff/?after=nothing"
    if page == "login":
        return reverse("account_login")
    return reverse(f"clinic:{page}", args=[row.pk] if page in ("detail", "print") else [])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_the_clinics_language(
    staff: Client, row: Assessment, spoken: str, page: str
) -> None:
    if page == "login":
        staff.logout()
        staff.cookies[site_settings.LANGUAGE_COOKIE_NAME] = OTHER[spoken]
    response = staff.get(address(page, row))
    assert response.status_code == (404 if page in ("gone", "mistake") else 200)
    assert response.headers["Content-Language"] == spoken
    assert f'<html lang="{spoken}"' in response.content.decode()


def test_what_the_guard_refuses_is_refused_in_the_clinics_language(staff: Client, spoken: str) -> None:
    response = staff.get("/staff/?after=%00")
    assert response.status_code == 400
    assert f'<html lang="{spoken}"' in response.content.decode()


def test_dates_are_written_in_the_clinics_language(staff: Client, row: Assessment, spoken: str) -> None:
    day = datetime(2026, 1, 3, 9, tzinfo=UTC)
    Assessment.objects.filter(pk=row.pk).update(submitted_at=day)
    Case.objects.filter(pk=row.pk).update(arrived_at=day, answered_at=day)
    expected = {"en": "Sat 3 Jan 2026", "es": "sáb 3 ene 2026"}[spoken]
    for page in ("list", "detail", "print"):
        assert expected in staff.get(address(page, row)).content.decode()


def test_a_patients_page_keeps_the_patients_language(staff: Client, spoken: str) -> None:
    staff.get(reverse("clinic:list"))
    response = staff.get("/")
    assert response.headers["Content-Language"] == OTHER[spoken]
    assert translation.get_language() == site_settings.LANGUAGE_CODE


def test_the_list_and_the_head_say_that_the_person_answered_in_another_language(
    staff: Client, row: Assessment, spoken: str
) -> None:
    queue = staff.get(reverse("clinic:list")).content.decode()
    detail = staff.get(address("detail", row)).content.decode()
    assert ("answered in Spanish" in queue) == (spoken == "en")
    assert ("<dt>Answered in</dt>" in detail) == (spoken == "en")
    marked = re.findall(r'<q class="app-own" lang="(\w+)">', detail)
    assert set(marked) == ({"es"} if spoken == "en" else set())
