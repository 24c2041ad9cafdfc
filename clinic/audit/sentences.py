"""The audit log in sentences. Who a case is about is never said: its reference, or its id, stands for it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from assessments.bound import Words
from assessments.models import Assessment
from clinic.audit.trail import Action
from clinic.models import AuditEvent, Member
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Role
from clinic.profile import shown

# What has the same id as the assessment it belongs to.
CASES = frozenset({"assessment", "case"})
PEOPLE = frozenset({"user", "member"})

# What was done, where the line names a case or a colleague, and where it does not.
ABOUT: Mapping[str, Words] = {
    Action.VIEWED: _lazy("%(who)s opened %(what)s."),
    Action.PRINTED: _lazy("%(who)s opened the print of %(what)s."),
    Action.EXPORTED: _lazy("%(who)s exported %(what)s."),
    Action.CHANGED: _lazy("%(who)s changed %(what)s."),
    Action.REVIEWED: _lazy("%(who)s reviewed %(what)s."),
    Action.KEYED_IN: _lazy("%(who)s keyed in %(what)s from paper."),
    Action.BROKE_GLASS: _lazy("%(who)s opened %(what)s under an emergency reason."),
    Action.PATIENT: _lazy("The person used the return link or the status page of %(what)s."),
    Action.DENIED: _lazy("%(who)s was refused %(what)s."),
    Action.ACCOUNT: _lazy("%(who)s changed %(what)s."),
    Action.PURGED: _lazy("%(who)s deleted %(what)s."),
}
ALONE: Mapping[str, Words] = {
    Action.DENIED: _lazy("%(who)s was refused a page or an action."),
    Action.LOGIN: _lazy("%(who)s logged in."),
    Action.LOGOUT: _lazy("%(who)s logged out."),
    Action.VIEWED_QUEUE: _lazy("%(who)s looked at the queue."),
    Action.SEARCHED: _lazy("%(who)s searched for a person."),
    Action.VIEWED: _lazy("%(who)s opened a case."),
    Action.PRINTED: _lazy("%(who)s opened a print."),
    Action.EXPORTED: _lazy("%(who)s exported data."),
    Action.CHANGED: _lazy("%(who)s changed cases."),
    Action.REVIEWED: _lazy("%(who)s reviewed a case."),
    Action.KEYED_IN: _lazy("%(who)s keyed in a paper form."),
    Action.BROKE_GLASS: _lazy("%(who)s used an emergency reason."),
    Action.PATIENT: _lazy("Somebody used a return link or the status page."),
    Action.ACCOUNT: _lazy("%(who)s changed an account."),
    Action.SETTINGS: _lazy("%(who)s changed the settings of the clinic."),
    Action.SIGNED: _lazy("%(who)s signed off rules, or took it back."),
    Action.NOTICES: _lazy("%(who)s changed who gets messages."),
    Action.VIEWED_PAGE: _lazy("%(who)s opened a page."),
    Action.VIEWED_AUDIT: _lazy("%(who)s looked at the audit log."),
    Action.EXPORTED_AUDIT: _lazy("%(who)s exported the audit log."),
    Action.PURGED: _lazy("%(who)s deleted old data."),
}
# The same, where it did not come about.
FAILED: Mapping[str, Words] = {
    Action.LOGIN: _lazy("%(who)s tried to log in and failed."),
    Action.ACCOUNT: _lazy("%(who)s tried to change an account and failed."),
}
FAILED_ABOUT: Mapping[str, Words] = {
    Action.LOGIN: _lazy("%(who)s tried to log in with %(what)s and failed."),
    Action.ACCOUNT: _lazy("%(who)s tried to change %(what)s and failed."),
}
CHANGED_SETTINGS = _lazy("%(who)s changed these settings of the clinic: %(what)s.")
# What a filter offers.
LABELS: Mapping[str, Words] = {
    Action.DENIED: _lazy("Refused a page or an action"),
    Action.LOGIN: _lazy("Login"),
    Action.LOGOUT: _lazy("Logout"),
    Action.VIEWED_QUEUE: _lazy("Looked at the queue"),
    Action.SEARCHED: _lazy("Searched for a person"),
    Action.VIEWED: _lazy("Opened a case"),
    Action.PRINTED: _lazy("Opened a print"),
    Action.EXPORTED: _lazy("Exported data"),
    Action.CHANGED: _lazy("Changed a case"),
    Action.REVIEWED: _lazy("Reviewed a case"),
    Action.KEYED_IN: _lazy("Keyed in a paper form"),
    Action.BROKE_GLASS: _lazy("Used an emergency reason"),
    Action.PATIENT: _lazy("The person on a return link or the status page"),
    Action.ACCOUNT: _lazy("Changed an account"),
    Action.SETTINGS: _lazy("Changed the settings of the clinic"),
    Action.SIGNED: _lazy("Signed off rules, or took it back"),
    Action.NOTICES: _lazy("Changed who gets messages"),
    Action.VIEWED_PAGE: _lazy("Opened another page"),
    Action.VIEWED_AUDIT: _lazy("Looked at the audit log"),
    Action.EXPORTED_AUDIT: _lazy("Exported the audit log"),
    Action.PURGED: _lazy("Deleted old data"),
}
OUTCOMES: Mapping[str, Words] = {
    AuditOutcome.OK: _lazy("done"),
    AuditOutcome.DENIED: _lazy("refused"),
    AuditOutcome.FAILED: _lazy("failed"),
}


@dataclass(frozen=True)
class Told:
    """One line as the page shows it. `codes`: what else is noted, as name and value."""

    number: int
    at: datetime
    sentence: str
    roles: tuple[Words, ...]
    place: str
    outcome: str
    outcome_words: Words
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Names:
    """What ids stand for: references by the id of a case, names of members by the id of the account."""

    references: Mapping[str, str]
    members: Mapping[int, str]


def names_for(events: Collection[AuditEvent]) -> Names:
    """What the lines need, with two statements."""
    ids = {identity for event in events if event.subject in CASES if (identity := _uuid(event.subject_id))}
    rows = Assessment.objects.filter(pk__in=ids, reference__isnull=False).values_list("pk", "reference")
    people = {event.actor_id for event in events if event.actor_id is not None}
    people |= {int(event.subject_id) for event in events if _is_person(event)}
    members = Member.objects.filter(pk__in=people).values_list("pk", "name")
    return Names({str(pk): str(reference) for pk, reference in rows}, dict(members))


def tell(event: AuditEvent, names: Names) -> Told:
    """One line in words."""
    what = _what(event, names)
    detail = _detail(event)
    changed = _settings(event, detail)
    if changed:
        detail = {name: value for name, value in detail.items() if name != "fields"}
    codes = [(str(name), str(value)) for name, value in detail.items() if value != ""]
    if event.subject and not what:
        codes.insert(0, (event.subject, event.subject_id))
    return Told(
        number=event.number,
        at=event.at,
        sentence=_sentence(event, names, what, changed),
        roles=tuple(_role(code) for code in event.roles.split()),
        place=event.place,
        outcome=event.outcome,
        outcome_words=OUTCOMES.get(event.outcome, event.outcome),
        codes=tuple(codes),
    )


def reference_of(event: AuditEvent, names: Names) -> str:
    """The reference of the case that a line is about; "" where there is none, or where it is deleted."""
    return names.references.get(event.subject_id, "") if event.subject in CASES else ""


def _sentence(event: AuditEvent, names: Names, what: str, changed: str) -> str:
    if changed:
        return str(CHANGED_SETTINGS) % {"who": _who(event, names), "what": changed}
    action = event.action
    words = _words(action, event.outcome, about=bool(what))
    if words is None:
        words = _("%(who)s did this: %(code)s.")
    return str(words) % {"who": _who(event, names), "what": what, "code": action}


def _words(action: str, outcome: str, *, about: bool) -> Words | None:
    """The sentence for what was done: the one that fits best of those there are."""
    kinds = [ALONE]
    if about:
        kinds.append(ABOUT)
    if outcome == AuditOutcome.FAILED:
        kinds += [FAILED, FAILED_ABOUT] if about else [FAILED]
    return next((words[action] for words in reversed(kinds) if action in words), None)


def _who(event: AuditEvent, names: Names) -> str:
    """The name and login of who did it."""
    if event.actor_id is None:
        return _("Somebody who was not logged in") if event.place else _("The site itself")
    name = names.members.get(event.actor_id, "")
    if not name or name == event.actor:
        return event.actor
    return _("%(name)s (%(login)s)") % {"name": name, "login": event.actor}


def _what(event: AuditEvent, names: Names) -> str:
    """The case or account that the line names; "" for anything else."""
    if event.subject in CASES:
        reference = reference_of(event, names)
        if reference:
            return _("case %(reference)s") % {"reference": reference}
        return _("a case that is no longer there (%(id)s)") % {"id": event.subject_id}
    if _is_person(event):
        name = names.members.get(int(event.subject_id), "")
        return _("the account of %(name)s") % {"name": name or event.subject_id}
    return ""


def _settings(event: AuditEvent, detail: Mapping[str, object]) -> str:
    """The settings that a line says were changed, in words; "" for anything else."""
    fields = detail.get("fields")
    if event.action != Action.SETTINGS or not isinstance(fields, str):
        return ""
    labels = shown.labels()
    return ", ".join(str(labels.get(field, field)) for field in fields.split())


def _is_person(event: AuditEvent) -> bool:
    return event.subject in PEOPLE and event.subject_id.isascii() and event.subject_id.isdigit()


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _detail(event: AuditEvent) -> dict[str, object]:
    """The codes of a line. Somebody may have tampered with the text: then it is shown as it stands."""
    if not event.detail:
        return {}
    try:
        detail = json.loads(event.detail)
    except ValueError:
        detail = None
    return cast("dict[str, object]", detail) if isinstance(detail, dict) else {"?": event.detail}


def _role(code: str) -> Words:
    return Role(code).label if code in Role.values else code
