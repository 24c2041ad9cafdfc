"""Log lines that cannot hold what a person wrote."""

from __future__ import annotations

import datetime
import json
import logging
import traceback

from django.http import HttpRequest


class LeanFormatter(logging.Formatter):
    """One JSON object per line, from an allow-list.

    Left out on purpose: addresses, queries and bodies, the text of exceptions (a database quotes values
    in them) and the path of a request (a mistyped address can hold anything): the route stands for it.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["at"] = [
                f"{frame.name} ({frame.filename.rpartition('/')[2]}:{frame.lineno})"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        match = request.resolver_match
        status = getattr(record, "status_code", "")
        return f"{status} {request.method} {match.route if match else '(no route)'}".strip()
    return record.getMessage()
