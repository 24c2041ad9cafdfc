"""The content checks: both pathways are whole, and each kind of contradiction is found."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from triage.checks import ContentError, problems, require_whole
from triage.conditions import Fact
from triage.engine_conditions import Fired
from triage.model import Kind, Level, Pathway, Transport
from triage.pathways import PATHWAYS
from triage.pediatric import PEDIATRIC

Broken = Callable[[Pathway], Pathway]


@pytest.mark.parametrize("name", PATHWAYS)
def test_content_is_whole(name: str) -> None:
    """Adult property P8 (core part), pediatric property 23."""
    require_whole(PATHWAYS[name])


def first_rule(**changes: Any) -> Broken:
    return lambda pathway: replace(pathway, rules=(replace(pathway.rules[0], **changes), *pathway.rules[1:]))


def question(key: str, /, **changes: Any) -> Broken:
    def broken(pathway: Pathway) -> Pathway:
        changed = replace(pathway.by_key[key], **changes)
        pages = tuple(
            replace(page, questions=tuple(changed if q.key == key else q for q in page.questions))
            for page in pathway.pages
        )
        questions = tuple(changed if q.key == key else q for q in pathway.questions)
        return replace(pathway, pages=pages, questions=questions)

    return broken


def first_option(key: str, /, **changes: Any) -> Broken:
    def broken(pathway: Pathway) -> Pathway:
        options = pathway.by_key[key].options
        return question(key, options=(replace(options[0], **changes), *options[1:]))(pathway)

    return broken


def rows(**changes: Callable[[Pathway], tuple[Any, ...]]) -> Broken:
    def broken(pathway: Pathway) -> Pathway:
        made: dict[str, Any] = {name: make(pathway) for name, make in changes.items()}
        return replace(pathway, **made)

    return broken


MOOD = PEDIATRIC.by_key["mood"]
LATER = MOOD.is_("a_lot")
NO_HOURS = rows(
    rules=lambda p: tuple(replace(r, hours=8) if r.level is Level.URGENT_SAME_DAY else r for r in p.rules)
)
CONTRADICTIONS: dict[str, tuple[Broken, str]] = {
    "a rule twice": (rows(rules=lambda p: (*p.rules, p.rules[0])), "rule PEDS-EMERG-01 is there twice"),
    "a question twice": (
        rows(questions=lambda p: (*p.questions, p.questions[0])),
        "question gate_now is there twice",
    ),
    "a page twice": (rows(pages=lambda p: (*p.pages, p.pages[0])), "page c01 is there twice"),
    "a panel twice": (rows(panels=lambda p: (*p.panels, p.panels[0])), "panel CG-IMG-INITIAL is there twice"),
    "a differential row twice": (
        rows(differential=lambda p: p.differential * 2),
        "row DX-BROAD is there twice",
    ),
    "a public id that is taken": (
        first_rule(public_id="PEDS-INF-01"),
        "public id PEDS-INF-01 is there twice",
    ),
    "a malformed rule id": (first_rule(id="EMERG-1"), "rule id EMERG-1 is malformed"),
    "a malformed option key": (first_option("mood", key="A lot"), "key 'A lot' of mood is malformed"),
    "an option twice": (first_option("mood", key="some"), "mood: option some is there twice"),
    "a question without source": (question("mood", sources=()), "question mood has no source"),
    "a question without words": (question("mood", text=" "), "question mood has no words"),
    "an option without words": (first_option("mood", text=""), "mood: option no has no words"),
    "a choice without options": (question("mood", options=()), "question mood is single and has 0 options"),
    "a text with options": (question("mood", kind=Kind.TEXT), "question mood is text and has 6 options"),
    "an unknown default": (
        question("mood", blank_counts_as="never"),
        "mood: a blank counts as an unknown option",
    ),
    "an optional gate": (question("mood", gate=True), "gate question mood is not required"),
    "a number without range": (
        question("child_age_months", maximum=0),
        "question child_age_months has no range",
    ),
    "a question on no page": (rows(pages=lambda p: p.pages[:-1]), "question other_info is asked 0 times"),
    "a page without questions": (
        rows(pages=lambda p: (*p.pages, replace(p.pages[0], code="c99", questions=()))),
        "page c99 asks nothing",
    ),
    "a group without title": (
        rows(pages=lambda p: tuple(replace(page, title="") for page in p.pages)),
        "asks several questions and has no title",
    ),
    "a question that waits for a later one": (
        question("gate_nerve", shown_when=LATER),
        "gate_nerve on page c05 depends on mood, which no earlier page asks",
    ),
    "an option that waits for a later question": (
        first_option("gate_nerve", offered_when=LATER),
        "gate_nerve depends on mood, which is settled later",
    ),
    "a rule without source": (first_rule(sources=()), "rule PEDS-EMERG-01 has no source"),
    "a rule without a reason": (first_rule(clinician=""), "rule PEDS-EMERG-01 does not say why"),
    "a floor of nothing": (first_rule(floor_of="PEDS-EMERG-99"), "is the floor of PEDS-EMERG-99"),
    "an emergency without transport": (
        first_rule(transport=None),
        "EMERGENCY_NOW with 0 h and transport None",
    ),
    "an emergency that can wait": (first_rule(hours=1), "EMERGENCY_NOW with 1 h"),
    "a same-day rule of eight hours": (NO_HOURS, "URGENT_SAME_DAY with 8 h"),
    "a visit by ambulance": (
        first_rule(level=Level.VIRTUAL_VISIT, hours=72, transport=Transport.CALL_911),
        "VIRTUAL_VISIT with 72 h and transport",
    ),
    "a visit at once": (
        first_rule(level=Level.VIRTUAL_VISIT, hours=0, transport=None),
        "VIRTUAL_VISIT with 0 h",
    ),
    "a rule that waits for a later rule": (
        first_rule(when=Fired(("PEDS-HOME-01",))),
        "rule PEDS-EMERG-01 waits for a rule that is not before it",
    ),
    "a condition about an unknown rule": (
        rows(panels=lambda p: (*p.panels, replace(p.panels[0], id="CG-X", when=Fired(("PEDS-X-01",))))),
        "a condition names PEDS-X-01, which is no rule",
    ),
    "a condition about a question of nobody": (
        rows(questions=lambda p: tuple(q for q in p.questions if q is not MOOD)),
        "a condition reads mood, which is no question",
    ),
    "two facts of one name": (
        first_rule(when=Fact("NIGHT", LATER, "another night")),
        "there are two facts NIGHT",
    ),
    "an option called informational that is read": (
        first_rule(when=MOOD.is_("no")),
        "option no of mood is called informational",
    ),
}


@pytest.mark.parametrize(("broken", "problem"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradiction_is_found(broken: Broken, problem: str) -> None:
    assert any(problem in found for found in problems(broken(PEDIATRIC))), problems(broken(PEDIATRIC))


def test_option_that_nothing_reads_is_found() -> None:
    added = replace(MOOD.options[0], key="new_option", text="A new option", short="new")
    broken = question("mood", options=(*MOOD.options, added))(PEDIATRIC)
    assert problems(broken) == ["pediatric: nothing reads option new_option of mood"]


def test_all_problems_are_raised_at_once() -> None:
    broken = first_rule(sources=(), clinician="")(PEDIATRIC)
    with pytest.raises(ContentError) as error:
        require_whole(broken)
    assert len(error.value.problems) == 2


def test_site_does_not_start_with_broken_content() -> None:
    """Through `manage.py check`, with a rule broken on purpose in that process."""
    program = (
        "import triage.adult as adult\n"
        "object.__setattr__(adult.ADULT.rules[0], 'sources', ())\n"
        "import django\n"
        "from django.core.management import call_command\n"
        "django.setup()\n"
        "call_command('check', tags=['triage'])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "rule ADULT-EMG-01 has no source" in ran.stderr
