"""The hours of duty, by the clock on the clinic's wall: also past midnight and when the clocks change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from triage_site.context import clinic_now

DAYS = 7
DAY_MINUTES = 24 * 60
WEEK_MINUTES = DAYS * DAY_MINUTES


class Hours(Protocol):
    """What a row of Duty says of its hours."""

    days: str
    start: time
    end: time


@dataclass(frozen=True)
class Gap:
    """A part of the week, from a day (0 is Monday) and time to another. The end is the first free minute."""

    from_day: int
    from_time: time
    to_day: int
    to_time: time


def clinic_zone() -> ZoneInfo:
    """The time zone of the clinic."""
    return ZoneInfo(clinic_now().time_zone)


def is_on(duty: Hours, moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock on the wall is inside these hours. An hour that comes twice counts twice."""
    local = moment.astimezone(zone)
    clock, today = local.time(), local.weekday()
    began_today = str(today) in duty.days
    began_yesterday = str((today - 1) % DAYS) in duty.days
    if duty.start < duty.end:
        return began_today and duty.start <= clock < duty.end
    return (began_today and clock >= duty.start) or (began_yesterday and clock < duty.end)


def gaps(duties: Iterable[Hours]) -> list[Gap]:
    """The parts of a week in which none of these duties is on, in order. One that goes round is one."""
    covered = bytearray(WEEK_MINUTES)
    for duty in duties:
        for begin, end in _spans(duty):
            covered[begin:end] = b"\1" * (end - begin)
    return [_gap(begin, end) for begin, end in _free(covered)]


def _spans(duty: Hours) -> Iterator[tuple[int, int]]:
    """The minutes of the week that a duty covers."""
    start, end = _minutes(duty.start), _minutes(duty.end)
    length = end - start if start < end else end - start + DAY_MINUTES
    for day in duty.days:
        begin = int(day) * DAY_MINUTES + start
        yield begin, min(begin + length, WEEK_MINUTES)
        if begin + length > WEEK_MINUTES:
            yield 0, begin + length - WEEK_MINUTES


def _free(covered: bytearray) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = covered.find(0)
    while begin >= 0:
        end = covered.find(1, begin)
        end = WEEK_MINUTES if end < 0 else end
        found.append((begin, end))
        begin = covered.find(0, end)
    if len(found) > 1 and found[0][0] == 0 and found[-1][1] == WEEK_MINUTES:
        # Over the turn of the week: one gap, told from its beginning.
        (_, first_end), (last_begin, _) = found[0], found[-1]
        found = [*found[1:-1], (last_begin, first_end)]
    return found


def _gap(begin: int, end: int) -> Gap:
    from_day, from_minute = divmod(begin, DAY_MINUTES)
    to_day, to_minute = divmod(end % WEEK_MINUTES, DAY_MINUTES)
    return Gap(from_day, _clock(from_minute), to_day, _clock(to_minute))


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
