"""The form fields of every patient page. The "care" templates show them; the server checks are here.

Cleaned values can be stored as JSON: str, int, float, list of str in the order of the options, or None
for a blank. What was typed is cleaned, never guessed at: a wrong value gets an instruction, not a repair.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import ClassVar, Unpack

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from assessments.bodymap import FIGURES
from assessments.bound import BoundBodyMap, BoundChoices, BoundDate, BoundRatedList, Words
from assessments.care_field import CareField, ChoiceOptions, Choices, Common, Messages, TextOptions
from assessments.clean import clean_text

LONGEST_NUMBER = 12  # characters


class ChoicesField(CareField):
    """Options to choose from; the base of radio buttons, checkboxes and the body map.

    Keyed by option value: `option_hints`, a line under the option; `dividers`, a word ("or") before it;
    `option_groups`, a small heading before it. `exclusive`: the values that stand alone.
    """

    bound_field_class = BoundChoices
    default_error_messages: ClassVar[Messages] = {"invalid_choice": _("Choose an answer from the list")}

    def __init__(
        self,
        *,
        choices: Choices,
        option_hints: Mapping[str, Words] | None = None,
        dividers: Mapping[str, Words] | None = None,
        option_groups: Mapping[str, Words] | None = None,
        exclusive: Iterable[str] = (),
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.choices = list(choices)
        self.labels = dict(self.choices)
        self.option_hints = option_hints or {}
        self.dividers = dividers or {}
        self.option_groups = option_groups or {}
        self.exclusive = frozenset(exclusive)
        self.widget.choices = self.choices


class RadioField(ChoicesField):
    """One option out of several. Cleaned: its value, or None."""

    widget = forms.RadioSelect
    care_template = "care/layout/radios.html"
    default_error_messages: ClassVar[Messages] = {"required": _("Choose one answer")}

    def to_python(self, value: object) -> str | None:
        """The chosen value; ValidationError when it is not an option."""
        if value in self.empty_values:
            return None
        if not isinstance(value, str) or value not in self.labels:
            raise self.problem("invalid_choice")
        return value


class CheckboxesField(ChoicesField):
    """Any number of options. Cleaned: their values in the order of the options."""

    widget = forms.CheckboxSelectMultiple
    care_template = "care/layout/checkboxes.html"
    default_error_messages: ClassVar[Messages] = {
        "alone": _(
            "You chose “%(alone)s” and another answer. Choose only “%(alone)s”, or only the other answers"
        ),
    }

    def __init__(self, **options: Unpack[ChoiceOptions]) -> None:
        super().__init__(**options)
        if "required" not in options.get("error_messages", {}):
            self.error_messages["required"] = self._nothing_chosen()

    def _nothing_chosen(self) -> Words:
        alone = [label for option, label in self.choices if option in self.exclusive]
        if not alone:
            return _("Choose at least one answer")
        return format_lazy(_("Choose all that apply, or “{alone}”"), alone=alone[0])

    def to_python(self, value: object) -> list[str]:
        """The chosen values, each once; ValidationError when one of them is not an option."""
        if value in self.empty_values:
            return []
        chosen = [value] if isinstance(value, str) else value
        if not isinstance(chosen, list | tuple) or not all(option in self.labels for option in chosen):
            raise self.problem("invalid_choice")
        return [option for option in self.labels if option in chosen]

    def validate(self, value: list[str]) -> None:
        """ValidationError for nothing chosen, or for "none" together with something."""
        super().validate(value)
        alone = [option for option in value if option in self.exclusive]
        if alone and len(value) > 1:
            raise self.problem("alone", alone=self.labels[alone[0]])


class BodyMapField(CheckboxesField):
    """Checkboxes with a drawing of the back above them; touching a part ticks its checkbox.

    `figure` is "adult" or "child". `side_labels` name the left and the right side of the drawing, which
    shows the person from behind. ValueError when no option is a region of the figure.
    """

    bound_field_class = BoundBodyMap
    care_template = "care/layout/body_map.html"
    SIDES: ClassVar[dict[str, tuple[Words, Words]]] = {
        "adult": (_("Your left"), _("Your right")),
        "child": (_("The child's left"), _("The child's right")),
    }

    def __init__(
        self,
        *,
        figure: str = "adult",
        side_labels: tuple[Words, Words] | None = None,
        **options: Unpack[ChoiceOptions],
    ) -> None:
        super().__init__(**options)
        self.figure = figure
        self.left_label, self.right_label = side_labels or self.SIDES[figure]
        if self.labels.keys().isdisjoint(FIGURES[figure]):
            raise ValueError(f"no option is a region of the {figure} figure")


class NumberField(CareField):
    """A number typed in a text box, from `minimum` to `maximum`. The base of the two below."""

    widget = forms.TextInput
    care_template = "care/layout/input.html"
    default_error_messages: ClassVar[Messages] = {
        "required": _("Enter a number"),
        "range": _("Enter a number from %(minimum)s to %(maximum)s"),
    }

    def __init__(self, *, minimum: float, maximum: float, **common: Unpack[Common]) -> None:
        super().__init__(**common)
        self.minimum, self.maximum = minimum, maximum
        self.width = self.width or 3

    def typed(self, value: object) -> str:
        """What was typed, with one kind of minus sign; "" for a blank."""
        text = "" if value is None else str(value)
        return clean_text(text, one_line=True).replace("\u2212", "-")

    def out_of_range(self) -> ValidationError:
        """The error that names both ends of the range."""
        return self.problem("range", minimum=f"{self.minimum:g}", maximum=f"{self.maximum:g}")


class WholeNumberField(NumberField):
    """A whole number. Cleaned: int, or None."""

    input_mode = "numeric"
    default_error_messages: ClassVar[Messages] = {
        "invalid": _("Enter a whole number in digits, for example 45"),
        "whole": _("Enter a whole number, without a point or a fraction"),
    }

    def to_python(self, value: object) -> int | None:
        """The number; ValidationError for letters, a fraction or a number out of range."""
        typed = self.typed(value)
        if not typed:
            return None
        if re.fullmatch(r"[+-]?\d*[.,]\d+", typed):
            raise self.problem("whole")
        if not re.fullmatch(r"[+-]?\d+", typed):
            raise self.problem("invalid")
        if len(typed) > LONGEST_NUMBER or not self.minimum <= int(typed) <= self.maximum:
            raise self.out_of_range()
        return int(typed)


class DecimalNumberField(NumberField):
    """A number with at most two decimals; a comma counts as the point. Cleaned: float, or None."""

    input_mode = "decimal"
    default_error_messages: ClassVar[Messages] = {
        "invalid": _("Enter a number in digits, for example 101.5"),
        "decimals": _("Enter a number with at most two digits after the point, for example 101.5"),
    }

    def to_python(self, value: object) -> float | None:
        """The number; ValidationError for letters, too many decimals or a number out of range."""
        typed = self.typed(value).replace(",", ".")
        if not typed:
            return None
        if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", typed):
            raise self.problem("invalid")
        if len(typed.partition(".")[2]) > 2:
            raise self.problem("decimals")
        if len(typed) > LONGEST_NUMBER or not self.minimum <= Decimal(typed) <= self.maximum:
            raise self.out_of_range()
        return float(typed)


class TextField(CareField):
    """Text of at most `max_length` characters once cleaned. Cleaned: str, "" for a blank."""

    one_line: ClassVar[bool] = True
    default_error_messages: ClassVar[Messages] = {
        "required": _("Enter an answer"),
        "max_length": ngettext_lazy(
            "Use %(most)d character or fewer. You used %(used)d",
            "Use %(most)d characters or fewer. You used %(used)d",
            "most",
        ),
        "unreadable": _(
            "A sign in this text cannot be stored. We took it out: check the text and send it again"
        ),
    }

    def __init__(self, *, max_length: int, **common: Unpack[Common]) -> None:
        super().__init__(**common)
        self.max_length = max_length

    def to_python(self, value: object) -> str:
        """The cleaned text; ValidationError when it is too long or holds a NUL byte."""
        if "\0" in str(value):
            raise self.problem("unreadable")
        text = "" if value is None else clean_text(str(value), one_line=self.one_line)
        if len(text) > self.max_length:
            raise self.problem("max_length", most=self.max_length, used=len(text))
        return text


class ShortTextField(TextField):
    """One line of text. `input_type` "text", "tel" or "email" chooses the keyboard of a phone."""

    widget = forms.TextInput
    care_template = "care/layout/input.html"

    def __init__(self, *, input_type: str = "text", **options: Unpack[TextOptions]) -> None:
        super().__init__(**options)
        self.input_type = input_type


class LongTextField(TextField):
    """Several lines of text, with a count of the characters left. `rows`: height of the box."""

    widget = forms.Textarea
    care_template = "care/layout/textarea.html"
    one_line = False
    counted = True

    def __init__(self, *, rows: int = 5, **options: Unpack[TextOptions]) -> None:
        super().__init__(**options)
        self.rows = rows


class DatePartsWidget(forms.MultiWidget):
    """Reads the three boxes of a date."""

    def __init__(self) -> None:
        super().__init__({part: forms.TextInput for part, _label in DatePartsField.PARTS})

    def decompress(self, value: object) -> list[str]:
        """The texts of the boxes for a saved date."""
        return list(DatePartsField.split(value).values())


class DatePartsField(CareField):
    """A date in three boxes: month, day, year. Cleaned: "YYYY-MM-DD", or None. Never in the future."""

    PARTS: ClassVar[tuple[tuple[str, Words], ...]] = (
        ("month", _("Month")),
        ("day", _("Day")),
        ("year", _("Year")),
    )
    LIMITS: ClassVar[dict[str, tuple[int, int]]] = {"month": (1, 12), "day": (1, 31), "year": (1900, 9999)}
    widget = DatePartsWidget
    bound_field_class = BoundDate
    care_template = "care/layout/date.html"
    default_error_messages: ClassVar[Messages] = {
        "required": _("Enter the month, day and year"),
        "month_missing": _("Enter the month"),
        "day_missing": _("Enter the day"),
        "year_missing": _("Enter the year"),
        "month": _("Enter the month as a number from 1 to 12"),
        "day": _("Enter the day as a number from 1 to 31"),
        "year": _("Enter the year with 4 digits, for example 1980"),
        "real": _("Enter a day that exists in that month"),
        "future": _("Enter a date that is not in the future"),
    }

    @classmethod
    def split(cls, value: object) -> dict[str, str]:
        """The texts of the boxes, by part, for what was typed (a list) or a saved date (a str)."""
        names = [part for part, _label in cls.PARTS]
        if isinstance(value, str) and value.count("-") == 2:
            year, month, day = value.split("-")
            return {"month": str(int(month)), "day": str(int(day)), "year": year}
        typed = value if isinstance(value, list | tuple) else []
        texts = ["" if text is None else str(text) for text in typed]
        return dict(zip(names, texts + [""] * (len(names) - len(texts)), strict=False))

    def clean(self, value: object) -> str | None:
        """The date; ValidationError that names every wrong box."""
        typed = {part: clean_text(text, one_line=True) for part, text in self.split(value).items()}
        if not any(typed.values()):
            if self.required:
                raise self.problem("required", parts=tuple(typed))
            return None
        problems = [problem for part, text in typed.items() for problem in self._part_problems(part, text)]
        if problems:
            raise ValidationError(problems)
        return self._real(**{part: int(text) for part, text in typed.items()}).isoformat()

    def _part_problems(self, part: str, text: str) -> list[ValidationError]:
        if not text:
            return [self.problem(f"{part}_missing", parts=(part,))]
        least, most = self.LIMITS[part]
        if not re.fullmatch(r"\d{1,4}", text) or not least <= int(text) <= most:
            return [self.problem(part, parts=(part,))]
        return []

    def _real(self, *, month: int, day: int, year: int) -> datetime.date:
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            raise self.problem("real", parts=("day",)) from None
        # Somewhere on earth it is already tomorrow: nobody born today is turned away.
        if date > timezone.now().date() + datetime.timedelta(days=1):
            raise self.problem("future", parts=("month", "day", "year"))
        return date


class RatedListWidget(forms.MultiWidget):
    """Reads one list of ratings for each item."""

    def __init__(self, items: Choices = (), ratings: Choices = ()) -> None:
        self.items = [item for item, _label in items]
        super().__init__({item: forms.Select(choices=ratings) for item in self.items})

    def decompress(self, value: object) -> list[str]:
        """The rating of each item for a saved answer."""
        saved = RatedListField.ratings_of(value)
        return [saved.get(item, "") for item in self.items]


class RatedListField(CareField):
    """Items, each with a rating to choose, blank for "did not try". Cleaned: list of "item:rating".

    `choices`: the items. `ratings`: what each may be given. `blank`: other words for "did not try".
    """

    bound_field_class = BoundRatedList
    care_template = "care/layout/rated.html"
    default_error_messages: ClassVar[Messages] = {
        "required": _("Choose how much at least one of these helped"),
        "invalid_choice": _("Choose an answer from the list"),
    }

    def __init__(
        self,
        *,
        choices: Choices,
        ratings: Choices,
        blank: Words = "",
        **common: Unpack[Common],
    ) -> None:
        self.choices = list(choices)
        self.ratings = [("", blank or _("Did not try")), *ratings]
        self.widget = RatedListWidget(self.choices, self.ratings)
        super().__init__(**common)

    @staticmethod
    def ratings_of(saved: object) -> dict[str, str]:
        """The rating of each item in a saved answer."""
        pairs = [str(text).partition(":") for text in saved] if isinstance(saved, list | tuple) else []
        return {item: rating for item, _colon, rating in pairs}

    def to_python(self, value: object) -> list[str]:
        """The rated items; ValidationError for a rating that is not on the list."""
        typed = list(value) if isinstance(value, list | tuple) else []
        allowed = {rating for rating, _label in self.ratings}
        if any(rating not in allowed for rating in typed if rating is not None):
            raise self.problem("invalid_choice")
        items = [item for item, _label in self.choices]
        return [f"{item}:{rating}" for item, rating in zip(items, typed, strict=False) if rating]
