"""Medicine cautions of adult section 5.8: each flag of the list raises its caution, and nothing else does."""

from __future__ import annotations

import pytest

from triage.adult import ADULT
from triage.adult.cautions import ACETAMINOPHEN_CAUTIONS, CAUTIONS, NSAID_CAUTIONS, Medicine, cautions_for
from triage.conditions import Facts
from triage.examples import with_changes

WOMAN = "sex=female; pregnancy_signs=none; pregnancy="
NSAID_FLAGS = [
    *(
        f"conditions={condition}"
        for condition in (
            "ulcer_bleed",
            "kidney_disease",
            "dialysis_line",
            "heart_disease",
            "high_bp",
            "liver_disease",
            "sickle_cell",
            "steroids_3m",
        )
    ),
    "em_now=gut_bleed",
    "blood_thinner=yes",
    "blood_thinner=not_sure",
    *(WOMAN + answer for answer in ("could_be", "under_20w", "over_20w", "postpartum", "prefer_not")),
    "urinary=vomiting",
    "urinary=dark",
    *(f"injury={answer}" for answer in ("minor", "medium", "major", "major_checked", "not_sure")),
    "age_years=65",
]
NO_FLAGS = [
    "",
    "conditions=osteoporosis+diabetes+kidney_stones+smoker_ever+psoriasis_ibd+immune_low",
    "blood_thinner=no",
    WOMAN + "no",
    "urinary=burning+waves",
    "injury=none",
    "injury=strain",
    "age_years=64",
    "em_now=chest_pain",
    "other_signs=breath_pain",
]


def medicines(changes: str) -> list[Medicine]:
    return [caution.medicine for caution in cautions_for(Facts(with_changes(ADULT, changes)))]


@pytest.mark.parametrize("changes", NSAID_FLAGS)
def test_each_flag_raises_one_nsaid_caution(changes: str) -> None:
    assert medicines(changes).count(Medicine.NSAID) == 1


@pytest.mark.parametrize("changes", NO_FLAGS)
def test_nothing_else_raises_a_caution(changes: str) -> None:
    assert medicines(changes) == []


def test_acetaminophen_is_cautioned_for_the_liver_only() -> None:
    assert medicines("conditions=liver_disease").count(Medicine.ACETAMINOPHEN) == 1
    assert medicines("other_signs=belly_jaundice") == [Medicine.ACETAMINOPHEN]
    raised = [change for change in NSAID_FLAGS if Medicine.ACETAMINOPHEN in medicines(change)]
    assert raised == ["conditions=liver_disease"]


def test_a_blank_core_answer_is_never_no_caution() -> None:
    raised = cautions_for(Facts({}, incomplete=True))
    assert {caution.medicine for caution in raised} == set(Medicine)
    assert cautions_for(Facts({})) == ()


def test_only_pregnancy_is_private_and_its_words_are_neutral() -> None:
    private = [caution for caution in CAUTIONS if caution.private]
    assert [caution.when.questions() for caution in private] == [{"pregnancy"}]
    assert all("pregnan" not in str(caution.patient) for caution in CAUTIONS)


def test_every_caution_can_be_raised() -> None:
    raised = {
        id(caution)
        for changes in [*NSAID_FLAGS, "other_signs=belly_jaundice"]
        for caution in cautions_for(Facts(with_changes(ADULT, changes)))
    }
    assert {id(caution) for caution in NSAID_CAUTIONS + ACETAMINOPHEN_CAUTIONS} == raised
