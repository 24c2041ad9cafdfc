"""The tables of the staff's side, one module for each room."""

from clinic.models.audit import AuditEvent, AuditHead
from clinic.models.cache import CacheEntry
from clinic.models.case import Case, CaseEvent, Review, SearchToken
from clinic.models.notices import Alert, Delivery, Duty, WorkerBeat
from clinic.models.profile import ProfileVersion
from clinic.models.rulebook import RuleOpinion, RulesetSnapshot, SignOff
from clinic.models.staff import EmergencyAccess, Invitation, Member

__all__ = [
    "Alert",
    "AuditEvent",
    "AuditHead",
    "CacheEntry",
    "Case",
    "CaseEvent",
    "Delivery",
    "Duty",
    "EmergencyAccess",
    "Invitation",
    "Member",
    "ProfileVersion",
    "Review",
    "RuleOpinion",
    "RulesetSnapshot",
    "SearchToken",
    "SignOff",
    "WorkerBeat",
]
