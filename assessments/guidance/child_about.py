"""Back pain in children, and where to take a child, for parents (pediatric 5.1 and 5.2; seeds 000, 002)."""

from __future__ import annotations

from assessments.guidance.model import LOW, Block
from assessments.guidance.shared import IS_A_SYMPTOM, NOT_SURE_WHERE, UNSURE_TITLE
from triage.sources import KH, RECONSTRUCTED, SCH, SEA, SEED_000, SEED_002, SEED_003
from triage.words import _

ABOUT = Block(
    key="about-child",
    title=_("About back pain in children"),
    sources=(SEED_000, SEED_002, SEA),
    levels=LOW,
    items=(
        _("Back pain is common, more so in teens."),
        _("It mostly comes from muscle strain, posture, or small injuries in play or sports."),
        _("Growth and heavy bags may add to it."),
        _("Less often it comes from an infection, inflammation (swelling inside), or a spine problem."),
        _("Most of it does not come from a serious illness."),
        _("Most of it gets better with rest from what hurts and simple care."),
        IS_A_SYMPTOM,
    ),
)

WHAT_RAISES_CONCERN = Block(
    key="concern-child",
    title=_("What makes clinicians look closer"),
    sources=(SEED_002, SCH),
    intro=_(
        "These signs can come from a serious illness. Your child needs care in person if any of them fit. "
        "Some need it at once:"
    ),
    items=(
        _("under 4 years old"),
        _("fever, chills, or feeling ill"),
        _("weight loss that you cannot explain"),
        _("pain at night, above all pain that wakes your child"),
        _("pain that is always there or gets worse"),
        _("a weak or numb leg, or new trouble with pee or stool (poop)"),
        _("cancer now or before, or a body that cannot fight infection well"),
        _("a limp, or not wanting to stand or walk"),
    ),
    close=_(
        "Fever, a weak or numb leg, new trouble with pee or stool, or not being able to walk: go to the "
        "emergency room. A sign does not say what the cause is. It has to be checked."
    ),
)

WHERE_TO_GO = Block(
    key="where-child",
    title=_("Which place can help"),
    sources=(RECONSTRUCTED, SEED_003),
    items=(
        _("Call your child's doctor first, unless it is an emergency."),
        _("If the office is closed, an urgent care can help with many problems."),
        _("Urgent care often cannot do blood tests or images for children. It may send you on."),
        _("An emergency can never wait for urgent care."),
    ),
)

ER_FOR_CHILDREN = Block(
    key="er-child",
    title=_("When to choose an emergency room that treats children"),
    sources=(RECONSTRUCTED,),
    intro=_("Do not go to urgent care when your child must be seen today and:"),
    items=(
        _("is under 1 year old"),
        _("has a new limp or a new curve of the back"),
        _("has or had cancer, or cannot fight infection well (weak immune system)"),
        _("has sickle cell disease"),
        _("has a shunt or rods, or had spine surgery in the past year"),
    ),
)

UNSURE = Block(key="unsure-child", title=UNSURE_TITLE, sources=(SEED_003,), items=(NOT_SURE_WHERE,))

AFTER_AN_INJURY = Block(
    key="injury-child",
    title=_("After a fall or a sports injury"),
    sources=(RECONSTRUCTED, SEED_003),
    items=(
        _("Big injury, such as a car crash or a high fall: call {emergency_number}. Keep your child still."),
        _("Neck pain after an injury: get care in person at once."),
        _("Any injury of the back in a child who bleeds easily: go to the emergency room."),
        _("Tell the clinician about each fall, bump or hit, also a small one."),
        _("A small fall can matter more when bones are thin, or when one spot on the spine is sore."),
    ),
)

FEVER_AFTER_SURGERY = Block(
    key="surgery-child",
    title=_("Fever when your child is at more risk"),
    sources=(SEED_000, SEED_003, RECONSTRUCTED),
    items=(
        _("Fever and back pain need emergency care in every child."),
        _("After spine surgery, call the surgeon too. Do not wait for a call back."),
        _("Children on cancer treatment: call their team too."),
    ),
)

WHAT_CLINICIANS_DO = Block(
    key="tests-child",
    title=_("What the clinician may do"),
    sources=(SEED_000, SEED_002, KH),
    items=(
        _("The clinician will decide if tests are needed, such as an X-ray, a blood test, or an MRI scan."),
        _("They may say: care at home, heat or cold, rest from sports, or physical therapy."),
        _("They may ask to see your child in person, or send you to a specialist."),
    ),
)
