"""Pediatric questions: the two emergency gates (pediatric section 1)."""

from __future__ import annotations

from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.model import Choice, Kind, Question
from triage.sources import BMJ_CES, GP_KNOW, MSD_MEN, PCH, SAH, SCH, SEA, SEED_000, SEED_002
from triage.words import _

GATE_NOW = Question(
    key="gate_now",
    kind=Kind.MULTI,
    text=_("Right now, does your child have any of these? Check all that apply."),
    short="gate now",
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="trouble_breathing",
            text=_("Struggling to breathe, or lips or face look blue or gray"),
            short="trouble breathing",
        ),
        Choice(
            key="hard_to_wake",
            text=_("Very hard to wake up, floppy, confused, or passed out"),
            short="hard to wake",
        ),
        Choice(key="seizure", text=_("A seizure (fit), now or just before this"), short="seizure"),
        Choice(
            key="looks_very_ill",
            text=_(
                "Looks very ill: gray, blotchy, or very pale and cold skin, much sleepier than "
                "usual, or not acting like themselves"
            ),
            short="looks very ill",
        ),
        Choice(
            key="cannot_move_legs",
            text=_("Suddenly cannot move one or both legs or arms"),
            short="cannot move legs",
        ),
        Choice(
            key="stiff_neck_ill",
            text=_("A stiff neck together with fever, a bad headache, or bright light hurting the eyes"),
            short="stiff neck ill",
        ),
        Choice(
            key="purple_rash",
            text=_("Red or purple spots that do not fade when you press a clear glass on them"),
            short="purple rash",
        ),
        Choice(
            key="severe_chest_pain",
            text=_("Sudden, very bad chest pain, or sudden tearing pain in the chest or upper back"),
            short="severe chest pain",
        ),
        Choice(
            key="hard_belly",
            text=_("A belly that is hard or swollen, or so sore that your child will not let you touch it"),
            short="hard belly",
        ),
        Choice(
            key="sudden_belly_groin",
            text=_("Sudden bad pain in the belly, groin, or a testicle, or a swollen testicle"),
            short="sudden belly groin",
        ),
        Choice(
            key="swallowed_harm",
            text=_(
                "Took too much medicine or swallowed something harmful (battery, magnet, poison), by "
                "accident or on purpose"
            ),
            short="swallowed harm",
        ),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Life-threatening illness must be found before any other question."),
    sources=(SCH, MSD_MEN, SEA, GP_KNOW),
)

GATE_NERVE = Question(
    key="gate_nerve",
    kind=Kind.MULTI,
    text=_("Since the back pain started, have you seen any of these new changes? Check all that apply."),
    short="gate nerve",
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="leg_weakness", text=_("A leg or foot is weak, drags, or gives way"), short="leg weakness"
        ),
        Choice(
            key="leg_numb",
            text=_(
                "Numbness, tingling, or pins and needles in the legs or feet (not a leg that fell "
                "asleep from sitting and woke up again)"
            ),
            short="leg numb",
            offered_when=CHILD_AGE_YEARS.at_least(4),
        ),
        Choice(
            key="groin_numb",
            text=_("Numbness around the private parts, the bottom, or the inner thighs"),
            short="groin numb",
            offered_when=CHILD_AGE_YEARS.at_least(4),
        ),
        Choice(
            key="cannot_pee",
            text=_(
                "Needs to pee but cannot, has to push hard, or only drops come out; or cannot feel "
                "when peeing; or no pee for 8 hours while awake (6 hours for a baby)"
            ),
            short="cannot pee",
        ),
        Choice(
            key="new_accidents",
            text=_(
                "New pee or poop accidents, or loss of control, in a child who was dry and clean "
                "before (not the bed-wetting your child has always had)"
            ),
            short="new accidents",
        ),
        Choice(
            key="unsteady",
            text=_("New clumsiness: trips, falls, or is unsteady much more than before"),
            short="unsteady",
        ),
        Choice(key="arm_weak_numb", text=_("Weak, numb, or clumsy arms or hands"), short="arm weak numb"),
        Choice(
            key="headache_vomit",
            text=_(
                "New headaches that wake your child, are worst in the morning, or come with throwing "
                "up; or new double vision or crossed eyes"
            ),
            short="headache vomit",
        ),
        Choice(
            key="head_tilt", text=_("Head held tilted or turned, or cannot turn the head"), short="head tilt"
        ),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Pressure on the spinal cord or nerves needs emergency care."),
    sources=(SEED_000, SEED_002, PCH, BMJ_CES, SAH, GP_KNOW),
)
