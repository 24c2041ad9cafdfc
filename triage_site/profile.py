"""What the clinic says about itself: names, numbers, hours, words. Never anything that a rule reads.

The values are those saved on the clinic's settings page (clinic/profile), else the environment's.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from triage.model import Level
from triage_site.languages import current_language
from triage_site.opening import NEVER, Doors, Holiday, Week, doors

Intake = Literal["open", "paused"]


@dataclass(frozen=True)
class ClinicWords:
    """What the clinic says in one language; "" where it says nothing.

    There is no reply time for an emergency: nobody is to wait for one.
    """

    hours: str = ""
    emergency_room: str = ""
    urgent_care: str = ""
    out_of_hours: str = ""
    paused: str = ""
    reply_same_day: str = ""
    reply_prompt: str = ""
    reply_virtual: str = ""
    reply_self_care: str = ""


REPLIES = {
    Level.URGENT_SAME_DAY: "reply_same_day",
    Level.PROMPT_IN_PERSON: "reply_prompt",
    Level.VIRTUAL_VISIT: "reply_virtual",
    Level.SELF_CARE: "reply_self_care",
}
# Where 988, Childhelp, Poison Control and the line on domestic violence answer.
US_LINES = ("US", "PR")
US_NUMBER = "911"
WORD_KEYS = tuple(field.name for field in fields(ClinicWords))


@dataclass(frozen=True)
class Said:
    """Words of the clinic and the language they are in."""

    text: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Profile:
    """The clinic's settings. `version`: 0 for those of the environment.

    `words`: by language. `daily_cap`: so many forms a day; None for any number. `keep_done_days`: so long
    is what was done kept; None for ever.
    """

    version: int
    name: str
    country: str
    emergency_number: str
    phone: str
    nurse_line: str
    time_zone: str
    week: Week
    holidays: tuple[Holiday, ...]
    words: tuple[tuple[str, ClinicWords], ...]
    intake: Intake
    daily_cap: int | None
    draft_hours: int
    keep_done_days: int | None

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def has_us_lines(self) -> bool:
        """Whether the help lines of the United States can be called here.

        While no country is chosen: where the number to call is the one that a site is started with.
        """
        return self.country in US_LINES or (not self.country and self.emergency_number == US_NUMBER)

    def words_in(self, language: str) -> ClinicWords:
        """What the clinic says in one language."""
        return dict(self.words).get(language, ClinicWords())

    def say(self, key: str) -> Said | None:
        """The words under `key` (one of WORD_KEYS): in the page's language, else in one there is."""
        codes = dict.fromkeys((current_language(), settings.CLINIC_LANGUAGE, *dict(settings.LANGUAGES)))
        texts = ((getattr(self.words_in(code), key), code) for code in codes)
        return next((Said(text, code) for text, code in texts if text), None)

    def doors(self, now: datetime | None = None) -> Doors | None:
        """Whether the clinic is open. None where it gives no hours."""
        return doors(self.week, self.holidays, self.zone, now or timezone.now())


def from_environment() -> Profile:
    """The first values: those that hold until somebody saves others on the settings page."""
    reply = settings.EXPECTED_REPLY
    words = ClinicWords(
        hours=settings.CLINIC_HOURS,
        reply_same_day=reply,
        reply_prompt=reply,
        reply_virtual=reply,
        reply_self_care=reply,
    )
    return Profile(
        version=0,
        name=settings.CLINIC_NAME,
        country="",
        emergency_number=settings.EMERGENCY_NUMBER,
        phone=settings.CLINIC_PHONE,
        nurse_line=settings.NURSE_LINE,
        time_zone=settings.CLINIC_TIME_ZONE,
        week=NEVER,
        holidays=(),
        words=((settings.CLINIC_LANGUAGE, words),),
        intake="open",
        daily_cap=None,
        draft_hours=settings.DRAFT_KEEP_HOURS,
        keep_done_days=None,
    )
