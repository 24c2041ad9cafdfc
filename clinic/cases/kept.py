"""What somebody typed is given back to them, also where they may not store it any more."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

View = Callable[..., HttpResponseBase]
# The fields in which somebody writes sentences.
FIELDS = ("note", "text")


def keeps_words(view: View) -> View:
    """Who may not store it any more gets their own words back, to copy, with the 404."""

    @wraps(view)
    def entrance(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            typed = (request.POST.get(name, "").replace("\0", "").strip() for name in FIELDS)
            words = next(filter(None, typed), "")
            if not words or not request.user.is_authenticated:
                raise
            return render(request, "clinic/cases/kept.html", {"words": words}, status=404)

    return entrance
