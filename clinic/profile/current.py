"""The clinic's settings as they hold now, remembered for a few seconds by every page."""

from __future__ import annotations

import logging

from clinic.models import ProfileVersion
from clinic.profile.model import ProfileError, from_json
from triage_site.live import Live
from triage_site.profile import Profile

logger = logging.getLogger(__name__)


def _newest() -> Profile | None:
    """The newest version that can be read; None where there is none."""
    for number, values in ProfileVersion.objects.order_by("-number").values_list("number", "values")[:20]:
        try:
            return from_json(values, number)
        except ProfileError:
            logger.error("version %d of the clinic's settings cannot be read: the one before holds", number)
    return None


def _nothing() -> None:
    return None


saved: Live[Profile | None] = Live(_newest, _nothing)
