"""Imaging, laboratory and examination considerations for adults (adult sections 5.10 and 5.11).

Information for the clinician, not an order. For the clinician's summary only; nothing here is read by a
rule or a level. "ACR variant" is the variant of the ACR low back pain criteria of 2021.
"""

from __future__ import annotations

from triage.adult.classification import CLAUDICATION, RADICULAR
from triage.adult.describe import CERVICAL, FLANK, HIP, LUMBAR, THORACIC
from triage.adult.facts import CANCER_ANY, LONG6
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.body import INJURY
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.infection_risk import INFECTION_RISK
from triage.adult.questions.pain import DURATION, LOCATION
from triage.adult.questions.signs import OTHER_SIGNS
from triage.adult.rules import cancer, fracture, infection, legs_arms_walking
from triage.conditions import Fact
from triage.engine_conditions import ALWAYS, Fired, LevelIs
from triage.model import Level, Panel, Rule
from triage.sources import ACR_LBP_2021, SEED_004
from triage.words import _


def _ids(*groups: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(rule.id for group in groups for rule in group)


ELSEWHERE = Fact(
    "outside_lumbar",
    CERVICAL | THORACIC | HIP | FLANK | LOCATION.has("all_over"),
    "pain outside the lumbar spine",
)
SUSPECTED_CES = Fact(
    "suspected_ces",
    Fired(
        (
            "ADULT-CES-01",
            "ADULT-CES-02",
            "ADULT-CES-03",
            "ADULT-CES-04",
            "ADULT-CES-08",
            "ADULT-NEU-01",
            "ADULT-NEU-02",
        )
    ),
    "suspected cauda equina syndrome",
)
DEFICIT = Fact(
    "neurologic_deficit", Fired(_ids(legs_arms_walking.RULES)), "a rule for legs, arms or walking fired"
)
PRIOR_SURGERY = Fact(
    "prior_spine_surgery",
    CONDITIONS.has("spine_surgery_past") | INFECTION_RISK.has("spine_procedure_3m", "spine_procedure_12m"),
    "prior spine surgery or procedure",
)
MAJOR_TRAUMA = Fact("major_trauma", INJURY.is_("major", "major_checked"), "major trauma")
FRACTURE_RISK = Fact(
    "fracture_risk",
    INJURY.is_("minor", "medium", "not_sure")
    | AGE_YEARS.at_least(70)
    | CONDITIONS.has("osteoporosis", "fragility_fracture", "steroids_3m", "fused_spine")
    | Fired(_ids(fracture.RULES)),
    "low-velocity trauma, osteoporosis, older age or chronic steroids",
)
CANCER_OR_INFECTION = Fact(
    "cancer_or_infection",
    CANCER_ANY | CONDITIONS.has("immune_low") | Fired(_ids(infection.RULES, cancer.RULES)),
    "suspected cancer, infection or immunosuppression",
)
INFLAMMATION = Fact(
    "infection_or_inflammation",
    CANCER_OR_INFECTION | CONDITIONS.has("psoriasis_ibd") | OTHER_SIGNS.has("red_eye", "unwell"),
    "suspected infection or inflammation",
)
RED_FLAG = SUSPECTED_CES | DEFICIT | PRIOR_SURGERY | MAJOR_TRAUMA | FRACTURE_RISK | CANCER_OR_INFECTION
# A higher level: something spoke against "nothing found". VIR-99: core answers are missing.
ALL_CLEAR = LevelIs(frozenset({Level.SELF_CARE, Level.VIRTUAL_VISIT})) & ~RED_FLAG & ~Fired(("ADULT-VIR-99",))

IMAGING = (
    Panel(
        id="IMG-CES",
        when=SUSPECTED_CES,
        title=_("Suspected cauda equina syndrome"),
        text=_("MRI lumbar spine without contrast, or without and with contrast (ACR variant 4)."),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-TRAUMA",
        when=MAJOR_TRAUMA,
        title=_("Major trauma"),
        text=_("Use the spine trauma criteria, not the low back pain criteria."),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-CANCER-INFECTION",
        when=CANCER_OR_INFECTION,
        title=_("Suspected cancer, infection or immunosuppression"),
        text=_("MRI lumbar spine without and with contrast, or without contrast (ACR variant 7)."),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-FRACTURE",
        when=FRACTURE_RISK,
        title=_("Low-velocity trauma, osteoporosis, older age or chronic steroids"),
        text=_(
            "Radiographs, MRI lumbar spine without contrast, or CT lumbar spine without contrast "
            "(ACR variant 6)."
        ),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-SURGERY",
        when=PRIOR_SURGERY,
        title=_("Prior lumbar surgery with new symptoms"),
        text=_(
            "MRI lumbar spine without and with contrast, MRI without contrast, or radiographs "
            "(ACR variant 5)."
        ),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-6-WEEKS",
        when=LONG6 & LUMBAR,
        title=_("Six weeks or more"),
        text=_(
            "After about 6 weeks of medical management, in a candidate for surgery or intervention: "
            "MRI lumbar spine without contrast (ACR variant 3)."
        ),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-NO-RED-FLAG",
        when=LUMBAR & ALL_CLEAR,
        title=_("No red flag among these answers"),
        text=_(
            "Acute, subacute or chronic low back pain without red flags and without prior management: "
            "imaging usually not appropriate (ACR variants 1 and 2)."
        ),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-ELSEWHERE",
        when=ELSEWHERE,
        title=_("Pain outside the lumbar spine"),
        text=_("ACR LBP does not apply to it: use the criteria for the region that hurts."),
        sources=(ACR_LBP_2021,),
    ),
    Panel(
        id="IMG-NO-LOCATION",
        when=~LOCATION.answered(),
        title=_("Location not answered"),
        text=_("It cannot be said whether ACR LBP applies."),
        sources=(ACR_LBP_2021,),
    ),
)

WORK_UP = (
    Panel(
        id="LAB",
        when=INFLAMMATION,
        title=_("Laboratory, if infection or inflammation is suspected"),
        text=_("CBC, CRP, ESR, urinalysis, blood cultures."),
        sources=(SEED_004,),
    ),
    Panel(
        id="EMG",
        when=(RADICULAR | CLAUDICATION) & DURATION.is_("w6_12", "gt_12w"),
        title=_("EMG/nerve conduction"),
        text=_("Only in selected chronic nerve cases."),
        sources=(SEED_004,),
    ),
)

EXAM = (
    Panel(
        id="EXAM",
        when=ALWAYS,
        title=_("Exam prompts"),
        text=_(
            "Posture and shape, range of motion. Strength L2-S1, reflexes, sensation (perianal if "
            "indicated), straight leg raise, gait, hip and SI screen, focal tenderness, abdomen and pulses, "
            "temperature."
        ),
        sources=(SEED_004,),
    ),
)
