"""One assessment in full, and its print."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments.models import Assessment
from clinic import demo_cases
from clinic.demo_cases import DemoCase
from clinic.management.commands.demo import fill_in

pytestmark = pytest.mark.django_db


def _page(staff: Client, page: str, row: Assessment) -> str:
    response = staff.get(reverse(f"clinic:{page}", args=[row.pk]))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("case", demo_cases.CASES, ids=lambda case: case.code)
@pytest.mark.parametrize("page", ["detail", "print"])
def test_screen_and_print_hold_every_rule_flag_panel_and_row_that_spoke(
    staff: Client, case: DemoCase, page: str
) -> None:
    row = fill_in(case, timezone.now())
    result: Any = row.result
    html = _page(staff, page, row)
    spoke = [
        found["id"] for name in ("findings", "flags", "panels", "differential") for found in result[name]
    ]
    assert [found for found in spoke if found not in html] == []
    assert case.name in html


def test_the_detail_has_reasons_sources_and_the_points_of_the_score(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    result: Any = row.result
    html = _page(staff, "detail", row)
    for finding in result["findings"]:
        assert finding["id"] in html
    assert "suspected CES" in html
    assert "GIRFT" in html
    assert f"Queue score: {result['score']}" in html
    for label, points in result["contributions"]:
        assert re.search(rf"<td>{re.escape(label)}</td>\s*<td>{points}</td>", html)
    assert sum(points for _, points in result["contributions"]) == result["score"]


def test_the_title_tells_nothing_about_the_person(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    for page, title in (("detail", f"Assessment {row.reference}"), ("print", f"Print {row.reference}")):
        html = _page(staff, page, row)
        assert html.partition("<title>")[2].startswith(f"{title} ")


def test_a_detail_needs_three_statements(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[8], timezone.now())
    with CaptureQueriesContext(connection) as found:
        _page(staff, "detail", row)
    assert len(found) <= 3, [query["sql"][:80] for query in found]


@pytest.mark.parametrize("column", ["sealed_answers", "sealed_contact", "sealed_result"])
@pytest.mark.parametrize("page", ["detail", "print"])
def test_what_cannot_be_read_is_said_loudly_and_never_shown_in_part(
    staff: Client, column: str, page: str
) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    other = fill_in(demo_cases.CASES[2], timezone.now())
    Assessment.objects.filter(pk=row.pk).update(**{column: getattr(other, column)})
    response = staff.get(reverse(f"clinic:{page}", args=[row.pk]))
    html = response.content.decode()
    assert response.status_code == 500
    assert "This assessment cannot be read" in html
    for words in (demo_cases.CASES[0].name, demo_cases.CASES[2].name, getattr(other, column)[:20]):
        assert words not in html
