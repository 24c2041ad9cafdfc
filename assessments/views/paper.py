"""The blank form to print: choose one, and the form itself."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.consent import CONSENT
from assessments.paper.sheet import FORMS, build_sheet
from assessments.text import help_lines, spoken


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Which form to print."""
    return render(request, "assessments/paper.html", {"forms": FORMS})


@require_safe
def blank(request: HttpRequest, name: str) -> HttpResponse:
    """A blank form in the language of the page."""
    if name not in FORMS:
        raise Http404
    context = {
        "sheet": build_sheet(name),
        "consent": spoken(CONSENT),
        "help_lines": spoken(help_lines()),
    }
    return render(request, "assessments/paper_form.html", context)
