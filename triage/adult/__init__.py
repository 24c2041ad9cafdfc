"""The adult pathway: 18 and over. Specification: shared/clinical/adult.md, version 1.2."""

from __future__ import annotations

from triage.adult.classification import PATTERNS
from triage.adult.facts import COUNTS, FACTS
from triage.adult.questions import PAGES, QUESTIONS
from triage.adult.questions.about_you import AGE_YEARS, RESPONDENT
from triage.adult.rules import RULES
from triage.adult.score import POINTS
from triage.model import Level, Pathway

BASELINE = (
    "age_years=35; sex=male; em_now=none; ces_saddle=no; ces_pee_start=no; ces_pee_feel=no;"
    " ces_pee_leak=no; ces_bowel=no; ces_sexual=no; leg_both=no; leg_weak=no; leg_numb=no; walking=no;"
    " fever=no; injury=none; cancer=no; weight_loss=no; blood_thinner=no; conditions=none;"
    " infection_risk=none; location=low_back; duration=d3_w2; onset=hours_days; pain_now=3;"
    " trend=better; night_pain=no; relief=yes; leg_pain=none; urinary=none; other_signs=none;"
    " function_limit=some; episode=similar"
)

ADULT = Pathway(
    name="adult",
    version="1.2",
    youngest=18,
    oldest=120,
    age=AGE_YEARS,
    questions=QUESTIONS,
    pages=PAGES,
    rules=RULES,
    points=POINTS,
    other_voice=RESPONDENT.is_("other"),
    drops_none_with_others=True,
    default_level=Level.SELF_CARE,
    facts=FACTS,
    counts=COUNTS,
    patterns=PATTERNS,
    baseline=BASELINE,
)
