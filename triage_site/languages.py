"""Which language a page speaks: chosen with a link (`?lang=es`) or a button (`lang=es` in a form).

The choice is kept in a cookie; without one the browser's own list decides. Neither the session nor the
database is read, so error pages speak the person's language too. The staff's side has one language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

NAME = "lang"
# In every patient form: the language it was read in, which another tab may have left meanwhile.
PAGE = "page_language"
STAFF_PAGES = "/staff/"

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ChoosingRequest(HttpRequest):
    """A request after `language_choice`."""

    asked_language: str  # as it was sent; "" = none was asked for


@dataclass(frozen=True)
class Language:
    """One language to choose. `link` asks for the page that is shown, in this language."""

    code: str
    name: str
    link: str
    is_current: bool


@dataclass(frozen=True)
class Languages:
    """What a page needs for its switch. `is_unknown`: a language was asked for that we do not have."""

    all: tuple[Language, ...]
    is_unknown: bool

    @property
    def names(self) -> str:
        """All languages, each under its own name."""
        return ", ".join(language.name for language in self.all)


def page_language(get_response: GetResponse) -> GetResponse:
    """Middleware: speak the language of the cookie or the browser; on the staff's side the clinic's.

    It stands outside of everything that may answer with an error page.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        staff = request.path_info.startswith(STAFF_PAGES)
        code = settings.CLINIC_LANGUAGE if staff else translation.get_language_from_request(request)
        with translation.override(code):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or code)
        if not staff:
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return middleware


def language_choice(get_response: GetResponse) -> GetResponse:
    """Middleware: from this request on, the language that was asked for, if we have it.

    It stands behind the guard, which makes sure that the fields can be read.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(STAFF_PAGES):
            return get_response(request)
        code = _asked(request)
        cast("ChoosingRequest", request).asked_language = code
        if not is_known(code):
            return get_response(request)
        translation.activate(code)
        response = get_response(request)
        _remember(response, code)
        return response

    return middleware


def _asked(request: HttpRequest) -> str:
    """The code asked for, or ""."""
    fields = request.POST if request.method == "POST" else request.GET
    return fields.get(NAME, "")


def _remember(response: HttpResponseBase, code: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


def is_known(code: str) -> bool:
    """Whether the site speaks the language with this code."""
    return code in dict(settings.LANGUAGES)


def asked_language(request: HttpRequest) -> str:
    """The code that was asked for with this request, known or not; "" for none."""
    return getattr(request, "asked_language", "")


def current_language() -> str:
    """The code of the language that is spoken now, one of settings.LANGUAGES."""
    code = translation.get_language() or settings.LANGUAGE_CODE
    return translation.get_supported_language_variant(code)


def language_of_form(request: HttpRequest) -> str:
    """The language that the sent form was read in, for the record; without a known one what is spoken now."""
    code = request.POST.get(PAGE, "")
    return code if is_known(code) else current_language()


def switch(request: HttpRequest) -> dict[str, Languages]:
    """Context processor: `languages` in every template; on the staff's side there are none to choose."""
    if request.path_info.startswith(STAFF_PAGES):
        return {"languages": Languages((), is_unknown=False)}
    current = current_language()
    # Refused by the guard: what the query holds cannot be read.
    fields = request.GET.copy() if hasattr(request, "asked_language") else QueryDict(mutable=True)
    languages = []
    for code, name in settings.LANGUAGES:
        fields[NAME] = code
        # Relative to the page that is shown: a link that starts with its path could lead to another host.
        languages.append(Language(code, name, f"?{fields.urlencode()}", is_current=code == current))
    asked = asked_language(request)
    return {"languages": Languages(tuple(languages), is_unknown=bool(asked) and not is_known(asked))}
