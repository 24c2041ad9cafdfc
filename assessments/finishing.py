"""Sending and sharing: the result is worked out and stored with the contact details, once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

from django.db import IntegrityError, transaction
from django.utils import timezone

from assessments.arrivals import announce
from assessments.models import Assessment, Status
from assessments.paper.times import filled_at
from assessments.reference import new_reference
from assessments.services import (
    SAVE_TRIES,
    SINCE_SHARING,
    VISIT,
    BusyError,
    ChangedError,
    Draft,
    JSONObject,
    evaluate_so_far,
    open_draft,
    start,
)
from triage.engine import evaluate
from triage.frozen import FrozenResult, freeze
from triage.intake import to_json
from triage.model import Level, Result

REFERENCE_TRIES = 5


def share_stopped(
    draft: Draft, contact: JSONObject, now: datetime | None = None, *, language: str = ""
) -> Assessment:
    """Store a partial result for staff, with the person's consent. A second call changes nothing.

    Raises ChangedError when it is no emergency any more, or BusyError.
    """
    return _finish(draft, contact, Status.STOPPED, now or timezone.now(), language)


def submit(
    draft: Draft, contact: JSONObject, now: datetime | None = None, *, language: str = ""
) -> Assessment:
    """Evaluate the finished form and store it. A second call changes nothing and gives the same row.

    Raises ChangedError when another tab gave another age meanwhile, or BusyError.
    """
    return _finish(draft, contact, Status.SUBMITTED, now or timezone.now(), language)


def submit_complete(
    pathway_name: str,
    answers: JSONObject,
    contact: JSONObject,
    *,
    language: str,
    now: datetime,
    finished: bool = True,
) -> Assessment:
    """Create and submit in one step, as a form that comes in whole does (demo cases)."""
    row = start(pathway_name, language=language, answers=answers, now=now)
    draft = open_draft(row)
    return submit(draft, contact, now) if finished else share_stopped(draft, contact, now)


def frozen_result(row: Assessment) -> FrozenResult:
    """The result as it was when it was stored."""
    return cast("FrozenResult", row.result)


def _finish(draft: Draft, contact: JSONObject, status: Status, now: datetime, language: str) -> Assessment:
    """Store a result once. Answers that were saved meanwhile in another tab are evaluated, not lost."""
    for _ in range(SAVE_TRIES):
        columns = _columns(draft, contact, status, now) | {"language": language or draft.row.language}
        stored = _claim(draft.row, columns, now)
        if stored is None:
            fresh = Assessment.objects.get(pk=draft.row.pk)
            if fresh.status == Status.SUBMITTED or (status is Status.STOPPED and fresh.submitted_at):
                return fresh
            draft = _still_fits(draft, open_draft(fresh), status)
            continue
        return stored
    raise BusyError


def _still_fits(before: Draft, fresh: Draft, status: Status) -> Draft:
    """A draft that another tab changed, if what was agreed to can still be stored. Else ChangedError."""
    if status is Status.STOPPED:
        fits = evaluate_so_far(fresh).level is Level.EMERGENCY_NOW
    else:
        age = before.pathway.age.key
        # The date of birth was checked against the age. A blank is no obstacle: it counts as not sure.
        fits = fresh.pathway is before.pathway and fresh.answers.get(age) == before.answers.get(age)
    if not fits:
        raise ChangedError
    return fresh


def _columns(draft: Draft, contact: JSONObject, status: Status, now: datetime) -> JSONObject:
    """The columns of a finished (or shared) assessment."""
    result = evaluate(draft.pathway, draft.answers, finished=status is Status.SUBMITTED)
    frozen = freeze(result, None if status is Status.SUBMITTED else draft.reached)
    row, notes = draft.row, draft.progress.get(VISIT)
    row.contact = {**contact, VISIT: notes} if notes else contact
    row.result = cast("JSONObject", frozen)
    row.answers = {key: to_json(answer) for key, answer in draft.answers.items()}
    # Who only shares goes on with the form, and finds the notes there.
    done_with = {SINCE_SHARING, VISIT} if status is Status.SUBMITTED else {SINCE_SHARING}
    row.progress = {key: value for key, value in draft.progress.items() if key not in done_with}
    return {
        "status": status,
        "pathway": draft.pathway.name,
        "sealed_answers": row.sealed_answers,
        "sealed_progress": row.sealed_progress,
        "sealed_contact": row.sealed_contact,
        "sealed_result": row.sealed_result,
        "level": result.level,
        "priority": result.priority,
        "due_at": due_at(result, filled_at(contact) or now),
        "ruleset_version": frozen["ruleset_version"],
        "emergency_at": row.emergency_at or (now if status is Status.STOPPED else None),
        "submitted_at": now,
        "updated_at": now,
        "revision": row.revision + 1,
    }


def _claim(row: Assessment, columns: JSONObject, now: datetime) -> Assessment | None:
    """Store the columns with a free reference and announce the row. None if somebody changed it since."""
    rows = Assessment.objects.filter(pk=row.pk, revision=row.revision).exclude(status=Status.SUBMITTED)
    if columns["status"] is Status.STOPPED:
        rows = rows.filter(submitted_at=None)
    for _ in range(REFERENCE_TRIES):
        reference = row.reference or new_reference()
        if Assessment.objects.filter(reference=reference).exclude(pk=row.pk).exists():
            continue
        try:
            with transaction.atomic():
                # What staff were told of before. The revision says that nobody changes it in between.
                before = rows.filter(submitted_at__isnull=False).first() if row.submitted_at else None
                if not rows.update(**columns, reference=reference):
                    return None
                stored = Assessment.objects.get(pk=row.pk)
                announce(stored, now, before)
                return stored
        except IntegrityError:
            # Somebody took the reference since; anything else wrong would not go away by itself.
            if not Assessment.objects.filter(reference=reference).exclude(pk=row.pk).exists():
                raise
    raise BusyError


def due_at(result: Result, answered_at: datetime) -> datetime | None:
    """When the person should have been seen: due hours after answering. None where no visit is due."""
    if result.due_hours is None or result.level in (None, Level.SELF_CARE):
        return None
    return answered_at + timedelta(hours=result.due_hours)
