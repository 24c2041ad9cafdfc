"""Telephone numbers that a phone can dial from a link."""

from __future__ import annotations

import re

LONGEST = 30
PATTERN = re.compile(r"\+?[0-9(][0-9 ().-]*")


def is_dialable(number: str, *, least: int = 2) -> bool:
    """Whether `number` has from `least` to 15 digits, and else only blanks, brackets, dots and dashes."""
    digits = sum(char.isdigit() for char in number)
    return len(number) <= LONGEST and bool(PATTERN.fullmatch(number)) and least <= digits <= 15
