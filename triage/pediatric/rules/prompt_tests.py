"""In person within days: urine, belly, history, unclear injury, tests (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import RF_COUNT
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY
from triage.pediatric.questions.pain import NIGHT_PAIN, PAIN_PATTERN, PAIN_SEVERITY, PAIN_TREND
from triage.pediatric.questions.pain_more import LEG_PAIN
from triage.pediatric.questions.tests_medicine import LAB_TESTS, PRIOR_IMAGING
from triage.sources import (
    DISC24,
    EBM_SEA,
    GP_KNOW,
    NICE_NG12,
    RCH_LIMP,
    SAFETY_POLICY,
    SCH,
    SEED_002,
    SEED_004,
    TEN4,
    UTI,
)
from triage.words import Voiced, _

URO_03 = Rule(
    id="PEDS-URO-03",
    when=URINE.has("burning", "often_smelly"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_("Changes in peeing need a pee (urine) test within a day."),
    clinician=_("Lower urinary tract infection; watch for pyelonephritis."),
    sources=(SCH, UTI),
    fires=("urine=often_smelly|burning",),
    silent=("urine=not_sure",),
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
    fires=("belly_chest=belly_pain",),
    silent=("belly_chest=not_sure",),
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
    fires=("history=recent_infection|spina_tether|bone_fragile|tb_contact",),
    silent=("history=not_sure",),
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
    fires=(
        "injury=unseen|unclear; back_skin=bruise",
        "child_age_years=9; injury=unseen",
        "injury=unseen; pain_severity=moderate|severe|not_sure",
        "injury=unseen; back_skin=spine_tender",
    ),
    silent=(
        "back_skin=bruise",
        "child_age_years=10; injury=unseen",
    ),
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
    fires=(
        "back_skin=bruise",
        "child_age_years=4; back_skin=bruise",
        "injury=no_cause|unseen|unclear; back_skin=bruise",
    ),
    silent=(
        "child_age_years=12",
        "child_age_years=3; back_skin=bruise",
    ),
)

IMG_01 = Rule(
    id="PEDS-IMG-01",
    when=PRIOR_IMAGING.is_("xray_abnormal"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "Something was seen on an earlier X-ray or scan. Your child should be checked in person "
            "within a day. Bring the report or pictures."
        ),
        _(
            "Something was seen on an earlier X-ray or scan. You should be checked in person within "
            "a day. Bring the report or pictures."
        ),
    ),
    clinician=_("Positive radiograph: usually MRI without and with contrast, then specialist."),
    sources=(SEED_002,),
    fires=("prior_imaging=xray_abnormal",),
    silent=("prior_imaging=not_sure",),
)

IMG_02 = Rule(
    id="PEDS-IMG-02",
    when=PRIOR_IMAGING.is_("xray_normal", "xray_unclear") & RF_COUNT.at_least(1),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "There can still be a problem when an X-ray is normal or unclear. With your child's "
            "warning signs, an exam should follow within a day."
        ),
        _(
            "There can still be a problem when an X-ray is normal or unclear. With your warning "
            "signs, an exam should follow within a day."
        ),
    ),
    clinician=_(
        "Negative or indeterminate film with persisting red flags: do not stop; next study usually MRI."
    ),
    sources=(SEED_002,),
    fires=("walking=limp; prior_imaging=xray_normal|xray_unclear",),
    silent=(
        "walking=limp",
        "prior_imaging=xray_normal",
    ),
)

LAB_01 = Rule(
    id="PEDS-LAB-01",
    when=LAB_TESTS.is_("abnormal"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "An earlier blood test was not normal. Your child should be checked in person within a "
            "day. Bring the results."
        ),
        _(
            "An earlier blood test was not normal. You should be checked in person within a day. "
            "Bring the results."
        ),
    ),
    clinician=_(
        "Abnormal blood test (for example raised ESR/CRP or abnormal CBC) supports going on to "
        "MRI even with normal films."
    ),
    sources=(SEED_002,),
    fires=("lab_tests=abnormal",),
    silent=("lab_tests=not_sure",),
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
    fires=(
        "leg_pain=not_sure",
        "systemic=not_sure",
        "history=not_sure",
        "pain_pattern=not_sure",
        "pain_trend=not_sure",
        "night_pain=not_sure",
    ),
    silent=("leg_pain=buttock_only",),
)

RULES = (
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
