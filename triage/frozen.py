"""A result as plain data, to be stored with the assessment and never recomputed silently."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypedDict

from triage.catalogue import ruleset_version
from triage.conditions import Facts
from triage.model import Finding, Result
from triage.words import say


class FrozenFinding(TypedDict):
    """One fired rule with the words it spoke. `patient` is in the voice of the assessment."""

    id: str
    public_id: str
    level: str
    transport: str | None
    hours: int
    private: bool
    floor_of: str
    patient: str
    clinician: str
    sources: list[str]
    because: list[str]


class FrozenFlag(TypedDict):
    """One staff flag. `hours` None = when staff open the form."""

    id: str
    hours: int | None
    texts: list[str]


class FrozenResult(TypedDict):
    """Everything a page or a print needs to explain a result, whatever the rules are by then."""

    pathway: str
    ruleset_version: str
    finished: bool
    other_voice: bool
    level: str | None
    transport: str | None
    due_hours: int | None
    score: int
    priority: int | None
    findings: list[FrozenFinding]
    contributions: list[tuple[str, int]]
    facts: dict[str, bool]
    counts: dict[str, int]
    red_flags: dict[str, str]
    flags: list[FrozenFlag]
    panels: list[dict[str, str]]
    differential: list[dict[str, str]]
    patterns: list[dict[str, str]]
    shown: list[str]
    blank: list[str]


def freeze(result: Result, reached: Collection[str] | None = None) -> FrozenResult:
    """Turn a result into JSON-ready data. Words stay in the source language; pages translate them.

    `reached`: the questions that were really put to the person, for a form that was not finished. Only
    those are "shown" and may be "blank"; all others were not asked.
    """
    asked = result.shown if reached is None else tuple(key for key in result.shown if key in reached)
    other_voice = uses_other_voice(result)
    return FrozenResult(
        pathway=result.pathway.name,
        ruleset_version=ruleset_version(result.pathway.name),
        finished=result.finished,
        other_voice=other_voice,
        level=result.level.name if result.level else None,
        transport=result.transport.value if result.transport else None,
        due_hours=result.due_hours,
        score=result.score,
        priority=result.priority,
        findings=[_finding(finding, other_voice) for finding in result.findings],
        contributions=[(row.label, row.points) for row in result.contributions],
        facts=result.facts,
        counts=result.counts,
        red_flags={name: truth.value for name, truth in result.red_flags.items()},
        flags=[FrozenFlag(id=flag.id, hours=flag.hours, texts=list(flag.texts)) for flag in result.flags],
        panels=[{"id": panel.id, "title": panel.title, "text": panel.text} for panel in result.panels],
        differential=[
            {"id": row.id, "consider": row.consider, "clue": row.clue} for row in result.differential
        ],
        patterns=[
            {
                "name": match.pattern.label or match.pattern.name,
                "note": match.pattern.note,
                "supporting": "; ".join(match.supporting),
            }
            for match in result.patterns
        ],
        shown=list(asked),
        blank=[key for key in result.blank if key in asked],
    )


def uses_other_voice(result: Result) -> bool:
    """Whether the pathway's second voice is spoken: a proxy for an adult, or a teenager alone."""
    return result.pathway.other_voice.holds(Facts(result.answers))


def _finding(finding: Finding, other_voice: bool) -> FrozenFinding:
    rule = finding.rule
    return FrozenFinding(
        id=rule.id,
        public_id=rule.public_id or rule.id,
        level=rule.level.name,
        transport=rule.transport.value if rule.transport else None,
        hours=rule.hours,
        private=rule.private,
        floor_of=rule.floor_of,
        patient=say(rule.patient, other_voice=other_voice),
        clinician=rule.clinician,
        sources=[str(source) for source in rule.sources],
        because=list(finding.because),
    )
