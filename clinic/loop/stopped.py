"""What a person was told on the emergency page, as staff read it: how, when, and because of what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from assessments.finishing import frozen_result
from assessments.models import Assessment
from assessments.summary.clock import clinic_time
from triage.model import Level, Transport
from triage_site.context import clinic_now


@dataclass(frozen=True)
class Told:
    """`words`: what the person was told and when. The front desk may read it: nothing clinical is in it.

    `rules`: the ids of the rules that made it an emergency. The page of a case has their words.
    """

    at: datetime
    words: str
    rules: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """All of it, for nurses and clinicians."""
        return _("%(told)s because of %(rules)s.") % {"told": self.words, "rules": ", ".join(self.rules)}


def told(row: Assessment) -> Told | None:
    """What the emergency page told. None where the result is no emergency. VaultError if it is unreadable."""
    frozen = frozen_result(row)
    at = row.emergency_at or row.submitted_at
    if frozen["level"] != Level.EMERGENCY_NOW.name or at is None:
        return None
    calls = frozen["transport"] == Transport.CALL_911.value
    words = _("Told to call %(number)s on %(time)s") if calls else _("Sent to the ER on %(time)s")
    filled = {"number": clinic_now().emergency_number, "time": clinic_time(at)}
    fired = (finding for finding in frozen["findings"] if finding["level"] == Level.EMERGENCY_NOW.name)
    return Told(at, words % filled, tuple(dict.fromkeys(finding["id"] for finding in fired)))
