"""Differential suggestions (pediatric section 3.4): "consider", never a diagnosis. Clinician only."""

from __future__ import annotations

from triage.model import Consideration
from triage.pediatric.facts import (
    EXTERNAL,
    FEVER_ANY,
    FEVER_LOW,
    INFECT_HINT,
    LOW_LEVEL,
    NEURO,
    NIGHT,
    RF_CONST,
    RF_COUNT,
    RF_LIMP,
    RF_WEIGHT,
    STRAIN_OK,
    UNDER_6_MONTHS,
    XF_ANY,
)
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.daily_life import FAMILY_HISTORY, FUNCTION, SPORTS
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import DURATION, LOCATION, PAIN_PATTERN, PAIN_SEVERITY
from triage.pediatric.questions.pain_more import LEG_PAIN, MORNING_STIFFNESS, NIGHT_RELIEF, PAIN_TRIGGERS
from triage.pediatric.questions.private import MOOD
from triage.pediatric.questions.safety import GATE_NOW
from triage.pediatric.questions.tests_medicine import MEDICINES_GIVEN, PRIOR_IMAGING
from triage.pediatric.questions.walking_fever import WALKING
from triage.pediatric.questions.young_child import INFANT_SIGNS
from triage.words import _

DIFFERENTIAL = (
    Consideration(
        id="DX-BROAD",
        consider=_("Infection; neoplasm; inflammatory spondyloarthropathy; significant structural lesion"),
        when=RF_COUNT.at_least(1),
        clue=_("The four red-flag classes of seed 002; the rows below sharpen them."),
    ),
    Consideration(
        id="DX-DISCITIS",
        consider=_("Discitis / vertebral osteomyelitis"),
        when=FEVER_ANY
        | FEVER_LOW
        | INFANT_SIGNS.has("cries_when_moved", "refuses_sit", "arching_stiff")
        | WALKING.is_("refuses")
        | SYSTEMIC.has("shaking_chills")
        | HISTORY.has("weak_immune", "recent_infection"),
        clue=_(
            "Focal pain and tenderness, refusal to walk or sit; often afebrile; films normal for "
            "2-3 weeks; ESR up in over 90%. Can destroy bone fast and make the spine unstable."
        ),
    ),
    Consideration(
        id="DX-SEA",
        consider=_("Spinal epidural abscess"),
        when=(INFECT_HINT & PAIN_SEVERITY.is_("severe"))
        | (HISTORY.has("recent_infection") & (PAIN_SEVERITY.is_("severe") | NIGHT))
        | (
            (FEVER_ANY | FEVER_LOW)
            & (NEURO | RF_LIMP | HISTORY.has("weak_immune", "spine_device", "recent_infection"))
        )
        | (NEURO & SYSTEMIC.has("shaking_chills")),
        clue=_("Classic triad in under 10%; can progress to paralysis in 12-48 h."),
    ),
    Consideration(
        id="DX-LEUK",
        consider=_("Leukemia / lymphoma with spinal involvement"),
        when=SYSTEMIC.has("night_sweats", "pale", "easy_bruising", "swollen_glands")
        | (SYSTEMIC.has("very_tired") & (NIGHT | PAIN_PATTERN.is_("constant")))
        | RF_WEIGHT,
        clue=_("Blood count can be near normal; vertebral collapse can be the first sign."),
    ),
    Consideration(
        id="DX-BONE",
        consider=_("Primary bone tumor (Ewing sarcoma, osteoblastoma, Langerhans cell histiocytosis)"),
        when=(NIGHT | RF_CONST)
        & (
            RF_WEIGHT
            | BACK_SKIN.has("lump", "spine_tender")
            | BACK_SHAPE.is_("new_curve")
            | PRIOR_IMAGING.is_("xray_abnormal")
            | DURATION.is_("w2_4", "w4_12", "gt_12w")
        ),
        clue=_("Constant, progressive, night pain."),
    ),
    Consideration(
        id="DX-OO",
        consider=_("Osteoid osteoma"),
        when=NIGHT
        & CHILD_AGE_YEARS.at_least(5)
        & (NIGHT_RELIEF.is_("clearly") | BACK_SHAPE.is_("new_curve")),
        clue=_("Night pain clearly eased by NSAIDs; painful scoliosis."),
    ),
    Consideration(
        id="DX-CORD",
        consider=_(
            "Spinal cord tumor (astrocytoma, ependymoma) or cord compression (under 4: neuroblastoma)"
        ),
        when=NEURO
        | PAIN_TRIGGERS.has("lying_down")
        | BACK_SHAPE.is_("new_curve")
        | SYSTEMIC.has("belly_lump")
        | HISTORY.has("cancer"),
        clue=_("Recumbency pain, gait change, scoliosis, sphincter change."),
    ),
    Consideration(
        id="DX-CES",
        consider=_("Cauda equina syndrome"),
        when=GATE_NERVE.has("groin_numb", "cannot_pee", "new_accidents") | LEG_PAIN.is_("both_legs"),
        clue=_("Emergency MRI."),
    ),
    Consideration(
        id="DX-MYEL",
        consider=_("Transverse myelitis / Guillain-Barre syndrome"),
        when=GATE_NOW.has("cannot_move_legs")
        | GATE_NERVE.has("leg_weakness", "leg_numb", "unsteady")
        | LEG_PAIN.is_("both_legs")
        | (LEG_PAIN.is_("sore_muscles") & ~STRAIN_OK),
        clue=_("Back pain with rising weakness or sensory change, often after infection."),
    ),
    Consideration(
        id="DX-LISTH",
        consider=_("Spondylolysis / spondylolisthesis (high grade if neurologic signs)"),
        when=CHILD_AGE_YEARS.at_least(6)
        & (
            PAIN_TRIGGERS.has("bending_back")
            | (
                SPORTS.has(
                    "gym_dance_cheer", "diving_swim", "football_wrestling", "weights_rowing", "throw_racket"
                )
                & LOCATION.has("low_middle")
            )
        ),
        clue=_("Extension pain in athletes; high-grade slip with nerve signs."),
    ),
    Consideration(
        id="DX-DISC",
        consider=_("Disc herniation / apophyseal ring fracture"),
        when=LEG_PAIN.is_("one_leg", "both_legs") | PAIN_TRIGGERS.has("cough_sneeze"),
        clue=_("Rare in children; teens, lifting, sitting, Valsalva."),
    ),
    Consideration(
        id="DX-SCHEU",
        consider=_("Scheuermann kyphosis"),
        when=CHILD_AGE_YEARS.at_least(10) & BACK_SHAPE.is_("rounded_upper"),
        clue=_("Fixed round back, ages about 10-16, worse late in the day."),
    ),
    Consideration(
        id="DX-SCOL",
        consider=_("Painful or secondary scoliosis"),
        when=BACK_SHAPE.is_("new_curve", "long_standing") | HISTORY.has("scoliosis"),
        clue=_("Idiopathic scoliosis seldom hurts much; look for a cause."),
    ),
    Consideration(
        id="DX-SPA",
        consider=_("Juvenile spondyloarthritis / ankylosing spondylitis / JIA"),
        when=MORNING_STIFFNESS.is_("gt_30")
        | HISTORY.has("arthritis_ibd")
        | SYSTEMIC.has("bone_joint_pain")
        | FAMILY_HISTORY.has("spondyloarthritis")
        | (PAIN_PATTERN.is_("better_moving") & DURATION.is_("w4_12", "gt_12w")),
        clue=_("Chronic, stiff mornings, better with movement, uveitis, heel pain."),
    ),
    Consideration(
        id="DX-PYELO",
        consider=_("Pyelonephritis"),
        when=URINE.has("burning", "often_smelly")
        | (LOCATION.has("side_flank") & (FEVER_ANY | BELLY_CHEST.has("vomiting"))),
        clue=_("Urinalysis and culture."),
    ),
    Consideration(
        id="DX-STONE",
        consider=_("Kidney stone / other renal cause"),
        when=URINE.has("blood_urine") | (LOCATION.has("side_flank") & PAIN_SEVERITY.is_("severe")),
        clue=_("Visible hematuria: also Wilms tumor."),
    ),
    Consideration(
        id="DX-PNEU",
        consider=_("Lower-lobe pneumonia / pleural disease"),
        when=BELLY_CHEST.has("cough_breath"),
        clue=_("Fever, fast breathing."),
    ),
    Consideration(
        id="DX-SICKLE",
        consider=_("Vaso-occlusive crisis / acute chest syndrome / osteomyelitis"),
        when=HISTORY.has("sickle_cell"),
        clue=_("ESR is unreliable in sickle cell anemia."),
    ),
    Consideration(
        id="DX-MENING",
        consider=_("Meningitis / sepsis"),
        when=GATE_NOW.has("hard_to_wake", "looks_very_ill", "stiff_neck_ill", "purple_rash")
        | INFANT_SIGNS.has("sleepy_floppy", "bulging_soft_spot"),
        clue=_("Emergency: 911."),
    ),
    Consideration(
        id="DX-FX",
        consider=_("Vertebral fracture (traumatic or pathologic)"),
        when=INJURY.is_("major", "minor") | HISTORY.has("bone_fragile") | BACK_SKIN.has("spine_tender"),
        clue=_(
            "Minor trauma with fracture: think leukemia, Langerhans cell histiocytosis, low bone density."
        ),
    ),
    Consideration(
        id="DX-NAI",
        consider=_("Inflicted injury (staff only)"),
        when=(CHILD_AGE_YEARS.below(1) & SYSTEMIC.has("easy_bruising"))
        | (UNDER_6_MONTHS & INJURY.is_("major", "minor", "strain_overuse"))
        | (CHILD_AGE_YEARS.below(4) & (BACK_SKIN.has("bruise") | INJURY.is_("unseen"))),
        clue=_("Neutral review. See panel CG-SAFE."),
    ),
    Consideration(
        id="DX-HIP",
        consider=_("Hip disease (septic arthritis, Perthes, SCFE, transient synovitis)"),
        when=RF_LIMP | LOCATION.has("buttock_hip", "hip_groin"),
        clue=_("Examine the hips; pelvis and/or hip films."),
    ),
    Consideration(
        id="DX-DYSR",
        consider=_("Spinal dysraphism / tethered cord / dermal sinus"),
        when=EXTERNAL | HISTORY.has("spina_tether"),
        clue=_("Ultrasound or MRI."),
    ),
    Consideration(
        id="DX-TB",
        consider=_("Spinal tuberculosis / brucellosis"),
        when=HISTORY.has("tb_contact"),
        clue=_("Slow onset, thoracic, weight loss, sweats."),
    ),
    Consideration(
        id="DX-HEMA",
        consider=_("Spinal epidural hematoma"),
        when=HISTORY.has("bleeding"),
        clue=_("Even after small injury."),
    ),
    Consideration(
        id="DX-ABD",
        consider=_("Abdominal, pancreatic, testicular, or gynecologic cause"),
        when=GATE_NOW.has("hard_belly", "sudden_belly_groin")
        | BELLY_CHEST.has("vomiting", "green_bloody", "belly_pain", "period_cramps", "testicle_pain"),
        clue=_("In teens ask in private about pregnancy and periods."),
    ),
    Consideration(
        id="DX-TORSION",
        consider=_(
            "Testicular or ovarian torsion, ectopic pregnancy, appendicitis, volvulus, intussusception"
        ),
        when=GATE_NOW.has("sudden_belly_groin") | BELLY_CHEST.has("green_bloody", "testicle_pain"),
        clue=_("Time-critical; surgical review at once."),
    ),
    Consideration(
        id="DX-ICP",
        consider=_("Raised intracranial pressure / posterior fossa tumor / shunt failure"),
        when=GATE_NERVE.has("headache_vomit", "head_tilt")
        | (HISTORY.has("spine_device") & BELLY_CHEST.has("vomiting")),
        clue=_("Morning headache, vomiting, diplopia, torticollis, unsteady gait."),
    ),
    Consideration(
        id="DX-AAI",
        consider=_("Atlantoaxial instability or rotatory subluxation"),
        when=GATE_NERVE.has("head_tilt")
        | (HISTORY.has("down") & (LOCATION.has("neck") | WALKING.is_("limp", "refuses")))
        | (INJURY.is_("minor") & LOCATION.has("neck")),
        clue=_("Do not manipulate the neck."),
    ),
    Consideration(
        id="DX-DM",
        consider=_("New diabetes / diabetic ketoacidosis"),
        when=URINE.has("thirst_pee"),
        clue=_("Glucose and ketones."),
    ),
    Consideration(
        id="DX-AORTA",
        consider=_("Aortic dissection, pneumothorax, or dural ectasia"),
        when=HISTORY.has("connective") | GATE_NOW.has("severe_chest_pain"),
        clue=_("Connective tissue disease; tearing pain."),
    ),
    Consideration(
        id="DX-INGEST",
        consider=_("Poisoning or overdose"),
        when=GATE_NOW.has("swallowed_harm") | MEDICINES_GIVEN.has("too_much"),
        clue=_("Acetaminophen level; button battery film; ask about intent in private."),
    ),
    Consideration(
        id="DX-MECH",
        consider=_("Muscle strain, posture, overuse, heavy backpack"),
        when=RF_COUNT.exactly(0) & ~XF_ANY & ~EXTERNAL & LOW_LEVEL,
        clue=_("Most common; by exclusion of the rows above."),
    ),
    Consideration(
        id="DX-PSY",
        consider=_("Psychosocial contributor"),
        when=MOOD.is_("some", "a_lot", "safety_worry", "harm_now")
        | (FUNCTION.has("missed_school") & DURATION.is_("w4_12", "gt_12w")),
        clue=_("Yellow flag; never lowers the level."),
    ),
)
