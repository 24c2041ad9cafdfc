"""Whether the clinic is open: breaks, holidays, nights, and the days when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from clinic.profile import hours, values
from tests.clinic.profiles import ALWAYS, OFFICE
from triage_site.opening import DAY_MINUTES, NEVER, Doors, Holiday, Span, Week, doors

CHICAGO = ZoneInfo("America/Chicago")


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO, fold=fold)


def seen(text: str, week: Week = OFFICE, holidays: tuple[Holiday, ...] = (), fold: int = 0) -> Doors:
    found = doors(week, holidays, CHICAGO, at(text, fold))
    assert found is not None
    return found


def test_no_hours_nothing_is_said() -> None:
    assert doors(NEVER, (), CHICAGO, at("2026-11-20T10:00")) is None


@pytest.mark.parametrize(
    ("moment", "is_open", "until_or_opens"),
    [
        ("2026-11-20T07:59", False, "2026-11-20T08:00"),
        ("2026-11-20T08:00", True, "2026-11-20T12:00"),
        ("2026-11-20T11:59", True, "2026-11-20T12:00"),
        ("2026-11-20T12:00", False, "2026-11-20T13:00"),
        ("2026-11-20T16:59", True, "2026-11-20T17:00"),
        ("2026-11-20T17:00", False, "2026-11-23T08:00"),
        ("2026-11-22T12:00", False, "2026-11-23T08:00"),
    ],
)
def test_an_office_week(moment: str, is_open: bool, until_or_opens: str) -> None:
    found = seen(moment)
    assert found.is_open is is_open
    assert (found.until if is_open else found.opens) == at(until_or_opens)
    assert (found.opens if is_open else found.until) is None


def test_a_holiday_is_closed_all_day_and_skipped() -> None:
    holidays = (Holiday(date(2026, 11, 26), "Thanksgiving"), Holiday(date(2026, 11, 27), ""))
    assert seen("2026-11-26T10:00", holidays=holidays).opens == at("2026-11-30T08:00")
    assert seen("2026-11-25T18:00", holidays=holidays).opens == at("2026-11-30T08:00")


def test_past_midnight_it_stays_open_where_the_spans_meet() -> None:
    night: Week = ((Span(20 * 60, DAY_MINUTES),), (Span(0, 6 * 60),), (), (), (), (), ())
    assert seen("2026-11-23T23:59", week=night).until == at("2026-11-24T06:00")
    assert seen("2026-11-24T05:59", week=night).until == at("2026-11-24T06:00")
    assert not seen("2026-11-24T06:00", week=night).is_open


def test_day_and_night_it_is_open_for_long() -> None:
    found = seen("2026-11-23T03:00", week=ALWAYS)
    assert found.until is not None
    assert found.until - at("2026-11-23T03:00") > timedelta(days=300)


def test_closed_for_all_of_the_next_year() -> None:
    first = date(2026, 11, 20)
    holidays = tuple(Holiday(first + timedelta(days=days), "") for days in range(400))
    assert seen("2026-11-20T10:00", holidays=holidays) == Doors(is_open=False)


def test_the_night_the_clocks_go_back_has_the_hour_twice() -> None:
    week: Week = (*((),) * 6, (Span(0, 3 * 60),))  # Sundays, midnight to 3
    early, late = seen("2026-11-01T01:30", week=week), seen("2026-11-01T01:30", week=week, fold=1)
    assert early.is_open
    assert late.is_open
    assert late.until is not None
    assert late.until.astimezone(UTC) - at("2026-11-01T00:00").astimezone(UTC) == timedelta(hours=4)


def test_the_night_the_clocks_go_forward_skips_what_is_not_there() -> None:
    week: Week = (*((),) * 6, (Span(2 * 60 + 15, 2 * 60 + 45), Span(8 * 60, 9 * 60)))
    before = seen("2026-03-08T01:59", week=week)
    assert not before.is_open
    assert before.opens is not None
    # 2:15 does not exist: it is as much later as the clocks skip.
    assert before.opens.astimezone(UTC) - at("2026-03-08T01:59").astimezone(UTC) <= timedelta(minutes=20)
    assert seen("2026-03-08T08:30", week=week).is_open


def test_monday_morning_is_monday_morning_in_winter_and_summer() -> None:
    for day in ("2026-03-06", "2026-10-30"):  # Fridays before each change
        opens = seen(f"{day}T18:00").opens
        assert opens is not None
        assert (opens.weekday(), opens.hour, opens.minute) == (0, 8, 0)


@given(
    minutes_later=st.integers(0, 2 * 365 * 24 * 60),
    zone=st.sampled_from(["America/Chicago", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]),
)
def test_open_exactly_where_the_clock_on_the_wall_says_so(minutes_later: int, zone: str) -> None:
    local = ZoneInfo(zone)
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes_later)
    wall = now.astimezone(local)
    minute = wall.hour * 60 + wall.minute
    says = any(span.opens <= minute < span.closes for span in OFFICE[wall.weekday()])
    found = doors(OFFICE, (), local, now)
    assert found is not None
    # Office hours: none of these zones changes its clocks then.
    assert found.is_open is says
    end = found.until if says else found.opens
    assert end is not None
    assert now < end <= now + timedelta(days=4)


def test_near_closing_time_today_is_over() -> None:
    week: Week = ((Span(8 * 60, 17 * 60),),) * 7
    can_at = {"15:59": True, "16:00": True, "16:01": False, "17:00": False, "07:00": False}
    for clock, can in can_at.items():
        moment = f"2026-11-20T{clock}"
        assert seen(moment, week=week).can_still_take_today(at(moment)) is can


# --- as it is typed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("8-17", "8:00-17:00"),
        ("8:00 - 12:00, 13:00 \u2013 17:00", "8:00-12:00, 13:00-17:00"),
        ("13:00-17:00,8:00-12:00", "8:00-12:00, 13:00-17:00"),
        ("8 am to 5:30 pm", "8:00-17:30"),
        ("8 a 17", "8:00-17:00"),
        ("8 am a 12, 1 p. m. a 5:30 p. m.", "8:00-12:00, 13:00-17:30"),
        ("8 a. m. a 5 p.m.", "8:00-17:00"),
        ("8 a.m. to 5 p.m.", "8:00-17:00"),
        ("12 am - 12 pm", "0:00-12:00"),
        ("12:30 p.m.-1 p.m.", "12:30-13:00"),
        ("0:00-24:00", "0:00-24:00"),
        ("\u0668-\u0669", "8:00-9:00"),
        ("8:00-12:00, 12:00-17:00", "8:00-12:00, 12:00-17:00"),
    ],
)
def test_hours_are_read(typed: str, kept: str) -> None:
    assert hours.day_text(hours.read_day(typed)) == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("17:00-8:00", "must end after it starts"),
        ("8:00-8:00", "must end after it starts"),
        ("8:00-12:00, 11:59-17:00", "overlap"),
        ("1-2, 3-4, 5-6, 7-8, 9-10", "at most 4"),
        ("closed", "We cannot read"),
        ("8:00", "We cannot read"),
        ("8 a 5", "must end after it starts"),
        ("8 a", "We cannot read"),
        ("8 a m a 5 p m", "We cannot read"),
        ("8a17", "We cannot read"),
        ("8:00-12:00-13:00", "We cannot read"),
        ("8:61-12:00", "We cannot read"),
        ("24:01-25:00", "We cannot read"),
        ("13 pm-14 pm", "We cannot read"),
        ("8:00-12:00,", "We cannot read"),
    ],
)
def test_hours_that_cannot_be_are_said(typed: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        hours.read_day(typed)


@given(st.lists(st.tuples(st.integers(0, DAY_MINUTES), st.integers(0, DAY_MINUTES)), max_size=5))
def test_what_is_shown_is_read_back(pairs: list[tuple[int, int]]) -> None:
    spans = tuple(sorted(Span(*pair) for pair in pairs))
    if values.wrong_with_spans(spans) is None:
        assert hours.read_day(hours.day_text(spans)) == spans


def test_holidays_are_read_line_by_line() -> None:
    typed = "\n2026-12-25 Christmas Day\n2026-1-1, New Year\n\n2026-07-03\n"
    assert hours.holidays_text(hours.read_holidays(typed)) == (
        "2026-01-01 New Year\n2026-07-03\n2026-12-25 Christmas Day"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("25.12.2026 Christmas", "We cannot read"),
        ("2026-02-30 Never", "We cannot read"),
        ("Christmas", "We cannot read"),
        ("2026-12-25 A\n2026-12-25 B", "2026-12-25 stands there twice"),
        ("2026-12-25 " + "x" * 61, "longer than 60"),
        ("\n".join(f"20{year}-12-25" for year in range(10, 71)), "at most 60"),
    ],
)
def test_a_holiday_that_cannot_be_is_named(typed: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        hours.read_holidays(typed)
