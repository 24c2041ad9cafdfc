"""The audit log: who did what, when, from where, and whether it was let. Never an answer's value."""

from __future__ import annotations

from django.db import models


class AuditOutcome(models.TextChoices):
    """Whether what was tried came about."""

    OK = "ok"
    DENIED = "denied"
    FAILED = "failed"


class AuditEvent(models.Model):
    """One line of the log. Rows are only ever added (triggers refuse the rest: clinic/audit/guards.py).

    `mac` chains each line to the one before (clinic/audit/chain.py).
    `number` has no gaps. `actor` and `roles` are as they were then, so they outlive the account.
    `detail` is a JSON text of codes and counts.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor_id = models.IntegerField(null=True)
    actor = models.CharField(max_length=150, blank=True)
    roles = models.CharField(max_length=80, blank=True)
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=24, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=45, blank=True)
    outcome = models.CharField(max_length=8, choices=AuditOutcome)
    detail = models.TextField(blank=True)
    key_id = models.CharField(max_length=40)
    previous = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta:
        indexes = (
            models.Index(fields=["at", "number"], name="audit_at"),
            models.Index(fields=["actor_id", "number"], name="audit_actor"),
            models.Index(fields=["action", "number"], name="audit_action"),
            models.Index(fields=["subject_id", "number"], name="audit_subject"),
            models.Index(fields=["outcome", "number"], name="audit_outcome"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.action}"


class AuditHead(models.Model):
    """The one row that says where the log ends. Locked while a line is added; a trigger moves it on."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    mac = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return str(self.number)
