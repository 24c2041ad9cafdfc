"""Pediatric questions: the first emergency gate, asked before anything else (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.sections import SAFETY
from triage.sources import GP_KNOW, MSD_MEN, SCH, SEA
from triage.words import Voiced, _

# Two blocks in the order of the specification, so that eleven signs can be read on a phone.
ALERT = _("Breathing, waking up, and moving")
PAIN_SKIN = _("Skin, pain, belly, and things swallowed")

GATE_NOW = Question(
    key="gate_now",
    kind=Kind.MULTI,
    text=Voiced(_("Does your child have any of these right now?"), _("Do you have any of these right now?")),
    hint=_("Choose all that apply."),
    short=_("Emergency signs now"),
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="trouble_breathing",
            group=ALERT,
            text=_("Struggling to breathe, or lips or face look blue or gray"),
            short=_("trouble breathing, or blue or gray color"),
        ),
        Choice(
            key="hard_to_wake",
            group=ALERT,
            text=_("Very hard to wake up, floppy, confused, or passed out"),
            short=_("hard to wake, floppy, confused, or passed out"),
        ),
        Choice(
            key="seizure",
            group=ALERT,
            text=_("A seizure (fit), now or just before this"),
            hint=_("A seizure often means shaking or going stiff without control."),
            short=_("seizure now or just before"),
        ),
        Choice(
            key="looks_very_ill",
            group=ALERT,
            text=Voiced(_("Looks very ill"), _("You look or feel very ill")),
            hint=Voiced(
                _(
                    "Gray, blotchy, or very pale and cold skin. Or much sleepier than usual, "
                    "or not acting like themselves."
                ),
                _(
                    "Gray, blotchy, or very pale and cold skin. Or much sleepier than usual, "
                    "or not acting like yourself."
                ),
            ),
            short=_("looks very ill"),
        ),
        Choice(
            key="cannot_move_legs",
            group=ALERT,
            text=_("Suddenly cannot move one or both legs or arms"),
            hint=_("Cannot move it at all. We ask about weak or dragging arms or legs soon."),
            short=_("sudden loss of movement in an arm or leg"),
        ),
        Choice(
            key="stiff_neck_ill",
            group=ALERT,
            text=_("A stiff neck together with fever, a bad headache, or bright light hurting the eyes"),
            short=_("stiff neck with fever, bad headache, or light hurting the eyes"),
        ),
        Choice(
            key="purple_rash",
            group=PAIN_SKIN,
            text=_("Red or purple spots that do not fade when you press a clear glass on them"),
            short=_("non-fading red or purple spots"),
        ),
        Choice(
            key="severe_chest_pain",
            group=PAIN_SKIN,
            text=_("Sudden, very bad chest pain, or sudden tearing pain in the chest or upper back"),
            short=_("sudden severe chest pain, or tearing chest or upper back pain"),
        ),
        Choice(
            key="hard_belly",
            group=PAIN_SKIN,
            text=Voiced(
                _("A belly that is hard or swollen, or so sore that your child will not let you touch it"),
                _("A belly that is hard or swollen, or so sore that you cannot bear a touch"),
            ),
            short=_("belly hard, swollen, or too sore to touch"),
        ),
        Choice(
            key="sudden_belly_groin",
            group=PAIN_SKIN,
            text=_("Sudden bad pain in the belly, groin, or a testicle, or a swollen testicle"),
            hint=_("The groin is the fold between the belly and the leg."),
            short=_("sudden belly, groin, or testicle pain, or swollen testicle"),
        ),
        Choice(
            key="swallowed_harm",
            group=PAIN_SKIN,
            text=_("Took too much medicine, or swallowed something harmful"),
            hint=_("Such as a battery, a magnet, or poison. By accident or on purpose."),
            short=_("too much medicine or something harmful swallowed"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("These signs need help right away, so we ask about them first."),
    help=_(
        "Choose “cannot move” only when an arm or leg does not move at all. If it is weak or "
        "drags, a page that comes soon asks about that."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: look at your child's face, lips, skin, and breathing in "
            "good light. Talk to your child. Do they look at you or answer as usual? Press a clear "
            "glass on any spots. If you still think it may be one of these, call {emergency_number}. "
            "Do not wait."
        ),
        _(
            "If you are not sure, try this: ask someone near you to look at you in good light. "
            "Press a clear glass on any spots. If you still think it may be one of these, "
            "tell an adult now, or call {emergency_number} yourself. Do not wait."
        ),
    ),
    sources=(SCH, MSD_MEN, SEA, GP_KNOW),
)


PAGES = (Page(code="c01", section=SAFETY, gate=True, questions=(GATE_NOW,)),)
