"""Small counts that could point to a person are not shown.

A count that stands alone is "<5" when it is under LEAST. Parts of a whole that is shown as well could be
worked out from each other: so many are hidden, all alike, that no hidden one can be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.utils.translation import gettext as _

LEAST = 5
Key = TypeVar("Key")


def parts_of_a_whole(counts: Mapping[Key, int]) -> dict[Key, str]:
    """The parts as texts. None under LEAST can be told, even by who knows the whole and the other parts."""
    hidden = _hidden(counts)
    return {key: _("not shown") if key in hidden else str(number) for key, number in counts.items()}


def shown(number: int) -> str:
    """A count that stands alone."""
    return _("<5") if 0 < number < LEAST else str(number)


def _hidden(counts: Mapping[Key, int]) -> frozenset[Key]:
    hidden = [key for key, number in counts.items() if 0 < number < LEAST]
    others = sorted((key for key in counts if counts[key] >= LEAST), key=lambda key: counts[key])
    # Each hidden part is at least 1: what is left to share out among them must be enough to guess wrong.
    while hidden and sum(counts[key] for key in hidden) < len(hidden) + LEAST - 1:
        if not others:
            return frozenset(counts)
        hidden.append(others.pop(0))
    return frozenset(hidden)
