"""The first page, and every way out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments import clarity, drafts, services
from assessments.fields import RadioField
from assessments.held import HeldForm
from assessments.helper import fields_only
from assessments.rendering import form_html
from assessments.views import asides
from assessments.views.questions import next_url
from triage_site.context import clinic_now, takes_new_checks
from triage_site.errors import DATABASE_DOWN, EMERGENCY_ADVICE, EMERGENCY_SIGNS, emergency_heading
from triage_site.languages import language_of_form

BEGINNINGS: dict[str, tuple[str, dict[str, Any], tuple[str, ...]]] = {
    "self": ("adult", {"respondent": "self"}, ("a00",)),
    "other": ("adult", {"respondent": "other"}, ("a00",)),
    "child": ("pediatric", {}, ()),
}


class StartForm(HeldForm):
    """Who the questions are for."""

    use_required_attribute = False

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["who"] = RadioField(
            label=_("Who are you answering for?"),
            choices=[
                ("self", _("For me")),
                ("child", _("For a child under 18")),
                ("other", _("For someone else who is an adult")),
            ],
            error_messages={"required": _("Choose who you are answering for")},
        )
        self.helper = fields_only(show_errors=False)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is, what it is not, who reads it, and the way in; while there is none, what to do instead."""
    if not takes_new_checks():
        return _paused_page(request, 200)
    return _start_page(request, StartForm(), 200)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Create a draft and show its first page."""
    form = StartForm(request.POST)
    aside = asides.held(request, form)
    if aside.anew is not None:
        return redirect("assessments:start")
    if not takes_new_checks():
        return _paused_page(request, 200 if aside.pressed else 422)
    if aside.pressed:
        return _start_page(request, form, aside.status)
    if not form.is_valid():
        return _start_page(request, form, 422)
    pathway, answers, given = BEGINNINGS[form.cleaned_data["who"]]
    row = services.start(pathway, language=language_of_form(request), answers=answers, given=given)
    number = drafts.add(request, row)
    return redirect(next_url(number, services.open_draft(row).flow))


def _start_page(request: HttpRequest, form: StartForm, status: int) -> HttpResponse:
    context = {
        "fields": form_html(form),
        "form": form,
        "keep_hours": clinic_now().draft_hours,
        "begun": drafts.unsent(request),
    }
    return render(request, "assessments/start.html", context, status=status)


def _paused_page(request: HttpRequest, status: int) -> HttpResponse:
    """Nothing can be begun now: who to call, and every emergency sign."""
    context = {
        "heading": emergency_heading(),
        "paragraphs": EMERGENCY_ADVICE,
        "items": EMERGENCY_SIGNS,
        "begun": drafts.unsent(request),
    }
    return render(request, "assessments/paused.html", context, status=status)


@require_POST
def finish(request: HttpRequest, number: int) -> HttpResponse:
    """Forget everything on this device."""
    _forget(request)
    response = render(request, "assessments/finished.html")
    clarity.forget(response)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Quick exit: forget this browser's drafts and go to a neutral site, also while the database is down."""
    response = redirect(settings.QUICK_EXIT_URL)
    if request.method == "HEAD":
        return response
    _forget(request)
    response.delete_cookie(settings.SESSION_COOKIE_NAME)
    clarity.forget(response)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _forget(request: HttpRequest) -> None:
    try:
        request.session.flush()
    except DATABASE_DOWN:
        # The cookie is dropped all the same; without it nobody finds the session.
        request.session.modified = False
