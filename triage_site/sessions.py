"""Django's sessions in the database, read by a statement that is written out.

Building that statement anew takes Django several times longer than the database needs to answer it, and
every page of a form asks (`python -m bench` shows the difference).
"""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

BY_KEY = "SELECT * FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """The database sessions of Django in every other respect."""

    def _get_session_from_db(self) -> Session | None:
        """The session's row. Without one that is still valid the key is dropped, as Django does."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        row = next(iter(Session.objects.raw(BY_KEY, [self.session_key, now])), None)
        if row is None:
            self._session_key = None
        return row
