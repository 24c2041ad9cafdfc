"""What holds for every summary, over the whole registry and over random answer sets."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings

from assessments.summary import Mark, Summary, systems
from tests.assessments.stored import Stored, case, printed, stored, summary_of
from tests.triage.strategies import adult_partial_sets, adult_sets, pediatric_partial_sets, pediatric_sets
from triage.intake import to_json
from triage.model import Choice, Kind, Pathway, Question
from triage.pathways import PATHWAYS

NO = {"no", "none", "normal", "no_cause"}
UNSURE = {"not_sure", "unclear", "prefer_not", "not_looked"}

usual = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
# What has to be answered so that a question is asked.
SHOWN_WITH = {
    "adult": {
        "arm_signs": "location=neck",
        "leg_walk_pattern": "leg_pain=below_knee",
        "ibp": "duration=gt_12w",
        "morning_stiff": "duration=gt_12w",
        "point_tender": "age_years=60",
        "pregnancy": "sex=female",
        "pregnancy_signs": "sex=female; pregnancy=over_20w",
        "cancer_type": "cancer=yes",
        "goal_ability": "goal_text=walk",
    },
    "pediatric": {
        "child_age_months": "child_age_years=0",
        "injury_when": "injury=minor",
        "infant_signs": "child_age_years=1",
        "night_relief": "night_pain=wakes_most",
        "sports": "pain_triggers=bending_back",
    },
}
# Options whose own words say nothing beyond the heading or the mark they stand under.
SAID_BY_ITS_MARK = {"yes", "no", "none", "not sure"}


def _words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def _each_option() -> Iterator[tuple[str, str, str]]:
    for pathway in PATHWAYS.values():
        for question in pathway.questions:
            for choice in question.options:
                yield pathway.name, question.key, choice.key


def _choosing(pathway: Pathway, question: Question, choice: Choice) -> Stored:
    changes = SHOWN_WITH[pathway.name].get(question.key, "")
    row = case(pathway.name, changes)
    answers = dict(cast("dict[str, Any]", row.answers))
    answers[question.key] = choice.key if question.kind is Kind.SINGLE else [choice.key]
    if question.key == "answered_by":
        answers["child_age_years"] = 13
    if choice.key in ("bulging_soft_spot", "not_walking_yet"):
        answers["child_age_years"] = 1
    return stored(pathway.name, answers)


@pytest.mark.parametrize(("name", "key", "option"), list(_each_option()))
def test_every_option_of_every_question_is_printed(name: str, key: str, option: str) -> None:
    pathway = PATHWAYS[name]
    question = pathway.by_key[key]
    choice = question.by_key[option]
    page = _words(printed(_choosing(pathway, question, choice)))
    assert _how_it_is_told(question, choice).lower() in page.lower()


def _how_it_is_told(question: Question, choice: Choice) -> str:
    if choice.key == "not_apply":
        return f"Does not apply, as answered {question.short}"
    marked = any(
        part.question is question
        for system in (*systems.ADULT_SYSTEMS, *systems.ADULT_RISKS, *systems.PEDIATRIC_SYSTEMS)
        for part in system.parts
    )
    if marked and question.kind is Kind.MULTI and choice.key in NO | UNSURE:
        # "None" and "not sure" are told by the signs that they deny or leave open.
        return next(other.short for other in question.options if other.key not in NO | UNSURE)
    return question.short if choice.short in SAID_BY_ITS_MARK else choice.short


def test_every_question_stands_in_exactly_one_place() -> None:
    lines = {
        "adult": (
            *systems.ADULT_HEADER,
            *systems.ADULT_RISK_LINES,
            *systems.ADULT_HISTORY,
            *systems.ADULT_FUNCTION,
            *systems.ADULT_MEDICINES,
            *systems.ADULT_GOALS,
            *systems.ADULT_VISIT,
        ),
        "pediatric": (*systems.PEDIATRIC_HEADER, *systems.PEDIATRIC_HISTORY),
    }
    marked = {
        "adult": (*systems.ADULT_SYSTEMS, *systems.ADULT_RISKS),
        "pediatric": systems.PEDIATRIC_SYSTEMS,
    }
    for name, pathway in PATHWAYS.items():
        places = Counter((question.key, None) for question in lines[name])
        signs: Counter[tuple[str, str | None]] = Counter()
        for system in marked[name]:
            for part in system.parts:
                signs.update((part.question.key, choice.key) for choice in part.choices)
        split = {key for key, _ in signs}
        assert {key for key, _ in places} | split == set(pathway.by_key)
        assert not {key for key, _ in places} & split
        assert {*places.values(), *signs.values()} == {1}


# --- random answer sets -----------------------------------------------------------------------------


def _finished(pathway: str, answers: Mapping[str, Any]) -> Stored:
    return stored(pathway, _given(answers))


def _given(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {key: to_json(value) for key, value in answers.items() if value not in (None, "", [])}


def _items(summary: Summary, mark: Mark) -> list[str]:
    rows = (row for section in summary.sections for row in (*section.systems, *section.negatives))
    return [item.text for row in rows for item in row.items if item.mark is mark]


def _check(row: Stored) -> None:
    summary = summary_of(row)
    page = _words(printed(row))
    result = cast("dict[str, Any]", row.result)
    _check_what_spoke(page, summary, result)
    _check_answers(page, summary, row, set(result["shown"]))


def _check_what_spoke(page: str, summary: Summary, result: Mapping[str, Any]) -> None:
    spoke = [
        found["id"] for name in ("findings", "flags", "panels", "differential") for found in result[name]
    ]
    assert [found for found in spoke if found not in page] == []
    red_flags = [
        flag for section in summary.sections for flag in section.red_flags if flag.mark is Mark.PRESENT
    ]
    assert len(red_flags) == result["counts"].get("RF_COUNT", 0)


def _check_answers(page: str, summary: Summary, row: Stored, shown: set[str]) -> None:
    pathway = PATHWAYS[row.pathway]
    answers = cast("dict[str, Any]", row.answers)
    denied: set[str] = set()
    unsure = " ".join(_items(summary, Mark.NOT_EXCLUDED)) + _unsure_lines(summary)
    for key, answer in answers.items():
        question = pathway.by_key.get(key)
        if question is None or key not in shown or not question.options or question.kind is Kind.RATED:
            continue
        chosen = set(answer) if isinstance(answer, list) else {answer}
        if chosen <= NO:
            denied |= {question.short, *(choice.short for choice in question.options)}
        for choice in question.options:
            if choice.key in chosen - NO - UNSURE and choice.else_counts_as == "":
                wanted = _how_it_is_told(question, choice)
                assert wanted.lower() in page.lower(), choice.key
        if _leaves_something_open(question, chosen):
            assert question.short in unsure or any(c.short in unsure for c in question.options), key
    for text in _items(summary, Mark.ABSENT):
        assert text in denied or text.partition(": ")[0] in denied, text


def _leaves_something_open(question: Question, chosen: set[str]) -> bool:
    """Not sure, beside at least one sign that was not ticked."""
    rest = question.option_keys - chosen - NO - UNSURE - {"nothing"}
    return bool(chosen & UNSURE) and bool(rest)


def _unsure_lines(summary: Summary) -> str:
    lines = [line for section in summary.sections for line in section.lines] + list(summary.header.people)
    return " ".join(f"{line.label} {said.text}" for line in lines for said in line.said if said.unsure)


@usual
@given(adult_sets)
def test_an_adult_summary_tells_what_spoke_and_every_answer(answers: Mapping[str, Any]) -> None:
    _check(_finished("adult", answers))


@usual
@given(pediatric_sets)
def test_a_pediatric_summary_tells_what_spoke_and_every_answer(answers: Mapping[str, Any]) -> None:
    _check(_finished("pediatric", answers))


@usual
@given(adult_partial_sets)
def test_an_unfinished_adult_form_denies_nothing_that_was_not_answered(answers: Mapping[str, Any]) -> None:
    _check(stored("adult", _given(answers), finished=False))


@usual
@given(pediatric_partial_sets)
def test_an_unfinished_pediatric_form_denies_nothing_that_was_not_answered(
    answers: Mapping[str, Any],
) -> None:
    _check(stored("pediatric", _given(answers), finished=False))


def test_the_longest_rows_tell_every_own_word() -> None:
    for name, pathway in PATHWAYS.items():
        row = case(name, words=_texts(pathway))
        page = _words(printed(row))
        for text in _texts(pathway).values():
            assert text in page


def _texts(pathway: Pathway) -> dict[str, str]:
    texts = [q.key for q in pathway.questions if q.kind is Kind.TEXT]
    notes = [q.text_key for q in pathway.questions if q.note_label and q.key != "cancer_type"]
    return {key: f"own words of {key} " * 20 + "END" for key in (*texts, *notes)}
