"""What changed from one version of the rules to another: nothing that differs stays unsaid."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.models import RulesetSnapshot
from clinic.rulebook import snapshots
from clinic.rulebook.compare import differences
from tests.frontend.dom import parse
from triage.catalogue import describe, ruleset_version
from triage.pathways import PATHWAYS

THEN = datetime(2026, 1, 5, tzinfo=UTC)
Rows = dict[str, Any]


@cache
def stored(pathway: str) -> str:
    return json.dumps(describe(PATHWAYS[pathway]))


def rows(pathway: str = "adult") -> Rows:
    """The catalogue as a stored snapshot gives it back, to be changed at will."""
    return json.loads(stored(pathway))  # type: ignore[no-any-return]


def leaves(thing: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths to all single values."""
    if isinstance(thing, dict):
        return [leaf for key, part in thing.items() for leaf in leaves(part, (*path, key))]
    if isinstance(thing, list):
        return [leaf for key, part in enumerate(thing) for leaf in leaves(part, (*path, key))]
    return [path]


LEAVES = {pathway: leaves(rows(pathway)) for pathway in PATHWAYS}


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_a_version_is_the_same_as_itself(pathway: str) -> None:
    assert differences(rows(pathway), rows(pathway)) == ()


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(sorted(PATHWAYS)))
def test_whatever_single_value_changes_is_said(data: st.DataObject, pathway: str) -> None:
    old, new = rows(pathway), rows(pathway)
    *path, last = data.draw(st.sampled_from(LEAVES[pathway]))
    place: Any = new
    for key in path:
        place = place[key]
    place[last] = f"{place[last]}, changed"
    assert differences(old, new)
    assert differences(new, old)


@settings(max_examples=30, deadline=None)
@given(st.data(), st.sampled_from(["rules", "questions", "pages", "flags", "panels", "points", "red_flags"]))
def test_whatever_is_added_removed_or_moved_is_said(data: st.DataObject, kind: str) -> None:
    old, new = rows("pediatric"), rows("pediatric")
    one = data.draw(st.integers(0, len(new[kind]) - 1))
    gone = new[kind].pop(one)
    assert differences(old, new)
    assert differences(new, old)
    other = data.draw(st.integers(0, len(new[kind])).filter(lambda index: index != one))
    new[kind].insert(other, gone)
    if new[kind] != old[kind]:
        assert differences(old, new)


def test_fields_are_told_old_and_new() -> None:
    old, new = rows(), rows()
    rule = next(rule for rule in new["rules"] if rule["id"] == "ADULT-EMG-05")
    rule |= {"level": "EMERGENCY_NOW", "hours": 0}
    question = next(question for question in new["questions"] if question["key"] == "fever")
    dropped = question["options"].pop()
    added = copy.deepcopy(new["rules"][0]) | {"id": "ADULT-NEW-01"}
    new["rules"].append(added)
    parts = {part.kind: part for part in differences(old, new)}
    assert parts["rules"].added == ("ADULT-NEW-01",)
    (changed,) = parts["rules"].changed
    assert changed.name == "ADULT-EMG-05"
    told = {change.field: (change.old, change.new) for change in changed.changes}
    assert told == {"level": ("URGENT_SAME_DAY", "EMERGENCY_NOW"), "hours": ("4", "0")}
    (fever,) = parts["questions"].changed
    assert f"options: {dropped[0]}" in [change.field for change in fever.changes]
    assert set(parts) == {"rules", "questions"}


def test_a_version_of_another_shape_is_no_crash() -> None:
    """An older program described its rules with other fields."""
    old = rows()
    del old["facts"], old["patterns"]
    for rule in old["rules"]:
        del rule["transport"]
    old["weights"] = 7
    kinds = {part.kind for part in differences(old, rows())}
    assert {"facts", "patterns", "rules", "weights"} <= kinds


@pytest.mark.django_db
class TestPage:
    """The page that compares two stored versions."""

    @pytest.fixture(autouse=True)
    def _kept(self) -> None:
        snapshots.forget()
        old = rows()
        old["rules"][0]["clinician"] = "Invented old words <b>"
        old["rules"].pop()
        RulesetSnapshot.objects.create(
            version="adult-1.1-0123456789ab", pathway="adult", first_seen_at=THEN, rows=old
        )

    def page(self, staff: Client, status: int = 200, **wanted: str) -> str:
        response = staff.get("/staff/rules/changes/", wanted)
        assert response.status_code == status
        return response.content.decode()

    def test_it_says_what_changed(self, staff: Client) -> None:
        page = self.page(staff, old="adult-1.1-0123456789ab", new=ruleset_version("adult"))
        assert "Invented old words &lt;b&gt;" in page
        assert f'<ins lang="en">{PATHWAYS["adult"].rules[-1].id}</ins>' in page
        backwards = self.page(staff, new="adult-1.1-0123456789ab", old=ruleset_version("adult"))
        assert f'<del lang="en">{PATHWAYS["adult"].rules[-1].id}</del>' in backwards
        same = self.page(staff, old=ruleset_version("adult"), new=ruleset_version("adult"))
        assert "They are the same." in same

    def test_it_offers_what_is_kept(self, staff: Client) -> None:
        options = parse(self.page(staff)).one("select", name="old").all("option")
        assert {option.attributes["value"] for option in options} == {
            "",
            "adult-1.1-0123456789ab",
            *map(ruleset_version, PATHWAYS),
        }

    @pytest.mark.parametrize(
        ("wanted", "words"),
        [
            ({"old": "adult-1.1-0123456789ab"}, "Choose a version"),
            ({"old": "adult-1.1-0123456789ab", "new": "nothing"}, "Choose an answer from the list"),
            ({"old": "adult-1.1-0123456789ab", "new": "child"}, "two versions of the same form"),
        ],
    )
    def test_a_choice_that_is_none(self, staff: Client, wanted: dict[str, str], words: str) -> None:
        if wanted.get("new") == "child":
            wanted = wanted | {"new": ruleset_version("pediatric")}
        page = parse(self.page(staff, status=422, **wanted))
        assert words in page.one(class_="nhsuk-error-summary").text
