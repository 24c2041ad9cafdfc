"""The clinic's settings as they hold now, remembered for a few seconds by every page."""

from __future__ import annotations

import logging
from dataclasses import replace

from clinic.models import ProfileVersion
from clinic.profile.model import ProfileError, from_json
from triage_site.live import Live
from triage_site.profile import Profile, from_environment

logger = logging.getLogger(__name__)
MOST_TRIED = 20


def newest() -> Profile:
    """The settings as the database has them now; those of the environment while nothing was saved.

    A row that cannot be read is passed over, for the one before it: the pages go on.
    """
    number = None
    rows = ProfileVersion.objects.order_by("-number").values_list("number", "values")[:MOST_TRIED]
    for row_number, values in rows:
        number = number or row_number
        try:
            return from_json(values, number)
        except ProfileError:
            logger.error("settings of the clinic: version %d cannot be read", row_number)
    return replace(from_environment(), version=number or 0)


def _saved() -> Profile | None:
    profile = newest()
    return profile if profile.version else None


def _nothing() -> None:
    return None


saved: Live[Profile | None] = Live(_saved, _nothing)
