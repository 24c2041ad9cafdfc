"""The way back to an assessment after sending: a link that is good for 14 days or until it is ended.

The link alone shows nothing: the reference and the date of birth are asked for as well. What is wrong about
a try is never told: an unknown token, other details, a link that is over. All take the same work.
"""

from __future__ import annotations

import logging
import secrets
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.db import transaction
from django.db.models import F, Q
from django.db.models.query import QuerySet

from assessments.models import Assessment, ReturnLink, TryCount
from assessments.reference import tidy
from triage_site.tokens import hash_of
from triage_site.vault import VaultError

logger = logging.getLogger(__name__)

LIFE = timedelta(days=14)
MOST_WRONG_TRIES = 5
COUNTS_KEPT = timedelta(hours=2)
TOKEN_BYTES = 16
NOBODY = uuid.UUID(int=0)


@dataclass(frozen=True)
class Try:
    """What became of a try. `link`: the one that was opened; `tried`: the assessment of the token, if any."""

    link: ReturnLink | None
    tried: Assessment | None


def make(assessment: Assessment, now: datetime) -> str:
    """A new token for `assessment`, which ends the one before. It is given out here once and kept nowhere."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        # Two at once: the second waits, and replaces the first.
        Assessment.objects.select_for_update().only("pk").get(pk=assessment.pk)
        ReturnLink.objects.filter(assessment=assessment).delete()
        ReturnLink.objects.create(
            assessment=assessment, token_hash=hash_of(token), created_at=now, expires_at=now + LIFE
        )
    return token


def try_to_open(token: str, reference: str, born: str, now: datetime) -> Try:
    """Open the link of `token` for who knows reference and date of birth ("YYYY-MM-DD", "" for none given).

    The try is counted before anything is compared, so that tries at the same time cannot be more than
    allowed; a right one is taken off again. Who sent no date of birth is not asked for the right one.
    """
    token_hash = hash_of(token)
    with transaction.atomic():
        usable = _live(now).filter(token_hash=token_hash, wrong_tries__lt=MOST_WRONG_TRIES)
        counted = usable.update(wrong_tries=F("wrong_tries") + 1)
        link = ReturnLink.objects.select_related("assessment").filter(token_hash=token_hash).first()
        fits = _fits(link.assessment if link else _somebody(), reference, born)
        if link is None or not (counted and fits):
            return Try(None, link.assessment if link else None)
        ReturnLink.objects.filter(pk=link.pk).update(wrong_tries=F("wrong_tries") - 1)
        return Try(link, link.assessment)


def end(assessment: Assessment, now: datetime) -> bool:
    """End the link of `assessment`, and with it every session that came by it. False if there is none."""
    return bool(_live(now).filter(assessment=assessment).update(ended_at=now))


def live_of(assessment: Assessment, now: datetime) -> ReturnLink | None:
    """The link of `assessment` if it is not over."""
    return _live(now).filter(assessment=assessment).first()


def live_among(ids: Iterable[uuid.UUID], now: datetime) -> dict[uuid.UUID, uuid.UUID]:
    """The assessments, by the id of their link, of those links that are not over."""
    return dict(_live(now).filter(pk__in=list(ids)).values_list("pk", "assessment_id"))


def purge(now: datetime) -> int:
    """Delete links that are over, and counts of tries of past hours. How many links."""
    TryCount.objects.filter(hour__lt=now - COUNTS_KEPT).delete()
    links, _by_model = ReturnLink.objects.filter(Q(expires_at__lte=now) | Q(ended_at__lte=now)).delete()
    return links


def _live(now: datetime) -> QuerySet[ReturnLink]:
    return ReturnLink.objects.filter(ended_at=None, expires_at__gt=now)


def _fits(row: Assessment, reference: str, born: str) -> bool:
    """Whether these are the details that were sent. Compares both, whatever the first one gives."""
    try:
        contact = cast("dict[str, Any]", row.contact)
    except VaultError:
        logger.exception("the contact details of an assessment cannot be read")
        return False
    same_reference = _same(tidy(row.reference or ""), tidy(reference))
    same_born = _same(contact.get("date_of_birth") or born, born)
    return same_reference & same_born


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())


def _somebody() -> Assessment:
    """Nobody's assessment, to be compared where there is none. Its reference fits nothing that is typed."""
    row = Assessment(pk=NOBODY, reference="-" * 11)
    row.contact = {"name": "", "phone": "", "date_of_birth": "1900-01-01"}
    return row
