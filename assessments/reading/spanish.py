"""The ease of the Spanish strings. A report: no test keeps it until the translation is complete."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from assessments.reading import formula
from assessments.reading.catalogue import Marked
from assessments.reading.rule import LEAST_EASE, LEAST_WORDS, MEDIAN_EASE
from assessments.reading.units import Unit


def lines(units: list[Unit], catalogue: tuple[Marked, ...], most: int | None) -> Iterator[str]:
    """The report to print. `units` in Spanish, made while Spanish is the active language."""
    sources = {marked.text for marked in catalogue if not marked.for_staff}
    left = len(sources & {text for unit in units for text in unit.texts})
    measured = [
        (formula.ease_in_spanish(unit.texts), unit)
        for unit in units
        if sum(formula.length(text) for text in unit.texts) >= LEAST_WORDS
    ]
    measured.sort(key=lambda pair: pair[0])
    yield "Szigriszt-Pazos ease, hardest first"
    yield f"Proposed rule: median {MEDIAN_EASE:g} or more, none under {LEAST_EASE:g}"
    yield from (f"{ease:6.1f}  {unit.area}: {unit.name}" for ease, unit in measured[:most])
    yield f"Median {statistics.median(ease for ease, _unit in measured):.1f} of {len(measured)} units."
    yield f"{sum(ease < LEAST_EASE for ease, _unit in measured)} units are under {LEAST_EASE:g}."
    if left:
        yield f"Not translated yet: {left} strings are still English. The figures mean little."
