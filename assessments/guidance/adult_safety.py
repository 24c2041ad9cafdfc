"""The adult safety net, in three steps (adult section 6). It stands on every result page.

Who cannot be pregnant, by sex and age alone, does not get the two lines about pregnancy. Whether somebody is
pregnant is private: that answer changes nothing here.
"""

from __future__ import annotations

from assessments.guidance.model import Tier
from triage.adult.questions.about_you import AGE_YEARS, SEX
from triage.words import Voiced, _

CANNOT_BE_PREGNANT = SEX.is_("male") | AGE_YEARS.at_least(56)

_PREGNANT = _("in pregnancy: blood or fluid that leaks, tight waves in the belly, or a baby that moves less")
_AROUND_BIRTH = _("pregnant or just after birth: a bad headache, blurred vision or sudden swelling")

SAFETY_NET = (
    Tier(
        title=_("Call {emergency_number} or go to the emergency room for:"),
        signs=(
            _("a new numb or odd feeling between the legs"),
            _("a change in peeing, bowel control or sexual feeling"),
            _("new weakness or numbness in a leg, or signs in both legs"),
            _("not being able to walk"),
            _("fever with leg signs, or with a higher risk of infection"),
            _("chest pain, trouble breathing or fainting"),
            _("sudden severe or tearing pain"),
            _("sudden, very bad belly pain, or a throbbing belly"),
            _("a serious new injury"),
            _PREGNANT,
            _AROUND_BIRTH,
            _("a leg that turns cold or pale"),
            _("black stools (poop), or throwing up blood"),
        ),
        pregnancy_signs=frozenset({_PREGNANT, _AROUND_BIRTH}),
    ),
    Tier(
        title=_("Be seen in person today for:"),
        signs=(
            _("fever or shaking chills"),
            _("new unsteady walking, or clumsy hands"),
            _("a fall with thin bones or blood thinners"),
            _("pain that stops normal daily tasks"),
            _("throwing up and not keeping fluids down"),
            _("yellow skin"),
            _("a swollen leg, or pain on breathing in"),
            _("a wound on the back that leaks"),
            _("a red, painful eye"),
        ),
    ),
    Tier(
        title=Voiced(
            _("Contact your provider and do this check again for:"),
            _("Contact their provider and do this check again for:"),
        ),
        signs=(
            _("pain that gets worse or no longer eases"),
            _("pain at night that never settles"),
            _("weight loss"),
            _("new tingling"),
            _("a new lump or a change in shape"),
            _("a rash"),
            _("pain that does not get better"),
            _("any new worry"),
        ),
    ),
)
