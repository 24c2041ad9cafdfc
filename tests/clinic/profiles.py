"""Invented settings of a clinic, and a way to save them, for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils import timezone

from clinic.models import ProfileVersion
from clinic.profile import saving
from clinic.profile.current import newest
from clinic.profile.model import to_json
from triage_site.opening import DAY_MINUTES, Holiday, Span, Week
from triage_site.profile import ClinicWords, Profile, from_environment

OFFICE: Week = (*((Span(8 * 60, 12 * 60), Span(13 * 60, 17 * 60)),) * 5, (), ())
ALWAYS: Week = ((Span(0, DAY_MINUTES),),) * 7


def words(**said: str) -> tuple[tuple[str, ClinicWords], ...]:
    """English words of the clinic, and none in Spanish."""
    return (("en", ClinicWords(**said)), ("es", ClinicWords()))


def invented(**changed: Any) -> Profile:
    """The settings of an invented clinic in Chicago."""
    return replace(
        from_environment(),
        **{
            "name": "Invented Clinic",
            "country": "US",
            "emergency_number": "911",
            "phone": "555 555 0100",
            "nurse_line": "555 555 0199",
            "time_zone": "America/Chicago",
            "words": words(),
            **changed,
        },
    )


def save(profile: Profile) -> ProfileVersion:
    """Store `profile` as the newest version."""
    row = ProfileVersion.objects.create(
        number=newest().version + 1, at=timezone.now(), by_name="Invented Admin", values=to_json(profile)
    )
    saving.forget()
    return row


def holds(**changed: Any) -> Profile:
    """Let these settings hold now."""
    profile = invented(**changed)
    return replace(profile, version=save(profile).number)


def closed_these_days() -> dict[str, Any]:
    """Hours of a clinic that is closed whenever the test runs, and opens some days later."""
    today = timezone.now().date()
    near = [today.fromordinal(today.toordinal() + days) for days in range(-2, 4)]
    return {"week": OFFICE_EVERY_DAY, "holidays": tuple(Holiday(day, "Invented holiday") for day in near)}


OFFICE_EVERY_DAY: Week = ((Span(8 * 60, 17 * 60),),) * 7
