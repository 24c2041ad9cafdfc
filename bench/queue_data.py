"""A thousand or a million invented cases, and real sealed answers where a page will open them.

Rows are written with the indexes off, as a restore does, and indexed afterwards. The sealed columns hold
noise of a usual length: only the cases of pages that are measured get values that open (`make_readable`). Of
the tokens of the search only the longest of each word are stored, and only whole words are looked for.
"""

from __future__ import annotations

import base64
import random
import secrets
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection, transaction

from assessments.models import Assessment
from clinic.cases import search
from clinic.cases.keys import priority_of, queue_key
from clinic.cases.names import words_of
from clinic.models import Case, SearchToken
from clinic.models.case import State

NOISE = f"v1:bench:{base64.urlsafe_b64encode(secrets.token_bytes(300)).decode()}"
LEVELS = (5, 4, 4, 3, 3, 3, 2, 2, 2, 1)
DUE_HOURS = {5: 0, 4: 4, 3: 72, 2: 168}
BATCH = 20_000
TABLES = (Assessment, Case, SearchToken)
SYLLABLES = ("ba", "do", "fe", "gu", "hi", "ka", "lo", "me", "nu", "pi", "ra", "so", "te", "vu", "wi", "za")


def person(number: int) -> dict[str, str]:
    """An invented person: made-up syllables, a date and a number that nobody has."""
    dice = random.Random(number)  # noqa: S311 (no secret)
    first, last = ("".join(dice.choices(SYLLABLES, k=length)) for length in (3, 4))
    born = f"{1930 + number % 94}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    return {"name": f"{first} {last}", "date_of_birth": born, "phone": f"555{number % 10**7:07d}"}


def reference(number: int) -> str:
    """The reference of a case."""
    return f"BP-{number // 1000:04d}-{number % 1000:03d}"


def build(count: int, staff: Sequence[int], *, open_share: float, now: datetime) -> None:
    """Fill the tables: `open_share` of the cases are to do or waiting, in turn with each of `staff`."""
    dice = random.Random(count)  # noqa: S311 (no secret)
    with WithoutIndexes(), transaction.atomic():
        for first in range(0, count, BATCH):
            rows, cases, tokens = [], [], []
            for number in range(first, min(count, first + BATCH)):
                row, case = _case(dice, number, staff, open_share, now)
                rows.append(row)
                cases.append(case)
                tokens += [(token, row[0]) for token in _tokens(person(number))]
            _store(rows, cases, tokens)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


@transaction.atomic
def make_readable(pks: Sequence[uuid.UUID | str], now: datetime, contact: Any = None) -> None:
    """Give these cases answers, contact details (`contact`, or invented ones) and a result that open."""
    templates = list(_templates(now))
    for number, row in enumerate(Assessment.objects.filter(pk__in=pks)):
        source = templates[number % len(templates)]
        for name in ("answers", "progress", "contact", "result"):
            setattr(row, name, getattr(source, name))
        row.contact = contact or row.contact
        row.save()


_sources: list[Assessment] = []


def _templates(now: datetime) -> Iterator[Assessment]:
    """Results of real rules: taken from the demo, once."""
    from clinic.demo_cases import CASES
    from clinic.management.commands.demo import fill_in

    if not _sources:
        _sources.extend(fill_in(case, now) for case in CASES)
    yield from _sources


def _case(
    dice: random.Random, number: int, staff: Sequence[int], open_share: float, now: datetime
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    pk, level = uuid.UUID(int=dice.getrandbits(128), version=4), dice.choice(LEVELS)
    is_open = dice.random() < open_share
    state = (State.WAITING if dice.random() < 0.25 else State.TODO) if is_open else State.DONE
    arrived = now - timedelta(minutes=dice.randint(1, 60 * 24 * (5 if is_open else 700)))
    hours = DUE_HOURS.get(level)
    due = arrived + timedelta(hours=hours) if hours is not None else None
    priority = priority_of(level, dice.randint(0, 99))
    assert priority is not None
    pathway = "pediatric" if dice.random() < 0.3 else "adult"
    language = "es" if dice.random() < 0.15 else "en"
    # The last of them never gets a Spanish one: that filter has to look for what is not there.
    assignee = staff[number % len(staff)] if dice.random() < 0.7 else None
    if language == "es" and assignee == staff[-1]:
        assignee = None
    read = None if is_open and dice.random() < 0.5 else arrived
    row = (
        pk,
        reference(number),
        pathway,
        "submitted",
        language,
        "web",
        "",
        NOISE,
        "",
        NOISE,
        NOISE,
        level,
        priority,
    )
    remind = now + timedelta(days=3) if state == State.WAITING else None
    key = queue_key(priority, due, arrived)
    case = (pk, state.value, key, level, pathway, language, arrived, arrived, due, f"{number:064d}", 0, None)
    row_end = (due, "bench", 3, arrived, arrived, None, arrived)
    case_end = (None, None, False, False, None, "", assignee, remind, read, "", None, "", 1)
    return (*row, *row_end), (*case, *case_end)


ROW = [
    "id",
    "reference",
    "pathway",
    "status",
    "language",
    "source",
    "entered_by",
    "sealed_answers",
    "sealed_progress",
    "sealed_contact",
    "sealed_result",
    "level",
    "priority",
    "due_at",
    "ruleset_version",
    "revision",
    "created_at",
    "updated_at",
    "emergency_at",
    "submitted_at",
]
CASE = [
    "assessment_id",
    "state",
    "queue_key",
    "level",
    "pathway",
    "language",
    "arrived_at",
    "answered_at",
    "due_at",
    "person",
    "forms_before",
    "first_form_at",
    "earlier_level",
    "last_level",
    "has_newer",
    "call_first",
    "reached_at",
    "went",
    "assignee_id",
    "remind_at",
    "first_read_at",
    "first_read_role",
    "done_at",
    "outcome",
    "revision",
]


def _tokens(contact: dict[str, str]) -> list[int]:
    names = [_name_token(word) for word in words_of(contact["name"])]
    return list({*names, *search.tokens_of({**contact, "name": ""})})


@lru_cache(maxsize=200_000)
def _name_token(word: str) -> int:
    return search._token(f"name:{word[: search.LONGEST]}")  # noqa: SLF001


def _store(rows: list[Any], cases: list[Any], tokens: list[Any]) -> None:
    for model, columns, values in (
        (Assessment, ROW, rows),
        (Case, CASE, cases),
        (SearchToken, ["token", "case_id"], tokens),
    ):
        table = model._meta.db_table
        names = ", ".join(columns)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for value in values:
                        copy.write_row(value)
            else:
                marks = ", ".join("?" * len(columns))
                plain = [tuple(map(_plain, value)) for value in values]
                # Past Django's cursor, which would rewrite and log each of millions of rows.
                statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
                connection.connection.executemany(statement, plain)


def _plain(value: Any) -> Any:
    """As Django stores it in SQLite."""
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
    return value


class WithoutIndexes:
    """Drops the indexes of the three tables that hold no promise, and makes them again."""

    def __enter__(self) -> None:
        self.statements: list[str] = []
        names = tuple(model._meta.db_table for model in TABLES)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(
                    "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s)"
                    " AND indexname NOT IN (SELECT conname FROM pg_constraint)",
                    [list(names)],
                )
            else:
                cursor.execute(
                    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                    " AND tbl_name IN (%s, %s, %s)",
                    names,
                )
            found = cursor.fetchall()
            for name, statement in found:
                cursor.execute(f'DROP INDEX "{name}"')
                self.statements.append(statement)

    def __exit__(self, *args: object) -> None:
        with connection.cursor() as cursor:
            for statement in self.statements:
                cursor.execute(statement)
