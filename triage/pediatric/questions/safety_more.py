"""Pediatric questions: walking, fever and baby signs (part of the gate) (pediatric section 1)."""

from __future__ import annotations

from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.model import Choice, Kind, Question
from triage.sources import (
    AAP_F,
    DISC01,
    EBM_SEA,
    GP_KNOW,
    MSD_MEN,
    PCH,
    PMM_D,
    SCH,
    SEED_000,
    SEED_002,
    UMEM,
    VIC,
)
from triage.words import _

WALKING = Question(
    key="walking",
    kind=Kind.SINGLE,
    text=_("How is your child walking today?"),
    short="walking",
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(1),
    options=(
        Choice(key="normal", text=_("The same as always"), short="normal"),
        Choice(
            key="stiff_sore",
            text=_("Walks on their own without a limp, but is slow or stiff because it hurts"),
            short="stiff sore",
        ),
        Choice(
            key="limp", text=_("Limps or walks in a different way, but can walk without help"), short="limp"
        ),
        Choice(
            key="refuses",
            text=_(
                "Cannot walk, walks only with help or holding on, can barely walk, or will not stand "
                "or put weight on a leg"
            ),
            short="refuses",
        ),
        Choice(
            key="usual_aid",
            text=_("Uses a wheelchair, walker, or braces as always; no change"),
            short="usual aid",
        ),
        Choice(
            key="not_walking_yet",
            text=_("Too young to walk yet"),
            short="not walking yet",
            offered_when=CHILD_AGE_YEARS.below(3),
            else_counts_as="not_sure",
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Limp or refusing to stand is a red flag; trouble walking is an emergency."),
    sources=(SEED_000, SEED_002, SCH, PCH, VIC),
)

FEVER = Question(
    key="fever",
    kind=Kind.SINGLE,
    text=_("Has your child had a fever (100.4 F / 38 C or higher) since the back pain began?"),
    short="fever",
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="yes_now", text=_("Yes, now or in the last 24 hours"), short="yes now"),
        Choice(
            key="yes_recent",
            text=_("Yes, since the back pain began, but not in the last 24 hours"),
            short="yes recent",
        ),
        Choice(key="low_grade", text=_("A little high: 99.5 to 100.3 F (37.5 to 37.9 C)"), short="low grade"),
        Choice(key="felt_hot", text=_("Feels hot now or today, no thermometer"), short="felt hot"),
        Choice(
            key="before_pain", text=_("Only before the back pain began, and now over"), short="before pain"
        ),
        Choice(
            key="no", text=_("No (measured under 99.5 F / 37.5 C, or does not feel hot or ill)"), short="no"
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_(
        "Fever with back pain can mean an infection in the spine, kidney, lung, or blood. A low "
        "fever can be an early sign."
    ),
    sources=(SEED_000, SEED_002, PCH, VIC, UMEM),
)

FEVER_TEMP_F = Question(
    key="fever_temp_f",
    kind=Kind.DECIMAL,
    text=_(
        "If you have a thermometer, take the temperature now. What was the highest (or, in a "
        "young baby, most unusual) number in the last 24 hours?"
    ),
    short="fever temp f",
    required=False,
    minimum=90,
    maximum=110,
    why=_("Gives the care team the number. A baby who is cold can be very ill too."),
    sources=(AAP_F, GP_KNOW),
)

INFANT_SIGNS = Question(
    key="infant_signs",
    kind=Kind.MULTI,
    text=_("Babies and toddlers show pain in other ways. Have you seen any of these? Check all that apply."),
    short="infant signs",
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.below(6),
    options=(
        Choice(
            key="cries_when_moved",
            text=_("Cries when picked up or moved, or during a diaper change"),
            short="cries when moved",
        ),
        Choice(
            key="refuses_sit",
            text=_("Refuses to sit, crawl, or stand the way they did before"),
            short="refuses sit",
        ),
        Choice(
            key="arching_stiff",
            text=_("Holds the back very stiff or arched, or will not bend to pick up a toy"),
            short="arching stiff",
        ),
        Choice(
            key="constant_irritable",
            text=_("Cries or fusses for long periods and cannot be comforted"),
            short="constant irritable",
        ),
        Choice(
            key="poor_feeding",
            text=_("Feeds or drinks very little, or has far fewer wet diapers"),
            short="poor feeding",
        ),
        Choice(
            key="sleepy_floppy", text=_("Very sleepy, floppy, weak cry, or feels cold"), short="sleepy floppy"
        ),
        Choice(
            key="lost_skills",
            text=_("Has stopped doing something they could do before, such as rolling, crawling, or walking"),
            short="lost skills",
        ),
        Choice(
            key="bulging_soft_spot",
            text=_("The soft spot on the head is bulging (baby)"),
            short="bulging soft spot",
            offered_when=CHILD_AGE_YEARS.below(2),
        ),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Discitis, meningitis, and cord problems look like this in small children."),
    sources=(PMM_D, DISC01, EBM_SEA, MSD_MEN, GP_KNOW),
)
