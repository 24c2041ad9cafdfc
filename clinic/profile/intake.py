"""How much has come in today, for the daily number of forms that a clinic can take."""

from __future__ import annotations

from datetime import datetime, time

from django.utils import timezone

from clinic.models import Case
from triage_site.context import clinic_now
from triage_site.live import Live
from triage_site.profile import Profile


def count_today(clinic: Profile, now: datetime) -> int:
    """How many forms came in since midnight at the clinic: counted no further than the daily number."""
    if clinic.daily_cap is None:
        return 0
    midnight = datetime.combine(now.astimezone(clinic.zone).date(), time(), tzinfo=clinic.zone)
    return Case.objects.filter(arrived_at__gte=midnight)[: clinic.daily_cap].count()


def _count() -> int:
    return count_today(clinic_now(), timezone.now())


def _unknown() -> int:
    """While the database cannot be asked nobody is turned away for their number."""
    return 0


arrivals_today = Live(_count, _unknown)
