"""Reading the whole audit log from the database and holding it against its chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import DataError, connection

from clinic.audit import guards
from clinic.audit.chain import START, End, Fault, Line, Problem, first_fault
from clinic.models.audit import AuditEvent, AuditHead

CHUNK = 2000
# A column holds what the site can never have stored in it, such as a time that is none.
UNREADABLE = (ValueError, TypeError, DataError)


@dataclass(frozen=True)
class Verdict:
    """What became of it. `fault` is None for a log that holds up to `end`; `guards_off`: triggers not on."""

    fault: Fault | None
    end: End
    guards_off: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault is None and not self.guards_off


def stored_head() -> End | None:
    """Where the database says that the log ends; None where it does not say."""
    head = AuditHead.objects.filter(pk=1).values_list("number", "mac").first()
    return End(*head) if head else None


def verify(keys: Mapping[str, bytes], kept: Iterable[End] = ()) -> Verdict:
    """Walk the log from its first line, a part at a time. It may grow meanwhile.

    `kept`: ends that were noted earlier and elsewhere.
    """
    before = stored_head()
    walk = _Walk()
    fault = _fault(walk, before, keys, kept)
    return Verdict(fault, walk.last, tuple(guards.missing(connection)))


def _fault(walk: _Walk, before: End | None, keys: Mapping[str, bytes], kept: Iterable[End]) -> Fault | None:
    if before is None:
        return Fault(Problem.HEAD, 0)
    try:
        fault = first_fault(walk, keys, before, kept)
    except UNREADABLE:
        return Fault(Problem.MAC, _unreadable_after(walk.last.number))
    after = stored_head()
    if fault is None and (after is None or after.number < walk.last.number):
        return Fault(Problem.HEAD, walk.last.number)
    return fault


def _unreadable_after(number: int) -> int:
    """The first line behind `number` that cannot be read. A whole part failed: this reads one at a time."""
    rows = AuditEvent.objects.order_by("number")
    try:
        while AuditEvent.objects.filter(number__gt=number).exists():
            number = rows.filter(number__gt=number).values_list(*Line._fields)[0][0]
    except UNREADABLE:
        return number + 1
    return number


class _Walk:
    """The lines in their order, and which of them was handed out last."""

    def __init__(self) -> None:
        self.last = End(0, START)

    def __iter__(self) -> Iterator[Line]:
        rows = AuditEvent.objects.order_by("number").values_list(*Line._fields)
        for row in rows.iterator(chunk_size=CHUNK):
            line = Line(*row)
            yield line
            self.last = End(line.number, line.mac)
