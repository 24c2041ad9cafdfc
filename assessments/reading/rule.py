"""The rule of issue 3, point 3: how hard patient words may be, and what breaks it."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from assessments.reading import formula, words
from assessments.reading.units import Unit

MEDIAN_GRADE = 6.0
HARDEST_GRADE = 8.0
LONGEST_SENTENCE = 25
# On a shorter string, or with fewer words in all, the formula says nothing: its words are looked at one by
# one, and it is measured together with what stands beside it.
LEAST_WORDS = 10

# Szigriszt-Pazos ease on the INFLESZ scale (Barrio-Cantalejo 2008, made for Spanish health texts): 65 and
# over is "quite easy", read with primary school; 55 is the least that its authors accept for patients.
MEDIAN_EASE = 65.0
LEAST_EASE = 55.0


@dataclass(frozen=True)
class Figure:
    """How hard one unit or string is. `eased`: with the listed words as plain ones. English grades."""

    area: str
    name: str
    grade: float
    eased: float
    words: int
    longest_sentence: int


@dataclass(frozen=True)
class Report:
    """All figures, worst first, and every way in which the rule is broken."""

    units: tuple[Figure, ...]
    strings: tuple[Figure, ...]
    problems: tuple[str, ...]
    count: int


def strings_of(units: Iterable[Unit]) -> dict[str, str]:
    """Every string once, with its area. Result pages only repeat strings, with their times filled in."""
    return {text: unit.area for unit in units if unit.area != "result pages" for text in unit.texts}


def report(units: list[Unit]) -> Report:
    """Measure and judge. `units` in English."""
    strings = strings_of(units)
    of_strings = _measure({text: (area, text, (text,)) for text, area in strings.items()})
    of_units = _measure({f"{unit.area} {unit.name}": (unit.area, unit.name, unit.texts) for unit in units})
    problems = [*_too_hard(of_strings), *_too_hard(of_units), *_high_medians(of_units, of_strings)]
    for text, area in strings.items():
        problems += [f"{area}: {problem}" for problem in problems_of_string(text)]
    for unit in units:
        problems += problems_of_unit(unit)
    return Report(of_units, of_strings, tuple(problems), len(strings))


def problems_of_string(text: str) -> list[str]:
    """What is wrong with the words and sentences of one English string."""
    found = [
        f"sentence of {formula.length(sentence)} words, {LONGEST_SENTENCE} is the most: {sentence}"
        for sentence in formula.sentences(text)
        if formula.length(sentence) > LONGEST_SENTENCE
    ]
    found += [f"too long a word, “{word}”: {text}" for word in hard_words(text)]
    found += [
        f"{name}, “{match[0]}”: {text}"
        for name, taboo in words.TABOOS.items()
        if (match := taboo.search(text))
    ]
    return found


def problems_of_unit(unit: Unit) -> list[str]:
    """Medical nouns that stand without plain words."""
    if unit.is_page:
        return []
    return [
        f"{unit.area}: medical word without plain words, “{noun}”: {unit.name}"
        for noun in words.nouns_without_plain_words(unit.texts)
    ]


def hard_words(text: str) -> list[str]:
    """Words of four syllables and more that are not listed."""
    return [
        word
        for word in formula.words_of(text)
        if word not in words.LISTED and formula.syllables(word) > words.MOST_SYLLABLES
    ]


def medians(figures: Iterable[Figure]) -> dict[str, tuple[int, float]]:
    """How many there are, and their median grade, by area and then in all."""
    areas: dict[str, list[float]] = {}
    for figure in figures:
        areas.setdefault(figure.area, []).append(figure.grade)
    every = [grade for grades in areas.values() for grade in grades]
    return {
        area: (len(grades), statistics.median(grades)) for area, grades in [*areas.items(), ("all", every)]
    }


def _measure(things: dict[str, tuple[str, str, tuple[str, ...]]]) -> tuple[Figure, ...]:
    figures = (_figure(*thing) for thing in things.values())
    measured = [figure for figure in figures if figure.words >= LEAST_WORDS]
    return tuple(sorted(measured, key=lambda figure: (-figure.grade, figure.area, figure.name)))


def _figure(area: str, name: str, texts: tuple[str, ...]) -> Figure:
    lengths = [formula.length(sentence) for text in texts for sentence in formula.sentences(text)]
    return Figure(
        area,
        name,
        formula.grade(texts),
        formula.grade(texts, plain_words=frozenset(words.LISTED)),
        sum(lengths),
        max(lengths, default=0),
    )


def _too_hard(figures: Iterable[Figure]) -> list[str]:
    return [
        f"{figure.area}: grade {figure.eased} with the listed words as plain ones: {figure.name}"
        for figure in figures
        if figure.grade > HARDEST_GRADE and figure.eased > HARDEST_GRADE
    ]


def _high_medians(*tables: Iterable[Figure]) -> list[str]:
    return [
        f"{area}: median grade {median}, {MEDIAN_GRADE:g} is the most"
        for figures in tables
        for area, (_count, median) in medians(figures).items()
        if median > MEDIAN_GRADE
    ]
