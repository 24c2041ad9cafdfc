"""All adult questions and pages.

Each module holds the questions of one topic and, at its foot, their pages. The order of the modules here
is the order of the form. A page, and a question, only depends on answers of earlier pages.
"""

from __future__ import annotations

from triage.adult.questions import (
    about_you,
    bladder_bowel_saddle,
    body,
    emergency,
    goals,
    health,
    health_details,
    infection_risk,
    legs,
    pain,
    pain_details,
    pregnancy,
    signs,
)

PAGES = (
    *emergency.PAGES,
    *about_you.PAGES,
    *bladder_bowel_saddle.PAGES,
    *legs.PAGES,
    *body.PAGES,
    *pain.PAGES,
    *health.PAGES,
    *infection_risk.PAGES,
    *signs.PAGES,
    *pregnancy.PAGES,
    *health_details.PAGES,
    *pain_details.PAGES,
    *goals.PAGES,
)
QUESTIONS = tuple(question for page in PAGES for question in page.questions)
