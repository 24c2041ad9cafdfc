"""What all form fields of the patient pages share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Required, TypedDict, Unpack

from django import forms
from django.core.exceptions import ValidationError

from assessments.bound import CareBoundField, Words

Choices = Sequence[tuple[str, Words]]
Messages = dict[str, Words]


class Basics(TypedDict, total=False):
    """What every Django field takes."""

    label: Words
    help_text: Words
    required: bool
    initial: Any
    error_messages: Messages


class Common(Basics, total=False):
    """What all our fields take; `CareField` says what each of them does."""

    page_heading: bool
    details: Sequence[tuple[Words, Words]]
    suffix: Words
    width: int
    autocomplete: str
    mark_optional: bool


class ChoiceOptions(Common, total=False):
    """What the fields with options take; `ChoicesField` says what each of them does."""

    choices: Required[Choices]
    option_hints: Mapping[str, Words]
    dividers: Mapping[str, Words]
    option_groups: Mapping[str, Words]
    exclusive: Iterable[str]


class TextOptions(Common, total=False):
    """What the text fields take."""

    max_length: Required[int]


class CareField(forms.Field):
    """What all our fields share.

    `page_heading`: the label or legend is the page's h1. `details`: (summary, text) pairs, folded, under
    the hint. `suffix`: the unit behind the box. `width`: of the box in characters, 0 for full width.
    `mark_optional`: whether "(optional)" follows the label of a field that may be left blank.
    """

    care_template: ClassVar[str]
    input_type: str = "text"
    input_mode: ClassVar[str] = ""
    counted: ClassVar[bool] = False
    bound_field_class: type[forms.BoundField] | None = CareBoundField

    def __init__(
        self,
        *,
        page_heading: bool = False,
        details: Sequence[tuple[Words, Words]] = (),
        suffix: Words = "",
        width: int = 0,
        autocomplete: str = "",
        mark_optional: bool = True,
        **basics: Unpack[Basics],
    ) -> None:
        super().__init__(**basics)
        self.page_heading = page_heading
        self.details = tuple(details)
        self.suffix = suffix
        self.width = width
        self.autocomplete = autocomplete
        self.mark_optional = mark_optional and not self.required

    def problem(self, code: str, **params: object) -> ValidationError:
        """The error `code` in the words of `error_messages`."""
        return ValidationError(self.error_messages[code], code=code, params=params)
