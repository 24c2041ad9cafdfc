"""Seen today: injury, urine, belly, chest, medicine, safety (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import FEVER_ANY, NIGHT
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY, INJURY_WHEN
from triage.pediatric.questions.pain import DURATION, LOCATION, PAIN_SEVERITY, PAIN_TREND
from triage.pediatric.questions.pain_more import LEG_PAIN
from triage.pediatric.questions.private import MOOD
from triage.pediatric.questions.tests_medicine import MEDICINES_GIVEN
from triage.pediatric.questions.walking_fever import WALKING
from triage.sources import (
    ALL,
    GP_KNOW,
    HLTHI_STONE,
    ISPN,
    KH_KID,
    L988,
    NICE_NG12,
    PNEU,
    SAFETY_POLICY,
    SCH,
    SCT,
    SEA,
    SEED_004,
    TEN4,
    UTI,
)
from triage.words import Voiced, _

TRAUMA_02 = Rule(
    id="PEDS-TRAUMA-02",
    when=INJURY.is_("major")
    & ~(
        INJURY_WHEN.is_("older")
        & PAIN_TREND.is_("better")
        & PAIN_SEVERITY.is_("mild")
        & CHILD_AGE_YEARS.at_least(6)
    ),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Back pain after a big injury should be checked in person today. This is true even if "
        "the injury was some days ago."
    ),
    clinician=_("Big injury: missed fracture or ligament injury."),
    sources=(SCH, ISPN),
    fires=(
        "injury=major",
        "child_age_years=5; injury=major; injury_when=older; pain_trend=better",
    ),
    silent=(
        "child_age_years=12",
        "injury=major; injury_when=older; pain_trend=better",
        "child_age_years=6; injury=major; injury_when=older; pain_trend=better",
    ),
)

TRAUMA_04 = Rule(
    id="PEDS-TRAUMA-04",
    when=INJURY.is_("minor", "unseen", "unclear")
    & (BACK_SKIN.has("spine_tender") | HISTORY.has("bone_fragile") | PAIN_SEVERITY.is_("severe")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "There may have been an injury. A sore spot on the spine, bones that break easily, or "
        "severe pain should then be checked today."
    ),
    clinician=_(
        "Possible vertebral fracture after lesser trauma; consider pathologic fracture "
        "(leukemia, LCH, low bone density)."
    ),
    sources=(ISPN, ALL),
    fires=(
        "injury=minor|unseen|unclear; pain_severity=severe",
        "injury=minor; back_skin=spine_tender",
        "injury=minor; history=bone_fragile",
    ),
    silent=("pain_severity=severe",),
)

TRAUMA_07 = Rule(
    id="PEDS-TRAUMA-07",
    when=INJURY.is_("minor") & LOCATION.has("neck"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Neck pain after an injury, even a small one, should be checked in person today. Keep the neck "
        "still and stop sports."
    ),
    clinician=_("Neck pain after minor trauma: cervical fracture, SCIWORA, rotatory subluxation."),
    sources=(ISPN, GP_KNOW),
    fires=("injury=minor; location=neck",),
    silent=("location=neck",),
)

URO_01 = Rule(
    id="PEDS-URO-01",
    when=(URINE.has("burning", "often_smelly", "blood_urine") | LOCATION.has("side_flank"))
    & (FEVER_ANY | SYSTEMIC.has("shaking_chills") | BELLY_CHEST.has("vomiting")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Pain on one side, or changes in pee, with fever, chills, or throwing up can be a kidney "
            "infection. Your child needs a pee (urine) test today. Do not give ibuprofen or naproxen "
            "until you have been told it is OK."
        ),
        _(
            "Pain on one side, or changes in pee, with fever, chills, or throwing up can be a kidney "
            "infection. You need a pee (urine) test today. Do not take ibuprofen or naproxen until "
            "you have been told it is OK."
        ),
    ),
    clinician=_("Pyelonephritis, infected obstruction. Urinalysis and culture; avoid NSAIDs until assessed."),
    sources=(SCH, UTI, KH_KID),
    fires=(
        "location=side_flank; belly_chest=vomiting",
        "urine=burning|often_smelly|blood_urine; belly_chest=vomiting",
        "location=side_flank; systemic=shaking_chills",
    ),
    silent=("belly_chest=vomiting",),
)

URO_02 = Rule(
    id="PEDS-URO-02",
    when=URINE.has("blood_urine") | (LOCATION.has("side_flank") & PAIN_SEVERITY.is_("severe")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Pink, red, or brown pee, or very bad pain on one side, should be checked today."),
    clinician=_(
        "Stone, renal injury, nephritis, Wilms tumor (visible hematuria), sickle papillary necrosis."
    ),
    sources=(SCH, NICE_NG12, HLTHI_STONE),
    fires=(
        "urine=blood_urine",
        "location=side_flank; pain_severity=severe",
    ),
    silent=("pain_severity=severe",),
)

DM_01 = Rule(
    id="PEDS-DM-01",
    when=URINE.has("thirst_pee"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Great thirst, with much more pee than usual, needs a blood sugar test today."),
    clinician=_(
        "Polyuria and polydipsia: new diabetes mellitus until excluded; also hypercalcemia, "
        "diabetes insipidus (LCH, pituitary mass). Glucose today."
    ),
    sources=(GP_KNOW,),
    fires=("urine=thirst_pee",),
    silent=("urine=not_sure",),
)

RESP_01 = Rule(
    id="PEDS-RESP-01",
    when=BELLY_CHEST.has("cough_breath"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "A cough with fast breathing, or pain when breathing in, can come from the lungs. Lung "
            "pain can be felt in the back. Your child should be seen today."
        ),
        _(
            "A cough with fast breathing, or pain when breathing in, can come from the lungs. Lung "
            "pain can be felt in the back. You should be seen today."
        ),
    ),
    clinician=_("Cough or pleuritic pain: lower-lobe pneumonia, effusion, pneumothorax."),
    sources=(PNEU,),
    fires=("belly_chest=cough_breath",),
    silent=("belly_chest=not_sure",),
)

ABD_01 = Rule(
    id="PEDS-ABD-01",
    when=BELLY_CHEST.has("vomiting"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "A child who keeps throwing up can soon have too little water in the body. Your child "
            "should be seen today."
        ),
        _(
            "If you keep throwing up, you can soon have too little water in the body. You should be "
            "seen today."
        ),
    ),
    clinician=_(
        "Pyelonephritis, appendicitis, pancreatitis, obstruction, raised intracranial pressure; dehydration."
    ),
    sources=(UTI, SEED_004),
    fires=("belly_chest=vomiting",),
    silent=("belly_chest=not_sure",),
)

CONSTIP_02 = Rule(
    id="PEDS-CONSTIP-02",
    when=BELLY_CHEST.has("constipation")
    & (
        NIGHT
        | BACK_SHAPE.is_("new_curve")
        | LEG_PAIN.is_("one_leg")
        | (CHILD_AGE_YEARS.below(4) & WALKING.is_("stiff_sore", "limp"))
        | DURATION.is_("w4_12", "gt_12w")
    ),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Hard or rare poops (constipation) together with your other answers can be a nerve sign. "
            "Your child should be seen today."
        ),
        _(
            "Hard or rare poops (constipation) together with your other answers can be a nerve sign. "
            "You should be seen today."
        ),
    ),
    clinician=_(
        "New constipation with back pain plus a cord or mass sign: neurogenic bowel, tethered "
        "cord, sacral or pelvic mass."
    ),
    sources=(SCT, GP_KNOW),
    fires=(
        "duration=w4_12|gt_12w; belly_chest=constipation",
        "back_shape=new_curve; belly_chest=constipation",
        "leg_pain=one_leg; belly_chest=constipation",
        "child_age_years=3; walking=stiff_sore; belly_chest=constipation",
        "child_age_years=1; walking=limp; belly_chest=constipation",
    ),
    silent=(
        "duration=w4_12",
        "walking=stiff_sore; belly_chest=constipation",
        "child_age_years=4; walking=stiff_sore; belly_chest=constipation",
    ),
)

MED_03 = Rule(
    id="PEDS-MED-03",
    when=MEDICINES_GIVEN.has("too_much"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Call Poison Control now at 1-800-222-1222 and do what they say. Bring the bottle or package. "
            "Your child should also be checked today."
        ),
        _(
            "Call Poison Control now at 1-800-222-1222 and do what they say. Bring the bottle or package. "
            "You should also be checked today."
        ),
    ),
    clinician=_("Possible analgesic overdose (acetaminophen may be silent at first)."),
    sources=(GP_KNOW,),
    fires=("medicines_given=too_much",),
    silent=("medicines_given=not_sure",),
)

SAFE_02 = Rule(
    id="PEDS-SAFE-02",
    when=CHILD_AGE_YEARS.below(4) & (BACK_SKIN.has("bruise") | INJURY.is_("unseen")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    public_id="PEDS-EXAM-02",
    patient=_("Back pain in a child this young should be checked in person today."),
    clinician=_(
        "SAFEGUARDING: torso bruise or unwitnessed injury under 4 years (TEN-4-FACESp). Consider "
        "inflicted injury and bleeding disorder/leukemia. Mandatory-reporter duties apply."
    ),
    sources=(TEN4,),
    fires=(
        "child_age_years=1|3; injury=unseen",
        "child_age_years=1; back_skin=bruise",
    ),
    silent=(
        "injury=unseen",
        "child_age_years=4; injury=unseen",
    ),
)

TRAUMA_10 = Rule(
    id="PEDS-TRAUMA-10",
    when=CHILD_AGE_YEARS.below(4) & INJURY.is_("unclear"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Back pain in a child this young should be checked in person today."),
    clinician=_(
        "Cause not known or question left blank under 4 years. Not by itself a safeguarding "
        "fact: ask again, neutrally."
    ),
    sources=(TEN4, SAFETY_POLICY),
    fires=("child_age_years=1|3; injury=unclear",),
    silent=(
        "injury=unclear",
        "child_age_years=4; injury=unclear",
    ),
)

MOOD_01 = Rule(
    id="PEDS-MOOD-01",
    when=MOOD.is_("safety_worry"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "If your child might hurt themselves, call or text 988 now, at any time. Call "
            "{emergency_number} if there is danger right now. The care team will also contact you today."
        ),
        _(
            "If you might hurt yourself, call or text 988 now, at any time. Call {emergency_number} if "
            "there is danger right now. The care team will also contact you today."
        ),
    ),
    clinician=_("Self-harm concern: same-day mental health safety assessment."),
    sources=(L988, SEA),
    fires=("mood=safety_worry",),
    silent=("mood=no",),
)

RULES = (
    TRAUMA_02,
    TRAUMA_04,
    TRAUMA_07,
    URO_01,
    URO_02,
    DM_01,
    RESP_01,
    ABD_01,
    CONSTIP_02,
    MED_03,
    SAFE_02,
    TRAUMA_10,
    MOOD_01,
)
