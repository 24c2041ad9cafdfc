"""Vessels: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import MODERATE, NOT_EASED, SEVERE, SUDDEN_ANY, SUDDEN_BAD, THORACIC
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.pain import EPISODE, LOCATION, NIGHT_PAIN, ONSET, RELIEF, TREND
from triage.model import Level, Rule, Transport
from triage.sources import JUDGMENT, NICE_NG156, SCHMITT_THOMPSON, SEED_004, SHAW_2020
from triage.words import Voiced, _

VAS_01 = Rule(
    id="ADULT-VAS-01",
    when=CONDITIONS.has("aaa_known")
    & ~(
        ONSET.is_("gradual")
        & TREND.is_("better", "comes_goes", "same")
        & RELIEF.is_("yes")
        & ~SEVERE
        & NIGHT_PAIN.is_("no", "wakes_settles")
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "You have a known bulge in your main artery (aneurysm). Back pain with it must be "
            "checked as an emergency. Call {emergency_number} now."
        ),
        _(
            "They have a known bulge in the main artery (aneurysm). Back pain with it must be "
            "checked as an emergency. Call {emergency_number} now."
        ),
    ),
    clinician=_(
        "Known aortic aneurysm + back pain that is not clearly long-standing, mild to moderate, "
        "position-dependent and not worsening: symptomatic/ruptured AAA until excluded."
    ),
    sources=(NICE_NG156, SEED_004.on("vascular"), SHAW_2020.on("known AAA/stones LR+ 10.2")),
    fires=("conditions=aaa_known",),
    silent=(
        "onset=hours_days",
        "onset=gradual; conditions=aaa_known",
        "onset=gradual; trend=comes_goes|same; conditions=aaa_known",
        "onset=gradual; night_pain=wakes_settles; conditions=aaa_known",
    ),
)

VAS_02 = Rule(
    id="ADULT-VAS-02",
    when=(
        SUDDEN_BAD
        & (
            CONDITIONS.has("connective_tissue")
            | (THORACIC & (AGE_YEARS.at_least(40) | NOT_EASED))
            | (
                AGE_YEARS.at_least(60)
                & CONDITIONS.has("high_bp", "smoker_ever")
                & (AGE_YEARS.at_least(70) | NOT_EASED | LOCATION.has("upper_back", "flank"))
            )
        )
    )
    | (SUDDEN_ANY & MODERATE & NOT_EASED & AGE_YEARS.at_least(60) & CONDITIONS.has("high_bp", "smoker_ever")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "Pain that came on suddenly like this, at your age, in this place or with your health"
            " history, could be a blood-vessel emergency. Call {emergency_number} now."
        ),
        _(
            "Pain that came on suddenly like this, at their age, in this place or with their "
            "health history, could be a blood-vessel emergency. Call {emergency_number} now."
        ),
    ),
    clinician=_(
        "Abrupt severe onset (also if it has eased since) with aortopathy / thoracic site / age "
        ">=60 and hypertension or smoking, or abrupt moderate pain not eased by position at >=60 "
        "with risk factors: AAA/aortic dissection."
    ),
    sources=(NICE_NG156.on("age >60, smoker, hypertension"), SCHMITT_THOMPSON, SEED_004),
    fires=(
        "onset=sudden_severe; conditions=connective_tissue",
        "location=upper_back; onset=sudden_severe; relief=no",
        "age_years=40; location=upper_back; onset=sudden_severe",
        "age_years=60; location=flank; onset=sudden_severe; conditions=smoker_ever",
        "age_years=70; onset=sudden_severe; conditions=high_bp",
        "age_years=60; onset=sudden; pain_now=4; relief=no; conditions=smoker_ever|high_bp",
    ),
    silent=(
        "conditions=connective_tissue",
        "onset=sudden_severe; relief=no",
        "age_years=39; location=upper_back; onset=sudden_severe",
        "age_years=59; location=flank; onset=sudden_severe; conditions=smoker_ever",
        "age_years=69; onset=sudden_severe; conditions=smoker_ever",
        "age_years=59; onset=sudden_severe; pain_now=4; relief=no; conditions=smoker_ever",
    ),
)

VAS_03 = Rule(
    id="ADULT-VAS-03",
    when=AGE_YEARS.at_least(60)
    & CONDITIONS.has("high_bp", "smoker_ever")
    & ONSET.is_("sudden_severe", "sudden", "hours_days")
    & (RELIEF.is_("no") | NIGHT_PAIN.is_("constant"))
    & EPISODE.is_("first_ever", "different"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "New pain that nothing eases, at your age and with your health history, could come "
            "from a blood vessel. Be checked in person today."
        ),
        _(
            "New pain that nothing eases, at their age and with their health history, could come "
            "from a blood vessel. They should be checked in person today."
        ),
    ),
    clinician=_(
        "New or different pain over hours or days, unrelieved by position, age >=60 with "
        "hypertension/smoking: AAA or other retroperitoneal source; same-day abdominal exam and "
        "ultrasound."
    ),
    sources=(NICE_NG156.on("age >60, smoker, hypertension"), SEED_004),
    fires=(
        ("age_years=60; night_pain=constant; episode=first_ever|different; conditions=smoker_ever"),
        "age_years=60; night_pain=constant; episode=first_ever; conditions=high_bp",
        (
            "age_years=60; onset=sudden_severe|sudden; night_pain=constant; episode=first_ever; "
            "conditions=smoker_ever"
        ),
        "age_years=60; relief=no; episode=first_ever; conditions=smoker_ever",
    ),
    silent=(
        "age_years=35",
        "age_years=59; night_pain=constant; episode=first_ever; conditions=smoker_ever",
    ),
)

VAS_04 = Rule(
    id="ADULT-VAS-04",
    when=CONDITIONS.has("aaa_known"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "You have a known bulge in your main artery (aneurysm). Even familiar back pain "
            "should be checked today. Call the team that follows it; if you cannot reach them, go"
            " to the emergency room."
        ),
        _(
            "They have a known bulge in the main artery (aneurysm). Even familiar back pain "
            "should be checked today. Call the team that follows it; if nobody can be reached, go"
            " to the emergency room."
        ),
    ),
    clinician=_(
        "Known aneurysm with long-standing, unchanged, position-dependent pain: same-day contact "
        "with vascular/primary care; check last size and scan date."
    ),
    sources=(NICE_NG156, JUDGMENT.on("UNCERTAIN, see section 11")),
    fires=("conditions=aaa_known",),
    silent=("conditions=osteoporosis",),
)

RULES = (VAS_01, VAS_02, VAS_03, VAS_04)
