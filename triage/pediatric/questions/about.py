"""Pediatric questions: the child and who answers (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.sections import SAFETY
from triage.sources import AAFP07, AAP_CONF, AAP_F, SCH, SEED_002
from triage.words import Voiced, _

CHILD_AGE_YEARS = Question(
    key="child_age_years",
    kind=Kind.WHOLE,
    text=Voiced(_("How old is your child?"), _("How old are you?")),
    hint=Voiced(_("In full years. Use 0 for a baby under 1 year."), _("In full years.")),
    short=_("Age in years"),
    required=True,
    minimum=0,
    maximum=17,
    unit=_("years"),
    why=_("Back pain means different things at different ages. Age also decides which questions we ask."),
    sources=(SEED_002, AAFP07, SCH),
)

CHILD_AGE_MONTHS = Question(
    key="child_age_months",
    kind=Kind.WHOLE,
    text=_("How many months old is your baby?"),
    hint=_("In full months. Use 0 for a baby under 1 month."),
    short=_("Age in months"),
    required=True,
    blank_counts_as="0",
    minimum=0,
    maximum=11,
    unit=_("months"),
    shown_when=CHILD_AGE_YEARS.below(1),
    why=_("Very young babies need to be seen sooner, most of all with a fever."),
    sources=(AAP_F,),
)

ANSWERED_BY = Question(
    key="answered_by",
    kind=Kind.SINGLE,
    text=_("Who is filling in this form?"),
    short=_("Form filled in by"),
    required=True,
    informational="parent_guardian other_caregiver teen_with_adult",
    options=(
        Choice(
            key="parent_guardian", text=_("Parent or legal guardian"), short=_("parent or legal guardian")
        ),
        Choice(
            key="other_caregiver",
            text=_("Another adult who cares for the child"),
            hint=_("Such as a grandparent, an aunt, or a foster parent."),
            short=_("another caregiver"),
        ),
        Choice(
            key="teen_with_adult", text=_("My teenager and I together"), short=_("teenager with an adult")
        ),
        Choice(
            key="teen_alone",
            text=_("A teenager, without an adult"),
            hint=_(
                "Please ask a parent or another adult you trust to join you. You can go on if no one can."
            ),
            short=_("teenager alone"),
            offered_when=CHILD_AGE_YEARS.at_least(12),
            else_counts_as=None,
        ),
    ),
    why=_("It tells the care team who gave the answers, and who has to agree to care."),
    sources=(AAP_CONF,),
)


PAGES = (
    Page(code="c02", section=SAFETY, questions=(CHILD_AGE_YEARS,)),
    Page(code="c03", section=SAFETY, questions=(CHILD_AGE_MONTHS,)),
    Page(code="c04", section=SAFETY, questions=(ANSWERED_BY,)),
)
