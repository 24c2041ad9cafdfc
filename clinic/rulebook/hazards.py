"""What the middle part of a rule's id stands for, such as CES in ADULT-CES-01."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HAZARDS: dict[str, str | Promise] = {
    "ABD": _("Belly"),
    "AGE": _("Age"),
    "ANT": _("Bleeding risk"),
    "BRUISE": _("Bruises"),
    "CAUSE": _("Cause of the pain"),
    "CES": _("Cauda equina"),
    "CMB": _("Several weak signs together"),
    "CONSTIP": _("Constipation"),
    "DEFAULT": _("No other rule"),
    "DM": _("Diabetes"),
    "DUR": _("Duration"),
    "EMERG": _("Emergency signs, child"),
    "EMG": _("Emergency signs, adult"),
    "FRX": _("Fracture and injury"),
    "FUNC": _("Daily activities"),
    "HEAD": _("Head and neck"),
    "HIP": _("Hip"),
    "HOME": _("Self-care at home"),
    "HX": _("Medical history"),
    "IMG": _("Results of imaging"),
    "INF": _("Infection"),
    "INFANT": _("Infants"),
    "INFL": _("Inflammatory back pain"),
    "LAB": _("Blood tests"),
    "LOC": _("Site of the pain"),
    "MAL": _("Cancer, adult"),
    "MED": _("Medicines"),
    "MOOD": _("Mood"),
    "NEU": _("Nerves and spinal cord, adult"),
    "NEURO": _("Nerves and spinal cord, child"),
    "NIGHT": _("Night pain"),
    "ONC": _("Cancer, child"),
    "OTH": _("Other conditions"),
    "PAIN": _("How bad the pain is"),
    "PERIOD": _("Periods"),
    "PRG": _("Pregnancy and after birth"),
    "REN": _("Kidneys, adult"),
    "RESP": _("Breathing"),
    "RF": _("Red flags for imaging"),
    "SAFE": _("Safeguarding"),
    "SCD": _("Sickle cell disease, adult"),
    "SEV": _("Severity and onset"),
    "SHAPE": _("Shape of the spine"),
    "SICKLE": _("Sickle cell disease, child"),
    "SKIN": _("Skin over the spine"),
    "SPORT": _("Sport"),
    "TRAUMA": _("Injury, child"),
    "TRIG": _("What brings the pain on"),
    "TUMOR": _("Tumor"),
    "UNSURE": _("Answered with not sure, or left blank"),
    "URO": _("Kidneys, child"),
    "VAS": _("Blood vessels"),
    "VIR": _("Fit for a virtual visit"),
    "VIS": _("Organs of chest and belly"),
    "WALK": _("Walking"),
}


def hazard_of(rule_id: str) -> str:
    """The code in the id of a rule."""
    return rule_id.split("-")[1]
