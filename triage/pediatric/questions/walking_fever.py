"""Pediatric questions: walking and fever (part of the gate) (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Doubt, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.sections import SAFETY
from triage.sources import AAP_F, GP_KNOW, PCH, SCH, SEED_000, SEED_002, UMEM, VIC
from triage.words import Voiced, _

WALKING = Question(
    key="walking",
    kind=Kind.SINGLE,
    text=Voiced(_("How is your child walking today?"), _("How are you walking today?")),
    short=_("Walking today"),
    required=True,
    informational="not_walking_yet",
    gate=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(1),
    options=(
        Choice(key="normal", text=_("The same as always"), short=_("same as always")),
        Choice(
            key="stiff_sore",
            text=_("Slow or stiff because it hurts, but without a limp"),
            hint=Voiced(_("Walks on their own."), _("You walk on your own.")),
            short=_("slow or stiff, no limp, walks alone"),
        ),
        Choice(
            key="limp",
            text=_("With a limp or in a different way, but without help"),
            short=_("limp or changed walk, without help"),
        ),
        Choice(
            key="refuses",
            text=Voiced(
                _("Cannot walk, can barely walk, or walks only with help or holding on"),
                _("I cannot walk, can barely walk, or walk only with help or holding on"),
            ),
            hint=Voiced(
                _("Or will not stand, or will not put weight on a leg."),
                _("Or you cannot stand, or cannot put weight on a leg."),
            ),
            short=_("cannot or barely walks, needs help, or will not stand"),
        ),
        Choice(
            key="usual_aid",
            text=_("With a wheelchair, walker, or braces as always, and no change"),
            short=_("usual wheelchair, walker, or braces, no change"),
        ),
        Choice(
            key="not_walking_yet",
            text=_("Too young to walk yet"),
            short=_("not walking yet"),
            offered_when=CHILD_AGE_YEARS.below(3),
            else_counts_as="not_sure",
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("A change in walking can be a sign that back pain needs to be seen soon."),
    help=_(
        "A limp means the steps are uneven, or one leg takes less weight. Stiff and slow means "
        "the steps are careful, but even."
    ),
    unsure_help=Voiced(
        _(
            "After a bad fall or crash, do not do this test. If you are not sure, try this: let your "
            "child stand up and walk a little, if they want to. Do not make them walk. If they cannot "
            "or will not, choose “cannot walk”."
        ),
        _(
            "After a bad fall or crash, do not do this test. If you are not sure, try this: hold on to "
            "something, stand up slowly, and walk a few steps. If you cannot, choose “I cannot walk”."
        ),
    ),
    sources=(SEED_000, SEED_002, SCH, PCH, VIC),
)

FEVER = Question(
    key="fever",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Has your child had a fever since the back pain began?"),
        _("Have you had a fever since the back pain began?"),
    ),
    hint=_("A fever is 100.4°F (38°C) or higher. Count it also if medicine brought it down."),
    short=_("Fever"),
    required=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="yes_now", text=_("Yes, now or in the last 24 hours"), short=_("yes, now or in the last 24 h")
        ),
        Choice(
            key="yes_recent",
            text=_("Yes, since the back pain began, but not in the last 24 hours"),
            short=_("yes, since the pain began, not in the last 24 h"),
        ),
        Choice(
            key="low_grade",
            text=_("A little high: 99.5 to 100.3°F (37.5 to 37.9°C)"),
            short=_("low-grade, 99.5 to 100.3°F"),
        ),
        Choice(
            key="felt_hot",
            text=Voiced(
                _("Feels hot now or today, no thermometer"), _("I feel hot now or today, no thermometer")
            ),
            hint=_("Take a temperature as soon as you can."),
            short=_("feels hot now or today, not measured"),
        ),
        Choice(
            key="before_pain",
            text=_("Only before the back pain began, and now over"),
            short=_("only before the pain began, now over"),
        ),
        Choice(
            key="no",
            text=_("No"),
            hint=Voiced(
                _("Measured under 99.5°F (37.5°C), or does not feel hot or ill."),
                _("Measured under 99.5°F (37.5°C), or you do not feel hot or ill."),
            ),
            short=_("no"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Fever with back pain can be a sign of an infection. Even a slightly high temperature can matter."),
    help=_(
        "When the thermometer says 99.5 to 100.3°F (37.5 to 37.9°C), choose “a little high”. "
        "That is not a “no”."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: take your child's temperature now. Use the thermometer as its "
            "directions say. If you have none, feel your child's chest or back with your hand. "
            "If it feels hot, choose “feels hot”."
        ),
        _(
            "If you are not sure, try this: take your temperature now. Use the thermometer as its "
            "directions say. If you have none, ask someone to feel your forehead or back. "
            "If it feels hot, choose “I feel hot”."
        ),
    ),
    sources=(SEED_000, SEED_002, PCH, VIC, UMEM),
)

FEVER_TEMP_F = Question(
    key="fever_temp_f",
    kind=Kind.DECIMAL,
    text=_("What was the highest temperature in the last 24 hours?"),
    hint=Voiced(
        _(
            "In °F or °C. If you have a thermometer, take the temperature now. For a young baby, "
            "give the number furthest from normal, high or low."
        ),
        _("In °F or °C. If you have a thermometer, take your temperature now."),
    ),
    short=_("Temperature (°F)"),
    required=False,
    minimum=90,
    maximum=110,
    unit=_("°F"),
    why=Voiced(
        _("The number helps the care team. A baby who is too cold can also be ill."),
        _("The number helps the care team."),
    ),
    help=Voiced(
        _(
            "If you chose “feels hot” and the number is under 99.5°F (37.5°C), change your answer "
            "above. If it was 100.4°F (38°C) or higher in the last 24 hours, choose the first “yes” "
            "above. If your child is on cancer treatment, never take it in the bottom."
        ),
        _(
            "If you chose “I feel hot” and the number is under 99.5°F (37.5°C), change your answer "
            "above. If it was 100.4°F (38°C) or higher in the last 24 hours, choose the first “yes” "
            "above. If you are on cancer treatment, never take it in the bottom."
        ),
    ),
    sources=(AAP_F, GP_KNOW),
)


PAGES = (
    Page(code="c06", section=SAFETY, gate=True, questions=(WALKING,)),
    Page(
        code="c07",
        section=SAFETY,
        gate=True,
        title=_("Fever"),
        questions=(FEVER, FEVER_TEMP_F),
        doubts=(
            Doubt(
                when=FEVER.is_("yes_recent", "before_pain", "no") & FEVER_TEMP_F.at_least(100.4),
                question=FEVER,
                text=_(
                    "Was this temperature in the last 24 hours? If yes, choose “Yes, now or in the last"
                    " 24 hours”. If no, leave the temperature empty."
                ),
            ),
        ),
    ),
)
