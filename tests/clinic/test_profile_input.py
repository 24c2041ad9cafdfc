"""What an admin may not type into the clinic's settings, and what becomes of it on the pages."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from clinic.models import ProfileVersion
from clinic.models.staff import Role
from clinic.profile import values
from clinic.profile.model import ProfileError, from_json, to_json
from tests.assessments.walker import errors_in
from tests.clinic.profiles import holds, invented
from tests.clinic.staffing import enter
from tests.clinic.test_profile_pages import page, typed
from triage_site.phones import is_dialable


@pytest.fixture
def admin(client: Client) -> Client:
    enter(client, "invented.admin", Role.ADMIN)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "field", "value", "said"),
    [
        ("clinic", "name", "", "Enter the name of the clinic"),
        ("clinic", "name", "x" * 81, "80 characters or fewer"),
        ("clinic", "name", "x" * 10_000, "80 characters or fewer"),
        ("clinic", "name", "a\0b", "cannot be stored"),
        ("clinic", "country", "XX", "Choose an answer from the list"),
        ("clinic", "emergency_number", "nine one one", "Enter the emergency number in digits"),
        ("clinic", "emergency_number", "9", "Enter the emergency number in digits"),
        ("clinic", "emergency_number", "\u0669\u0661\u0661", "Enter the emergency number in digits"),
        ("clinic", "phone", "call us", "Enter a phone number in digits"),
        ("clinic", "phone", "555 0100; rm", "Enter a phone number in digits"),
        ("clinic", "phone", '5550100"><script>', "Enter a phone number in digits"),
        ("clinic", "nurse_line", "1234567890123456", "Enter a phone number in digits"),
        ("clinic", "time_zone", "", "Enter the time zone"),
        ("clinic", "time_zone", "America/Chicgo", "Did you mean one of these: America/Chicago"),
        ("clinic", "time_zone", "chicago", "America/Chicago"),
        ("clinic", "time_zone", "../../etc/passwd", "There is no time zone"),
        ("hours", "monday", "17:00-8:00", "must end after it starts"),
        ("hours", "tuesday", "8:00-12:00, 11:00-17:00", "overlap"),
        ("hours", "holidays", "Christmas", "Write year, month, day and a name"),
        ("hours", "hours_en", "x" * 201, "200 characters or fewer"),
        ("places", "urgent_care_es", "x" * 10_000, "500 characters or fewer"),
        ("replies", "reply_same_day_en", "x" * 201, "200 characters or fewer"),
        ("intake", "intake", "", "Choose one answer"),
        ("intake", "intake", "closed", "Choose an answer from the list"),
        ("intake", "daily_cap", "0", "Enter a number from 1 to"),
        ("intake", "daily_cap", "many", "Enter a whole number"),
        ("retention", "draft_hours", "", "Enter a number"),
        ("retention", "draft_hours", "721", "Enter a number from 1 to 720"),
        ("retention", "keep_done_days", "29", "Enter a number from 30"),
        ("retention", "keep_done_days", "-1", "Enter a number from 30"),
    ],
)
def test_it_is_said_at_the_field_and_nothing_is_lost(
    admin: Client, slug: str, field: str, value: str, said: str
) -> None:
    data = typed(slug, **{field: value}, step="save")
    answer = admin.post(f"/staff/settings/{slug}/", data)
    assert answer.status_code == 422
    assert [error for error in errors_in(answer) if said in error], errors_in(answer)
    assert not ProfileVersion.objects.exists()
    if value.isalnum() and slug != "clinic" and field != "intake":
        assert value in page(answer)


@pytest.mark.django_db
def test_no_country_and_no_number_is_asked_for_and_a_country_gives_its_own(admin: Client) -> None:
    empty = admin.post("/staff/settings/clinic/", typed("clinic", country="", emergency_number=""))
    assert empty.status_code == 422
    assert any("choose a country" in error for error in errors_in(empty))
    irish = admin.post("/staff/settings/clinic/", typed("clinic", country="IE", emergency_number=""))
    assert "call 999 in an emergency" in page(irish)


@pytest.mark.parametrize(
    ("country", "number"),
    [("US", "911"), ("CA", "911"), ("MX", "911"), ("GB", "999"), ("IE", "999"), ("ES", "112"), ("AU", "000"),
     ("NZ", "111"), ("IN", "112"), ("NO", "113")],
)  # fmt: skip
def test_the_number_of_a_country(country: str, number: str) -> None:
    assert values.COUNTRIES[country][1] == number


def test_every_country_has_a_number_that_can_be_dialed() -> None:
    assert all(is_dialable(number) for _name, number in values.COUNTRIES.values())


@pytest.mark.django_db
def test_signs_that_turn_or_hide_text_are_taken_out(admin: Client) -> None:
    data = typed("places", emergency_room_en="Main\u202e Street\u200b 1\ufeff", step="save")
    assert admin.post("/staff/settings/places/", data).status_code == 302
    assert ProfileVersion.objects.get().values["words"]["en"]["emergency_room"] == "Main Street 1"


@pytest.mark.django_db
def test_html_in_words_is_text_on_every_page(client: Client) -> None:
    nasty = '<script>alert(1)</script>"><b>'
    said = {"hours": nasty, "paused": nasty, "out_of_hours": nasty}
    from tests.clinic.profiles import closed_these_days, words

    for intake in ("open", "paused"):
        holds(name=nasty, words=words(**said), intake=intake, **closed_these_days())
        for language in ("en", "es"):
            shown = page(Client().get("/", {"lang": language}))
            assert "<script>alert" not in shown
            assert "&lt;script&gt;alert(1)" in shown
    enter(client, "invented.admin", Role.ADMIN)
    for address in ("", "hours/", "history/?old=1&new=2"):
        assert "<script>alert" not in page(client.get(f"/staff/settings/{address}"))


# --- what is stored -----------------------------------------------------------------------------------


def broken() -> list[Any]:
    """Stored states that no version of the code has written."""
    good = to_json(invented())
    changes: list[dict[str, Any]] = [
        {"format": 2}, {"name": ""}, {"name": 7}, {"name": "x" * 81}, {"name": "a\u202eb"}, {"country": "XX"},
        {"emergency_number": ""}, {"emergency_number": "911; x"}, {"phone": None}, {"phone": "x"},
        {"time_zone": "Chicago"}, {"time_zone": 5}, {"week": []}, {"week": [[]] * 6 + [[[5, 4]]]},
        {"week": [[]] * 6 + [[[0, 1441]]]}, {"week": [[]] * 6 + [[[0, True]]]}, {"week": [[]] * 6 + ["8-9"]},
        {"holidays": [["2026-13-01", ""]]}, {"holidays": [["2026-01-01", "a"], ["2026-01-01", "b"]]},
        {"holidays": [["2026-01-01"]]}, {"holidays": "none"}, {"words": []}, {"words": {"en": {"hours": ""}}},
        {"intake": "closed"}, {"intake": None}, {"daily_cap": 0}, {"daily_cap": True}, {"daily_cap": "5"},
        {"draft_hours": None}, {"draft_hours": 721}, {"keep_done_days": 1}, {"keep_done_days": 1.5},
        {"level": 1}, {"rules": {}}, {"transport": "call_911"},
    ]  # fmt: skip
    less = [{key: value for key, value in good.items() if key != gone} for gone in good]
    return [None, [], "text", *less, *({**copy.deepcopy(good), **change} for change in changes)]


@pytest.mark.parametrize("data", broken())
def test_what_is_not_a_state_of_the_settings_is_refused(data: Any) -> None:
    with pytest.raises(ProfileError):
        from_json(data, 1)


@given(st.text(max_size=40))
def test_what_can_be_dialed_is_digits_and_a_few_signs(text: str) -> None:
    if is_dialable(text):
        assert set(text) <= set("+0123456789 ().-")
        assert "<" not in text


def test_words_of_a_language_the_site_lost_are_left_unread() -> None:
    data = to_json(invented())
    data["words"]["fr"] = dict(data["words"]["en"], hours="lundi")
    assert [code for code, _words in from_json(data, 1).words] == ["en", "es"]
