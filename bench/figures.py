"""What is measured on a running server, and the sentences that say it."""

from __future__ import annotations

import datetime
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.client import Person, parts_of
from bench.load import Load, load
from bench.server import Server
from bench.urls import QUESTION
from bench.walk import Walk

REQUESTS = 400
WARM_UP = 80
WALKS = 5
PLAIN = "/bench/plain/"
HEADER = "| what | goal | seen |\n|---|---|---|"
SECTION = "\n## "
INTRO = """# Figures

Printed by `python -m bench` and written here by `python -m bench --write`. All of one paired run: the ratios
tell something, the absolute numbers belong to one machine on one day. No test reads them; the counts of SQL
statements and the sizes are tests of their own.
"""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    goal: str
    seen: str

    def __str__(self) -> str:
        return f"| {self.what} | {self.goal} | {self.seen} |"


def page(text: str, before: str = "") -> str:
    """docs/figures.md with these figures. Sections that other commands wrote into `before` stay."""
    _own, mark, sections = before.partition(SECTION)
    return f"{INTRO}\n{text}\n{mark}{sections}"


def write_section(file: Path, title: str, lines: Sequence[str]) -> None:
    """Write one section of docs/figures.md anew; everything else stays."""
    own, *sections = file.read_text(encoding="utf-8").split(SECTION)
    kept = [section for section in sections if section.partition("\n")[0] != title]
    kept.append(f"{title}\n\n" + "\n".join(lines) + "\n")
    file.write_text(SECTION.join([own, *sorted(kept)]), encoding="utf-8")


def measure(server: Server, *, rounds: int) -> list[str]:
    """All figures of a running server, as lines of Markdown."""
    person = Person(server.port)
    walk = Walk.of(person, "adult")
    address = walk.begin()
    while not address.endswith(f"/{QUESTION}/"):
        address = walk.pass_page(address)
    rows = [*_question_page(server, person, address, rounds), *_journeys(server), *_sizes(server)]
    return [machine("SQLite"), "", HEADER, *map(str, rows)]


def machine(database: str) -> str:
    """Where and when the figures were taken."""
    from django import get_version

    now = datetime.datetime.now(tz=datetime.UTC)
    parts = [
        f"{now:%Y-%m-%d %H:%M} UTC",
        f"{os.cpu_count()} CPUs ({_cpu_name()})",
        f"load {os.getloadavg()[0]:.1f} at the start",
        f"Python {platform.python_version()}",
        f"Django {get_version()}",
        "gunicorn as in gunicorn.conf.py",
        database,
        "client on the same machine",
    ]
    return ", ".join(parts) + "."


def _cpu_name() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return "unknown"


def _question_page(server: Server, person: Person, address: str, rounds: int) -> list[Row]:
    """An unanswered question page against the plain page, in turn on the same server."""
    cookie = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    for path in (PLAIN, address):
        load(server, path, cookie, WARM_UP)
    plain, question = [], []
    for _round in range(rounds):
        plain.append(load(server, PLAIN, cookie, REQUESTS))
        question.append(load(server, address, cookie, REQUESTS))
    pairs = list(zip(question, plain, strict=True))
    speed = statistics.median(one.per_second / other.per_second for one, other in pairs)
    cost = statistics.median(one.cpu_ms / other.cpu_ms for one, other in pairs)
    return [
        Row("question page / plain page, requests per second", "at least 0.6", f"{speed:.2f}"),
        Row("question page / plain page, CPU per request", "at most 1.67", f"{cost:.2f}"),
        Row("plain page", "", _absolute(plain)),
        Row("question page", "", _absolute(question)),
    ]


def _absolute(loads: Sequence[Load]) -> str:
    speed = statistics.median(one.per_second for one in loads)
    cost = statistics.median(one.cpu_ms for one in loads)
    return f"{speed:.0f} requests/s, {cost:.2f} ms CPU"


def _journeys(server: Server) -> list[Row]:
    rows, gets, posts, checks = [], [0], [0], [0]
    for name in ("adult", "pediatric"):
        costs, walk = [], None
        for _walk in range(WALKS):
            before = server.cpu_ms()
            walk = Walk.of(Person(server.port), name)
            walk.to_the_end()
            costs.append(server.cpu_ms() - before)
            walk.person.close()
        assert walk is not None
        person = walk.person
        rows.append(
            Row(
                f"complete {name} journey by HTTP",
                "",
                f"{person.requests} requests, {person.statements} statements, {statistics.median(costs):.0f}"
                f" ms CPU, {person.html_bytes / 1000:.0f} kB of HTML before compression",
            )
        )
        gets += [count for method, code, count in walk.steps if method == "GET" and _is_question(code)]
        posts += [count for method, code, count in walk.steps if method == "POST" and _is_question(code)]
        checks += [count for _method, code, count in walk.steps if code == "check"]
    return [
        Row("statements, GET of a question page", "at most 2", str(max(gets))),
        Row("statements, POST of a question page", "at most 4", str(max(posts))),
        Row("statements, check-your-answers", "at most 5", str(max(checks))),
        *rows,
    ]


def _is_question(code: str) -> bool:
    return code[:1] in ("a", "c") and code[1:].isdigit()


def _sizes(server: Server) -> list[Row]:
    """What the first view and each further question page bring over the wire to a browser."""
    person = Person(server.port, encodings="gzip, br")
    first = [person.get("/")]
    plain_person = Person(server.port)
    first += [person.get(part) for part in parts_of(plain_person.get("/").text)]
    walk = Walk.of(plain_person, "adult")
    address = walk.begin()
    person.cookies = plain_person.cookies
    sizes = []
    while not address.endswith("/check/"):
        sizes.append(person.get(address).wire)
        address = walk.pass_page(address)
    body, head = sum(part.wire for part in first), sum(part.head for part in first)
    return [
        Row(
            "first view",
            "at most 4 requests, 35 kB",
            f"{len(first)} requests, {body / 1000:.1f} kB compressed (and {head / 1000:.1f} kB of headers)",
        ),
        Row("further question page, compressed", "at most 4 kB", f"{max(sizes) / 1000:.1f} kB at most"),
    ]
