"""Facts derived from the answers (adult section 2.3). Names and definitions are the specification's."""

from __future__ import annotations

from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.bladder_bowel_saddle import (
    CES_BOWEL,
    CES_PEE_FEEL,
    CES_PEE_LEAK,
    CES_PEE_START,
    CES_SADDLE,
    CES_SEXUAL,
)
from triage.adult.questions.body import BLOOD_THINNER, CANCER, FEVER, INJURY
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.infection_risk import INFECTION_RISK
from triage.adult.questions.legs import LEG_BOTH, LEG_NUMB, LEG_WEAK, WALKING
from triage.adult.questions.pain import (
    DURATION,
    EPISODE,
    LOCATION,
    NIGHT_PAIN,
    ONSET,
    PAIN_NOW,
    RELIEF,
    TREND,
)
from triage.adult.questions.pain_details import IBP
from triage.adult.questions.pregnancy import PREGNANCY
from triage.conditions import AnyOf, Count, Fact
from triage.engine_conditions import INCOMPLETE

CES_ITEMS = (CES_SADDLE, CES_PEE_START, CES_PEE_FEEL, CES_PEE_LEAK, CES_BOWEL, CES_SEXUAL)

SEVERE = Fact("severe", PAIN_NOW.at_least(7), "pain 7 or more of 10")
MODERATE = Fact("moderate", PAIN_NOW.at_least(4), "pain 4 or more of 10")
CES_UNSURE = Count(
    "ces_unsure",
    tuple(item.is_("not_sure") for item in CES_ITEMS),
    'cauda equina questions answered "not sure"',
)
CES_OLD = Count(
    "ces_old",
    tuple(item.is_("old_checked") for item in CES_ITEMS),
    "long-standing, unchanged cauda equina symptoms",
)
LEG_BOTH_ANY = Fact(
    "leg_both_any",
    LEG_BOTH.is_("numb_or_weak", "pain_only", "walking_only", "longer_unchecked", "old_checked", "not_sure"),
    "any trouble in both legs, or not sure",
)
LEG_WEAK_ANY = Fact(
    "leg_weak_any",
    LEG_WEAK.is_("new_or_worse", "longer_unchecked", "old_checked", "not_sure"),
    "any leg weakness, or not sure",
)
LEG_NUMB_ANY = Fact(
    "leg_numb_any",
    LEG_NUMB.is_("tingling_only", "new_or_worse", "longer_unchecked", "old_checked", "not_sure"),
    "any leg numbness or tingling, or not sure",
)
LEG_NEURO_ANY = Fact(
    "leg_neuro_any",
    LEG_BOTH.is_("numb_or_weak", "pain_only", "longer_unchecked", "not_sure")
    | LEG_WEAK.is_("new_or_worse", "longer_unchecked", "not_sure")
    | LEG_NUMB.is_("new_or_worse", "longer_unchecked", "not_sure")
    | WALKING.is_("unsteady", "cannot", "not_sure"),
    "unverified or active leg or walking signs",
)
FEVERISH = Fact("feverish", FEVER.is_("yes", "not_sure"), "fever, or possible fever")
INF_HIGH = Fact(
    "inf_high",
    INFECTION_RISK.has("spine_procedure_3m", "spine_procedure_12m", "wound", "iv_drugs", "prefer_not")
    | CONDITIONS.has("immune_low", "dialysis_line"),
    "high risk of spinal infection",
)
INF_OTHER = Fact(
    "inf_other",
    INFECTION_RISK.has("recent_infection", "joint_procedure_3m")
    | CONDITIONS.has("steroids_3m", "tb", "diabetes"),
    "other risk of infection",
)
BONE_RISK = Fact(
    "bone_risk",
    AGE_YEARS.at_least(70)
    | CONDITIONS.has("osteoporosis", "fragility_fracture", "steroids_3m", "fused_spine"),
    "fracture risk (age 70 or over, or bone disease)",
)
FALL_LIKE = Fact(
    "fall_like",
    INJURY.is_("minor", "medium", "major_checked", "not_sure"),
    "a fall or knock, a checked accident, or not sure",
)
CANCER_ANY = Fact("cancer_any", CANCER.is_("yes", "not_sure"), "cancer ever, or not sure")
BT = Fact("bt", BLOOD_THINNER.is_("yes", "not_sure"), "blood thinner or bleeding disorder, or not sure")
PREGNANT = Fact("pregnant", PREGNANCY.is_("under_20w", "over_20w"), "pregnant")
PREG_POSSIBLE = Fact(
    "preg_possible",
    PREGNANCY.is_("could_be", "under_20w", "over_20w", "postpartum", "prefer_not"),
    "pregnant, possibly pregnant, recently pregnant, or declined",
)
THORACIC = Fact("thoracic", LOCATION.has("upper_back"), "upper back pain")
FLANK_PAIN = Fact("flank_pain", LOCATION.has("flank"), "side pain under the ribs")
SUDDEN_ANY = Fact("sudden_any", ONSET.is_("sudden_severe", "sudden"), "sudden onset")
SUDDEN_BAD = Fact(
    "sudden_bad", ONSET.is_("sudden_severe") | (ONSET.is_("sudden") & SEVERE), "sudden and severe onset"
)
ONSET_FAST = Fact(
    "onset_fast",
    ONSET.is_("sudden_severe", "sudden", "hours_days") | (INCOMPLETE & ~ONSET.answered()),
    "onset over days or less, or not answered",
)
NOT_EASED = Fact(
    "not_eased",
    RELIEF.is_("no", "not_sure") | (INCOMPLETE & ~RELIEF.answered()),
    "not eased by rest or position, not sure, or not answered",
)
LONG6 = Fact("long6", DURATION.is_("w6_12", "gt_12w"), "six weeks or more")
NOT_IMPROVING = Fact("not_improving", TREND.is_("same", "worse"), "not improving")
IBP_SCORE = Count(
    "ibp_score",
    (
        IBP.has("gradual_start"),
        IBP.has("onset_under_40"),
        IBP.has("better_moving"),
        IBP.has("not_better_rest"),
        IBP.has("night_up_better"),
    ),
    "inflammatory back pain criteria met",
)
WEAK_FLAGS = Count(
    "weak_flags",
    (
        AGE_YEARS.at_least(70)
        | (AGE_YEARS.at_least(50) & EPISODE.is_("first_ever"))
        | EPISODE.is_("different"),
        THORACIC,
        LONG6 & NOT_IMPROVING,
        NIGHT_PAIN.is_("wakes_settles", "not_sure"),
        CONDITIONS.has("diabetes"),
        CONDITIONS.has("steroids_3m"),
        CONDITIONS.has("osteoporosis") | CONDITIONS.has("fragility_fracture"),
        INFECTION_RISK.has("recent_infection"),
        TREND.is_("worse"),
    ),
    "weak red flags",
)
ANY_CES_YES = Fact(
    "any_ces_yes",
    AnyOf(tuple(item.is_("yes") for item in CES_ITEMS)),
    "any cauda equina question answered yes",
)

FACTS = (
    SEVERE,
    MODERATE,
    LEG_BOTH_ANY,
    LEG_WEAK_ANY,
    LEG_NUMB_ANY,
    LEG_NEURO_ANY,
    FEVERISH,
    INF_HIGH,
    INF_OTHER,
    BONE_RISK,
    FALL_LIKE,
    CANCER_ANY,
    BT,
    PREGNANT,
    PREG_POSSIBLE,
    THORACIC,
    FLANK_PAIN,
    SUDDEN_ANY,
    SUDDEN_BAD,
    ONSET_FAST,
    NOT_EASED,
    LONG6,
    NOT_IMPROVING,
    ANY_CES_YES,
)
COUNTS = (CES_UNSURE, CES_OLD, IBP_SCORE, WEAK_FLAGS)
