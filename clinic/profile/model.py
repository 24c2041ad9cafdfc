"""A saved state of the clinic's settings as it is stored: JSON to `Profile` and back, strictly.

The forms check with the same functions, so what is saved can always be read again.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.conf import settings

from assessments.clean import clean_text
from clinic.profile import values
from triage_site import phones
from triage_site.opening import Holiday, Span, Week
from triage_site.profile import WORD_KEYS, ClinicWords, Intake, Profile

FORMAT = 1
KEYS = {"format", *(field.name for field in fields(Profile))} - {"version"}


class ProfileError(ValueError):
    """What is stored is not a state of the clinic's settings."""


def to_json(profile: Profile) -> dict[str, Any]:
    """`profile` as it is stored. Its version is the row's number."""
    return {
        "format": FORMAT,
        "name": profile.name,
        "country": profile.country,
        "emergency_number": profile.emergency_number,
        "phone": profile.phone,
        "nurse_line": profile.nurse_line,
        "time_zone": profile.time_zone,
        "week": [[[span.opens, span.closes] for span in day] for day in profile.week],
        "holidays": [[holiday.day.isoformat(), holiday.name] for holiday in profile.holidays],
        "words": {code: asdict(words) for code, words in profile.words},
        "intake": profile.intake,
        "daily_cap": profile.daily_cap,
        "draft_hours": profile.draft_hours,
        "keep_done_days": profile.keep_done_days,
    }


def from_json(data: object, version: int) -> Profile:
    """The profile in `data`. Raises ProfileError for anything that `to_json` does not write."""
    _require(isinstance(data, dict), "not an object")
    stored = cast("dict[str, Any]", data)
    _require(stored.keys() == KEYS and stored["format"] == FORMAT, "other keys or another format")
    _require(stored["intake"] in ("open", "paused"), "intake")
    _require(stored["country"] == "" or stored["country"] in values.COUNTRIES, "country")
    _require(stored["name"] != "", "name")
    return Profile(
        version=version,
        name=_text(stored["name"], values.LONGEST_NAME),
        country=stored["country"],
        emergency_number=_phone(stored["emergency_number"], blank=False),
        phone=_phone(stored["phone"]),
        nurse_line=_phone(stored["nurse_line"]),
        time_zone=_zone(stored["time_zone"]),
        week=_week(stored["week"]),
        holidays=_holidays(stored["holidays"]),
        words=_words(stored["words"]),
        intake=cast("Intake", stored["intake"]),
        daily_cap=_number(stored["daily_cap"], values.CAP, blank=True),
        draft_hours=cast("int", _number(stored["draft_hours"], values.DRAFT_HOURS, blank=False)),
        keep_done_days=_number(stored["keep_done_days"], values.KEEP_DAYS, blank=True),
    )


def _require(condition: bool, place: str) -> None:
    if not condition:
        raise ProfileError(place)


def _text(value: object, most: int) -> str:
    _require(isinstance(value, str) and len(value) <= most, "text")
    text = cast("str", value)
    _require(clean_text(text, one_line=False) == text, "text that is not clean")
    return text


def _phone(value: object, *, blank: bool = True) -> str:
    text = _text(value, phones.LONGEST)
    _require((blank and not text) or phones.is_dialable(text), "phone")
    return text


def _zone(value: object) -> str:
    text = _text(value, 60)
    _require(text in values.zones(), "time zone")
    ZoneInfo(text)
    return text


def _number(value: object, limits: tuple[int, int], *, blank: bool) -> int | None:
    if value is None and blank:
        return None
    # A bool counts as an int, and is no number of anything.
    if type(value) is int and limits[0] <= value <= limits[1]:
        return value
    raise ProfileError("number")


def _week(value: object) -> Week:
    _require(isinstance(value, list) and len(value) == 7, "week")
    return tuple(tuple(_spans(day)) for day in cast("list[object]", value))


def _spans(day: object) -> list[Span]:
    _require(isinstance(day, list), "day")
    spans = []
    for pair in cast("list[Any]", day):
        _require(isinstance(pair, list) and [type(part) for part in pair] == [int, int], "hours")
        spans.append(Span(*pair))
    _require(values.wrong_with_spans(spans) is None, "hours")
    return spans


def _holidays(value: object) -> tuple[Holiday, ...]:
    _require(isinstance(value, list) and len(value) <= values.MOST_HOLIDAYS, "holidays")
    found = []
    for pair in cast("list[Any]", value):
        _require(isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str), "holiday")
        try:
            day = date.fromisoformat(pair[0])
        except ValueError as problem:
            raise ProfileError("holiday") from problem
        found.append(Holiday(day, _text(pair[1], values.LONGEST_HOLIDAY)))
    _require(len({holiday.day for holiday in found}) == len(found), "a holiday twice")
    return tuple(found)


def _words(value: object) -> tuple[tuple[str, ClinicWords], ...]:
    _require(isinstance(value, dict) and all(isinstance(code, str) for code in value), "words")
    languages = cast("dict[str, Any]", value)
    for texts in languages.values():
        _require(isinstance(texts, dict) and texts.keys() == set(WORD_KEYS), "words")
    # Words of a language that the site does not have any more are left where they are, unread.
    return tuple(
        (code, ClinicWords(**{key: _text(text, values.LONGEST_TEXT) for key, text in texts.items()}))
        for code, texts in languages.items()
        if code in dict(settings.LANGUAGES)
    )
