"""All pediatric questions, in the order of the specification (a question only depends on earlier ones)."""

from __future__ import annotations

from triage.pediatric.questions.about import ANSWERED_BY, CHILD_AGE_MONTHS, CHILD_AGE_YEARS, CHILD_WEIGHT_LB
from triage.pediatric.questions.daily_life import (
    BACKPACK,
    FAMILY_HISTORY,
    FUNCTION,
    OTHER_INFO,
    SPORTS,
)
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY, INJURY_WHEN
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import (
    DURATION,
    LOCATION,
    NIGHT_PAIN,
    PAIN_PATTERN,
    PAIN_SEVERITY,
    PAIN_TREND,
)
from triage.pediatric.questions.pain_more import (
    EPISODES,
    LEG_PAIN,
    MORNING_STIFFNESS,
    NIGHT_RELIEF,
    PAIN_TRIGGERS,
)
from triage.pediatric.questions.private import HOME_SAFETY, MOOD
from triage.pediatric.questions.safety import GATE_NOW
from triage.pediatric.questions.tests_medicine import CURRENT_MEDS, LAB_TESTS, MEDICINES_GIVEN, PRIOR_IMAGING
from triage.pediatric.questions.walking_fever import FEVER, FEVER_TEMP_F, WALKING
from triage.pediatric.questions.young_child import INFANT_SIGNS

QUESTIONS = (
    GATE_NOW,
    CHILD_AGE_YEARS,
    CHILD_AGE_MONTHS,
    GATE_NERVE,
    WALKING,
    FEVER,
    FEVER_TEMP_F,
    INJURY,
    INJURY_WHEN,
    INFANT_SIGNS,
    ANSWERED_BY,
    CHILD_WEIGHT_LB,
    LOCATION,
    DURATION,
    PAIN_SEVERITY,
    PAIN_PATTERN,
    PAIN_TREND,
    NIGHT_PAIN,
    NIGHT_RELIEF,
    PAIN_TRIGGERS,
    LEG_PAIN,
    MORNING_STIFFNESS,
    EPISODES,
    SYSTEMIC,
    BACK_SKIN,
    BACK_SHAPE,
    URINE,
    BELLY_CHEST,
    HISTORY,
    PRIOR_IMAGING,
    LAB_TESTS,
    MEDICINES_GIVEN,
    CURRENT_MEDS,
    SPORTS,
    FUNCTION,
    BACKPACK,
    MOOD,
    HOME_SAFETY,
    FAMILY_HISTORY,
    OTHER_INFO,
)

__all__ = [
    "ANSWERED_BY",
    "BACKPACK",
    "BACK_SHAPE",
    "BACK_SKIN",
    "BELLY_CHEST",
    "CHILD_AGE_MONTHS",
    "CHILD_AGE_YEARS",
    "CHILD_WEIGHT_LB",
    "CURRENT_MEDS",
    "DURATION",
    "EPISODES",
    "FAMILY_HISTORY",
    "FEVER",
    "FEVER_TEMP_F",
    "FUNCTION",
    "GATE_NERVE",
    "GATE_NOW",
    "HISTORY",
    "HOME_SAFETY",
    "INFANT_SIGNS",
    "INJURY",
    "INJURY_WHEN",
    "LAB_TESTS",
    "LEG_PAIN",
    "LOCATION",
    "MEDICINES_GIVEN",
    "MOOD",
    "MORNING_STIFFNESS",
    "NIGHT_PAIN",
    "NIGHT_RELIEF",
    "OTHER_INFO",
    "PAIN_PATTERN",
    "PAIN_SEVERITY",
    "PAIN_TREND",
    "PAIN_TRIGGERS",
    "PRIOR_IMAGING",
    "QUESTIONS",
    "SPORTS",
    "SYSTEMIC",
    "URINE",
    "WALKING",
]
