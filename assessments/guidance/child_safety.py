"""The safety net for children (pediatric section 5.5). It stands on every result page.

The first list is RECONSTRUCTED: the seed that held it had lost its bullet points.
"""

from __future__ import annotations

from assessments.guidance.model import Tier
from triage.words import Voiced, _

SAFETY_NET = (
    Tier(
        title=_("Get care in person at once (call {emergency_number} or go to the emergency room) for:"),
        signs=(
            _("severe pain, or pain that gets worse or is not better with rest"),
            _("weak, numb, or tingling legs"),
            _("trouble walking, or refusing to walk or sit"),
            _("cannot hold pee or stool (poop), cannot pee, or feels numb around the bottom"),
            _("fever with back pain"),
            _("new headaches with throwing up or double vision"),
            _("sudden bad pain in the belly, groin, or a testicle"),
            _("neck pain after an injury, or pain after a big injury"),
            _("being very thirsty and peeing a lot"),
            _("a stiff neck, spots that do not fade, or being very sleepy or confused"),
            _("trouble breathing"),
        ),
    ),
    Tier(
        title=_("See a clinician in person soon for:"),
        signs=(
            Voiced(_("pain that wakes your child at night"), _("pain that wakes you at night")),
            _("pain that is constant or gets worse"),
            _("losing weight, or being pale or very tired"),
            _("bruises without a reason (the same day)"),
            _("a new limp (the same day)"),
            _("a new curve of the back (the same day)"),
            _("a lump or mark over the spine"),
            _("back pain in a child under 4 (under 1 year: the same day)"),
            _("a slightly high temperature"),
            _("pain for more than 4 weeks"),
        ),
    ),
    Tier(title=_("Book a visit for:"), signs=(_("pain for more than 2 weeks"),)),
)
