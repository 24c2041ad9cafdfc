"""Urgent care, falls, and who is at more risk, for adults (seed 003; adult sections 2.1, 3 and 6)."""

from __future__ import annotations

from assessments.guidance.model import Block
from assessments.guidance.shared import NOT_SURE_WHERE, UNSURE_TITLE
from triage.model import Level
from triage.sources import SEED_001, SEED_003, SEED_004, STATPEARLS_METASTASIS
from triage.words import Voiced, _

_SAME_DAY = frozenset({Level.URGENT_SAME_DAY})

WHAT_IT_CAN_DO = Block(
    key="same-day-care",
    title=_("What urgent care can do"),
    sources=(SEED_003,),
    levels=_SAME_DAY,
    items=(
        _("They ask about warning signs and do an exam. This is a big part of the visit."),
        _("They often have more tools than a doctor's office, such as lab tests and X-rays."),
        _("Some have a scanner (CT or MRI). Many do not, and send people to a place that has one."),
        _("They can give first care, and get people to an emergency room."),
        _("They may send people to another doctor. After surgery, that may be the hospital that did it."),
        _("They can give or prescribe pain medicine. It may be stronger than what a store or office has."),
        _("Take it only as told, and only as long as needed."),
        _("They may order physical therapy. It makes the back stronger, to help prevent a new injury."),
    ),
)

WHAT_TO_ASK = Block(
    key="ask-there",
    title=_("What to ask there"),
    sources=(SEED_003,),
    levels=_SAME_DAY,
    items=(
        _("What is the cause of this pain?"),
        _("Which signs would mean that it is serious?"),
        _("What can be done so that it does not come back?"),
        _("When should I call you if it does not get better?"),
    ),
    close=_("It is normal to have questions. Ask until it is clear."),
)

WHEN_TO_GO = Block(
    key="urgent-when",
    title=_("When urgent care, and when not"),
    sources=(SEED_003,),
    answers=(
        (
            _("Does most back pain need urgent care?"),
            _("No. Care at home or a visit with a doctor is often enough for a strain or sore joints."),
        ),
        (
            _("How bad should it be before I go?"),
            _("Go today if the pain stops you from doing your normal daily tasks."),
        ),
        (
            _("What else should bring me there?"),
            _("Fever, or a fall with risk for broken bones. The safety list on this page names all signs."),
        ),
        (
            _("When is urgent care not enough?"),
            _(
                "Go straight to the emergency room for a numb or weak leg that is new or worse. Do the same "
                "for lost bladder or bowel control. An emergency sign never waits for urgent care."
            ),
        ),
    ),
)

UNSURE = Block(key="unsure", title=UNSURE_TITLE, sources=(SEED_003,), items=(NOT_SURE_WHERE,))

AFTER_A_FALL = Block(
    key="falls",
    title=_("After a fall or a blow"),
    sources=(SEED_003, SEED_001),
    items=(
        _("An injury is not only a car crash. A fall from standing, or a bump on something hard, counts."),
        _("It can break a bone of the spine, also when it seemed small."),
        _(
            "A break is more likely with thin bones (osteoporosis), from age 70, with steroid medicine, "
            "or when one spot hurts most."
        ),
        _("Back pain after any fall or bump: call your doctor today. They may send you in."),
        _("With a risk from this list, or bad pain: be seen in person today."),
        _(
            "Do the same after a fall from a ladder or down stairs, or if you take a blood thinner or had "
            "cancer."
        ),
        _("A blood thinner and bad pain after a fall: go to the emergency room."),
        _(
            "Neck pain after a fall from age 65, or a fall with a spine that an illness has made stiff: call "
            "{emergency_number}. Do not move."
        ),
        _("After a serious accident or a fall from high up: call {emergency_number}. Do not move."),
    ),
)

WHY_SIGNS_MATTER = Block(
    key="why-signs",
    title=_("Why the warning signs matter"),
    sources=(SEED_001, SEED_003, STATPEARLS_METASTASIS),
    items=(
        _("Numb or weak legs, or lost bladder or bowel control, can mean pressure on nerves in the spine."),
        _("Growths (tumors), infections and changes of the spine can press on them. Hours count."),
        _("Fever with back pain can be a sign of infection. It can spread and put life at risk."),
        _("Losing weight without trying can be a sign of infection or of a growth (tumor)."),
        _("That is more likely after cancer."),
        _("Cancers of the breast, lung, prostate and kidney spread to the spine more often than others."),
    ),
)

AT_RISK = Block(
    key="at-risk",
    title=_("Who should call sooner"),
    sources=(SEED_001, SEED_003, SEED_004),
    intro=_("A serious cause is more likely for people who:"),
    items=(
        _("have or had cancer"),
        _("had surgery or a procedure on the spine in the past year"),
        _("inject drugs into a vein, or did so lately"),
        _("cannot fight infection well (weak immune system)"),
        _("have thin bones, are 70 or older, or take steroid medicine"),
        _("lose weight without trying"),
    ),
)

SURGERY_AND_FEVER = Block(
    key="surgery-fever",
    title=_("Fever after surgery on the spine"),
    sources=(SEED_003,),
    items=(
        _(
            "Back pain and fever, and a spine surgery or procedure in the past year? Go to the emergency "
            "room."
        ),
        Voiced(
            _("Also call the surgeon who did it. You may need a hospital stay or another procedure."),
            _("Also call the surgeon who did it. They may need a hospital stay or another procedure."),
        ),
        _("Do not wait for the surgeon to call back before you go."),
    ),
)

INJECTED_DRUGS = Block(
    key="injected-drugs",
    title=_("Back pain and injected drugs"),
    sources=(SEED_003,),
    items=(
        _("Needles can bring germs into the blood. An infection in the spine can spread."),
        _("Injected drugs in the past year and back pain now: be seen today, also without a fever."),
        _("With a fever, or feeling very ill: go to the emergency room."),
        _("Care teams ask about this to keep you safe. They are there to help."),
    ),
)
