"""The red-flag words of every language were translated back and compared, in just these words."""

from __future__ import annotations

import pytest
from django.conf import settings

from tests.platform.back_translation import DOCUMENT, LANGUAGE_NAMES, document, records
from tests.platform.red_flag_words import red_flag_words
from tests.platform.test_messages import LANGUAGES, catalogue, entries

VERDICTS = {"same", "mended", "differs on purpose"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_red_flag_text_has_a_record_of_its_present_words(language: str) -> None:
    found = records(language)
    told = entries(catalogue(settings.BASE_DIR, language))
    words = red_flag_words()
    assert len(words) > 900
    missing = {place for place, english in words.items() if english not in found}
    changed = {
        place
        for place, english in words.items()
        if english in found and told[english].msgstr != found[english]["translation"]
    }
    assert (missing, changed) == (set(), set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_says_what_came_back_and_what_was_found(language: str) -> None:
    known = set(red_flag_words().values())
    for english, record in records(language).items():
        assert english in known
        assert record["back"].strip()
        assert record["verdict"] in VERDICTS
        assert record["verdict"] != "differs on purpose" or record["note"]


def test_the_document_is_fresh() -> None:
    assert set(LANGUAGE_NAMES) == set(LANGUAGES)
    assert DOCUMENT.read_text(encoding="utf-8") == document()
