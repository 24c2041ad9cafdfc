"""The last step before a person reads or hears something: language, voice, and the emergency number."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext

from assessments.languages import SOURCE_LANGUAGE, Language, foreign
from triage.words import Text, say

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
    return gettext(words).replace(EMERGENCY_NUMBER, settings.EMERGENCY_NUMBER)


def as_stored(text: str) -> Stored:
    """Words of a stored result in the reader's language.

    Words that changed since have no translation any more. They stay as they were stored, in English: the
    words of today could say what was not asked then.
    """
    words = Stored(spoken(text))
    if text and gettext(text) == text:
        words.language = foreign(SOURCE_LANGUAGE)
    return words
