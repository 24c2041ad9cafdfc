"""What guidance is made of. Frozen data: the result pages and the public pages read the same objects."""

from __future__ import annotations

from dataclasses import dataclass

from triage.conditions import Condition
from triage.model import Level, Source, Transport
from triage.words import Text

LOW = frozenset({Level.SELF_CARE, Level.VIRTUAL_VISIT})
UP_TO_PROMPT = LOW | {Level.PROMPT_IN_PERSON}
ALL_LEVELS = frozenset(Level)

BY_WHEN = "{by_when}"


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What one level tells a person to do. `{by_when}` in a text stands for the time of the result.

    The first line of `do` is the action itself; `fallback` is said right after it, or
    `fallback_no_urgent_care` for a child who must not be sent to an urgent care. `by_when` is empty where
    the time comes from the rules that fired; there `usual_time` says on public pages how long it can be.
    `if_injury` holds for everyone at this level. `say` is a sentence for the phone.
    """

    level: Level
    badge: Text
    do: tuple[Text, ...]
    where: Text
    video: Text
    by_when: Text = ""
    usual_time: Text = ""
    lead: Text = ""
    fallback: Text = ""
    fallback_no_urgent_care: Text = ""
    if_injury: Text = ""
    transport: Transport | None = None
    bring: tuple[Text, ...] = ()
    say: Text = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A titled piece of guidance. `key` names it on a public page.

    `levels` are the result pages that show it (none: only public pages do); at `open_at` it is shown in
    full, elsewhere folded.
    At `on_paper` what the patient prints holds it too: what the action needs, and it must fit one page.
    `answers` are questions with their answers. `is_checklist`: the items are things to have ready, to tick.
    """

    key: str
    title: Text
    sources: tuple[Source, ...]
    levels: frozenset[Level] = frozenset()
    open_at: frozenset[Level] = frozenset()
    on_paper: frozenset[Level] = frozenset()
    intro: Text = ""
    items: tuple[Text, ...] = ()
    close: Text = ""
    answers: tuple[tuple[Text, Text], ...] = ()
    is_checklist: bool = False


@dataclass(frozen=True, kw_only=True)
class Tier:
    """One step of the safety net: what to do, and the signs that ask for it.

    `pregnancy_signs` are those of `signs` that a result page leaves out for someone who cannot be pregnant.
    """

    title: Text
    signs: tuple[Text, ...]
    pregnancy_signs: frozenset[Text] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A public page: the same blocks as on result pages, and more.

    `slug` is its address and says nothing about an illness. `lead` says in one sentence what it is about.
    `shows_levels`: the five levels and the safety net in full; other topics show the safety net folded.
    """

    slug: str
    title: Text
    lead: Text
    blocks: tuple[Block, ...]
    shows_levels: bool = False

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where this page's facts come from, once each, in order."""
        return tuple(dict.fromkeys(source for block in self.blocks for source in block.sources))


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """Everything one pathway says to the people it serves.

    `always` stands on every result page. `teen_line` is added from `teen_from` years of age, and
    `alone_in_emergency` for a teenager without an adult. `stay_still` is said when one of
    `stay_still_rules` fired, `poison_first` when one of `poison_rules` did. `cannot_be_pregnant`
    reads sex and age, never a private answer.
    """

    advice: tuple[Advice, ...]
    safety_net: tuple[Tier, ...]
    safety_net_close: Text
    safety_net_sources: tuple[Source, ...]
    stay_still: Text
    stay_still_rules: frozenset[str]
    blocks: tuple[Block, ...]
    disclaimers: tuple[Text, ...]
    nothing_found: Text
    cannot_be_pregnant: Condition | None = None
    always: tuple[Text, ...] = ()
    help_notes: tuple[Text, ...] = ()
    alone_in_emergency: Text = ""
    poison_first: tuple[Text, ...] = ()
    poison_number: str = ""
    poison_rules: frozenset[str] = frozenset()
    measure_fever: Text = ""
    teen_line: Text = ""
    teen_from: int = 0

    def advice_for(self, level: Level, transport: Transport | None) -> Advice:
        """The advice of a level. KeyError if there is none, which a test rules out."""
        for advice in self.advice:
            if advice.level is level and advice.transport is transport:
                return advice
        raise KeyError((level, transport))

    def blocks_for(self, level: Level) -> tuple[Block, ...]:
        """The blocks that a result page of this level shows, in order."""
        return tuple(block for block in self.blocks if level in block.levels)
