"""Pediatric questions: daily life, mood, safety and own words (pediatric section 1)."""

from __future__ import annotations

from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.questions.pain import LOCATION
from triage.pediatric.questions.pain_more import PAIN_TRIGGERS
from triage.model import Choice, Kind, Question
from triage.sources import (
    AAP_BP,
    AAP_CONF,
    AJNR10,
    FROSCH22,
    HOU,
    L988,
    RECONSTRUCTED,
    SEA,
    SEED_000,
    SPA,
    SPOND,
    TEN4,
)
from triage.words import _

SPORTS = Question(
    key="sports",
    kind=Kind.MULTI,
    text=_("Which sports or activities does your child do most weeks? Check all that apply."),
    short="sports",
    required=False,
    shown_when=CHILD_AGE_YEARS.at_least(6) & (PAIN_TRIGGERS.has("bending_back") | LOCATION.has("low_middle")),
    options=(
        Choice(
            key="gym_dance_cheer",
            text=_("Gymnastics, dance, cheer, or figure skating"),
            short="gym dance cheer",
        ),
        Choice(key="diving_swim", text=_("Diving or swimming"), short="diving swim"),
        Choice(
            key="football_wrestling",
            text=_("Football, wrestling, rugby, or martial arts"),
            short="football wrestling",
        ),
        Choice(key="weights_rowing", text=_("Weight lifting or rowing"), short="weights rowing"),
        Choice(
            key="throw_racket",
            text=_("Baseball, softball, cricket, tennis, volleyball, or golf"),
            short="throw racket",
        ),
        Choice(key="run_field", text=_("Soccer, basketball, or running"), short="run field"),
        Choice(key="other", text=_("Something else"), short="other"),
        Choice(key="none", text=_("None"), short="none"),
    ),
    why=_("Sports that arch or twist the back raise the chance of a stress fracture (spondylolysis)."),
    sources=(HOU, SPOND),
)

FUNCTION = Question(
    key="function",
    kind=Kind.MULTI,
    text=_("Because of the pain, has your child had to... Check all that apply."),
    short="function",
    required=False,
    options=(
        Choice(key="missed_school", text=_("Miss school"), short="missed school"),
        Choice(key="stopped_sport", text=_("Stop sports or play"), short="stopped sport"),
        Choice(key="needs_help", text=_("Get help with dressing, stairs, or getting up"), short="needs help"),
        Choice(key="none", text=_("None of these"), short="none"),
    ),
    why=_("Shows how much the pain limits your child."),
    sources=(HOU, AJNR10),
)

BACKPACK = Question(
    key="backpack",
    kind=Kind.SINGLE,
    text=_("About your child's school bag:"),
    short="backpack",
    required=False,
    shown_when=CHILD_AGE_YEARS.at_least(5),
    options=(
        Choice(key="none", text=_("Does not carry one"), short="none"),
        Choice(key="light", text=_("It is light and easy to lift"), short="light"),
        Choice(
            key="heavy", text=_("It is heavy or hard to lift, or your child leans to carry it"), short="heavy"
        ),
        Choice(key="one_strap", text=_("It is worn on one shoulder"), short="one strap"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("A heavy bag can add to back pain."),
    sources=(SEED_000, AAP_BP, HOU),
)

MOOD = Question(
    key="mood",
    kind=Kind.SINGLE,
    text=_("Has your child been feeling very sad, worried, or stressed?"),
    short="mood",
    required=False,
    shown_when=CHILD_AGE_YEARS.at_least(6),
    never_echo=True,
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="some", text=_("A little"), short="some"),
        Choice(key="a_lot", text=_("A lot"), short="a lot"),
        Choice(
            key="safety_worry", text=_("I am worried my child might hurt themselves"), short="safety worry"
        ),
        Choice(
            key="harm_now", text=_("My child has hurt themselves or may do so right now"), short="harm now"
        ),
        Choice(key="prefer_not", text=_("Prefer not to say"), short="prefer not"),
    ),
    why=_("Stress and low mood can cause or add to back pain."),
    sources=(SEA, FROSCH22, L988),
)

HOME_SAFETY = Question(
    key="home_safety",
    kind=Kind.SINGLE,
    text=_(
        "Is there anything about how your child was hurt, or about your child's safety, that you "
        "would like to talk about in private?"
    ),
    short="home safety",
    required=False,
    never_echo=True,
    options=(
        Choice(key="no", text=_("No"), short="no"),
        Choice(key="talk_private", text=_("Yes, please talk with me in private"), short="talk private"),
        Choice(key="prefer_not", text=_("Prefer not to say"), short="prefer not"),
    ),
    why=_("Gives a quiet way to ask for help."),
    sources=(TEN4, AAP_CONF),
)

FAMILY_HISTORY = Question(
    key="family_history",
    kind=Kind.MULTI,
    text=_("Does anyone in the close family have... Check all that apply."),
    short="family history",
    required=False,
    options=(
        Choice(
            key="spondyloarthritis",
            text=_("Ankylosing spondylitis, psoriasis, or bowel disease (Crohn's or colitis)"),
            short="spondyloarthritis",
        ),
        Choice(key="none", text=_("None of these"), short="none"),
        Choice(key="not_sure", text=_("Not sure"), short="not sure"),
    ),
    why=_("Some causes run in families."),
    sources=(SPA,),
)

OTHER_INFO = Question(
    key="other_info",
    kind=Kind.TEXT,
    text=_("Is there anything else you want the care team to know?"),
    short="other info",
    required=False,
    max_length=500,
    why=_("Free text for staff. Not used by the rules; no one reads it in real time."),
    sources=(SEED_000.on("reconstructed"), RECONSTRUCTED),
)
