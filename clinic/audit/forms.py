"""What the auditor may look for."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from assessments.fields import DatePartsField, ShortTextField
from assessments.models import Assessment
from clinic.audit.log import Wanted
from clinic.audit.sentences import LABELS, OUTCOMES
from clinic.cases.search import TooVagueError, parse
from clinic.models import Member
from clinic.select import SelectField
from triage_site.context import clinic_now

NOBODY = "none"
ANY = ("", _lazy("Any"))
HIGHEST = 2**63 - 1


class AuditFilterForm(forms.Form):
    """Filters of the audit log. `before`: where the next page goes on."""

    field_order = ("person",)

    action = SelectField(
        label=_lazy("What was done"), choices=(ANY, *LABELS.items()), required=False, mark_optional=False
    )
    outcome = SelectField(
        label=_lazy("How it ended"), choices=(ANY, *OUTCOMES.items()), required=False, mark_optional=False
    )
    case = ShortTextField(
        label=_lazy("Case"),
        help_text=_lazy("Its reference, such as BP-7K3M-9QD, or its long id"),
        max_length=40,
        required=False,
        mark_optional=False,
    )
    first_day = DatePartsField(label=_lazy("From this day"), required=False, mark_optional=False)
    last_day = DatePartsField(label=_lazy("Until this day"), required=False, mark_optional=False)
    before = forms.IntegerField(min_value=1, max_value=HIGHEST, required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        members = Member.objects.order_by("name", "pk").values_list("pk", "name", "user__username")
        people = [(str(pk), f"{name} ({login})") for pk, name, login in members]
        self.fields["person"] = SelectField(
            label=_("Who did it"),
            choices=[ANY, *people, (NOBODY, _("Nobody who was logged in"))],
            required=False,
            mark_optional=False,
        )
        self.order_fields(self.field_order)

    def clean_case(self) -> str:
        """The id of the case, "" for any. ValidationError for what is neither a reference nor an id."""
        text = self.cleaned_data["case"]
        if not text:
            return ""
        try:
            return str(uuid.UUID(text))
        except ValueError:
            pass
        try:
            reference = parse(text).reference
        except TooVagueError:
            reference = ""
        if not reference:
            raise ValidationError(_("Enter a reference such as BP-7K3M-9QD, or the long id of a case"))
        row = Assessment.objects.filter(reference=reference).values_list("pk", flat=True).first()
        if row is None:
            raise ValidationError(
                _(
                    "No case has this reference now. If it was deleted, look for its long id, which stands in"
                    " its lines"
                )
            )
        return str(row)

    def clean(self) -> dict[str, Any]:
        """The two days in their order."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day must not be before the first one"))
        return cleaned

    def wanted(self) -> Wanted:
        """What is looked for. Only for a valid form."""
        told = self.cleaned_data
        person = told["person"]
        return Wanted(
            actor_id=int(person) if person and person != NOBODY else None,
            nobody=person == NOBODY,
            action=told["action"] or "",
            outcome=told["outcome"] or "",
            subject_id=told["case"],
            since=_midnight(told["first_day"], 0),
            until=_midnight(told["last_day"], 1),
        )


def _midnight(day: str | None, days_later: int) -> datetime | None:
    """When a day begins where the clinic is, some days later."""
    if not day:
        return None
    later = date.fromisoformat(day) + timedelta(days=days_later)
    return datetime.combine(later, time(), tzinfo=clinic_now().zone)
