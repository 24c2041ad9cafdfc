"""The order of the queue in one column: most urgent first, then due first, then sent first.

26 digits, so that every database compares them alike: 3 for the priority (upside down; 000 is for what no
rule has judged, which nobody knows how urgent it is), 10 for the due time and 13 for the time of arrival.
"""

from __future__ import annotations

from datetime import datetime

from triage.model import Level

HIGHEST = 999
# Later than any due time: what has none stands behind all that has one.
NEVER = 10**10 - 1


def priority_of(level: int | None, score: int) -> int | None:
    """100 for each level, and the score up to 99 (specification README, "Score"). None without a level."""
    return None if level is None else 100 * level + min(99, score)


def queue_key(priority: int | None, due_at: datetime | None, arrived_at: datetime) -> str:
    """Where a case stands: smaller is nearer to the top."""
    upside_down = 0 if priority is None else HIGHEST - priority
    due = NEVER if due_at is None else int(due_at.timestamp())
    return f"{upside_down:03d}{due:010d}{int(arrived_at.timestamp() * 1000):013d}"


def is_urgent(level: int | None) -> bool:
    """Whether it cannot wait until tomorrow. What no rule has judged may be anything: yes."""
    return level is None or level >= Level.URGENT_SAME_DAY


def is_held(level: int | None, key: str) -> bool:
    """Whether a case stands nearer to the top than its level: nobody has read what was shared at a higher."""
    return level is not None and key < of_level(level)[0]


def of_level(level: int) -> tuple[str, str]:
    """The keys of one level: from the first (included) to the second (not included)."""
    return f"{HIGHEST - 100 * level - 99:03d}", f"{HIGHEST - 100 * level + 1:03d}"
