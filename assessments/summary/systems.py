"""Which answers count for which body system, and which are told as history. Declared once, as data.

Every question stands in exactly one place (a question with several kinds of signs is split by option);
a test proves that every option of every question reaches the summary.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.summary.sheet import Part
from triage.model import Pathway, Question
from triage.pathways import PATHWAYS

ADULT, PEDIATRIC = PATHWAYS["adult"], PATHWAYS["pediatric"]
A, P = ADULT.by_key, PEDIATRIC.by_key


@dataclass(frozen=True)
class System:
    """A body system and what was asked about it."""

    title: str | Promise
    parts: tuple[Part, ...]


def _system(title: str | Promise, *asked: Question | Part) -> System:
    return System(title, tuple(item if isinstance(item, Part) else Part(item) for item in asked))


def _not_placed(
    pathway: Pathway, systems: tuple[System, ...], *lines: tuple[Question, ...]
) -> tuple[Question, ...]:
    """The questions that have no place yet: a new question is told as history until it gets a better one."""
    placed = {part.question.key for system in systems for part in system.parts}
    placed |= {question.key for group in lines for question in group}
    return tuple(question for question in pathway.questions if question.key not in placed)


ADULT_SYSTEMS = (
    _system(_("Emergency signs"), A["em_now"]),
    _system(
        _("Neuro/CES"),
        A["ces_saddle"],
        A["ces_pee_start"],
        A["ces_pee_feel"],
        A["ces_pee_leak"],
        A["ces_bowel"],
        A["ces_sexual"],
        A["leg_both"],
        A["leg_weak"],
        A["leg_numb"],
        A["walking"],
        A["arm_signs"],
        A["leg_walk_pattern"],
        Part(A["other_signs"], ("band_like",)),
    ),
    _system(_("Infection"), A["fever"], Part(A["other_signs"], ("unwell",))),
    _system(_("Fracture"), A["injury"], A["point_tender"], Part(A["other_signs"], ("shape_change",))),
    _system(_("Malignancy"), A["cancer"], A["weight_loss"], A["night_pain"]),
    _system(_("Vascular/chest"), Part(A["other_signs"], ("breath_pain", "leg_swollen", "effort_pain"))),
    _system(_("Renal/abdominal"), A["urinary"], Part(A["other_signs"], ("belly_jaundice",))),
    _system(_("Pregnancy"), A["pregnancy"], A["pregnancy_signs"]),
    _system(
        _("Skin, eyes, inflammatory"),
        Part(A["other_signs"], ("rash", "red_eye")),
        A["ibp"],
        A["morning_stiff"],
    ),
)
ADULT_RISKS = (
    _system(_("Health conditions"), A["conditions"]),
    _system(_("Infection risks"), A["infection_risk"]),
    _system(_("Bleeding"), A["blood_thinner"]),
)
ADULT_RISK_LINES = (A["cancer_type"],)
ADULT_TOLD = (
    A["location"],
    A["pain_side"],
    A["duration"],
    A["onset"],
    A["pain_now"],
    A["trend"],
    A["leg_pain"],
    A["aggravate"],
    A["ease"],
    A["relief"],
    A["episode"],
    A["tried"],
    A["prior_imaging"],
)
ADULT_FUNCTION = (A["function_limit"], A["tolerance"], A["work_impact"])
ADULT_MEDICINES = (A["meds_allergies"],)
ADULT_GOALS = (A["concerns"], A["goal_text"], A["goal_ability"], A["visit_pref"])
ADULT_VISIT = (A["patient_question"],)
ADULT_HEADER = (A["age_years"], A["sex"], A["respondent"])
ADULT_HISTORY = ADULT_TOLD + _not_placed(
    ADULT,
    ADULT_SYSTEMS + ADULT_RISKS,
    ADULT_RISK_LINES,
    ADULT_TOLD,
    ADULT_FUNCTION,
    ADULT_MEDICINES,
    ADULT_GOALS,
    ADULT_VISIT,
    ADULT_HEADER,
)

PEDIATRIC_SYSTEMS = (
    _system(_("Emergency signs"), P["gate_now"]),
    _system(_("Neuro"), P["gate_nerve"], P["leg_pain"], P["walking"]),
    _system(_("Infant/toddler signs"), P["infant_signs"]),
    _system(_("Infection"), P["fever"], Part(P["systemic"], ("very_tired", "shaking_chills"))),
    _system(
        _("Blood/malignancy"),
        Part(
            P["systemic"],
            ("weight_loss", "night_sweats", "pale", "easy_bruising", "swollen_glands", "belly_lump"),
        ),
        P["night_pain"],
    ),
    _system(_("Injury"), P["injury"], Part(P["back_skin"], ("bruise",))),
    _system(
        _("Back, skin and shape"),
        Part(
            P["back_skin"],
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
        P["back_shape"],
    ),
    _system(_("Joints, inflammatory"), P["morning_stiffness"], Part(P["systemic"], ("bone_joint_pain",))),
    _system(_("Urinary"), P["urine"]),
    _system(_("Chest and belly"), P["belly_chest"]),
    _system(_("Past health"), P["history"]),
)
PEDIATRIC_TOLD = (
    P["location"],
    P["duration"],
    P["pain_severity"],
    P["pain_pattern"],
    P["pain_trend"],
    P["pain_triggers"],
    P["night_relief"],
    P["episodes"],
    P["injury_when"],
    P["fever_temp_f"],
    P["prior_imaging"],
    P["lab_tests"],
    P["medicines_given"],
    P["current_meds"],
    P["child_weight_lb"],
    P["sports"],
    P["function"],
    P["backpack"],
    P["family_history"],
    P["mood"],
    P["home_safety"],
    P["other_info"],
)
PEDIATRIC_HEADER = (P["child_age_years"], P["child_age_months"], P["answered_by"])
PEDIATRIC_HISTORY = PEDIATRIC_TOLD + _not_placed(
    PEDIATRIC, PEDIATRIC_SYSTEMS, PEDIATRIC_TOLD, PEDIATRIC_HEADER
)
