"""What goes with a change of the settings: from which version, which step, and a note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.fields import ShortTextField
from assessments.helper import fields_only
from assessments.summary.clock import clinic_time
from clinic.models import ProfileVersion
from clinic.select import SelectField

LONGEST_NOTE = 200
MOST_VERSIONS = 200


class StepForm(forms.Form):
    """Which version the page was made from, and whether what will change was looked at."""

    base = forms.IntegerField(min_value=0, max_value=2**62)
    step = forms.ChoiceField(choices=[("look", ""), ("save", "")], required=False)


class NoteForm(forms.Form):
    """Why it changes, for the history."""

    use_required_attribute = False

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["note"] = ShortTextField(
            label=_("Why? A note for the history"),
            help_text=_("No names of patients."),
            max_length=LONGEST_NOTE,
            required=False,
        )
        self.helper = fields_only(show_errors=False)


class CompareForm(forms.Form):
    """Two versions to compare."""

    use_required_attribute = False

    def __init__(self, rows: Sequence[ProfileVersion], data: Any = None) -> None:
        super().__init__(data)
        choices = [(str(row.number), f"{row.number} · {clinic_time(row.at)} · {row.by_name}") for row in rows]
        choices.append(("0", str(_("0 · the environment of the site"))))
        for key, label in (("old", _("Version")), ("new", _("compared with version"))):
            self.fields[key] = SelectField(
                label=label, choices=choices, error_messages={"required": _("Choose a version")}
            )
        self.helper = fields_only(show_errors=False)
