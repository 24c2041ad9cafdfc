"""Adult questions: health conditions (adult section 1)."""

from __future__ import annotations

from triage.adult.sections import HEALTH
from triage.model import Choice, Kind, Page, Question
from triage.sources import IFOMPT, NICE_NG156, SEED_003, SEED_004
from triage.words import Voiced, _

BONES = _("Bones")
BLOOD_AND_IMMUNE = _("Infection, blood and immune system")
HEART_AND_VESSELS = _("Heart and blood vessels")
BELLY_ORGANS = _("Kidneys, stomach and liver")
JOINTS_SKIN_GUT = _("Joints, skin and gut")

CONDITIONS = Question(
    key="conditions",
    kind=Kind.MULTI,
    text=Voiced(
        _("Do any of these health conditions apply to you?"),
        _("Do any of these health conditions apply to them?"),
    ),
    hint=_("Choose all that apply."),
    short=_("Health conditions"),
    required=True,
    informational="none",
    core=True,
    options=(
        Choice(
            key="osteoporosis",
            text=_("Osteoporosis (thin, weak bones)"),
            short=_("osteoporosis"),
            group=BONES,
            points=4,
        ),
        Choice(
            key="fragility_fracture",
            text=_("A bone broken in a small fall after age 50"),
            short=_("fragility fracture after 50"),
            group=BONES,
            points=4,
        ),
        Choice(
            key="steroids_3m",
            text=_("Steroid tablets (like prednisone) for 3 months or more, now or in the past year"),
            short=_("systemic steroids 3 months or more (now or past year)"),
            group=BONES,
            points=5,
        ),
        Choice(
            key="fused_spine",
            text=_("Ankylosing spondylitis, or a spine that an illness has made stiff like a rod"),
            hint=_(
                "This illness is a long-lasting swelling of the joints of the spine. Surgery to fuse the "
                "spine does not count here."
            ),
            short=_("ankylosed spine"),
            group=BONES,
            points=3,
        ),
        Choice(
            key="spine_surgery_past",
            text=_("Spine surgery over a year ago"),
            short=_("spine surgery over a year ago"),
            group=BONES,
        ),
        Choice(
            key="immune_low",
            text=_("A weak immune system (chemo, transplant, HIV, biologic drugs)"),
            short=_("immunosuppression"),
            group=BLOOD_AND_IMMUNE,
            points=5,
        ),
        Choice(
            key="tb",
            text=_("Tuberculosis (TB), now or ever"),
            short=_("tuberculosis, ever"),
            group=BLOOD_AND_IMMUNE,
            points=5,
        ),
        Choice(
            key="dialysis_line",
            text=_("Dialysis, or a long-term line or port"),
            hint=_("A line or port is a thin tube that stays in a vein."),
            short=_("dialysis or long-term line or port"),
            group=BLOOD_AND_IMMUNE,
            points=5,
        ),
        Choice(
            key="diabetes",
            text=_("Diabetes"),
            short=_("diabetes"),
            group=BLOOD_AND_IMMUNE,
            points=1,
        ),
        Choice(
            key="sickle_cell",
            text=_("Sickle cell disease (not only the trait)"),
            short=_("sickle cell disease"),
            group=BLOOD_AND_IMMUNE,
            points=5,
        ),
        Choice(
            key="aaa_known",
            text=_("A known aneurysm (bulge) of the aorta in the belly or chest, not in the brain"),
            hint=_("The aorta is the main artery from the heart."),
            short=_("known aortic aneurysm"),
            group=HEART_AND_VESSELS,
            points=20,
        ),
        Choice(
            key="connective_tissue",
            text=_(
                "Marfan or vascular Ehlers-Danlos. Or a parent, brother or sister has had a tear or bulge "
                "(aneurysm) of the aorta"
            ),
            short=_("aortopathy risk (Marfan, vascular Ehlers-Danlos, family aortic disease)"),
            group=HEART_AND_VESSELS,
            points=4,
        ),
        Choice(
            key="high_bp",
            text=_("High blood pressure"),
            short=_("high blood pressure"),
            group=HEART_AND_VESSELS,
            points=1,
        ),
        Choice(
            key="smoker_ever",
            text=_("Smoking, now or in the past"),
            short=_("smoker, current or past"),
            group=HEART_AND_VESSELS,
            points=1,
        ),
        Choice(
            key="heart_disease",
            text=_("Heart disease"),
            short=_("heart disease"),
            group=HEART_AND_VESSELS,
        ),
        Choice(
            key="kidney_disease",
            text=_("Kidney disease, or only one kidney"),
            short=_("kidney disease or single kidney"),
            group=BELLY_ORGANS,
            points=1,
        ),
        Choice(
            key="kidney_stones",
            text=_("Kidney stones that a doctor has found, now or in the past"),
            short=_("known kidney stones"),
            group=BELLY_ORGANS,
            points=1,
        ),
        Choice(
            key="ulcer_bleed",
            text=_("A stomach ulcer, or bleeding in the stomach or gut"),
            short=_("peptic ulcer or GI bleed"),
            group=BELLY_ORGANS,
        ),
        Choice(
            key="liver_disease",
            text=_("Liver disease"),
            short=_("liver disease"),
            group=BELLY_ORGANS,
        ),
        Choice(
            key="psoriasis_ibd",
            text=_("Psoriasis, Crohn's disease or colitis"),
            short=_("psoriasis or inflammatory bowel disease"),
            group=JOINTS_SKIN_GUT,
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
    ),
    why=_(
        "Some illnesses and medicines change what back pain can come from. They also change which pain "
        "medicine is safe."
    ),
    help=_(
        "Steroid tablets calm swelling (inflammation), for example in asthma or arthritis (sore, swollen "
        "joints). They are not the steroids used to build muscle. The immune system fights germs. Biologic "
        "drugs are strong medicines for illnesses such as arthritis, psoriasis or colitis. They are often "
        "given as a shot. In Marfan and vascular Ehlers-Danlos, the tissue that holds the body together is "
        "weak. Psoriasis gives scaly patches on the skin. In Crohn's disease and colitis the gut is sore "
        "and swollen for a long time."
    ),
    sources=(SEED_003, SEED_004, IFOMPT, NICE_NG156),
)


PAGES = (Page(code="a24", section=HEALTH, questions=(CONDITIONS,)),)
