"""In person within days: general illness, shape, duration, urine, tests (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import ONC_COUNT, RF_COUNT
from triage.pediatric.questions import (
    BACK_SHAPE,
    BACK_SKIN,
    BELLY_CHEST,
    CHILD_AGE_YEARS,
    DURATION,
    HISTORY,
    INJURY,
    LAB_TESTS,
    LEG_PAIN,
    MORNING_STIFFNESS,
    NIGHT_PAIN,
    PAIN_PATTERN,
    PAIN_SEVERITY,
    PAIN_TREND,
    PAIN_TRIGGERS,
    PRIOR_IMAGING,
    SYSTEMIC,
    URINE,
)
from triage.sources import (
    AJNR10,
    CHKD,
    DISC24,
    EBM_SEA,
    GIGHZ_SKIN,
    GP_KNOW,
    HOU,
    JFP20,
    NICE_NG12,
    PMM_S,
    RCH_LIMP,
    SAFETY_POLICY,
    SCH,
    SCHEU,
    SCT,
    SEED_002,
    SEED_004,
    SPA,
    SPOND,
    TEN4,
    UTI,
    VIC,
)
from triage.words import Voiced, _

ONC_03 = Rule(
    id="PEDS-ONC-03",
    when=ONC_COUNT.at_least(1),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_(
        "Being unwell, pale, or losing weight, or other signs of this kind, should be checked in person "
        "when the back hurts. Often a blood test is part of that."
    ),
    clinician=_("Single systemic sign: CBC with smear, ESR, CRP; leukemia blood count within 48 h per NICE."),
    sources=(SEED_002, NICE_NG12),
)

TUMOR_01 = Rule(
    id="PEDS-TUMOR-01",
    when=PAIN_TRIGGERS.has("lying_down"),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_("Pain that gets worse when lying down should be checked in person."),
    clinician=_("Recumbency pain: spinal cord tumor (astrocytoma, ependymoma) or epidural mass."),
    sources=(SCT, SEED_002),
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
        "A back that stays stiff for long in the morning should be checked in person. So should back pain "
        "with arthritis, psoriasis, bowel disease, or eye inflammation."
    ),
    clinician=_(
        "Inflammatory back pain: juvenile spondyloarthritis/ERA, ankylosing spondylitis, IBD- or "
        "psoriasis-related."
    ),
    sources=(SEED_002, CHKD, SPA),
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
)

SKIN_03 = Rule(
    id="PEDS-SKIN-03",
    when=BACK_SKIN.has("spine_tender"),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_("A spot on the bones of the spine that hurts when touched should be checked in person."),
    clinician=_("Vertebral tenderness: fracture, infection, tumor."),
    sources=(AJNR10, JFP20),
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
        "Pain when leaning back can be a stress injury of the spine, above all in active young people. "
        "Have it checked in person. Stop sports that arch the back until then."
    ),
    clinician=_(
        "Spondylolysis/spondylolisthesis: found in up to 47% of young athletes with low back "
        "pain in one clinic series."
    ),
    sources=(SEED_002, SCH, SPOND),
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
)

URO_03 = Rule(
    id="PEDS-URO-03",
    when=URINE.has("burning", "often_smelly"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_("Changes in peeing need a urine test within a day."),
    clinician=_("Lower urinary tract infection; watch for pyelonephritis."),
    sources=(SCH, UTI),
)

ABD_02 = Rule(
    id="PEDS-ABD-02",
    when=BELLY_CHEST.has("belly_pain"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_(
        "Belly pain with back pain should be checked in person within a day. If the belly gets very sore, "
        "go to the emergency room."
    ),
    clinician=_(
        "Referred intra-abdominal or retroperitoneal pain; discitis can present with abdominal pain."
    ),
    sources=(SEED_004, DISC24),
)

HX_04 = Rule(
    id="PEDS-HX-04",
    when=HISTORY.has("spina_tether", "bone_fragile", "tb_contact", "recent_infection"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _("Because of your child's health history, back pain should be checked in person within a day."),
        _("Because of your health history, back pain should be checked in person within a day."),
    ),
    clinician=_(
        "Tethered cord, neurofibroma, fragility fracture, spinal TB, seeding from a recent "
        "staphylococcal infection."
    ),
    sources=(EBM_SEA, GP_KNOW),
)

TRAUMA_05 = Rule(
    id="PEDS-TRAUMA-05",
    when=INJURY.is_("unseen", "unclear")
    & (
        CHILD_AGE_YEARS.below(10)
        | PAIN_SEVERITY.is_("moderate", "severe", "not_sure")
        | BACK_SKIN.has("spine_tender", "bruise")
    ),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_("When it is not clear how pain began, an exam is the safest next step."),
    clinician=_(
        "Mechanism unclear or unwitnessed: keep fracture in mind; if unwitnessed or bruised, "
        "neutral safeguarding review."
    ),
    sources=(TEN4, RCH_LIMP),
)

BRUISE_01 = Rule(
    id="PEDS-BRUISE-01",
    when=CHILD_AGE_YEARS.at_least(4)
    & BACK_SKIN.has("bruise")
    & INJURY.is_("strain_overuse", "no_cause", "unseen", "unclear"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    public_id="PEDS-EXAM-03",
    patient=_("Back pain together with a bruise can need a blood test, so an exam within a day is best."),
    clinician=_(
        "Unexplained bruise: bleeding disorder, leukemia, inflicted injury (neutral safeguarding review)."
    ),
    sources=(NICE_NG12, TEN4),
)

IMG_01 = Rule(
    id="PEDS-IMG-01",
    when=PRIOR_IMAGING.is_("xray_abnormal"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "Something was seen on an earlier X-ray or scan, so your child should be checked in person "
            "within a day. Bring the report or pictures."
        ),
        _(
            "Something was seen on an earlier X-ray or scan, so you should be checked in person within a "
            "day. Bring the report or pictures."
        ),
    ),
    clinician=_("Positive radiograph: usually MRI without and with contrast, then specialist."),
    sources=(SEED_002,),
)

IMG_02 = Rule(
    id="PEDS-IMG-02",
    when=PRIOR_IMAGING.is_("xray_normal", "xray_unclear") & RF_COUNT.at_least(1),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "A normal or unclear X-ray does not rule out every problem. With your child's warning signs, "
            "an exam should follow within a day."
        ),
        _(
            "A normal or unclear X-ray does not rule out every problem. With your warning signs, "
            "an exam should follow within a day."
        ),
    ),
    clinician=_(
        "Negative or indeterminate film with persisting red flags: do not stop; next study usually MRI."
    ),
    sources=(SEED_002,),
)

LAB_01 = Rule(
    id="PEDS-LAB-01",
    when=LAB_TESTS.is_("abnormal"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "An earlier blood test was not normal, so your child should be checked in person within a "
            "day. Bring the results."
        ),
        _(
            "An earlier blood test was not normal, so you should be checked in person within a day. Bring "
            "the results."
        ),
    ),
    clinician=_(
        "Abnormal blood test (for example raised ESR/CRP or abnormal CBC) supports going on to "
        "MRI even with normal films."
    ),
    sources=(SEED_002,),
)

UNSURE_02 = Rule(
    id="PEDS-UNSURE-02",
    when=SYSTEMIC.has("not_sure")
    | HISTORY.has("not_sure")
    | PAIN_PATTERN.is_("not_sure")
    | PAIN_TREND.is_("not_sure")
    | NIGHT_PAIN.is_("not_sure")
    | LEG_PAIN.is_("not_sure"),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_("You were not sure about a warning sign, so we suggest an in-person check within 3 days."),
    clinician=_("Red-flag item not sure or blank."),
    sources=(SAFETY_POLICY,),
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
    URO_03,
    ABD_02,
    HX_04,
    TRAUMA_05,
    BRUISE_01,
    IMG_01,
    IMG_02,
    LAB_01,
    UNSURE_02,
)
