"""Pediatric questions: how it began (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.sections import SAFETY
from triage.sources import ISPN, PECARN, SCH, SEA
from triage.words import Voiced, _

INJURY = Question(
    key="injury",
    kind=Kind.SINGLE,
    text=_("Did the pain start after an injury?"),
    short=_("Injury"),
    required=True,
    gate=True,
    blank_counts_as="unclear",
    options=(
        Choice(
            key="major",
            text=_("Yes, a big one"),
            hint=Voiced(
                _(
                    "Any of these: a car, bike, or other vehicle crash when going fast. Hit by a vehicle. "
                    "Landed on the head or neck. Hit the head in a dive. A hit that made them leave the "
                    "game. A fall from more than 5 feet (3 feet if under 2 years old)."
                ),
                _(
                    "Any of these: a car, bike, or other vehicle crash when going fast. Hit by a vehicle. "
                    "Landed on the head or neck. Hit the head in a dive. A hit that made you leave the game. "
                    "A fall from more than 5 feet."
                ),
            ),
            short=_("big injury"),
        ),
        Choice(
            key="minor",
            text=_("Yes, a small one: a short fall, bump, or knock"),
            short=_("small fall, bump, or knock"),
        ),
        Choice(
            key="strain_overuse",
            text=_("No fall or hit. It began with lifting, sports, sitting, or doing more than usual"),
            hint=_(
                "Also twisting, carrying a bag, or long sitting or screens. It may have been once or "
                "over days."
            ),
            short=_("no fall or hit; lifting, sports, sitting, or overuse"),
            offered_when=CHILD_AGE_YEARS.at_least(2),
        ),
        Choice(
            key="no_cause",
            text=_("No injury and no clear cause"),
            short=_("no injury and no clear cause"),
        ),
        Choice(
            key="unseen",
            text=_("Something may have happened that no one saw"),
            short=_("something may have happened that no one saw"),
        ),
        Choice(key="unclear", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("How the pain began tells us how soon it should be checked, and how."),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: think back to the day before the pain began. Calmly ask "
            "your child what they were doing, or ask someone who was there. You can also stay with "
            "“not sure”."
        ),
        _(
            "If you are not sure, try this: think back to the day before the pain began. What were "
            "you doing? You can also stay with “not sure”."
        ),
    ),
    sources=(SCH, SEA, ISPN, PECARN),
)

INJURY_WHEN = Question(
    key="injury_when",
    kind=Kind.SINGLE,
    text=_("When did the injury happen?"),
    short=_("Time of injury"),
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    shown_when=INJURY.is_("major", "minor"),
    options=(
        Choice(key="today", text=_("Today"), short=_("today")),
        Choice(key="days_1_3", text=_("1 to 3 days ago"), short=_("1 to 3 days ago")),
        Choice(key="days_4_14", text=_("4 days to 2 weeks ago"), short=_("4 days to 2 weeks ago")),
        Choice(key="older", text=_("More than 2 weeks ago"), short=_("more than 2 weeks ago")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("A new injury may need to be checked sooner than an old one."),
    unsure_help=_(
        "If you are not sure, try this: think of a day you remember, such as a birthday or a "
        "weekend. If you are between two answers, choose the more recent one."
    ),
    sources=(SCH, ISPN),
)


PAGES = (
    Page(code="c08", section=SAFETY, gate=True, questions=(INJURY,)),
    Page(code="c09", section=SAFETY, gate=True, questions=(INJURY_WHEN,)),
)
