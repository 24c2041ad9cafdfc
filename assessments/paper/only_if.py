"""Conditions in the words of the person who fills in the paper form: "Answer only if ..." with numbers.

Whole sentences only, so that each can be translated. Every kind of condition that decides what is asked
has one; any other kind is an error, which a test over all questions finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from assessments.text import spoken
from triage.conditions import AllOf, Answered, AnyOf, AtLeast, Below, Condition, Fact, Has, Is, Not
from triage.engine_conditions import ALWAYS
from triage.model import Pathway

Numbers = Mapping[str, int]


@dataclass(frozen=True)
class OnlyIf:
    """A sentence, and the points under it where it opens a list."""

    text: str
    points: tuple[OnlyIf, ...] = ()


def only_if(condition: Condition, pathway: Pathway, numbers: Numbers) -> OnlyIf | None:
    """When a question is to be answered, or None where it always is. TypeError: there are no words for it."""
    plain = _plain(condition, pathway)
    if plain is ALWAYS:
        return None
    if isinstance(plain, AllOf | AnyOf):
        heading = (
            _("Answer only if all of these are true:")
            if isinstance(plain, AllOf)
            else _("Answer only if one of these is true:")
        )
        return OnlyIf(heading, _points(plain, pathway, numbers))
    return OnlyIf(_sentence(plain, numbers))


def age_limit(condition: Condition, pathway: Pathway) -> str:
    """For whom an option is, or "" where it is for all. TypeError where it is not the age that decides."""
    if condition is ALWAYS:
        return ""
    if isinstance(condition, AtLeast) and condition.question is pathway.age:
        return _("For age %(age)s or older") % {"age": f"{condition.bound:g}"}
    if isinstance(condition, Below) and condition.question is pathway.age:
        return _("For age under %(age)s") % {"age": f"{condition.bound:g}"}
    raise TypeError(f"no words for the option condition {condition.expression()}")


def _points(condition: AllOf | AnyOf, pathway: Pathway, numbers: Numbers) -> tuple[OnlyIf, ...]:
    return tuple(_point(part, pathway, numbers) for part in condition.conditions)


def _point(condition: Condition, pathway: Pathway, numbers: Numbers) -> OnlyIf:
    if isinstance(condition, AllOf | AnyOf):
        heading = _("All of these are true:") if isinstance(condition, AllOf) else _("One of these is true:")
        return OnlyIf(heading, _points(condition, pathway, numbers))
    return OnlyIf(_statement(condition, numbers))


def _plain(condition: Condition, pathway: Pathway) -> Condition:
    """The same condition without names, and without an age that everyone on this pathway has."""
    if isinstance(condition, Fact):
        return _plain(condition.condition, pathway)
    if isinstance(condition, AtLeast) and condition.question is pathway.age:
        return ALWAYS if condition.bound <= pathway.youngest else condition
    if isinstance(condition, AllOf | AnyOf):
        parts = tuple(_plain(part, pathway) for part in condition.conditions)
        if isinstance(condition, AnyOf):
            return ALWAYS if ALWAYS in parts else AnyOf(parts)
        kept = tuple(part for part in parts if part is not ALWAYS)
        return AllOf(kept) if len(kept) > 1 else (kept or (ALWAYS,))[0]
    return condition


def _sentence(condition: Condition, numbers: Numbers) -> str:
    """The only condition of a question, as a sentence of its own."""
    words = _words(condition, numbers)
    match condition:
        case Is() | Has():
            return _("Answer only if you chose %(answers)s in question %(number)s.") % words
        case Not(Is() | Has()):
            return _("Answer only if you did not choose %(answers)s in question %(number)s.") % words
        case AtLeast():
            return _("Answer only if the number in question %(number)s is %(bound)s or more.") % words
        case Below():
            return _("Answer only if the number in question %(number)s is less than %(bound)s.") % words
        case Answered():
            return _("Answer only if you answered question %(number)s.") % words
    raise TypeError(f"no words for {condition.expression()}")


def _statement(condition: Condition, numbers: Numbers) -> str:
    """One point of a list of conditions."""
    words = _words(condition, numbers)
    match condition:
        case Is() | Has():
            return _("You chose %(answers)s in question %(number)s.") % words
        case Not(Is() | Has()):
            return _("You did not choose %(answers)s in question %(number)s.") % words
        case AtLeast():
            return _("The number in question %(number)s is %(bound)s or more.") % words
        case Below():
            return _("The number in question %(number)s is less than %(bound)s.") % words
    raise TypeError(f"no words for {condition.expression()}")


def _words(condition: Condition, numbers: Numbers) -> dict[str, str]:
    """What the sentences name: the number of the question, the options, the bound."""
    term = condition.condition if isinstance(condition, Not) else condition
    match term:
        case Is() | Has():
            options = (term.question.by_key[key] for key in term.question.in_order(term.options))
            quoted = [_("“%(answer)s”") % {"answer": spoken(option.text)} for option in options]
            answers = get_text_list(quoted, _("or"))
            return {"answers": answers, "number": str(numbers[term.question.key])}
        case AtLeast() | Below():
            return {"bound": f"{term.bound:g}", "number": str(numbers[term.question.key])}
        case Answered():
            return {"number": str(numbers[term.question.key])}
    raise TypeError(f"no words for {condition.expression()}")
