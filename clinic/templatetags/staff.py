"""What every staff page shows of the member at the keyboard. Patient pages load nothing from here."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils import timezone

from clinic.people import first_steps as steps
from clinic.people import navigation
from clinic.queue import stored

register = template.Library()


@register.simple_tag(takes_context=True)
def staff_navigation(context: Context) -> navigation.Navigation:
    """`{% staff_navigation as navigation %}`: see clinic.people.navigation."""
    return navigation.navigation(context["request"])


@register.simple_tag(takes_context=True)
def stored_words(context: Context) -> str:
    """`{% stored_words as words %}`: what was stored since the last page, once."""
    request = context["request"]
    return stored.say(request, timezone.now()) if hasattr(request, "session") else ""


@register.simple_tag(takes_context=True)
def first_steps(context: Context) -> list[navigation.Shown]:
    """`{% first_steps as steps %}`: what an admin has still to do."""
    return steps.first_steps(context["request"])
