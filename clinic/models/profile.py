"""What the clinic says about itself, version by version."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ProfileVersion(models.Model):
    """One saved state of the clinic's settings. The newest row holds; rows are only ever added.

    `values`: see clinic/profile/model.py, the only reader. Nothing secret and nobody's health is in it.
    """

    number = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    by_name = models.CharField(max_length=120)
    values = models.JSONField()
    note = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return str(self.number)
