"""The blank forms, A4 and Letter: how many sheets, what each page says, and no question torn apart."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from assessments.paper.sheet import FORMS, build_sheet
from assessments.paper.store import KeyedIn, store
from assessments.paper.times import filled_in
from tests.browser import states
from tests.browser.conftest import Visitor
from tests.browser.test_print import SIZES, longest, open_document, printed
from triage.catalogue import ruleset_version

MOST_PAGES = 9


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", FORMS)
def test_blank_form(name: str, language: str, visitor: Visitor, tmp_path: Path) -> None:
    """Few pages; each names its version, the emergency number and its place; a question stays on one page."""
    visitor.open(f"/help/paper/{name}/?lang={language}")
    sheet = build_sheet(name)
    items = [item for part in sheet.parts for item in part.items]
    for size in SIZES:
        pages = printed(visitor, size, tmp_path)
        assert len(pages) <= MOST_PAGES + 2 * (language != "en"), (size, len(pages))
        for number, page in enumerate(pages, 1):
            assert ruleset_version(FORMS[name].name) in page
            assert "911" in page
            assert re.search(rf"{number}\s*/\s*{len(pages)}", page), size
        for item in items:
            keys = [item.key, *(box.key for box in item.boxes)]
            on = [page for page in pages if re.search(rf"\b{item.key}\b", page)]
            assert any(all(key in page for key in keys) for page in on), (size, item.key)


@pytest.mark.parametrize("name", FORMS)
def test_longest_case_from_paper_fits_on_two_pages(name: str, visitor: Visitor, tmp_path: Path) -> None:
    """The clinician's page of a form from paper: who keyed it in is said, and it still fits."""
    pathway = FORMS[name]
    answers = {key: value for key, value in longest(pathway).items() if key not in ("mood", "home_safety")}
    now = timezone.now()
    contact = states.contact(
        answers, pathway, name="Maximiliana " * 5, location_now="12 Invented Street " * 8
    )
    keyed = KeyedIn(
        id=uuid.uuid4(),
        pathway=pathway,
        answers=answers,
        contact=contact | filled_in(now - timedelta(days=3)),
        language="en",
        entered_by="invented.nurse",
    )
    open_document(visitor, store(keyed, now), "staff")
    for size in SIZES:
        pages = printed(visitor, size, tmp_path)
        assert len(pages) <= 2, size
        assert "keyed in by invented.nurse" in re.sub(r"\s+", " ", pages[0])
