"""Forms of the question pages, built from the questionnaire. The only place that knows both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from assessments.fields import (
    BodyMapField,
    CheckboxesField,
    DecimalNumberField,
    LongTextField,
    RadioField,
    RatedListField,
    ShortTextField,
    WholeNumberField,
)
from assessments.flow import Flow
from assessments.held import HeldForm
from assessments.helper import fields_only
from assessments.text import spoken
from triage.conditions import Answer, Facts
from triage.intake import to_json
from triage.model import EXCLUSIVE_OPTIONS, Choice, Kind, Page, Question
from triage.pathways import PATHWAYS

NOTE_LENGTH = 200
LONG_TEXT = 200
FAHRENHEIT = "°F"
LIKELY_CELSIUS = (30.0, 45.0)
# Any age may be typed on either pathway: it decides which of the two goes on.
AGE_KEYS = frozenset(pathway.age.key for pathway in PATHWAYS.values())
OLDEST = max(pathway.oldest for pathway in PATHWAYS.values())


class QuestionForm(HeldForm):
    """One page of questions. `plan` says which; fields are built for the answers given so far.

    `in_doubt`: the answers do not fit together, so what they mean is asked before it is acted on.
    """

    use_required_attribute = False

    def __init__(self, plan: PagePlan, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=plan.initial)
        self.plan = plan
        self.in_doubt = False
        for question in plan.questions:
            self.fields[question.key] = _field(question, plan)
            if question.note_label:
                self.fields[question.text_key] = ShortTextField(
                    label=plan.say(question.note_label), required=False, max_length=NOTE_LENGTH
                )
        self.helper = fields_only()
        if plan.is_group:
            self.helper.heading = plan.say(plan.page.title)
            self.helper.intro = plan.say(plan.page.intro)

    def clean(self) -> dict[str, Any]:
        """Convert units and ask again about answers that do not fit together."""
        cleaned = super().clean() or self.cleaned_data
        facts = Facts(self.given(cleaned))
        for doubt in self.plan.page.doubts:
            if doubt.when.holds(facts):
                self.in_doubt = True
                self.add_error(doubt.question.key, self.plan.say(doubt.text))
        return cleaned

    def given(self, cleaned: Mapping[str, Any]) -> dict[str, Answer]:
        """The valid answers among the cleaned values."""
        answers = {}
        for question in self.plan.questions:
            for key in (question.key, question.text_key):
                answer = _answer(question, key, cleaned.get(key))
                if answer is not None:
                    answers[key] = answer
        return answers

    @property
    def answers(self) -> dict[str, Answer | None]:
        """What the page says about each of its questions; None = left blank.

        A blank where an answer is never shown again means "not changed", not "taken back".
        """
        given = self.given(self.cleaned_data)
        keys = [key for key in self.fields if key in given or not self._is_private(key)]
        return {key: given.get(key) for key in keys}

    def _is_private(self, key: str) -> bool:
        return any(question.key == key and question.never_echo for question in self.plan.questions)


@dataclass(frozen=True)
class PagePlan:
    """What a page shows: its questions and options, given the answers so far, and in which voice.

    `everything` offers all questions and options: for when the answers so far cannot be read.
    """

    page: Page
    questions: tuple[Question, ...]
    answers: Mapping[str, Answer]
    other_voice: bool
    everything: bool = False

    @classmethod
    def of(cls, flow: Flow, page: Page) -> PagePlan:
        """The plan of a page in a flow."""
        return cls(page, flow.questions(page), flow.answers, flow.other_voice)

    @classmethod
    def without_answers(cls, page: Page) -> PagePlan:
        """The plan of a page while nothing is known about earlier answers."""
        return cls(page, page.questions, {}, other_voice=False, everything=True)

    @property
    def is_group(self) -> bool:
        """Whether the page has a heading of its own above several questions."""
        return bool(self.page.title) and len(self.questions) > 1

    def say(self, text: Any) -> str:
        """Words in the voice of this page."""
        return spoken(text, other_voice=self.other_voice)

    def options(self, question: Question) -> list[Choice]:
        """The options offered."""
        facts = Facts(self.answers)
        return [option for option in question.options if self.everything or option.offered_when.holds(facts)]

    @cached_property
    def initial(self) -> dict[str, Any]:
        """Saved answers to show in the fields."""
        saved = {}
        for question in self.questions:
            for key in (question.key, question.text_key):
                if key in self.answers and not question.never_echo:
                    saved[key] = to_json(self.answers[key])
        return saved

    @cached_property
    def key(self) -> tuple[Any, ...]:
        """What the look of the empty page depends on, besides the language."""
        offered = tuple(tuple(option.key for option in self.options(question)) for question in self.questions)
        return (self.page.code, tuple(q.key for q in self.questions), offered, self.other_voice)


def _answer(question: Question, key: str, value: Any) -> Answer | None:
    if value in (None, "", []):
        return None
    if isinstance(value, list):
        return frozenset(value)
    answer: Answer = value
    if question.unit == FAHRENHEIT and key == question.key and _is_celsius(value):
        answer = round(value * 9 / 5 + 32, 1)
    return answer


def _is_celsius(value: float) -> bool:
    low, high = LIKELY_CELSIUS
    return low <= value <= high


def _field(question: Question, plan: PagePlan) -> forms.Field:
    common: dict[str, Any] = {
        "label": plan.say(question.text),
        "required": question.required,
        "page_heading": not plan.is_group,
        "help_text": plan.say(question.hint),
        "details": _details(question, plan),
    }
    if question.kind in (Kind.SINGLE, Kind.MULTI):
        return _choice_field(question, plan, common)
    if question.kind is Kind.RATED:
        choices = [(option.key, plan.say(option.text)) for option in question.options]
        ratings = [(rating.key, plan.say(rating.text)) for rating in question.ratings]
        return RatedListField(choices=choices, ratings=ratings, **common)
    if question.kind is Kind.TEXT:
        kind = LongTextField if question.max_length > LONG_TEXT else ShortTextField
        return kind(max_length=question.max_length, **common)
    return _number_field(question, plan, common)


def _number_field(question: Question, plan: PagePlan, common: dict[str, Any]) -> forms.Field:
    maximum = OLDEST if question.key in AGE_KEYS else question.maximum
    common |= {"minimum": question.minimum, "maximum": maximum, "suffix": plan.say(question.unit)}
    common["error_messages"] = {
        "required": _("Enter a number from %(least)s to %(most)s")
        % {"least": f"{question.minimum:g}", "most": f"{question.maximum:g}"}
    }
    if question.kind is Kind.WHOLE:
        return WholeNumberField(**common)
    if question.unit == FAHRENHEIT:
        return TemperatureField(**common)
    return DecimalNumberField(**common)


class TemperatureField(DecimalNumberField):
    """A temperature in °F; one in °C is taken as such, since the two ranges do not meet."""

    def __init__(self, *, minimum: float, maximum: float, **common: Any) -> None:
        super().__init__(minimum=LIKELY_CELSIUS[0], maximum=maximum, **common)
        self.least_fahrenheit = minimum

    def to_python(self, value: object) -> float | None:
        """The number as typed; ValidationError when it is neither a likely °C nor a likely °F."""
        number = super().to_python(value)
        if number is not None and not _is_celsius(number) and number < self.least_fahrenheit:
            raise forms.ValidationError(
                _("Enter a temperature such as 101.5 (°F) or 38.6 (°C), or leave this empty"), code="range"
            )
        return number


def _choice_field(question: Question, plan: PagePlan, common: dict[str, Any]) -> forms.Field:
    options = plan.options(question)
    offered = [option.key for option in options]
    common |= {
        "choices": [(option.key, plan.say(option.text)) for option in options],
        "option_hints": {option.key: plan.say(option.hint) for option in options if option.hint},
        "option_groups": _groups(options, plan),
        "dividers": _dividers(question, offered),
    }
    if question.kind is Kind.SINGLE:
        return RadioField(error_messages={"required": _required_words(question, plan)}, **common)
    common["exclusive"] = EXCLUSIVE_OPTIONS.intersection(offered)
    if question.figure:
        return BodyMapField(figure=question.figure, side_labels=_sides(question, plan), **common)
    return CheckboxesField(**common)


def _sides(question: Question, plan: PagePlan) -> tuple[str, str] | None:
    """Whose left and right the drawing shows, where that is not what the figure itself says."""
    if not plan.other_voice:
        return None
    if question.figure == "adult":
        return _("Their left"), _("Their right")
    return _("Your left"), _("Your right")


def _required_words(question: Question, plan: PagePlan) -> str:
    """What to do about a missing answer; on a page with several questions, to which of them."""
    if plan.is_group:
        return _("%(question)s Choose an answer") % {"question": plan.say(question.text)}
    if "not_sure" in question.option_keys:
        return _("Choose an answer. If you do not know, choose the answer that says you are not sure")
    return _("Choose an answer")


def _groups(options: Sequence[Choice], plan: PagePlan) -> dict[str, str]:
    """The heading before the first option of each group."""
    groups: dict[str, str] = {}
    current = ""
    for option in options:
        if option.group and option.group != current:
            groups[option.key] = plan.say(option.group)
        current = option.group
    return groups


def _dividers(question: Question, offered: Sequence[str]) -> dict[str, str]:
    if question.kind is not Kind.MULTI:
        return {}
    first = next((key for key in offered if key in EXCLUSIVE_OPTIONS), None)
    return {first: _("or")} if first and first != offered[0] else {}


def _details(question: Question, plan: PagePlan) -> list[tuple[str, str]]:
    details = []
    if question.help:
        details.append((_("What does this mean?"), plan.say(question.help)))
    if question.why:
        details.append((_("Why we ask this"), plan.say(question.why)))
    return details
