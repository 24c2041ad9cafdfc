"""Unfinished forms are counted as they are deleted: how far they had come, and never whose they were."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from assessments import abandoned, finishing, services
from assessments.models import AbandonedCount, Assessment
from tests.browser import states

pytestmark = pytest.mark.django_db
LEFT = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
LATER = LEFT + timedelta(days=2)


def left(
    answers: dict[str, Any] | None = None, *, at: datetime = LEFT, seen: tuple[str, ...] = ("a00",)
) -> Assessment:
    """A form that somebody left."""
    row = services.start(
        "adult", language="en", answers={"respondent": "self", **(answers or {})}, given=seen
    )
    Assessment.objects.filter(pk=row.pk).update(updated_at=at)
    return row


def counts() -> list[tuple[Any, ...]]:
    return sorted(AbandonedCount.objects.values_list("day", "pathway", "page", "had_emergency", "count"))


def test_forms_left_at_one_place_are_one_count() -> None:
    for _ in range(3):
        left()
    left(at=LEFT + timedelta(days=1))
    red = left({"em_now": ["chest_pain"], "age_years": 61})
    Assessment.objects.filter(pk=red.pk).update(emergency_at=LEFT)
    child = states.draft(states.PEDIATRIC, {}, upto=states.PEDIATRIC.pages[0])
    Assessment.objects.filter(pk=child.pk).update(updated_at=LEFT)

    assert abandoned.purge(LATER) == 6
    assert not Assessment.objects.exists()
    day, next_day = LEFT.date(), LEFT.date() + timedelta(days=1)
    assert counts() == [
        (day, "adult", "a01", False, 3),
        (day, "adult", "a01", True, 1),
        (day, "pediatric", states.PEDIATRIC.pages[0].code, False, 1),
        (next_day, "adult", "a01", False, 1),
    ]
    left()
    assert abandoned.purge(LATER) == 1
    assert counts()[0][-1] == 4


def test_who_answered_everything_and_did_not_send_is_counted_as_such() -> None:
    way, _sets = states.ways_of("adult, for oneself")
    row = states.draft(way, _sets[0])
    Assessment.objects.filter(pk=row.pk).update(updated_at=LEFT)
    abandoned.purge(LATER)
    assert [count[2] for count in counts()] == ["check"]


def test_what_was_sent_shared_or_touched_stays_and_is_not_counted() -> None:
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}
    finishing.submit_complete("adult", answers, {}, language="en", now=LEFT, finished=False)
    left(at=LATER)
    assert abandoned.purge(LATER) == 0
    assert Assessment.objects.count() == 2
    assert counts() == []


def test_one_that_cannot_be_read_goes_too() -> None:
    row = left()
    Assessment.objects.filter(pk=row.pk).update(sealed_answers="v1:lost:AAAA")
    assert abandoned.purge(LATER) == 1
    assert counts() == [(LEFT.date(), "adult", "", False, 1)]


def test_more_than_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abandoned, "AT_ONCE", 3)
    for _ in range(7):
        left()
    assert abandoned.purge(LATER) == 7
    assert counts() == [(LEFT.date(), "adult", "a01", False, 7)]


def test_without_the_count_nothing_is_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise RuntimeError("made to fail by a test")

    left()
    monkeypatch.setattr(abandoned, "_add", refuse)
    with pytest.raises(RuntimeError):
        abandoned.purge(LATER)
    assert Assessment.objects.count() == 1


def test_the_command_counts_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    left(at=timezone.now() - timedelta(hours=49))
    call_command("purge_drafts")
    assert "Deleted 1 unfinished drafts (counted)" in capsys.readouterr().out
    assert len(counts()) == 1


def test_the_day_is_the_clinics(settings: Any) -> None:
    settings.CLINIC_TIME_ZONE = "America/Los_Angeles"
    left(at=datetime(2026, 11, 18, 3, 30, tzinfo=UTC))
    abandoned.purge(LATER)
    assert [str(count[0]) for count in counts()] == ["2026-11-17"]
