"""A table with two sealed columns, for the test of the key rotation only."""

from __future__ import annotations

from django.db import models

from triage_site.vault import Sealed


class Note(models.Model):
    sealed_text = models.TextField()
    sealed_extra = models.TextField(default="")
    text = Sealed("sealed_text")
    extra = Sealed("sealed_extra")

    class Meta:
        app_label = "sealed_app"

    def __str__(self) -> str:
        return f"note {self.pk}"
