"""The words where a wrong translation could hurt somebody: red-flag questions, reasons, emergency texts.

They are translated back by somebody who has not seen the English, and compared. The record lies beside
the catalogue (`locale/<language>/back_translation.json`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from assessments.guidance import GUIDANCE, shared
from assessments.guidance.model import Advice, Tier
from triage.model import Level, Pathway, Question
from triage.pathways import PATHWAYS
from triage.words import Text, Voiced, both
from triage_site import errors

URGENT = (Level.EMERGENCY_NOW, Level.URGENT_SAME_DAY)


def red_flag_words() -> dict[str, str]:
    """Every such English string, by the place it stands (the first of several)."""
    words: dict[str, str] = {}
    for place, text in _places():
        for number, english in enumerate(both(text)):
            words.setdefault(english, f"{place}{' (other voice)' if number else ''}")
    return {place: english for english, place in words.items() if english}


def _places() -> Iterator[tuple[str, Text]]:
    for pathway in PATHWAYS.values():
        for question in _red_flag_questions(pathway):
            yield from _of_question(pathway, question)
        for rule in pathway.rules:
            yield rule.id, rule.patient
        said = GUIDANCE[pathway.name]
        for advice in said.advice:
            if advice.level in URGENT:
                yield from _strings(f"{pathway.name} advice {advice.level.name}", advice)
        for tier in said.safety_net:
            yield from _strings(f"{pathway.name} safety net", tier)
        for name in ("safety_net_close", "stay_still", "alone_in_emergency", "poison_first", "measure_fever"):
            yield from _texts(f"{pathway.name} {name}", getattr(said, name))
    for name in ("EMERGENCY_LINE", "CALL_EMERGENCY", "CALL_IF_NOT_SAFE", "CALL_POISON_CONTROL", "HELP_LINES"):
        yield name, getattr(shared, name)
    for text in (*errors.EMERGENCY_ADVICE, *errors.EMERGENCY_SIGNS):
        yield "error pages", _english(text)


def _red_flag_questions(pathway: Pathway) -> Iterator[Question]:
    """The gates, and every question that a rule reads whose level is today or now."""
    read = {key for rule in pathway.rules if rule.level in URGENT for key in rule.when.questions()}
    on_gates = {question.key for page in pathway.pages if page.gate for question in page.questions}
    yield from (question for question in pathway.questions if question.key in read | on_gates)


def _of_question(pathway: Pathway, question: Question) -> Iterator[tuple[str, Text]]:
    place = f"{pathway.name} {question.key}"
    for part in ("text", "hint", "help", "unsure_help"):
        yield f"{place} {part}", getattr(question, part)
    for option in question.options:
        yield f"{place}={option.key}", option.text
        yield f"{place}={option.key} hint", option.hint


def _strings(place: str, thing: Advice | Tier) -> Iterator[tuple[str, Text]]:
    for field in dataclasses.fields(thing):
        yield from _texts(f"{place} {field.name}", getattr(thing, field.name))


def _texts(place: str, value: object) -> Iterator[tuple[str, Text]]:
    if isinstance(value, tuple):
        for number, part in enumerate(value, start=1):
            yield from _texts(f"{place} {number}", part)
    elif isinstance(value, str | Voiced):
        yield place, value


def _english(text: object) -> str:
    """The msgid of a lazy translation: what it says in English."""
    from django.utils.translation import override

    with override("en"):
        return str(text)
