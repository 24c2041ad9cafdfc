"""Who hears of it when an assessment is sent or shared: the receivers that `settings.ARRIVALS` names.

This side does not know the staff's. Receivers run in the transaction that stores the assessment: either all
is stored or nothing, so nothing that was acknowledged is ever missing from the staff's list.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from assessments.models import Assessment

Receiver = Callable[[Assessment, datetime, Assessment | None], None]


def announce(row: Assessment, now: datetime, before: Assessment | None = None) -> None:
    """Tell all receivers of a row that was stored now. One that was shared may be sent later: told twice.

    `before`: then the row as it was shared, which nothing else holds any more. None the first time.
    """
    for receiver in _receivers(tuple(settings.ARRIVALS)):
        receiver(row, now, before)


@lru_cache(maxsize=4)
def _receivers(names: tuple[str, ...]) -> tuple[Receiver, ...]:
    return tuple(import_string(name) for name in names)
