"""SQLite, set up so that it loses nothing: the right build, and the right PRAGMAs for that build.

SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode (the WAL-reset bug, fixed in 3.51.3), and the
one in Python 3.11 is such a build. The site brings a fixed one where there is a wheel for it; anywhere
else it keeps the older rollback journal, which is slower and safe. Never set `mmap_size`: it makes
the corruption worse.
"""

from __future__ import annotations

import importlib
import sys

FIRST_SAFE_WAL = (3, 51, 3)
WAIT_SECONDS = 5

Options = dict[str, str | int]


def use_fixed_build() -> None:
    """Let `import sqlite3` mean pysqlite3 wherever it is installed. Call before Django imports sqlite3."""
    try:
        fixed = importlib.import_module("pysqlite3")
    except ImportError:
        return
    sys.modules["sqlite3"] = fixed
    sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")


def version_in_use() -> tuple[int, ...]:
    """The version of the SQLite that `import sqlite3` gives now."""
    version: tuple[int, ...] = importlib.import_module("sqlite3").sqlite_version_info
    return version


def journal_mode(version: tuple[int, ...]) -> str:
    """WAL for a build without the WAL-reset bug, else DELETE."""
    return "WAL" if version >= FIRST_SAFE_WAL else "DELETE"


def options(version: tuple[int, ...]) -> Options:
    """The `OPTIONS` of a Django SQLite database.

    IMMEDIATE takes the write lock when a transaction begins: a deferred one that reads and then
    writes fails at once when another writer came between, whatever the timeout.
    """
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": WAIT_SECONDS,
        "init_command": (
            f"PRAGMA journal_mode={journal_mode(version)};"
            "PRAGMA synchronous=FULL;"
            "PRAGMA foreign_keys=ON;"
            "PRAGMA trusted_schema=OFF;"
        ),
    }
