"""gunicorn's log without secrets: a return link and an invitation are keys, and a log is no place for one."""

from __future__ import annotations

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

SECRET = re.compile(r"(/r/|/staff/people/welcome/)[^/?#\s]+")
MASKED = r"\1***"


def masked(text: str) -> str:
    """`text` with the token of every return link in it replaced, and of every invitation."""
    return SECRET.sub(MASKED, text)


class NoSecrets(logging.Filter):
    """Masks what gunicorn says about a request that went wrong."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record pass, masked."""
        record.msg, record.args = masked(record.getMessage()), None
        return True


class AccessLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's own logger in every other respect. Set as `logger_class` in gunicorn.conf.py."""

    def setup(self, cfg: Any) -> None:
        """As gunicorn does, with the filter on its own messages."""
        super().setup(cfg)
        self.error_log.addFilter(NoSecrets())

    def atoms(self, resp: Any, req: Any, environ: Any, request_time: Any) -> dict[str, Any]:
        """What the format of the access log may name: no path, line or referrer with a token in it."""
        atoms: dict[str, Any] = super().atoms(resp, req, environ, request_time)
        return {name: masked(value) if isinstance(value, str) else value for name, value in atoms.items()}
