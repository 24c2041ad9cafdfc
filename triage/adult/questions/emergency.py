"""Adult questions: the emergency gate (adult section 1)."""

from __future__ import annotations

from triage.adult.sections import SAFETY
from triage.model import Choice, Kind, Page, Question
from triage.sources import NHS_BACK_PAIN, NICE_NG156, SEED_004
from triage.words import Voiced, _

EM_NOW = Question(
    key="em_now",
    kind=Kind.MULTI,
    text=Voiced(
        _("Along with your back pain, do you have any of these?"),
        _("Along with their back pain, do they have any of these?"),
    ),
    hint=Voiced(
        _(
            "Choose all that you have now, or had at any time since this pain began. If you have had it "
            "for a long time: choose all since it last got worse, and all in the last 2 weeks."
        ),
        _(
            "Choose all that they have now, or had at any time since this pain began. If they have had it "
            "for a long time: choose all since it last got worse, and all in the last 2 weeks."
        ),
    ),
    short=_("Emergency signs"),
    required=True,
    informational="none",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(
            key="collapse",
            text=_("Fainted, or nearly fainted"),
            short=_("collapse or near-collapse"),
            points=25,
        ),
        Choice(
            key="shock",
            text=_("Cold, gray or sweaty skin, or very drowsy or confused"),
            short=_("signs of shock"),
            points=25,
        ),
        Choice(
            key="chest_pain",
            text=_("Chest pain, pressure or tightness"),
            short=_("chest pain or pressure"),
            points=25,
        ),
        Choice(
            key="breathless",
            text=_("Short of breath or struggling to breathe"),
            hint=Voiced(
                _("Pain that only catches when you breathe in is asked later."),
                _("Pain that only catches when they breathe in is asked later."),
            ),
            short=_("shortness of breath"),
            points=25,
        ),
        Choice(
            key="tearing",
            text=_("Sudden tearing or ripping pain in the back, chest or belly"),
            short=_("sudden tearing pain"),
            points=25,
        ),
        Choice(
            key="belly_severe",
            text=_("Sudden, very bad belly pain, or a throbbing lump in the belly"),
            hint=_("Pain only in one side under the ribs is asked later."),
            short=_("sudden severe or pulsatile abdominal pain"),
            points=25,
        ),
        Choice(
            key="stroke",
            text=_(
                "Face drooping, hard to talk or see, a sudden weak arm (or arm and leg) on one side, or a "
                "sudden worst-ever headache"
            ),
            short=_("stroke signs or thunderclap headache"),
            points=25,
        ),
        Choice(
            key="stiff_neck_fever",
            text=_(
                "Fever together with any of these: a stiff neck, a bad headache, or a rash that does not "
                "fade when pressed"
            ),
            short=_("fever with stiff neck, headache or non-blanching rash"),
            points=25,
        ),
        Choice(
            key="leg_cold",
            text=_("One leg or foot suddenly cold, pale or blue"),
            short=_("sudden cold, pale or blue leg"),
            points=25,
        ),
        Choice(
            key="gut_bleed",
            text=_("Black, tar-like poop (stools), or throwing up blood or what looks like coffee grounds"),
            short=_("melena or hematemesis"),
            points=25,
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=10),
    ),
    why=_(
        "Back pain can sometimes come from the heart, the lungs, a blood vessel or the belly. These signs "
        "need help fast, so we ask about them first."
    ),
    help=_(
        "A throbbing lump is a spot in the belly that beats like a pulse. Tar-like poop is black and "
        "sticky. To check a rash, press the side of a clear glass on it and see if the spots fade."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: read the list again, one line at a time. If a line may fit, "
            "choose it. If you feel very ill, or it gets worse, call {emergency_number} now."
        ),
        _(
            "If you are not sure, try this: read the list to them, one line at a time. If a line may fit, "
            "choose it. If they seem very ill, or it gets worse, call {emergency_number} now."
        ),
    ),
    sources=(SEED_004.on("referred visceral/vascular/cardiopulmonary"), NICE_NG156, NHS_BACK_PAIN),
)


PAGES = (Page(code="a01", section=SAFETY, gate=True, questions=(EM_NOW,)),)
