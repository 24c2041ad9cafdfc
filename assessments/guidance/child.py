"""All guidance for children and teenagers."""

from __future__ import annotations

from assessments.guidance import child_care, child_levels, child_safety
from assessments.guidance.model import Guidance
from assessments.guidance.shared import MAY_CALL
from triage.sources import PCH, RECONSTRUCTED, SCH, SEED_000, SEED_002
from triage.words import Voiced, _

CHILD_GUIDANCE = Guidance(
    advice=child_levels.ADVICE,
    safety_net=child_safety.SAFETY_NET,
    safety_net_close=Voiced(
        _("If you are worried, or your child looks very ill, do not wait. Trust your judgment."),
        _("If you are worried, or you feel very ill, do not wait. Tell an adult. Trust your judgment."),
    ),
    safety_net_sources=(RECONSTRUCTED, SEED_000, SEED_002, SCH, PCH),
    stay_still=Voiced(
        _("Keep your child still. Do not twist the neck or back."),
        _("Stay still. Do not twist your neck or back."),
    ),
    stay_still_rules=frozenset({"PEDS-NEURO-01", "PEDS-TRAUMA-01", "PEDS-TRAUMA-06"}),
    blocks=child_care.BLOCKS,
    disclaimers=(
        _("This check is to learn from, and to help choose the next step. It is not a diagnosis."),
        _("It does not replace care in person. A normal result cannot rule out illness."),
        _("Nobody watches it in real time. What you send is shared with the care team."),
        _("Teens are not asked about pregnancy, sex or drugs here."),
    ),
    nothing_found=_("Your answers matched no warning sign of this check. That does not rule out illness."),
    always=(MAY_CALL,),
    alone_in_emergency=_("Tell an adult now, or call {emergency_number} yourself."),
    poison_first=(
        _("Call Poison Control now at 1-800-222-1222 and do what they say."),
        _("Bring the bottle or package."),
    ),
    poison_number="1-800-222-1222",
    poison_rules=frozenset({"PEDS-MED-03", "PEDS-EMERG-11"}),
    measure_fever=_("Take a temperature now."),
    teen_line=child_care.TEEN_LINE,
    teen_from=12,
)
