"""What the clinic says about a result: when to expect a reply, where else to go while it is closed."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from assessments.outcome import KINDS, Outcome
from triage_site.context import Site

register = template.Library()
LEVELS = {kind: level for level, kind in KINDS.items()}


@register.simple_tag(takes_context=True)
def expected_reply(context: dict[str, Any], outcome: Outcome) -> str:
    """When to expect a reply, in the clinic's words. "" where none may be promised."""
    site: Site = context["site"]
    return "" if sees_nobody_today(site, outcome) else site.reply(LEVELS[outcome.kind])


@register.simple_tag(takes_context=True)
def elsewhere_today(context: dict[str, Any], outcome: Outcome) -> bool:
    """Whether the person has to be seen today and the clinic cannot do it any more."""
    return sees_nobody_today(context["site"], outcome)


def sees_nobody_today(site: Site, outcome: Outcome) -> bool:
    """Whether a result of today meets a clinic that is closed, or closes soon."""
    doors = site.doors
    is_for_today = outcome.kind == "same_day"
    return is_for_today and doors is not None and not doors.can_still_take_today(timezone.now())
