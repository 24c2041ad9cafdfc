"""Tags of the queue's pages."""

from __future__ import annotations

from typing import cast

from django import template
from django.template import Context
from django.utils import timezone

from clinic.access import member_of
from clinic.models import Case
from clinic.queue import actions, lookup

register = template.Library()


@register.simple_tag(takes_context=True)
def case_offers(context: Context) -> tuple[actions.Offer, ...]:
    """`{% case_offers as offers %}`: what the member at the keyboard can do with `case` of the context."""
    request = context["request"]
    return actions.offers(cast("Case", context["case"]), member_of(request), request.path)


@register.simple_tag(takes_context=True)
def has_search(context: Context) -> bool:
    """`{% has_search as searching %}`: whether a search of the member at the keyboard can be shown again."""
    return bool(lookup.kept_text(context["request"], timezone.now()))
