"""Telling staff: who is on duty for what, what happened, and each message that tells one person of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.models.case import Case


class Channel(models.TextChoices):
    """How somebody is told."""

    EMAIL = "email", _("Email")
    TEXT = "text", _("Text message")


class Duty(models.Model):
    """When and of what one person wants to be told, by one channel. Times are the clinic's.

    `days`: digits of the days of the week, 0 for Monday. From `start` to `end` of each; past midnight
    where `end` is not after `start`. `least_level`: told at once from this level on; `digest`: of the rest
    in one message.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="duties")
    channel = models.CharField(max_length=8, choices=Channel)
    least_level = models.PositiveSmallIntegerField()
    digest = models.BooleanField(default=False)
    days = models.CharField(max_length=7)
    start = models.TimeField()
    end = models.TimeField()

    def __str__(self) -> str:
        return f"{self.user_id} {self.channel}"


class AlertKind(models.TextChoices):
    """What staff are told of. WENT: a person did not go to the emergency room."""

    ARRIVED = "arrived"
    LATE = "late"
    STILL_UNREAD = "late2"
    REMINDER = "reminder"
    WENT = "went"
    DIGEST = "digest"
    TEST = "test"


class Alert(models.Model):
    """Something that staff have to be told of, once. `event_key` names the event and is unique.

    `urgent` (somebody has to be told at once) and `count` (new forms of a digest) are kept as they were, so
    that a message that is sent again says the same. `planned_at` is empty until it is decided who is told.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event_key = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=AlertKind)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+", null=True)
    urgent = models.BooleanField(default=False)
    count = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    planned_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["at"], name="alert_unplanned", condition=Q(planned_at=None)),
            models.Index(fields=["kind", "at"], name="alert_of_kind"),
        )

    def __str__(self) -> str:
        return self.event_key


class DeliveryState(models.TextChoices):
    """How far a message got. Dropped: not sent, because nobody needs it or may have it any more."""

    PENDING = "pending", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    DROPPED = "dropped", _("Not sent")


class Delivery(models.Model):
    """One message to one person about one alert by one channel. A gateway tells repeats by its id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="deliveries")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel)
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.PENDING)
    not_before = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["alert", "user", "channel"], name="delivery_once"),)
        indexes = (
            models.Index(
                fields=["not_before"],
                name="delivery_open",
                condition=Q(state__in=["pending", "sending"]),
            ),
            models.Index(fields=["not_before"], name="delivery_failed", condition=Q(state="failed")),
        )

    def __str__(self) -> str:
        return str(self.id)


class WorkerBeat(models.Model):
    """The one row that says when `manage.py worker` last did its round."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.at)
