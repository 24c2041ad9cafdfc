"""What every staff page shows of the member at the keyboard. Patient pages load nothing from here."""

from __future__ import annotations

from django import template
from django.template import Context

from clinic.people import navigation

register = template.Library()


@register.simple_tag(takes_context=True)
def staff_navigation(context: Context) -> navigation.Navigation:
    """`{% staff_navigation as navigation %}`: see clinic.people.navigation."""
    return navigation.navigation(context["request"])
