"""The last step before a person reads or hears something: language, voice, and the emergency number."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext

from triage.words import Text, say

EMERGENCY_NUMBER = "{emergency_number}"


def spoken(text: Text, other_voice: bool = False) -> str:
    """`text` in the voice asked for, in the reader's language, with this site's emergency number.

    Braces other than the placeholder are left alone, so it is safe for any text.
    """
    words = say(text, other_voice=other_voice)
    if not words:
        return ""  # gettext("") answers with the catalog's header
    return gettext(words).replace(EMERGENCY_NUMBER, settings.EMERGENCY_NUMBER)
