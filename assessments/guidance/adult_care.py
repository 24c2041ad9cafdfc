"""Self-care, and what comes after, for adults (adult section 6)."""

from __future__ import annotations

from assessments.guidance import prepare
from assessments.guidance.model import LOW, UP_TO_PROMPT, Block
from assessments.guidance.shared import AFTER_TITLE, QUESTIONS_TITLE, UNTIL_TITLE
from triage.model import Level
from triage.sources import (
    ACP_2017,
    FDA_2020,
    FDA_LABELING,
    NICE_NG59,
    SEED_001,
    SEED_003,
    SEED_004,
)
from triage.words import Voiced, _

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
        _("If pain has lasted for months: exercise, yoga, tai chi, mindfulness or talking therapy can help."),
    ),
)

MEDICINE = Block(
    key="medicine",
    title=_("Pain medicine"),
    sources=(ACP_2017, NICE_NG59, FDA_2020, FDA_LABELING),
    levels=UP_TO_PROMPT,
    on_paper=UP_TO_PROMPT,
    intro=_("Try heat and gentle movement first. If you want a medicine, read the label and follow it."),
    items=(
        _("Ibuprofen and naproxen: take the lowest amount on the label, for the shortest time."),
        _("Without advice, do not take them for pain for more than 10 days."),
        _(
            "Ask a clinician or pharmacist before ibuprofen or naproxen if any of these fit: pregnant or "
            "maybe pregnant (not at all from 20 weeks), an ulcer or bleeding, black stools, kidney or liver "
            "disease, dialysis, heart disease, high blood pressure, a blood thinner, sickle cell disease, "
            "steroid tablets, age 65 or over, throwing up or not drinking enough, dark pee, a fresh injury "
            "that may bleed, an aspirin allergy, asthma set off by aspirin, or a similar medicine already."
        ),
        _(
            "Acetaminophen (such as Tylenol) may be an option for people who cannot take ibuprofen or "
            "naproxen. It may help little. Never take more than the label says. With liver disease or heavy "
            "drinking, take none without advice."
        ),
        _("Do not take two products with the same medicine in them."),
        _("Under age 19, do not take aspirin unless a doctor told you to."),
        _("Opioids are not a first choice."),
    ),
)

TELEMEDICINE_CAN = Block(
    key="video-can",
    title=_("What a video or phone visit can and cannot do"),
    sources=(SEED_001, SEED_003),
    levels=LOW,
    answers=(
        (
            _("It can:"),
            _(
                "go over symptoms and history; look at mild to moderate pain; teach self-care, posture, "
                "body mechanics and exercise; give advice on medicine from the store; sometimes prescribe "
                "or refer for imaging (this depends on place and provider); decide if an in-person visit is "
                "needed; follow up; and save travel."
            ),
        ),
        (
            _("It cannot:"),
            _(
                "examine you by hand or take images; find a serious cause; treat severe nerve symptoms; "
                "give physical treatments or procedures; or give emergency care."
            ),
        ),
    ),
)

AT_URGENT_CARE = Block(
    key="same-day-care",
    title=_("What may happen there"),
    sources=(SEED_003,),
    levels=frozenset({Level.URGENT_SAME_DAY}),
    items=(
        _("Expect an exam, and maybe tests, medicine, a referral or physical therapy."),
        _("They may send people on to an emergency room or hospital."),
    ),
)

AFTER = Block(
    key="after",
    title=AFTER_TITLE,
    sources=(SEED_001, SEED_004),
    levels=UP_TO_PROMPT,
    items=(
        _("Do the exercises from the visit. Use pain relief safely."),
        _("Keep a daily note. Track what gets done, such as time walking or sitting, not only pain."),
        _("Book a follow-up if things are not better. Check again after 2 weeks."),
        _("Go in person at once if a warning sign from the list on this page appears."),
        _(
            "How fast people recover depends on the cause, the nerves, fitness, fear of movement, work or "
            "sport load, other illness, and keeping to the plan."
        ),
    ),
)

ABOUT = Block(
    key="about",
    title=_("About back pain"),
    sources=(SEED_001, SEED_003, SEED_004),
    levels=LOW,
    items=(
        _(
            "Most back pain is not dangerous and improves within weeks. It often comes back, and some "
            "people take much longer, so nobody can promise a date."
        ),
        _("Nearly 4 in 10 adults in the US have back pain in any 3 months."),
        _("Common causes are strain, small changes in the spine and arthritis."),
        _("Pain does not always mean damage. Scans often show harmless changes that come with age."),
    ),
)

QUESTIONS = Block(
    key="questions",
    title=QUESTIONS_TITLE,
    sources=(SEED_001, SEED_003, SEED_004),
    levels=LOW,
    answers=(
        (
            _("Can a video visit find the exact cause?"),
            _("No. It can help to decide the next step. Some causes need an exam or tests."),
        ),
        (
            _("What if it gets worse after the visit?"),
            _("Be seen in person. For a sign from the emergency list, follow that list."),
        ),
        (
            _("Is exercise safe?"),
            _("Gentle exercise is safe for most people. Stop if it makes things worse."),
        ),
        (
            _("Will there be a prescription?"),
            _("That depends on the place and the clinician."),
        ),
        (
            _("Is a scan or X-ray needed?"),
            _("Only when it would change the care. A scan can show changes that do not cause the pain."),
        ),
        (
            _("Can back pain come from somewhere else?"),
            _("Yes. It can come from the hip, the kidneys or blood vessels, for example."),
        ),
        (
            _("What is sciatica?"),
            _(
                "Pain that runs from the back down a leg because a nerve is irritated. Other back pain "
                "stays in the back."
            ),
        ),
        (
            _("Do injections or surgery help?"),
            _("They help with some problems. They are not cures."),
        ),
        (
            _("Do tests hurt, and do they need anesthesia?"),
            _("Nerve tests (EMG) and MRI need no anesthesia. Some procedures do."),
        ),
        (
            _("How long does it take, and what does it cost?"),
            _("Time to improve differs from person to person. Cost differs by place."),
        ),
        (
            _("Not sure where to go?"),
            Voiced(
                _("Call your doctor, or a hospital nurse line after hours. In an emergency, do not wait."),
                _("Call their doctor, or a hospital nurse line after hours. In an emergency, do not wait."),
            ),
        ),
    ),
)

BLOCKS = (
    COMFORT,
    prepare.ADULT,
    SELF_CARE,
    MEDICINE,
    AT_URGENT_CARE,
    AFTER,
    TELEMEDICINE_CAN,
    ABOUT,
    QUESTIONS,
)
