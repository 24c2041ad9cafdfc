"""All pediatric questions and pages.

Each module holds the questions of one topic and, at its foot, their pages. The order of the modules here
is the order of the form. A page, and a question, only depends on answers of earlier pages.
The safety check comes before anything else, even before the age. Who is answering is asked right
after the age, so that a teenager who answers alone is spoken to as "you" from then on.
"""

from __future__ import annotations

from triage.pediatric.questions import (
    about,
    daily_life,
    health,
    history,
    injury,
    nerve,
    pain,
    pain_more,
    private,
    safety,
    tests_medicine,
    walking_fever,
    young_child,
)

PAGES = (
    *safety.PAGES,
    *about.PAGES,
    *nerve.PAGES,
    *walking_fever.PAGES,
    *injury.PAGES,
    *young_child.PAGES,
    *pain.PAGES,
    *pain_more.PAGES,
    *health.PAGES,
    *history.PAGES,
    *tests_medicine.PAGES,
    *daily_life.PAGES,
    *private.PAGES,
)
QUESTIONS = tuple(question for page in PAGES for question in page.questions)
