"""The sections of the adult questions, as they are named to the person."""

from __future__ import annotations

from triage.words import _

SAFETY = _("Safety check")
PAIN = _("The pain")
HEALTH = _("Health")
MORE = _("More about the pain")
GOALS = _("Goals and wishes")
