"""Adult questions: other signs, pregnancy, medicines (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.about_you import AGE_YEARS, SEX
from triage.adult.questions.body import CANCER
from triage.model import Choice, Kind, Question
from triage.sources import ACOG, FDA_2020, NHS_BACK_PAIN, NICE_NG234, SEED_001, SEED_003, SEED_004, SHAW_2020
from triage.words import _

URINARY = Question(
    key="urinary",
    kind=Kind.MULTI,
    text=_("Do you have any of these?"),
    short="urinary",
    required=True,
    core=True,
    options=(
        Choice(key="burning", text=_("Burning or very frequent peeing"), short="burning", points=3),
        Choice(key="blood", text=_("Blood in pee (pink or red)"), short="blood", points=3),
        Choice(key="dark", text=_("Dark pee, like cola or tea"), short="dark", points=4),
        Choice(key="waves", text=_("Pain in strong waves, maybe to the groin"), short="waves", points=4),
        Choice(key="vomiting", text=_("Throwing up or cannot keep fluids down"), short="vomiting", points=4),
        Choice(key="none", text=_("(side pain under the ribs is marked on the body map, C1"), short="none"),
        Choice(key="flank", text=_(")"), short="flank"),
    ),
    why=_("Kidney and belly causes"),
    sources=(SEED_004.on("retroperitoneal"), SHAW_2020),
)

OTHER_SIGNS = Question(
    key="other_signs",
    kind=Kind.MULTI,
    text=_("Do you have any of these?"),
    short="other signs",
    required=True,
    core=True,
    options=(
        Choice(key="rash", text=_("Painful rash or blisters near the pain"), short="rash", points=2),
        Choice(
            key="shape_change",
            text=_("New lump, hump, swelling or lost height"),
            short="shape change",
            points=3,
        ),
        Choice(
            key="band_like",
            text=_("Pain like a tight band around chest or belly"),
            short="band like",
            points=4,
        ),
        Choice(key="red_eye", text=_("Red, painful eye"), short="red eye", points=4),
        Choice(
            key="unwell",
            text=_("Feeling ill, or drenching night sweats (not just tired or sleeping badly)"),
            short="unwell",
            points=3,
        ),
        Choice(key="breath_pain", text=_("Sharp pain when you breathe in"), short="breath pain", points=6),
        Choice(
            key="leg_swollen",
            text=_("One leg or calf newly swollen, warm or sore"),
            short="leg swollen",
            points=6,
        ),
        Choice(
            key="effort_pain",
            text=_(
                "Pain or pressure in the upper back, neck or arm that comes with effort such as "
                "stairs and goes within minutes of rest"
            ),
            short="effort pain",
            points=6,
        ),
        Choice(
            key="belly_jaundice",
            text=_("Yellow skin or eyes, or upper belly pain that goes through to the back"),
            short="belly jaundice",
            points=6,
        ),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("Shingles, deformity, cord/mets, uveitis, systemic illness, clot, heart, belly"),
    sources=(SEED_004.on("deformity, systemic symptoms, referred pain"), NHS_BACK_PAIN, NICE_NG234),
)

PREGNANCY = Question(
    key="pregnancy",
    kind=Kind.SINGLE,
    text=_(
        "Are you, or could you be, pregnant, or have you given birth or lost a pregnancy in the "
        "last 6 weeks? (Private.)"
    ),
    short="pregnancy",
    required=True,
    core=True,
    shown_when=~SEX.is_("male") & AGE_YEARS.at_least(12) & AGE_YEARS.below(56),
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="could_be", text=_("Could be"), short="could be", points=2),
        Choice(key="under_20w", text=_("Under 20w"), short="under 20w", points=3),
        Choice(key="over_20w", text=_("20 weeks or more"), short="over 20w", points=4),
        Choice(key="postpartum", text=_("Postpartum"), short="postpartum", points=3),
        Choice(key="prefer_not", text=_("Prefer not"), short="prefer not", points=2),
    ),
    why=_("Obstetric causes, NSAID safety"),
    sources=(ACOG, FDA_2020),
)

PREGNANCY_SIGNS = Question(
    key="pregnancy_signs",
    kind=Kind.MULTI,
    text=_("Any of these?"),
    short="pregnancy signs",
    required=True,
    core=True,
    shown_when=PREGNANCY.is_("could_be", "under_20w", "over_20w", "postpartum", "prefer_not"),
    options=(
        Choice(
            key="bleeding",
            text=_(
                "Bleeding from the vagina (after birth: heavy, soaking a pad in an hour, or with large clots)"
            ),
            short="bleeding",
            points=20,
        ),
        Choice(key="fluid", text=_("Leaking fluid"), short="fluid", points=20),
        Choice(
            key="contractions",
            text=_("Tightening or pain that comes and goes regularly"),
            short="contractions",
            points=20,
        ),
        Choice(key="less_movement", text=_("Baby moving less"), short="less movement", points=20),
        Choice(
            key="one_sided_belly",
            text=_("One-sided low belly or shoulder-tip pain"),
            short="one sided belly",
            points=20,
        ),
        Choice(
            key="headache_vision",
            text=_("Bad headache, blurred vision or sudden swelling"),
            short="headache vision",
            points=20,
        ),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("Preterm labor, ectopic, pre-eclampsia"),
    sources=(ACOG,),
)

CANCER_TYPE = Question(
    key="cancer_type",
    kind=Kind.MULTI,
    text=_("Which cancer, and when?"),
    short="cancer type",
    required=False,
    shown_when=CANCER.is_("yes"),
    options=(
        Choice(key="breast", text=_("Breast"), short="breast"),
        Choice(key="lung", text=_("Lung"), short="lung"),
        Choice(key="prostate", text=_("Prostate"), short="prostate"),
        Choice(key="kidney", text=_("Kidney"), short="kidney"),
        Choice(key="thyroid", text=_("Thyroid"), short="thyroid"),
        Choice(key="blood", text=_("Blood"), short="blood"),
        Choice(key="other", text=_("+ text"), short="other"),
    ),
    note_label=_("In your own words"),
    why=_("Bone-seeking cancers"),
    sources=(SEED_003.on("breast, lung, prostate, kidney"),),
)

MEDS_ALLERGIES = Question(
    key="meds_allergies",
    kind=Kind.TEXT,
    text=_("What medicines do you take, and do you have allergies?"),
    short="meds allergies",
    required=False,
    max_length=500,
    why=_("Prepare visit; safety"),
    sources=(SEED_001,),
)

TRIED = Question(
    key="tried",
    kind=Kind.RATED,
    text=_("What have you tried, and did it help?"),
    short="tried",
    required=False,
    options=(
        Choice(key="rest", text=_("Rest"), short="rest"),
        Choice(key="heat", text=_("Heat"), short="heat"),
        Choice(key="cold", text=_("Cold"), short="cold"),
        Choice(key="otc_nsaid", text=_("Otc nsaid"), short="otc nsaid"),
        Choice(key="acetaminophen", text=_("Acetaminophen"), short="acetaminophen"),
        Choice(key="rx_medicine", text=_("Rx medicine"), short="rx medicine"),
        Choice(key="exercise", text=_("Exercise"), short="exercise"),
        Choice(key="pt_chiro", text=_("Pt chiro"), short="pt chiro"),
        Choice(key="injection", text=_("Injection"), short="injection"),
        Choice(key="surgery", text=_("Surgery"), short="surgery"),
        Choice(key="other", text=_("Other"), short="other"),
    ),
    ratings=(
        Choice(key="helped", text=_("helped"), short="helped"),
        Choice(key="some", text=_("some"), short="some"),
        Choice(key="no", text=_("no"), short="no"),
        Choice(key="worse", text=_("worse"), short="worse"),
    ),
    why=_("Treatments tried and response"),
    sources=(SEED_004,),
)
