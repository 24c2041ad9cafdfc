"""Pediatric questions: urine, belly, chest and history (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.sections import HEALTH
from triage.sources import AAFP07, EBM_SEA, GP_KNOW, KH_KID, PNEU, SCD, SCH, SEED_002, SEED_004, STJ, UTI
from triage.words import Voiced, _

URINE = Question(
    key="urine",
    kind=Kind.MULTI,
    text=_("Any changes with peeing?"),
    hint=_("Choose all that apply."),
    short=_("Peeing"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="burning",
            text=_("Pain, burning, or crying when peeing"),
            short=_("pain, burning, or crying when peeing"),
        ),
        Choice(
            key="often_smelly",
            text=_("Has to go often but little comes out, or cloudy or bad-smelling pee"),
            short=_("frequent small amounts, or cloudy or smelly urine"),
        ),
        Choice(
            key="thirst_pee",
            text=_("Very thirsty and peeing much more than usual, also at night"),
            short=_("great thirst with much urine, also at night"),
        ),
        Choice(
            key="blood_urine",
            text=_("Pink, red, or brown pee"),
            hint=_("Not from a period."),
            short=_("pink, red, or brown urine"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Kidney problems can feel like back pain. Great thirst with a lot of pee should be checked too."),
    sources=(SCH, UTI, KH_KID, GP_KNOW),
)

BELLY_CHEST = Question(
    key="belly_chest",
    kind=Kind.MULTI,
    text=Voiced(_("Does your child also have any of these?"), _("Do you also have any of these?")),
    hint=_("Choose all that apply."),
    short=_("Belly and chest"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="cough_breath",
            text=_("Pain when breathing in, or a cough with fast breathing"),
            short=_("pain when breathing in, or cough with fast breathing"),
        ),
        Choice(
            key="vomiting",
            text=_("Throwing up again and again, or cannot keep fluids down"),
            short=_("repeated vomiting, or cannot keep fluids down"),
        ),
        Choice(
            key="green_bloody",
            text=_("Green or bloody throw-up, or blood in the poop"),
            short=_("green or bloody vomit, or blood in the stool"),
        ),
        Choice(
            key="belly_pain",
            text=_("Belly pain"),
            hint=_("Not the usual period cramps."),
            short=_("belly pain"),
        ),
        Choice(
            key="period_cramps",
            text=_("The usual period cramps, like in other months"),
            short=_("usual period cramps"),
            offered_when=CHILD_AGE_YEARS.at_least(9),
            else_counts_as="belly_pain",
        ),
        Choice(key="constipation", text=_("Hard or rare poops (constipation)"), short=_("constipation")),
        Choice(
            key="testicle_pain",
            text=_("Pain or swelling in a testicle"),
            short=_("testicle pain or swelling"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Problems in the chest, belly, or a testicle can be felt in the back."),
    sources=(PNEU, SEED_004, GP_KNOW),
)

HISTORY = Question(
    key="history",
    kind=Kind.MULTI,
    text=Voiced(
        _("Does your child have any of these, now or in the past?"),
        _("Do you have any of these, now or in the past?"),
    ),
    hint=_("Choose all that apply."),
    short=_("Health history"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="cancer",
            text=_("Cancer or leukemia, now or in the past"),
            hint=_("Leukemia is a cancer of the blood."),
            short=_("cancer or leukemia, now or past"),
        ),
        Choice(
            key="weak_immune",
            text=_("A weak immune system, an organ transplant, or no spleen"),
            hint=_(
                "The immune system fights germs. Also choose this for medicine that makes it weak, such "
                "as chemotherapy or long-term steroids."
            ),
            short=_("weak immune system, transplant, no spleen, or immune-lowering medicine"),
        ),
        Choice(key="sickle_cell", text=_("Sickle cell disease"), short=_("sickle cell disease")),
        Choice(
            key="spine_device",
            text=_(
                "A shunt (ever), or surgery, a needle, or an injection (shot) in the spine in the past year"
            ),
            hint=_("A shunt is a tube that drains fluid from the brain."),
            short=_("shunt ever, or spine surgery, needle, or injection in the past year"),
        ),
        Choice(
            key="bleeding",
            text=Voiced(
                _("A bleeding disorder, or takes a blood thinner"),
                _("A bleeding disorder, or you take a blood thinner"),
            ),
            hint=_(
                "With a bleeding disorder, a cut keeps bleeding longer than usual. A blood thinner is "
                "medicine that makes blood slow to clot."
            ),
            short=_("bleeding disorder or blood thinner"),
        ),
        Choice(
            key="spina_tether",
            text=_("Spina bifida, tethered cord, or neurofibromatosis"),
            hint=_(
                "In spina bifida or a tethered cord, the spine did not form as usual before birth. "
                "Neurofibromatosis makes lumps grow on nerves."
            ),
            short=_("spina bifida, tethered cord, or neurofibromatosis"),
        ),
        Choice(
            key="bone_fragile",
            text=_("Brittle or thin bones"),
            hint=_("Bones that break more easily than usual."),
            short=_("brittle or thin bones"),
        ),
        Choice(
            key="arthritis_ibd",
            text=_("Juvenile arthritis, psoriasis, Crohn's or colitis, or uveitis"),
            hint=_(
                "Juvenile arthritis is swelling of the joints in young people. Psoriasis is a skin "
                "disease. Crohn's and colitis are bowel diseases. Uveitis is swelling inside the eye."
            ),
            short=_("juvenile arthritis, psoriasis, Crohn's, colitis, or uveitis"),
        ),
        Choice(
            key="scoliosis",
            text=_("Scoliosis, kyphosis, or another spine condition"),
            hint=_("Scoliosis is a sideways curve. Kyphosis is a very rounded back."),
            short=_("scoliosis, kyphosis, or another spine condition"),
        ),
        Choice(
            key="connective",
            text=_("Marfan, or another disease with loose joints"),
            hint=_("It may be called a connective tissue disease."),
            short=_("Marfan or another connective tissue disease"),
        ),
        Choice(key="down", text=_("Down syndrome"), short=_("Down syndrome")),
        Choice(
            key="tb_contact",
            text=_("Tuberculosis (TB), or close contact with someone who has it"),
            hint=_("TB is an infection, most often of the lungs."),
            short=_("tuberculosis or close contact"),
        ),
        Choice(
            key="recent_infection",
            text=_("A skin boil, or a serious infection, in the last month"),
            hint=_("A boil is a big, sore lump filled with pus."),
            short=_("skin boil or serious infection in the last month"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("With some of these, new back pain should be seen sooner."),
    help=_("Choose “Not sure” if you do not know whether one of these fits."),
    sources=(SEED_002, SCD, STJ, EBM_SEA, AAFP07),
)


PAGES = (
    Page(code="c25", section=HEALTH, questions=(URINE,)),
    Page(code="c26", section=HEALTH, questions=(BELLY_CHEST,)),
    Page(code="c27", section=HEALTH, questions=(HISTORY,)),
)
