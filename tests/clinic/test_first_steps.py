"""A new admin is shown what to do first, as long as it is open. Everybody is invented."""

from __future__ import annotations

from datetime import time

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from clinic.models import Duty
from clinic.models.notices import Channel
from clinic.models.staff import Role
from tests.clinic.profiles import holds
from tests.clinic.staffing import enter, member

pytestmark = pytest.mark.django_db
PLACES = ("clinic:settings", "clinic:invite", "clinic:duty_add", "clinic:rules")


def steps(client: Client) -> set[str]:
    page = client.get(reverse("staff_home"), follow=True).content.decode()
    if 'id="first-steps"' not in page:
        return set()
    part = page.split('id="first-steps"')[1].split("</section>")[0]
    return {place for place in PLACES if f'href="{reverse(place)}"' in part}


def test_the_first_admin_sees_them_and_each_goes_when_it_is_done(client: Client) -> None:
    enter(client, "invented.admin", Role.ADMIN)
    assert steps(client) == set(PLACES)
    holds()
    assert steps(client) == set(PLACES) - {"clinic:settings"}
    member("invented.nurse", Role.NURSE)
    assert steps(client) == {"clinic:duty_add", "clinic:rules"}
    nurse = User.objects.get(username="invented.nurse")
    always = {"days": "0123456", "start": time(0), "end": time(0)}
    Duty.objects.create(user=nurse, channel=Channel.EMAIL, least_level=1, **always)
    assert steps(client) == {"clinic:rules"}


def test_an_invitation_is_enough(client: Client) -> None:
    enter(client, "invented.admin", Role.ADMIN)
    given = {"name": "Nora Invented", "email": "nora@clinic.invalid", "roles": ["nurse"]}
    assert client.post(reverse("clinic:invite"), given).status_code == 200
    assert "clinic:invite" not in steps(client)


def test_nobody_else_sees_them(client: Client) -> None:
    enter(client, "invented.nurse", Role.NURSE)
    assert 'id="first-steps"' not in client.get(reverse("clinic:duty")).content.decode()
