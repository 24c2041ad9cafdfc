"""Reading answers that come from outside: JSON values in, valid answers out, or a clear sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from triage.conditions import Answer
from triage.model import Kind, Pathway, Question


class AnswerError(ValueError):
    """An answer does not fit its question. The message says which and why."""


def read_answers(pathway: Pathway, raw: object, *, finished: bool = True) -> dict[str, Answer]:
    """Turn a JSON object of answers into what `evaluate` takes.

    Null, empty text and empty lists are blanks and are left out. Raises AnswerError on an unknown
    key or option, a wrong type, a number out of range, an age outside the pathway, and on a finished
    form without an age where the pathway has no meaning for a blank one.
    """
    if not isinstance(raw, Mapping):
        raise AnswerError("answers must be an object of question keys and answers")
    answers: dict[str, Answer] = {}
    texts = {question.text_key for question in pathway.questions if question.note_label}
    for key, value in raw.items():
        question = pathway.by_key.get(key)
        if question is None and key not in texts:
            raise AnswerError(f"unknown question {key!r}")
        if value is None or value == "" or value == []:
            continue
        answers[key] = _text(key, value) if question is None else _read(question, value)
    _check_age(pathway, answers)
    if finished and not pathway.age.blank_counts_as and pathway.age.key not in answers:
        raise AnswerError(f"{pathway.age.key} is missing: the age decides the pathway")
    return answers


def to_json(answer: Answer) -> Any:
    """An answer as a JSON value; a set becomes a sorted list."""
    return sorted(answer) if isinstance(answer, frozenset) else answer


def _check_age(pathway: Pathway, answers: Mapping[str, Answer]) -> None:
    age = answers.get(pathway.age.key)
    if isinstance(age, int) and not pathway.youngest <= age <= pathway.oldest:
        raise AnswerError(
            f"{pathway.age.key} {age} is outside the {pathway.name} pathway"
            f" ({pathway.youngest} to {pathway.oldest})"
        )


def _read(question: Question, value: object) -> Answer:
    if question.kind is Kind.SINGLE:
        return _option(question, value)
    if question.kind is Kind.MULTI:
        return frozenset(_option(question, item) for item in _list(question, value))
    if question.kind is Kind.RATED:
        return frozenset(_rated(question, item) for item in _list(question, value))
    if question.kind is Kind.TEXT:
        return _text(question.key, value)
    return _number(question, value)


def _list(question: Question, value: object) -> list[object]:
    if isinstance(value, Mapping) and question.kind is Kind.RATED:
        return [f"{item}:{rating}" if rating else item for item, rating in value.items()]
    if not isinstance(value, list):
        raise AnswerError(f"{question.key} needs a list of options")
    return value


def _option(question: Question, value: object) -> str:
    if not isinstance(value, str):
        raise AnswerError(f"{question.key} needs an option key, not {type(value).__name__}")
    if value not in question.option_keys:
        raise AnswerError(f"{question.key} has no option {value!r}")
    return value


def _rated(question: Question, value: object) -> str:
    if not isinstance(value, str):
        raise AnswerError(f"{question.key} needs texts like 'heat' or 'heat:helped'")
    item, _, rating = value.partition(":")
    _option(question, item)
    if rating and rating not in {choice.key for choice in question.ratings}:
        raise AnswerError(f"{question.key} has no rating {rating!r}")
    return value


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise AnswerError(f"{key} needs text, not {type(value).__name__}")
    return value


def _number(question: Question, value: object) -> int | float:
    whole = question.kind is Kind.WHOLE
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        raise AnswerError(f"{question.key} needs a {question.kind.value}")
    if not question.minimum <= value <= question.maximum:
        raise AnswerError(
            f"{question.key} must be from {question.minimum:g} to {question.maximum:g}, not {value}"
        )
    return value
