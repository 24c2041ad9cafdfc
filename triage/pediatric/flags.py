"""Staff flags (pediatric section 2.5). They never change a level and never reach a caregiver."""

from __future__ import annotations

from triage.model import Flag
from triage.pediatric.facts import SAFE_SIGN
from triage.pediatric.questions.private import HOME_SAFETY, MOOD
from triage.pediatric.questions.tests_medicine import MEDICINES_GIVEN
from triage.words import _

FLAGS = (
    Flag(
        id="FLAG-PRIVATE-TALK",
        when=HOME_SAFETY.is_("talk_private"),
        hours=4,
        text=_(
            "Caregiver asks for a private talk. Call the number given for private calls; leave "
            "no details in messages and speak only with the person who answered."
        ),
    ),
    Flag(
        id="FLAG-PRIVATE-TALK",
        when=HOME_SAFETY.is_("prefer_not"),
        hours=None,
        text=_(
            "Declined the private-talk question. Offer time alone at the visit; ask again by "
            "phone or in person."
        ),
    ),
    Flag(
        id="FLAG-MOOD",
        when=MOOD.is_("harm_now"),
        hours=0,
        text=_(
            "Self-harm now or imminent. Call at once: is 911 on the way? Mental health safety assessment."
        ),
    ),
    Flag(
        id="FLAG-MOOD",
        when=MOOD.is_("safety_worry"),
        hours=4,
        text=_(
            "Worry about self-harm. Same-day mental health safety assessment; talk about means safety; 988."
        ),
    ),
    Flag(
        id="FLAG-MOOD",
        when=MOOD.is_("a_lot"),
        hours=None,
        text=_("A lot of sadness, worry, or stress. Screen mood at the visit, with time alone from age 12."),
    ),
    Flag(
        id="FLAG-SAFEGUARDING",
        when=SAFE_SIGN | HOME_SAFETY.is_("talk_private"),
        hours=4,
        text=_(
            "Safeguarding prompt: see panel CG-SAFE. Neutral review, local child-protection "
            "protocol; when the family was sent to an emergency room, call that emergency room."
        ),
    ),
    Flag(
        id="FLAG-SAFEGUARDING",
        when=HOME_SAFETY.is_("prefer_not"),
        hours=None,
        text=_("Safeguarding: private-talk question declined. See panel CG-SAFE at review."),
    ),
    Flag(
        id="FLAG-MEDICINE",
        when=MEDICINES_GIVEN.has("too_much"),
        hours=4,
        text=_(
            "More medicine than the label, or doses too close together. Call: what, how much, "
            "when; was Poison Control called?"
        ),
    ),
    Flag(
        id="FLAG-MEDICINE",
        when=MEDICINES_GIVEN.has("aspirin"),
        hours=None,
        text=_(
            "Aspirin or salicylate given to a child or teen. Ask about viral illness and "
            "chickenpox; advise to stop."
        ),
    ),
)
