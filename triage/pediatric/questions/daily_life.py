"""Pediatric questions: sports, school, family and own words (pediatric section 1)."""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.pain import LOCATION
from triage.pediatric.questions.pain_more import PAIN_TRIGGERS
from triage.pediatric.sections import DAILY
from triage.sources import AAP_BP, AJNR10, HOU, SEED_000, SPA, SPOND
from triage.words import Voiced, _

SPORTS = Question(
    key="sports",
    kind=Kind.MULTI,
    text=Voiced(
        _("Which sports or other active things does your child do most weeks?"),
        _("Which sports or other active things do you do most weeks?"),
    ),
    hint=_("Choose all that apply."),
    short=_("Sports most weeks"),
    required=False,
    informational="run_field other none",
    shown_when=CHILD_AGE_YEARS.at_least(6) & (PAIN_TRIGGERS.has("bending_back") | LOCATION.has("low_middle")),
    options=(
        Choice(
            key="gym_dance_cheer",
            text=_("Gymnastics, dance, cheer, or figure skating"),
            short=_("gymnastics, dance, cheer, or figure skating"),
        ),
        Choice(key="diving_swim", text=_("Diving or swimming"), short=_("diving or swimming")),
        Choice(
            key="football_wrestling",
            text=_("Football, wrestling, rugby, or martial arts"),
            short=_("football, wrestling, rugby, or martial arts"),
        ),
        Choice(key="weights_rowing", text=_("Weight lifting or rowing"), short=_("weight lifting or rowing")),
        Choice(
            key="throw_racket",
            text=_("Baseball, softball, cricket, tennis, volleyball, or golf"),
            short=_("throwing or racket sports, volleyball, or golf"),
        ),
        Choice(
            key="run_field",
            text=_("Soccer, basketball, or running"),
            short=_("soccer, basketball, or running"),
        ),
        Choice(key="other", text=_("Something else"), short=_("another sport")),
        Choice(key="none", text=_("None"), short=_("none")),
    ),
    why=_("Sports that arch or twist the back can put extra stress on the bones of the spine."),
    sources=(HOU, SPOND),
)

FUNCTION = Question(
    key="function",
    kind=Kind.MULTI,
    text=Voiced(
        _("Because of the pain, has your child had to do any of these?"),
        _("Because of the pain, have you had to do any of these?"),
    ),
    hint=_("Choose all that apply."),
    short=_("Had to, because of pain"),
    required=False,
    informational="none",
    options=(
        Choice(key="missed_school", text=_("Miss school or day care"), short=_("miss school")),
        Choice(key="stopped_sport", text=_("Stop sports or play"), short=_("stop sports or play")),
        Choice(
            key="needs_help",
            text=_("Get help with dressing, stairs, or getting up"),
            short=_("get help with dressing, stairs, or getting up"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
    ),
    why=_("It shows how much the pain gets in the way."),
    sources=(HOU, AJNR10),
)

BACKPACK = Question(
    key="backpack",
    kind=Kind.SINGLE,
    text=Voiced(_("What is your child's school bag like?"), _("What is your school bag like?")),
    short=_("School bag"),
    required=False,
    informational="none light heavy one_strap not_sure",
    shown_when=CHILD_AGE_YEARS.at_least(5),
    options=(
        Choice(
            key="none",
            text=Voiced(_("Does not carry one"), _("I do not carry one")),
            short=_("does not carry one"),
        ),
        Choice(key="light", text=_("It is light and easy to lift"), short=_("light, easy to lift")),
        Choice(
            key="heavy",
            text=Voiced(
                _("It is heavy or hard to lift, or your child leans to carry it"),
                _("It is heavy or hard to lift, or you lean to carry it"),
            ),
            short=_("heavy, hard to lift, or leans to carry it"),
        ),
        Choice(key="one_strap", text=_("It is worn on one shoulder"), short=_("worn on one shoulder")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("A heavy bag may add to back pain."),
    sources=(SEED_000, AAP_BP, HOU),
)

FAMILY_HISTORY = Question(
    key="family_history",
    kind=Kind.MULTI,
    text=_("Does anyone in the close family have any of these?"),
    hint=_("Such as parents, brothers, or sisters. Choose all that apply."),
    short=_("Family history"),
    required=False,
    informational="none not_sure",
    options=(
        Choice(
            key="spondyloarthritis",
            text=_("Ankylosing spondylitis, psoriasis, or bowel disease (Crohn's or colitis)"),
            hint=_(
                "Ankylosing spondylitis makes the joints of the spine sore and stiff. Psoriasis is a "
                "skin disease."
            ),
            short=_("ankylosing spondylitis, psoriasis, Crohn's, or colitis"),
        ),
        Choice(key="none", text=_("None of these"), short=_("none of these")),
        Choice(key="not_sure", text=_("Not sure"), short=_("not sure")),
    ),
    why=_("Some causes of back pain run in families."),
    sources=(SPA,),
)


PAGES = (
    Page(code="c31", section=DAILY, questions=(SPORTS,), skippable=True),
    Page(
        code="c32",
        section=DAILY,
        title=_("School, sports, and family"),
        skippable=True,
        questions=(FUNCTION, BACKPACK, FAMILY_HISTORY),
    ),
)
