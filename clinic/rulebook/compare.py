"""What changed from one stored version of a pathway's rules to another, field by field."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Fields = dict[str, Any]
# Lists of objects, and the field that names each of them.
NAMED = {"rules": "id", "questions": "key", "pages": "code"}
# In an object: lists of lists whose first part names each of them.
OPTION_LISTS = ("options", "ratings")
ORDER = "order"


@dataclass(frozen=True)
class Change:
    """One field of a thing, before and after."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Changed:
    """A thing that both versions have, and what is different in it."""

    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Part:
    """The differences in one kind of thing, such as rules."""

    kind: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Changed, ...]
    is_reordered: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return not (self.added or self.removed or self.changed or self.is_reordered)


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Part, ...]:
    """The parts that differ, in the order of the catalogue (triage/catalogue.py: describe)."""
    kinds = dict.fromkeys([*NAMED, *new, *old])
    parts = (_part(kind, _things(kind, old.get(kind)), _things(kind, new.get(kind))) for kind in kinds)
    return tuple(part for part in parts if not part.is_empty)


def _part(kind: str, old: dict[str, Fields], new: dict[str, Fields]) -> Part:
    common = [name for name in new if name in old]
    changed = (Changed(name, tuple(_changes(old[name], new[name]))) for name in common)
    return Part(
        kind=kind,
        added=tuple(name for name in new if name not in old),
        removed=tuple(name for name in old if name not in new),
        changed=tuple(one for one in changed if one.changes),
        is_reordered=common != [name for name in old if name in new],
    )


def _changes(old: Fields, new: Fields) -> Iterator[Change]:
    for field in dict.fromkeys([*old, *new]):
        if field not in old or field not in new or old[field] != new[field]:
            yield Change(field, _text(old, field), _text(new, field))


def _things(kind: str, rows: object) -> dict[str, Fields]:
    """The things of one kind by name, each with its fields."""
    if rows is None:
        return {}
    if isinstance(rows, Mapping):
        return {str(name): {"": value} for name, value in rows.items()}
    if kind in NAMED and isinstance(rows, Sequence):
        return _unique((str(row[NAMED[kind]]), _with_options(row)) for row in rows)
    if isinstance(rows, Sequence) and not isinstance(rows, str):
        return _unique(_row(row) for row in rows)
    return {kind: {"": rows}}


def _row(row: object) -> tuple[str, Fields]:
    """A row without names: its first text names it, and all of it is one field."""
    if isinstance(row, Sequence) and not isinstance(row, str) and row:
        return str(row[0]), {"": row}
    return str(row), {"": row}


def _with_options(row: Mapping[str, Any]) -> Fields:
    """The fields of an object, each of its options as a field of its own."""
    fields = {name: value for name, value in row.items() if name not in OPTION_LISTS}
    for name in OPTION_LISTS:
        options = row.get(name) or []
        fields |= {f"{name}: {option[0]}": option[1:] for option in options}
        if options:
            fields[f"{name}: {ORDER}"] = [option[0] for option in options]
    return fields


def _unique(pairs: Iterator[tuple[str, Fields]]) -> dict[str, Fields]:
    """By name; a name that stands there again gets a number."""
    times: Counter[str] = Counter()
    things: dict[str, Fields] = {}
    for name, fields in pairs:
        times[name] += 1
        things[name if times[name] == 1 else f"{name} ({times[name]})"] = fields
    return things


def _text(fields: Fields, field: str) -> str:
    """A value as people read it; "" where there is none."""
    value = fields.get(field, "")
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return " / ".join(value)
    return json.dumps(value, ensure_ascii=False)
