"""Names of languages, and what counts as another language than that of the page being made."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from triage_site.languages import current_language

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
    is_foreign = bool(code) and _base(code) != _base(current_language())
    return Language(code, language_name(code)) if is_foreign else None


def language_name(code: str) -> str:
    """What the reader calls a language; the code itself for one that this site never had."""
    name = NAMES.get(_base(code))
    return gettext(name) if name else code


def _base(code: str) -> str:
    return code.partition("-")[0]
