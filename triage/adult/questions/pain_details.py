"""Adult questions: optional details of the pain (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.legs import LEG_BOTH
from triage.adult.questions.pain import DURATION, EPISODE, LEG_PAIN
from triage.model import Choice, Kind, Question
from triage.sources import NHS_BACK_PAIN, SEED_001, SEED_004, SIEPER_2009, SURI_2010
from triage.words import _

AGGRAVATE = Question(
    key="aggravate",
    kind=Kind.MULTI,
    text=_("What makes it worse?"),
    short="aggravate",
    required=False,
    options=(
        Choice(key="sitting", text=_("Sitting"), short="sitting"),
        Choice(key="standing", text=_("Standing"), short="standing"),
        Choice(key="walking", text=_("Walking"), short="walking"),
        Choice(key="bending_lifting", text=_("Bending lifting"), short="bending lifting"),
        Choice(key="twisting", text=_("Twisting"), short="twisting"),
        Choice(key="leaning_back", text=_("Leaning back"), short="leaning back"),
        Choice(key="lying", text=_("Lying"), short="lying"),
        Choice(
            key="cough_strain",
            text=_("Coughing, sneezing or straining on the toilet"),
            short="cough strain",
            points=1,
        ),
        Choice(key="rest_morning", text=_("Resting or first thing in the morning"), short="rest morning"),
        Choice(key="nothing_clear", text=_("Nothing clear"), short="nothing clear"),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("Pattern"),
    sources=(SEED_001, SEED_004, NHS_BACK_PAIN),
)

EASE = Question(
    key="ease",
    kind=Kind.MULTI,
    text=_("What makes it better?"),
    short="ease",
    required=False,
    options=(
        Choice(key="moving", text=_("Moving"), short="moving"),
        Choice(key="resting", text=_("Resting"), short="resting"),
        Choice(key="lying", text=_("Lying"), short="lying"),
        Choice(key="sitting", text=_("Sitting"), short="sitting"),
        Choice(key="leaning_forward", text=_("Leaning forward"), short="leaning forward"),
        Choice(key="heat", text=_("Heat"), short="heat"),
        Choice(key="cold", text=_("Cold"), short="cold"),
        Choice(key="medicine", text=_("Medicine"), short="medicine"),
        Choice(key="nothing", text=_("Nothing"), short="nothing"),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("Pattern"),
    sources=(SEED_001, SEED_004),
)

LEG_WALK_PATTERN = Question(
    key="leg_walk_pattern",
    kind=Kind.SINGLE,
    text=_(
        "Do leg symptoms come on with standing or walking and ease when you sit or lean forward "
        "(like on a shopping cart)?"
    ),
    short="leg walk pattern",
    required=False,
    shown_when=LEG_PAIN.is_("above_knee", "below_knee") | ~LEG_BOTH.is_("no"),
    options=(
        Choice(key="yes", text=_("Yes"), short="yes"),
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure"),
    ),
    why=_("Neurogenic claudication"),
    sources=(SEED_004, SURI_2010),
)

IBP = Question(
    key="ibp",
    kind=Kind.MULTI,
    text=_("Which are true for this long-lasting pain?"),
    short="ibp",
    required=False,
    shown_when=DURATION.is_("gt_12w") | EPISODE.is_("flare"),
    options=(
        Choice(key="onset_under_40", text=_("It first began before I was 40"), short="onset under 40"),
        Choice(key="gradual_start", text=_("It came on slowly"), short="gradual start"),
        Choice(key="better_moving", text=_("Better with exercise"), short="better moving"),
        Choice(key="not_better_rest", text=_("Not better with rest"), short="not better rest"),
        Choice(
            key="night_up_better", text=_("Wakes me at night, better when I get up"), short="night up better"
        ),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("ASAS IBP criteria"),
    sources=(SEED_004, SIEPER_2009),
)

MORNING_STIFF = Question(
    key="morning_stiff",
    kind=Kind.SINGLE,
    text=_("How long are you stiff in the morning?"),
    short="morning stiff",
    required=False,
    shown_when=DURATION.is_("w6_12", "gt_12w") | EPISODE.is_("flare"),
    options=(
        Choice(key="lt_30m", text=_("Lt 30m"), short="lt 30m"),
        Choice(key="m30_60", text=_("M30 60"), short="m30 60"),
        Choice(key="gt_60m", text=_("Gt 60m"), short="gt 60m"),
    ),
    why=_("Inflammatory pattern"),
    sources=(SEED_004,),
)

PAIN_SIDE = Question(
    key="pain_side",
    kind=Kind.SINGLE,
    text=_("Which side?"),
    short="pain side",
    required=False,
    options=(
        Choice(key="middle", text=_("Middle"), short="middle"),
        Choice(key="left", text=_("Left"), short="left"),
        Choice(key="right", text=_("Right"), short="right"),
        Choice(key="both_sides", text=_("Both sides"), short="both sides"),
    ),
    why=_("Midline vs paraspinal"),
    sources=(SEED_004,),
)
