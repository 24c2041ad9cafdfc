"""The tables of the patient's side: one assessment, one row; and what people say about the pages."""

from __future__ import annotations

import uuid
from typing import cast

from django.db import models
from django.db.models import Q

from triage_site.vault import Sealed


class Status(models.TextChoices):
    """Where an assessment is. STOPPED: the emergency page was shown and the person did not go on."""

    IN_PROGRESS = "in_progress"
    STOPPED = "stopped"
    SUBMITTED = "submitted"


class Source(models.TextChoices):
    """How the answers came in. PAPER: a member of staff keyed in a paper form."""

    WEB = "web"
    PAPER = "paper"


class Assessment(models.Model):
    """One filled form, from the first answer on.

    `answers` holds every answer in one JSON object keyed by question; `contact` who the person is and the
    consent; `progress` which pages were seen; `result` the frozen result (see triage.frozen). All four are
    sealed. Plain columns are what the queue sorts by. Times are UTC. Staff see rows with `submitted_at`.
    `entered_by` is the username of who keyed in a paper form: it outlives the account.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=12, unique=True, null=True)  # noqa: DJ001 (null = none yet)
    pathway = models.CharField(max_length=12)
    status = models.CharField(max_length=12, choices=Status, default=Status.IN_PROGRESS)
    language = models.CharField(max_length=12)
    source = models.CharField(max_length=8, choices=Source, default=Source.WEB)
    entered_by = models.CharField(max_length=150, blank=True)
    sealed_answers = models.TextField()
    sealed_progress = models.TextField()
    sealed_contact = models.TextField()
    sealed_result = models.TextField()
    level = models.PositiveSmallIntegerField(null=True)
    priority = models.PositiveSmallIntegerField(null=True)
    due_at = models.DateTimeField(null=True)
    ruleset_version = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    emergency_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)

    answers = Sealed("sealed_answers")
    progress = Sealed("sealed_progress")
    contact = Sealed("sealed_contact")
    result = Sealed("sealed_result")

    class Meta:
        indexes = (
            # Within one priority the level is the same, so a missing due time (self-care) never mixes.
            models.Index(
                fields=["-priority", "due_at", "submitted_at", "id"],
                name="assessment_queue",
                condition=Q(submitted_at__isnull=False),
            ),
            models.Index(fields=["status", "updated_at"], name="assessment_unfinished"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(status=Status.SUBMITTED)
                | Q(submitted_at__isnull=False, reference__isnull=False),
                name="submitted_is_dated_and_numbered",
            ),
        )

    def __str__(self) -> str:
        return self.reference or str(self.id)


class ClarityPlace(models.Model):
    """What opinions are about: a page in a language, in a month (its first day). The id tells nothing.

    `page` is the code of a question page, or `result-<pathway>`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.CharField(max_length=40)
    language = models.CharField(max_length=12)
    month = models.DateField()

    class Meta:
        abstract = True
        constraints = (
            models.UniqueConstraint(fields=["page", "language", "month"], name="%(class)s_of_a_month"),
        )

    def __str__(self) -> str:
        return f"{self.page} ({self.language}) {self.month:%Y-%m}"


class ClarityCount(ClarityPlace):
    """How often "Was this page clear?" was answered with yes and with no. A single answer is kept nowhere."""

    clear = models.PositiveIntegerField(default=0)
    unclear = models.PositiveIntegerField(default=0)


class ClarityReasons(ClarityPlace):
    """What was not clear, in people's own words: all of a month in one sealed list, sorted.

    No row is one person's, so neither the order of rows nor a time tells who wrote what.
    """

    sealed_texts = models.TextField(blank=True)

    texts = Sealed("sealed_texts")

    def all(self) -> list[str]:
        """The texts. Raises VaultError where they cannot be read."""
        return cast("list[str]", self.texts) if self.sealed_texts else []


class ReturnLink(models.Model):
    """The way back to one assessment for who sent it. The link holds a token; only its SHA-256 is kept.

    A new link is a new row: whoever came by the old one is out as well.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assessment = models.OneToOneField(Assessment, on_delete=models.CASCADE, related_name="return_link")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.id)


class TryCount(models.Model):
    """Tries to come back in one hour (its start) from one part of the network, kept as a keyed hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    place = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["place", "hour"], name="tries_of_an_hour"),)
        indexes = (models.Index(fields=["hour"], name="tries_hour"),)

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}h"


class AbandonedCount(models.Model):
    """How many unfinished forms were deleted: by the day they were left, and how far they had come.

    `page`: the first page that was still open, "check" where only sending was left, "" where the answers
    could not be read. `had_emergency`: the emergency page was shown. No row is one person's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    day = models.DateField()
    pathway = models.CharField(max_length=12)
    page = models.CharField(max_length=40, blank=True)
    had_emergency = models.BooleanField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["day", "pathway", "page", "had_emergency"], name="abandoned_of_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"
