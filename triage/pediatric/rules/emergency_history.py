"""Emergency now: injury, history, medicine, safeguarding (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule, Transport
from triage.pediatric.facts import UNDER_6_MONTHS
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY, INJURY_WHEN
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import LOCATION, PAIN_SEVERITY
from triage.pediatric.questions.tests_medicine import MEDICINES_GIVEN
from triage.pediatric.questions.walking_fever import WALKING
from triage.sources import GP_KNOW, ISPN, MSCC19, REYE, SAFETY_POLICY, SCD, SCH, SEA, TEN4
from triage.words import Voiced, _

TRAUMA_01 = Rule(
    id="PEDS-TRAUMA-01",
    when=INJURY.is_("major")
    & (
        INJURY_WHEN.is_("today", "not_sure")
        | (
            INJURY_WHEN.is_("days_1_3")
            & (
                PAIN_SEVERITY.is_("severe")
                | WALKING.is_("limp", "refuses")
                | LOCATION.has("upper_mid", "neck")
                | BACK_SKIN.has("spine_tender")
            )
        )
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "Back pain after a big injury can mean a broken bone in the spine. Call {emergency_number}. "
            "Do not move your child unless they are in danger."
        ),
        _(
            "Back pain after a big injury can mean a broken bone in the spine. Call {emergency_number}. "
            "Do not move unless you are in danger."
        ),
    ),
    clinician=_(
        "Possible unstable spinal injury, lap-belt injury with abdominal injury, noncontiguous fracture."
    ),
    sources=(SCH, SEA, ISPN),
    fires=(
        "injury=major; back_skin=spine_tender",
        "injury=major; injury_when=today|not_sure",
        "injury=major; pain_severity=severe",
        "walking=limp|refuses; injury=major",
        "injury=major; location=upper_mid|neck",
    ),
    silent=("injury=major",),
)

TRAUMA_03 = Rule(
    id="PEDS-TRAUMA-03",
    when=HISTORY.has("bleeding") & INJURY.is_("major", "minor", "unseen", "unclear"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _("An injury to the back needs the emergency room now when a child bleeds easily."),
        _("An injury to the back needs the emergency room now when you bleed easily."),
    ),
    clinician=_("Spinal epidural hematoma or retroperitoneal bleed."),
    sources=(GP_KNOW,),
    fires=("injury=major|minor|unseen|unclear; history=bleeding",),
    silent=("injury=major",),
)

TRAUMA_06 = Rule(
    id="PEDS-TRAUMA-06",
    when=(
        INJURY.is_("major")
        & (
            INJURY_WHEN.is_("days_1_3")
            | PAIN_SEVERITY.is_("severe")
            | CHILD_AGE_YEARS.below(4)
            | BELLY_CHEST.has("vomiting", "belly_pain")
            | BACK_SKIN.has("spine_tender", "bruise")
        )
    )
    | (INJURY.is_("major", "minor") & URINE.has("blood_urine"))
    | (
        INJURY.is_("minor")
        & LOCATION.has("neck")
        & (
            PAIN_SEVERITY.is_("moderate", "severe")
            | BACK_SKIN.has("spine_tender")
            | GATE_NERVE.has("head_tilt")
        )
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "After an injury, your answers show a sign that needs the emergency room now. Keep your child "
            "still. Do not twist the neck or back."
        ),
        _(
            "After an injury, your answers show a sign that needs the emergency room now. Keep still. Do "
            "not twist your neck or back."
        ),
    ),
    clinician=_(
        "Possible unstable spine or cervical injury, lap-belt injury (Chance fracture with bowel "
        "injury), kidney or spleen injury."
    ),
    sources=(SCH, ISPN, GP_KNOW),
    fires=(
        "injury=major",
        "injury=major; injury_when=today; pain_severity=severe",
        "child_age_years=3; injury=major; injury_when=today",
        "injury=major; injury_when=today; belly_chest=vomiting|belly_pain",
        "injury=major; injury_when=today; back_skin=spine_tender|bruise",
        "injury=major; injury_when=today; urine=blood_urine",
        "injury=minor; urine=blood_urine",
        "gate_nerve=head_tilt; injury=minor; location=neck",
        "injury=minor; location=neck; pain_severity=moderate|severe",
        "injury=minor; location=neck; back_skin=spine_tender",
    ),
    silent=(
        "back_skin=bruise",
        "child_age_years=4; injury=major; injury_when=today",
        "gate_nerve=head_tilt",
    ),
)

HX_06 = Rule(
    id="PEDS-HX-06",
    when=(HISTORY.has("cancer", "sickle_cell", "bleeding", "connective") & PAIN_SEVERITY.is_("severe"))
    | (HISTORY.has("sickle_cell") & SYSTEMIC.has("very_tired", "pale", "belly_lump")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "With your child's health history, severe pain, or looking pale or very tired, is an "
            "emergency. Go to the emergency room now. Call your specialist team too."
        ),
        _(
            "With your health history, severe pain, or looking pale or very tired, is an emergency. Go to "
            "the emergency room now. Call your specialist team too."
        ),
    ),
    clinician=_(
        "Vaso-occlusive crisis, splenic sequestration, cord compression or relapse, epidural or "
        "retroperitoneal bleed, aortic dissection."
    ),
    sources=(SCD, MSCC19, GP_KNOW),
    fires=(
        "pain_severity=severe; history=connective|cancer|sickle_cell|bleeding",
        "systemic=belly_lump|very_tired|pale; history=sickle_cell",
    ),
    silent=(
        "pain_severity=severe",
        "systemic=belly_lump",
    ),
)

HX_08 = Rule(
    id="PEDS-HX-08",
    when=HISTORY.has("down") & (WALKING.is_("limp", "refuses") | GATE_NERVE.has("head_tilt", "not_sure")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "With Down syndrome, a change in walking, or in how the head is held, can be a neck "
            "problem. Go to the emergency room now. Do not twist or test the neck."
        ),
        _(
            "With Down syndrome, a change in walking, or in how you hold your head, can be a neck "
            "problem. Go to the emergency room now. Do not twist or test your neck."
        ),
    ),
    clinician=_("Atlantoaxial instability with possible cord compression."),
    sources=(GP_KNOW,),
    fires=(
        "gate_nerve=not_sure|head_tilt; history=down",
        "walking=limp|refuses; history=down",
    ),
    silent=("gate_nerve=not_sure",),
)

SICKLE_02 = Rule(
    id="PEDS-SICKLE-02",
    when=HISTORY.has("sickle_cell") & BELLY_CHEST.has("cough_breath"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "A cough or pain with breathing is an emergency in sickle cell disease. Go to the emergency room now."
    ),
    clinician=_("Chest symptoms in sickle cell disease: acute chest syndrome."),
    sources=(SCD,),
    fires=("belly_chest=cough_breath; history=sickle_cell",),
    silent=("belly_chest=cough_breath",),
)

MED_02 = Rule(
    id="PEDS-MED-02",
    when=MEDICINES_GIVEN.has("aspirin") & BELLY_CHEST.has("vomiting"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_("Throwing up after aspirin is a danger sign in anyone under 19. Go to the emergency room now."),
    clinician=_("Vomiting after aspirin or salicylate: Reye's syndrome or salicylate toxicity."),
    sources=(REYE,),
    fires=("belly_chest=vomiting; medicines_given=aspirin",),
    silent=("belly_chest=vomiting",),
)

SAFE_01 = Rule(
    id="PEDS-SAFE-01",
    when=(
        CHILD_AGE_YEARS.below(1)
        & (BACK_SKIN.has("bruise") | SYSTEMIC.has("easy_bruising") | INJURY.is_("unseen"))
    )
    | (UNDER_6_MONTHS & INJURY.is_("major", "minor", "strain_overuse")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    public_id="PEDS-EXAM-01",
    patient=_("Back pain in a baby is never treated as simple. Please go to the emergency room now."),
    clinician=_(
        "SAFEGUARDING: bruise or unwitnessed injury in an infant, or any injury story under 6 "
        "months (TEN-4-FACESp). Consider inflicted injury, skeletal survey per local protocol, "
        "bleeding disorder, leukemia. Mandatory-reporter duties apply."
    ),
    sources=(TEN4,),
    fires=(
        "child_age_years=0",
        "child_age_years=0; injury=unseen|major|minor",
        "child_age_years=0; child_age_months=6; back_skin=bruise",
        "child_age_years=0; child_age_months=6; systemic=easy_bruising",
        "child_age_years=0; child_age_months=5",
    ),
    silent=(
        "injury=unseen",
        "child_age_years=1; injury=unseen",
        "child_age_years=12",
        "child_age_years=0; child_age_months=6",
    ),
)

TRAUMA_09 = Rule(
    id="PEDS-TRAUMA-09",
    when=CHILD_AGE_YEARS.below(1) & INJURY.is_("unclear"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_("Back pain in a baby is never treated as simple. Please go to the emergency room now."),
    clinician=_(
        "Cause not known or question left blank in an infant. Not by itself a safeguarding fact: "
        "ask again, neutrally."
    ),
    sources=(TEN4, SAFETY_POLICY),
    fires=("child_age_years=0; injury=unclear",),
    silent=(
        "injury=unclear",
        "child_age_years=1; injury=unclear",
    ),
)

RULES = (TRAUMA_01, TRAUMA_03, TRAUMA_06, HX_06, HX_08, SICKLE_02, MED_02, SAFE_01, TRAUMA_09)
