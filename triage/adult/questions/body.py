"""Adult questions: fever, injury and health (part of the gate) (adult section 1)."""

from __future__ import annotations

from triage.adult.sections import SAFETY
from triage.model import Choice, Kind, Page, Question
from triage.sources import DOWNIE_2013, FDA_LABELING, SEED_001, SEED_003, SEED_004
from triage.words import Voiced, _

FEVER = Question(
    key="fever",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Have you had a fever or shaking chills since this pain began, or in the last 2 weeks?"),
        _("Have they had a fever or shaking chills since this pain began, or in the last 2 weeks?"),
    ),
    hint=_(
        "At any time, even if it is gone now. A fever is 100.4 F (38 C) or more. Say yes also if medicine "
        "brought it down."
    ),
    short=_("Fever or shaking chills"),
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="yes", text=_("Yes"), short=_("yes"), points=10),
        Choice(
            key="not_sure",
            text=Voiced(
                _("I am not sure, or I felt hot or shivery but did not measure it"),
                _("I am not sure, or they felt hot or shivery but did not measure it"),
            ),
            short=_("not sure (felt hot or shivery, not measured)"),
            points=5,
        ),
    ),
    why=_("Fever with back pain can be a sign of an infection, for example near the spine or in a kidney."),
    help=Voiced(
        _("Shaking chills means that you feel cold and shake, and you cannot stop it."),
        _("Shaking chills means that they feel cold and shake, and they cannot stop it."),
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: take your temperature now. If it is 100.4 F (38 C) or more, "
            "choose yes. If it is lower, but you felt hot before or took pain medicine, keep your answer."
        ),
        _(
            "If you are not sure, try this: take their temperature now. If it is 100.4 F (38 C) or more, "
            "choose yes. If it is lower, but they felt hot before or took pain medicine, keep this answer."
        ),
    ),
    sources=(SEED_001, SEED_003, SEED_004),
)

INJURY = Question(
    key="injury",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Did something happen to your back or neck in the last 4 weeks, or just before the pain began?"),
        _("Did something happen to their back or neck in the last 4 weeks, or just before the pain began?"),
    ),
    hint=Voiced(
        _("If someone hurt you, there is a private help line on this page."),
        _("If someone hurt them, there is a private help line on this page."),
    ),
    short=_("Injury in the last 4 weeks"),
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="none", text=_("No"), short=_("none")),
        Choice(
            key="strain",
            text=_("Lifting, twisting, bending, awkward posture or sport, no fall or blow"),
            short=_("strain only, no fall or blow"),
        ),
        Choice(
            key="minor",
            text=Voiced(
                _(
                    "A fall from standing height, a stumble, a bump on something hard, or a slow car bump "
                    "after which I got out and walked"
                ),
                _(
                    "A fall from standing height, a stumble, a bump on something hard, or a slow car bump "
                    "after which they got out and walked"
                ),
            ),
            short=_("minor (standing-height fall, bump or slow car bump)"),
            points=4,
        ),
        Choice(
            key="medium",
            text=_(
                "A fall from about 3 to 10 feet (1 to 3 meters), such as from a ladder, or down several "
                "stairs"
            ),
            short=_("medium (fall of 3-10 ft or several stairs)"),
            points=8,
        ),
        Choice(
            key="major",
            text=_("A serious accident"),
            hint=_(
                "A crash when going fast, or being hit by a vehicle. A fall from over 10 feet (3 meters), or "
                "a dive into shallow water. A heavy blow, stab or gunshot."
            ),
            short=_("major accident"),
            points=20,
        ),
        Choice(
            key="major_checked",
            text=Voiced(
                _("A serious accident, but a hospital has checked my back and found no break"),
                _("A serious accident, but a hospital has checked their back and found no break"),
            ),
            short=_("major accident, cleared in hospital"),
            points=4,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=5),
    ),
    why=_("A fall or a blow can break a bone in the spine. In some people even a small one can."),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: think back over the last 4 weeks. Did you fall, trip, hit "
            "something or get hit? Do you have new bruises, or could there be a fall that you do not "
            "remember?"
        ),
        _(
            "If you are not sure, try this: think back over the last 4 weeks. Did they fall, trip, hit "
            "something or get hit? Do they have new bruises, or could there be a fall that they do not "
            "remember?"
        ),
    ),
    sources=(SEED_001, SEED_003.on("even standing height or bump"), SEED_004),
)

CANCER = Question(
    key="cancer",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Have you ever had cancer (other than simple skin cancer)?"),
        _("Have they ever had cancer (other than simple skin cancer)?"),
    ),
    short=_("Cancer, ever"),
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="yes", text=_("Yes"), short=_("yes"), points=8),
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=4),
    ),
    why=_("After a cancer, even one long ago, back pain should be checked sooner than other back pain."),
    help=_(
        "Simple skin cancer means basal cell or squamous cell skin cancer that stayed in the skin and was "
        "removed. Melanoma is not simple: answer yes."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: did you ever have surgery, radiation or chemo for a lump or "
            "growth? Did a doctor ever speak of a tumor, leukemia or lymphoma?"
        ),
        _(
            "If you are not sure, try this: did they ever have surgery, radiation or chemo for a lump "
            "or growth? Did a doctor ever speak of a tumor, leukemia or lymphoma?"
        ),
    ),
    sources=(SEED_001, SEED_003, SEED_004, DOWNIE_2013),
)

WEIGHT_LOSS = Question(
    key="weight_loss",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Have you lost weight without trying?"),
        _("Have they lost weight without trying?"),
    ),
    hint=_(
        "About 10 pounds (4.5 kg) or more, or clothes much looser, in the last 6 months. Clothes fit as "
        "before: answer no."
    ),
    short=_("Unexplained weight loss"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="yes", text=_("Yes"), short=_("yes"), points=6),
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=3),
    ),
    why=_("Weight loss without a reason can mean that something other than the back is causing the pain."),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: put on a belt or pants from 6 months ago. Is the fit much "
            "looser? Or look up an older weight. Is yours about 10 pounds less now?"
        ),
        _(
            "If you are not sure, try this: take a belt or pants of theirs from 6 months ago. Is the fit "
            "much looser? Or look up an older weight. Is theirs about 10 pounds less now?"
        ),
    ),
    sources=(SEED_001, SEED_003, SEED_004),
)

BLOOD_THINNER = Question(
    key="blood_thinner",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Do you take a blood thinner or have a bleeding disorder?"),
        _("Do they take a blood thinner or have a bleeding disorder?"),
    ),
    hint=_(
        "For example warfarin, Eliquis, Xarelto, Pradaxa, heparin or clopidogrel. Low-dose aspirin alone: "
        "answer no."
    ),
    short=_("Blood thinner or bleeding disorder"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="yes", text=_("Yes"), short=_("yes"), points=3),
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=2),
    ),
    why=_(
        "Blood thinners can make bleeding around the spine more likely. They also change which pain "
        "medicine is safe."
    ),
    help=_(
        "A blood thinner is a medicine that keeps blood from clotting, for example after a clot, a stent or "
        "for an uneven heartbeat. With a bleeding disorder, such as hemophilia, bleeding is hard to stop."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: read the names on your medicine boxes, or ask your pharmacist. "
            "Do not stop any medicine because of this question."
        ),
        _(
            "If you are not sure, try this: read the names on their medicine boxes, or ask their "
            "pharmacist. They should not stop any medicine because of this question."
        ),
    ),
    sources=(SEED_004.on("comorbidity"), FDA_LABELING),
)


PAGES = (
    Page(code="a11", section=SAFETY, gate=True, questions=(FEVER,)),
    Page(code="a12", section=SAFETY, gate=True, questions=(INJURY,)),
    Page(
        code="a13",
        section=SAFETY,
        gate=True,
        title=_("Past illness, weight and medicine"),
        questions=(CANCER, WEIGHT_LOSS, BLOOD_THINNER),
    ),
)
