"""A gateway for text messages on this machine: takes every POST, notes it, and answers as it is told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Post:
    """One POST as it came in."""

    key: str
    authorization: str
    body: dict[str, Any]


def accept(handler: BaseHTTPRequestHandler) -> None:
    """Answer that it was taken."""
    answer(handler, 200, b'{"ok": true}')


def answer(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    """Answer with a status and a body."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hung up was killed: that is what the drill is for."""


@dataclass
class Receiver:
    """The gateway. A context manager. `behave` may be changed at any time; `pause`: seconds before it."""

    behave: Behaviour = accept
    pause: float = 0.0
    posts: list[Post] = field(default_factory=list)

    def __post_init__(self) -> None:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                key, known = self.headers["Idempotency-Key"], self.headers["Authorization"]
                receiver.posts.append(Post(key, known, json.loads(raw)))
                time.sleep(receiver.pause)
                receiver.behave(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its own name)
                """Say nothing."""

        self.server = _Quiet(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        """Where to post."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/send"

    @property
    def keys(self) -> list[str]:
        """The keys, in the order in which they came."""
        return [post.key for post in self.posts]

    def __enter__(self) -> Receiver:
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()
