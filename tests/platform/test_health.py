"""What a load balancer asks."""

from __future__ import annotations

import pytest
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from triage_site import health


@pytest.fixture(autouse=True)
def _forget() -> None:
    health.migrated.clear()


def test_the_process_answers_without_a_database(client: Client, database_down: None) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.text == "ok\n"


@pytest.mark.django_db
def test_ready_when_the_database_answers_and_is_migrated(client: Client) -> None:
    for _ in range(2):
        response = client.get("/readyz")
        assert response.status_code == 200
        assert response.text == "ready\n"


@pytest.mark.django_db
def test_the_migrations_are_read_once_per_process(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/readyz")

    def never(self: MigrationExecutor, targets: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(MigrationExecutor, "migration_plan", never)
    assert client.get("/readyz").status_code == 200


def test_not_ready_and_no_detail_while_the_database_is_down(client: Client, database_down: None) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.text == "not ready\n"


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["one to do"])
    assert client.get("/readyz").status_code == 503


def test_robots_are_turned_away(client: Client) -> None:
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
