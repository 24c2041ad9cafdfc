"""Opening hours and holidays as an admin types them."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assessments.clean import clean_text
from clinic.profile import values
from triage_site.opening import DAY_MINUTES, Holiday, Span

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|a\.\s?m\.|pm|p\.\s?m\.)?")
# English or Spanish. A Spanish "a" stands alone: that of "8 a. m." does not.
TO = re.compile(r"\s*(?:[-\u2013\u2014]|\bto\b)\s*|\s+a\s+")
HOLIDAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[\s,;:]+(.*))?")


def read_day(typed: str) -> tuple[Span, ...]:
    """The spans in "8:00-12:00, 1 pm to 5 pm" or "8 a 17"; none for a blank. ValidationError else."""
    spans = [_read_span(part.strip()) for part in typed.lower().split(",")] if typed else []
    problem = values.wrong_with_spans(spans)
    if problem is not None:
        raise ValidationError(str(problem))
    return tuple(sorted(spans))


def _read_span(text: str) -> Span:
    ends = [_minute(end) for end in TO.split(text)]
    if len(ends) != 2 or None in ends:
        raise ValidationError(
            _("We cannot read “%(text)s”. Write hours such as 8:00-12:00, 13:00-17:00") % {"text": text[:40]}
        )
    opens, closes = ends
    assert opens is not None
    assert closes is not None
    return Span(opens, closes)


def _minute(text: str) -> int | None:
    """The minute of the day in "8", "8:30", "5 pm" or "24:00"; None where it is none of these."""
    found = CLOCK.fullmatch(text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3] or ""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    total = hour * 60 + minute
    return total if minute < 60 and total <= DAY_MINUTES else None


def day_text(spans: tuple[Span, ...]) -> str:
    """The spans of a day as they are typed."""
    return ", ".join(f"{_clock(span.opens)}-{_clock(span.closes)}" for span in spans)


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def read_holidays(typed: str) -> tuple[Holiday, ...]:
    """One holiday for each line that is not blank, in order. ValidationError names the line."""
    lines = [line.strip() for line in typed.split("\n") if line.strip()]
    if len(lines) > values.MOST_HOLIDAYS:
        raise ValidationError(_("Give at most %(most)s holidays") % {"most": values.MOST_HOLIDAYS})
    found: dict[date, Holiday] = {}
    for line in lines:
        holiday = _read_holiday(line)
        if holiday.day in found:
            raise ValidationError(_("%(day)s stands there twice") % {"day": holiday.day.isoformat()})
        found[holiday.day] = holiday
    return tuple(sorted(found.values()))


def _read_holiday(line: str) -> Holiday:
    parts = HOLIDAY.fullmatch(line)
    try:
        if parts is None:
            raise ValueError
        day = date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        raise ValidationError(
            _("We cannot read “%(line)s”. Write year, month, day and a name: 2026-12-25 Christmas Day")
            % {"line": line[:40]}
        ) from None
    name = clean_text(parts[4] or "", one_line=True)
    if len(name) > values.LONGEST_HOLIDAY:
        most = {"most": values.LONGEST_HOLIDAY, "day": day.isoformat()}
        raise ValidationError(_("The name of %(day)s is longer than %(most)s characters") % most)
    return Holiday(day, name)


def holidays_text(holidays: tuple[Holiday, ...]) -> str:
    """Holidays as they are typed."""
    return "\n".join(f"{holiday.day.isoformat()} {holiday.name}".strip() for holiday in holidays)
