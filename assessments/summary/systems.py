"""Which answers count for which body system, and which are told as history. Declared once, as data.

Every question stands in exactly one place (a question with several kinds of signs is split by option);
a test proves that every option of every question reaches the summary.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.summary.sheet import Part
from triage.adult import questions as a
from triage.model import Question
from triage.pediatric import questions as p


@dataclass(frozen=True)
class System:
    """A body system and what was asked about it."""

    title: str | Promise
    parts: tuple[Part, ...]


def _system(title: str | Promise, *asked: Question | Part) -> System:
    return System(title, tuple(item if isinstance(item, Part) else Part(item) for item in asked))


ADULT_SYSTEMS = (
    _system(_("Emergency signs"), a.EM_NOW),
    _system(
        _("Neuro/CES"),
        a.CES_SADDLE,
        a.CES_PEE_START,
        a.CES_PEE_FEEL,
        a.CES_PEE_LEAK,
        a.CES_BOWEL,
        a.CES_SEXUAL,
        a.LEG_BOTH,
        a.LEG_WEAK,
        a.LEG_NUMB,
        a.WALKING,
        a.ARM_SIGNS,
        a.LEG_WALK_PATTERN,
        Part(a.OTHER_SIGNS, ("band_like",)),
    ),
    _system(_("Infection"), a.FEVER, Part(a.OTHER_SIGNS, ("unwell",))),
    _system(_("Fracture"), a.INJURY, a.POINT_TENDER, Part(a.OTHER_SIGNS, ("shape_change",))),
    _system(_("Malignancy"), a.CANCER, a.WEIGHT_LOSS, a.NIGHT_PAIN),
    _system(_("Vascular/chest"), Part(a.OTHER_SIGNS, ("breath_pain", "leg_swollen", "effort_pain"))),
    _system(_("Renal/abdominal"), a.URINARY, Part(a.OTHER_SIGNS, ("belly_jaundice",))),
    _system(_("Pregnancy"), a.PREGNANCY, a.PREGNANCY_SIGNS),
    _system(_("Skin, eyes, inflammatory"), Part(a.OTHER_SIGNS, ("rash", "red_eye")), a.IBP, a.MORNING_STIFF),
)
ADULT_RISKS = (
    _system(_("Health conditions"), a.CONDITIONS),
    _system(_("Infection risks"), a.INFECTION_RISK),
    _system(_("Bleeding"), a.BLOOD_THINNER),
)
ADULT_RISK_LINES = (a.CANCER_TYPE,)
ADULT_HISTORY = (
    a.LOCATION,
    a.PAIN_SIDE,
    a.DURATION,
    a.ONSET,
    a.PAIN_NOW,
    a.TREND,
    a.LEG_PAIN,
    a.AGGRAVATE,
    a.EASE,
    a.RELIEF,
    a.EPISODE,
    a.TRIED,
    a.PRIOR_IMAGING,
)
ADULT_FUNCTION = (a.FUNCTION_LIMIT, a.TOLERANCE, a.WORK_IMPACT)
ADULT_MEDICINES = (a.MEDS_ALLERGIES,)
ADULT_GOALS = (a.CONCERNS, a.GOAL_TEXT, a.GOAL_ABILITY, a.PATIENT_QUESTION, a.VISIT_PREF)
ADULT_HEADER = (a.AGE_YEARS, a.SEX, a.RESPONDENT)

PEDIATRIC_SYSTEMS = (
    _system(_("Emergency signs"), p.GATE_NOW),
    _system(_("Neuro"), p.GATE_NERVE, p.LEG_PAIN, p.WALKING),
    _system(_("Infant/toddler signs"), p.INFANT_SIGNS),
    _system(_("Infection"), p.FEVER, Part(p.SYSTEMIC, ("very_tired", "shaking_chills"))),
    _system(
        _("Blood/malignancy"),
        Part(
            p.SYSTEMIC,
            ("weight_loss", "night_sweats", "pale", "easy_bruising", "swollen_glands", "belly_lump"),
        ),
        p.NIGHT_PAIN,
    ),
    _system(_("Injury"), p.INJURY, Part(p.BACK_SKIN, ("bruise",))),
    _system(
        _("Back, skin and shape"),
        Part(
            p.BACK_SKIN,
            (
                "lump",
                "hairy_patch",
                "dimple",
                "draining",
                "birthmark_midline",
                "red_warm_swollen",
                "spine_tender",
            ),
        ),
        p.BACK_SHAPE,
    ),
    _system(_("Joints, inflammatory"), p.MORNING_STIFFNESS, Part(p.SYSTEMIC, ("bone_joint_pain",))),
    _system(_("Urinary"), p.URINE),
    _system(_("Chest and belly"), p.BELLY_CHEST),
    _system(_("Past health"), p.HISTORY),
)
PEDIATRIC_HISTORY = (
    p.LOCATION,
    p.DURATION,
    p.PAIN_SEVERITY,
    p.PAIN_PATTERN,
    p.PAIN_TREND,
    p.PAIN_TRIGGERS,
    p.NIGHT_RELIEF,
    p.EPISODES,
    p.INJURY_WHEN,
    p.FEVER_TEMP_F,
    p.PRIOR_IMAGING,
    p.LAB_TESTS,
    p.MEDICINES_GIVEN,
    p.CURRENT_MEDS,
    p.CHILD_WEIGHT_LB,
    p.SPORTS,
    p.FUNCTION,
    p.BACKPACK,
    p.FAMILY_HISTORY,
    p.MOOD,
    p.HOME_SAFETY,
    p.OTHER_INFO,
)
PEDIATRIC_HEADER = (p.CHILD_AGE_YEARS, p.CHILD_AGE_MONTHS, p.ANSWERED_BY)
