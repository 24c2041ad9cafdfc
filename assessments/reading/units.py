"""The patient's strings as a person meets them: a question with its options, a block of guidance, a page.

Objects are walked by their types: a field of type `Text` is a patient's, `str` is not. What no object
holds is measured with the file or template it stands in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext

import assessments.guidance
from assessments.outcome import Outcome, build_outcome
from assessments.reading.catalogue import Marked
from assessments.text import spoken
from triage.adult.cautions import CAUTIONS
from triage.conditions import Condition
from triage.engine import evaluate
from triage.examples import each_of, with_changes
from triage.frozen import freeze
from triage.model import Page, Pathway, Question, Rule, Source
from triage.pathways import PATHWAYS
from triage.words import Text, Voiced, both

VOICES = {"": False, " (other voice)": True}
OTHER_VOICE = {"adult": "respondent=other", "pediatric": "answered_by=teen_alone"}
NOT_PROSE = frozenset({"kind", "card", "call_number", "reference", "answered", "sources"})
NAMES = ("key", "id", "code", "slug", "level", "name")  # the first of these that a thing has names it
SOME_TIME = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


@dataclasses.dataclass(frozen=True)
class Unit:
    """Strings that are read together. `is_page`: made of smaller units, which are measured too."""

    area: str
    name: str
    texts: tuple[str, ...]
    is_page: bool = False


def all_units(catalogue: Iterable[Marked]) -> list[Unit]:
    """Every unit, in the language that is active now. Strings of `catalogue` that no object holds too."""
    seen: set[str] = set()
    units = [*_pathways(seen), *_guidance(seen), *_results()]
    return units + list(_rest(catalogue, seen))


def _rest(catalogue: Iterable[Marked], seen: set[str]) -> Iterator[Unit]:
    """What no object holds, by file."""
    files: dict[str, list[str]] = {}
    for marked in catalogue:
        if not marked.for_staff and marked.text not in seen and marked.text:
            files.setdefault(marked.file, []).append(gettext(marked.text))
    for file, texts in files.items():
        yield Unit(_area_of(file), file, tuple(dict.fromkeys(texts)))


def _area_of(file: str) -> str:
    if file.startswith("templates/"):
        return "templates"
    pathway = next((name for name in PATHWAYS if f"triage/{name}/" in file), "")
    if pathway:
        return f"{pathway} questions"
    return "guidance" if "/guidance/" in file else "forms and errors"


# --- questions, pages, rules ----------------------------------------------------------------------


def _pathways(seen: set[str]) -> Iterator[Unit]:
    for pathway in PATHWAYS.values():
        for page in pathway.pages:
            yield from _page(f"{pathway.name} questions", page, seen)
        for rule in pathway.rules:
            yield from _voiced(f"{pathway.name} reasons", rule.id, _own(rule), seen)
    texts = [caution.patient for caution in CAUTIONS]
    yield from _voiced("adult reasons", "pain medicine: ask first", texts, seen)


def _page(area: str, page: Page, seen: set[str]) -> Iterator[Unit]:
    for question in page.questions:
        yield from _voiced(area, question.key, _own(question), seen)
    texts = [*_own(page), *(text for question in page.questions for text in _own(question))]
    texts += [doubt.text for doubt in page.doubts]
    yield from _voiced(area, f"page {page.code}", texts, seen, is_page=True)


# --- guidance -------------------------------------------------------------------------------------


def _guidance(seen: set[str]) -> Iterator[Unit]:
    """Every object of the guidance package, wherever it is held, once."""
    visited: set[int] = set()
    for module in _modules():
        for name, value in vars(module).items():
            if not name.startswith("_"):
                yield from _things(value, module.__name__.rpartition(".")[2], seen, visited)


def _modules() -> list[Any]:
    import importlib
    import pkgutil

    package = assessments.guidance
    names = [info.name for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    return [importlib.import_module(name) for name in names]


def _things(value: Any, where: str, seen: set[str], visited: set[int]) -> Iterator[Unit]:
    for thing in _dataclasses(value):
        if id(thing) in visited or isinstance(thing, (Source, Condition, Question, Rule, Pathway)):
            continue
        visited.add(id(thing))
        yield from _voiced("guidance", f"{where}: {_name(thing)}", _own(thing), seen)
        for field in dataclasses.fields(thing):
            yield from _things(getattr(thing, field.name), where, seen, visited)


def _dataclasses(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from _dataclasses(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | Voiced):
        yield value


def _name(thing: Any) -> str:
    kind = type(thing).__name__.lower()
    for field in NAMES:
        if value := getattr(thing, field, None):
            return f"{kind} {getattr(value, 'name', value)}"
    first = next(iter(_own(thing)), "")
    return f"{kind} “{both(first)[0]}”" if first else kind


def _own(thing: Any) -> list[Text]:
    """The patient's texts of an object: what its fields of type `Text` hold, options included."""
    texts: list[Text] = []
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if "Text" in str(field.type):
            texts += _texts(value)
        elif "Choice" in str(field.type):
            texts += [text for choice in value for text in _own(choice)]
    return list(dict.fromkeys(texts))


def _texts(value: Any) -> list[Text]:
    if isinstance(value, str | Voiced):
        return [value] if value else []
    if isinstance(value, dict):
        value = tuple(value.values())
    return [text for item in value for text in _texts(item)] if isinstance(value, tuple | list) else []


def _voiced(
    area: str, name: str, texts: Iterable[Text], seen: set[str], *, is_page: bool = False
) -> Iterator[Unit]:
    """The unit in each voice it has."""
    listed = list(texts)
    seen.update(words for text in listed for words in both(text))
    said: set[tuple[str, ...]] = set()
    for suffix, other_voice in VOICES.items():
        words = tuple(dict.fromkeys(spoken(text, other_voice=other_voice) for text in listed))
        if words and words not in said:
            said.add(words)
            yield Unit(area, name + suffix, words, is_page)


# --- result pages ---------------------------------------------------------------------------------


def _results() -> Iterator[Unit]:
    """One result page for each level and way to travel, in both voices."""
    for pathway in PATHWAYS.values():
        for name, outcome in _outcomes(pathway):
            yield Unit("result pages", f"{pathway.name} {name}", tuple(_prose(outcome)), is_page=True)


def _outcomes(pathway: Pathway) -> Iterator[tuple[str, Outcome]]:
    done = set()
    for rule in pathway.rules:
        for example in rule.fires[:1]:
            for suffix, other_voice in VOICES.items():
                voice = OTHER_VOICE[pathway.name] if other_voice else ""
                answers = with_changes(pathway, "; ".join(filter(None, (each_of(example)[0], voice))))
                result = evaluate(pathway, answers)
                kind = (result.level, result.transport, other_voice)
                if result.level is None or kind in done:
                    continue
                done.add(kind)
                way = f" {result.transport.value}" if result.transport else ""
                outcome = build_outcome(freeze(result), answers, submitted_at=SOME_TIME, now=SOME_TIME)
                yield f"{result.level.name}{way}{suffix}", outcome


def _prose(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield from [thing] if thing else []
    elif isinstance(thing, tuple | list):
        for item in thing:
            yield from _prose(item)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            if field.name not in NOT_PROSE:
                yield from _prose(getattr(thing, field.name))
