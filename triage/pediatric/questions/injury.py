"""Pediatric questions: how it began (pediatric section 1)."""

from __future__ import annotations

from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.model import Choice, Kind, Question
from triage.sources import ISPN, PECARN, SCH, SEA
from triage.words import _

INJURY = Question(
    key="injury",
    kind=Kind.SINGLE,
    text=_("Did the pain start after an injury?"),
    short="injury",
    required=True,
    gate=True,
    blank_counts_as="unclear",
    options=(
        Choice(
            key="major",
            text=_(
                "Yes, a big one: a car, bike, or vehicle crash at speed, hit by a vehicle, landed on "
                "the head or neck, hit the head in a dive, a hit that made them leave the game, or a "
                "fall from more than 5 feet (3 feet if under 2)"
            ),
            short="major",
        ),
        Choice(key="minor", text=_("Yes, a small one: a short fall, bump, or knock"), short="minor"),
        Choice(
            key="strain_overuse",
            text=_(
                "No fall or hit. It began with lifting, twisting, carrying a bag, sports, long "
                "sitting or screens, or doing more than usual (once or over days)"
            ),
            short="strain overuse",
            offered_when=CHILD_AGE_YEARS.at_least(2),
        ),
        Choice(key="no_cause", text=_("No injury and no clear cause"), short="no cause"),
        Choice(key="unseen", text=_("Something may have happened that no one saw"), short="unseen"),
        Choice(key="unclear", text=_("Not sure"), short="unclear"),
    ),
    why=_("A big injury can break or unsettle the spine. No clear cause is a reason to be seen."),
    sources=(SCH, SEA, ISPN, PECARN),
)

INJURY_WHEN = Question(
    key="injury_when",
    kind=Kind.SINGLE,
    text=_("When did the injury happen?"),
    short="injury when",
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    shown_when=INJURY.is_("major", "minor"),
    options=(
        Choice(key="today", text=_("Today"), short="today"),
        Choice(key="days_1_3", text=_("1 to 3 days ago"), short="days 1 3"),
        Choice(key="days_4_14", text=_("4 days to 2 weeks ago"), short="days 4 14"),
        Choice(key="older", text=_("More than 2 weeks ago"), short="older"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("A fresh big injury needs spine protection."),
    sources=(SCH, ISPN),
)
