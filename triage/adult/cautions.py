"""Medicine cautions for adults (adult section 5.8): who should ask before taking which pain medicine.

They never change a level. A private caution is named to the clinician only; the patient reads
`PRIVATE_REASON` instead. `NOT_ANSWERED` keeps a blank from looking like "no caution".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from triage.adult.questions.about_you import AGE_YEARS
from triage.adult.questions.body import BLOOD_THINNER, INJURY
from triage.adult.questions.emergency import EM_NOW
from triage.adult.questions.health import CONDITIONS
from triage.adult.questions.pregnancy import PREGNANCY
from triage.adult.questions.signs import OTHER_SIGNS, URINARY
from triage.conditions import Condition, Facts
from triage.engine_conditions import INCOMPLETE
from triage.words import Text, _


class Medicine(Enum):
    """The two kinds of pain medicine the cautions are about."""

    NSAID = "NSAID"
    ACETAMINOPHEN = "acetaminophen"


@dataclass(frozen=True, kw_only=True)
class Caution:
    """A reason to ask first. `patient` and `clinician` are noun phrases: "because of ..."."""

    medicine: Medicine
    when: Condition
    clinician: str
    patient: Text
    private: bool = False


PRIVATE_REASON = _("one of your private answers")

NSAID_CAUTIONS = (
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("ulcer_bleed"),
        clinician=_("ulcer or bleeding"),
        patient=_("an ulcer or bleeding in the stomach or bowel"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=EM_NOW.has("gut_bleed"),
        clinician=_("signs of gut bleeding"),
        patient=_("signs of bleeding in the stomach or bowel"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("kidney_disease"),
        clinician=_("kidney disease or one kidney"),
        patient=_("kidney disease, or having one kidney"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("dialysis_line"),
        clinician=_("dialysis or long-term line"),
        patient=_("dialysis, or a long-term line or port"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("heart_disease"),
        clinician=_("heart disease"),
        patient=_("heart disease"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("high_bp"),
        clinician=_("high blood pressure"),
        patient=_("high blood pressure"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("liver_disease"),
        clinician=_("liver disease"),
        patient=_("liver disease"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("sickle_cell"),
        clinician=_("sickle cell disease"),
        patient=_("sickle cell disease"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=CONDITIONS.has("steroids_3m"),
        clinician=_("long-term steroid tablets"),
        patient=_("steroid tablets"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=BLOOD_THINNER.is_("yes", "not_sure"),
        clinician=_("blood thinner or bleeding disorder, or not sure"),
        patient=_("a blood thinner or a bleeding disorder, or not being sure about it"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=PREGNANCY.is_("could_be", "under_20w", "over_20w", "postpartum", "prefer_not"),
        clinician=_("pregnant, possibly or recently pregnant, or declined to say"),
        patient=PRIVATE_REASON,
        private=True,
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=URINARY.has("vomiting"),
        clinician=_("vomiting or not keeping fluids down"),
        patient=_("throwing up, or not keeping fluids down"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=URINARY.has("dark"),
        clinician=_("dark urine"),
        patient=_("dark pee"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=INJURY.is_("minor", "medium", "major", "major_checked", "not_sure"),
        clinician=_("injury (bleeding possible), or not sure"),
        patient=_("a fall, a knock or an accident, or not being sure about it"),
    ),
    Caution(
        medicine=Medicine.NSAID,
        when=AGE_YEARS.at_least(65),
        clinician=_("age 65 or over"),
        patient=_("age 65 or over"),
    ),
)

ACETAMINOPHEN_CAUTIONS = (
    Caution(
        medicine=Medicine.ACETAMINOPHEN,
        when=CONDITIONS.has("liver_disease"),
        clinician=_("liver disease"),
        patient=_("liver disease"),
    ),
    Caution(
        medicine=Medicine.ACETAMINOPHEN,
        when=OTHER_SIGNS.has("belly_jaundice"),
        clinician=_("jaundice or upper belly pain through to the back"),
        patient=_("yellow skin or eyes, or upper belly pain that goes through to the back"),
    ),
)

_BLANK = _("a question that was not answered")

NOT_ANSWERED = tuple(
    Caution(medicine=medicine, when=INCOMPLETE, clinician=_BLANK, patient=_BLANK) for medicine in Medicine
)

CAUTIONS = NSAID_CAUTIONS + ACETAMINOPHEN_CAUTIONS + NOT_ANSWERED


def cautions_for(facts: Facts) -> tuple[Caution, ...]:
    """The cautions that hold, in order. `facts` are the answers as they counted."""
    return tuple(caution for caution in CAUTIONS if caution.when.holds(facts))
