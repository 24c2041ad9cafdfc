"""What the clinic says about a result: when to expect a reply, where to go, also while it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.outcome import KINDS, Outcome
from triage_site.context import Site

register = template.Library()
LEVELS = {kind: level for level, kind in KINDS.items()}


@dataclass(frozen=True)
class Place:
    """Where to go: what kind of place, and the clinic's words about it (HTML)."""

    label: str
    text: str


@register.simple_tag(takes_context=True)
def expected_reply(context: dict[str, Any], outcome: Outcome) -> str:
    """When to expect a reply, in the clinic's words. "" where none may be promised."""
    site: Site = context["site"]
    return "" if _is_too_late(site, outcome) else site.reply(LEVELS[outcome.kind])


@register.simple_tag(takes_context=True)
def elsewhere_today(context: dict[str, Any], outcome: Outcome) -> bool:
    """Whether the person has to be seen today and the clinic may not be able to do it any more."""
    return _is_too_late(context["site"], outcome)


@register.simple_tag(takes_context=True)
def nearest_places(context: dict[str, Any], outcome: Outcome) -> list[Place]:
    """Where to go now or today. None where help comes to the person, or a visit can wait."""
    site: Site = context["site"]
    is_for_today = outcome.kind == "same_day"
    places = []
    if is_for_today and outcome.urgent_care_fits:
        places.append(Place(_("Urgent care near the clinic"), site.said("urgent_care")))
    if is_for_today or (outcome.is_emergency and not outcome.call_now):
        places.append(Place(_("Emergency room near the clinic"), site.said("emergency_room")))
    return [place for place in places if place.text]


def _is_too_late(site: Site, outcome: Outcome) -> bool:
    """Whether a result for today meets a clinic that is closed, or closes soon."""
    doors = site.doors
    is_for_today = outcome.kind == "same_day"
    return is_for_today and doors is not None and not doors.can_still_take_today(timezone.now())
