"""The pediatric pathway: 0 to 17. Specification: shared/clinical/pediatric.md, version 1.1."""

from __future__ import annotations

from triage.model import Pathway
from triage.pediatric.differential import DIFFERENTIAL
from triage.pediatric.facts import COUNTS, FACTS, RED_FLAGS
from triage.pediatric.flags import FLAGS
from triage.pediatric.panels import PANELS
from triage.pediatric.questions import PAGES, QUESTIONS
from triage.pediatric.questions.about import ANSWERED_BY, CHILD_AGE_YEARS
from triage.pediatric.rules import RULES
from triage.pediatric.score import POINTS, SCORE_CAP, UNSURE_POINT_CAP

BASELINE = (
    "gate_now=none; child_age_years=12; gate_nerve=none; walking=normal; fever=no;"
    " injury=strain_overuse; injury_when=days_1_3; infant_signs=none; answered_by=parent_guardian;"
    " location=low_middle; duration=d3_14; pain_severity=mild; pain_pattern=activity_rest;"
    " pain_trend=same; night_pain=no; pain_triggers=nothing; leg_pain=none; morning_stiffness=no;"
    " systemic=none; back_skin=none; back_shape=no; urine=none; belly_chest=none; history=none;"
    " prior_imaging=none; medicines_given=none"
)

PEDIATRIC = Pathway(
    name="pediatric",
    version="1.1",
    youngest=0,
    oldest=17,
    age=CHILD_AGE_YEARS,
    questions=QUESTIONS,
    pages=PAGES,
    rules=RULES,
    points=POINTS,
    other_voice=ANSWERED_BY.is_("teen_alone"),
    unsure_point_cap=UNSURE_POINT_CAP,
    score_cap=SCORE_CAP,
    red_flags=RED_FLAGS,
    facts=FACTS,
    counts=COUNTS,
    flags=FLAGS,
    panels=PANELS,
    differential=DIFFERENTIAL,
    baseline=BASELINE,
)
