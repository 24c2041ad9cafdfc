"""What goes over the wire to a browser, from real gunicorn with compression: requests and bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser

from bench.server import Server
from tests.browser import walk
from tests.browser.conftest import PHONE, Visitor
from tests.browser.watch import Watch
from triage.examples import with_changes
from triage.pathways import PATHWAYS

FIRST_VIEW_REQUESTS = 4
FIRST_VIEW_BYTES = 35_000
NEXT_PAGE_BYTES = 4_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site on gunicorn, with a database of its own."""
    with Server(tmp_path_factory.mktemp("wire")) as running:
        yield running


@dataclass
class Wire:
    """Every response since the last `clear`: its address, and the bytes of headers and body as they came."""

    urls: dict[str, str] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def asked(self, event: Any) -> None:
        """Network.requestWillBeSent."""
        self.urls[event["requestId"]] = event["request"]["url"]

    def answered(self, event: Any) -> None:
        """Network.responseReceived: only the headers have come."""
        self.heads[event["requestId"]] = int(event["response"]["encodedDataLength"])

    def finished(self, event: Any) -> None:
        """Network.loadingFinished."""
        self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    def clear(self) -> None:
        """Forget what came so far."""
        self.urls.clear()
        self.heads.clear()
        self.sizes.clear()

    def wait_for(self, visitor: Visitor, part: str) -> None:
        """Until all of what has `part` in its address has come: the page can be shown a little earlier."""
        for _turn in range(100):
            if any(part in url for url in self.loaded):
                return
            visitor.page.wait_for_timeout(20)

    @property
    def loaded(self) -> dict[str, int]:
        """Bytes with headers by address; what came from the browser's cache counts nothing."""
        return {self.urls[key]: size for key, size in self.sizes.items() if size and key in self.urls}

    def body(self, part: str) -> int:
        """Compressed bytes of the one body that was loaded from an address with `part` in it."""
        (key,) = (key for key, url in self.urls.items() if part in url and self.sizes.get(key))
        return self.sizes[key] - self.heads[key]


def test_first_view_and_every_question_page(server: Server, browser: Browser) -> None:
    """A first view of at most 4 requests and 35 kB; after it one request of at most 4 kB for each page."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    watch = Watch(server.base)
    watch.over(context)
    visitor = Visitor(context, context.new_page(), watch, server.base)
    session, wire = context.new_cdp_session(visitor.page), Wire()
    session.on("Network.requestWillBeSent", wire.asked)
    session.on("Network.responseReceived", wire.answered)
    session.on("Network.loadingFinished", wire.finished)
    session.send("Network.enable")

    visitor.open("/")
    visitor.page.wait_for_load_state("networkidle")
    assert len(wire.loaded) <= FIRST_VIEW_REQUESTS, wire.loaded
    assert 5_000 < sum(wire.loaded.values()) <= FIRST_VIEW_BYTES, wire.loaded

    walk.choose(visitor, "who", ["self"])
    wire.clear()
    visitor.page.get_by_role("button", name="Start now").click()
    adult = PATHWAYS["adult"]
    for page in walk.through(visitor, with_changes(adult, "")):
        wire.wait_for(visitor, f"/{page.code}/")
        assert len(wire.loaded) == 1, (page.code, wire.loaded)
        assert 1_000 < wire.body(f"/{page.code}/") <= NEXT_PAGE_BYTES, (page.code, wire.loaded)
        wire.clear()
    assert visitor.path == "/f/1/check/"
    context.close()
    assert watch.faults == []
