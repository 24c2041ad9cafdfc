"""Adult questions: legs and walking (part of the gate) (adult section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import (
    ACR_LBP_2021,
    GIRFT_CES,
    IFOMPT,
    NHS_BACK_PAIN,
    NICE_NG234,
    NICE_NG59,
    SEED_001,
    SEED_003,
    SEED_004,
)
from triage.words import _

LEG_BOTH = Question(
    key="leg_both",
    kind=Kind.SINGLE,
    text=_("Does the back trouble reach BOTH legs?"),
    short="leg both",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="no",
            text=_(
                "No, or only sore muscles or sore knees or hips, the all-over aches of a cold or "
                "flu, or a leg that falls asleep in one position and recovers within minutes"
            ),
            short="no",
        ),
        Choice(
            key="numb_or_weak",
            text=_(
                "Yes, numbness, tingling or weakness in both legs that began in the last 3 months, "
                "came back or is getting worse"
            ),
            short="numb or weak",
            points=20,
        ),
        Choice(
            key="pain_only",
            text=_("Yes, pain from the back into both legs, but normal feeling and strength"),
            short="pain only",
            points=8,
        ),
        Choice(
            key="walking_only",
            text=_("Only when I stand or walk for a while, for over 4 weeks, and it goes when I sit"),
            short="walking only",
            points=2,
        ),
        Choice(
            key="longer_unchecked",
            text=_(
                "Yes, numbness, tingling or weakness in both legs for more than 3 months, not "
                "changed, not checked by a doctor"
            ),
            short="longer unchecked",
            points=8,
        ),
        Choice(
            key="old_checked",
            text=_("Yes, for a long time, not changed, and a doctor has checked it"),
            short="old checked",
            points=3,
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure", points=10),
    ),
    why=_("Bilateral neurology"),
    sources=(NHS_BACK_PAIN, GIRFT_CES, IFOMPT),
)

LEG_WEAK = Question(
    key="leg_weak",
    kind=Kind.SINGLE,
    text=_(
        "Is a leg or foot weak? For example your foot drags or slaps, or you cannot lift your "
        "toes or stand on tiptoe."
    ),
    short="leg weak",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No, or only a knee that gives way from an old knee problem"), short="no"),
        Choice(
            key="new_or_worse",
            text=_(
                "Yes: it started in the last 3 days, came on suddenly, is getting worse, or I cannot "
                "lift the foot at all"
            ),
            short="new or worse",
            points=20,
        ),
        Choice(
            key="longer_unchecked",
            text=_("Yes, for more than 3 days, about the same, not checked by a doctor"),
            short="longer unchecked",
            points=8,
        ),
        Choice(
            key="old_checked",
            text=_("Yes, not changing, and a doctor has checked it"),
            short="old checked",
            points=3,
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure", points=10),
    ),
    why=_("Motor deficit"),
    sources=(SEED_001, SEED_003, NICE_NG59, ACR_LBP_2021),
)

LEG_NUMB = Question(
    key="leg_numb",
    kind=Kind.SINGLE,
    text=_("Has a leg or foot lost feeling?"),
    short="leg numb",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="no",
            text=_("No, or only a leg that falls asleep in one position and recovers within minutes"),
            short="no",
        ),
        Choice(
            key="tingling_only",
            text=_("Only pins and needles, feeling is normal when I touch the skin"),
            short="tingling only",
            points=2,
        ),
        Choice(
            key="new_or_worse",
            text=_(
                "Yes, numb: it started in the last 3 days, came on suddenly, is spreading or getting "
                "worse, or I cannot feel touch there at all"
            ),
            short="new or worse",
            points=15,
        ),
        Choice(
            key="longer_unchecked",
            text=_("Yes, numb for more than 3 days, about the same, not checked by a doctor"),
            short="longer unchecked",
            points=6,
        ),
        Choice(
            key="old_checked",
            text=_("Yes, not changing, and a doctor has checked it"),
            short="old checked",
            points=3,
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure", points=8),
    ),
    why=_("Sensory deficit"),
    sources=(SEED_001, SEED_003),
)

WALKING = Question(
    key="walking",
    kind=Kind.SINGLE,
    text=_("How is your walking?"),
    short="walking",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("Normal"), short="no"),
        Choice(
            key="usual_aid",
            text=_("I use a wheelchair, walker or cane as always, and nothing has changed"),
            short="usual aid",
            points=1,
        ),
        Choice(
            key="pain_limits",
            text=_("I walk less because it hurts, but my legs work"),
            short="pain limits",
            points=1,
        ),
        Choice(
            key="unsteady",
            text=_("New: unsteady, stumbling, heavy or stiff legs, or falls"),
            short="unsteady",
            points=10,
        ),
        Choice(key="cannot", text=_("New: I cannot stand or walk at all"), short="cannot", points=20),
        Choice(key="not_sure", text=_("Not sure"), short="not sure", points=8),
    ),
    why=_("Cord compression, gait/balance"),
    sources=(SEED_004.on("gait, balance"), NICE_NG234),
)
