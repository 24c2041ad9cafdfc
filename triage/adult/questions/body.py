"""Adult questions: fever, injury and health (part of the gate) (adult section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import DOWNIE_2013, FDA_LABELING, SEED_001, SEED_003, SEED_004
from triage.words import _

FEVER = Question(
    key="fever",
    kind=Kind.SINGLE,
    text=_(
        "Have you had a fever (100.4 F / 38 C or more) or shaking chills at any time since this "
        "pain began, or in the last 2 weeks? Say yes also if medicine brought it down."
    ),
    short="fever",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="yes", text=_("Yes"), short="yes", points=10),
        Choice(
            key="not_sure",
            text=_("I feel hot or shivery but have not measured it"),
            short="not sure",
            points=5,
        ),
    ),
    why=_("Spinal infection, pyelonephritis"),
    sources=(SEED_001, SEED_003, SEED_004),
)

INJURY = Question(
    key="injury",
    kind=Kind.SINGLE,
    text=_(
        "Did something happen to your back or neck in the last 4 weeks, or just before the pain "
        "began? (If someone hurt you: help line below, section 6.)"
    ),
    short="injury",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="none", text=_("No"), short="none"),
        Choice(
            key="strain",
            text=_("Lifting, twisting, bending, awkward posture or sport, no fall or blow"),
            short="strain",
        ),
        Choice(
            key="minor",
            text=_(
                "A fall from standing height, a stumble, a bump on something hard, or a slow car "
                "bump after which you got out and walked"
            ),
            short="minor",
            points=4,
        ),
        Choice(
            key="medium",
            text=_("A fall from about 3 to 10 ft (1 to 3 m), such as from a ladder, or down several stairs"),
            short="medium",
            points=8,
        ),
        Choice(
            key="major",
            text=_(
                "A serious accident: a crash at speed, being hit by a vehicle, a fall from over 10 "
                "ft / 3 m, a dive into shallow water, a heavy blow, stab or gunshot"
            ),
            short="major",
            points=20,
        ),
        Choice(
            key="major_checked",
            text=_("A serious accident, but a hospital examined my back afterwards and found no break"),
            short="major checked",
            points=4,
        ),
        Choice(key="not_sure", text=_("Not sure"), short="not sure", points=5),
    ),
    why=_("Fracture; trigger"),
    sources=(SEED_001, SEED_003.on("even standing height or bump"), SEED_004),
)

CANCER = Question(
    key="cancer",
    kind=Kind.SINGLE,
    text=_("Have you ever had cancer (other than simple skin cancer)?"),
    short="cancer",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="yes", text=_("Yes"), short="yes", points=8),
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=4),
    ),
    why=_("Best single malignancy flag"),
    sources=(SEED_001, SEED_003, SEED_004, DOWNIE_2013),
)

WEIGHT_LOSS = Question(
    key="weight_loss",
    kind=Kind.SINGLE,
    text=_(
        "Have you lost weight without trying? (About 10 lb / 4.5 kg or more, or clothes much "
        "looser, in the last 6 months. Clothes fit as before: answer No.)"
    ),
    short="weight loss",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="yes", text=_("Yes"), short="yes", points=6),
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=3),
    ),
    why=_("Cancer/infection. Threshold UNCERTAIN (sources vary: 5% or 10 lb in 3-12 months)"),
    sources=(SEED_001, SEED_003, SEED_004),
)

BLOOD_THINNER = Question(
    key="blood_thinner",
    kind=Kind.SINGLE,
    text=_(
        "Do you take a blood thinner or have a bleeding disorder? (For example warfarin, "
        "Eliquis, Xarelto, Pradaxa, heparin, clopidogrel. Low-dose aspirin alone: answer No.)"
    ),
    short="blood thinner",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="yes", text=_("Yes"), short="yes", points=3),
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=2),
    ),
    why=_("Spinal hematoma, NSAID safety"),
    sources=(SEED_004.on("comorbidity"), FDA_LABELING),
)
