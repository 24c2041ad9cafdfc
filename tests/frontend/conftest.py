"""A browser that gets our pages without a server: rendered here, with the real headers and built files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.frontend.gallery import html_of
from triage_site.headers import CONTENT_SECURITY_POLICY

ROOT = Path(__file__).resolve().parents[2]
HOST = "http://gallery.invalid"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
PAGE = (
    '{% extends "base.html" %}{% block title %}Gallery{% endblock %}'
    '{% block back %}<a class="nhsuk-back-link" href="/x/">Back</a>{% endblock %}'
    "{% block main %}{{ form }}{% endblock %}"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


def answer(route: Route) -> None:
    """What the gallery's "server" gives: a static file, the page that one leaves for, or a form."""
    path = route.request.url.removeprefix(HOST)
    if path.startswith("/static/"):
        file = ROOT / path.lstrip("/")
        route.fulfill(body=file.read_text(), content_type=f"{TYPES[file.suffix]}; charset=utf-8")
        return
    if path.startswith("/leave/"):
        route.fulfill(body="<title>elsewhere</title>Weather and sports", content_type="text/html")
        return
    name, _question, sent = path.strip("/").partition("?")
    form = engines["django"].from_string("{{ html|safe }}").render({"html": html_of(name, sent or None)})
    html = engines["django"].from_string(PAGE).render({"form": form}, RequestFactory().get("/"))
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Content-Type": "text/html; charset=utf-8"}
    route.fulfill(body=html, headers=headers)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of the gallery; no script error may happen while it is open."""
    contexts = []
    faults: list[str] = []

    def open_it(path: str, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 390, "height": 800}, **options})
        contexts.append(context)
        context.route("**/*", answer)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(f"{HOST}/{path}")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert faults == []
