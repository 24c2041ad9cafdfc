"""Reading the audit log: newest first, in pages that go on behind a number, at any size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Min, QuerySet

from clinic.models.audit import AuditEvent

PAGE_SIZE = 50
MOST_COUNTED = 1000


@dataclass(frozen=True)
class Wanted:
    """What is looked for. Empty or None: any. `nobody`: lines of nobody who was logged in."""

    actor_id: int | None = None
    nobody: bool = False
    action: str = ""
    outcome: str = ""
    subject_id: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def codes(self) -> str:
        """As noted in the line about this look at the log; "" for all of it."""
        told = {
            "person": "none" if self.nobody else self.actor_id,
            "action": self.action,
            "outcome": self.outcome,
            "case": self.subject_id,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
        }
        return " ".join(f"{name}={value}" for name, value in told.items() if value not in ("", None))


@dataclass(frozen=True)
class Page:
    """A page of the log. `before`: the number that the next page goes on behind, None for the last page.

    `count`: how many lines fit in all, `is_more` where there are more than that.
    """

    events: tuple[AuditEvent, ...]
    before: int | None
    count: int
    is_more: bool


def found(wanted: Wanted) -> QuerySet[AuditEvent]:
    """The lines that fit, newest first.

    Days become numbers: from the first line of the first day to the last one of the last day, whatever
    the clock did in between. So all filters go along the order of the numbers.
    """
    lines = AuditEvent.objects.order_by("-number")
    if wanted.nobody:
        lines = lines.filter(actor_id=None)
    elif wanted.actor_id is not None:
        lines = lines.filter(actor_id=wanted.actor_id)
    for column in ("action", "outcome", "subject_id"):
        value = getattr(wanted, column)
        if value:
            lines = lines.filter(**{column: value})
    if wanted.since is not None:
        first = AuditEvent.objects.filter(at__gte=wanted.since).aggregate(number=Min("number"))["number"]
        lines = lines.filter(number__gte=first) if first is not None else lines.none()
    if wanted.until is not None:
        last = AuditEvent.objects.filter(at__lt=wanted.until).aggregate(number=Max("number"))["number"]
        lines = lines.filter(number__lte=last) if last is not None else lines.none()
    return lines


def page_of(wanted: Wanted, before: int | None) -> Page:
    """One page of what is looked for."""
    lines = found(wanted)
    count = lines[: MOST_COUNTED + 1].count()
    rows = list((lines.filter(number__lt=before) if before is not None else lines)[: PAGE_SIZE + 1])
    shown = tuple(rows[:PAGE_SIZE])
    return Page(
        events=shown,
        before=shown[-1].number if len(rows) > PAGE_SIZE else None,
        count=min(count, MOST_COUNTED),
        is_more=count > MOST_COUNTED,
    )
