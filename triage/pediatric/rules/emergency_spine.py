"""Emergency now: nerves, walking, infection, pain (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule, Transport
from triage.pediatric.facts import (
    FEVER_ANY,
    FEVER_LOW,
    FEVER_NOW,
    FEVER_OTHER,
    INFECT_HINT,
    NIGHT,
    TEMP_COLD,
    UNDER_3_MONTHS,
)
from triage.pediatric.questions.health import BACK_SKIN, SYSTEMIC
from triage.pediatric.questions.history import HISTORY
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import LOCATION, PAIN_SEVERITY, PAIN_TREND
from triage.pediatric.questions.pain_more import LEG_PAIN
from triage.pediatric.questions.safety import GATE_NOW
from triage.pediatric.questions.walking_fever import FEVER, WALKING
from triage.pediatric.questions.young_child import INFANT_SIGNS
from triage.sources import (
    AAP_F,
    BMJ_CES,
    DISC01,
    EBM_SEA,
    GP_KNOW,
    MSCC19,
    PCH,
    PMM_D,
    QLD_LIMP,
    SAH,
    SCD,
    SCH,
    SEED_000,
    SEED_002,
    STJ,
    VIC,
)
from triage.words import Voiced, _

NEURO_01 = Rule(
    id="PEDS-NEURO-01",
    when=GATE_NOW.has("cannot_move_legs"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "Not being able to move an arm or leg is an emergency. Call {emergency_number} and keep your "
            "child still."
        ),
        _("Not being able to move an arm or leg is an emergency. Call {emergency_number} and keep still."),
    ),
    clinician=_(
        "Acute cord compression, transverse myelitis, spinal cord injury, epidural abscess or "
        "hematoma, Guillain-Barre."
    ),
    sources=(SEED_000, SEED_002, PCH),
    fires=("gate_now=cannot_move_legs",),
    silent=("gate_now=not_sure",),
)

NEURO_02 = Rule(
    id="PEDS-NEURO-02",
    when=GATE_NERVE.has("leg_weakness", "unsteady", "arm_weak_numb"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "New weakness, clumsy or numb arms, or unsteady walking with back pain can mean pressure "
        "on the spinal cord. That is the main nerve in the back. Go to the emergency room now."
    ),
    clinician=_(
        "Motor deficit or ataxic gait: cord compression (tumor, abscess), high-grade "
        "spondylolisthesis, disc herniation. Motor deficit was the first symptom in all children "
        "in one malignant cord compression series."
    ),
    sources=(SEED_000, SEED_002, MSCC19, PCH),
    fires=("gate_nerve=arm_weak_numb|leg_weakness|unsteady",),
    silent=("gate_nerve=not_sure",),
)

NEURO_03 = Rule(
    id="PEDS-NEURO-03",
    when=GATE_NERVE.has("leg_numb"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_("Numbness or tingling in the legs with back pain needs the emergency room now."),
    clinician=_("Sensory deficit: cord or root compression."),
    sources=(SEED_000, SEED_002, SCH),
    fires=("gate_nerve=leg_numb",),
    silent=("gate_nerve=not_sure",),
)

NEURO_04 = Rule(
    id="PEDS-NEURO-04",
    when=GATE_NERVE.has("groin_numb", "cannot_pee", "new_accidents"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "New numbness around the bottom, or a change in control of pee or poop, can mean "
        "pressure on important nerves. Go to the emergency room now."
    ),
    clinician=_("Suspected cauda equina syndrome or cord compression; emergency MRI."),
    sources=(SEED_000, SEED_002, BMJ_CES, PCH, SAH),
    fires=("gate_nerve=new_accidents|groin_numb|cannot_pee",),
    silent=("gate_nerve=not_sure",),
)

NEURO_05 = Rule(
    id="PEDS-NEURO-05",
    when=LEG_PAIN.is_("both_legs"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Pain shooting down both legs can mean pressure on important nerves. Go to the emergency room now."
    ),
    clinician=_("Bilateral radicular pain: cauda equina red flag."),
    sources=(BMJ_CES, SAH),
    fires=("leg_pain=both_legs",),
    silent=("leg_pain=not_sure",),
)

NEURO_06 = Rule(
    id="PEDS-NEURO-06",
    when=INFANT_SIGNS.has("lost_skills"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "A young child who has lost a skill, such as crawling or walking, needs the emergency room now."
    ),
    clinician=_(
        "Motor regression: cord compression (neuroblastoma, epidural mass), epidural abscess, discitis."
    ),
    sources=(MSCC19, EBM_SEA),
    fires=("child_age_years=1; infant_signs=lost_skills",),
    silent=("child_age_years=1; infant_signs=not_sure",),
)

WALK_01 = Rule(
    id="PEDS-WALK-01",
    when=WALKING.is_("refuses") | INFANT_SIGNS.has("refuses_sit"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _("A child with back pain who cannot or will not walk, stand, or sit needs the emergency room now."),
        _("Back pain when you are not able to walk or stand as usual needs the emergency room now."),
    ),
    clinician=_(
        "Refusal to bear weight or sit: discitis, vertebral osteomyelitis, epidural abscess, "
        "septic hip, tumor, fracture."
    ),
    sources=(SEED_000, SEED_002, PCH, VIC, DISC01),
    fires=(
        "walking=refuses",
        "child_age_years=0; infant_signs=refuses_sit",
    ),
    silent=("walking=not_sure",),
)

INF_01 = Rule(
    id="PEDS-INF-01",
    when=FEVER_NOW,
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Fever together with back pain can be a sign of a serious infection. Go to the emergency room now."
    ),
    clinician=_(
        "Fever and back pain: vertebral osteomyelitis/discitis, epidural abscess, "
        "pyelonephritis, pneumonia, meningitis, leukemia."
    ),
    sources=(SEED_000, SEED_002, PCH, VIC),
    fires=(
        "fever_temp_f=100.4",
        "fever=yes_now",
    ),
    silent=("fever_temp_f=100.3",),
)

INF_02 = Rule(
    id="PEDS-INF-02",
    when=UNDER_3_MONTHS
    & (
        FEVER_ANY
        | FEVER_LOW
        | TEMP_COLD
        | FEVER.is_("not_sure")
        | GATE_NOW.has("not_sure")
        | INFANT_SIGNS.has(
            "cries_when_moved", "arching_stiff", "constant_irritable", "poor_feeding", "not_sure"
        )
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "A baby under 3 months who may have a fever must be seen in an emergency room now. So "
        "must a baby this young who is cold, or who feeds or settles poorly."
    ),
    clinician=_(
        "Young infant with fever, low-grade fever, cold temperature, or poor "
        "feeding/irritability: serious bacterial infection until excluded."
    ),
    sources=(AAP_F,),
    fires=(
        (
            "child_age_years=0; infant_signs=not_sure|cries_when_moved|arching_stiff|"
            "constant_irritable|poor_feeding"
        ),
        "child_age_years=0; fever=not_sure",
        "gate_now=not_sure; child_age_years=0",
        "child_age_years=0; fever_temp_f=95.8|96.7",
    ),
    silent=(
        "gate_now=not_sure",
        "child_age_years=0; child_age_months=3; infant_signs=not_sure",
        "child_age_years=0; fever_temp_f=96.8",
    ),
)

INF_03 = Rule(
    id="PEDS-INF-03",
    when=(FEVER_ANY | FEVER_LOW | FEVER.is_("not_sure") | SYSTEMIC.has("shaking_chills"))
    & HISTORY.has("cancer", "weak_immune", "sickle_cell", "spine_device"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "A fever, a possible fever, or chills is an emergency for a child with this health history. "
            "Go to the emergency room now. Call your specialist team too."
        ),
        _(
            "A fever, a possible fever, or chills is an emergency with your health history. Go to the "
            "emergency room now. Call your specialist team too."
        ),
    ),
    clinician=_(
        "Fever in an immunocompromised, oncology, sickle cell, or recently instrumented child: "
        "sepsis, epidural abscess, device infection."
    ),
    sources=(STJ, SCD, EBM_SEA, SEED_002),
    fires=(
        "systemic=shaking_chills; history=spine_device|cancer|weak_immune|sickle_cell",
        "fever=not_sure; history=spine_device",
    ),
    silent=("history=spine_device",),
)

INF_04 = Rule(
    id="PEDS-INF-04",
    when=(
        INFECT_HINT
        & (
            WALKING.is_("limp", "refuses")
            | PAIN_SEVERITY.is_("severe")
            | PAIN_TREND.is_("worse_fast")
            | INFANT_SIGNS.has("cries_when_moved", "arching_stiff", "constant_irritable", "poor_feeding")
            | BACK_SKIN.has("draining", "red_warm_swollen", "spine_tender")
            | HISTORY.has("recent_infection")
            | LOCATION.has("neck")
            | GATE_NERVE.has("head_tilt")
        )
    )
    | (SYSTEMIC.has("shaking_chills") & (FEVER_OTHER | FEVER_LOW)),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "A possible fever or chills with another warning sign needs the emergency room now. Such signs "
        "are a limp, severe pain, a stiff neck or back, or sore skin over the spine."
    ),
    clinician=_(
        "Septic arthritis, discitis/osteomyelitis, epidural abscess, infected dermal sinus "
        "tract, retropharyngeal abscess, pyelonephritis with bacteremia."
    ),
    sources=(EBM_SEA, QLD_LIMP, PMM_D),
    fires=(
        "gate_nerve=head_tilt; systemic=shaking_chills",
        "walking=limp|refuses; systemic=shaking_chills",
        "pain_severity=severe; systemic=shaking_chills",
        "pain_trend=worse_fast; systemic=shaking_chills",
        (
            "child_age_years=0; infant_signs=cries_when_moved|arching_stiff|constant_irritable|"
            "poor_feeding; systemic=shaking_chills"
        ),
        "systemic=shaking_chills; back_skin=draining|red_warm_swollen|spine_tender",
        "systemic=shaking_chills; history=recent_infection",
        "location=neck; systemic=shaking_chills",
        "fever_temp_f=99.5; systemic=shaking_chills",
    ),
    silent=(
        "gate_nerve=head_tilt",
        "fever_temp_f=99.5",
    ),
)

INF_07 = Rule(
    id="PEDS-INF-07",
    when=HISTORY.has("recent_infection")
    & (PAIN_SEVERITY.is_("severe") | NIGHT | PAIN_TREND.is_("worse_slow", "worse_fast")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "Back pain after a recent boil or serious infection can be an emergency. If it is "
            "severe, wakes your child, or gets worse, go to the emergency room now."
        ),
        _(
            "Back pain after a recent boil or serious infection can be an emergency. If it is "
            "severe, wakes you, or gets worse, go to the emergency room now."
        ),
    ),
    clinician=_("Hematogenous seeding: vertebral osteomyelitis, epidural abscess, also without fever."),
    sources=(EBM_SEA, GP_KNOW),
    fires=(
        "pain_trend=worse_slow|worse_fast; history=recent_infection",
        "pain_severity=severe; history=recent_infection",
    ),
    silent=("pain_trend=worse_slow",),
)

PAIN_01 = Rule(
    id="PEDS-PAIN-01",
    when=PAIN_SEVERITY.is_("severe") & PAIN_TREND.is_("worse_slow", "worse_fast"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_("Severe pain that keeps getting worse needs the emergency room now."),
    clinician=_(
        "Severe progressive pain: infection, tumor, fracture, cord compression, intra-abdominal cause."
    ),
    sources=(SEED_000, SEED_002),
    fires=("pain_severity=severe; pain_trend=worse_slow|worse_fast",),
    silent=("pain_trend=worse_slow",),
)

RULES = (
    NEURO_01,
    NEURO_02,
    NEURO_03,
    NEURO_04,
    NEURO_05,
    NEURO_06,
    WALK_01,
    INF_01,
    INF_02,
    INF_03,
    INF_04,
    INF_07,
    PAIN_01,
)
