"""Whole days where the clinic is, as moments: also the days with 23 or 25 hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from triage_site.context import clinic_now

LONGEST_DAYS = 366
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def start(self) -> datetime:
        """The moment at which the first day begins."""
        return _midnight(self.first)

    @property
    def end(self) -> datetime:
        """The moment after the last day."""
        return _midnight(self.last + DAY)

    def __iter__(self) -> Iterator[date]:
        """Its days."""
        return (self.first + number * DAY for number in range(self.days))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=clinic_now().zone)
