"""Adding a version of the clinic's settings: nobody overwrites what somebody else saved meanwhile."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone

from clinic.access import member_of
from clinic.audit.trail import Action, record
from clinic.models import ProfileVersion
from clinic.profile import current, intake
from clinic.profile.model import ProfileError, from_json, to_json
from clinic.profile.shown import changes
from triage_site.profile import Profile, from_environment


class StaleError(Exception):
    """Another version was saved since."""


def save(request: HttpRequest, before: Profile, after: Profile, note: str) -> ProfileVersion:
    """Store `after` as the version that follows `before`. Raises StaleError."""
    member = member_of(request)
    row = ProfileVersion(
        number=before.version + 1,
        at=timezone.now(),
        by=member.user,
        by_name=member.name,
        values=to_json(after),
        note=note,
    )
    fields = " ".join(change.new.key for change in changes(before, after))
    try:
        with transaction.atomic():
            # The number is the primary key: of two that follow the same version, one gets in.
            row.save(force_insert=True)
            record(request, Action.SETTINGS, row, version=row.number, fields=fields)
    except IntegrityError as taken:
        if not ProfileVersion.objects.filter(pk=row.number).exists():
            raise
        raise StaleError from taken
    forget()
    return row


def forget() -> None:
    """Let the pages of this process show what holds now, at once."""
    current.saved.forget()
    intake.arrivals_today.forget()


def version(number: int) -> Profile | None:
    """A version as it was saved (0: the environment's values). None where it is not there or not readable."""
    if number == 0:
        return from_environment()
    row = ProfileVersion.objects.filter(pk=number).first()
    try:
        return None if row is None else from_json(row.values, number)
    except ProfileError:
        return None


def check(profile: Profile) -> None:
    """Make sure that `profile` can be read again once it is stored. Raises ProfileError."""
    from_json(to_json(profile), profile.version)
