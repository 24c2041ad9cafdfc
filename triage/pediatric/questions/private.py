"""Pediatric questions whose answers are never shown again: mood and a private talk (pediatric section 1).

Their words stay neutral, because someone else may be looking at the screen.
"""

from __future__ import annotations

from triage.model import Choice, Kind, Page, Question
from triage.pediatric.questions.about import CHILD_AGE_YEARS
from triage.pediatric.sections import DAILY
from triage.sources import AAP_CONF, FROSCH22, L988, RECONSTRUCTED, SEA, SEED_000, TEN4
from triage.words import Voiced, _

MOOD = Question(
    key="mood",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Has your child been feeling very sad, worried, or stressed?"),
        _("Have you been feeling very sad, worried, or stressed?"),
    ),
    short=_("Sad, worried, or stressed"),
    required=False,
    informational="no prefer_not",
    shown_when=CHILD_AGE_YEARS.at_least(6),
    never_echo=True,
    options=(
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(key="some", text=_("A little"), short=_("a little")),
        Choice(key="a_lot", text=_("A lot"), short=_("a lot")),
        Choice(
            key="safety_worry",
            text=Voiced(
                _("I am worried my child might hurt themselves"),
                _("I am worried that I might hurt myself"),
            ),
            hint=_(
                "Call or text 988 now, at any time. If there is danger right now, call {emergency_number}."
            ),
            short=_("worry about self-harm"),
        ),
        Choice(
            key="harm_now",
            text=Voiced(
                _("My child has hurt themselves or may do so right now"),
                _("I have hurt myself or may do so right now"),
            ),
            hint=Voiced(
                _("Call {emergency_number} now. You can also call or text 988 now. Stay with your child."),
                _("Call {emergency_number} now. You can also call or text 988 now. Tell an adult near you."),
            ),
            short=_("self-harm now or imminent"),
        ),
        Choice(key="prefer_not", text=_("Prefer not to say"), short=_("declined")),
    ),
    why=_("Stress and worry can add to back pain. We ask everyone, and you can skip it."),
    sources=(SEA, FROSCH22, L988),
)

HOME_SAFETY = Question(
    key="home_safety",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Would you like to talk in private about how your child was hurt, or about your child's safety?"),
        _("Would you like to talk in private about how you were hurt, or about your safety?"),
    ),
    short=_("Private talk"),
    required=False,
    informational="no",
    never_echo=True,
    options=(
        Choice(key="no", text=_("No"), short=_("no")),
        Choice(
            key="talk_private",
            text=_("Yes, please talk with me in private"),
            short=_("wants a private talk"),
        ),
        Choice(key="prefer_not", text=_("Prefer not to say"), short=_("declined")),
    ),
    why=_("Some things are easier to talk about in private. We ask everyone, and you can skip it."),
    sources=(TEN4, AAP_CONF),
)

OTHER_INFO = Question(
    key="other_info",
    kind=Kind.TEXT,
    text=_("Is there anything else you want the care team to know?"),
    hint=_("No one reads this right away. In an emergency, call {emergency_number}."),
    short=_("In their own words"),
    required=False,
    max_length=500,
    why=_("The care team reads it before the visit. It does not change the result of this form."),
    sources=(SEED_000.on("reconstructed"), RECONSTRUCTED),
)


PAGES = (
    Page(code="c33", section=DAILY, questions=(MOOD,), skippable=True),
    Page(code="c34", section=DAILY, questions=(HOME_SAFETY,), skippable=True),
    Page(code="c35", section=DAILY, questions=(OTHER_INFO,), skippable=True),
)
