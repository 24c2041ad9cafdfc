"""The public pages: guidance for everyone. They read neither session nor database."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments import provenance, topics
from assessments.guidance import general
from triage_site.context import clinic_now


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All topics, for adults and for parents."""
    context = {
        "adults": topics.links_to("adults"),
        "children": topics.links_to("children"),
    }
    return render(request, "assessments/help/index.html", context)


@require_safe
def topic(request: HttpRequest, audience: str, slug: str) -> HttpResponse:
    """One topic. 404 when there is none of that name."""
    page = topics.topic_page(audience, slug)
    if page is None:
        raise Http404
    context = {"topic": page, "checked": topics.CHECKED}
    return render(request, "assessments/help/topic.html", context)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Where facts come from."""
    context = {"cited": provenance.cited(), "checked": topics.CHECKED}
    return render(request, "assessments/help/sources.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Intended use, disclaimers, sign-off, the law, and who made it."""
    context = {
        "use": topics.sections_of(general.ABOUT),
        "state": topics.sections_of(general.STATE),
        "for_adults": topics.disclaimers("adults"),
        "for_children": topics.disclaimers("children"),
    }
    return render(request, "assessments/help/about.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested, what was not, and other ways to answer."""
    context = {"sections": topics.sections_of(general.ACCESSIBILITY)}
    return render(request, "assessments/help/accessibility.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, for how long, and who reads it."""
    return render(request, "assessments/help/privacy.html", {"keep_hours": clinic_now().draft_hours})
