"""The rules as a clinic has them: what each version said, who signed it off, what reviewers thought of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RulesetSnapshot(models.Model):
    """The whole catalogue of one pathway in one version, so that versions can be compared."""

    version = models.CharField(max_length=40, primary_key=True)
    pathway = models.CharField(max_length=12)
    first_seen_at = models.DateTimeField()
    rows = models.JSONField()

    def __str__(self) -> str:
        return self.version


class SignOffKind(models.TextChoices):
    """Signing, and taking a signature back."""

    SIGNED = "signed", _("Signed off")
    WITHDRAWN = "withdrawn", _("Sign-off taken back")


class SignOff(models.Model):
    """A clinician of this clinic signs off a version of a pathway's rules, or takes it back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=SignOffKind)
    pathway = models.CharField(max_length=12)
    version = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    date = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = (models.Index(fields=["version", "at"], name="sign_off_of"),)

    def __str__(self) -> str:
        return f"{self.version} {self.kind}"


class RuleOpinion(models.Model):
    """How often reviewers agreed where a rule decided the level: a count by month that leads to no person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rule = models.CharField(max_length=24)
    version = models.CharField(max_length=40)
    month = models.DateField()
    agree = models.PositiveIntegerField(default=0)
    higher = models.PositiveIntegerField(default=0)
    lower = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["rule", "version", "month"], name="rule_opinion_of_a_month"),
        )

    def __str__(self) -> str:
        return f"{self.rule} {self.month:%Y-%m}"
