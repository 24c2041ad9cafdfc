"""What a page says that went through no translation: translated words stand in ⟦ ⟧ here."""

from __future__ import annotations

import html
import re

import pytest
from django.utils import translation

INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
OWN_WORDS = re.compile(r"<q\b.*?</q>", re.S)
# Ids of rules, panels and rows, versions, references, and the invented name.
IDS = re.compile(
    r"\b(?:[A-Z]{2,}(?:-[A-Z0-9]+)+|EXAM|LAB|(?:adult|pediatric)-[\d.]+-\w+|BP-[\w-]+)\b"
    r"|Ada Example \(invented\)|Español|UTC"
)


def put_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the translation gives every text back in ⟦ ⟧."""

    def gettext(message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(one: str, many: str, number: int) -> str:
        return f"⟦{one if number == 1 else many}⟧"

    monkeypatch.setattr(translation._trans, "gettext", gettext)  # type: ignore[attr-defined]
    monkeypatch.setattr(translation._trans, "ngettext", ngettext)  # type: ignore[attr-defined]


def outside(text: str) -> str:
    """What stands in no brackets and is a word."""
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    return " ".join(re.findall(r"[^\W\d_]{2,}", IDS.sub(" ", text)))


def read(page: str) -> str:
    """What a page says, without the person's own words."""
    body = re.sub(r"^.*<body", "<body", OWN_WORDS.sub(" ", page), flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", " ", body))
