"""The clinician's print in Chromium: one page for typical answers, two for the longest, nothing cut."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from clinic.demo_cases import CASES, DemoCase
from tests.assessments.stored import Stored, everything, longest, printed, stored, with_all_rules
from tests.browser.audit import CUT_OFF, SIDEWAYS
from triage.examples import parse_answers, with_changes
from triage.intake import to_json
from triage.model import Kind
from triage.pathways import PATHWAYS

FORMATS = ("A4", "Letter")
# The width of a sheet between its margins, in CSS pixels: A4 is the narrower one.
A4_INSIDE = 733
AGES = [("adult", 45), ("adult", 75), ("pediatric", 0), ("pediatric", 5), ("pediatric", 9), ("pediatric", 15)]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": A4_INSIDE, "height": 1000})
    page.emulate_media(media="print")
    yield page
    page.close()


def _show(page: Page, row: Stored) -> None:
    built = settings.BASE_DIR / "static" / "care"
    css = "".join((built / name).read_text(encoding="utf-8") for name in ("app.css", "staff.css"))
    html = re.sub(r"<(link|script)\b.*?>(</script>)?", "", printed(row))
    page.set_content(html.replace("</head>", f"<style>{css}</style></head>"))


def _pages(page: Page, paper: str) -> list[str]:
    pdf = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [sheet.extract_text() for sheet in pdf.pages]


def _nothing_is_cut(page: Page) -> None:
    assert [*page.evaluate(SIDEWAYS), *page.evaluate(CUT_OFF)] == []


def _row(case: DemoCase) -> Stored:
    pathway = PATHWAYS[case.pathway]
    chosen = (parse_answers if case.stopped else with_changes)(pathway, case.answers)
    answers = {key: to_json(answer) for key, answer in chosen.items()} | case.words
    contact = {"name": case.name, "phone": "555 0100", **case.contact}
    return stored(case.pathway, answers, finished=not case.stopped, hours_ago=case.hours_ago, contact=contact)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_typical_answers_print_on_one_page(page: Page, case: DemoCase) -> None:
    _show(page, _row(case))
    _nothing_is_cut(page)
    for paper in FORMATS:
        assert len(_pages(page, paper)) == 1, paper


@pytest.mark.parametrize(("pathway", "age"), AGES)
def test_the_longest_answers_print_on_two_pages(page: Page, pathway: str, age: int) -> None:
    row = longest(pathway, age)
    _show(page, row)
    _nothing_is_cut(page)
    for paper in FORMATS:
        sheets = _pages(page, paper)
        assert len(sheets) <= 2, paper
        text = "".join("".join(sheets).split())
        ends = re.findall(r"END-[a-z_]+", str(everything(PATHWAYS[pathway], age)))
        told = [q for q in PATHWAYS[pathway].questions if q.kind is Kind.TEXT or q.note_label]
        assert len(ends) == len(told)
        assert [end for end in ends if end not in text] == []


@pytest.mark.parametrize(("pathway", "age"), AGES)
def test_even_with_every_rule_panel_and_row_two_pages_hold_them_all(
    page: Page, pathway: str, age: int
) -> None:
    row = with_all_rules(longest(pathway, age))
    _show(page, row)
    _nothing_is_cut(page)
    result: Any = row.result
    ids = [found["id"] for name in ("findings", "flags", "panels", "differential") for found in result[name]]
    for paper in FORMATS:
        sheets = _pages(page, paper)
        assert len(sheets) <= 2, paper
        text = "".join("".join(sheets).split())
        assert [found for found in ids if found not in text] == []


def test_every_sheet_names_the_person_and_whose_copy_it_is(page: Page) -> None:
    _show(page, with_all_rules(longest("pediatric", 9)))
    sheets = _pages(page, "A4")
    assert len(sheets) == 2
    for number, sheet in enumerate(sheets, start=1):
        assert "Not for the patient or caregiver" in sheet
        assert "BP-7K3M-9QD" in sheet
        assert f"{number} / 2" in sheet
