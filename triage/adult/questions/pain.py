"""Adult questions: the pain (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.legs import LEG_BOTH, WALKING
from triage.adult.sections import PAIN
from triage.model import Choice, Kind, Page, Question
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
from triage.words import Voiced, _

LOCATION = Question(
    key="location",
    kind=Kind.MULTI,
    text=_("Where is the pain?"),
    hint=_("Choose every place that hurts."),
    short=_("Pain location"),
    figure="adult",
    required=True,
    informational="low_back buttock_sij tailbone",
    core=True,
    options=(
        Choice(key="neck", text=_("Neck"), short=_("neck")),
        Choice(
            key="upper_back",
            text=_("Upper back: between or around the shoulder blades"),
            short=_("upper back (thoracic)"),
            points=2,
        ),
        Choice(key="low_back", text=_("Low back"), short=_("low back")),
        Choice(
            key="buttock_sij",
            text=_("Buttock or hip dimple"),
            hint=_("Hip dimples are the two small dents at the top of the buttocks."),
            short=_("buttock or sacroiliac region"),
        ),
        Choice(
            key="tailbone",
            text=_("Tailbone"),
            hint=_("The lowest tip of the spine."),
            short=_("tailbone"),
        ),
        Choice(
            key="hip_groin",
            text=_("Hip or groin"),
            hint=_("The groin is the fold where the leg meets the belly."),
            short=_("hip or groin"),
        ),
        Choice(key="flank", text=_("Side, under the ribs"), short=_("flank"), points=3),
        Choice(
            key="all_over",
            text=_("Whole back or many body areas"),
            short=_("whole back or widespread"),
        ),
    ),
    why=_("The place of the pain helps to tell what it may come from. Some organs can hurt in the back too."),
    sources=(SEED_004,),
)

DURATION = Question(
    key="duration",
    kind=Kind.SINGLE,
    text=_("How long has this episode of pain lasted?"),
    hint=_("An episode is the time since the pain began, or since it came back after it had gone."),
    short=_("Duration of this episode"),
    required=True,
    informational="lt_72h d3_w2 w2_4",
    core=True,
    options=(
        Choice(key="lt_72h", text=_("Under 3 days"), short=_("under 3 days")),
        Choice(key="d3_w2", text=_("3 days to under 2 weeks"), short=_("3 days to under 2 weeks")),
        Choice(key="w2_4", text=_("2 to under 4 weeks"), short=_("2 to under 4 weeks")),
        Choice(key="w4_6", text=_("4 to under 6 weeks"), short=_("4 to under 6 weeks")),
        Choice(key="w6_12", text=_("6 to 12 weeks"), short=_("6 to 12 weeks")),
        Choice(key="gt_12w", text=_("Over 12 weeks"), short=_("over 12 weeks")),
    ),
    why=_("New pain and long-lasting pain need different care."),
    sources=(SEED_001, SEED_004, ACP_2017),
)

ONSET = Question(
    key="onset",
    kind=Kind.SINGLE,
    text=_("How did the pain start?"),
    short=_("Onset"),
    required=True,
    core=True,
    options=(
        Choice(
            key="sudden_severe",
            text=_("All at once and very bad at the start (7 or more out of 10), even if it is better now"),
            short=_("abrupt and severe at onset"),
            points=4,
        ),
        Choice(
            key="sudden",
            text=_("All at once (seconds or minutes), not that bad at first"),
            short=_("abrupt, not severe at first"),
            points=2,
        ),
        Choice(key="hours_days", text=_("Over hours or days"), short=_("over hours or days")),
        Choice(key="gradual", text=_("Slowly, over weeks or more"), short=_("gradual, over weeks or more")),
    ),
    why=_("Pain that starts all at once can have other causes than pain that builds up slowly."),
    sources=(SEED_004,),
)

PAIN_NOW = Question(
    key="pain_now",
    kind=Kind.WHOLE,
    text=Voiced(_("How bad is your pain right now?"), _("How bad is their pain right now?")),
    hint=Voiced(
        _("0 = no pain, 10 = the worst pain you can imagine."),
        _("0 = no pain, 10 = the worst pain they can imagine. Ask them for the number, if possible."),
    ),
    short=_("Pain now (NPRS, 0-10)"),
    required=True,
    core=True,
    minimum=0,
    maximum=10,
    why=_("The number helps to choose the right kind of visit, and to see later if the pain got better."),
    sources=(SEED_001, NPRS),
)

TREND = Question(
    key="trend",
    kind=Kind.SINGLE,
    text=_("Is the pain getting better or worse?"),
    short=_("Course"),
    required=True,
    core=True,
    options=(
        Choice(key="better", text=_("It is getting better"), short=_("improving")),
        Choice(key="comes_goes", text=_("It comes and goes"), short=_("comes and goes")),
        Choice(key="same", text=_("It stays the same"), short=_("unchanged")),
        Choice(key="worse", text=_("It is getting worse"), short=_("worsening"), points=2),
    ),
    why=_("Pain that gets worse should be checked sooner."),
    sources=(SEED_001, SEED_004),
)

RELIEF = Question(
    key="relief",
    kind=Kind.SINGLE,
    text=_("Is there any rest or position that eases the pain?"),
    short=_("Relief with rest or position"),
    required=True,
    core=True,
    options=(
        Choice(key="yes", text=_("Yes"), short=_("yes")),
        Choice(key="no", text=_("No"), short=_("no"), points=1),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=1),
    ),
    why=_("Pain from muscles and joints often eases in some position. Pain that never eases needs a check."),
    sources=(SEED_001,),
)

NIGHT_PAIN = Question(
    key="night_pain",
    kind=Kind.SINGLE,
    text=_("What is the pain like at night?"),
    short=_("Night pain"),
    required=True,
    core=True,
    options=(
        Choice(key="no", text=Voiced(_("I sleep OK"), _("They sleep OK")), short=_("none")),
        Choice(
            key="wakes_settles",
            text=Voiced(
                _("It wakes me (for example on turning over) but I can get comfortable"),
                _("It wakes them (for example on turning over) but they can get comfortable"),
            ),
            short=_("wakes, but settles"),
            points=1,
        ),
        Choice(
            key="constant",
            text=_("It never eases, day or night, in any position"),
            short=_("constant, never eases"),
            points=3,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=2),
    ),
    why=_("Pain that never eases, even at night, should be looked at by a clinician."),
    sources=(NHS_BACK_PAIN, IFOMPT, VERHAGEN_2016),
)

LEG_PAIN = Question(
    key="leg_pain",
    kind=Kind.SINGLE,
    text=_("Does the pain go into a leg?"),
    short=_("Leg pain"),
    required=True,
    informational="none",
    core=True,
    options=(
        Choice(key="none", text=_("No"), short=_("none")),
        Choice(
            key="above_knee",
            text=_("Yes, into the buttock or thigh, not past the knee"),
            short=_("above the knee (buttock or thigh)"),
        ),
        Choice(key="below_knee", text=_("Yes, past the knee"), short=_("below the knee")),
    ),
    why=_("Pain that goes down the leg can come from a nerve in the back."),
    sources=(SEED_004,),
)

FUNCTION_LIMIT = Question(
    key="function_limit",
    kind=Kind.SINGLE,
    text=Voiced(
        _("How much does the pain limit your day?"),
        _("How much does the pain limit their day?"),
    ),
    short=_("Limits on daily life"),
    required=True,
    informational="none",
    core=True,
    options=(
        Choice(key="none", text=_("Not at all"), short=_("none")),
        Choice(key="some", text=_("Some"), short=_("some"), points=1),
        Choice(
            key="most",
            text=Voiced(_("A lot: I can do little"), _("A lot: they can do little")),
            short=_("marked, can do little"),
            points=2,
        ),
        Choice(
            key="cannot",
            text=Voiced(
                _("I cannot do normal daily things like wash, dress or get around the house"),
                _("They cannot do normal daily things like wash, dress or get around the house"),
            ),
            short=_("cannot do normal daily activities"),
            points=4,
        ),
    ),
    why=_("It shows how much help is needed, and how soon."),
    sources=(SEED_003, SEED_004),
)

EPISODE = Question(
    key="episode",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Have you had back pain like this before?"),
        _("Have they had back pain like this before?"),
    ),
    short=_("Earlier episodes"),
    required=True,
    informational="similar",
    core=True,
    options=(
        Choice(key="first_ever", text=_("No, this is the first time"), short=_("first episode")),
        Choice(key="similar", text=_("Yes, like before"), short=_("yes, similar to before")),
        Choice(
            key="flare",
            text=_("Yes, this is a flare of long-term pain"),
            hint=_("A flare is a time when pain that is always there gets worse."),
            short=_("flare of long-term pain"),
        ),
        Choice(
            key="different",
            text=_("Yes, but this is different from before"),
            short=_("yes, but this one is different"),
        ),
    ),
    why=_("Pain that is new or different can need another check than pain that is known."),
    sources=(SEED_004, NICE_NG59.on("1.1.1")),
)

ARM_SIGNS = Question(
    key="arm_signs",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Do you have any of these in your arms or hands?"),
        _("Do they have any of these in their arms or hands?"),
    ),
    hint=_("Since this back pain started, or in the last 2 weeks."),
    short=_("Arm or hand signs"),
    required=True,
    informational="none",
    core=True,
    shown_when=LOCATION.has("neck", "upper_back", "all_over")
    | ~LEG_BOTH.is_("no")
    | WALKING.is_("unsteady", "cannot", "not_sure"),
    options=(
        Choice(key="none", text=_("None of these"), short=_("none")),
        Choice(key="tingling", text=_("Tingling"), short=_("tingling"), points=2),
        Choice(
            key="clumsy_or_weak",
            text=_(
                "Any of these: a weak or numb arm, clumsy hands, or electric shocks when bending the neck"
            ),
            hint=_(
                "Clumsy means trouble with buttons or writing, or dropping things. Choose this line also if "
                "there is tingling too."
            ),
            short=_("weakness, numbness, clumsy hands or shocks on neck bending"),
            points=10,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=6),
    ),
    why=_("The nerves of the arms start in the neck. Signs in the arms or hands can come from there."),
    sources=(SEED_004,),
)


PAGES = (
    Page(code="a14", section=PAIN, questions=(LOCATION,)),
    Page(code="a15", section=PAIN, questions=(DURATION,)),
    Page(code="a16", section=PAIN, questions=(ONSET,)),
    Page(code="a17", section=PAIN, questions=(PAIN_NOW,)),
    Page(
        code="a18",
        section=PAIN,
        title=_("How the pain is changing"),
        questions=(TREND, RELIEF),
    ),
    Page(code="a19", section=PAIN, questions=(NIGHT_PAIN,)),
    Page(code="a20", section=PAIN, questions=(LEG_PAIN,)),
    Page(code="a21", section=PAIN, questions=(FUNCTION_LIMIT,)),
    Page(code="a22", section=PAIN, questions=(EPISODE,)),
    Page(code="a23", section=PAIN, questions=(ARM_SIGNS,)),
)
