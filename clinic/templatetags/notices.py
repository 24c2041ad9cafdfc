"""What staff pages say of the messages to staff."""

from __future__ import annotations

from django import template
from django.utils import timezone

from assessments.summary.clock import clinic_time
from clinic.notices import health

register = template.Library()


@register.simple_tag
def notices_health() -> health.Health:
    """`{% notices_health as health %}`: whether messages go out."""
    return health.health(timezone.now())


@register.filter
def in_clinic_time(moment: object) -> str:
    """A moment where the clinic is."""
    return clinic_time(moment)  # type: ignore[arg-type]
