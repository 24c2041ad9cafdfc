"""django-allauth's pages as this site has them: our frame, 422 for mistakes, and our gate.

Only what is in login_urls.py can be opened: nobody registers, and no page sends e-mail to an address that
a stranger typed.
"""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.account.forms import LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as factors
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy

from clinic.access import has_second_factor, may, member_of
from clinic.audit.trail import Action, record
from clinic.models.audit import AuditOutcome
from clinic.people.accounts import note_failure
from clinic.people.gates import factor_changed, own_account
from clinic.people.navigation import LINKS


class _Ours:
    """What all of them share: the site's own words in the frame, and 422 for a form with mistakes."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """allauth's context without its `site`, which would hide ours."""
        context: dict[str, Any] = super().get_context_data(**more)  # type: ignore[misc]
        context.pop("site", None)
        return context

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page again, with its mistakes."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        response.status_code = 422
        return response


class Login(_Ours, account.LoginView):  # type: ignore[misc]
    """Username or e-mail, and password."""


class PasskeyLogin(_Ours, webauthn.LoginWebAuthnView):  # type: ignore[misc]
    """A passkey alone: it asks for a finger, a face or a code, so it is both factors."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """The login page, which says that it did not work."""
        note_failure(self.request, None, "passkey")
        context = {
            "form": LoginForm(request=self.request),
            "passkey_refused": True,
        }
        return render(self.request, "account/login.html", context, status=422)


class Logout(account.LogoutView):  # type: ignore[misc]
    """Only a button logs out."""

    http_method_names = ("post",)


class SecondStep(_Ours, factors.AuthenticateView):  # type: ignore[misc]
    """The code, the recovery code or the passkey after the password."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """As the others; allauth logs a wrong code, and not a wrong passkey."""
        if "credential" in form.fields:
            note_failure(self.request, self.stage.login.user, "passkey")
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 422
        return response


class _Noted(_Ours):
    """A page to read, with a line in the log."""

    page: str

    @transaction.atomic
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; the line is there before it goes out."""
        response: HttpResponse = super().get(request, *args, **kwargs)  # type: ignore[misc]
        record(request, Action.VIEWED_PAGE, page=self.page)
        return response


class OwnAccount(_Noted, factors.IndexView):  # type: ignore[misc]
    """One's own account: second step, password, sessions."""

    page = "own_account"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """With whether this session may leave for the other staff pages."""
        context = super().get_context_data(**more)
        context["is_set_up"] = has_second_factor(self.request)
        context["member"] = member_of(self.request)
        return context


class ConfirmPassword(_Ours, account.ReauthenticateView):  # type: ignore[misc]
    """The password once more, before the account is changed."""


class ConfirmCode(_Ours, factors.ReauthenticateView):  # type: ignore[misc]
    """A code once more."""


class ConfirmPasskey(_Ours, webauthn.ReauthenticateWebAuthnView):  # type: ignore[misc]
    """A passkey once more."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page again. allauth would go to the login."""
        note_failure(self.request, self.request.user, "passkey")
        context = self.get_context_data(form=form)
        return render(self.request, "mfa/webauthn/reauthenticate.html", context, status=422)

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """allauth drops what it is given."""
        return super().get_context_data(**more) | more


class ChangePassword(_Ours, account.PasswordChangeView):  # type: ignore[misc]
    """A new password. It ends the other sessions."""

    success_url = reverse_lazy("mfa_index")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """All of it, or nothing: clinic.people.receivers ends the sessions and adds the line."""
        response: HttpResponse = super().form_valid(form)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        """As the others; a wrong present password is in the log."""
        if form.has_error("oldpassword", code="enter_current_password"):
            member = member_of(self.request)
            record(self.request, Action.ACCOUNT, member, outcome=AuditOutcome.FAILED, change="password")
        return super().form_invalid(form)

    def get_default_success_url(self) -> str:
        """Back to one's own account."""
        return reverse("mfa_index")


class _ChangesFactor(_Ours):
    """A page that changes the second factor: with a line in the log, and the end of the other sessions."""

    change: str
    factor: Authenticator.Type

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """All of it, or nothing."""
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        factor_changed(self.request, self.change, self.factor)  # type: ignore[attr-defined]
        return response


class AddApp(_ChangesFactor, totp.ActivateTOTPView):  # type: ignore[misc]
    """An authenticator app."""

    change, factor = "factor_added", Authenticator.Type.TOTP


class RemoveApp(_ChangesFactor, totp.DeactivateTOTPView):  # type: ignore[misc]
    """Take the app away, if something else is left."""

    change, factor = "factor_removed", Authenticator.Type.TOTP


class AddPasskey(_ChangesFactor, webauthn.AddWebAuthnView):  # type: ignore[misc]
    """A passkey or a security key."""

    change, factor = "factor_added", Authenticator.Type.WEBAUTHN

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """allauth drops what it is given."""
        return super().get_context_data(**more) | more


class RemovePasskey(_ChangesFactor, webauthn.RemoveWebAuthnView):  # type: ignore[misc]
    """Take a passkey away, if something else is left."""

    success_url = reverse_lazy("mfa_index")
    change, factor = "factor_removed", Authenticator.Type.WEBAUTHN

    def form_valid(self, form: Any) -> HttpResponse:
        """allauth does not ask whether it is the last one."""
        authenticator: Authenticator = self.get_object()
        if get_adapter().can_delete_authenticator(authenticator):
            response: HttpResponse = super().form_valid(form)
            return response
        form.add_error(None, ValidationError(get_adapter().error_messages["cannot_delete_authenticator"]))
        return self.form_invalid(form)


class RecoveryCodes(_Noted, codes.ViewRecoveryCodesView):  # type: ignore[misc]
    """The recovery codes, once."""

    page = "recovery_codes"


class NewRecoveryCodes(_ChangesFactor, codes.GenerateRecoveryCodesView):  # type: ignore[misc]
    """New recovery codes instead of the old ones."""

    change, factor = "factor_added", Authenticator.Type.RECOVERY_CODES


@own_account
def home(request: HttpRequest) -> HttpResponse:
    """Where a login leads: the first page that this member may open."""
    member = member_of(request)
    if not has_second_factor(request):
        return redirect("mfa_index")
    return redirect(next((link.url_name for link in LINKS if may(member, link.act)), "mfa_index"))
