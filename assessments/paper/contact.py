"""Who the person is, and when the form was signed: the end of the paper form, printed and keyed in.

The labels name each person, since on paper nobody knows yet who is holding the pen.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from assessments.care_field import CareField
from assessments.clean import clean_text
from assessments.consent import CONSENT, consent_record, signed_on_paper
from assessments.contact import AGREE, BORN, ContactForm, today
from assessments.fields import CheckboxesField, DatePartsField, RadioField, ShortTextField
from assessments.models import Assessment
from assessments.paper.times import filled_in
from assessments.paper.version import VERSION, is_current, printed_version
from assessments.services import Draft
from assessments.text import spoken
from triage.model import Pathway
from triage_site.context import clinic_now

LANGUAGE = "paper_language"
FILLED_ON = "paper_date"
FILLED_TIME = "paper_time"
SIGNED = "consent"
NOT_ON_LINES = frozenset({VERSION, LANGUAGE, FILLED_ON, FILLED_TIME, SIGNED})
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:([ap])\.?\s?m\.?)?", re.IGNORECASE)


class PaperContactForm(ContactForm):
    """The end of a paper form. Only a name, the date and the signature must be there to store it."""

    def __init__(self, pathway: Pathway, data: Mapping[str, Any] | None = None) -> None:
        self.pathway = pathway
        self.filled_at: datetime.datetime | None = None
        super().__init__(Draft(Assessment(pathway=pathway.name), pathway, {}, {}), data)

    @property
    def by_other(self) -> bool:
        """On paper both are asked: a line stays empty when the person answers for themselves."""
        return True

    def build(self) -> None:
        """The lines of the paper, then what is about the paper itself."""
        super().build()
        labels = {
            "name": _("Name of the person with back pain"),
            BORN: _("Their date of birth"),
            "answered_by_name": _("Name of the person who answers, if it is someone else"),
            "relation": _("Who they are to the person with back pain"),
            "location_now": _("Where to find you today"),
        }
        for name, field in self.fields.items():
            assert isinstance(field, CareField)
            field.label = labels.get(name, field.label)
            field.required = name == "name"
            field.mark_optional = False
        del self.fields[SIGNED]
        self._add_paper()

    @property
    def on_lines(self) -> dict[str, forms.Field]:
        """The fields that have a line of their own on paper."""
        return {name: field for name, field in self.fields.items() if name not in NOT_ON_LINES}

    @property
    def typed_version(self) -> str:
        """The version as typed, also before anything is checked; "" for a blank."""
        return clean_text(str(self.data.get(VERSION) or ""), one_line=True)

    @property
    def is_current(self) -> bool:
        """Whether the paper is of the version that is printed now."""
        return is_current(self.typed_version, self.pathway.name)

    def _add_paper(self) -> None:
        self.fields[VERSION] = ShortTextField(
            label=_("Version at the foot of the paper"),
            help_text=_(
                "It stands after “Form”. What follows the last dash is enough. Leave it blank if it cannot be"
                " read."
            ),
            required=False,
            max_length=60,
            width=20,
            mark_optional=False,
        )
        self.fields[FILLED_ON] = DatePartsField(
            label=_("Date on the form"),
            help_text=_("If no date is on it, the day the clinic got it."),
            error_messages={"required": _("Enter the date on the form: month, day and year")},
        )
        self.fields[FILLED_TIME] = ShortTextField(
            label=_("Time on the form"),
            help_text=_("For example 14:30 or 2:30 pm. For a form of today it is needed."),
            required=False,
            max_length=12,
            width=5,
            mark_optional=False,
        )
        self.fields[LANGUAGE] = RadioField(
            label=_("Language of the form"),
            help_text=_("The language that the person's own words are in."),
            choices=list(settings.LANGUAGES),
            error_messages={"required": _("Choose the language of the form")},
        )
        self.fields[SIGNED] = CheckboxesField(
            label=_("Agreement"),
            choices=[(AGREE, _("The form is signed"))],
            error_messages={
                "required": _(
                    "Without a signature the answers cannot be stored. Ask the person to sign, or tell them"
                    " what to do by phone"
                )
            },
        )

    def clean_date_of_birth(self) -> str:
        """The date or "". Whether it fits the age is seen when the date of the form is known."""
        return self.cleaned_data[BORN] or ""

    def clean(self) -> dict[str, Any]:
        """Put date and time together."""
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get(FILLED_ON)
        if day and FILLED_TIME in cleaned:
            self._read_moment(datetime.date.fromisoformat(day), cleaned[FILLED_TIME])
        return cleaned

    def _read_moment(self, day: datetime.date, typed: str) -> None:
        """A form of an earlier day without a time counts from the start of that day: rather too old."""
        zone = clinic_now().zone
        time = datetime.time() if not typed else _clock(typed)
        if time is None:
            self.add_error(FILLED_TIME, _("Enter a time such as 14:30 or 2:30 pm"))
        elif not typed and day >= today():
            self.add_error(FILLED_TIME, _("Enter the time, since the form is of today"))
        elif datetime.datetime.combine(day, time, zone) > timezone.now():
            self.add_error(FILLED_ON, _("Enter a date and time that are not in the future"))
        else:
            self.filled_at = datetime.datetime.combine(day, time, zone)

    @property
    def filled_on(self) -> datetime.date:
        """The day on the form; today while it is not known."""
        return self.filled_at.date() if self.filled_at else today()

    def record(self, now: datetime.datetime) -> dict[str, Any]:
        """What is stored as contact: the lines, when the form was filled in, and what was signed."""
        assert self.filled_at is not None
        lines = {name: self.cleaned_data[name] for name in self.on_lines if self.cleaned_data.get(name)}
        version = {VERSION: printed_version(self.cleaned_data[VERSION], self.pathway.name)}
        return {**lines, **filled_in(self.filled_at), **version, SIGNED: self._consent(self.filled_at)}

    def _consent(self, at: datetime.datetime) -> dict[str, str]:
        """What was signed: today's words only where the paper is known to hold them."""
        if not self.is_current:
            return signed_on_paper(self.cleaned_data[VERSION], at)
        with translation.override(self.cleaned_data[LANGUAGE]):
            return consent_record(spoken(CONSENT), at)


def _clock(typed: str) -> datetime.time | None:
    """A time of day on the 24 or the 12 hour clock, or None."""
    found = CLOCK.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None
