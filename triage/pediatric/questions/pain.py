"""Pediatric questions: the pain (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.sections import PAIN
from triage.sources import AJNR10, HOU, JFP20, KH, PCH, SCH, SEED_000, SEED_002
from triage.words import Voiced, _

LOCATION = Question(
    key="location",
    kind=Kind.MULTI,
    text=_("Where does it hurt?"),
    hint=_("Choose all that apply."),
    short=_("Place of pain"),
    figure="child",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="low_middle", text=_("Low back"), short=_("low back")),
        Choice(
            key="upper_mid",
            text=_("Middle or upper back"),
            hint=_("Between or below the shoulder blades."),
            short=_("middle or upper back"),
        ),
        Choice(key="neck", text=_("Neck"), short=_("neck")),
        Choice(
            key="side_flank",
            text=_("High on one side at the back, under the ribs"),
            hint=_("This is where the kidneys are."),
            short=_("one flank, under the ribs"),
        ),
        Choice(key="buttock_hip", text=_("Buttock"), hint=_("The soft part you sit on."), short=_("buttock")),
        Choice(
            key="hip_groin",
            text=_("Hip, groin, or knee too"),
            hint=_("The groin is the fold between the belly and the leg."),
            short=_("hip, groin, or knee too"),
        ),
        Choice(
            key="tailbone",
            text=_("Tailbone"),
            hint=_("The bone at the very bottom of the spine."),
            short=_("tailbone"),
        ),
        Choice(key="all_over", text=_("All over the back"), short=_("all over the back")),
        Choice(
            key="cant_tell",
            text=Voiced(_("Too young, or not able, to show us"), _("I cannot show where it hurts")),
            short=_("cannot show where"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("The place of the pain tells the care team where to look first."),
    sources=(SEED_002, SCH),
)

DURATION = Question(
    key="duration",
    kind=Kind.SINGLE,
    text=Voiced(_("How long has your child had this pain?"), _("How long have you had this pain?")),
    hint=_("Count from the first day, even if it comes and goes."),
    short=_("Time with pain"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="lt_3d", text=_("Less than 3 days"), short=_("under 3 days")),
        Choice(key="d3_14", text=_("3 days to 2 weeks"), short=_("3 days to 2 weeks")),
        Choice(key="w2_4", text=_("More than 2 weeks, up to 4 weeks"), short=_("over 2, up to 4 weeks")),
        Choice(key="w4_12", text=_("More than 4 weeks, up to 12 weeks"), short=_("over 4, up to 12 weeks")),
        Choice(key="gt_12w", text=_("More than 12 weeks"), short=_("over 12 weeks")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Pain that lasts more than 2 weeks needs advice. Pain that lasts more than 4 weeks needs an exam."),
    sources=(SCH, HOU, AJNR10),
)

PAIN_SEVERITY = Question(
    key="pain_severity",
    kind=Kind.SINGLE,
    text=_("How bad has the pain been in the last 24 hours?"),
    short=_("Pain in the last 24 h"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="mild",
            text=_("Mild"),
            hint=Voiced(_("Plays and does things as usual."), _("You do things as usual.")),
            short=_("mild"),
        ),
        Choice(
            key="moderate",
            text=_("Moderate"),
            hint=_("It gets in the way of play, school, sports, or falling asleep."),
            short=_("moderate"),
        ),
        Choice(
            key="severe",
            text=_("Severe"),
            hint=Voiced(
                _("Cannot do normal things, cries, or cannot get comfortable."),
                _("You cannot do normal things, you cry, or you cannot get comfortable."),
            ),
            short=_("severe"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("How bad the pain is helps to decide how soon it should be checked."),
    sources=(SEED_000, SCH),
)

PAIN_PATTERN = Question(
    key="pain_pattern",
    kind=Kind.SINGLE,
    text=_("Which of these fits the pain best?"),
    short=_("Pain pattern"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="activity_rest",
            text=_("It comes with being active and gets better with rest"),
            short=_("with activity, better with rest"),
        ),
        Choice(
            key="better_moving",
            text=_("It is better with moving and worse after rest"),
            short=_("better with moving, worse after rest"),
        ),
        Choice(
            key="comes_goes",
            text=_("It comes and goes with no clear pattern"),
            short=_("comes and goes, no clear pattern"),
        ),
        Choice(
            key="constant",
            text=_("It never goes away"),
            hint=_("No rest, position, or medicine eases it."),
            short=_("constant, nothing eases it"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_(
        "When the pain comes, and what eases it, can be clues. Pain that never goes away should be checked."
    ),
    sources=(SEED_002,),
)

PAIN_TREND = Question(
    key="pain_trend",
    kind=Kind.SINGLE,
    text=_("Is the pain changing?"),
    short=_("Pain over time"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="better", text=_("Getting better"), short=_("getting better")),
        Choice(key="same", text=_("About the same"), short=_("about the same")),
        Choice(key="up_down", text=_("Good days and bad days"), short=_("good and bad days")),
        Choice(
            key="worse_slow",
            text=_("Getting worse over days or weeks"),
            short=_("worse over days or weeks"),
        ),
        Choice(
            key="worse_fast",
            text=_("Getting worse fast, over hours or a day"),
            short=_("worse fast, over hours or a day"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Pain that keeps getting worse should be checked sooner."),
    sources=(SEED_000, SEED_002, PCH),
)

NIGHT_PAIN = Question(
    key="night_pain",
    kind=Kind.SINGLE,
    text=Voiced(_("Does the pain wake your child from sleep?"), _("Does the pain wake you from sleep?")),
    short=_("Night pain"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No"), short=_("does not wake")),
        Choice(
            key="settling",
            text=_("No, but it hurts at bedtime"),
            short=_("hurts at bedtime, does not wake"),
        ),
        Choice(
            key="turning_only",
            text=_("Only when turning over in bed"),
            short=_("wakes only when turning over"),
        ),
        Choice(key="wakes_sometimes", text=_("Yes, sometimes"), short=_("wakes sometimes")),
        Choice(key="wakes_most", text=_("Yes, most nights"), short=_("wakes most nights")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Back pain that wakes a young person from sleep should be checked."),
    sources=(SEED_002, JFP20, KH),
)


PAGES = (
    Page(code="c11", section=PAIN, questions=(LOCATION,)),
    Page(code="c12", section=PAIN, questions=(DURATION,)),
    Page(code="c13", section=PAIN, questions=(PAIN_SEVERITY,)),
    Page(code="c14", section=PAIN, questions=(PAIN_PATTERN,)),
    Page(code="c15", section=PAIN, questions=(PAIN_TREND,)),
    Page(code="c16", section=PAIN, questions=(NIGHT_PAIN,)),
)
