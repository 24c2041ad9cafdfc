"""Names as they are compared: without accents, case and punctuation, and still the same person's only.

An accent on a Latin, Greek or Cyrillic letter is left out, for who searches seldom types it. In other
scripts a mark is as much a letter as any: without vowel signs two Hindi names are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST_WORDS = 8
# Forms of one name in the search index, at most.
MOST_FORMS = 16
# A name in these scripts can be one letter, and is written without a space between its parts.
SHORTEST_TAILS, LONGEST_TAILS = 2, 4
_ACCENTED = ("LATIN", "GREEK", "CYRILLIC")
_DENSE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u00b4\u02bc\u2018\u2019\u0060", "'"))
# Letters that no normal form takes apart.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "\u0131": "i"}
)
_JOINTS = re.compile(r"['-]+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in their order: "O'Neill-López, María" is oneill, lopez, maria."""
    return tuple(_JOINTS.sub(" ", _folded(name).replace("'", "")).split())[:MOST_WORDS]


def forms_of(name: str) -> tuple[str, ...]:
    """By what somebody may look for a name: its words, their parts and what is joined in them, and tails.

    "O'Neill-López" is oneill, lopez, o, neill, oneilllopez; of 王小明 the given name alone is one as well.
    """
    chunks = _folded(name).split()[:MOST_WORDS]
    parts = [part for chunk in chunks for part in _JOINTS.split(chunk)]
    joined = [_JOINTS.sub("", chunk) for chunk in chunks]
    tails = [tail for word in words_of(name) for tail in _tails(word)]
    every = dict.fromkeys(filter(None, [*words_of(name), *parts, *joined, *tails]))
    return tuple(every)[:MOST_FORMS]


def is_dense(word: str) -> bool:
    """Whether one letter of this word says as much as a syllable or a word."""
    return bool(word) and unicodedata.name(word[0], "").startswith(_DENSE)


def _tails(word: str) -> Iterator[str]:
    if is_dense(word) and SHORTEST_TAILS <= len(word) <= LONGEST_TAILS:
        yield from (word[start:] for start in range(1, len(word)))


def _folded(name: str) -> str:
    """The letters, digits, marks, apostrophes and hyphens of a name; a space for anything else."""
    apart = unicodedata.normalize("NFD", name).translate(_APOSTROPHES)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", apart).casefold()).translate(_PLAIN)
    kept = "".join(_kept(plain))
    return unicodedata.normalize("NFC", kept)


def _kept(text: str) -> Iterator[str]:
    """Character by character. A mark needs a letter before it, and one whose marks count."""
    keeps_marks = False
    for char in text:
        kind = unicodedata.category(char)
        if kind[0] in "LN":
            keeps_marks = not unicodedata.name(char, "").startswith(_ACCENTED)
            yield char
        elif kind[0] == "M":
            yield char if keeps_marks else ""
        elif kind == "Cf":
            continue  # an invisible sign: it parts nothing
        else:
            keeps_marks = False
            yield "'" if char == "'" else "-" if kind == "Pd" else " "
