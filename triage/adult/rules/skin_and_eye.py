"""Other: adult section 2.4."""

from __future__ import annotations

from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.signs import OTHER_SIGNS
from triage.model import Level, Rule
from triage.sources import CDC_SHINGLES, EMERGENCY_PRACTICE, NICE_NG65, TELEPHONE_TRIAGE
from triage.words import Voiced, _

OTH_01 = Rule(
    id="ADULT-OTH-01",
    when=OTHER_SIGNS.has("rash"),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    patient=Voiced(
        _(
            "A painful rash or blisters in the same area could be shingles. Contact your provider"
            " today: treatment works best when started within 3 days."
        ),
        _(
            "A painful rash or blisters in the same area could be shingles. Contact their "
            "provider today: treatment works best when started within 3 days."
        ),
    ),
    clinician=_("Possible herpes zoster: antiviral within 72 h of rash. Photo or video can help."),
    sources=(CDC_SHINGLES, TELEPHONE_TRIAGE.on("rash + pain")),
    fires=("other_signs=rash",),
    silent=("other_signs=shape_change",),
)

OTH_02 = Rule(
    id="ADULT-OTH-02",
    when=OTHER_SIGNS.has("red_eye"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=_(
        "A red, painful eye with back pain could come with swelling of the joints "
        "(inflammation). It could harm sight. Have it checked in person today."
    ),
    clinician=_("Possible acute anterior uveitis with axial spondyloarthritis."),
    sources=(NICE_NG65.on("spondyloarthritis and uveitis"),),
    fires=("other_signs=red_eye",),
    silent=("other_signs=rash",),
)

OTH_03 = Rule(
    id="ADULT-OTH-03",
    when=OTHER_SIGNS.has("rash") & CONDITIONS.has("immune_low"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=Voiced(
        _("A painful rash together with one of your health answers should be treated today."),
        _("A painful rash together with one of the health answers should be treated today."),
    ),
    clinician=_(
        "Possible herpes zoster in an immunocompromised patient: same-day antiviral, check for dissemination."
    ),
    sources=(CDC_SHINGLES, EMERGENCY_PRACTICE.on("UNCERTAIN: not re-checked")),
    fires=("conditions=immune_low; other_signs=rash",),
    silent=("conditions=immune_low",),
)

RULES = (OTH_01, OTH_02, OTH_03)
