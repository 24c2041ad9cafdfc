"""No log line can hold what a person wrote, or where they typed it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from triage_site.logs import LeanFormatter

pytestmark = pytest.mark.urls("tests.platform.urls")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What a clinic's log would hold, at its most talkative."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LeanFormatter())
    logger = logging.getLogger("django")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield stream
    logger.removeHandler(handler)
    logger.setLevel(level)


@pytest.mark.parametrize(
    "address",
    [
        "/try/crash/?q=CANARY",
        "/try/suspicious/",
        "/CANARY/",
        "/f/1/CANARY/%00/",
        "/try/refuse/?CANARY=1",
        "/try/ok/?CANARY=%00",
    ],
)
def test_nothing_of_a_failed_request_reaches_the_log(log: io.StringIO, address: str) -> None:
    client = Client(raise_request_exception=False)
    response = client.post(address, {"own_words": "CANARY"}, headers={"User-Agent": "CANARY"})
    assert response.status_code >= 400
    lines = log.getvalue().splitlines()
    assert lines
    assert "CANARY" not in log.getvalue()
    assert all({"time", "level", "logger", "message"} <= json.loads(line).keys() for line in lines)


def test_a_false_host_is_not_quoted(log: io.StringIO) -> None:
    response = Client().get("/try/ok/", SERVER_NAME="canary.example")
    assert response.status_code == 400
    assert log.getvalue()
    assert "canary" not in log.getvalue()


def test_a_database_error_is_logged_without_its_text(log: io.StringIO, database_down: None) -> None:
    Client(raise_request_exception=False).post("/f/1/count/", {"own_words": "CANARY"})
    assert "CANARY" not in log.getvalue()
    line = json.loads(log.getvalue().splitlines()[-1])
    assert line["message"] == "503 POST f/<int:n>/count/"
    assert line["exception"] == "OperationalError"
    assert any(place.startswith("count (urls.py:") for place in line["at"])
