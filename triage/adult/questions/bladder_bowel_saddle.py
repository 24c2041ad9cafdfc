"""Adult questions: cauda equina questions (part of the gate) (adult section 1).

People with pressed nerves often say "no" to "are you numb?" and "yes" to "does it feel different
when you wipe?". So the words ask about "different", with moments of daily life.
"""

from __future__ import annotations

from triage.adult.questions.about_you import RESPONDENT
from triage.adult.sections import SAFETY
from triage.model import Choice, Kind, Page, Question
from triage.sources import CES_CARD, GIRFT_CES, IFOMPT, SEED_001, SEED_003, SEED_004, SHAW_2020
from triage.words import Voiced, _

NORMAL = Choice(
    key="no",
    text=Voiced(_("No, all is normal for me"), _("No, all is normal for them")),
    short=_("no"),
)
NEW = Choice(
    key="yes",
    text=_("Yes, and it is new, different or worse since this pain began"),
    short=_("yes, new, different or worse"),
    points=20,
)
LONG_STANDING = Choice(
    key="old_checked",
    text=_("Yes, but it began long before this pain (months or years ago) and has not changed at all"),
    short=_("long-standing, unchanged"),
    points=4,
)
NOT_SURE = Choice(key="not_sure", text=_("I am not sure"), short=_("not sure"), points=10)
CES_OPTIONS = (NORMAL, NEW, LONG_STANDING, NOT_SURE)

CES_SADDLE = Question(
    key="ces_saddle",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Does the skin between your legs feel different?"),
        _("Does the skin between their legs feel different?"),
    ),
    hint=Voiced(
        _(
            "Think of your private parts (genitals), around your bottom, or your inner thighs. Does any "
            "of it feel numb, tingling, or odd when you sit, wash, or wipe?"
        ),
        _(
            "Think of their private parts (genitals), around their bottom, or their inner thighs. Does any "
            "of it feel numb, tingling, or odd when they sit, wash, or wipe?"
        ),
    ),
    short=_("Saddle sensation change"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=CES_OPTIONS,
    why=_(
        "Nerves from the low back give feeling to this skin. A change in feeling can be an early sign that "
        "these nerves are under pressure."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: touch the skin there lightly, for example when you wash or "
            "wipe. Compare left and right. Does it feel just as it did before this pain?"
        ),
        _(
            "If you are not sure, try this: ask them to touch the skin there lightly, for example when "
            "they wash or wipe. Does it feel to them just as it did before this pain?"
        ),
    ),
    sources=(SEED_001.on("groin numbness"), GIRFT_CES, CES_CARD),
)

CES_PEE_START = Question(
    key="ces_pee_start",
    kind=Kind.SINGLE,
    text=Voiced(_("Is it harder to pee?"), _("Is it harder for them to pee?")),
    hint=Voiced(
        _(
            "For example you cannot start, have to push, the stream is weak, or you cannot go even though "
            "your bladder is full."
        ),
        _(
            "For example they cannot start, have to push, the stream is weak, or they cannot go even though "
            "their bladder is full."
        ),
    ),
    short=_("Urinary hesitancy/retention"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=CES_OPTIONS,
    why=_(
        "Nerves from the low back help the bladder to empty. A change can be a sign that they are pressed."
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: think of the last few times you peed. Did it start as easily "
            "and flow as strongly as before this pain?"
        ),
        _(
            "If you are not sure, try this: ask them about the last few times they peed. Did it start as "
            "easily and flow as strongly as before this pain?"
        ),
    ),
    sources=(SEED_003, GIRFT_CES, SHAW_2020.on("LR+ 6.4")),
)

CES_PEE_FEEL = Question(
    key="ces_pee_feel",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Have you lost some feeling when you pee?"),
        _("Have they lost some feeling when they pee?"),
    ),
    hint=Voiced(
        _("For example you do not feel the pee coming out, or do not know if your bladder is full or empty."),
        _(
            "For example they do not feel the pee coming out, or do not know if their bladder is full or "
            "empty."
        ),
    ),
    short=_("Loss of urinary sensation"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=CES_OPTIONS,
    why=Voiced(
        _("Less feeling when you pee can be one of the first signs of pressure on the bladder nerves."),
        _("Less feeling when they pee can be one of the first signs of pressure on the bladder nerves."),
    ),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: think of the last time you peed. Did you feel that you had to "
            "go? Did you feel the pee start, flow and stop, just as before this pain?"
        ),
        _(
            "If you are not sure, try this: ask them about the last time they peed. Did they feel that they "
            "had to go? Did they feel the pee start, flow and stop, just as before this pain?"
        ),
    ),
    sources=(GIRFT_CES, CES_CARD),
)

CES_PEE_LEAK = Question(
    key="ces_pee_leak",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Do you leak pee, wet yourself, or find you cannot hold it?"),
        _("Do they leak pee, wet themselves, or find they cannot hold it?"),
    ),
    short=_("Urinary incontinence"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=CES_OPTIONS,
    why=_("Nerves from the low back help to hold the pee in. Leaking can be a sign that they are pressed."),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: think of the last days. Was your underwear or bed wet? Did you "
            "have to rush, or not get to the toilet in time?"
        ),
        _(
            "If you are not sure, try this: think of the last days. Was their underwear or bed wet? Did "
            "they have to rush, or not get to the toilet in time?"
        ),
    ),
    sources=(SEED_001, SEED_003, SEED_004),
)

CES_BOWEL = Question(
    key="ces_bowel",
    kind=Kind.SINGLE,
    text=Voiced(
        _("Have you lost control of your bowels?"),
        _("Have they lost control of their bowels?"),
    ),
    hint=Voiced(
        _("For example you soil yourself, cannot hold in gas, or cannot feel when you need to go."),
        _("For example they soil themselves, cannot hold in gas, or cannot feel when they need to go."),
    ),
    short=_("Loss of bowel control or sensation"),
    required=True,
    informational="no",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=CES_OPTIONS,
    why=_(
        "Nerves from the low back help to hold and feel stool. A change can be a sign that they are pressed."
    ),
    help=_("To soil means that stool (poop) comes out when it should not, even a little."),
    unsure_help=Voiced(
        _(
            "If you are not sure, try this: think of the last days. Did stool or gas come out when you did "
            "not want it to? Do you still feel when you have to go, as before this pain?"
        ),
        _(
            "If you are not sure, try this: think of the last days. Did stool or gas come out when they "
            "did not want it to? Do they still feel when they have to go, as before this pain?"
        ),
    ),
    sources=(SEED_001, SEED_003, SEED_004, GIRFT_CES),
)

CES_SEXUAL = Question(
    key="ces_sexual",
    kind=Kind.SINGLE,
    text=_("Has feeling or function during sex changed?"),
    hint=_(
        "For example less feeling in your private parts (genitals), or trouble getting an erection or "
        "reaching climax. We ask every adult. It can be a nerve sign."
    ),
    short=_("Sexual function change"),
    required=True,
    informational="no not_apply",
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    shown_when=~RESPONDENT.is_("other"),
    options=(
        Choice(
            key="no",
            text=_("No change, or less sex only because it hurts"),
            short=_("no, or only limited by pain"),
        ),
        NEW,
        LONG_STANDING,
        NOT_SURE,
        Choice(key="not_apply", text=_("Does not apply to me"), short=_("does not apply")),
        Choice(key="prefer_not", text=_("I prefer not to say"), short=_("prefers not to say"), points=2),
    ),
    why=_(
        "The nerves that we ask about here also help with sex. Your answer is private. You do not have to "
        "give one: choose the last line if you prefer."
    ),
    unsure_help=_(
        "If you are not sure, try this: think of touch on your genitals, for example when you wash. Does it "
        "feel just as it did before this pain?"
    ),
    sources=(GIRFT_CES, IFOMPT),
)


PAGES = (
    Page(code="a03", section=SAFETY, gate=True, questions=(CES_SADDLE,)),
    Page(
        code="a04",
        section=SAFETY,
        gate=True,
        title=_("Peeing"),
        intro=_("Back trouble can press on the nerves of the bladder. So we ask three short questions."),
        questions=(CES_PEE_START, CES_PEE_FEEL, CES_PEE_LEAK),
    ),
    Page(code="a05", section=SAFETY, gate=True, questions=(CES_BOWEL,)),
    Page(code="a06", section=SAFETY, gate=True, questions=(CES_SEXUAL,)),
)
