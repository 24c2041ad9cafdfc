"""Invented people who sent something and come back, for the tests of the loop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.utils import timezone

from assessments import return_links
from assessments.models import Assessment
from clinic.models import Case, Member
from clinic.models.staff import Role
from tests.browser import states
from tests.clinic.staffing import as_member, member
from triage.model import Level, Transport

BORN = "1965-03-27"
DATE = {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "1965"}
TOKEN_INPUT = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken" value="[^"]+">')


def sent(
    level: Level = Level.VIRTUAL_VISIT, *, hours_ago: float = 1, born: str = BORN, **contact: Any
) -> Assessment:
    """An assessment of an adult that the clinic has."""
    at = timezone.now() - timedelta(hours=hours_ago)
    transport = Transport.ER if level is Level.EMERGENCY_NOW else None
    answers = states.example(states.ADULT, level, transport)
    return states.sent(states.ADULT, answers, at=at, date_of_birth=born, **contact)


def browser_of(*rows: Assessment) -> Client:
    """The browser from which these were sent, numbered from 1."""
    client = Client()
    client.cookies["sessionid"] = states.session_with(*rows)
    return client


def link_to(row: Assessment) -> str:
    """The path of a new link to `row`."""
    return f"/r/{return_links.make(row, timezone.now())}/"


def come_back(client: Client, path: str, row: Assessment, **changes: str) -> Any:
    """Fill in what the link asks for."""
    return client.post(path, {"reference": row.reference or "", **DATE, **changes})


def without_token(response: Any) -> str:
    """The page without what differs each time."""
    return TOKEN_INPUT.sub("", str(response.content.decode()))


def nurse() -> Member:
    """A nurse."""
    return as_member(member("invented.nurse", Role.NURSE))


def case_of(row: Assessment) -> Case:
    """The case as it is now."""
    return Case.objects.select_related("assessment").get(pk=row.pk)


def text_of(response: Any) -> str:
    """The words of a page: no tags, one blank between words."""
    body = re.sub(r"<(script|style).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@contextmanager
def no_database() -> Iterator[None]:
    """From here on no statement reaches the database, as when its server is gone."""
    refusal = OperationalError("connection refused")
    with patch.object(BaseDatabaseWrapper, "cursor", side_effect=refusal):
        yield
