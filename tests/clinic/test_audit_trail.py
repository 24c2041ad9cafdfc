"""Lines are added by many at once without a gap or a fork; `verify_audit` says when the log does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from clinic.audit import guards
from clinic.audit.trail import Action, record
from clinic.models import AuditEvent, AuditHead
from tests.clinic.staffing import member

pytestmark = pytest.mark.django_db
NEW_KEY = b"n" * 32


def _verify(*arguments: str) -> str:
    out = StringIO()
    call_command("verify_audit", *arguments, stdout=out)
    return out.getvalue().strip()


@contextmanager
def _as_database_admin() -> Any:
    """With the triggers off, and on again afterwards."""
    guards.remove(connection)
    yield
    guards.install(connection)


def _three_lines() -> None:
    for number in range(3):
        record(None, Action.PURGED, count=number)


# --- adding -----------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_leave_no_gap_no_fork_and_no_error() -> None:
    def work(worker: int) -> None:
        try:
            for number in range(3):
                record(None, Action.PURGED, worker=worker, count=number)
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(work, range(20)))
    assert list(AuditEvent.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 61))
    assert _verify() == "The audit log holds: 60 lines."


@pytest.mark.django_db(transaction=True)
def test_a_line_costs_two_statements_and_no_savepoint() -> None:
    with CaptureQueriesContext(connection) as said:
        record(None, Action.PURGED)
    kinds = [query["sql"].split()[0] for query in said.captured_queries]
    assert [kind for kind in kinds if kind not in ("BEGIN", "COMMIT")] == ["SELECT", "INSERT"]


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_leaves_no_line_and_no_gap() -> None:
    record(None, Action.PURGED)
    with transaction.atomic():
        record(None, Action.CHANGED)
        transaction.set_rollback(True)
    assert record(None, Action.PURGED).number == 2
    assert _verify() == "The audit log holds: 2 lines."


def test_without_its_head_the_log_takes_no_line() -> None:
    """What cannot be logged is not done: the view fails."""
    with _as_database_admin():
        AuditHead.objects.all().delete()
    with pytest.raises(AuditHead.DoesNotExist), transaction.atomic():
        record(None, Action.VIEWED)
    with pytest.raises(CommandError, match="set by hand"):
        _verify()


def test_a_line_says_who_what_when_from_where_and_with_which_roles() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    request.user = member()
    event = record(request, Action.VIEWED, request.user, page="invented")
    event.refresh_from_db()
    assert (event.actor, event.actor_id, event.roles) == ("invented.nurse", request.user.pk, "nurse")
    assert (event.action, event.subject, event.subject_id) == ("case.viewed", "user", str(request.user.pk))
    assert (event.place, event.outcome, event.detail) == ("192.0.2.7", "ok", '{"page": "invented"}')


# --- verify_audit -----------------------------------------------------------------------------------


def test_an_untouched_log_holds_and_an_empty_one_too() -> None:
    assert _verify() == "The audit log holds: 0 lines."
    assert _verify("--since", _verify("--head")) == "The audit log holds: 0 lines."
    _three_lines()
    assert _verify() == "The audit log holds: 3 lines."


def test_a_log_is_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clinic.audit.verification.CHUNK", 2)
    _three_lines()
    assert _verify() == "The audit log holds: 3 lines."


def _change(**values: object) -> Callable[[], object]:
    return lambda: AuditEvent.objects.filter(number=2).update(**values)


def _raw(statement: str) -> Callable[[], object]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return run


TAMPERINGS = {
    "a changed name": (_change(actor="nobody"), "line 2 does not say what was written"),
    "a changed outcome": (_change(outcome="denied"), "line 2 does not say what was written"),
    "a line taken out": (lambda: AuditEvent.objects.filter(number=2).delete(), "line 2 is not there"),
    "a line moved": (_change(number=9), "line 2 is not there"),
    "the end cut off": (lambda: AuditEvent.objects.filter(number=3).delete(), "ends before line 3"),
    "everything cut off": (lambda: AuditEvent.objects.all().delete(), "ends before line 1"),
    "the head set back": (lambda: AuditHead.objects.update(number=0, mac=""), "stored end of the log"),
    "the head made up": (lambda: AuditHead.objects.update(mac="0" * 64), "stored end of the log"),
    "the head ahead": (lambda: AuditHead.objects.update(number=7), "ends before line 4"),
    "an unknown key": (_change(key_id="k9"), "its key 'k9' is not among AUDIT_KEYS. Put the old key back"),
    "a forged first line": (
        lambda: AuditEvent.objects.filter(number=1).update(mac="0" * 64),
        "line 1 does not say",
    ),
    "another line before": (_change(previous="0" * 64), "line 2 does not follow"),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_what_a_database_admin_did_is_found_and_named(name: str) -> None:
    tamper, words = TAMPERINGS[name]
    _three_lines()
    with _as_database_admin():
        tamper()
    with pytest.raises(CommandError, match=words):
        _verify()


def test_a_time_that_is_none_is_found() -> None:
    _three_lines()
    nonsense = "'2026-99-99 99:99:99'" if connection.vendor == "sqlite" else "'infinity'"
    with _as_database_admin():
        _raw(f"UPDATE {guards.EVENTS} SET at = {nonsense} WHERE number = 2")()
    with pytest.raises(CommandError, match=r"line 2 does not say"):
        _verify()


def test_a_cut_with_the_head_set_back_is_found_by_the_note() -> None:
    _three_lines()
    note = _verify("--head")
    with _as_database_admin():
        AuditEvent.objects.filter(number__gt=1).delete()
        AuditHead.objects.update(number=1, mac=AuditEvent.objects.get().mac)
    assert _verify() == "The audit log holds: 1 lines."
    with pytest.raises(CommandError, match="line 3 is not the one that was noted"):
        _verify("--since", note)
    _three_lines()
    with pytest.raises(CommandError, match="line 3 is not the one that was noted"):
        _verify("--since", note)


def test_a_log_without_its_guards_is_not_called_sound() -> None:
    _three_lines()
    guards.remove(connection)
    with pytest.raises(CommandError, match=r"does not guard them\. Not on: audit_no_update"):
        _verify()
    guards.install(connection)


@pytest.mark.parametrize("note", ["", "3", "3:", "x:y", "3:" + "g" * 64, "-1:" + "a" * 64, "0:" + "a" * 64])
def test_a_note_that_is_none_is_refused(note: str) -> None:
    with pytest.raises(CommandError, match="NUMBER:HASH"):
        _verify(f"--since={note}")


def test_a_note_of_the_last_line_holds_while_the_log_grows() -> None:
    _three_lines()
    note = _verify("--head")
    assert re.fullmatch(r"3:[0-9a-f]{64}", note)
    _three_lines()
    assert _verify("--since", note) == "The audit log holds: 6 lines."


def test_a_new_key_goes_in_front_and_the_old_one_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    _three_lines()
    old = dict(settings.AUDIT_KEYS)
    monkeypatch.setattr(settings, "AUDIT_KEYS", {"k2": NEW_KEY, **old})
    _three_lines()
    assert AuditEvent.objects.get(number=4).key_id == "k2"
    assert _verify() == "The audit log holds: 6 lines."
    monkeypatch.setattr(settings, "AUDIT_KEYS", {"k2": NEW_KEY})
    with pytest.raises(CommandError, match="line 1 cannot be checked: its key 'test'"):
        _verify()
