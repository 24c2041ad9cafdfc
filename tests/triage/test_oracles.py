"""The engine against independent evaluations of both specifications, over random answer sets."""

from __future__ import annotations

from hypothesis import event, given

from tests.triage import oracle_adult, oracle_pediatric
from tests.triage.compare import outcome
from tests.triage.specification import Raw
from tests.triage.strategies import adult_partial_sets, adult_sets, pediatric_partial_sets, pediatric_sets
from triage.adult import ADULT
from triage.pediatric import PEDIATRIC


@given(adult_sets)
def test_finished_adult_form_gives_what_the_specification_gives(answers: Raw) -> None:
    expected = oracle_adult.evaluate(answers)
    event(str(expected.level))
    assert outcome(ADULT, answers) == expected


@given(adult_partial_sets)
def test_unfinished_adult_form_gives_what_the_specification_gives(answers: Raw) -> None:
    expected = oracle_adult.evaluate(answers, finished=False)
    event(str(expected.level))
    assert outcome(ADULT, answers, finished=False) == expected


@given(pediatric_sets)
def test_finished_pediatric_form_gives_what_the_specification_gives(answers: Raw) -> None:
    expected = oracle_pediatric.evaluate(answers)
    event(str(expected.level))
    assert outcome(PEDIATRIC, answers) == expected


@given(pediatric_partial_sets)
def test_unfinished_pediatric_form_gives_what_the_specification_gives(answers: Raw) -> None:
    expected = oracle_pediatric.evaluate(answers, finished=False)
    event(str(expected.level))
    assert outcome(PEDIATRIC, answers, finished=False) == expected
