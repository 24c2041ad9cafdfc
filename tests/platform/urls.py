"""A few views to try the platform with, whatever pages the site has."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_POST

from triage_site.urls import handler400, handler403, handler404, handler500
from triage_site.urls import urlpatterns as site_patterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def echo(request: HttpRequest, n: int = 0, page: str = "") -> HttpResponse:
    return JsonResponse(dict(request.POST.lists()))


def redirect(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect("/try/ok/")


def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("CANARY")


def crash(request: HttpRequest, n: int = 0) -> HttpResponse:
    raise RuntimeError("CANARY")


def count(request: HttpRequest, n: int = 0) -> HttpResponse:
    return HttpResponse(str(get_user_model().objects.count()))


def read_session(request: HttpRequest, n: int = 0) -> HttpResponse:
    return HttpResponse(str(request.session.get("draft")))


def write_session(request: HttpRequest, n: int = 0) -> HttpResponse:
    # A new session without a cookie needs no read: only the save after the view reaches the database.
    request.session["draft"] = 1
    return HttpResponse("sent")


urlpatterns: list[URLPattern | URLResolver] = [
    path("try/ok/", echo),
    path("try/redirect/", redirect),
    path("try/refuse/", refuse),
    path("try/suspicious/", suspicious),
    path("try/crash/", crash),
    path("try/post/", require_POST(echo)),
    path("try/count/", count),
    path("try/session/", read_session),
    path("staff/try/", echo),
    path("f/<int:n>/count/", count),
    path("f/<int:n>/session/", read_session),
    path("f/<int:n>/save/", write_session),
    path("f/<int:n>/crash/", crash),
    path("f/<int:n>/<slug:page>/", echo),
    *site_patterns,
]
