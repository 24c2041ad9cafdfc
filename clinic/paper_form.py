"""Keying in a paper form: one long form in the order and with the numbers of the paper.

The fields, their checks and the rules are those of the web pages. A blank is a blank; what the rules make of
it is theirs. What does not count on the paper as it is filled in is said, and left out only once confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _

from assessments.care_field import CareField
from assessments.contact import BORN, MONTHS, age_on, months_on, today
from assessments.fields import ChoicesField, RatedListField
from assessments.forms import PagePlan, QuestionForm
from assessments.paper.contact import FILLED_ON, PaperContactForm
from assessments.paper.marks import option_marks
from assessments.paper.only_if import OnlyIf, age_limit, only_if
from assessments.paper.sheet import numbers, on_paper
from assessments.paper.version import VERSION, in_short
from assessments.text import spoken
from triage.catalogue import ruleset_version
from triage.conditions import Answer, Facts, Truth
from triage.engine import evaluate
from triage.model import EXCLUSIVE_OPTIONS, UNSURE_OPTIONS, Choice, Level, Page, Pathway, Question, Result
from triage.pathways import pathway_for_age
from triage_site.dates import formats

# A paper form older than this is rather a slip in the date.
OLD_AFTER_DAYS = 30
# Marked together with something else, these are a slip of the pen.
DENIALS = EXCLUSIVE_OPTIONS - UNSURE_OPTIONS


@dataclass(frozen=True)
class Note:
    """What needs a second look: an answer that does not count as it stands, or the paper itself.

    `key` names it when it is confirmed.
    """

    key: str
    text: str
    only_if: OnlyIf | None = None
    is_emergency: bool = False


class PaperEntryForm(PaperContactForm):
    """A whole paper form. `given` holds the answers, as typed; `counting` those that count."""

    def __init__(self, pathway: Pathway, data: Mapping[str, Any] | None = None) -> None:
        self.parts: list[QuestionForm] = []
        self.given: dict[str, Answer] = {}
        self.slips: list[Note] = []
        super().__init__(pathway, data)

    # --- fields -----------------------------------------------------------------------------------

    def build(self) -> None:
        """The questions as on the paper, then the end of the form."""
        super().build()
        ending = dict(self.fields)
        self.fields.clear()
        for page in self.pathway.pages:
            self._add_page(page)
        self.fields.update(ending)
        self.endings = tuple(ending)

    def _add_page(self, page: Page) -> None:
        questions = tuple(
            replace(question, required=False, figure="", hint="", why="", help="")
            for question in on_paper(page)
        )
        part = QuestionForm(PagePlan(page, questions, {}, other_voice=False, everything=True))
        self.parts.append(part)
        for question in questions:
            field = part.fields[question.key]
            self._adapt(question, field)
            for key in (question.key, question.text_key):
                if key in part.fields:
                    self.fields[key] = self._with_keys(key, part.fields[key])

    def _adapt(self, question: Question, field: Any) -> None:
        """The number of the question; the marks of the paper; no options that shut out others."""
        assert isinstance(field, CareField)
        field.label = f"{numbers(self.pathway.name)[question.key]}. {field.label}"
        field.mark_optional = field.page_heading = False
        if isinstance(field, ChoicesField):
            field.exclusive, field.dividers = frozenset(), {}
            field.option_hints = {
                option.key: mark.words
                for option in question.options
                if (mark := option_marks(self.pathway.name).get((question.key, option.key)))
            }

    @property
    def shows_keys(self) -> bool:
        """Whether the small keys of the paper stand on the screen: its numbers may be other ones."""
        return self.is_bound and not self.is_current

    def _with_keys(self, key: str, field: Any) -> Any:
        if self.shows_keys:
            field.label = _keyed(field.label, key)
            if isinstance(field, ChoicesField | RatedListField):
                field.choices = [(value, _keyed(label, value)) for value, label in field.choices]
        return field

    @property
    def sections(self) -> Iterator[tuple[str, list[BoundField]]]:
        """The questions under the headings of the paper."""
        by_section: dict[str, list[BoundField]] = {}
        for part in self.parts:
            section = by_section.setdefault(spoken(part.plan.page.section), [])
            section += [self[key] for key in part.fields]
        yield from ((title, fields) for title, fields in by_section.items() if fields)

    @property
    def ending(self) -> list[BoundField]:
        """The fields after the questions."""
        return [self[key] for key in self.endings if key != VERSION]

    @property
    def version(self) -> BoundField:
        """The version of the paper: asked first, since it tells whether the numbers are the same."""
        return self[VERSION]

    # --- checks -----------------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        """Read the answers, ask about those that contradict each other, and settle the age."""
        cleaned = super().clean()
        self.given, self.slips = {}, self.doubts_about_the_paper
        for part in self.parts:
            self.given |= part.given(cleaned)
        self._drop_denials()
        facts = Facts(self.given)
        for part in self.parts:
            for doubt in part.plan.page.doubts:
                if doubt.when.holds(facts):
                    self.add_error(doubt.question.key, part.plan.say(doubt.text))
        self._settle_age(cleaned.get(BORN))
        return cleaned

    @property
    def other_version(self) -> str:
        """What to do about a paper of another version; "" for the current one."""
        if self.is_current:
            return ""
        words = {"version": self.typed_version, "current": ruleset_version(self.pathway.name)}
        if not self.typed_version:
            return _(
                "The version at the foot of the paper is blank (not readable). Questions may have other"
                " numbers: key in by the small keys. They now stand in brackets on this screen too."
            )
        text = _(
            "The version at the foot of the paper (%(version)s) is not the current one (%(current)s)."
            " Questions may have other numbers: key in by the small keys. They now stand in brackets on this"
            " screen too."
        )
        return text % words

    @property
    def doubts_about_the_paper(self) -> list[Note]:
        """What has to be looked at twice before the answers: another version, a day of long ago."""
        notes = []
        if not self.is_current:
            notes.append(Note(f"{VERSION}-{in_short(self.typed_version)}", self.other_version))
        days = (today() - self.filled_on).days
        if days > OLD_AFTER_DAYS:
            text = _(
                "The date on the form is %(date)s: %(days)s days ago. Is the year right? The time to be seen"
                " by counts from this date."
            )
            words = {"date": date_format(self.filled_on, formats().day), "days": days}
            notes.append(Note(f"{FILLED_ON}-{self.filled_on.isoformat()}", text % words))
        return notes

    def _drop_denials(self) -> None:
        """Beside another answer "none" does not count: what was marked is asked about, never what was not."""
        for key, answer in list(self.given.items()):
            if not isinstance(answer, frozenset) or len(answer) < 2 or not answer & DENIALS:
                continue
            question = self.pathway.by_key[key]
            denied = ", ".join(spoken(question.by_key[option].text) for option in sorted(answer & DENIALS))
            words = {"number": self._number(question), "answer": denied}
            text = _(
                "Question %(number)s: “%(answer)s” is marked together with other answers. Only the others"
                " count."
            )
            self.slips.append(Note(f"{key}-none", text % words))
            self.given[key] = answer - DENIALS

    def _settle_age(self, born_text: str | None) -> None:
        """The age must be there, on this pathway, and fit the date of birth on the day of the form."""
        age = self.pathway.age
        born = date.fromisoformat(born_text) if born_text else None
        if age.key not in self.given and not self.has_error(age.key) and born is not None:
            years = age_on(self.filled_on, born)
            self.given[age.key] = years
            text = _("Question %(number)s is blank. From the date of birth the age is %(age)s.")
            self.slips.append(Note(f"{age.key}-born", text % {"number": self._number(age), "age": years}))
        years_given = self.given.get(age.key)
        if years_given is None:
            self._ask_for_age()
        elif isinstance(years_given, int) and pathway_for_age(years_given) is not self.pathway:
            self._refuse_age(years_given)
        elif born is not None:
            self._compare(age, age_on(self.filled_on, born))
            if years_given == 0:
                self._compare(self.pathway.by_key[MONTHS], months_on(self.filled_on, born))

    def _ask_for_age(self) -> None:
        if not self.pathway.age.blank_counts_as and not self.has_error(self.pathway.age.key):
            words = _(
                "Enter the age: it decides which questions count. Ask the person if it is not on the form"
            )
            self.add_error(self.pathway.age.key, ValidationError(words, code="required"))

    def _refuse_age(self, years: int) -> None:
        del self.given[self.pathway.age.key]
        words = (
            _("The age is %(age)s, and this is the form for a child under 18. Which is wrong?")
            if self.pathway.name == "pediatric"
            else _("The age is %(age)s, and this is the form for adults. Which is wrong?")
        )
        self.add_error(self.pathway.age.key, words % {"age": years})

    def _compare(self, question: Question, counted: int) -> None:
        told = self.given.get(question.key)
        if told is None or told == counted:
            return
        words = _(
            "Question %(number)s says %(told)s, but from the date of birth it was %(counted)s on the day of"
            " the form. Ask which is right, and correct the other"
        )
        params = {"number": self._number(question), "told": told, "counted": counted}
        self.add_error(BORN, words % params)

    def ignore_missing(self) -> None:
        """Forget what is only missing: for a look at what is entered so far."""
        for name, problems in self.errors.as_data().items():
            if all(problem.code == "required" for problem in problems):
                del self.errors[name]

    # --- what it comes to -------------------------------------------------------------------------

    def so_far(self) -> Result:
        """What the answers say while the form is keyed in: nothing blank counts.

        An answer to a question of which nobody knows yet whether it is asked counts: rather too early.
        """
        facts = Facts(self.given)
        asked = [
            question.key
            for question in self.pathway.questions
            if question.key in self.given and question.shown_when.truth(facts) is not Truth.NO
        ]
        return evaluate(self.pathway, self.given, finished=False, surely_shown=asked)

    @property
    def counting(self) -> dict[str, Answer]:
        """The answers to questions that are asked, given the other answers."""
        shown = evaluate(self.pathway, self.given).shown
        keys = {key for name in shown for key in (name, self.pathway.by_key[name].text_key)}
        return {key: answer for key, answer in self.given.items() if key in keys}

    @property
    def notes(self) -> list[Note]:
        """What has to be confirmed: the paper itself, then what does not count, in the order of the paper."""
        counting = self.counting
        facts = Facts(counting)
        order = numbers(self.pathway.name)
        found = list(self.slips)
        for key in sorted(order, key=order.__getitem__):
            question = self.pathway.by_key[key]
            if key in self.given and key not in counting:
                found.append(self._not_asked(question))
            elif key in counting:
                found += self._for_another_age(question, counting[key], facts)
        return found

    def _not_asked(self, question: Question) -> Note:
        text = _(
            "Question %(number)s is answered, but by the other answers it is not for this person. It will not"
            " count."
        )
        return Note(
            question.key,
            text % {"number": self._number(question)},
            only_if(question.shown_when, self.pathway, numbers(self.pathway.name)),
            is_emergency=question.key in self._behind_an_emergency,
        )

    @cached_property
    def _behind_an_emergency(self) -> frozenset[str]:
        """The questions whose answers make an emergency if everything that was answered counts."""
        result = evaluate(self.pathway, self.given, finished=False, surely_shown=self.given)
        findings = (finding for finding in result.findings if finding.rule.level is Level.EMERGENCY_NOW)
        return frozenset(key for finding in findings for key in finding.because)

    def _for_another_age(self, question: Question, answer: Answer, facts: Facts) -> Iterator[Note]:
        chosen = answer if isinstance(answer, frozenset) else {answer}
        for option in question.options:
            if option.key not in chosen or option.else_counts_as == "" or option.offered_when.holds(facts):
                continue
            yield Note(f"{question.key}-{option.key}", self._instead(question, option))

    def _instead(self, question: Question, option: Choice) -> str:
        words = {
            "number": self._number(question),
            "answer": spoken(option.text),
            "limit": age_limit(option.offered_when, self.pathway),
        }
        if option.else_counts_as is None:
            text = _("Question %(number)s: “%(answer)s” does not fit the age (%(limit)s). It will not count.")
            return text % words
        other = spoken(question.by_key[option.else_counts_as].text)
        text = _(
            "Question %(number)s: “%(answer)s” does not fit the age (%(limit)s). It counts as “%(other)s”."
        )
        return text % {**words, "other": other}

    def _number(self, question: Question) -> str:
        return str(numbers(self.pathway.name)[question.key])


def _keyed(label: object, key: str) -> str:
    """A label with the small key that the paper has there."""
    return format_html('{} <span class="app-entry__key" translate="no">[{}]</span>', label, key)
