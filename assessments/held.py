"""Forms that can be shown again with everything that was typed, before anybody presses Continue."""

from __future__ import annotations

from django import forms
from django.forms.utils import ErrorDict

# A page that shows mistakes sends this along, so that they are shown again in another language.
WRONG = "wrong"


class HeldForm(forms.Form):
    """The base of every patient form. While `held`, what was typed is shown and nothing is said about it."""

    held = False

    def full_clean(self) -> None:
        """Find the mistakes, unless the form is only held."""
        if self.held:
            self._errors = ErrorDict()
            self.cleaned_data = {}
        else:
            super().full_clean()
