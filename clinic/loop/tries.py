"""How often somebody may try to come back: so many times an hour from one part of the network.

The part is a /24 of IPv4 or a /56 of IPv6, and only a keyed hash of it is stored, for a few hours.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from typing import Any

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from assessments.models import TryCount
from triage_site.networks import network_of

MOST_AN_HOUR = 10


class Room(Enum):
    """Whether a try may be made. OVERFULL: no, and somebody was told so in this hour before."""

    LEFT = auto()
    FULL = auto()
    OVERFULL = auto()


def count(request: HttpRequest, now: datetime) -> Room:
    """Count a try before it is made. Call `take_back` for one that was right."""
    tries: dict[str, Any] = {"place": place_of(request), "hour": _hour(now)}
    with transaction.atomic():
        TryCount.objects.get_or_create(**tries)
        row = TryCount.objects.filter(**tries)
        if row.filter(count__lt=MOST_AN_HOUR).update(count=F("count") + 1):
            return Room.LEFT
        return Room.FULL if row.filter(count=MOST_AN_HOUR).update(count=F("count") + 1) else Room.OVERFULL


def take_back(request: HttpRequest, now: datetime) -> None:
    """A right try does not count."""
    row = TryCount.objects.filter(place=place_of(request), hour=_hour(now), count__gt=0)
    row.update(count=F("count") - 1)


def place_of(request: HttpRequest) -> str:
    """The keyed hash of the part of the network that a request comes from."""
    # triage_site.guards has looked behind the proxies.
    network = network_of(request.META.get("REMOTE_ADDR", ""))
    return salted_hmac("clinic.loop.tries", network, algorithm="sha256").hexdigest()


def _hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)
