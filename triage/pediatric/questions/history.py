"""Pediatric questions: urine, belly, chest and history (pediatric section 1)."""

from __future__ import annotations

from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.model import Choice, Kind, Question
from triage.sources import AAFP07, EBM_SEA, GP_KNOW, KH_KID, PNEU, SCD, SCH, SEED_002, SEED_004, STJ, UTI
from triage.words import _

URINE = Question(
    key="urine",
    kind=Kind.MULTI,
    text=_("Any changes with peeing? Check all that apply."),
    short="urine",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="burning", text=_("Pain, burning, or crying when peeing"), short="burning"),
        Choice(
            key="often_smelly",
            text=_("Has to go often but little comes out, or cloudy or bad-smelling pee"),
            short="often smelly",
        ),
        Choice(
            key="thirst_pee",
            text=_("Very thirsty and peeing much more than usual, also at night"),
            short="thirst pee",
        ),
        Choice(key="blood_urine", text=_("Pink, red, or brown pee (not from a period)"), short="blood urine"),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_(
        "Kidney infection and stones can feel like back pain. Great thirst with a lot of pee can "
        "be new diabetes."
    ),
    sources=(SCH, UTI, KH_KID, GP_KNOW),
)

BELLY_CHEST = Question(
    key="belly_chest",
    kind=Kind.MULTI,
    text=_("Any of these too? Check all that apply."),
    short="belly chest",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="cough_breath",
            text=_("Pain when breathing in, or a cough with fast breathing"),
            short="cough breath",
        ),
        Choice(
            key="vomiting",
            text=_("Throwing up again and again, or cannot keep fluids down"),
            short="vomiting",
        ),
        Choice(
            key="green_bloody", text=_("Green or bloody throw-up, or blood in the poop"), short="green bloody"
        ),
        Choice(key="belly_pain", text=_("Belly pain (not usual period cramps)"), short="belly pain"),
        Choice(
            key="period_cramps",
            text=_("Her usual period cramps, like other months"),
            short="period cramps",
            offered_when=CHILD_AGE_YEARS.at_least(9),
            else_counts_as="belly_pain",
        ),
        Choice(key="constipation", text=_("Hard or rare poops (constipation)"), short="constipation"),
        Choice(key="testicle_pain", text=_("Pain or swelling in a testicle"), short="testicle pain"),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Lung, belly, and testicle problems can be felt in the back."),
    sources=(PNEU, SEED_004, GP_KNOW),
)

HISTORY = Question(
    key="history",
    kind=Kind.MULTI,
    text=_("Does your child have, or has your child had, any of these? Check all that apply."),
    short="history",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="cancer", text=_("Cancer or leukemia, now or in the past"), short="cancer"),
        Choice(
            key="weak_immune",
            text=_(
                "A weak immune system, an organ transplant, no spleen, or medicine that lowers "
                "immunity (such as chemotherapy or long-term steroids)"
            ),
            short="weak immune",
        ),
        Choice(key="sickle_cell", text=_("Sickle cell disease"), short="sickle cell"),
        Choice(
            key="spine_device",
            text=_("A shunt (ever), or spine surgery, needle, or injection in the past year"),
            short="spine device",
        ),
        Choice(key="bleeding", text=_("A bleeding disorder, or takes a blood thinner"), short="bleeding"),
        Choice(
            key="spina_tether",
            text=_("Spina bifida, tethered cord, or neurofibromatosis"),
            short="spina tether",
        ),
        Choice(key="bone_fragile", text=_("Brittle or thin bones"), short="bone fragile"),
        Choice(
            key="arthritis_ibd",
            text=_(
                "Juvenile arthritis, psoriasis, bowel disease (Crohn's or colitis), or eye "
                "inflammation (uveitis)"
            ),
            short="arthritis ibd",
        ),
        Choice(key="scoliosis", text=_("Scoliosis, kyphosis, or another spine condition"), short="scoliosis"),
        Choice(
            key="connective",
            text=_("Marfan or another loose-joint (connective tissue) disease"),
            short="connective",
        ),
        Choice(key="down", text=_("Down syndrome"), short="down"),
        Choice(
            key="tb_contact",
            text=_("Tuberculosis, or close contact with someone who has it"),
            short="tb contact",
        ),
        Choice(
            key="recent_infection",
            text=_("A skin boil, or a serious infection, in the last month"),
            short="recent infection",
        ),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Past cancer or weak immunity is a red flag; the others change the risk."),
    sources=(SEED_002, SCD, STJ, EBM_SEA, AAFP07),
)
