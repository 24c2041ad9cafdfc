"""When the answers of a paper form were given: not when somebody keyed them in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

FILLED_AT = "paper_filled_at"


class Timed(Protocol):
    """The times of an assessment."""

    updated_at: datetime
    submitted_at: datetime | None


def filled_in(at: datetime) -> dict[str, str]:
    """What is stored in the sealed contact."""
    return {FILLED_AT: at.isoformat()}


def filled_at(contact: Mapping[str, Any]) -> datetime | None:
    """When the paper form was filled in; None for a form that did not come on paper."""
    text = contact.get(FILLED_AT)
    return datetime.fromisoformat(text) if text else None


def answered_at(row: Timed, contact: Mapping[str, Any]) -> datetime:
    """When the answers were given: on the date of the paper, or when they were sent or last changed."""
    return filled_at(contact) or row.submitted_at or row.updated_at
