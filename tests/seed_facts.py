"""The seed-fact table: docs/seed_facts.toml, resolved against the real registries.

`python -m tests.seed_facts` writes docs/seed-facts.md. A target is one of

    page:audience/slug#block    a block of a public page (or #levels, #signs); page:sources, page:about, ...
    question:pathway/key=option+option    rule:ID    panel:ID (pediatric)    dx:ID    redflag:NAME
    pattern:name-of-pattern    describe:words    imaging:ID (adult)    summary:pathway/section
    study:, note:, nextstep: (pediatric imaging table, by title)    source:CODE
    advice:pathway/LEVEL    disclaimer:pathway/number

A row whose targets begin with "-" says why the line is not used.
"""

from __future__ import annotations

import ast
import os
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django
from django.utils.text import slugify

from tests.environment import ENVIRONMENT

os.environ.update({name: value for name, value in ENVIRONMENT.items() if name not in os.environ})
django.setup()

from django.urls import reverse  # noqa: E402  (Django first)

from assessments import provenance  # noqa: E402
from assessments.guidance import GUIDANCE  # noqa: E402
from assessments.summary import adult as adult_summary  # noqa: E402
from assessments.summary import case as summary_case  # noqa: E402
from assessments.summary import pediatric as pediatric_summary  # noqa: E402
from assessments.text import spoken  # noqa: E402
from assessments.topics import topic_page  # noqa: E402
from triage.adult import describe, imaging  # noqa: E402
from triage.model import Level  # noqa: E402
from triage.pathways import PATHWAYS  # noqa: E402
from triage.pediatric import imaging as child_imaging  # noqa: E402
from triage.pediatric.facts import RED_FLAGS  # noqa: E402
from triage.words import say  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "docs" / "seed_facts.toml"
DOCUMENT = ROOT / "docs" / "seed-facts.md"
HEAD = """# The seed-fact table

Made from `docs/seed_facts.toml` by `python -m tests.seed_facts`; do not edit. `tests/test_seed_facts.py`
fails when a target is gone, when a line of a seed has no row, or when this file is stale.

Each row is one fact of one of the five documents that the product was built from, in our own words, and
every place that carries it: a public page (most of its blocks stand on result pages too), a question, a
rule, a note for clinicians, or a section of the clinician's summary.
"""


class TargetGoneError(LookupError):
    """A target of the table that the product does not have."""


@dataclass(frozen=True)
class Row:
    """One fact. `targets` is empty when the line is not used; `why_not` then says why."""

    line: int
    fact: str
    targets: tuple[str, ...]
    why_not: str = ""


@dataclass(frozen=True)
class Seed:
    """One document: its rows, how many lines it has, and which of them are blank."""

    id: str
    title: str
    lines: int
    blank: frozenset[int]
    note: str
    rows: tuple[Row, ...]


def seeds() -> tuple[Seed, ...]:
    """All documents, in order."""
    return tuple(_seed(entry) for entry in tomllib.loads(DATA.read_text(encoding="utf-8"))["seed"])


def resolve(target: str) -> str:
    """What a target is called in the product. Raises TargetGoneError when there is none."""
    kind, _colon, name = target.partition(":")
    if kind not in RESOLVERS:
        raise TargetGoneError(f"{target}: no such kind of target")
    try:
        return RESOLVERS[kind](name)
    except (KeyError, ValueError, IndexError) as gone:
        raise TargetGoneError(f"{target}: {gone}") from gone


def document() -> str:
    """docs/seed-facts.md."""
    parts = [HEAD]
    for seed in seeds():
        parts.append(f"\n## Seed {seed.id}: {seed.title}\n")
        if seed.note:
            parts.append(f"\n{seed.note}\n")
        parts.append("\n| Line | Fact | Carried by |\n|---|---|---|\n")
        parts += [f"| {row.line} | {_cell(row.fact)} | {_carried(row)} |\n" for row in seed.rows]
    return "".join(parts)


def _seed(entry: dict[str, Any]) -> Seed:
    rows = tuple(_row(line, fact, targets) for line, fact, targets in entry["facts"])
    return Seed(
        entry["id"], entry["title"], entry["lines"], frozenset(entry["blank"]), entry.get("note", ""), rows
    )


def _row(line: int, fact: str, targets: str) -> Row:
    if targets.startswith("-"):
        return Row(line, fact, (), targets[1:])
    return Row(line, fact, tuple(targets.split()))


def _carried(row: Row) -> str:
    if row.why_not:
        return _cell(f"Not used: {row.why_not}")
    return "<br>".join(f"`{target}` {_cell(resolve(target))}" for target in row.targets)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


# --- the registries ------------------------------------------------------------------------------


def _page(name: str) -> str:
    path, _hash, block = name.partition("#")
    if "/" not in path:
        return reverse(f"assessments:{path}")
    audience, slug = path.split("/")
    page = topic_page(audience, slug)
    if page is None:
        raise KeyError(path)
    titles = {section.key: section.title for section in page.sections}
    titles["signs"] = "the signs to watch for"
    if page.cards:
        titles["levels"] = "the five levels"
    address = reverse("assessments:topic", kwargs={"audience": audience, "slug": slug})
    return f"{address}: {titles[block]}"


def _question(name: str) -> str:
    pathway, _slash, rest = name.partition("/")
    key, _equals, options = rest.partition("=")
    question = PATHWAYS[pathway].by_key[key]
    if not options:
        return question.short
    return f"{question.short}: {', '.join(question.by_key[option].short for option in options.split('+'))}"


def _rule(name: str) -> str:
    rules = {rule.id: rule for pathway in PATHWAYS.values() for rule in pathway.rules}
    return rules[name].level.name


def _summary(name: str) -> str:
    pathway, _slash, key = name.partition("/")
    module = {"adult": adult_summary, "pediatric": pediatric_summary}[pathway]
    if key not in _section_keys(module.__file__) | _section_keys(summary_case.__file__):
        raise KeyError(name)
    return f"the clinician's summary, {pathway}"


def _section_keys(file: str | None) -> set[str]:
    """The keys of all `Section("key", ...)` written in a module."""
    return {
        str(call.args[0].value)
        for call in ast.walk(ast.parse(Path(str(file)).read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "Section"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def _note(name: str) -> str:
    constants = {"SCOPE": child_imaging.SCOPE, "PROVENANCE": child_imaging.PROVENANCE}
    if name in constants:
        return constants[name]
    single = (child_imaging.WHY_NOT_MRI_FIRST, child_imaging.SPECIALISTS, child_imaging.TOOLS)
    notes = (*child_imaging.PITFALLS, *child_imaging.CONFLICTS, child_imaging.LABS, *single)
    return {slugify(note.title): note.title for note in notes}[name]


def _advice(name: str) -> str:
    pathway, _slash, level = name.partition("/")
    return spoken(GUIDANCE[pathway].advice_for(Level[level], None).badge)


def _disclaimer(name: str) -> str:
    pathway, _slash, number = name.partition("/")
    return spoken(GUIDANCE[pathway].disclaimers[int(number)])


def _by_id(rows: Iterable[Any], words: str) -> Callable[[str], str]:
    """Look up by id; the words are an attribute."""
    named = {row.id: str(getattr(row, words)) for row in rows}
    return named.__getitem__


def _by_words(texts: Iterable[str]) -> Callable[[str], str]:
    return {slugify(text): text for text in texts}.__getitem__


_DESCRIBED = (
    *describe.REGIONS,
    *describe.SIDES,
    *describe.DURATIONS,
    *describe.DURATION_NOTES,
    *describe.SEVERITIES,
    *describe.COURSES,
)
_PATTERNS = {
    pattern.name.replace(",", "").replace(" ", "-"): pattern.name for pattern in PATHWAYS["adult"].patterns
}

RESOLVERS: dict[str, Callable[[str], str]] = {
    "page": _page,
    "question": _question,
    "rule": _rule,
    "panel": _by_id(PATHWAYS["pediatric"].panels, "title"),
    "dx": _by_id(PATHWAYS["pediatric"].differential, "consider"),
    "redflag": {fact.name: say(fact.title) for fact in RED_FLAGS}.__getitem__,
    "pattern": _PATTERNS.__getitem__,
    "describe": _by_words(row.text for row in _DESCRIBED),
    "imaging": _by_id((*imaging.IMAGING, *imaging.WORK_UP, *imaging.EXAM), "title"),
    "summary": _summary,
    "study": _by_words(study.study for study in child_imaging.STUDIES),
    "note": _note,
    "nextstep": {step.result: step.label for step in child_imaging.NEXT_STEPS}.__getitem__,
    "source": {source.code: source.title for source in provenance.every_source()}.__getitem__,
    "advice": _advice,
    "disclaimer": _disclaimer,
}

if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
