"""Why a case is urgent, in a word or two for a clinician. Never for the front desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.summary.clock import call_by
from assessments.text import as_stored
from triage.frozen import FrozenResult
from triage.model import Level

MOST_CHIPS = 4
# What is below says nothing about danger.
LEAST = Level.PROMPT_IN_PERSON
# The middle part of a rule's id, as in ADULT-CES-01.
FAMILIES: Mapping[str, str | Promise] = {
    "EMG": gettext_lazy("Emergency sign"),
    "CES": gettext_lazy("Cauda equina"),
    "NEU": gettext_lazy("Neurologic deficit"),
    "INF": gettext_lazy("Infection"),
    "FRX": gettext_lazy("Fracture"),
    "MAL": gettext_lazy("Cancer"),
    "VAS": gettext_lazy("Aorta or arteries"),
    "ANT": gettext_lazy("Bleeding risk"),
    "VIS": gettext_lazy("Chest or abdominal source"),
    "REN": gettext_lazy("Kidney or urinary"),
    "PRG": gettext_lazy("Pregnancy or postpartum"),
    "SEV": gettext_lazy("Severe pain"),
    "CMB": gettext_lazy("Several weak red flags"),
    "SCD": gettext_lazy("Sickle cell disease"),
    "OTH": gettext_lazy("Shingles or eye"),
    "EMERG": gettext_lazy("Emergency sign"),
    "NEURO": gettext_lazy("Neurologic deficit"),
    "WALK": gettext_lazy("Limp or not walking"),
    "PAIN": gettext_lazy("Severe or constant pain"),
    "TRAUMA": gettext_lazy("Injury"),
    "HX": gettext_lazy("High-risk history"),
    "SICKLE": gettext_lazy("Sickle cell disease"),
    "MED": gettext_lazy("Medicine taken"),
    "SAFE": gettext_lazy("Safeguarding"),
    "UNSURE": gettext_lazy("Unsure about a red flag"),
    "HEAD": gettext_lazy("Headache"),
    "AGE": gettext_lazy("Young age"),
    "INFANT": gettext_lazy("Irritable infant"),
    "ONC": gettext_lazy("Leukemia or tumor"),
    "RF": gettext_lazy("Imaging red flags"),
    "SKIN": gettext_lazy("Skin over the spine"),
    "SHAPE": gettext_lazy("Deformity"),
    "URO": gettext_lazy("Kidney or urinary"),
    "DM": gettext_lazy("Diabetes"),
    "RESP": gettext_lazy("Chest"),
    "ABD": gettext_lazy("Abdomen"),
    "CONSTIP": gettext_lazy("Constipation"),
    "MOOD": gettext_lazy("Self-harm concern"),
    "NIGHT": gettext_lazy("Night pain"),
    "HIP": gettext_lazy("Hip"),
    "TUMOR": gettext_lazy("Pain when lying down"),
    "INFL": gettext_lazy("Inflammatory"),
    "SPORT": gettext_lazy("Spondylolysis"),
    "DUR": gettext_lazy("Over 4 weeks"),
    "BRUISE": gettext_lazy("Bruise"),
    "IMG": gettext_lazy("Earlier imaging"),
    "LAB": gettext_lazy("Blood test"),
}
FLAGS: Mapping[str, str | Promise] = {
    "FLAG-PRIVATE-TALK": gettext_lazy("Private talk"),
    "FLAG-MOOD": gettext_lazy("Mood concern"),
    "FLAG-SAFEGUARDING": gettext_lazy("Safeguarding"),
    "FLAG-MEDICINE": gettext_lazy("Medicine taken"),
}


@dataclass(frozen=True)
class Chip:
    """One reason. `level`: of the rule behind it; `is_alert`: staff have to do something by a time."""

    label: str
    level: int = 0
    is_alert: bool = False


def chips_of(result: FrozenResult, answered_at: datetime) -> tuple[Chip, ...]:
    """What staff must do by a time first, then reasons by level; what is more than MOST_CHIPS is counted."""
    alerts = tuple(_alerts(result, answered_at))
    said = {str(FLAGS.get(flag["id"], "")) for flag in result["flags"]}
    reasons = [chip for chip in _reasons(result) if chip.label not in said]
    more = len(reasons) - MOST_CHIPS
    shown = reasons[:MOST_CHIPS]
    if more > 0:
        shown.append(Chip(_("and %(count)s more") % {"count": more}))
    return (*alerts, *shown)


def _reasons(result: FrozenResult) -> Iterator[Chip]:
    seen: set[str] = set()
    found = [(Level[finding["level"]], finding) for finding in result["findings"]]
    for level, finding in sorted(found, key=lambda pair: -pair[0]):
        label = str(FAMILIES.get(_family(finding["id"]), ""))
        # A rule of an older ruleset whose kind is no more: the beginning of its own words.
        label = label or Truncator(as_stored(finding["clinician"])).words(6)
        if level >= LEAST and label not in seen:
            seen.add(label)
            yield Chip(label, int(level))


def _alerts(result: FrozenResult, answered_at: datetime) -> Iterator[Chip]:
    for flag in result["flags"]:
        label = FLAGS.get(flag["id"], flag["id"])
        yield Chip(f"{label}: {call_by(flag['hours'], answered_at)}", is_alert=True)


def _family(rule_id: str) -> str:
    parts = rule_id.split("-")
    return parts[1] if len(parts) > 1 else ""
