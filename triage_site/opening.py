"""When the clinic is open. Hours are of its own clock; moments are compared, so clock changes are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY_MINUTES = 24 * 60
LOOK_AHEAD_DAYS = 370
# So near its end the day at the clinic is over for somebody who has not called yet.
CLOSES_SOON = timedelta(hours=1)


@dataclass(frozen=True, order=True)
class Span:
    """From one minute of the day to another, the second not included; 24:00 is 1440."""

    opens: int
    closes: int


@dataclass(frozen=True, order=True)
class Holiday:
    """A day on which the clinic stays closed."""

    day: date
    name: str


Week = tuple[tuple[Span, ...], ...]
NEVER: Week = ((), (), (), (), (), (), ())


@dataclass(frozen=True)
class Doors:
    """Whether the clinic is open at a moment; until when, or when it opens next (None: not in a year)."""

    is_open: bool
    until: datetime | None = None
    opens: datetime | None = None

    def can_still_take_today(self, now: datetime) -> bool:
        """Whether somebody who calls at `now` can still be seen before it closes."""
        return self.is_open and self.until is not None and self.until - now >= CLOSES_SOON


def doors(week: Week, holidays: tuple[Holiday, ...], zone: ZoneInfo, now: datetime) -> Doors | None:
    """How it is at `now`. None where no hours are known: then nothing is said about them."""
    if not any(week):
        return None
    closed_on = frozenset(holiday.day for holiday in holidays)
    today = now.astimezone(zone).date()
    until = None
    for opens, closes in _open_times(week, closed_on, zone, today):
        if until is not None:
            if opens > until:
                break
            until = max(until, closes)
        elif opens <= now < closes:
            until = closes
        elif opens > now:
            return Doors(is_open=False, opens=opens.astimezone(zone))
    if until is None:
        return Doors(is_open=False)
    return Doors(is_open=True, until=until.astimezone(zone))


def _open_times(
    week: Week, closed_on: frozenset[date], zone: ZoneInfo, today: date
) -> Iterator[tuple[datetime, datetime]]:
    """The times of opening and closing from today on, as moments, in order."""
    for ahead in range(LOOK_AHEAD_DAYS):
        day = today + timedelta(days=ahead)
        for span in () if day in closed_on else sorted(week[day.weekday()]):
            opens, closes = _moment(day, span.opens, zone), _moment(day, span.closes, zone)
            if opens < closes:  # not where the clocks skip the whole of it
                yield opens, closes


def _moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """A minute of a day as a moment. A time that the clocks skip is as much later as they skip."""
    ahead, minute = divmod(minute, DAY_MINUTES)
    clock = time(minute // 60, minute % 60)
    return datetime.combine(day + timedelta(days=ahead), clock, tzinfo=zone).astimezone(UTC)
