"""The forms of accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.fields import CheckboxesField, ShortTextField
from clinic.models.staff import Invitation, Role
from clinic.people import services

LONGEST_EMAIL = 150  # it becomes the username
ROLE_HINTS = {
    Role.FRONT_DESK: _("The queue and how to reach people. No clinical detail beyond level and reference."),
    Role.NURSE: _("Everything clinical: reads, reviews, closes."),
    Role.CLINICIAN: _("As a nurse; may also lower a level, with a reason."),
    Role.ADMIN: _("Accounts and settings. No clinical detail."),
    Role.AUDITOR: _("Reads the audit log, and nothing else."),
}


def roles_field() -> CheckboxesField:
    """Which roles somebody has."""
    return CheckboxesField(
        label=_("Roles"),
        choices=[(role.value, role.label) for role in Role],
        option_hints={role.value: hint for role, hint in ROLE_HINTS.items()},
        error_messages={"required": _("Choose at least one role")},
    )


class RolesForm(forms.Form):
    """The roles of somebody who works here."""

    def __init__(self, data: Mapping[str, Any] | None = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["roles"] = roles_field()


class InvitationForm(forms.Form):
    """Whom an admin invites."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["name"] = ShortTextField(
            label=_("Name"),
            max_length=120,
            error_messages={"required": _("Enter the name that others here will read")},
        )
        self.fields["email"] = ShortTextField(
            label=_("E-mail address"),
            help_text=_("It is also the username."),
            max_length=LONGEST_EMAIL,
            input_type="email",
            error_messages={"required": _("Enter an e-mail address, such as name@clinic.example")},
        )
        self.fields["roles"] = roles_field()

    def clean_email(self) -> str:
        """A free address, in small letters."""
        return free_address(self.cleaned_data["email"])


def free_address(typed: str) -> str:
    """The address in small letters. ValidationError if it is none, has an account, or an open invitation."""
    email = typed.lower()
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError(_("Enter an e-mail address, such as name@clinic.example")) from None
    if User.objects.filter(Q(email__iexact=email) | Q(username__iexact=email)).exists():
        raise ValidationError(_("There is an account with this address already"))
    if services.open_invitations(timezone.now()).filter(email=email).exists():
        raise ValidationError(_("There is an open invitation for this address: cancel it first"))
    return email


class WelcomeForm(forms.Form):
    """What an invited person chooses. A password may be pasted; it is never sent back to the page."""

    password1 = forms.CharField(
        label=_("New password"),
        help_text=_("12 characters or more. A few words in a row are good. A password manager is better."),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password of 12 characters or more")},
    )
    password2 = forms.CharField(
        label=_("New password again"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Enter the new password a second time")},
    )
    field_order = ("name", "password1", "password2")

    def __init__(self, invitation: Invitation, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"name": invitation.name})
        self.account = invitation.user or User(username=invitation.email, email=invitation.email)
        self.fields["name"] = ShortTextField(
            label=_("Your name"),
            help_text=_("Others here will read it."),
            max_length=120,
            autocomplete="name",
            error_messages={"required": _("Enter your name")},
        )
        self.order_fields(self.field_order)

    def clean_password1(self) -> str:
        """ValidationError for one that is short, common, only digits, or like the address."""
        password: str = self.cleaned_data["password1"]
        validate_password(password, self.account)
        return password

    def clean(self) -> dict[str, Any]:
        """Both passwords must be the same."""
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ: enter the new one again"))
        return cleaned
