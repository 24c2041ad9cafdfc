"""What a caregiver or a teenager can read of a pediatric question; shared by the tests of the words."""

from __future__ import annotations

from collections.abc import Iterator

from triage.model import Question
from triage.words import Text, say


def words_of(question: Question) -> Iterator[tuple[str, Text]]:
    """Everything a caregiver or a teenager can read of one question, with the place it stands."""
    for part in ("text", "hint", "why", "help", "unsure_help", "note_label", "unit"):
        yield f"{question.key}.{part}", getattr(question, part)
    for option in question.options:
        yield f"{question.key}.{option.key}", option.text
        yield f"{question.key}.{option.key}.hint", option.hint
        yield f"{question.key}.{option.key}.group", option.group


def everything(question: Question, *, other_voice: bool) -> str:
    """All words of one question in one voice."""
    return " ".join(say(text, other_voice=other_voice) for _where, text in words_of(question) if text)
