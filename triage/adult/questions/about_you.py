"""Adult questions: who is answering, age, sex (adult section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Question
from triage.sources import GOOD_PRACTICE, HENSCHKE_2009, SEED_003
from triage.words import _

RESPONDENT = Question(
    key="respondent",
    kind=Kind.SINGLE,
    text=_("Who is answering?"),
    short="respondent",
    required=True,
    blank_counts_as="self",
    options=(
        Choice(key="self", text=_("Me"), short="self"),
        Choice(key="other", text=_("I am answering for someone else"), short="other"),
    ),
    why=_("Wording, reliability"),
    sources=(GOOD_PRACTICE,),
)

AGE_YEARS = Question(
    key="age_years",
    kind=Kind.WHOLE,
    text=_("How old are you?"),
    short="age years",
    required=True,
    core=True,
    minimum=0,
    maximum=120,
    blank_counts_as="18",
    why=_("Routing; age >=50/60/70 risk"),
    sources=(SEED_003.on(">70"), HENSCHKE_2009),
)

SEX = Question(
    key="sex",
    kind=Kind.SINGLE,
    text=_("What sex were you assigned at birth? (Some causes depend on it.)"),
    short="sex",
    required=True,
    core=True,
    options=(
        Choice(key="female", text=_("Female"), short="female"),
        Choice(key="male", text=_("Male"), short="male"),
        Choice(key="intersex", text=_("Intersex"), short="intersex"),
        Choice(key="prefer_not", text=_("Prefer not"), short="prefer not"),
    ),
    why=_("Pregnancy display; summary"),
    sources=(HENSCHKE_2009,),
)
