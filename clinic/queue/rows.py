"""The list of assessments, most urgent first, in the order of the index."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from assessments.languages import foreign
from assessments.models import Assessment, Source, Status
from assessments.paper.times import answered_at
from assessments.summary.clock import age_in_words, call_by, clinic_time, due_in_words
from assessments.summary.header import level_words
from triage.model import Level
from triage.pathways import PATHWAYS
from triage_site.vault import VaultError

PAGE_SIZE = 50
# The order of the index. Within one priority either every row has a due time or none has.
ORDER = ("-priority", "due_at", "submitted_at", "id")


@dataclass(frozen=True)
class Row:
    """One line of the list: urgency and nothing that was answered but the age."""

    pk: uuid.UUID
    reference: str
    level: str
    level_number: int
    priority: int | None
    due: str
    due_at: str
    is_overdue: bool
    pathway: str
    age: str
    language: str
    flags: tuple[str, ...]
    status: str
    submitted: str
    source: str
    is_unreadable: bool


@dataclass(frozen=True)
class QueuePage:
    """A page of the list, and the id that the next page starts after, if there is one."""

    rows: tuple[Row, ...]
    after: uuid.UUID | None


def in_order() -> QuerySet[Assessment]:
    """What staff see, most urgent first: what was submitted, and what was shared from the emergency page."""
    return Assessment.objects.filter(submitted_at__isnull=False, priority__isnull=False).order_by(*ORDER)


def without_level() -> QuerySet[Assessment]:
    """What was shared before any rule fired. Nobody knows how urgent it is, so it is looked at first."""
    rows = Assessment.objects.filter(submitted_at__isnull=False, priority=None)
    return rows.order_by("submitted_at", "id")


def queue_page(now: datetime, after: uuid.UUID | None = None, size: int = PAGE_SIZE) -> QueuePage:
    """The page of the list that follows `after` (the first page without it). DoesNotExist if it is gone."""
    if after is None:
        first, rows = list(without_level()), in_order()
    else:
        first, rows = [], in_order().filter(_later_than(in_order().get(pk=after)))
    found = list(rows[: size + 1])
    shown = found[:size]
    return QueuePage(
        tuple(_row(assessment, now) for assessment in (*first, *shown)),
        shown[-1].pk if len(found) > size else None,
    )


def _later_than(last: Assessment) -> Q:
    """What stands behind `last` in the order above."""
    behind = Q(submitted_at__gt=last.submitted_at) | Q(submitted_at=last.submitted_at, id__gt=last.pk)
    if last.due_at is not None:
        behind = Q(due_at__gt=last.due_at) | (Q(due_at=last.due_at) & behind)
    return Q(priority__lt=last.priority) | (Q(priority=last.priority) & behind)


def _row(assessment: Assessment, now: datetime) -> Row:
    level = Level(assessment.level) if assessment.level else None
    try:
        age, flags, unreadable = _age(assessment), _flags(assessment), False
    except VaultError:
        age, flags, unreadable = "", (), True
    return Row(
        pk=assessment.pk,
        reference=assessment.reference or "",
        level=level_words(level),
        level_number=int(level or 0),
        priority=assessment.priority,
        due=due_in_words(assessment.due_at, now),
        due_at=clinic_time(assessment.due_at) if assessment.due_at else "",
        is_overdue=assessment.due_at is not None and assessment.due_at < now,
        pathway=_("Adult") if assessment.pathway == "adult" else _("Child"),
        age=age,
        language=_language(assessment),
        flags=flags,
        status=_("Stopped at the emergency page") if assessment.status == Status.STOPPED else _("Submitted"),
        submitted=clinic_time(assessment.submitted_at) if assessment.submitted_at else "",
        source=_source(assessment),
        is_unreadable=unreadable,
    )


def _language(assessment: Assessment) -> str:
    """In which language the person answered, if it is not the clinic's."""
    language = foreign(assessment.language)
    return _("answered in %(language)s") % {"language": language.name} if language else ""


def _age(assessment: Assessment) -> str:
    answers = cast("Mapping[str, Any]", assessment.answers)
    years = answers.get(PATHWAYS[assessment.pathway].age.key)
    return age_in_words(years, answers.get("child_age_months"))


def _source(assessment: Assessment) -> str:
    """Who keyed in a paper form; "" for what came over the web."""
    if assessment.source != Source.PAPER:
        return ""
    return _("From paper, keyed in by %(who)s") % {"who": assessment.entered_by}


def _flags(assessment: Assessment) -> tuple[str, ...]:
    """Each flag with the time by which to call: it does not move the row up the list."""
    result = cast("Mapping[str, Any]", assessment.result)
    contact = cast("Mapping[str, Any]", assessment.contact)
    since = answered_at(assessment, contact)
    return tuple(f"{flag['id']}: {call_by(flag['hours'], since)}" for flag in result["flags"])
