"""The two pathways, and which one an age belongs to."""

from __future__ import annotations

from triage.adult import ADULT
from triage.model import Pathway
from triage.pediatric import PEDIATRIC

PATHWAYS = {pathway.name: pathway for pathway in (ADULT, PEDIATRIC)}
ADULT_FROM = ADULT.youngest


def pathway_for_age(years: int) -> Pathway:
    """The pathway for an age in years: 18 and over adult, 17 and under pediatric."""
    return ADULT if years >= ADULT_FROM else PEDIATRIC
