"""What one answer asks for all by itself, worked out from the rules: the marks beside the boxes on paper.

Nobody watches a sheet of paper, so the sheet has to say what the site would say at once. An answer is
evaluated alone, as if nothing else had been answered yet; combinations are left to whoever keys the sheet in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from assessments.text import spoken
from triage.conditions import Answer
from triage.engine import evaluate
from triage.examples import with_changes
from triage.model import Kind, Level, Pathway, Question, Result, Transport
from triage.pathways import PATHWAYS
from triage.words import _


class Action(Enum):
    """What to do when one box is marked."""

    CALL = "call"
    GO = "go"
    TODAY = "today"

    @property
    def words(self) -> str:
        """The words beside the box."""
        return spoken(WORDS[self])

    @property
    def is_emergency(self) -> bool:
        """Whether everything else has to wait."""
        return self is not Action.TODAY


WORDS = {
    Action.CALL: _("STOP: call {emergency_number} now"),
    Action.GO: _("STOP: go to the emergency room now"),
    Action.TODAY: _("Call the clinic today"),
}


@dataclass(frozen=True)
class NumberMark:
    """From `least` to `most` the number asks for `action`."""

    least: float
    most: float
    action: Action


def alone(pathway: Pathway, question: Question, answer: Answer) -> Result:
    """What the rules say about one answer while nothing else is known."""
    return evaluate(pathway, {question.key: answer}, finished=False, surely_shown=(question.key,))


@cache
def option_marks(pathway_name: str) -> dict[tuple[str, str], Action]:
    """The marks of all options, by question and option key."""
    pathway = PATHWAYS[pathway_name]
    found = {
        (question.key, option.key): _action(pathway, question, _chosen(question, option.key))
        for question in pathway.questions
        if question.kind in (Kind.SINGLE, Kind.MULTI)
        for option in question.options
    }
    return {place: action for place, action in found.items() if action}


@cache
def number_marks(pathway_name: str) -> dict[str, tuple[NumberMark, ...]]:
    """The marks of all numbers that are written in, by question key."""
    pathway = PATHWAYS[pathway_name]
    numbers = (q for q in pathway.questions if q.kind in (Kind.WHOLE, Kind.DECIMAL))
    found = {question.key: tuple(_ranges(pathway, question)) for question in numbers}
    return {key: marks for key, marks in found.items() if marks}


def _chosen(question: Question, option: str) -> Answer:
    return frozenset({option}) if question.kind is Kind.MULTI else option


def _ranges(pathway: Pathway, question: Question) -> Iterator[NumberMark]:
    """Runs of numbers that ask for the same."""
    start, running, last = 0.0, None, 0.0
    for number in _numbers(pathway, question):
        action = _action(pathway, question, number)
        if action is not running:
            if running:
                yield NumberMark(start, last, running)
            start, running = number, action
        last = number
    if running:
        yield NumberMark(start, last, running)


def _numbers(pathway: Pathway, question: Question) -> Iterator[int | float]:
    least, most = question.minimum, question.maximum
    if question is pathway.age:
        least, most = pathway.youngest, pathway.oldest
    if question.kind is Kind.WHOLE:
        yield from range(int(least), int(most) + 1)
    else:
        yield from (tenths / 10 for tenths in range(round(least * 10), round(most * 10) + 1))


def _action(pathway: Pathway, question: Question, answer: Answer) -> Action | None:
    """An emergency is one when the answer stands alone. "Today" must also hold with all else in order.

    Some answers are only unclear while nothing else is known: they would send people in for nothing.
    """
    result = alone(pathway, question, answer)
    if result.level is Level.EMERGENCY_NOW:
        return Action.CALL if result.transport is Transport.CALL_911 else Action.GO
    if result.level is not Level.URGENT_SAME_DAY:
        return None
    else_in_order = {**with_changes(pathway, ""), question.key: answer}
    level = evaluate(pathway, else_in_order, surely_shown=(question.key,)).level
    return Action.TODAY if level is not None and level >= Level.URGENT_SAME_DAY else None
