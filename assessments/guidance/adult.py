"""All guidance for adults."""

from __future__ import annotations

from assessments.guidance import adult_care, adult_levels, adult_safety
from assessments.guidance.model import Guidance
from assessments.guidance.shared import MAY_CALL
from triage.sources import GIRFT_CES, IFOMPT, NHS_BACK_PAIN, SEED_001, SEED_003
from triage.words import Voiced, _

ADULT_GUIDANCE = Guidance(
    advice=adult_levels.ADVICE,
    safety_net=adult_safety.SAFETY_NET,
    cannot_be_pregnant=adult_safety.CANNOT_BE_PREGNANT,
    safety_net_close=_("If you are worried, do not wait."),
    safety_net_sources=(SEED_001, SEED_003, GIRFT_CES, IFOMPT, NHS_BACK_PAIN),
    stay_still=Voiced(
        _("Stay still. Do not move your neck or back."),
        _("Keep them still. Do not move their neck or back."),
    ),
    stay_still_rules=frozenset({"ADULT-FRX-01", "ADULT-FRX-07"}),
    blocks=adult_care.BLOCKS,
    always=(MAY_CALL,),
    help_notes=(
        _("If you think about harming yourself, call or text 988 now. It is open day and night."),
        _(
            "If someone hurt you, or you do not feel safe, you can talk in private to the National Domestic "
            "Violence Hotline: 800-799-7233. You can leave this page at once with “Leave this site”."
        ),
    ),
    disclaimers=(
        _("This check helps you decide what to do next. It is not a diagnosis."),
        _("It does not replace care in person. A lower level cannot rule out illness."),
        _("It does not watch over you. Your answers may be read only in office hours."),
    ),
    nothing_found=_(
        "None of your answers matched a rule in this check that asks for a visit. "
        "That does not rule out illness."
    ),
)
