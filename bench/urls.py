"""The site's addresses, and one plain page: the same template as a question page, and nothing behind it."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from assessments.forms import PagePlan
from assessments.rendering import page_html
from assessments.views.base import PAGES
from triage_site.urls import handler400, handler403, handler404, handler500
from triage_site.urls import urlpatterns as site_urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

QUESTION = "a03"


@cache
def _context() -> dict[str, Any]:
    """What the question page tells its template, worked out once: no draft, no session, no form."""
    page = PAGES[QUESTION][1]
    return {
        "draft": "00000000-0000-4000-8000-000000000000",
        "page": page,
        "title": str(page.questions[0].text),
        "fields": page_html(PagePlan.without_answers(page)),
        "back_url": "/f/1/a02/",
        "section": {"number": 1, "of": 5, "name": str(page.section)},
        "about": {"pathway": "adult", "age": 35, "other_voice": False},
    }


def plain(request: HttpRequest) -> HttpResponse:
    """The plain page."""
    return render(request, "assessments/question.html", _context())


# Last, so that it is looked for as long as a question page is.
urlpatterns = [*site_urlpatterns, path("bench/plain/", plain)]
