"""The session's row is read by our own statement: only the right one, only while it is valid."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from triage_site.sessions import SessionStore


def stored(**content: str) -> SessionStore:
    """A session in the database."""
    store = SessionStore()
    store.update(content)
    store.create()
    return store


@pytest.mark.django_db
def test_a_session_is_read_back(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The session with this key and no other, in one statement."""
    stored(name="another")
    store = stored(name="this one")
    fresh = SessionStore(store.session_key)
    with django_assert_num_queries(1):
        assert fresh["name"] == "this one"
    assert fresh.session_key == store.session_key


@pytest.mark.django_db
def test_an_expired_session_is_empty() -> None:
    """It holds nothing, and its key is not used again."""
    store = stored(name="old")
    Session.objects.filter(pk=store.session_key).update(expire_date=timezone.now() - timedelta(seconds=1))
    fresh = SessionStore(store.session_key)
    assert fresh.get("name") is None
    assert fresh.session_key is None


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["0" * 32, "' OR '1'='1' -- padding", "%s%s%s%s%s%s"])
def test_an_unknown_key_is_empty(key: str) -> None:
    """A key that nobody has opens nobody's session."""
    stored(name="somebody's")
    fresh = SessionStore(key)
    assert fresh.get("name") is None
    assert fresh.session_key is None
