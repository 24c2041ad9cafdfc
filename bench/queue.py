"""`python -m bench.queue`: the staff's queue at 1,000,000 assessments against 1,000, in one paired run.

The full page by Django's test client, in turn on both databases; SQLite, or the PostgreSQL of DATABASE_URL
(`scripts/with-postgres python -m bench.queue`). `--write` puts the figures into docs/figures.md.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django

from bench.server import ROOT, environment

SMALL, LARGE = 1_000, 1_000_000
OPEN_SHARE = {SMALL: 0.85, LARGE: 0.04}
STAFF = 20
HEADER = "| page | 1,000 | 1,000,000 | ratio (goal: at most 2) | rows |\n|---|---|---|---|---|"
MOST_STATEMENTS = 6
ROW = r'id="case-([0-9a-f-]{36})"'


@dataclass
class Sample:
    """One address (or search) on one size: what is asked, and what it cost."""

    ask: Callable[[], Any]
    rows: int = 0
    statements: int = 0
    milliseconds: list[float] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)


def main() -> int:
    """Build, measure, print. 1 when a page needs too many statements or a plan reads a whole table."""
    parser = argparse.ArgumentParser(prog="python -m bench.queue", description=__doc__)
    parser.add_argument("--large", type=int, default=LARGE, help="the large size (default 1000000)")
    parser.add_argument("--rounds", type=int, default=15, help="paired rounds (default 15)")
    parser.add_argument("--write", action="store_true", help="write the figures to docs/figures.md")
    options = parser.parse_args()
    address = os.environ.get("DATABASE_URL", "")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        env = environment(folder)
        if address.startswith("postgres"):
            env["DATABASE_URL"] = address
        os.environ.clear()
        os.environ.update(env)
        django.setup()
        report, faults = _measure(folder, options.large, options.rounds)
    sys.stdout.write("\n".join([*report, "", *(f"FAULT: {fault}" for fault in faults)]) + "\n")
    if options.write:
        from bench import figures

        figures.write_section(ROOT / "docs" / "figures.md", f"Queue, {vendor_of(address)}", report)
    return 1 if faults else 0


def vendor_of(address: str) -> str:
    """The name of the database that an address leads to."""
    return "PostgreSQL" if address.startswith("postgres") else "SQLite"


def _measure(folder: Path, large: int, rounds: int) -> tuple[list[str], list[str]]:
    from django.core.management import call_command
    from django.db import connection
    from django.db.backends.signals import connection_created

    connection_created.connect(_no_fsync)
    call_command("collectstatic", interactive=False, verbosity=0)
    samples: dict[int, dict[str, Sample]] = {}
    databases = {}
    for size in (SMALL, large):
        databases[size] = _new_database(folder, size)
        started = time.monotonic()
        samples[size] = dict(_prepare(size, OPEN_SHARE[SMALL] if size == SMALL else OPEN_SHARE[LARGE]))
        sys.stderr.write(f"{size} cases built in {time.monotonic() - started:.0f} s\n")
    for number in range(rounds + 1):
        for size, asked in samples.items():
            _use(databases[size])
            for sample in asked.values():
                _take(sample, is_first=number == 0)
    vendor = f"{connection.vendor} {_version()}"
    connection.close()
    return _report(samples[SMALL], samples[large], vendor, large), _faults(samples[large])


def _no_fsync(sender: object, connection: Any, **more: object) -> None:
    """Every page adds a line to the audit log: a slow disk would hide what reading costs."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = OFF")


def _new_database(folder: Path, size: int) -> str:
    """Make an empty database with all tables and use it; its name."""
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "postgresql":
        name = f"queue_{size}"
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    else:
        name = str(folder / f"queue_{size}.sqlite3")
    _use(name)
    call_command("migrate", verbosity=0)
    return name


def _use(name: str) -> None:
    """Go on with another database."""
    from django.db import connection

    if connection.settings_dict["NAME"] != name:
        connection.close()
        pool = getattr(connection, "close_pool", None)
        if pool is not None:
            pool()
        connection.settings_dict["NAME"] = name
        from triage_site.live import forget_all

        forget_all()


def _prepare(size: int, open_share: float) -> Iterator[tuple[str, Sample]]:
    """Fill the database, log a nurse in, and say what to ask."""
    from django.test import Client
    from django.utils import timezone

    from assessments.models import Assessment
    from bench import queue_data
    from clinic.models.staff import Role
    from clinic.queue.listing import Filters, Position, Tab, in_tab, narrowed, page_of
    from tests.clinic.staffing import as_member, enter, member

    now = timezone.now()
    staff = [member(f"invented.{number}", Role.NURSE).pk for number in range(STAFF)]
    queue_data.build(size, staff, open_share=open_share, now=now)
    client = Client(SERVER_NAME="localhost")
    nurse = enter(client, "invented.0")
    pages: dict[str, tuple[Tab, float, dict[str, str], Filters]] = {
        "to do, first page": (Tab.TODO, 0, {}, Filters()),
        "to do, in the middle": (Tab.TODO, 0.5, {}, Filters()),
        "to do, last page": (Tab.TODO, 1, {}, Filters()),
        "mine": (Tab.MINE, 0, {}, Filters()),
        "waiting": (Tab.WAITING, 0, {}, Filters()),
        "done, first page": (Tab.DONE, 0, {}, Filters()),
        "done, in the middle": (Tab.DONE, 0.5, {}, Filters()),
        "done, last page": (Tab.DONE, 1, {}, Filters()),
        "level: emergency": (Tab.TODO, 0, {"level": "5"}, Filters(level=5)),
        "level: self-care": (Tab.TODO, 0, {"level": "1"}, Filters(level=1)),
        "child": (Tab.TODO, 0, {"pathway": "pediatric"}, Filters(pathway="pediatric")),
        "Spanish": (Tab.TODO, 0, {"language": "es"}, Filters(language="es")),
        "older than 3 days": (Tab.TODO, 0, {"older": "72"}, Filters(older=72)),
        "assigned to nobody": (Tab.TODO, 0, {"assignee": "nobody"}, Filters(assignee=0)),
        "assigned to a colleague": (Tab.TODO, 0, {"assignee": str(staff[1])}, Filters(assignee=staff[1])),
        "child, Spanish, older than 3 days": (
            Tab.TODO,
            0,
            {"pathway": "pediatric", "language": "es", "older": "72"},
            Filters(pathway="pediatric", language="es", older=72),
        ),
        "self-care, child, Spanish, done": (
            Tab.DONE,
            0,
            {"level": "1", "pathway": "pediatric", "language": "es"},
            Filters(level=1, pathway="pediatric", language="es"),
        ),
        "Spanish, with a colleague who has none, done": (
            Tab.DONE,
            0,
            {"language": "es", "assignee": str(staff[-1])},
            Filters(language="es", assignee=staff[-1]),
        ),
    }
    for name, (tab, depth, address, filters) in pages.items():
        rows = narrowed(in_tab(tab, as_member(nurse), now), filters, now)
        after = None
        if depth:
            place = max(0, int(rows.count() * depth) - 51)
            case = rows.order_by("queue_key", "assessment_id")[place]
            after = Position(case.queue_key, case.pk)
        shown, _end = page_of(rows, after)
        queue_data.make_readable([case.pk for case in shown], now)
        asked = {"tab": tab.value, **address, **({"after": str(after)} if after else {})}
        yield name, Sample(lambda asked=asked: client.get("/staff/", asked))  # type: ignore[misc]
    news = html.unescape(_words(client.get("/staff/"), r'data-news="([^"]+)"')[0])
    yield "news (the poll)", Sample(lambda: client.get(news))
    number = size // 2
    row = Assessment.objects.get(reference=queue_data.reference(number))
    known = queue_data.person(number)
    queue_data.make_readable([row.pk], now, known)
    searches = {
        "search: reference": str(row.reference),
        "search: name": known["name"],
        "search: name and date of birth": f"{known['name']} {known['date_of_birth']}",
        "search: phone": known["phone"],
    }
    for name, text in searches.items():
        yield name, Sample(lambda text=text: client.post("/staff/search/", {"q": text}))  # type: ignore[misc]


def _cpu_ns() -> int:
    """CPU time of this process and of the database server's process for it. Others' load does not count."""
    from django.db import connection

    spent = time.process_time_ns()
    if connection.vendor == "postgresql":
        connection.ensure_connection()
        pid = connection.connection.info.backend_pid
        spent += int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0])
    return spent


def _words(response: Any, pattern: str) -> list[str]:
    """What a pattern finds in a page."""
    return re.findall(pattern, response.content.decode())


def _take(sample: Sample, *, is_first: bool) -> None:
    """Ask once. The first time only counts statements and explains them."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    if not is_first:
        started = _cpu_ns()
        response = sample.ask()
        sample.milliseconds.append((_cpu_ns() - started) / 1e6)
        assert response.status_code == 200, response.status_code
        return
    sample.ask()  # what is remembered for some seconds is remembered now
    with CaptureQueriesContext(connection) as found:
        response = sample.ask()
    statements = [query["sql"] for query in found if not query["sql"].startswith(("BEGIN", "COMMIT"))]
    sample.statements = len(statements)
    sample.rows = len(_words(response, ROW))
    for statement in statements:
        if statement.startswith("SELECT") and "clinic_case" in statement:
            sample.plans.append(_plan(statement))


def _plan(statement: str) -> str:
    from django.db import connection

    word = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{word} {statement}".replace("%", "%%"), None)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def _version() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        return str(cursor.fetchone()[0])


WHOLE_TABLE = (
    "Seq Scan on clinic_case",
    "Seq Scan on assessments_assessment",
    "Seq Scan on clinic_searchtoken",
    "SCAN clinic_case\n",
    "SCAN assessments_assessment\n",
)


def _faults(samples: dict[str, Sample]) -> list[str]:
    faults = []
    for name, sample in samples.items():
        if sample.statements > MOST_STATEMENTS:
            faults.append(f"{name}: {sample.statements} statements")
        for plan in sample.plans:
            faults += [f"{name}: {part.strip()}" for part in WHOLE_TABLE if part in f"{plan}\n"]
            is_sorted = "Sort Key: clinic_case" in plan or "TEMP B-TREE" in plan
            if is_sorted and "search" not in name:  # what a search found is few, and sorted by date
                faults.append(f"{name}: sorted\n{plan}")
    return faults


def _report(small: dict[str, Sample], large: dict[str, Sample], vendor: str, size: int) -> list[str]:
    from bench.figures import machine

    rounds = len(next(iter(small.values())).milliseconds)
    most = max(sample.statements for sample in large.values())
    about = (
        "CPU milliseconds of the whole page, database and all (Django's test client, median of"
        f" {rounds} paired rounds): {SMALL:,} and {size:,} cases. At most {most} statements, no fsync."
    )
    lines = [machine(vendor), "", about, "", HEADER.replace("1,000,000", f"{size:,}")]
    for name, sample in small.items():
        other = large[name]
        ratio = statistics.median(b / a for a, b in zip(sample.milliseconds, other.milliseconds, strict=True))
        one, two = statistics.median(sample.milliseconds), statistics.median(other.milliseconds)
        rows = str(sample.rows) if sample.rows == other.rows else f"{sample.rows} / {other.rows}"
        lines.append(f"| {name} | {one:.1f} | {two:.1f} | {ratio:.2f} | {rows} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
