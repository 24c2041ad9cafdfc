"""Whatever the clinic's settings say: no level, no way to get there, no due time, no reason changes."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.outcome import build_outcome
from clinic.profile import values
from clinic.profile.model import from_json, to_json
from tests.clinic.profiles import invented
from triage.engine import evaluate
from triage.examples import with_changes
from triage.frozen import FrozenResult, freeze
from triage.model import Level
from triage.pathways import PATHWAYS
from triage_site import context
from triage_site.opening import NEVER, Holiday, Span
from triage_site.profile import WORD_KEYS, ClinicWords, Profile

NOW = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
STORIES = {
    Level.EMERGENCY_NOW: ("adult", "em_now=chest_pain"),
    Level.URGENT_SAME_DAY: ("pediatric", "walking=limp; injury=no_cause"),
    Level.PROMPT_IN_PERSON: ("adult", "function_limit=some; pain_now=7; duration=gt_12w"),
    Level.SELF_CARE: ("adult", ""),
}
WORDS = st.sampled_from(
    [
        "",
        "Be seen in 3 weeks.",
        "EMERGENCY_NOW",
        "{emergency_number}",
        "%(number)s",
        "<b>911</b>",
        "Été 東京",
        "🏥",
    ]
)
SPANS = st.tuples(st.integers(0, 700), st.integers(701, 1440)).map(lambda pair: (Span(*pair),))
DAYS = st.one_of(st.just(()), SPANS)
PROFILES = st.builds(
    invented,
    name=st.sampled_from(["A", "Level 5 Clinic", "x" * 80]),
    country=st.sampled_from(["", *values.COUNTRIES]),
    emergency_number=st.integers(10, 10**15 - 1).map(str),
    phone=st.one_of(st.just(""), st.integers(100, 10**15 - 1).map(str)),
    nurse_line=st.one_of(st.just(""), st.integers(100, 10**15 - 1).map(str)),
    time_zone=st.sampled_from(sorted(values.zones())),
    week=st.one_of(st.just(NEVER), st.tuples(*[DAYS] * 7)),
    holidays=st.lists(st.dates(date(2026, 1, 1), date(2028, 1, 1)), unique=True, max_size=3).map(
        lambda days: tuple(Holiday(day, "Invented") for day in sorted(days))
    ),
    words=st.builds(
        lambda english, spanish: (("en", english), ("es", spanish)),
        *[st.builds(ClinicWords, **dict.fromkeys(WORD_KEYS, WORDS))] * 2,
    ),
    intake=st.sampled_from(["open", "paused"]),
    daily_cap=st.one_of(st.none(), st.integers(*values.CAP)),
    draft_hours=st.integers(*values.DRAFT_HOURS),
    keep_done_days=st.one_of(st.none(), st.integers(*values.KEEP_DAYS)),
)


def evaluated() -> dict[Level, FrozenResult]:
    found = {}
    for level, (name, changes) in STORIES.items():
        pathway = PATHWAYS[name]
        found[level] = freeze(evaluate(pathway, with_changes(pathway, changes), finished=True))
    return found


def told(profile: Profile) -> dict[Level, Any]:
    """What the rules find and what the page says of it, under these settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context, "_saved_profile", lambda name: lambda: profile)
        found: dict[Level, Any] = {}
        for level, frozen in evaluated().items():
            assert context.clinic_now() is profile
            name, changes = STORIES[level]
            answers = with_changes(PATHWAYS[name], changes)
            outcome = build_outcome(frozen, answers, submitted_at=NOW, now=NOW, reference="BP-1")
            found[level] = (
                frozen,
                outcome.kind,
                outcome.card,
                outcome.call_now,
                outcome.headline,
                outcome.reasons,
            )
        return found


@settings(max_examples=20, deadline=None)
@given(PROFILES)
def test_no_settings_whatever_change_what_the_rules_find(profile: Profile) -> None:
    before, after = told(invented()), told(profile)
    assert {level: found[:4] for level, found in after.items()} == {
        level: found[:4] for level, found in before.items()
    }
    # In words nothing differs but the number to call.
    assert after == told(invented(emergency_number=profile.emergency_number))


@settings(max_examples=60, deadline=None)
@given(PROFILES)
def test_settings_are_read_back_as_they_were_saved(profile: Profile) -> None:
    assert from_json(to_json(profile), profile.version) == profile


def test_the_stories_are_of_several_levels() -> None:
    levels = {frozen["level"] for frozen in evaluated().values()}
    assert {"EMERGENCY_NOW", "URGENT_SAME_DAY", "SELF_CARE"} <= levels
    assert len(levels) >= 3


def test_there_is_no_setting_that_a_rule_could_read() -> None:
    names = {field.name for field in fields(Profile)} | set(WORD_KEYS)
    of_the_rules = {"level", "rules", "due_hours", "transport", "priority", "threshold", "ruleset"}
    assert not {name for name in names if any(part in name.split("_") for part in of_the_rules)}
