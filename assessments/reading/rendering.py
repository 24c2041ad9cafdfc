"""The report of the reading grades, as a table to print and as docs/reading.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessments.reading import words
from assessments.reading.rule import (
    HARDEST_GRADE,
    LEAST_WORDS,
    LONGEST_SENTENCE,
    MEDIAN_GRADE,
    Figure,
    Report,
    medians,
)

WORST_IN_DOC = 15
LONGEST_QUOTE = 90
HEAD = f"""# How hard the words are to read

Made by `./scripts/manage reading --write`; do not edit. A test fails when this file is stale.

Flesch-Kincaid US grade by textstat, over every string a patient can read and over what is read together
(a question with its options, a reason, a block of guidance, a page). The rule, kept by a test:

- Medians are at or below grade {MEDIAN_GRADE:g}.
- Nothing is above {HARDEST_GRADE:g}, except because of a word that is listed below: measured as one plain
  short word, it must leave a grade of {HARDEST_GRADE:g} or lower.
- No sentence is over {LONGEST_SENTENCE} words, and no word of four syllables is unlisted.
- Medical nouns have their plain words beside them. No string gives false comfort, a diagnosis or a dose.

Strings of fewer than {LEAST_WORDS} words are only measured with what stands beside them: on a few words the
formula says nothing. Numbers and placeholders count as short words. A sentence of one or two words is left
out, as textstat does. "Eased" is the grade with the listed words as plain ones.
"""


def lines(report: Report, most: int | None) -> Iterator[str]:
    """The report to print: the worst `most` of each table (all when None), the medians, the problems."""
    for title, figures in (("Units", report.units), ("Strings", report.strings)):
        yield f"{title}, worst first: grade, eased, words, longest sentence"
        for figure in figures[:most]:
            yield (
                f"{figure.grade:5.1f} {figure.eased:5.1f} {figure.words:5} {figure.longest_sentence:4}  "
                f"{figure.area}: {_short(figure.name)}"
            )
        yield ""
    for title, figures in (("units", report.units), ("strings", report.strings)):
        yield f"Median grade of {title}"
        yield from (f"{median:5.1f}  {area} ({count})" for area, (count, median) in medians(figures).items())
        yield ""
    yield f"{report.count} strings. {len(report.problems)} problems."
    yield from report.problems


def document(report: Report) -> str:
    """docs/reading.md."""
    parts = [HEAD, f"{report.count} strings, {len(report.units)} units.\n", *_medians(report)]
    parts += ["\n## The hardest units\n", *_worst(report.units), "\n## The hardest strings\n"]
    parts += [*_worst(report.strings), "\n## Words that stay\n"]
    parts += [f"- **{word}**: {reason}" for word, reason in sorted(words.LISTED.items())]
    return "\n".join(parts) + "\n"


def _medians(report: Report) -> Iterator[str]:
    of_units, of_strings = medians(report.units), medians(report.strings)
    yield "| Area | Units | Median grade | Strings | Median grade |"
    yield "| --- | --- | --- | --- | --- |"
    for area in dict.fromkeys([*(area for area in of_units if area != "all"), "all"]):
        count, median = of_units[area]
        strings, of_string = of_strings.get(area, (0, 0.0))
        tail = f"{strings} | {of_string:.1f}" if strings else "- | -"
        yield f"| {area} | {count} | {median:.1f} | {tail} |"


def _worst(figures: Iterable[Figure]) -> Iterator[str]:
    yield "| Grade | Eased | Longest sentence | Where |"
    yield "| --- | --- | --- | --- |"
    for figure in list(figures)[:WORST_IN_DOC]:
        where = f"{figure.area}: {_short(figure.name)}".replace("|", "/")
        yield f"| {figure.grade:.1f} | {figure.eased:.1f} | {figure.longest_sentence} | {where} |"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_QUOTE else f"{name[: LONGEST_QUOTE - 1]}…"
