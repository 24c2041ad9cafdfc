"""Making typed text safe to store and show, without changing what the person meant."""

from __future__ import annotations

import re
import unicodedata

# Overrides and isolates can make text read differently from what is stored. Marks (U+200E/F) may stay:
# Arabic and Hebrew writers need them, and they turn nothing around.
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Signs that nobody sees: text hidden among them would be stored and sent, but never read. The two joiners
# (U+200C/D) may stay: Persian, Indic and emoji writers need them.
UNSEEN = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
UNSEEN_KINDS = frozenset(("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"))
LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")


def clean_text(raw: str, *, one_line: bool) -> str:
    """`raw` in Unicode form NFC, without control characters, unseen signs and outer blanks.

    Line ends become "\\n", or a space with `one_line`. Tabs become spaces. Emoji stay. A text in which
    nothing at all can be seen is blank.
    """
    text = UNSEEN.sub("", LINE_END.sub("\n", raw)).replace("\t", " ")
    text = "".join(char for char in text if char == "\n" or _may_stay(char))
    if one_line:
        text = " ".join(text.split())
    text = unicodedata.normalize("NFC", text).strip()
    return text if any(unicodedata.category(char) not in UNSEEN_KINDS for char in text) else ""


def _may_stay(char: str) -> bool:
    return char not in REORDERING and unicodedata.category(char) not in ("Cc", "Cs")
