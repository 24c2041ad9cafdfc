"""Emergency now: signs of grave illness (pediatric section 2.3)."""

from __future__ import annotations

from triage.model import Level, Rule, Transport
from triage.pediatric.questions.health import SYSTEMIC
from triage.pediatric.questions.history import BELLY_CHEST, HISTORY, URINE
from triage.pediatric.questions.nerve import GATE_NERVE
from triage.pediatric.questions.pain import LOCATION, PAIN_SEVERITY, PAIN_TREND
from triage.pediatric.questions.private import MOOD
from triage.pediatric.questions.safety import GATE_NOW
from triage.pediatric.questions.tests_medicine import MEDICINES_GIVEN
from triage.pediatric.questions.walking_fever import WALKING
from triage.pediatric.questions.young_child import INFANT_SIGNS
from triage.sources import GP_KNOW, L988, MSD_MEN, NICE_NG12, SCH, SEA, SEED_004
from triage.words import Voiced, _

EMERG_01 = Rule(
    id="PEDS-EMERG-01",
    when=GATE_NOW.has("trouble_breathing"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_("Trouble breathing, or a blue or gray color, is an emergency. Call {emergency_number} now."),
    clinician=_("Respiratory failure, sepsis, acute chest syndrome, pneumothorax."),
    sources=(SCH, GP_KNOW),
    fires=("gate_now=trouble_breathing",),
    silent=("gate_now=not_sure",),
)

EMERG_02 = Rule(
    id="PEDS-EMERG-02",
    when=GATE_NOW.has("hard_to_wake", "seizure", "looks_very_ill") | INFANT_SIGNS.has("sleepy_floppy"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "A child who is very hard to wake, confused, floppy, having a seizure, or looks very ill "
            "needs emergency help. Call {emergency_number} now."
        ),
        _(
            "Being very hard to wake, confused, floppy, or very ill, or having a seizure, needs emergency "
            "help. Call {emergency_number} now."
        ),
    ),
    clinician=_(
        "Altered consciousness, seizure, or toxic look (gray, mottled, cold, lethargic): sepsis, "
        "meningitis, Reye's syndrome, intracranial cause, poisoning, metabolic cause."
    ),
    sources=(MSD_MEN, GP_KNOW),
    fires=(
        "gate_now=looks_very_ill|hard_to_wake|seizure",
        "child_age_years=1; infant_signs=sleepy_floppy",
    ),
    silent=("gate_now=not_sure",),
)

EMERG_03 = Rule(
    id="PEDS-EMERG-03",
    when=GATE_NOW.has("stiff_neck_ill", "purple_rash"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "A stiff neck when ill, or spots that do not fade, can be a sign of a dangerous infection. Call "
        "{emergency_number} now. Do not wait for the spots to spread."
    ),
    clinician=_(
        "Meningitis or meningococcal sepsis; unexplained petechiae also need immediate leukemia assessment."
    ),
    sources=(MSD_MEN, NICE_NG12),
    fires=("gate_now=purple_rash|stiff_neck_ill",),
    silent=("gate_now=not_sure",),
)

EMERG_04 = Rule(
    id="PEDS-EMERG-04",
    when=GATE_NOW.has("severe_chest_pain"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "Sudden, very bad chest pain, or tearing pain in the chest or upper back, needs emergency help. "
        "Call {emergency_number} now."
    ),
    clinician=_(
        "Pneumothorax, acute chest syndrome, aortic dissection (connective tissue disease), pericarditis."
    ),
    sources=(SEED_004, GP_KNOW),
    fires=("gate_now=severe_chest_pain",),
    silent=("gate_now=not_sure",),
)

EMERG_05 = Rule(
    id="PEDS-EMERG-05",
    when=GATE_NOW.has("hard_belly"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_("A hard, swollen, or very sore belly needs the emergency room now."),
    clinician=_(
        "Acute abdomen (appendicitis, obstruction, pancreatitis, ectopic pregnancy in a teen) "
        "with referred back pain."
    ),
    sources=(SEED_004, GP_KNOW),
    fires=("gate_now=hard_belly",),
    silent=("gate_now=not_sure",),
)

EMERG_06 = Rule(
    id="PEDS-EMERG-06",
    when=INFANT_SIGNS.has("bulging_soft_spot"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=_(
        "A bulging soft spot in a baby who seems to be in pain needs emergency help. Call "
        "{emergency_number} now."
    ),
    clinician=_("Meningitis or raised intracranial pressure in an infant."),
    sources=(MSD_MEN,),
    fires=("child_age_years=1; infant_signs=bulging_soft_spot",),
    silent=("child_age_years=1; infant_signs=not_sure",),
)

EMERG_07 = Rule(
    id="PEDS-EMERG-07",
    when=GATE_NOW.has("sudden_belly_groin") | BELLY_CHEST.has("testicle_pain"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Sudden bad pain in the belly, groin, or a testicle needs the emergency room now. So does a "
        "swollen testicle. Quick care matters."
    ),
    clinician=_(
        "Testicular or ovarian torsion (time-critical), ectopic pregnancy in a teen, "
        "appendicitis, incarcerated hernia."
    ),
    sources=(GP_KNOW,),
    fires=(
        "belly_chest=testicle_pain",
        "gate_now=sudden_belly_groin",
    ),
    silent=("belly_chest=not_sure",),
)

EMERG_08 = Rule(
    id="PEDS-EMERG-08",
    when=GATE_NERVE.has("headache_vomit"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "New headaches at night, in the morning, or with throwing up need the emergency room now. So do "
        "new double vision or crossed eyes."
    ),
    clinician=_(
        "Possible raised intracranial pressure: posterior fossa or other brain tumor, "
        "hydrocephalus, shunt failure. Look at fundi, gait, eye movements; emergency brain "
        "imaging."
    ),
    sources=(GP_KNOW,),
    fires=("gate_nerve=headache_vomit",),
    silent=("gate_nerve=not_sure",),
)

EMERG_09 = Rule(
    id="PEDS-EMERG-09",
    when=BELLY_CHEST.has("green_bloody")
    | (
        BELLY_CHEST.has("vomiting")
        & (
            PAIN_SEVERITY.is_("severe")
            | PAIN_TREND.is_("worse_fast")
            | SYSTEMIC.has("very_tired", "pale", "belly_lump")
            | INFANT_SIGNS.has("constant_irritable", "poor_feeding")
            | GATE_NERVE.has("head_tilt")
            | LOCATION.has("neck")
            | HISTORY.has("spine_device")
        )
    )
    | (
        BELLY_CHEST.has("belly_pain")
        & (PAIN_SEVERITY.is_("severe") | WALKING.is_("limp", "refuses") | PAIN_TREND.is_("worse_fast"))
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Green or bloody throw-up, or blood in the poop, needs the emergency room now. So does throwing "
        "up or belly pain together with another warning sign."
    ),
    clinician=_(
        "Volvulus, intussusception, obstruction, appendicitis (also retrocecal, psoas sign), "
        "torsion, pancreatitis, raised intracranial pressure, shunt failure."
    ),
    sources=(SEED_004, GP_KNOW),
    fires=(
        "belly_chest=green_bloody",
        "belly_chest=vomiting; history=spine_device",
        "pain_severity=severe; belly_chest=vomiting|belly_pain",
        "pain_trend=worse_fast; belly_chest=vomiting|belly_pain",
        "systemic=very_tired|pale|belly_lump; belly_chest=vomiting",
        ("child_age_years=0; infant_signs=constant_irritable|poor_feeding; belly_chest=vomiting"),
        "gate_nerve=head_tilt; belly_chest=vomiting",
        "location=neck; belly_chest=vomiting",
        "walking=limp|refuses; belly_chest=belly_pain",
    ),
    silent=(
        "history=spine_device",
        "pain_trend=worse_fast",
    ),
)

EMERG_10 = Rule(
    id="PEDS-EMERG-10",
    when=URINE.has("thirst_pee")
    & (BELLY_CHEST.has("vomiting", "belly_pain") | SYSTEMIC.has("weight_loss", "very_tired")),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=_(
        "Great thirst and a lot of pee can come from a serious problem with blood sugar. With "
        "belly trouble, weight loss, or being very tired, they need the emergency room now."
    ),
    clinician=_("Possible diabetic ketoacidosis: glucose, ketones, blood gas at once."),
    sources=(GP_KNOW,),
    fires=(
        "systemic=very_tired|weight_loss; urine=thirst_pee",
        "urine=thirst_pee; belly_chest=vomiting|belly_pain",
    ),
    silent=("systemic=very_tired",),
)

EMERG_11 = Rule(
    id="PEDS-EMERG-11",
    when=GATE_NOW.has("swallowed_harm")
    | (
        MEDICINES_GIVEN.has("too_much")
        & (
            BELLY_CHEST.has("vomiting", "belly_pain")
            | SYSTEMIC.has("very_tired", "pale")
            | MOOD.is_("a_lot", "safety_worry", "harm_now")
        )
    ),
    level=Level.EMERGENCY_NOW,
    transport=Transport.ER,
    hours=0,
    patient=Voiced(
        _(
            "Call Poison Control now at 1-800-222-1222. Call {emergency_number} if your child is "
            "very sleepy, has trouble breathing, or took it on purpose. Go to the emergency room."
        ),
        _(
            "Call Poison Control now at 1-800-222-1222. Call {emergency_number} if you are very "
            "sleepy, have trouble breathing, or took it on purpose. Go to the emergency room."
        ),
    ),
    clinician=_(
        "Possible poisoning, overdose, button battery, or magnets; may be intentional. "
        "Acetaminophen can be silent at first. Mental health safety assessment."
    ),
    sources=(GP_KNOW, L988),
    fires=(
        "gate_now=swallowed_harm",
        "medicines_given=too_much; mood=a_lot|safety_worry|harm_now",
        "belly_chest=vomiting|belly_pain; medicines_given=too_much",
        "systemic=very_tired|pale; medicines_given=too_much",
    ),
    silent=("mood=a_lot",),
)

EMERG_12 = Rule(
    id="PEDS-EMERG-12",
    when=MOOD.is_("harm_now"),
    level=Level.EMERGENCY_NOW,
    transport=Transport.CALL_911,
    hours=0,
    patient=Voiced(
        _(
            "If your child has hurt themselves or may do so right now, call {emergency_number}. You can "
            "also call or text 988 at any time. Stay with your child."
        ),
        _(
            "If you have hurt yourself or may do so right now, call {emergency_number}. You can also call "
            "or text 988 at any time. Stay with an adult you trust."
        ),
    ),
    clinician=_("Self-harm now or imminent: emergency medical and mental health assessment; means safety."),
    sources=(L988, SEA),
    fires=("mood=harm_now",),
    silent=("mood=no",),
)

RULES = (
    EMERG_01,
    EMERG_02,
    EMERG_03,
    EMERG_04,
    EMERG_05,
    EMERG_06,
    EMERG_07,
    EMERG_08,
    EMERG_09,
    EMERG_10,
    EMERG_11,
    EMERG_12,
)
