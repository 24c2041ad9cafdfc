"""Pediatric questions: general health, skin and shape of the back (pediatric section 1)."""

from __future__ import annotations

from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.model import Choice, Kind, Question
from triage.sources import AJNR10, ALL, GIGHZ_SKIN, NICE_NG12, PMM_S, SAC, SCHEU, SEED_002, TEN4
from triage.words import _

SYSTEMIC = Question(
    key="systemic",
    kind=Kind.MULTI,
    text=_("In the last few weeks, have you noticed any of these? Check all that apply."),
    short="systemic",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="weight_loss",
            text=_("Losing weight without trying (or a baby not gaining)"),
            short="weight loss",
        ),
        Choice(
            key="very_tired",
            text=_(
                "Much more tired or unwell than usual for 3 days or more, and it stops normal play or school"
            ),
            short="very tired",
        ),
        Choice(key="shaking_chills", text=_("Shaking chills"), short="shaking chills"),
        Choice(
            key="night_sweats", text=_("Sweats at night that soak clothes or sheets"), short="night sweats"
        ),
        Choice(key="pale", text=_("Looks unusually pale"), short="pale"),
        Choice(
            key="easy_bruising",
            text=_(
                "Bruises (also bruises around the eyes), nosebleeds, bleeding gums, or tiny red dots "
                "without a reason"
            ),
            short="easy bruising",
        ),
        Choice(
            key="swollen_glands",
            text=_("Swollen lumps in the neck, armpit, or groin for more than 2 weeks"),
            short="swollen glands",
        ),
        Choice(key="belly_lump", text=_("A lump or swelling in the belly"), short="belly lump"),
        Choice(
            key="bone_joint_pain",
            text=_("Pain in other bones that is not from sport or injury, or swollen joints"),
            short="bone joint pain",
        ),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("General illness with back pain can mean infection, leukemia, another tumor, or arthritis."),
    sources=(SEED_002, NICE_NG12, AJNR10, ALL),
)

BACK_SKIN = Question(
    key="back_skin",
    kind=Kind.MULTI,
    text=_(
        "Please look at your child's bare back, from the neck to the crease of the buttocks. "
        "Only if your child is OK with it. A teen can use a mirror. Do you see or feel any of "
        "these? Check all that apply."
    ),
    short="back skin",
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="lump", text=_("A lump or swelling"), short="lump"),
        Choice(key="hairy_patch", text=_("A patch of hair over the spine"), short="hairy patch"),
        Choice(
            key="dimple",
            text=_(
                "A deep pit, or a pit more than 1 inch (2.5 cm) above the anus (not a shallow dimple "
                "in the crease)"
            ),
            short="dimple",
        ),
        Choice(key="draining", text=_("A small opening that leaks fluid"), short="draining"),
        Choice(
            key="birthmark_midline",
            text=_(
                "A raised or red birthmark, skin tag, or tail right over the lower spine (not a flat "
                "mole, flat pink stork mark, or flat blue-gray patch)"
            ),
            short="birthmark midline",
        ),
        Choice(
            key="red_warm_swollen", text=_("Skin that is red, hot, and swollen"), short="red warm swollen"
        ),
        Choice(
            key="spine_tender",
            text=_(
                "One spot on the bone in the middle that is very sore to a light tap (not the "
                "muscles beside it)"
            ),
            short="spine tender",
        ),
        Choice(key="bruise", text=_("A bruise (also a seat-belt mark on the belly)"), short="bruise"),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_looked", text=_("We have not looked yet"), short="not looked"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Lump, hairy patch, dimple, or draining opening needs a different work-up (spinal dysraphism)."),
    sources=(SEED_002, GIGHZ_SKIN, SAC, TEN4),
)

BACK_SHAPE = Question(
    key="back_shape",
    kind=Kind.SINGLE,
    text=_("Has the shape of your child's back changed?"),
    short="back shape",
    required=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(2),
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(
            key="new_curve",
            text=_("Yes, it is newly curved or leaning, or a curve is getting worse fast"),
            short="new curve",
        ),
        Choice(
            key="rounded_upper",
            text=_("The upper back is very rounded and stays round even when lying flat or leaning back"),
            short="rounded upper",
        ),
        Choice(
            key="long_standing",
            text=_("There is a curve we have known about for a long time"),
            short="long standing",
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("A new painful curve needs same-day care; a fixed round back suggests Scheuermann."),
    sources=(PMM_S, SCHEU, AJNR10),
)
