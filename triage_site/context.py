"""What every template may say about this site. From settings only: it works with the database down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html

from triage.catalogue import ruleset_version
from triage.pathways import PATHWAYS
from triage_site import signoff
from triage_site.languages import current_language


@dataclass(frozen=True)
class Site:
    """The clinic's own words and numbers, and whether its clinician signed off the rules.

    `clinic_hours` and `expected_reply` are HTML with their language on a page of another one.
    """

    emergency_number: str
    clinic_name: str
    clinic_phone: str
    clinic_hours: str
    nurse_line: str
    expected_reply: str
    signed_off: signoff.SignOff | None  # None: nobody has signed off all the rules in use

    @property
    def phone_in_text(self) -> str:
        """The clinic's number inside a sentence: from left to right, also where the sentence is not."""
        return f"\u2066{self.clinic_phone}\u2069"


def current_site() -> Site:
    """The site as the settings describe it now."""
    return Site(
        emergency_number=settings.EMERGENCY_NUMBER,
        clinic_name=settings.CLINIC_NAME,
        clinic_phone=settings.CLINIC_PHONE,
        clinic_hours=_clinics_words(settings.CLINIC_HOURS),
        nurse_line=settings.NURSE_LINE,
        expected_reply=_clinics_words(settings.EXPECTED_REPLY),
        signed_off=signoff.for_all(versions_in_use()),
    )


def _clinics_words(words: str) -> str:
    """Words that are written in the clinic's language; marked where the page speaks another."""
    if not words or current_language() == settings.CLINIC_LANGUAGE:
        return words
    return format_html('<span lang="{}">{}</span>', settings.CLINIC_LANGUAGE, words)


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor: `site` in every template."""
    return {"site": current_site()}


@lru_cache(maxsize=1)
def versions_in_use() -> tuple[str, ...]:
    """The rules' version of each pathway. They cannot change while the process runs."""
    return tuple(ruleset_version(name) for name in PATHWAYS)
