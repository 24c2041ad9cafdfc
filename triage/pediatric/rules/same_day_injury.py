"""Seen today: injury, urine, belly, chest, medicine, safety (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import FEVER_ANY, NIGHT
from triage.pediatric.questions import (
    BACK_SHAPE,
    BACK_SKIN,
    BELLY_CHEST,
    CHILD_AGE_YEARS,
    DURATION,
    HISTORY,
    INJURY,
    INJURY_WHEN,
    LEG_PAIN,
    LOCATION,
    MEDICINES_GIVEN,
    MOOD,
    PAIN_SEVERITY,
    PAIN_TREND,
    SYSTEMIC,
    URINE,
    WALKING,
)
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
        "Back pain after a big injury should be checked in person today, even when the injury was some "
        "days ago."
    ),
    clinician=_("Big injury: missed fracture or ligament injury."),
    sources=(SCH, ISPN),
)

TRAUMA_04 = Rule(
    id="PEDS-TRAUMA-04",
    when=INJURY.is_("minor", "unseen", "unclear")
    & (BACK_SKIN.has("spine_tender") | HISTORY.has("bone_fragile") | PAIN_SEVERITY.is_("severe")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "A sore spot on the spine, fragile bones, or severe pain should be checked today when there may "
        "have been an injury."
    ),
    clinician=_(
        "Possible vertebral fracture after lesser trauma; consider pathologic fracture "
        "(leukemia, LCH, low bone density)."
    ),
    sources=(ISPN, ALL),
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
            "infection. Your child needs a urine test today. Do not give ibuprofen or naproxen until you "
            "have been told it is OK."
        ),
        _(
            "Pain on one side, or changes in pee, with fever, chills, or throwing up can be a kidney "
            "infection. You need a urine test today. Do not take ibuprofen or naproxen until you have "
            "been told it is OK."
        ),
    ),
    clinician=_("Pyelonephritis, infected obstruction. Urinalysis and culture; avoid NSAIDs until assessed."),
    sources=(SCH, UTI, KH_KID),
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
)

DM_01 = Rule(
    id="PEDS-DM-01",
    when=URINE.has("thirst_pee"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Being very thirsty and peeing much more than usual needs a blood sugar test today."),
    clinician=_(
        "Polyuria and polydipsia: new diabetes mellitus until excluded; also hypercalcemia, "
        "diabetes insipidus (LCH, pituitary mass). Glucose today."
    ),
    sources=(GP_KNOW,),
)

RESP_01 = Rule(
    id="PEDS-RESP-01",
    when=BELLY_CHEST.has("cough_breath"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "A cough with fast breathing, or pain when breathing in, can come from the lungs and be felt "
            "in the back. Your child should be seen today."
        ),
        _(
            "A cough with fast breathing, or pain when breathing in, can come from the lungs and be felt "
            "in the back. You should be seen today."
        ),
    ),
    clinician=_("Cough or pleuritic pain: lower-lobe pneumonia, effusion, pneumothorax."),
    sources=(PNEU,),
)

ABD_01 = Rule(
    id="PEDS-ABD-01",
    when=BELLY_CHEST.has("vomiting"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _("A child who keeps throwing up can dry out quickly. Your child should be seen today."),
        _("Throwing up again and again can dry you out quickly. You should be seen today."),
    ),
    clinician=_(
        "Pyelonephritis, appendicitis, pancreatitis, obstruction, raised intracranial pressure; dehydration."
    ),
    sources=(UTI, SEED_004),
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
            "Constipation together with your other answers can be a nerve sign. Your child should be seen "
            "today."
        ),
        _("Constipation together with your other answers can be a nerve sign. You should be seen today."),
    ),
    clinician=_(
        "New constipation with back pain plus a cord or mass sign: neurogenic bowel, tethered "
        "cord, sacral or pelvic mass."
    ),
    sources=(SCT, GP_KNOW),
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
