"""DATABASE_URL as Django settings: SQLite by default, PostgreSQL when a clinic outgrows one machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url

from triage_site import sqlite

CONNECT_SECONDS = 3
KEEP_SECONDS = 60
ENGINES = {"sqlite": "sqlite", "postgres": "postgresql", "postgresql": "postgresql"}
THIS_MACHINE = frozenset({"", "localhost", "127.0.0.1", "::1"})


def from_url(url: str) -> dict[str, Any]:
    """The settings of the database at `url`.

    Raises ValueError with a sentence that does not repeat the url (it can hold a password).
    """
    scheme, separator, rest = url.partition("://")
    if scheme not in ENGINES or not separator or not rest:
        raise ValueError("must start with sqlite:/// or postgres://")
    return _sqlite(rest) if scheme == "sqlite" else _postgresql(url)


def _sqlite(rest: str) -> dict[str, Any]:
    path = Path(rest.removeprefix("/"))
    if not rest.startswith("/") or not path.is_absolute() or "?" in rest:
        raise ValueError(
            "must give the SQLite file by its full path: sqlite:////full/path/to/file, without options"
        )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": sqlite.options(sqlite.version_in_use()),
        "CONN_MAX_AGE": KEEP_SECONDS,
        "ATOMIC_REQUESTS": False,
    }


def _postgresql(url: str) -> dict[str, Any]:
    try:
        parsed = dj_database_url.parse(url, conn_max_age=KEEP_SECONDS, conn_health_checks=True)
    except (ValueError, KeyError) as problem:
        raise ValueError("is not a database address that can be read") from problem
    database: dict[str, Any] = dict(parsed)
    if not database.get("NAME"):
        raise ValueError("must name the database after the host")
    options: dict[str, Any] = database.setdefault("OPTIONS", {})
    options.setdefault("connect_timeout", CONNECT_SECONDS)
    options.setdefault("target_session_attrs", "read-write")
    if str(database.get("HOST", "")) not in THIS_MACHINE and not str(database["HOST"]).startswith("/"):
        options.setdefault("sslmode", "verify-full")
    database["ATOMIC_REQUESTS"] = False
    return database
