"""Chest, belly, leg veins: adult section 2.4."""

from __future__ import annotations

from triage.adult.questions.body import CANCER
from triage.adult.questions.infection_risk import INFECTION_RISK
from triage.adult.questions.pregnancy import PREGNANCY
from triage.adult.questions.signs import OTHER_SIGNS, URINARY
from triage.model import Level, Rule, Transport
from triage.sources import EMERGENCY_PRACTICE, SEED_004, WELLS
from triage.words import Voiced, _

VIS_01 = Rule(
    id="ADULT-VIS-01",
    when=URINARY.has("vomiting") | OTHER_SIGNS.has("belly_jaundice"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Throwing up, yellow skin, or pain in the upper belly means the pain could come from "
            "inside your body and not your back. Be seen in person today."
        ),
        _(
            "Throwing up, yellow skin, or pain in the upper belly means the pain could come from "
            "inside their body and not their back. They should be seen in person today."
        ),
    ),
    clinician=_(
        "Vomiting/unable to keep fluids, or jaundice or upper-belly pain boring to the back: "
        "pancreatitis, biliary disease, perforated or penetrating ulcer, renal colic, "
        "pyelonephritis, obstruction."
    ),
    sources=(
        SEED_004.on("abdominal/retroperitoneal referral"),
        EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked"),
    ),
    fires=(
        "other_signs=belly_jaundice",
        "urinary=vomiting",
    ),
    silent=("other_signs=rash",),
)

VIS_02 = Rule(
    id="ADULT-VIS-02",
    when=OTHER_SIGNS.has("breath_pain", "leg_swollen", "effort_pain"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Pain when you breathe in, a newly swollen leg, or pain with effort could "
            "come from the lungs, a blood clot or the heart. Be seen in person today. If you get "
            "short of breath or chest pain, call {emergency_number}."
        ),
        _(
            "Pain when they breathe in, a newly swollen leg, or pain with effort could"
            " come from the lungs, a blood clot or the heart. They should be seen in person "
            "today. If they get short of breath or chest pain, call {emergency_number}."
        ),
    ),
    clinician=_(
        "Pleuritic pain / unilateral leg swelling / exertional pain without gate signs: PE, DVT, "
        "pneumonia, ACS equivalent; ECG, saturation, Wells score."
    ),
    sources=(SEED_004.on("cardiopulmonary referral"), EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked")),
    fires=("other_signs=effort_pain|breath_pain|leg_swollen",),
    silent=("other_signs=rash",),
)

VIS_03 = Rule(
    id="ADULT-VIS-03",
    when=OTHER_SIGNS.has("breath_pain")
    & (
        OTHER_SIGNS.has("leg_swollen")
        | CANCER.is_("yes")
        | PREGNANCY.is_("under_20w", "over_20w", "postpartum")
        | INFECTION_RISK.has("spine_procedure_3m", "joint_procedure_3m")
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    private=True,
    patient=Voiced(
        _(
            "Pain when you breathe in, together with your other answers, could mean a blood clot "
            "in the lung. Call {emergency_number} now."
        ),
        _(
            "Pain when they breathe in, together with the other answers, could mean a blood clot "
            "in the lung. Call {emergency_number} now."
        ),
    ),
    clinician=_(
        "Pleuritic pain + leg swelling / cancer / pregnancy or postpartum / surgery or procedure "
        "<=3 mo: high-risk for PE."
    ),
    sources=(WELLS.on("from knowledge"), EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked")),
    fires=(
        "infection_risk=joint_procedure_3m|spine_procedure_3m; other_signs=breath_pain",
        "other_signs=breath_pain+leg_swollen",
        "cancer=yes; other_signs=breath_pain",
        "sex=female; other_signs=breath_pain; pregnancy=under_20w|over_20w|postpartum",
    ),
    silent=("infection_risk=joint_procedure_3m",),
)

RULES = (VIS_01, VIS_02, VIS_03)
