"""Queue score (pediatric section 2.4), capped at 100. Never shown to a caregiver, never read by a level."""

from __future__ import annotations

from triage.engine_conditions import Fired, TransportIs
from triage.model import Points, Transport
from triage.pediatric.facts import FEVER_LOW, FEVER_NOW, FEVER_OTHER, NEURO, NIGHT
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import DURATION, PAIN_PATTERN, PAIN_SEVERITY, PAIN_TREND
from triage.pediatric.questions.pain_more import LEG_PAIN, PAIN_TRIGGERS
from triage.pediatric.questions.private import HOME_SAFETY, MOOD
from triage.pediatric.questions.tests_medicine import PRIOR_IMAGING
from triage.pediatric.questions.walking_fever import WALKING
from triage.pediatric.questions.young_child import INFANT_SIGNS
from triage.words import _

UNSURE_POINT_CAP = 5
SCORE_CAP = 100

POINTS = (
    Points(when=TransportIs(Transport.CALL_911), points=40, label=_("Call 911")),
    Points(when=NEURO, points=20, label=_("Neurologic or bladder/bowel change")),
    Points(when=FEVER_NOW, points=15, label=_("Fever now")),
    Points(when=FEVER_OTHER, points=8, label=_("Recent or unmeasured fever")),
    Points(when=FEVER_LOW, points=5, label=_("Low-grade fever")),
    Points(
        when=GATE_NERVE.has("headache_vomit", "head_tilt"),
        points=8,
        label=_("New headache or eye sign, or head tilt"),
    ),
    Points(
        when=WALKING.is_("refuses") | INFANT_SIGNS.has("refuses_sit"),
        points=15,
        label=_("Cannot or will not walk, stand, or sit"),
    ),
    Points(when=WALKING.is_("limp"), points=8, label=_("Limp")),
    Points(when=INJURY.is_("major"), points=12, label=_("Big injury")),
    Points(when=CHILD_AGE_YEARS.below(1), points=10, label=_("Age under 1")),
    Points(when=CHILD_AGE_YEARS.at_least(1) & CHILD_AGE_YEARS.below(4), points=6, label=_("Age 1 to 3")),
    Points(when=CHILD_AGE_YEARS.at_least(4) & CHILD_AGE_YEARS.below(5), points=3, label=_("Age 4")),
    Points(when=HISTORY.has("cancer", "weak_immune"), points=10, label=_("Cancer or weak immune system")),
    Points(
        when=HISTORY.has("sickle_cell", "spine_device", "bleeding", "connective"),
        points=8,
        label=_("Sickle cell, spine device, bleeding, or connective tissue disease"),
    ),
    Points(
        when=Fired(("PEDS-SAFE-01", "PEDS-SAFE-02"))
        | HOME_SAFETY.is_("talk_private")
        | MOOD.is_("safety_worry", "harm_now"),
        points=10,
        label=_("Safety concern"),
    ),
    Points(when=PAIN_SEVERITY.is_("severe"), points=8, label=_("Severe pain")),
    Points(when=PAIN_SEVERITY.is_("moderate"), points=2, label=_("Moderate pain")),
    Points(when=PAIN_TREND.is_("worse_fast"), points=6, label=_("Pain worse fast")),
    Points(
        when=PAIN_PATTERN.is_("constant") | PAIN_TREND.is_("worse_slow"),
        points=4,
        label=_("Constant or slowly worsening pain"),
    ),
    Points(when=NIGHT, points=5, label=_("Night pain")),
    Points(when=SYSTEMIC.has("weight_loss"), points=5, label=_("Weight loss")),
    Points(
        when=SYSTEMIC.has("easy_bruising", "belly_lump"),
        points=8,
        label=_("Unexplained bruising, or belly lump"),
    ),
    Points(
        when=SYSTEMIC.has("very_tired", "shaking_chills", "night_sweats", "pale", "swollen_glands"),
        points=4,
        label=_("Pale, very tired, night sweats, swollen glands, or chills"),
    ),
    Points(
        when=INFANT_SIGNS.has("cries_when_moved", "arching_stiff", "constant_irritable", "poor_feeding"),
        points=6,
        label=_("Sign of pain or illness in a young child"),
    ),
    Points(
        when=BACK_SKIN.has("draining", "red_warm_swollen"),
        points=6,
        label=_("Draining or red, hot, swollen skin"),
    ),
    Points(
        when=BACK_SKIN.has("lump", "hairy_patch", "dimple", "birthmark_midline", "spine_tender"),
        points=3,
        label=_("Mark, lump, or tender spot over the spine"),
    ),
    Points(when=BACK_SHAPE.is_("new_curve"), points=5, label=_("New curve")),
    Points(when=PAIN_TRIGGERS.has("lying_down"), points=3, label=_("Pain when lying flat")),
    Points(when=LEG_PAIN.is_("one_leg"), points=5, label=_("Shooting pain in one leg")),
    Points(
        when=URINE.has("thirst_pee", "blood_urine"),
        points=5,
        label=_("Blood in urine, or great thirst with much urine"),
    ),
    Points(
        when=BELLY_CHEST.has("cough_breath", "vomiting", "green_bloody"),
        points=5,
        label=_("Chest sign, vomiting, or blood in vomit or stool"),
    ),
    Points(when=PRIOR_IMAGING.is_("xray_abnormal"), points=6, label=_("Abnormal X-ray or scan")),
    Points(when=DURATION.is_("w4_12", "gt_12w"), points=2, label=_("Pain over 4 weeks")),
)
