"""Tags of the queue's pages."""

from __future__ import annotations

import re
from typing import cast

from django import template
from django.template import Context
from django.utils import timezone

from clinic.access import member_of
from clinic.cases import ways
from clinic.models import Case
from clinic.queue import actions, lookup

register = template.Library()
DIALLED = re.compile(r"\s*(\+?)([\d\s().\-/]+)", re.ASCII)
FEWEST_DIGITS = 3


@register.filter
def dialled(phone: str) -> str:
    """`{{ phone|dialled }}`: what a phone dials, without an extension; "" where that cannot be told."""
    found = DIALLED.match(phone)
    digits = re.sub(r"\D", "", found[2]) if found else ""
    return f"{found[1]}{digits}" if found and len(digits) >= FEWEST_DIGITS else ""


@register.simple_tag
def way_back(case: Case) -> ways.Way:
    """`{% way_back case as way %}`: whether the person can see a message, and when they last came back."""
    return ways.way_of(case, timezone.now())


@register.simple_tag(takes_context=True)
def case_offers(context: Context) -> tuple[actions.Offer, ...]:
    """`{% case_offers as offers %}`: what the member at the keyboard can do with `case` of the context."""
    request = context["request"]
    return actions.offers(cast("Case", context["case"]), member_of(request), request.path)


@register.simple_tag(takes_context=True)
def has_search(context: Context) -> bool:
    """`{% has_search as searching %}`: whether a search of the member at the keyboard can be shown again."""
    return bool(lookup.kept_text(context["request"], timezone.now()))
