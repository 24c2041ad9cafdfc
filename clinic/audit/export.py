"""The audit log as a CSV file, newest line first, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import islice

from django.db.models import QuerySet

from clinic.audit.sentences import Names, names_for, reference_of, tell
from clinic.models.audit import AuditEvent

MOST_LINES = 100_000
CHUNK = 1000
HEADER = (
    "number",
    "at_utc",
    "login",
    "roles",
    "action",
    "outcome",
    "reference",
    "subject",
    "subject_id",
    "place",
    "detail",
    "sentence",
)
# A spreadsheet takes what begins like this for a formula.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_text(lines: QuerySet[AuditEvent]) -> Iterator[str]:
    """The file, a piece at a time: a header, then at most MOST_LINES lines."""
    writer = csv.writer(_Echo())
    # The mark by which Excel knows the encoding.
    yield "\ufeff" + str(writer.writerow(HEADER))
    events = islice(lines.iterator(chunk_size=CHUNK), MOST_LINES)
    while chunk := list(islice(events, CHUNK)):
        names = names_for(chunk)
        yield "".join(str(writer.writerow(_safe(_cells(event, names)))) for event in chunk)


def is_cut(lines: QuerySet[AuditEvent]) -> bool:
    """Whether there are more lines than the file holds."""
    return lines[MOST_LINES : MOST_LINES + 1].exists()


def _cells(event: AuditEvent, names: Names) -> tuple[str, ...]:
    return (
        str(event.number),
        event.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        event.actor,
        event.roles,
        event.action,
        event.outcome,
        reference_of(event, names),
        event.subject,
        event.subject_id,
        event.place,
        event.detail,
        tell(event, names).sentence,
    )


def _safe(cells: Iterable[str]) -> list[str]:
    """With an apostrophe before what would be taken for a formula."""
    return [f"'{cell}" if cell.lstrip(" ").startswith(_RISKY) else cell for cell in cells]
