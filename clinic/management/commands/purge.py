"""Delete what is kept no longer: what `purge_drafts` deletes (also ended sessions), forms done long ago."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from assessments.models import Assessment
from clinic.audit.trail import Action, record
from clinic.profile import retention
from clinic.profile.current import newest
from triage_site.profile import Profile


class Command(BaseCommand):
    """`manage.py purge`: run it every hour. What nobody read, or is not done, is never touched."""

    help = (
        "Delete unfinished drafts and forms done long ago, as the clinic's settings say; sessions and return "
        "links that are over; opinions on pages of a year ago."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how many would be deleted")

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how many. Every deletion is noted in the audit log."""
        now, clinic = timezone.now(), newest()
        if options["dry_run"]:
            self._tell(clinic, now)
            return
        retention.overwrite_deleted()
        call_command("purge_drafts", stdout=self.stdout, noted=_note_drafts)
        done = retention.delete_done(clinic, now)
        self.stdout.write(f"Deleted {done} forms done long ago.")
        if not retention.empty_log():
            self.stdout.write("Somebody was reading: what was deleted leaves SQLite's log with the next run.")

    def _tell(self, clinic: Profile, now: datetime) -> None:
        oldest = now - timedelta(hours=clinic.draft_hours)
        drafts = Assessment.objects.filter(submitted_at=None, updated_at__lt=oldest).count()
        done = retention.done_long_ago(clinic, now).count()
        sessions = Session.objects.filter(expire_date__lt=now).count()
        self.stdout.write(
            f"Would delete {drafts} unfinished drafts, {done} forms done long ago and {sessions} ended"
            " sessions; also return links that are over and opinions on pages of a year ago."
        )


def _note_drafts(count: int) -> None:
    record(None, Action.PURGED, what="drafts", count=count)
