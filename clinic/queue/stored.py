"""What was stored last, to be said once on top of the next page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.models import Case

SESSION_KEY = "stored"
# What was never shown by then is no news any more.
SAID_WITHIN = timedelta(minutes=2)
REVIEW = "review"
WORDS: Mapping[str, str | Promise] = {
    "claim": _("Stored: %(reference)s is yours now."),
    "release": _("Stored: %(reference)s is given back to all."),
    "assign": _("Stored: %(reference)s is given to a colleague."),
    "wait": _("Stored: %(reference)s waits and comes back by itself."),
    "contact": _("Stored: the call about %(reference)s is noted."),
    "message": _("Stored: the message of %(reference)s is on the status page of the person."),
    "done": _("Stored: %(reference)s is done."),
    "reopen": _("Stored: %(reference)s is to do again."),
    REVIEW: _("Stored: your review of %(reference)s."),
}


def note(request: HttpRequest, what: str, case: Case, now: datetime) -> None:
    """Keep for the next page what was done with which case."""
    request.session[SESSION_KEY] = [what, case.assessment.reference or "", now.timestamp()]


def say(request: HttpRequest, now: datetime) -> str:
    """What was stored since the last page; "" for nothing. It is said once."""
    match request.session.pop(SESSION_KEY, None):
        case [str(what), str(reference), float(at)] if what in WORDS:
            is_news = now.timestamp() - at < SAID_WITHIN.total_seconds()
            return str(WORDS[what]) % {"reference": reference} if is_news else ""
    return ""
