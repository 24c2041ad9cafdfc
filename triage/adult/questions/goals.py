"""Adult questions: function, goals and wishes (optional) (adult section 1)."""

from __future__ import annotations

from triage.adult.sections import GOALS
from triage.model import Choice, Kind, Page, Question
from triage.sources import ACP_2017, NICE_NG59, PSFS, SEED_001, SEED_003, SEED_004
from triage.words import Voiced, _

GOAL_TEXT = Question(
    key="goal_text",
    kind=Kind.TEXT,
    text=Voiced(
        _("What is the one thing you most want to be able to do again?"),
        _("What is the one thing they most want to be able to do again?"),
    ),
    hint=_("For example: work in the garden, lift a grandchild, sit through a movie."),
    short=_("Goal"),
    required=False,
    max_length=200,
    why=_("It helps to plan the care around what matters most."),
    sources=(SEED_004.on("return to tasks"),),
)

GOAL_ABILITY = Question(
    key="goal_ability",
    kind=Kind.WHOLE,
    text=Voiced(_("How well can you do it now?"), _("How well can they do it now?")),
    hint=Voiced(
        _("This is about the goal that you gave. 0 = cannot do it, 10 = as before."),
        _("This is about the goal that was given. 0 = cannot do it, 10 = as before."),
    ),
    short=_("Goal ability (0-10)"),
    required=False,
    minimum=0,
    maximum=10,
    shown_when=GOAL_TEXT.answered(),
    why=_("Asking the same again later can show if things are getting better."),
    sources=(PSFS.on("Stratford 1995"),),
)

TOLERANCE = Question(
    key="tolerance",
    kind=Kind.MULTI,
    text=Voiced(
        _("Which of these can you do only for less than 15 minutes?"),
        _("Which of these can they do only for less than 15 minutes?"),
    ),
    hint=Voiced(
        _("Choose those that you must stop or change before 15 minutes are over."),
        _("Choose those that they must stop or change before 15 minutes are over."),
    ),
    short=_("Tolerated for less than 15 minutes"),
    required=False,
    informational="walk sit stand none",
    options=(
        Choice(key="walk", text=_("Walking"), short=_("walking")),
        Choice(key="sit", text=_("Sitting"), short=_("sitting")),
        Choice(key="stand", text=_("Standing"), short=_("standing")),
        Choice(key="none", text=_("None of these"), short=_("none of walking, sitting, standing")),
    ),
    why=_("It helps the clinician to see what the pain does to daily life."),
    sources=(SEED_004,),
)

WORK_IMPACT = Question(
    key="work_impact",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Has the pain kept you from work or usual duties?"),
        _("Has the pain kept them from work or usual duties?"),
    ),
    short=_("Kept from work or duties"),
    required=False,
    informational="no some_days off_now",
    options=(
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="some_days", text=_("Yes, on some days"), short=_("some days")),
        Choice(
            key="off_now",
            text=Voiced(
                _("Yes, I cannot do my work or duties now"),
                _("Yes, they cannot do their work or duties now"),
            ),
            short=_("off now"),
        ),
    ),
    why=_("The care team can help with a plan for work and daily duties."),
    sources=(SEED_004,),
)

CONCERNS = Question(
    key="concerns",
    kind=Kind.MULTI,
    text=Voiced(_("Do any of these fit you?"), _("Do any of these fit them?")),
    hint=_("Choose all that fit."),
    short=_("Concerns"),
    required=False,
    informational="stress deconditioned none",
    options=(
        Choice(
            key="afraid_to_move",
            text=Voiced(_("I fear moving will do damage"), _("They fear moving will do damage")),
            short=_("fear of movement"),
        ),
        Choice(
            key="low_mood",
            text=Voiced(_("I feel sad or down"), _("They feel sad or down")),
            hint=Voiced(
                _("If you think about harming yourself, call or text 988 now."),
                _("If they think about harming themselves, call or text 988 now."),
            ),
            short=_("low mood"),
        ),
        Choice(
            key="poor_sleep",
            text=Voiced(_("I sleep badly"), _("They sleep badly")),
            short=_("poor sleep"),
        ),
        Choice(
            key="stress",
            text=Voiced(_("I am under a lot of stress"), _("They are under a lot of stress")),
            short=_("stress"),
        ),
        Choice(
            key="deconditioned",
            text=Voiced(
                _("I have been inactive for a long time"),
                _("They have been inactive for a long time"),
            ),
            short=_("inactive for a long time"),
        ),
        Choice(
            key="want_visit",
            text=Voiced(_("I want to talk to a clinician"), _("They want to talk to a clinician")),
            short=_("wants to talk to a clinician"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
    ),
    why=_("Worry, mood, sleep and stress can make pain last longer, and they can be helped too."),
    sources=(SEED_004, NICE_NG59),
)

PRIOR_IMAGING = Question(
    key="prior_imaging",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Have you had a scan or X-ray of your back in the last year?"),
        _("Have they had a scan or X-ray of their back in the last year?"),
    ),
    short=_("Back imaging in the last year"),
    required=False,
    informational="no yes not_sure",
    options=(
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="yes", text=_("Yes"), short=_("yes")),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure")),
    ),
    note_label=Voiced(
        _("Where and when, and what were you told?"),
        _("Where and when, and what were they told?"),
    ),
    why=_("Then the same scan need not be done twice, and the clinician can look at the old one."),
    help=_("A scan can be an MRI or a CT."),
    sources=(SEED_004, ACP_2017),
)

PATIENT_QUESTION = Question(
    key="patient_question",
    kind=Kind.TEXT,
    text=Voiced(
        _("What do you most want answered at the visit?"),
        _("What do they most want answered at the visit?"),
    ),
    short=_("Question for the visit"),
    required=False,
    max_length=300,
    why=_("So that the question that matters most is not forgotten."),
    sources=(SEED_003.on("questions list"),),
)

VISIT_PREF = Question(
    key="visit_pref",
    kind=Kind.SINGLE,
    text=Voiced(_("How would you like to be contacted?"), _("How would they like to be contacted?")),
    short=_("Preferred contact"),
    required=False,
    informational="video phone message in_person",
    options=(
        Choice(key="video", text=_("By video"), short=_("video")),
        Choice(key="phone", text=_("By phone"), short=_("phone")),
        Choice(key="message", text=_("By message"), short=_("message")),
        Choice(key="in_person", text=_("In person"), short=_("in person")),
    ),
    why=_("The care team follows this wish when it is safe to do so."),
    sources=(SEED_001,),
)


PAGES = (
    Page(code="a37", section=GOALS, skippable=True, questions=(GOAL_TEXT,)),
    Page(
        code="a38",
        section=GOALS,
        title=_("What the pain keeps from you"),
        skippable=True,
        questions=(GOAL_ABILITY, TOLERANCE, WORK_IMPACT),
    ),
    Page(code="a39", section=GOALS, skippable=True, questions=(CONCERNS,)),
    Page(
        code="a40",
        section=GOALS,
        title=_("For the visit"),
        skippable=True,
        questions=(PRIOR_IMAGING, PATIENT_QUESTION, VISIT_PREF),
    ),
)
