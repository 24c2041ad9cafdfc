"""Adult questions: optional details of the pain (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.legs import LEG_BOTH
from triage.adult.questions.pain import DURATION, EPISODE, LEG_PAIN
from triage.adult.sections import MORE
from triage.model import Choice, Kind, Page, Question
from triage.sources import NHS_BACK_PAIN, SEED_001, SEED_004, SIEPER_2009, SURI_2010
from triage.words import Voiced, _

AGGRAVATE = Question(
    key="aggravate",
    kind=Kind.MULTI,
    text=_("What makes the pain worse?"),
    hint=_("Choose all that fit."),
    short=_("Aggravating factors"),
    required=False,
    informational="rest_morning nothing_clear none",
    options=(
        Choice(key="sitting", text=_("Sitting"), short=_("sitting")),
        Choice(key="standing", text=_("Standing"), short=_("standing")),
        Choice(key="walking", text=_("Walking"), short=_("walking")),
        Choice(key="bending_lifting", text=_("Bending or lifting"), short=_("bending or lifting")),
        Choice(key="twisting", text=_("Twisting"), short=_("twisting")),
        Choice(key="leaning_back", text=_("Leaning back"), short=_("leaning back")),
        Choice(key="lying", text=_("Lying down"), short=_("lying")),
        Choice(
            key="cough_strain",
            text=_("Coughing, sneezing or straining on the toilet"),
            short=_("coughing, sneezing or straining"),
            points=1,
        ),
        Choice(
            key="rest_morning",
            text=_("Resting, or first thing in the morning"),
            short=_("resting or early morning"),
        ),
        Choice(key="nothing_clear", text=_("Nothing stands out"), short=_("nothing clear")),
        Choice(key="none", text=_("None of these"), short=_("none of those listed")),
    ),
    why=_("What makes the pain worse can help to show where it comes from."),
    sources=(SEED_001, SEED_004, NHS_BACK_PAIN),
)

EASE = Question(
    key="ease",
    kind=Kind.MULTI,
    text=_("What makes the pain better?"),
    hint=_("Choose all that fit."),
    short=_("Easing factors"),
    required=False,
    informational="moving resting lying heat cold medicine nothing none",
    options=(
        Choice(key="moving", text=_("Moving"), short=_("moving")),
        Choice(key="resting", text=_("Resting"), short=_("resting")),
        Choice(key="lying", text=_("Lying down"), short=_("lying")),
        Choice(key="sitting", text=_("Sitting"), short=_("sitting")),
        Choice(key="leaning_forward", text=_("Leaning forward"), short=_("leaning forward")),
        Choice(key="heat", text=_("Heat"), short=_("heat")),
        Choice(key="cold", text=_("Cold"), short=_("cold")),
        Choice(key="medicine", text=_("Medicine"), short=_("medicine")),
        Choice(key="nothing", text=_("Nothing makes it better"), short=_("nothing")),
        Choice(key="none", text=_("None of these"), short=_("none of those listed")),
    ),
    why=_("What makes the pain better can help to show where it comes from."),
    sources=(SEED_001, SEED_004),
)

LEG_WALK_PATTERN = Question(
    key="leg_walk_pattern",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Do leg symptoms start when you stand or walk, and ease when you sit or lean forward?"),
        _("Do leg symptoms start when they stand or walk, and ease when they sit or lean forward?"),
    ),
    hint=_("For example leaning forward on a shopping cart."),
    short=_("Leg symptoms on standing or walking, eased by sitting"),
    required=False,
    informational="no",
    shown_when=LEG_PAIN.is_("above_knee", "below_knee") | ~LEG_BOTH.is_("no"),
    options=(
        Choice(key="yes", text=_("Yes"), short=_("yes")),
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure")),
    ),
    why=_("This pattern can come from a tight space around the nerves in the low back."),
    help=_("Leg symptoms can be pain, tingling, numbness, weakness or heavy legs."),
    sources=(SEED_004, SURI_2010),
)

IBP = Question(
    key="ibp",
    kind=Kind.MULTI,
    text=_("Which of these are true for this long-lasting pain?"),
    hint=_("Choose all that fit."),
    short=_("Inflammatory back pain features"),
    required=False,
    informational="none",
    shown_when=DURATION.is_("gt_12w") | EPISODE.is_("flare"),
    options=(
        Choice(
            key="onset_under_40",
            text=Voiced(_("It first began before I was 40"), _("It first began before they were 40")),
            short=_("onset before 40"),
        ),
        Choice(key="gradual_start", text=_("It came on slowly"), short=_("gradual start")),
        Choice(key="better_moving", text=_("It gets better with exercise"), short=_("better with exercise")),
        Choice(
            key="not_better_rest",
            text=_("It does not get better with rest"),
            short=_("not better with rest"),
        ),
        Choice(
            key="night_up_better",
            text=Voiced(
                _("It wakes me at night and is better when I get up"),
                _("It wakes them at night and is better when they get up"),
            ),
            short=_("wakes at night, better on getting up"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
    ),
    why=_("These signs together can point to inflammation (a kind of swelling) in the spine."),
    sources=(SEED_004, SIEPER_2009),
)

MORNING_STIFF = Question(
    key="morning_stiff",
    kind=Kind.SINGLE,
    text=Voiced(_("How long are you stiff in the morning?"), _("How long are they stiff in the morning?")),
    short=_("Morning stiffness"),
    required=False,
    informational="lt_30m",
    shown_when=DURATION.is_("w6_12", "gt_12w") | EPISODE.is_("flare"),
    options=(
        Choice(key="lt_30m", text=_("Not at all, or less than 30 minutes"), short=_("under 30 minutes")),
        Choice(key="m30_60", text=_("30 to 60 minutes"), short=_("30 to 60 minutes")),
        Choice(key="gt_60m", text=_("More than 60 minutes"), short=_("over 60 minutes")),
    ),
    why=_("Long stiffness in the morning can be a sign of inflammation (a kind of swelling)."),
    sources=(SEED_004,),
)

PAIN_SIDE = Question(
    key="pain_side",
    kind=Kind.SINGLE,
    text=_("Which side hurts?"),
    short=_("Side"),
    required=False,
    informational="middle left right both_sides",
    options=(
        Choice(key="middle", text=_("The middle"), short=_("middle")),
        Choice(key="left", text=_("The left side"), short=_("left")),
        Choice(key="right", text=_("The right side"), short=_("right")),
        Choice(key="both_sides", text=_("Both sides"), short=_("both sides")),
    ),
    why=_("The side helps to tell what may be hurting."),
    sources=(SEED_004,),
)


PAGES = (
    Page(
        code="a32",
        section=MORE,
        title=_("What the pain is like"),
        skippable=True,
        questions=(PAIN_SIDE, AGGRAVATE, EASE),
    ),
    Page(code="a33", section=MORE, skippable=True, questions=(LEG_WALK_PATTERN,)),
    Page(
        code="a34",
        section=MORE,
        title=_("Pain that lasts"),
        skippable=True,
        questions=(IBP, MORNING_STIFF),
    ),
)
