"""The forms of the second step: a code works once, and rubbish in place of a passkey is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
    SignupWebAuthnForm,
)
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from assessments.clean import clean_text

LONGEST_NAME = 60


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


class _Untrusted:
    """What a browser sends as a passkey is parsed deep in a library, which fails in many ways on rubbish."""

    def clean_credential(self) -> Any:
        """The passkey. ValidationError for anything that is none."""
        return _parsed(super().clean_credential)  # type: ignore[misc]


class PasskeyLoginForm(_Untrusted, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey instead of password and code."""


class PasskeyForm(_Untrusted, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second step."""


class ConfirmPasskeyForm(_Untrusted, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey once more, before the account is changed."""


class NewPasskeyForm(SignupWebAuthnForm):  # type: ignore[misc]
    """A new passkey. Without the box "passwordless": the browser makes a passkey wherever the device can."""

    def clean_name(self) -> str:
        """What its owner calls it, cut to what a page can show."""
        name: str = super().clean_name()
        return clean_text(name, one_line=True)[:LONGEST_NAME] or get_adapter().generate_authenticator_name(
            self.user, Authenticator.Type.WEBAUTHN
        )

    def clean(self) -> Any:
        """The form with the passkey. ValidationError for anything that is none."""
        return _parsed(super().clean)


def _parsed(parse: Callable[[], Any]) -> Any:
    try:
        return parse()
    except (ValidationError, DatabaseError):
        raise
    except Exception:  # noqa: BLE001 (see _Untrusted: any other failure comes from what was sent)
        raise ValidationError(get_adapter().error_messages["incorrect_code"], code="incorrect_code") from None
