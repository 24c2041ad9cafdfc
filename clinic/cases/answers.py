"""What was answered, question by question, in the words that were asked; and why each rule fired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, override

from assessments.languages import SOURCE_LANGUAGE, foreign
from assessments.review import answer_lines
from assessments.summary.case import Case as Opened
from assessments.summary.header import level_words
from assessments.summary.model import Item, Line, Mark, Said
from assessments.summary.sheet import Part
from assessments.text import Stored, as_stored, spoken
from clinic.cases.changes import SIGNS
from clinic.cases.standing import Standing, said_of, standing_of, was_asked
from clinic.models import RulesetSnapshot
from triage.catalogue import ruleset_version
from triage.model import UNSURE_OPTIONS, Kind, Level, Question
from triage.words import Text, say
from triage_site.languages import is_known

# The wordings of each question (for the person, and in the other voice), by its key.
Wordings = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Asked:
    """A question and its answer. `words`: as it was asked; `translated`: the same for the reader, if foreign.

    `marks`: the signs in it by their marks. `standing`: where the answer as a whole is no plain one.
    """

    short: str
    words: Stored
    translated: str
    said: tuple[Said, ...]
    marks: tuple[tuple[Mark, str], ...]
    standing: str | Promise


@dataclass(frozen=True)
class Page:
    """The questions of one section of the form."""

    title: str
    rows: tuple[Asked, ...]


@dataclass(frozen=True)
class Fired:
    """A rule that fired, the answers it fired on, and whether it decided the level."""

    id: str
    level: str
    level_number: int
    text: Stored
    sources: tuple[str, ...]
    answers: tuple[Line, ...]
    decided: bool


def wordings_then(case: Opened) -> Wordings:
    """How the questions were worded in the version that was answered; {} where that is today's version.

    One statement for an older version; {} also for one that was never kept.
    """
    version = case.result["ruleset_version"]
    if version == ruleset_version(case.pathway.name):
        return {}
    snapshot = RulesetSnapshot.objects.filter(version=version).first()
    return {row["key"]: row["text"] for row in snapshot.rows["questions"]} if snapshot else {}


def answered(case: Opened, then: Wordings) -> list[Page]:
    """Every question that was asked, in the order of the form."""
    return _pages(case, then, asked=True)


def not_asked(case: Opened, then: Wordings) -> list[Page]:
    """Every question that was not: it did not apply, was not reached, or is never asked on paper."""
    return _pages(case, then, asked=False)


def fired(case: Opened) -> list[Fired]:
    """The rules that fired, the most urgent first."""
    findings = sorted(case.result["findings"], key=lambda finding: -Level[finding["level"]])
    return [
        Fired(
            id=finding["id"],
            level=level_words(Level[finding["level"]]),
            level_number=int(Level[finding["level"]]),
            text=as_stored(finding["clinician"]),
            sources=tuple(finding["sources"]),
            answers=tuple(_lines(case, finding["because"])),
            decided=finding["level"] == case.result["level"],
        )
        for finding in findings
    ]


def not_sure(case: Opened) -> list[str]:
    """The signs that the person was not sure about or left blank, by the clinician's words."""
    return [
        spoken(question.short)
        for question in case.pathway.questions
        if question.key in SIGNS
        and question.required
        and standing_of(case, question) in (Standing.UNSURE, Standing.BLANK)
    ]


def _lines(case: Opened, keys: Sequence[str]) -> Iterator[Line]:
    for key in keys:
        question = case.pathway.by_key.get(key)
        if question is not None:
            yield Line(spoken(question.short), said_of(case, question))
        else:
            yield Line(key, ())


def _pages(case: Opened, then: Wordings, *, asked: bool) -> list[Page]:
    sections: dict[str, list[Asked]] = {}
    for page in case.pathway.pages:
        for question in page.questions:
            if _is_asked(case, question) is asked:
                rows = sections.setdefault(spoken(page.section), [])
                rows.append(_row(case, question, then))
    return [Page(title, tuple(rows)) for title, rows in sections.items()]


def _is_asked(case: Opened, question: Question) -> bool:
    return question.key in case.sheet.given or was_asked(case, question)


def _row(case: Opened, question: Question, then: Wordings) -> Asked:
    voice = case.result["other_voice"]
    text = _wording(question.text, then.get(question.key), voice)
    words = _as_asked(case, question, text)
    standing = standing_of(case, question)
    plain = standing in (Standing.REPORTED, Standing.DENIED, Standing.UNSURE, Standing.NOT_TICKED)
    return Asked(
        short=spoken(question.short),
        words=words,
        translated=spoken(text) if words.language else "",
        said=tuple(_said(case, question, other_voice=voice)),
        marks=_marks(case.sheet.items(Part(question))) if plain and question.key in SIGNS else (),
        standing="" if plain else standing.words,
    )


def _marks(items: Sequence[Item]) -> tuple[tuple[Mark, str], ...]:
    """The items of each mark in one line."""
    found = ((mark, "; ".join(item.text for item in items if item.mark is mark)) for mark in Mark)
    return tuple((mark, words) for mark, words in found if words)


def _wording(text: Text, then: Sequence[str] | None, other_voice: bool) -> str:
    """The wording of then where it is known, in the voice of this form."""
    if not then:
        return say(text, other_voice=other_voice)
    return then[-1] if other_voice else then[0]


def _as_asked(case: Opened, question: Question, text: str) -> Stored:
    """The words in the language of the page that was answered; English where those have no translation."""
    code = case.sheet.writing.by_key.get(question.key) or case.row.language
    with override(code if is_known(code) else SOURCE_LANGUAGE):
        words = Stored(spoken(text))
        is_translated = gettext(text) != text
    words.language = foreign(code if is_translated else SOURCE_LANGUAGE)
    return words


def _said(case: Opened, question: Question, *, other_voice: bool) -> Iterator[Said]:
    """The answer in the words of the options that were chosen; own words as they were written."""
    answer = case.sheet.given.get(question.key)
    unsure = answer in UNSURE_OPTIONS if not isinstance(answer, frozenset) else answer <= UNSURE_OPTIONS
    if answer is not None and question.kind is not Kind.TEXT:
        given = {question.key: answer}
        for line in answer_lines(question, given, other_voice=other_voice):
            yield Said(line, unsure=unsure)
    yield from (piece for piece in case.sheet.said(question) if piece.own)
