"""Blood thinners: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import BT, FALL_LIKE, ONSET_FAST, SEVERE, SUDDEN_ANY
from triage.adult.questions.infection_risk import INFECTION_RISK
from triage.adult.questions.pain import LOCATION, TREND
from triage.model import Level, Rule, Transport
from triage.sources import FDA_LABELING, SEED_004, SEH_REVIEWS
from triage.words import Voiced, _

ANT_01 = Rule(
    id="ADULT-ANT-01",
    when=BT
    & SEVERE
    & (
        SUDDEN_ANY
        | FALL_LIKE
        | INFECTION_RISK.has("spine_procedure_3m", "spine_procedure_12m")
        | (ONSET_FAST & LOCATION.has("hip_groin", "flank"))
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Blood thinners or a bleeding disorder can cause bleeding around the spine or inside "
        "the belly. With pain this strong, go to the emergency room now."
    ),
    clinician=_(
        "Anticoagulant/antiplatelet/bleeding disorder + sudden severe pain, trauma, neuraxial "
        "procedure, or severe flank/groin pain over hours: spinal epidural or retroperitoneal "
        "hematoma."
    ),
    sources=(SEH_REVIEWS.on("PMC4461739"), FDA_LABELING.on("FDA neuraxial anticoagulant warning"), SEED_004),
    fires=(
        "blood_thinner=yes|not_sure; location=flank; pain_now=7",
        "blood_thinner=yes; pain_now=7; infection_risk=spine_procedure_3m|spine_procedure_12m",
        "blood_thinner=yes; location=hip_groin; pain_now=7",
        "blood_thinner=yes; location=flank; onset=(blank); pain_now=7",
    ),
    silent=(
        "location=flank",
        "blood_thinner=yes; pain_now=7",
        "blood_thinner=(blank); location=flank; onset=gradual; pain_now=7",
    ),
)

ANT_02 = Rule(
    id="ADULT-ANT-02",
    when=BT
    & (
        FALL_LIKE
        | SUDDEN_ANY
        | INFECTION_RISK.has("spine_procedure_3m")
        | (ONSET_FAST & (SEVERE | TREND.is_("worse")))
    ),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "You have, or may have, a reason to bleed more easily, such as a blood thinner. Be "
            "examined in person today."
        ),
        _(
            "They have, or may have, a reason to bleed more easily, such as a blood thinner. They"
            " should be examined in person today."
        ),
    ),
    clinician=_("Bleeding risk + trauma, sudden onset, recent procedure, or new severe or worsening pain."),
    sources=(SEH_REVIEWS.on("PMC4461739"), FDA_LABELING.on("neuraxial anticoagulant warning"), SEED_004),
    fires=(
        "blood_thinner=yes; trend=worse",
        "blood_thinner=yes; infection_risk=spine_procedure_3m",
    ),
    silent=(
        "trend=worse",
        "blood_thinner=yes",
    ),
)

RULES = (ANT_01, ANT_02)
