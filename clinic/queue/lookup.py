"""The last search of somebody, kept for a while, so that "Back" and a link lead to what it found.

What was typed is a name or a date of birth: it stands in no address, and in the session only sealed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

from django.http import HttpRequest

from triage_site.vault import VaultError, seal, unseal

OPEN_FOR = timedelta(minutes=15)
SESSION_KEY = "lookup"


def keep(request: HttpRequest, text: str, now: datetime) -> None:
    """Keep what was typed for OPEN_FOR. It takes the place of what was kept before."""
    kept = {"text": text, "until": (now + OPEN_FOR).timestamp()}
    request.session[SESSION_KEY] = seal(kept, place=_place(request))  # type: ignore[arg-type]


def kept_text(request: HttpRequest, now: datetime) -> str:
    """What was typed last; "" if that is too long ago, or was sealed for somebody else."""
    sealed = request.session.get(SESSION_KEY)
    if not isinstance(sealed, str):
        return ""
    try:
        kept = cast("dict[str, str | float]", unseal(sealed, place=_place(request)))
    except VaultError:
        return ""
    return str(kept["text"]) if float(kept["until"]) > now.timestamp() else ""


def _place(request: HttpRequest) -> str:
    return f"session:{request.user.pk}:{SESSION_KEY}"
