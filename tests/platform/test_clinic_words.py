"""Words that the clinic set once, on pages of every language."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import Settings

from triage.model import Level
from triage_site.context import current_site


@pytest.fixture
def clinic(settings: Settings) -> Settings:
    settings.CLINIC_HOURS = "Mo & Fr, 8 to 5"
    settings.EXPECTED_REPLY = "A nurse calls <soon>."
    settings.CLINIC_PHONE = "555 555 0199"
    return settings


@pytest.mark.parametrize(("clinics", "others"), [("en", "es"), ("es", "en")])
def test_on_a_page_of_another_language_they_are_marked(clinic: Settings, clinics: str, others: str) -> None:
    clinic.CLINIC_LANGUAGE = clinics
    name = {"en": "English", "es": "Español"}[clinics]
    with translation.override(clinics):
        assert current_site().clinic_hours == "Mo & Fr, 8 to 5"
        assert current_site().reply(Level.VIRTUAL_VISIT) == "A nurse calls <soon>."
    with translation.override(others):
        assert current_site().clinic_hours == f'<span lang="{clinics}">{name}: Mo &amp; Fr, 8 to 5</span>'
        assert (
            current_site().reply(Level.VIRTUAL_VISIT)
            == f'<span lang="{clinics}">{name}: A nurse calls &lt;soon&gt;.</span>'
        )


def test_what_is_not_set_stays_empty(settings: Settings) -> None:
    settings.CLINIC_HOURS = settings.EXPECTED_REPLY = ""
    with translation.override("es"):
        assert (current_site().clinic_hours, current_site().reply(Level.VIRTUAL_VISIT)) == ("", "")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/help/accessibility/"])
def test_pages_show_them_so(clinic: Settings, client: Client, address: str) -> None:
    spanish = client.get(address, {"lang": "es"}).content.decode()
    assert '<span lang="en">English: Mo &amp; Fr, 8 to 5</span>' in spanish
    english = client.get(address, {"lang": "en"}).content.decode()
    assert "Mo &amp; Fr, 8 to 5" in english
    assert '<span lang="en">' not in english
