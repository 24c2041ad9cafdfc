"""The list: its order, its pages, what it shows and what it must not show."""

from __future__ import annotations

import random
import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments import finishing
from assessments.models import Assessment, Status
from clinic import demo_cases
from clinic.management.commands.demo import fill_in
from clinic.queue import rows as queue

pytestmark = pytest.mark.django_db
NOW = timezone.now().replace(microsecond=0)


def _some_rows(seed: int, count: int = 60) -> list[Assessment]:
    """Rows with many ties: few priorities, due times and times of sending."""
    dice = random.Random(seed)
    template = finishing.submit_complete(
        "adult", {"em_now": ["collapse"]}, {}, language="en", now=NOW, finished=False
    )
    rows = []
    for number in range(count):
        priority = dice.choice([102, 102, 205, 308, 308, 412, 512, 512])
        due = None if priority < 200 else NOW + timedelta(hours=dice.choice([0, 4, 4, 24]))
        row = Assessment(
            reference=f"BP-{seed}-{number}",
            pathway="adult",
            status=Status.SUBMITTED,
            language="en",
            level=priority // 100,
            priority=priority,
            due_at=due,
            created_at=NOW,
            updated_at=NOW,
            submitted_at=NOW - timedelta(minutes=dice.choice([0, 5, 5, 60])),
        )
        for name in ("answers", "progress", "contact", "result"):
            setattr(row, name, getattr(template, name))
        rows.append(row)
    template.delete()
    Assessment.objects.bulk_create(rows)
    return rows


def _expected(rows: list[Assessment]) -> list[uuid.UUID]:
    def place(row: Assessment) -> tuple[Any, ...]:
        assert row.priority is not None
        return (-row.priority, row.due_at or NOW, row.submitted_at, row.pk)

    return [row.pk for row in sorted(rows, key=place)]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("size", [1, 7, 60])
def test_the_queue_is_in_order_whatever_was_stored_first(seed: int, size: int) -> None:
    rows = _some_rows(seed)
    found: list[uuid.UUID] = []
    after = None
    while True:
        page = queue.queue_page(NOW, after, size)
        found += [row.pk for row in page.rows]
        after = page.after
        if after is None:
            break
    assert found == _expected(rows)


def test_the_order_is_read_from_the_index() -> None:
    if connection.vendor == "sqlite":
        plan = queue.in_order()[:50].explain()
        assert "assessment_queue" in plan
        assert "TEMP B-TREE" not in plan


def test_what_has_no_level_yet_is_looked_at_first() -> None:
    _some_rows(1, 3)
    row = finishing.submit_complete("adult", {"em_now": ["none"]}, {}, language="en", now=NOW, finished=False)
    assert queue.queue_page(NOW).rows[0].pk == row.pk
    assert queue.queue_page(NOW).rows[0].level == "No level yet"


def test_a_page_needs_four_statements_whatever_it_holds(staff: Client) -> None:
    _some_rows(2)
    with CaptureQueriesContext(
        connection,
    ) as few:
        staff.get(reverse("clinic:list"))
    assert len(few) <= 4, [query["sql"][:80] for query in few]


def test_the_list_links_to_the_next_page_and_back(staff: Client) -> None:
    _some_rows(3)
    first = staff.get(reverse("clinic:list")).content.decode()
    link = re.search(r'href="\?after=([0-9a-f-]{36})"', first)
    assert link is not None
    second = staff.get(reverse("clinic:list"), {"after": link[1]}).content.decode()
    assert len(re.findall(r'scope="row"', first)) == 50
    assert len(re.findall(r'scope="row"', second)) == 10
    assert "?after=" not in second


def test_the_list_says_how_urgent_by_when_and_what_staff_must_know(staff: Client) -> None:
    cases = {case.code: fill_in(case, NOW) for case in demo_cases.CASES}
    html = staff.get(reverse("clinic:list")).content.decode()
    rows = {
        match[1]: match[0]
        for match in re.finditer(r'<tr>\s*<th scope="row"><a href="/staff/([0-9a-f-]+)/.*?</tr>', html, re.S)
    }
    private = rows[str(cases["DEMO-10"].pk)]
    for words in (
        "Urgent: in person today",
        "FLAG-PRIVATE-TALK: call by",
        "FLAG-SAFEGUARDING",
        "Child, 1 year",
    ):
        assert words in private
    assert "Stopped at the emergency page" in rows[str(cases["DEMO-02"].pk)]
    assert "overdue by" in rows[str(cases["DEMO-04"].pk)]
    assert "no visit due" in rows[str(cases["DEMO-08"].pk)]
    assert next(iter(rows)) in {str(cases[code].pk) for code in ("DEMO-01", "DEMO-02", "DEMO-09", "DEMO-15")}


def test_the_list_holds_no_name_no_answer_and_no_rule(staff: Client) -> None:
    stored = [fill_in(case, NOW) for case in demo_cases.CASES]
    html = staff.get(reverse("clinic:list")).content.decode()
    for case, row in zip(demo_cases.CASES, stored, strict=True):
        contact: Any = row.contact
        result: Any = row.result
        told = [case.name, *case.words.values(), *case.contact.values(), str(contact["phone"])]
        told += [finding["id"] for finding in result["findings"]]
        told += [panel["id"] for panel in result["panels"]]
        assert [words for words in told if words in html] == []
    for words in ("numb", "bladder", "fever", "cancer", "bruise", "pregnan", "drug", "pain"):
        assert words not in re.sub(r"(?i)back pain check", "", html).lower(), words
    assert "<title>Queue" in html


def test_a_row_that_cannot_be_read_is_named_and_hides_no_other(staff: Client) -> None:
    rows = [fill_in(case, NOW) for case in demo_cases.CASES[:3]]
    Assessment.objects.filter(pk=rows[0].pk).update(sealed_result=rows[1].sealed_result)
    response = staff.get(reverse("clinic:list"))
    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("Cannot be read") == 1
    assert all(str(row.reference) in html for row in rows)


def test_an_empty_list_says_so(staff: Client) -> None:
    assert "Nothing has been sent yet." in staff.get(reverse("clinic:list")).content.decode()
