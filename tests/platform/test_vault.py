"""Sealed values open in their own place with their own key, and nothing else ever comes out."""

from __future__ import annotations

import base64
import uuid

import pytest
from django.db import models
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from triage_site import vault
from triage_site.vault import JSONValue, Sealed, VaultError

PLACE = "assessments_draft:1:sealed_answers"
json_values: st.SearchStrategy[JSONValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def encodable(value: JSONValue) -> bool:
    return "\\ud" not in repr(value)


@given(json_values.filter(encodable))
def test_what_is_sealed_comes_back(value: JSONValue) -> None:
    assert vault.unseal(vault.seal(value, place=PLACE), place=PLACE) == value


def test_a_token_shows_its_key_and_nothing_of_the_value() -> None:
    token = vault.seal("CANARY", place=PLACE)
    assert token.startswith("v1:test:")
    assert "CANARY" not in token
    assert b"CANARY" not in base64.urlsafe_b64decode(token.rpartition(":")[2])


def test_sealing_twice_gives_two_tokens() -> None:
    assert vault.seal("no", place=PLACE) != vault.seal("no", place=PLACE)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), b"bytes", {"x": {1}}, "\ud800"])
def test_what_is_not_json_is_refused_without_being_quoted(value: JSONValue) -> None:
    with pytest.raises(VaultError, match="only JSON values"):
        vault.seal(value, place=PLACE)


@pytest.mark.parametrize(
    "place",
    [
        "assessments_draft:2:sealed_answers",
        "assessments_assessment:1:sealed_answers",
        "assessments_draft:1:other",
        "",
    ],
)
def test_a_value_moved_to_another_place_is_refused(place: str) -> None:
    token = vault.seal({"ces_saddle": "yes"}, place=PLACE)
    with pytest.raises(VaultError, match="moved"):
        vault.unseal(token, place=place)


def test_every_altered_byte_is_noticed() -> None:
    token = vault.seal({"ces_saddle": "yes"}, place=PLACE)
    head, _, encoded = token.rpartition(":")
    sealed = base64.urlsafe_b64decode(encoded)
    for position in range(len(sealed)):
        altered = bytearray(sealed)
        altered[position] ^= 1
        with pytest.raises(VaultError):
            vault.unseal(f"{head}:{base64.urlsafe_b64encode(bytes(altered)).decode()}", place=PLACE)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "v1",
        "v1:test",
        "v1:test:",
        "v1:test:AAAA",
        "v1:test:****",
        "v1:test:é",
        "v2:test:AAAA",
        '{"plain": "text"}',
    ],
)
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(VaultError, match="not a sealed value"):
        vault.unseal(token, place=PLACE)


def test_another_key_under_the_same_id_is_refused(settings: Settings) -> None:
    token = vault.seal("CANARY", place=PLACE)
    settings.FIELD_ENCRYPTION_KEYS = {"test": b"w" * 32}
    with pytest.raises(VaultError, match="another key") as refusal:
        vault.unseal(token, place=PLACE)
    assert "CANARY" not in str(refusal.value)


def test_a_missing_key_is_named_as_the_problem(settings: Settings) -> None:
    token = vault.seal("x", place=PLACE)
    settings.FIELD_ENCRYPTION_KEYS = {"new": b"n" * 32}
    with pytest.raises(VaultError, match="not among FIELD_ENCRYPTION_KEYS"):
        vault.unseal(token, place=PLACE)


def test_a_new_primary_key_seals_and_the_old_one_still_opens(settings: Settings) -> None:
    old = vault.seal("x", place=PLACE)
    settings.FIELD_ENCRYPTION_KEYS = {"new": b"n" * 32, **settings.FIELD_ENCRYPTION_KEYS}
    assert vault.unseal(old, place=PLACE) == "x"
    assert vault.needs_rotation(old)
    assert not vault.needs_rotation(vault.seal("x", place=PLACE))


@isolate_apps("assessments")
def test_the_descriptor_binds_the_value_to_its_row() -> None:
    class Row(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid.uuid4)
        sealed_answers = models.TextField()
        answers = Sealed("sealed_answers")

        class Meta:
            app_label = "assessments"

        def __str__(self) -> str:
            return "row"

    one, other = Row(), Row()
    one.answers = {"fever": "no"}
    assert one.answers == {"fever": "no"}
    assert vault.sealed_columns(Row) == ["sealed_answers"]
    other.sealed_answers = one.sealed_answers
    with pytest.raises(VaultError, match="moved"):
        _ = other.answers


@isolate_apps("assessments")
def test_an_empty_column_and_a_row_without_key_fail_loudly() -> None:
    class Row(models.Model):
        sealed_answers = models.TextField(default="")
        answers = Sealed("sealed_answers")

        class Meta:
            app_label = "assessments"

        def __str__(self) -> str:
            return "row"

    with pytest.raises(VaultError, match="primary key"):
        Row().answers = {}
    with pytest.raises(VaultError, match="nothing was stored"):
        _ = Row(pk=1).answers
