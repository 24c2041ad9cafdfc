"""Adult classification (adult section 4): patterns suggested by answers, not a diagnosis.

For the clinician's summary only. Nothing here is read by a rule or a level.
"""

from __future__ import annotations

from triage.adult.facts import IBP_SCORE
from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.legs import LEG_BOTH, LEG_NUMB, LEG_WEAK
from triage.adult.questions.pain import ARM_SIGNS, DURATION, EPISODE, LEG_PAIN, LOCATION, NIGHT_PAIN, RELIEF
from triage.adult.questions.pain_details import AGGRAVATE, EASE, LEG_WALK_PATTERN, MORNING_STIFF
from triage.adult.questions.signs import OTHER_SIGNS
from triage.adult.rules import cancer, chest_belly_veins, fracture, infection, sickle_cell, vessels
from triage.conditions import Fact
from triage.engine_conditions import Fired
from triage.model import Pattern, Rule
from triage.words import _


def _ids(*groups: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(rule.id for group in groups for rule in group)


def _named(prefix: str, *numbers: str) -> tuple[str, ...]:
    return tuple(f"ADULT-{prefix}-{number}" for number in numbers)


LONG_LASTING = DURATION.is_("gt_12w") | EPISODE.is_("flare")
AGGRAVATING_MOVEMENT = AGGRAVATE.has(
    "sitting", "standing", "walking", "bending_lifting", "twisting", "leaning_back", "lying"
)

DEFICIT = Fact(
    "pattern_deficit",
    Fired(
        (
            *_named("NEU", "01", "05", "06", "07", "13"),
            *_named("CES", "01", "02", "03", "04", "08"),
        )
    ),
    "neurologic deficit pattern",
)
RADICULAR = Fact(
    "pattern_radicular",
    LEG_PAIN.is_("below_knee")
    | (
        LEG_PAIN.is_("above_knee")
        & (
            LEG_NUMB.is_("tingling_only", "old_checked", "longer_unchecked", "new_or_worse")
            | LEG_WEAK.is_("new_or_worse", "longer_unchecked", "old_checked", "not_sure")
        )
    )
    | (LOCATION.has("neck") & ARM_SIGNS.is_("tingling", "clumsy_or_weak")),
    "radicular pattern",
)
CLAUDICATION = Fact(
    "pattern_claudication",
    LEG_WALK_PATTERN.is_("yes") | LEG_BOTH.is_("walking_only"),
    "claudication pattern",
)
SYSTEMIC = Fact(
    "pattern_systemic",
    Fired(_ids(infection.RULES, cancer.RULES))
    | NIGHT_PAIN.is_("constant")
    | (RELIEF.is_("no") & ~AGGRAVATING_MOVEMENT),
    "non-mechanical pattern",
)
FRACTURE = Fact("pattern_fracture", Fired(_ids(fracture.RULES)), "fracture pattern")
VISCERAL = Fact(
    "pattern_visceral",
    Fired(
        (
            *_named("EMG", "01", "02", "03", "06"),
            *_ids(vessels.RULES, chest_belly_veins.RULES),
            *_named("REN", "01", "02", "03", "04", "05", "06"),
            *_ids(sickle_cell.RULES),
            *_named("PRG", "01", "04", "05"),
        )
    ),
    "visceral, vascular or renal pattern",
)
REFERRED = Fact("pattern_referred", LEG_PAIN.is_("above_knee") & ~RADICULAR, "referred leg pain")
INFLAMMATORY = Fact("pattern_inflammatory", LONG_LASTING & IBP_SCORE.at_least(3), "inflammatory pattern")
AXIAL = Fact(
    "pattern_axial",
    ~DEFICIT
    & ~RADICULAR
    & ~CLAUDICATION
    & ~SYSTEMIC
    & ~FRACTURE
    & ~VISCERAL
    & (RELIEF.is_("yes") | AGGRAVATING_MOVEMENT),
    "axial pattern",
)
NOTHING_ELSE = ~(
    DEFICIT | RADICULAR | REFERRED | CLAUDICATION | INFLAMMATORY | SYSTEMIC | FRACTURE | VISCERAL | AXIAL
)

PATTERNS = (
    Pattern(
        name=_("Neurologic deficit reported"),
        label=_("Neurologic deficit reported or not excluded"),
        when=DEFICIT,
    ),
    Pattern(
        name=_("Radicular"),
        when=RADICULAR,
        supporting=((AGGRAVATE.has("cough_strain"), _("worse with coughing or straining")),),
    ),
    Pattern(name=_("Referred leg pain, non-radicular"), when=REFERRED),
    Pattern(
        name=_("Neurogenic claudication"),
        when=CLAUDICATION,
        note=_("If calf pain eases by standing still, think vascular."),
        supporting=(
            (AGE_YEARS.at_least(60), _("age 60 or over")),
            (EASE.has("leaning_forward", "sitting"), _("eased by leaning forward or sitting")),
        ),
    ),
    Pattern(
        name=_("Inflammatory"),
        when=INFLAMMATORY,
        note=_("ASAS: 4 or 5 of 5 criteria meet inflammatory back pain, 3 are possible."),
        supporting=(
            (IBP_SCORE.at_least(4), _("meets ASAS IBP")),
            (MORNING_STIFF.is_("m30_60", "gt_60m"), _("morning stiffness 30 minutes or more")),
            (CONDITIONS.has("psoriasis_ibd"), _("psoriasis, Crohn's or colitis")),
            (OTHER_SIGNS.has("red_eye"), _("red, painful eye")),
        ),
    ),
    Pattern(name=_("Non-mechanical/systemic concern"), when=SYSTEMIC),
    Pattern(name=_("Possible fracture"), when=FRACTURE),
    Pattern(name=_("Possible visceral/vascular/renal"), when=VISCERAL),
    Pattern(name=_("Axial/mechanical"), when=AXIAL),
    Pattern(name=_("Unclassified"), when=NOTHING_ELSE),
)
