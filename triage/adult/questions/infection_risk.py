"""Adult questions: infection risk and a sore spot on the spine (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.body import CANCER, FEVER, INJURY
from triage.adult.questions.health import CONDITIONS
from triage.adult.sections import HEALTH
from triage.model import Choice, Kind, Page, Question
from triage.sources import SEED_003, SEED_004
from triage.words import Voiced, _

INFECTION_RISK = Question(
    key="infection_risk",
    kind=Kind.MULTI,
    text=Voiced(
        _("Do any of these infection risks apply to you?"),
        _("Do any of these infection risks apply to them?"),
    ),
    hint=_("These answers are private. They help us spot an infection. Choose all that apply."),
    short=_("Infection risks"),
    required=True,
    informational="none",
    core=True,
    options=(
        Choice(
            key="spine_procedure_3m",
            text=_("Surgery, a shot, an epidural or other procedure on the spine in the last 3 months"),
            short=_("spine procedure in the last 3 months"),
            points=6,
        ),
        Choice(
            key="spine_procedure_12m",
            text=_("Surgery, a shot, an epidural or other procedure on the spine 3 to 12 months ago"),
            short=_("spine procedure 3-12 months ago"),
            points=4,
        ),
        Choice(
            key="wound",
            text=_("A wound or needle spot on the back that is red, hot, swollen, leaking or opening"),
            short=_("inflamed, leaking or opening wound on the back"),
            points=8,
        ),
        Choice(
            key="iv_drugs",
            text=Voiced(
                _("Injected drugs not prescribed to me, in the last 12 months"),
                _("Injected drugs not prescribed to them, in the last 12 months"),
            ),
            short=_("injection drug use in the last 12 months"),
            points=8,
        ),
        Choice(
            key="iv_drugs_past",
            text=Voiced(
                _("Injected drugs not prescribed to me, more than 12 months ago"),
                _("Injected drugs not prescribed to them, more than 12 months ago"),
            ),
            short=_("injection drug use more than 12 months ago"),
            points=2,
        ),
        Choice(
            key="recent_infection",
            text=_("Skin, urine, tooth, chest or blood infection in the last 6 weeks"),
            short=_("infection in the last 6 weeks"),
            points=3,
        ),
        Choice(
            key="joint_procedure_3m",
            text=_("Surgery, or a shot into a joint, anywhere else in the body in the last 3 months"),
            short=_("operation or joint injection elsewhere in the last 3 months"),
            points=2,
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
        Choice(key="prefer_not", text=_("I prefer not to say"), short=_("prefers not to say"), points=3),
    ),
    why=_(
        "Germs can get into the blood in these ways and settle in the spine. Then a check is needed sooner. "
        "The care team sees the answer, and nobody is judged for it."
    ),
    help=_(
        "An epidural is a shot into the space around the spinal nerves, for example for pain or in labor. "
        "A needle spot is where a needle went in."
    ),
    sources=(SEED_003, SEED_004),
)

POINT_TENDER = Question(
    key="point_tender",
    kind=Kind.SINGLE,
    text=_("Is there one exact spot on the spine that is very sore to press?"),
    hint=Voiced(
        _("We mean a spot on the bone in the middle of your back or neck."),
        _("We mean a spot on the bone in the middle of their back or neck."),
    ),
    short=_("Focal midline spinal tenderness"),
    required=True,
    informational="no",
    core=True,
    shown_when=~INJURY.is_("none")
    | AGE_YEARS.at_least(50)
    | ~FEVER.is_("no")
    | ~CANCER.is_("no")
    | CONDITIONS.has("osteoporosis", "fragility_fracture", "steroids_3m", "fused_spine")
    | INFECTION_RISK.has("spine_procedure_3m", "spine_procedure_12m", "iv_drugs", "recent_infection"),
    options=(
        Choice(key="yes", text=_("Yes"), short=_("yes"), points=3),
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=2),
    ),
    why=_("One very sore spot on the bone can be a sign of a broken bone or an infection."),
    help=Voiced(
        _(
            "The middle is the row of small hard bumps from your neck down to your tailbone. Press only "
            "gently, with one finger. Do not twist to reach it: ask someone to help, or choose not sure."
        ),
        _(
            "The middle is the row of small hard bumps from their neck down to their tailbone. Press only "
            "gently, with one finger. They should not twist for this: help them to reach it, or choose not "
            "sure."
        ),
    ),
    sources=(SEED_003,),
)


PAGES = (
    Page(code="a25", section=HEALTH, questions=(INFECTION_RISK,)),
    Page(code="a26", section=HEALTH, questions=(POINT_TENDER,)),
)
