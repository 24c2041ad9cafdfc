"""The consent text, and its version: a date and a hash of the words that were agreed to.

`assessments.text.spoken` puts the emergency number in.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.utils.translation import gettext_noop

CONSENT_DATE = "2026-11-21"
CONSENT = gettext_noop(
    "I agree that the clinic's care team reads these answers and may call me about them. I know that nobody"
    " watches this form all the time, and that it is not a diagnosis. In an emergency I must call"
    " {emergency_number}."
)


def consent_record(words: str, at: datetime) -> dict[str, str]:
    """What is stored: when, to which version, and a hash of the words as they were shown."""
    digest = hashlib.sha256(words.encode()).hexdigest()[:16]
    return {"version": CONSENT_DATE, "words": digest, "at": at.isoformat()}


def signed_on_paper(version: str, at: datetime) -> dict[str, str]:
    """What is stored for a paper form of another version ("" = not readable): nobody here knows its words."""
    return {"version": f"signed on paper, version {version or 'not readable'}", "at": at.isoformat()}
