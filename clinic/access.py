"""Who may open a staff page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse

from triage_site.errors import LOGIN_ENDED, error_page, kept_fields

View = Callable[..., HttpResponse]


def staff_only(view: View) -> View:
    """Let members of staff in, send others to the login; a logged-in non-member finds no page here.

    Where the login ended while somebody keyed in a paper form, the page that says so keeps the form.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not getattr(request.user, "is_staff", False):
            raise Http404
        return view(request, *args, **kwargs)

    sent_to_login = login_required(guarded)

    @wraps(view)
    def entrance(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated and kept_fields(request):
            return error_page(request, 403, LOGIN_ENDED)
        return sent_to_login(request, *args, **kwargs)

    return entrance


class StaffLoginForm(AuthenticationForm):
    """Django's login form, for members of staff. One message for every reason to refuse."""

    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        """Refuse an account that is not staff exactly as a wrong password is refused."""
        if not (user.is_active and getattr(user, "is_staff", False)):
            raise self.get_invalid_login_error()
