"""Pediatric questions: more about the pain (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.pain import NIGHT_PAIN
from triage.pediatric.sections import PAIN
from triage.sources import BMJ_CES, CHKD, GIGHZ_JIA, HOU, OSTEO, SAH, SCH, SCT, SPOND
from triage.words import Voiced, _

NIGHT_RELIEF = Question(
    key="night_relief",
    kind=Kind.SINGLE,
    text=_("Did ibuprofen or naproxen help the night pain?"),
    hint=Voiced(
        _("Ibuprofen is in Advil and Motrin. Naproxen is in Aleve. Do not give them just to answer this."),
        _("Ibuprofen is in Advil and Motrin. Naproxen is in Aleve. Do not take them just to answer this."),
    ),
    short=_("Ibuprofen or naproxen for night pain"),
    required=False,
    informational="a_little no not_tried not_sure",
    shown_when=NIGHT_PAIN.is_("wakes_sometimes", "wakes_most"),
    options=(
        Choice(key="clearly", text=_("Yes, the pain clearly went away"), short=_("clearly went away")),
        Choice(key="a_little", text=_("A little"), short=_("helped a little")),
        Choice(key="no", text=_("No"), short=_("did not help")),
        Choice(key="not_tried", text=_("Not tried"), short=_("not tried")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Night pain that clearly goes away with these medicines is a clue for the care team."),
    sources=(OSTEO,),
)

PAIN_TRIGGERS = Question(
    key="pain_triggers",
    kind=Kind.MULTI,
    text=_("What makes the pain worse?"),
    hint=_("Choose all that apply."),
    short=_("Made worse by"),
    required=True,
    informational="bending_forward sitting_long carry_lift run_jump nothing",
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(4),
    options=(
        Choice(
            key="bending_back", text=_("Leaning or arching backward"), short=_("leaning or arching backward")
        ),
        Choice(key="bending_forward", text=_("Bending forward"), short=_("bending forward")),
        Choice(key="sitting_long", text=_("Sitting for a long time"), short=_("long sitting")),
        Choice(
            key="carry_lift",
            text=_("Carrying a backpack or lifting"),
            short=_("carrying a backpack or lifting"),
        ),
        Choice(key="run_jump", text=_("Running or jumping"), short=_("running or jumping")),
        Choice(
            key="lying_down",
            text=_("Lying flat, and it eases when sitting or standing up"),
            short=_("lying flat, eases when upright"),
        ),
        Choice(
            key="cough_sneeze",
            text=_("Coughing, sneezing, or straining"),
            hint=_("Straining means pushing hard, as when passing a hard poop."),
            short=_("coughing, sneezing, or straining"),
        ),
        Choice(key="nothing", text=_("No one thing makes it worse"), short=_("nothing in particular")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("What makes the pain worse gives clues to where it comes from."),
    sources=(SPOND, SCT),
)

LEG_PAIN = Question(
    key="leg_pain",
    kind=Kind.SINGLE,
    text=_("Does pain shoot from the back down into a leg?"),
    short=_("Shooting leg pain"),
    required=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(3),
    options=(
        Choice(key="none", text=_("No"), short=_("no")),
        Choice(key="buttock_only", text=_("Only into the buttock"), short=_("only into the buttock")),
        Choice(
            key="sore_muscles",
            text=_("No shooting pain, but leg muscles are sore after exercise"),
            short=_("no, but leg muscles sore after exercise"),
        ),
        Choice(key="one_leg", text=_("Yes, on one side"), short=_("one side")),
        Choice(key="both_legs", text=_("Yes, on both sides"), short=_("both sides")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Pain that shoots into a leg can come from a nerve, and should be checked."),
    help=_(
        "Shooting pain starts in the back and runs down the leg. It can feel sharp or like an electric shock."
    ),
    sources=(SCH, SAH, BMJ_CES),
)

MORNING_STIFFNESS = Question(
    key="morning_stiffness",
    kind=Kind.SINGLE,
    text=Voiced(_("Is your child's back stiff in the morning?"), _("Is your back stiff in the morning?")),
    short=_("Morning stiffness"),
    required=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(2),
    options=(
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="lt_30", text=_("Yes, for less than 30 minutes"), short=_("under 30 minutes")),
        Choice(key="gt_30", text=_("Yes, for 30 minutes or more"), short=_("30 minutes or more")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("A back that stays stiff for long in the morning can be a clue to swelling in the joints."),
    help=_("Stiff means hard to bend or move. Count from getting out of bed until moving is easy again."),
    sources=(CHKD, HOU, GIGHZ_JIA),
)

EPISODES = Question(
    key="episodes",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Has your child had back pain like this before?"), _("Have you had back pain like this before?")
    ),
    short=_("Back pain before"),
    required=False,
    informational="first few not_sure",
    options=(
        Choice(key="first", text=_("No, this is the first time"), short=_("first time")),
        Choice(key="few", text=_("Once or twice"), short=_("once or twice")),
        Choice(key="often", text=_("Yes, often"), short=_("often")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Back pain that keeps coming back is worth a visit."),
    sources=(SCH,),
)


PAGES = (
    Page(code="c17", section=PAIN, questions=(NIGHT_RELIEF,), skippable=True),
    Page(code="c18", section=PAIN, questions=(PAIN_TRIGGERS,)),
    Page(code="c19", section=PAIN, questions=(LEG_PAIN,)),
    Page(code="c20", section=PAIN, questions=(MORNING_STIFFNESS,)),
    Page(code="c21", section=PAIN, questions=(EPISODES,), skippable=True),
)
