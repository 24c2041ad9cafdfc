"""What staff do with a case: each is a POST with the revision that the page was shown with.

Who comes second is told who was first, and what they typed is still there.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from clinic.access import Act, may, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.cases import work
from clinic.cases.forms import UNREACHED
from clinic.cases.kept import keeps_words
from clinic.cases.work import StaleError, UnreachedError, UnreadError
from clinic.models import Case, CaseEvent, Member
from clinic.models.audit import AuditOutcome
from clinic.models.case import Outcome, State
from clinic.queue import stored
from clinic.queue.forms import ActionForm, AssignForm, DeskOutcomeForm, MessageForm, OutcomeForm, WaitForm
from clinic.queue.history import history
from clinic.queue.rows import Viewer, assignee_name, row_of

LATEST_EVENTS = 3

Do = Callable[[Case, Member, datetime, Any], Case]


@dataclass(frozen=True)
class Kind:
    """One thing to do: who may, in which states, with which form, and the words of its button."""

    act: Act
    states: frozenset[str]
    form: type[ActionForm]
    label: str | Promise
    do: Do

    def form_for(self, member: Member) -> type[ActionForm]:
        """The form that this member fills in."""
        is_desk = self.form is OutcomeForm and not may(member, Act.CLINICAL)
        return DeskOutcomeForm if is_desk else self.form


def _claim(case: Case, member: Member, now: datetime, form: ActionForm) -> Case:
    return work.claim(case, member, now, revision=form.cleaned_data["revision"])


def _release(case: Case, member: Member, now: datetime, form: ActionForm) -> Case:
    return work.release(case, member, now, revision=form.cleaned_data["revision"])


def _assign(case: Case, member: Member, now: datetime, form: ActionForm) -> Case:
    to = User.objects.filter(pk=int(form.cleaned_data["to"]), is_active=True, member__isnull=False).first()
    holder: Member | None = getattr(to, "member", None)
    if to is None or holder is None or not may(holder, Act.WORK):
        form.add_error("to", _("This colleague has no account any more. Choose another one"))
        raise ValidationError("gone")
    return work.assign(case, member, to, now, revision=form.cleaned_data["revision"])


def _wait(case: Case, member: Member, now: datetime, form: WaitForm) -> Case:
    try:
        return work.wait(case, member, now, until=form.until, revision=form.cleaned_data["revision"])
    except UnreadError:
        form.add_error(None, _("No nurse or clinician has opened this yet. It cannot wait: tell one now"))
        raise ValidationError("unread") from None


def _contact(case: Case, member: Member, now: datetime, form: ActionForm) -> Case:
    return work.note_contact(case, member, now, **_outcome(form))


def _done(case: Case, member: Member, now: datetime, form: ActionForm) -> Case:
    try:
        return work.finish(case, member, now, **_outcome(form))
    except UnreadError:
        form.add_error(None, _("No nurse or clinician has opened this yet. It can be done once one has"))
        raise ValidationError("unread") from None
    except UnreachedError:
        form.add_error("outcome", UNREACHED)
        raise ValidationError("not reached") from None


def _outcome(form: ActionForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {
        "outcome": Outcome(given["outcome"]),
        "note": given["note"] or "",
        "revision": given["revision"],
    }


def _reopen(case: Case, member: Member, now: datetime, form: ActionForm) -> Case:
    return work.reopen(case, member, now, revision=form.cleaned_data["revision"])


def _message(case: Case, member: Member, now: datetime, form: ActionForm) -> Case:
    text = form.cleaned_data["text"]
    return work.send_message(case, member, now, text, revision=form.cleaned_data["revision"])


OPEN, CLOSED = frozenset(map(str, work.OPEN)), frozenset({str(State.DONE), str(State.WAITING)})
ANY = frozenset(State.values)
KINDS: dict[str, Kind] = {
    "claim": Kind(Act.WORK, OPEN, ActionForm, _("Take"), _claim),
    "release": Kind(Act.WORK, OPEN, ActionForm, _("Give back"), _release),
    "assign": Kind(Act.WORK, OPEN, AssignForm, _("Assign"), _assign),
    "wait": Kind(Act.WORK, OPEN, WaitForm, _("Wait with a reminder"), _wait),
    "contact": Kind(Act.WORK, ANY, OutcomeForm, _("Note a call"), _contact),
    "message": Kind(Act.CLOSE, ANY, MessageForm, _("Write to the person"), _message),
    "done": Kind(Act.CLOSE, OPEN, OutcomeForm, _("Done"), _done),
    "reopen": Kind(Act.CLOSE, CLOSED, ActionForm, _("Back to “to do”"), _reopen),
}


@dataclass(frozen=True)
class Offer:
    """One thing that this member can do with this case now, and the form for it."""

    what: str
    label: str | Promise
    address: str
    form: ActionForm

    @property
    def is_button(self) -> bool:
        """Whether there is nothing to fill in."""
        return not list(self.form.shown)


def offers(case: Case, member: Member, next_address: str) -> tuple[Offer, ...]:
    """What this member can do with the case as it is now."""
    return tuple(
        _offer(what, case, member, next_address)
        for what, kind in KINDS.items()
        if may(member, kind.act) and case.state in kind.states and _makes_sense(what, case, member)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
@staff_only(Act.WORK)
def act(request: HttpRequest, pk: uuid.UUID, what: str) -> HttpResponse:
    """Do it, or show the form for it: empty, with what is wrong, or with what somebody else did meanwhile."""
    kind, member, case = KINDS.get(what), member_of(request), find(pk)
    if kind is None:
        raise Http404
    if not may(member, kind.act):
        record(request, Action.DENIED, case.assessment, outcome=AuditOutcome.DENIED, act=kind.act.value)
        raise Http404
    if request.method != "POST":
        empty = kind.form_for(member)(what, initial={"revision": case.revision})
        return _form_page(request, what, case, empty)
    form, now = kind.form_for(member)(what, request.POST), timezone.now()
    if not form.is_valid():
        return _form_page(request, what, case, form, status=422)
    try:
        with transaction.atomic():
            kind.do(case, member, now, form)
            record(request, Action.CHANGED, case.assessment, what=what)
    except StaleError as stale:
        if what == "claim" and stale.case.assignee_id == member.pk and stale.case.state in OPEN:
            stored.note(request, what, case, now)
            return redirect(_onward(form, case))  # pressed twice
        record(request, Action.CHANGED, case.assessment, outcome=AuditOutcome.FAILED, what=what, stale=True)
        return _form_page(request, what, stale.case, form.for_revision(stale.case.revision), status=409)
    except ValidationError:
        return _form_page(request, what, find(pk), form, status=422)
    stored.note(request, what, case, now)
    return redirect(_onward(form, case))


def find(pk: uuid.UUID) -> Case:
    """The case, or Http404."""
    case = Case.objects.select_related("assessment", "assignee__member").filter(pk=pk).first()
    if case is None:
        raise Http404
    return case


def _makes_sense(what: str, case: Case, member: Member) -> bool:
    if what == "claim":
        return bool(case.assignee_id != member.pk)
    if what == "release":
        return case.assignee_id is not None
    return True


def _offer(what: str, case: Case, member: Member, next_address: str) -> Offer:
    kind = KINDS[what]
    form = kind.form_for(member)(what, initial={"revision": case.revision, "next": next_address})
    taken_over = what == "claim" and case.assignee_id is not None
    label = _("Take over") if taken_over else kind.label
    return Offer(what, label, reverse("clinic:case_action", args=[case.pk, what]), form)


def _onward(form: ActionForm, case: Case) -> str:
    """Where to go on: the page somebody came from, at the case."""
    address = cast("str", form.cleaned_data["next"]) or reverse("clinic:list")
    return address if "#" in address else f"{address}#case-{case.pk}"


def _form_page(
    request: HttpRequest, what: str, case: Case, form: ActionForm, status: int = 200
) -> HttpResponse:
    member = member_of(request)
    viewer = Viewer(member, timezone.now())
    is_stale = status == 409
    if not is_stale:  # then the failed change is in the log already
        record(request, Action.VIEWED, case.assessment, page=what)
    events = CaseEvent.objects.filter(case=case).order_by("-at", "-id")[:LATEST_EVENTS] if is_stale else ()
    context = {
        "what": what,
        "label": KINDS[what].label,
        "case": case,
        "row": row_of(case, viewer),
        "form": form,
        "is_stale": is_stale,
        "can_do": case.state in KINDS[what].states,
        "assignee": assignee_name(case),
        "events": history(events, clinical=viewer.sees_clinical),
    }
    return render(request, "clinic/queue/action.html", context, status=status)
