"""Clinician guidance panels (pediatric section 3.3). For the clinician's summary only."""

from __future__ import annotations

from triage.model import Panel
from triage.pediatric.facts import EXTERNAL, FEVER_NOW, LOW_LEVEL, NEURO, RF_COUNT, RF_LIMP, SAFE_SIGN, XF_ANY
from triage.pediatric.questions import (
    CHILD_AGE_YEARS,
    DURATION,
    GATE_NERVE,
    GATE_NOW,
    HISTORY,
    HOME_SAFETY,
    INFANT_SIGNS,
    INJURY,
    LOCATION,
    MORNING_STIFFNESS,
    PAIN_PATTERN,
    PAIN_TRIGGERS,
    PRIOR_IMAGING,
    SYSTEMIC,
    URINE,
)
from triage.words import _

PANELS = (
    Panel(
        id="CG-IMG-INITIAL",
        when=RF_COUNT.at_least(1) & PRIOR_IMAGING.is_("none", "mri_ct", "not_sure"),
        title=_("CG-IMG-INITIAL"),
        text=_(
            "Initial imaging panel, red-flag scenario (text below, table 3.2). For `mri_ct` "
            "(told normal): ask for the report first."
        ),
    ),
    Panel(
        id="CG-IMG-NEG",
        when=RF_COUNT.at_least(1) & PRIOR_IMAGING.is_("xray_normal"),
        title=_("CG-IMG-NEG"),
        text=_(
            "Radiograph negative, red flags persist: a normal film is reassuring but does not "
            "exclude early discitis/osteomyelitis or marrow disease such as leukemia. Continue: "
            "most commonly MRI. ACR scenario: child, back pain, red flag, negative radiographs, "
            "next imaging study (MRI area of interest without and with IV contrast rated Usually "
            "appropriate per GIGHZ-NEG, secondary source)."
        ),
    ),
    Panel(
        id="CG-IMG-IND",
        when=RF_COUNT.at_least(1) & PRIOR_IMAGING.is_("xray_unclear"),
        title=_("CG-IMG-IND"),
        text=_(
            "Radiograph indeterminate or result unknown: get the report; correlate with ESR and "
            "CRP; if suspicion remains, MRI is the most appropriate next step."
        ),
    ),
    Panel(
        id="CG-IMG-POS",
        when=PRIOR_IMAGING.is_("xray_abnormal"),
        title=_("CG-IMG-POS"),
        text=_(
            "Radiograph positive (lytic lesion, vertebral collapse, high-grade "
            "spondylolisthesis): usually MRI without and with contrast to define the lesion; "
            "then biopsy, surgical consult, or referral to pediatric oncology or infectious "
            "disease as fits. ACR scenario: red flag with suspected infection, inflammation, or "
            "malignancy on radiography."
        ),
    ),
    Panel(
        id="CG-LAB",
        when=RF_COUNT.at_least(1),
        title=_("CG-LAB"),
        text=_(
            "Get ESR and CRP at the same time as the radiograph. Raised markers with red flags "
            "raise suspicion for infection or inflammation and support MRI even if films are "
            "normal."
        ),
    ),
    Panel(
        id="CG-NEURO",
        when=NEURO,
        title=_("CG-NEURO"),
        text=_(
            "Neurologic or bladder/bowel change: expedite. Going straight to MRI may be right; "
            "call a pediatric specialist now (neurosurgery, orthopedics, hospitalist). Do not "
            "wait for films."
        ),
    ),
    Panel(
        id="CG-UNWELL",
        when=FEVER_NOW
        | GATE_NOW.has(
            "trouble_breathing", "hard_to_wake", "seizure", "looks_very_ill", "stiff_neck_ill", "purple_rash"
        )
        | INFANT_SIGNS.has("sleepy_floppy")
        | SYSTEMIC.has("very_tired", "shaking_chills"),
        title=_("CG-UNWELL"),
        text=_(
            "Systemically unwell: prompt consult with a pediatric specialist (orthopedics, "
            "neurosurgery, or hospitalist)."
        ),
    ),
    Panel(
        id="CG-HIP",
        when=RF_LIMP | LOCATION.has("hip_groin"),
        title=_("CG-HIP"),
        text=_(
            "New limp, refusal, or hip/groin pain: first study stays radiographs of the spine; "
            "depending on the exam add pelvis and/or hip films (septic arthritis, "
            "Legg-Calve-Perthes; from guidelines also SCFE in older children) because hip pain "
            "can be felt in the back."
        ),
    ),
    Panel(
        id="CG-EXT",
        when=EXTERNAL,
        title=_("CG-EXT"),
        text=_(
            "External finding: a different work-up applies, usually ultrasound or MRI first for "
            "spinal dysraphism. US spine area of interest is rated Usually appropriate in the "
            "infant scenario (GIGHZ-SKIN, secondary); UNCERTAIN cut-off: US is limited once "
            "posterior elements ossify (about 4 to 6 months), so MRI in older children. If "
            "RF_COUNT >= 1 show this panel AND the red-flag panel, red-flag panel first."
        ),
    ),
    Panel(
        id="CG-TRAUMA",
        when=INJURY.is_("major") | (INJURY.is_("minor") & LOCATION.has("neck")),
        title=_("CG-TRAUMA"),
        text=_(
            "Trauma pathway, not this ACR topic: spine precautions, exam for abdominal injury, "
            "spine films by region; image the cervical spine too when thoracolumbar injury is "
            "found."
        ),
    ),
    Panel(
        id="CG-SPORT",
        when=CHILD_AGE_YEARS.at_least(6) & PAIN_TRIGGERS.has("bending_back"),
        title=_("CG-SPORT"),
        text=_(
            "Overuse with extension pain: radiographs of the area of interest Usually "
            "appropriate in the chronic overuse scenario (GIGHZ-OVER, secondary). Early films "
            "miss stress injury; MRI if it persists. Rest from extension sports."
        ),
    ),
    Panel(
        id="CG-INFL",
        when=MORNING_STIFFNESS.is_("gt_30")
        | HISTORY.has("arthritis_ibd")
        | SYSTEMIC.has("bone_joint_pain")
        | (PAIN_PATTERN.is_("better_moving") & DURATION.is_("w4_12", "gt_12w")),
        title=_("CG-INFL"),
        text=_(
            "Inflammatory pattern: ESR/CRP, CBC, consider HLA-B27, eye symptoms, rheumatology. "
            "MRI complete spine without and with contrast rated Usually appropriate for "
            "suspected idiopathic arthritis (GIGHZ-JIA, secondary); sacroiliac joints need their "
            "own MRI protocol."
        ),
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
        title=_("CG-ONC"),
        text=_(
            "CBC with differential and smear the same day (NICE: within 48 h), LDH and uric acid "
            "if leukemia likely; belly exam. Do not give steroids before oncology advice."
        ),
    ),
    Panel(
        id="CG-URO",
        when=URINE.has("burning", "often_smelly", "thirst_pee", "blood_urine") | LOCATION.has("side_flank"),
        title=_("CG-URO"),
        text=_(
            "Urinalysis and culture; renal ultrasound if obstruction, stone, or complicated "
            "infection. Great thirst with much urine: glucose (and ketones) at once. Hold NSAIDs "
            "until seen."
        ),
    ),
    Panel(
        id="CG-NORF",
        when=RF_COUNT.exactly(0) & ~XF_ANY & ~EXTERNAL & LOW_LEVEL,
        title=_("CG-NORF"),
        text=_(
            "No red flags: no initial imaging. Conservative care first. ACR portal variant 1 "
            "lists radiography (area of interest and complete spine), MRI, CT, US, and bone scan "
            "all as Usually not appropriate."
        ),
    ),
    Panel(
        id="CG-XF",
        when=RF_COUNT.exactly(0) & XF_ANY,
        title=_("CG-XF"),
        text=_(
            "A guideline red flag beyond seed 002 is present. Treat as at-risk: in-person exam; "
            "imaging as in the initial panel at clinician judgment."
        ),
    ),
    Panel(
        id="CG-HEAD",
        when=GATE_NERVE.has("headache_vomit", "head_tilt") | (HISTORY.has("down") & LOCATION.has("neck")),
        title=_("CG-HEAD"),
        text=_(
            "Head and neck signs: fundi, eye movements, gait, neck range only if the child moves "
            "it freely; do not force or manipulate. Headache with vomiting, morning or night "
            "pattern, or diplopia: emergency brain imaging and neurosurgery. Torticollis: think "
            "posterior fossa or cervical tumor, rotatory subluxation, deep neck infection. Down "
            "syndrome: atlantoaxial instability."
        ),
    ),
    Panel(
        id="CG-SAFE",
        when=SAFE_SIGN | HOME_SAFETY.is_("talk_private", "prefer_not"),
        title=_("CG-SAFE"),
        text=_(
            "Safeguarding prompt (staff only, never shown or sent to the caregiver): consider "
            "inflicted injury, TEN-4-FACESp, local child-protection protocol, mandatory "
            'reporting. `talk_private`: call in private. `prefer_not`: show as "declined".'
        ),
    ),
    Panel(
        id="CG-TEEN",
        when=CHILD_AGE_YEARS.at_least(12),
        title=_("CG-TEEN"),
        text=_(
            "Offer time alone. Ask in private: pregnancy possibility before X-ray and before "
            "ibuprofen or naproxen, periods, mood and self-harm, substances, safety, sexual "
            "health. Not asked on the form on purpose."
        ),
    ),
)
