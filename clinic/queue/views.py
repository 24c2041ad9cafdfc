"""The queue: a tab of it, what is new since the page was made, search, and the forms of one person."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from clinic.access import Act, member_of, staff_only
from clinic.audit.trail import Action, record
from clinic.cases import search
from clinic.cases.persons import same_person
from clinic.cases.work import wake_due
from clinic.models import Member
from clinic.queue.actions import find
from clinic.queue.forms import FilterForm, NewsForm, PlaceForm, SearchForm
from clinic.queue.listing import (
    MAIN_TABS,
    MOST_COUNTED,
    Counts,
    Tab,
    arrived_after,
    counts_for,
    in_tab,
    narrowed,
    page_of,
)
from clinic.queue.lookup import keep, kept_text
from clinic.queue.rows import Viewer, row_of
from clinic.queue.words import clock_words, count, unread_words

FRAGMENT = "fragment"


@require_safe
@staff_only(Act.QUEUE)
def queue(request: HttpRequest) -> HttpResponse:
    """One page of a tab, most urgent first. With `fragment` only what changes, for the page's script."""
    place = PlaceForm(request.GET)
    if not place.is_valid():
        raise Http404
    member, now = member_of(request), timezone.now()
    form = FilterForm(member, request.GET)
    counts = _fresh_counts(member, now)
    rows = narrowed(in_tab(place.shown, member, now), form.filters, now)
    cases, after = page_of(rows, place.position)
    viewer = Viewer(member, now, counts.last_look)
    record(request, Action.VIEWED_QUEUE, tab=place.shown.value)
    chosen = {"tab": place.shown.value, **form.chosen}
    context = {
        "tab": place.shown,
        "tabs": _tabs(place.shown, counts),
        "counts": counts,
        "unread": unread_words(counts),
        "overdue": count(counts.overdue) if counts.overdue else "",
        "rows": [row_of(case, viewer) for case in cases],
        "here": request.get_full_path().replace(f"{FRAGMENT}=1", "").rstrip("?&"),
        "next": f"?{urlencode({**chosen, 'after': str(after)})}" if after else "",
        "start": f"?{urlencode(chosen)}",
        "is_first": place.position is None,
        "form": form,
        "is_filtered": bool(form.chosen),
        "filtered": _filtered(place, form, counts, None if after else len(cases)),
        "search": SearchForm(),
        "now": int(now.timestamp()),
        "words": clock_words(),
        "news": f"{reverse('clinic:queue_news')}?{urlencode({'mark': counts.mark()})}",
    }
    template = "clinic/queue/_list.html" if FRAGMENT in request.GET else "clinic/list.html"
    return render(request, template, context, status=422 if form.errors else 200)


@require_safe
@staff_only(Act.QUEUE)
def news(request: HttpRequest) -> HttpResponse:
    """What is new since a page was made: counts and a sentence, nothing about any person. It is no look."""
    form = NewsForm(request.GET)
    if not form.is_valid():
        raise Http404
    now = timezone.now()
    counts = _fresh_counts(member_of(request), now)
    has_changed = counts.mark() != form.cleaned_data["mark"]
    arrived, urgent = arrived_after(form.newest) if has_changed else (0, 0)
    sentence = _news_sentence(arrived, urgent) if has_changed else ""
    return JsonResponse({"changed": has_changed, "sentence": sentence, "unread": unread_words(counts)})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Act.QUEUE)
def find_cases(request: HttpRequest) -> HttpResponse:
    """Search: asked by POST, shown by GET, so that no name ever stands in an address, a log or a history.

    What was asked is kept sealed for a while: "Back" in the browser shows what was found again.
    """
    now = timezone.now()
    if request.method != "POST":
        text = kept_text(request, now)
        return _found_page(request, SearchForm({"q": text}) if text else SearchForm(), now)
    form = SearchForm(request.POST)
    if not form.is_valid():
        return _found_page(request, form, now)
    keep(request, form.cleaned_data["q"], now)
    return HttpResponseRedirect(reverse("clinic:queue_search"), status=303)


def _found_page(request: HttpRequest, form: SearchForm, now: datetime) -> HttpResponse:
    """The search alone, with what is wrong, or with what was found."""
    context: dict[str, Any] = {"search": form, "here": reverse("clinic:queue_search")}
    if form.is_valid():
        found = search.find(form.wanted)
        record(request, Action.SEARCHED, found=len(found.cases), by=_searched_by(form.wanted))
        viewer = Viewer(member_of(request), now)
        context |= {"rows": [row_of(case, viewer) for case in found.cases], "is_all": found.is_all}
        context["is_short"] = form.wanted.is_short
        context |= {"looked": True, "now": int(now.timestamp()), "words": clock_words()}
    elif form.is_bound:
        context["form"] = form
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "clinic/queue/search.html", context, status=status)


@require_safe
@staff_only(Act.QUEUE)
def person(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All forms of the person of one case, newest first."""
    case, now = find(pk), timezone.now()
    cases = sorted([case, *same_person(case)], key=lambda one: one.arrived_at, reverse=True)
    record(request, Action.SEARCHED, case.assessment, found=len(cases), by="person")
    viewer = Viewer(member_of(request), now)
    context = {
        "rows": [row_of(one, viewer) for one in cases],
        "case": case,
        "here": request.path,
        "now": int(now.timestamp()),
        "words": clock_words(),
    }
    return render(request, "clinic/queue/person.html", context)


def _fresh_counts(member: Member, now: datetime) -> Counts:
    """The counts, after what waited long enough has come back: also where the worker is not running."""
    counts = counts_for(member, now)
    if counts.to_wake:
        wake_due(now)
        return replace(counts_for(member, now), last_look=counts.last_look)
    return counts


def _tabs(shown: Tab, counts: Counts) -> list[dict[str, Any]]:
    numbers = {Tab.TODO: counts.todo, Tab.MINE: counts.mine, Tab.WAITING: counts.waiting}
    return [
        {
            "address": f"?{urlencode({'tab': tab.value})}",
            "label": tab.label,
            "count": count(numbers[tab]) if tab in numbers else "",
            "is_current": tab is shown,
        }
        for tab in MAIN_TABS
    ]


def _filtered(place: PlaceForm, form: FilterForm, counts: Counts, last: int | None) -> str:
    """What is left out, in words; "" for nothing. `last`: how many the page shows, if none follow."""
    tab = place.shown
    words = [*([] if tab in MAIN_TABS else [str(tab.label)]), *form.words]
    if not words:
        return ""
    said = _("Filtered: %(what)s.") % {"what": ", ".join(words)}
    total = {Tab.TODO: counts.todo, Tab.MINE: counts.mine, Tab.WAITING: counts.waiting}.get(tab)
    if last is None or total is None or place.position is not None:
        return said
    return f"{said} {_('%(shown)s of %(total)s shown.') % {'shown': last, 'total': count(total)}}"


def _news_sentence(arrived: int, urgent: int) -> str:
    if not arrived:
        return _("The queue has changed.")
    if arrived > MOST_COUNTED:
        return _("More than %(count)s new.") % {"count": MOST_COUNTED}
    new = ngettext("%(count)s new", "%(count)s new", arrived) % {"count": arrived}
    if not urgent:
        return _("%(new)s.") % {"new": new}
    return _("%(new)s, %(urgent)s EMERGENCY or without a level.") % {"new": new, "urgent": urgent}


def _searched_by(wanted: search.Wanted) -> str:
    """Which kinds of things were looked for, never what."""
    kinds = {"reference": wanted.reference, "name": wanted.words, "born": wanted.born, "phone": wanted.phone}
    return "+".join(kind for kind, value in kinds.items() if value)
