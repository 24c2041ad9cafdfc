"""Simple care and medicine warnings for children (pediatric sections 5.1 to 5.6).

What is RECONSTRUCTED says so in its sources.
"""

from __future__ import annotations

from assessments.guidance import child_about, child_questions, prepare
from assessments.guidance.model import ALL_LEVELS, LOW, UP_TO_PROMPT, Block
from assessments.guidance.shared import AFTER_TITLE, UNTIL_TITLE
from triage.model import Level
from triage.sources import FROSCH22, KH, RECONSTRUCTED, REYE, SEA, SEED_000
from triage.words import Voiced, _

_COLD_THEN_HEAT = _(
    "For the first 2 to 3 days, try a cold pack wrapped in cloth, 15 to 20 minutes every 3 to 4 hours. "
    "Then try gentle heat for 15 to 20 minutes."
)
_NO_HEAT_OR_COLD = _("No heat or cold on a baby, over numb skin, on a sleeping child, or on red, hot skin.")
_LEANING_BACK = _("If leaning back hurts: no sports until a clinician has checked it.")

TEEN_LINE = _(
    "Teens: before any medicine or X-ray, tell the clinician in private if you might be pregnant. "
    "Fainting, heavy bleeding, or bad low belly pain: emergency room."
)

COMFORT = Block(
    key="comfort-child",
    title=UNTIL_TITLE,
    sources=(RECONSTRUCTED, SEA, KH),
    levels=frozenset({Level.PROMPT_IN_PERSON}),
    open_at=frozenset({Level.PROMPT_IN_PERSON}),
    on_paper=frozenset({Level.PROMPT_IN_PERSON}),
    items=(
        _COLD_THEN_HEAT,
        _NO_HEAT_OR_COLD,
        _("Stop sports, heavy lifting, and anything that hurts."),
    ),
)

SIMPLE_CARE = Block(
    key="simple-care",
    title=_("Simple care"),
    sources=(RECONSTRUCTED, SEA, KH),
    levels=LOW,
    open_at=LOW,
    on_paper=LOW,
    items=(
        _("Stay gently active: walk, or swim if it does not hurt. No bed rest after the first day."),
        _("Change position about every 30 minutes. Go to school."),
        _(
            "Pause heavy lifting, sports that arch or twist the back, and anything that hurts. Go back to "
            "them step by step."
        ),
        _LEANING_BACK,
        _COLD_THEN_HEAT,
        _NO_HEAT_OR_COLD,
        _(
            "School bag: 10 to 15 percent of body weight or less, two wide straps, both shoulders, heavy "
            "things close to the back."
        ),
        _("Sleep enough, drink water, and exercise often. Talk about stress."),
    ),
)

MEDICINE = Block(
    key="medicine-child",
    title=_("Before any pain medicine"),
    sources=(REYE, FROSCH22, KH, RECONSTRUCTED),
    levels=ALL_LEVELS,
    open_at=UP_TO_PROMPT,
    on_paper=ALL_LEVELS,
    items=(
        _("No aspirin, and nothing with salicylate in it, under age 19 unless a doctor prescribed it."),
        _("A baby under 12 weeks: no medicine before a clinician's advice. It can hide a fever."),
        _(
            "Children on cancer treatment: call the team first. Medicine can hide a fever. Never take a "
            "rectal temperature (in the bottom)."
        ),
        _("Too much medicine? Call Poison Control: 1-800-222-1222."),
    ),
)

MEDICINE_ASK = Block(
    key="medicine-ask-child",
    title=_("No ibuprofen or naproxen before a clinician says so, if any of these fit"),
    sources=(FROSCH22, KH, RECONSTRUCTED),
    levels=ALL_LEVELS,
    open_at=UP_TO_PROMPT,
    on_paper=ALL_LEVELS,
    items=(
        _("a baby under 6 months of age"),
        _("a possible pregnancy"),
        _("chickenpox"),
        _("throwing up, or drying out (not enough to drink)"),
        _("kidney problems, or a possible kidney infection"),
        _("bleeding problems"),
    ),
)

MEDICINE_USE = Block(
    key="medicine-use-child",
    title=_("If you choose a pain medicine"),
    sources=(RECONSTRUCTED, FROSCH22),
    levels=LOW,
    on_paper=LOW,
    intro=_("Pain medicine is optional. This page gives no amounts."),
    items=(
        Voiced(
            _("Follow the label for your child's weight and age, or ask a pharmacist or clinician."),
            _("With an adult, follow the label for your weight and age, or ask a pharmacist or clinician."),
        ),
        _("Use one product at a time. No medicine made for adults."),
        _("Not for more than 3 days without advice."),
    ),
)

# Result pages say this in a line of their own, from 12 years of age.
FOR_TEENS = Block(
    key="teens-child",
    title=_("For teens"),
    sources=(RECONSTRUCTED,),
    items=(TEEN_LINE,),
)

AFTER = Block(
    key="after-child",
    title=AFTER_TITLE,
    sources=(RECONSTRUCTED, SEED_000),
    levels=UP_TO_PROMPT,
    items=(
        _("Do what the clinician said about rest, moving, medicine, heat or cold, and exercises."),
        _("Note the pain each day."),
        _("Do the tests and the physical therapy that were ordered."),
        _("Keep the follow-up visit, even if things are better."),
        _("Do this check again if anything changes."),
    ),
)

BLOCKS = (
    COMFORT,
    prepare.CHILD,
    SIMPLE_CARE,
    MEDICINE,
    MEDICINE_ASK,
    MEDICINE_USE,
    AFTER,
    child_about.ABOUT,
    child_questions.QUESTIONS,
)
