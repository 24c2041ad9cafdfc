"""What happened to a case, in sentences that hold no clinical detail beyond the level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.utils.translation import gettext as _

from assessments.summary.clock import clinic_time
from assessments.summary.header import level_words
from clinic.cases.shared import SHARED
from clinic.models import CaseEvent
from clinic.models.case import EventKind, Outcome
from clinic.models.staff import Role
from clinic.queue.rows import WENT_WORDS
from triage.model import Level
from triage_site.vault import VaultError


@dataclass(frozen=True)
class Line:
    """One line: when, what, who and in which role."""

    at: str
    what: str
    who: str
    note: str = ""


def history(events: Iterable[CaseEvent], *, clinical: bool = False) -> tuple[Line, ...]:
    """The lines of these events, in their order. Notes of nurses and clinicians only if `clinical`."""
    return tuple(_line(event, clinical) for event in events)


def _line(event: CaseEvent, clinical: bool) -> Line:
    kind, note = EventKind(event.kind), ""
    try:
        detail = cast("Mapping[str, Any]", event.detail)
        more = _more(kind, detail)
        if clinical or event.by_role == Role.FRONT_DESK:
            note = str(detail.get("note", ""))
    except VaultError:
        more = _("cannot be read")
    what = f"{kind.label}: {more}" if more else str(kind.label)
    return Line(clinic_time(event.at), what, _by(event), note)


def _by(event: CaseEvent) -> str:
    if not event.by_name:
        return ""
    role = Role(event.by_role).label if event.by_role else ""
    return f"{event.by_name} ({role})" if role else event.by_name


def _more(kind: EventKind, detail: Mapping[str, Any]) -> str:
    """What the kind alone does not say. A message's text stays with those who may read it."""
    match kind:
        case EventKind.ASSIGNED:
            return str(detail["to_name"])
        case EventKind.WAITING:
            return _("until %(time)s") % {"time": clinic_time(datetime.fromisoformat(detail["until"]))}
        case EventKind.CONTACT | EventKind.DONE:
            return str(Outcome(detail["outcome"]).label)
        case EventKind.LEVEL:
            then, now = (_level(detail[name]) for name in ("from", "to"))
            return _("from %(before)s to %(after)s") % {"before": then, "after": now}
        case EventKind.ARRIVED_AGAIN if SHARED in detail:
            return _("shared before: %(level)s") % {"level": _level(detail[SHARED]["level"])}
        case EventKind.WENT:
            return str(WENT_WORDS[detail["answer"]])
        case _:
            return ""


def _level(number: int | None) -> str:
    return level_words(Level(number) if number else None)
