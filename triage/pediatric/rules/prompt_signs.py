"""In person within days: age, pain, fever, walking, injury (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import FEVER_LOW, NIGHT, RF_COUNT
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.daily_life import FUNCTION
from triage.pediatric.questions.injury import INJURY
from triage.pediatric.questions.pain import LOCATION, PAIN_PATTERN, PAIN_SEVERITY, PAIN_TREND
from triage.pediatric.questions.walking_fever import FEVER, WALKING
from triage.sources import (
    AAFP07,
    AJNR10,
    CHKD,
    DISC01,
    GP_KNOW,
    ISPN,
    JFP20,
    QLD_LIMP,
    RCH_LIMP,
    SCH,
    SEED_000,
    SEED_002,
    UMEM,
)
from triage.words import Voiced, _

AGE_02 = Rule(
    id="PEDS-AGE-02",
    when=CHILD_AGE_YEARS.at_least(1) & CHILD_AGE_YEARS.below(4),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_(
        "Back pain in a child under 4 is not common. It should always be checked in person, even "
        "with no other sign."
    ),
    clinician=_(
        "Age under 4 alone is a red flag: initial radiographs plus ESR/CRP even without other symptoms."
    ),
    sources=(SEED_002, AAFP07, SCH),
    fires=("child_age_years=1|3",),
    silent=("child_age_years=12|0|4",),
)

AGE_03 = Rule(
    id="PEDS-AGE-03",
    when=CHILD_AGE_YEARS.at_least(4) & CHILD_AGE_YEARS.below(5),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_("Back pain in a 4-year-old should be checked in person within 3 days."),
    clinician=_("Age 4: below the under-5 cut-off of Schmitt and CHKD; also the discitis age group."),
    sources=(SCH, CHKD, AJNR10),
    fires=("child_age_years=4",),
    silent=("child_age_years=12|3|5",),
)

RF_01 = Rule(
    id="PEDS-RF-01",
    when=RF_COUNT.at_least(1),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_("Your answers show a warning sign that a doctor should check in person."),
    clinician=_(
        "At least one of the eight red flags of the ACR scenario (seed 002): the imaging panel applies."
    ),
    sources=(SEED_002,),
    fires=("walking=limp",),
    silent=("gate_now=none",),
)

NIGHT_01 = Rule(
    id="PEDS-NIGHT-01",
    when=NIGHT,
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=Voiced(
        _("Pain that wakes a child from sleep should be checked in person."),
        _("Pain that wakes you from sleep should be checked in person."),
    ),
    clinician=_(
        "Night pain: neoplasm (osteoid osteoma, Ewing sarcoma, leukemia, cord tumor), infection, "
        "inflammatory disease."
    ),
    sources=(SEED_002, JFP20),
    fires=(
        "night_pain=wakes_sometimes",
        "pain_trend=worse_slow; night_pain=turning_only",
    ),
    silent=(
        "injury=minor; night_pain=turning_only",
        "pain_trend=up_down; night_pain=turning_only",
    ),
)

PAIN_04 = Rule(
    id="PEDS-PAIN-04",
    when=PAIN_PATTERN.is_("constant") | PAIN_TREND.is_("worse_slow"),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_("Pain that never goes away, or keeps getting worse, should be checked in person."),
    clinician=_("Constant or progressive pain: red flag."),
    sources=(SEED_002,),
    fires=(
        "pain_trend=worse_slow",
        "pain_pattern=constant",
    ),
    silent=("pain_trend=not_sure",),
)

PAIN_07 = Rule(
    id="PEDS-PAIN-07",
    when=PAIN_SEVERITY.is_("severe"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    floor_of="PEDS-PAIN-02",
    patient=_(
        "Pain that was severe in the last day should be checked in person within a day, even if easing."
    ),
    clinician=_(
        "Severe pain in the last day. Floor for the improving fresh strain at 12 or older, which PAIN-02 "
        "leaves out."
    ),
    sources=(SEED_000, SCH),
    fires=("pain_severity=severe",),
    silent=("pain_severity=not_sure",),
)

INF_08 = Rule(
    id="PEDS-INF-08",
    when=FEVER_LOW,
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_(
        "A slightly high temperature with back pain should be checked in person within a day. If "
        "it is 100.4°F (38°C) or higher, go to the emergency room."
    ),
    clinician=_(
        "Low-grade fever: early discitis/osteomyelitis often has low-grade or no fever. ESR, CRP, films."
    ),
    sources=(SEED_002, UMEM),
    fires=(
        "fever_temp_f=99.5|100.3",
        "fever=low_grade",
    ),
    silent=("fever_temp_f=98.5|99.4",),
)

INF_09 = Rule(
    id="PEDS-INF-09",
    when=FEVER.is_("before_pain") & CHILD_AGE_YEARS.below(10),
    level=Level.PROMPT_IN_PERSON,
    hours=48,
    patient=_("A fever shortly before back pain in a child under 10 should be checked in person."),
    clinician=_(
        "Febrile illness before the pain: seeding of disc or bone, post-viral myositis or "
        "Guillain-Barre, transient synovitis."
    ),
    sources=(DISC01, GP_KNOW),
    fires=("child_age_years=9; fever=before_pain",),
    silent=(
        "child_age_years=9",
        "child_age_years=10; fever=before_pain",
    ),
)

WALK_04 = Rule(
    id="PEDS-WALK-04",
    when=(
        WALKING.is_("stiff_sore") & (CHILD_AGE_YEARS.below(10) | INJURY.is_("no_cause", "unseen", "unclear"))
    )
    | WALKING.is_("usual_aid")
    | FUNCTION.has("needs_help"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_(
        "Stiff walking with new back pain needs an exam within a day. So does new back pain in "
        "someone who needs help to move or uses a walking aid."
    ),
    clinician=_(
        "Guarded gait, loss of independence, or baseline mobility aid (walking cannot be used as "
        "a sign): exam within a day."
    ),
    sources=(SCH, GP_KNOW),
    fires=(
        "function=needs_help",
        "walking=stiff_sore; injury=no_cause|unseen|unclear",
        "child_age_years=9; walking=stiff_sore",
        "walking=usual_aid",
    ),
    silent=(
        "injury=no_cause",
        "child_age_years=10; walking=stiff_sore",
    ),
)

HIP_01 = Rule(
    id="PEDS-HIP-01",
    when=LOCATION.has("hip_groin"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=_(
        "Pain in the hip, groin, or knee should be checked in person within a day. Until then, "
        "no running or jumping. With a limp, it should be checked today."
    ),
    clinician=_(
        "Hip pathology felt in the back or knee: SCFE, Perthes, septic or transient synovitis. "
        "Examine hips; pelvis films."
    ),
    sources=(QLD_LIMP, RCH_LIMP),
    fires=("location=hip_groin",),
    silent=("location=not_sure",),
)

TRAUMA_08 = Rule(
    id="PEDS-TRAUMA-08",
    when=INJURY.is_("major"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    floor_of="PEDS-TRAUMA-02",
    patient=_("After a big injury, an exam within a day is best, even when the pain is easing."),
    clinician=_(
        "Big injury. Floor for the case over 2 weeks old, mild and improving, at 6 or older, which "
        "TRAUMA-02 leaves out."
    ),
    sources=(SCH, ISPN),
    fires=("injury=major",),
    silent=("injury=minor",),
)

RULES = (AGE_02, AGE_03, RF_01, NIGHT_01, PAIN_04, PAIN_07, INF_08, INF_09, WALK_04, HIP_01, TRAUMA_08)
