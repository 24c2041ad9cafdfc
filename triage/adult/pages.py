"""The adult pages, in the order they are asked. A page only depends on answers of earlier pages."""

from __future__ import annotations

from triage.adult import questions as q
from triage.model import Page
from triage.words import Voiced, _

SAFETY = _("Safety check")
PAIN = _("The pain")
HEALTH = _("Health")
MORE = _("More about the pain")
GOALS = _("Goals and wishes")

PAGES = (
    # Answered on the start page; the page itself is for changing it.
    Page(code="a00", section=SAFETY, questions=(q.RESPONDENT,)),
    Page(code="a01", section=SAFETY, gate=True, questions=(q.EM_NOW,)),
    Page(
        code="a02",
        section=SAFETY,
        title=Voiced(_("About you"), _("About the person you are answering for")),
        questions=(q.AGE_YEARS, q.SEX),
    ),
    Page(code="a03", section=SAFETY, gate=True, questions=(q.CES_SADDLE,)),
    Page(
        code="a04",
        section=SAFETY,
        gate=True,
        title=_("Peeing"),
        intro=_("Back trouble can press on the nerves of the bladder. So we ask three short questions."),
        questions=(q.CES_PEE_START, q.CES_PEE_FEEL, q.CES_PEE_LEAK),
    ),
    Page(code="a05", section=SAFETY, gate=True, questions=(q.CES_BOWEL,)),
    Page(code="a06", section=SAFETY, gate=True, questions=(q.CES_SEXUAL,)),
    Page(code="a07", section=SAFETY, gate=True, questions=(q.LEG_BOTH,)),
    Page(code="a08", section=SAFETY, gate=True, questions=(q.LEG_WEAK,)),
    Page(code="a09", section=SAFETY, gate=True, questions=(q.LEG_NUMB,)),
    Page(code="a10", section=SAFETY, gate=True, questions=(q.WALKING,)),
    Page(code="a11", section=SAFETY, gate=True, questions=(q.FEVER,)),
    Page(code="a12", section=SAFETY, gate=True, questions=(q.INJURY,)),
    Page(
        code="a13",
        section=SAFETY,
        gate=True,
        title=_("Past illness, weight and medicine"),
        questions=(q.CANCER, q.WEIGHT_LOSS, q.BLOOD_THINNER),
    ),
    Page(code="a14", section=PAIN, questions=(q.LOCATION,)),
    Page(code="a15", section=PAIN, questions=(q.DURATION,)),
    Page(code="a16", section=PAIN, questions=(q.ONSET,)),
    Page(code="a17", section=PAIN, questions=(q.PAIN_NOW,)),
    Page(
        code="a18",
        section=PAIN,
        title=_("How the pain is changing"),
        questions=(q.TREND, q.RELIEF),
    ),
    Page(code="a19", section=PAIN, questions=(q.NIGHT_PAIN,)),
    Page(code="a20", section=PAIN, questions=(q.LEG_PAIN,)),
    Page(code="a21", section=PAIN, questions=(q.FUNCTION_LIMIT,)),
    Page(code="a22", section=PAIN, questions=(q.EPISODE,)),
    Page(code="a23", section=PAIN, questions=(q.ARM_SIGNS,)),
    Page(code="a24", section=HEALTH, questions=(q.CONDITIONS,)),
    Page(code="a25", section=HEALTH, questions=(q.INFECTION_RISK,)),
    Page(code="a26", section=HEALTH, questions=(q.POINT_TENDER,)),
    Page(code="a27", section=HEALTH, questions=(q.URINARY,)),
    Page(code="a28", section=HEALTH, questions=(q.OTHER_SIGNS,)),
    Page(code="a29", section=HEALTH, questions=(q.PREGNANCY,)),
    Page(code="a30", section=HEALTH, questions=(q.PREGNANCY_SIGNS,)),
    Page(code="a31", section=HEALTH, skippable=True, questions=(q.CANCER_TYPE,)),
    Page(
        code="a32",
        section=MORE,
        title=_("What the pain is like"),
        skippable=True,
        questions=(q.PAIN_SIDE, q.AGGRAVATE, q.EASE),
    ),
    Page(code="a33", section=MORE, skippable=True, questions=(q.LEG_WALK_PATTERN,)),
    Page(
        code="a34",
        section=MORE,
        title=_("Pain that lasts"),
        skippable=True,
        questions=(q.IBP, q.MORNING_STIFF),
    ),
    Page(code="a35", section=MORE, skippable=True, questions=(q.TRIED,)),
    Page(code="a36", section=MORE, skippable=True, questions=(q.MEDS_ALLERGIES,)),
    Page(code="a37", section=GOALS, skippable=True, questions=(q.GOAL_TEXT,)),
    Page(
        code="a38",
        section=GOALS,
        title=_("What the pain keeps from you"),
        skippable=True,
        questions=(q.GOAL_ABILITY, q.TOLERANCE, q.WORK_IMPACT),
    ),
    Page(code="a39", section=GOALS, skippable=True, questions=(q.CONCERNS,)),
    Page(
        code="a40",
        section=GOALS,
        title=_("For the visit"),
        skippable=True,
        questions=(q.PRIOR_IMAGING, q.PATIENT_QUESTION, q.VISIT_PREF),
    ),
)
