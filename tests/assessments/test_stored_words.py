"""A stored result whose words changed since: nobody reads another sentence than the one that was meant."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from assessments.languages import Language
from assessments.outcome import Outcome, build_outcome
from assessments.text import as_stored
from tests.assessments.stored import NOW, Stored, case, summary_of
from triage.frozen import FrozenResult

OLD = "Old words of a reason, which no catalogue has."
ENGLISH = Language("en", "inglés")
WARNING = "⟦Its words changed since. Where there is no translation any more they stay in English.⟧"


@pytest.fixture(autouse=True)
def _all_but_old_words_are_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    def gettext(message: str) -> str:
        known = {"English": "inglés"}
        return message if message == OLD else known.get(message, f"⟦{message}⟧")

    monkeypatch.setattr(translation._trans, "gettext", gettext)  # type: ignore[attr-defined]


def row(*, old: bool) -> Stored:
    """An adult who must go to the emergency room; the reason stands in old words or in those of today."""
    made = case("adult", "ces_saddle=yes")
    if old:
        for finding in cast("Any", made.result)["findings"]:
            finding |= {"patient": OLD, "clinician": OLD}
    return made


def told(made: Stored) -> Outcome:
    """What the person reads."""
    frozen, answers = cast("FrozenResult", made.result), cast("dict[str, Any]", made.answers)
    return build_outcome(frozen, answers, submitted_at=NOW, now=NOW, reference="BP-7K3M-9QD")


def test_a_person_reads_the_old_words_and_in_which_language_they_are() -> None:
    with translation.override("es"):
        outcome = told(row(old=True))
        page = render_to_string("assessments/_reasons.html", {"outcome": outcome})
    assert outcome.reasons == (OLD,)
    assert outcome.reasons[0].language == ENGLISH
    assert f'<span lang="en">{OLD}</span> ⟦(in inglés)⟧' in " ".join(page.split())
    assert "⟦" in outcome.headline  # everything else is in the reader's language


def test_words_that_are_translated_are_not_marked() -> None:
    with translation.override("es"):
        outcome = told(row(old=False))
    assert all(reason.startswith("⟦") and reason.language is None for reason in outcome.reasons)


def test_to_an_english_reader_english_is_not_marked() -> None:
    outcome = told(row(old=True))
    assert outcome.reasons == (OLD,)
    assert outcome.reasons[0].language is None


@pytest.mark.parametrize("old", [True, False])
def test_staff_are_warned_of_words_that_stayed_in_english(old: bool) -> None:
    with translation.override("es"):
        warnings = summary_of(row(old=old)).header.warnings
    assert (WARNING in warnings) == old


def test_staff_who_read_english_are_not_warned() -> None:
    assert WARNING not in summary_of(row(old=True)).header.warnings


@pytest.mark.parametrize("part", ["flags", "panels", "differential"])
def test_every_part_of_a_childs_result_is_looked_at(part: str) -> None:
    made = case("pediatric", "child_age_years=1; back_skin=bruise; injury=unseen; home_safety=talk_private")
    first = cast("Any", made.result)[part][0]
    first |= {"flags": {"texts": [OLD]}, "panels": {"text": OLD}, "differential": {"clue": OLD}}[part]
    with translation.override("es"):
        assert WARNING in summary_of(made).header.warnings


def test_words_that_are_the_same_in_both_languages_are_no_old_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.text.gettext", lambda message: message)
    with translation.override("es"):
        assert as_stored("NPRS >=7.").language is None
        assert as_stored(OLD).language == ENGLISH


def test_no_words_have_no_language() -> None:
    with translation.override("es"):
        assert as_stored("") == ""
        assert as_stored("").language is None
