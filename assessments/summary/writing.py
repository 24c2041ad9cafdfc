"""In which language a person wrote. Own words stay as written; a foreign language is named beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessments.languages import foreign, language_name
from assessments.summary.model import Said

NEW_LINE = " \N{DOWNWARDS ARROW WITH CORNER LEFTWARDS} "


@dataclass(frozen=True)
class Writing:
    """The languages of one assessment: of its last page, and of each answer by its key."""

    usual: str
    by_key: Mapping[str, str | None] = field(default_factory=dict)

    def own(self, text: str, key: str = "") -> Said:
        """The person's own words, verbatim. `key`: of the answer; contact details have none."""
        code = self.by_key.get(key) or self.usual
        has_words = any(letter.isalpha() for letter in text)
        return Said(verbatim(text), own=True, language=foreign(code) if has_words else None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The names of the languages that were used, if one of them is not the reader's."""
        codes = dict.fromkeys(code for code in (self.usual, *self.by_key.values()) if code)
        return tuple(map(language_name, codes)) if any(map(foreign, codes)) else ()


def verbatim(text: str) -> str:
    """The person's own words; a new line becomes a sign, so that a long text cannot stretch the page."""
    return NEW_LINE.join(" ".join(line.split()) for line in text.splitlines() if line.strip())
