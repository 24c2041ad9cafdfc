"""Delete unfinished drafts that nobody touched for DRAFT_KEEP_HOURS, ended sessions, old opinions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone

from assessments import abandoned, clarity, return_links
from triage_site.context import clinic_now


class Command(BaseCommand):
    """`manage.py purge_drafts`: run it every hour. What was sent or shared is never touched."""

    # What `purge` passes along: called with the number of drafts in each transaction that deletes some.
    stealth_options = ("noted",)
    help = "Delete unfinished drafts older than DRAFT_KEEP_HOURS, ended sessions, opinions of a year ago."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how many."""
        now = timezone.now()
        oldest = now - timedelta(hours=clinic_now().draft_hours)
        drafts = abandoned.purge(oldest, options.get("noted"))
        sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
        opinions = clarity.purge()
        links = return_links.purge(now)
        self.stdout.write(
            f"Deleted {drafts} unfinished drafts (counted), {sessions} ended sessions, {links} ended links"
            f" and {opinions} old months of opinions on a page."
        )
