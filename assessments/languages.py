"""Names of languages, and what counts as another language than that of the page being made."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, gettext, gettext_noop

# All words are written in this one and translated from it.
SOURCE_LANGUAGE = "en"
# Translators: names of languages as they stand inside a sentence, such as "(in Spanish)".
NAMES = {"en": gettext_noop("English"), "es": gettext_noop("Spanish")}


@dataclass(frozen=True)
class Language:
    """A language: its code, and what the reader calls it."""

    code: str
    name: str


def foreign(code: str) -> Language | None:
    """The language with this code, if it is not the one of the page that is being made."""
    spoken_now = get_language() or settings.LANGUAGE_CODE
    return Language(code, language_name(code)) if code and _base(code) != _base(spoken_now) else None


def language_name(code: str) -> str:
    """What the reader calls a language; the code itself for one that this site never had."""
    name = NAMES.get(_base(code))
    return gettext(name) if name else code


def _base(code: str) -> str:
    return code.partition("-")[0]
