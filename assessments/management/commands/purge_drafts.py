"""Delete unfinished drafts that nobody touched for DRAFT_KEEP_HOURS, ended sessions, old opinions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone

from assessments import clarity
from assessments.models import Assessment
from triage_site.context import clinic_now


class Command(BaseCommand):
    """`manage.py purge_drafts`: run it every hour. What was sent or shared is never touched."""

    help = "Delete unfinished drafts older than DRAFT_KEEP_HOURS, ended sessions, opinions of a year ago."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how many."""
        now = timezone.now()
        oldest = now - timedelta(hours=clinic_now().draft_hours)
        drafts, _ = Assessment.objects.filter(submitted_at=None, updated_at__lt=oldest).delete()
        sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
        opinions = clarity.purge()
        self.stdout.write(
            f"Deleted {drafts} unfinished drafts, {sessions} ended sessions"
            f" and {opinions} old months of opinions on a page."
        )
