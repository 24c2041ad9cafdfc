"""The last step before a person reads or hears something: language, voice, and the emergency number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from django.utils.translation import gettext

from assessments.guidance.shared import HELP_LINES, NOT_SAFE
from assessments.languages import SOURCE_LANGUAGE, Language, foreign
from triage.catalogue import describe
from triage.pathways import PATHWAYS
from triage.words import Text, say
from triage_site.context import clinic_now

EMERGENCY_NUMBER = "{emergency_number}"


class Stored(str):
    """Words of a stored result. `language`: set where they are not in the reader's language."""

    language: Language | None = None


def spoken(text: Text, other_voice: bool = False) -> str:
    """`text` in the voice asked for, in the reader's language, with this site's emergency number.

    Braces other than the placeholder are left alone, so it is safe for any text.
    """
    words = say(text, other_voice=other_voice)
    if not words:
        return ""  # gettext("") answers with the catalog's header
    return gettext(words).replace(EMERGENCY_NUMBER, clinic_now().emergency_number)


def help_lines() -> Text:
    """Whom to call in danger: the help lines of the United States only where they can be called."""
    return HELP_LINES if clinic_now().has_us_lines else NOT_SAFE


def as_stored(text: str) -> Stored:
    """Words of a stored result in the reader's language.

    Words that changed since have no translation any more. They stay as they were stored, in English: the
    words of today could say what was not asked then.
    """
    words = Stored(spoken(text))
    if text and gettext(text) == text and text not in _words_in_use():
        words.language = foreign(SOURCE_LANGUAGE)
    return words


@lru_cache(maxsize=1)
def _words_in_use() -> frozenset[str]:
    """Every text of the rules as they are now: one that reads the same in both languages is no old one."""
    return frozenset(_strings([describe(pathway) for pathway in PATHWAYS.values()]))


def _strings(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for part in thing.values():
            yield from _strings(part)
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from _strings(part)
