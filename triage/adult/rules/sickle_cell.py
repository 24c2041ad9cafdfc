"""Sickle cell: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import FEVERISH, SEVERE
from triage.adult.questions.health import CONDITIONS
from triage.model import Level, Rule, Transport
from triage.sources import EMERGENCY_PRACTICE
from triage.words import Voiced, _

SCD_01 = Rule(
    id="ADULT-SCD-01",
    when=CONDITIONS.has("sickle_cell") & (SEVERE | FEVERISH),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "With sickle cell disease, strong pain or a fever needs emergency care now. Go to the"
            " emergency room, and call your sickle cell team on the way."
        ),
        _(
            "With sickle cell disease, strong pain or a fever needs emergency care now. Go to the"
            " emergency room, and call their sickle cell team on the way."
        ),
    ),
    clinician=_(
        "Sickle cell disease + severe pain or (possible) fever: vaso-occlusive crisis, "
        "osteomyelitis, acute chest syndrome; analgesia without delay."
    ),
    sources=(EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked"),),
    fires=("fever=yes; conditions=sickle_cell",),
    silent=("fever=yes",),
)

SCD_02 = Rule(
    id="ADULT-SCD-02",
    when=CONDITIONS.has("sickle_cell"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "With sickle cell disease, back pain should be checked in person soon. Call your "
            "sickle cell team today."
        ),
        _(
            "With sickle cell disease, back pain should be checked in person soon. Call their "
            "sickle cell team today."
        ),
    ),
    clinician=_(
        "Sickle cell disease, pain not severe, no fever: early crisis, vertebral or hip "
        "infarction, infection."
    ),
    sources=(EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked"),),
    fires=("conditions=sickle_cell",),
    silent=("conditions=osteoporosis",),
)

RULES = (SCD_01, SCD_02)
