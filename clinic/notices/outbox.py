"""What staff have to be told of is written down here, once, in the transaction in which it happens."""

from __future__ import annotations

from datetime import datetime

from assessments.models import Assessment
from clinic.cases.keys import is_urgent
from clinic.models import Alert, Case
from clinic.models.case import EventKind
from clinic.models.notices import AlertKind


def arrived(row: Assessment, now: datetime, before: Assessment | None = None) -> None:
    """Note that `row` arrived. Its case was made just before, in this same transaction."""
    case = Case.objects.get(pk=row.pk)
    Alert(
        event_key=f"arrived:{case.pk}:{case.revision}",
        kind=AlertKind.ARRIVED,
        case=case,
        urgent=is_urgent(case.level),
        at=now,
    ).save(force_insert=True)


def heard(case: Case, kind: EventKind, now: datetime) -> None:
    """Note that `case` is back from waiting (WOKEN), or that the person did not go (WENT). Once for each."""
    if kind == EventKind.WOKEN:
        assert case.remind_at is not None
        key, alert_kind = str(int(case.remind_at.timestamp())), AlertKind.REMINDER
    else:
        key, alert_kind = str(case.revision), AlertKind.WENT
    alert = Alert(
        event_key=f"{alert_kind}:{case.pk}:{key}",
        kind=alert_kind,
        case=case,
        urgent=alert_kind == AlertKind.WENT or is_urgent(case.level),
        at=now,
    )
    Alert.objects.bulk_create([alert], ignore_conflicts=True)
