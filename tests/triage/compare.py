"""The engine's result in the terms of the independent oracles, through `read_answers` as all input."""

from __future__ import annotations

from tests.triage.specification import Outcome, Raw
from triage.engine import evaluate
from triage.intake import read_answers
from triage.model import Pathway, Result


def engine_result(pathway: Pathway, raw: Raw, *, finished: bool = True) -> Result:
    """Evaluate answers given as JSON values."""
    return evaluate(pathway, read_answers(pathway, raw, finished=finished), finished=finished)


def outcome(pathway: Pathway, raw: Raw, *, finished: bool = True) -> Outcome:
    """What the engine says, as an oracle would say it."""
    result = engine_result(pathway, raw, finished=finished)
    return Outcome(
        level=result.level.name if result.level else None,
        transport=result.transport.value if result.transport else None,
        due_hours=result.due_hours,
        rules=list(result.rule_ids),
        score=result.score,
        priority=result.priority,
        panels=[panel.id for panel in result.panels],
        differential=[row.id for row in result.differential],
        patterns=[match.pattern.name for match in result.patterns],
        flags=[(flag.id, flag.hours) for flag in result.flags],
    )
