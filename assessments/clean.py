"""Making typed text safe to store and show, without changing what the person meant."""

from __future__ import annotations

import re
import unicodedata

# Overrides and isolates can make text read differently from what is stored. Marks (U+200E/F) may stay:
# Arabic and Hebrew writers need them, and they turn nothing around.
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")


def clean_text(raw: str, *, one_line: bool) -> str:
    """`raw` in Unicode form NFC, without control characters and outer blanks.

    Line ends become "\\n", or a space with `one_line`. Tabs become spaces. Emoji stay.
    """
    text = LINE_END.sub("\n", raw).replace("\t", " ")
    text = "".join(char for char in text if char == "\n" or _may_stay(char))
    if one_line:
        text = " ".join(text.split())
    return unicodedata.normalize("NFC", text).strip()


def _may_stay(char: str) -> bool:
    return char not in REORDERING and unicodedata.category(char) not in ("Cc", "Cs")
