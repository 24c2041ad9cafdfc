"""Fracture: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import BONE_RISK, CANCER_ANY, FALL_LIKE, MODERATE, SEVERE, SUDDEN_ANY
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.body import INJURY
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.infection_risk import POINT_TENDER
from triage.adult.questions.pain import LOCATION, TREND
from triage.adult.questions.signs import OTHER_SIGNS
from triage.model import Level, Rule, Transport
from triage.sources import (
    ACR_LBP_2021,
    CANADIAN_C_SPINE,
    DOWNIE_2013,
    HENSCHKE_2009,
    IFOMPT,
    JUDGMENT,
    NHS_BACK_PAIN,
    SEED_001,
    SEED_003,
    SEED_004,
)
from triage.words import Voiced, _

FRX_01 = Rule(
    id="ADULT-FRX-01",
    when=INJURY.is_("major"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "A serious accident could break bones in the spine. Stay still if you can, and call "
            "{emergency_number} now."
        ),
        _(
            "A serious accident could break bones in the spine. They should stay still if they "
            "can. Call {emergency_number} now."
        ),
    ),
    clinician=_("High-energy trauma: suspected spinal fracture/instability; spinal precautions, CT."),
    sources=(SEED_001, SEED_003, SEED_004, NHS_BACK_PAIN.on("serious accident = 999")),
    fires=("injury=major",),
    silent=("injury=not_sure",),
)

FRX_02 = Rule(
    id="ADULT-FRX-02",
    when=FALL_LIKE & (BONE_RISK | CANCER_ANY | POINT_TENDER.is_("yes", "not_sure") | SEVERE),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "After a fall or knock, your age, health, pain level or one very sore spot makes a "
            "broken bone more likely. Be seen in person today; an X-ray may be needed."
        ),
        _(
            "After a fall or knock, their age, health, pain level or one very sore spot makes a "
            "broken bone more likely. They should be seen in person today; an X-ray may be "
            "needed."
        ),
    ),
    clinician=_(
        "Low-energy trauma + fracture risk (age >=70, osteoporosis, prior fragility fracture, "
        "steroids >=3 mo, fused spine, cancer) or focal bony tenderness or severe pain."
    ),
    sources=(
        SEED_003.on("age >70, osteoporosis, steroids, point pain"),
        HENSCHKE_2009,
        DOWNIE_2013,
        ACR_LBP_2021.on("variant 6"),
    ),
    fires=(
        "injury=minor|not_sure; pain_now=7",
        "injury=minor; point_tender=yes|not_sure",
    ),
    silent=("pain_now=7",),
)

FRX_03 = Rule(
    id="ADULT-FRX-03",
    when=INJURY.is_("minor", "medium", "not_sure")
    | (INJURY.is_("major_checked") & (TREND.is_("worse") | SEVERE)),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "Back pain after a fall, a knock or an accident should be checked in person soon. "
            "Call your doctor today."
        ),
        _(
            "Back pain after a fall, a knock or an accident should be checked in person soon. "
            "Call their doctor today."
        ),
    ),
    clinician=_(
        "Recent low-energy trauma without added fracture risk, or worse/severe pain after a "
        "cleared major accident: in-person exam, consider repeat imaging."
    ),
    sources=(SEED_001.on("recent trauma = in person"), SEED_003.on("call your doctor")),
    fires=(
        "injury=minor|medium|not_sure",
        "injury=major_checked; pain_now=7",
        "injury=major_checked; trend=worse",
    ),
    silent=("pain_now=7",),
)

FRX_04 = Rule(
    id="ADULT-FRX-04",
    when=(
        BONE_RISK
        & (
            SUDDEN_ANY
            | POINT_TENDER.is_("yes", "not_sure")
            | OTHER_SIGNS.has("shape_change")
            | (
                INJURY.is_("strain")
                & (
                    MODERATE
                    | CONDITIONS.has("osteoporosis", "fragility_fracture", "steroids_3m", "fused_spine")
                )
            )
        )
    )
    | (AGE_YEARS.at_least(55) & SUDDEN_ANY & POINT_TENDER.is_("yes")),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "With thinner bones or older age, a bone in the spine can crack even without a fall. "
            "You should be examined in person soon."
        ),
        _(
            "With thinner bones or older age, a bone in the spine can crack even without a fall. "
            "They should be examined in person soon."
        ),
    ),
    clinician=_("Possible spontaneous/insufficiency vertebral compression fracture."),
    sources=(SEED_003, IFOMPT, HENSCHKE_2009, ACR_LBP_2021.on("variant 6")),
    fires=(
        "injury=strain; conditions=fused_spine|osteoporosis|fragility_fracture|steroids_3m",
        "conditions=fused_spine; point_tender=yes|not_sure",
        "conditions=fused_spine; other_signs=shape_change",
        "age_years=55; onset=sudden_severe; point_tender=yes",
    ),
    silent=(
        "other_signs=shape_change",
        "conditions=fused_spine",
        "onset=sudden_severe",
        "age_years=54; onset=sudden_severe; point_tender=yes",
    ),
)

FRX_05 = Rule(
    id="ADULT-FRX-05",
    when=OTHER_SIGNS.has("shape_change"),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=Voiced(
        _("A new lump, swelling or change in the shape of your back should be examined in person."),
        _("A new lump, swelling or change in the shape of their back should be examined in person."),
    ),
    clinician=_("New deformity/mass: fracture, tumor, infection."),
    sources=(NHS_BACK_PAIN.on("urgent appointment"), SEED_004.on("deformity")),
    fires=("other_signs=shape_change",),
    silent=("other_signs=rash",),
)

FRX_06 = Rule(
    id="ADULT-FRX-06",
    when=INJURY.is_("medium"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "A fall from a ladder, steps or similar height could break a bone in the spine. Be "
            "seen in person today; an X-ray may be needed."
        ),
        _(
            "A fall from a ladder, steps or similar height could break a bone in the spine. They "
            "should be seen in person today; an X-ray may be needed."
        ),
    ),
    clinician=_(
        "Fall from about 3-10 ft (1-3 m) or several stairs: intermediate mechanism; same-day "
        "exam and low threshold for imaging."
    ),
    sources=(
        SEED_001,
        SEED_003,
        CANADIAN_C_SPINE.on("fall of 3 ft / 5 stairs as dangerous mechanism; from knowledge"),
    ),
    fires=("injury=medium",),
    silent=("injury=not_sure",),
)

FRX_07 = Rule(
    id="ADULT-FRX-07",
    when=INJURY.is_("minor", "medium", "not_sure")
    & (CONDITIONS.has("fused_spine") | (LOCATION.has("neck") & AGE_YEARS.at_least(65))),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "Even a small fall or knock could break a stiff spine or, at your age, the neck. Keep "
            "your neck and back still and call {emergency_number} now."
        ),
        _(
            "Even a small fall or knock could break a stiff spine or, at their age, the neck. They "
            "should keep the neck and back still. Call {emergency_number} now."
        ),
    ),
    clinician=_(
        "Low-energy trauma with ankylosed spine, or neck pain after a fall at age >=65: unstable "
        "spine fracture until CT; spinal precautions."
    ),
    sources=(
        CANADIAN_C_SPINE.on("age >=65; from knowledge"),
        IFOMPT,
        JUDGMENT.on("for the ankylosed spine (UNCERTAIN)"),
    ),
    fires=(
        "injury=minor|medium|not_sure; conditions=fused_spine",
        "age_years=65; injury=minor; location=neck",
    ),
    silent=(
        "conditions=fused_spine",
        "age_years=65; injury=minor",
        "age_years=64; injury=minor; location=neck",
    ),
)

FRX_08 = Rule(
    id="ADULT-FRX-08",
    when=INJURY.is_("major_checked"),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    patient=Voiced(
        _("A hospital checked you after the accident. A visit can make sure you are healing as planned."),
        _("A hospital checked them after the accident. A visit can make sure they are healing as planned."),
    ),
    clinician=_(
        "Major trauma, imaging or exam reported clear, pain not severe and not worse: confirm "
        "what was imaged; re-image if not as expected."
    ),
    sources=(SEED_001, SEED_003, JUDGMENT.on("UNCERTAIN")),
    fires=("injury=major_checked",),
    silent=("injury=not_sure",),
)

RULES = (FRX_01, FRX_02, FRX_03, FRX_04, FRX_05, FRX_06, FRX_07, FRX_08)
