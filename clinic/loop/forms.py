"""What the patient's status pages ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from assessments.bound import Words
from assessments.fields import DatePartsField, RadioField, ShortTextField
from assessments.held import HeldForm
from assessments.helper import fields_only
from triage.frozen import FrozenResult

WRONG = _(
    "This link does not open with what you entered. Check the reference and the date of birth. A link stops"
    " working after 14 days, after 5 wrong tries, when a new one is made, or when it is ended. You can call"
    " the clinic."
)


class ComeBackForm(HeldForm):
    """What one has to know besides the link."""

    use_required_attribute = False
    reference = ShortTextField(
        label=_("Reference"),
        help_text=_("It starts with BP, and stands on the page “Your next step”. For example BP-1234-567."),
        max_length=20,
        width=20,
        autocomplete="off",
        error_messages={"required": _("Enter the reference, such as BP-1234-567")},
    )
    date_of_birth = DatePartsField(
        label=_("Date of birth"),
        help_text=_(
            "Of the person with the pain, for example 3 27 1980. Leave it empty if you did not give it."
        ),
        required=False,
        mark_optional=False,
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.helper = fields_only(show_errors=False)


class WentForm(HeldForm):
    """Whether the person got emergency care."""

    use_required_attribute = False

    def __init__(self, frozen: FrozenResult, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["went"] = RadioField(
            label=_question(frozen),
            choices=[
                ("went", _("Yes, seen in an emergency room")),
                ("on_the_way", _("On the way now")),
                ("not_yet", _("Not yet")),
                ("not_going", _("No, and not going")),
            ],
            error_messages={"required": _("Choose one answer, so that the care team knows")},
        )
        self.helper = fields_only(show_errors=False)


def _question(frozen: FrozenResult) -> Words:
    """In the voice of the check: of oneself, of another adult, of a child, or of a teenager alone."""
    is_child = frozen["pathway"] == "pediatric"
    if frozen["other_voice"] == is_child:
        return _("Did you get emergency care?")
    return _("Did your child get emergency care?") if is_child else _("Did they get emergency care?")
