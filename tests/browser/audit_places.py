"""The audit log as an auditor finds it, and as the paper shows it."""

from __future__ import annotations

from collections.abc import Iterator

from django.test import Client, RequestFactory

from assessments.models import Assessment
from clinic.audit.trail import Action, record
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Role
from tests.browser import states
from tests.browser.conftest import Visitor
from tests.browser.places import Place
from tests.browser.states import ADULT
from tests.clinic.staffing import enter, member
from triage.model import Level


def audit_places() -> Iterator[Place]:
    """All of them."""
    yield Place("audit log", lambda visitor: audit_log(visitor, ""))
    yield Place("audit log, filtered", lambda visitor: audit_log(visitor, "?outcome=denied"))
    yield Place("audit log, nothing found", lambda visitor: audit_log(visitor, "?action=rules.signed"))
    yield Place("audit log, wrong filters", lambda visitor: audit_log(visitor, "?case=x&person=x"), 422)


def audit_log(visitor: Visitor, query: str) -> int:
    """The log after some work, to an auditor."""
    _afternoon(states.sent(ADULT, states.example(ADULT, Level.VIRTUAL_VISIT)))
    client = Client()
    enter(client, "invented.auditor", Role.AUDITOR)
    assert client.session.session_key is not None
    visitor.cookie(client.session.session_key)
    status = visitor.open(f"/staff/audit/{query}")
    assert visitor.path == f"/staff/audit/{query}"
    return status


def _afternoon(row: Assessment) -> None:
    """Lines of every look: with and without a case, a role, an address; refused and failed."""
    request = RequestFactory().get("/", REMOTE_ADDR="2001:db8:1234:5678:9abc:def0:1234:5678")
    request.user = member("invented.nurse", Role.NURSE, Role.CLINICIAN)
    for action in (Action.VIEWED_QUEUE, Action.VIEWED, Action.REVIEWED, Action.PRINTED):
        record(request, action, row)
    record(request, Action.DENIED, outcome=AuditOutcome.DENIED, act="audit")
    record(RequestFactory().get("/"), Action.LOGIN, outcome=AuditOutcome.FAILED)
    record(None, Action.PURGED, count=12)
    for _number in range(50):
        record(request, Action.VIEWED_QUEUE)
