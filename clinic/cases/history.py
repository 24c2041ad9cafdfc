"""What happened to a case, in order, in words: its events and its reviews. Nothing of it ever changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.languages import foreign
from assessments.summary.clock import clinic_time
from assessments.summary.header import level_words
from assessments.summary.model import Line, Said
from clinic.cases.reviews import ShownReview, shown
from clinic.models import Case, CaseEvent, Review
from clinic.models.case import EventKind, Outcome
from clinic.models.staff import Role
from triage.model import Level
from triage_site.vault import VaultError

WENT_WORDS = {
    "went": gettext_lazy("They went."),
    "on_the_way": gettext_lazy("They are on the way."),
    "not_yet": gettext_lazy("They have not gone yet."),
    "not_going": gettext_lazy("They are not going."),
}


@dataclass(frozen=True)
class Entry:
    """One line of the history. `who` is empty for what the person or the site did."""

    moment: datetime
    at: str
    who: str
    role: str
    what: str
    said: tuple[Said, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class History:
    """Everything that happened, the oldest first, and the reviews among it."""

    entries: tuple[Entry, ...]
    reviews: tuple[ShownReview, ...] = field(default=())

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
    role = str(Role(event.by_role).label) if event.by_role else ""
    try:
        said = tuple(_said(event.kind, cast("dict[str, Any]", event.detail)))
    except VaultError:
        said = (Said(_("Cannot be read. Tell whoever runs this site."), unsure=True),)
    what = str(EventKind(event.kind).label)
    return Entry(event.at, clinic_time(event.at), event.by_name, role, what, said)


def _said(kind: str, detail: dict[str, Any]) -> Iterator[Said]:
    """The particulars of an event: see clinic/cases/work.py."""
    if kind == EventKind.ASSIGNED:
        yield Said(_("to %(name)s") % {"name": detail.get("to_name", "")})
    elif kind == EventKind.WAITING:
        yield Said(_("until %(time)s") % {"time": _time(detail.get("until"))})
    elif kind in (EventKind.CONTACT, EventKind.DONE):
        outcome = detail.get("outcome")
        yield Said(str(Outcome(outcome).label) if outcome in Outcome.values else str(outcome or ""))
    elif kind == EventKind.MESSAGE:
        yield Said(str(detail.get("text", "")), own=True, language=foreign(str(detail.get("language", ""))))
    elif kind == EventKind.LEVEL:
        words = {"before": _level(detail.get("from")), "now": _level(detail.get("to"))}
        yield Said(_("from “%(before)s” to “%(now)s”") % words)
    elif kind == EventKind.WENT:
        answer = str(detail.get("answer", ""))
        yield Said(str(WENT_WORDS.get(answer, answer)))


def _review(review: Review) -> Entry:
    told = shown(review)
    what = _("Review: %(verdict)s") % {"verdict": told.verdict} if told.verdict else _("Review")
    return Entry(review.at, told.at, told.by, told.role, what, lines=tuple(review_lines(told)))


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


def _level(number: object) -> str:
    return level_words(Level(number) if isinstance(number, int) and number else None)


def _time(text: object) -> str:
    try:
        return clinic_time(datetime.fromisoformat(str(text)))
    except ValueError:
        return str(text)
