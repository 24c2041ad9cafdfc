"""Adult questions: kidney, belly and other signs (adult section 1)."""

from __future__ import annotations

from triage.adult.sections import HEALTH
from triage.model import Choice, Kind, Page, Question
from triage.sources import NHS_BACK_PAIN, NICE_NG234, SEED_004, SHAW_2020
from triage.words import Voiced, _

URINARY = Question(
    key="urinary",
    kind=Kind.MULTI,
    text=Voiced(
        _("Do you have any of these kidney or belly signs?"),
        _("Do they have any of these kidney or belly signs?"),
    ),
    hint=_(
        "Since this back pain started, or in the last 2 weeks. Choose all that fit. Pain in the side, under "
        "the ribs, is part of the question about where the pain is."
    ),
    short=_("Urinary or abdominal signs"),
    required=True,
    informational="none",
    core=True,
    options=(
        Choice(
            key="burning",
            text=_("Burning or very frequent peeing"),
            short=_("dysuria or frequency"),
            points=3,
        ),
        Choice(key="blood", text=_("Blood in the pee (pink or red)"), short=_("visible hematuria"), points=3),
        Choice(
            key="dark",
            text=_("Dark pee, like cola or tea"),
            short=_("dark, cola-colored urine"),
            points=4,
        ),
        Choice(
            key="waves",
            text=_("Pain in strong waves, maybe to the groin"),
            short=_("colicky pain"),
            points=4,
        ),
        Choice(
            key="vomiting",
            text=_("Throwing up, or cannot keep fluids down"),
            short=_("vomiting"),
            points=4,
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
    ),
    why=_("Pain from a kidney or from the belly can feel like back pain."),
    sources=(SEED_004.on("retroperitoneal"), SHAW_2020),
)

OTHER_SIGNS = Question(
    key="other_signs",
    kind=Kind.MULTI,
    text=Voiced(_("Do you have any of these other signs?"), _("Do they have any of these other signs?")),
    hint=_("Since this back pain started, or in the last 2 weeks. Choose all that fit."),
    short=_("Other signs"),
    required=True,
    informational="none",
    core=True,
    options=(
        Choice(
            key="rash",
            text=_("Painful rash or blisters near the pain"),
            short=_("painful rash or blisters"),
            points=2,
        ),
        Choice(
            key="shape_change",
            text=_("New lump, hump, swelling or lost height"),
            short=_("new deformity, lump or lost height"),
            points=3,
        ),
        Choice(
            key="band_like",
            text=_("Pain like a tight band around the chest or belly"),
            short=_("band-like pain"),
            points=4,
        ),
        Choice(key="red_eye", text=_("Red, painful eye"), short=_("red, painful eye"), points=4),
        Choice(
            key="unwell",
            text=_("Feeling ill, or drenching night sweats (not just tired or sleeping badly)"),
            short=_("feeling ill or drenching night sweats"),
            points=3,
        ),
        Choice(
            key="breath_pain",
            text=Voiced(_("Sharp pain when you breathe in"), _("Sharp pain when they breathe in")),
            short=_("pleuritic pain"),
            points=6,
        ),
        Choice(
            key="leg_swollen",
            text=_("One leg or calf newly swollen, warm or sore"),
            short=_("new one-sided leg swelling, warmth or soreness"),
            points=6,
        ),
        Choice(
            key="effort_pain",
            text=_(
                "Pain or pressure in the upper back, neck or arm that comes with effort such as stairs and "
                "goes within minutes of rest"
            ),
            short=_("exertional upper back, neck or arm pain"),
            points=6,
        ),
        Choice(
            key="belly_jaundice",
            text=_("Yellow skin or eyes, or upper belly pain that goes through to the back"),
            short=_("jaundice or upper abdominal pain through to the back"),
            points=6,
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
    ),
    why=_("These signs can show that the pain comes from somewhere other than the muscles and joints."),
    help=_(
        "A tight band is pain that runs around the body like a belt that is too tight. Drenching sweats "
        "make night clothes or sheets wet."
    ),
    sources=(SEED_004.on("deformity, systemic symptoms, referred pain"), NHS_BACK_PAIN, NICE_NG234),
)


PAGES = (
    Page(code="a27", section=HEALTH, questions=(URINARY,)),
    Page(code="a28", section=HEALTH, questions=(OTHER_SIGNS,)),
)
