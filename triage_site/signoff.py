"""The sign-offs that this clinic's clinicians gave, as the settings name them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class SignOff:
    """Who signed off which version of the rules, and when."""

    version: str
    name: str
    date: datetime.date


def parse(text: str) -> tuple[SignOff, ...]:
    """The entries `version|name|date` of `text`, with semicolons between them. ValueError if it is not so."""
    return tuple(_entry(entry) for entry in text.split(";") if entry.strip())


def for_version(version: str) -> SignOff | None:
    """The sign-off of this very version of a pathway's rules, or None: an older version's does not count."""
    return next((entry for entry in parse(settings.RULESET_SIGN_OFF) if entry.version == version), None)


def for_all(versions: tuple[str, ...]) -> SignOff | None:
    """One sign-off for all `versions`, or None while any of them lacks one.

    Where two clinicians signed, it names both, and the later date.
    """
    entries = [for_version(version) for version in versions]
    signed = [entry for entry in entries if entry is not None]
    if not signed or len(signed) < len(entries):
        return None
    names = dict.fromkeys(entry.name for entry in signed)
    return SignOff(
        version=", ".join(entry.version for entry in signed),
        name=", ".join(names),
        date=max(entry.date for entry in signed),
    )


def _entry(text: str) -> SignOff:
    parts = [part.strip() for part in text.split("|")]
    if len(parts) != 3 or not all(parts):
        raise ValueError("not three parts")
    return SignOff(parts[0], parts[1], datetime.date.fromisoformat(parts[2]))
