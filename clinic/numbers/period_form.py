"""For which days the numbers are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.contact import today
from assessments.fields import DatePartsField, RadioField
from assessments.helper import fields_only
from clinic.numbers.period import DAY, LONGEST_DAYS, Period

LAST_DAYS = (7, 30, 90)
USUAL = "30"
OWN = "own"


class PeriodForm(forms.Form):
    """The last days, or from one day to another. `period`: what was asked for, once it is clean."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data or {"days": USUAL})
        last = [(str(n), ngettext("Last %(n)s day", "Last %(n)s days", n) % {"n": n}) for n in LAST_DAYS]
        self.fields["days"] = RadioField(
            label=_("Days"),
            required=False,
            mark_optional=False,
            choices=[*last, (OWN, _("From one day to another"))],
        )
        self.fields["first"] = DatePartsField(label=_("From"), required=False, mark_optional=False)
        self.fields["last"] = DatePartsField(label=_("To"), required=False, mark_optional=False)
        self.helper = fields_only(show_errors=False)
        self.period: Period | None = None

    def clean(self) -> dict[str, Any]:
        """Work out the days."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        days = cleaned.get("days") or USUAL
        self.period = self._own(cleaned) if days == OWN else _until_today(int(days))
        return cleaned

    def _own(self, cleaned: Mapping[str, str | None]) -> Period | None:
        typed = {name: cleaned[name] for name in ("first", "last")}
        for name, text in typed.items():
            if not text:
                self.add_error(name, _("Enter the month, day and year"))
        if self.errors:
            return None
        period = Period(*(date.fromisoformat(text or "") for text in typed.values()))
        problem = _problem(period)
        if problem:
            self.add_error("last", ValidationError(problem))
            return None
        return period


def _until_today(days: int) -> Period:
    last = today()
    return Period(last - (days - 1) * DAY, last)


def _problem(period: Period) -> str:
    """What is wrong with a period; "" for nothing."""
    if period.last > today():
        return _("Enter a date that is not in the future")
    if period.first > period.last:
        return _("Enter a date that is not before the first one")
    if period.days > LONGEST_DAYS:
        return _("Enter at most %(days)s days") % {"days": LONGEST_DAYS}
    return ""
