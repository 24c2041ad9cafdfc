"""Numbers and clocks of the queue in words."""

from __future__ import annotations

import json

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.queue.listing import MOST_COUNTED, Counts

# The script that moves the clocks on puts numbers in here.
SPAN, MINUTES, HOURS, DAYS = "{span}", "{minutes}", "{hours}", "{days}"


def count(number: int) -> str:
    """A number that stops being counted at MOST_COUNTED."""
    return _("%(number)s+") % {"number": MOST_COUNTED} if number > MOST_COUNTED else str(number)


def unread_words(counts: Counts) -> str:
    """How much nobody with clinical rights has opened yet. No filter changes it."""
    if not counts.unread:
        return _("Nothing is unread.")
    every = ngettext(
        "%(count)s not read by a nurse or clinician yet.",
        "%(count)s not read by a nurse or clinician yet.",
        counts.unread,
    )
    words = [every % {"count": count(counts.unread)}]
    if counts.unread_urgent:
        urgent = ngettext(
            "%(count)s of them is an EMERGENCY, for the same day, or has no level.",
            "%(count)s of them are an EMERGENCY, for the same day, or have no level.",
            counts.unread_urgent,
        )
        words.append(urgent % {"count": count(counts.unread_urgent)})
    return " ".join(words)


def clock_words() -> str:
    """The sentences of assessments.summary.clock with places for numbers, as JSON for the page's script."""
    words = {
        "due": _("due in %(span)s") % {"span": SPAN},
        "overdue": _("overdue by %(span)s") % {"span": SPAN},
        "minutes": _("%(minutes)s min") % {"minutes": MINUTES},
        "hours_minutes": _("%(hours)s h %(minutes)s min") % {"hours": HOURS, "minutes": MINUTES},
        "hours": _("%(hours)s h") % {"hours": HOURS},
        # More than 72 hours: never a single day.
        "days": ngettext("%(days)s day", "%(days)s days", 4) % {"days": DAYS},
    }
    return json.dumps(words)
