"""The line in the audit log is the last write of its transaction: its end is locked until that is over.

Whoever locked it first and a case afterwards would stop, for good, whoever does it the other way round.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, cast

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments import return_links
from clinic.audit import trail
from clinic.models import AuditEvent, Case, CaseEvent
from clinic.models.case import EventKind
from clinic.models.staff import Role
from clinic.queue import actions
from tests.clinic.matrix import World, addresses, new_world
from tests.clinic.queueing import sent
from tests.clinic.staffing import enter, member

WRITE = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
LINE = "clinic_auditevent"
# Who together may do everything that staff can do.
WHO = ("front desk", "nurse", "admin+clinician")


def _too_late(statements: Iterable[str]) -> list[str]:
    """The tables that were written to after a line of the log, in one transaction."""
    found: list[str] = []
    depth, is_logged = 0, False
    for statement in statements:
        if statement.startswith(("SAVEPOINT", "BEGIN")):
            depth += 1
        elif statement.startswith(("RELEASE SAVEPOINT", "COMMIT")):
            depth -= 1
        match = WRITE.match(statement)
        if match and match[1] == LINE:
            is_logged = True
        elif match and is_logged:
            found.append(match[1])
        if depth == 0:
            is_logged = False
    return found


def test_what_is_written_after_the_line_is_found() -> None:
    line, case = f'INSERT INTO "{LINE}" VALUES (1)', 'UPDATE "clinic_case" SET "revision" = 2'
    assert _too_late(["SAVEPOINT a", case, line, "RELEASE SAVEPOINT a"]) == []
    assert _too_late(["SAVEPOINT a", line, "RELEASE SAVEPOINT a", case]) == []
    assert _too_late(["SAVEPOINT a", line, case, "RELEASE SAVEPOINT a"]) == ["clinic_case"]
    assert _too_late(["BEGIN", "SAVEPOINT a", line, "RELEASE SAVEPOINT a", case]) == ["clinic_case"]


def _sent_by(client: Client, path: str, data: dict[str, str] | None = None) -> tuple[int, list[str]]:
    """The status of a request (a POST if there is data), and its statements."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path) if data is None else client.post(path, data)
    return response.status_code, [query["sql"] for query in queries]


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_no_address_writes_anything_after_its_line_in_the_log(who: str) -> None:
    world: World = new_world()
    wrong: list[str] = []
    logged = 0
    for address in addresses():
        for method in ("GET", "POST"):
            with CaptureQueriesContext(connection) as queries:
                tried = world.attempt(who, method, address)
            logged += bool(tried.lines)
            # Without what the test does itself: it looks, opens a transaction, and undoes it all.
            statements = [query["sql"] for query in queries]
            opened = next(at for at, sql in enumerate(statements) if sql.startswith("SAVEPOINT"))
            wrong += [f"{method} {address.name}: {table}" for table in _too_late(statements[opened + 1 :])]
    assert wrong == []
    assert logged > 20


@pytest.mark.django_db
def test_nothing_that_is_done_to_a_case_writes_after_its_line_in_the_log() -> None:
    now = timezone.now()
    clinician, colleague = Client(), member("invented.colleague", Role.NURSE)
    enter(clinician, "invented.clinician", Role.CLINICIAN)
    case = sent("DEMO-03", now - timedelta(hours=1))
    steps: list[tuple[str, dict[str, str] | None]] = [
        ("", None),
        ("do/claim/", {}),
        ("do/assign/", {"to": str(colleague.pk)}),
        ("do/release/", {}),
        ("do/contact/", {"outcome": "called"}),
        ("do/message/", {"text": "An invented message"}),
        ("review/", {"verdict": "higher", "level": "5", "reason": "phone", "outcome": "called", "note": "x"}),
        ("do/done/", {"outcome": "booked"}),
        ("do/reopen/", {}),
        ("do/wait/", {"when": "4"}),
        ("print/", None),
        ("text/", None),
    ]
    for path, data in steps:
        revision = str(Case.objects.get(pk=case.pk).revision)
        typed = None if data is None else {"revision": revision, "next": "", "known": "0", **data}
        lines = AuditEvent.objects.count()
        status, statements = _sent_by(clinician, f"/staff/{case.pk}/{path}", typed)
        assert _too_late(statements) == [], path
        assert AuditEvent.objects.count() == lines + 1, path
        assert status in (200, 302), (path, status)
    done = set(CaseEvent.objects.filter(case=case).values_list("kind", flat=True))
    assert {EventKind.READ, EventKind.LEVEL, EventKind.DONE, EventKind.MESSAGE} <= done


@pytest.mark.django_db
def test_coming_back_by_a_link_writes_nothing_after_its_line_in_the_log() -> None:
    now = timezone.now()
    case = sent("DEMO-03", now)
    token = return_links.make(case.assessment, now)
    year, month, day = str(cast("dict[str, Any]", case.assessment.contact)["date_of_birth"]).split("-")
    known = {
        "reference": str(case.assessment.reference),
        "date_of_birth_month": month,
        "date_of_birth_day": day,
        "date_of_birth_year": year,
    }
    for typed, status in (({**known, "reference": "BP-0000-000"}, 422), (known, 303)):
        answer, statements = _sent_by(Client(), f"/r/{token}/", typed)
        assert answer == status
        assert _too_late(statements) == []
    assert AuditEvent.objects.filter(action=trail.Action.PATIENT).count() == 2


@pytest.mark.django_db(transaction=True)
def test_who_reads_a_case_and_who_takes_it_never_stop_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """One opens the case while the other, who holds it, is about to write the line."""
    case = sent("DEMO-01", timezone.now())
    taking, reading = Client(), Client()
    enter(taking, "invented.one")
    enter(reading, "invented.two")
    holds_it, answers = threading.Event(), []

    def slowly(*given: Any, **more: Any) -> AuditEvent:
        holds_it.set()
        time.sleep(0.5)
        return trail.record(*given, **more)

    monkeypatch.setattr(actions, "record", slowly)

    def take() -> None:
        try:
            typed = {"revision": case.revision, "next": ""}
            answers.append(taking.post(f"/staff/{case.pk}/do/claim/", typed).status_code)
        finally:
            connection.close()

    def read() -> None:
        try:
            assert holds_it.wait(10)
            answers.append(reading.get(f"/staff/{case.pk}/").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=job) for job in (take, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 302]
    assert set(CaseEvent.objects.filter(case=case).values_list("kind", flat=True)) >= {"read", "claimed"}
