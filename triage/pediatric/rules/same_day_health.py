"""Seen today: general illness, history, skin, shape (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule
from triage.pediatric.facts import ONC_COUNT, RF_COUNT
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import HISTORY
from triage.pediatric.questions.pain import LOCATION
from triage.sources import (
    AJNR10,
    ALL,
    EBM_SEA,
    GIGHZ_SKIN,
    GP_KNOW,
    MSCC19,
    NICE_NG12,
    PMM_S,
    SCD,
    SEED_002,
    SEED_003,
)
from triage.words import Voiced, _

ONC_01 = Rule(
    id="PEDS-ONC-01",
    when=SYSTEMIC.has("easy_bruising", "belly_lump"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "Bruises or bleeding without a reason, together with back pain, need a check and blood "
        "tests today. So does a lump in the belly."
    ),
    clinician=_("Leukemia/lymphoma, neuroblastoma, Wilms tumor. Same-day CBC with smear."),
    sources=(NICE_NG12, ALL, MSCC19),
    fires=("systemic=belly_lump|easy_bruising",),
    silent=("systemic=not_sure",),
)

ONC_02 = Rule(
    id="PEDS-ONC-02",
    when=ONC_COUNT.at_least(2),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "There is more than one sign of being unwell along with the back pain. Your child should be "
            "seen today."
        ),
        _("There is more than one sign of being unwell along with the back pain. You should be seen today."),
    ),
    clinician=_(
        "Two or more systemic signs: leukemia/lymphoma, solid tumor, chronic infection, systemic arthritis."
    ),
    sources=(NICE_NG12, SEED_002, AJNR10),
    fires=("systemic=swollen_glands+bone_joint_pain",),
    silent=("systemic=bone_joint_pain",),
)

HX_01 = Rule(
    id="PEDS-HX-01",
    when=HISTORY.has("cancer", "weak_immune"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "New back pain should be seen today in a child with cancer, now or in the past. The same "
            "is true if the body cannot fight germs well (a weak immune system). Call your "
            "specialist team too."
        ),
        _(
            "New back pain should be seen today if you have cancer, now or in the past. The same is "
            "true if your body cannot fight germs well (a weak immune system). Call your specialist "
            "team too."
        ),
    ),
    clinician=_(
        "History of malignancy or immunocompromise: relapse, metastasis, cord compression, "
        "atypical infection."
    ),
    sources=(SEED_002, MSCC19),
    fires=("history=weak_immune|cancer",),
    silent=("history=not_sure",),
)

SICKLE_01 = Rule(
    id="PEDS-SICKLE-01",
    when=HISTORY.has("sickle_cell"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "New back pain with sickle cell disease should be seen today. Call your sickle cell team now and "
        "follow your pain plan."
    ),
    clinician=_("Vaso-occlusive crisis, vertebral infarct, osteomyelitis, early acute chest syndrome."),
    sources=(SCD,),
    fires=("history=sickle_cell",),
    silent=("history=not_sure",),
)

HX_02 = Rule(
    id="PEDS-HX-02",
    when=HISTORY.has("spine_device", "bleeding"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Because of your child's health history, new back pain should be seen today. Call the team "
            "that treats your child."
        ),
        _(
            "Because of your health history, new back pain should be seen today. Call the team that "
            "treats you."
        ),
    ),
    clinician=_("Device or post-procedure infection, epidural hematoma, hardware failure, shunt problem."),
    sources=(EBM_SEA, SEED_003),
    fires=("history=bleeding|spine_device",),
    silent=("history=not_sure",),
)

HX_03 = Rule(
    id="PEDS-HX-03",
    when=HISTORY.has("down") & LOCATION.has("neck"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Neck pain in a child with Down syndrome should be checked in person today. Do not twist or "
            "test the neck. Keep your child away from rough play until then."
        ),
        _(
            "Neck pain with Down syndrome should be checked in person today. Do not twist or test your "
            "neck. Stay away from rough play until then."
        ),
    ),
    clinician=_("Down syndrome with neck pain: atlantoaxial instability."),
    sources=(GP_KNOW,),
    fires=("location=neck; history=down",),
    silent=("location=neck",),
)

HX_07 = Rule(
    id="PEDS-HX-07",
    when=HISTORY.has("connective"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Because of your child's health history, new back pain should be seen today. For sudden, very "
            "bad chest or back pain, call {emergency_number}."
        ),
        _(
            "Because of your health history, new back pain should be seen today. For sudden, very bad "
            "chest or back pain, call {emergency_number}."
        ),
    ),
    clinician=_(
        "Connective tissue disease: aortic dissection, pneumothorax, dural ectasia, "
        "spondylolisthesis, fracture."
    ),
    sources=(GP_KNOW,),
    fires=("history=connective",),
    silent=("history=not_sure",),
)

RF_02 = Rule(
    id="PEDS-RF-02",
    when=RF_COUNT.at_least(2),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _("Your answers show more than one warning sign. Your child should be seen in person today."),
        _("Your answers show more than one warning sign. You should be seen in person today."),
    ),
    clinician=_(
        "Two or more of the eight red flags of the ACR scenario (seed 002): infection, neoplasm, "
        "inflammatory or significant structural lesion."
    ),
    sources=(SEED_002,),
    fires=(
        "walking=limp|refuses; history=weak_immune",
        "walking=limp; systemic=very_tired|shaking_chills",
        "walking=limp; pain_pattern=constant",
        "gate_now=cannot_move_legs; walking=limp",
        ("gate_nerve=leg_weakness|groin_numb|cannot_pee|new_accidents|unsteady|arm_weak_numb; walking=limp"),
        "walking=limp; leg_pain=both_legs",
        "child_age_years=0; infant_signs=lost_skills",
        "walking=limp; history=cancer",
    ),
    silent=("walking=limp",),
)

SKIN_01 = Rule(
    id="PEDS-SKIN-01",
    when=BACK_SKIN.has("draining", "red_warm_swollen"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "A leaking opening or red, hot, swollen skin on the back can be or become an infection. Your "
            "child should be seen today."
        ),
        _(
            "A leaking opening or red, hot, swollen skin on the back can be or become an infection. You "
            "should be seen today."
        ),
    ),
    clinician=_(
        "Dermal sinus tract, infected pilonidal disease, abscess; risk of meningitis or epidural abscess."
    ),
    sources=(SEED_002, GIGHZ_SKIN),
    fires=("back_skin=red_warm_swollen|draining",),
    silent=("back_skin=not_sure",),
)

SHAPE_01 = Rule(
    id="PEDS-SHAPE-01",
    when=BACK_SHAPE.is_("new_curve"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "A painful back with a new curve, or a curve that gets worse fast, should be checked in person today."
    ),
    clinician=_(
        "Acute painful scoliosis: infection, tumor (osteoid osteoma/osteoblastoma), syrinx, fracture."
    ),
    sources=(PMM_S, AJNR10),
    fires=("back_shape=new_curve",),
    silent=("back_shape=not_sure",),
)

RULES = (ONC_01, ONC_02, HX_01, SICKLE_01, HX_02, HX_03, HX_07, RF_02, SKIN_01, SHAPE_01)
