"""Adult questions: function, goals and wishes (optional) (adult section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import ACP_2017, NICE_NG59, PSFS, SEED_001, SEED_003, SEED_004
from triage.words import _

GOAL_TEXT = Question(
    key="goal_text",
    kind=Kind.TEXT,
    text=_("What is the one thing you most want to be able to do again?"),
    short="goal text",
    required=False,
    max_length=200,
    why=_("Goal"),
    sources=(SEED_004.on("return to tasks"),),
)

GOAL_ABILITY = Question(
    key="goal_ability",
    kind=Kind.WHOLE,
    text=_("How well can you do it now? 0 = cannot, 10 = as before"),
    short="goal ability",
    required=False,
    minimum=0,
    maximum=10,
    shown_when=GOAL_TEXT.answered(),
    why=_("PSFS-style item"),
    sources=(PSFS.on("Stratford 1995"),),
)

TOLERANCE = Question(
    key="tolerance",
    kind=Kind.MULTI,
    text=_("Which of these can you do for less than 15 minutes before you must stop or change?"),
    short="tolerance",
    required=False,
    options=(
        Choice(key="walk", text=_("Walk"), short="walk"),
        Choice(key="sit", text=_("Sit"), short="sit"),
        Choice(key="stand", text=_("Stand"), short="stand"),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("Function"),
    sources=(SEED_004,),
)

WORK_IMPACT = Question(
    key="work_impact",
    kind=Kind.SINGLE,
    text=_("Has it kept you from work or usual duties?"),
    short="work impact",
    required=False,
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="some_days", text=_("Some days"), short="some days"),
        Choice(key="off_now", text=_("Off now"), short="off now"),
    ),
    why=_("Work/sport limits"),
    sources=(SEED_004,),
)

CONCERNS = Question(
    key="concerns",
    kind=Kind.MULTI,
    text=_("Do any of these fit?"),
    short="concerns",
    required=False,
    options=(
        Choice(key="afraid_to_move", text=_("I fear moving will do damage"), short="afraid to move"),
        Choice(key="low_mood", text=_("Low mood"), short="low mood"),
        Choice(key="poor_sleep", text=_("Poor sleep"), short="poor sleep"),
        Choice(key="stress", text=_("Stress"), short="stress"),
        Choice(key="deconditioned", text=_("I have been inactive for a long time"), short="deconditioned"),
        Choice(key="want_visit", text=_("I want to talk to a clinician"), short="want visit"),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("Yellow flags (own wording, not STarT Back)"),
    sources=(SEED_004, NICE_NG59),
)

PRIOR_IMAGING = Question(
    key="prior_imaging",
    kind=Kind.SINGLE,
    text=_("Have you had a scan or X-ray of your back in the last year?"),
    short="prior imaging",
    required=False,
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="yes", text=_("Yes"), short="yes"),
        Choice(key="not_sure", text=_("+ text"), short="not sure"),
    ),
    note_label=_("In your own words"),
    why=_("Avoid repeats; incidental findings"),
    sources=(SEED_004, ACP_2017),
)

PATIENT_QUESTION = Question(
    key="patient_question",
    kind=Kind.TEXT,
    text=_("What do you most want answered at the visit?"),
    short="patient question",
    required=False,
    max_length=300,
    why=_("Agenda"),
    sources=(SEED_003.on("questions list"),),
)

VISIT_PREF = Question(
    key="visit_pref",
    kind=Kind.SINGLE,
    text=_("How would you like to be contacted?"),
    short="visit pref",
    required=False,
    options=(
        Choice(key="video", text=_("Video"), short="video"),
        Choice(key="phone", text=_("Phone"), short="phone"),
        Choice(key="message", text=_("Message"), short="message"),
        Choice(key="in_person", text=_("In person"), short="in person"),
    ),
    why=_("Channels"),
    sources=(SEED_001,),
)
