"""Virtual visit floor: adult section 2.4."""

from __future__ import annotations

from triage.adult.facts import FLANK_PAIN, IBP_SCORE, LONG6, MODERATE, THORACIC
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.body import BLOOD_THINNER
from triage.adult.questions.goals import CONCERNS
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.infection_risk import POINT_TENDER
from triage.adult.questions.pain import DURATION, EPISODE, FUNCTION_LIMIT, LEG_PAIN, NIGHT_PAIN, RELIEF, TREND
from triage.adult.questions.pain_details import AGGRAVATE, LEG_WALK_PATTERN
from triage.engine_conditions import INCOMPLETE
from triage.model import Level, Rule
from triage.sources import (
    ACP_2017,
    ACR_LBP_2021,
    FDA_LABELING,
    JUDGMENT,
    MAYO,
    NADEAU_2013,
    NHS_BACK_PAIN,
    NICE_CKS,
    NICE_NG59,
    NICE_NG65,
    SAFETY_PRINCIPLE,
    SEED_001,
    SEED_003,
    SEED_004,
    SIEPER_2009,
    SURI_2010,
    VERHAGEN_2016,
)
from triage.words import Voiced, _

VIR_01 = Rule(
    id="ADULT-VIR-01",
    when=MODERATE,
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=Voiced(
        _("Your pain is moderate. A video or phone visit is a good next step."),
        _("Their pain is moderate. A video or phone visit is a good next step."),
    ),
    clinician=_("NPRS 4-6."),
    sources=(SEED_001.on("mild to moderate, no red flags"),),
    fires=("pain_now=4",),
    silent=("pain_now=3",),
)

VIR_02 = Rule(
    id="ADULT-VIR-02",
    when=FUNCTION_LIMIT.is_("most"),
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=Voiced(
        _("Your back is limiting a lot of what you do. A visit can help you plan your recovery."),
        _("Their back is limiting a lot of what they do. A visit can help them plan their recovery."),
    ),
    clinician=_("Marked functional limitation without red flags."),
    sources=(SEED_001, SEED_004),
    fires=("function_limit=most",),
    silent=("function_limit=none",),
)

VIR_03 = Rule(
    id="ADULT-VIR-03",
    when=LEG_PAIN.is_("above_knee", "below_knee"),
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=_("Pain that travels into a leg is worth talking through with a clinician."),
    clinician=_("Referred or radicular leg pain without deficit."),
    sources=(SEED_004, NICE_NG59),
    fires=("leg_pain=above_knee|below_knee",),
    silent=("leg_pain=none",),
)

VIR_04 = Rule(
    id="ADULT-VIR-04",
    when=LONG6 | DURATION.is_("w4_6"),
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=Voiced(
        _("Your pain has lasted four weeks or more. It is time to talk to a clinician."),
        _("Their pain has lasted four weeks or more. It is time to talk to a clinician."),
    ),
    clinician=_("Subacute/chronic: review; ACR imaging consideration after 6 wk of management."),
    sources=(MAYO.on("within 4 weeks"), ACP_2017, ACR_LBP_2021.on("variants 2-3")),
    fires=("duration=w4_6",),
    silent=("duration=lt_72h",),
)

VIR_05 = Rule(
    id="ADULT-VIR-05",
    when=TREND.is_("worse"),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    patient=Voiced(
        _("Your pain is getting worse, so please do not wait. Book a visit in the next two days."),
        _("Their pain is getting worse, so please do not wait. Book a visit in the next two days."),
    ),
    clinician=_("Worsening without red flags."),
    sources=(SEED_001, NHS_BACK_PAIN),
    fires=("trend=worse",),
    silent=("trend=comes_goes",),
)

VIR_06 = Rule(
    id="ADULT-VIR-06",
    when=THORACIC | FLANK_PAIN,
    level=Level.VIRTUAL_VISIT,
    hours=48,
    patient=_(
        "Pain between the shoulder blades or in the side is less often a simple strain. "
        "Please speak with a clinician soon."
    ),
    clinician=_("Thoracic or flank pain: attend to systemic/referred causes; urinalysis if flank."),
    sources=(SEED_004, NHS_BACK_PAIN, JUDGMENT.on("see Conflicts C9")),
    fires=("location=flank",),
    silent=("location=neck",),
)

VIR_07 = Rule(
    id="ADULT-VIR-07",
    when=(DURATION.is_("gt_12w") | EPISODE.is_("flare")) & IBP_SCORE.at_least(3),
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=Voiced(
        _(
            "Your answers about this long-lasting pain could fit with inflammation (a kind of "
            "swelling). A clinician can arrange tests."
        ),
        _(
            "The answers about this long-lasting pain could fit with inflammation (a kind of "
            "swelling). A clinician can arrange tests."
        ),
    ),
    clinician=_(
        "ASAS IBP: >=4 of 5 positive, 3 of 5 possible. Consider HLA-B27/CRP/MRI SI joints, "
        "rheumatology referral."
    ),
    sources=(SEED_004, SIEPER_2009.on("ASAS"), NICE_NG65),
    fires=(
        (
            "episode=flare; ibp=better_moving+not_better_rest+night_up_better|"
            "gradual_start+not_better_rest+night_up_better|"
            "onset_under_40+not_better_rest+night_up_better"
        ),
        "duration=gt_12w; ibp=better_moving+not_better_rest+night_up_better",
    ),
    silent=(
        "episode=flare",
        "episode=flare; ibp=not_better_rest+night_up_better",
    ),
)

VIR_08 = Rule(
    id="ADULT-VIR-08",
    when=LEG_WALK_PATTERN.is_("yes", "not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=Voiced(
        _(
            "Leg symptoms on standing or walking that ease when you sit could come from narrowing"
            " in the spine. A clinician can help."
        ),
        _(
            "Leg symptoms on standing or walking that ease when they sit could come from "
            "narrowing in the spine. A clinician can help."
        ),
    ),
    clinician=_("Possible neurogenic claudication (lumbar stenosis); consider vascular claudication."),
    sources=(SEED_004, SURI_2010, NADEAU_2013),
    fires=("leg_both=numb_or_weak; leg_walk_pattern=yes|not_sure",),
    silent=("leg_both=numb_or_weak; leg_walk_pattern=no",),
)

VIR_09 = Rule(
    id="ADULT-VIR-09",
    when=AGE_YEARS.at_least(65)
    | CONDITIONS.has(
        "osteoporosis",
        "fragility_fracture",
        "steroids_3m",
        "fused_spine",
        "spine_surgery_past",
        "diabetes",
        "heart_disease",
        "kidney_disease",
        "ulcer_bleed",
        "liver_disease",
    )
    | BLOOD_THINNER.is_("yes", "not_sure")
    | POINT_TENDER.is_("yes", "not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=Voiced(
        _(
            "Your age, health, medicines or a sore spot can make self-care less safe. Please talk"
            " to a clinician before you treat this yourself."
        ),
        _(
            "Their age, health, medicines or a sore spot can make self-care less safe. Please "
            "talk to a clinician before they treat this themselves."
        ),
    ),
    clinician=_("Risk modifier: fracture risk, prior surgery, NSAID/acetaminophen caution."),
    sources=(
        SEED_001,
        SEED_003,
        SEED_004,
        FDA_LABELING.on("FDA NSAID labeling"),
        ACR_LBP_2021.on("variant 5"),
    ),
    fires=(
        "blood_thinner=yes|not_sure",
        "age_years=65",
        (
            "conditions=osteoporosis|fragility_fracture|steroids_3m|fused_spine|"
            "spine_surgery_past|diabetes|heart_disease|kidney_disease|ulcer_bleed|liver_disease"
        ),
        "infection_risk=recent_infection; point_tender=yes|not_sure",
    ),
    silent=("age_years=64",),
)

VIR_10 = Rule(
    id="ADULT-VIR-10",
    when=(NIGHT_PAIN.is_("wakes_settles") & TREND.is_("comes_goes", "same", "worse"))
    | NIGHT_PAIN.is_("not_sure")
    | RELIEF.is_("no", "not_sure")
    | AGGRAVATE.has("cough_strain"),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    patient=Voiced(
        _(
            "Pain that wakes you, does not ease, or comes with coughing or straining is worth "
            "talking through with a clinician soon."
        ),
        _(
            "Pain that wakes them, does not ease, or comes with coughing or straining is worth "
            "talking through with a clinician soon."
        ),
    ),
    clinician=_("Weak single flags: review."),
    sources=(NHS_BACK_PAIN, VERHAGEN_2016.on("poor specificity alone")),
    fires=(
        "aggravate=cough_strain",
        "trend=comes_goes|same|worse; night_pain=wakes_settles",
        "night_pain=not_sure",
        "relief=no|not_sure",
    ),
    silent=("trend=comes_goes",),
)

VIR_11 = Rule(
    id="ADULT-VIR-11",
    when=CONCERNS.has("afraid_to_move", "low_mood", "poor_sleep", "want_visit"),
    level=Level.VIRTUAL_VISIT,
    hours=168,
    patient=_("Worry, low mood and poor sleep can slow recovery. A clinician can help with these too."),
    clinician=_("Psychosocial (yellow) flags or patient wants a visit."),
    sources=(SEED_004.on("fear-avoidance, psychosocial"), NICE_NG59),
    fires=("concerns=want_visit|afraid_to_move|low_mood|poor_sleep",),
    silent=("concerns=stress",),
)

VIR_12 = Rule(
    id="ADULT-VIR-12",
    when=EPISODE.is_("different"),
    level=Level.VIRTUAL_VISIT,
    hours=48,
    patient=Voiced(
        _("This pain is different from what you know. Please speak with a clinician."),
        _("This pain is different from what they know. Please speak with a clinician."),
    ),
    clinician=_("New pattern."),
    sources=(NICE_CKS, SEED_004.on("reassess if atypical")),
    fires=("episode=different",),
    silent=("episode=first_ever",),
)

VIR_99 = Rule(
    id="ADULT-VIR-99",
    when=INCOMPLETE,
    level=Level.VIRTUAL_VISIT,
    hours=48,
    patient=_(
        "Some questions were not answered, so we cannot say self-care alone is safe. Please "
        "speak with a clinician."
    ),
    clinician=_("Core answers missing: level is a floor, not a clearance."),
    sources=(SAFETY_PRINCIPLE,),
    fires=(
        "pain_now=(blank)",
        "location=upper_back",
    ),
    silent=(
        "pain_now=3",
        "location=upper_back; arm_signs=none",
    ),
)

RULES = (
    VIR_01,
    VIR_02,
    VIR_03,
    VIR_04,
    VIR_05,
    VIR_06,
    VIR_07,
    VIR_08,
    VIR_09,
    VIR_10,
    VIR_11,
    VIR_12,
    VIR_99,
)
