"""The clinic's settings in parts, each with a form that shows a profile and gives a changed one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from assessments.bound import Words
from assessments.fields import CheckboxesField, LongTextField, RadioField, ShortTextField, WholeNumberField
from assessments.held import HeldForm
from assessments.helper import fields_only
from clinic.profile import hours, values
from clinic.profile.fields import (
    DayField,
    EmergencyNumberField,
    HolidaysField,
    PhoneField,
    ZoneField,
)
from clinic.select import SelectField
from triage_site import phones
from triage_site.profile import Profile

DAYS: tuple[tuple[str, Words], ...] = (
    ("monday", _("Monday")),
    ("tuesday", _("Tuesday")),
    ("wednesday", _("Wednesday")),
    ("thursday", _("Thursday")),
    ("friday", _("Friday")),
    ("saturday", _("Saturday")),
    ("sunday", _("Sunday")),
)
# What the clinic says in each language: label, and an example or what it is for.
SAID: dict[str, tuple[Words, Words]] = {
    "hours": (
        _("Opening hours in words"),
        _("Shown beside the phone number, for example: Monday to Friday, 8 to 5"),
    ),
    "emergency_room": (
        _("Nearest emergency room"),
        _("Name, street, town. Shown to who is told to go to an emergency room."),
    ),
    "urgent_care": (
        _("Nearest urgent care"),
        _("Name, street, town, hours. Shown to who has to be seen today, where an urgent care can help."),
    ),
    "out_of_hours": (
        _("While the clinic is closed"),
        _("What people can do then. The emergency number is always shown."),
    ),
    "paused": (_("Why no new checks are taken"), _("Shown at the start while you take none.")),
    "reply_same_day": (_("Reply after “Be seen in person today”"), ""),
    "reply_prompt": (_("Reply after “Book an in-person check soon”"), ""),
    "reply_virtual": (_("Reply after “A video or phone visit fits”"), ""),
    "reply_self_care": (_("Reply after “Self-care is a reasonable start”"), ""),
}


class SectionForm(HeldForm):
    """One part of the settings. `build` adds fields; `values_of` and `changes` are each other's inverse."""

    slug: ClassVar[str]
    title: ClassVar[Words]
    intro: ClassVar[Words] = ""
    said: ClassVar[tuple[str, ...]] = ()
    one_line: ClassVar[bool] = False
    use_required_attribute = False

    def __init__(self, profile: Profile, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={**self.values_of(profile), **self._said_by(profile)})
        self.build()
        for code, name in settings.LANGUAGES:
            for key in self.said:
                self._add_words(key, code, name)
        self.helper = fields_only(show_errors=False)

    def build(self) -> None:
        """Add the fields of this part."""

    def values_of(self, profile: Profile) -> dict[str, Any]:
        """What the fields hold for `profile`."""
        return {}

    def changes(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        """Fields of a Profile for what was typed."""
        return {}

    def applied(self, profile: Profile) -> Profile:
        """`profile` with this part as it was typed. Only for a valid form."""
        return replace(profile, words=self._words(profile), **self.changes(self.cleaned_data))

    def _add_words(self, key: str, code: str, language: str) -> None:
        label, example = SAID[key]
        options: dict[str, Any] = {
            "label": format_lazy("{label} ({language})", label=label, language=language),
            "help_text": example,
            "required": False,
        }
        self.fields[_name(key, code)] = (
            ShortTextField(max_length=values.LONGEST_LINE, **options)
            if self.one_line
            else LongTextField(max_length=values.LONGEST_TEXT, rows=3, **options)
        )

    def _said_by(self, profile: Profile) -> dict[str, str]:
        return {
            _name(key, code): getattr(profile.words_in(code), key)
            for code, _language in settings.LANGUAGES
            for key in self.said
        }

    def _words(self, profile: Profile) -> Any:
        return tuple(
            (
                code,
                replace(
                    profile.words_in(code), **{key: self.cleaned_data[_name(key, code)] for key in self.said}
                ),
            )
            for code, _language in settings.LANGUAGES
        )


def _name(key: str, code: str) -> str:
    return f"{key}_{code}"


class ClinicForm(SectionForm):
    """Who and where the clinic is."""

    slug = "clinic"
    title = _("Name, place and numbers")

    def build(self) -> None:
        self.fields["name"] = ShortTextField(
            label=_("Name of the clinic"),
            max_length=values.LONGEST_NAME,
            error_messages={"required": _("Enter the name of the clinic")},
        )
        self.fields["country"] = SelectField(
            label=_("Country"),
            choices=[("", _("Choose a country")), *((key, name) for key, (name, _n) in _by_name())],
            required=False,
            mark_optional=False,
        )
        self.fields["emergency_number"] = EmergencyNumberField(
            label=_("Emergency number"),
            help_text=_("Every page shows it. Leave it empty for the number of the country."),
            max_length=phones.LONGEST,
            required=False,
            mark_optional=False,
            input_type="tel",
            width=10,
        )
        if self._is_to_confirm():
            self.fields[RIGHT] = CheckboxesField(
                label=_("Is this the emergency number here?"),
                choices=[("yes", _("Yes, this number is right here"))],
                required=False,
                mark_optional=False,
            )
        self.fields["phone"] = PhoneField(
            label=_("Phone of the clinic"),
            max_length=phones.LONGEST,
            required=False,
            input_type="tel",
            width=20,
        )
        self.fields["nurse_line"] = PhoneField(
            label=_("Nurse line"),
            help_text=_("A number that gives advice while the clinic is closed."),
            max_length=phones.LONGEST,
            required=False,
            input_type="tel",
            width=20,
        )
        self.fields["time_zone"] = ZoneField(
            label=_("Time zone"),
            help_text=_("Such as America/Chicago. All times on all pages are of this zone."),
            max_length=60,
            width=20,
            error_messages={"required": _("Enter the time zone, such as America/Chicago")},
        )

    def clean(self) -> dict[str, Any]:
        """An emergency number that is left empty is the country's; one of the two has to be there.

        One that is not usual in the country needs a tick.
        """
        cleaned = super().clean() or self.cleaned_data
        if "emergency_number" not in cleaned:
            return cleaned
        country, number = cleaned.get("country") or "", cleaned["emergency_number"]
        usual = values.usual_numbers(country)
        if not number and not usual:
            self.add_error("emergency_number", str(_("Enter the emergency number, or choose a country")))
        elif not number:
            cleaned["emergency_number"] = usual[0]
        elif values.is_unusual(country, number) and not cleaned.get(RIGHT):
            self._refuse_unusual(country, number)
        return cleaned

    def _refuse_unusual(self, country: str, number: str) -> None:
        """Say it; and where only the country was changed, put its own number into the box."""
        usual = values.usual_numbers(country)
        words = {"number": number, "country": values.COUNTRIES[country][0], "usual": ", ".join(usual)}
        if self._is_left_from_before(country, number):
            self.data = dict(self.data.items()) | {"emergency_number": usual[0]}
            problem = _(
                "People in %(country)s call %(usual)s in an emergency, not %(number)s. We put the number of"
                " the country in: check it, then continue"
            )
        else:
            problem = _(
                "%(number)s is not the usual emergency number of %(country)s (%(usual)s). Correct it, or tick"
                " that it is right here"
            )
        self.add_error("emergency_number", str(problem) % words)

    def _is_to_confirm(self) -> bool:
        """Whether a number was typed on purpose that is not usual in the country that was chosen."""
        country, number = self.data.get("country", ""), self.data.get("emergency_number", "").strip()
        is_unusual = bool(number) and values.is_unusual(country, number)
        return is_unusual and (RIGHT in self.data or not self._is_left_from_before(country, number))

    def _is_left_from_before(self, country: str, number: str) -> bool:
        """Whether the number is still the one of another country, or the one the site was started with."""
        before = self.initial["country"]
        was_usual = not values.is_unusual(before, number)
        return country != before and number == self.initial["emergency_number"] and was_usual

    def values_of(self, profile: Profile) -> dict[str, Any]:
        return {key: getattr(profile, key) for key in _CLINIC}

    def changes(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {key: cleaned[key] or "" for key in _CLINIC}


# The tick under an emergency number that is not usual in the country.
RIGHT = "number_is_right"
_CLINIC = ("name", "country", "emergency_number", "phone", "nurse_line", "time_zone")


def _by_name() -> list[tuple[str, tuple[Words, str]]]:
    return sorted(values.COUNTRIES.items(), key=lambda entry: str(entry[1][0]))


class HoursForm(SectionForm):
    """When it is open."""

    slug = "hours"
    title = _("Opening hours and holidays")
    intro = _(
        "Pages say whether the clinic is open now only when hours are given here."
        " Write 8:00-12:00, 13:00-17:00 for a day with a break. Leave a day empty when the clinic is closed."
    )
    said = ("hours",)
    one_line = True

    def build(self) -> None:
        for key, day in DAYS:
            self.fields[key] = DayField(
                label=day, max_length=100, required=False, mark_optional=False, width=20
            )
        self.fields["holidays"] = HolidaysField(
            label=_("Holidays"),
            help_text=_("One on each line: 2026-12-25 Christmas Day. The clinic is closed all day then."),
            max_length=5000,
            required=False,
            rows=6,
        )

    def values_of(self, profile: Profile) -> dict[str, Any]:
        days = {key: hours.day_text(spans) for (key, _day), spans in zip(DAYS, profile.week, strict=True)}
        return {**days, "holidays": hours.holidays_text(profile.holidays)}

    def changes(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        week = tuple(hours.read_day(cleaned[key]) for key, _day in DAYS)
        return {"week": week, "holidays": hours.read_holidays(cleaned["holidays"])}


class PlacesForm(SectionForm):
    """Where else to go."""

    slug = "places"
    title = _("Where to go, and while the clinic is closed")
    intro = _("A text that is missing in one language is shown in the other one, and marked so.")
    said = ("emergency_room", "urgent_care", "out_of_hours")


class RepliesForm(SectionForm):
    """When to expect a reply."""

    slug = "replies"
    title = _("When people can expect a reply")
    intro = _(
        "Such as: A nurse calls you before noon of the next working day. Nobody is told to wait for a reply"
        " in an emergency."
    )
    said = ("reply_same_day", "reply_prompt", "reply_virtual", "reply_self_care")
    one_line = True


class IntakeForm(SectionForm):
    """Whether new checks are taken."""

    slug = "intake"
    title = _("Taking new checks")
    intro = _(
        "Who has begun can always finish and send. The emergency advice, the pages to read and the paper form"
        " always stay."
    )
    said = ("paused",)

    def build(self) -> None:
        self.fields["intake"] = RadioField(
            label=_("New checks"),
            choices=[("open", _("Take new checks")), ("paused", _("Take no new checks for now"))],
        )
        self.fields["daily_cap"] = WholeNumberField(
            label=_("Most forms in one day"),
            help_text=_("When so many came in since midnight, no new checks are taken that day."),
            minimum=values.CAP[0],
            maximum=values.CAP[1],
            required=False,
            width=10,
        )

    def values_of(self, profile: Profile) -> dict[str, Any]:
        return {"intake": profile.intake, "daily_cap": profile.daily_cap}

    def changes(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"intake": cleaned["intake"], "daily_cap": cleaned["daily_cap"]}


class RetentionForm(SectionForm):
    """How long what people told is kept."""

    slug = "retention"
    title = _("How long data is kept")
    intro = _(
        "What is deleted cannot be brought back. A form that nobody has read, or that is not done, is never"
        " deleted. The audit log is kept."
    )

    def build(self) -> None:
        self.fields["draft_hours"] = WholeNumberField(
            label=_("Hours to keep a form that was not sent"),
            help_text=_("Counted from the last answer. People are told this number."),
            minimum=values.DRAFT_HOURS[0],
            maximum=values.DRAFT_HOURS[1],
            width=5,
        )
        self.fields["keep_done_days"] = WholeNumberField(
            label=_("Days to keep a form after it is done"),
            help_text=_("At least 30. Leave it empty to keep all."),
            minimum=values.KEEP_DAYS[0],
            maximum=values.KEEP_DAYS[1],
            required=False,
            width=5,
        )

    def values_of(self, profile: Profile) -> dict[str, Any]:
        return {"draft_hours": profile.draft_hours, "keep_done_days": profile.keep_done_days}

    def changes(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {"draft_hours": cleaned["draft_hours"], "keep_done_days": cleaned["keep_done_days"]}


SECTIONS: dict[str, type[SectionForm]] = {
    form.slug: form for form in (ClinicForm, HoursForm, PlacesForm, RepliesForm, IntakeForm, RetentionForm)
}
