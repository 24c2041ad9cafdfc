"""A small HTTP client: cookies, forms, bytes on the wire. Standard library only; this machine only."""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode, urljoin, urlsplit

from bench.count import HEADER

TIMEOUT_SECONDS = 30.0
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@dataclass(frozen=True)
class Answer:
    """One response. `wire`: bytes of the body as they came; `statements`: SQL behind it."""

    status: int
    path: str
    body: bytes
    wire: int
    head: int
    statements: int
    location: str

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


@dataclass
class Person:
    """One browser: a connection, cookies, and a count of what it cost."""

    port: int
    encodings: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    requests: int = 0
    statements: int = 0
    html_bytes: int = 0

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)

    def get(self, path: str) -> Answer:
        """GET; redirects are not followed."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        """POST a form; redirects are not followed."""
        return self._ask("POST", path, urlencode(fields))

    def close(self) -> None:
        """Hang up."""
        self.connection.close()

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        headers = {"Accept-Encoding": self.encodings} if self.encodings else {}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin}
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        content = response.read()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        answer = Answer(
            status=response.status,
            path=path,
            body=content,
            wire=len(content),
            head=sum(len(name) + len(value) + 4 for name, value in response.getheaders()) + 17,
            statements=int(response.getheader(HEADER) or 0),
            location=urlsplit(response.getheader("Location") or "").path,
        )
        self.requests += 1
        self.statements += answer.statements
        self.html_bytes += answer.wire
        return answer

    @property
    def origin(self) -> str:
        """Where forms come from."""
        return f"http://127.0.0.1:{self.port}"


def hidden_fields(page: str) -> list[tuple[str, str]]:
    """The token and the draft id of a page's first form, each once."""
    return list({name: (name, unescape(value)) for name, value in HIDDEN.findall(page)}.values())


def parts_of(page: str) -> list[str]:
    """Addresses of what a browser loads with a page: style sheet, script, icon."""
    found = re.findall(r'<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"', page)
    return [urljoin("/", address) for address in found]
