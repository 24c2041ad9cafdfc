"""Every string of the product is translated into every language of the site."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings

from assessments.guidance import GUIDANCE
from tests.platform.test_messages import LANGUAGES, catalogue, entries
from triage.adult.cautions import CAUTIONS
from triage.conditions import Condition, Count
from triage.pathways import PATHWAYS
from triage.words import Voiced


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_and_nothing_is_a_guess(language: str) -> None:
    all_entries = entries(catalogue(settings.BASE_DIR, language)).values()
    assert len(all_entries) > 3000
    assert [entry.msgid for entry in all_entries if not entry.msgstr and not all_forms(entry)] == []
    assert [entry.msgid for entry in all_entries if entry.fuzzy] == []


def all_forms(entry: Any) -> bool:
    """Whether a string with a plural has all its forms."""
    return bool(entry.msgstr_plural) and all(entry.msgstr_plural.values())


def voiced(thing: Any) -> Iterator[Voiced]:
    """All words with two voices, at any depth."""
    if isinstance(thing, Voiced):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from voiced(part)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, Condition | Count):
        for field in dataclasses.fields(thing):
            if field.init:
                yield from voiced(getattr(thing, field.name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_differs_between_the_two_voices_differs_in_translation(language: str) -> None:
    """Spanish has one verb form for "usted" and for "ella": the person must be named."""
    told = entries(catalogue(settings.BASE_DIR, language))
    content = [*PATHWAYS.values(), *GUIDANCE.values(), CAUTIONS]
    pairs = {words for words in voiced(content) if words.usual != words.other}
    assert len(pairs) > 100
    same = [words.usual for words in pairs if told[words.usual].msgstr == told[words.other].msgstr]
    assert sorted(same) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_not_the_english_again(language: str) -> None:
    """Four words or more that are the same in both languages were copied. Placeholders and units are none."""
    copied = [
        entry.msgid
        for entry in entries(catalogue(settings.BASE_DIR, language)).values()
        if entry.msgstr == entry.msgid and len(re.findall(r"(?<![%(\w])[^\W\d]{3,}(?!\))", entry.msgid)) > 3
    ]
    assert copied == []
