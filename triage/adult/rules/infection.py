"""Infection: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import FEVERISH, INF_HIGH, INF_OTHER, LEG_NEURO_ANY, MODERATE, SEVERE
from triage.adult.questions.body import FEVER
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.infection_risk import INFECTION_RISK, POINT_TENDER
from triage.adult.questions.pain import NIGHT_PAIN, RELIEF, TREND
from triage.adult.questions.signs import OTHER_SIGNS
from triage.model import Level, Rule, Transport
from triage.sources import (
    GALLIKER_2020,
    IFOMPT,
    JUDGMENT,
    MAYO,
    NHS_BACK_PAIN,
    NICE_CKS,
    SEA_REVIEWS,
    SEED_001,
    SEED_003,
    SEED_004,
    SHAW_2020,
    YUSUF_2019,
)
from triage.words import Voiced, _

INF_01 = Rule(
    id="ADULT-INF-01",
    when=FEVERISH & INF_HIGH,
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    private=True,
    patient=Voiced(
        _(
            "Fever with back pain, plus one of your health answers, could mean an infection near "
            "the spine. Go to the emergency room now."
        ),
        _(
            "Fever with back pain, plus one of the health answers, could mean an infection near "
            "the spine. Go to the emergency room now."
        ),
    ),
    clinician=_(
        "Suspected spinal infection (epidural abscess/discitis): fever (or possible fever) + IV "
        "drug use / spinal procedure <=12 mo / immunosuppression / dialysis or line. If "
        "post-operative, also notify the operating surgeon."
    ),
    sources=(SEED_003.on("fever + IV drugs or recent spine surgery"), SEED_004, GALLIKER_2020, IFOMPT),
    fires=("fever=yes; conditions=dialysis_line",),
    silent=("conditions=dialysis_line",),
)

INF_02 = Rule(
    id="ADULT-INF-02",
    when=FEVER.is_("yes") & (INF_OTHER | LEG_NEURO_ANY),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "Fever with back pain and your other answers could mean an infection near the spine. "
            "Go to the emergency room now."
        ),
        _(
            "Fever with back pain and the other answers could mean an infection near the spine. "
            "Go to the emergency room now."
        ),
    ),
    clinician=_(
        "Fever + diabetes/recent infection/TB/steroids, or + leg neurology: suspected spinal infection."
    ),
    sources=(
        IFOMPT,
        YUSUF_2019.on("diabetes most common determinant"),
        SHAW_2020.on("fever LR+ 68.8 any serious cause"),
    ),
    fires=(
        "walking=unsteady|not_sure; fever=yes",
        "leg_weak=not_sure; fever=yes",
        "leg_numb=longer_unchecked|not_sure; fever=yes",
    ),
    silent=("walking=unsteady",),
)

INF_03 = Rule(
    id="ADULT-INF-03",
    when=FEVERISH,
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Fever with back pain could be a sign of infection. You need to be seen in person "
            "today. If you have a thermometer, take your temperature now."
        ),
        _(
            "Fever with back pain could be a sign of infection. They need to be seen in person "
            "today. If there is a thermometer, take their temperature now."
        ),
    ),
    clinician=_(
        "Fever (measured or suspected) + back pain: same-day assessment; temp, urinalysis, CBC/CRP/ESR."
    ),
    sources=(SEED_001.on("fever = in person"), SEED_003, NHS_BACK_PAIN, NICE_CKS),
    fires=("fever=yes",),
    silent=("fever=no",),
)

INF_04 = Rule(
    id="ADULT-INF-04",
    when=INFECTION_RISK.has("iv_drugs"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=Voiced(
        _(
            "One of your private health answers means germs could reach the spine more easily, "
            "even without fever. Be examined in person today, at a place that can do blood tests."
            " If your doctor cannot do that today, go to the emergency room."
        ),
        _(
            "One of the private health answers means germs could reach the spine more easily, "
            "even without fever. They should be examined in person today, at a place that can do "
            "blood tests. If their doctor cannot do that today, go to the emergency room."
        ),
    ),
    clinician=_(
        "IV drug use in the last 12 months + back pain (fever absent in about half of SEA): "
        "same-day evaluation, low threshold for ER/MRI."
    ),
    sources=(SEED_003.on("call doctor or ER"), GALLIKER_2020, SHAW_2020.on("IVDU LR+ 6.9 serious spinal")),
    fires=("infection_risk=iv_drugs",),
    silent=("infection_risk=spine_procedure_3m",),
)

INF_05 = Rule(
    id="ADULT-INF-05",
    when=(
        (
            INFECTION_RISK.has("spine_procedure_3m", "spine_procedure_12m")
            | CONDITIONS.has("immune_low", "dialysis_line")
        )
        & (SEVERE | TREND.is_("worse") | NIGHT_PAIN.is_("constant", "not_sure"))
    )
    | INFECTION_RISK.has("wound"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=Voiced(
        _(
            "Because of your health history or a wound that does not look right, this should be "
            "checked in person today. If you had a spine procedure, also call the team that did "
            "it."
        ),
        _(
            "Because of their health history or a wound that does not look right, this should be "
            "checked in person today. If they had a spine procedure, also call the team that did "
            "it."
        ),
    ),
    clinician=_(
        "Afebrile but high-risk host/post-procedural with severe, progressive or unremitting "
        "pain, or a red, leaking or opening spine wound: exclude spinal infection, hematoma, CSF "
        "leak, hardware failure; notify the operating team."
    ),
    sources=(SEED_003, SEED_004.on("post-procedure review"), IFOMPT),
    fires=(
        "infection_risk=wound",
        "night_pain=constant|not_sure; conditions=dialysis_line",
        "night_pain=constant; infection_risk=spine_procedure_3m|spine_procedure_12m",
        "night_pain=constant; conditions=immune_low",
        "trend=worse; conditions=dialysis_line",
    ),
    silent=("night_pain=constant",),
)

INF_06 = Rule(
    id="ADULT-INF-06",
    when=INFECTION_RISK.has("spine_procedure_3m")
    | CONDITIONS.has("immune_low", "tb", "dialysis_line")
    | (INFECTION_RISK.has("recent_infection") & (MODERATE | TREND.is_("same", "worse"))),
    level=Level.PROMPT_IN_PERSON,
    hours=24,
    private=True,
    patient=Voiced(
        _(
            "One of your health answers makes an infection near the spine a little more likely. "
            "Please contact your provider (or your surgeon, if you had surgery) promptly and be "
            "examined in person."
        ),
        _(
            "One of the health answers makes an infection near the spine a little more likely. "
            "Please contact their provider (or their surgeon, if they had surgery) promptly and have them "
            "examined in person."
        ),
    ),
    clinician=_("Host risk factor without fever: in-person exam + inflammatory markers."),
    sources=(SEED_003, SEED_004, SHAW_2020.on("TB LR+ 9.8"), MAYO.on("recent UTI = sooner")),
    fires=(
        "conditions=dialysis_line|immune_low|tb",
        "infection_risk=spine_procedure_3m",
        "trend=same|worse; infection_risk=recent_infection",
    ),
    silent=("trend=same",),
)

INF_08 = Rule(
    id="ADULT-INF-08",
    when=OTHER_SIGNS.has("unwell") & INF_HIGH,
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=Voiced(
        _(
            "Feeling unwell with back pain, plus one of your health answers, could mean an "
            "infection near the spine. Be checked in person today, even without fever."
        ),
        _(
            "Feeling unwell with back pain, plus one of the health answers, could mean an "
            "infection near the spine. They should be checked in person today, even without "
            "fever."
        ),
    ),
    clinician=_(
        "Systemic symptoms in a high-risk host, afebrile: spinal infection not excluded (fever "
        "absent in about half of SEA)."
    ),
    sources=(SEED_003, SEED_004, SEA_REVIEWS.on("fever about 50%")),
    fires=(
        "conditions=dialysis_line; other_signs=unwell",
        "infection_risk=spine_procedure_3m|wound; other_signs=unwell",
    ),
    silent=("conditions=dialysis_line",),
)

INF_09 = Rule(
    id="ADULT-INF-09",
    when=INF_OTHER
    & SEVERE
    & (TREND.is_("worse") | RELIEF.is_("no") | NIGHT_PAIN.is_("constant", "not_sure")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    patient=Voiced(
        _(
            "Strong pain that gets worse or never eases, plus one of your health answers, could "
            "mean an infection. Be checked in person today, even without fever."
        ),
        _(
            "Strong pain that gets worse or never eases, plus one of the health answers, could "
            "mean an infection. They should be checked in person today, even without fever."
        ),
    ),
    clinician=_(
        "Afebrile, severe progressive or unremitting pain with diabetes / recent infection / "
        "recent joint injection or operation / TB / steroids: spinal infection not excluded "
        "(fever absent in about half of SEA)."
    ),
    sources=(
        SEED_003,
        SEED_004,
        YUSUF_2019.on("diabetes most common determinant"),
        SEA_REVIEWS.on("fever about 50%"),
    ),
    fires=(
        "pain_now=7; night_pain=constant; conditions=diabetes|steroids_3m|tb",
        "pain_now=7; trend=worse; conditions=diabetes",
        "pain_now=7; relief=no; conditions=diabetes",
        "pain_now=7; night_pain=not_sure; conditions=diabetes",
    ),
    silent=("night_pain=constant",),
)

INF_10 = Rule(
    id="ADULT-INF-10",
    when=(
        INFECTION_RISK.has("spine_procedure_3m", "iv_drugs") | CONDITIONS.has("immune_low", "dialysis_line")
    )
    & OTHER_SIGNS.has("unwell")
    & (SEVERE | TREND.is_("worse") | NIGHT_PAIN.is_("constant", "not_sure")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    private=True,
    patient=Voiced(
        _(
            "Feeling ill, with strong or growing pain and one of your health answers, could mean "
            "an infection near the spine, even without fever. Go to the emergency room now."
        ),
        _(
            "Feeling ill, with strong or growing pain and one of the health answers, could mean "
            "an infection near the spine, even without fever. Go to the emergency room now."
        ),
    ),
    clinician=_(
        "High-risk host or spine procedure <=3 mo + systemically unwell + severe, progressive or "
        "unremitting pain: treat as spinal epidural abscess until excluded, also if afebrile."
    ),
    sources=(SEED_003, SEED_004, SEA_REVIEWS.on("fever about 50%"), GALLIKER_2020),
    fires=(
        "night_pain=constant|not_sure; conditions=dialysis_line; other_signs=unwell",
        "night_pain=constant; infection_risk=spine_procedure_3m|iv_drugs; other_signs=unwell",
        "night_pain=constant; conditions=immune_low; other_signs=unwell",
        "trend=worse; conditions=dialysis_line; other_signs=unwell",
    ),
    silent=("night_pain=constant",),
)

INF_11 = Rule(
    id="ADULT-INF-11",
    when=OTHER_SIGNS.has("unwell")
    & INF_OTHER
    & (SEVERE | TREND.is_("worse") | NIGHT_PAIN.is_("constant", "not_sure") | POINT_TENDER.is_("yes")),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=Voiced(
        _(
            "Feeling ill with this kind of pain and one of your health answers can be a warning "
            "sign, even without fever. Be checked in person today."
        ),
        _(
            "Feeling ill with this kind of pain and one of the health answers can be a warning "
            "sign, even without fever. They should be checked in person today."
        ),
    ),
    clinician=_(
        "Systemically unwell + diabetes / recent infection / joint procedure / TB / steroids + "
        "severe, progressive, unremitting or midline-tender pain: spinal infection not excluded."
    ),
    sources=(SEED_003, SEED_004, YUSUF_2019, SEA_REVIEWS.on("fever about 50%")),
    fires=(
        "night_pain=constant|not_sure; conditions=diabetes; other_signs=unwell",
        "trend=worse; conditions=diabetes; other_signs=unwell",
        "infection_risk=recent_infection; point_tender=yes; other_signs=unwell",
    ),
    silent=("night_pain=constant",),
)

INF_07 = Rule(
    id="ADULT-INF-07",
    when=INFECTION_RISK.has("prefer_not"),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    private=True,
    patient=Voiced(
        _(
            "One of your private answers is worth talking through with a clinician, who may ask "
            "about it in private."
        ),
        _(
            "One of the private answers is worth talking through with a clinician, who may ask "
            "about it in private."
        ),
    ),
    clinician=_("Infection-risk item declined: ask privately about injection drug use and procedures."),
    sources=(SEED_003,),
    fires=("infection_risk=prefer_not",),
    silent=("infection_risk=spine_procedure_3m",),
)

INF_12 = Rule(
    id="ADULT-INF-12",
    when=INFECTION_RISK.has("spine_procedure_12m", "iv_drugs_past", "recent_infection"),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    private=True,
    patient=Voiced(
        _(
            "One of your health answers is worth talking through with a clinician. If you get a "
            "fever or feel ill, be seen the same day."
        ),
        _(
            "One of the health answers is worth talking through with a clinician. If they get a "
            "fever or feel ill, they should be seen the same day."
        ),
    ),
    clinician=_(
        "Infection risk factor without fever or concerning pain (recent infection and improving, "
        "spine procedure 3-12 mo ago, past injection drug use): ask, low threshold for CRP/ESR."
    ),
    sources=(SEED_003, SEED_004, JUDGMENT.on("UNCERTAIN, see section 11")),
    fires=("infection_risk=recent_infection|spine_procedure_12m|iv_drugs_past",),
    silent=("infection_risk=spine_procedure_3m",),
)

RULES = (INF_01, INF_02, INF_03, INF_04, INF_05, INF_06, INF_08, INF_09, INF_10, INF_11, INF_07, INF_12)
