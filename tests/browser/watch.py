"""Everything a browser asked for and complained about, from the first page to the last."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

# How Chromium reports a page (not a part of one) that was answered with 4xx or 5xx.
STATUS_OF_PAGE = re.compile(r"Failed to load resource: the server responded with a status of [45]\d\d ")


@dataclass
class Watch:
    """Watches one browser context. `faults` is what must be empty at the end."""

    own: str
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)

    def over(self, context: BrowserContext) -> None:
        """Start watching."""
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))
        context.on("requestfailed", self._failed)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        if request.is_navigation_request():
            self.pages.add(request.url.partition("#")[0])
        if not request.url.startswith((self.own + "/", "about:")):
            self.faults.append(f"request to another host: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        # A page is asked for without the place in it (#...), and complained about with it.
        url = str(message.location.get("url")).partition("#")[0]
        of_page = STATUS_OF_PAGE.match(message.text) and url in self.pages
        if not of_page:
            self.faults.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _failed(self, request: Request) -> None:
        # A page that is left while it loads is aborted; anything else is a fault.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url} {request.failure}")
