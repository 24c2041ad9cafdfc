"""The ease of the Spanish words, and the rule that a test keeps."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from assessments.reading import formula
from assessments.reading.rule import LEAST_EASE, LEAST_WORDS, MEDIAN_EASE
from assessments.reading.units import Unit


@dataclass(frozen=True)
class Ease:
    """The ease of every unit, hardest first."""

    measured: tuple[tuple[float, Unit], ...]

    @property
    def median(self) -> float:
        """The median over all units."""
        return statistics.median(ease for ease, _unit in self.measured)

    @property
    def problems(self) -> tuple[str, ...]:
        """What breaks the rule, in words."""
        found = [
            f"{unit.area}: {unit.name}: ease {ease:.1f}, {LEAST_EASE:g} is the least"
            for ease, unit in self.measured
            if ease < LEAST_EASE
        ]
        if self.median < MEDIAN_EASE:
            found.append(f"median {self.median:.1f}, {MEDIAN_EASE:g} is the least")
        return tuple(found)


def ease_of(units: list[Unit]) -> Ease:
    """The ease of `units`, made while Spanish is the active language. Mere labels are left out."""
    measured = [
        (formula.ease_in_spanish(unit.texts), unit)
        for unit in units
        if any(formula.length(text) >= LEAST_WORDS for text in unit.texts)
    ]
    return Ease(tuple(sorted(measured, key=lambda pair: pair[0])))


def lines(ease: Ease, most: int | None) -> Iterator[str]:
    """The report to print."""
    yield "Szigriszt-Pazos ease, hardest first"
    yield f"Rule: median {MEDIAN_EASE:g} or more, none under {LEAST_EASE:g}"
    yield from (f"{points:6.1f}  {unit.area}: {unit.name}" for points, unit in ease.measured[:most])
    yield f"Median {ease.median:.1f} of {len(ease.measured)} units."
    yield from ease.problems
    yield f"{len(ease.problems)} problems."
