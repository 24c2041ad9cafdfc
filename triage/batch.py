"""The command-line form: JSON Lines of answers in, one JSON object per line out, in order. No database.

For batch evaluation, shadow runs and audits. A line that cannot be read gives an error of its own and
never stops the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from triage.catalogue import ruleset_version
from triage.engine import evaluate
from triage.intake import AnswerError, read_answers
from triage.model import Pathway, Result

MAX_LINE_BYTES = 1_000_000
MAX_SENTENCE = 300
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Row = dict[str, Any]


class LineError(ValueError):
    """A line that is not `{"id": ..., "answers": {...}}`. The message says why."""


def evaluate_lines(pathway: Pathway, stream: BinaryIO, *, finished: bool = True) -> Iterator[Row]:
    """One row per line of `stream`, as soon as it is read. Empty lines are skipped.

    A row holds either the result or `id` and `error` (`id` is null where the line has none to give).
    """
    for line in _lines(stream):
        identity: str | int | None = None
        try:
            record = _record(line)
            identity = _identity(record)
            if unknown := record.keys() - {"id", "answers"}:
                raise LineError(f"unknown key {min(unknown)!r}: a line holds only id and answers")
            if "answers" not in record:
                raise LineError("answers are missing")
            answers = read_answers(pathway, record["answers"], finished=finished)
        except (LineError, AnswerError) as error:
            yield {"id": identity, "error": str(error)[:MAX_SENTENCE]}
        else:
            yield _row(identity, evaluate(pathway, answers, finished=finished))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines without their ends; of a line over the limit only so much that it is seen to be too long."""
    first = True
    while line := stream.readline(MAX_LINE_BYTES + 1):
        rest = line
        while len(rest) > MAX_LINE_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE_BYTES + 1)
        if first:
            line, first = line.removeprefix(BYTE_ORDER_MARK), False
        if line.strip():
            yield line


def _record(line: bytes) -> Row:
    if len(line) > MAX_LINE_BYTES:
        raise LineError(f"the line is longer than {MAX_LINE_BYTES} bytes")
    try:
        record = json.loads(line.decode(), object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise LineError("the line is not UTF-8 text") from None
    except RecursionError:
        raise LineError("the line is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise LineError(f"the line is not JSON: {error.msg} at character {error.pos + 1}") from None
    except ValueError as error:
        raise LineError(f"the line is not JSON: {error}") from None
    if not isinstance(record, dict):
        raise LineError("the line is not a JSON object with id and answers")
    return record


def _unique(pairs: list[tuple[str, Any]]) -> Row:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise LineError(f"key {next(key for key in keys if keys.count(key) > 1)!r} appears twice")
    return found


def _no_constant(name: str) -> float:
    raise LineError(f"the line is not JSON: {name} is not a number")


def _identity(record: Row) -> str | int:
    identity = record.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        raise LineError("id must be a text or a whole number")
    return identity


def _row(identity: str | int, result: Result) -> Row:
    return {
        "id": identity,
        "level": result.level.name if result.level else None,
        "transport": result.transport.value if result.transport else None,
        "due_hours": result.due_hours,
        "rules": list(result.rule_ids),
        "score": result.score,
        "priority": result.priority,
        "panels": [panel.id for panel in result.panels],
        "differential": [row.id for row in result.differential],
        "patterns": [match.pattern.name for match in result.patterns],
        "flags": [flag.id for flag in result.flags],
        "ruleset_version": ruleset_version(result.pathway.name),
    }
