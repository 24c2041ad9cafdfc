"""Which page comes next: worked out from the answers each time, kept nowhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from triage.conditions import Answer, Facts
from triage.engine import shown_questions
from triage.model import Page, Pathway, Question


@dataclass(frozen=True)
class Flow:
    """The way through one pathway, given the answers so far and the codes of the pages already seen.

    `given`: pages that were answered elsewhere (on the start page, say). They can be changed from
    check-your-answers, but are not met on the way.
    """

    pathway: Pathway
    answers: Mapping[str, Answer]
    seen: Collection[str] = ()
    given: Collection[str] = ()

    @cached_property
    def shown(self) -> frozenset[str]:
        """Keys of the questions that are shown."""
        return frozenset(question.key for question in shown_questions(self.pathway, self.answers))

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages that have at least one shown question, in order."""
        shown = self.shown
        return tuple(page for page in self.pathway.pages if any(q.key in shown for q in page.questions))

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each shown page, by code."""
        return {page.code: place for place, page in enumerate(self.pages)}

    @property
    def other_voice(self) -> bool:
        """Whether the pathway's second voice is spoken."""
        return self.pathway.other_voice.holds(Facts(self.answers))

    def questions(self, page: Page) -> tuple[Question, ...]:
        """The shown questions of a page."""
        return tuple(question for question in page.questions if question.key in self.shown)

    def page(self, code: str) -> Page | None:
        """The page with this code, if it is shown."""
        place = self._order.get(code)
        return None if place is None else self.pages[place]

    @cached_property
    def first_gap(self) -> Page | None:
        """The first page that still has to be asked: a required answer is missing, or it was never seen."""
        return next((page for page in self.pages if self._is_open(page)), None)

    def is_reachable(self, page: Page) -> bool:
        """Whether every page before this one is done."""
        gap = self.first_gap
        return gap is None or self._order[page.code] <= self._order[gap.code]

    def before(self, page: Page) -> Page | None:
        """The page before, if any."""
        earlier = [p for p in self.pages[: self._order[page.code]] if p.code not in self.given]
        return earlier[-1] if earlier else None

    def after(self, code: str) -> Page | None:
        """The next shown page after the one with this code (which may itself be hidden by now)."""
        codes = [page.code for page in self.pathway.pages]
        later = set(codes[codes.index(code) + 1 :]) - set(self.given)
        return next((page for page in self.pages if page.code in later), None)

    def _is_open(self, page: Page) -> bool:
        if page.code not in self.seen:
            return True
        return any(q.required and q.key not in self.answers for q in self.questions(page))
