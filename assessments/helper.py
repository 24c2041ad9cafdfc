"""How crispy shows a form whose page brings the form element, the token and the buttons itself."""

from __future__ import annotations

from crispy_forms.helper import FormHelper


def fields_only(*, show_errors: bool = True) -> FormHelper:
    """A helper for the fields alone. `show_errors=False`: the page shows the error summary itself."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.form_show_errors = show_errors
    return helper
