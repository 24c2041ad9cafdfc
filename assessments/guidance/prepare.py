"""Getting ready for a video or phone visit (adult section 6, pediatric section 5.3). Lists to tick off.

The adult list is from seeds 001 and 003. The list for children is RECONSTRUCTED.
"""

from __future__ import annotations

from assessments.guidance.model import LOW, Block
from triage.model import Level
from triage.sources import RECONSTRUCTED, SEED_000, SEED_001, SEED_003
from triage.words import Voiced, _

_VISIT = frozenset({Level.VIRTUAL_VISIT})
_TITLE = _("Get ready for a video or phone visit")
_INTRO = _("Have these ready before the call. Then the clinician can give better advice:")
_QUESTIONS = _(
    "Three questions, the most important one first. For example: What could be the cause? "
    "Are there serious signs? How can it be prevented? When should I call?"
)
_PHONE = _("A charged phone nearby. The clinic needs its number to call back if the call drops.")
_PLACE = _("A quiet, private place with good light and a good internet or phone connection.")
_ADDRESS = _("The street address of that place, in case help must come.")
_SHOWS_BACK = _("A charged device that can stand by itself, so that its camera shows the whole back.")
_HELPER = _("Someone who can help with the camera, if possible.")
_DROPS = _(
    "If the call drops, stay near the phone. If nobody calls back after a few minutes, call the clinic. "
    "If an emergency sign comes up, do not wait for the call: call {emergency_number}."
)

ADULT = Block(
    key="prepare",
    title=_TITLE,
    sources=(SEED_001, SEED_003),
    levels=LOW,
    open_at=_VISIT,
    on_paper=_VISIT,
    is_checklist=True,
    intro=_INTRO,
    items=(
        _QUESTIONS,
        _("Notes on the pain: when it began, how strong it is, and what makes it better or worse."),
        _("A list of medicines and allergies, or the bottles. Notes on past illness."),
        Voiced(
            _("Notes on recent injuries, and on what you do on a normal day."),
            _("Notes on recent injuries, and on what they do on a normal day."),
        ),
        _("The last temperature, if someone took it."),
        _("An ID, and an insurance card if there is one."),
        _PHONE,
        _PLACE,
        _ADDRESS,
        _("Room to stand, walk, bend and lie down."),
        _SHOWS_BACK,
        Voiced(
            _("Loose clothes that let you show your back."),
            _("Loose clothes that let them show their back."),
        ),
        _HELPER,
    ),
    close=_DROPS,
)

CHILD = Block(
    key="prepare-child",
    title=_TITLE,
    sources=(RECONSTRUCTED, SEED_000),
    levels=LOW,
    open_at=_VISIT,
    on_paper=_VISIT,
    is_checklist=True,
    intro=_INTRO,
    items=(
        _QUESTIONS,
        _("Notes on the pain: when it began, where it is, and how bad it is by day and by night."),
        _("What makes it better or worse."),
        _("Notes on injuries, sports, and the school bag."),
        _("Other symptoms, and any temperature that was taken."),
        _("Past illness and tests."),
        _("Medicines (what and when) and allergies. The bottles help."),
        Voiced(_("About how much your child weighs."), _("About how much you weigh.")),
        _PHONE,
        _PLACE,
        _ADDRESS,
        _("Room to walk, bend, lie down, and stand on one leg."),
        _SHOWS_BACK,
        _("Loose clothes, so the back can be shown."),
        _HELPER,
        Voiced(
            _("Your child needs to be there. A small child may like a favorite toy."),
            _("An adult you trust close by, if you would like that."),
        ),
        Voiced(
            _("Teens get time alone with the clinician."),
            _("You can have time alone with the clinician."),
        ),
    ),
    close=_DROPS,
)
