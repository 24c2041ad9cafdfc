"""Immediate danger: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import SEVERE
from triage.adult.questions.body import FEVER
from triage.adult.questions.emergency import EM_NOW
from triage.adult.questions.pain import LOCATION, TREND
from triage.model import Level, Rule, Transport
from triage.sources import (
    AORTIC_BMJ_2012,
    EMERGENCY_PRACTICE,
    IFOMPT,
    NHS_BACK_PAIN,
    NICE_NG156,
    SAFETY_PRINCIPLE,
    SCHMITT_THOMPSON,
    SEED_004,
)
from triage.words import Voiced, _

EMG_01 = Rule(
    id="ADULT-EMG-01",
    when=EM_NOW.has("collapse", "shock", "chest_pain", "breathless"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "Fainting, cold clammy skin, chest pain or trouble breathing together with back pain "
        "could come from the heart, the lungs or a major blood vessel. This needs emergency "
        "care now. Call {emergency_number}."
    ),
    clinician=_(
        "Back pain with collapse/shock/chest pain/dyspnea: suspect ruptured AAA, aortic "
        "dissection, ACS, PE, other cardiopulmonary cause until excluded."
    ),
    sources=(
        SEED_004.on("vascular/cardiopulmonary referred pain"),
        NHS_BACK_PAIN.on("chest pain = 999"),
        SCHMITT_THOMPSON.on("passed out/shock = 911, R/O AAA"),
        NICE_NG156,
    ),
    fires=("em_now=breathless|collapse|shock|chest_pain",),
    silent=("em_now=not_sure",),
)

EMG_02 = Rule(
    id="ADULT-EMG-02",
    when=EM_NOW.has("tearing"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "Sudden tearing or ripping pain could mean a problem with the main artery from the "
        "heart. Call {emergency_number} now."
    ),
    clinician=_("Abrupt tearing back/chest/abdominal pain: suspect acute aortic syndrome."),
    sources=(SEED_004.on("vascular source"), AORTIC_BMJ_2012.on("BMJ 2012;344:d8290")),
    fires=("em_now=tearing",),
    silent=("em_now=not_sure",),
)

EMG_03 = Rule(
    id="ADULT-EMG-03",
    when=EM_NOW.has("belly_severe"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "Sudden very bad belly pain with back pain needs emergency care now. So does a "
        "throbbing lump in the belly. Call {emergency_number}."
    ),
    clinician=_(
        "Back pain + severe/pulsatile abdominal pain: suspect AAA rupture, pancreatitis, "
        "perforation, other intra-abdominal or retroperitoneal cause; ectopic if pregnancy "
        "possible."
    ),
    sources=(SEED_004.on("abdominal/retroperitoneal referral"), NICE_NG156, SCHMITT_THOMPSON),
    fires=("em_now=belly_severe",),
    silent=("em_now=not_sure",),
)

EMG_04 = Rule(
    id="ADULT-EMG-04",
    when=EM_NOW.has("stroke", "stiff_neck_fever"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "These signs could mean a stroke or a serious infection around the brain. Call "
        "{emergency_number} now."
    ),
    clinician=_(
        "FAST-positive or thunderclap headache: stroke/cervical artery dissection. Fever + neck "
        "stiffness/headache/non-blanching rash: meningitis/sepsis."
    ),
    sources=(SEED_004.on("neck region included"), EMERGENCY_PRACTICE),
    fires=("em_now=stiff_neck_fever|stroke",),
    silent=("em_now=not_sure",),
)

EMG_05 = Rule(
    id="ADULT-EMG-05",
    when=EM_NOW.has("not_sure"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "You were not sure about one of the emergency signs. A doctor or nurse needs to check you "
            "today. If it gets clearer or worse, call {emergency_number}."
        ),
        _(
            "One of the emergency signs was answered with not sure. A doctor or nurse needs to check them "
            "today. If it gets clearer or worse, call {emergency_number}."
        ),
    ),
    clinician=_("Uncertain about emergency gate items; not treated as negative."),
    sources=(SAFETY_PRINCIPLE.on("seed 003: when unsure, call for guidance"),),
    fires=("em_now=not_sure",),
    silent=("em_now=collapse",),
)

EMG_06 = Rule(
    id="ADULT-EMG-06",
    when=EM_NOW.has("leg_cold", "gut_bleed"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "A leg that suddenly turns cold and pale, or signs of bleeding in the stomach or "
        "bowel, could become dangerous quickly. Call {emergency_number} now."
    ),
    clinician=_(
        "Sudden cold, pale or blue limb: acute limb ischemia (embolus, aortic occlusion or "
        "dissection). Melena or hematemesis with back pain: upper GI bleed, penetrating ulcer, "
        "aorto-enteric fistula; ask about NSAIDs."
    ),
    sources=(
        SEED_004.on("vascular and visceral sources"),
        EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked"),
    ),
    fires=("em_now=gut_bleed|leg_cold",),
    silent=("em_now=not_sure",),
)

EMG_07 = Rule(
    id="ADULT-EMG-07",
    when=FEVER.is_("yes") & LOCATION.has("neck") & (SEVERE | TREND.is_("worse")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Fever together with bad or growing neck pain could mean a serious infection. Go to "
        "the emergency room now."
    ),
    clinician=_(
        "Fever + severe or progressive neck pain: meningitis, cervical epidural abscess, "
        "discitis, retropharyngeal infection; also when the gate item was answered 'none'."
    ),
    sources=(SEED_004.on("neck region included"), IFOMPT, EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked")),
    fires=("fever=yes; location=neck; trend=worse",),
    silent=("trend=worse",),
)

RULES = (EMG_01, EMG_02, EMG_03, EMG_04, EMG_05, EMG_06, EMG_07)
