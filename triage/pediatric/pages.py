"""The pediatric pages, in the order they are asked. A page only depends on answers of earlier pages.

The safety check comes before anything else, even before the age. Who is answering is asked right after
the age, so that a teenager who answers alone is spoken to as "you" from then on.
"""

from __future__ import annotations

from triage.model import Doubt, Page
from triage.pediatric import questions as q
from triage.words import Voiced, _

SAFETY = _("Safety check")
PAIN = _("The pain")
HEALTH = Voiced(_("Your child's health"), _("Your health"))
TESTS = _("Tests and medicine")
DAILY = _("Daily life")

PAGES = (
    Page(code="c01", section=SAFETY, gate=True, questions=(q.GATE_NOW,)),
    Page(code="c02", section=SAFETY, questions=(q.CHILD_AGE_YEARS,)),
    Page(code="c03", section=SAFETY, questions=(q.CHILD_AGE_MONTHS,)),
    Page(code="c04", section=SAFETY, questions=(q.ANSWERED_BY,)),
    Page(code="c05", section=SAFETY, gate=True, questions=(q.GATE_NERVE,)),
    Page(code="c06", section=SAFETY, gate=True, questions=(q.WALKING,)),
    Page(
        code="c07",
        section=SAFETY,
        gate=True,
        title=_("Fever"),
        questions=(q.FEVER, q.FEVER_TEMP_F),
        doubts=(
            Doubt(
                when=q.FEVER.is_("yes_recent", "before_pain", "no") & q.FEVER_TEMP_F.at_least(100.4),
                question=q.FEVER,
                text=_(
                    "Was this temperature in the last 24 hours? If yes, choose “Yes, now or in the last"
                    " 24 hours”. If no, leave the temperature empty."
                ),
            ),
        ),
    ),
    Page(code="c08", section=SAFETY, gate=True, questions=(q.INJURY,)),
    Page(code="c09", section=SAFETY, gate=True, questions=(q.INJURY_WHEN,)),
    Page(code="c10", section=SAFETY, gate=True, questions=(q.INFANT_SIGNS,)),
    Page(code="c11", section=PAIN, questions=(q.LOCATION,)),
    Page(code="c12", section=PAIN, questions=(q.DURATION,)),
    Page(code="c13", section=PAIN, questions=(q.PAIN_SEVERITY,)),
    Page(code="c14", section=PAIN, questions=(q.PAIN_PATTERN,)),
    Page(code="c15", section=PAIN, questions=(q.PAIN_TREND,)),
    Page(code="c16", section=PAIN, questions=(q.NIGHT_PAIN,)),
    Page(code="c17", section=PAIN, questions=(q.NIGHT_RELIEF,), skippable=True),
    Page(code="c18", section=PAIN, questions=(q.PAIN_TRIGGERS,)),
    Page(code="c19", section=PAIN, questions=(q.LEG_PAIN,)),
    Page(code="c20", section=PAIN, questions=(q.MORNING_STIFFNESS,)),
    Page(code="c21", section=PAIN, questions=(q.EPISODES,), skippable=True),
    Page(code="c22", section=HEALTH, questions=(q.SYSTEMIC,)),
    Page(code="c23", section=HEALTH, questions=(q.BACK_SKIN,)),
    Page(code="c24", section=HEALTH, questions=(q.BACK_SHAPE,)),
    Page(code="c25", section=HEALTH, questions=(q.URINE,)),
    Page(code="c26", section=HEALTH, questions=(q.BELLY_CHEST,)),
    Page(code="c27", section=HEALTH, questions=(q.HISTORY,)),
    Page(code="c28", section=TESTS, questions=(q.PRIOR_IMAGING,)),
    Page(code="c29", section=TESTS, questions=(q.MEDICINES_GIVEN,)),
    Page(
        code="c30",
        section=TESTS,
        title=_("For the care team"),
        skippable=True,
        questions=(q.LAB_TESTS, q.CURRENT_MEDS, q.CHILD_WEIGHT_LB),
    ),
    Page(code="c31", section=DAILY, questions=(q.SPORTS,), skippable=True),
    Page(
        code="c32",
        section=DAILY,
        title=_("School, sport and family"),
        skippable=True,
        questions=(q.FUNCTION, q.BACKPACK, q.FAMILY_HISTORY),
    ),
    Page(code="c33", section=DAILY, questions=(q.MOOD,), skippable=True),
    Page(code="c34", section=DAILY, questions=(q.HOME_SAFETY,), skippable=True),
    Page(code="c35", section=DAILY, questions=(q.OTHER_INFO,), skippable=True),
)
