"""Common questions of adults (adult section 6; seeds 001, 003 and 004)."""

from __future__ import annotations

from assessments.guidance.model import LOW, Block
from assessments.guidance.shared import (
    IS_A_SYMPTOM,
    NOT_SURE_WHERE,
    QUESTIONS_TITLE,
    TELL_IN_PERSON,
    UNSURE_QUESTION,
)
from triage.sources import SEED_001, SEED_003, SEED_004
from triage.words import _

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
        (_("What if it gets worse after the visit?"), TELL_IN_PERSON),
        (
            _("Is exercise safe before a doctor has seen the back?"),
            _(
                "Gentle exercise is safe and helpful for most people with mild pain. Do what the clinician "
                "advises. Stop if it makes things worse."
            ),
        ),
        (
            _("Is it safe to keep using the back?"),
            _(
                "With a strain or sore muscles, keep moving as far as the pain allows. After an injury, or "
                "with a numb or weak leg, be examined first. It depends on the cause."
            ),
        ),
        (
            _("Will there be a prescription?"),
            _(
                "That depends on the place and the clinician. Many people get better with self-care and "
                "medicine from the store."
            ),
        ),
        (
            _("How long does it take to get better?"),
            _(
                "It depends on the cause. Some pain eases in weeks with simple care. Some stays or comes "
                "back. The care team looks at what can be done each day, and at the nerves."
            ),
        ),
        (UNSURE_QUESTION, NOT_SURE_WHERE),
    ),
)

ABOUT_PAIN = Block(
    key="questions-pain",
    title=_("Questions about the pain"),
    sources=(SEED_004,),
    answers=(
        (_("Is back pain an illness?"), IS_A_SYMPTOM),
        (
            _("What is sciatica, and what is axial pain?"),
            _(
                "Axial pain is felt mainly in the back. It often comes from muscles, discs or small joints. "
                "Sciatica runs down a leg along a nerve. The leg may feel numb or weak. People can have "
                "both. The two may need different tests and care."
            ),
        ),
        (
            _("Does back pain always come from the spine?"),
            _(
                "No. It can come from the hip, the joint at the base of the spine, a nerve in the leg, the "
                "kidneys or blood vessels. So a clinician also checks other parts of the body."
            ),
        ),
        (
            _("Why do people use different names for it?"),
            _("Clinicians use many words for similar pain. Ask what the word means for you."),
        ),
    ),
)

ABOUT_TESTS = Block(
    key="questions-tests",
    title=_("Questions about tests and treatment"),
    sources=(SEED_004, SEED_001),
    levels=LOW,
    answers=(
        (
            _("Is a scan or X-ray needed?"),
            _(
                "Only when it would change the care. Reasons are an injury, a nerve problem that grows, "
                "signs of illness, or pain that stays. X-rays show bones. An MRI shows discs and nerves."
            ),
        ),
        (
            _("Can an MRI explain the pain?"),
            _(
                "Not by itself. It can show changes that do not cause pain, more so with age. The clinician "
                "puts it together with what people feel and with the exam."
            ),
        ),
        (
            _("What else may be done?"),
            _(
                "Blood tests, when infection or an illness of the joints is possible. A nerve test (EMG) "
                "helps in some long-lasting cases."
            ),
        ),
        (
            _("Medicine or physical therapy?"),
            _(
                "Often both. Medicine can ease pain. Physical therapy trains motion, strength and trust in "
                "moving."
            ),
        ),
        (
            _("Do injections or surgery cure back pain?"),
            _(
                "They help with some clear problems, such as a pressed nerve, a sore small joint or a spine "
                "that is not stable. Simple care mostly comes first. They mostly ease pain and help people "
                "do more. They are not cures, and results differ. Many people do well without them."
            ),
        ),
        (
            _("Is anesthesia needed?"),
            _(
                "Not for the exam, X-rays, most scans or a nerve test. Some injections and surgery need "
                "numbing or sleep medicine. It depends on the place and the person."
            ),
        ),
        (
            _("What does it cost?"),
            _(
                "It depends on the place (an office or an emergency room), the tests and the care. "
                "Insurance, area and billing change it too. Ask for an estimate first. In an emergency, do "
                "not wait for one."
            ),
        ),
    ),
)
