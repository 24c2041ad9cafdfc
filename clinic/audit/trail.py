"""Adding a line to the audit log: `record(request, Action.VIEWED, row)`.

Views call it before they answer, in the transaction of the change where there is one: what cannot be
logged is not done. A line holds codes and ids, never what somebody answered or wrote.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.db.models.enums import TextChoices
from django.http import HttpRequest
from django.utils import timezone

from clinic.models.audit import AuditEvent, AuditHead, AuditOutcome

FIELDS = ("number", "at", "actor_id", "actor", "roles", "action", "subject", "subject_id", "place", "outcome")


class Action(TextChoices):
    """What is logged. The value is stored."""

    DENIED = "denied"
    LOGIN = "login"
    LOGOUT = "logout"
    VIEWED_QUEUE = "queue.viewed"
    SEARCHED = "queue.searched"
    VIEWED = "case.viewed"
    PRINTED = "case.printed"
    EXPORTED = "case.exported"
    CHANGED = "case.changed"
    REVIEWED = "case.reviewed"
    KEYED_IN = "case.keyed_in"
    BROKE_GLASS = "case.broke_glass"
    PATIENT = "case.patient"
    ACCOUNT = "account.changed"
    SETTINGS = "settings.changed"
    SIGNED = "rules.signed"
    VIEWED_PAGE = "page.viewed"
    VIEWED_AUDIT = "audit.viewed"
    EXPORTED_AUDIT = "audit.exported"
    PURGED = "data.purged"


def record(
    request: HttpRequest | None,
    action: Action,
    subject: Model | None = None,
    *,
    outcome: AuditOutcome = AuditOutcome.OK,
    at: datetime | None = None,
    **detail: str | int | bool | None,
) -> AuditEvent:
    """Add a line. `request` is None for what the site itself did. Raises what the database raises."""
    user = getattr(request, "user", None)
    member = getattr(user, "member", None) if user is not None and user.is_authenticated else None
    event = AuditEvent(
        at=at or timezone.now(),
        actor_id=getattr(user, "pk", None),
        actor=user.get_username() if user is not None else "",
        roles=member.roles if member is not None else "",
        action=action.value,
        subject=str(subject._meta.model_name) if subject is not None else "",
        subject_id=str(subject.pk) if subject is not None else "",
        place=request.META.get("REMOTE_ADDR", "")[:45] if request is not None else "",
        outcome=outcome.value,
        detail=json.dumps(detail, sort_keys=True, ensure_ascii=True) if detail else "",
    )
    return append(event)


def append(event: AuditEvent) -> AuditEvent:
    """Chain `event` to the end of the log and store it."""
    with transaction.atomic(savepoint=False):
        head = AuditHead.objects.select_for_update().get(pk=1)
        event.number, event.previous = head.number + 1, head.mac
        event.key_id = next(iter(settings.AUDIT_KEYS))
        event.mac = mac_of(event)
        event.save(force_insert=True)
        AuditHead.objects.filter(pk=1).update(number=event.number, mac=event.mac)
    return event


def mac_of(event: AuditEvent) -> str:
    """The keyed hash of a line and of the one before it, in hexadecimal."""
    values: list[Any] = [str(getattr(event, field)) for field in FIELDS]
    values[1] = event.at.isoformat()
    text = json.dumps([*values, event.detail, event.key_id, event.previous], ensure_ascii=True)
    return hmac.new(settings.AUDIT_KEYS[event.key_id], text.encode(), hashlib.sha256).hexdigest()
