"""Storing a paper form that somebody keyed in: evaluated as a form from the web is, in one step."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from assessments import services
from assessments.models import Assessment, Source
from triage.conditions import Answer
from triage.intake import to_json
from triage.model import Pathway


class TakenError(Exception):
    """The id belongs to a row that did not come from this keying in."""


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
    """The stored row. A second call with the same id gives the row of the first.

    Raises TakenError when the id is that of another row.
    """
    try:
        with transaction.atomic():
            row = _new_row(keyed, now)
            row.save(force_insert=True)
            return services.submit(services.open_draft(row), dict(keyed.contact), now)
    except IntegrityError:
        rows = Assessment.objects.filter(pk=keyed.id, source=Source.PAPER, entered_by=keyed.entered_by)
        stored = rows.first()
        if stored is None:
            raise TakenError from None
        return stored


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
