"""Queue score (pediatric section 2.4), capped at 100. Never shown to a caregiver, never read by a level."""

from __future__ import annotations

from triage.conditions import Fired, TransportIs
from triage.model import Points, Transport
from triage.pediatric.facts import FEVER_LOW, FEVER_NOW, FEVER_OTHER, NEURO, NIGHT
from triage.pediatric.questions import (
    BACK_SHAPE,
    BACK_SKIN,
    BELLY_CHEST,
    CHILD_AGE_YEARS,
    DURATION,
    GATE_NERVE,
    HISTORY,
    HOME_SAFETY,
    INFANT_SIGNS,
    INJURY,
    LEG_PAIN,
    MOOD,
    PAIN_PATTERN,
    PAIN_SEVERITY,
    PAIN_TREND,
    PAIN_TRIGGERS,
    PRIOR_IMAGING,
    SYSTEMIC,
    URINE,
    WALKING,
)

UNSURE_POINT_CAP = 5
SCORE_CAP = 100

POINTS = (
    Points(when=TransportIs(Transport.CALL_911), points=40, label="Call 911"),
    Points(when=NEURO, points=20, label="NEURO"),
    Points(when=FEVER_NOW, points=15, label="FEVER NOW"),
    Points(when=FEVER_OTHER, points=8, label="FEVER OTHER"),
    Points(when=FEVER_LOW, points=5, label="FEVER LOW"),
    Points(
        when=GATE_NERVE.has("headache_vomit", "head_tilt"),
        points=8,
        label="gate nerve has any {headache vomit, head tilt}",
    ),
    Points(
        when=WALKING.is_("refuses") | INFANT_SIGNS.has("refuses_sit"),
        points=15,
        label="walking = refuses OR infant signs has refuses sit",
    ),
    Points(when=WALKING.is_("limp"), points=8, label="walking = limp"),
    Points(when=INJURY.is_("major"), points=12, label="injury = major"),
    Points(when=CHILD_AGE_YEARS.below(1), points=10, label="age < 1"),
    Points(when=CHILD_AGE_YEARS.at_least(1) & CHILD_AGE_YEARS.below(4), points=6, label="Age 1 to 3"),
    Points(when=CHILD_AGE_YEARS.at_least(4) & CHILD_AGE_YEARS.below(5), points=3, label="age = 4"),
    Points(
        when=HISTORY.has("cancer", "weak_immune"), points=10, label="history has any {cancer, weak immune}"
    ),
    Points(
        when=HISTORY.has("sickle_cell", "spine_device", "bleeding", "connective"),
        points=8,
        label="history has any {sickle cell, spine device, bleeding, connective}",
    ),
    Points(
        when=Fired(("PEDS-SAFE-01", "PEDS-SAFE-02"))
        | HOME_SAFETY.is_("talk_private")
        | MOOD.is_("safety_worry", "harm_now"),
        points=10,
        label="Safety concern",
    ),
    Points(when=PAIN_SEVERITY.is_("severe"), points=8, label="pain severity = severe"),
    Points(when=PAIN_SEVERITY.is_("moderate"), points=2, label="pain severity = moderate"),
    Points(when=PAIN_TREND.is_("worse_fast"), points=6, label="pain trend = worse fast"),
    Points(
        when=PAIN_PATTERN.is_("constant") | PAIN_TREND.is_("worse_slow"),
        points=4,
        label="pain pattern = constant OR pain trend = worse slow",
    ),
    Points(when=NIGHT, points=5, label="NIGHT"),
    Points(when=SYSTEMIC.has("weight_loss"), points=5, label="systemic has weight loss"),
    Points(
        when=SYSTEMIC.has("easy_bruising", "belly_lump"),
        points=8,
        label="systemic has any {easy bruising, belly lump}",
    ),
    Points(
        when=SYSTEMIC.has("very_tired", "shaking_chills", "night_sweats", "pale", "swollen_glands"),
        points=4,
        label="systemic has any {pale, very tired, night sweats, swollen glands, shaking chills}",
    ),
    Points(
        when=INFANT_SIGNS.has("cries_when_moved", "arching_stiff", "constant_irritable", "poor_feeding"),
        points=6,
        label="infant signs has any {cries when moved, arching stiff, constant irritable, poor feeding}",
    ),
    Points(
        when=BACK_SKIN.has("draining", "red_warm_swollen"),
        points=6,
        label="back skin has any {draining, red warm swollen}",
    ),
    Points(
        when=BACK_SKIN.has("lump", "hairy_patch", "dimple", "birthmark_midline", "spine_tender"),
        points=3,
        label="back skin has any {lump, hairy patch, dimple, birthmark midline, spine tender}",
    ),
    Points(when=BACK_SHAPE.is_("new_curve"), points=5, label="back shape = new curve"),
    Points(when=PAIN_TRIGGERS.has("lying_down"), points=3, label="pain triggers has lying down"),
    Points(when=LEG_PAIN.is_("one_leg"), points=5, label="leg pain = one leg"),
    Points(
        when=URINE.has("thirst_pee", "blood_urine"), points=5, label="urine has any {blood urine, thirst pee}"
    ),
    Points(
        when=BELLY_CHEST.has("cough_breath", "vomiting", "green_bloody"),
        points=5,
        label="belly chest has any {cough breath, vomiting, green bloody}",
    ),
    Points(when=PRIOR_IMAGING.is_("xray_abnormal"), points=6, label="prior imaging = xray abnormal"),
    Points(when=DURATION.is_("w4_12", "gt_12w"), points=2, label="duration in {w4 12, gt 12w}"),
)
