"""Check-your-answers: the words that were asked, the answers in words, and where to change them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.services import Draft
from assessments.text import spoken
from triage.conditions import Answer
from triage.model import Kind, Question


@dataclass(frozen=True)
class Row:
    """One question with its answer. `lines` is empty when it was left blank."""

    question: str
    lines: tuple[str, ...]
    change_url: str
    own_words: bool


@dataclass(frozen=True)
class Section:
    """The rows of one section."""

    name: str
    rows: tuple[Row, ...]


def review_sections(draft: Draft, number: int) -> list[Section]:
    """All shown questions by section. Answers that are never shown again are left out."""
    flow = draft.flow
    voice = flow.other_voice
    sections: dict[str, list[Row]] = {}
    for page in flow.pages:
        url = reverse("assessments:page", args=[number, page.code]) + "?change=1"
        rows = sections.setdefault(spoken(page.section, other_voice=voice), [])
        rows += [
            Row(
                question=spoken(question.text, other_voice=voice),
                lines=answer_lines(question, draft.answers, other_voice=voice),
                change_url=url,
                own_words=question.kind is Kind.TEXT,
            )
            for question in flow.questions(page)
            if not question.never_echo
        ]
    return [Section(name, tuple(rows)) for name, rows in sections.items() if rows]


def answer_lines(question: Question, answers: dict[str, Answer], *, other_voice: bool) -> tuple[str, ...]:
    """An answer in words, one line for each chosen option."""
    answer = answers.get(question.key)
    if answer is None:
        return ()
    lines = _lines(question, answer, other_voice)
    note = answers.get(question.text_key)
    return (*lines, str(note)) if note else lines


def _lines(question: Question, answer: Answer, other_voice: bool) -> tuple[str, ...]:
    if question.kind is Kind.SINGLE:
        return (spoken(question.by_key[str(answer)].text, other_voice=other_voice),)
    if question.kind is Kind.MULTI and isinstance(answer, frozenset):
        return tuple(
            spoken(question.by_key[key].text, other_voice=other_voice) for key in question.in_order(answer)
        )
    if question.kind is Kind.RATED and isinstance(answer, frozenset):
        return tuple(_rated(question, item, other_voice) for item in sorted(answer))
    if question.kind is Kind.TEXT:
        return (str(answer),)
    unit = spoken(question.unit)
    return (f"{answer:g} {unit}".strip() if isinstance(answer, float) else f"{answer} {unit}".strip(),)


def _rated(question: Question, item: str, other_voice: bool) -> str:
    key, _colon, rating = item.partition(":")
    name = spoken(question.by_key[key].text, other_voice=other_voice)
    ratings = {choice.key: spoken(choice.text, other_voice=other_voice) for choice in question.ratings}
    return _("%(item)s: %(rating)s") % {"item": name, "rating": ratings[rating]} if rating else name
