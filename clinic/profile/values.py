"""What the clinic's settings may be: limits, countries, numbers that can be dialed, hours."""

from __future__ import annotations

import zoneinfo
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from assessments.bound import Words
from triage_site.opening import DAY_MINUTES, Span

LONGEST_NAME = 80
LONGEST_TEXT = 500
LONGEST_LINE = 200
LONGEST_HOLIDAY = 60
MOST_HOLIDAYS = 60
MOST_SPANS = 4
CAP = (1, 100_000)
DRAFT_HOURS = (1, 720)
KEEP_DAYS = (30, 36_500)

# Country: its name and the number to call in an emergency.
COUNTRIES: dict[str, tuple[Words, str]] = {
    "US": (_("United States"), "911"),
    "CA": (_("Canada"), "911"),
    "MX": (_("Mexico"), "911"),
    "PR": (_("Puerto Rico"), "911"),
    "AR": (_("Argentina"), "911"),
    "AU": (_("Australia"), "000"),
    "AT": (_("Austria"), "112"),
    "BE": (_("Belgium"), "112"),
    "BG": (_("Bulgaria"), "112"),
    "HR": (_("Croatia"), "112"),
    "CY": (_("Cyprus"), "112"),
    "CZ": (_("Czechia"), "112"),
    "DK": (_("Denmark"), "112"),
    "EE": (_("Estonia"), "112"),
    "FI": (_("Finland"), "112"),
    "FR": (_("France"), "112"),
    "DE": (_("Germany"), "112"),
    "GR": (_("Greece"), "112"),
    "HU": (_("Hungary"), "112"),
    "IS": (_("Iceland"), "112"),
    "IN": (_("India"), "112"),
    "IE": (_("Ireland"), "999"),
    "IT": (_("Italy"), "112"),
    "LV": (_("Latvia"), "112"),
    "LT": (_("Lithuania"), "112"),
    "LU": (_("Luxembourg"), "112"),
    "MT": (_("Malta"), "112"),
    "NL": (_("Netherlands"), "112"),
    "NZ": (_("New Zealand"), "111"),
    "NO": (_("Norway"), "113"),
    "PH": (_("Philippines"), "911"),
    "PL": (_("Poland"), "112"),
    "PT": (_("Portugal"), "112"),
    "RO": (_("Romania"), "112"),
    "SK": (_("Slovakia"), "112"),
    "SI": (_("Slovenia"), "112"),
    "ES": (_("Spain"), "112"),
    "SE": (_("Sweden"), "112"),
    "CH": (_("Switzerland"), "112"),
    "GB": (_("United Kingdom"), "999"),
}
# Numbers that bring an ambulance there besides the one above. Any other has to be confirmed.
ALSO_USUAL: dict[str, tuple[str, ...]] = {
    "AR": ("107",),
    "AT": ("144",),
    "CH": ("144",),
    "CZ": ("155",),
    "FR": ("15",),
    "GB": ("112",),
    "IE": ("112",),
    "IN": ("108",),
}


def usual_numbers(country: str) -> tuple[str, ...]:
    """The numbers to call in an emergency in a country, the first one first; none for no country."""
    known = COUNTRIES.get(country)
    return (known[1], *ALSO_USUAL.get(country, ())) if known else ()


def is_unusual(country: str, number: str) -> bool:
    """Whether `number` is none to call in an emergency in this country. False where no country is named."""
    usual = usual_numbers(country)
    return bool(usual) and "".join(filter(str.isdigit, number)) not in usual


@cache
def zones() -> frozenset[str]:
    """The names of all time zones."""
    return frozenset(zoneinfo.available_timezones())


def wrong_with_spans(spans: Sequence[Span]) -> Words | None:
    """What is wrong with the opening hours of one day; None if nothing is."""
    if len(spans) > MOST_SPANS:
        return _("Give at most 4 spans for one day")
    if any(not 0 <= span.opens < span.closes <= DAY_MINUTES for span in spans):
        return _("A span must end after it starts, at 24:00 at the latest")
    ordered = sorted(spans)
    if any(later.opens < earlier.closes for earlier, later in pairwise(ordered)):
        return _("Two spans of one day overlap")
    return None
