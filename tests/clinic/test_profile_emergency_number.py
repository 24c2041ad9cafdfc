"""A clinic moves, or is set up for the first time: the number to call has to be the one of its country."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from clinic.models import ProfileVersion
from clinic.models.staff import Role
from clinic.profile import values
from tests.assessments.walker import errors_in
from tests.clinic.profiles import holds
from tests.clinic.staffing import enter
from tests.clinic.test_profile_pages import confirmed, page, typed

pytestmark = pytest.mark.django_db
ADDRESS = "/staff/settings/clinic/"
TICK = 'name="number_is_right"'


@pytest.fixture
def admin(client: Client) -> Client:
    enter(client, "invented.admin", Role.ADMIN)
    return client


def look(admin: Client, **changed: Any) -> Any:
    return admin.post(ADDRESS, typed("clinic", **changed))


def test_a_new_country_does_not_keep_the_number_of_the_old_one(admin: Client) -> None:
    holds(country="US", emergency_number="911")
    refused = look(admin, country="DE", emergency_number="911")
    assert refused.status_code == 422
    assert any("call 112 in an emergency, not 911" in error for error in errors_in(refused))
    assert 'value="112"' in page(refused)
    assert TICK not in page(refused)
    looked = look(admin, country="DE", emergency_number="112")
    assert looked.status_code == 200
    assert "Country: Germany. Emergency number: 112." in page(looked)


def test_the_country_of_a_site_that_was_just_started_is_asked_for_its_number(admin: Client) -> None:
    refused = look(admin, country="DE")
    assert refused.status_code == 422
    assert 'value="112"' in page(refused)


def test_a_number_that_is_not_usual_needs_a_tick_and_is_named_before_it_is_saved(admin: Client) -> None:
    holds(country="DE", emergency_number="112")
    refused = look(admin, country="DE", emergency_number="911")
    assert refused.status_code == 422
    assert any("911 is not the usual emergency number of Germany (112)" in e for e in errors_in(refused))
    assert TICK in page(refused)
    assert 'value="911"' in page(refused)
    assert ProfileVersion.objects.count() == 1

    looked = look(admin, country="DE", emergency_number="911", number_is_right="yes")
    assert looked.status_code == 200
    assert "This is not the usual emergency number of Germany." in page(looked)
    assert admin.post(ADDRESS, confirmed(looked)).status_code == 302
    assert ProfileVersion.objects.latest("number").values["emergency_number"] == "911"


def test_the_tick_is_asked_for_again_and_cannot_be_skipped_on_the_last_page(admin: Client) -> None:
    holds(country="DE", emergency_number="112")
    looked = look(admin, country="DE", emergency_number="911", number_is_right="yes")
    sent = confirmed(looked)
    del sent["number_is_right"]
    assert admin.post(ADDRESS, sent).status_code == 422
    assert ProfileVersion.objects.count() == 1


def test_the_number_stands_beside_the_country_whatever_is_changed(admin: Client) -> None:
    holds(country="GB", emergency_number="112")
    looked = look(admin, phone="555 555 0142")
    assert looked.status_code == 200
    assert "Country: United Kingdom. Emergency number: 112." in page(looked)


@pytest.mark.parametrize("country", sorted(values.COUNTRIES))
def test_every_usual_number_goes_without_a_tick(country: str) -> None:
    usual = values.usual_numbers(country)
    assert usual
    assert not any(values.is_unusual(country, number) for number in usual)
    assert values.is_unusual(country, "555 555 0100")


def test_signs_between_the_digits_do_not_make_it_another_number() -> None:
    assert not values.is_unusual("US", "9-1-1")
    assert not values.is_unusual("", "4711")
