"""After rotate_keys the primary key opens everything, however often it was stopped on the way."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from triage_site import vault

pytestmark = pytest.mark.django_db(transaction=True)
OLD = {"old": b"o" * 32}
BOTH = {"new": b"n" * 32, **OLD}
NEW = {"new": b"n" * 32}
ROWS = 25


@pytest.fixture
def note(transactional_db: None, settings: Settings) -> Iterator[Any]:
    """The Note model with ROWS rows under the old key, and then both keys in the settings."""
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "tests.platform.sealed_app"]
    model: Any = apps.get_model("sealed_app", "Note")
    with connection.schema_editor() as editor:
        editor.create_model(model)
    settings.FIELD_ENCRYPTION_KEYS = OLD
    for number in range(1, ROWS + 1):
        row = model(pk=number)
        row.text = {"number": number}
        if number % 2:
            row.extra = f"extra {number}"
        row.save()
    settings.FIELD_ENCRYPTION_KEYS = BOTH
    yield model
    with connection.schema_editor() as editor:
        editor.delete_model(model)


def rotate(**options: Any) -> str:
    out = io.StringIO()
    call_command("rotate_keys", stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("batch_size", [1, 7, ROWS, 1000])
def test_every_column_of_every_row_opens_with_the_new_key_alone(
    note: Any, settings: Settings, batch_size: int
) -> None:
    assert "38 sealed again" in rotate(batch_size=batch_size)
    settings.FIELD_ENCRYPTION_KEYS = NEW
    for row in note.objects.all():
        assert row.text == {"number": row.pk}
        if row.pk % 2:
            assert row.extra == f"extra {row.pk}"
        else:
            assert row.sealed_extra == ""


def test_a_second_run_changes_nothing(note: Any) -> None:
    rotate()
    before = list(note.objects.order_by("pk").values_list("sealed_text", "sealed_extra"))
    assert "0 sealed again" in rotate()
    assert list(note.objects.order_by("pk").values_list("sealed_text", "sealed_extra")) == before


def test_a_run_that_was_cut_short_is_finished_by_the_next(note: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = 0
    seal = vault.seal

    def cut_short(value: vault.JSONValue, *, place: str) -> str:
        nonlocal sealed
        sealed += 1
        if sealed > 10:
            raise KeyboardInterrupt
        return seal(value, place=place)

    with monkeypatch.context() as patch:
        patch.setattr(vault, "seal", cut_short)
        with pytest.raises(KeyboardInterrupt):
            rotate(batch_size=4)
    assert "28 sealed again" in rotate()
    assert not [row for row in note.objects.all() if vault.needs_rotation(row.sealed_text)]


def test_an_unreadable_value_is_named_kept_and_fails_the_command(note: Any, settings: Settings) -> None:
    broken = note.objects.get(pk=2).sealed_text[:-8] + "AAAAAAA="
    note.objects.filter(pk=2).update(sealed_text=broken)
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 could not be read"):
        # One at a time: the value that stays stale must not be met again and again.
        call_command("rotate_keys", stdout=out, stderr=out, batch_size=1)
    assert "sealed_app_note:2:sealed_text" in out.getvalue()
    assert note.objects.get(pk=2).sealed_text == broken
    settings.FIELD_ENCRYPTION_KEYS = NEW
    assert note.objects.get(pk=3).text == {"number": 3}


def test_an_answer_written_meanwhile_is_not_overwritten(note: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seal = vault.seal

    def person_is_quicker(value: vault.JSONValue, *, place: str) -> str:
        if place == "sealed_app_note:5:sealed_text":
            note.objects.filter(pk=5).update(sealed_text=seal("newer answer", place=place))
        return seal(value, place=place)

    with monkeypatch.context() as patch:
        patch.setattr(vault, "seal", person_is_quicker)
        with pytest.raises(CommandError, match="1 changed meanwhile"):
            rotate()
    assert note.objects.get(pk=5).text == "newer answer"
