"""The forms for signing a version of the rules, and for taking a signature back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assessments.fields import CheckboxesField, LongTextField, ShortTextField
from assessments.helper import fields_only
from clinic.models import Member

AGREE = "agree"
LONGEST_REASON = 500
SHORTEST_REASON = 10


def statement(version: str) -> str:
    """What somebody signs."""
    text = _(
        "I have read the questions, the rules, their levels, times and words of version %(version)s."
        " I approve their use for the patients of this clinic."
    )
    return text % {"version": version}


class SignForm(forms.Form):
    """The statement, and the full name of who signs, typed."""

    use_required_attribute = False
    version = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, member: Member, version: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"version": version})
        self.member = member
        self.fields["agree"] = CheckboxesField(
            label=_("What you sign"),
            choices=[(AGREE, statement(version))],
            error_messages={"required": _("Tick the statement, or leave this page without signing")},
        )
        self.fields["name"] = ShortTextField(
            label=_("Your full name"),
            help_text=_("As it is written in your account."),
            max_length=120,
            autocomplete="off",
            error_messages={"required": _("Type your full name: it is your signature")},
        )
        self.helper = fields_only(show_errors=False)

    def clean_name(self) -> str:
        """The name, exactly as in the account but for spaces and capitals."""
        typed = str(self.cleaned_data["name"])
        if _plain(typed) != _plain(self.member.name):
            words = _("This is not the name of your account (%(name)s). Nobody can sign for somebody else")
            raise ValidationError(words % {"name": self.member.name})
        return self.member.name


class TakeBackForm(forms.Form):
    """Why a signature is taken back."""

    use_required_attribute = False
    version = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, version: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"version": version})
        self.fields["reason"] = LongTextField(
            label=_("Why is the sign-off taken back?"),
            help_text=_("It stays in the history. No names of patients."),
            max_length=LONGEST_REASON,
            rows=3,
            error_messages={"required": _("Say why the sign-off is taken back")},
        )
        self.helper = fields_only(show_errors=False)

    def clean_reason(self) -> str:
        """A reason that says something."""
        reason = str(self.cleaned_data["reason"])
        if sum(letter.isalpha() for letter in reason) < SHORTEST_REASON:
            raise ValidationError(_("Say it in a few more words"))
        return reason


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
