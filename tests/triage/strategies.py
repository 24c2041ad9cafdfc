"""Random answer sets as JSON values: complete, with blanks, near the baseline, partial. All invented."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.triage.specification import (
    ADULT_BASELINE,
    ADULT_QUESTIONS,
    PEDIATRIC_BASELINE,
    PEDIATRIC_QUESTIONS,
    AskedQuestion,
    Raw,
)

Values = st.SearchStrategy[Any]

ADULT_AGES = st.sampled_from([18, 35, 39, 40, 49, 50, 54, 55, 56, 59, 60, 64, 65, 69, 70, 82]) | st.integers(
    18, 120
)
NUMBERS: dict[str, Values] = {
    "age_years": ADULT_AGES,
    "pain_now": st.integers(0, 10),
    "goal_ability": st.integers(0, 10),
    "child_age_years": st.integers(0, 17),
    "child_age_months": st.integers(0, 11),
    "child_weight_lb": st.floats(4, 400).map(lambda number: round(number, 1)),
    "fever_temp_f": st.sampled_from([96.7, 96.8, 98.6, 99.4, 99.5, 100.3, 100.4])
    | st.integers(900, 1100).map(lambda tenths: tenths / 10),
}
TEXT = st.sampled_from(["", "walk the dog", "<b>bold</b>", "no", "collapse"])
RATINGS = ("helped", "some", "no", "worse")


def values_of(question: AskedQuestion) -> Values:
    """Any valid answer to a question."""
    if question.kind == "number":
        return NUMBERS[question.key]
    if question.kind == "text":
        return TEXT
    options = st.sampled_from(question.options)
    if question.kind == "single":
        return options
    if question.kind == "rated":
        rated = st.tuples(options, st.sampled_from(RATINGS)).map(":".join)
        return st.lists(options | rated, max_size=2, unique=True)
    return st.lists(options, max_size=3, unique=True)


def _sets(questions: dict[str, AskedQuestion], baseline: Raw) -> st.SearchStrategy[Raw]:
    values = {key: values_of(question) for key, question in questions.items()}

    @st.composite
    def near_baseline(draw: st.DrawFn) -> Raw:
        changed = draw(st.lists(st.sampled_from(sorted(values)), max_size=9, unique=True))
        return baseline | {key: draw(values[key] | st.none()) for key in changed}

    complete = st.fixed_dictionaries(values)
    with_blanks = st.fixed_dictionaries({key: value | st.none() for key, value in values.items()})
    return near_baseline() | near_baseline() | complete | with_blanks


@st.composite
def _first_pages(draw: st.DrawFn, sets: st.SearchStrategy[Raw]) -> Raw:
    """Answers of the first questions only, as after each page."""
    answers = draw(sets)
    keys = list(answers)
    return {key: answers[key] for key in keys[: draw(st.integers(0, len(keys)))]}


adult_sets = _sets(ADULT_QUESTIONS, ADULT_BASELINE)
adult_partial_sets = adult_sets | _first_pages(adult_sets)


def _with_age(answers: Raw) -> Raw:
    return answers if answers.get("child_age_years") is not None else answers | {"child_age_years": 12}


pediatric_partial_sets = _sets(PEDIATRIC_QUESTIONS, PEDIATRIC_BASELINE) | _first_pages(
    _sets(PEDIATRIC_QUESTIONS, PEDIATRIC_BASELINE)
)
pediatric_sets = _sets(PEDIATRIC_QUESTIONS, PEDIATRIC_BASELINE).map(_with_age)
