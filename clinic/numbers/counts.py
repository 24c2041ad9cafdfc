"""What the database is asked for the numbers: grouped counts, and the times of each case without its id."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import TruncDate

from assessments.models import AbandonedCount, Status
from clinic.models import Case, Review
from clinic.models.case import State
from clinic.numbers.period import Period
from triage.model import Level
from triage_site.context import clinic_now

# From arrival. An emergency is due at once, which no clock can show: so many minutes count as at once here.
AT_ONCE = timedelta(minutes=15)
TARGETS: dict[int, timedelta] = {
    Level.EMERGENCY_NOW: AT_ONCE,
    Level.URGENT_SAME_DAY: timedelta(hours=4),
    Level.PROMPT_IN_PERSON: timedelta(hours=72),
    Level.VIRTUAL_VISIT: timedelta(hours=168),
}
CHUNK = 5000


@dataclass(frozen=True)
class Arrival:
    """What the arrivals of a period are told apart by. `level`: that of the rules, as it was sent."""

    level: int | None
    pathway: str
    language: str
    source: str
    is_stopped: bool


@dataclass
class Times:
    """How long one step took at one level, in seconds; and how many of those that were due were in time."""

    arrived: int = 0
    seconds: array[float] = field(default_factory=lambda: array("d"))
    due: int = 0
    in_time: int = 0

    def add(
        self, arrived_at: datetime, done_at: datetime | None, target: timedelta | None, now: datetime
    ) -> None:
        """Count one case. One that is not done counts as late from the target on, and before that not yet."""
        self.arrived += 1
        took = (done_at or now) - arrived_at
        if done_at is not None:
            self.seconds.append(max(0.0, took.total_seconds()))
        if target is None:
            return
        self.in_time += done_at is not None and took <= target
        self.due += done_at is not None or took > target


@dataclass(frozen=True)
class Open:
    """What waits for the staff now."""

    todo: int
    waiting: int
    unread: int
    overdue: int


def by_day(period: Period) -> dict[date, int]:
    """Arrivals by day where the clinic is; only days that have any."""
    day = TruncDate("arrived_at", tzinfo=clinic_now().zone)
    rows = _arrived(period).annotate(day=day).values("day").annotate(number=Count("pk")).order_by()
    return {row["day"]: row["number"] for row in rows}


def arrivals(period: Period) -> Counter[Arrival]:
    """Arrivals by everything they are told apart by."""
    rows = (
        _arrived(period)
        .annotate(stopped=ExpressionWrapper(Q(assessment__status=Status.STOPPED), BooleanField()))
        .values_list("assessment__level", "pathway", "language", "assessment__source", "stopped")
        .annotate(number=Count("pk"))
        .order_by()
    )
    counted: Counter[Arrival] = Counter()
    for *parts, number in rows:
        counted[Arrival(*parts)] += number
    return counted


def times(period: Period, now: datetime) -> tuple[dict[int | None, Times], dict[int | None, Times]]:
    """How long it took, by level: to the first reading, and to done."""
    read: defaultdict[int | None, Times] = defaultdict(Times)
    done: defaultdict[int | None, Times] = defaultdict(Times)
    rows = _arrived(period).values_list("assessment__level", "arrived_at", "first_read_at", "done_at")
    for level, arrived_at, read_at, done_at in rows.iterator(chunk_size=CHUNK):
        target = TARGETS.get(level) if level is not None else None
        read[level].add(arrived_at, read_at, target, now)
        done[level].add(arrived_at, done_at, target, now)
    return dict(read), dict(done)


def open_now(now: datetime) -> Open:
    """What is to do and what waits, whenever it came."""
    rows = (
        Case.objects.filter(state__in=(State.TODO, State.WAITING))
        .values("state")
        .annotate(
            number=Count("pk"),
            unread=Count("pk", filter=Q(first_read_at=None)),
            late=Count("pk", filter=Q(due_at__lt=now)),
        )
        .order_by()
    )
    by_state = {row["state"]: row for row in rows}
    todo = by_state.get(State.TODO, {})
    return Open(
        todo=todo.get("number", 0),
        waiting=by_state.get(State.WAITING, {}).get("number", 0),
        unread=sum(row["unread"] for row in by_state.values()),
        overdue=todo.get("late", 0),
    )


def verdicts(period: Period) -> Counter[tuple[str, str]]:
    """Reviews with a verdict on the level, by pathway and verdict."""
    rows = Review.objects.filter(at__gte=period.start, at__lt=period.end).exclude(verdict="")
    return _counted(rows.values_list("case__pathway", "verdict").annotate(number=Count("pk")).order_by())


def repeats(period: Period) -> int:
    """Arrivals of people (same name and date of birth) who had sent something before."""
    known = Case.objects.exclude(person="")  # in both: else the index of persons cannot be used
    earlier = known.filter(person=OuterRef("person"), arrived_at__lt=OuterRef("arrived_at"))
    return known.filter(_in(period)).filter(Exists(earlier)).count()


def abandoned(period: Period) -> Counter[tuple[str, str, bool]]:
    """Forms that were left unsent: by pathway, page, and whether the emergency page was shown."""
    rows = AbandonedCount.objects.filter(day__gte=period.first, day__lte=period.last)
    names = ("pathway", "page", "had_emergency")
    return _counted(rows.values_list(*names).annotate(number=Sum("count")).order_by())


def _arrived(period: Period) -> QuerySet[Case]:
    return Case.objects.filter(_in(period))


def _in(period: Period) -> Q:
    return Q(arrived_at__gte=period.start, arrived_at__lt=period.end)


def _counted(rows: Iterable[tuple[Any, ...]]) -> Counter[Any]:
    return Counter({tuple(key): number for *key, number in rows})
