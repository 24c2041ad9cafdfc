"""Reading formulas, by textstat: the US grade of English, the ease of Spanish.

textstat is a tool of development, not of the site: it is imported only here, when something is measured.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

HOW_TO_INSTALL = "The reading formulas need textstat: pip install -r requirements-dev.txt"
LEAST_WORDS_OF_A_SENTENCE = 3  # textstat's own: shorter ones are labels, not sentences

# What stands in a placeholder, as it is mostly filled; any other is read as one plain word.
FILLED = {"by_when": "within 5 days", "when": "within 5 days", "date": "May 5"}
PLAIN_WORD = "care"

_TAG = re.compile(r"<[^>]*>")
_PLACEHOLDER = re.compile(r"%?\{(\w*)\}|%\((\w+)\)[sd]|%[sd]")
_NUMBER = re.compile(r"\+?\d[\d.,\u2013-]*\d|\d")
_SENTENCE_END = re.compile(r"(?<=[.?!…])[”\")]*\s+")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class TextstatMissingError(RuntimeError):
    """textstat, or its dictionary, is not installed."""


@cache
def the_meter(language: str) -> Any:
    """textstat, set to a language. TextstatMissingError when it is not installed."""
    try:
        from textstat.textstat import textstatistics
    except ImportError as error:
        raise TextstatMissingError(HOW_TO_INSTALL) from error
    meter = textstatistics()
    meter.set_lang({"en": "en_US"}.get(language, language))
    return meter


def plain(text: str) -> str:
    """`text` without markup; placeholders and numbers become plain short words."""
    text = _TAG.sub(" ", text.replace("%%", "%")).replace("\u2019", "'")
    text = _PLACEHOLDER.sub(lambda match: FILLED.get(match[1] or match[2] or "", "5"), text)
    text = _NUMBER.sub("5", text).replace("a.m.", "am").replace("p.m.", "pm")
    return re.sub(r"[-\u2010-\u2015/]", " ", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; one that has no full stop is a sentence too."""
    return [part for part in _SENTENCE_END.split(plain(text).strip()) if part]


def words_of(text: str) -> list[str]:
    """The words of a text that hold a letter, in small letters."""
    return [w for w in _WORD.findall(plain(text).lower()) if not w.isdigit()]


def length(text: str) -> int:
    """Words, numbers included."""
    return len(_WORD.findall(plain(text)))


@cache
def syllables(word: str, language: str = "en") -> int:
    """Syllables of one word, as the formulas count them."""
    return int(the_meter(language).syllable_count(word))


def grade(texts: tuple[str, ...], *, plain_words: frozenset[str] = frozenset()) -> float:
    """The Flesch-Kincaid US grade of texts read one after the other.

    `plain_words` are measured as one plain short word. 0 when there is no sentence.
    """
    return _measured("flesch_kincaid_grade", texts, "en", plain_words)


def ease_in_spanish(texts: tuple[str, ...]) -> float:
    """The Szigriszt-Pazos ease of Spanish texts, 0 (very hard) to 100; 100 when there is no sentence."""
    return _measured("szigriszt_pazos", texts, "es", frozenset()) or 100.0


def _measured(formula: str, texts: tuple[str, ...], language: str, plain_words: frozenset[str]) -> float:
    meter = the_meter(language)
    parts = [_as_words(sentence, plain_words) for text in texts for sentence in sentences(text)]
    counted = [words for words in parts if len(words) >= LEAST_WORDS_OF_A_SENTENCE]
    if not counted:
        return 0.0
    return round(float(getattr(meter, formula)(" ".join(f"{' '.join(words)}." for words in counted))), 1)


def _as_words(sentence: str, plain_words: frozenset[str]) -> list[str]:
    words = _WORD.findall(sentence)
    return [PLAIN_WORD if word.lower() in plain_words else word for word in words]
