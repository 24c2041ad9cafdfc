"""What a clinic outside of the United States tells people: no number that cannot be reached from there."""

from __future__ import annotations

import pytest
from django.test import Client

from assessments.text import help_lines, spoken
from tests.clinic.profiles import holds

pytestmark = pytest.mark.django_db
LINES = ("988", "1-800-422-4453", "1-800-222-1222", "800-799-7233")
PLACES = ("/", "/help/", "/no-such-page/", "/paper/adult/", "/privacy/")


def page(client: Client, address: str) -> str:
    text: str = client.get(address).content.decode()
    return text


@pytest.mark.parametrize("address", PLACES)
def test_a_clinic_in_germany_names_its_own_number(client: Client, address: str) -> None:
    holds(country="DE", emergency_number="112")
    shown = page(client, address)
    assert not [line for line in LINES if line in shown]
    assert "If you are in danger" in shown


@pytest.mark.parametrize("country", ["US", "PR"])
@pytest.mark.parametrize("address", PLACES)
def test_a_clinic_in_the_united_states_names_the_help_lines(
    client: Client, address: str, country: str
) -> None:
    holds(country=country)
    shown = page(client, address)
    assert [line for line in LINES if line in shown] == list(LINES)


@pytest.mark.parametrize(
    ("country", "number", "has_lines"),
    [("US", "911", True), ("PR", "911", True), ("CA", "911", False), ("DE", "911", False), ("", "911", True),
     ("", "112", False)],
)  # fmt: skip
def test_who_is_told_of_them(country: str, number: str, has_lines: bool) -> None:
    holds(country=country, emergency_number=number)
    said = spoken(help_lines())
    assert ("988" in said) is has_lines
    assert (number in said) is not has_lines
