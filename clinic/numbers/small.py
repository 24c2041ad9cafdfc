"""Small counts that could point to a person are not shown.

A count that stands alone is "<5" when it is under LEAST. Parts of a whole that is shown as well could be
worked out from each other (hiding two of three is not always enough): then none of them is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.utils.translation import gettext as _

LEAST = 5
Key = TypeVar("Key")


def parts_of_a_whole(counts: Mapping[Key, int]) -> dict[Key, str]:
    """The parts as texts: none of them where one is small."""
    if any(0 < number < LEAST for number in counts.values()):
        return dict.fromkeys(counts, _("not shown"))
    return {key: str(number) for key, number in counts.items()}


def shown(number: int) -> str:
    """A count that stands alone."""
    return _("<5") if 0 < number < LEAST else str(number)
