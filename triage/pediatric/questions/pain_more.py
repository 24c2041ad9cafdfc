"""Pediatric questions: more about the pain (pediatric section 1)."""

from __future__ import annotations

from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.pain import NIGHT_PAIN
from triage.model import Choice, Kind, Question
from triage.sources import BMJ_CES, CHKD, GIGHZ_JIA, HOU, OSTEO, SAH, SCH, SCT, SPOND
from triage.words import _

NIGHT_RELIEF = Question(
    key="night_relief",
    kind=Kind.SINGLE,
    text=_("When your child has had ibuprofen or naproxen for the night pain, did it help?"),
    short="night relief",
    required=False,
    shown_when=NIGHT_PAIN.is_("wakes_sometimes", "wakes_most"),
    options=(
        Choice(key="clearly", text=_("Yes, it clearly went away"), short="clearly"),
        Choice(key="a_little", text=_("A little"), short="a little"),
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="not_tried", text=_("Not tried"), short="not tried"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Night pain that clearly settles with these medicines points to osteoid osteoma."),
    sources=(OSTEO,),
)

PAIN_TRIGGERS = Question(
    key="pain_triggers",
    kind=Kind.MULTI,
    text=_("What makes it worse? Check all that apply."),
    short="pain triggers",
    required=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(4),
    options=(
        Choice(key="bending_back", text=_("Leaning or arching backward"), short="bending back"),
        Choice(key="bending_forward", text=_("Bending forward"), short="bending forward"),
        Choice(key="sitting_long", text=_("Sitting for a long time"), short="sitting long"),
        Choice(key="carry_lift", text=_("Carrying a backpack or lifting"), short="carry lift"),
        Choice(key="run_jump", text=_("Running or jumping"), short="run jump"),
        Choice(
            key="lying_down",
            text=_("Lying flat, and it eases when sitting or standing up"),
            short="lying down",
        ),
        Choice(key="cough_sneeze", text=_("Coughing, sneezing, or straining"), short="cough sneeze"),
        Choice(key="nothing", text=_("Nothing in particular"), short="nothing"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Leaning back suggests a stress fracture; lying down suggests a mass."),
    sources=(SPOND, SCT),
)

LEG_PAIN = Question(
    key="leg_pain",
    kind=Kind.SINGLE,
    text=_("Does pain shoot from the back down into a leg?"),
    short="leg pain",
    required=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(3),
    options=(
        Choice(key="none", text=_("No"), short="none"),
        Choice(key="buttock_only", text=_("Only into the buttock"), short="buttock only"),
        Choice(
            key="sore_muscles",
            text=_("No shooting pain, but leg muscles are sore after exercise"),
            short="sore muscles",
        ),
        Choice(key="one_leg", text=_("Yes, on one side"), short="one leg"),
        Choice(key="both_legs", text=_("Yes, on both sides"), short="both legs"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Shooting leg pain can mean a pressed nerve; both sides is an emergency sign."),
    sources=(SCH, SAH, BMJ_CES),
)

MORNING_STIFFNESS = Question(
    key="morning_stiffness",
    kind=Kind.SINGLE,
    text=_("Is your child's back stiff in the morning?"),
    short="morning stiffness",
    required=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(2),
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="lt_30", text=_("Yes, for less than 30 minutes"), short="lt 30"),
        Choice(key="gt_30", text=_("Yes, for 30 minutes or more"), short="gt 30"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Long morning stiffness suggests inflammatory arthritis."),
    sources=(CHKD, HOU, GIGHZ_JIA),
)

EPISODES = Question(
    key="episodes",
    kind=Kind.SINGLE,
    text=_("Has your child had back pain like this before?"),
    short="episodes",
    required=False,
    options=(
        Choice(key="first", text=_("No, this is the first time"), short="first"),
        Choice(key="few", text=_("Once or twice"), short="few"),
        Choice(key="often", text=_("Yes, often"), short="often"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Frequent back pain should be reviewed."),
    sources=(SCH,),
)
