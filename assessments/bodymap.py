"""Which parts of the drawing can be touched, by option value. The drawings are templates/care/figures/.

Parts on both sides of the back belong to one option: the side is another question. Where each area lies
is in frontend/_body-map.scss (an inline style would be refused by the content security policy).
"""

from __future__ import annotations

BOTH_SIDES = ("left", "right")
MIDDLE = ("middle",)

FIGURES: dict[str, dict[str, tuple[str, ...]]] = {
    "adult": {
        "neck": MIDDLE,
        "upper_back": MIDDLE,
        "flank": BOTH_SIDES,
        "low_back": MIDDLE,
        "buttock_sij": BOTH_SIDES,
        "tailbone": MIDDLE,
        "hip_groin": BOTH_SIDES,
    },
    "child": {
        "neck": MIDDLE,
        "upper_mid": MIDDLE,
        "side_flank": BOTH_SIDES,
        "low_middle": MIDDLE,
        "buttock_hip": BOTH_SIDES,
        "tailbone": MIDDLE,
        "hip_groin": BOTH_SIDES,
    },
}
