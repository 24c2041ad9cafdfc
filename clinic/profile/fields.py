"""Fields that only the clinic's settings have."""

from __future__ import annotations

import difflib

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assessments.fields import LongTextField, ShortTextField
from clinic.profile import hours, values
from triage_site.phones import is_dialable


class PhoneField(ShortTextField):
    """A number that a phone can dial from a link; "" for none."""

    def to_python(self, value: object) -> str:
        """The number; ValidationError where a phone could not dial it."""
        number = super().to_python(value)
        if number and not self.can_dial(number):
            raise ValidationError(self.what_to_enter())
        return number

    def can_dial(self, number: str) -> bool:
        """Whether it is such a number."""
        return is_dialable(number, least=3)

    def what_to_enter(self) -> str:
        """What is said about any other."""
        return _("Enter a phone number in digits, such as 555 555 0100, with + for another country")


class EmergencyNumberField(PhoneField):
    """A number to call in an emergency, which may be as short as 112."""

    def can_dial(self, number: str) -> bool:
        return is_dialable(number)

    def what_to_enter(self) -> str:
        return _("Enter the emergency number in digits, such as 911")


class ZoneField(ShortTextField):
    """The name of a time zone, in any case of letters."""

    def to_python(self, value: object) -> str:
        """The name as the list of zones has it; ValidationError, with names like it, for any other."""
        typed = super().to_python(value).replace(" ", "_")
        names = {name.lower(): name for name in values.zones()}
        if not typed or typed.lower() in names:
            return names.get(typed.lower(), "")
        near = difflib.get_close_matches(typed.lower(), names, n=3, cutoff=0.6)
        near += [key for key in sorted(names) if key.endswith("/" + typed.lower())]
        words = _("There is no time zone “%(typed)s”.") % {"typed": typed[:60]}
        if near:
            found = ", ".join(dict.fromkeys(names[key] for key in near))
            words += " " + _("Did you mean one of these: %(zones)s?") % {"zones": found}
        raise ValidationError(words)


class DayField(ShortTextField):
    """The opening hours of one day of the week, typed on one line. Checked, and kept as they are written."""

    def to_python(self, value: object) -> str:
        """The hours in the one way they are written; ValidationError where they cannot be read."""
        return hours.day_text(hours.read_day(super().to_python(value)))


class HolidaysField(LongTextField):
    """Holidays, one on each line."""

    def to_python(self, value: object) -> str:
        """The holidays in the one way they are written; ValidationError names the line that is wrong."""
        return hours.holidays_text(hours.read_holidays(super().to_python(value)))
