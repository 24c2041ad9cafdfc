"""In person within days: general illness, skin, shape, sport, duration (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import ONC_COUNT
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN
from triage.pediatric.questions.history import HISTORY
from triage.pediatric.questions.pain import DURATION, PAIN_PATTERN, PAIN_SEVERITY
from triage.pediatric.questions.pain_more import MORNING_STIFFNESS, PAIN_TRIGGERS
from triage.sources import (
    AJNR10,
    CHKD,
    GIGHZ_SKIN,
    HOU,
    JFP20,
    NICE_NG12,
    PMM_S,
    SCH,
    SCHEU,
    SCT,
    SEED_002,
    SPA,
    SPOND,
    VIC,
)
from triage.words import _

ONC_03 = Rule(
    id="PEDS-ONC-03",
    when=ONC_COUNT.at_least(1),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_(
        "Being unwell, pale, or losing weight, or other signs like these, should be checked in "
        "person when the back hurts. Often a blood test is part of that."
    ),
    clinician=_("Single systemic sign: CBC with smear, ESR, CRP; leukemia blood count within 48 h per NICE."),
    sources=(SEED_002, NICE_NG12),
    fires=("systemic=bone_joint_pain",),
    silent=("systemic=none",),
)

TUMOR_01 = Rule(
    id="PEDS-TUMOR-01",
    when=PAIN_TRIGGERS.has("lying_down"),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_("Pain that gets worse when lying down should be checked in person."),
    clinician=_("Recumbency pain: spinal cord tumor (astrocytoma, ependymoma) or epidural mass."),
    sources=(SCT, SEED_002),
    fires=("pain_triggers=lying_down",),
    silent=("pain_triggers=not_sure",),
)

INFL_01 = Rule(
    id="PEDS-INFL-01",
    when=MORNING_STIFFNESS.is_("gt_30")
    | (
        HISTORY.has("arthritis_ibd")
        & (DURATION.is_("w2_4", "w4_12", "gt_12w", "not_sure") | CHILD_AGE_YEARS.below(10))
    ),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_(
        "A back that stays stiff for long in the morning should be checked in person. So should "
        "back pain with arthritis (sore joints), psoriasis (a skin disease), bowel disease, or "
        "uveitis (an eye disease)."
    ),
    clinician=_(
        "Inflammatory back pain: juvenile spondyloarthritis/ERA, ankylosing spondylitis, IBD- or "
        "psoriasis-related."
    ),
    sources=(SEED_002, CHKD, SPA),
    fires=(
        "morning_stiffness=gt_30",
        "child_age_years=1|9; history=arthritis_ibd",
        "duration=w2_4|w4_12|gt_12w|not_sure; history=arthritis_ibd",
    ),
    silent=(
        "child_age_years=1",
        "child_age_years=10; history=arthritis_ibd",
    ),
)

INFL_02 = Rule(
    id="PEDS-INFL-02",
    when=PAIN_PATTERN.is_("better_moving") & DURATION.is_("w4_12", "gt_12w"),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_(
        "Back pain for weeks that is better with moving and worse after rest should be checked in person."
    ),
    clinician=_("Inflammatory pattern over 4 weeks: juvenile spondyloarthritis."),
    sources=(SPA, CHKD),
    fires=("duration=w4_12|gt_12w; pain_pattern=better_moving",),
    silent=("duration=w4_12",),
)

SKIN_02 = Rule(
    id="PEDS-SKIN-02",
    when=BACK_SKIN.has("lump", "hairy_patch", "dimple", "birthmark_midline"),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_(
        "A lump, hairy patch, dimple, or mark over the spine along with back pain should be checked in "
        "person. The tests for this can be different."
    ),
    clinician=_(
        "External stigmata: occult spinal dysraphism/tethered cord, soft-tissue mass. Ultrasound "
        "or MRI pathway."
    ),
    sources=(SEED_002, GIGHZ_SKIN),
    fires=("back_skin=birthmark_midline|lump|hairy_patch|dimple",),
    silent=("back_skin=not_sure",),
)

SKIN_03 = Rule(
    id="PEDS-SKIN-03",
    when=BACK_SKIN.has("spine_tender"),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_("A spot on the bones of the spine that hurts when touched should be checked in person."),
    clinician=_("Vertebral tenderness: fracture, infection, tumor."),
    sources=(AJNR10, JFP20),
    fires=("back_skin=spine_tender",),
    silent=("back_skin=not_sure",),
)

SHAPE_02 = Rule(
    id="PEDS-SHAPE-02",
    when=BACK_SHAPE.is_("rounded_upper")
    | (
        (BACK_SHAPE.is_("long_standing") | HISTORY.has("scoliosis"))
        & (
            CHILD_AGE_YEARS.below(10)
            | PAIN_SEVERITY.is_("moderate", "severe", "not_sure")
            | DURATION.is_("w2_4", "w4_12", "gt_12w", "not_sure")
        )
    ),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_("A curved or rounded back that hurts should be checked in person."),
    clinician=_(
        "Painful scoliosis or fixed kyphosis: Scheuermann, symptomatic curve; exclude secondary cause."
    ),
    sources=(PMM_S, SCHEU),
    fires=(
        "back_shape=rounded_upper",
        "duration=w2_4|w4_12|gt_12w|not_sure; history=scoliosis",
        "duration=w2_4; back_shape=long_standing",
        "child_age_years=9; history=scoliosis",
        "pain_severity=moderate|severe|not_sure; history=scoliosis",
    ),
    silent=(
        "duration=w2_4",
        "child_age_years=10; history=scoliosis",
    ),
)

SPORT_01 = Rule(
    id="PEDS-SPORT-01",
    when=CHILD_AGE_YEARS.at_least(6)
    & PAIN_TRIGGERS.has("bending_back")
    & (
        CHILD_AGE_YEARS.below(10)
        | DURATION.is_("w2_4", "w4_12", "gt_12w", "not_sure")
        | PAIN_SEVERITY.is_("moderate", "severe", "not_sure")
    ),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_(
        "Pain when leaning back can be a stress injury of the spine, most of all in active young "
        "people. Have it checked in person. Stop sports that arch the back until then."
    ),
    clinician=_(
        "Spondylolysis/spondylolisthesis: found in up to 47% of young athletes with low back "
        "pain in one clinic series."
    ),
    sources=(SEED_002, SCH, SPOND),
    fires=(
        "pain_severity=moderate|severe|not_sure; pain_triggers=bending_back",
        "child_age_years=6|9; pain_triggers=bending_back",
        "duration=w2_4|w4_12|gt_12w|not_sure; pain_triggers=bending_back",
    ),
    silent=(
        "child_age_years=12",
        "child_age_years=5|10; pain_triggers=bending_back",
    ),
)

DUR_01 = Rule(
    id="PEDS-DUR-01",
    when=DURATION.is_("w4_12", "gt_12w")
    & ~(CHILD_AGE_YEARS.at_least(10) & PAIN_SEVERITY.is_("mild") & PAIN_PATTERN.is_("activity_rest")),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_("Back pain that lasts more than 4 weeks should be checked in person."),
    clinician=_("Persistent pain over 4 weeks."),
    sources=(HOU, AJNR10, VIC),
    fires=(
        "duration=w4_12|gt_12w; pain_pattern=better_moving",
        "child_age_years=9; duration=w4_12",
    ),
    silent=(
        "pain_pattern=better_moving",
        "child_age_years=10; duration=w4_12",
    ),
)

DUR_03 = Rule(
    id="PEDS-DUR-03",
    when=DURATION.is_("w4_12", "gt_12w"),
    level=Level.PROMPT_IN_PERSON,
    hours=168,
    floor_of="PEDS-DUR-01",
    patient=_(
        "Back pain that lasts more than 4 weeks should be checked in person. If it is mild and eases with "
        "rest, within a week is soon enough."
    ),
    clinician=_(
        "Persistent pain over 4 weeks. Floor with longer time for mild, activity-related pain at 10 or older."
    ),
    sources=(HOU, AJNR10, VIC),
    fires=("duration=w4_12|gt_12w",),
    silent=("duration=not_sure",),
)

RULES = (
    ONC_03,
    TUMOR_01,
    INFL_01,
    INFL_02,
    SKIN_02,
    SKIN_03,
    SHAPE_02,
    SPORT_01,
    DUR_01,
    DUR_03,
)
