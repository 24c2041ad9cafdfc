"""The error pages: what happened, what to do, and the emergency advice on every one.

They use neither session nor database, so they also work while the database is down. Where a page with many
answers (a patient's, or a paper form that staff key in) fails after a POST, what was sent is kept in the page
with a "Send again" button.
"""

from __future__ import annotations

import logging
import re
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from triage_site import languages
from triage_site.context import clinic_now

logger = logging.getLogger(__name__)

DATABASE_DOWN = (OperationalError, InterfaceError)
RETRY_SECONDS = 30
# Pages whose answers took long to give. Every other page, above all a login, never repeats what was sent.
KEPT_PAGES = ("/f/", "/staff/paper/")
# So are a review and what else is sent about a case: these are typed while somebody is on the phone.
KEPT_FORMS = re.compile(r"/staff/[0-9a-f-]{36}/(review|do/[a-z]+)/")
TOKEN_FIELD = "csrfmiddlewaretoken"  # noqa: S105 (a field name)
# The buttons beside Continue (assessments/views/asides.py). "Send again" means Continue whatever was pressed.
CLEAR_BUTTON = "clear"
NOT_KEPT = frozenset({TOKEN_FIELD, languages.NAME, CLEAR_BUTTON})


@dataclass(frozen=True)
class Words:
    """What an error page says: a title, and what to do in a few sentences. `log_in`: with a link to do so."""

    title: str | Promise
    what_to_do: str | Promise
    log_in: bool = False


WORDS: dict[int, Words] = {
    400: Words(
        _("The site could not read what was sent"),
        _("Go back to the page before, check what you typed and send it again."),
    ),
    403: Words(
        _("You cannot open this page"),
        _("Members of staff: log in with an account that may open it. Everyone else: go to the start page."),
    ),
    404: Words(
        _("There is no page at this address"),
        _("Check the address. If you were answering questions, go back to the page before."),
    ),
    405: Words(
        _("This page cannot be opened this way"),
        _("Go back to the page before and use the button there, or go to the start page."),
    ),
    413: Words(
        _("What was sent is too long"),
        _("Go back to the page before, make your text shorter and send it again. Earlier answers are kept."),
    ),
    429: Words(
        _("Too many tries in a short time"),
        _("Wait a few minutes, then try again. Answers you saved earlier are kept."),
    ),
    500: Words(
        _("Something went wrong on our side"),
        _("What you just sent may not be saved. Try again in a few minutes, or call the clinic."),
    ),
    503: Words(
        _("The site cannot save anything right now"),
        _("What you just sent is not saved yet. Wait half a minute, then send it again."),
    ),
}
EXPIRED_FORM = Words(
    _("The page was open too long, or cookies are off"),
    _("Nothing from that page is saved yet. Allow cookies for this site in your browser, then try again."),
)
LOGIN_ENDED = Words(
    _("Your login has ended"),
    _(
        "Nothing from that page is stored yet. Log in in another tab, then come back to this page and send it"
        " again. If it then says that the page was open too long, send it once more."
    ),
    log_in=True,
)

EMERGENCY_ADVICE = (
    _("Do not wait for this site to work. Nobody is watching this page."),
    _("Call, or go to the nearest emergency room, if you or your child has:"),
)
EMERGENCY_SIGNS = (
    _("a new numb or odd feeling between the legs"),
    _("a change in peeing or bowel control, or not being able to pee"),
    _("new weakness or numbness in a leg or in both legs, or not being able to walk"),
    _("chest pain, trouble breathing or fainting"),
    _("sudden severe or tearing pain, or sudden very bad belly pain"),
    _("a serious injury"),
    _("a fever and feeling very ill"),
)


def error_page(request: HttpRequest, status: int, words: Words | None = None) -> HttpResponse:
    """The page for `status`, with what was sent kept for sending again where that can help."""
    words = words or WORDS[status]
    kept = kept_fields(request) if status in (403, 500, 503) else []
    context = {
        "title": words.title,
        "what_to_do": words.what_to_do,
        "log_in": words.log_in,
        "kept": kept,
        "send_to": request.get_full_path(),
        "heading": emergency_heading(),
        "paragraphs": EMERGENCY_ADVICE,
        "items": EMERGENCY_SIGNS,
    }
    try:
        response = render(request, "errors/error.html", context, status=status)
    except Exception:
        # Whatever broke the template, the person still gets the advice.
        logger.exception("the error page itself failed")
        response = HttpResponse(_plain_page(words), status=status)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def kept_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a failed POST to one of KEPT_PAGES, in order; none for any other request.

    Without the token and the buttons beside Continue. None either when another site sent the form: a
    stranger's answers must not wait behind our button.
    """
    if request.method != "POST" or not _is_kept(request.path) or _sent_by_another_site(request):
        return []
    return [
        (name, value) for name, values in request.POST.lists() for value in values if name not in NOT_KEPT
    ]


def _is_kept(path: str) -> bool:
    return path.startswith(KEPT_PAGES) or KEPT_FORMS.fullmatch(path) is not None


def _sent_by_another_site(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.get_host():
        return True
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def emergency_heading() -> str:
    """The first words of the emergency advice, with this site's number."""
    return gettext("If this is an emergency, call {number} now").format(number=clinic_now().emergency_number)


def _plain_page(words: Words) -> str:
    title = escape(words.title)
    texts = (words.what_to_do, emergency_heading(), *EMERGENCY_ADVICE, *EMERGENCY_SIGNS)
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in texts)
    language = get_language() or settings.LANGUAGE_CODE
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{paragraphs}</body></html>"
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400."""
    return error_page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler403."""
    return error_page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler404."""
    return error_page(request, 404)


def too_many(request: HttpRequest) -> HttpResponse:
    """handler429, which django-allauth asks for."""
    return error_page(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500: 503 when the database cannot be reached, wherever that showed (a view, the session).

    Django calls this while it handles the exception; middleware never sees one raised further in.
    """
    if isinstance(sys.exc_info()[1], DATABASE_DOWN):
        return error_page(request, 503)
    return error_page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a missing or stale CSRF token. On a page with answers none is lost."""
    return error_page(request, 403, EXPIRED_FORM)
