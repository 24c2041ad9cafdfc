"""Adult questions: cauda equina questions (part of the gate) (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.about_you import RESPONDENT
from triage.model import Choice, Kind, Question
from triage.sources import CES_CARD, GIRFT_CES, IFOMPT, SEED_001, SEED_003, SEED_004, SHAW_2020
from triage.words import _

CES_SADDLE = Question(
    key="ces_saddle",
    kind=Kind.SINGLE,
    text=_(
        "Does the skin between your legs feel different? Think of your genitals, around your "
        "bottom, or your inner thighs: numb, tingling, or odd when you sit, wash, or wipe."
    ),
    short="ces saddle",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No, normal for me"), short="no"),
        Choice(
            key="yes",
            text=_("Yes, and it is new, different or worse since this pain began"),
            short="yes",
            points=20,
        ),
        Choice(
            key="old_checked",
            text=_(
                "Yes, but it began long before this pain (months or years ago) and has not changed at all"
            ),
            short="old checked",
            points=4,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=10),
    ),
    why=_("Saddle sensation"),
    sources=(SEED_001.on("groin numbness"), GIRFT_CES, CES_CARD),
)

CES_PEE_START = Question(
    key="ces_pee_start",
    kind=Kind.SINGLE,
    text=_(
        "Is it harder to pee? For example you cannot start, have to push, the stream is weak, or "
        "you cannot go even though your bladder is full."
    ),
    short="ces pee start",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No, normal for me"), short="no"),
        Choice(
            key="yes",
            text=_("Yes, and it is new, different or worse since this pain began"),
            short="yes",
            points=20,
        ),
        Choice(
            key="old_checked",
            text=_(
                "Yes, but it began long before this pain (months or years ago) and has not changed at all"
            ),
            short="old checked",
            points=4,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=10),
    ),
    why=_("Retention"),
    sources=(SEED_003, GIRFT_CES, SHAW_2020.on("LR+ 6.4")),
)

CES_PEE_FEEL = Question(
    key="ces_pee_feel",
    kind=Kind.SINGLE,
    text=_(
        "Have you lost some feeling when you pee? For example you do not feel the pee coming "
        "out, or do not know if your bladder is full or empty."
    ),
    short="ces pee feel",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No, normal for me"), short="no"),
        Choice(
            key="yes",
            text=_("Yes, and it is new, different or worse since this pain began"),
            short="yes",
            points=20,
        ),
        Choice(
            key="old_checked",
            text=_(
                "Yes, but it began long before this pain (months or years ago) and has not changed at all"
            ),
            short="old checked",
            points=4,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=10),
    ),
    why=_("Loss of urinary sensation (early sign)"),
    sources=(GIRFT_CES, CES_CARD),
)

CES_PEE_LEAK = Question(
    key="ces_pee_leak",
    kind=Kind.SINGLE,
    text=_("Do you leak pee, wet yourself, or find you cannot hold it?"),
    short="ces pee leak",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No, normal for me"), short="no"),
        Choice(
            key="yes",
            text=_("Yes, and it is new, different or worse since this pain began"),
            short="yes",
            points=20,
        ),
        Choice(
            key="old_checked",
            text=_(
                "Yes, but it began long before this pain (months or years ago) and has not changed at all"
            ),
            short="old checked",
            points=4,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=10),
    ),
    why=_("Incontinence"),
    sources=(SEED_001, SEED_003, SEED_004),
)

CES_BOWEL = Question(
    key="ces_bowel",
    kind=Kind.SINGLE,
    text=_(
        "Have you lost control of your bowels? For example you soil yourself, cannot hold in "
        "gas, or cannot feel when you need to go."
    ),
    short="ces bowel",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    options=(
        Choice(key="no", text=_("No, normal for me"), short="no"),
        Choice(
            key="yes",
            text=_("Yes, and it is new, different or worse since this pain began"),
            short="yes",
            points=20,
        ),
        Choice(
            key="old_checked",
            text=_(
                "Yes, but it began long before this pain (months or years ago) and has not changed at all"
            ),
            short="old checked",
            points=4,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=10),
    ),
    why=_("Bowel control/sensation"),
    sources=(SEED_001, SEED_003, SEED_004, GIRFT_CES),
)

CES_SEXUAL = Question(
    key="ces_sexual",
    kind=Kind.SINGLE,
    text=_(
        "Has feeling or function during sex changed? For example less feeling in your genitals, "
        "or trouble getting an erection or reaching climax. (We ask every adult. It can be a "
        "nerve sign.)"
    ),
    short="ces sexual",
    required=True,
    core=True,
    gate=True,
    blank_counts_as="not_sure",
    shown_when=~RESPONDENT.is_("other"),
    options=(
        Choice(key="no", text=_("No change, or less sex only because it hurts"), short="no"),
        Choice(
            key="yes",
            text=_("Yes, and it is new, different or worse since this pain began"),
            short="yes",
            points=20,
        ),
        Choice(
            key="old_checked",
            text=_(
                "Yes, but it began long before this pain (months or years ago) and has not changed at all"
            ),
            short="old checked",
            points=4,
        ),
        Choice(key="not_sure", text=_("I am not sure"), short="not sure", points=10),
        Choice(key="not_apply", text=_("Does not apply to me"), short="not apply"),
        Choice(key="prefer_not", text=_("I prefer not to say"), short="prefer not", points=2),
    ),
    why=_("Sexual function"),
    sources=(GIRFT_CES, IFOMPT),
)
