"""The specification's short notation for answers: "key=option+option; key=7".

Examples of a rule may write several at once: "fever=yes|not_sure; pain_now=8" is two examples.
"""

from __future__ import annotations

from itertools import product

from triage.conditions import Answer
from triage.model import Kind, Pathway

BLANK = "(blank)"


def parse_answers(pathway: Pathway, notation: str) -> dict[str, Answer]:
    """Answers written in short notation. `key=(blank)` gives an empty answer.

    Raises KeyError or ValueError on an unknown question or option.
    """
    answers: dict[str, Answer] = {}
    for part in filter(None, (part.strip() for part in notation.split(";"))):
        key, _, value = (text.strip() for text in part.partition("="))
        answers[key] = _parse(pathway, key, value)
    return answers


def each_of(notation: str) -> list[str]:
    """The single examples that a notation with alternatives ("|") stands for."""
    parts = [part.strip().partition("=") for part in notation.split(";") if part.strip()]
    choices = [[f"{key}={value.strip()}" for value in values.split("|")] for key, _, values in parts]
    return ["; ".join(chosen) for chosen in product(*choices)]


def with_changes(pathway: Pathway, changes: str) -> dict[str, Answer]:
    """The pathway's baseline answers with `changes` made to them."""
    changed = parse_answers(pathway, pathway.baseline) | parse_answers(pathway, changes)
    return {key: answer for key, answer in changed.items() if answer != ""}


def _parse(pathway: Pathway, key: str, value: str) -> Answer:
    question = pathway.by_key[key]
    if value == BLANK:
        return ""
    if question.kind is Kind.WHOLE:
        return int(value)
    if question.kind is Kind.DECIMAL:
        return float(value)
    if question.kind is Kind.TEXT:
        return value
    chosen = value.split("+")
    unknown = {item.partition(":")[0] for item in chosen} - question.option_keys
    if unknown:
        raise ValueError(f"{key} has no option {', '.join(sorted(unknown))}")
    return chosen[0] if question.kind is Kind.SINGLE else frozenset(chosen)
