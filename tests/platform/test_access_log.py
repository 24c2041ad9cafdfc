"""No log of gunicorn holds the token of a return link or of an invitation."""

from __future__ import annotations

import datetime
import io
import logging
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config
from hypothesis import given
from hypothesis import strategies as st

from triage_site.access_log import AccessLog, masked

MASKED = "/r/***"
TOKEN = "CANARYcanary0123456789"
CONF = runpy.run_path(str(Path(__file__).resolve().parents[2] / "gunicorn.conf.py"))


def log_of(path: str, referrer: str = "-") -> tuple[AccessLog, SimpleNamespace, dict[str, str]]:
    """gunicorn's logger as gunicorn.conf.py sets it up, and a request."""
    config = Config()
    config.set("accesslog", "-")
    config.set("access_log_format", CONF["access_log_format"])
    config.set("logger_class", CONF["logger_class"])
    logger = config.logger_class(config)
    assert isinstance(logger, AccessLog)
    environ = {
        "PATH_INFO": path,
        "RAW_URI": f"{path}?a=b",
        "REQUEST_METHOD": "GET",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": referrer,
    }
    response = SimpleNamespace(status="200 OK", headers=[("Location", referrer)], sent=5)
    return logger, response, environ


@pytest.mark.parametrize("path", [f"/r/{TOKEN}/", f"/r/{TOKEN}", f"//r/{TOKEN}/x", f"/r/{TOKEN}?lang=es"])
def test_no_part_of_a_line_of_the_access_log_holds_the_token(path: str) -> None:
    logger, response, environ = log_of(path, f"https://clinic.example{path}")
    request = SimpleNamespace(headers=[("REFERER", f"https://clinic.example{path}")])
    atoms = logger.atoms(response, request, environ, datetime.timedelta(seconds=1))
    assert TOKEN not in str(atoms)
    assert MASKED in atoms["U"]


def test_the_line_as_it_is_written() -> None:
    logger, response, environ = log_of(f"/r/{TOKEN}/")
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger.access_log.addHandler(handler)
    try:
        request = SimpleNamespace(headers=[])
        logger.access(response, request, environ, datetime.timedelta(milliseconds=12))
    finally:
        logger.access_log.removeHandler(handler)
    assert stream.getvalue().endswith(f"GET {MASKED}/ 200 5 12\n")


def test_a_request_that_went_wrong_is_logged_without_the_token() -> None:
    logger, _response, _environ = log_of("/")
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger.error_log.addHandler(handler)
    try:
        logger.error("Error handling request %s %s", "GET", f"/r/{TOKEN}/")
        logger.error("100 %s of the disk", "%")
    finally:
        logger.error_log.removeHandler(handler)
    assert TOKEN not in stream.getvalue()
    assert f"Error handling request GET {MASKED}/" in stream.getvalue()
    assert "100 % of the disk" in stream.getvalue()


@given(st.from_regex(r"[A-Za-z0-9_-]{22}", fullmatch=True))
def test_every_token_is_masked_wherever_it_stands(token: str) -> None:
    for text in (f"/r/{token}/", f"GET /r/{token} HTTP/1.1", f"https://clinic.example/r/{token}/?lang=es"):
        assert f"/{token}" not in masked(text)
    assert masked(f"/staff/people/welcome/{token}/") == "/staff/people/welcome/***/"


@pytest.mark.parametrize("path", ["/", "/f/1/a01/", "/staff/", "/help/adults/work/", "/status/1/"])
def test_other_paths_stay_as_they_are(path: str) -> None:
    assert masked(path) == path
