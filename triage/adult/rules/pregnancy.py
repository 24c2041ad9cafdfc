"""Pregnancy: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import MODERATE, NOT_EASED, ONSET_FAST, PREG_POSSIBLE, PREGNANT, SEVERE, SUDDEN_ANY
from triage.adult.questions.body import FEVER
from triage.adult.questions.pain import TREND
from triage.adult.questions.pregnancy import PREGNANCY, PREGNANCY_SIGNS
from triage.model import Level, Rule, Transport
from triage.sources import ACOG, FDA_2020, NICE_NG111, OBSTETRIC_PRACTICE, SCHMITT_THOMPSON
from triage.words import Voiced, _

PRG_01 = Rule(
    id="ADULT-PRG-01",
    when=(PREG_POSSIBLE & PREGNANCY_SIGNS.has("bleeding", "one_sided_belly", "headache_vision"))
    | (PREGNANT & PREGNANCY_SIGNS.has("fluid", "contractions", "less_movement")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    private=True,
    patient=Voiced(
        _(
            "One of the warning signs you chose needs emergency care now. Go to the emergency "
            "room. If a care team already looks after you for this, call them on the way."
        ),
        _(
            "One of the warning signs chosen needs emergency care now. Go to the emergency room. "
            "If a care team already looks after them for this, call it on the way."
        ),
    ),
    clinician=_(
        "Pregnancy/postpartum warning sign: preterm labor, abruption, ectopic, pre-eclampsia, "
        "postpartum complication."
    ),
    sources=(ACOG, OBSTETRIC_PRACTICE),
    fires=(
        ("sex=female; pregnancy=could_be; pregnancy_signs=headache_vision|bleeding|one_sided_belly"),
        "sex=female; pregnancy=under_20w; pregnancy_signs=fluid|contractions|less_movement",
    ),
    silent=("sex=female; pregnancy=could_be|under_20w; pregnancy_signs=none",),
)

PRG_02 = Rule(
    id="ADULT-PRG-02",
    when=PREGNANCY.is_("over_20w") & (ONSET_FAST | SEVERE | TREND.is_("worse") | NOT_EASED),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    private=True,
    patient=Voiced(
        _(
            "Because of one of your private answers, call the care team that looks after you for it "
            "today. Be checked in person soon."
        ),
        _(
            "Because of one of the private answers, call the care team that looks after them for it "
            "today. Have them checked in person soon."
        ),
    ),
    clinician=_(
        "Pregnant >=20 wk with pain that is not clearly gradual, mild to moderate, stable and "
        "eased by rest, no warning signs: obstetric contact within 24 h (early labor, abruption, "
        "pyelonephritis). No NSAIDs."
    ),
    sources=(ACOG, FDA_2020.on("NSAIDs >=20 wk"), SCHMITT_THOMPSON.on("pregnancy: separate guideline")),
    fires=(
        "sex=female; pregnancy=over_20w",
        "sex=female; onset=gradual; trend=worse; pregnancy=over_20w",
    ),
    silent=("onset=hours_days",),
)

PRG_03 = Rule(
    id="ADULT-PRG-03",
    when=PREG_POSSIBLE,
    level=Level.VIRTUAL_VISIT,
    hours=48,
    private=True,
    patient=Voiced(
        _(
            "Please speak with a clinician because of one of your private answers. Ask before you "
            "use any pain medicine."
        ),
        _(
            "Please speak with a clinician because of one of the private answers. Ask before they "
            "use any pain medicine."
        ),
    ),
    clinician=_(
        "Pregnant, possibly pregnant (or declined to say), or <=6 wk postpartum: medicine "
        "safety, ectopic/postpartum infection awareness."
    ),
    sources=(FDA_2020, ACOG),
    fires=("sex=female; pregnancy=could_be|under_20w|postpartum",),
    silent=("sex=female; pregnancy=no",),
)

PRG_04 = Rule(
    id="ADULT-PRG-04",
    when=PREGNANCY.is_("under_20w", "over_20w", "postpartum") & FEVER.is_("yes"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    private=True,
    patient=Voiced(
        _(
            "Fever with back pain, together with one of your private answers, needs emergency "
            "care now. Go to the emergency room. If a care team already looks after you for this,"
            " call them on the way."
        ),
        _(
            "Fever with back pain, together with one of the private answers, needs emergency care"
            " now. Go to the emergency room. If a care team already looks after them for this, "
            "call it on the way."
        ),
    ),
    clinician=_(
        "Fever in pregnancy or <=6 wk postpartum with back pain: pyelonephritis, "
        "chorioamnionitis, endometritis, post-epidural infection, sepsis."
    ),
    sources=(OBSTETRIC_PRACTICE, ACOG.on("UNCERTAIN: not re-checked"), NICE_NG111),
    fires=("sex=female; fever=yes; pregnancy=under_20w|over_20w|postpartum",),
    silent=("fever=yes",),
)

PRG_05 = Rule(
    id="ADULT-PRG-05",
    when=PREGNANCY.is_("could_be", "under_20w", "prefer_not") & SUDDEN_ANY & MODERATE,
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=Voiced(
        _(
            "Pain that started suddenly, together with one of your private answers, needs an "
            "in-person check today. If you bleed, faint or the pain gets worse, call "
            "{emergency_number}."
        ),
        _(
            "Pain that started suddenly, together with one of the private answers, needs an "
            "in-person check today. If they bleed, faint or the pain gets worse, call "
            "{emergency_number}."
        ),
    ),
    clinician=_(
        "Possible or early pregnancy + sudden moderate or severe pain: ectopic pregnancy, "
        "torsion, miscarriage; pregnancy test and ultrasound today."
    ),
    sources=(OBSTETRIC_PRACTICE, ACOG.on("UNCERTAIN: not re-checked")),
    fires=("sex=female; onset=sudden_severe; pain_now=4; pregnancy=could_be|under_20w|prefer_not",),
    silent=("pain_now=4",),
)

RULES = (PRG_01, PRG_02, PRG_03, PRG_04, PRG_05)
