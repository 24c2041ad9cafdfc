"""A visit by video or phone: health, mood, medicine, tests, not sure (pediatric section 2.3)."""

from __future__ import annotations

from triage.engine_conditions import NOTHING_FIRED
from triage.model import Level, Rule
from triage.pediatric.facts import HOME_OK
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.health import BACK_SHAPE, BACK_SKIN
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.injury import INJURY_WHEN
from triage.pediatric.questions.pain import LOCATION
from triage.pediatric.questions.pain_more import MORNING_STIFFNESS, PAIN_TRIGGERS
from triage.pediatric.questions.private import MOOD
from triage.pediatric.questions.tests_medicine import MEDICINES_GIVEN, PRIOR_IMAGING
from triage.pediatric.questions.walking_fever import FEVER
from triage.sources import (
    FROSCH22,
    GP_KNOW,
    PMM_S,
    REYE,
    SAFETY_POLICY,
    SCH,
    SCHEU,
    SEA,
    SEED_002,
    SPA,
    SPOND,
)
from triage.words import Voiced, _

CONSTIP_01 = Rule(
    id="PEDS-CONSTIP-01",
    when=BELLY_CHEST.has("constipation"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("Hard or rare poops (constipation) can cause back pain. A doctor or nurse can help with both."),
    clinician=_("Constipation; if new with neurologic change treat as bowel dysfunction."),
    sources=(GP_KNOW,),
    fires=("belly_chest=constipation",),
    silent=("belly_chest=not_sure",),
)

INF_10 = Rule(
    id="PEDS-INF-10",
    when=FEVER.is_("before_pain"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-INF-09",
    patient=_("There was a fever before the pain began. A doctor or nurse should hear about it."),
    clinician=_("Resolved febrile illness before the pain."),
    sources=(SEED_002, GP_KNOW),
    fires=("fever=before_pain",),
    silent=("fever=not_sure",),
)

PERIOD_01 = Rule(
    id="PEDS-PERIOD-01",
    when=BELLY_CHEST.has("period_cramps"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_(
        "Back pain that comes with period cramps can often be helped. A doctor or nurse can talk "
        "it over with you."
    ),
    clinician=_(
        "Dysmenorrhea with referred back pain; ask in private about pregnancy, missed or heavy "
        "periods, endometriosis."
    ),
    sources=(GP_KNOW,),
    fires=("belly_chest=period_cramps",),
    silent=("belly_chest=not_sure",),
)

SPORT_02 = Rule(
    id="PEDS-SPORT-02",
    when=CHILD_AGE_YEARS.at_least(6) & PAIN_TRIGGERS.has("bending_back"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-SPORT-01",
    patient=_(
        "Pain when leaning back can be a stress injury of the spine. Stop sports that arch the "
        "back until a doctor or nurse has heard about it."
    ),
    clinician=_(
        "Extension pain, short and mild: early spondylolysis possible; rest from extension, exam "
        "if not settled in 2 weeks."
    ),
    sources=(SCH, SPOND),
    fires=(
        "pain_triggers=bending_back",
        "child_age_years=6; pain_triggers=bending_back",
    ),
    silent=(
        "child_age_years=12",
        "child_age_years=5; pain_triggers=bending_back",
    ),
)

SHAPE_03 = Rule(
    id="PEDS-SHAPE-03",
    when=BACK_SHAPE.is_("long_standing") | HISTORY.has("scoliosis"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-SHAPE-02",
    patient=_("With a known curve of the spine, a doctor or nurse should hear about new back pain."),
    clinician=_("Known curve with short, mild pain."),
    sources=(PMM_S, SCHEU),
    fires=(
        "history=scoliosis",
        "back_shape=long_standing",
    ),
    silent=("history=not_sure",),
)

INFL_03 = Rule(
    id="PEDS-INFL-03",
    when=HISTORY.has("arthritis_ibd"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    floor_of="PEDS-INFL-01",
    patient=Voiced(
        _("Because of your child's health history, a doctor or nurse should hear about this pain."),
        _("Because of your health history, a doctor or nurse should hear about this pain."),
    ),
    clinician=_("Arthritis, psoriasis, IBD, or uveitis with short, mechanical pain."),
    sources=(SPA,),
    fires=("history=arthritis_ibd",),
    silent=("history=not_sure",),
)

MOOD_02 = Rule(
    id="PEDS-MOOD-02",
    when=MOOD.is_("a_lot"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("The pain is real, and stress can add to it. A doctor or nurse can help with both."),
    clinician=_("Psychosocial contributor (yellow flag); do not use to dismiss red flags."),
    sources=(SEA, FROSCH22),
    fires=("mood=a_lot",),
    silent=("mood=no",),
)

MED_01 = Rule(
    id="PEDS-MED-01",
    when=MEDICINES_GIVEN.has("aspirin"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=Voiced(
        _(
            "Please do not give any more aspirin to a child or teen unless a doctor told you to. "
            "Tell a doctor or nurse that it was given."
        ),
        _(
            "Please do not take any more aspirin unless a doctor told you to. Tell a doctor or nurse "
            "that you took it."
        ),
    ),
    clinician=_("Aspirin exposure under 19: Reye's counseling; ask about viral illness and varicella."),
    sources=(REYE,),
    fires=("medicines_given=aspirin",),
    silent=("medicines_given=not_sure",),
)

IMG_03 = Rule(
    id="PEDS-IMG-03",
    when=PRIOR_IMAGING.is_("xray_normal", "xray_unclear", "mri_ct", "not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=Voiced(
        _(
            "Your child has had, or may have had, tests for this pain. A doctor or nurse should go "
            "over them with you."
        ),
        _(
            "You have had, or may have had, tests for this pain. A doctor or nurse should go over "
            "them with you."
        ),
    ),
    clinician=_("Earlier imaging, or not sure whether there was any: review."),
    sources=(SEED_002,),
    fires=("prior_imaging=xray_normal|xray_unclear|mri_ct|not_sure",),
    silent=("prior_imaging=xray_abnormal",),
)

HX_05 = Rule(
    id="PEDS-HX-05",
    when=HISTORY.has("down"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=Voiced(
        _("Because of your child's health history, a doctor or nurse should hear about this pain."),
        _("Because of your health history, a doctor or nurse should hear about this pain."),
    ),
    clinician=_("Down syndrome without neck pain."),
    sources=(GP_KNOW,),
    fires=("history=down",),
    silent=("history=not_sure",),
)

UNSURE_03 = Rule(
    id="PEDS-UNSURE-03",
    when=LOCATION.has("not_sure")
    | PAIN_TRIGGERS.has("not_sure")
    | MORNING_STIFFNESS.is_("not_sure")
    | BACK_SKIN.has("not_looked", "not_sure")
    | BACK_SHAPE.is_("not_sure")
    | URINE.has("not_sure")
    | BELLY_CHEST.has("not_sure")
    | MEDICINES_GIVEN.has("not_sure")
    | INJURY_WHEN.is_("not_sure"),
    level=Level.VIRTUAL_VISIT,
    hours=72,
    patient=_("You were not sure about some answers. A doctor or nurse can go through them with you."),
    clinician=_("Non-emergency item not sure or blank."),
    sources=(SAFETY_POLICY,),
    fires=(
        "medicines_given=not_sure",
        "location=not_sure",
        "pain_triggers=not_sure",
        "morning_stiffness=not_sure",
        "back_skin=not_looked|not_sure",
        "back_shape=not_sure",
        "urine=not_sure",
        "belly_chest=not_sure",
        "injury=major; injury_when=not_sure",
    ),
    silent=("medicines_given=acetaminophen",),
)

DEFAULT_01 = Rule(
    id="PEDS-DEFAULT-01",
    when=NOTHING_FIRED & ~HOME_OK,
    level=Level.VIRTUAL_VISIT,
    hours=72,
    finished_only=True,
    patient=Voiced(
        _(
            "Your answers do not show a warning sign, but a doctor or nurse should hear about your "
            "child's pain."
        ),
        _("Your answers do not show a warning sign, but a doctor or nurse should hear about your pain."),
    ),
    clinician=_("Safety net: no rule fired and self-care conditions not all met."),
    sources=(SAFETY_POLICY,),
    silent=("injury=strain_overuse|no_cause",),
)

RULES = (
    CONSTIP_01,
    INF_10,
    PERIOD_01,
    SPORT_02,
    SHAPE_03,
    INFL_03,
    MOOD_02,
    MED_01,
    IMG_03,
    HX_05,
    UNSURE_03,
    DEFAULT_01,
)
