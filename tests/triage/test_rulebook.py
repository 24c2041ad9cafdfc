"""docs/rules.md says what the rules say."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage.model import Pathway, Rule
from triage.pathways import PATHWAYS
from triage.rulebook import render

FILE = Path(__file__).parents[2] / "docs" / "rules.md"
TEXT = render(tuple(PATHWAYS.values()))
RULES = [(pathway, rule) for pathway in PATHWAYS.values() for rule in pathway.rules]


def test_file_is_fresh() -> None:
    """Renew it with `./scripts/manage rules_doc`."""
    assert FILE.read_text(encoding="utf-8") == TEXT


def _section(rule: Rule) -> str:
    return TEXT.split(f"\n## {rule.id}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("pathway", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_rule_is_told_in_full(pathway: Pathway, rule: Rule) -> None:
    section = _section(rule)
    assert rule.level.name in section
    assert rule.when.english() in section
    assert f"`{rule.when.expression()}`" in section
    assert rule.clinician in section
    assert all(str(source) in section for source in rule.sources)
    assert all(f"`{notation}`" in section for notation in (*rule.fires, *rule.silent))
    assert all(f"`{key}` (" in section for key in rule.when.questions())


def test_questions_that_no_rule_reads_are_listed() -> None:
    for pathway in PATHWAYS.values():
        listed = TEXT.split(f"## Questions of the {pathway.name} pathway that no rule reads")[1].split(
            "\n# "
        )[0]
        read = {key for rule in pathway.rules for key in rule.when.questions()}
        for question in pathway.questions:
            assert (f"- `{question.key}` (" in listed) is (question.key not in read)


def test_it_says_that_nobody_reviewed_it() -> None:
    assert "**Reviewed: none yet.**" in TEXT
