"""The rules in the open: everything that decides can be read, found and printed, and leads somewhere."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from clinic.models import AuditEvent, RulesetSnapshot
from clinic.models.staff import Role
from clinic.rulebook import snapshots
from clinic.rulebook.entries import entries, questions
from clinic.rulebook.hazards import HAZARDS, hazard_of
from tests.clinic.staffing import enter
from tests.frontend.dom import parse
from triage.catalogue import describe, ruleset_version
from triage.model import Level
from triage.pathways import PATHWAYS
from triage.rulebook import render

pytestmark = pytest.mark.django_db
RULES = [rule for pathway in PATHWAYS.values() for rule in pathway.rules]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    snapshots.forget()


def ids(page: str) -> list[str]:
    """The rules that a page lists."""
    return re.findall(r'<tr id="([A-Z0-9-]+)">', page)


def found(staff: Client, **wanted: str) -> list[str]:
    response = staff.get("/staff/rules/", wanted)
    assert response.status_code == 200
    return ids(response.content.decode())


def test_every_rule_has_its_place_to_link_to(staff: Client) -> None:
    assert reverse("clinic:rules") == "/staff/rules/"
    assert found(staff) == [rule.id for rule in RULES]


def test_the_list_stays_small(staff: Client) -> None:
    assert len(staff.get("/staff/rules/").content) < 200_000


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_every_rule_is_told_in_full(staff: Client, pathway: str) -> None:
    for entry in entries(pathway)[::9]:
        page = parse(staff.get(f"/staff/rules/rule/{entry.rule.id}/").content.decode()).one("main").text
        for words in (entry.rule.when.english(), entry.rule.when.expression(), entry.clinician, entry.level):
            assert " ".join(words.split()) in " ".join(page.split())
        for words in (*entry.patient, *map(str, entry.rule.sources), *entry.rule.fires, *entry.rule.silent):
            assert " ".join(words.split()) in " ".join(page.split())
        for asked in entry.asked:
            assert f"Page {asked.page}: {asked.question.key}" in page


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_the_print_says_what_the_document_says(staff: Client, pathway: str) -> None:
    """The same objects: every condition and expression of docs/rules.md, every rule and every question."""
    page = " ".join(
        parse(staff.get(f"/staff/rules/print/{pathway}/").content.decode()).one("main").text.split()
    )
    document = render((PATHWAYS[pathway],))
    for line in re.findall(r"- \*\*(?:When|Expression):\*\* (.*)", document):
        assert " ".join(line.strip("`").split()) in page
    for entry in entries(pathway):
        assert entry.rule.id in page
    for question in PATHWAYS[pathway].questions:
        assert question.key in page


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_questions_and_rules_lead_to_each_other(pathway: str) -> None:
    reads = {entry.rule.id: {asked.question.key for asked in entry.asked} for entry in entries(pathway)}
    read_by = {entry.question.key: {rule.id for rule in entry.rules} for entry in questions(pathway)}
    assert set(read_by) == set(PATHWAYS[pathway].by_key)
    for rule, keys in reads.items():
        assert all((rule in rules) is (key in keys) for key, rules in read_by.items())


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_questions_that_no_rule_reads_are_those_of_the_document(staff: Client, pathway: str) -> None:
    document = render((PATHWAYS[pathway],)).partition("that no rule reads")[2]
    unread = {entry.question.key for entry in questions(pathway) if not entry.rules}
    assert unread == set(re.findall(r"^- `(\w+)`", document, re.MULTILINE))
    assert unread
    page = staff.get("/staff/rules/questions/").content.decode()
    listed = page.partition("questions that no rule reads")[2]
    assert all(f"/{pathway}/{key}/" in listed for key in unread)


def test_every_question_has_a_page(staff: Client) -> None:
    for pathway in PATHWAYS:
        for entry in questions(pathway)[::6]:
            address = reverse("clinic:question", args=[pathway, entry.question.key])
            page = " ".join(parse(staff.get(address).content.decode()).one("main").text.split())
            assert all(" ".join(words.split()) in page for words in entry.words)
            assert all(option.key in page for option in entry.question.options)
            assert all(rule.id in page for rule in entry.rules)


def test_every_hazard_has_a_name_and_no_name_is_left_over() -> None:
    assert {hazard_of(rule.id) for rule in RULES} == set(HAZARDS)


def test_finding_by_level_hazard_and_form(staff: Client) -> None:
    emergencies = [rule.id for rule in RULES if rule.level is Level.EMERGENCY_NOW]
    assert found(staff, level="5") == emergencies
    assert found(staff, hazard="CES") == [rule.id for rule in RULES if "-CES-" in rule.id]
    assert found(staff, pathway="adult") == [rule.id for rule in PATHWAYS["adult"].rules]
    both = found(staff, level="5", pathway="pediatric", hazard="INF")
    assert both == [rule for rule in emergencies if rule.startswith("PEDS-INF-")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("adult-ces-01", "ADULT-CES-01"),
        ("TEARING", "ADULT-EMG-02"),
        ("em_now has tearing", "ADULT-EMG-02"),
        ("acute aortic syndrome", "ADULT-EMG-02"),
        ("main artery from the heart", "ADULT-EMG-02"),
        ("BMJ 2012;344:d8290", "ADULT-EMG-02"),
    ],
)
def test_finding_by_words_of_any_kind(staff: Client, text: str, rule: str) -> None:
    assert rule in found(staff, text=text)


def test_nothing_found_and_wildcards_are_letters(staff: Client) -> None:
    assert found(staff, text="%") == [e.rule.id for p in PATHWAYS for e in entries(p) if e.says("%")]
    assert found(staff, text="invented nonsense") == []
    assert "No rule fits." in staff.get("/staff/rules/?text=invented+nonsense").content.decode()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"text": "x" * 81}, "Use 80 characters or fewer"),
        ({"text": "a\x01b\ud83d", "level": "6"}, "Choose an answer from the list"),
        ({"hazard": "ces"}, "Choose an answer from the list"),
        ({"pathway": "elderly"}, "Choose an answer from the list"),
        ({"order": "-pk"}, "Choose an answer from the list"),
    ],
)
def test_a_search_that_is_none(staff: Client, wanted: dict[str, str], words: str) -> None:
    wanted = {key: value.encode("utf-8", "replace").decode() for key, value in wanted.items()}
    response = staff.get("/staff/rules/", wanted)
    page = parse(response.content.decode())
    assert response.status_code == 422
    assert words in page.one(class_="nhsuk-error-summary").text
    assert page.one("input", name="text").attributes["value"] == wanted.get("text", "")


@pytest.mark.parametrize(
    "address",
    [
        "rule/ADULT-CES-99/",
        "rule/adult-ces-01/",
        "questions/adult/nothing/",
        "questions/elderly/fever/",
        "print/elderly/",
    ],
)
def test_what_is_not_there(staff: Client, address: str) -> None:
    assert staff.get(f"/staff/rules/{address}").status_code == 404


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.AUDITOR])
def test_who_may_not_read_them(client: Client, role: Role) -> None:
    enter(client, "invented.other", role)
    for address in ("", "rule/ADULT-CES-01/", "questions/", "changes/", "print/adult/"):
        assert client.get(f"/staff/rules/{address}").status_code == 404
    assert not RulesetSnapshot.objects.exists()


def test_only_who_may_sign_is_led_to_signing(staff: Client, client: Client) -> None:
    assert "/staff/rules/sign/" not in staff.get("/staff/rules/").content.decode()
    enter(client, "invented.boss", Role.ADMIN, Role.CLINICIAN)
    assert "/staff/rules/sign/adult/" in client.get("/staff/rules/").content.decode()


def test_reading_is_logged_with_its_place_and_never_with_the_words_looked_for(staff: Client) -> None:
    staff.get("/staff/rules/", {"text": "invented secret"})
    staff.get("/staff/rules/rule/ADULT-CES-01/")
    staff.get("/staff/rules/print/adult/")
    lines = list(AuditEvent.objects.order_by("number"))
    assert [line.action for line in lines] == ["page.viewed", "page.viewed", "case.printed"]
    assert "ADULT-CES-01" in lines[1].detail
    assert "secret" not in "".join(line.detail for line in lines)


def test_opening_the_page_keeps_the_versions_in_use_once(staff: Client) -> None:
    staff.get("/staff/rules/")
    staff.get("/staff/rules/")
    assert set(RulesetSnapshot.objects.values_list("pk", flat=True)) == set(map(ruleset_version, PATHWAYS))
    kept = RulesetSnapshot.objects.get(pathway="adult")
    assert len(kept.rows["rules"]) == len(describe(PATHWAYS["adult"])["rules"])
