"""The public guidance pages in final words. From the guidance alone: no database, no session.

The blocks are the ones that result pages show; the usual voice speaks ("you", "your child").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessments.guidance import GUIDANCE
from assessments.guidance.model import Advice, Block, Topic
from assessments.guidance.topics import TOPICS
from assessments.outcome import Section, Signs, section_of
from assessments.text import spoken
from triage.model import Level, Source

CHECKED = date(2026, 11, 20)
"""When the sources were read, as both specifications say."""

PATHWAY_OF = {"adults": "adult", "children": "pediatric"}


@dataclass(frozen=True)
class Card:
    """One level: what it is called, by when, where, and whether a video visit is enough."""

    number: int
    title: str
    by_when: str
    where: tuple[str, ...]
    video: str


@dataclass(frozen=True)
class Link:
    """A topic as other pages name it."""

    audience: str
    slug: str
    title: str
    lead: str


@dataclass(frozen=True, kw_only=True)
class TopicPage:
    """Everything one topic's page says. `cards` is empty unless the topic shows the levels."""

    link: Link
    cards: tuple[Card, ...]
    sections: tuple[Section, ...]
    signs: tuple[Signs, ...]
    signs_close: str
    sources: tuple[Source, ...]
    before: Link | None
    after: Link | None


def topic_page(audience: str, slug: str) -> TopicPage | None:
    """The page of a topic, or None if there is none. `audience`: "adults" or "children"."""
    topics = TOPICS.get(audience, ())
    at = next((at for at, topic in enumerate(topics) if topic.slug == slug), None)
    if at is None:
        return None
    links = links_to(audience)
    topic, guidance = topics[at], GUIDANCE[PATHWAY_OF[audience]]
    return TopicPage(
        link=links[at],
        cards=_cards(guidance.advice) if topic.shows_levels else (),
        sections=sections_of(topic.blocks),
        signs=tuple(
            Signs(title=spoken(tier.title), signs=tuple(map(spoken, tier.signs)))
            for tier in guidance.safety_net
        ),
        signs_close=spoken(guidance.safety_net_close),
        sources=tuple(dict.fromkeys((*topic.sources, *guidance.safety_net_sources))),
        before=links[at - 1] if at else None,
        after=links[at + 1] if at + 1 < len(links) else None,
    )


def links_to(audience: str) -> tuple[Link, ...]:
    """All topics for an audience, in order."""
    return tuple(_link(audience, topic) for topic in TOPICS[audience])


def sections_of(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Blocks in final words."""
    return tuple(section_of(block, spoken) for block in blocks)


def disclaimers(audience: str) -> tuple[str, ...]:
    """What the result pages of this audience say about their limits."""
    return tuple(map(spoken, GUIDANCE[PATHWAY_OF[audience]].disclaimers))


def _link(audience: str, topic: Topic) -> Link:
    return Link(audience, topic.slug, spoken(topic.title), spoken(topic.lead))


def _cards(every: tuple[Advice, ...]) -> tuple[Card, ...]:
    """One card per level, the most urgent first; the two ways to emergency care share one."""
    cards = []
    for level in sorted(Level, reverse=True):
        ways = [advice for advice in every if advice.level is level]
        cards.append(
            Card(
                int(level),
                spoken(ways[0].badge),
                spoken(ways[0].by_when or ways[0].usual_time),
                tuple(spoken(way.where) for way in ways),
                spoken(ways[0].video),
            )
        )
    return tuple(cards)
