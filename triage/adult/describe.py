"""Adult classification in words (adult section 4): region, side, duration, severity, course.

For the clinician's summary only. Nothing here is read by a rule or a level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from triage.adult.facts import LONG6, WEAK_FLAGS
from triage.adult.questions.pain import DURATION, EPISODE, LOCATION, NIGHT_PAIN, PAIN_NOW, TREND
from triage.adult.questions.pain_details import PAIN_SIDE
from triage.conditions import Condition, Count, Fact, Facts
from triage.words import _


@dataclass(frozen=True)
class Description:
    """Words that hold when the answers say so."""

    when: Condition
    text: str


CERVICAL = Fact("cervical", LOCATION.has("neck"), "neck pain")
THORACIC = Fact("thoracic_region", LOCATION.has("upper_back"), "upper back pain")
LUMBAR = Fact("lumbar", LOCATION.has("low_back", "buttock_sij", "tailbone"), "lumbar or lumbosacral pain")
HIP = Fact("hip_region", LOCATION.has("hip_groin"), "hip or groin pain")
FLANK = Fact("flank_region", LOCATION.has("flank"), "flank pain")
REGION_COUNT = Count("regions", (CERVICAL, THORACIC, LUMBAR, HIP, FLANK), "regions that hurt")
WIDESPREAD = Fact(
    "widespread",
    LOCATION.has("all_over") | REGION_COUNT.at_least(3),
    "widespread pain (all over, or 3 regions)",
)

REGIONS = (
    Description(WIDESPREAD, _("widespread")),
    Description(CERVICAL, _("cervical")),
    Description(THORACIC, _("thoracic")),
    Description(LUMBAR, _("lumbar/lumbosacral")),
    Description(HIP, _("adjacent region: hip")),
    Description(FLANK, _("flank: consider renal")),
)
SIDES = (
    Description(PAIN_SIDE.is_("middle"), _("midline")),
    Description(PAIN_SIDE.is_("left"), _("left paraspinal")),
    Description(PAIN_SIDE.is_("right"), _("right paraspinal")),
    Description(PAIN_SIDE.is_("both_sides"), _("paraspinal on both sides")),
)
DURATIONS = (
    Description(DURATION.is_("lt_72h", "d3_w2", "w2_4"), _("acute")),
    Description(DURATION.is_("w4_6", "w6_12"), _("subacute")),
    Description(DURATION.is_("gt_12w"), _("chronic")),
)
DURATION_NOTES = (
    Description(LONG6, _("past the 6-week imaging threshold")),
    Description(EPISODE.is_("similar"), _("recurrent")),
    Description(EPISODE.is_("flare"), _("flare of chronic pain")),
)
SEVERITIES = (
    Description(PAIN_NOW.below(1), _("no pain now")),
    Description(PAIN_NOW.at_least(1) & PAIN_NOW.below(4), _("mild")),
    Description(PAIN_NOW.at_least(4) & PAIN_NOW.below(7), _("moderate")),
    Description(PAIN_NOW.at_least(7), _("severe")),
)
COURSES = (
    Description(TREND.is_("comes_goes"), _("intermittent")),
    Description(NIGHT_PAIN.is_("constant"), _("constant")),
)
# What each weak red flag says, in the order of the flags.
WEAK = tuple(
    Description(flag, text)
    for flag, text in zip(
        WEAK_FLAGS.conditions,
        (
            _("age 70 or over, or 50 or over in a first episode, or pain unlike earlier episodes"),
            _("upper back pain"),
            _("6 weeks or more and not improving"),
            _("night pain that wakes and settles, or not sure about it"),
            _("diabetes"),
            _("systemic steroids 3 months or more (now or past year)"),
            _("osteoporosis, or fragility fracture after 50"),
            _("infection in the last 6 weeks"),
            _("worsening"),
        ),
        strict=True,
    )
)


def describe(rows: Iterable[Description], facts: Facts) -> list[str]:
    """The words of all rows that hold, in order. An unanswered question gives no words."""
    return [row.text for row in rows if row.when.holds(facts)]
