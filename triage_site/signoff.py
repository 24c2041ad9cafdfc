"""Whether this clinic's clinicians signed off the rules that are in use.

The signatures are given on the staff's side; `settings.SIGN_OFFS` names what knows them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class SignOff:
    """Who signed off which version of the rules, and when."""

    version: str
    name: str
    date: datetime.date


Source = Callable[[], tuple[SignOff, ...]]


def for_version(version: str) -> SignOff | None:
    """The sign-off of this very version of a pathway's rules, or None: an older version's does not count."""
    return next((entry for entry in _source(settings.SIGN_OFFS)() if entry.version == version), None)


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


@lru_cache(maxsize=4)
def _source(name: str) -> Source:
    return cast("Source", import_string(name))
