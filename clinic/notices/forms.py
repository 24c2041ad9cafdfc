"""What members say of when and where they want to be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Any, ClassVar, Unpack

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from assessments.care_field import Messages, TextOptions
from assessments.contact import PHONE, PHONE_DIGITS
from assessments.fields import CheckboxesField, RadioField, ShortTextField
from assessments.helper import fields_only
from assessments.summary.header import level_words
from clinic.models import Duty
from clinic.models.notices import Channel
from triage.model import Level

DAY_NAMES: tuple[Promise, ...] = (
    _lazy("Monday"),
    _lazy("Tuesday"),
    _lazy("Wednesday"),
    _lazy("Thursday"),
    _lazy("Friday"),
    _lazy("Saturday"),
    _lazy("Sunday"),
)
DIGEST = "digest"


class ClockField(ShortTextField):
    """A time of day: 8, 8:30, 08:30, 8:30 pm. Cleaned: a time, or None."""

    TYPED = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?")
    default_error_messages: ClassVar[Messages] = {
        "required": _lazy("Enter a time such as 8:00 or 17:30"),
        "clock": _lazy("Enter a time such as 8:00 or 17:30"),
    }

    def __init__(self, **options: Unpack[TextOptions]) -> None:
        super().__init__(**options)
        self.width = 5

    def clean(self, value: Any) -> Any:
        """The time; ValidationError for what is none."""
        text: str = super().clean(value)
        if not text:
            return None
        match = self.TYPED.fullmatch(text.lower().replace("a.m.", "am").replace("p.m.", "pm"))
        if match is None:
            raise self.problem("clock")
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
        if half and not 1 <= hour <= 12:
            raise self.problem("clock")
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour > 23 or minute > 59:
            raise self.problem("clock")
        return time(hour, minute)


class CareForm(forms.Form):
    """A form whose page shows the error summary and brings the buttons."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.helper = fields_only(show_errors=False)


class DutyForm(CareForm):
    """Hours in which one person is told, of what, and how."""

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["channel"] = RadioField(
            label=_("How are you told?"),
            choices=[(channel.value, channel.label) for channel in Channel],
            error_messages={"required": _("Choose how you are told")},
        )
        self.fields["days"] = CheckboxesField(
            label=_("On which days?"),
            choices=[(str(day), str(name)) for day, name in enumerate(DAY_NAMES)],
            error_messages={"required": _("Choose at least one day")},
        )
        self.fields["start"] = ClockField(label=_("From"), max_length=20)
        self.fields["end"] = ClockField(
            label=_("To"),
            max_length=20,
            help_text=_("An earlier time is one of the next day. The same time as above means 24 hours."),
        )
        self.fields["least_level"] = RadioField(
            label=_("Which forms are you told of at once?"),
            choices=[(str(level.value), _at_once(level)) for level in sorted(Level, reverse=True)],
            error_messages={"required": _("Choose which forms you are told of at once")},
        )
        self.fields["digest"] = CheckboxesField(
            label=_("And the others?"),
            required=False,
            mark_optional=False,
            choices=[(DIGEST, _("Tell me once an hour how many other new forms wait"))],
        )

    @classmethod
    def showing(cls, duty: Duty) -> DutyForm:
        """The form as somebody filled it in before."""
        values = {
            "channel": duty.channel,
            "days": list(duty.days),
            "start": f"{duty.start:%H:%M}",
            "end": f"{duty.end:%H:%M}",
            "least_level": str(duty.least_level),
            "digest": [DIGEST] if duty.digest else [],
        }
        return cls(initial=values)

    def put_into(self, duty: Duty) -> Duty:
        """`duty` with what was filled in. Only for a valid form."""
        cleaned = self.cleaned_data
        duty.channel = cleaned["channel"]
        duty.days = "".join(sorted(cleaned["days"]))
        duty.start, duty.end = cleaned["start"], cleaned["end"]
        duty.least_level = int(cleaned["least_level"])
        duty.digest = bool(cleaned["digest"])
        return duty


class PhoneForm(CareForm):
    """The number that gets text messages; blank for none."""

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["phone"] = ShortTextField(
            label=_("Your number for text messages"),
            help_text=_("Only this site uses it. Leave it blank for none."),
            required=False,
            mark_optional=False,
            max_length=40,
            input_type="tel",
            autocomplete="tel",
            width=20,
        )

    def clean_phone(self) -> str:
        """Blank, or a number that can get a text."""
        phone: str = self.cleaned_data["phone"]
        digits = sum(char.isdigit() for char in phone)
        if phone and not (PHONE.fullmatch(phone.lower()) and PHONE_DIGITS[0] <= digits <= PHONE_DIGITS[1]):
            raise ValidationError(_("Enter a phone number in digits, such as 555 555 0100"))
        if "x" in phone.lower():
            raise ValidationError(_("Enter a number without an extension: it cannot get a text message"))
        return phone


class DoneForm(forms.Form):
    """What was just done, as the address of the page after it says."""

    done = forms.ChoiceField(
        choices=[(code, code) for code in ("saved", "deleted", "phone", "test", "again")], required=False
    )


class TestForm(CareForm):
    """By which channel a test message is sent."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["channel"] = RadioField(
            label=_("Send me a test message"),
            choices=[(channel.value, channel.label) for channel in Channel],
            error_messages={"required": _("Choose how the test message is sent")},
        )


def told_words(level: int) -> str:
    """From which level on somebody is told at once."""
    return _at_once(Level(level))


def days_words(days: str) -> str:
    """Days of the week in words."""
    if len(days) == len(DAY_NAMES):
        return _("Every day")
    return ", ".join(str(DAY_NAMES[int(day)]) for day in days)


def _at_once(level: Level) -> str:
    words = {"level": level_words(level)}
    if level is max(Level):
        return _("%(level)s only") % words
    return _("All forms") if level is min(Level) else _("%(level)s and above") % words
