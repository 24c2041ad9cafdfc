"""Adult questions: who is answering, age, sex (adult section 1)."""

from __future__ import annotations

from triage.adult.sections import SAFETY
from triage.model import Choice, Kind, Page, Question
from triage.sources import GOOD_PRACTICE, HENSCHKE_2009, SEED_003
from triage.words import Voiced, _

RESPONDENT = Question(
    key="respondent",
    kind=Kind.SINGLE,
    text=_("Who is answering?"),
    short=_("Respondent"),
    required=True,
    blank_counts_as="self",
    options=(
        Choice(key="self", text=_("I am answering for myself"), short=_("self")),
        Choice(key="other", text=_("I am answering for someone else"), short=_("someone else (proxy)")),
    ),
    why=_("So that the questions use the right words, and the care team knows who gave the answers."),
    sources=(GOOD_PRACTICE,),
)

AGE_YEARS = Question(
    key="age_years",
    kind=Kind.WHOLE,
    text=Voiced(_("How old are you?"), _("How old are they?")),
    hint=_("In full years, for example 47."),
    short=_("Age"),
    required=True,
    core=True,
    minimum=0,
    maximum=120,
    blank_counts_as="18",
    why=_(
        "Some causes of back pain are more common at some ages. Anyone under 18 gets a different set of "
        "questions."
    ),
    sources=(SEED_003.on(">70"), HENSCHKE_2009),
)

SEX = Question(
    key="sex",
    kind=Kind.SINGLE,
    text=Voiced(_("What sex were you assigned at birth?"), _("What sex were they assigned at birth?")),
    hint=_("Some causes of back pain depend on it."),
    short=_("Sex assigned at birth"),
    required=True,
    informational="female intersex prefer_not",
    core=True,
    options=(
        Choice(key="female", text=_("Female"), short=_("female")),
        Choice(key="male", text=_("Male"), short=_("male")),
        Choice(key="intersex", text=_("Intersex"), short=_("intersex")),
        Choice(key="prefer_not", text=_("I prefer not to say"), short=_("prefers not to say")),
    ),
    why=_("It decides if we ask about pregnancy. It also helps the care team read the answers."),
    sources=(HENSCHKE_2009,),
)


PAGES = (
    # Answered on the start page; the page itself is for changing it.
    Page(code="a00", section=SAFETY, questions=(RESPONDENT,)),
    Page(
        code="a02",
        section=SAFETY,
        title=Voiced(_("About you"), _("About the person you are answering for")),
        questions=(AGE_YEARS, SEX),
    ),
)
