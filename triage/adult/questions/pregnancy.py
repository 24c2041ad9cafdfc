"""Adult questions: pregnancy (adult section 1)."""

from __future__ import annotations

from triage.adult.questions.about_you import AGE_YEARS, SEX
from triage.adult.sections import HEALTH
from triage.model import Choice, Kind, Page, Question
from triage.sources import ACOG, FDA_2020
from triage.words import Voiced, _

PREGNANCY = Question(
    key="pregnancy",
    kind=Kind.SINGLE,
    text=Voiced(_("Are you, or could you be, pregnant?"), _("Are they, or could they be, pregnant?")),
    hint=Voiced(
        _(
            "Tell us also if you have given birth or lost a pregnancy in the last 6 weeks. This answer is "
            "private."
        ),
        _(
            "Tell us also if they have given birth or lost a pregnancy in the last 6 weeks. This answer is "
            "private."
        ),
    ),
    short=_("Pregnancy"),
    required=True,
    informational="no",
    core=True,
    shown_when=~SEX.is_("male") & AGE_YEARS.at_least(12) & AGE_YEARS.below(56),
    options=(
        Choice(key="no", text=_("No, none of this"), short=_("no")),
        Choice(
            key="could_be",
            text=Voiced(_("I could be pregnant"), _("They could be pregnant")),
            short=_("possible"),
            points=2,
        ),
        Choice(
            key="under_20w",
            text=_("Yes, pregnant for less than 20 weeks"),
            short=_("under 20 weeks"),
            points=3,
        ),
        Choice(
            key="over_20w",
            text=_("Yes, pregnant for 20 weeks or more"),
            short=_("20 weeks or more"),
            points=4,
        ),
        Choice(
            key="postpartum",
            text=_("Gave birth or lost a pregnancy in the last 6 weeks"),
            short=_("birth or pregnancy loss in the last 6 weeks"),
            points=3,
        ),
        Choice(key="prefer_not", text=_("I prefer not to say"), short=_("prefers not to say"), points=2),
    ),
    why=_(
        "In pregnancy and after a birth, back pain can have other causes, and some pain medicines are not "
        "safe."
    ),
    sources=(ACOG, FDA_2020),
)

PREGNANCY_SIGNS = Question(
    key="pregnancy_signs",
    kind=Kind.MULTI,
    text=Voiced(
        _("Do you have any of these warning signs?"),
        _("Do they have any of these warning signs?"),
    ),
    hint=_("Since this back pain started, or in the last 2 weeks. Choose all that fit."),
    short=_("Obstetric warning signs"),
    required=True,
    informational="none",
    core=True,
    shown_when=PREGNANCY.is_("could_be", "under_20w", "over_20w", "postpartum", "prefer_not"),
    options=(
        Choice(
            key="bleeding",
            text=_("Bleeding from the vagina"),
            hint=_("After birth: only if it is heavy, soaking a pad in an hour, or with large clots."),
            short=_("vaginal bleeding (after birth: heavy)"),
            points=20,
        ),
        Choice(key="fluid", text=_("Fluid leaking from the vagina"), short=_("leaking fluid"), points=20),
        Choice(
            key="contractions",
            text=_("Tightening of the belly or pain that comes and goes at regular times"),
            short=_("regular tightening or pain"),
            points=20,
        ),
        Choice(
            key="less_movement",
            text=_("Baby moving less"),
            short=_("reduced fetal movement"),
            points=20,
        ),
        Choice(
            key="one_sided_belly",
            text=_("Pain low in the belly on one side, or pain at the tip of a shoulder"),
            short=_("one-sided low abdominal or shoulder-tip pain"),
            points=20,
        ),
        Choice(
            key="headache_vision",
            text=_("Bad headache, blurred vision or sudden swelling"),
            short=_("severe headache, blurred vision or sudden swelling"),
            points=20,
        ),
        Choice(key="none", text=_("None of these"), short=_("none")),
    ),
    why=_("These signs need help fast if there is, or could be, a pregnancy, and in the weeks after it."),
    sources=(ACOG,),
)


PAGES = (
    Page(code="a29", section=HEALTH, questions=(PREGNANCY,)),
    Page(code="a30", section=HEALTH, questions=(PREGNANCY_SIGNS,)),
)
