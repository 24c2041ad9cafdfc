"""One form for each kind of field, with invented questions, in a clean and in an error state."""

from __future__ import annotations

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from crispy_forms.utils import render_crispy_form
from django import forms
from django.http import QueryDict

from assessments import fields
from tests.frontend.dom import Node, parse

CARRY_ON = [("none", "None of these"), ("fever", "Fever"), ("chills", "Chills & <shivers>")]
ADULT_PARTS = [
    ("neck", "Neck"),
    ("upper_back", "Upper back"),
    ("low_back", "Low back"),
    ("buttock_sij", "Buttock"),
    ("tailbone", "Tailbone"),
    ("hip_groin", "Hip or groin"),
    ("flank", "Side, under the ribs"),
    ("all_over", "Whole back"),
]
CHILD_PARTS = [
    ("low_middle", "Low back"),
    ("upper_mid", "Middle or upper back"),
    ("neck", "Neck"),
    ("side_flank", "High on one side"),
    ("buttock_hip", "Buttock"),
    ("hip_groin", "Hip, groin or knee"),
    ("tailbone", "Tailbone"),
    ("all_over", "All over"),
    ("cant_tell", "Too young to show us"),
    ("not_sure", "Not sure"),
]


def gallery() -> dict[str, dict[str, forms.Field]]:
    """Fields by the name of their page."""
    return {
        "radios": {
            "fever": fields.RadioField(
                label="Do you have a fever?",
                help_text="100.4 °F or higher.",
                choices=[("no", "No"), ("yes", "Yes"), ("not_sure", "I am not sure")],
                option_hints={"not_sure": "Measure it if you can."},
                page_heading=True,
                details=[("Why we ask this", "Fever can be a sign of an infection.")],
            )
        },
        "checkboxes": {
            "signs": fields.CheckboxesField(
                label="Do you have any of these?",
                choices=[*CARRY_ON[1:], CARRY_ON[0]],
                exclusive={"none"},
                dividers={"none": "or"},
                option_groups={"fever": "Infection"},
                page_heading=True,
            )
        },
        "adult_map": {
            "location": fields.BodyMapField(
                label="Where is the pain?", help_text="Choose all.", choices=ADULT_PARTS, page_heading=True
            )
        },
        "child_map": {
            "location": fields.BodyMapField(
                label="Where does it hurt?",
                figure="child",
                choices=CHILD_PARTS,
                exclusive={"cant_tell"},
                dividers={"cant_tell": "or"},
                page_heading=True,
            )
        },
        "numbers": {
            "age": fields.WholeNumberField(label="How old are you?", minimum=18, maximum=120, suffix="years"),
            "temperature": fields.DecimalNumberField(
                label="Highest temperature", help_text="For example 101.5", minimum=90, maximum=110
            ),
        },
        "texts": {
            "name": fields.ShortTextField(label="Your name", max_length=20, autocomplete="name"),
            "phone": fields.ShortTextField(label="Phone", max_length=20, input_type="tel", width=20),
            "words": fields.LongTextField(label="Anything else?", help_text="Own words.", max_length=50),
        },
        "long_text": {
            "words": fields.LongTextField(label="Anything else?", max_length=50, page_heading=True),
        },
        "date": {
            "born": fields.DatePartsField(
                label="Date of birth", help_text="For example, 3 27 1980", autocomplete="bday"
            )
        },
        "rated": {
            "tried": fields.RatedListField(
                label="What have you tried?",
                choices=[("rest", "Rest"), ("heat", "Heat")],
                ratings=[("helped", "Helped"), ("no", "Did not help")],
                page_heading=True,
            )
        },
        "plain": {
            "username": forms.CharField(label="Username", help_text="Ask the clinic."),
            "password": forms.CharField(label="Password", widget=forms.PasswordInput),
        },
    }


PAGES = list(gallery())
HEADED = ["radios", "checkboxes", "adult_map", "child_map", "long_text", "rated"]


class Gallery(forms.Form):
    """One page of the gallery. `sent` is a query string; None is a page that was only opened."""

    use_required_attribute = False

    def __init__(self, page: str, sent: str | None = None, **initial: object) -> None:
        super().__init__(None if sent is None else QueryDict(sent), initial=initial)
        self.fields.update(gallery()[page])
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Continue"))
        if page not in HEADED:
            self.helper.heading = "Some questions"
            self.helper.intro = "All of them invented."


def html_of(page: str, sent: str | None = None, **initial: object) -> str:
    """The form's HTML."""
    html: str = render_crispy_form(Gallery(page, sent, **initial))
    return html


def shown(page: str, sent: str | None = None, **initial: object) -> Node:
    """The form's HTML as a tree."""
    return parse(html_of(page, sent, **initial))
