"""The clinic's settings in words, line by line, and what differs between two versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from assessments.bound import Words
from clinic.profile import hours, values
from clinic.profile.sections import DAYS, SAID, SECTIONS, ClinicForm, HoursForm, IntakeForm, RetentionForm
from triage_site.profile import Profile, from_environment


@dataclass(frozen=True)
class Line:
    """One setting: its part, the name of its field, its label, and what it says ("" = nothing)."""

    section: str
    key: str
    label: Words
    text: str
    language: str = ""


@dataclass(frozen=True)
class Change:
    """A setting that differs between two versions."""

    old: Line
    new: Line


@dataclass(frozen=True)
class Part:
    """A part of the settings with its lines."""

    slug: str
    title: Words
    lines: tuple[Line, ...]


def parts(profile: Profile) -> list[Part]:
    """All settings, part by part."""
    found = list(lines(profile))
    return [
        Part(slug, form.title, tuple(line for line in found if line.section == slug))
        for slug, form in SECTIONS.items()
    ]


def changes(old: Profile, new: Profile) -> list[Change]:
    """What differs, in the order of the parts."""
    pairs = zip(lines(old), lines(new), strict=True)
    return [Change(before, after) for before, after in pairs if before.text != after.text]


def lines(profile: Profile) -> Iterator[Line]:
    """All settings. The same lines in the same order for every profile."""
    yield from _clinic(profile)
    yield from _hours(profile)
    for slug, form in SECTIONS.items():
        for key in form.said:
            for code, language in settings.LANGUAGES:
                label = f"{SAID[key][0]} ({language})"
                yield Line(slug, f"{key}_{code}", label, getattr(profile.words_in(code), key), code)
    yield from _numbers(profile)


def labels() -> dict[str, Words]:
    """What each setting is called, by the name that the audit log has of it."""
    return {line.key: line.label for line in lines(from_environment())}


def country_name(profile: Profile) -> str:
    """The country in words; "" where none was chosen."""
    country = values.COUNTRIES.get(profile.country)
    return str(country[0]) if country else ""


def _clinic(profile: Profile) -> Iterator[Line]:
    slug = ClinicForm.slug
    yield Line(slug, "name", _("Name of the clinic"), profile.name)
    yield Line(slug, "country", _("Country"), country_name(profile))
    yield Line(slug, "emergency_number", _("Emergency number"), profile.emergency_number)
    yield Line(slug, "phone", _("Phone of the clinic"), profile.phone)
    yield Line(slug, "nurse_line", _("Nurse line"), profile.nurse_line)
    yield Line(slug, "time_zone", _("Time zone"), profile.time_zone)


def _hours(profile: Profile) -> Iterator[Line]:
    slug = HoursForm.slug
    for (key, day), spans in zip(DAYS, profile.week, strict=True):
        yield Line(slug, key, day, hours.day_text(spans))
    yield Line(slug, "holidays", _("Holidays"), hours.holidays_text(profile.holidays))


def _numbers(profile: Profile) -> Iterator[Line]:
    slug = IntakeForm.slug
    state = _("Take no new checks for now") if profile.intake == "paused" else _("Take new checks")
    yield Line(slug, "intake", _("New checks"), state)
    yield Line(slug, "daily_cap", _("Most forms in one day"), _number(profile.daily_cap))
    slug = RetentionForm.slug
    yield Line(slug, "draft_hours", _("Hours to keep a form that was not sent"), _number(profile.draft_hours))
    keep = _number(profile.keep_done_days)
    yield Line(slug, "keep_done_days", _("Days to keep a form after it is done"), keep)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
