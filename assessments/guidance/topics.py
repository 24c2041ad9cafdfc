"""The public pages, in the order in which they lead from one to the next. They hold no words of their own
beside titles: the blocks are those of the result pages, and blocks that only public pages show."""

from __future__ import annotations

from assessments.guidance import (
    adult_about,
    adult_care,
    adult_questions,
    child_about,
    child_care,
    child_questions,
    prepare,
    telemedicine,
    urgent_care,
)
from assessments.guidance.model import Topic
from assessments.guidance.shared import AFTER_TITLE, QUESTIONS_TITLE
from triage.words import _

WHEN_TITLE = _("When to get help")
VIDEO_TITLE = _("What video visits can do")
URGENT_TITLE = _("Urgent care")

ADULT_TOPICS = (
    Topic(
        slug="when-to-get-help",
        title=WHEN_TITLE,
        lead=_("Five ways to get care, from most urgent to least, and the signs to watch for."),
        blocks=(urgent_care.UNSURE,),
        shows_levels=True,
    ),
    Topic(
        slug="what-it-is",
        title=_("What back pain is"),
        lead=_("What the words mean, where pain comes from, and how it can go."),
        blocks=(
            adult_about.ABOUT,
            adult_about.WHAT_IT_IS,
            adult_about.WHERE_IT_COMES_FROM,
            adult_about.COURSE,
        ),
    ),
    Topic(
        slug="more-risk",
        title=_("Falls, and who is at more risk"),
        lead=_("Who should call sooner, and why the warning signs matter."),
        blocks=(
            urgent_care.AT_RISK,
            urgent_care.AFTER_A_FALL,
            urgent_care.SURGERY_AND_FEVER,
            urgent_care.INJECTED_DRUGS,
            urgent_care.WHY_SIGNS_MATTER,
        ),
    ),
    Topic(
        slug="urgent-care",
        title=URGENT_TITLE,
        lead=_("When to go there, what they can do, and what to ask."),
        blocks=(
            urgent_care.WHEN_TO_GO,
            urgent_care.WHAT_IT_CAN_DO,
            urgent_care.WHAT_TO_ASK,
            urgent_care.UNSURE,
        ),
    ),
    Topic(
        slug="video-visits",
        title=VIDEO_TITLE,
        lead=_("What a visit by video or phone can do for you, and what it cannot do."),
        blocks=(telemedicine.FITS, telemedicine.CAN, telemedicine.CANNOT),
    ),
    Topic(
        slug="prepare",
        title=_("Before the visit"),
        lead=_("A list of what to have ready. You can print it."),
        blocks=(prepare.ADULT,),
    ),
    Topic(
        slug="after",
        title=AFTER_TITLE,
        lead=_("What to do next, and when to be seen again."),
        blocks=(adult_care.AFTER,),
    ),
    Topic(
        slug="self-care",
        title=_("Care at home"),
        lead=_("What can help at home, and who should ask before taking pain medicine."),
        blocks=(adult_care.SELF_CARE, adult_care.MEDICINE, adult_care.MEDICINE_ASK),
    ),
    Topic(
        slug="questions",
        title=QUESTIONS_TITLE,
        lead=_("Short answers to what many people ask."),
        blocks=(adult_questions.QUESTIONS, adult_questions.ABOUT_PAIN, adult_questions.ABOUT_TESTS),
    ),
)

CHILD_TOPICS = (
    Topic(
        slug="when-to-get-help",
        title=WHEN_TITLE,
        lead=_(
            "Five ways to get care for your child, from most urgent to least, and the signs to watch for."
        ),
        blocks=(child_about.UNSURE,),
        shows_levels=True,
    ),
    Topic(
        slug="what-it-is",
        title=_("Back pain in children"),
        lead=_("Where it comes from, and what makes clinicians look closer."),
        blocks=(child_about.ABOUT, child_about.WHAT_RAISES_CONCERN, child_about.WHAT_CLINICIANS_DO),
    ),
    Topic(
        slug="urgent-care",
        title=_("Where to take your child"),
        lead=_("The doctor's office, urgent care or emergency room, and what to do after an injury."),
        blocks=(
            child_about.WHERE_TO_GO,
            child_about.ER_FOR_CHILDREN,
            child_about.AFTER_AN_INJURY,
            child_about.FEVER_AFTER_SURGERY,
        ),
    ),
    Topic(
        slug="video-visits",
        title=VIDEO_TITLE,
        lead=_("What a visit by video or phone can do for your child, and what it cannot do."),
        blocks=(telemedicine.CHILD_FITS, telemedicine.CHILD_CAN, telemedicine.CHILD_CANNOT),
    ),
    Topic(
        slug="prepare",
        title=_("Before your child's visit"),
        lead=_("A list of what to have ready for your child. You can print it."),
        blocks=(prepare.CHILD,),
    ),
    Topic(
        slug="after",
        title=_("After your child's visit"),
        lead=_("What to do next, and when your child should be seen again."),
        blocks=(child_care.AFTER,),
    ),
    Topic(
        slug="self-care",
        title=_("Care at home for your child"),
        lead=_("What can help at home, and what to know before any medicine."),
        blocks=(
            child_care.SIMPLE_CARE,
            child_care.MEDICINE,
            child_care.MEDICINE_ASK,
            child_care.MEDICINE_USE,
            child_care.FOR_TEENS,
        ),
    ),
    Topic(
        slug="questions",
        title=_("Common questions of parents"),
        lead=_("Short answers to what many parents and teens ask."),
        blocks=(child_questions.QUESTIONS, child_questions.MORE_QUESTIONS),
    ),
)

TOPICS = {"adults": ADULT_TOPICS, "children": CHILD_TOPICS}
