"""Which drafts belong to this browser: the session holds opaque ids only, numbered from 1.

The number stands in the address, so that two tabs with two children never mix; it means nothing outside
this browser session.
"""

from __future__ import annotations

import uuid

from django.db import connection
from django.http import Http404, HttpRequest

from assessments.models import Assessment
from triage_site.errors import DATABASE_DOWN

# Written out for the same reason as in triage_site/sessions.py: every page of a form asks.
BY_ID = "SELECT * FROM assessments_assessment WHERE id = %s"
SESSION_KEY = "drafts"
MOST_DRAFTS = 50


class DraftGone(Http404):
    """This browser has no such draft (any more): the session ended, or the draft was deleted."""


def add(request: HttpRequest, row: Assessment) -> int:
    """Remember a new draft in the session, under a new session key, and return its number."""
    # A key that somebody else planted in this browser must not lead to this draft.
    request.session.cycle_key()
    drafts = request.session.get(SESSION_KEY, {})
    number = max((int(key) for key in drafts), default=0) + 1
    kept = sorted(drafts.items(), key=lambda item: int(item[0]))[-(MOST_DRAFTS - 1) :]
    request.session[SESSION_KEY] = {**dict(kept), str(number): str(row.pk)}
    return number


def numbers(request: HttpRequest) -> dict[int, uuid.UUID]:
    """The ids of all drafts of this browser by their numbers, sent or not."""
    return {int(number): uuid.UUID(pk) for number, pk in request.session.get(SESSION_KEY, {}).items()}


def unsent(request: HttpRequest) -> int | None:
    """The number of the draft that this browser began last and has not sent. None while nobody can tell."""
    try:
        mine = {pk: number for number, pk in numbers(request).items()}
        if not mine:
            return None
        rows = Assessment.objects.filter(pk__in=mine, submitted_at=None)
        return max((mine[pk] for pk in rows.values_list("pk", flat=True)), default=None)
    except DATABASE_DOWN:
        return None


def find(request: HttpRequest, number: int) -> Assessment:
    """The row of a draft of this browser. Raises DraftGone."""
    draft_id = request.session.get(SESSION_KEY, {}).get(str(number))
    if draft_id is None:
        raise DraftGone
    key = Assessment._meta.pk.get_db_prep_value(uuid.UUID(draft_id), connection)
    row = next(iter(Assessment.objects.raw(BY_ID, [key])), None)
    if row is None:
        raise DraftGone
    return row
