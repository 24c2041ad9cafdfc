"""What each version of the rules said, kept so that versions can be compared and a signature names content.

A version is stored once, when it is first seen: by the rules page, by a signature, by what is sent.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from assessments.models import Assessment
from clinic.models import RulesetSnapshot
from triage.catalogue import describe, ruleset_version
from triage.pathways import PATHWAYS

# Versions that this process knows to be stored, so that nothing is asked or written twice.
_stored: set[str] = set()


def arrived(row: Assessment, now: datetime, before: Assessment | None = None) -> None:
    """Keep the rules by which `row` was judged: a receiver of settings.ARRIVALS, in its transaction."""
    keep(row.pathway, now)


def keep(pathway: str, now: datetime) -> None:
    """Store the version of `pathway` that is in use unless it is known to be. KeyError: no such pathway."""
    if ruleset_version(pathway) not in _stored:
        store(pathway, now)


def store(pathway: str, now: datetime) -> None:
    """Store the version of `pathway` that is in use unless it is there. KeyError: no such pathway.

    Two processes may do it at once: the first row stays. It is remembered only when it is committed.
    """
    version = ruleset_version(pathway)
    snapshot = RulesetSnapshot(
        version=version, pathway=pathway, first_seen_at=now, rows=describe(PATHWAYS[pathway])
    )
    with transaction.atomic(savepoint=False):
        RulesetSnapshot.objects.bulk_create([snapshot], ignore_conflicts=True)
        transaction.on_commit(partial(_stored.add, version))


def keep_all(now: datetime) -> None:
    """Store the versions of all pathways that are in use."""
    for pathway in PATHWAYS:
        keep(pathway, now)


def forget() -> None:
    """Know nothing of what is stored (tests, whose tables are emptied)."""
    _stored.clear()
