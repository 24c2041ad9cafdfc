"""Hours of duty by the clinic's clock: past midnight, when the clocks change, and the gaps of a week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st

from clinic.notices.hours import Gap, gaps, is_on

NEW_YORK = ZoneInfo("America/New_York")
ALL_DAYS = "0123456"


@dataclass
class Hours:
    days: str
    start: time
    end: time


zones = st.sampled_from(["UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Dublin"])
moments = st.integers(1_704_067_200, 1_861_833_600).map(lambda second: datetime.fromtimestamp(second, UTC))
clocks = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))
days = st.sets(st.sampled_from(ALL_DAYS), min_size=1).map(lambda chosen: "".join(sorted(chosen)))
hours = st.builds(Hours, days, clocks, clocks)


@budget(deadline=None)
@given(moments, zones, st.lists(clocks, min_size=1, max_size=4, unique=True))
def test_shifts_that_follow_each_other_leave_no_moment_out_and_never_overlap(
    moment: datetime, zone: str, turns: list[time]
) -> None:
    turns = sorted(turns)
    shifts = [Hours(ALL_DAYS, start, end) for start, end in zip(turns, [*turns[1:], turns[0]], strict=True)]
    on = [is_on(shift, moment, ZoneInfo(zone)) for shift in shifts]
    assert on.count(True) == 1


@budget(deadline=None)
@given(hours, moments, zones)
def test_somebody_is_on_exactly_outside_of_the_gaps(shift: Hours, moment: datetime, zone: str) -> None:
    local = moment.astimezone(ZoneInfo(zone))
    minute = (local.weekday() * 24 + local.hour) * 60 + local.minute
    in_a_gap = any(_is_in(gap, minute) for gap in gaps([shift]))
    assert is_on(shift, moment, ZoneInfo(zone)) is not in_a_gap


@budget(deadline=None)
@given(st.lists(hours, max_size=5))
def test_gaps_are_apart_and_cover_all_that_is_free(shifts: list[Hours]) -> None:
    found = gaps(shifts)
    free = sum(
        not any(is_on(shift, _minute_of_week(minute), ZoneInfo("UTC")) for shift in shifts)
        for minute in range(0, 7 * 24 * 60, 67)
    )
    in_gaps = sum(any(_is_in(gap, minute) for gap in found) for minute in range(0, 7 * 24 * 60, 67))
    assert in_gaps == free
    assert len({(gap.to_day, gap.to_time) for gap in found}) == len(found)


def _minute_of_week(minute: int) -> datetime:
    return datetime(2026, 11, 16, tzinfo=UTC) + timedelta(minutes=minute)


def _is_in(gap: Gap, minute: int) -> bool:
    begin = (gap.from_day * 24 + gap.from_time.hour) * 60 + gap.from_time.minute
    end = (gap.to_day * 24 + gap.to_time.hour) * 60 + gap.to_time.minute
    return begin <= minute < end if begin < end else minute >= begin or minute < end


@pytest.mark.parametrize(
    ("at", "on"),
    [
        ("2026-11-20 21:59", False),  # Friday
        ("2026-11-20 22:00", True),
        ("2026-11-21 05:59", True),  # Saturday morning belongs to Friday's night
        ("2026-11-21 06:00", False),
        ("2026-11-21 23:00", False),
    ],
)
def test_a_night_shift_belongs_to_the_day_on_which_it_begins(at: str, on: bool) -> None:
    shift = Hours("4", time(22), time(6))
    assert is_on(shift, datetime.fromisoformat(at).replace(tzinfo=NEW_YORK), NEW_YORK) is on


def test_a_night_shift_when_the_clocks_change_has_an_hour_more_or_less_but_no_hole() -> None:
    shift = Hours(ALL_DAYS, time(22), time(6))
    for day, length in (("2026-10-31", 9), ("2027-03-13", 7), ("2026-07-01", 8)):
        begin = datetime.fromisoformat(f"{day} 22:00").replace(tzinfo=NEW_YORK).astimezone(UTC)
        minutes = [begin + timedelta(minutes=minute) for minute in range(-60, 11 * 60)]
        on = [minute for minute in minutes if is_on(shift, minute, NEW_YORK)]
        assert len(on) == length * 60
        assert on[-1] - on[0] == timedelta(minutes=length * 60 - 1)


def test_same_start_and_end_is_a_whole_day_from_then() -> None:
    shift = Hours("0", time(8), time(8))
    at = datetime(2026, 11, 17, 7, 59, tzinfo=UTC)  # Tuesday
    assert is_on(shift, at, ZoneInfo("UTC"))
    assert not is_on(shift, at + timedelta(minutes=1), ZoneInfo("UTC"))


def test_the_gaps_of_office_hours() -> None:
    found = gaps([Hours("01234", time(8), time(18))])
    assert found[-1] == Gap(4, time(18), 0, time(8)), "the weekend is one gap, over the turn of the week"
    assert found[0] == Gap(0, time(18), 1, time(8))
    assert len(found) == 5


def test_no_hours_at_all_are_one_gap_of_a_week_and_all_hours_are_none() -> None:
    assert gaps([]) == [Gap(0, time(0), 0, time(0))]
    assert gaps([Hours(ALL_DAYS, time(0), time(0))]) == []
