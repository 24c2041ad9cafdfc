"""How one item of a form stands: reported, answered no, not sure, or not known, which is never a no."""

from __future__ import annotations

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.summary.case import Case as Opened
from assessments.summary.model import Mark, Said
from assessments.summary.sheet import NEGATIVE, single_mark
from triage.model import UNSURE_OPTIONS, Kind, Question


class Standing(Enum):
    """What a form says of one item. Only DENIED is a no."""

    REPORTED = "reported"
    DENIED = "denied"
    NOT_TICKED = "not-ticked"
    OTHER = "other"
    UNSURE = "unsure"
    BLANK = "blank"
    NOT_ASKED = "not-asked"
    NOT_APPLICABLE = "not-applicable"

    @property
    def words(self) -> str | Promise:
        """How it is said."""
        return WORDS[self]

    @property
    def is_known(self) -> bool:
        """Whether the person said something about just this item, or about the list it stands in."""
        return self not in (Standing.UNSURE, Standing.BLANK, Standing.NOT_ASKED)


WORDS = {
    Standing.REPORTED: _("reported"),
    Standing.DENIED: _("answered no"),
    Standing.NOT_TICKED: _("not ticked, though others of the list were"),
    Standing.OTHER: _("another answer"),
    Standing.UNSURE: _("not sure"),
    Standing.BLANK: _("left blank"),
    Standing.NOT_ASKED: _("not asked"),
    Standing.NOT_APPLICABLE: _("does not apply, as answered"),
}
OF_MARK = {
    Mark.PRESENT: Standing.REPORTED,
    Mark.ABSENT: Standing.DENIED,
    Mark.NOT_EXCLUDED: Standing.UNSURE,
    Mark.NOT_ASKED: Standing.NOT_APPLICABLE,
}


def was_asked(case: Opened, question: Question) -> bool:
    """Whether the question was put to the person: on a page they reached, and not left out on paper."""
    return question.key in case.result["shown"] and question.key not in case.private


def standing_of(case: Opened, question: Question, option: str = "") -> Standing:
    """How an option of a list, or (without `option`) the answer to a question, stands in a form."""
    answer = case.sheet.given.get(question.key)
    if answer is None:
        return Standing.BLANK if was_asked(case, question) else Standing.NOT_ASKED
    if isinstance(answer, frozenset):
        chosen = {item.partition(":")[0] for item in answer}
        if option in chosen:
            return Standing.REPORTED
        if chosen & UNSURE_OPTIONS:
            return Standing.UNSURE
        return Standing.DENIED if chosen <= NEGATIVE else Standing.NOT_TICKED
    if question.kind is Kind.SINGLE:
        return OF_MARK[single_mark(str(answer))]
    return Standing.REPORTED


def said_of(case: Opened, question: Question) -> tuple[Said, ...]:
    """The answer in words; how it stands where there is none."""
    return case.sheet.said(question) or (Said(str(standing_of(case, question).words), unsure=True),)
