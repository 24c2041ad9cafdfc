"""Pediatric questions: signs in babies and young children (part of the gate) (pediatric section 1).

The words suit every age under 6: they name no diaper, because a 4- or 5-year-old seldom wears one.
"""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.sections import SAFETY
from triage.sources import DISC01, EBM_SEA, GP_KNOW, MSD_MEN, PMM_D
from triage.words import _

INFANT_SIGNS = Question(
    key="infant_signs",
    kind=Kind.MULTI,
    text=_("Have you seen any of these signs?"),
    hint=_("Babies and young children show pain in other ways. Choose all that apply."),
    short=_("Signs in a baby or young child"),
    required=True,
    informational="none",
    gate=True,
    blank_counts_as="not_sure",
    shown_when=CHILD_AGE_YEARS.below(6),
    options=(
        Choice(
            key="cries_when_moved",
            text=_("Cries when picked up, moved, dressed, or changed"),
            short=_("cries when picked up, moved, dressed, or changed"),
        ),
        Choice(
            key="refuses_sit",
            text=_("Refuses to sit, crawl, or stand the way they did before"),
            short=_("refuses to sit, crawl, or stand as before"),
        ),
        Choice(
            key="arching_stiff",
            text=_("Holds the back very stiff or arched, or will not bend to pick up a toy"),
            short=_("stiff or arched back, or will not bend"),
        ),
        Choice(
            key="constant_irritable",
            text=_("Cries or fusses for long periods and cannot be comforted"),
            short=_("long crying that cannot be comforted"),
        ),
        Choice(
            key="poor_feeding",
            text=_("Feeds, eats, or drinks very little, or pees far less often"),
            short=_("poor feeding or drinking, or far less pee"),
        ),
        Choice(
            key="sleepy_floppy",
            text=_("Is very sleepy or floppy, has a weak cry, or feels cold"),
            short=_("very sleepy, floppy, weak cry, or cold"),
        ),
        Choice(
            key="lost_skills",
            text=_("Has stopped doing something they could do before, such as rolling, crawling, or walking"),
            short=_("lost a skill, such as rolling, crawling, or walking"),
        ),
        Choice(
            key="bulging_soft_spot",
            text=_("The soft spot on the head is bulging (baby)"),
            hint=_("The soft spot is on the top of a baby's head. Bulging means it sticks out."),
            short=_("bulging soft spot"),
            offered_when=CHILD_AGE_YEARS.below(2),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Small children cannot tell us where it hurts. How they act tells a lot."),
    help=_(
        "“Changed” means a change of clothes or of a diaper. “Pees far less often” also means "
        "far fewer wet diapers, if the child wears them."
    ),
    unsure_help=_(
        "If you are not sure, try this: think about the last day. How were meals or feeds, pee, sleep, "
        "and play? Watch how the child moves alone on the floor or bed. After a fall or crash, do not "
        "move the child to test this. If something seems wrong to you, trust that."
    ),
    sources=(PMM_D, DISC01, EBM_SEA, MSD_MEN, GP_KNOW),
)


PAGES = (Page(code="c10", section=SAFETY, gate=True, questions=(INFANT_SIGNS,)),)
