"""Cauda equina: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import ANY_CES_YES, CES_OLD, CES_UNSURE, LEG_NEURO_ANY, LEG_NUMB_ANY, SEVERE
from triage.adult.questions.bladder_bowel_saddle import (
    CES_BOWEL,
    CES_PEE_FEEL,
    CES_PEE_LEAK,
    CES_SADDLE,
    CES_SEXUAL,
)
from triage.adult.questions.pain import LEG_PAIN, TREND
from triage.model import Level, Rule, Transport
from triage.sources import (
    CES_CARD,
    GIRFT_CES,
    GREENHALGH_2016,
    IFOMPT,
    JUDGMENT,
    SAFETY_PRINCIPLE,
    SEED_001,
    SEED_003,
    SEED_004,
)
from triage.words import Voiced, _

CES_01 = Rule(
    id="ADULT-CES-01",
    when=ANY_CES_YES,
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "Your answers could mean pressure on the nerves that control your bladder, bowel and "
            "legs. This is rare, but it must be checked in an emergency room right away to "
            "prevent lasting damage."
        ),
        _(
            "The answers could mean pressure on the nerves that control their bladder, bowel and "
            "legs. This is rare, but it must be checked in an emergency room right away to "
            "prevent lasting damage."
        ),
    ),
    clinician=_(
        "One or more cauda equina features (see list): suspected CES; emergency MRI pathway. ER "
        "assessment incl. post-void residual, perianal sensation."
    ),
    sources=(SEED_001, SEED_003, SEED_004, GIRFT_CES, IFOMPT, CES_CARD),
    fires=(
        "ces_sexual=yes",
        "ces_pee_start=yes",
        "ces_pee_feel=yes",
        "ces_pee_leak=yes",
        "ces_bowel=yes",
    ),
    silent=("ces_sexual=not_sure",),
)

CES_02 = Rule(
    id="ADULT-CES-02",
    when=CES_UNSURE.at_least(2) | (CES_UNSURE.at_least(1) & LEG_NEURO_ANY),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "You were not sure about a nerve warning sign, and there is more than one such sign. "
            "That is enough reason to be checked in an emergency room now."
        ),
        _(
            "A nerve warning sign was answered with not sure, and there is more than one such sign. "
            "That is enough reason to be checked in an emergency room now."
        ),
    ),
    clinician=_(
        "Two or more uncertain CES items, or one uncertain CES item plus leg neurology: cannot "
        "exclude CES remotely."
    ),
    sources=(GIRFT_CES, GREENHALGH_2016, SAFETY_PRINCIPLE.on("'not sure' is never 'no'")),
    fires=(
        "ces_sexual=not_sure; walking=unsteady",
        "ces_bowel=not_sure; ces_sexual=not_sure",
    ),
    silent=(
        "ces_sexual=not_sure",
        "walking=unsteady",
    ),
)

CES_03 = Rule(
    id="ADULT-CES-03",
    when=CES_OLD.at_least(1) & LEG_NEURO_ANY,
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    private=True,
    patient=Voiced(
        _(
            "You have a long-standing private symptom and also leg signs. Together these could "
            "mean pressure on important nerves. Go to the emergency room now."
        ),
        _(
            "They have a long-standing private symptom and also leg signs. Together these could "
            "mean pressure on important nerves. Go to the emergency room now."
        ),
    ),
    clinician=_(
        "Pre-existing sphincter/saddle/sexual symptom plus current leg neurology: cannot rely on "
        "'old' label; suspect CES."
    ),
    sources=(GIRFT_CES.on("deteriorating symptoms"), SEED_001, SEED_003),
    fires=("ces_sexual=old_checked; walking=unsteady",),
    silent=("walking=unsteady",),
)

CES_04 = Rule(
    id="ADULT-CES-04",
    when=CES_UNSURE.exactly(1) | CES_SADDLE.is_("old_checked"),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=Voiced(
        _(
            "You were not sure about a nerve warning sign, or you have a long-standing change in "
            "feeling. You need to be examined in person today."
        ),
        _(
            "A nerve warning sign was answered with not sure, or they have a long-standing change"
            " in feeling. They need to be examined in person today."
        ),
    ),
    clinician=_(
        "Single uncertain CES item, or known unchanged saddle sensory change: same-day in-person "
        "neurologic exam."
    ),
    sources=(
        GIRFT_CES,
        SEED_001,
        SEED_003.on("stepped down from ER only because long-standing and unchanged"),
    ),
    fires=(
        "ces_sexual=not_sure",
        "ces_saddle=old_checked",
    ),
    silent=(
        "ces_saddle=no",
        "ces_bowel=not_sure; ces_sexual=not_sure",
    ),
)

CES_05 = Rule(
    id="ADULT-CES-05",
    when=CES_OLD.at_least(2)
    | CES_PEE_LEAK.is_("old_checked")
    | CES_BOWEL.is_("old_checked")
    | CES_PEE_FEEL.is_("old_checked"),
    level=Level.PROMPT_IN_PERSON,
    hours=72,
    private=True,
    patient=Voiced(
        _(
            "You have had a private symptom since long before this pain. Because your back hurts "
            "now, a clinician should examine you in person soon."
        ),
        _(
            "They have had a private symptom since long before this pain. Because their back "
            "hurts now, a clinician should examine them in person soon."
        ),
    ),
    clinician=_(
        "Long-standing, unchanged leakage, bowel change or reduced urinary sensation, or two or "
        "more long-standing sphincter/sexual symptoms: confirm unchanged and whether it was ever "
        "assessed; low threshold to escalate."
    ),
    sources=(GIRFT_CES.on(">14 days and stable"), SEED_001),
    fires=(
        "ces_bowel=old_checked",
        "ces_pee_start=old_checked; ces_sexual=old_checked",
        "ces_pee_leak=old_checked",
        "ces_pee_feel=old_checked",
    ),
    silent=("ces_sexual=old_checked",),
)

CES_06 = Rule(
    id="ADULT-CES-06",
    when=CES_SEXUAL.is_("prefer_not"),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    private=True,
    patient=Voiced(
        _(
            "One of your private answers is worth talking through with a clinician. The clinician"
            " may ask about it, because it can help to find an early nerve sign."
        ),
        _(
            "One of the private answers is worth talking through with a clinician. The clinician "
            "may ask about it, because it can help to find an early nerve sign."
        ),
    ),
    clinician=_("Sexual-function item declined: ask privately."),
    sources=(GIRFT_CES,),
    fires=("ces_sexual=prefer_not",),
    silent=("ces_sexual=not_sure",),
)

CES_07 = Rule(
    id="ADULT-CES-07",
    when=CES_OLD.at_least(1),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    private=True,
    patient=Voiced(
        _(
            "You have had a private symptom since long before this pain. Please tell the "
            "clinician about it, and say at once if it changes."
        ),
        _(
            "They have had a private symptom since long before this pain. Please tell the "
            "clinician about it, and say at once if it changes."
        ),
    ),
    clinician=_(
        "One long-standing, unchanged symptom (weak stream or sexual function alone): confirm "
        "unchanged and give the CES safety net."
    ),
    sources=(GIRFT_CES.on(">14 days and stable"), JUDGMENT.on("UNCERTAIN, see section 11")),
    fires=(
        "ces_sexual=old_checked",
        "ces_bowel=old_checked",
    ),
    silent=("ces_saddle=no",),
)

CES_08 = Rule(
    id="ADULT-CES-08",
    when=CES_OLD.at_least(1) & LEG_PAIN.is_("below_knee") & (SEVERE | TREND.is_("worse") | LEG_NUMB_ANY),
    level=Level.URGENT_SAME_DAY,
    hours=4,
    private=True,
    patient=_(
        "Pain goes below the knee, and there is a private symptom that began long before. "
        "Together they need a nerve check in person today."
    ),
    clinician=_(
        "Long-standing sphincter or sexual symptom + radicular pain that is severe, worsening or "
        "with sensory symptoms: an old label can hide new CES; same-day neuro exam, post-void "
        "residual."
    ),
    sources=(GIRFT_CES.on("deteriorating symptoms"), SEED_001, SEED_003),
    fires=(
        "ces_sexual=old_checked; leg_numb=tingling_only; leg_pain=below_knee",
        "ces_sexual=old_checked; trend=worse; leg_pain=below_knee",
    ),
    silent=(
        "leg_numb=tingling_only",
        "leg_numb=tingling_only; leg_pain=below_knee",
    ),
)

RULES = (CES_01, CES_02, CES_03, CES_04, CES_05, CES_06, CES_07, CES_08)
