"""An afternoon's work, done through the pages, and then the auditor finds every step of it in the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from clinic.models import AuditEvent, Case, Member
from clinic.models.staff import Role
from tests.clinic import logging_in
from tests.clinic.keying import text_of
from tests.clinic.matrix import CANARY, case_with_canaries
from tests.clinic.staffing import enter

pytestmark = pytest.mark.django_db
NURSE, DESK = "Invented Nurse (invented.nurse)", "Invented Desk (invented.desk)"


@dataclass
class Browser:
    """Somebody at a keyboard, at one case."""

    client: Client
    case: Case

    def opens(self, name: str, *more: str, status: int = 200, **query: str) -> None:
        address = reverse(f"clinic:{name}", args=[self.case.pk, *more] if name != "list" else [])
        assert self.client.get(address, query).status_code == status

    def does(self, name: str, *more: str, status: int = 302, **fields: Any) -> None:
        self.case.refresh_from_db()
        address = reverse(f"clinic:{name}", args=[self.case.pk, *more])
        data = {"revision": self.case.revision, **fields}
        assert self.client.post(address, data).status_code == status


def _named(login: str, name: str, *roles: Role) -> Any:
    user = logging_in.person(login, *roles)
    Member.objects.filter(pk=user.pk).update(name=name)
    return user


@pytest.fixture
def afternoon() -> Iterator[str]:
    """The work. Gives the reference of the case."""
    case = case_with_canaries()
    nurse, desk = (
        _named("invented.nurse", "Invented Nurse", Role.NURSE),
        _named("invented.desk", "Invented Desk", Role.FRONT_DESK),
    )
    first, second = Browser(Client(REMOTE_ADDR="192.0.2.7"), case), Browser(Client(), case)
    assert logging_in.send_password(first.client, "invented.nurse", CANARY).status_code == 422
    logging_in.log_in(first.client, nurse)
    first.opens("list")
    first.opens("detail")
    first.opens("print")
    first.does("case_action", "claim")
    first.does("review", known=0, verdict="agree", outcome="called", note=CANARY)
    first.does("case_action", "message", text=CANARY)
    first.does("case_action", "done", outcome="called")
    logging_in.log_in(second.client, desk)
    second.opens("detail", status=302)
    second.does("case_action", "reopen", status=404)
    second.does("break_glass", reason=f"The line is dead {CANARY}")
    second.opens("detail")
    second.client.post(reverse("account_logout"))
    yield str(case.assessment.reference)
    call_command("verify_audit", stdout=StringIO())


def _told(filters: dict[str, str]) -> list[str]:
    """The sentences of the log, oldest first, as an auditor reads them."""
    client = Client()
    enter(client, "invented.auditor", Role.AUDITOR)
    response = client.get(reverse("clinic:audit"), filters)
    assert CANARY not in text_of(response)
    told = [line for _at, line in response.context["lines"]]
    codes = [dict(line.codes) for line in told]
    return [
        f"{line.sentence}{' ' + code['what'] if 'what' in code else ''} {line.outcome}"
        for line, code in zip(reversed(told), reversed(codes), strict=True)
    ]


def test_every_step_is_found_in_its_order(afternoon: str) -> None:
    case, stranger = f"case {afternoon}", "Somebody who was not logged in"
    steps = [
        f"{stranger} tried to log in with the account of Invented Nurse and failed. failed",
        f"{NURSE} logged in. ok",
        f"{NURSE} looked at the queue. ok",
        f"{NURSE} opened {case}. ok",
        f"{NURSE} opened the print of {case}. ok",
        f"{NURSE} changed {case}. claim ok",
        f"{NURSE} reviewed {case}. ok",
        f"{NURSE} changed {case}. message ok",
        f"{NURSE} changed {case}. done ok",
        f"{DESK} logged in. ok",
        f"{DESK} was refused",
        f"{DESK} was refused {case}. denied",
        f"{DESK} opened {case} under an emergency reason. ok",
        f"{DESK} opened {case} under an emergency reason. ok",
        f"{DESK} logged out. ok",
    ]
    told = iter(_told({}))
    for step in steps:
        assert any(line.startswith(step) for line in told), f"not found, or not in its place: {step}"


def test_the_steps_of_one_person_are_found_by_who_they_are_and_the_case_by_its_reference(
    afternoon: str,
) -> None:
    desk = str(Member.objects.get(name="Invented Desk").pk)
    assert all(line.startswith(DESK) for line in _told({"person": desk}))
    assert len(_told({"person": desk, "outcome": "denied"})) == 2
    # The refused look names no case: the gate does not look at what is behind it.
    assert len(_told({"case": afternoon})) == 10


def test_no_line_holds_what_anybody_answered_wrote_or_typed(afternoon: str) -> None:
    assert AuditEvent.objects.count() > 14
    for line in AuditEvent.objects.values():
        assert CANARY not in str(line)
        assert "1961" not in line["detail"]


def test_a_line_says_where_the_failed_login_came_from_and_not_what_was_typed(afternoon: str) -> None:
    failed = AuditEvent.objects.get(action="login", outcome="failed")
    assert failed.place == "192.0.2.7"
    assert CANARY not in failed.actor + failed.detail
