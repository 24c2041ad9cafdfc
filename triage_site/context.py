"""What every template may say about this site. From settings only: it works with the database down."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from triage_site import signoff


@dataclass(frozen=True)
class Site:
    """The clinic's own words and numbers, and whether its clinician signed off the rules."""

    emergency_number: str
    clinic_name: str
    clinic_phone: str
    clinic_hours: str
    nurse_line: str
    expected_reply: str
    signed_off: signoff.SignOff | None


def current_site() -> Site:
    """The site as the settings describe it now."""
    return Site(
        emergency_number=settings.EMERGENCY_NUMBER,
        clinic_name=settings.CLINIC_NAME,
        clinic_phone=settings.CLINIC_PHONE,
        clinic_hours=settings.CLINIC_HOURS,
        nurse_line=settings.NURSE_LINE,
        expected_reply=settings.EXPECTED_REPLY,
        signed_off=signoff.current(),
    )


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor: `site` in every template."""
    return {"site": current_site()}
