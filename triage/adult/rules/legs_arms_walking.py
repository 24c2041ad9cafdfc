"""Legs, arms, walking: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import (
    CANCER_ANY,
    FEVERISH,
    INF_HIGH,
    LEG_BOTH_ANY,
    LEG_NUMB_ANY,
    LEG_WEAK_ANY,
    SEVERE,
    SUDDEN_ANY,
    THORACIC,
)
from triage.adult.questions.body import WEIGHT_LOSS
from triage.adult.questions.legs import LEG_BOTH, LEG_NUMB, LEG_WEAK, WALKING
from triage.adult.questions.pain import ARM_SIGNS, TREND
from triage.adult.questions.signs import OTHER_SIGNS
from triage.model import Level, Rule, Transport
from triage.sources import (
    ACP_APS_2007,
    ACR_LBP_2021,
    BASS_2018,
    GIRFT_CES,
    IFOMPT,
    MYELOPATHY_GP_REVIEW,
    NHS_BACK_PAIN,
    NICE_CKS,
    NICE_NG59,
    NICE_NG234,
    SEED_001,
    SEED_003,
    SEED_004,
    SURI_2010,
    TELEPHONE_TRIAGE,
)
from triage.words import Voiced, _

NEU_01 = Rule(
    id="ADULT-NEU-01",
    when=LEG_BOTH.is_("numb_or_weak"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Numbness, tingling or weakness in both legs with back pain needs emergency checking "
        "now. Go to the emergency room."
    ),
    clinician=_("Bilateral sensory/motor symptoms: suspected CES or cord compression."),
    sources=(NHS_BACK_PAIN.on("999/A&E"), GIRFT_CES, SEED_003),
    fires=("leg_both=numb_or_weak",),
    silent=("leg_both=not_sure",),
)

NEU_02 = Rule(
    id="ADULT-NEU-02",
    when=LEG_BOTH.is_("pain_only", "not_sure") & (TREND.is_("worse") | SUDDEN_ANY | SEVERE),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Bad, sudden or fast-growing trouble in both legs could be an early sign of pressure "
        "on important nerves. Go to the emergency room now."
    ),
    clinician=_(
        "New bilateral radicular pain, or bilateral symptoms the patient cannot describe, "
        "severe, sudden or progressing: impending CES cannot be excluded."
    ),
    sources=(NHS_BACK_PAIN, BASS_2018, GIRFT_CES.on("isolated bilateral sciatica debated: see Conflicts C7")),
    fires=(
        "leg_both=pain_only|not_sure; pain_now=7",
        "leg_both=pain_only; trend=worse",
    ),
    silent=("pain_now=7",),
)

NEU_03 = Rule(
    id="ADULT-NEU-03",
    when=LEG_BOTH.is_("pain_only", "longer_unchecked", "not_sure"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Pain or odd feelings in both legs, or not being sure about them, need an in-person check today."
    ),
    clinician=_(
        "Bilateral leg symptoms without new deficit, or long-standing bilateral "
        "numbness/weakness never assessed: same-day neuro exam."
    ),
    sources=(NHS_BACK_PAIN, IFOMPT),
    fires=("leg_both=pain_only|longer_unchecked|not_sure",),
    silent=("leg_both=numb_or_weak",),
)

NEU_04 = Rule(
    id="ADULT-NEU-04",
    when=LEG_BOTH.is_("walking_only", "old_checked"),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_("Leg symptoms in both legs should be examined in person, even when they are not new."),
    clinician=_("Chronic bilateral leg symptoms: neurogenic vs vascular claudication; check pulses."),
    sources=(SEED_001, SEED_004, SURI_2010.on("JAMA")),
    fires=("leg_both=walking_only|old_checked",),
    silent=("leg_both=not_sure",),
)

NEU_05 = Rule(
    id="ADULT-NEU-05",
    when=LEG_WEAK.is_("new_or_worse"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "New or growing weakness in a leg or foot with back pain is an emergency. Go to the "
        "emergency room now."
    ),
    clinician=_("New/progressive motor deficit (e.g. foot drop): emergency MRI and spine surgery opinion."),
    sources=(SEED_001, SEED_003, ACR_LBP_2021, ACP_APS_2007, NICE_CKS.on("sciatica")),
    fires=("leg_weak=new_or_worse",),
    silent=("leg_weak=not_sure",),
)

NEU_06 = Rule(
    id="ADULT-NEU-06",
    when=LEG_NUMB.is_("new_or_worse"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "New, sudden or spreading loss of feeling in a leg with back pain is an emergency "
        "sign. Go to the emergency room now."
    ),
    clinician=_("New/progressive sensory loss: emergency assessment; check motor and saddle sensation."),
    sources=(SEED_001.on("sudden numbness"), SEED_003),
    fires=("leg_numb=new_or_worse",),
    silent=("leg_numb=not_sure",),
)

NEU_07 = Rule(
    id="ADULT-NEU-07",
    when=LEG_WEAK.is_("longer_unchecked", "not_sure") | LEG_NUMB.is_("longer_unchecked", "not_sure"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "A weak or numb leg that has not been checked, or that you are not sure about, needs "
            "an in-person exam today."
        ),
        _(
            "A weak or numb leg that has not been checked, or that is not certain, needs an "
            "in-person exam today."
        ),
    ),
    clinician=_("Unverified or unassessed leg deficit: same-day exam; escalate if objective weakness."),
    sources=(SEED_001, SEED_003, ACP_APS_2007),
    fires=(
        "leg_numb=longer_unchecked|not_sure",
        "leg_weak=longer_unchecked|not_sure",
    ),
    silent=("leg_numb=tingling_only",),
)

NEU_08 = Rule(
    id="ADULT-NEU-08",
    when=LEG_WEAK.is_("old_checked")
    | LEG_NUMB.is_("tingling_only", "old_checked")
    | ARM_SIGNS.is_("tingling"),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_(
        "Tingling, or nerve signs that are not changing, should be examined in person in the next few days."
    ),
    clinician=_(
        "Stable or mild neurologic symptoms: radiculopathy; telemedicine cannot test "
        "strength/reflexes/sensation reliably."
    ),
    sources=(SEED_001.on("numbness, tingling or weakness = in person"), NICE_NG59),
    fires=(
        "leg_numb=tingling_only|old_checked",
        "leg_weak=old_checked",
        "walking=unsteady; arm_signs=tingling",
    ),
    silent=("leg_numb=not_sure",),
)

NEU_09 = Rule(
    id="ADULT-NEU-09",
    when=WALKING.is_("cannot"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _("If you cannot stand or walk at all, you need emergency help now. Call {emergency_number}."),
        _("If they cannot stand or walk at all, they need emergency help now. Call {emergency_number}."),
    ),
    clinician=_("Non-ambulatory: cord/CES, fracture, or severe pain needing hospital control."),
    sources=(SEED_003, TELEPHONE_TRIAGE, NICE_NG234.on("walking difficulty")),
    fires=("walking=cannot",),
    silent=("walking=not_sure",),
)

NEU_10 = Rule(
    id="ADULT-NEU-10",
    when=WALKING.is_("unsteady", "not_sure")
    & (
        CANCER_ANY
        | ARM_SIGNS.is_("clumsy_or_weak", "not_sure")
        | FEVERISH
        | LEG_WEAK.is_("longer_unchecked", "not_sure")
        | LEG_NUMB.is_("longer_unchecked", "not_sure")
        | THORACIC
        | OTHER_SIGNS.has("band_like")
        | WEIGHT_LOSS.is_("yes")
        | INF_HIGH
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "Being unsteady, or not being sure about walking, together with your other answers "
            "could mean pressure on the spinal cord. Go to the emergency room now."
        ),
        _(
            "Being unsteady, or not being sure about walking, together with the other answers "
            "could mean pressure on the spinal cord. Go to the emergency room now."
        ),
    ),
    clinician=_(
        "Gait disturbance + cancer / arm-hand signs / fever / leg signs / thoracic or band-like "
        "pain / weight loss / high infection risk: suspected spinal cord compression "
        "(metastatic, infective, myelopathy)."
    ),
    sources=(NICE_NG234, SEED_003.on("pressure on cord"), SEED_004.on("gait, balance, myelopathy")),
    fires=(
        "walking=unsteady|not_sure; conditions=dialysis_line",
        "walking=unsteady; arm_signs=clumsy_or_weak|not_sure",
        "leg_weak=longer_unchecked|not_sure; walking=unsteady",
        "leg_numb=longer_unchecked|not_sure; walking=unsteady",
        "walking=unsteady; other_signs=band_like",
        "walking=unsteady; weight_loss=yes",
    ),
    silent=("conditions=dialysis_line",),
)

NEU_11 = Rule(
    id="ADULT-NEU-11",
    when=WALKING.is_("unsteady", "not_sure"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "New unsteady walking or stumbling needs a nerve exam in person today. So does not being sure "
        "about it."
    ),
    clinician=_("Gait/balance change: possible myelopathy or cord compression."),
    sources=(SEED_004, MYELOPATHY_GP_REVIEW),
    fires=("walking=unsteady|not_sure",),
    silent=("walking=usual_aid",),
)

NEU_12 = Rule(
    id="ADULT-NEU-12",
    when=ARM_SIGNS.is_("clumsy_or_weak", "not_sure"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Weak, numb or clumsy hands or arms, or not being sure about them, need an in-person exam today."
    ),
    clinician=_("Possible cervical myelopathy or motor radiculopathy."),
    sources=(SEED_004.on("cervical radiculopathy/myelopathy"), MYELOPATHY_GP_REVIEW),
    fires=("walking=unsteady; arm_signs=clumsy_or_weak|not_sure",),
    silent=("walking=unsteady; arm_signs=none",),
)

NEU_13 = Rule(
    id="ADULT-NEU-13",
    when=OTHER_SIGNS.has("band_like")
    & (
        LEG_NUMB_ANY
        | LEG_WEAK_ANY
        | LEG_BOTH_ANY
        | ARM_SIGNS.is_("tingling", "clumsy_or_weak", "not_sure")
        | WEIGHT_LOSS.is_("yes", "not_sure")
        | CANCER_ANY
    ),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Pain like a tight band, together with your other answers, could mean trouble with"
            " a nerve or the spinal cord. Be examined in person today."
        ),
        _(
            "Pain like a tight band, together with the other answers, could mean trouble "
            "with a nerve or the spinal cord. They should be examined in person today."
        ),
    ),
    clinician=_(
        "Band-like (girdle) pain + limb neurology, weight loss or cancer (or unsure): thoracic "
        "cord or root compression not excluded."
    ),
    sources=(NICE_NG234.on("band-like pain"), SEED_004),
    fires=(
        "cancer=yes; other_signs=band_like",
        "walking=unsteady; arm_signs=tingling|clumsy_or_weak|not_sure; other_signs=band_like",
        "weight_loss=yes|not_sure; other_signs=band_like",
        "leg_numb=longer_unchecked|old_checked|not_sure; other_signs=band_like",
        "leg_weak=not_sure; other_signs=band_like",
    ),
    silent=("cancer=yes",),
)

NEU_14 = Rule(
    id="ADULT-NEU-14",
    when=OTHER_SIGNS.has("band_like"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _("Pain like a tight band around your chest or belly should be examined in person soon."),
        _("Pain like a tight band around their chest or belly should be examined in person soon."),
    ),
    clinician=_(
        "Band-like pain alone: thoracic root or cord, herpes zoster before the rash, visceral source."
    ),
    sources=(NICE_NG234.on("band-like pain"), SEED_004),
    fires=("other_signs=band_like",),
    silent=("other_signs=rash",),
)

RULES = (
    NEU_01,
    NEU_02,
    NEU_03,
    NEU_04,
    NEU_05,
    NEU_06,
    NEU_07,
    NEU_08,
    NEU_09,
    NEU_10,
    NEU_11,
    NEU_12,
    NEU_13,
    NEU_14,
)
