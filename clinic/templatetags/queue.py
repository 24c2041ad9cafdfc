"""Tags of the queue's pages."""

from __future__ import annotations

from typing import cast

from django import template
from django.template import Context

from clinic.access import member_of
from clinic.models import Case
from clinic.queue import actions

register = template.Library()


@register.simple_tag(takes_context=True)
def case_offers(context: Context) -> tuple[actions.Offer, ...]:
    """`{% case_offers as offers %}`: what the member at the keyboard can do with `case` of the context."""
    request = context["request"]
    return actions.offers(cast("Case", context["case"]), member_of(request), request.path)
