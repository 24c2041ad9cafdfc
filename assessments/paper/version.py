"""Which version of the form a paper is: printed at its foot, and typed in with the answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from triage.catalogue import ruleset_version

VERSION = "paper_version"


def is_current(typed: str, pathway_name: str) -> bool:
    """Whether what was typed is the version printed now. What follows its last dash is enough."""
    current = _parts(ruleset_version(pathway_name))
    return _parts(typed)[-len(current) :] in (current, current[-1:])


def in_short(typed: str) -> str:
    """The version without what a hand adds or leaves out; "" for a blank."""
    return "-".join(_parts(typed))


def printed_version(typed: str, pathway_name: str) -> str:
    """The current version in full, or another one as it was typed; "" = not readable."""
    return ruleset_version(pathway_name) if is_current(typed, pathway_name) else typed


def stored_version(contact: Mapping[str, Any]) -> str | None:
    """The version of the paper that was keyed in, "" = not readable; None where nobody asked for it."""
    return contact.get(VERSION)


def _parts(typed: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", typed.lower())
