"""Imaging guidance for a child with back pain and a red flag (pediatric sections 3.1 and 3.2).

For the clinician's summary only: no rating, radiation level or line of this file may reach a caregiver.
It goes with every CG-IMG panel. The eight red flags themselves are `facts.RED_FLAGS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from triage.model import Source
from triage.sources import ACR_CHILD, GIGHZ_NEG, QLD_LIMP, SEED_002
from triage.words import _

IMAGING_PANELS = frozenset({"CG-IMG-INITIAL", "CG-IMG-NEG", "CG-IMG-IND", "CG-IMG-POS"})
"""Panels that this guidance is printed with."""


@dataclass(frozen=True, kw_only=True)
class Study:
    """One row of the initial imaging table: a study, its rating and its pediatric radiation level."""

    study: str
    rating: str
    radiation: str
    comment: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """What follows a radiograph. `result` is the value that staff choose, `panel` the matching panel."""

    result: str
    label: str
    panel: str
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class Note:
    """A short titled note. `uncertain` marks what has to be checked against the live ACR table."""

    title: str
    text: str
    sources: tuple[Source, ...]
    uncertain: bool = False


PROVENANCE = _(
    "ACR Back Pain-Child, as summarized in seed 002, reviewed May 30, 2026; check the current ACR page."
)

SCOPE = _(
    "Applies to a child with back pain and at least one of the eight red flags. It does not apply when "
    "there is no red flag (CG-NORF), when radiographs are already negative (CG-IMG-NEG), or when there is "
    "an obvious external finding (CG-EXT)."
)

STUDIES = (
    Study(
        study=_("Radiography, spine area of interest"),
        rating=_("Usually appropriate"),
        radiation=_("Varies"),
        comment=_(
            "First study, also when age under 4 is the only flag. Name the region, for example “AP and "
            "lateral lumbar spine”. Shows vertebral destruction or collapse, spondylolysis or "
            "spondylolisthesis, and alignment. Fast, widely available, relatively low dose."
        ),
        sources=(SEED_002, ACR_CHILD),
    ),
    Study(
        study=_("Radiography, complete spine"),
        rating=_("May be appropriate"),
        radiation=_("☢☢☢ 0.3-3 mSv"),
        comment=_("Only when pain is diffuse or poorly localized."),
        sources=(ACR_CHILD.on("rating"), SEED_002.on("radiation level")),
    ),
    Study(
        study=_("MRI spine area of interest without and with IV contrast"),
        rating=_("May be appropriate (Disagreement)"),
        radiation=_("O, none"),
        comment=_(
            "Most sensitive for early osteomyelitis, discitis, soft-tissue mass, and cord. Needs more "
            "resources and may need sedation in young children. Best when films are negative or equivocal "
            "and suspicion stays high. Not first for every child, except with a neurologic sign (CG-NEURO)."
        ),
        sources=(SEED_002,),
    ),
    Study(
        study=_("MRI complete spine without and with IV contrast"),
        rating=_("May be appropriate"),
        radiation=_("O, none"),
        comment=_("As listed on the ACR portal excerpt."),
        sources=(ACR_CHILD,),
    ),
    Study(
        study=_("MRI complete spine without IV contrast"),
        rating=_("May be appropriate (Disagreement)"),
        radiation=_("O, none"),
        comment=_("As listed on the ACR portal excerpt."),
        sources=(ACR_CHILD,),
    ),
    Study(
        study=_("CT spine area of interest (with contrast, and without contrast)"),
        rating=_("May be appropriate, generally not first"),
        radiation=_("Varies; higher than films"),
        comment=_(
            "For a specific complex bone question, or when MRI is contraindicated or not available in time. "
            "See C1."
        ),
        sources=(SEED_002.on("rating"), ACR_CHILD.on("radiation level")),
    ),
    Study(
        study=_("Bone scan whole body with SPECT"),
        rating=_("Usually not appropriate"),
        radiation=_("☢☢☢☢ 3-10 mSv"),
        comment=_("Sensitive but not specific; MRI has largely replaced it."),
        sources=(SEED_002,),
    ),
    Study(
        study=_("ESR and CRP"),
        rating=_("Get at the same time"),
        radiation=_("No radiation"),
        comment=_("Standard with the first films."),
        sources=(SEED_002,),
    ),
    Study(
        study=_("Pelvis and/or hip films"),
        rating=_("Add when there is a limp, depending on the exam"),
        radiation=_("Not given in the seed"),
        comment=_("Spine films stay first."),
        sources=(SEED_002, QLD_LIMP),
    ),
)

NEXT_STEPS = (
    NextStep(
        result="positive",
        label=_("Positive"),
        panel="CG-IMG-POS",
        text=_(
            "Lytic lesion, vertebral collapse, high-grade spondylolisthesis: usually MRI without and with "
            "contrast to define the lesion; then biopsy, surgical consult, or referral to pediatric oncology "
            "or infectious disease as fits."
        ),
        sources=(SEED_002,),
    ),
    NextStep(
        result="negative",
        label=_("Negative"),
        panel="CG-IMG-NEG",
        text=_(
            "Reassuring, but early discitis or osteomyelitis and marrow disease such as leukemia are not "
            "excluded. If red flags persist, continue: most commonly MRI (rated Usually appropriate per "
            "GIGHZ-NEG, secondary source)."
        ),
        sources=(SEED_002, GIGHZ_NEG),
    ),
    NextStep(
        result="indeterminate",
        label=_("Indeterminate"),
        panel="CG-IMG-IND",
        text=_("Correlate with ESR and CRP; if suspicion remains, MRI is the most appropriate next step."),
        sources=(SEED_002,),
    ),
)

PITFALLS = (
    Note(
        title=_("False comfort from a normal film"),
        text=_(
            "Early discitis, osteomyelitis, and marrow tumors can be missed. Keep going if red flags persist."
        ),
        sources=(SEED_002,),
    ),
    Note(
        title=_("Complete-spine films without need"),
        text=_("Aim at the most tender area, unless pain is diffuse or poorly localized."),
        sources=(SEED_002,),
    ),
    Note(
        title=_("Waiting on advanced imaging with neurologic signs"),
        text=_(
            "Weakness, sensory loss, or bladder or bowel change: expedite, go straight to MRI, or escalate "
            "at once."
        ),
        sources=(SEED_002,),
    ),
)

LABS = Note(
    title=_("ESR and CRP"),
    text=_(
        "Get both at the same time as the first films. Raised markers with red flags raise suspicion for "
        "infection or inflammation and support MRI even if films are normal."
    ),
    sources=(SEED_002,),
)

WHY_NOT_MRI_FIRST = Note(
    title=_("Why not MRI first?"),
    text=_(
        "Films are faster, easier to get, cheaper, and need no sedation. MRI is kept for negative or unclear "
        "films with ongoing concern."
    ),
    sources=(SEED_002,),
)

SPECIALISTS = Note(
    title=_("Whom to call"),
    text=_(
        "Neurologic signs or a systemically unwell child: pediatric orthopedics, neurosurgery, hospitalist."
    ),
    sources=(SEED_002,),
)

TOOLS = Note(
    title=_("Further tools"),
    text=_(
        "ACR Appropriateness Criteria lookup, imaging protocol library, and a radiation dose calculator for "
        "talks with families."
    ),
    sources=(SEED_002,),
)

CONFLICTS = (
    Note(
        title=_("C1: CT rating"),
        text=_(
            "Seed 002: May be appropriate, generally not first. Another reading, and the ACR variant without "
            "red flags: Usually not appropriate. The ACR rows for CT with red flags were not seen. Either "
            "way CT is never suggested first. UNCERTAIN: check the live ACR table."
        ),
        sources=(SEED_002, ACR_CHILD),
        uncertain=True,
    ),
    Note(
        title=_("C2: MRI rating"),
        text=_(
            "Seed 002 gives Disagreement to MRI of the area of interest without and with contrast; the ACR "
            "portal gives it to complete-spine MRI without contrast. Both rows are shown. UNCERTAIN: the "
            "portal row for the area of interest was not seen."
        ),
        sources=(SEED_002, ACR_CHILD),
        uncertain=True,
    ),
)


def goes_with(panel_ids: Iterable[str]) -> bool:
    """Whether this guidance belongs on a summary that shows these panels."""
    return not IMAGING_PANELS.isdisjoint(panel_ids)
