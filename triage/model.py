"""The things a pathway is made of: questions, pages, rules, sources and results. All frozen data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum
from functools import cached_property

from triage.conditions import Answer, Answered, AtLeast, Below, Condition, Count, Fact, Has, Is, Only, Truth
from triage.engine_conditions import ALWAYS
from triage.words import Text

UNSURE_OPTIONS = frozenset({"not_sure", "unclear", "prefer_not", "not_looked"})
EXCLUSIVE_OPTIONS = frozenset({"none", "nothing", "not_looked"})


class Level(IntEnum):
    """How soon, and where, to seek care. The same five on both pathways."""

    SELF_CARE = 1
    VIRTUAL_VISIT = 2
    PROMPT_IN_PERSON = 3
    URGENT_SAME_DAY = 4
    EMERGENCY_NOW = 5


class Transport(Enum):
    """How to reach emergency care."""

    CALL_911 = "911"
    ER = "ER"


class Kind(Enum):
    """What an answer looks like."""

    SINGLE = "single"
    MULTI = "multi"
    WHOLE = "whole number"
    DECIMAL = "decimal number"
    TEXT = "text"
    RATED = "rated list"


@dataclass(frozen=True)
class Source:
    """A cited source, and (through `on`) what exactly is taken from it.

    `status`: "seed", "seen" (read when the specification was written), "know" (from general
    knowledge, not opened) or "judgment".
    """

    code: str
    title: str
    status: str
    url: str = ""
    note: str = ""

    def on(self, note: str) -> Source:
        """This source, with the fact or passage it is cited for."""
        return replace(self, note=note)

    def __str__(self) -> str:
        return f"{self.title} ({self.note})" if self.note else self.title


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One option of a question.

    `short` is the clinician's wording. `points` is the adult score weight. `offered_when` hides the
    option at some ages; an answer that arrives all the same then counts as `else_counts_as`
    ("" = as chosen, None = as no answer).
    """

    key: str
    text: Text
    short: str
    hint: Text = ""
    group: str = ""
    points: int = 0
    offered_when: Condition = ALWAYS
    else_counts_as: str | None = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Question:
    """One question: the patient's words, the clinician's words, and what may be answered.

    `blank_counts_as` is the option that a blank answer counts as when the question was shown in a
    finished form. `core` adult questions make the set incomplete when they are left blank.
    `ratings` belong to Kind.RATED: each chosen item may carry one. `note_label` asks for a few own
    words beside the options; they are stored under `<key>_text`. `figure` draws a body map ("adult" or
    "child") over the options. `never_echo` answers are never shown again to the person. `informational`:
    the options that no condition and no weight reads, with blanks between; staff see them as chosen.
    """

    key: str
    kind: Kind
    text: Text
    short: str
    sources: tuple[Source, ...]
    required: bool
    options: tuple[Choice, ...] = ()
    shown_when: Condition = ALWAYS
    hint: Text = ""
    why: Text = ""
    help: Text = ""
    unsure_help: Text = ""
    note_label: Text = ""
    ratings: tuple[Choice, ...] = ()
    core: bool = False
    gate: bool = False
    blank_counts_as: str = ""
    never_echo: bool = False
    informational: str = ""
    figure: str = ""
    minimum: float = 0
    maximum: float = 0
    max_length: int = 0
    unit: str = ""

    @cached_property
    def option_keys(self) -> frozenset[str]:
        """Keys of all options."""
        return frozenset(option.key for option in self.options)

    @cached_property
    def by_key(self) -> dict[str, Choice]:
        """Options by key."""
        return {option.key: option for option in self.options}

    @property
    def text_key(self) -> str:
        """Where the own words beside the options are stored."""
        return f"{self.key}_text"

    def is_unsure(self, answer: Answer) -> bool:
        """Whether an answer is "not sure", declined or not looked at (alone or with others)."""
        if isinstance(answer, frozenset):
            return not UNSURE_OPTIONS.isdisjoint(answer)
        return answer in UNSURE_OPTIONS

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """Option keys sorted as the question lists them."""
        wanted = set(keys)
        return [option.key for option in self.options if option.key in wanted]

    def name_options(self, keys: Iterable[str]) -> str:
        """Short names of options, joined with "or"."""
        return " or ".join(f"“{self.by_key[key].short}”" for key in self.in_order(keys))

    def _checked(self, keys: tuple[str, ...]) -> frozenset[str]:
        unknown = set(keys) - self.option_keys
        if unknown or not keys:
            raise ValueError(f"{self.key} has no option {', '.join(sorted(unknown)) or '(none given)'}")
        return frozenset(keys)

    def is_(self, *options: str) -> Is:
        """Condition: the single answer is one of `options`. ValueError on an unknown option."""
        return Is(self, self._checked(options))

    def has(self, *options: str) -> Has:
        """Condition: at least one of `options` was chosen. ValueError on an unknown option."""
        return Has(self, self._checked(options))

    def only(self, *options: str) -> Only:
        """Condition: something was chosen and nothing outside `options`."""
        return Only(self, self._checked(options))

    def at_least(self, bound: float) -> AtLeast:
        """Condition: the number is `bound` or more."""
        return AtLeast(self, bound)

    def below(self, bound: float) -> Below:
        """Condition: the number is under `bound`."""
        return Below(self, bound)

    def answered(self) -> Answered:
        """Condition: there is an answer."""
        return Answered(self)


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Answers of one page that do not fit together: `question` is asked again with `text`."""

    when: Condition
    question: Question
    text: Text


@dataclass(frozen=True, kw_only=True)
class Page:
    """One screen. `code` is its address: it says nothing about health. `title` heads a group."""

    code: str
    section: Text
    questions: tuple[Question, ...]
    title: Text = ""
    intro: Text = ""
    gate: bool = False
    skippable: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """A clinical rule.

    `patient` and `clinician` are the reasons each of them reads. `hours` is the target time to be
    seen. A `private` rule's reason is neutral and its subject is never named to the patient.
    `public_id` replaces the id wherever a patient's browser or paper could show it. `fires` and
    `silent` are examples: changes to the pathway's baseline answers, "key=option+option; key=...".
    """

    id: str
    when: Condition
    level: Level
    patient: Text
    clinician: str
    sources: tuple[Source, ...]
    hours: int
    transport: Transport | None = None
    private: bool = False
    public_id: str = ""
    floor_of: str = ""
    finished_only: bool = False
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Points:
    """A row of the queue score: `points` when the condition holds. Never read by the level."""

    when: Condition
    points: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Flag:
    """A staff flag. `hours` = call within; None = when staff open the form. Never shown to a patient."""

    id: str
    when: Condition
    hours: int | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Panel:
    """Guidance on the clinician's summary. Never shown to a patient."""

    id: str
    when: Condition
    title: str
    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Consideration:
    """A row of the differential: "consider", never a diagnosis. Clinician only."""

    id: str
    when: Condition
    consider: str
    clue: str


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A pattern suggested by the answers (adult classification). Clinician only."""

    name: str
    when: Condition
    label: str = ""
    note: str = ""
    supporting: tuple[tuple[Condition, str], ...] = ()


@dataclass(frozen=True)
class MatchedPattern:
    """A pattern that matches, with the supporting features that are present."""

    pattern: Pattern
    supporting: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Pathway:
    """Everything the core knows about one audience. `version` is the specification's."""

    name: str
    version: str
    youngest: int
    oldest: int
    age: Question
    questions: tuple[Question, ...]
    pages: tuple[Page, ...]
    rules: tuple[Rule, ...]
    points: tuple[Points, ...]
    other_voice: Condition
    unsure_point_cap: int = 0
    score_cap: int | None = None
    drops_none_with_others: bool = False
    default_level: Level | None = None
    red_flags: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    counts: tuple[Count, ...] = ()
    flags: tuple[Flag, ...] = ()
    panels: tuple[Panel, ...] = ()
    differential: tuple[Consideration, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    baseline: str = ""
    by_key: dict[str, Question] = field(init=False)
    rules_by_id: dict[str, Rule] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {q.key: q for q in self.questions})
        object.__setattr__(self, "rules_by_id", {r.id: r for r in self.rules})


@dataclass(frozen=True)
class Finding:
    """A rule that fired, and the questions whose answers made it fire."""

    rule: Rule
    because: tuple[str, ...]


@dataclass(frozen=True)
class FiredFlag:
    """A staff flag that is raised, once per id, with the texts of all its rows that hold."""

    id: str
    hours: int | None
    texts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the engine says about one set of answers.

    `answers` is what was evaluated: shown questions only. `shown` lists the keys of all shown
    questions, `blank` those shown that had no answer. `due_hours` is None where no visit is due.
    `score` orders the queue and nothing else.
    """

    pathway: Pathway
    answers: dict[str, Answer]
    shown: tuple[str, ...]
    blank: tuple[str, ...]
    finished: bool
    level: Level | None
    transport: Transport | None
    due_hours: int | None
    findings: tuple[Finding, ...]
    score: int
    priority: int | None
    contributions: tuple[Points, ...]
    facts: dict[str, bool]
    red_flags: dict[str, Truth]
    counts: dict[str, int]
    flags: tuple[FiredFlag, ...]
    panels: tuple[Panel, ...]
    differential: tuple[Consideration, ...]
    patterns: tuple[MatchedPattern, ...]

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """Ids of all fired rules, in specification order."""
        return tuple(finding.rule.id for finding in self.findings)

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """Findings at the winning level, in specification order."""
        return tuple(finding for finding in self.findings if finding.rule.level is self.level)
