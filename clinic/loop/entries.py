"""What this browser may see of what was sent: its own checks, and those it came back to by a link."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from assessments import drafts, return_links
from assessments.models import Assessment, ReturnLink
from clinic.models import Case

# In the session: ids of the links that were opened, the oldest first. A link that is over opens nothing.
SESSION_KEY = "returned"
MOST_RETURNED = 20


@dataclass(frozen=True)
class Entry:
    """One assessment that was sent. `which` names it in addresses of this browser and nowhere else.

    `number`: of the draft, where it was sent from this browser. `link`: the link to it, if one is live.
    """

    which: str
    row: Assessment
    case: Case
    number: int | None
    link: ReturnLink | None


def remember(request: HttpRequest, link: ReturnLink) -> None:
    """Let this browser see what `link` leads to, under a new session key."""
    # A key that somebody else planted in this browser must not lead there.
    request.session.cycle_key()
    known = [pk for pk in request.session.get(SESSION_KEY, []) if pk != str(link.pk)]
    request.session[SESSION_KEY] = [*known[1 - MOST_RETURNED :], str(link.pk)]


def of_browser(request: HttpRequest, now: datetime) -> list[Entry]:
    """All that was sent from here or that a live link led to: the most urgent first, then the newest."""
    places = _places(request, now)
    if not places:
        return []
    cases = Case.objects.filter(pk__in=places, assessment__submitted_at__isnull=False)
    found = [_entry(case, places[case.pk], now) for case in cases.select_related("assessment__return_link")]
    return sorted(found, key=lambda entry: (-(entry.row.level or 0), -entry.case.arrived_at.timestamp()))


def named(found: list[Entry], which: str) -> Entry | None:
    """The one of this name, if it is among them."""
    return next((entry for entry in found if entry.which == which), None)


def _places(request: HttpRequest, now: datetime) -> dict[uuid.UUID, tuple[str, int | None]]:
    """By assessment: its name in addresses, and the number of the draft. One's own goes before a link."""
    opened = [uuid.UUID(pk) for pk in request.session.get(SESSION_KEY, [])]
    live = return_links.live_among(opened, now) if opened else {}
    places: dict[uuid.UUID, tuple[str, int | None]] = {
        live[link]: (f"link-{link.hex[:8]}", None) for link in opened if link in live
    }
    return places | {pk: (str(number), number) for number, pk in drafts.numbers(request).items()}


def _entry(case: Case, place: tuple[str, int | None], now: datetime) -> Entry:
    link = getattr(case.assessment, "return_link", None)
    is_live = link is not None and link.ended_at is None and link.expires_at > now
    return Entry(place[0], case.assessment, case, place[1], link if is_live else None)
