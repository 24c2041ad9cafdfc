"""The last page before sending: who to call back, where, and consent. As short as possible."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.consent import CONSENT, consent_record
from assessments.fields import CheckboxesField, DatePartsField, ShortTextField
from assessments.held import HeldForm
from assessments.helper import fields_only
from assessments.services import Draft
from assessments.text import spoken
from assessments.visit import is_asked, notes_of
from triage.pathways import PATHWAYS
from triage_site.context import clinic_now

PHONE = re.compile(r"\+?[\d\s().\-/]*(?:\s*(?:x|ext\.?)\s*\d{1,6})?")
PHONE_DIGITS = (7, 20)
AGREE = "agree"
BORN = "date_of_birth"
OTHER_AGE = "other_age"
MONTHS = "child_age_months"


def age_on(day: datetime.date, born: datetime.date) -> int:
    """Age in whole years on a day. Born on 29 February: a year older on 1 March of other years."""
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def months_on(day: datetime.date, born: datetime.date) -> int:
    """Age in whole months on a day, never below 0 (a birth of today may be tomorrow elsewhere)."""
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    return max(0, months)


def today() -> datetime.date:
    """The date where the clinic is."""
    return timezone.localdate(timezone=clinic_now().zone)


class BaseContactForm(HeldForm):
    """What both contact forms share: a name, a number, a place, consent."""

    use_required_attribute = False

    def __init__(self, draft: Draft, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.draft = draft
        self.build()
        self.helper = fields_only(show_errors=False)

    @property
    def is_child(self) -> bool:
        """Whether the assessment is about a child."""
        return self.draft.pathway is PATHWAYS["pediatric"]

    @property
    def by_other(self) -> bool:
        """Whether somebody else answers than the person the assessment is about."""
        return self.is_child != self.draft.flow.other_voice

    def build(self) -> None:
        """Add the fields."""
        raise NotImplementedError

    def add_name(self, *, required: bool) -> None:
        """The name of the person the assessment is about."""
        label = _("Your name")
        if self.by_other:
            label = _("Your child's name") if self.is_child else _("Their name")
        self.fields["name"] = ShortTextField(
            label=label,
            required=required,
            max_length=120,
            autocomplete="name",
            error_messages={"required": _("Enter a name, so that the care team knows who to ask for")},
        )

    def add_phone(self, *, required: bool) -> None:
        """A number to call back."""
        self.fields["phone"] = ShortTextField(
            label=_("Best phone number to call you back"),
            required=required,
            max_length=40,
            input_type="tel",
            autocomplete="tel",
            error_messages={"required": _("Enter a phone number, such as 555 555 0100")},
        )

    def add_place(self) -> None:
        """Where the person is, in case the call drops."""
        self.fields["location_now"] = ShortTextField(
            label=_("Where are you right now?"),
            help_text=_("Street and town, so that help can find you if a call drops."),
            required=False,
            max_length=200,
        )

    def add_consent(self) -> None:
        """One box to tick."""
        self.fields["consent"] = CheckboxesField(
            label=_("Your agreement"),
            choices=[(AGREE, spoken(CONSENT))],
            error_messages={
                "required": _("Tick the box if you agree. Without it we cannot send your answers")
            },
        )

    def clean_phone(self) -> str:
        """A number that can be dialed."""
        phone: str = self.cleaned_data["phone"]
        digits = sum(char.isdigit() for char in phone)
        if phone and not (PHONE.fullmatch(phone.lower()) and PHONE_DIGITS[0] <= digits <= PHONE_DIGITS[1]):
            raise ValidationError(_("Enter a phone number in digits, such as 555 555 0100"))
        return phone

    def record(self, now: datetime.datetime) -> dict[str, Any]:
        """What is stored as contact: the fields, and the consent with its version, time and words.

        The words are taken in the language that is spoken: it has to be the one that was read.
        """
        fields = {key: value for key, value in self.cleaned_data.items() if key != "consent"}
        return {**fields, "consent": consent_record(spoken(CONSENT), now)}


class ContactForm(BaseContactForm):
    """Contact details and consent of a finished form."""

    def build(self) -> None:
        """Add the fields, in the order a person would say them."""
        self.add_name(required=True)
        self.fields[BORN] = DatePartsField(
            label=_("Date of birth"),
            help_text=_("For example 3 27 1980"),
            error_messages={"required": _("Enter the date of birth: month, day and year")},
        )
        if self.by_other:
            self._add_answering()
        self.add_phone(required=True)
        self.fields["private_call"] = ShortTextField(
            label=_("Best number and time for a private call"),
            help_text=_("We ask everyone this. It can be the same number."),
            required=False,
            max_length=120,
        )
        if self._must_ask_for_the_place():
            self.add_place()
        self.fields["email"] = ShortTextField(
            label=_("Email"), required=False, max_length=254, input_type="email", autocomplete="email"
        )
        self.fields["language"] = ShortTextField(
            label=_("Language you would like to speak"),
            help_text=_("For example English or Spanish. Tell us if you need an interpreter."),
            required=False,
            max_length=60,
        )
        self.fields["appointment"] = ShortTextField(
            label=_("Appointment number, if you have one"), required=False, max_length=40
        )
        self.add_consent()

    def _must_ask_for_the_place(self) -> bool:
        """Not after the notes for the visit said where to find them; what was typed is always taken."""
        known = notes_of(self.draft.progress).get("place") and is_asked(self.draft)
        return not known or "location_now" in self.data

    def _add_answering(self) -> None:
        self.fields["answered_by_name"] = ShortTextField(
            label=_("Your own name"),
            max_length=120,
            error_messages={"required": _("Enter your own name, so that we know who answered")},
        )
        self.fields["relation"] = ShortTextField(
            label=_("Who you are to them"),
            help_text=_("For example mother, grandfather, foster parent, friend."),
            max_length=60,
            error_messages={"required": _("Enter who you are to them, for example mother")},
        )

    def clean_email(self) -> str:
        """Blank, or an address that mail can reach."""
        email: str = self.cleaned_data["email"]
        if email:
            try:
                validate_email(email)
            except ValidationError:
                words = _("Enter an email address such as name@example.com, or leave it empty")
                raise ValidationError(words) from None
        return email

    def clean_date_of_birth(self) -> str:
        """A date whose age, for a baby also in months, is the age the questions were asked for."""
        text: str = self.cleaned_data[BORN]
        born = datetime.date.fromisoformat(text)
        answers = self.draft.answers
        self._check_age(age_on(today(), born), answers.get(self.draft.pathway.age.key), _("%(age)s years"))
        if MONTHS in answers:
            self._check_age(months_on(today(), born), answers[MONTHS], _("%(age)s months"))
        return text

    def _check_age(self, age: int, given: object, words: str) -> None:
        if age == given:
            return
        raise ValidationError(
            _(
                "This date of birth gives an age of %(age)s, but you told us %(given)s. Which is right?"
                " Correct the date here, or go back to your answers and change the age."
            ),
            code=OTHER_AGE,
            params={"age": words % {"age": age}, "given": words % {"age": given}},
        )


class StopHereForm(BaseContactForm):
    """For someone who stops at the emergency page and wants the care team to know."""

    def build(self) -> None:
        """Only what a call back needs."""
        self.add_name(required=False)
        self.add_phone(required=True)
        self.add_place()
        self.add_consent()
