"""docs/rules.md: every rule in words that a clinician can check, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from triage.catalogue import ruleset_version
from triage.checks import conditions_of, nodes
from triage.conditions import Condition, CountAtLeast, Fact
from triage.model import Kind, Pathway, Question, Rule
from triage.words import Text, both

HEAD = """# The rules

Made from the rules by `./scripts/manage rules_doc`; do not edit. A test fails when this file is stale.

**Reviewed: none yet.** No clinician has signed off this content.

All rules of a pathway always run, and the highest level of those that fire wins; nothing lowers a level.
Each rule is given twice: in English, and as the exact expression over question and option keys, as the
specification writes it. In an expression a question without an answer, or one that was not shown, makes its
term false, and `NOT` turns that into true. Names in it are facts and counts: see the end of each part.
Examples are changes to the answers of a well person (the baseline); `a|b` stands for several examples.
"""


def render(pathways: tuple[Pathway, ...]) -> str:
    """The whole file."""
    parts = [HEAD, *("\n".join(_pathway(pathway)) for pathway in pathways)]
    return "\n".join(parts).rstrip() + "\n"


def _pathway(pathway: Pathway) -> Iterator[str]:
    title = f"{pathway.name.capitalize()} pathway"
    yield f"# {title}"
    yield ""
    version = ruleset_version(pathway.name)
    yield (
        f"Specification {pathway.version}, ruleset `{version}`: {len(pathway.rules)} rules,"
        f" {len(pathway.questions)} questions. Ages {pathway.youngest} to {pathway.oldest}."
    )
    yield f"\nBaseline of the examples: `{pathway.baseline}`\n"
    asked_on = {question.key: page.code for page in pathway.pages for question in page.questions}
    for rule in pathway.rules:
        yield from _rule(pathway, rule, asked_on)
    yield from _names(pathway)
    yield from _unread(pathway)


def _rule(pathway: Pathway, rule: Rule, asked_on: dict[str, str]) -> Iterator[str]:
    transport = f", transport {rule.transport.value}" if rule.transport else ""
    yield f"## {rule.id}"
    yield ""
    yield f"**{rule.level.name}**{transport}, {_hours(rule)}{_notes(rule)}"
    yield ""
    yield f"- **When:** {rule.when.english()}"
    yield f"- **Expression:** `{rule.when.expression()}`"
    yield f"- **The patient reads:** {_said(rule.patient)}"
    yield f"- **The clinician reads:** {rule.clinician}"
    yield f"- **Sources:** {'; '.join(map(str, rule.sources))}"
    yield f"- **Fires:** {_examples(rule.fires)}"
    yield f"- **Silent:** {_examples(rule.silent)}"
    read = rule.when.questions()
    pages = [f"`{q.key}` ({asked_on[q.key]})" for q in pathway.questions if q.key in read]
    yield f"- **Asked on pages:** {', '.join(pages) or 'reads no single question'}"
    yield ""


def _hours(rule: Rule) -> str:
    return f"within {rule.hours} h" if rule.hours else "at once" if rule.transport else "no visit needed"


def _notes(rule: Rule) -> str:
    notes = [
        "private: the patient reads a neutral reason" if rule.private else "",
        f"shown to the caregiver's browser as {rule.public_id}" if rule.public_id else "",
        f"floor of {rule.floor_of}" if rule.floor_of else "",
        "finished forms only" if rule.finished_only else "",
    ]
    return "".join(f"; {note}" for note in notes if note)


def _said(text: Text) -> str:
    usual, *other = both(text)
    return usual + "".join(f" **Other voice:** {words}" for words in other if words != usual)


def _examples(notations: tuple[str, ...]) -> str:
    return ", ".join(f"`{notation}`" for notation in notations) or "no example: no finished form reaches it"


def _names(pathway: Pathway) -> Iterator[str]:
    facts = {n.name: n for c in conditions_of(pathway) for n in nodes(c) if isinstance(n, Fact)}
    counts = {
        n.count.name: n.count for c in conditions_of(pathway) for n in nodes(c) if isinstance(n, CountAtLeast)
    }
    yield f"## Facts of the {pathway.name} pathway"
    yield ""
    yield from (f"- `{fact.name}` ({fact.title}): `{fact.condition.expression()}`" for fact in facts.values())
    yield ""
    yield f"## Counts of the {pathway.name} pathway"
    yield ""
    for count in counts.values():
        yield f"- `{count.name}` ({count.title}), how many of these hold:"
        yield from (f"    - `{condition.expression()}`" for condition in count.conditions)
    yield ""


def _unread(pathway: Pathway) -> Iterator[str]:
    """Questions that no rule reads, and what reads them instead."""
    by_rules = _read(rule.when for rule in pathway.rules)
    yield f"## Questions of the {pathway.name} pathway that no rule reads"
    yield ""
    yield "They never change a level."
    yield ""
    for question in pathway.questions:
        if question.key not in by_rules:
            yield f"- `{question.key}` ({question.short}): {_readers(pathway, question)}"
    yield ""


def _readers(pathway: Pathway, question: Question) -> str:
    if question.kind is Kind.TEXT:
        return "own words, read by staff"
    readers = {
        "whether another question is shown": (other.shown_when for other in pathway.questions),
        "the queue score": (row.when for row in pathway.points),
        "staff flags": (flag.when for flag in pathway.flags),
        "clinician panels": (panel.when for panel in pathway.panels),
        "the differential": (row.when for row in pathway.differential),
        "the classification": (row.when for row in pathway.patterns),
    }
    names = [name for name, conditions in readers.items() if question.key in _read(conditions)]
    return f"read by {', '.join(names)}" if names else "printed for staff as it was answered"


def _read(conditions: Iterator[Condition]) -> frozenset[str]:
    return frozenset[str]().union(*(condition.questions() for condition in conditions))
