"""Whether staff are told of anything: the worker's beat, the channels, and what could not be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from clinic.models import Alert, Delivery, WorkerBeat
from clinic.models.notices import Channel, DeliveryState
from clinic.notices.staff import channels
from triage_site.live import Live

SILENT_AFTER = timedelta(minutes=3)
RECENT = timedelta(days=7)
# An urgent alert that nobody could be found for in this time is told on the page.
UNPLANNED_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class Beat:
    """What the database says. `at`: None if the worker never ran here."""

    at: datetime | None
    failed: bool
    nobody: bool


NOT_KNOWN = Beat(None, failed=False, nobody=False)


@dataclass(frozen=True)
class Health:
    """What a staff page says of the messages. `since` is set while the worker does not run."""

    runs: bool
    since: datetime | None
    has_email: bool
    has_channel: bool
    failed: bool
    nobody: bool

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to say."""
        return self.runs and self.has_email and not self.failed and not self.nobody


def beat(now: datetime) -> None:
    """Note that the worker runs."""
    if not WorkerBeat.objects.filter(pk=1).update(at=now):
        WorkerBeat.objects.bulk_create([WorkerBeat(pk=1, at=now)], ignore_conflicts=True)


def _load() -> Beat:
    """All in one statement: the queue's page pays for it."""
    now = timezone.now()
    failed = Delivery.objects.filter(state=DeliveryState.FAILED, not_before__gt=now - RECENT)
    nobody = Alert.objects.filter(planned_at=None, urgent=True, at__lt=now - UNPLANNED_AFTER)
    row = WorkerBeat.objects.filter(pk=1).values_list("at", Exists(failed), Exists(nobody)).first()
    return Beat(*row) if row is not None else NOT_KNOWN


_beat = Live(_load, lambda: NOT_KNOWN)


def health(now: datetime) -> Health:
    """How it is, by what was known 15 seconds ago at most."""
    known: Beat = _beat()
    # A clock that was set back makes a beat of the future: that is none of now either.
    runs = known.at is not None and abs(now - known.at) <= SILENT_AFTER
    return Health(
        runs=runs,
        since=None if runs else known.at,
        has_email=Channel.EMAIL in channels(),
        has_channel=bool(channels()),
        failed=known.failed,
        nobody=runs and known.nobody and bool(channels()),
    )


def forget() -> None:
    """Ask the database again at the next page."""
    _beat.forget()


@require_safe
def workerz(request: HttpRequest) -> HttpResponse:
    """For a monitor: 200 while messages to staff go out, else 503. Never a detail."""
    now = health(timezone.now())
    is_up = now.runs and now.has_channel
    return HttpResponse(
        "running\n" if is_up else "not running\n", status=200 if is_up else 503, content_type="text/plain"
    )
