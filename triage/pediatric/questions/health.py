"""Pediatric questions: general health, skin and shape of the back (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.sections import HEALTH
from triage.sources import AJNR10, ALL, GIGHZ_SKIN, NICE_NG12, PMM_S, SAC, SCHEU, SEED_002, TEN4
from triage.words import Voiced, _

SYSTEMIC = Question(
    key="systemic",
    kind=Kind.MULTI,
    text=_("In the last few weeks, have you noticed any of these?"),
    hint=_("Choose all that apply."),
    short=_("General signs, last few weeks"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="weight_loss",
            text=Voiced(
                _("Losing weight without trying (or a baby not gaining weight)"),
                _("Losing weight without trying"),
            ),
            short=_("weight loss or poor gain"),
        ),
        Choice(
            key="very_tired",
            text=_("Much more tired or unwell than usual for 3 days or more"),
            hint=_("So much that it stops normal play or school."),
            short=_("very tired or unwell for 3 days or more"),
        ),
        Choice(key="shaking_chills", text=_("Shaking chills"), short=_("shaking chills")),
        Choice(
            key="night_sweats",
            text=_("Sweats at night that soak clothes or sheets"),
            short=_("drenching night sweats"),
        ),
        Choice(key="pale", text=_("Looking more pale than usual"), short=_("unusually pale")),
        Choice(
            key="easy_bruising",
            text=_("Bruises, nosebleeds, bleeding gums, or tiny red dots without a reason"),
            hint=_("Also bruises around the eyes."),
            short=_("unexplained bruises, bleeding, or red dots"),
        ),
        Choice(
            key="swollen_glands",
            text=_("Swollen lumps in the neck, armpit, or groin for more than 2 weeks"),
            hint=_("The groin is the fold between the belly and the leg."),
            short=_("swollen glands over 2 weeks"),
        ),
        Choice(
            key="belly_lump", text=_("A lump or swelling in the belly"), short=_("belly lump or swelling")
        ),
        Choice(
            key="bone_joint_pain",
            text=_("Pain in other bones that is not from sports or injury, or swollen joints"),
            short=_("other bone pain or swollen joints"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Back pain together with feeling unwell should be checked soon."),
    sources=(SEED_002, NICE_NG12, AJNR10, ALL),
)

BACK_SKIN = Question(
    key="back_skin",
    kind=Kind.MULTI,
    text=Voiced(
        _("Do you see or feel any of these on your child's back?"),
        _("Do you see or feel any of these on your back?"),
    ),
    hint=Voiced(
        _(
            "Please look at your child's bare back, from the neck to the crease of the buttocks. "
            "Only if your child is OK with it. A child who wants to look alone can use a mirror. "
            "Choose all that apply."
        ),
        _(
            "Please look at your bare back in a mirror, from the neck to the crease of the buttocks. Only "
            "if you are OK with it. Choose all that apply."
        ),
    ),
    short=_("Look at the back"),
    required=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="lump", text=_("A lump or swelling"), short=_("lump or swelling")),
        Choice(
            key="hairy_patch",
            text=_("A patch of hair over the spine"),
            short=_("hairy patch over the spine"),
        ),
        Choice(
            key="dimple",
            text=_("A deep pit, or a pit more than 1 inch (2.5 cm) above the anus"),
            hint=_("Not a shallow dimple in the crease. The anus is where poop comes out."),
            short=_("deep or high pit (dimple)"),
        ),
        Choice(
            key="draining",
            text=_("A small opening that leaks fluid"),
            short=_("opening that leaks fluid"),
        ),
        Choice(
            key="birthmark_midline",
            text=_("A raised or red birthmark, skin tag, or tail right over the lower spine"),
            hint=_("Not a flat mole, a flat pink mark (stork bite), or a flat blue-gray patch."),
            short=_("raised or red birthmark, skin tag, or tail over the lower spine"),
        ),
        Choice(
            key="red_warm_swollen",
            text=_("Skin that is red, hot, and swollen"),
            short=_("red, hot, and swollen skin"),
        ),
        Choice(
            key="spine_tender",
            text=_("One spot on the bone in the middle that is very sore to a light tap"),
            hint=_("Not the muscles beside it."),
            short=_("one very sore spot on the spine bone"),
        ),
        Choice(
            key="bruise",
            text=_("A bruise"),
            hint=_("Also a seat-belt mark on the belly."),
            short=_("bruise or seat-belt mark"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(
            key="not_looked",
            text=Voiced(_("We have not looked yet"), _("I have not looked yet")),
            short=_("not looked yet"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Some marks and lumps on the back change which tests are best."),
    help=_("Use good light. Touch and tap lightly with a fingertip, and stop if it hurts."),
    sources=(SEED_002, GIGHZ_SKIN, SAC, TEN4),
)

BACK_SHAPE = Question(
    key="back_shape",
    kind=Kind.SINGLE,
    text=Voiced(_("Has the shape of your child's back changed?"), _("Has the shape of your back changed?")),
    short=_("Shape of the back"),
    required=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(2),
    options=(
        Choice(key="no", text=_("No"), short=_("no change")),
        Choice(
            key="new_curve",
            text=_("Yes, it is newly curved or leaning, or a curve is getting worse fast"),
            short=_("new curve or lean, or fast-growing curve"),
        ),
        Choice(
            key="rounded_upper",
            text=_("The upper back is very rounded"),
            hint=_("It stays round even when lying flat or leaning back."),
            short=_("very rounded upper back that stays round"),
        ),
        Choice(
            key="long_standing",
            text=Voiced(
                _("There is a curve we have known about for a long time"),
                _("There is a curve I have known about for a long time"),
            ),
            short=_("curve known for a long time"),
        ),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("A new curve with pain should be checked soon. A known curve is good to know about."),
    sources=(PMM_S, SCHEU, AJNR10),
)


PAGES = (
    Page(code="c22", section=HEALTH, questions=(SYSTEMIC,)),
    Page(code="c23", section=HEALTH, questions=(BACK_SKIN,)),
    Page(code="c24", section=HEALTH, questions=(BACK_SHAPE,)),
)
