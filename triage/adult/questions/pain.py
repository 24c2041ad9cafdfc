"""Adult questions: the pain (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.legs import LEG_BOTH, WALKING
from triage.model import Choice, Kind, Question
from triage.sources import (
    ACP_2017,
    IFOMPT,
    NHS_BACK_PAIN,
    NICE_NG59,
    NPRS,
    SEED_001,
    SEED_003,
    SEED_004,
    VERHAGEN_2016,
)
from triage.words import _

LOCATION = Question(
    key="location",
    kind=Kind.MULTI,
    text=_("Where is the pain? (body map + list)"),
    short="location",
    required=True,
    core=True,
    options=(
        Choice(key="neck", text=_("Neck"), short="neck"),
        Choice(
            key="upper_back", text=_("Between or around the shoulder blades"), short="upper back", points=2
        ),
        Choice(key="low_back", text=_("Low back"), short="low back"),
        Choice(key="buttock_sij", text=_("Buttock or hip dimple"), short="buttock sij"),
        Choice(key="tailbone", text=_("Tailbone"), short="tailbone"),
        Choice(key="hip_groin", text=_("Hip groin"), short="hip groin"),
        Choice(key="flank", text=_("Side, under the ribs"), short="flank", points=3),
        Choice(key="all_over", text=_("Whole back or many body areas"), short="all over"),
    ),
    why=_("Location class; referred, widespread pain"),
    sources=(SEED_004,),
)

DURATION = Question(
    key="duration",
    kind=Kind.SINGLE,
    text=_("How long has this episode lasted?"),
    short="duration",
    required=True,
    core=True,
    options=(
        Choice(key="lt_72h", text=_("Under 3 days"), short="lt 72h"),
        Choice(key="d3_w2", text=_("3 days to under 2 weeks"), short="d3 w2"),
        Choice(key="w2_4", text=_("2 to under 4 weeks"), short="w2 4"),
        Choice(key="w4_6", text=_("4 to under 6 weeks"), short="w4 6"),
        Choice(key="w6_12", text=_("6 to 12 weeks"), short="w6 12"),
        Choice(key="gt_12w", text=_("Over 12 weeks"), short="gt 12w"),
    ),
    why=_("Acute/subacute/chronic"),
    sources=(SEED_001, SEED_004, ACP_2017),
)

ONSET = Question(
    key="onset",
    kind=Kind.SINGLE,
    text=_("How did it start?"),
    short="onset",
    required=True,
    core=True,
    options=(
        Choice(
            key="sudden_severe",
            text=_("All at once and very bad at the start (7 or more of 10), even if it is better now"),
            short="sudden severe",
            points=4,
        ),
        Choice(
            key="sudden",
            text=_("All at once (seconds or minutes), not that bad at first"),
            short="sudden",
            points=2,
        ),
        Choice(key="hours_days", text=_("Over hours or days"), short="hours days"),
        Choice(key="gradual", text=_("Slowly over weeks or more"), short="gradual"),
    ),
    why=_("Vascular/fracture; IBP"),
    sources=(SEED_004,),
)

PAIN_NOW = Question(
    key="pain_now",
    kind=Kind.WHOLE,
    text=_("How bad is your pain right now? 0 = no pain, 10 = worst you can imagine"),
    short="pain now",
    required=True,
    core=True,
    minimum=0,
    maximum=10,
    why=_("NPRS severity: mild 0-3, moderate 4-6, severe 7-10"),
    sources=(SEED_001, NPRS),
)

TREND = Question(
    key="trend",
    kind=Kind.SINGLE,
    text=_("Is it getting..."),
    short="trend",
    required=True,
    core=True,
    options=(
        Choice(key="better", text=_("Better"), short="better"),
        Choice(key="comes_goes", text=_("Comes goes"), short="comes goes"),
        Choice(key="same", text=_("Same"), short="same"),
        Choice(key="worse", text=_("Worse"), short="worse", points=2),
    ),
    why=_("Course; constant vs intermittent"),
    sources=(SEED_001, SEED_004),
)

RELIEF = Question(
    key="relief",
    kind=Kind.SINGLE,
    text=_("Is there any rest or position that eases it?"),
    short="relief",
    required=True,
    core=True,
    options=(
        Choice(key="yes", text=_("Yes"), short="yes"),
        Choice(key="no", text=_("No"), short="no", points=1),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=1),
    ),
    why=_("Mechanical vs non-mechanical"),
    sources=(SEED_001,),
)

NIGHT_PAIN = Question(
    key="night_pain",
    kind=Kind.SINGLE,
    text=_("What is the pain like at night?"),
    short="night pain",
    required=True,
    core=True,
    options=(
        Choice(key="no", text=_("I sleep OK"), short="no"),
        Choice(
            key="wakes_settles",
            text=_("It wakes me (for example on turning over) but I can get comfortable"),
            short="wakes settles",
            points=1,
        ),
        Choice(
            key="constant",
            text=_("It never eases, day or night, in any position"),
            short="constant",
            points=3,
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure", points=2),
    ),
    why=_("Malignancy/infection (weak alone)"),
    sources=(NHS_BACK_PAIN, IFOMPT, VERHAGEN_2016),
)

LEG_PAIN = Question(
    key="leg_pain",
    kind=Kind.SINGLE,
    text=_("Does the pain go into a leg?"),
    short="leg pain",
    required=True,
    core=True,
    options=(
        Choice(key="none", text=_("None"), short="none"),
        Choice(key="above_knee", text=_("Buttock or thigh, not past the knee"), short="above knee"),
        Choice(key="below_knee", text=_("Past the knee"), short="below knee"),
    ),
    why=_("Axial vs radicular"),
    sources=(SEED_004,),
)

FUNCTION_LIMIT = Question(
    key="function_limit",
    kind=Kind.SINGLE,
    text=_("How much does it limit your day?"),
    short="function limit",
    required=True,
    core=True,
    options=(
        Choice(key="none", text=_("None"), short="none"),
        Choice(key="some", text=_("Some"), short="some", points=1),
        Choice(key="most", text=_("I can do little"), short="most", points=2),
        Choice(
            key="cannot",
            text=_("I cannot do normal daily things like wash, dress or get around the house"),
            short="cannot",
            points=4,
        ),
    ),
    why=_("Function; S003 urgent care rule"),
    sources=(SEED_003, SEED_004),
)

EPISODE = Question(
    key="episode",
    kind=Kind.SINGLE,
    text=_("Have you had back pain like this before?"),
    short="episode",
    required=True,
    core=True,
    options=(
        Choice(key="first_ever", text=_("First ever"), short="first ever"),
        Choice(key="similar", text=_("Yes, like before"), short="similar"),
        Choice(key="flare", text=_("A flare of long-term pain"), short="flare"),
        Choice(key="different", text=_("Yes, but this is different from before"), short="different"),
    ),
    why=_("Prior episodes; change in pattern"),
    sources=(SEED_004, NICE_NG59.on("1.1.1")),
)

ARM_SIGNS = Question(
    key="arm_signs",
    kind=Kind.SINGLE,
    text=_("Any of these in your arms or hands?"),
    short="arm signs",
    required=True,
    core=True,
    shown_when=LOCATION.has("neck", "upper_back", "all_over")
    | ~LEG_BOTH.is_("no")
    | WALKING.is_("unsteady", "cannot", "not_sure"),
    options=(
        Choice(key="none", text=_("None"), short="none"),
        Choice(key="tingling", text=_("Tingling"), short="tingling", points=2),
        Choice(
            key="clumsy_or_weak",
            text=_(
                "Weak or numb arm, or clumsy hands (buttons, writing, dropping things), or electric "
                "shocks when bending the neck"
            ),
            short="clumsy or weak",
            points=10,
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure", points=6),
    ),
    why=_("Cervical radiculopathy/myelopathy"),
    sources=(SEED_004,),
)
