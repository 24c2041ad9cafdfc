"""A visit by video or phone: age, duration, place and kind of pain (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import STRAIN_OK
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.daily_life import FUNCTION
from triage.pediatric.questions.health import BACK_SKIN
from triage.pediatric.questions.injury import INJURY, INJURY_WHEN
from triage.pediatric.questions.pain import (
    DURATION,
    LOCATION,
    NIGHT_PAIN,
    PAIN_PATTERN,
    PAIN_SEVERITY,
    PAIN_TREND,
)
from triage.pediatric.questions.pain_more import EPISODES, LEG_PAIN, MORNING_STIFFNESS, PAIN_TRIGGERS
from triage.sources import (
    CHKD,
    HOU,
    JFP20,
    KH,
    KORDI,
    SCH,
    SEA,
    SEED_002,
    SEED_004,
)
from triage.words import _

AGE_04 = Rule(
    id="PEDS-AGE-04",
    when=CHILD_AGE_YEARS.at_least(5) & CHILD_AGE_YEARS.below(10),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("Back pain is less common before age 10, so a doctor or nurse should hear about it."),
    clinician=_("Age 5-9: never self-care only."),
    sources=(SEA, JFP20),
    fires=("child_age_years=5|9",),
    silent=("child_age_years=12|4|10",),
)

DUR_02 = Rule(
    id="PEDS-DUR-02",
    when=DURATION.is_("w2_4", "not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_(
        "A doctor or nurse should hear about pain that has lasted, or may have lasted, more than 2 weeks."
    ),
    clinician=_("Overuse pain beyond 2 weeks."),
    sources=(SCH, KH),
    fires=("duration=w2_4|not_sure",),
    silent=("duration=lt_3d",),
)

LOC_01 = Rule(
    id="PEDS-LOC-01",
    when=LOCATION.has("neck", "side_flank", "buttock_hip", "tailbone", "all_over", "cant_tell")
    | LEG_PAIN.is_("buttock_only")
    | (LOCATION.has("upper_mid") & ~STRAIN_OK),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_(
        "A doctor or nurse should hear about pain outside the low back, or pain that is hard to point to."
    ),
    clinician=_("Thoracic/neck/flank/diffuse site: less often simple strain."),
    sources=(SCH, SEED_004),
    fires=(
        "leg_pain=buttock_only",
        "location=neck|side_flank|buttock_hip|tailbone|all_over|cant_tell",
        "walking=limp; location=upper_mid",
        "child_age_years=9; location=upper_mid",
    ),
    silent=(
        "walking=limp",
        "child_age_years=10; location=upper_mid",
        "location=upper_mid; pain_trend=up_down",
    ),
)

PAIN_05 = Rule(
    id="PEDS-PAIN-05",
    when=PAIN_SEVERITY.is_("not_sure")
    | (
        PAIN_SEVERITY.is_("moderate")
        & ~(STRAIN_OK & DURATION.is_("lt_3d") & PAIN_TREND.is_("better") & CHILD_AGE_YEARS.at_least(12))
    ),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("A doctor or nurse should hear about pain that gets in the way of daily life, or may do so."),
    clinician=_("Moderate pain or functional limit."),
    sources=(SCH,),
    fires=(
        "pain_severity=moderate|not_sure",
        "child_age_years=11; duration=lt_3d; pain_severity=moderate; pain_trend=better",
    ),
    silent=(
        "gate_now=none",
        "duration=lt_3d; pain_severity=moderate; pain_trend=better",
    ),
)

PAIN_06 = Rule(
    id="PEDS-PAIN-06",
    when=PAIN_PATTERN.is_("better_moving", "comes_goes"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("A doctor or nurse should hear about pain that comes and goes, or eases with moving."),
    clinician=_("Not clearly mechanical."),
    sources=(SEED_002,),
    fires=("pain_pattern=better_moving|comes_goes",),
    silent=("pain_pattern=not_sure",),
)

FUNC_01 = Rule(
    id="PEDS-FUNC-01",
    when=FUNCTION.has("missed_school")
    | (FUNCTION.has("stopped_sport") & DURATION.is_("d3_14", "w2_4", "w4_12", "gt_12w", "not_sure"))
    | EPISODES.is_("often"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("Missing school or sports, or having back pain often, is a good reason for a visit."),
    clinician=_("Functional disability or recurrent pain."),
    sources=(HOU, SCH),
    fires=(
        "episodes=often",
        "function=missed_school|stopped_sport",
        "duration=w2_4|w4_12|gt_12w|not_sure; function=stopped_sport",
    ),
    silent=("duration=d3_14",),
)

CAUSE_01 = Rule(
    id="PEDS-CAUSE-01",
    when=INJURY.is_("no_cause", "unseen", "unclear")
    | (
        INJURY.is_("minor")
        & ~(
            CHILD_AGE_YEARS.at_least(10)
            & PAIN_TREND.is_("better")
            & BACK_SKIN.only("none")
            & INJURY_WHEN.is_("today", "days_1_3", "days_4_14")
        )
    ),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("A doctor or nurse should hear about a small injury, or pain with no clear cause."),
    clinician=_("Minor trauma or no clear mechanical cause."),
    sources=(SCH,),
    fires=(
        "injury=minor|no_cause|unseen|unclear",
        "child_age_years=9; injury=minor; pain_trend=better",
    ),
    silent=(
        "child_age_years=12",
        "child_age_years=10; injury=minor; pain_trend=better",
        "injury=minor; injury_when=today|days_4_14; pain_trend=better",
    ),
)

TRIG_01 = Rule(
    id="PEDS-TRIG-01",
    when=(
        PAIN_TRIGGERS.has("cough_sneeze")
        | MORNING_STIFFNESS.is_("lt_30")
        | NIGHT_PAIN.is_("settling", "turning_only")
    )
    & ~STRAIN_OK,
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("A doctor or nurse should hear about a few of your answers."),
    clinician=_("Valsalva pain (disc), brief stiffness, or bedtime pain."),
    sources=(KORDI, CHKD),
    fires=(
        "walking=limp; night_pain=settling|turning_only",
        "walking=limp; pain_triggers=cough_sneeze",
        "walking=limp; morning_stiffness=lt_30",
    ),
    silent=("walking=limp",),
)

RULES = (
    AGE_04,
    DUR_02,
    LOC_01,
    PAIN_05,
    PAIN_06,
    FUNC_01,
    CAUSE_01,
    TRIG_01,
)
