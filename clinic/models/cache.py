"""Where attempts to log in are counted: the table of Django's database cache (settings.CACHES)."""

from __future__ import annotations

from django.db import models

CACHE_TABLE = "clinic_cache"


class CacheEntry(models.Model):
    """One entry, as django.core.cache.backends.db writes it. Nothing else reads or writes this table."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = CACHE_TABLE

    def __str__(self) -> str:
        return self.cache_key
