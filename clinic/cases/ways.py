"""Whether the person can see what staff write: by a link of theirs, or only where they sent it from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from assessments.models import ReturnLink
from assessments.summary.clock import clinic_time
from clinic.audit.trail import Action
from clinic.models import AuditEvent, Case
from clinic.models.audit import AuditOutcome


@dataclass(frozen=True)
class Way:
    """`until`: how long their link works, "" for none. `opened`: when a link was last opened, if it was."""

    until: str
    opened: str


def way_of(case: Case, now: datetime) -> Way:
    """The way back of the person of `case`, as the log and the links tell."""
    link: ReturnLink | None = getattr(case.assessment, "return_link", None)
    is_live = link is not None and link.ended_at is None and link.expires_at > now
    return Way(clinic_time(link.expires_at) if link and is_live else "", _opened(case))


def _opened(case: Case) -> str:
    lines = AuditEvent.objects.filter(
        subject_id=str(case.pk), action=Action.PATIENT, outcome=AuditOutcome.OK
    ).order_by("-number")
    opened = (at for at, detail in lines.values_list("at", "detail") if _what(detail) == "link_opened")
    last = next(opened, None)
    return clinic_time(last) if last else ""


def _what(detail: str) -> object:
    return json.loads(detail).get("what") if detail else None
