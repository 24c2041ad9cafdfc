"""SQLite runs with the settings that lose nothing, seen at run time; PostgreSQL is reached with care."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler, DatabaseError, IntegrityError
from pytest_django import DjangoDbBlocker

from triage_site import databases, sqlite

WRITERS = 8
WRITES = 15


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[ConnectionHandler]:
    """Connections to a SQLite file with our settings, whatever engine the suite runs on."""
    settings = databases.from_url(f"sqlite:///{tmp_path / 'try.sqlite3'}")
    handler = ConnectionHandler({DEFAULT_DB_ALIAS: settings})
    yield handler
    handler.close_all()


@pytest.fixture
def connection(
    handler: ConnectionHandler, django_db_blocker: DjangoDbBlocker
) -> Iterator[BaseDatabaseWrapper]:
    with django_db_blocker.unblock():
        yield handler[DEFAULT_DB_ALIAS]


def pragma(connection: BaseDatabaseWrapper, name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


def test_the_pragmas_hold_on_an_open_connection(connection: BaseDatabaseWrapper) -> None:
    assert pragma(connection, "journal_mode") == sqlite.journal_mode(sqlite3.sqlite_version_info).lower()
    assert pragma(connection, "synchronous") == 2
    assert pragma(connection, "busy_timeout") == 5000
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "trusted_schema") == 0
    assert pragma(connection, "mmap_size") == 0


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "DELETE"),
        ((3, 51, 2), "DELETE"),
        ((3, 51, 3), "WAL"),
        ((3, 53, 4), "WAL"),
        ((4, 0, 0), "WAL"),
    ],
)
def test_wal_is_used_only_where_it_cannot_corrupt(version: tuple[int, ...], mode: str) -> None:
    assert sqlite.journal_mode(version) == mode
    assert f"journal_mode={mode};" in str(sqlite.options(version)["init_command"])


def test_the_rollback_journal_works_too(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> None:
    settings = databases.from_url(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    handler = ConnectionHandler({DEFAULT_DB_ALIAS: {**settings, "OPTIONS": sqlite.options((3, 40, 1))}})
    with django_db_blocker.unblock():
        assert pragma(handler[DEFAULT_DB_ALIAS], "journal_mode") == "delete"
    handler.close_all()


def test_the_site_uses_the_fixed_build_where_it_is_installed() -> None:
    pysqlite3 = pytest.importorskip("pysqlite3", reason="no wheel for this platform")
    assert sqlite3.sqlite_version == pysqlite3.sqlite_version
    assert sqlite3.sqlite_version_info >= sqlite.FIRST_SAFE_WAL


def test_no_write_is_lost_when_many_read_and_then_write(
    connection: BaseDatabaseWrapper, handler: ConnectionHandler
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE tally (n INTEGER NOT NULL)")
        cursor.execute("INSERT INTO tally VALUES (0)")
    problems: list[DatabaseError] = []

    def write() -> None:
        mine = handler[DEFAULT_DB_ALIAS]
        try:
            for _ in range(WRITES):
                mine.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
                with mine.cursor() as cursor:
                    cursor.execute("SELECT n FROM tally")
                    cursor.execute("UPDATE tally SET n = %s", [cursor.fetchone()[0] + 1])
                mine.commit()
                mine.set_autocommit(True)
        except DatabaseError as problem:
            problems.append(problem)
        finally:
            mine.close()

    threads = [threading.Thread(target=write) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT n FROM tally")
        assert cursor.fetchone()[0] == WRITERS * WRITES


def test_a_foreign_key_is_enforced(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        cursor.execute("CREATE TABLE child (parent INTEGER REFERENCES parent (id))")
        with pytest.raises(IntegrityError):
            cursor.execute("INSERT INTO child VALUES (1)")


def test_postgresql_gives_up_soon_checks_its_connections_and_verifies_the_server() -> None:
    settings = databases.from_url("postgres://user:secret@db.clinic.example/intake")
    assert settings["CONN_MAX_AGE"] == 60
    assert settings["CONN_HEALTH_CHECKS"] is True
    assert settings["ATOMIC_REQUESTS"] is False
    assert settings["OPTIONS"] == {
        "connect_timeout": 3,
        "target_session_attrs": "read-write",
        "sslmode": "verify-full",
    }


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "%2Frun%2Fpostgresql", ""])
def test_postgresql_on_this_machine_needs_no_tls(host: str) -> None:
    assert "sslmode" not in databases.from_url(f"postgres://user@{host}/intake")["OPTIONS"]


@pytest.mark.django_db
def test_the_suite_runs_on_the_engine_it_was_asked_to() -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    asked_for_postgresql = os.environ.get("DATABASE_URL", "").startswith("postgres")
    assert connection.vendor == ("postgresql" if asked_for_postgresql else "sqlite")
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
