"""Adult questions: legs and walking (part of the gate) (adult section 1)."""

from __future__ import annotations

from triage.adult.sections import SAFETY
from triage.model import Choice, Kind, Page, Question
from triage.sources import (
    ACR_LBP_2021,
    GIRFT_CES,
    IFOMPT,
    NHS_BACK_PAIN,
    NICE_NG59,
    NICE_NG234,
    SEED_001,
    SEED_003,
    SEED_004,
)
from triage.words import Voiced, _

LEG_BOTH = Question(
    key="leg_both",
    kind=Kind.SINGLE,
    text=_("Does the back trouble reach BOTH legs?"),
    short=_("Bilateral leg symptoms"),
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="no",
            text=_("No"),
            hint=_(
                "Choose this also if it is only sore muscles, or only sore knees or hips. The same goes for "
                "the all-over aches of a cold or flu. It also goes for a leg that falls asleep in one "
                "position and wakes up within minutes."
            ),
            short=_("none"),
        ),
        Choice(
            key="numb_or_weak",
            text=_(
                "Yes, numbness, tingling or weakness in both legs. It began in the last 3 months, or came "
                "back, or is getting worse"
            ),
            short=_("numbness, tingling or weakness (under 3 months, back again or worse)"),
            points=20,
        ),
        Choice(
            key="pain_only",
            text=_("Yes, pain from the back into both legs, but normal feeling and strength"),
            short=_("pain only, normal feeling and strength"),
            points=8,
        ),
        Choice(
            key="walking_only",
            text=Voiced(
                _("Only when I stand or walk. It goes when I sit. It has been so for over 4 weeks"),
                _("Only when they stand or walk. It goes when they sit. It has been so for over 4 weeks"),
            ),
            short=_("only on standing or walking, over 4 weeks, gone on sitting"),
            points=2,
        ),
        Choice(
            key="longer_unchecked",
            text=_(
                "Yes, numbness, tingling or weakness in both legs for more than 3 months, not changed, not "
                "checked by a doctor"
            ),
            short=_("numbness, tingling or weakness (over 3 months, unchanged, unchecked)"),
            points=8,
        ),
        Choice(
            key="old_checked",
            text=_("Yes, for a long time, not changed, and a doctor has checked it"),
            short=_("long-standing, unchanged, checked by a doctor"),
            points=3,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=10),
    ),
    why=_(
        "Signs in both legs can mean that more than one nerve is under pressure. That needs a faster check "
        "than signs in one leg."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: sit down and touch the skin of both legs lightly. Then think of "
            "each leg in turn. Does it hurt, tingle, feel numb or feel weak?"
        ),
        _(
            "If you are not sure, try this: ask them to sit down and touch the skin of both legs lightly. "
            "Then ask about each leg in turn. Does it hurt, tingle, feel numb or feel weak?"
        ),
    ),
    sources=(NHS_BACK_PAIN, GIRFT_CES, IFOMPT),
)

LEG_WEAK = Question(
    key="leg_weak",
    kind=Kind.SINGLE,
    text=_("Is a leg or foot weak?"),
    hint=Voiced(
        _("For example your foot drags or slaps, or you cannot lift your toes or stand on tiptoe."),
        _("For example their foot drags or slaps, or they cannot lift their toes or stand on tiptoe."),
    ),
    short=_("Leg weakness"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="no",
            text=_("No, or only a knee that gives way from an old knee problem"),
            short=_("none"),
        ),
        Choice(
            key="new_or_worse",
            text=Voiced(
                _(
                    "Yes. It started in the last 3 days, or came on suddenly, or is getting worse. Or I "
                    "cannot lift the foot at all"
                ),
                _(
                    "Yes. It started in the last 3 days, or came on suddenly, or is getting worse. Or they "
                    "cannot lift the foot at all"
                ),
            ),
            short=_("new (3 days), sudden, worse or complete"),
            points=20,
        ),
        Choice(
            key="longer_unchecked",
            text=_("Yes, for more than 3 days, about the same, not checked by a doctor"),
            short=_("over 3 days, stable, unchecked"),
            points=8,
        ),
        Choice(
            key="old_checked",
            text=_("Yes, not changing, and a doctor has checked it"),
            short=_("stable, checked by a doctor"),
            points=3,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=10),
    ),
    why=_("A weak leg can mean that a nerve is under pressure. New or growing weakness needs help fast."),
    help=_("A foot that slaps hits the floor hard and flat with each step."),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: sit on a chair with both feet on the floor. Lift your toes, "
            "then your heels, and compare both sides. Stop if it hurts more. Do not test it standing."
        ),
        _(
            "If you are not sure, try this: ask them to sit on a chair with both feet on the floor. Can they "
            "lift the toes, then the heels, the same on both sides? Stop if it hurts more. Do not test it "
            "standing."
        ),
    ),
    sources=(SEED_001, SEED_003, NICE_NG59, ACR_LBP_2021),
)

LEG_NUMB = Question(
    key="leg_numb",
    kind=Kind.SINGLE,
    text=_("Has a leg or foot lost feeling?"),
    short=_("Leg numbness"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="no",
            text=_("No, or only a leg that falls asleep in one position and wakes up within minutes"),
            short=_("none"),
        ),
        Choice(
            key="tingling_only",
            text=Voiced(
                _("Only pins and needles, feeling is normal when I touch the skin"),
                _("Only pins and needles, feeling is normal when they touch the skin"),
            ),
            short=_("tingling only, normal touch"),
            points=2,
        ),
        Choice(
            key="new_or_worse",
            text=Voiced(
                _(
                    "Yes, numb: began in the last 3 days or all at once, is spreading or getting worse, or "
                    "I cannot feel touch there at all"
                ),
                _(
                    "Yes, numb: began in the last 3 days or all at once, is spreading or getting worse, or "
                    "they cannot feel touch there at all"
                ),
            ),
            short=_("new (3 days), sudden, spreading, worse or complete"),
            points=15,
        ),
        Choice(
            key="longer_unchecked",
            text=_("Yes, numb for more than 3 days, about the same, not checked by a doctor"),
            short=_("over 3 days, stable, unchecked"),
            points=6,
        ),
        Choice(
            key="old_checked",
            text=_("Yes, not changing, and a doctor has checked it"),
            short=_("stable, checked by a doctor"),
            points=3,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=8),
    ),
    why=_("A numb leg can mean that a nerve is under pressure. New or spreading numbness needs help fast."),
    help=_("Pins and needles is a tingling or prickling feeling, as when a foot wakes up."),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: close your eyes and stroke both legs and feet lightly with a "
            "finger or a tissue. Can you feel it everywhere, the same on both sides?"
        ),
        _(
            "If you are not sure, try this: ask them to close their eyes. Stroke both legs and feet lightly "
            "with a finger or a tissue. Can they feel it everywhere, the same on both sides?"
        ),
    ),
    sources=(SEED_001, SEED_003),
)

WALKING = Question(
    key="walking",
    kind=Kind.SINGLE,
    text=Voiced(_("How is your walking?"), _("How is their walking?")),
    short=_("Walking"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("Normal"), short=_("normal")),
        Choice(
            key="usual_aid",
            text=Voiced(
                _("I use a wheelchair, walker or cane as always, and nothing has changed"),
                _("They use a wheelchair, walker or cane as always, and nothing has changed"),
            ),
            short=_("usual walking aid, unchanged"),
            points=1,
        ),
        Choice(
            key="pain_limits",
            text=Voiced(
                _("I walk less because it hurts, but my legs work"),
                _("They walk less because it hurts, but their legs work"),
            ),
            short=_("limited by pain only"),
            points=1,
        ),
        Choice(
            key="unsteady",
            text=_("New: unsteady, stumbling, heavy or stiff legs, or falls"),
            short=_("new unsteadiness, heavy or stiff legs, or falls"),
            points=10,
        ),
        Choice(
            key="cannot",
            text=Voiced(
                _("New: I cannot stand or walk at all"),
                _("New: they cannot stand or walk at all"),
            ),
            short=_("new, cannot stand or walk"),
            points=20,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=8),
    ),
    why=_(
        "Trouble with walking or balance can come from pressure on the spinal cord, the main bundle of "
        "nerves in the spine."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: think of the last days. Did you hold on to walls or furniture, "
            "trip, or look at your feet to walk? Do not test it if you could fall."
        ),
        _(
            "If you are not sure, try this: think of the last days. Did they hold on to walls or furniture, "
            "trip, or look at their feet to walk? Do not test it if they could fall."
        ),
    ),
    sources=(SEED_004.on("gait, balance"), NICE_NG234),
)


PAGES = (
    Page(code="a07", section=SAFETY, gate=True, questions=(LEG_BOTH,)),
    Page(code="a08", section=SAFETY, gate=True, questions=(LEG_WEAK,)),
    Page(code="a09", section=SAFETY, gate=True, questions=(LEG_NUMB,)),
    Page(code="a10", section=SAFETY, gate=True, questions=(WALKING,)),
)
