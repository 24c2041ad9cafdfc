"""The pages of the clinic's settings: all of them, one part to change, what will change, the history."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.rendering import form_html
from clinic.access import Act, staff_only
from clinic.audit.trail import Action, record
from clinic.models import ProfileVersion
from clinic.models.audit import AuditOutcome
from clinic.profile import retention, saving, shown, values
from clinic.profile.current import newest
from clinic.profile.forms import MOST_VERSIONS, CompareForm, NoteForm, StepForm
from clinic.profile.model import ProfileError
from clinic.profile.sections import SECTIONS, SectionForm
from triage_site.profile import Profile

# Fields of a confirmation that are not the part's own.
OF_THE_STEP = frozenset({"csrfmiddlewaretoken", "base", "step", "note"})


@require_safe
@staff_only(Act.SETTINGS)
def overview(request: HttpRequest) -> HttpResponse:
    """All settings as they hold now."""
    record(request, Action.VIEWED_PAGE, page="settings")
    now = newest()
    row = ProfileVersion.objects.filter(pk=now.version).first()
    context = {"parts": shown.parts(now), "version": now.version, "row": row, "saved": "saved" in request.GET}
    return render(request, "clinic/profile/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Act.SETTINGS)
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """One part: its form, then what will change, then it is saved as a new version."""
    if slug not in SECTIONS:
        raise Http404
    now = newest()
    if request.method != "POST":
        record(request, Action.VIEWED_PAGE, page="settings", part=slug)
        return _part_page(request, SECTIONS[slug](now), now, 200)
    form = SECTIONS[slug](now, request.POST)
    going = StepForm(request.POST)
    if not form.is_valid():
        return _part_page(request, form, now, 422)
    if not going.is_valid():
        return _stale_page(request, form, now, None)
    if going.cleaned_data["base"] != now.version:
        return _stale_page(request, form, now, going.cleaned_data["base"])
    after = form.applied(now)
    if not shown.changes(now, after):
        return _part_page(request, form, now, 200, unchanged=True)
    try:
        return _look_or_save(request, now, after, going, context={"part": _heads(SECTIONS[slug])})
    except saving.StaleError:
        return _stale_page(request, form, newest(), now.version)
    except ProfileError as problem:
        words = _("What the site was started with for “%(place)s” cannot be saved. Correct it first.")
        form.add_error(NON_FIELD_ERRORS, words % {"place": problem})
        return _part_page(request, form, now, 422)


def _look_or_save(
    request: HttpRequest, now: Profile, after: Profile, going: StepForm, *, context: dict[str, Any]
) -> HttpResponse:
    """What will change; or, once that was looked at, save it. Raises StaleError or ProfileError."""
    saving.check(after)
    is_last = going.cleaned_data["step"] == "save"
    note = NoteForm(request.POST if is_last else None)
    if is_last and note.is_valid():
        saving.save(request, now, after, note.cleaned_data["note"])
        return redirect(f"{reverse('clinic:settings')}?saved=1")
    record(request, Action.VIEWED_PAGE, page="settings_confirm")
    context |= {
        "base": now.version,
        "changes": shown.changes(now, after),
        "after": after,
        "country": shown.country_name(after),
        "is_unusual": values.is_unusual(after.country, after.emergency_number),
        "form": note,
        "fields": form_html(note),
        "kept": _kept(request),
        "to_delete": retention.done_to_delete(after) if _keeps_less(now, after) else None,
    }
    return render(request, "clinic/profile/confirm.html", context, status=422 if note.errors else 200)


def _keeps_less(now: Profile, after: Profile) -> bool:
    """Whether more of what is done is deleted than before."""
    if after.keep_done_days is None:
        return False
    return now.keep_done_days is None or after.keep_done_days < now.keep_done_days


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be sent along with the confirmation."""
    return [(name, value) for name, sent in request.POST.lists() for value in sent if name not in OF_THE_STEP]


def _part_page(
    request: HttpRequest, form: SectionForm, now: Profile, status: int, **more: Any
) -> HttpResponse:
    context = {
        "form": form,
        "fields": form_html(form),
        "base": now.version,
        "part": _heads(type(form)),
        **more,
    }
    return render(request, "clinic/profile/part.html", context, status=status)


def _heads(form: type[SectionForm]) -> dict[str, Any]:
    """What a template reads of a part. Not the class itself: a template would call it."""
    return {"slug": form.slug, "title": form.title, "intro": form.intro}


def _stale_page(request: HttpRequest, form: SectionForm, now: Profile, base: int | None) -> HttpResponse:
    """Somebody saved meanwhile: who, and what. Everything typed stays, and can be saved on top of that."""
    record(request, Action.SETTINGS, outcome=AuditOutcome.FAILED, reason="changed_meanwhile", base=base)
    before = None if base is None else saving.version(base)
    context = {
        "stale": ProfileVersion.objects.filter(pk=now.version).first(),
        "is_stale": True,
        "meanwhile": shown.changes(before, now) if before else [],
    }
    return _part_page(request, form, now, 409, **context)


@require_safe
@staff_only(Act.SETTINGS)
def history(request: HttpRequest) -> HttpResponse:
    """All versions, and what differs between two of them."""
    rows = list(ProfileVersion.objects.order_by("-number")[:MOST_VERSIONS])
    asked = bool({"old", "new"} & request.GET.keys())
    form = CompareForm(rows, request.GET if asked else None)
    context: dict[str, Any] = {"rows": rows, "form": form, "holds": newest().version}
    if asked and form.is_valid():
        numbers = (int(form.cleaned_data["old"]), int(form.cleaned_data["new"]))
        old, new = map(saving.version, numbers)
        context["compared"] = numbers
        context["unreadable"] = old is None or new is None
        context["changes"] = shown.changes(old, new) if old and new else []
    record(request, Action.VIEWED_PAGE, page="settings_history")
    context["fields"] = form_html(form)
    return render(request, "clinic/profile/history.html", context, status=422 if form.errors else 200)


@require_POST
@staff_only(Act.SETTINGS)
def again(request: HttpRequest, number: int) -> HttpResponse:
    """Take over an old version: what will change, then it is saved as a new one."""
    old = saving.version(number)
    if old is None:
        raise Http404
    now = newest()
    going = StepForm(request.POST)
    is_fresh = going.is_valid() and going.cleaned_data["base"] == now.version
    if not is_fresh or not shown.changes(now, old):
        return redirect("clinic:settings_history")
    try:
        return _look_or_save(request, now, old, going, context={"number": number})
    except saving.StaleError:
        return redirect("clinic:settings_history")
