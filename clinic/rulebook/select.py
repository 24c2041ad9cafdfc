"""A list to choose one entry from."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.bound import BoundChoices
from assessments.fields import ChoicesField


class BoundSelect(BoundChoices):
    """The list is one control: an error message links to it."""

    @property
    def first_id(self) -> str:
        return self.auto_id


class SelectField(ChoicesField):
    """One option out of a long list. Cleaned: its value, or None for the first, blank one."""

    widget = forms.Select
    bound_field_class = BoundSelect
    care_template = "clinic/rulebook/_select.html"
    default_error_messages = {"required": _("Choose one answer")}  # noqa: RUF012 (as in Django)

    def to_python(self, value: object) -> str | None:
        """The chosen value; ValidationError when it is not an option."""
        if value in self.empty_values:
            return None
        if not isinstance(value, str) or value not in self.labels:
            raise self.problem("invalid_choice")
        return value
