"""What people said about the pages: "Was this page clear?", counted for each page and language."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from assessments.models import ClarityVote
from assessments.summary.header import level_words
from assessments.text import spoken
from triage.model import Level
from triage.pathways import PATHWAYS
from triage_site.vault import VaultError

MOST_REASONS = 20
TITLES = {page.code: page.title or page.questions[0].text for p in PATHWAYS.values() for page in p.pages}


@dataclass(frozen=True)
class Reason:
    """Somebody's own words, None where they cannot be read, and the day."""

    day: date
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
    def unclear_percent(self) -> int:
        """How many of a hundred found the page not clear."""
        return round(100 * self.unclear / (self.clear + self.unclear))


def clarity_rows() -> list[Row]:
    """All pages that somebody said something about, the least clear first."""
    names = dict(settings.LANGUAGES)
    counted = ClarityVote.objects.values("page", "language").annotate(
        clear=Count("pk", filter=Q(is_clear=True)), unclear=Count("pk", filter=Q(is_clear=False))
    )
    reasons = _newest_reasons()
    rows = [
        Row(
            **count,
            title=_title(count["page"]),
            language_name=names.get(count["language"], count["language"]),
            reasons=reasons.get((count["page"], count["language"]), ()),
        )
        for count in counted
    ]
    return sorted(rows, key=lambda row: (-row.unclear_percent, -row.unclear, row.page, row.language))


def _newest_reasons() -> dict[tuple[str, str], tuple[Reason, ...]]:
    """The newest reasons by page and language."""
    votes = (
        ClarityVote.objects.exclude(sealed_reason="").order_by("page", "language", "-day", "pk").iterator()
    )
    groups: Iterator[tuple[tuple[str, str], Iterator[ClarityVote]]] = itertools.groupby(
        votes, key=lambda vote: (vote.page, vote.language)
    )
    return {place: tuple(map(_reason, itertools.islice(group, MOST_REASONS))) for place, group in groups}


def _reason(vote: ClarityVote) -> Reason:
    try:
        return Reason(vote.day, str(vote.reason))
    except VaultError:
        return Reason(vote.day, None)


def _title(page: str) -> str:
    """What the page is called: the title of a question page, or which result it is."""
    if page in TITLES:
        return spoken(TITLES[page])
    _result, pathway, level = [*page.split("-"), "", ""][:3]
    if level not in Level.__members__:
        return page
    words = _("Result, adult: %(level)s") if pathway == "adult" else _("Result, child: %(level)s")
    return words % {"level": level_words(Level[level])}
