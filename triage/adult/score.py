"""Adult queue score (adult section 2.5): the weights stand beside the options, the rest is here.

Not a probability, not validated, never shown to a patient and never read by the level.
"""

from __future__ import annotations

from triage.adult.questions import QUESTIONS
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.pain import PAIN_NOW
from triage.engine_conditions import INCOMPLETE
from triage.model import Choice, Kind, Points, Question
from triage.words import _


def _row(question: Question, option: Choice) -> Points:
    chosen = question.has if question.kind is Kind.MULTI else question.is_
    return Points(
        when=chosen(option.key),
        points=option.points,
        label=f"{question.short}: {option.short}",
    )


POINTS = (
    *(_row(question, option) for question in QUESTIONS for option in question.options if option.points),
    Points(when=AGE_YEARS.at_least(50), points=2, label=_("Age 50 or over")),
    Points(when=AGE_YEARS.at_least(70), points=3, label=_("Age 70 or over")),
    Points(when=PAIN_NOW.at_least(2), points=1, label=_("Pain 2 or more of 10")),
    Points(when=PAIN_NOW.at_least(4), points=1, label=_("Pain 4 or more of 10")),
    Points(when=PAIN_NOW.at_least(6), points=1, label=_("Pain 6 or more of 10")),
    Points(when=PAIN_NOW.at_least(8), points=1, label=_("Pain 8 or more of 10")),
    Points(when=PAIN_NOW.at_least(10), points=1, label=_("Pain 10 or more of 10")),
    Points(when=INCOMPLETE & ~PAIN_NOW.answered(), points=2, label=_("Pain not rated")),
)
