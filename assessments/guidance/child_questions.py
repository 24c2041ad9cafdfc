"""Common questions of parents and teens (pediatric section 5.6; seeds 000 and 002)."""

from __future__ import annotations

from assessments.guidance.model import LOW, Block
from assessments.guidance.shared import QUESTIONS_TITLE, TELL_IN_PERSON
from triage.sources import RECONSTRUCTED, SEED_000, SEED_002
from triage.words import Voiced, _

QUESTIONS = Block(
    key="questions-child",
    title=QUESTIONS_TITLE,
    sources=(RECONSTRUCTED, SEED_000, SEED_002),
    levels=LOW,
    answers=(
        (
            _("Can a video visit find the cause?"),
            _("It helps and guides the next steps. It does not replace an exam or tests."),
        ),
        (
            _("What can be done by video?"),
            _(
                "The clinician can ask questions and watch movement. They can suggest safe pain relief, "
                "rest, moving, heat or cold. They can arrange follow-up or tests, or ask for a visit in "
                "person."
            ),
        ),
        (
            _("When is it an emergency?"),
            _("When there is a sign from the first list on this page. If in doubt, call {emergency_number}."),
        ),
        (_("What if it gets worse, or a new sign comes up?"), TELL_IN_PERSON),
        (
            Voiced(_("Will my child need an X-ray?"), _("Will I need an X-ray?")),
            _("Most children do not. The clinician decides. Tests use as little radiation as possible."),
        ),
        (
            _("Could it be growing pains?"),
            _("Growing pains are felt in the legs, not in the back."),
        ),
        (
            Voiced(
                _("Can my teen talk with the clinician alone?"), _("Can I talk with the clinician alone?")
            ),
            _("Yes."),
        ),
        (
            _("What about school and sports?"),
            _("Keep going to school. Stop what hurts."),
        ),
        (
            _("How long does it last?"),
            _("Often 1 to 2 weeks. Book a visit if it lasts longer."),
        ),
    ),
)

MORE_QUESTIONS = Block(
    key="more-questions-child",
    title=_("More questions"),
    sources=(SEED_000, SEED_002),
    answers=(
        (
            _("Is back pain common in children?"),
            _(
                "Yes. Most of it comes from a strain, posture or a small injury. Most gets better with "
                "simple care."
            ),
        ),
        (
            _("What pain relief is safe?"),
            _("Ask the clinician. They can say what fits your child, and when to use heat or cold."),
        ),
        (
            _("Why does the age matter?"),
            _("Simple strain is rare under age 4. So a small child with back pain should be examined."),
        ),
    ),
)
