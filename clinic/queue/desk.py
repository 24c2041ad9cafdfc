"""The front desk's page of a case: whom to phone, how urgent, what to do. Nothing that was answered."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from assessments.finishing import frozen_result
from assessments.summary.header import born_in_words
from clinic.access import Act, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.cases.persons import same_person
from clinic.cases.search import contact_of, has_other_phone
from clinic.cases.status import after_call
from clinic.models import Case, CaseEvent
from clinic.models.case import State
from clinic.paper import next_step
from clinic.queue.actions import find
from clinic.queue.history import history
from clinic.queue.rows import Viewer, row_of
from triage.model import Level, Transport
from triage_site.context import clinic_now
from triage_site.vault import VaultError

# Contact details, in this order.
CONTACT: tuple[tuple[str, str | Promise], ...] = (
    ("name", gettext_lazy("Name")),
    ("date_of_birth", gettext_lazy("Date of birth")),
    ("phone", gettext_lazy("Phone")),
    ("private_call", gettext_lazy("Private call")),
    ("location_now", gettext_lazy("Where they are")),
    ("email", gettext_lazy("Email")),
    ("language", gettext_lazy("Language they would like to speak")),
    ("appointment", gettext_lazy("Appointment number")),
    ("answered_by_name", gettext_lazy("Who answered")),
    ("relation", gettext_lazy("Who they are to the person")),
)


@require_safe
@staff_only(Act.QUEUE)
def desk(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The case for the front desk."""
    member, case, now = member_of(request), find(pk), timezone.now()
    viewer = Viewer(member, now)
    others = same_person(case)
    record(request, Action.VIEWED, case.assessment, page="desk")
    context = {
        "case": case,
        "member": member,
        "row": row_of(case, viewer),
        "steps": list(_steps(case)),
        "contact": list(_contact(contact_of(case.assessment))),
        "history": history(
            CaseEvent.objects.filter(case=case).order_by("-at", "-id"), clinical=viewer.sees_clinical
        ),
        "others": [(row_of(other, viewer), has_other_phone(case, other)) for other in others],
    }
    return render(request, "clinic/queue/desk.html", context)


def _contact(contact: Mapping[str, Any]) -> Iterator[tuple[str, str | Promise, str]]:
    for key, label in CONTACT:
        if text := str(contact.get(key) or ""):
            yield key, label, born_in_words(text) if key == "date_of_birth" else text


def _steps(case: Case) -> Iterator[str]:
    """What to do, in order: somebody who may judge the answers first, then the phone."""
    if case.state == State.DONE:
        return
    level = Level(case.level) if case.level else None
    if case.first_read_at is None or level is None or level >= Level.URGENT_SAME_DAY:
        yield _("Tell a nurse or clinician now, in person or by phone. Only they can judge the answers.")
    if level is None:
        yield _("Nobody knows yet how urgent this is. Treat it as an emergency until one of them says more.")
    elif level is Level.SELF_CARE:
        yield _("Leave the call about self-care to a nurse or clinician.")
    elif case.reached_at is not None:
        yield after_call(case)
    else:
        yield next_step(level, _transport(case)).action
    worse = _("Give no advice of your own. Who says that it got worse is to call %(number)s at once.")
    yield worse % {"number": clinic_now().emergency_number}


def _transport(case: Case) -> Transport | None:
    """How the person was told to go; None where that cannot be read."""
    try:
        told = frozen_result(case.assessment)["transport"]
    except VaultError:
        return None
    return Transport(told) if told else None
