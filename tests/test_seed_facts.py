"""Every fact of the five seed documents has a home, and the home is there."""

from __future__ import annotations

import pytest

from tests.seed_facts import DOCUMENT, Row, Seed, TargetGoneError, document, resolve, seeds
from triage.pathways import PATHWAYS

SEEDS = seeds()
ROWS = [
    pytest.param(row, id=f"{seed.id}-{row.line}-{at}") for seed in SEEDS for at, row in enumerate(seed.rows)
]
RULES = {rule.id: rule for pathway in PATHWAYS.values() for rule in pathway.rules}
# Content for clinicians: what parents read of it says only that a clinician decides.
FOR_CLINICIANS = "002"


@pytest.mark.parametrize("row", ROWS)
def test_every_target_is_there(row: Row) -> None:
    for target in row.targets:
        assert resolve(target)


@pytest.mark.parametrize("row", ROWS)
def test_a_fact_has_a_target_or_a_reason(row: Row) -> None:
    assert row.fact
    assert bool(row.targets) != (len(row.why_not) > 15)


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_reads_a_question_that_is_named_beside_it(row: Row) -> None:
    """Guards against a rule that exists but is about something else."""
    asked = {
        target.split("/")[1].partition("=")[0] for target in row.targets if target.startswith("question:")
    }
    for target in row.targets:
        kind, _colon, name = target.partition(":")
        if kind == "rule" and asked:
            assert RULES[name].when.questions() & asked, target


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: str(seed.id))
def test_every_line_of_a_document_is_in_the_table(seed: Seed) -> None:
    rows = [row.line for row in seed.rows]
    assert rows == sorted(rows)
    assert set(rows) | seed.blank == set(range(1, seed.lines + 1))
    assert not set(rows) & seed.blank


def test_all_five_documents_are_there() -> None:
    assert [seed.id for seed in SEEDS] == ["000", "001", "002", "003", "004"]
    assert [seed.lines for seed in SEEDS] == [15, 58, 59, 133, 171]
    assert sum(len(seed.rows) for seed in SEEDS) > 400


def test_facts_about_adults_and_about_children_stay_with_their_own_pages() -> None:
    for seed in SEEDS:
        pages = {target for row in seed.rows for target in row.targets if target.startswith("page:")}
        if seed.id in ("000", "002"):
            assert not {page for page in pages if page.startswith("page:adults/")}, seed.id
        if seed.id == "001":
            assert not {page for page in pages if page.startswith("page:children/")}, seed.id


def test_a_clinician_s_document_has_a_clinician_s_target_on_nearly_every_line() -> None:
    seed = next(seed for seed in SEEDS if seed.id == FOR_CLINICIANS)
    only_pages = [
        row for row in seed.rows if row.targets and all(target.startswith("page:") for target in row.targets)
    ]
    assert not only_pages


@pytest.mark.parametrize(
    "target",
    [
        "page:adults/self-care#no-such-block",
        "page:children/more-risk#at-risk",
        "question:adult/fever=perhaps",
        "rule:ADULT-XXX-01",
        "panel:CG-NONE",
        "summary:adult/no_such_section",
        "study:no-such-study",
        "source:NOBODY",
        "magic:anything",
    ],
)
def test_a_target_that_is_gone_is_noticed(target: str) -> None:
    with pytest.raises(TargetGoneError):
        resolve(target)


def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run: python -m tests.seed_facts"
