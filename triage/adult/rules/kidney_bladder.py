"""Kidney and bladder: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import FEVERISH, FLANK_PAIN, SEVERE
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.pregnancy import PREGNANCY
from triage.adult.questions.signs import URINARY
from triage.model import Level, Rule, Transport
from triage.sources import (
    COMPARTMENT_REPORTS,
    DEVON_AAA,
    EMERGENCY_PRACTICE,
    NICE_NG111,
    NICE_NG118,
    NICE_NG156,
    SEED_004,
    SHAW_2020,
)
from triage.words import Voiced, _

REN_01 = Rule(
    id="ADULT-REN-01",
    when=FEVERISH
    & (URINARY.has("burning", "blood", "waves") | FLANK_PAIN)
    & (
        PREGNANCY.is_("under_20w", "over_20w", "postpartum")
        | URINARY.has("waves", "vomiting")
        | CONDITIONS.has("immune_low", "dialysis_line", "diabetes", "kidney_disease", "kidney_stones")
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "Fever with kidney-type pain and your other answers could mean a serious kidney "
            "infection or blockage. Go to the emergency room now."
        ),
        _(
            "Fever with kidney-type pain and the other answers could mean a serious kidney "
            "infection or blockage. Go to the emergency room now."
        ),
    ),
    clinician=_("Complicated pyelonephritis or infected obstructed kidney."),
    sources=(SEED_004.on("retroperitoneal source"), NICE_NG111.on("refer: pregnant, vomiting, comorbidity")),
    fires=(
        "fever=yes; urinary=waves",
        "fever=yes; conditions=kidney_stones; urinary=burning|blood",
        "sex=female; fever=yes; location=flank; pregnancy=under_20w|over_20w|postpartum",
        "fever=yes; location=flank; urinary=vomiting",
        ("fever=yes; location=flank; conditions=immune_low|dialysis_line|diabetes|kidney_disease"),
    ),
    silent=("conditions=kidney_stones",),
)

REN_02 = Rule(
    id="ADULT-REN-02",
    when=URINARY.has("waves")
    & ((AGE_YEARS.at_least(55) & ~CONDITIONS.has("kidney_stones")) | CONDITIONS.has("kidney_disease")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "Pain in strong waves, at your age or with your kidney history, could be an "
            "emergency. Go to the emergency room now."
        ),
        _(
            "Pain in strong waves, at their age or with their kidney history, could be an "
            "emergency. Go to the emergency room now."
        ),
    ),
    clinician=_(
        "First 'renal colic' at >=55: ruptured AAA until proved otherwise. Renal colic with "
        "kidney disease or a single kidney: obstruction threatens kidney function."
    ),
    sources=(DEVON_AAA.on(">55"), NICE_NG156),
    fires=(
        "conditions=kidney_disease; urinary=waves",
        "age_years=55; urinary=waves",
    ),
    silent=(
        "conditions=kidney_disease",
        "urinary=waves",
        "age_years=54; urinary=waves",
        "age_years=55; conditions=kidney_stones; urinary=waves",
    ),
)

REN_03 = Rule(
    id="ADULT-REN-03",
    when=(URINARY.has("waves") & (SEVERE | URINARY.has("vomiting"))) | (FLANK_PAIN & URINARY.has("vomiting")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Strong pain in waves, or side pain with vomiting, could come from the kidney. Be "
            "seen in person today."
        ),
        _(
            "Strong pain in waves, or side pain with vomiting, could come from the kidney. They "
            "should be seen in person today."
        ),
    ),
    clinician=_("Renal colic/pyelonephritis: urinalysis, pregnancy test, imaging."),
    sources=(SEED_004, NICE_NG118),
    fires=(
        "location=flank; urinary=vomiting",
        "urinary=waves+vomiting",
    ),
    silent=("urinary=vomiting",),
)

REN_04 = Rule(
    id="ADULT-REN-04",
    when=URINARY.has("burning", "blood", "waves"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "Your pain could come from the kidneys or bladder. A urine test and an in-person "
            "check are needed soon."
        ),
        _(
            "Their pain could come from the kidneys or bladder. A urine test and an in-person "
            "check are needed soon."
        ),
    ),
    clinician=_("Urinary symptoms with back pain, no fever: urinalysis; hematuria needs follow-up."),
    sources=(SEED_004, SHAW_2020.on("urinary symptoms LR+ 5.4, flank pain LR+ 5.2")),
    fires=("urinary=waves|burning|blood",),
    silent=("urinary=dark",),
)

REN_05 = Rule(
    id="ADULT-REN-05",
    when=URINARY.has("dark") & SEVERE,
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Very strong pain with dark, cola-colored pee could mean that muscle is breaking down"
        " and harming the kidneys. Go to the emergency room now."
    ),
    clinician=_(
        "Dark urine + severe back/muscle pain: rhabdomyolysis or paraspinal compartment syndrome "
        "(often 1-3 days after hard exercise); CK, renal function, potassium, urinalysis."
    ),
    sources=(SEED_004.on("non-musculoskeletal sources"), COMPARTMENT_REPORTS, EMERGENCY_PRACTICE),
    fires=("pain_now=7; urinary=dark",),
    silent=("pain_now=7",),
)

REN_06 = Rule(
    id="ADULT-REN-06",
    when=URINARY.has("dark"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_("Dark, cola-colored pee with back pain needs blood and urine tests today."),
    clinician=_(
        "Dark urine without severe pain: rhabdomyolysis, hematuria, hepatobiliary cause; "
        "same-day CK, renal and liver tests, urinalysis."
    ),
    sources=(SEED_004.on("non-musculoskeletal sources"), EMERGENCY_PRACTICE),
    fires=("urinary=dark",),
    silent=("urinary=burning",),
)

RULES = (REN_01, REN_02, REN_03, REN_04, REN_05, REN_06)
