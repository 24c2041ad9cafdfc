"""What people said about the pages: "Was this page clear?", counted for each page and language."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from assessments.clarity import MOST_REASONS
from assessments.models import ClarityCount, ClarityReasons
from assessments.text import spoken
from triage.pathways import PATHWAYS
from triage_site.vault import VaultError

TITLES = {page.code: page.title or page.questions[0].text for p in PATHWAYS.values() for page in p.pages}


@dataclass(frozen=True)
class Reason:
    """Somebody's own words and the month. None: the words of that month cannot be read."""

    month: date
    text: str | None


@dataclass(frozen=True)
class Row:
    """One page in one language."""

    page: str
    title: str
    language: str
    language_name: str
    clear: int
    unclear: int
    reasons: tuple[Reason, ...]

    @property
    def unclear_percent(self) -> int | None:
        """How many of a hundred found the page not clear; None where nobody said yes or no."""
        all_votes = self.clear + self.unclear
        return round(100 * self.unclear / all_votes) if all_votes else None


def clarity_rows() -> list[Row]:
    """All pages that somebody said something about, the least clear first."""
    names = dict(settings.LANGUAGES)
    counted = ClarityCount.objects.values("page", "language").annotate(
        clear=Sum("clear"), unclear=Sum("unclear")
    )
    reasons = _newest_reasons()
    rows = [
        Row(
            **count,
            title=_title(count["page"]),
            language_name=names.get(count["language"], count["language"]),
            reasons=tuple(reasons[count["page"], count["language"]]),
        )
        for count in counted
    ]
    return sorted(rows, key=lambda row: (-(row.unclear_percent or 0), -row.unclear, row.page, row.language))


def _newest_reasons() -> defaultdict[tuple[str, str], list[Reason]]:
    """The reasons by page and language, of the newest months first. Inside a month they have no order."""
    newest: defaultdict[tuple[str, str], list[Reason]] = defaultdict(list)
    for row in ClarityReasons.objects.order_by("-month").iterator():
        reasons = newest[row.page, row.language]
        if len(reasons) < MOST_REASONS:
            reasons += _reasons(row)[: MOST_REASONS - len(reasons)]
    return newest


def _reasons(row: ClarityReasons) -> list[Reason]:
    try:
        return [Reason(row.month, text) for text in row.all()]
    except VaultError:
        return [Reason(row.month, None)]


def _title(page: str) -> str:
    """What the page is called: the title of a question page, or which result it is."""
    if page in TITLES:
        return spoken(TITLES[page])
    results = {"result-adult": _("Result, adult"), "result-pediatric": _("Result, child")}
    return results.get(page, page)
