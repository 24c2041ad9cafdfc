"""Guidance that both pathways share."""

from __future__ import annotations

from triage.model import Level
from triage.words import _

EMERGENCY_LINE = _("If this is or becomes an emergency, call {emergency_number} now.")
VALID = _("Valid now; if anything changes or after 24 hours, check again.")
EXPIRED = _("This result is more than 24 hours old. Check again before you rely on it.")
AND_OTHER_ANSWERS = _("And other answers.")
HOURS_OTHER = _("within {hours} hours")
DEADLINE = _("{when}: by {date}.")
HOURS = {
    24: _("within 24 hours"),
    48: _("within 48 hours"),
    72: _("within 3 days"),
    168: _("within 7 days"),
}
NOW = _("Now. Minutes count.")
URGENCY = {
    Level.EMERGENCY_NOW: _("Emergency: act now"),
    Level.URGENT_SAME_DAY: _("Urgent"),
    Level.PROMPT_IN_PERSON: _("Soon"),
    Level.VIRTUAL_VISIT: _("Next step"),
    Level.SELF_CARE: _("Next step"),
}
CAUTION_NSAID = _(
    "Ask a clinician or pharmacist before you take ibuprofen, naproxen or a similar medicine, because of:"
)
CAUTION_ACETAMINOPHEN = _(
    "Ask a clinician or pharmacist before you take acetaminophen (such as Tylenol), because of:"
)
