"""The stored answers as staff read them: what was said, and which of the four marks each item has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.summary.model import Item, Line, Mark, Said
from assessments.summary.writing import Writing
from assessments.text import spoken
from triage.conditions import Answer, Facts, Truth
from triage.frozen import FrozenResult
from triage.model import EXCLUSIVE_OPTIONS, UNSURE_OPTIONS, Choice, Kind, Level, Pathway, Question

NEGATIVE = frozenset({"no", "none", "normal", "no_cause"})
NOT_APPLICABLE = frozenset({"not_apply"})


@dataclass(frozen=True)
class Part:
    """A question, or some of its options, that counts for one body system."""

    question: Question
    options: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The options that name a sign (not "none", "not sure" and their like)."""
        aside = EXCLUSIVE_OPTIONS | UNSURE_OPTIONS
        wanted = self.options or self.question.option_keys - aside
        return tuple(choice for choice in self.question.options if choice.key in wanted)


class Sheet:
    """Stored answers, read for staff. Nothing is dropped silently: what does not fit is in `strange`.

    `given` holds the answers of shown questions as they counted; `counted` adds what a blank stood for in
    a finished form, for conditions only. `level` and `fired` come from the stored result.
    """

    def __init__(
        self, pathway: Pathway, stored: Mapping[str, object], result: FrozenResult, writing: Writing
    ) -> None:
        self.pathway = pathway
        self.writing = writing
        self.finished = result["finished"]
        self.strange: list[str] = []
        self.own: dict[str, str] = {}
        read = self._read_all(stored)
        self.shown = frozenset(result["shown"])
        facts = Facts(read)
        self.given = {
            question.key: answer
            for question in pathway.questions
            if question.key in self.shown
            and (answer := _as_counted(question, read.get(question.key), facts)) is not None
        }
        self.counted = {**self._stand_ins(), **self.given}
        self._fired = frozenset(finding["id"] for finding in result["findings"])
        self._level = Level[result["level"]] if result["level"] else None

    def facts(self) -> Facts:
        """What conditions of the summary read: the answers, and what the stored result says."""
        return Facts(self.counted, self._is_incomplete(), set(self._fired), level=self._level)

    def _is_incomplete(self) -> bool:
        return self.finished and any(
            question.core and question.key in self.shown and question.key not in self.given
            for question in self.pathway.questions
        )

    # --- reading ---------------------------------------------------------------------------------

    def _read_all(self, stored: Mapping[str, object]) -> dict[str, Answer]:
        notes = {question.text_key: question for question in self.pathway.questions if question.note_label}
        answers: dict[str, Answer] = {}
        for key, value in stored.items():
            question = self.pathway.by_key.get(key)
            if question is not None:
                answer = self._read(question, value)
                if answer is not None:
                    answers[key] = answer
            elif key in notes and isinstance(value, str):
                self.own[notes[key].key] = value
            else:
                self.strange.append(f"{key}: {value}")
        return answers

    def _read(self, question: Question, value: object) -> Answer | None:
        if value in (None, "", []):
            return None
        if question.kind in (Kind.SINGLE, Kind.MULTI, Kind.RATED):
            return self._read_options(question, value)
        if question.kind is Kind.TEXT:
            return str(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        self.strange.append(f"{question.key}: {value}")
        return None

    def _read_options(self, question: Question, value: object) -> Answer | None:
        if isinstance(value, dict):
            value = [f"{item}:{rating}" if rating else item for item, rating in value.items()]
        chosen = [str(item) for item in value] if isinstance(value, list | frozenset) else [str(value)]
        known = [item for item in chosen if item.partition(":")[0] in question.option_keys]
        self.strange += [f"{question.key}: {item}" for item in chosen if item not in known]
        if not known:
            return None
        return known[0] if question.kind is Kind.SINGLE else frozenset(known)

    def _stand_ins(self) -> dict[str, Answer]:
        """What a blank counted as in a finished form."""
        if not self.finished:
            return {}
        return {
            key: stand_in
            for key in self.shown - self.given.keys()
            if (stand_in := _stand_in(self.pathway.by_key.get(key))) is not None
        }

    # --- marks -----------------------------------------------------------------------------------

    def items(self, part: Part) -> list[Item]:
        """The items of a part that were asked, each with its mark."""
        question = part.question
        answer = self.given.get(question.key)
        if answer is None:
            return self._blank(part)
        if isinstance(answer, frozenset):
            return self._several(part, answer)
        choice = question.by_key[str(answer)]
        mark = single_mark(choice.key)
        return [Item(mark, _phrase(question, choice, mark))]

    def _blank(self, part: Part) -> list[Item]:
        """A required question left blank in a finished form excludes nothing."""
        question = part.question
        if not (self.finished and question.required and question.key in self.shown):
            return []
        return [Item(Mark.NOT_EXCLUDED, _("%(question)s: left blank") % {"question": spoken(question.short)})]

    def _several(self, part: Part, answer: frozenset[str]) -> list[Item]:
        facts = self.facts()
        offered = [c for c in part.choices if c.offered_when.holds(facts) or c.key in answer]
        items = [Item(Mark.PRESENT, spoken(c.short)) for c in offered if c.key in answer]
        rest = [spoken(c.short) for c in offered if c.key not in answer]
        unsure = [c for c in part.question.options if c.key in answer and c.key in UNSURE_OPTIONS]
        if unsure and rest:
            why = ", ".join(spoken(choice.short) for choice in unsure)
            items.append(Item(Mark.NOT_EXCLUDED, f"{', '.join(rest)} ({why})"))
        elif answer <= NEGATIVE:
            items += [Item(Mark.ABSENT, text) for text in rest]
        return items

    # --- words -----------------------------------------------------------------------------------

    def said(self, question: Question) -> tuple[Said, ...]:
        """The answer to a question in words, or nothing when there is no answer."""
        answer = self.given.get(question.key)
        own = self.own.get(question.key, "")
        words = (*(self._words(question, answer) if answer is not None else ()),)
        return (*words, self.writing.own(own, question.text_key)) if own else words

    def _words(self, question: Question, answer: Answer) -> Iterable[Said]:
        if isinstance(answer, frozenset):
            chosen = sorted(answer, key=lambda item: _place(question, item))
            unsure = [item for item in chosen if item in UNSURE_OPTIONS]
            sure = [option_words(question, item) for item in chosen if item not in UNSURE_OPTIONS]
            if sure:
                yield Said(", ".join(sure))
            for item in unsure:
                yield Said(option_words(question, item), unsure=True)
        elif question.kind is Kind.SINGLE:
            yield Said(option_words(question, str(answer)), unsure=answer in UNSURE_OPTIONS)
        elif question.kind is Kind.TEXT:
            yield self.writing.own(str(answer), question.key)
        else:
            yield Said(f"{answer:g} {spoken(question.unit)}".strip())

    def lines(self, questions: Iterable[Question]) -> tuple[Line, ...]:
        """A line for each of the questions that has an answer."""
        found = ((question, self.said(question)) for question in questions)
        return tuple(Line(spoken(question.short), said) for question, said in found if said)

    # --- what is missing --------------------------------------------------------------------------

    def names(self, keys: Collection[str]) -> list[str]:
        """The names of these questions."""
        return self._names(q for q in self.pathway.questions if q.key in keys)

    def not_answered(self, aside: Collection[str] = ()) -> list[str]:
        """Questions that were shown and left blank, without those of `aside`."""
        asked = self.shown.difference(aside)
        return self._names(q for q in self.pathway.questions if self._is_missing(q) and q.key in asked)

    def not_shown(self, aside: Collection[str] = ()) -> list[str]:
        """Questions that did not apply or were not reached, and options not offered at this age.

        Without the questions of `aside`.
        """
        facts = self.facts()
        known = self.shown.union(aside)
        hidden = self._names(q for q in self.pathway.questions if q.key not in known)
        options = [
            f"{spoken(question.short)}: {spoken(choice.short)}"
            for question in self.pathway.questions
            if question.key in self.given
            for choice in question.options
            if not choice.offered_when.holds(facts) and not self._chose(question, choice)
        ]
        return hidden + options

    def _names(self, questions: Iterable[Question]) -> list[str]:
        return [spoken(question.short) for question in questions]

    def _is_missing(self, question: Question) -> bool:
        return question.key not in self.given and question.key not in self.own

    def _chose(self, question: Question, choice: Choice) -> bool:
        answer = self.given.get(question.key)
        return choice.key in answer if isinstance(answer, frozenset) else answer == choice.key

    def not_applicable(self) -> list[str]:
        """Questions answered "does not apply to me"."""
        return self._names(q for q in self.pathway.questions if self.given.get(q.key) in NOT_APPLICABLE)

    # --- red flags --------------------------------------------------------------------------------

    def red_flag_mark(self, read: frozenset[str], truth: str) -> Mark:
        """The mark of a red flag that reads these questions.

        The stored truth decides where it is yes or no. Unknown is "not sure" when somebody was not sure or
        left a required question blank; it is "not asked" when a question that decides it was never
        reached; otherwise everything that was asked said no (an optional detail or a question for another
        age is missing).
        """
        if truth == Truth.YES.value:
            return Mark.PRESENT
        if truth == Truth.NO.value:
            return Mark.ABSENT
        questions = [self.pathway.by_key[key] for key in read]
        if any(q.key in self.counted and q.is_unsure(self.counted[q.key]) for q in questions):
            return Mark.NOT_EXCLUDED
        if any(self._is_outstanding(question) for question in questions):
            return Mark.NOT_ASKED
        return Mark.ABSENT

    def _is_outstanding(self, question: Question) -> bool:
        """Whether the question may still be asked: required, unanswered, and not ruled out."""
        if not question.required or question.key in self.counted:
            return False
        return question.shown_when.truth(self.facts()) is not Truth.NO


def single_mark(option: str) -> Mark:
    """The mark of a single-choice answer."""
    if option in UNSURE_OPTIONS:
        return Mark.NOT_EXCLUDED
    if option in NEGATIVE:
        return Mark.ABSENT
    return Mark.NOT_ASKED if option in NOT_APPLICABLE else Mark.PRESENT


def option_words(question: Question, item: str) -> str:
    """An option in the clinician's words; a rated item with its rating."""
    key, _separator, rating = item.partition(":")
    words = spoken(question.by_key[key].short)
    ratings = {choice.key: choice for choice in question.ratings}
    return f"{words} ({spoken(ratings[rating].short)})" if rating in ratings else words


def _phrase(question: Question, choice: Choice, mark: Mark) -> str:
    """ "Fever: yes" is printed as "Fever"; a plain "no" or "none" needs no words either."""
    words = spoken(question.short)
    if choice.short in {"yes", "no", "none"}:
        return words
    if mark is Mark.PRESENT or choice.short != "not sure":
        return f"{words}: {spoken(choice.short)}"
    return words


def _place(question: Question, item: str) -> int:
    return next(n for n, choice in enumerate(question.options) if choice.key == item.partition(":")[0])


def _as_counted(question: Question, answer: Answer | None, facts: Facts) -> Answer | None:
    """The answer as the engine counted it: an option not offered at this age may stand for another."""
    if answer is None or question.kind not in (Kind.SINGLE, Kind.MULTI):
        return answer
    if isinstance(answer, frozenset):
        counted = frozenset(filter(None, (_option_as_counted(question, item, facts) for item in answer)))
        return (counted - {"none"} if len(counted) > 1 else counted) or None
    return _option_as_counted(question, str(answer), facts)


def _option_as_counted(question: Question, item: str, facts: Facts) -> str | None:
    choice = question.by_key[item]
    if choice.else_counts_as == "" or choice.offered_when.holds(facts):
        return item
    return choice.else_counts_as


def _stand_in(question: Question | None) -> Answer | None:
    if question is None or not question.blank_counts_as:
        return None
    if question.kind is Kind.WHOLE:
        return int(question.blank_counts_as)
    if question.kind is Kind.MULTI:
        return frozenset({question.blank_counts_as})
    return question.blank_counts_as
