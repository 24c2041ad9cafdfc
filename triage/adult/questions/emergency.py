"""Adult questions: the emergency gate (adult section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import NHS_BACK_PAIN, NICE_NG156, SEED_004
from triage.words import _

EM_NOW = Question(
    key="em_now",
    kind=Kind.MULTI,
    text=_(
        "Along with your back pain, do you have any of these now, or at any time since this pain "
        "began? (Long-term pain: since it last got worse, or in the last 2 weeks.)"
    ),
    short="em now",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="collapse", text=_("Fainted, or nearly fainted"), short="collapse", points=25),
        Choice(
            key="shock",
            text=_("Cold, gray or sweaty skin, very drowsy or confused"),
            short="shock",
            points=25,
        ),
        Choice(key="chest_pain", text=_("Chest pain, pressure or tightness"), short="chest pain", points=25),
        Choice(
            key="breathless",
            text=_(
                "Short of breath or struggling to breathe (pain that only catches when you breathe "
                "in is asked later)"
            ),
            short="breathless",
            points=25,
        ),
        Choice(
            key="tearing",
            text=_("Sudden tearing or ripping pain in the back, chest or belly"),
            short="tearing",
            points=25,
        ),
        Choice(
            key="belly_severe",
            text=_(
                "Sudden, very bad belly pain, or a throbbing lump in the belly (pain only in one "
                "side under the ribs is asked later)"
            ),
            short="belly severe",
            points=25,
        ),
        Choice(
            key="stroke",
            text=_(
                "Face drooping, trouble speaking or seeing, sudden weakness of the arm and leg on "
                "one side, or a sudden worst-ever headache"
            ),
            short="stroke",
            points=25,
        ),
        Choice(
            key="stiff_neck_fever",
            text=_("Fever with a stiff neck, bad headache, or a rash that does not fade when pressed"),
            short="stiff neck fever",
            points=25,
        ),
        Choice(
            key="leg_cold", text=_("One leg or foot suddenly cold, pale or blue"), short="leg cold", points=25
        ),
        Choice(
            key="gut_bleed",
            text=_("Black, tar-like stools, or vomit with blood or like coffee grounds"),
            short="gut bleed",
            points=25,
        ),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=10),
    ),
    why=_("Vascular, heart/lung, belly, brain emergencies"),
    sources=(SEED_004.on("referred visceral/vascular/cardiopulmonary"), NICE_NG156, NHS_BACK_PAIN),
)
