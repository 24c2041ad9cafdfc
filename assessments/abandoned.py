"""Deleting unfinished forms, and counting them first: how far people had come when they left. Never who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import F

from assessments.models import AbandonedCount, Assessment
from assessments.services import open_draft
from triage_site.context import clinic_now
from triage_site.vault import VaultError

AT_ONCE = 100
# Everything was answered, and only sending was left.
ALL_ANSWERED = "check"
UNREADABLE = ""


def purge(untouched_since: datetime, noted: Callable[[int], object] | None = None) -> int:
    """Count and delete what nobody touched since then, a part at a time. How many.

    `noted` is called with the number of each part, in the transaction that deletes it.
    """
    deleted = 0
    while part := _purge_part(untouched_since, noted):
        deleted += part
    return deleted


def _purge_part(untouched_since: datetime, noted: Callable[[int], object] | None) -> int:
    """All or nothing: no form is counted twice, and none goes without being counted and noted."""
    with transaction.atomic():
        old = Assessment.objects.filter(submitted_at=None, updated_at__lt=untouched_since)
        # Locked, so that nobody comes back to one of them between the counting and the deleting.
        rows = list(old.select_for_update().order_by("updated_at")[:AT_ONCE])
        for place, number in Counter(_place_of(row) for row in rows).items():
            _add(place, number)
        Assessment.objects.filter(pk__in=[row.pk for row in rows]).delete()
        if rows and noted is not None:
            noted(len(rows))
    return len(rows)


def _place_of(row: Assessment) -> tuple[str, str, str, bool]:
    """What is counted together: the day, the pathway, the page, and whether the emergency page was met."""
    day = row.updated_at.astimezone(clinic_now().zone).date()
    return day.isoformat(), row.pathway, _page_of(row), row.emergency_at is not None


def _page_of(row: Assessment) -> str:
    try:
        gap = open_draft(row).flow.first_gap
    except VaultError:
        return UNREADABLE
    return ALL_ANSWERED if gap is None else gap.code


def _add(place: tuple[str, str, str, bool], number: int) -> None:
    day, pathway, page, had_emergency = place
    count, _new = AbandonedCount.objects.get_or_create(
        day=day, pathway=pathway, page=page, had_emergency=had_emergency
    )
    AbandonedCount.objects.filter(pk=count.pk).update(count=F("count") + number)
