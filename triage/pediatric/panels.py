"""Clinician guidance panels (pediatric section 3.3). For the clinician's summary only."""

from __future__ import annotations

from triage.model import Panel
from triage.pediatric.facts import EXTERNAL, FEVER_NOW, LOW_LEVEL, NEURO, RF_COUNT, RF_LIMP, SAFE_SIGN, XF_ANY
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import SYSTEMIC
from triage.pediatric.questions.history import HISTORY, URINE
from triage.pediatric.questions.injury import INJURY
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import DURATION, LOCATION, PAIN_PATTERN
from triage.pediatric.questions.pain_more import MORNING_STIFFNESS, PAIN_TRIGGERS
from triage.pediatric.questions.private import HOME_SAFETY
from triage.pediatric.questions.safety import GATE_NOW
from triage.pediatric.questions.tests_medicine import PRIOR_IMAGING
from triage.pediatric.questions.young_child import INFANT_SIGNS
from triage.sources import (
    AAP_CONF,
    ACR_CHILD,
    GIGHZ_JIA,
    GIGHZ_NEG,
    GIGHZ_OVER,
    GIGHZ_SKIN,
    NICE_NG12,
    QLD_LIMP,
    RCH_LIMP,
    SEED_002,
    TEN4,
)
from triage.words import _

PANELS = (
    Panel(
        id="CG-IMG-INITIAL",
        when=RF_COUNT.at_least(1) & PRIOR_IMAGING.is_("none", "mri_ct", "not_sure"),
        title=_("Initial imaging, red-flag scenario"),
        text=_(
            "First study: radiograph of the spine area of interest (Usually appropriate), with ESR and "
            "CRP at the same time. Ratings, radiation levels, next step and pitfalls are in the imaging "
            "table. If an MRI or CT was said to be normal, ask for the report first."
        ),
        sources=(SEED_002, ACR_CHILD),
    ),
    Panel(
        id="CG-IMG-NEG",
        when=RF_COUNT.at_least(1) & PRIOR_IMAGING.is_("xray_normal"),
        title=_("Radiograph negative, red flags persist"),
        text=_(
            "A normal film is reassuring but does not exclude early discitis or osteomyelitis, or marrow "
            "disease such as leukemia. Continue: most commonly MRI. ACR scenario: child, back pain, at "
            "least one red flag, negative radiographs, next imaging study. MRI of the area of interest "
            "without and with IV contrast is rated Usually appropriate there (GIGHZ-NEG, secondary "
            "source)."
        ),
        sources=(SEED_002, GIGHZ_NEG),
    ),
    Panel(
        id="CG-IMG-IND",
        when=RF_COUNT.at_least(1) & PRIOR_IMAGING.is_("xray_unclear"),
        title=_("Radiograph indeterminate or result unknown"),
        text=_(
            "Get the report. Correlate with ESR and CRP. If suspicion remains, MRI is the most "
            "appropriate next step."
        ),
        sources=(SEED_002,),
    ),
    Panel(
        id="CG-IMG-POS",
        when=PRIOR_IMAGING.is_("xray_abnormal"),
        title=_("Radiograph or scan positive"),
        text=_(
            "Lytic lesion, vertebral collapse, high-grade spondylolisthesis: usually MRI without and with "
            "contrast to define the lesion. Then biopsy, surgical consult, or referral to pediatric "
            "oncology or infectious disease as fits. ACR scenario: child, back pain, red flag, suspected "
            "infection, inflammation, or malignancy on radiography."
        ),
        sources=(SEED_002,),
    ),
    Panel(
        id="CG-LAB",
        when=RF_COUNT.at_least(1),
        title=_("ESR and CRP with the first film"),
        text=_(
            "Get ESR and CRP at the same time as the radiograph. Raised markers with red flags raise "
            "suspicion for infection or inflammation and support MRI even if films are normal."
        ),
        sources=(SEED_002,),
    ),
    Panel(
        id="CG-NEURO",
        when=NEURO,
        title=_("Neurologic or bladder/bowel change: expedite"),
        text=_(
            "Going straight to MRI may be right. Call a pediatric specialist now (neurosurgery, "
            "orthopedics, hospitalist). Do not wait for films."
        ),
        sources=(SEED_002,),
    ),
    Panel(
        id="CG-UNWELL",
        when=FEVER_NOW
        | GATE_NOW.has(
            "trouble_breathing", "hard_to_wake", "seizure", "looks_very_ill", "stiff_neck_ill", "purple_rash"
        )
        | INFANT_SIGNS.has("sleepy_floppy")
        | SYSTEMIC.has("very_tired", "shaking_chills"),
        title=_("Systemically unwell"),
        text=_("Prompt consult with a pediatric specialist (orthopedics, neurosurgery, or hospitalist)."),
        sources=(SEED_002,),
    ),
    Panel(
        id="CG-HIP",
        when=RF_LIMP | LOCATION.has("hip_groin"),
        title=_("Limp, refusal to bear weight, or hip/groin pain"),
        text=_(
            "First study stays radiographs of the spine. Depending on the exam add pelvis and/or hip "
            "films (septic arthritis, Legg-Calve-Perthes; from guidelines also SCFE in older children), "
            "because hip pain can be felt in the back."
        ),
        sources=(SEED_002, QLD_LIMP, RCH_LIMP),
    ),
    Panel(
        id="CG-EXT",
        when=EXTERNAL,
        title=_("External finding over the spine"),
        text=_(
            "A different work-up applies, usually ultrasound or MRI first for spinal dysraphism. "
            "Ultrasound of the spine area of interest is rated Usually appropriate in the infant scenario "
            "(GIGHZ-SKIN, secondary source). UNCERTAIN cut-off: ultrasound is limited once the posterior "
            "elements ossify (about 4 to 6 months), so MRI in older children. With a red flag as well, "
            "both panels apply, the red-flag panel first."
        ),
        sources=(SEED_002, GIGHZ_SKIN),
    ),
    Panel(
        id="CG-TRAUMA",
        when=INJURY.is_("major") | (INJURY.is_("minor") & LOCATION.has("neck")),
        title=_("Trauma pathway, not this ACR topic"),
        text=_(
            "Spine precautions, exam for abdominal injury, spine films by region. Image the cervical "
            "spine too when thoracolumbar injury is found."
        ),
    ),
    Panel(
        id="CG-SPORT",
        when=CHILD_AGE_YEARS.at_least(6) & PAIN_TRIGGERS.has("bending_back"),
        title=_("Overuse with extension pain"),
        text=_(
            "Radiographs of the area of interest: Usually appropriate in the chronic overuse scenario "
            "(GIGHZ-OVER, secondary source). Early films miss stress injury; MRI if it persists. Rest "
            "from extension sports."
        ),
        sources=(GIGHZ_OVER,),
    ),
    Panel(
        id="CG-INFL",
        when=MORNING_STIFFNESS.is_("gt_30")
        | HISTORY.has("arthritis_ibd")
        | SYSTEMIC.has("bone_joint_pain")
        | (PAIN_PATTERN.is_("better_moving") & DURATION.is_("w4_12", "gt_12w")),
        title=_("Inflammatory pattern"),
        text=_(
            "ESR/CRP, CBC, consider HLA-B27, ask about eye symptoms, rheumatology. MRI of the complete "
            "spine without and with contrast is rated Usually appropriate for suspected idiopathic "
            "arthritis (GIGHZ-JIA, secondary source). Sacroiliac joints need their own MRI protocol."
        ),
        sources=(GIGHZ_JIA,),
    ),
    Panel(
        id="CG-ONC",
        when=SYSTEMIC.has(
            "weight_loss",
            "very_tired",
            "night_sweats",
            "pale",
            "easy_bruising",
            "swollen_glands",
            "belly_lump",
        ),
        title=_("Signs of general illness: blood count"),
        text=_(
            "CBC with differential and smear the same day (NICE: within 48 h). LDH and uric acid if "
            "leukemia is likely. Belly exam. Do not give steroids before oncology advice."
        ),
        sources=(NICE_NG12,),
    ),
    Panel(
        id="CG-URO",
        when=URINE.has("burning", "often_smelly", "thirst_pee", "blood_urine") | LOCATION.has("side_flank"),
        title=_("Urinary signs or flank pain"),
        text=_(
            "Urinalysis and culture. Renal ultrasound if obstruction, stone, or complicated infection. "
            "Great thirst with much urine: glucose (and ketones) at once. Hold NSAIDs until seen."
        ),
    ),
    Panel(
        id="CG-NORF",
        when=RF_COUNT.exactly(0) & ~XF_ANY & ~EXTERNAL & LOW_LEVEL,
        title=_("No red flags: no initial imaging"),
        text=_(
            "Conservative care first. ACR portal variant 1 lists radiography (area of interest and "
            "complete spine), MRI, CT, ultrasound, and bone scan all as Usually not appropriate."
        ),
        sources=(ACR_CHILD, SEED_002),
    ),
    Panel(
        id="CG-XF",
        when=RF_COUNT.exactly(0) & XF_ANY,
        title=_("Guideline red flag beyond the eight of seed 002"),
        text=_(
            "Treat as at-risk: in-person exam; imaging as in the initial imaging table at clinician judgment."
        ),
    ),
    Panel(
        id="CG-HEAD",
        when=GATE_NERVE.has("headache_vomit", "head_tilt") | (HISTORY.has("down") & LOCATION.has("neck")),
        title=_("Head and neck signs"),
        text=_(
            "Fundi, eye movements, gait; neck range only if the child moves it freely. Do not force or "
            "manipulate. Headache with vomiting, morning or night pattern, or diplopia: emergency brain "
            "imaging and neurosurgery. Torticollis: think posterior fossa or cervical tumor, rotatory "
            "subluxation, deep neck infection. Down syndrome: atlantoaxial instability."
        ),
    ),
    Panel(
        id="CG-SAFE",
        when=SAFE_SIGN | HOME_SAFETY.is_("talk_private", "prefer_not"),
        title=_("Safeguarding prompt (staff only)"),
        text=_(
            "Never show or send to the caregiver. Consider inflicted injury, TEN-4-FACESp, local "
            "child-protection protocol, mandatory reporting. If a private talk was asked for, call in "
            "private. If the question was declined, it is shown as “declined”."
        ),
        sources=(TEN4,),
    ),
    Panel(
        id="CG-TEEN",
        when=CHILD_AGE_YEARS.at_least(12),
        title=_("Teen: offer time alone"),
        text=_(
            "Ask in private: pregnancy possibility before X-ray and before ibuprofen or naproxen, "
            "periods, mood and self-harm, substances, safety, sexual health. Not asked on the form on "
            "purpose."
        ),
        sources=(AAP_CONF,),
    ),
)
