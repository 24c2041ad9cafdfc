"""Care at home (pediatric section 2.3)."""

from __future__ import annotations

from triage.engine_conditions import NOTHING_FIRED
from triage.model import Level, Rule
from triage.pediatric.facts import HOME_OK
from triage.sources import SCH, SEED_000, SEED_002
from triage.words import _

HOME_01 = Rule(
    id="PEDS-HOME-01",
    when=NOTHING_FIRED & HOME_OK,
    level=Level.SELF_CARE,
    hours=0,
    finished_only=True,
    patient=_(
        "Your answers fit a mild strain. It often gets better in 1 to 2 weeks with simple care at home. "
        "You can still ask for a visit at any time."
    ),
    clinician=_(
        "Mild or easing mechanical back pain under 2 weeks, age 10 or older, clear overuse or an "
        "easing small knock, all red-flag items answered no."
    ),
    sources=(SEED_000, SCH, SEED_002),
    fires=(
        "injury=strain_overuse",
        "child_age_years=10",
        "duration=lt_3d; pain_severity=moderate; pain_trend=better",
        "pain_trend=up_down",
        "injury=minor; pain_trend=better",
        "location=low_middle+upper_mid",
        "walking=stiff_sore",
        "night_pain=settling",
        "leg_pain=sore_muscles",
        "morning_stiffness=lt_30",
    ),
    silent=("medicines_given=not_sure",),
)

RULES = (HOME_01,)
