"""A list that folds, to choose one entry from: for staff, where radio buttons would be too long."""

from __future__ import annotations

from assessments.bound import BoundChoices
from assessments.fields import RadioField


class BoundSelect(BoundChoices):
    """The list is one control: an error message links to it."""

    @property
    def first_id(self) -> str:
        return self.auto_id


class SelectField(RadioField):
    """One option out of a list that folds. Cleaned: its value, or None for a blank one."""

    bound_field_class = BoundSelect
    care_template = "care/layout/select.html"
