"""Triggers that keep the database itself from changing what may only be added to, on both engines.

* The audit log: no line is changed or removed; a new one must follow the last one, and moves the head on.
* The history of cases, reviews, signatures, saved settings and kept rulesets: no row is changed. Removing a
  signature or saved settings is refused as well; history and reviews go when their case is purged.

A sealed column may be sealed again with another key (`manage.py rotate_keys`), with all else as it was.
Whoever may alter tables can take triggers off: then `manage.py verify_audit` says so.
A migration that alters one of these tables on SQLite copies it: it has to call `remove` before and
`install` after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

EVENTS, HEAD = "clinic_auditevent", "clinic_audithead"
# Tables without sealed text, and whether a row may be removed; then those with it, and their other columns.
PLAIN: Mapping[str, bool] = {
    "clinic_signoff": False,
    "clinic_profileversion": False,
    "clinic_rulesetsnapshot": True,
}
SEALED: Mapping[str, tuple[str, ...]] = {
    "clinic_caseevent": ("id", "case_id", "kind", "at", "by_id", "by_name", "by_role"),
    "clinic_review": ("id", "case_id", "at", "by_id", "by_name", "by_role", "verdict", "ruleset_version"),
}
KEYS: Mapping[str, str] = {
    "clinic_signoff": "id",
    "clinic_profileversion": "number",
    "clinic_rulesetsnapshot": "version",
    "clinic_caseevent": "id",
    "clinic_review": "id",
}
_IS_THERE = {
    table: f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608
    for table, key in KEYS.items()
}
_FOLLOWS = f"SELECT 1 FROM {HEAD} WHERE id = 1 AND NEW.number = number + 1 AND NEW.previous = mac"  # noqa: S608
_ITS_LINE = f"SELECT 1 FROM {EVENTS} WHERE number = NEW.number AND mac = NEW.mac AND previous = OLD.mac"  # noqa: S608
_MOVES_ON = f"NEW.id = OLD.id AND NEW.number = OLD.number + 1 AND EXISTS ({_ITS_LINE})"
_FIRST_HEAD = f"NEW.id = 1 AND NEW.number = 0 AND NEW.mac = '' AND NOT EXISTS (SELECT 1 FROM {EVENTS})"  # noqa: S608
_MOVE_HEAD = f"UPDATE {HEAD} SET number = NEW.number, mac = NEW.mac WHERE id = 1"  # noqa: S608


@dataclass(frozen=True)
class Guard:
    """One trigger: when it refuses ("" for always; both engines read it alike), or what it does.

    `ignores`: it passes over the row instead of refusing it (SQLite only).
    """

    name: str
    table: str
    event: str
    refuses: str = ""
    when: str = ""
    does: str = ""
    ignores: bool = False

    def on_sqlite(self) -> Iterator[str]:
        """The statements that make it on SQLite."""
        time = "AFTER" if self.does else "BEFORE"
        condition = f" WHEN {self.when}" if self.when else ""
        refusal = "RAISE(IGNORE)" if self.ignores else f"RAISE(ABORT, '{self.refuses}')"
        body = self.does or f"SELECT {refusal}"
        yield f"CREATE TRIGGER {self.name} {time} {self.event} ON {self.table}{condition} BEGIN {body}; END"

    def on_postgresql(self) -> Iterator[str]:
        """The statements that make it on PostgreSQL: a function, then the trigger that calls it."""
        time = "AFTER" if self.does else "BEFORE"
        each = "STATEMENT" if self.event == "TRUNCATE" else "ROW"
        # A row that is let through is the new one; only an update or an insert is ever let through.
        refusal = f"RAISE EXCEPTION '{self.refuses}' USING ERRCODE = 'integrity_constraint_violation';"
        if self.when:
            refusal = f"IF {self.when} THEN {refusal} END IF; RETURN NEW;"
        body = f"{self.does}; RETURN NULL;" if self.does else refusal
        yield f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {body} END$$"
        yield (
            f"CREATE TRIGGER {self.name} {time} {self.event} ON {self.table}"
            f" FOR EACH {each} EXECUTE FUNCTION {self.name}()"
        )


def guards(vendor: str) -> Iterator[Guard]:
    """All of them for a database of this vendor."""
    yield from _of_the_log(vendor)
    for table in (*PLAIN, *SEALED):
        if vendor == "postgresql":
            yield Guard(f"{table}_no_truncate", table, "TRUNCATE", f"{table}: rows are never changed")
        else:
            # INSERT OR REPLACE fires neither the trigger of an update nor that of a removal.
            kept = f"{table}: rows are never changed"
            # A ruleset that two processes keep at once is kept once (ON CONFLICT DO NOTHING).
            ignores = table == "clinic_rulesetsnapshot"
            yield Guard(f"{table}_not_replaced", table, "INSERT", kept, _IS_THERE[table], ignores=ignores)
    for table, removable in PLAIN.items():
        yield _unchanged(table)
        if not removable:
            yield Guard(f"{table}_stays", table, "DELETE", f"{table}: rows are never removed")
    for table, columns in SEALED.items():
        yield _unchanged(table, f"NOT ({_sealed_again(columns, vendor)})")


def _of_the_log(vendor: str) -> Iterator[Guard]:
    refuses = "audit log: a line is never changed or removed"
    yield Guard("audit_no_update", EVENTS, "UPDATE", refuses)
    yield Guard("audit_no_delete", EVENTS, "DELETE", refuses)
    yield Guard(
        "audit_follows", EVENTS, "INSERT", "audit log: not the next line", when=f"NOT EXISTS ({_FOLLOWS})"
    )
    yield Guard("audit_moves_head", EVENTS, "INSERT", does=_MOVE_HEAD)
    head = "audit log: the head only moves on with a line"
    yield Guard("audit_head_moves_on", HEAD, "UPDATE", head, when=f"NOT ({_MOVES_ON})")
    yield Guard("audit_head_no_delete", HEAD, "DELETE", head)
    yield Guard("audit_head_first", HEAD, "INSERT", head, when=f"NOT ({_FIRST_HEAD})")
    if vendor == "postgresql":
        yield Guard("audit_no_truncate", EVENTS, "TRUNCATE", refuses)
        yield Guard("audit_head_no_truncate", HEAD, "TRUNCATE", head)


def _unchanged(table: str, when: str = "") -> Guard:
    return Guard(f"{table}_unchanged", table, "UPDATE", f"{table}: rows are never changed", when=when)


def _sealed_again(columns: tuple[str, ...], vendor: str) -> str:
    """Nothing differs but `sealed_detail`, and that names another key."""
    same = "IS NOT DISTINCT FROM" if vendor == "postgresql" else "IS"
    equal = " AND ".join(f"NEW.{column} {same} OLD.{column}" for column in columns)
    keys = [_key_of(f"{row}.sealed_detail", vendor) for row in ("NEW", "OLD")]
    return f"{equal} AND {keys[0]} <> {keys[1]}"


def _key_of(value: str, vendor: str) -> str:
    """The key id in `v1:<key id>:...`."""
    if vendor == "postgresql":
        return f"split_part({value}, ':', 2)"
    return f"substr({value}, 4, instr(substr({value}, 4), ':') - 1)"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put all on. Raises what the database raises, also where one is there already."""
    with connection.cursor() as cursor:
        for guard in guards(connection.vendor):
            made = guard.on_postgresql() if connection.vendor == "postgresql" else guard.on_sqlite()
            for statement in made:
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take all off."""
    with connection.cursor() as cursor:
        for guard in guards(connection.vendor):
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP FUNCTION IF EXISTS {guard.name}() CASCADE")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of those that are not on, are switched off, or do something else than they should."""
    found = _made(connection)
    return [
        guard.name
        for guard in guards(connection.vendor)
        if found.get(guard.name) != _as_made(guard, connection.vendor)
    ]


def _as_made(guard: Guard, vendor: str) -> str:
    """What the database says of a trigger that is as it should be."""
    made = list(guard.on_postgresql() if vendor == "postgresql" else guard.on_sqlite())
    if vendor != "postgresql":
        return made[0]
    return f"{made[1]} {made[0].split('$$')[1]}"


def _made(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """What the database says of the triggers that are on, by name; on PostgreSQL with their bodies."""
    statement = (
        "SELECT tgname, replace(pg_get_triggerdef(t.oid), ' ON ' || quote_ident(n.nspname) || '.', ' ON ')"
        " || ' ' || prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid"
        " JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
        if connection.vendor == "postgresql"
        else "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return dict(cursor.fetchall())
