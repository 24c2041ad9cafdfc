"""The database itself refuses to change the audit log and other histories, on both engines."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.utils import timezone

from assessments import finishing
from clinic.audit import guards
from clinic.audit.trail import Action, record
from clinic.models import (
    AuditEvent,
    AuditHead,
    Case,
    CaseEvent,
    ProfileVersion,
    Review,
    RulesetSnapshot,
    SignOff,
)
from tests.clinic.staffing import member

pytestmark = pytest.mark.django_db
SEALED = {"clinic_caseevent": CaseEvent, "clinic_review": Review}


def _refused(change: Callable[[], object], words: str) -> None:
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        change()


@pytest.fixture
def logged() -> Iterator[AuditEvent]:
    """The second of three lines."""
    lines = [record(None, Action.PURGED, count=number) for number in range(3)]
    yield lines[1]
    assert AuditHead.objects.get().number == lines[-1].number
    assert AuditEvent.objects.filter(number__lte=lines[-1].number).count() == lines[-1].number


def test_every_guard_stands_after_all_migrations() -> None:
    assert guards.missing(connection) == []


def test_what_may_be_sealed_again_names_every_other_column() -> None:
    for table, model in SEALED.items():
        columns = {field.column for field in model._meta.concrete_fields}
        assert columns - set(guards.SEALED[table]) == {"sealed_detail"}
        assert model._meta.db_table == table


@pytest.mark.parametrize("column", ["action", "detail", "mac", "actor", "number"])
def test_no_line_is_changed(logged: AuditEvent, column: str) -> None:
    lines = AuditEvent.objects.filter(pk=logged.pk)
    _refused(lambda: lines.update(**{column: 77 if column == "number" else "x"}), "never changed or removed")


def test_no_line_is_removed(logged: AuditEvent) -> None:
    _refused(logged.delete, "never changed or removed")
    logged.number += 1
    _refused(AuditEvent.objects.all().delete, "never changed or removed")


@pytest.mark.parametrize(("ahead", "known"), [(0, True), (2, True), (5, True), (1, False)])
def test_only_the_next_line_is_taken(logged: AuditEvent, ahead: int, known: bool) -> None:
    """A number that is there, a gap, and a line that does not name the one before it."""
    head = AuditHead.objects.get()
    forged = AuditEvent(
        number=head.number + ahead,
        previous=head.mac if known else "f" * 64,
        at=timezone.now(),
        action=Action.PURGED,
        outcome="ok",
        key_id="test",
        mac="0" * 64,
    )
    _refused(lambda: forged.save(force_insert=True), "not the next line")


@pytest.mark.parametrize("number", [0, 1, 2, 4, 99])
def test_the_head_cannot_be_set(logged: AuditEvent, number: int) -> None:
    """Neither back (with the hash of the line that was last then) nor ahead of the last line."""
    line = AuditEvent.objects.filter(number=number).first()
    mac = line.mac if line else ""
    _refused(lambda: AuditHead.objects.update(number=number, mac=mac), "head only moves on")
    _refused(lambda: AuditHead.objects.all().delete(), "head only moves on")
    _refused(lambda: AuditHead(pk=2, number=0, mac="").save(force_insert=True), "head only moves on")


def test_postgresql_does_not_empty_the_log_at_a_stroke(logged: AuditEvent) -> None:
    if connection.vendor != "postgresql":
        assert not [guard for guard in guards.guards("sqlite") if guard.event == "TRUNCATE"]
        return
    for table in (guards.EVENTS, guards.HEAD):
        with connection.cursor() as cursor:
            _refused(lambda table=table: cursor.execute(f"TRUNCATE {table}"), "audit log")  # type: ignore[misc]


# --- histories --------------------------------------------------------------------------------------


def _case() -> Case:
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}
    row = finishing.submit_complete("adult", answers, {}, language="en", now=timezone.now(), finished=False)
    return Case.objects.get(pk=row.pk)


def _history() -> list[Model]:
    """One row of everything that is kept as it was written."""
    user, now, case = member("invented.admin"), timezone.now(), _case()
    review = Review(case=case, at=now, by=user, by_name="x", by_role="nurse", ruleset_version="v")
    review.detail = {"note": "An invented note"}
    review.save(force_insert=True)
    event = CaseEvent.objects.filter(case=case)[0]
    sign_off = SignOff(
        kind="signed", pathway="adult", version="v", name="x", date=date(2026, 1, 1), by=user, at=now
    )
    sign_off.save(force_insert=True)
    profile = ProfileVersion(at=now, by=user, by_name="x", values={})
    profile.save(force_insert=True)
    snapshot = RulesetSnapshot(version="invented", pathway="adult", first_seen_at=now, rows=[])
    snapshot.save(force_insert=True)
    return [review, event, sign_off, profile, snapshot]


def test_no_history_is_rewritten() -> None:
    changes = {"by_name": "y", "pathway": "child"}
    for row in _history():
        table = row._meta.db_table
        column = "by_name" if hasattr(row, "by_name") else "pathway"
        same = type(row)._base_manager.filter(pk=row.pk)
        _refused(lambda c=column, s=same: s.update(**{c: changes[c]}), f"{table}: rows are never changed")  # type: ignore[misc]


def test_sealed_words_are_not_swapped_under_the_same_key() -> None:
    review, event, *_rest = _history()
    for row in (review, event):
        assert isinstance(row, Review | CaseEvent)
        row.detail = {"note": "Another invented note"}
        _refused(row.save, "rows are never changed")


def test_a_new_key_may_seal_history_again_and_nothing_else() -> None:
    review, event, *_rest = _history()
    keys = {"new": b"n" * 32, **settings.FIELD_ENCRYPTION_KEYS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "FIELD_ENCRYPTION_KEYS", keys)
        call_command("rotate_keys", stdout=StringIO())
        for row in (review, event):
            assert isinstance(row, Review | CaseEvent)
            before = row.detail
            row.refresh_from_db()
            assert row.sealed_detail.startswith("v1:new:")
            assert row.detail == before
            row.by_name, row.detail = "somebody else", {"note": "x"}
        patch.setattr(settings, "FIELD_ENCRYPTION_KEYS", dict(reversed(keys.items())))
        for row in (review, event):
            assert isinstance(row, Review | CaseEvent)
            row.detail = {"note": "x"}
            _refused(row.save, "rows are never changed")


def test_signatures_and_settings_stay_and_a_purged_case_takes_its_history_along() -> None:
    review, event, sign_off, profile, _snapshot = _history()
    _refused(sign_off.delete, "never removed")
    _refused(profile.delete, "never removed")
    assert isinstance(review, Review)
    review.case.assessment.delete()
    assert not Review.objects.filter(pk=review.pk).exists()
    assert not CaseEvent.objects.filter(pk=event.pk).exists()


@pytest.mark.parametrize(("model", "column"), [
    (SignOff, "name"), (ProfileVersion, "by_name"), (CaseEvent, "by_name"), (Review, "by_name"),
    (RulesetSnapshot, "pathway"),
])  # fmt: skip
def test_nothing_is_written_over_what_is_there(model: type[Model], column: str) -> None:
    _history()
    table, row = model._meta.db_table, model._default_manager.all()[0]
    before = getattr(row, column)
    columns = [field.column for field in model._meta.concrete_fields]
    values = ", ".join("'forged'" if name == column else name for name in columns)
    names = ", ".join(columns)
    way = "REPLACE" if connection.vendor == "sqlite" else "INSERT"
    end = "" if connection.vendor == "sqlite" else (
        f" ON CONFLICT ({model._meta.pk.column}) DO UPDATE SET {column} = excluded.{column}"
    )  # fmt: skip
    with contextlib.suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"{way} INTO {table} ({names}) SELECT {values} FROM {table}{end}")
    row.refresh_from_db()
    assert getattr(row, column) == before


def test_no_table_is_emptied_at_once() -> None:
    """TRUNCATE is PostgreSQL's; on SQLite emptying is a removal of every row, which is refused too."""
    _history()
    record(None, Action.PURGED)
    emptied = "TRUNCATE" if connection.vendor == "postgresql" else "DELETE FROM"
    for table in ("clinic_auditevent", "clinic_signoff", "clinic_profileversion"):
        cascade = " CASCADE" if connection.vendor == "postgresql" else ""
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{emptied} {table}{cascade}")


def test_a_trigger_that_only_has_the_name_does_not_pass_for_one() -> None:
    name = "clinic_review_unchanged"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            body = "BEGIN RETURN NEW; END"
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
            )
        else:
            cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON django_session BEGIN SELECT 1; END")
    assert guards.missing(connection) == [name]


@pytest.mark.django_db(transaction=True)
def test_the_log_begins_anew_after_tests_that_commit() -> None:
    """What tests/conftest.py does between such tests: empty tables, the head, and the guards again."""
    record(None, Action.PURGED)
    call_command("flush", interactive=False, verbosity=0)
    assert guards.missing(connection) == []
    assert (AuditHead.objects.get().number, AuditEvent.objects.count()) == (0, 0)
    assert record(None, Action.PURGED).number == 1
