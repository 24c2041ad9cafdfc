"""Adding a line to the audit log: `record(request, Action.VIEWED, row)`.

Views call it before they answer, in the transaction of the change where there is one: what cannot be
logged is not done. A line holds codes and ids, never what somebody answered or wrote.
Inside a transaction it comes last: the end of the log stays locked until the transaction is over.
"""

from __future__ import annotations

import json
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.db.models.enums import TextChoices
from django.http import HttpRequest
from django.utils import timezone

from clinic.audit.chain import Line, mac_of
from clinic.models.audit import AuditEvent, AuditHead, AuditOutcome


class Action(TextChoices):
    """What is logged. The value is stored; the words are in clinic/audit/sentences.py."""

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
    NOTICES = "notices.changed"
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
        # triage_site.guards has looked behind the proxies.
        place=request.META.get("REMOTE_ADDR", "")[:45] if request is not None else "",
        outcome=outcome.value,
        detail=json.dumps(detail, sort_keys=True, ensure_ascii=True) if detail else "",
    )
    return append(event)


def append(event: AuditEvent) -> AuditEvent:
    """Chain `event` to the end of the log and store it: two statements; a trigger moves the head."""
    with transaction.atomic(savepoint=False):
        head = AuditHead.objects.select_for_update().get(pk=1)
        event.number, event.previous = head.number + 1, head.mac
        event.key_id, key = next(iter(settings.AUDIT_KEYS.items()))
        event.mac = mac_of(line_of(event), key)
        event.save(force_insert=True)
    return event


def line_of(event: AuditEvent) -> Line:
    """A row as a line of the chain."""
    return Line(*(getattr(event, name) for name in Line._fields))
