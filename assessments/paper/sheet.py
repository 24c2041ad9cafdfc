"""The blank form of a pathway, ready to print: every question, numbered, in page order.

Private questions (`never_echo`) are not asked on paper: whoever finds the sheet could read the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from assessments.forms import LONG_TEXT
from assessments.guidance import GUIDANCE
from assessments.paper.contact import PaperContactForm
from assessments.paper.marks import Action, NumberMark, number_marks, option_marks
from assessments.paper.only_if import OnlyIf, age_limit, only_if
from assessments.text import spoken
from triage.catalogue import ruleset_version
from triage.model import Choice, Kind, Page, Pathway, Question
from triage.pathways import PATHWAYS

# The forms by the name in their address.
FORMS: dict[str, Pathway] = {"adult": PATHWAYS["adult"], "child": PATHWAYS["pediatric"]}


# How many characters an option may have to stand in one of so many columns.
WIDTHS = ((4, 20), (3, 30))


@dataclass(frozen=True)
class Box:
    """An option with its box. `heading` stands before the first option of a group."""

    key: str
    text: str
    hint: str
    heading: str
    limit: str
    mark: Action | None


@dataclass(frozen=True)
class Item:
    """One question on paper. `how` says how many boxes to mark; `lines` are for writing on."""

    number: int
    key: str
    text: str
    hint: str
    intro: str
    only_if: OnlyIf | None
    how: str
    is_single: bool
    boxes: tuple[Box, ...]
    ratings: tuple[str, ...]
    lines: int
    unit: str
    note: str
    note_key: str
    marks: tuple[str, ...]

    @property
    def columns(self) -> int:
        """In how many columns the options stand: as many as their words leave room for."""
        texts = [box.text + box.hint + box.limit + (box.mark.words if box.mark else "") for box in self.boxes]
        longest = max(map(len, texts), default=0)
        return next((columns for columns, most in WIDTHS if len(texts) >= columns - 1 and longest <= most), 2)

    @property
    def is_number(self) -> bool:
        """Whether a number is written in."""
        return not self.boxes and not self.lines


@dataclass(frozen=True)
class Part:
    """Questions under one heading."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Sheet:
    """A whole blank form. `fields` are the lines about the person: name in the form, label, hint."""

    name: str
    version: str
    signs_title: str
    signs: tuple[str, ...]
    parts: tuple[Part, ...]
    fields: tuple[tuple[str, str, str], ...]


def on_paper(page: Page) -> tuple[Question, ...]:
    """The questions of a page that are asked on paper."""
    return tuple(question for question in page.questions if not question.never_echo)


@cache
def numbers(pathway_name: str) -> dict[str, int]:
    """The number of each question on paper, by key."""
    pages = PATHWAYS[pathway_name].pages
    keys = [question.key for page in pages for question in on_paper(page)]
    return {key: number for number, key in enumerate(keys, 1)}


def build_sheet(name: str) -> Sheet:
    """The blank form with this name in the language that is spoken now. KeyError for an unknown name."""
    pathway = FORMS[name]
    emergency = GUIDANCE[pathway.name].safety_net[0]
    sections = dict.fromkeys(page.section for page in pathway.pages)
    parts = (
        Part(
            spoken(section),
            tuple(
                _item(pathway, page, question)
                for page in pathway.pages
                if page.section == section
                for question in on_paper(page)
            ),
        )
        for section in sections
    )
    return Sheet(
        name=name,
        version=ruleset_version(pathway.name),
        signs_title=spoken(emergency.title),
        signs=tuple(spoken(sign) for sign in emergency.signs),
        parts=tuple(part for part in parts if part.items),
        fields=_fields(pathway),
    )


def _item(pathway: Pathway, page: Page, question: Question) -> Item:
    is_first = question is page.questions[0]
    return Item(
        number=numbers(pathway.name)[question.key],
        key=question.key,
        text=spoken(question.text),
        hint=spoken(question.hint),
        intro=spoken(page.intro) if is_first else "",
        only_if=only_if(question.shown_when, pathway, numbers(pathway.name)),
        how=_how(question),
        is_single=question.kind is Kind.SINGLE,
        boxes=_boxes(pathway, question),
        ratings=tuple(spoken(rating.text) for rating in question.ratings),
        lines=_lines(question),
        unit=spoken(question.unit),
        note=spoken(question.note_label),
        note_key=question.text_key,
        marks=tuple(_number_words(mark) for mark in number_marks(pathway.name).get(question.key, ())),
    )


def _how(question: Question) -> str:
    match question.kind:
        case Kind.SINGLE:
            return _("Mark one")
        case Kind.MULTI:
            return _("Mark all that apply")
        case Kind.RATED:
            return _("Mark one box in each row that applies")
    return ""


def _lines(question: Question) -> int:
    if question.kind is not Kind.TEXT:
        return 0
    return 3 if question.max_length > LONG_TEXT else 1


def _boxes(pathway: Pathway, question: Question) -> tuple[Box, ...]:
    boxes, group = [], ""
    for option in question.options:
        heading = spoken(option.group) if option.group != group else ""
        group = option.group
        boxes.append(_box(pathway, question, option, heading))
    return tuple(boxes)


def _box(pathway: Pathway, question: Question, option: Choice, heading: str) -> Box:
    return Box(
        key=option.key,
        text=spoken(option.text),
        hint=spoken(option.hint),
        heading=heading,
        limit=age_limit(option.offered_when, pathway),
        mark=option_marks(pathway.name).get((question.key, option.key)),
    )


def _number_words(mark: NumberMark) -> str:
    words = {"least": f"{mark.least:g}", "most": f"{mark.most:g}", "action": mark.action.words}
    if mark.least == mark.most:
        return _("If it is %(least)s: %(action)s") % words
    return _("If it is from %(least)s to %(most)s: %(action)s") % words


def _fields(pathway: Pathway) -> tuple[tuple[str, str, str], ...]:
    form = PaperContactForm(pathway)
    return tuple((name, str(field.label), str(field.help_text)) for name, field in form.on_lines.items())
