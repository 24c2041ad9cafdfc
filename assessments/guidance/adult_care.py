"""Self-care, and what comes after, for adults (adult section 6)."""

from __future__ import annotations

from assessments.guidance import adult_about, adult_questions, prepare, telemedicine, urgent_care
from assessments.guidance.model import LOW, UP_TO_PROMPT, Block
from assessments.guidance.shared import AFTER_TITLE, UNTIL_TITLE
from triage.model import Level
from triage.sources import (
    ACP_2017,
    FDA_2020,
    FDA_LABELING,
    NICE_NG59,
    SEED_001,
    SEED_004,
)
from triage.words import _

_HEAT = _("Try heat, such as a heat wrap or a warm shower. Cold is fine if it helps.")
_HOW_LONG = _("Keep heat or cold to 15 to 20 minutes, with a cloth on the skin.")
_POSITION = _("Change position about every 30 minutes.")
_PILLOW = _("For sleep, try a pillow under or between the knees.")

COMFORT = Block(
    key="comfort",
    title=UNTIL_TITLE,
    sources=(ACP_2017, NICE_NG59),
    levels=frozenset({Level.PROMPT_IN_PERSON}),
    open_at=frozenset({Level.PROMPT_IN_PERSON}),
    on_paper=frozenset({Level.PROMPT_IN_PERSON}),
    items=(
        _("Keep moving gently if it does not make the pain worse. Short rests are fine. No bed rest."),
        _POSITION,
        _HEAT,
        _HOW_LONG,
        _PILLOW,
    ),
)

SELF_CARE = Block(
    key="self-care",
    title=_("Self-care steps"),
    sources=(ACP_2017, NICE_NG59, SEED_001, SEED_004),
    levels=LOW,
    open_at=LOW,
    on_paper=LOW,
    items=(
        _("Stay gently active. Short rests are fine. Avoid bed rest."),
        _("Take short walks and build them up."),
        _HEAT,
        _HOW_LONG,
        _POSITION,
        _("Do simple stretches if they do not raise the pain. Stop if it gets worse."),
        _("Ease back to work and normal tasks."),
        _PILLOW,
        _("To lift, hold the load close and bend hips and knees."),
        _("For pain that lasts for months, try exercise, yoga or tai chi."),
        _("Calming the mind (mindfulness) or talk therapy can help long-lasting pain too."),
    ),
)

MEDICINE = Block(
    key="medicine",
    title=_("Pain medicine"),
    sources=(ACP_2017, NICE_NG59, FDA_LABELING),
    levels=UP_TO_PROMPT,
    on_paper=UP_TO_PROMPT,
    intro=_("Try heat and gentle movement first. If you want a medicine, read the label and follow it."),
    items=(
        _("Ibuprofen and naproxen: take the lowest amount on the label, for the shortest time."),
        _("Without advice, do not take them for pain for more than 10 days."),
        _("Acetaminophen (such as Tylenol) is a choice if they are not for you. It may help little."),
        _("Never take more of it than the label says. With liver disease or heavy drinking, ask first."),
        _("Do not take two products with the same medicine in them."),
        _("Under age 19, do not take aspirin unless a doctor told you to."),
        _("Strong pain medicine (opioids) is not a first choice."),
    ),
)

MEDICINE_ASK = Block(
    key="medicine-ask",
    title=_("Ask before you take ibuprofen or naproxen"),
    sources=(FDA_2020, FDA_LABELING),
    levels=UP_TO_PROMPT,
    on_paper=UP_TO_PROMPT,
    intro=_("Ask a clinician or pharmacist first if any of these fit:"),
    items=(
        _("pregnant or maybe pregnant (not at all from 20 weeks)"),
        _("an ulcer, bleeding, or black stools (poop)"),
        _("kidney or liver disease, or dialysis"),
        _("heart disease or high blood pressure"),
        _("a blood thinner, or steroid tablets"),
        _("sickle cell disease"),
        _("age 65 or over"),
        _("throwing up, not drinking enough, or dark pee"),
        _("a fresh injury that may bleed"),
        _("an aspirin allergy, or asthma set off by aspirin"),
        _("a similar medicine already"),
    ),
)

AFTER = Block(
    key="after",
    title=AFTER_TITLE,
    sources=(SEED_001, SEED_004),
    levels=UP_TO_PROMPT,
    items=(
        _("Do the exercises from the visit. Use pain relief safely."),
        _("Keep a daily note of the pain and of anything new."),
        _("Track what gets done too, such as time walking or sitting, not only pain."),
        _("Book a follow-up, by video or in person, if things are not better. Check again after 2 weeks."),
        _("If it gets worse or something new comes up, be seen in person soon."),
        _("Go in person at once if a warning sign from the list on this page appears."),
        _("How fast people get better differs. The cause, the nerves, and being fit play a part."),
        _("So do fear of moving, hard work or sport, other illness, and keeping to the plan."),
    ),
)

BLOCKS = (
    COMFORT,
    prepare.ADULT,
    SELF_CARE,
    MEDICINE,
    MEDICINE_ASK,
    urgent_care.WHAT_IT_CAN_DO,
    urgent_care.WHAT_TO_ASK,
    AFTER,
    telemedicine.CAN,
    telemedicine.CANNOT,
    adult_about.ABOUT,
    adult_questions.QUESTIONS,
    adult_questions.ABOUT_TESTS,
)
