"""Two sign at once: one row."""

from __future__ import annotations

import threading

import pytest
from django.db import connection
from django.test import Client

from clinic.models import SignOff
from clinic.models.staff import Role
from clinic.rulebook import snapshots
from tests.clinic.staffing import enter
from triage.catalogue import ruleset_version

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_at_once_store_one_signature() -> None:
    snapshots.forget()
    names = ("invented.one", "invented.two")
    clients = [Client() for _name in names]
    for client, name in zip(clients, names, strict=True):
        enter(client, name, Role.ADMIN, Role.CLINICIAN)
    together = threading.Barrier(2)
    answers: list[int] = []

    def sign(client: Client, name: str) -> None:
        typed = {"version": ruleset_version("adult"), "agree": "agree", "name": name}
        together.wait()
        answers.append(client.post("/staff/rules/sign/adult/", typed).status_code)
        connection.close()

    threads = [threading.Thread(target=sign, args=pair) for pair in zip(clients, names, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [302, 409]
    assert SignOff.objects.count() == 1
    snapshots.forget()
