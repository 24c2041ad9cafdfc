"""The staff's pages for forms that came on paper: choose, key in, and what to do now."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, cast

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from assessments.models import Assessment, Source
from assessments.paper.contact import LANGUAGE
from assessments.paper.sheet import FORMS
from assessments.paper.store import KeyedIn, TakenError, store
from assessments.paper.times import answered_at
from assessments.services import BusyError
from assessments.summary.clock import call_by, clinic_time
from assessments.summary.header import level_words
from assessments.text import spoken
from clinic.access import Act, staff_only
from clinic.audit.trail import Action, record
from clinic.paper_form import PaperEntryForm
from triage.frozen import FrozenResult
from triage.model import Level, Result, Transport
from triage.pathways import PATHWAYS
from triage_site.context import clinic_now
from triage_site.errors import error_page
from triage_site.vault import VaultError

ACTIONS = {
    Level.URGENT_SAME_DAY: _lazy("Phone the person now. They need to be examined in person today."),
    Level.PROMPT_IN_PERSON: _lazy("Phone the person and book a visit in person in time."),
    Level.VIRTUAL_VISIT: _lazy("Phone the person and book a video or phone visit in time."),
    Level.SELF_CARE: _lazy(
        "The rules ask for no visit. Phone the person: self-care, and the signs to watch for. A low level"
        " does not rule out illness."
    ),
}
CASE = "case"
STORE = "store"
CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Taken:
    """Why nothing was stored under the id of this page. `row`: what it was used for before, if known."""

    text: str
    row: Assessment | None


@dataclass(frozen=True)
class NextStep:
    """How urgent it is, and what the person at the desk does now."""

    level: int
    heading: str
    action: str


@require_safe
@staff_only(Act.PAPER)
def choose(request: HttpRequest) -> HttpResponse:
    """Which form to key in."""
    return render(request, "clinic/paper_choose.html", {"forms": FORMS})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Act.PAPER)
def entry(request: HttpRequest, name: str) -> HttpResponse:
    """The whole form. POST looks at what is entered so far, or (`store`) stores it once."""
    if name not in FORMS:
        raise Http404
    if request.method != "POST":
        return _entry_page(request, name, PaperEntryForm(FORMS[name]), case=uuid.uuid4())
    form = PaperEntryForm(FORMS[name], request.POST)
    is_valid, case = form.is_valid(), _case(request)
    if STORE not in request.POST:
        form.ignore_missing()
        return _entry_page(request, name, form, case=case)
    if not is_valid:
        return _entry_page(request, name, form, case=case)
    notes = form.notes
    if notes and request.POST.get(CONFIRMED) != " ".join(note.key for note in notes):
        return _entry_page(request, name, form, case=case, notes=notes)
    return _store(request, name, form, case)


def _store(request: HttpRequest, name: str, form: PaperEntryForm, case: uuid.UUID) -> HttpResponse:
    now = timezone.now()
    keyed = KeyedIn(
        id=case,
        pathway=form.pathway,
        answers=form.counting,
        contact=form.record(now),
        language=form.cleaned_data[LANGUAGE],
        entered_by=request.user.get_username(),
    )
    try:
        with transaction.atomic():
            row = store(keyed, now)
            record(request, Action.KEYED_IN, row)
    except TakenError as taken:
        return _entry_page(request, name, form, case=uuid.uuid4(), taken=_taken(taken.row), status=409)
    except BusyError:
        return error_page(request, 503)
    return redirect("clinic:paper_done", row.pk)


def _taken(row: Assessment | None) -> Taken:
    """What to say when the id of the page stands for something else: Back, a restored tab, another form."""
    again = _(
        "This form could not be stored from this screen, and nothing is stored. Check it and store again."
    )
    if row is None:
        return Taken(again, None)
    text = _(
        "This screen was already used to store %(reference)s. If this is another form or a correction, check"
        " it and store again. A correction becomes a new row; %(reference)s stays in the list as it is."
    )
    return Taken(text % {"reference": row.reference}, row)


def _case(request: HttpRequest) -> uuid.UUID:
    """The id under which this form is stored: it came with the page, so a second click finds the row."""
    try:
        return uuid.UUID(request.POST.get(CASE, ""))
    except ValueError:
        return uuid.uuid4()


def _entry_page(
    request: HttpRequest, name: str, form: PaperEntryForm, status: int = 200, **more: Any
) -> HttpResponse:
    """The form with everything that was typed, and the level that it comes to so far."""
    is_sent = request.method == "POST"
    if is_sent and (form.errors or more.get("notes")):
        status = 422
    context = {
        "name": name,
        "form": form,
        "so_far": _so_far(form.so_far()) if is_sent else None,
        "phone": form.cleaned_data.get("phone", "") if is_sent else "",
        "private": "; ".join(spoken(q.short) for q in form.pathway.questions if q.never_echo),
        "confirmed": " ".join(note.key for note in more.get("notes", ())),
        **more,
    }
    return render(request, "clinic/paper_entry.html", context, status=status)


@require_safe
@staff_only(Act.PAPER)
def done(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The level in big letters, and what to do now."""
    try:
        row = Assessment.objects.get(pk=pk, source=Source.PAPER, submitted_at__isnull=False)
    except Assessment.DoesNotExist:
        raise Http404 from None
    record(request, Action.VIEWED, row, page="keyed_in")
    try:
        result, contact = cast("FrozenResult", row.result), cast("dict[str, Any]", row.contact)
    except VaultError:
        return redirect("clinic:detail", pk)
    since = answered_at(row, contact)
    transport = Transport(result["transport"]) if result["transport"] else None
    context = {
        "row": row,
        "step": next_step(Level(row.level or 0), transport),
        "due": clinic_time(row.due_at) if row.due_at else "",
        "phone": contact.get("phone", ""),
        "place": contact.get("location_now", ""),
        "private_call": contact.get("private_call", ""),
        "flags": [(flag["id"], call_by(flag["hours"], since)) for flag in result["flags"]],
        "name": next(name for name, pathway in FORMS.items() if pathway is PATHWAYS[row.pathway]),
    }
    return render(request, "clinic/paper_done.html", context)


def _so_far(result: Result) -> NextStep:
    if result.level is None:
        return NextStep(0, _("No rule has fired so far"), _("This is not a result: go on keying in."))
    return next_step(result.level, result.transport, so_far=True)


def next_step(level: Level, transport: Transport | None, *, so_far: bool = False) -> NextStep:
    """What to do at this level. `so_far`: the form is still being keyed in."""
    if level is Level.EMERGENCY_NOW:
        action = (
            _("Phone the person now. Tell them to call %(number)s at once.")
            if transport is Transport.CALL_911
            else _(
                "Phone the person now. Tell them to go to the emergency room at once, or to call %(number)s"
                " if they cannot get there safely."
            )
        )
        return NextStep(level, level_words(level), action % {"number": clinic_now().emergency_number})
    if so_far:
        return NextStep(level, level_words(level), _("At least this urgent so far. Go on keying in."))
    return NextStep(level, level_words(level), str(ACTIONS[level]))
