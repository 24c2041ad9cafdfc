"""The site as a clinic runs it, and a database that cannot be reached."""

from __future__ import annotations

import base64
import os
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from pytest_django import Settings

SETTINGS = Path(__file__).parents[2] / "triage_site" / "settings.py"
PRODUCTION = {
    "SECRET_KEY": "invented-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ",
    "FIELD_ENCRYPTION_KEYS": f"k1:{base64.b64encode(bytes(range(32))).decode()}",
    "AUDIT_KEYS": f"a1:{base64.b64encode(bytes(range(32, 64))).decode()}",
    "ALLOWED_HOSTS": "intake.clinic.example",
}
FOLLOWS_LOCAL_HTTP = (
    "LOCAL_HTTP",
    "ALLOWED_HOSTS",
    "CSRF_COOKIE_NAME",
    "CSRF_COOKIE_SECURE",
    "LANGUAGE_COOKIE_NAME",
    "LANGUAGE_COOKIE_SECURE",
    "OPINIONS_COOKIE_NAME",
    "OPINIONS_COOKIE_SECURE",
    "SESSION_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
)

SettingsRead = dict[str, Any]


@pytest.fixture
def read_settings(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], SettingsRead]:
    """A function that reads settings.py in the environment given, and in nothing else."""

    def read(environment: dict[str, str]) -> SettingsRead:
        with monkeypatch.context() as patch:
            for name in list(os.environ):
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            return runpy.run_path(str(SETTINGS))

    return read


@pytest.fixture
def production(read_settings: Callable[[dict[str, str]], SettingsRead], settings: Settings) -> Client:
    """A client of the site over TLS with a clinic's settings."""
    read = read_settings(PRODUCTION)
    for name in FOLLOWS_LOCAL_HTTP:
        setattr(settings, name, read[name])
    return Client(SERVER_NAME="intake.clinic.example", raise_request_exception=False)


@pytest.fixture
def database_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every attempt to reach the database fails as it does when the server is away."""

    def refuse(self: BaseDatabaseWrapper) -> None:
        raise OperationalError("connection refused CANARY")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", refuse)
