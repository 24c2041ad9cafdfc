"""Pediatric questions: the child and who answers (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import AAFP07, AAP_CONF, AAP_F, GP_KNOW, KH, SCH, SEED_002
from triage.words import _

CHILD_AGE_YEARS = Question(
    key="child_age_years",
    kind=Kind.WHOLE,
    text=_("How old is your child (in years)? Use 0 for a baby under 1 year."),
    short="child age years",
    required=True,
    minimum=0,
    maximum=17,
    why=_("Age under 4 is a red flag by itself, and many questions depend on age."),
    sources=(SEED_002, AAFP07, SCH),
)

CHILD_AGE_MONTHS = Question(
    key="child_age_months",
    kind=Kind.WHOLE,
    text=_("How many months old is your baby?"),
    short="child age months",
    required=True,
    blank_counts_as="0",
    minimum=0,
    maximum=11,
    shown_when=CHILD_AGE_YEARS.below(1),
    why=_("A baby under 3 months with a fever is always an emergency."),
    sources=(AAP_F,),
)

ANSWERED_BY = Question(
    key="answered_by",
    kind=Kind.SINGLE,
    text=_("Who is filling in this form?"),
    short="answered by",
    required=True,
    options=(
        Choice(key="parent_guardian", text=_("Parent or legal guardian"), short="parent guardian"),
        Choice(key="other_caregiver", text=_("Another caregiver"), short="other caregiver"),
        Choice(key="teen_with_adult", text=_("My teenager and I together"), short="teen with adult"),
        Choice(
            key="teen_alone",
            text=_("A teenager, without an adult"),
            short="teen alone",
            offered_when=CHILD_AGE_YEARS.at_least(12),
            else_counts_as=None,
        ),
    ),
    why=_("Tells staff who gave the answers and who must consent."),
    sources=(AAP_CONF,),
)

CHILD_WEIGHT_LB = Question(
    key="child_weight_lb",
    kind=Kind.DECIMAL,
    text=_("About how much does your child weigh?"),
    short="child weight lb",
    required=False,
    minimum=4,
    maximum=400,
    why=_("Helps staff. The app never works out a medicine dose."),
    sources=(KH, GP_KNOW),
)
