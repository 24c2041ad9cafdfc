"""Marking and choosing the words people read.

The triage core imports no framework, so it only marks strings: `makemessages` collects every
`_("...")`, and the web layer translates them when they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass


def _(text: str) -> str:
    """Mark `text` for translation and return it unchanged."""
    return text


mark = _


@dataclass(frozen=True)
class Voiced:
    """The same words for a pathway's two voices.

    `usual` speaks to the person the pathway expects: "you" for an adult, "your child" for a parent.
    `other` is used when an adult is answered for by someone else ("they") and when a teenager
    answers alone ("you").
    """

    usual: str
    other: str


Text = str | Voiced


def say(text: Text, *, other_voice: bool = False) -> str:
    """The words of `text` in the voice asked for. Plain strings are the same in both."""
    if isinstance(text, str):
        return text
    return text.other if other_voice else text.usual


def both(text: Text) -> tuple[str, ...]:
    """All wordings of `text`, for checks that must read every string."""
    return (text,) if isinstance(text, str) else (text.usual, text.other)
