"""Invented cases for tests of the queue, many at a time and without answers, or whole ones."""

from __future__ import annotations

import html as html_entities
import re
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.test import Client
from django.urls import reverse

from assessments.models import Assessment, Status
from clinic import demo_cases
from clinic.cases.keys import priority_of, queue_key
from clinic.management.commands.demo import fill_in
from clinic.models import Case

DEMO = {case.code: case for case in demo_cases.CASES}


class Line(NamedTuple):
    """What decides where a case stands. `level` None: no rule has judged it."""

    level: int | None
    score: int
    due_at: datetime | None
    arrived_at: datetime


def add(lines: Iterable[Line], **columns: Any) -> list[Case]:
    """Store a case without answers for each line. Not to be opened: only its place is real."""
    pairs = [_pair(line, columns) for line in lines]
    Assessment.objects.bulk_create([assessment for assessment, _case in pairs])
    return Case.objects.bulk_create([case for _assessment, case in pairs])


def _pair(line: Line, columns: dict[str, Any]) -> tuple[Assessment, Case]:
    pk = uuid.uuid4()
    priority = priority_of(line.level, line.score)
    assessment = Assessment(
        id=pk,
        reference=f"X{pk.hex[:11]}",
        pathway="adult",
        status=Status.SUBMITTED,
        language="en",
        level=line.level,
        priority=priority,
        due_at=line.due_at,
        created_at=line.arrived_at,
        updated_at=line.arrived_at,
        submitted_at=line.arrived_at,
    )
    given = {"pathway": "adult", "language": "en", "answered_at": line.arrived_at, **columns}
    case = Case(
        assessment=assessment,
        queue_key=queue_key(priority, line.due_at, line.arrived_at),
        level=line.level,
        due_at=line.due_at,
        arrived_at=line.arrived_at,
        **given,
    )
    return assessment, case


def as_specified(cases: Iterable[Case]) -> list[uuid.UUID]:
    """The order of the specification: no level first, then priority, due time, time of arrival."""
    never = max((case.due_at for case in cases if case.due_at), default=None)

    def place(case: Case) -> tuple[Any, ...]:
        priority = case.assessment.priority
        due = case.due_at or (never or case.arrived_at) + timedelta(days=1)
        return (priority is not None, -(priority or 0), due, case.arrived_at, case.pk)

    return [case.pk for case in sorted(cases, key=place)]


def sent(code: str, now: datetime) -> Case:
    """One of the invented cases of the demo, sent as a person's form is."""
    return Case.objects.select_related("assessment").get(pk=fill_in(DEMO[code], now).pk)


def text_of(content: bytes) -> str:
    """The words of a page."""
    main = content.decode().partition("<main")[2]
    return " ".join(html_entities.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def shown(client: Client, **address: Any) -> list[uuid.UUID]:
    """The cases on one page of the queue, in their order."""
    html = client.get(reverse("clinic:list"), address).content.decode()
    return [uuid.UUID(found) for found in re.findall(r'id="case-([0-9a-f-]{36})"', html)]


def row_text(html: str, case: Case) -> str:
    """The words of one line of the queue."""
    line = html.partition(f'id="case-{case.pk}"')[2].partition("</li>\n")[0]
    part = line.partition("</dl>")[0]
    return " ".join(html_entities.unescape(re.sub(r"<[^>]+>", " ", part)).split())
