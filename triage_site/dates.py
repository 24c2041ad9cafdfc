"""How each language writes dates and times. The words are Django's, the order is from here."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language


@dataclass(frozen=True)
class Formats:
    """Django date formats: `letter`, `letter_soon` (no year), `time` for patients, the others for staff."""

    letter: str
    letter_soon: str
    time: str = "g:i a"
    chart: str = "D j M Y, H:i"
    day: str = "j M Y"


# Saturday, November 21, 2026, 9:28 a.m.
ENGLISH = Formats(letter="l, F j, Y, g:i a", letter_soon="l, F j, g:i a")
BY_LANGUAGE = {
    "en": ENGLISH,
    # sábado 21 de noviembre de 2026, 9:28 a.m.
    "es": Formats(
        letter=r"l j \d\e F \d\e Y, g:i a",
        letter_soon=r"l j \d\e F, g:i a",
        chart="D j b Y, H:i",
        day="j b Y",
    ),
}


def formats() -> Formats:
    """The formats of the language that is spoken now."""
    return BY_LANGUAGE.get((get_language() or settings.LANGUAGE_CODE).partition("-")[0], ENGLISH)
