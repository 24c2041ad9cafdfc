"""A visit by video or phone (pediatric section 2.3)."""

from __future__ import annotations

from triage.conditions import NOTHING_FIRED
from triage.model import Level, Rule
from triage.pediatric.facts import HOME_OK, STRAIN_OK
from triage.pediatric.questions import (
    BACK_SHAPE,
    BACK_SKIN,
    BELLY_CHEST,
    CHILD_AGE_YEARS,
    DURATION,
    EPISODES,
    FEVER,
    FUNCTION,
    HISTORY,
    INJURY,
    INJURY_WHEN,
    LEG_PAIN,
    LOCATION,
    MEDICINES_GIVEN,
    MOOD,
    MORNING_STIFFNESS,
    NIGHT_PAIN,
    PAIN_PATTERN,
    PAIN_SEVERITY,
    PAIN_TREND,
    PAIN_TRIGGERS,
    PRIOR_IMAGING,
    URINE,
)
from triage.sources import (
    CHKD,
    FROSCH22,
    GP_KNOW,
    HOU,
    JFP20,
    KH,
    KORDI,
    PMM_S,
    REYE,
    SAFETY_POLICY,
    SCH,
    SCHEU,
    SEA,
    SEED_002,
    SEED_004,
    SPA,
    SPOND,
)
from triage.words import Voiced, _

AGE_04 = Rule(
    id="PEDS-AGE-04",
    when=CHILD_AGE_YEARS.at_least(5) & CHILD_AGE_YEARS.below(10),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("Back pain is less common before age 10, so a clinician should hear about it."),
    clinician=_("Age 5-9: never self-care only."),
    sources=(SEA, JFP20),
)

DUR_02 = Rule(
    id="PEDS-DUR-02",
    when=DURATION.is_("w2_4", "not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_(
        "Pain that has lasted, or may have lasted, more than 2 weeks should be talked over with a clinician."
    ),
    clinician=_("Overuse pain beyond 2 weeks."),
    sources=(SCH, KH),
)

LOC_01 = Rule(
    id="PEDS-LOC-01",
    when=LOCATION.has("neck", "side_flank", "buttock_hip", "tailbone", "all_over", "cant_tell")
    | LEG_PAIN.is_("buttock_only")
    | (LOCATION.has("upper_mid") & ~STRAIN_OK),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_(
        "Pain outside the low back, or pain that is hard to place, should be talked over with a clinician."
    ),
    clinician=_("Thoracic/neck/flank/diffuse site: less often simple strain."),
    sources=(SCH, SEED_004),
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
    patient=_(
        "Pain that gets in the way of daily life, or may do so, should be talked over with a clinician."
    ),
    clinician=_("Moderate pain or functional limit."),
    sources=(SCH,),
)

PAIN_06 = Rule(
    id="PEDS-PAIN-06",
    when=PAIN_PATTERN.is_("better_moving", "comes_goes"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("Pain that comes and goes, or eases with moving, should be talked over with a clinician."),
    clinician=_("Not clearly mechanical."),
    sources=(SEED_002,),
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
    patient=_("A small injury, or pain with no clear cause, should be talked over with a clinician."),
    clinician=_("Minor trauma or no clear mechanical cause."),
    sources=(SCH,),
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
    patient=_("A few of your answers need a clinician's opinion."),
    clinician=_("Valsalva pain (disc), brief stiffness, or bedtime pain."),
    sources=(KORDI, CHKD),
)

CONSTIP_01 = Rule(
    id="PEDS-CONSTIP-01",
    when=BELLY_CHEST.has("constipation"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("Constipation can cause back pain, and a clinician can help with both."),
    clinician=_("Constipation; if new with neurologic change treat as bowel dysfunction."),
    sources=(GP_KNOW,),
)

INF_10 = Rule(
    id="PEDS-INF-10",
    when=FEVER.is_("before_pain"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-INF-09",
    patient=_("A fever before the pain began is worth telling a clinician about."),
    clinician=_("Resolved febrile illness before the pain."),
    sources=(SEED_002, GP_KNOW),
)

PERIOD_01 = Rule(
    id="PEDS-PERIOD-01",
    when=BELLY_CHEST.has("period_cramps"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_(
        "Back pain that comes with period cramps can often be helped. A clinician can talk it over with you."
    ),
    clinician=_(
        "Dysmenorrhea with referred back pain; ask in private about pregnancy, missed or heavy "
        "periods, endometriosis."
    ),
    sources=(GP_KNOW,),
)

SPORT_02 = Rule(
    id="PEDS-SPORT-02",
    when=CHILD_AGE_YEARS.at_least(6) & PAIN_TRIGGERS.has("bending_back"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-SPORT-01",
    patient=_(
        "Pain when leaning back can be a stress injury of the spine. Stop sports that arch the back until "
        "a clinician has heard about it."
    ),
    clinician=_(
        "Extension pain, short and mild: early spondylolysis possible; rest from extension, exam "
        "if not settled in 2 weeks."
    ),
    sources=(SCH, SPOND),
)

SHAPE_03 = Rule(
    id="PEDS-SHAPE-03",
    when=BACK_SHAPE.is_("long_standing") | HISTORY.has("scoliosis"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-SHAPE-02",
    patient=_("With a known curve of the spine, a clinician should hear about new back pain."),
    clinician=_("Known curve with short, mild pain."),
    sources=(PMM_S, SCHEU),
)

INFL_03 = Rule(
    id="PEDS-INFL-03",
    when=HISTORY.has("arthritis_ibd"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-INFL-01",
    patient=Voiced(
        _("Because of your child's health history, a clinician should hear about this pain."),
        _("Because of your health history, a clinician should hear about this pain."),
    ),
    clinician=_("Arthritis, psoriasis, IBD, or uveitis with short, mechanical pain."),
    sources=(SPA,),
)

MOOD_02 = Rule(
    id="PEDS-MOOD-02",
    when=MOOD.is_("a_lot"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("The pain is real, and stress can add to it. A clinician can help with both."),
    clinician=_("Psychosocial contributor (yellow flag); do not use to dismiss red flags."),
    sources=(SEA, FROSCH22),
)

MED_01 = Rule(
    id="PEDS-MED-01",
    when=MEDICINES_GIVEN.has("aspirin"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=Voiced(
        _(
            "Please do not give any more aspirin to a child or teen unless a doctor told you to. Tell the "
            "clinician it was given."
        ),
        _(
            "Please do not take any more aspirin unless a doctor told you to. Tell the clinician that you "
            "took it."
        ),
    ),
    clinician=_("Aspirin exposure under 19: Reye's counseling; ask about viral illness and varicella."),
    sources=(REYE,),
)

IMG_03 = Rule(
    id="PEDS-IMG-03",
    when=PRIOR_IMAGING.is_("xray_normal", "xray_unclear", "mri_ct", "not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=Voiced(
        _(
            "Your child has had, or may have had, tests for this pain. A clinician should go over them "
            "with you."
        ),
        _("You have had, or may have had, tests for this pain. A clinician should go over them with you."),
    ),
    clinician=_("Prior imaging without red flags: review."),
    sources=(SEED_002,),
)

HX_05 = Rule(
    id="PEDS-HX-05",
    when=HISTORY.has("down"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=Voiced(
        _("Because of your child's health history, a clinician should hear about this pain."),
        _("Because of your health history, a clinician should hear about this pain."),
    ),
    clinician=_("Down syndrome without neck pain."),
    sources=(GP_KNOW,),
)

UNSURE_03 = Rule(
    id="PEDS-UNSURE-03",
    when=LOCATION.has("not_sure")
    | PAIN_TRIGGERS.has("not_sure")
    | MORNING_STIFFNESS.is_("not_sure")
    | BACK_SKIN.has("not_looked", "not_sure")
    | BACK_SHAPE.is_("not_sure")
    | URINE.has("not_sure")
    | BELLY_CHEST.has("not_sure")
    | MEDICINES_GIVEN.has("not_sure")
    | INJURY_WHEN.is_("not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("You were not sure about some answers. A clinician can go through them with you."),
    clinician=_("Non-emergency item not sure or blank."),
    sources=(SAFETY_POLICY,),
)

DEFAULT_01 = Rule(
    id="PEDS-DEFAULT-01",
    when=NOTHING_FIRED & ~HOME_OK,
    level=Level.VIRTUAL_VISIT,
    hours=72,
    finished_only=True,
    patient=Voiced(
        _("Your answers do not show a warning sign, but a clinician should hear about your child's pain."),
        _("Your answers do not show a warning sign, but a clinician should hear about your pain."),
    ),
    clinician=_("Safety net: no rule fired and self-care conditions not all met."),
    sources=(SAFETY_POLICY,),
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
    CONSTIP_01,
    INF_10,
    PERIOD_01,
    SPORT_02,
    SHAPE_03,
    INFL_03,
    MOOD_02,
    MED_01,
    IMG_03,
    HX_05,
    UNSURE_03,
    DEFAULT_01,
)
