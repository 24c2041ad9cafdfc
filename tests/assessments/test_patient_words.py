"""The words on the pages that patients read and print, over every rule of both pathways and both voices."""

from __future__ import annotations

import ast
import dataclasses
import html
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import override_settings

import assessments.guidance
from assessments.guidance import GUIDANCE
from assessments.outcome import Outcome
from assessments.reading.words import TABOOS
from tests.assessments.told import REFERENCE, every_rule, outcome_of, pages, told, with_only
from triage.model import Level, Pathway, Rule
from triage.pathways import PATHWAYS
from triage.words import both

RULES = [pytest.param(pathway, rule, id=rule.id) for pathway, rule in every_rule()]
VOICES = (False, True)
PRIVATE_RULES = [pytest.param(pathway, rule, id=rule.id) for pathway, rule in every_rule() if rule.private]

STAFF_WORDS = re.compile(
    r"\b(ADULT|PEDS|CG|DX|FLAG)-[A-Z0-9]"
    r"|safeguard|inflicted|abuse|TEN-4|mandatory|differential|radiograph|ruleset|\bscore\b|\bpriority\b"
    r"|RF_|SAFE_SIGN|ER_NOT_UC|XF_ANY|\bESR\b|\bCRP\b",
    re.IGNORECASE,
)
PRIVATE_WORDS = re.compile(
    r"inject|\bdrugs?\b|sexual|erection|genital|bladder|bowel|\bpee|stool|immune|\bhiv\b|transplant|chemo"
    r"|pregnan|birth|\bbaby\b|weeks pregnant",
    re.IGNORECASE,
)
ILLNESSES = re.compile(
    r"infection|inflammation|broken bone|break bones|crack|blood clot|stroke\b|pressure on|pressed nerve"
    r"|shingles|narrowing|stress injury|lung infection|sugar problem|bleeding around|blockage|strain\b",
    re.IGNORECASE,
)
HEDGES = re.compile(
    r"\b(could|can|may|might|possible|possibly|maybe|likely|sign|signs|fit|if|or|mostly|often|less)\b",
    re.IGNORECASE,
)


@cache
def outcome_for(rule_id: str, other_voice: bool) -> Outcome:
    pathway, rule = next((p, r) for p, r in every_rule() if r.id == rule_id)
    return outcome_of(*with_only(pathway, rule, other_voice=other_voice))


@cache
def pages_for(rule_id: str, other_voice: bool) -> dict[str, str]:
    return pages(outcome_for(rule_id, other_voice))


def pages_with_outcome(rule: Rule) -> Iterator[tuple[Outcome, str, str]]:
    """Every page of a rule in both voices, with its outcome and name."""
    for other_voice in VOICES:
        for name, page in pages_for(rule.id, other_voice).items():
            yield outcome_for(rule.id, other_voice), name, page


def words_of(page: str) -> str:
    """What a person can read on a page."""
    body = re.sub(r"(?s)<(script|style|head).*?</\1>", " ", page)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))


@pytest.mark.parametrize(("pathway", "rule"), RULES)
def test_nothing_for_staff_reaches_a_patient(pathway: Pathway, rule: Rule) -> None:
    staff_texts = [panel.text for panel in pathway.panels]
    staff_texts += [panel.title for panel in pathway.panels]
    staff_texts += [row.consider for row in pathway.differential] + [row.clue for row in pathway.differential]
    staff_texts += [flag.text for flag in pathway.flags] + [rule.clinician]
    ids = [r.id for r in pathway.rules] + [r.public_id for r in pathway.rules if r.public_id]
    ids += [panel.id for panel in pathway.panels] + [row.id for row in pathway.differential]
    ids += [flag.id for flag in pathway.flags]
    for _, name, page in pages_with_outcome(rule):
        seen = html.unescape(page)
        assert not STAFF_WORDS.search(seen), (name, STAFF_WORDS.search(seen))
        assert not [text for text in staff_texts + ids if text in seen], name


@pytest.mark.parametrize(("pathway", "rule"), RULES)
def test_every_page_has_what_every_page_must_have(pathway: Pathway, rule: Rule) -> None:
    for outcome, name, page in pages_with_outcome(rule):
        words = words_of(page)
        assert outcome.headline in words, name
        assert outcome.emergency_line in words, name
        for text in (*outcome.do, *outcome.reasons, *outcome.warnings, *outcome.disclaimers):
            assert text in words, (name, text)
        for tier in outcome.safety_net:
            assert tier.title in words, name
            assert all(sign in words for sign in tier.signs), name
        assert "{" not in words, name
        assert page.count("<h1") == 1, name
        assert "<title>Your next step" in page, name
        for taboo, found in ((taboo, pattern.search(words)) for taboo, pattern in TABOOS.items()):
            assert found is None, (name, taboo, found)
        assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", page), name
        if pathway.name == "pediatric":
            assert "A member of the care team may call you about this form." in words, name
            assert "aspirin" in words, name


@pytest.mark.parametrize(("pathway", "rule"), RULES)
def test_reasons_never_state_an_illness_as_a_fact(pathway: Pathway, rule: Rule) -> None:
    for reason in [reason for other in VOICES for reason in outcome_for(rule.id, other).reasons]:
        if ILLNESSES.search(reason):
            assert HEDGES.search(reason), reason


@pytest.mark.parametrize(("pathway", "rule"), PRIVATE_RULES)
def test_private_reasons_name_nothing_private(pathway: Pathway, rule: Rule) -> None:
    for text in both(rule.patient):
        assert not PRIVATE_WORDS.search(text), text


@pytest.mark.parametrize(("pathway", "rule"), RULES)
def test_apart_from_its_reason_a_rule_cannot_be_told_from_others(pathway: Pathway, rule: Rule) -> None:
    """Nothing else on the page depends on which rule of a level fired, save the lines listed here."""
    said = GUIDANCE[pathway.name]
    if rule.id in said.stay_still_rules | said.poison_rules:
        return
    twin = next(
        r
        for r in pathway.rules
        if (r.level, r.transport, r.hours) == (rule.level, rule.transport, rule.hours)
        and r.id not in said.stay_still_rules | said.poison_rules
    )
    for other in VOICES:
        mine, theirs = outcome_for(rule.id, other), outcome_for(twin.id, other)
        assert dataclasses.replace(mine, reasons=()) == dataclasses.replace(theirs, reasons=())


@pytest.mark.parametrize(
    ("hidden", "neutral"),
    [("PEDS-SAFE-01", "PEDS-TRAUMA-09"), ("PEDS-SAFE-02", "PEDS-TRAUMA-10")],
)
def test_safeguarding_reads_exactly_like_its_neutral_twin(hidden: str, neutral: str) -> None:
    assert outcome_for(hidden, False) == outcome_for(neutral, False)


# --- single pages --------------------------------------------------------------------------------


def test_an_adult_emergency_page_has_no_self_care() -> None:
    for changes in ("em_now=tearing", "ces_saddle=yes", "conditions=high_bp; leg_weak=new_or_worse"):
        for name, page in pages(told("adult", changes)).items():
            words = words_of(page).lower()
            for tip in (
                "ibuprofen",
                "acetaminophen",
                "heat wrap",
                "stretch",
                "pillow",
                "gently active",
                "prepare",
            ):
                assert tip not in words, (name, tip)


def test_every_emergency_page_and_no_other_has_the_call_button() -> None:
    assert (
        'class="nhsuk-button app-call" href="tel:911"' in pages(told("adult", "em_now=tearing"))["emergency"]
    )
    emergency_room = pages(told("adult", "ces_saddle=yes"))["emergency"]
    assert 'href="tel:911">Call 911 if you cannot get there safely' in emergency_room
    assert "app-call" not in pages(told("adult"))["result"]
    poison = pages(told("pediatric", "medicines_given=too_much"))["result"]
    assert 'href="tel:1-800-222-1222">Call Poison Control' in poison


def test_the_caregiver_says_i_understand_before_going_on() -> None:
    child = words_of(pages(told("pediatric", "gate_now=seizure"))["emergency"])
    assert "I understand. Continue so the care team has the details" in child
    adult = words_of(pages(told("adult", "em_now=tearing"))["emergency"])
    assert "Continue so your care team has the details" in adult
    for page in (child, adult):
        assert page.index("Call 911") < page.index("Continue so")
        assert "Nobody is watching this page. Do not wait for a reply." in page


def test_the_result_page_can_be_finished_printed_and_checked_again() -> None:
    page = pages(told("adult"))["result"]
    assert 'method="post" action="/f/1/finish/"' in page
    assert "csrfmiddlewaretoken" in page
    assert 'href="/f/1/print/"' in page
    assert re.search(r'href="/">Check again', page)
    assert REFERENCE in page


def test_the_print_says_who_when_and_which_reference_and_escapes_what_was_typed() -> None:
    page = pages(told("adult"))["patient_print"]
    words = words_of(page)
    assert "Invented &lt;b&gt;Person&lt;/b&gt;" in page
    assert "born Feb. 3, 1990" in words
    assert REFERENCE in words
    assert "Friday, November 20, 2026, 2:30 p.m. (UTC)" in words


def test_headings_never_skip_a_level() -> None:
    for name, changes in (("adult", ""), ("adult", "pain_now=5"), ("pediatric", "fever=yes_now")):
        for page in pages(told(name, changes)).values():
            levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
            assert all(after - before <= 1 for before, after in pairwise(levels)), levels


def test_the_emergency_number_comes_from_the_settings() -> None:
    with override_settings(EMERGENCY_NUMBER="112"):
        for name, changes in (
            ("adult", "em_now=tearing"),
            ("adult", "ces_saddle=yes"),
            ("adult", "fever=yes"),
            ("adult", ""),
            ("pediatric", "gate_now=seizure"),
            ("pediatric", "mood=safety_worry"),
            ("pediatric", "pain_severity=moderate"),
        ):
            for page in pages(told(name, changes)).values():
                assert "911" not in words_of(page)
                assert "112" in words_of(page)


# --- the guidance itself -------------------------------------------------------------------------


def _sentences() -> list[str]:
    """Every marked text in the guidance package."""
    found = []
    for file in sorted(Path(assessments.guidance.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
                found.append(ast.literal_eval(node.args[0]))
    return found


def test_long_guidance_sentences_stand_only_once() -> None:
    long = [text for text in _sentences() if len(text) > 45]
    twice = {text for text in long if long.count(text) > 1}
    assert not twice


def test_every_braced_word_is_a_known_placeholder() -> None:
    known = {"emergency_number", "by_when", "when", "date", "hours"}
    assert {name for text in _sentences() for name in re.findall(r"{(.*?)}", text)} <= known


def test_reconstructed_lists_are_marked_in_the_sources_of_every_child_page() -> None:
    for level in Level:
        rule = next(r for r in PATHWAYS["pediatric"].rules if r.level is level)
        assert any("RECONSTRUCTED" in source for source in outcome_for(rule.id, False).sources)
