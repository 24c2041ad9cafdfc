"""The header set of design/trust.md A3 on every kind of response, with a clinic's settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from assessments import clarity

pytestmark = pytest.mark.urls("tests.platform.urls")

EXPECTED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
        "manifest-src 'self'; require-trusted-types-for 'script'; upgrade-insecure-requests"
    ),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()"
    ),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
PAGES = [
    ("/try/ok/", 200),
    ("/try/redirect/", 302),
    ("/try/suspicious/", 400),
    ("/try/ok/?q=%00", 400),
    ("/try/refuse/", 403),
    ("/try/nothing-here/", 404),
    ("/static/nothing-here.css", 404),
    ("/try/post/", 405),
    ("/try/crash/", 500),
    ("/healthz", 200),
    ("/robots.txt", 200),
]


def assert_headers(headers: Mapping[str, str]) -> None:
    assert {name: headers.get(name) for name in EXPECTED} == EXPECTED


@pytest.mark.parametrize(("address", "status"), PAGES)
def test_every_page_has_the_whole_set_and_is_never_stored(
    production: Client, address: str, status: int
) -> None:
    response = production.get(address, secure=True)
    assert response.status_code == status
    assert_headers(response.headers)
    assert response.headers["Cache-Control"] == "no-store"


def test_a_refused_body_has_them(production: Client) -> None:
    response = production.post("/try/ok/", {"text": "x" * 300_000}, secure=True)
    assert response.status_code == 413
    assert_headers(response.headers)
    assert response.headers["Cache-Control"] == "no-store"


def test_the_page_of_a_database_that_is_down_has_them(production: Client, database_down: None) -> None:
    response = production.get("/try/count/", secure=True)
    assert response.status_code == 503
    assert_headers(response.headers)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db  # closing the file closes old connections
def test_a_static_file_has_them_and_may_be_stored(
    production: Client, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "style.css").write_text("body { color: black; }")
    settings.STATIC_ROOT = str(tmp_path)
    response = production.get("/static/style.css", secure=True)
    assert response.status_code == 200
    response.close()
    assert_headers(response.headers)
    assert "max-age" in response.headers["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.django_db
def test_cookies_are_bound_to_this_host_and_to_the_browser_session(production: Client) -> None:
    page = production.post("/f/1/a01/", {"x": "1"}, secure=True)
    saved = production.get("/f/1/save/", secure=True)
    assert page.status_code == 200
    cookie = saved.cookies["__Host-sessionid"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert not cookie["max-age"]
    assert not cookie["expires"]


def test_the_csrf_cookie_is_bound_the_same_way(production: Client) -> None:
    strict = Client(enforce_csrf_checks=True, SERVER_NAME="intake.clinic.example")
    response = strict.post(
        "/f/1/a01/", {"x": "1"}, secure=True, headers={"Referer": "https://intake.clinic.example/"}
    )
    assert response.status_code == 403
    cookie = response.cookies["__Host-csrftoken"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["domain"]
    assert not cookie["max-age"]


def test_plain_http_is_sent_on_to_https_except_for_health_checks(production: Client) -> None:
    response = production.get("/try/ok/")
    assert response.status_code == 301
    assert response.headers["Location"] == "https://intake.clinic.example/try/ok/"
    assert production.get("/healthz").status_code == 200


def test_local_http_promises_no_tls(client: Client) -> None:
    response = client.get("/try/ok/")
    assert response.status_code == 200
    assert "Strict-Transport-Security" not in response.headers
    assert "upgrade-insecure-requests" not in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"


def test_the_language_cookie_is_bound_the_same_way(production: Client) -> None:
    for response in (
        production.get("/try/ok/?lang=es", secure=True),
        production.post("/try/post/", {"lang": "es"}, secure=True),
    ):
        cookie = response.cookies["__Host-language"]
        assert cookie.value == "es"
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert not cookie["max-age"]
        assert not cookie["expires"]
    assert "__Host-language" not in production.get("/try/ok/?lang=xx", secure=True).cookies


def test_the_cookie_about_opinions_is_bound_the_same_way(production: Client, rf: RequestFactory) -> None:
    response = HttpResponse()
    clarity.remember(rf.get("/"), response, "a02")
    cookie = response.cookies["__Host-opinions"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert not cookie["max-age"]
    assert not cookie["expires"]
    clarity.forget(response)
    assert response.cookies["__Host-opinions"]["secure"]


def test_a_page_that_the_guard_refuses_speaks_the_language_and_chooses_none(production: Client) -> None:
    production.cookies["__Host-language"] = "es"
    for response in (
        production.get("/try/ok/?lang=es&q=%00", secure=True),
        production.post("/try/ok/", {"lang": "en", "text": "x" * 300_000}, secure=True),
        production.get("/try/ok/?" + "a=1&" * 300 + "lang=en", secure=True),
    ):
        assert response.status_code in (400, 413)
        assert '<html lang="es">' in response.text
        assert "__Host-language" not in response.cookies
        assert 'href="?lang=en"' in response.text
