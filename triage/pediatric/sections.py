"""The sections of the pediatric questions, as they are named to the person."""

from __future__ import annotations

from triage.words import Voiced, _

SAFETY = _("Safety check")
PAIN = _("The pain")
HEALTH = Voiced(_("Your child's health"), _("Your health"))
TESTS = _("Tests and medicine")
DAILY = _("Daily life")
