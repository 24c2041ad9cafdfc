"""What every page may say about this site. With the database down, what was known last holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.module_loading import import_string

from triage.catalogue import ruleset_version
from triage.model import Level
from triage.pathways import PATHWAYS
from triage_site import signoff
from triage_site.dates import formats
from triage_site.languages import current_language
from triage_site.opening import Doors
from triage_site.profile import REPLIES, Profile, from_environment

ONE_DAY = timedelta(days=1)


def clinic_now() -> Profile:
    """The clinic's settings: the saved ones (`settings.CLINIC_PROFILE`), else those of the environment.

    The one way to ask for a name, number, time zone or word of the clinic.
    """
    return _saved_profile(settings.CLINIC_PROFILE)() or from_environment()


def takes_new_checks() -> bool:
    """Whether somebody may begin now: not while the clinic pauses, or has had its number for the day."""
    clinic = clinic_now()
    if clinic.intake == "paused":
        return False
    return clinic.daily_cap is None or _arrivals_today(settings.ARRIVALS_TODAY)() < clinic.daily_cap


@lru_cache(maxsize=4)
def _saved_profile(name: str) -> Callable[[], Profile | None]:
    return cast("Callable[[], Profile | None]", import_string(name))


@lru_cache(maxsize=4)
def _arrivals_today(name: str) -> Callable[[], int]:
    return cast("Callable[[], int]", import_string(name))


@dataclass(frozen=True)
class Site:
    """The clinic's own words and numbers, and whether its clinician signed off the rules.

    Words of the clinic are HTML with their language on a page of another one.
    """

    clinic: Profile
    signed_off: signoff.SignOff | None  # None: nobody has signed off all the rules in use

    @property
    def emergency_number(self) -> str:
        """The number to call in an emergency."""
        return self.clinic.emergency_number

    @property
    def clinic_name(self) -> str:
        """The clinic's name."""
        return self.clinic.name

    @property
    def clinic_phone(self) -> str:
        """The clinic's number; "" for none."""
        return self.clinic.phone

    @property
    def phone_in_text(self) -> str:
        """The clinic's number inside a sentence: from left to right, also where the sentence is not."""
        return f"\u2066{self.clinic.phone}\u2069"

    @property
    def nurse_line(self) -> str:
        """A number for advice out of hours; "" for none."""
        return self.clinic.nurse_line

    @property
    def has_us_lines(self) -> bool:
        """Whether the help lines of the United States can be called here."""
        return self.clinic.has_us_lines

    @property
    def clinic_hours(self) -> str:
        """When the clinic answers, in words."""
        return self.said("hours")

    @property
    def out_of_hours(self) -> str:
        """What to do while the clinic is closed."""
        return self.said("out_of_hours")

    @property
    def why_paused(self) -> str:
        """Why no new checks are taken."""
        return self.said("paused")

    @cached_property
    def doors(self) -> Doors | None:
        """Whether the clinic is open now. None where it gives no hours."""
        return self.clinic.doors()

    @property
    def opens(self) -> str:
        """When the clinic opens next, in words; "" where it is open, or nobody knows."""
        opens = self.doors.opens if self.doors else None
        return date_format(opens, formats().letter_soon) if opens else ""

    @property
    def closes(self) -> str:
        """Until when the clinic is open, in words; "" where it is closed, day and night open, or unknown."""
        until = self.doors.until if self.doors else None
        if until is None or until - timezone.now() > ONE_DAY:
            return ""
        is_today = until.date() == timezone.localdate(timezone=self.clinic.zone)
        return date_format(until, formats().time if is_today else formats().letter_soon)

    @cached_property
    def takes_new_checks(self) -> bool:
        """Whether somebody may begin now."""
        return takes_new_checks()

    def reply(self, level: Level) -> str:
        """When somebody with this level can expect a reply. "" in an emergency: nobody is to wait for one."""
        return self.said(REPLIES[level]) if level in REPLIES else ""

    def said(self, key: str) -> str:
        """Words of the clinic (a key of ClinicWords); with the language on a page of another one."""
        said = self.clinic.say(key)
        if said is None or said.language == current_language():
            return said.text if said else ""
        name = dict(settings.LANGUAGES).get(said.language, said.language)
        return format_html('<span lang="{}">{}: {}</span>', said.language, name, said.text)


def current_site() -> Site:
    """The site as it is now."""
    return Site(clinic=clinic_now(), signed_off=signoff.for_all(versions_in_use()))


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor: `site` in every template."""
    return {"site": current_site()}


@lru_cache(maxsize=1)
def versions_in_use() -> tuple[str, ...]:
    """The rules' version of each pathway. They cannot change while the process runs."""
    return tuple(ruleset_version(name) for name in PATHWAYS)
