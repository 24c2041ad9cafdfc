"""Accepting an invitation: choose a password, and from there to the second step."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from clinic.people import services
from clinic.people.forms import WelcomeForm
from triage_site.errors import Words, error_page

SPENT = Words(
    _("This link does not work any more"),
    _("It was used already, was taken back, or is older than 7 days. Ask your clinic admin for a new one."),
)
LOGGED_IN = Words(
    _("Somebody is logged in in this browser"),
    _("This link is for a person without a login. Log out first, then open the link again."),
)


@sensitive_variables("password")
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a name and a password. The link is spent when they are stored, not when it is opened."""
    now = timezone.now()
    try:
        invitation = services.invitation_of(token, now)
    except services.LinkSpentError:
        return error_page(request, 404, SPENT)
    if request.user.is_authenticated:
        return error_page(request, 403, LOGGED_IN)
    form = WelcomeForm(invitation, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "invitation": invitation}
        return render(request, "clinic/people/welcome.html", context, status=422 if form.is_bound else 200)
    password = form.cleaned_data["password1"]
    try:
        user = services.accept(request, token, form.cleaned_data["name"], password, now)
    except services.LinkSpentError:
        return error_page(request, 404, SPENT)
    credentials = {"username": user.username, "password": password}
    login = Login(user=user, redirect_url=reverse("mfa_index"))
    response: HttpResponse = perform_password_login(request, credentials, login)
    return response
