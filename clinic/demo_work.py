"""What the invented staff of `manage.py demo` have done with some of the invented cases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, cast

from clinic.cases import work
from clinic.models import Case, Member
from clinic.models.case import Outcome

NURSE = "demo-nurse"

MINUTES_AGO = timedelta(minutes=10)

Step = Callable[[Case, Member, datetime], Case]


def _taken(case: Case, nurse: Member, now: datetime) -> Case:
    return work.claim(work.mark_read(case, nurse, now), nurse, now, revision=case.revision)


def _waiting(case: Case, nurse: Member, now: datetime) -> Case:
    case = _taken(case, nurse, now)
    case = work.note_contact(case, nurse, now, Outcome.NOT_REACHED, revision=case.revision)
    return work.wait(case, nurse, now, until=now + timedelta(hours=3), revision=case.revision)


def _done(case: Case, nurse: Member, now: datetime) -> Case:
    case = _taken(case, nurse, now)
    text = "We have read your answers. The self-care page says what you can do until your visit."
    case = work.send_message(case, nurse, now, text, revision=case.revision)
    return work.finish(case, nurse, now, Outcome.ADVICE, revision=case.revision)


STEPS: Mapping[str, Step] = {"DEMO-05": _taken, "DEMO-06": _waiting, "DEMO-08": _done}


def work_on(codes: Collection[str], now: datetime) -> None:
    """Bring some of the cases with these codes into the other states of the queue. The logins are there."""
    if not codes:
        return
    nurse = Member.objects.get(user__username=NURSE)
    at = now - MINUTES_AGO
    for case in Case.objects.select_related("assessment"):
        contact = cast("Mapping[str, Any]", case.assessment.contact)
        code = str(contact.get("demo"))
        if code in codes and code in STEPS:
            STEPS[code](case, nurse, at)
