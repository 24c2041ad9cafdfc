"""What the database is asked for the queue: one statement for all counts, one for a page of cases.

Pages follow each other by key (`after`), never by number: nothing is lost or shown twice when cases arrive
in between, and page 20,000 costs what the first one does. Counts stop at 1,000.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import IntegerField, Q, QuerySet, Subquery
from django.db.models.enums import TextChoices
from django.utils.translation import gettext_lazy as _

from clinic.audit.trail import Action
from clinic.cases.keys import of_level
from clinic.models import Alert, AuditEvent, Case, Member
from clinic.models.case import State
from clinic.models.notices import AlertKind
from triage.model import Level

PAGE_SIZE = 50
MOST_COUNTED = 1000
# Before the keys of any level: what no rule has judged.
NO_LEVEL = 0
FIRST_JUDGED = "001"
# Who looks again within this time has not looked away.
SAME_LOOK = timedelta(minutes=10)


class Tab(TextChoices):
    """The parts of the queue."""

    TODO = "todo", _("To do")
    MINE = "mine", _("Mine")
    WAITING = "waiting", _("Waiting")
    DONE = "done", _("Done")
    # To these lead the counts above the list.
    UNREAD = "unread", _("Unread")
    OVERDUE = "overdue", _("Overdue")


MAIN_TABS = (Tab.TODO, Tab.MINE, Tab.WAITING, Tab.DONE)


class Position(NamedTuple):
    """Where a page ended: the key and the id of its last case."""

    key: str
    pk: uuid.UUID

    def __str__(self) -> str:
        return f"{self.key}-{self.pk.hex}"


@dataclass(frozen=True)
class Filters:
    """What is left of a tab. `level` 0 is "no level"; `older` hours; `assignee` an id, 0 is nobody."""

    level: int | None = None
    pathway: str = ""
    language: str = ""
    older: int | None = None
    assignee: int | None = None


@dataclass(frozen=True)
class Counts:
    """The numbers above the list. No filter changes them. Each stops at MOST_COUNTED + 1.

    `overdue`: what is to do, and what waits though nobody has read it, past its due time (clinic.cases.due).
    """

    todo: int
    mine: int
    waiting: int
    unread: int
    unread_urgent: int
    overdue: int
    to_wake: int
    last_look: datetime | None
    newest: datetime | None
    did_not_go: datetime | None

    def mark(self) -> str:
        """Changes whenever one of the numbers does, something arrives, or a person says they did not go."""
        numbers = (self.todo, self.mine, self.waiting, self.unread, self.unread_urgent, self.overdue)
        moments = (int(at.timestamp() * 1000) if at else 0 for at in (self.did_not_go, self.newest))
        return ".".join(str(number) for number in (*numbers, *moments))


class Capped(Subquery):
    """How many rows a query gives, at most MOST_COUNTED + 1."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS capped)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Case]) -> None:
        super().__init__(rows.order_by().values("pk")[: MOST_COUNTED + 1])


_WAITS_UNREAD = Q(state=State.WAITING, first_read_at=None)


def in_tab(tab: Tab, member: Member, now: datetime) -> QuerySet[Case]:
    """The cases of a tab. "Mine" is what this member has to do."""
    if tab is Tab.UNREAD:
        return Case.objects.filter(first_read_at=None)
    if tab is Tab.OVERDUE:
        return _late(Case.objects.filter(Q(state=State.TODO) | _WAITS_UNREAD), now)
    if tab is Tab.MINE:
        return Case.objects.filter(assignee=member.pk, state=State.TODO)
    return Case.objects.filter(state=State(tab.value))


def narrowed(rows: QuerySet[Case], filters: Filters, now: datetime) -> QuerySet[Case]:
    """What the filters leave."""
    if filters.level == NO_LEVEL:
        rows = rows.filter(queue_key__lt=FIRST_JUDGED)
    elif filters.level is not None:
        first, behind = of_level(filters.level)
        rows = rows.filter(queue_key__gte=first, queue_key__lt=behind)
    if filters.pathway:
        rows = rows.filter(pathway=filters.pathway)
    if filters.language:
        rows = rows.filter(language=filters.language)
    if filters.older is not None:
        rows = rows.filter(answered_at__lte=now - timedelta(hours=filters.older))
    if filters.assignee is not None:
        rows = rows.filter(assignee=filters.assignee or None)
    return rows


def page_of(
    rows: QuerySet[Case], after: Position | None = None, size: int = PAGE_SIZE
) -> tuple[list[Case], Position | None]:
    """The cases that follow `after`, most urgent first, and where the page ends if more follow."""
    if after is not None:
        rows = rows.filter(queue_key__gte=after.key).exclude(queue_key=after.key, assessment__lte=after.pk)
    ordered = rows.order_by("queue_key", "assessment_id").select_related("assessment", "assignee__member")
    found = list(ordered.defer("assessment__sealed_progress")[: size + 1])
    shown = found[:size]
    return shown, Position(shown[-1].queue_key, shown[-1].pk) if len(found) > size else None


def counts_for(member: Member, now: datetime) -> Counts:
    """All counts, and when this member looked last, in one statement."""
    unread = in_tab(Tab.UNREAD, member, now)
    todo = Case.objects.filter(state=State.TODO)
    waiting = Case.objects.filter(state=State.WAITING)
    looks = AuditEvent.objects.filter(
        actor_id=member.pk, action=Action.VIEWED_QUEUE.value, at__lte=now - SAME_LOOK
    )
    asked: dict[str, Any] = {
        "todo": Capped(todo),
        "mine": Capped(in_tab(Tab.MINE, member, now)),
        "waiting": Capped(waiting),
        "unread": Capped(unread),
        "unread_urgent": Capped(unread.filter(queue_key__lt=of_level(Level.URGENT_SAME_DAY)[1])),
        "overdue": Capped(_late(todo, now)) + Capped(_late(waiting.filter(first_read_at=None), now)),
        "to_wake": Capped(waiting.filter(remind_at__lte=now)),
        "last_look": Subquery(looks.order_by("-number").values("at")[:1]),
        "newest": Subquery(Case.objects.order_by("-arrived_at").values("arrived_at")[:1]),
        "did_not_go": Subquery(Alert.objects.filter(kind=AlertKind.WENT).order_by("-at").values("at")[:1]),
    }
    row = Member.objects.filter(pk=member.pk).annotate(**asked).values(*asked).get()
    return Counts(**row)


def _late(rows: QuerySet[Case], now: datetime) -> QuerySet[Case]:
    """What is overdue of `rows`, none of which is done: see clinic.cases.due.is_overdue."""
    return rows.filter(due_at__lt=now).exclude(level=Level.EMERGENCY_NOW, reached_at__isnull=False)


def arrived_after(moment: datetime | None) -> tuple[int, int]:
    """How many arrived after a moment, and how many of these are an EMERGENCY or have no level."""
    rows = Case.objects.all() if moment is None else Case.objects.filter(arrived_at__gt=moment)
    keys = list(rows.order_by("-arrived_at").values_list("queue_key", flat=True)[: MOST_COUNTED + 1])
    return len(keys), sum(key < of_level(Level.EMERGENCY_NOW)[1] for key in keys)
