"""Pediatric questions: the pain (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import AJNR10, HOU, JFP20, KH, PCH, SCH, SEED_000, SEED_002
from triage.words import _

LOCATION = Question(
    key="location",
    kind=Kind.MULTI,
    text=_("Where does it hurt? Check all that apply."),
    short="location",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="low_middle", text=_("Low back"), short="low middle"),
        Choice(
            key="upper_mid",
            text=_("Middle or upper back, between or below the shoulder blades"),
            short="upper mid",
        ),
        Choice(key="neck", text=_("Neck"), short="neck"),
        Choice(
            key="side_flank",
            text=_("High on one side at the back, under the ribs (kidney area)"),
            short="side flank",
        ),
        Choice(key="buttock_hip", text=_("Buttock"), short="buttock hip"),
        Choice(key="hip_groin", text=_("Hip, groin, or knee too"), short="hip groin"),
        Choice(key="tailbone", text=_("Tailbone"), short="tailbone"),
        Choice(key="all_over", text=_("All over the back"), short="all over"),
        Choice(key="cant_tell", text=_("Too young to show us"), short="cant tell"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Directs the exam and the X-ray area; upper back pain is less often a simple strain."),
    sources=(SEED_002, SCH),
)

DURATION = Question(
    key="duration",
    kind=Kind.SINGLE,
    text=_("How long has your child had this pain? Count from the first day, even if it comes and goes."),
    short="duration",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="lt_3d", text=_("Less than 3 days"), short="lt 3d"),
        Choice(key="d3_14", text=_("3 days to 2 weeks"), short="d3 14"),
        Choice(key="w2_4", text=_("More than 2 weeks, up to 4 weeks"), short="w2 4"),
        Choice(key="w4_12", text=_("More than 4 weeks, up to 12 weeks"), short="w4 12"),
        Choice(key="gt_12w", text=_("More than 12 weeks"), short="gt 12w"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Pain past 2 weeks needs advice; past 4 weeks needs an exam."),
    sources=(SCH, HOU, AJNR10),
)

PAIN_SEVERITY = Question(
    key="pain_severity",
    kind=Kind.SINGLE,
    text=_("How bad has the pain been in the last 24 hours?"),
    short="pain severity",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="mild", text=_("Mild: plays and does things as usual"), short="mild"),
        Choice(
            key="moderate",
            text=_("Moderate: gets in the way of play, school, sports, or falling asleep"),
            short="moderate",
        ),
        Choice(
            key="severe",
            text=_("Severe: cannot do normal things, cries, or cannot get comfortable"),
            short="severe",
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Severe pain that is getting worse is an emergency sign."),
    sources=(SEED_000, SCH),
)

PAIN_PATTERN = Question(
    key="pain_pattern",
    kind=Kind.SINGLE,
    text=_("Which fits the pain best?"),
    short="pain pattern",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="activity_rest",
            text=_("It comes with activity and gets better with rest"),
            short="activity rest",
        ),
        Choice(key="better_moving", text=_("Better with moving, worse after rest"), short="better moving"),
        Choice(key="comes_goes", text=_("It comes and goes with no clear pattern"), short="comes goes"),
        Choice(
            key="constant",
            text=_("It never goes away: no rest, position, or medicine eases it"),
            short="constant",
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Constant pain is a red flag; activity pain that settles with rest is reassuring."),
    sources=(SEED_002,),
)

PAIN_TREND = Question(
    key="pain_trend",
    kind=Kind.SINGLE,
    text=_("Is the pain changing?"),
    short="pain trend",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="better", text=_("Getting better"), short="better"),
        Choice(key="same", text=_("About the same"), short="same"),
        Choice(key="up_down", text=_("Good days and bad days"), short="up down"),
        Choice(key="worse_slow", text=_("Getting worse over days or weeks"), short="worse slow"),
        Choice(key="worse_fast", text=_("Getting worse fast, over hours or a day"), short="worse fast"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Pain that keeps getting worse is a red flag."),
    sources=(SEED_000, SEED_002, PCH),
)

NIGHT_PAIN = Question(
    key="night_pain",
    kind=Kind.SINGLE,
    text=_("Does the pain wake your child from sleep?"),
    short="night pain",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="settling", text=_("It hurts at bedtime, but does not wake them"), short="settling"),
        Choice(key="turning_only", text=_("Only wakes when turning over in bed"), short="turning only"),
        Choice(key="wakes_sometimes", text=_("Yes, sometimes"), short="wakes sometimes"),
        Choice(key="wakes_most", text=_("Yes, most nights"), short="wakes most"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Night pain, above all pain that wakes a child, is a red flag."),
    sources=(SEED_002, JFP20, KH),
)
