"""What every test shares: the environment, a database file as in production, unhashed static addresses."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

import django
import pytest

from tests.environment import ENVIRONMENT

# At import, before any test module: it may import models.
os.environ.update(ENVIRONMENT)
django.setup()

from triage_site.live import Live  # noqa: E402 (needs the settings)

REALLY_ASK = Live._ask


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: there is nothing that may be missing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("\nCI: a test was skipped, which counts as a failure")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A SQLite test database in a file: locks and PRAGMAs as in production, which an in-memory one lacks."""
    from django.conf import settings
    from django.db import connections

    for alias, database in settings.DATABASES.items():
        if database["ENGINE"] == "django.db.backends.sqlite3":
            name = str(tmp_path_factory.mktemp("database") / f"{alias}.sqlite3")
            connections[alias].settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session", autouse=True)
def _unhashed_static_addresses() -> Iterator[None]:
    """Tests need no collectstatic: `{% static %}` gives the plain address, which the live server serves."""
    from django.conf import settings
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield


@pytest.fixture(scope="session", autouse=True)
def _tests_may_empty_the_database() -> Iterator[None]:
    """Tests that commit empty all tables afterwards: triggers that refuse that come off for the moment."""
    from django.db import connection, transaction

    from clinic.audit import guards
    from clinic.models import AuditHead

    operations = type(connection.ops)
    empty = operations.execute_sql_flush

    def flush(self: Any, statements: Sequence[str]) -> None:
        with transaction.atomic(using=self.connection.alias):
            guards.remove(self.connection)
            empty(self, statements)
            guards.install(self.connection)
            AuditHead.objects.using(self.connection.alias).get_or_create(pk=1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", flush)
        yield


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_asked_without_a_database() -> Iterator[None]:
    """Pages of tests that have no database show what they show while it was never asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Live, "_ask", lambda live: None)
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What pages remember from the database is another test's."""
    from triage_site.live import forget_all

    forget_all()
    with_database = {"db", "transactional_db", "live_server"} & set(request.fixturenames)
    if with_database or request.node.get_closest_marker("django_db") is not None:
        monkeypatch.setattr(Live, "_ask", REALLY_ASK)
