"""Deleting what was done long ago, as the clinic's settings say. Never what nobody read, or is not done.

Nor what somebody opened under an emergency reason as long as no admin has looked at that.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import OperationalError, connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from assessments.models import Assessment
from clinic.audit.trail import Action, record
from clinic.models import Case
from clinic.models.case import State
from clinic.models.staff import EmergencyAccess
from triage_site.profile import Profile

BATCH = 200


def done_long_ago(profile: Profile, now: datetime) -> QuerySet[Case]:
    """The cases that may be deleted. None where all is kept."""
    if profile.keep_done_days is None:
        return Case.objects.none()
    oldest = now - timedelta(days=profile.keep_done_days)
    unseen = EmergencyAccess.objects.filter(assessment=OuterRef("pk"), seen_at=None)
    done = Case.objects.filter(state=State.DONE, done_at__lt=oldest, first_read_at__isnull=False)
    return done.filter(~Exists(unseen))


def done_to_delete(profile: Profile) -> int:
    """How many would be deleted if `profile` held now."""
    return done_long_ago(profile, timezone.now()).count()


def delete_done(profile: Profile, now: datetime) -> int:
    """Delete them, each with all that is stored about it, and note it. How many. Safe to run again."""
    deleted = 0
    while True:
        with transaction.atomic():
            # Locked where the database can: nobody opens one again between the look and the deletion.
            cases = done_long_ago(profile, now).order_by("done_at", "pk")
            keys = list(cases.select_for_update(of=("self",)).values_list("pk", flat=True)[:BATCH])
            if not keys:
                return deleted
            Assessment.objects.filter(pk__in=keys).delete()
            record(None, Action.PURGED, what="done", count=len(keys))
        deleted += len(keys)


def overwrite_deleted() -> None:
    """Let SQLite overwrite what is deleted on this connection from now on; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def empty_log() -> bool:
    """Take what was deleted out of SQLite's write-ahead log as well. False where a reader was in the way."""
    if connection.vendor != "sqlite":
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _pages, _moved = cursor.fetchone()
    except OperationalError:
        return False
    return not busy
