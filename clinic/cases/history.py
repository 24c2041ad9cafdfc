"""What happened to a case, in order, in words: its events and its reviews. Nothing of it ever changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.utils.translation import gettext as _

from assessments.languages import foreign
from assessments.summary.model import Line, Said
from clinic.cases.reviews import ShownReview, shown
from clinic.models import Case, CaseEvent, Review
from clinic.models.case import EventKind
from clinic.queue.history import history
from triage_site.vault import VaultError


@dataclass(frozen=True)
class Entry:
    """One line of the history. `who` is empty for what the person or the site did."""

    moment: datetime
    at: str
    who: str
    what: str
    said: tuple[Said, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class History:
    """Everything that happened, the oldest first, and the reviews among it."""

    entries: tuple[Entry, ...]
    reviews: tuple[ShownReview, ...]

    def since(self, known: int) -> tuple[Entry, ...]:
        """What happened after the first `known` entries."""
        return self.entries[max(0, known) :]


def history_of(case: Case) -> History:
    """The history of a case: two statements."""
    events = list(CaseEvent.objects.filter(case=case).order_by("at", "id"))
    reviews = list(Review.objects.filter(case=case).order_by("at", "id"))
    entries = [*map(_event, events), *map(_review, reviews)]
    return History(
        tuple(sorted(entries, key=lambda entry: entry.moment)), tuple(shown(review) for review in reviews)
    )


def _event(event: CaseEvent) -> Entry:
    """An event, its note, and the words of a message."""
    (line,) = history((event,), clinical=True)
    said: tuple[Said, ...] = (Said(line.note, own=True),) if line.note else ()
    if event.kind == EventKind.MESSAGE:
        with suppress(VaultError):  # the line says that it cannot be read
            detail = cast("dict[str, Any]", event.detail)
            said = (Said(detail["text"], own=True, language=foreign(detail["language"])),)
    return Entry(event.at, line.at, line.who, line.what, said)


def _review(review: Review) -> Entry:
    told = shown(review)
    what = _("Review: %(verdict)s") % {"verdict": told.verdict} if told.verdict else _("Review")
    who = f"{told.by} ({told.role})" if told.role else told.by
    return Entry(review.at, told.at, who, what, lines=tuple(review_lines(told)))


def review_lines(told: ShownReview) -> Iterator[Line]:
    """The particulars of a review."""
    if told.is_unreadable:
        yield Line(_("Note"), (Said(_("Cannot be read. Tell whoever runs this site."), unsure=True),))
    if told.level and told.level != told.level_before:
        yield Line(_("Level"), (Said(_("%(now)s (was: %(before)s)") % _levels(told)),))
    facts = (
        (_("Reason"), told.reason),
        (_("Outcome"), told.outcome),
        (_("X-ray result"), told.radiograph),
    )
    yield from (Line(label, (Said(words),)) for label, words in facts if words)
    if told.note:
        yield Line(_("Note"), (Said(told.note, own=True),))


def _levels(told: ShownReview) -> dict[str, str]:
    return {"now": told.level, "before": told.level_before}
