"""Severity and function: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import NOT_EASED, SEVERE, SUDDEN_BAD
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.pain import FUNCTION_LIMIT, LOCATION, RELIEF, TREND
from triage.model import Level, Rule
from triage.sources import SEED_001, SEED_003
from triage.words import Voiced, _

SEV_01 = Rule(
    id="ADULT-SEV-01",
    when=SUDDEN_BAD & (NOT_EASED | AGE_YEARS.at_least(50) | LOCATION.has("neck", "upper_back", "flank")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _("Severe pain that came on suddenly is not suitable for a video visit. Be seen in person today."),
        _(
            "Severe pain that came on suddenly is not suitable for a video visit. They should be "
            "seen in person today."
        ),
    ),
    clinician=_(
        "Sudden severe onset that no position eases, at age >=50, or outside the low back: "
        "outside telemedicine scope. (Sudden severe low back pain under 50 that eases with "
        "position: SEV-03.)"
    ),
    sources=(SEED_001.on("telemedicine cannot: sudden, severe symptoms"),),
    fires=(
        "location=flank|neck|upper_back; onset=sudden_severe",
        "age_years=50; onset=sudden_severe",
        "onset=sudden_severe; relief=(blank)",
    ),
    silent=(
        "location=flank",
        "age_years=49; onset=sudden_severe",
    ),
)

SEV_02 = Rule(
    id="ADULT-SEV-02",
    when=FUNCTION_LIMIT.is_("cannot"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _("When pain stops you from doing normal daily things, you should go to urgent care today."),
        _("When pain stops them from doing normal daily things, they should go to urgent care today."),
    ),
    clinician=_("Unable to do normal daily activities."),
    sources=(SEED_003.on("FAQ"),),
    fires=("function_limit=cannot",),
    silent=("function_limit=none",),
)

SEV_03 = Rule(
    id="ADULT-SEV-03",
    when=SEVERE,
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_(
        "Severe pain should be examined in person. A video visit works best for mild or moderate pain."
    ),
    clinician=_("NPRS >=7."),
    sources=(SEED_001,),
    fires=("pain_now=7",),
    silent=("pain_now=6",),
)

SEV_04 = Rule(
    id="ADULT-SEV-04",
    when=RELIEF.is_("no") & (TREND.is_("worse") | SEVERE),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    patient=_(
        "Pain that is severe or getting worse and does not ease with rest should be examined in person."
    ),
    clinician=_("Severe or worsening pain not relieved by rest."),
    sources=(SEED_001,),
    fires=(
        "pain_now=7; relief=no",
        "trend=worse; relief=no",
    ),
    silent=("pain_now=7",),
)

RULES = (SEV_01, SEV_02, SEV_03, SEV_04)
