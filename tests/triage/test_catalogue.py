"""The ruleset version changes with everything that decides or explains a result."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from triage.catalogue import describe
from triage.engine_conditions import ALWAYS
from triage.model import Level, Pathway
from triage.pathways import PATHWAYS

ADULT, PEDIATRIC = PATHWAYS["adult"], PATHWAYS["pediatric"]


def first(pathway: Pathway, rows: str, **changes: Any) -> Pathway:
    """The pathway with its first question, rule, ... changed."""
    changed, *others = getattr(pathway, rows)
    row: dict[str, Any] = {rows: (replace(changed, **changes), *others)}
    return replace(pathway, **row)


def first_option(pathway: Pathway, **changes: Any) -> Pathway:
    """The pathway with the first option of its first question changed."""
    changed, *others = pathway.questions[0].options
    return first(pathway, "questions", options=(replace(changed, **changes), *others))


CHANGED = {
    "cap of the score": (PEDIATRIC, replace(PEDIATRIC, score_cap=50)),
    "cap of the points for not sure": (PEDIATRIC, replace(PEDIATRIC, unsure_point_cap=1)),
    "level when no rule fires": (ADULT, replace(ADULT, default_level=Level.VIRTUAL_VISIT)),
    "what none with others means": (ADULT, replace(ADULT, drops_none_with_others=False)),
    "who is spoken to as the other": (ADULT, replace(ADULT, other_voice=ALWAYS)),
    "ages": (ADULT, replace(ADULT, youngest=16)),
    "rule for finished forms only": (PEDIATRIC, first(PEDIATRIC, "rules", finished_only=True)),
    "floor": (PEDIATRIC, first(PEDIATRIC, "rules", floor_of="PEDS-HOME-01")),
    "neutral id": (PEDIATRIC, first(PEDIATRIC, "rules", public_id="PEDS-EXAM-09")),
    "gate": (ADULT, first(ADULT, "questions", gate=False)),
    "help": (ADULT, first(ADULT, "questions", help="Other words.")),
    "never echoed": (ADULT, first(ADULT, "questions", never_echo=True)),
    "what an option counts as": (PEDIATRIC, first_option(PEDIATRIC, else_counts_as="not_sure")),
    "hint of an option": (PEDIATRIC, first_option(PEDIATRIC, hint="Other words.")),
    "clinician's words of an option": (PEDIATRIC, first_option(PEDIATRIC, short="other words")),
    "page": (ADULT, first(ADULT, "pages", gate=False)),
    "clue": (PEDIATRIC, first(PEDIATRIC, "differential", clue="Other words.")),
    "title of a panel": (PEDIATRIC, first(PEDIATRIC, "panels", title="Other words.")),
    "label of points": (PEDIATRIC, first(PEDIATRIC, "points", label="Other words.")),
    "note of a pattern": (ADULT, first(ADULT, "patterns", note="Other words.")),
}


@pytest.mark.parametrize("what", CHANGED)
def test_the_version_covers_it(what: str) -> None:
    before, after = CHANGED[what]

    assert describe(before) != describe(after)


def test_every_fact_and_count_that_is_named_is_spelled_out() -> None:
    facts = describe(ADULT)["facts"]

    assert {"severe", "pattern_deficit", "pattern_radicular"} <= facts.keys()
    assert {"ces_unsure", "ibp_score", "weak_flags"} <= describe(ADULT)["counts"].keys()
