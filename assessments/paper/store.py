"""Storing a paper form that somebody keyed in: evaluated as a form from the web is, in one step."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from assessments import finishing, services
from assessments.models import Assessment, Source
from assessments.paper.contact import SIGNED
from triage.conditions import Answer
from triage.intake import to_json
from triage.model import Pathway
from triage_site.vault import VaultError


class TakenError(Exception):
    """The id belongs to a row with other contents. `row`: that row, if it is a form that came on paper."""

    def __init__(self, row: Assessment) -> None:
        super().__init__()
        self.row = row if row.source == Source.PAPER and row.submitted_at else None


@dataclass(frozen=True, kw_only=True)
class KeyedIn:
    """One paper form, keyed in. `id` comes from the page that was keyed in, so that it is stored once."""

    id: uuid.UUID
    pathway: Pathway
    answers: Mapping[str, Answer]
    contact: Mapping[str, Any]
    language: str
    entered_by: str


def store(keyed: KeyedIn, now: datetime) -> Assessment:
    """The stored row. A second call with the same id and the same contents gives the row of the first.

    Raises TakenError when the row with that id says anything else: then nothing is stored. BusyError.
    """
    try:
        with transaction.atomic():
            row = _new_row(keyed, now)
            row.save(force_insert=True)
            return finishing.submit(services.open_draft(row), dict(keyed.contact), now)
    except IntegrityError:
        stored = Assessment.objects.filter(pk=keyed.id).first()
        if stored is None:
            raise
        if not _is_the_same(keyed, stored, now):
            raise TakenError(stored) from None
        return stored


def _is_the_same(keyed: KeyedIn, stored: Assessment, now: datetime) -> bool:
    """Whether a row says what was keyed in. One that cannot be read does not."""
    if stored.source != Source.PAPER or stored.submitted_at is None:
        return False
    try:
        return _contents(stored, stored.contact) == _contents(_new_row(keyed, now), keyed.contact)
    except VaultError:
        return False


def _contents(row: Assessment, contact: Any) -> tuple[Any, ...]:
    """What was on the paper. The consent adds nothing: it follows from the date, language and version."""
    lines = {key: value for key, value in contact.items() if key != SIGNED}
    return row.pathway, row.language, services.open_draft(row).answers, lines


def _new_row(keyed: KeyedIn, now: datetime) -> Assessment:
    row = Assessment(
        id=keyed.id,
        pathway=keyed.pathway.name,
        language=keyed.language,
        source=Source.PAPER,
        entered_by=keyed.entered_by,
        created_at=now,
        updated_at=now,
    )
    row.answers = {key: to_json(answer) for key, answer in keyed.answers.items()}
    row.progress = {
        "seen": [page.code for page in keyed.pathway.pages],
        services.LANGUAGES: dict.fromkeys(keyed.answers, keyed.language),
    }
    row.contact, row.result = {}, {}
    return row
