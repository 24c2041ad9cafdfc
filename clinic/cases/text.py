"""A case as plain text for the chart: the summary, where the work stands, and the review that counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from assessments.summary import Summary
from assessments.summary.clock import due_in_words
from assessments.summary.header import level_words
from assessments.summary.text import as_text, joined
from clinic.cases.history import History, review_lines
from clinic.cases.reviews import latest
from clinic.cases.status import status_lines
from clinic.models import Case
from triage.model import Level


def case_text(summary: Summary, case: Case, history: History, now: datetime) -> str:
    """The text. Where a review changed the level, that is its first line."""
    first = _changed_level(summary, case, now)
    rest = (joined(status_lines(case, now)), *_review(history))
    return f"{first}{as_text(summary)}" + "".join(f"{' '.join(line.split())}\n" for line in rest if line)


def _changed_level(summary: Summary, case: Case, now: datetime) -> str:
    if (case.level or 0) == summary.header.level_number:
        return ""
    level = level_words(Level(case.level) if case.level else None)
    words = {"now": level, "rules": summary.header.level, "due": due_in_words(case.due_at, now)}
    return _("LEVEL CHANGED BY REVIEW: %(now)s (by the rules: %(rules)s), %(due)s") % words + "\n"


def _review(history: History) -> Iterator[str]:
    counts = latest(history.reviews)
    if counts is None:
        yield _("No review yet.")
        return
    words = {"verdict": counts.verdict, "who": counts.by, "role": counts.role, "when": counts.at}
    yield _("REVIEW: %(verdict)s, %(who)s (%(role)s), %(when)s") % words
    yield joined(review_lines(counts))
