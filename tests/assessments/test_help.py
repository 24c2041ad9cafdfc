"""The public guidance pages: no database, no session, one source of content with the result pages."""

from __future__ import annotations

import ast
import html
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve, reverse

from assessments import provenance
from assessments.guidance import GUIDANCE
from assessments.guidance.model import Block
from assessments.guidance.topics import TOPICS
from assessments.outcome import section_of
from assessments.text import spoken
from assessments.topics import PATHWAY_OF, links_to, topic_page
from triage.engine import evaluate
from triage.examples import with_changes
from triage.model import Level
from triage.pathways import PATHWAYS
from triage.words import both

EVERY_TOPIC = [(audience, topic) for audience, topics in TOPICS.items() for topic in topics]
TOPIC_PAGES = [
    reverse("assessments:topic", kwargs={"audience": audience, "slug": topic.slug})
    for audience, topic in EVERY_TOPIC
]
OTHER_PAGES = [
    reverse(f"assessments:{name}") for name in ("help", "sources", "about", "privacy", "accessibility")
]
PAGES = TOPIC_PAGES + OTHER_PAGES
ROOT = Path(__file__).parents[2]
HEALTH_WORDS = re.compile(r"pain|spine|back|cancer|drug|pregnan|surgery|bladder|injur|fever", re.IGNORECASE)


def read(path: str) -> str:
    """What stands on a page, in words."""
    body = Client().get(path).content.decode()
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body.partition("</head>")[2])))


# --- every page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_neither_database_nor_session(path: str, database_down: None) -> None:
    response = Client().get(path)
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize("path", PAGES)
def test_a_page_repeats_the_emergency_line_and_names_all_public_pages(path: str, settings: Any) -> None:
    settings.EMERGENCY_NUMBER = "112"
    response = Client().get(path)
    body = response.content.decode()
    assert 'href="tel:112"' in body
    assert "{emergency_number}" not in body
    assert "{by_when}" not in body
    for other in OTHER_PAGES:
        assert f'href="{other}"' in body
    assert not HEALTH_WORDS.search(path)
    assert len(re.findall("<h1", body)) == 1
    levels = [
        int(level) for level in re.findall(r"<h([1-6])", body.partition("<main")[2].partition("</main")[0])
    ]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    ids = re.findall(r'\sid="([^"]+)"', body)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_only_be_read(path: str) -> None:
    assert Client().post(path).status_code == 405


@pytest.mark.parametrize(
    "path", ["/help/adults/no-such-topic/", "/help/children/more-risk/", "/help/dogs/after/"]
)
def test_an_unknown_topic_is_not_found(path: str) -> None:
    assert Client().get(path).status_code == 404


def test_every_topic_is_reached_from_the_start_and_leads_on() -> None:
    assert f'href="{reverse("assessments:help")}"' in Client().get("/").content.decode()
    index = Client().get(reverse("assessments:help")).content.decode()
    for path in TOPIC_PAGES:
        assert f'href="{path}"' in index
        assert resolve(path).url_name == "topic"
    for audience, topics in TOPICS.items():
        pages = [topic_page(audience, topic.slug) for topic in topics]
        for page, link in zip(pages, (*links_to(audience)[1:], None), strict=True):
            assert page is not None
            assert page.after == link
        for page, link in zip(pages, (None, *links_to(audience)[:-1]), strict=True):
            assert page is not None
            assert page.before == link


# --- topics --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("audience", "topic"), EVERY_TOPIC, ids=TOPIC_PAGES)
def test_a_topic_says_its_blocks_its_signs_and_its_sources(audience: str, topic: Any) -> None:
    words = read(reverse("assessments:topic", kwargs={"audience": audience, "slug": topic.slug}))
    guidance = GUIDANCE[PATHWAY_OF[audience]]
    for block in topic.blocks:
        assert block.sources, block.key
        texts = (
            block.title,
            block.intro,
            *block.items,
            block.close,
            *(text for pair in block.answers for text in pair),
        )
        for text in texts:
            assert spoken(text) in words, (block.key, text)
    for tier in guidance.safety_net:
        for sign in tier.signs:
            assert spoken(sign) in words
    for source in (*topic.sources, *guidance.safety_net_sources):
        assert str(source) in words
    assert "Nov. 20, 2026" in words
    assert spoken(topic.title) in words


@pytest.mark.parametrize("audience", TOPICS)
def test_the_five_levels_stand_on_one_page_most_urgent_first(audience: str) -> None:
    page = topic_page(audience, "when-to-get-help")
    assert page is not None
    assert [card.number for card in page.cards] == [5, 4, 3, 2, 1]
    assert len(page.cards[0].where) == 2  # an ambulance comes, or one goes
    for card in page.cards:
        assert card.title
        assert card.by_when
        assert card.video


@pytest.mark.parametrize(
    ("name", "level", "hours"),
    [
        ("adult", Level.PROMPT_IN_PERSON, (24, 72)),
        ("adult", Level.VIRTUAL_VISIT, (48, 168)),
        ("pediatric", Level.PROMPT_IN_PERSON, (24, 168)),
        ("pediatric", Level.VIRTUAL_VISIT, (72, 72)),
    ],
)
def test_the_times_on_the_public_page_are_those_of_the_rules(
    name: str, level: Level, hours: tuple[int, int]
) -> None:
    of_rules = {rule.hours for rule in PATHWAYS[name].rules if rule.level is level}
    assert (min(of_rules), max(of_rules)) == hours
    said = str(GUIDANCE[name].advice_for(level, None).usual_time)
    assert {int(number) for number in re.findall(r"\d+", said)} == {hour // 24 for hour in hours}


def test_adults_and_children_are_kept_apart() -> None:
    adults = {block.key for topic in TOPICS["adults"] for block in topic.blocks}
    children = {block.key for topic in TOPICS["children"] for block in topic.blocks}
    assert not adults & children
    for path in TOPIC_PAGES:
        words = read(path).partition("Where this advice comes from")[0]
        if "/children/" in path:
            for adult_fact in ("prostate", "age 70", "inject", "4 in 10"):
                assert adult_fact not in words, (path, adult_fact)
        else:
            assert "your child" not in words.replace("does your child?", ""), path


# --- one source ----------------------------------------------------------------------------------


def blocks_of(name: str) -> dict[str, Block]:
    """The blocks of the public pages of a pathway."""
    audience = next(audience for audience, pathway in PATHWAY_OF.items() if pathway == name)
    return {block.key: block for topic in TOPICS[audience] for block in topic.blocks}


@pytest.mark.parametrize("name", GUIDANCE)
def test_what_a_result_page_shows_a_public_page_shows_too_from_the_same_object(name: str) -> None:
    public = blocks_of(name)
    only_before_a_visit = {"comfort", "comfort-child"}
    for block in GUIDANCE[name].blocks:
        if block.key not in only_before_a_visit:
            assert public[block.key] is block
    for topic in TOPICS.values():
        for page in topic:
            for block in page.blocks:
                assert section_of(block, spoken).title == spoken(block.title)


def _guidance_texts() -> list[str]:
    found = []
    for file in sorted((ROOT / "assessments" / "guidance").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
                found.append(ast.literal_eval(node.args[0]))
    return found


def _template_texts() -> set[str]:
    """The marked texts of the patients' templates."""
    texts: set[str] = set()
    for folder in ("assessments", "components", "errors"):
        for file in (ROOT / "templates" / folder).rglob("*.html"):
            source = file.read_text()
            texts |= set(re.findall(r'{% translate "(.*?)" %}', source))
            texts |= set(
                re.findall(
                    r"{% blocktranslate.*?%}(.*?)(?:{% plural|{% endblocktranslate)", source, re.DOTALL
                )
            )
    return texts


def _normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_no_text_is_written_twice() -> None:
    """Each text of the guidance stands in one place, and no two texts differ only in signs and capitals."""
    guidance = [text for text in _guidance_texts() if len(text.split()) > 3]
    assert len(guidance) > 400
    assert not {text for text in guidance if guidance.count(text) > 1}
    every = set(guidance) | {text for text in _template_texts() if len(text.split()) > 3}
    assert len(every) > len(guidance) + 100
    normal = [_normal(text) for text in every]
    assert not {text for text in normal if normal.count(text) > 1}


# --- claims --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ("fever=yes; infection_risk=spine_procedure_12m", Level.EMERGENCY_NOW),
        ("fever=yes; infection_risk=spine_procedure_3m", Level.EMERGENCY_NOW),
        ("fever=yes; infection_risk=iv_drugs", Level.EMERGENCY_NOW),
        ("infection_risk=iv_drugs", Level.URGENT_SAME_DAY),
        ("injury=minor; point_tender=no", Level.PROMPT_IN_PERSON),
        ("injury=minor; point_tender=yes", Level.URGENT_SAME_DAY),
        ("injury=minor; point_tender=no; age_years=70", Level.URGENT_SAME_DAY),
        ("injury=major", Level.EMERGENCY_NOW),
        ("function_limit=cannot", Level.URGENT_SAME_DAY),
        ("leg_weak=new_or_worse", Level.EMERGENCY_NOW),
        ("ces_pee_leak=yes", Level.EMERGENCY_NOW),
    ],
)
def test_what_the_pages_say_about_urgency_is_what_the_rules_do(changes: str, level: Level) -> None:
    adult = PATHWAYS["adult"]
    assert evaluate(adult, with_changes(adult, changes)).level is level


def test_the_sources_page_names_every_source_with_its_use_and_its_status() -> None:
    words = read(reverse("assessments:sources"))
    rows = provenance.cited()
    assert len(rows) == len({row.source.code for row in rows}) > 90
    for row in rows:
        assert row.source.title in words
        assert row.status in words
    status = {row.source.code: row.source.status for row in rows}
    assert status["RECONSTRUCTED"] == "judgment"
    assert "RECONSTRUCTED" in words
    assert "Known, not opened" in words
    used = {source.code for pathway in PATHWAYS.values() for rule in pathway.rules for source in rule.sources}
    not_used = {row.source.code for row in rows if row.uses == (str(provenance.NOT_USED),)}
    assert not used & not_used


def test_links_to_sources_are_secure_and_tell_nobody_where_they_came_from() -> None:
    body = Client().get(reverse("assessments:sources")).content.decode()
    links = re.findall(r'<a href="(http[^"]+)"([^>]*)>', body)
    assert len(links) >= 3
    for address, rest in links:
        assert address.startswith("https://")
        assert "noreferrer" in rest


def test_the_about_page_is_honest() -> None:
    words = read(reverse("assessments:about"))
    assert "The medical rules have not been signed off here by a clinician." in words
    for audience in TOPICS:
        for line in GUIDANCE[PATHWAY_OF[audience]].disclaimers:
            assert spoken(line) in words
    assert "medical device" in words
    assert "Do not use it in an emergency." in words
    assert "screen reader" in read(reverse("assessments:accessibility"))


def test_the_privacy_page_names_the_time_and_every_cookie(settings: Any) -> None:
    settings.DRAFT_KEEP_HOURS = 31
    words = read(reverse("assessments:privacy"))
    assert "31 hours" in words
    assert "language" in words
    assert "Teens" in words


def test_every_voice_of_a_public_text_is_the_one_for_readers() -> None:
    """A public page speaks to an adult as "you" and to a parent about "your child"."""
    for audience, topic in EVERY_TOPIC:
        for block in topic.blocks:
            for text in (block.title, block.intro, *block.items, block.close):
                if text and len(both(text)) == 2:
                    assert spoken(text) == both(text)[0], (audience, block.key)
