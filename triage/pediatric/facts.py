"""Facts derived from the answers (pediatric section 2.2). Names and definitions are the specification's."""

from __future__ import annotations

from triage.conditions import Count, Fact
from triage.engine_conditions import LevelIs
from triage.model import Level
from triage.pediatric.questions.about import CHILD_AGE_MONTHS, CHILD_AGE_YEARS
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import (
    DURATION,
    LOCATION,
    NIGHT_PAIN,
    PAIN_PATTERN,
    PAIN_SEVERITY,
    PAIN_TREND,
)
from triage.pediatric.questions.pain_more import LEG_PAIN, MORNING_STIFFNESS, PAIN_TRIGGERS
from triage.pediatric.questions.safety import GATE_NOW
from triage.pediatric.questions.tests_medicine import PRIOR_IMAGING
from triage.pediatric.questions.walking_fever import FEVER, FEVER_TEMP_F, WALKING
from triage.pediatric.questions.young_child import INFANT_SIGNS
from triage.words import _

UNDER_3_MONTHS = Fact("UNDER_3_MONTHS", CHILD_AGE_MONTHS.below(3), "age under 3 months")
UNDER_6_MONTHS = Fact("UNDER_6_MONTHS", CHILD_AGE_MONTHS.below(6), "age under 6 months")
TEMP_HIGH = Fact("TEMP_HIGH", FEVER_TEMP_F.at_least(100.4), "temperature 100.4 F or more")
FEVER_NOW = Fact("FEVER_NOW", FEVER.is_("yes_now") | TEMP_HIGH, "fever now")
FEVER_OTHER = Fact(
    "FEVER_OTHER", FEVER.is_("yes_recent", "felt_hot") & ~FEVER_NOW, "recent or unmeasured fever"
)
FEVER_ANY = Fact("FEVER_ANY", FEVER_NOW | FEVER_OTHER, "any fever")
TEMP_LOWGRADE = Fact(
    "TEMP_LOWGRADE", FEVER_TEMP_F.at_least(99.5) & FEVER_TEMP_F.below(100.4), "temperature 99.5 to 100.3 F"
)
FEVER_LOW = Fact("FEVER_LOW", (FEVER.is_("low_grade") | TEMP_LOWGRADE) & ~FEVER_NOW, "low-grade fever")
INFECT_HINT = Fact(
    "INFECT_HINT", FEVER_OTHER | FEVER_LOW | SYSTEMIC.has("shaking_chills"), "hint of infection"
)
NEURO = Fact(
    "NEURO",
    GATE_NOW.has("cannot_move_legs")
    | GATE_NERVE.has(
        "leg_weakness", "leg_numb", "groin_numb", "cannot_pee", "new_accidents", "unsteady", "arm_weak_numb"
    )
    | LEG_PAIN.is_("both_legs")
    | INFANT_SIGNS.has("lost_skills"),
    "neurologic or bladder/bowel change",
)
NIGHT = Fact(
    "NIGHT",
    NIGHT_PAIN.is_("wakes_sometimes", "wakes_most")
    | (
        NIGHT_PAIN.is_("turning_only")
        & ~(
            INJURY.is_("minor", "strain_overuse")
            & DURATION.is_("lt_3d", "d3_14")
            & PAIN_TREND.is_("better", "same", "up_down")
        )
    ),
    "night pain",
)
EXTERNAL = Fact(
    "EXTERNAL",
    BACK_SKIN.has("lump", "hairy_patch", "dimple", "draining", "birthmark_midline"),
    "external finding over the spine",
)
RF_AGE = Fact("RF_AGE", CHILD_AGE_YEARS.below(4), _("age under 4"))
RF_FEVER = Fact(
    "RF_FEVER",
    FEVER_ANY | FEVER_LOW | SYSTEMIC.has("very_tired", "shaking_chills"),
    _("fever, chills, or malaise"),
)
RF_WEIGHT = Fact("RF_WEIGHT", SYSTEMIC.has("weight_loss"), _("unexplained weight loss"))
RF_NIGHT = Fact("RF_NIGHT", NIGHT, _("night pain, above all pain that wakes the child"))
RF_CONST = Fact(
    "RF_CONST",
    PAIN_PATTERN.is_("constant") | PAIN_TREND.is_("worse_slow", "worse_fast"),
    _("constant or progressive pain"),
)
RF_NEURO = Fact("RF_NEURO", NEURO, _("neurologic deficit incl. bowel or bladder"))
RF_HX = Fact("RF_HX", HISTORY.has("cancer", "weak_immune"), _("past malignancy or immunocompromise"))
RF_LIMP = Fact(
    "RF_LIMP",
    WALKING.is_("limp", "refuses") | INFANT_SIGNS.has("refuses_sit"),
    _("limp or refusal to bear weight"),
)
RED_FLAGS = (RF_AGE, RF_FEVER, RF_WEIGHT, RF_NIGHT, RF_CONST, RF_NEURO, RF_HX, RF_LIMP)
RF_COUNT = Count("RF_COUNT", RED_FLAGS, "seed-002 red flags")
STRAIN_OK = Fact(
    "STRAIN_OK",
    CHILD_AGE_YEARS.at_least(10)
    & INJURY.is_("strain_overuse")
    & DURATION.is_("lt_3d", "d3_14")
    & PAIN_TREND.is_("better", "same", "up_down")
    & RF_COUNT.exactly(0),
    "fits a fresh overuse strain",
)
SAFE_SIGN = Fact(
    "SAFE_SIGN",
    (CHILD_AGE_YEARS.below(1) & SYSTEMIC.has("easy_bruising"))
    | (UNDER_6_MONTHS & INJURY.is_("major", "minor", "strain_overuse"))
    | (CHILD_AGE_YEARS.below(4) & BACK_SKIN.has("bruise"))
    | (CHILD_AGE_YEARS.below(10) & INJURY.is_("unseen"))
    | (
        CHILD_AGE_YEARS.at_least(4)
        & BACK_SKIN.has("bruise")
        & INJURY.is_("strain_overuse", "no_cause", "unseen", "unclear")
    ),
    "safeguarding fact",
)
ER_NOT_UC = Fact(
    "ER_NOT_UC",
    CHILD_AGE_YEARS.below(1)
    | RF_LIMP
    | BACK_SHAPE.is_("new_curve")
    | HISTORY.has("cancer", "weak_immune", "sickle_cell", "spine_device")
    | SAFE_SIGN,
    "emergency room that treats children, not urgent care",
)
TEMP_COLD = Fact("TEMP_COLD", FEVER_TEMP_F.below(96.8), "temperature under 96.8 F")
ONC_COUNT = Count(
    "ONC_COUNT",
    tuple(
        SYSTEMIC.has(sign)
        for sign in ("weight_loss", "very_tired", "pale", "night_sweats", "swollen_glands", "bone_joint_pain")
    ),
    "signs of general illness",
)
XF_ANY = Fact(
    "XF_ANY",
    SYSTEMIC.has("night_sweats", "pale", "easy_bruising", "swollen_glands", "belly_lump", "bone_joint_pain")
    | MORNING_STIFFNESS.is_("gt_30")
    | BACK_SKIN.has("red_warm_swollen", "spine_tender")
    | BACK_SHAPE.is_("new_curve", "rounded_upper")
    | PAIN_TRIGGERS.has("lying_down")
    | LEG_PAIN.is_("one_leg")
    | GATE_NERVE.has("headache_vomit", "head_tilt")
    | DURATION.is_("w4_12", "gt_12w")
    | HISTORY.has(
        "sickle_cell",
        "spine_device",
        "bleeding",
        "spina_tether",
        "bone_fragile",
        "connective",
        "tb_contact",
        "recent_infection",
    ),
    "guideline red flag beyond seed 002",
)
HOME_OK = Fact(
    "HOME_OK",
    CHILD_AGE_YEARS.at_least(10)
    & (
        PAIN_SEVERITY.is_("mild")
        | (
            PAIN_SEVERITY.is_("moderate")
            & CHILD_AGE_YEARS.at_least(12)
            & DURATION.is_("lt_3d")
            & PAIN_TREND.is_("better")
        )
    )
    & PAIN_PATTERN.is_("activity_rest")
    & PAIN_TREND.is_("better", "same", "up_down")
    & DURATION.is_("lt_3d", "d3_14")
    & (INJURY.is_("strain_overuse") | (INJURY.is_("minor") & PAIN_TREND.is_("better")))
    & LOCATION.only("low_middle", "upper_mid")
    & WALKING.is_("normal", "stiff_sore")
    & FEVER.is_("no")
    & NIGHT_PAIN.is_("no", "settling", "turning_only")
    & LEG_PAIN.is_("none", "sore_muscles")
    & MORNING_STIFFNESS.is_("no", "lt_30")
    & BACK_SHAPE.is_("no")
    & PRIOR_IMAGING.is_("none")
    & GATE_NOW.only("none")
    & GATE_NERVE.only("none")
    & SYSTEMIC.only("none")
    & BACK_SKIN.only("none")
    & URINE.only("none")
    & BELLY_CHEST.only("none")
    & HISTORY.only("none"),
    "everything answered and reassuring",
)
LOW_LEVEL = LevelIs(frozenset({Level.SELF_CARE, Level.VIRTUAL_VISIT}))

FACTS = (
    TEMP_HIGH,
    FEVER_NOW,
    FEVER_OTHER,
    FEVER_ANY,
    TEMP_LOWGRADE,
    FEVER_LOW,
    INFECT_HINT,
    NEURO,
    NIGHT,
    EXTERNAL,
    RF_AGE,
    RF_FEVER,
    RF_WEIGHT,
    RF_NIGHT,
    RF_CONST,
    RF_NEURO,
    RF_HX,
    RF_LIMP,
    STRAIN_OK,
    SAFE_SIGN,
    ER_NOT_UC,
    TEMP_COLD,
    XF_ANY,
    HOME_OK,
)
COUNTS = (RF_COUNT, ONC_COUNT)
