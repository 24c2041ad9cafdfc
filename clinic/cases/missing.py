"""What was sent and has no case: taken in late rather than never.

It cannot happen while one version of the site runs. It can while an update is under way: a process of the
version before cases went on storing forms after the migration that gave the older ones theirs.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from assessments.arrivals import announce
from assessments.models import Assessment

logger = logging.getLogger(__name__)
MOST_AT_ONCE = 100


def take_in(now: datetime) -> int:
    """Announce every sent assessment without a case, the earliest first, as of `now`; how many there were.

    As of now: whoever is on duty is told of it as of any other arrival.
    """
    rows = Assessment.objects.filter(submitted_at__isnull=False, case=None)
    found = list(rows.order_by("submitted_at", "pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    return sum(_take_in(rows.filter(pk=pk), now) for pk in found)


def _take_in(rows: QuerySet[Assessment], now: datetime) -> bool:
    """Whether the row was still without a case when it was locked."""
    with transaction.atomic():
        row = rows.select_for_update(of=("self",)).first()
        if row is None:
            return False
        logger.warning("an assessment had no case; it was taken in late")
        announce(row, now)
    return True
