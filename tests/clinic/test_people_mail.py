"""Where no mail server is set up, nobody is told that a link was sent. All people are invented."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from clinic.models.staff import Role
from tests.clinic.staffing import enter

pytestmark = pytest.mark.django_db


def test_mail_that_is_only_shown_on_a_terminal_is_not_called_sent(client: Client, settings: Any) -> None:
    settings.EMAIL_IS_SET_UP = settings.EMAIL_IS_ONLY_SHOWN = True
    enter(client, "invented.admin", Role.ADMIN)
    given = {"name": "Nora Invented", "email": "nora@clinic.invalid", "roles": ["nurse"]}
    answer = client.post(reverse("clinic:invite"), given).content.decode()
    assert "It was sent to" not in answer
    assert "It was not sent by e-mail. Hand it over yourself." in answer
    assert mail.outbox == []


def test_the_link_of_the_first_admin_leads_to_the_address_that_is_served(settings: Any) -> None:
    settings.STAFF_ADDRESS = "http://localhost:8123"
    out = io.StringIO()
    call_command("first_admin", "--email", "first@clinic.invalid", "--name", "First Invented", stdout=out)
    assert "http://localhost:8123/staff/people/" in out.getvalue()
