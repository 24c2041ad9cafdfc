"""The signatures that stand now, remembered for every page's footer (see triage_site/signoff.py)."""

from __future__ import annotations

from clinic.models import SignOff as Row
from clinic.models.rulebook import SignOffKind
from triage_site.context import versions_in_use
from triage_site.live import Live
from triage_site.signoff import SignOff


def last_words() -> dict[str, Row]:
    """The latest row, signing or taking back, of each version in use that has any."""
    rows = Row.objects.filter(version__in=versions_in_use()).order_by("at")
    return {row.version: row for row in rows}


def _standing() -> tuple[SignOff, ...]:
    return tuple(
        SignOff(version=row.version, name=row.name, date=row.date)
        for row in last_words().values()
        if row.kind == SignOffKind.SIGNED
    )


def _nobody() -> tuple[SignOff, ...]:
    return ()


# While the database is down: what was known last, or else that nobody signed.
sign_offs: Live[tuple[SignOff, ...]] = Live(_standing, _nobody)
