"""Adult questions: health conditions and risks (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.body import CANCER, FEVER, INJURY
from triage.model import Choice, Kind, Question
from triage.sources import IFOMPT, NICE_NG156, SEED_003, SEED_004
from triage.words import _

CONDITIONS = Question(
    key="conditions",
    kind=Kind.MULTI,
    text=_("Do any of these apply?"),
    short="conditions",
    required=True,
    core=True,
    options=(
        Choice(key="osteoporosis", text=_("Osteoporosis"), short="osteoporosis", group=_("Bones"), points=4),
        Choice(
            key="fragility_fracture",
            text=_("Broke a bone from a small fall after 50"),
            short="fragility fracture",
            group=_("Bones"),
            points=4,
        ),
        Choice(
            key="steroids_3m",
            text=_("Steroid tablets (like prednisone) 3 months or more, now or in the past year"),
            short="steroids 3m",
            group=_("Bones"),
            points=5,
        ),
        Choice(
            key="fused_spine",
            text=_(
                "Ankylosing spondylitis, or a spine that an illness has made stiff like a rod (a "
                "fusion operation does not count)"
            ),
            short="fused spine",
            group=_("Bones"),
            points=3,
        ),
        Choice(
            key="spine_surgery_past",
            text=_("Spine surgery over a year ago"),
            short="spine surgery past",
            group=_("Bones"),
        ),
        Choice(
            key="immune_low",
            text=_("Weak immune system (chemo, transplant, HIV, biologic drugs)"),
            short="immune low",
            group=_("Infection, blood and immune"),
            points=5,
        ),
        Choice(
            key="tb",
            text=_("Tuberculosis ever"),
            short="tb",
            group=_("Infection, blood and immune"),
            points=5,
        ),
        Choice(
            key="dialysis_line",
            text=_("Dialysis or a long-term line or port"),
            short="dialysis line",
            group=_("Infection, blood and immune"),
            points=5,
        ),
        Choice(
            key="diabetes",
            text=_("Diabetes"),
            short="diabetes",
            group=_("Infection, blood and immune"),
            points=1,
        ),
        Choice(
            key="sickle_cell",
            text=_("Sickle cell disease (not only the trait)"),
            short="sickle cell",
            group=_("Infection, blood and immune"),
            points=5,
        ),
        Choice(
            key="aaa_known",
            text=_("Known aneurysm (bulge) of the aorta in the belly or chest, not in the brain"),
            short="aaa known",
            group=_("Heart and vessels"),
            points=20,
        ),
        Choice(
            key="connective_tissue",
            text=_("Marfan, vascular Ehlers-Danlos, or a parent/brother/sister with aortic tear or aneurysm"),
            short="connective tissue",
            group=_("Heart and vessels"),
            points=4,
        ),
        Choice(key="high_bp", text=_("High bp"), short="high bp", group=_("Heart and vessels"), points=1),
        Choice(
            key="smoker_ever",
            text=_("Smoker ever"),
            short="smoker ever",
            group=_("Heart and vessels"),
            points=1,
        ),
        Choice(
            key="heart_disease", text=_("Heart disease"), short="heart disease", group=_("Heart and vessels")
        ),
        Choice(
            key="kidney_disease",
            text=_("(or one kidney)"),
            short="kidney disease",
            group=_("Kidney, stomach, liver"),
            points=1,
        ),
        Choice(
            key="kidney_stones",
            text=_("Kidney stones"),
            short="kidney stones",
            group=_("Kidney, stomach, liver"),
            points=1,
        ),
        Choice(
            key="ulcer_bleed", text=_("Ulcer bleed"), short="ulcer bleed", group=_("Kidney, stomach, liver")
        ),
        Choice(
            key="liver_disease",
            text=_("Liver disease"),
            short="liver disease",
            group=_("Kidney, stomach, liver"),
        ),
        Choice(
            key="psoriasis_ibd",
            text=_("Psoriasis, Crohn's or colitis"),
            short="psoriasis ibd",
            group=_("Joints/skin/gut"),
        ),
        Choice(key="none", text=_("None"), short="none", group=_("Joints/skin/gut")),
    ),
    why=_("Risk modifiers, medicine safety"),
    sources=(SEED_003, SEED_004, IFOMPT, NICE_NG156),
)

INFECTION_RISK = Question(
    key="infection_risk",
    kind=Kind.MULTI,
    text=_("Do any of these apply? (Private. It helps us spot infection.)"),
    short="infection risk",
    required=True,
    core=True,
    options=(
        Choice(
            key="spine_procedure_3m",
            text=_("Surgery, injection, epidural or other procedure on the spine in the last 3 months"),
            short="spine procedure 3m",
            points=6,
        ),
        Choice(
            key="spine_procedure_12m",
            text=_("The same, 3 to 12 months ago"),
            short="spine procedure 12m",
            points=4,
        ),
        Choice(
            key="wound",
            text=_("A wound or needle spot on the back that is red, hot, swollen, leaking or opening"),
            short="wound",
            points=8,
        ),
        Choice(
            key="iv_drugs",
            text=_("Injected drugs not prescribed to you in the last 12 months"),
            short="iv drugs",
            points=8,
        ),
        Choice(
            key="iv_drugs_past",
            text=_("The same, but more than 12 months ago"),
            short="iv drugs past",
            points=2,
        ),
        Choice(
            key="recent_infection",
            text=_("Skin, urine, tooth, chest or blood infection in the last 6 weeks"),
            short="recent infection",
            points=3,
        ),
        Choice(
            key="joint_procedure_3m",
            text=_(
                "An operation, or an injection into a joint, anywhere else in the body in the last 3 months"
            ),
            short="joint procedure 3m",
            points=2,
        ),
        Choice(key="none", text=_("None"), short="none"),
        Choice(key="prefer_not", text=_("Prefer not"), short="prefer not", points=3),
    ),
    why=_("Spinal infection"),
    sources=(SEED_003, SEED_004),
)

POINT_TENDER = Question(
    key="point_tender",
    kind=Kind.SINGLE,
    text=_(
        "Is there one exact spot on the bone in the middle of your back or neck that is very sore to press?"
    ),
    short="point tender",
    required=True,
    core=True,
    shown_when=~INJURY.is_("none")
    | AGE_YEARS.at_least(50)
    | ~FEVER.is_("no")
    | ~CANCER.is_("no")
    | CONDITIONS.has("osteoporosis", "fragility_fracture", "steroids_3m", "fused_spine")
    | INFECTION_RISK.has("spine_procedure_3m", "spine_procedure_12m", "iv_drugs", "recent_infection"),
    options=(
        Choice(key="yes", text=_("Yes"), short="yes", points=3),
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=2),
    ),
    why=_("Fracture, infection"),
    sources=(SEED_003,),
)
