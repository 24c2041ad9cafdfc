"""Whole journeys: one per level and pathway, from the start page to the stored result."""

from __future__ import annotations

import pytest

from assessments.finishing import frozen_result
from assessments.models import Status
from tests.assessments.walker import Walker
from triage.engine import evaluate
from triage.model import Level
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db

JOURNEYS = [
    ("adult", "", Level.SELF_CARE),
    ("adult", "pain_now=5; trend=same", Level.VIRTUAL_VISIT),
    ("adult", "leg_numb=tingling_only", Level.PROMPT_IN_PERSON),
    ("adult", "fever=not_sure; point_tender=no", Level.URGENT_SAME_DAY),
    ("adult", "ces_saddle=yes", Level.EMERGENCY_NOW),
    ("adult", "em_now=chest_pain", Level.EMERGENCY_NOW),
    ("pediatric", "", Level.SELF_CARE),
    ("pediatric", "injury=no_cause", Level.VIRTUAL_VISIT),
    ("pediatric", "child_age_years=3; medicines_given=none", Level.PROMPT_IN_PERSON),
    ("pediatric", "walking=limp; injury=no_cause", Level.URGENT_SAME_DAY),
    ("pediatric", "gate_nerve=leg_numb", Level.EMERGENCY_NOW),
    (
        "pediatric",
        "child_age_years=0; child_age_months=8; infant_signs=cries_when_moved; injury=no_cause",
        Level.URGENT_SAME_DAY,
    ),
]


@pytest.mark.parametrize(("pathway", "changes", "level"), JOURNEYS)
def test_a_journey_ends_at_its_level(pathway: str, changes: str, level: Level) -> None:
    walker = Walker(pathway, changes)

    done = walker.walk()

    page = walker.client.get(done)
    row = walker.row()
    assert page.status_code == 200
    assert (row.status, row.level) == (Status.SUBMITTED, level)
    assert row.reference is not None
    assert row.reference in page.content.decode()
    expected = evaluate(PATHWAYS[pathway], walker.answers)
    assert frozen_result(row)["level"] == expected.level.name if expected.level else None
    assert [finding["id"] for finding in frozen_result(row)["findings"]] == list(expected.rule_ids)


@pytest.mark.parametrize(("pathway", "changes", "level"), JOURNEYS)
def test_an_emergency_interrupts_before_contact_and_consent(pathway: str, changes: str, level: Level) -> None:
    walker = Walker(pathway, changes)

    walker.walk()

    is_emergency = level is Level.EMERGENCY_NOW
    assert walker.visited.count("now") == int(is_emergency)
    if is_emergency:
        assert walker.visited.index("now") < walker.visited.index("check")


def test_a_proxy_is_not_asked_about_sex_life_and_is_spoken_to_about_them() -> None:
    walker = Walker("adult", who="other")

    walker.walk()

    assert "a06" not in walker.visited
    assert frozen_result(walker.row())["other_voice"] is True


def test_a_teenager_who_answers_alone_goes_the_pediatric_way_and_is_called_you() -> None:
    adult = Walker("adult", "age_years=40")
    adult.answers["age_years"] = 15
    url = adult.walk(until="c01")

    child = Walker("pediatric", "child_age_years=15", client=adult.client)
    child.walk(url=url)

    row = child.row()
    assert row.pathway == "pediatric"
    assert isinstance(row.answers, dict)
    assert row.answers["answered_by"] == "teen_alone"
    assert frozen_result(row)["other_voice"] is True
    assert "c04" not in child.visited


def test_a_child_of_eighteen_goes_the_adult_way_and_only_the_age_is_kept() -> None:
    child = Walker("pediatric", "child_age_years=12")
    child.answers["child_age_years"] = 18
    url = child.walk(until="a01")

    row = child.row()

    assert url == "/f/1/a01/"
    assert row.pathway == "adult"
    assert row.answers == {"age_years": 18, "respondent": "other"}
