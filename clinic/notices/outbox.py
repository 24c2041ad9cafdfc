"""What staff have to be told of is written down here, once, in the transaction in which it happens."""

from __future__ import annotations

from datetime import datetime

from assessments.models import Assessment
from clinic.cases.keys import is_urgent
from clinic.models import Alert, Case
from clinic.models.notices import AlertKind


def arrived(row: Assessment, now: datetime) -> None:
    """Note that `row` arrived. Its case was made just before, in this same transaction."""
    case = Case.objects.get(pk=row.pk)
    Alert(
        event_key=f"arrived:{case.pk}:{case.revision}",
        kind=AlertKind.ARRIVED,
        case=case,
        urgent=is_urgent(case.level),
        at=now,
    ).save(force_insert=True)
