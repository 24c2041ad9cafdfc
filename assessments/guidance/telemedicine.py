"""What a visit by video, phone or message can and cannot do (adult section 6, pediatric 5.1 and 5.6)."""

from __future__ import annotations

from assessments.guidance.model import LOW, Block
from triage.sources import RECONSTRUCTED, SEED_000, SEED_001, SEED_003
from triage.words import _

_CAN = _("What a video or phone visit can do")
_CANNOT = _("What a video or phone visit cannot do")
_REVIEW = _("The clinician can ask about the pain, past illness, and what happened.")
_NO_HANDS = _("It cannot replace an exam by hand.")
_NO_TESTS = _("It cannot take X-rays or other images, or blood tests.")

FITS = Block(
    key="video-fits",
    title=_("When a video visit fits"),
    sources=(SEED_001,),
    items=(
        _("Telemedicine means a visit by video, phone or message."),
        _("It fits mild to moderate back pain without warning signs."),
        _("It can save you time and a trip."),
        _("With a warning sign, be seen in person."),
    ),
)

CAN = Block(
    key="video-can",
    title=_CAN,
    sources=(SEED_001, SEED_003),
    levels=LOW,
    items=(
        _REVIEW,
        _("They can judge mild to moderate pain, and talk about safe pain relief."),
        _("They can teach self-care, posture, safe ways to move, and exercises."),
        _("They can give advice on medicine from the store, and on what to do and not do."),
        _("Sometimes they can prescribe, or send people for images. This depends on place and provider."),
        _("They can say if a visit in person is needed, and how soon."),
        _("They can follow up later."),
    ),
)

CANNOT = Block(
    key="video-cannot",
    title=_CANNOT,
    sources=(SEED_001,),
    levels=LOW,
    items=(
        _NO_HANDS,
        _NO_TESTS,
        _("It cannot find a serious cause that needs an exam or images."),
        _("It cannot treat a numb or weak leg, or lost bladder or bowel control."),
        _("It cannot give hands-on treatment, shots or other procedures."),
        _("It cannot give emergency care. This holds for sudden severe signs and for injuries too."),
    ),
)

CHILD_FITS = Block(
    key="video-fits-child",
    title=_("When a video visit fits a child"),
    sources=(SEED_000,),
    items=(
        _("A video visit is good for a first look at your child's back pain."),
        _("It helps to decide: be seen now, be seen soon, or watch and wait."),
        _("It can save a trip, and contact with sick people."),
        _("Some signs need a visit in person. Know the list of signs to keep your child safe."),
    ),
)

CHILD_CAN = Block(
    key="video-can-child",
    title=_CAN,
    sources=(SEED_000, RECONSTRUCTED),
    items=(
        _REVIEW,
        _("They can watch how your child moves."),
        _("They can give advice on care at home, pain relief, rest, moving, and heat or cold."),
        _("They can say what to watch for, and arrange follow-up."),
        _("They may arrange tests, or ask to see your child in person."),
    ),
)

CHILD_CANNOT = Block(
    key="video-cannot-child",
    title=_CANNOT,
    sources=(SEED_000,),
    items=(
        _NO_HANDS,
        _NO_TESTS,
        _("It cannot find the exact cause when that needs an exam or a test."),
        _("It cannot give emergency care."),
    ),
)
