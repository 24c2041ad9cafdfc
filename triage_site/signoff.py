"""Whether a clinician of this clinic has signed off the rules that are in use."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings


@dataclass(frozen=True)
class SignOff:
    """Who signed off which version of the rules, and when."""

    version: str
    name: str
    date: datetime.date


def parse(text: str) -> SignOff | None:
    """`version|name|date` as a SignOff, or None for an empty text. Raises ValueError for anything else."""
    if not text:
        return None
    parts = [part.strip() for part in text.split("|")]
    if len(parts) != 3 or not all(parts):
        raise ValueError("not three parts")
    return SignOff(parts[0], parts[1], datetime.date.fromisoformat(parts[2]))


@lru_cache(maxsize=4)
def in_force(text: str) -> SignOff | None:
    """The sign-off in `text` if it is for the rules in use: one for an older version does not count."""
    sign_off = parse(text)
    if sign_off is None:
        return None
    from triage.catalogue import ruleset_version

    return sign_off if sign_off.version == ruleset_version() else None


def current() -> SignOff | None:
    """The sign-off that counts now, or None: nobody has signed off these rules."""
    return in_force(settings.RULESET_SIGN_OFF)
