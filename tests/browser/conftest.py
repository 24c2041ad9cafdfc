"""A real browser (Debian's Chromium) against the live server. One browser for all tests of this folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from assessments.models import Assessment
from tests.browser.states import session_with
from tests.browser.watch import Watch

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 390, "height": 844}
TIMEOUT_MS = 10_000


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser. Playwright keeps an event loop in this thread, which Django takes for async code."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@dataclass(repr=False)
class Visitor:
    """One person with a browser of their own."""

    context: BrowserContext
    page: Page
    watch: Watch
    base: str

    def has(self, *rows: Assessment) -> None:
        """Give this browser a session that holds the assessments, numbered from 1."""
        self.cookie(session_with(*rows))

    def cookie(self, session_key: str) -> None:
        """Give this browser a session."""
        cookie: Any = {"name": settings.SESSION_COOKIE_NAME, "value": session_key, "url": self.base}
        self.context.add_cookies([cookie])

    def open(self, path: str) -> int:
        """Open an address of the site; the status of the answer."""
        response = self.page.goto(self.base + path)
        assert response is not None
        return response.status

    @property
    def path(self) -> str:
        """The address of the page that is shown, without the host."""
        return self.page.url.removeprefix(self.base)

    @property
    def text(self) -> str:
        """All text of the page that is shown."""
        return self.page.locator("body").inner_text()


NewVisitor = Callable[..., Visitor]


def _visit(browser: Browser, base: str, **options: Any) -> Visitor:
    context = browser.new_context(**{"viewport": PHONE, **options})
    context.set_default_timeout(TIMEOUT_MS)
    watch = Watch(base)
    watch.over(context)
    return Visitor(context, context.new_page(), watch, base)


def _no_faults(visitors: list[Visitor]) -> None:
    """No page asked another host for anything, or put an error on the console."""
    faults = [fault for visitor in visitors for fault in visitor.watch.faults]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture
def new_visitor(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[NewVisitor]:
    """A function that gives a visitor with a window of their own, on a phone unless told otherwise."""
    visitors: list[Visitor] = []

    def make(**options: Any) -> Visitor:
        visitors.append(_visit(browser, live_server.url, **options))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.context.close()
    _no_faults(visitors)


@pytest.fixture(scope="package")
def window(browser: Browser, live_server: LiveServer) -> Iterator[Visitor]:
    """One window for all tests that need nothing special: a new one takes longer than most tests."""
    visitor = _visit(browser, live_server.url)
    yield visitor
    visitor.context.close()


@pytest.fixture
def visitor(transactional_db: None, window: Visitor) -> Iterator[Visitor]:
    """Somebody on a phone with scripts on, who was never here before."""
    window.context.clear_cookies()
    window.watch.faults.clear()
    yield window
    window.page.goto("about:blank")
    _no_faults([window])
