"""Rules and questions as the staff's pages show them, made from the same objects that decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from assessments.summary.header import level_words
from assessments.text import spoken
from clinic.rulebook.hazards import HAZARDS, hazard_of
from triage.checks import nodes
from triage.conditions import Condition, CountAtLeast, Fact
from triage.engine_conditions import ALWAYS
from triage.model import Choice, Kind, Page, Pathway, Question, Rule
from triage.pathways import PATHWAYS
from triage.words import Text, both


@dataclass(frozen=True)
class Asked:
    """A question and the page it is asked on."""

    question: Question
    page: str


@dataclass(frozen=True)
class Name:
    """A name that an expression uses, what it means, and what it stands for."""

    name: str
    title: str
    stands_for: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One rule."""

    pathway: Pathway
    rule: Rule

    @property
    def level(self) -> str:
        """How urgent, in words."""
        return level_words(self.rule.level)

    @property
    def hours(self) -> str:
        """By when the person has to be seen."""
        if self.rule.hours:
            return _("within %(hours)s h") % {"hours": self.rule.hours}
        return _("at once") if self.rule.transport else _("no visit due")

    @property
    def transport(self) -> str:
        """How to get to emergency care; "" below that level."""
        if self.rule.transport is None:
            return ""
        return _("Call the emergency number") if self.rule.transport.value == "911" else _("Go to the ER")

    @property
    def hazard(self) -> str:
        """What the rule looks for."""
        return str(HAZARDS.get(hazard_of(self.rule.id), hazard_of(self.rule.id)))

    @property
    def notes(self) -> list[str]:
        """What else the rule is."""
        notes = {
            _("Private: the patient reads a neutral reason."): self.rule.private,
            _("It speaks in finished forms only."): self.rule.finished_only,
        }
        told = [words for words, holds in notes.items() if holds]
        if self.rule.floor_of:
            told.append(_("It keeps %(rule)s from ending too low.") % {"rule": self.rule.floor_of})
        return told

    @property
    def english(self) -> str:
        """The condition in English, whatever the language of the page."""
        return _english(self.rule)

    @property
    def expression(self) -> str:
        """The condition with the keys."""
        return self.rule.when.expression()

    @property
    def names(self) -> tuple[Name, ...]:
        """The facts and counts that the expression names."""
        return tuple(_names(self.rule.when))

    @property
    def clinician(self) -> str:
        """What the clinician reads."""
        return spoken(self.rule.clinician)

    @property
    def patient(self) -> list[str]:
        """What the patient reads, in one wording or two."""
        return wordings(self.rule.patient)

    @property
    def asked(self) -> list[Asked]:
        """The questions that the rule reads."""
        read = self.rule.when.questions()
        pages = page_codes(self.pathway.name)
        return [Asked(q, pages[q.key]) for q in self.pathway.questions if q.key in read]

    def says(self, wanted: str) -> bool:
        """Whether `wanted` (case folded) stands anywhere in the rule or in what it asks."""
        return any(wanted in text.casefold() for text in self._texts())

    def _texts(self) -> Iterator[str]:
        yield from (self.rule.id, self.hazard, self.english, self.expression, self.level)
        yield from (self.rule.clinician, self.clinician, *both(self.rule.patient), *self.patient)
        yield from map(str, self.rule.sources)
        for asked in self.asked:
            yield from (asked.page, *both(asked.question.text), *wordings(asked.question.text))


@dataclass(frozen=True)
class QuestionEntry:
    """One question."""

    pathway: Pathway
    question: Question
    page: Page
    rules: tuple[Rule, ...]

    @property
    def words(self) -> list[str]:
        """What the person reads, in one wording or two."""
        return wordings(self.question.text)

    @property
    def options(self) -> list[tuple[Choice, list[str]]]:
        """The options and how each is worded."""
        return [(option, wordings(option.text)) for option in self.question.options]

    @property
    def only_when(self) -> str:
        """When it is asked, in English; "" for always."""
        condition = self.question.shown_when
        return "" if condition is ALWAYS else condition.english()

    @property
    def other_readers(self) -> list[str]:
        """What reads the question besides rules."""
        pathway = self.pathway
        readers = {
            _("whether another question is asked"): (q.shown_when for q in pathway.questions),
            _("the score for the queue"): (row.when for row in pathway.points),
            _("staff flags"): (row.when for row in pathway.flags),
            _("panels for the clinician"): (row.when for row in pathway.panels),
            _("the differential"): (row.when for row in pathway.differential),
            _("the classification"): (row.when for row in pathway.patterns),
        }
        return [name for name, conditions in readers.items() if self._is_read(conditions)]

    @property
    def is_own_words(self) -> bool:
        """Whether people answer in their own words."""
        return self.question.kind is Kind.TEXT

    def _is_read(self, conditions: Iterable[Condition]) -> bool:
        return any(self.question.key in condition.questions() for condition in conditions)


@cache
def entries(pathway: str) -> tuple[Entry, ...]:
    """All rules of a pathway, in the order of the specification."""
    return tuple(Entry(PATHWAYS[pathway], rule) for rule in PATHWAYS[pathway].rules)


@cache
def questions(pathway: str) -> tuple[QuestionEntry, ...]:
    """All questions of a pathway, in the order of its pages."""
    content = PATHWAYS[pathway]
    return tuple(
        QuestionEntry(
            content,
            question,
            page,
            tuple(rule for rule in content.rules if question.key in rule.when.questions()),
        )
        for page in content.pages
        for question in page.questions
    )


def find_rule(rule_id: str) -> Entry | None:
    """The rule with this id; None if there is none."""
    found = (entry for name in PATHWAYS for entry in entries(name) if entry.rule.id == rule_id)
    return next(found, None)


def wordings(text: Text) -> list[str]:
    """`text` in the reader's language: one wording, or the usual one and that of the other voice."""
    spoken_texts = [spoken(words) for words in both(text)]
    return list(dict.fromkeys(words for words in spoken_texts if words))


@cache
def page_codes(pathway: str) -> dict[str, str]:
    """On which page each question is asked."""
    return {question.key: page.code for page in PATHWAYS[pathway].pages for question in page.questions}


@cache
def _english(rule: Rule) -> str:
    return rule.when.english()


def _names(condition: Condition) -> Iterator[Name]:
    seen: set[str] = set()
    for node in nodes(condition):
        if isinstance(node, Fact) and node.name not in seen:
            seen.add(node.name)
            yield Name(node.name, node.title, (node.condition.expression(),))
        elif isinstance(node, CountAtLeast) and node.count.name not in seen:
            seen.add(node.count.name)
            counted = tuple(part.expression() for part in node.count.conditions)
            yield Name(node.count.name, node.count.title, counted)
