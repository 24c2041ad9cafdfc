"""Signing off a version of a pathway's rules, and taking a signature back. Rows are only ever added."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from clinic.audit.trail import Action, record
from clinic.models import Member, RulesetSnapshot, SignOff
from clinic.models.rulebook import SignOffKind
from clinic.rulebook import snapshots
from clinic.rulebook.current import sign_offs
from triage.catalogue import ruleset_version
from triage_site.context import clinic_now


class ChangedError(Exception):
    """What was to be signed or taken back is no longer as the page showed it. Nothing was stored."""


def sign(request: HttpRequest, member: Member, pathway: str, version: str, note: str, now: datetime) -> None:
    """Sign off `version`, which must be the one in use and unsigned. Raises ChangedError."""
    with transaction.atomic():
        snapshots.store(pathway, now)
        last = _last_of(version, pathway)
        if last is not None and last.kind == SignOffKind.SIGNED:
            raise ChangedError
        _add(request, member, SignOffKind.SIGNED, pathway, version, note, _after(last, now))
    sign_offs.forget()


def take_back(
    request: HttpRequest, member: Member, pathway: str, version: str, reason: str, now: datetime
) -> None:
    """Take back the signature under `version`, which must be in use and signed. Raises ChangedError."""
    with transaction.atomic():
        last = _last_of(version, pathway)
        if last is None or last.kind != SignOffKind.SIGNED:
            raise ChangedError
        _add(request, member, SignOffKind.WITHDRAWN, pathway, version, reason, _after(last, now))
    sign_offs.forget()


def history(pathway: str) -> Iterator[SignOff]:
    """All signatures of a pathway and those taken back, the latest first."""
    return SignOff.objects.filter(pathway=pathway).order_by("-at").iterator()


def last_signed_version(pathway: str, besides: str) -> str:
    """The version signed last before the one in use, if it is kept; "" if there is none."""
    kept = RulesetSnapshot.objects.filter(pathway=pathway).values("version")
    rows = SignOff.objects.filter(pathway=pathway, kind=SignOffKind.SIGNED, version__in=kept)
    return rows.exclude(version=besides).order_by("-at").values_list("version", flat=True).first() or ""


def _last_of(version: str, pathway: str) -> SignOff | None:
    """What was said last of the version. Until the end of the transaction nobody else says anything."""
    if version != ruleset_version(pathway):
        raise ChangedError
    snapshot = RulesetSnapshot.objects.select_for_update().filter(pk=version)
    if not snapshot.values_list("pk").first():
        raise ChangedError
    return SignOff.objects.filter(version=version).order_by("-at").first()


def _after(last: SignOff | None, now: datetime) -> datetime:
    """Never before what was said last, whatever the clocks of two machines say: the order decides."""
    return now if last is None else max(now, last.at + timedelta(microseconds=1))


def _add(
    request: HttpRequest,
    member: Member,
    kind: SignOffKind,
    pathway: str,
    version: str,
    note: str,
    at: datetime,
) -> None:
    day = timezone.localdate(at, timezone=clinic_now().zone)
    row = SignOff(
        kind=kind,
        pathway=pathway,
        version=version,
        name=member.name,
        date=day,
        by=member.user,
        at=at,
        note=note,
    )
    row.save(force_insert=True)
    record(request, Action.SIGNED, row, kind=kind.value, version=version)
