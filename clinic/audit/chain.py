"""The chain of the audit log: each line carries a keyed hash of itself and of the line before it.

Nothing here touches the database. Who can write to the database but has no key cannot forge a line, nor
change, move or drop one, without `first_fault` finding it. One thing needs a note kept elsewhere: cutting
off the end of the log and setting the head back (`kept`).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

START = ""  # what the first line says of the line before it


class Line(NamedTuple):
    """One line as stored. The names are the columns of clinic.models.audit.AuditEvent."""

    number: int
    at: datetime
    actor_id: int | None
    actor: str
    roles: str
    action: str
    subject: str
    subject_id: str
    place: str
    outcome: str
    detail: str
    key_id: str
    previous: str
    mac: str = ""


class End(NamedTuple):
    """Where the log ended at some time: the number of its last line, and that line's hash."""

    number: int
    mac: str


class Problem(Enum):
    """What is wrong with a log."""

    NUMBER = "number"
    PREVIOUS = "previous"
    MAC = "mac"
    KEY = "key"
    CUT = "cut"
    HEAD = "head"
    KEPT = "kept"


@dataclass(frozen=True)
class Fault:
    """The first place where a log does not hold. `key_id`: the key that is not there, for KEY."""

    problem: Problem
    number: int
    key_id: str = ""


def mac_of(line: Line, key: bytes) -> str:
    """The keyed hash of a line (all but its own), in hexadecimal."""
    values = [*line._replace(at=line.at.astimezone(UTC))[:-1]]
    text = json.dumps(values, ensure_ascii=True, default=datetime.isoformat)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def first_fault(
    lines: Iterable[Line], keys: Mapping[str, bytes], head: End, kept: Iterable[End] = ()
) -> Fault | None:
    """The first fault of a log, or None.

    `lines` in the order of their numbers; more than `head` names are fine, since the log grows while it is
    read. `kept`: ends noted earlier and elsewhere.
    """
    ends = {end.number: end.mac for end in kept}
    last = End(0, START)
    fault = _wrong_end(last, head, ends)
    for line in lines:
        fault = fault or _wrong_line(line, last, keys)
        if fault is not None:
            return fault
        last = End(line.number, line.mac)
        fault = _wrong_end(last, head, ends)
    if fault is not None:
        return fault
    if last.number < head.number:
        return Fault(Problem.CUT, last.number + 1)
    beyond = [number for number in ends if number > last.number]
    return Fault(Problem.KEPT, min(beyond)) if beyond else None


def _wrong_line(line: Line, last: End, keys: Mapping[str, bytes]) -> Fault | None:
    """What is wrong with a line that stands after `last`."""
    number = last.number + 1
    if line.number != number:
        return Fault(Problem.NUMBER, number)
    if line.previous != last.mac:
        return Fault(Problem.PREVIOUS, number)
    key = keys.get(line.key_id)
    if key is None:
        return Fault(Problem.KEY, number, line.key_id)
    # A value of another kind than was stored (text for a time) was not stored by the site.
    if not isinstance(line.at, datetime) or not hmac.compare_digest(
        mac_of(line, key).encode(), str(line.mac).encode()
    ):
        return Fault(Problem.MAC, number)
    return None


def _wrong_end(last: End, head: End, ends: Mapping[int, str]) -> Fault | None:
    """Whether `last` is what the head, or a note kept elsewhere, says of the line of its number."""
    if last.number in ends and ends[last.number] != last.mac:
        return Fault(Problem.KEPT, last.number)
    if last.number == head.number and head.mac != last.mac:
        return Fault(Problem.HEAD, last.number)
    return None
