"""Conditions about the evaluation itself: which rules fired, what was left blank, the level so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.conditions import Condition, Facts, Truth

if TYPE_CHECKING:
    from triage.model import Level, Transport


class EngineCondition(Condition):
    """A condition about the evaluation and not about one answer: it is never unknown."""

    def truth(self, facts: Facts) -> Truth:
        return Truth.YES if self.holds(facts) else Truth.NO


@dataclass(frozen=True, eq=False)
class Always(EngineCondition):
    """Holds whatever was answered."""

    def holds(self, facts: Facts) -> bool:
        return True

    def english(self) -> str:
        return "always"

    def expression(self) -> str:
        return "always"


@dataclass(frozen=True, eq=False)
class Incomplete(EngineCondition):
    """A core question that was shown was left blank in a finished form."""

    def holds(self, facts: Facts) -> bool:
        return facts.incomplete

    def english(self) -> str:
        return "a core question was left blank"

    def expression(self) -> str:
        return "incomplete"


@dataclass(frozen=True, eq=False)
class Fired(EngineCondition):
    """At least one of these rules fired."""

    rule_ids: tuple[str, ...]

    def holds(self, facts: Facts) -> bool:
        return not facts.fired.isdisjoint(self.rule_ids)

    def english(self) -> str:
        return f"rule {' or '.join(self.rule_ids)} fired"

    def expression(self) -> str:
        return f"fired({', '.join(self.rule_ids)})"


@dataclass(frozen=True, eq=False)
class NothingFired(EngineCondition):
    """No rule fired before this one was looked at."""

    def holds(self, facts: Facts) -> bool:
        return not facts.fired

    def english(self) -> str:
        return "no other rule fired"

    def expression(self) -> str:
        return "NO_OTHER_RULE"


@dataclass(frozen=True, eq=False)
class TransportIs(EngineCondition):
    """A fired rule asks for this transport."""

    transport: Transport

    def holds(self, facts: Facts) -> bool:
        return self.transport in facts.transports

    def english(self) -> str:
        return f"a fired rule has transport {self.transport.value}"

    def expression(self) -> str:
        return f"transport = {self.transport.value}"


@dataclass(frozen=True, eq=False)
class LevelIs(EngineCondition):
    """The final level is one of these. False while there is no level."""

    levels: frozenset[Level]

    def holds(self, facts: Facts) -> bool:
        return facts.level in self.levels

    def english(self) -> str:
        return "the level is " + " or ".join(level.name for level in sorted(self.levels))

    def expression(self) -> str:
        return f"level in {{{', '.join(level.name for level in sorted(self.levels))}}}"


ALWAYS = Always()
INCOMPLETE = Incomplete()
NOTHING_FIRED = NothingFired()
