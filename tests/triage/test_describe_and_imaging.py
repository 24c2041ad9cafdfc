"""Adult classification in words (section 4) and the clinician's considerations (5.10): what shows when."""

from __future__ import annotations

import pytest

from triage.adult import ADULT
from triage.adult.describe import (
    COURSES,
    DURATION_NOTES,
    DURATIONS,
    REGIONS,
    SEVERITIES,
    SIDES,
    describe,
)
from triage.adult.imaging import EXAM, IMAGING, WORK_UP
from triage.conditions import Facts
from triage.engine import evaluate
from triage.examples import with_changes

ALL_ROWS = (REGIONS, SIDES, DURATIONS, DURATION_NOTES, SEVERITIES, COURSES)


def _facts(changes: str, *, finished: bool = True) -> Facts:
    result = evaluate(ADULT, with_changes(ADULT, changes), finished=finished)
    return Facts(result.answers, fired=set(result.rule_ids), level=result.level)


def _words(changes: str) -> list[str]:
    facts = _facts(changes)
    return [words for rows in ALL_ROWS for words in describe(rows, facts)]


def _shown(changes: str) -> set[str]:
    facts = _facts(changes)
    return {panel.id for panel in (*IMAGING, *WORK_UP) if panel.when.holds(facts)}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("location=neck", "cervical"),
        ("location=upper_back", "thoracic"),
        ("location=low_back", "lumbar/lumbosacral"),
        ("location=buttock_sij", "lumbar/lumbosacral"),
        ("location=tailbone", "lumbar/lumbosacral"),
        ("location=hip_groin", "adjacent region: hip"),
        ("location=flank", "flank: consider renal"),
        ("location=all_over", "widespread"),
        ("location=neck+upper_back+low_back", "widespread"),
        ("pain_side=middle", "midline"),
        ("pain_side=right", "right paraspinal"),
        ("pain_side=both_sides", "paraspinal on both sides"),
        ("duration=lt_72h", "acute"),
        ("duration=w2_4", "acute"),
        ("duration=w4_6", "subacute"),
        ("duration=w6_12", "subacute"),
        ("duration=w6_12", "past the 6-week imaging threshold"),
        ("duration=gt_12w", "chronic"),
        ("episode=similar", "recurrent"),
        ("episode=flare", "flare of chronic pain"),
        ("pain_now=0", "no pain now"),
        ("pain_now=1", "mild"),
        ("pain_now=3", "mild"),
        ("pain_now=4", "moderate"),
        ("pain_now=6", "moderate"),
        ("pain_now=7", "severe"),
        ("trend=comes_goes", "intermittent"),
        ("night_pain=constant", "constant"),
    ],
)
def test_an_answer_is_classified(changes: str, words: str) -> None:
    assert words in _words(changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("location=low_back+buttock_sij+tailbone", "widespread"),
        ("location=neck+low_back", "widespread"),
        ("duration=w4_6", "past the 6-week imaging threshold"),
        ("duration=w4_6", "acute"),
        ("pain_now=3", "moderate"),
        ("pain_now=7", "moderate"),
    ],
)
def test_an_answer_is_not_classified_beyond_its_class(changes: str, words: str) -> None:
    assert words not in _words(changes)


def test_nothing_answered_is_not_classified_at_all() -> None:
    facts = Facts({})
    assert [describe(rows, facts) for rows in ALL_ROWS] == [[], [], [], [], [], []]


@pytest.mark.parametrize(
    ("changes", "panel"),
    [
        ("ces_saddle=yes", "IMG-CES"),
        ("ces_pee_feel=not_sure", "IMG-CES"),
        ("leg_both=numb_or_weak; arm_signs=none", "IMG-CES"),
        ("injury=major; point_tender=no", "IMG-TRAUMA"),
        ("injury=major_checked; point_tender=no", "IMG-TRAUMA"),
        ("cancer=not_sure; point_tender=no", "IMG-CANCER-INFECTION"),
        ("fever=yes; point_tender=no", "IMG-CANCER-INFECTION"),
        ("conditions=immune_low", "IMG-CANCER-INFECTION"),
        ("injury=minor; point_tender=no", "IMG-FRACTURE"),
        ("conditions=steroids_3m; point_tender=no", "IMG-FRACTURE"),
        ("age_years=70; point_tender=no", "IMG-FRACTURE"),
        ("conditions=spine_surgery_past", "IMG-SURGERY"),
        ("infection_risk=spine_procedure_12m; point_tender=no", "IMG-SURGERY"),
        ("duration=w6_12", "IMG-6-WEEKS"),
        ("", "IMG-NO-RED-FLAG"),
        ("location=neck; arm_signs=none", "IMG-ELSEWHERE"),
        ("location=low_back+flank", "IMG-ELSEWHERE"),
        ("location=(blank)", "IMG-NO-LOCATION"),
        ("fever=not_sure; point_tender=no", "LAB"),
        ("conditions=psoriasis_ibd", "LAB"),
        ("leg_pain=below_knee; duration=gt_12w", "EMG"),
    ],
)
def test_a_consideration_is_shown_for_its_answers(changes: str, panel: str) -> None:
    assert panel in _shown(changes)


@pytest.mark.parametrize(
    "changes",
    [
        "em_now=chest_pain",
        "em_now=not_sure",
        "ces_saddle=yes",
        "leg_weak=old_checked",
        "weight_loss=yes",
        "injury=minor; point_tender=no",
        "pain_now=8",
        "age_years=71; point_tender=no",
        "infection_risk=spine_procedure_12m; point_tender=no",
        "conditions=(blank)",
        "fever=(blank); point_tender=no",
        "location=neck; arm_signs=none",
        "location=(blank)",
    ],
)
def test_no_imaging_is_never_suggested_beside_a_red_flag_or_a_blank(changes: str) -> None:
    assert "IMG-NO-RED-FLAG" not in _shown(changes)


def test_no_imaging_is_never_suggested_for_an_unfinished_form() -> None:
    result = evaluate(
        ADULT, {"em_now": frozenset({"none"}), "location": frozenset({"low_back"})}, finished=False
    )
    facts = Facts(result.answers, fired=set(result.rule_ids), level=result.level)
    assert "IMG-NO-RED-FLAG" not in {panel.id for panel in IMAGING if panel.when.holds(facts)}


@pytest.mark.parametrize(
    ("changes", "panel"), [("", "LAB"), ("leg_pain=below_knee", "EMG"), ("", "IMG-6-WEEKS")]
)
def test_a_consideration_is_not_shown_without_its_answers(changes: str, panel: str) -> None:
    assert panel not in _shown(changes)


def test_every_consideration_has_a_source_and_orders_nothing() -> None:
    for panel in (*IMAGING, *WORK_UP, *EXAM):
        assert panel.sources
        for word in ("order ", "must", "mg"):
            assert word not in panel.text.lower()
