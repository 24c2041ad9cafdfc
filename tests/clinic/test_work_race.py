"""Two at once on real connections: one wins, the other is told."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from clinic.cases import work
from clinic.models import AuditEvent, Case, CaseEvent
from clinic.models.case import EventKind, State
from tests.clinic.queueing import sent, text_of
from tests.clinic.staffing import as_member, enter, member

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = ("invented.one", "invented.two")


def _at_once(jobs: list[Any]) -> None:
    """Run all jobs in threads of their own that begin together."""
    together = threading.Barrier(len(jobs))

    def run(job: Any) -> None:
        try:
            together.wait()
            job()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_of_two_that_take_a_case_one_gets_it_and_the_other_reads_who() -> None:
    case = sent("DEMO-01", timezone.now())
    clients = [Client(), Client()]
    for client, name in zip(clients, NAMES, strict=True):
        enter(client, name)
    answers: list[Any] = []

    def take(client: Client) -> None:
        typed = {"revision": case.revision, "next": "/staff/?tab=todo"}
        answers.append(client.post(f"/staff/{case.pk}/do/claim/", typed))

    _at_once([lambda client=client: take(client) for client in clients])
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    fresh = Case.objects.get(pk=case.pk)
    assert fresh.revision == case.revision + 1
    assert CaseEvent.objects.filter(case=case, kind=EventKind.CLAIMED).count() == 1
    lost = next(answer for answer in answers if answer.status_code == 409)
    assert fresh.assignee is not None
    assert f"The case is with {fresh.assignee.get_username()} now." in text_of(lost.content)
    assert list(AuditEvent.objects.filter(action="case.changed").values_list("outcome", flat=True)) in (
        ["ok", "failed"],
    )


def test_a_case_is_woken_once_by_many() -> None:
    now = timezone.now()
    nurse = as_member(member())
    case = sent("DEMO-03", now)
    work.mark_read(case, nurse, now)
    work.wait(case, nurse, now, until=now + timedelta(minutes=1), revision=case.revision)
    woken: list[int] = []
    _at_once([lambda: woken.append(work.wake_due(now + timedelta(hours=1)))] * 4)
    assert sum(woken) == 1
    assert Case.objects.get(pk=case.pk).state == State.TODO
    assert CaseEvent.objects.filter(case=case, kind=EventKind.WOKEN).count() == 1


def test_a_case_is_read_first_once_by_many() -> None:
    now = timezone.now()
    case = sent("DEMO-03", now)
    nurses = [as_member(member(name)) for name in NAMES]
    _at_once([lambda nurse=nurse: work.mark_read(case, nurse, now) for nurse in nurses])
    assert CaseEvent.objects.filter(case=case, kind=EventKind.READ).count() == 1
