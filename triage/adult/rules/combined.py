"""Combined weak flags: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import WEAK_FLAGS
from triage.model import Level, Rule
from triage.sources import DOWNIE_2013, IFOMPT, VERHAGEN_2016
from triage.words import Voiced, _

CMB_01 = Rule(
    id="ADULT-CMB-01",
    when=WEAK_FLAGS.at_least(3),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=Voiced(
        _("Several small things in your answers add up. Together they mean an in-person check is wise."),
        _("Several small things in the answers add up. Together they mean an in-person check is wise."),
    ),
    clinician=_(
        "Three or more weak red flags: individually poor specificity, combined raise "
        "suspicion (see the list of weak flags)."
    ),
    sources=(DOWNIE_2013, VERHAGEN_2016, IFOMPT.on("combine, do not rely on single flags")),
    fires=(
        (
            "trend=worse; conditions=fragility_fracture|steroids_3m|osteoporosis; "
            "infection_risk=recent_infection"
        ),
        "age_years=70; trend=worse; infection_risk=recent_infection",
        "age_years=50; trend=worse; episode=first_ever; infection_risk=recent_infection",
        "trend=worse; episode=different; infection_risk=recent_infection",
        "duration=w6_12; trend=worse; infection_risk=recent_infection",
        "trend=worse; night_pain=not_sure; infection_risk=recent_infection",
    ),
    silent=(
        "trend=worse; infection_risk=recent_infection",
        "age_years=69; trend=worse; infection_risk=recent_infection",
        "age_years=49; trend=worse; episode=first_ever; infection_risk=recent_infection",
    ),
)

RULES = (CMB_01,)
