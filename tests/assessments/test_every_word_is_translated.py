"""Whatever a page says went through the translation, in whole: here it puts ⟦ ⟧ around what it gives."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, cast

import pytest

from assessments.outcome import build_outcome
from tests.assessments.bracketed import outside, put_brackets, read
from tests.assessments.stored import NOW, Stored, case, everything, printed, stored
from triage.frozen import FrozenResult
from triage.pathways import PATHWAYS

# Not read by anybody: they choose what is shown.
NOT_SHOWN = {"kind", "card", "pathway", "level", "key", "reference", "call_number"}
# Names of publications, which are cited as they are called.
NAMES = {"sources"}


@pytest.fixture(autouse=True)
def _brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    put_brackets(monkeypatch)


def texts(thing: Any) -> Iterator[str]:
    """All texts of frozen data."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            if field.name not in NOT_SHOWN | NAMES:
                yield from texts(getattr(thing, field.name))


FULL = {
    "adult": ("adult", 45),
    "old adult": ("adult", 80),
    "child": ("pediatric", 9),
    "baby": ("pediatric", 0),
    "teenager": ("pediatric", 15),
}
CASES = {
    "self-care": ("adult", "age_years=35; pain_now=1; trend=better"),
    "visit": ("adult", "age_years=40; tried=heat:helped"),
    "prompt": ("adult", "cancer=not_sure; conditions=steroids_3m+osteoporosis+high_bp; trend=worse"),
    "today": ("adult", "fever=yes; infection_risk=recent_infection; location=upper_back"),
    "emergency room": ("adult", "ces_saddle=yes"),
    "911": ("adult", "em_now=chest_pain"),
    "proxy": ("adult", "respondent=other; blood_thinner=not_sure; age_years=70"),
    "child visit": ("pediatric", "child_age_years=12"),
    "child prompt": ("pediatric", "child_age_years=12; pain_trend=worse_slow"),
    "child today": ("pediatric", "child_age_years=9; fever=yes_now"),
    "teenager alone": ("pediatric", "child_age_years=15; answered_by=teen_alone; medicines_given=aspirin"),
    "poison": ("pediatric", "child_age_years=5; medicines_given=too_much"),
}


@pytest.mark.parametrize("full", FULL.values(), ids=FULL.keys())
@pytest.mark.parametrize("finished", [True, False], ids=["finished", "stopped"])
def test_the_clinicians_print(full: tuple[str, int], finished: bool) -> None:
    pathway, age = full
    row = stored(pathway, everything(PATHWAYS[pathway], age), finished=finished, hours_ago=30)
    assert outside(read(printed(row))) == ""


@pytest.mark.parametrize("some", CASES.values(), ids=CASES.keys())
def test_the_clinicians_print_of_a_usual_case(some: tuple[str, str]) -> None:
    assert outside(read(printed(case(*some)))) == ""


@pytest.mark.parametrize("some", CASES.values(), ids=CASES.keys())
def test_what_a_person_is_told(some: tuple[str, str]) -> None:
    assert [text for text in told(case(*some)) if outside(text)] == []


@pytest.mark.parametrize("full", FULL.values(), ids=FULL.keys())
def test_what_a_person_with_every_sign_is_told(full: tuple[str, int]) -> None:
    row = stored(full[0], everything(PATHWAYS[full[0]], full[1]))
    assert [text for text in told(row) if outside(text)] == []


def told(row: Stored) -> list[str]:
    """Every text that a result page can show."""
    frozen, answers = cast("FrozenResult", row.result), cast("dict[str, Any]", row.answers)
    outcome = build_outcome(frozen, answers, submitted_at=NOW, now=NOW, reference="BP-7K3M-9QD")
    found = list(texts(outcome))
    assert len(found) > 20
    return found


def test_a_word_that_was_glued_on_is_found() -> None:
    assert outside("⟦a ⟦b⟧ c⟧ and ⟦d⟧: 3 PEDS-AGE-01") == "and"
