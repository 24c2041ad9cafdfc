"""What is turned away before any view or session sees it."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.response import HttpResponseBase

from triage_site import errors


def client_address(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: REMOTE_ADDR becomes the address in front of our own proxies (PROXY_COUNT).

    What stands further left in X-Forwarded-For anybody may have written: it is not read. With fewer entries
    than proxies the request came past them, and the address of the connection stays.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        count = settings.PROXY_COUNT
        entries = request.headers.get("X-Forwarded-For", "").split(",")
        if count and len(entries) >= count and (address := _address(entries[-count])):
            request.META["REMOTE_ADDR"] = address
        return get_response(request)

    return middleware


def _address(text: str) -> str | None:
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        return None


def request_guard(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: 413 for too much, 400 for a NUL byte; 405 gets a page as the other errors have.

    PostgreSQL refuses NUL and SQLite stores it; a view that passes one on would fail on one of them only.
    What was typed into a form is left to the form, which answers at the field and keeps the rest.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        refusal = refused_status(request)
        if refusal is not None:
            return errors.error_page(request, refusal)
        response = get_response(request)
        if response.status_code == 405 and not getattr(response, "content", b""):
            page = errors.error_page(request, 405)
            page.headers["Allow"] = response.headers.get("Allow", "")
            return page
        return response

    return middleware


def refused_status(request: HttpRequest) -> int | None:
    """The status to refuse `request` with, or None."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        return 400
    if int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return 413
    try:
        return 400 if any("\0" in text for text in _texts(request)) else None
    except (TooManyFieldsSent, TooManyFilesSent, RequestDataTooBig):
        return 413
    except UnreadablePostError:
        return 400


def _texts(request: HttpRequest) -> Iterator[str]:
    """Every text of the request that a view could read outside a form."""
    yield request.path_info
    yield from request.COOKIES.values()
    yield from _fields(request.GET)
    yield from request.POST


def _fields(fields: QueryDict) -> Iterator[str]:
    for name, values in fields.lists():
        yield name
        yield from (value for value in values if isinstance(value, str))
