"""Words that turn what follows: kept from before such signs were taken out, they turn nothing of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assessments import clarity
from assessments.models import Assessment
from tests.browser.aside_places import written_case, written_draft
from tests.browser.conftest import Visitor
from tests.browser.places import exactly, keyed, log_in
from tests.browser.states import ADULT, PEDIATRIC
from triage.model import Pathway

# "Right to left, whatever comes", and never ended.
TURNING = "Invented \u202e Person"

# Our own texts whose letters do not follow one another from left to right.
TURNED = """() => {
  const faults = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isOwn = /\u202e/.test(node.data) || node.parentElement.closest('script, style, textarea, option')
    if (isOwn || !node.parentElement.checkVisibility()) continue
    for (const pair of node.data.matchAll(/[A-Za-z]{2}/g)) {
      const [first, second] = [0, 1].map((at) => {
        const range = document.createRange()
        range.setStart(node, pair.index + at)
        range.setEnd(node, pair.index + at + 1)
        return range.getBoundingClientRect()
      })
      const isTurned = Math.abs(first.top - second.top) < 2 && second.left < first.left
      if (isTurned) faults.push(node.data.trim().slice(0, 80))
    }
  }
  return [...new Set(faults)]
}"""


def check(visitor: Visitor, pathway: Pathway) -> None:
    """All answers, before they are sent."""
    visitor.has(written_draft(pathway, TURNING))
    exactly(visitor, "/f/1/check/")


def result(visitor: Visitor, pathway: Pathway) -> None:
    """What to do, with notes for the visit."""
    _has_sent(visitor, pathway)
    exactly(visitor, "/f/1/done/")


def print_of_result(visitor: Visitor, pathway: Pathway) -> None:
    """The same on paper."""
    _has_sent(visitor, pathway)
    exactly(visitor, "/f/1/print/")


def queue(visitor: Visitor, pathway: Pathway) -> None:
    """The staff's list."""
    _sent(pathway)
    log_in(visitor)
    exactly(visitor, "/staff/")


def case(visitor: Visitor, pathway: Pathway) -> None:
    """What the staff see of it."""
    row = _sent(pathway)
    log_in(visitor)
    exactly(visitor, f"/staff/{row.pk}/")


def print_of_case(visitor: Visitor, pathway: Pathway) -> None:
    """The same on paper."""
    row = _sent(pathway)
    log_in(visitor)
    exactly(visitor, f"/staff/{row.pk}/print/")


def from_paper(visitor: Visitor, pathway: Pathway) -> None:
    """What the staff see after they keyed in a form."""
    keyed(visitor, pathway, name=TURNING, location_now=TURNING)


def opinions(visitor: Visitor, pathway: Pathway) -> None:
    """What people said about the pages."""
    clarity.add("a02", "es", is_clear=False, reason=TURNING)
    log_in(visitor)
    exactly(visitor, "/staff/clarity/")


@pytest.mark.parametrize("pathway", [ADULT, PEDIATRIC], ids=lambda pathway: pathway.name)
@pytest.mark.parametrize(
    "go", [check, result, print_of_result, queue, case, print_of_case, from_paper, opinions]
)
def test_typed_words_turn_nothing_of_ours(
    go: Callable[[Visitor, Pathway], None], pathway: Pathway, visitor: Visitor
) -> None:
    go(visitor, pathway)
    assert "\u202e" in visitor.page.content(), "every one of these pages shows what was typed"
    assert visitor.page.evaluate(TURNED) == []


def test_what_is_turned_is_noticed(visitor: Visitor) -> None:
    visitor.open("/")
    visitor.page.evaluate("document.querySelector('h1').prepend('\u202e')")
    assert visitor.page.evaluate(TURNED) == [visitor.page.locator("h1").inner_text().strip("\u202e")]


def _sent(pathway: Pathway) -> Assessment:
    notes = {"questions": [TURNING], "place": TURNING, "language": "en"}
    contact: dict[str, Any] = {
        "name": TURNING,
        "location_now": TURNING,
        "appointment": TURNING,
        "visit": notes,
    }
    if pathway is PEDIATRIC:
        contact |= {"answered_by_name": TURNING, "relation": TURNING}
    return written_case(pathway, TURNING, **contact)


def _has_sent(visitor: Visitor, pathway: Pathway) -> None:
    visitor.has(_sent(pathway))
