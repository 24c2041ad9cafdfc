"""The forms of the code: a code works once, also where a clock that is wrong by a step is let pass."""

from __future__ import annotations

from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.core.exceptions import ValidationError


class _Once:
    """allauth remembers a code for one step; with the tolerance it would be taken for longer."""

    user: Any

    def clean_code(self) -> str:
        """The code. ValidationError if it is wrong or was used already."""
        code: str = super().clean_code()  # type: ignore[misc]
        steps = 2 * app_settings.TOTP_TOLERANCE + 1
        key = f"second-step-used:{self.user.pk}:{normalize_user_code(code)}"
        if not cache.add(key, "y", timeout=steps * app_settings.TOTP_PERIOD):
            raise ValidationError(get_adapter().error_messages["incorrect_code"], code="incorrect_code")
        return code


class CodeForm(_Once, AuthenticateForm):  # type: ignore[misc]
    """The second step of a login."""


class ConfirmCodeForm(_Once, ReauthenticateForm):  # type: ignore[misc]
    """A code once more, before the account is changed."""


class FirstCodeForm(_Once, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app that is being set up."""
