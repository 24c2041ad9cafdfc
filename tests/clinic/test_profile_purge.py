"""`manage.py purge`: what was done long ago goes with all that is stored of it; nothing else. Invented."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone

from assessments import finishing, services
from assessments.models import Assessment
from clinic.cases.work import add_event
from clinic.models import AuditEvent, Case, CaseEvent, EmergencyAccess, Review, SearchToken
from clinic.models.case import EventKind, State
from clinic.models.staff import Role
from clinic.profile import retention
from tests.clinic.profiles import holds
from tests.clinic.staffing import member

NOW = timezone.now()


def sent(**case: Any) -> Assessment:
    """Something that was sent, with its case as given."""
    row = finishing.submit_complete(
        "adult", {"em_now": ["collapse"]}, {}, language="en", now=NOW - timedelta(days=200), finished=False
    )
    Case.objects.filter(pk=row.pk).update(**case)
    return row


def done(days: int) -> Assessment:
    at = NOW - timedelta(days=days)
    return sent(state=State.DONE, done_at=at, first_read_at=at)


def purged(*options: str) -> str:
    said = StringIO()
    call_command("purge", *options, stdout=said)
    return said.getvalue()


def lines() -> list[dict[str, Any]]:
    return [json.loads(line.detail) for line in AuditEvent.objects.filter(action="data.purged")]


@pytest.mark.django_db
def test_only_what_was_read_and_done_long_enough_ago_goes() -> None:
    holds(keep_done_days=90)
    gone, young = done(91), done(89)
    long_ago = NOW - timedelta(days=199)
    kept = [
        young,
        sent(state=State.TODO),
        sent(state=State.TODO, first_read_at=long_ago),
        sent(state=State.WAITING, first_read_at=long_ago, done_at=long_ago),
        sent(state=State.DONE, done_at=long_ago, first_read_at=None),
    ]
    assert "1 forms done long ago" in purged("--dry-run")
    assert Assessment.objects.filter(pk=gone.pk).exists()
    assert lines() == []
    assert "Deleted 1 forms done long ago" in purged()
    assert set(Assessment.objects.values_list("pk", flat=True)) == {row.pk for row in kept}
    assert lines() == [{"what": "done", "count": 1}]
    assert "Deleted 0 forms" in purged()


@pytest.mark.django_db
def test_everything_about_it_goes_along_and_the_log_stays() -> None:
    holds(keep_done_days=30)
    row = done(31)
    case = Case.objects.get(pk=row.pk)
    add_event(case, EventKind.DONE, NOW, outcome="called")
    review = Review(case=case, at=NOW, by=member(), by_name="x", by_role="nurse", ruleset_version="v")
    review.detail = {"note": "invented"}
    review.save()
    SearchToken.objects.get_or_create(case=case, token=42)
    before = AuditEvent.objects.count()
    purged()
    for model in (Assessment, Case, CaseEvent, Review, SearchToken):
        assert not model._base_manager.exists(), model
    assert AuditEvent.objects.count() == before + 1


@pytest.mark.django_db
def test_without_a_number_of_days_all_is_kept() -> None:
    holds(keep_done_days=None)
    done(3000)
    assert "Deleted 0 forms" in purged()
    assert Case.objects.count() == 1


@pytest.mark.django_db
def test_drafts_go_after_the_hours_that_people_are_told() -> None:
    holds(draft_hours=5)
    old = services.start("adult", language="en", answers={}, now=NOW - timedelta(hours=6))
    young = services.start("adult", language="en", answers={}, now=NOW - timedelta(hours=4))
    assert "1 unfinished drafts" in purged("--dry-run")
    purged()
    assert not Assessment.objects.filter(pk=old.pk).exists()
    assert Assessment.objects.filter(pk=young.pk).exists()
    assert lines() == [{"what": "drafts", "count": 1}]


@pytest.mark.django_db
def test_what_was_opened_under_an_emergency_reason_stays_until_an_admin_has_looked() -> None:
    holds(keep_done_days=30)
    row = done(31)
    access = EmergencyAccess(user=member("desk", Role.FRONT_DESK), assessment=row, at=NOW, until=NOW)
    access.reason = "an invented reason"
    access.save()
    assert "0 forms done long ago" in purged("--dry-run")
    assert "Deleted 0 forms" in purged()
    assert EmergencyAccess.objects.count() == Assessment.objects.count() == 1
    EmergencyAccess.objects.update(seen_at=NOW, seen_by=member("admin", Role.ADMIN))
    assert "Deleted 1 forms" in purged()
    assert not Assessment.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nothing_goes_without_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log cannot be written: drafts and forms stay, and the next run takes them."""
    holds(draft_hours=5, keep_done_days=30)
    row = done(31)
    services.start("adult", language="en", answers={}, now=NOW - timedelta(hours=6))

    def broken(*args: Any, **more: Any) -> None:
        raise OperationalError("made to fail by a test")

    left = []
    for place in ("clinic.management.commands.purge.record", "clinic.profile.retention.record"):
        with monkeypatch.context() as patch:
            patch.setattr(place, broken)
            with pytest.raises(OperationalError):
                purged()
        left.append(Assessment.objects.count())
    assert left == [2, 1]
    assert Assessment.objects.get() == row
    purged()
    assert not Assessment.objects.exists()
    assert [line["what"] for line in lines()] == ["drafts", "done"]


@pytest.mark.django_db
def test_the_lines_count_what_went_and_not_what_was_there_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.abandoned.AT_ONCE", 2)
    holds(draft_hours=5)
    for _draft in range(3):
        services.start("adult", language="en", answers={}, now=NOW - timedelta(hours=6))
    purged()
    assert [line["count"] for line in lines()] == [2, 1]


@pytest.mark.django_db
def test_a_dry_run_tells_of_all_that_would_go() -> None:
    Session.objects.create(session_key="invented", session_data="", expire_date=NOW - timedelta(days=1))
    said = purged("--dry-run")
    assert "1 ended sessions" in said
    assert "return links" in said
    assert "opinions" in said
    assert Session.objects.count() == 1


@pytest.mark.django_db
def test_more_than_one_part_of_them_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clinic.profile.retention.BATCH", 2)
    holds(keep_done_days=30)
    for _ in range(5):
        done(40)
    assert "Deleted 5 forms" in purged()
    assert [line["count"] for line in lines()] == [2, 2, 1]


@pytest.mark.django_db(transaction=True)
def test_what_was_deleted_stands_nowhere_in_the_database_file() -> None:
    """PostgreSQL keeps its own files: there it is only looked at whether the rows are gone."""
    holds(keep_done_days=30)
    canary = "CANARY" + "0123456789abcdef" * 4
    Assessment.objects.filter(pk=done(31).pk).update(sealed_answers=canary * 200)
    draft = services.start("adult", language="en", answers={}, now=NOW - timedelta(days=90))
    Assessment.objects.filter(pk=draft.pk).update(sealed_answers=canary)
    assert retention.empty_log()
    assert stands_in_the_file(canary) is (connection.vendor == "sqlite")
    purged()
    assert not Assessment.objects.exists()
    assert not stands_in_the_file(canary)


def stands_in_the_file(text: str) -> bool:
    """Whether the file of SQLite, or one beside it, holds `text`."""
    path = Path(str(connection.settings_dict["NAME"]))
    files = [file for file in (path, *path.parent.glob(path.name + "-*")) if file.is_file()]
    return any(text.encode() in file.read_bytes() for file in files)
