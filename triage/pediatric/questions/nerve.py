"""Pediatric questions: the second emergency gate, about nerves and the bladder (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.sections import SAFETY
from triage.sources import BMJ_CES, GP_KNOW, PCH, SAH, SEED_000, SEED_002
from triage.words import Voiced, _

GATE_NERVE = Question(
    key="gate_nerve",
    kind=Kind.MULTI,
    text=_("Have you noticed any of these new changes?"),
    hint=_("New since the back pain started. Choose all that apply."),
    short=_("New changes since the pain began"),
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="leg_weakness",
            text=_("A leg or foot is weak, drags, or gives way"),
            short=_("weak, dragging, or giving-way leg or foot"),
        ),
        Choice(
            key="leg_numb",
            text=_("Numbness, tingling, or pins and needles in the legs or feet"),
            hint=_(
                "Numb means little or no feeling. Do not choose this for a leg that fell asleep from "
                "sitting and woke up again."
            ),
            short=_("numb or tingling legs or feet"),
            offered_when=CHILD_AGE_YEARS.at_least(4),
        ),
        Choice(
            key="groin_numb",
            text=_("Numbness around the private parts, the bottom, or the inner thighs"),
            hint=_("For example, wiping feels dull or different."),
            short=_("numb private parts, bottom, or inner thighs"),
            offered_when=CHILD_AGE_YEARS.at_least(4),
        ),
        Choice(
            key="cannot_pee",
            text=_("Trouble peeing, or no feeling when peeing"),
            hint=Voiced(
                _(
                    "Any of these: needs to pee but cannot, has to push hard, or only drops come out. "
                    "Cannot feel it when peeing. No pee for 8 hours while awake (6 hours for a baby)."
                ),
                _(
                    "Any of these: you need to pee but cannot, have to push hard, or only drops come out. "
                    "You cannot feel it when you pee. No pee for 8 hours while awake."
                ),
            ),
            short=_("cannot pee, strains, no feeling, or no pee for hours"),
        ),
        Choice(
            key="new_accidents",
            text=_("New pee or poop accidents, or loss of control"),
            hint=Voiced(
                _("In a child who was dry and clean before. Not the bed-wetting your child has always had."),
                _("When you were dry and clean before. Not bed-wetting you have always had."),
            ),
            short=_("new pee or poop accidents or loss of control"),
        ),
        Choice(
            key="unsteady",
            text=_("Newly clumsy or unsteady"),
            hint=Voiced(
                _("Trips, falls, or is unsteady much more than before."),
                _("You trip, fall, or are unsteady much more than before."),
            ),
            short=_("newly clumsy or unsteady, trips, or falls"),
        ),
        Choice(
            key="arm_weak_numb",
            text=_("Weak, numb, or clumsy arms or hands"),
            short=_("weak, numb, or clumsy arms or hands"),
        ),
        Choice(
            key="headache_vomit",
            text=Voiced(
                _(
                    "New headaches that wake your child, are worst in the morning, or come with throwing up. "
                    "Or new double vision or crossed eyes"
                ),
                _(
                    "New headaches that wake you, are worst in the morning, or come with throwing up. "
                    "Or new double vision or crossed eyes"
                ),
            ),
            short=_("new headaches (waking, morning, or vomiting), double vision, or crossed eyes"),
        ),
        Choice(
            key="head_tilt",
            text=_("Head held tilted or turned, or cannot turn the head"),
            short=_("head tilted or turned, or cannot turn it"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Nerves in the back also help us walk, pee, and poop. New changes like these need care fast."),
    help=Voiced(
        _(
            "Choose “weak, drags, or gives way” when a leg still moves but is not as strong as before. "
            "If your child cannot move an arm or leg at all, call {emergency_number} now."
        ),
        _(
            "Choose “weak, drags, or gives way” when a leg still moves but is not as strong as before. "
            "If you cannot move an arm or leg at all, call {emergency_number} now."
        ),
    ),
    unsure_help=Voiced(
        _(
            "After a fall or crash, do not do this test. If you are not sure, try this: watch your child "
            "move, get up, or walk, if they want to. Touch both legs lightly. Does the feeling seem "
            "the same? Think about when your child last peed. Never push or turn the neck."
        ),
        _(
            "After a fall or crash, do not do this test. If you are not sure, try this: stand up and take "
            "a few steps, if you can. Touch both legs lightly. Is the feeling the same? Think about "
            "when you last peed. Never push or force your neck."
        ),
    ),
    sources=(SEED_000, SEED_002, PCH, BMJ_CES, SAH, GP_KNOW),
)


PAGES = (Page(code="c05", section=SAFETY, gate=True, questions=(GATE_NERVE,)),)
