"""Seen today: infection, walking, nerves, pain, age (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import FEVER_OTHER, STRAIN_OK
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import SYSTEMIC
from triage.pediatric.questions.injury import INJURY
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import DURATION, PAIN_SEVERITY, PAIN_TREND
from triage.pediatric.questions.pain_more import LEG_PAIN
from triage.pediatric.questions.safety import GATE_NOW
from triage.pediatric.questions.walking_fever import FEVER, WALKING
from triage.pediatric.questions.young_child import INFANT_SIGNS
from triage.sources import (
    DISC01,
    EBM_SEA,
    GP_KNOW,
    PCH,
    PMM_D,
    QLD_LIMP,
    SAFETY_POLICY,
    SCH,
    SEED_000,
    SEED_002,
    UMEM,
)
from triage.words import Voiced, _

UNSURE_01 = Rule(
    id="PEDS-UNSURE-01",
    when=GATE_NOW.has("not_sure")
    | GATE_NERVE.has("not_sure")
    | WALKING.is_("not_sure")
    | FEVER.is_("not_sure")
    | INFANT_SIGNS.has("not_sure"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "You were not sure about an important warning sign, so your child should be checked in "
            "person today. If you later think a warning sign is there, go to the emergency room."
        ),
        _(
            "You were not sure about an important warning sign, so you should be checked in person "
            "today. If you later think a warning sign is there, go to the emergency room."
        ),
    ),
    clinician=_("Emergency item answered not sure or left blank: treated one step below yes."),
    sources=(SAFETY_POLICY,),
    fires=(
        "fever=not_sure",
        "gate_now=not_sure",
        "gate_nerve=not_sure",
        "walking=not_sure",
        "child_age_years=0; infant_signs=not_sure",
    ),
    silent=("fever=yes_now",),
)

INF_05 = Rule(
    id="PEDS-INF-05",
    when=FEVER_OTHER,
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "A child who feels hot, or has had a fever since the back pain began, should be seen "
            "today. Take a temperature now. If it is 100.4°F (38°C) or higher, go to the emergency "
            "room."
        ),
        _(
            "If you feel hot, or have had a fever since the back pain began, you should be seen "
            "today. Take your temperature now. If it is 100.4°F (38°C) or higher, go to the "
            "emergency room."
        ),
    ),
    clinician=_("Recent or unmeasured fever: early discitis/osteomyelitis often has low-grade or no fever."),
    sources=(SEED_002, UMEM),
    fires=("fever=yes_recent",),
    silent=("fever=not_sure",),
)

INF_06 = Rule(
    id="PEDS-INF-06",
    when=SYSTEMIC.has("shaking_chills"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _("Shaking chills with back pain can be a sign of infection. Your child should be seen today."),
        _("Shaking chills with back pain can be a sign of infection. You should be seen today."),
    ),
    clinician=_("Rigors: bacteremia, vertebral osteomyelitis, pyelonephritis."),
    sources=(SEED_002,),
    fires=("systemic=shaking_chills",),
    silent=("systemic=not_sure",),
)

WALK_02 = Rule(
    id="PEDS-WALK-02",
    when=WALKING.is_("limp"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("A limp with back pain should be checked in person today. The hip may be the cause."),
    clinician=_(
        "Limp: discitis, septic arthritis, Perthes, SCFE, leukemia, tumor. Examine hips; "
        "consider pelvis/hip films."
    ),
    sources=(SEED_002, QLD_LIMP),
    fires=("walking=limp",),
    silent=("walking=not_sure",),
)

WALK_03 = Rule(
    id="PEDS-WALK-03",
    when=WALKING.is_("stiff_sore") & CHILD_AGE_YEARS.below(6) & INJURY.is_("no_cause", "unseen", "unclear"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "A young child who walks stiffly or slowly because of back pain, with no known cause, should be "
        "seen today."
    ),
    clinician=_(
        "Guarded gait in a young child without a clear cause: discitis, osteomyelitis, early "
        "myositis or Guillain-Barre, tumor."
    ),
    sources=(DISC01, PMM_D),
    fires=(
        "child_age_years=1; walking=stiff_sore; injury=no_cause|unseen|unclear",
        "child_age_years=5; walking=stiff_sore; injury=no_cause",
    ),
    silent=(
        "injury=no_cause",
        "child_age_years=6; walking=stiff_sore; injury=no_cause",
    ),
)

NEURO_07 = Rule(
    id="PEDS-NEURO-07",
    when=LEG_PAIN.is_("one_leg"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Pain that shoots from the back into a leg can mean a pressed nerve. Your child should be "
            "seen today."
        ),
        _("Pain that shoots from the back into a leg can mean a pressed nerve. You should be seen today."),
    ),
    clinician=_(
        "Radicular pain: disc herniation, apophyseal ring fracture, high-grade "
        "spondylolisthesis, mass. Full neurologic exam."
    ),
    sources=(SCH, PCH),
    fires=("leg_pain=one_leg",),
    silent=("leg_pain=not_sure",),
)

NEURO_08 = Rule(
    id="PEDS-NEURO-08",
    when=LEG_PAIN.is_("sore_muscles")
    & ~(
        INJURY.is_("strain_overuse")
        & DURATION.is_("lt_3d", "d3_14")
        & PAIN_TREND.is_("better", "same")
        & WALKING.is_("normal", "stiff_sore")
    ),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Sore leg muscles with back pain may not be just from exercise. They should be checked today."),
    clinician=_(
        "Leg muscle pain that does not fit exertion: Guillain-Barre, viral myositis, "
        "rhabdomyolysis, bilateral root pain. Check power and reflexes."
    ),
    sources=(GP_KNOW,),
    fires=("walking=limp; leg_pain=sore_muscles",),
    silent=(
        "walking=limp",
        "leg_pain=sore_muscles",
        "duration=lt_3d; leg_pain=sore_muscles",
        "pain_trend=better; leg_pain=sore_muscles",
        "walking=stiff_sore; leg_pain=sore_muscles",
    ),
)

HEAD_01 = Rule(
    id="PEDS-HEAD-01",
    when=GATE_NERVE.has("head_tilt"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "A head held tilted, or a neck that cannot turn, should be checked in person today. Do not force "
        "the neck."
    ),
    clinician=_(
        "Torticollis: posterior fossa or cervical cord tumor, atlantoaxial rotatory subluxation, "
        "deep neck infection."
    ),
    sources=(GP_KNOW,),
    fires=("gate_nerve=head_tilt",),
    silent=("gate_nerve=not_sure",),
)

PAIN_02 = Rule(
    id="PEDS-PAIN-02",
    when=PAIN_SEVERITY.is_("severe") & ~(STRAIN_OK & PAIN_TREND.is_("better") & CHILD_AGE_YEARS.at_least(12)),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Severe back pain should be seen in person today."),
    clinician=_(
        "Severe pain, not reported as worsening. An improving fresh strain at 12 or older is PAIN-07 instead."
    ),
    sources=(SEED_000, SCH),
    fires=(
        "pain_severity=severe",
        "child_age_years=11; pain_severity=severe; pain_trend=better",
    ),
    silent=(
        "gate_now=none",
        "pain_severity=severe; pain_trend=better",
    ),
)

PAIN_03 = Rule(
    id="PEDS-PAIN-03",
    when=PAIN_TREND.is_("worse_fast"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Pain that is getting worse fast should be seen in person today."),
    clinician=_("Rapid progression: infection, cord compression, fracture."),
    sources=(SEED_002, PCH),
    fires=("pain_trend=worse_fast",),
    silent=("pain_trend=not_sure",),
)

AGE_01 = Rule(
    id="PEDS-AGE-01",
    when=CHILD_AGE_YEARS.below(1),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Back pain in a baby under 1 is never treated as simple. Your baby should be seen in person today."
    ),
    clinician=_("Infant with apparent back pain: infection, inflicted injury, tumor, dysraphism."),
    sources=(SEED_002, PCH),
    fires=("child_age_years=0",),
    silent=("child_age_years=1",),
)

INFANT_01 = Rule(
    id="PEDS-INFANT-01",
    when=INFANT_SIGNS.has("cries_when_moved", "arching_stiff", "constant_irritable", "poor_feeding"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Crying when moved, long crying, a stiff back, or poor feeding can be a sign of a spine "
        "problem. A young child with one of these should be checked today."
    ),
    clinician=_(
        "Irritability or pain with diaper change (spinal flexion): discitis, osteomyelitis, "
        "meningitis, inflicted injury."
    ),
    sources=(PMM_D, DISC01, EBM_SEA),
    fires=(
        ("child_age_years=1; infant_signs=poor_feeding|cries_when_moved|arching_stiff|constant_irritable"),
    ),
    silent=("child_age_years=1; infant_signs=not_sure",),
)

RULES = (
    UNSURE_01,
    INF_05,
    INF_06,
    WALK_02,
    WALK_03,
    NEURO_07,
    NEURO_08,
    HEAD_01,
    PAIN_02,
    PAIN_03,
    AGE_01,
    INFANT_01,
)
