"""What changed between two forms of the same person, in the clinician's words.

Pure: stored assessments in, words out. What the newer form did not ask is never taken for a no, and a
risk that an earlier form reported stays in sight whatever the newer one says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assessments.summary import systems
from assessments.summary.case import AssessmentLike
from assessments.summary.case import Case as Opened
from assessments.summary.clock import clinic_time
from assessments.summary.header import level_words
from assessments.summary.model import RedFlag, Said
from assessments.summary.pediatric import red_flags
from assessments.text import Stored, as_stored, spoken
from clinic.cases.standing import Standing, said_of, standing_of
from triage.model import EXCLUSIVE_OPTIONS, UNSURE_OPTIONS, Kind, Level, Question

# What stays true of a person: an earlier yes is not undone by a later form that did not ask.
RISK_HISTORY = {
    "adult": ("cancer", "cancer_type", "conditions", "infection_risk", "blood_thinner", "prior_imaging"),
    "pediatric": ("history", "family_history", "prior_imaging", "home_safety", "mood"),
}
SIGNS = frozenset(
    part.question.key
    for system in (*systems.ADULT_SYSTEMS, *systems.ADULT_RISKS, *systems.PEDIATRIC_SYSTEMS)
    for part in system.parts
)
# Wishes of the day, not the state of health.
PASSED_OVER = frozenset({"patient_question", "visit_pref"})
# A score from 0 to 10: a higher one is worse.
PAIN = "pain_now"
# Findings from this level on are compared one by one.
LEAST_LEVEL = Level.PROMPT_IN_PERSON


class Turn(Enum):
    """What became of an answer. UNKNOWN: reported then, and not asked, blank or not sure now."""

    NEW = "new"
    GONE = "gone"
    UNKNOWN = "unknown"
    CHANGED = "changed"

    @property
    def words(self) -> str | Promise:
        """The heading over the answers that took this turn."""
        return TURN_WORDS[self]


TURN_WORDS = {
    Turn.NEW: gettext_lazy("New"),
    Turn.UNKNOWN: gettext_lazy("Reported then, not known now: ask"),
    Turn.GONE: gettext_lazy("No longer reported"),
    Turn.CHANGED: gettext_lazy("Changed"),
}


@dataclass(frozen=True)
class Change:
    """One answer, or one item of a list, that is not as it was. `is_sign`: a sign or a risk, not a detail."""

    turn: Turn
    label: str
    before: tuple[Said, ...]
    now: tuple[Said, ...]
    is_sign: bool


@dataclass(frozen=True)
class FindingChange:
    """A rule that fired in one of the two forms, or in both.

    `not_known`: the questions it was about then that have no answer now.
    """

    id: str
    level: str
    level_number: int
    text: Stored
    then: bool
    now: bool
    not_known: tuple[str, ...] = ()


@dataclass(frozen=True)
class FlagChange:
    """A red flag of the pediatric list in both forms."""

    title: str
    then: RedFlag
    now: RedFlag


@dataclass(frozen=True)
class KeptRisk:
    """A risk that an earlier form reported and the newest does not. `contradicts`: the newest says no."""

    label: str
    reported_at: datetime
    reference: str
    now: Standing
    said: tuple[Said, ...]

    @property
    def contradicts(self) -> bool:
        """Whether the newest form says no."""
        return self.now is Standing.DENIED

    @property
    def words(self) -> str:
        """When it was reported, and how it stands in the newest form."""
        words = {"when": clinic_time(self.reported_at), "now": self.now.words}
        if self.contradicts:
            return _("Reported on %(when)s. This form says no: ask which is right.") % words
        return _("Reported on %(when)s, not in this form (%(now)s).") % words


@dataclass(frozen=True)
class Changes:
    """Everything that is to be said about two forms, the older one first."""

    reference: str
    answered_at: datetime
    level_then: str
    level_then_number: int
    level_now: str
    level_now_number: int
    same_questions: bool
    other_version: bool
    findings: tuple[FindingChange, ...]
    red_flags: tuple[FlagChange, ...]
    items: tuple[Change, ...]
    kept: tuple[KeptRisk, ...]

    def of(self, turn: Turn, *, signs: bool) -> list[Change]:
        """The answers that took this turn: signs and risks, or details."""
        return [item for item in self.items if item.turn is turn and item.is_sign is signs]

    @property
    def signs(self) -> list[tuple[Turn, list[Change]]]:
        """Signs and risks, by what became of them."""
        return [(turn, found) for turn in TURN_WORDS if (found := self.of(turn, signs=True))]

    @property
    def details(self) -> list[tuple[Turn, list[Change]]]:
        """All other answers, by what became of them."""
        return [(turn, found) for turn in TURN_WORDS if (found := self.of(turn, signs=False))]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all differs."""
        moved = any(change.then is not change.now for change in self.findings)
        return not (self.items or self.kept or moved or self.level_then_number != self.level_now_number)

    @property
    def in_short(self) -> str:
        """One line for a list, such as "was Virtual visit; 2 new; 1 not known now"."""
        parts = []
        if self.level_then_number != self.level_now_number:
            parts.append(_("was %(level)s") % {"level": self.level_then})
        new, unknown, gone = (len(self.of(turn, signs=True)) for turn in (Turn.NEW, Turn.UNKNOWN, Turn.GONE))
        if new:
            parts.append(ngettext("%(n)s new", "%(n)s new", new) % {"n": new})
        if unknown:
            parts.append(ngettext("%(n)s not known now", "%(n)s not known now", unknown) % {"n": unknown})
        if gone:
            words = ngettext("%(n)s no longer reported", "%(n)s no longer reported", gone)
            parts.append(words % {"n": gone})
        if self.kept:
            number = len(self.kept)
            words = ngettext(
                "%(n)s earlier risk not in this form", "%(n)s earlier risks not in this form", number
            )
            parts.append(words % {"n": number})
        return "; ".join(parts) or _("no new signs")


class _Pair(NamedTuple):
    old: Opened
    new: Opened


def changes(old: AssessmentLike, new: AssessmentLike) -> Changes:
    """What is new, gone, changed or no longer known in `new`, against `old`.

    VaultError when one of the two cannot be read.
    """
    pair = _Pair(_open(old), _open(new))
    same = pair.old.row.pathway == pair.new.row.pathway
    return Changes(
        reference=pair.old.row.reference or "",
        answered_at=pair.old.answered_at,
        level_then=level_words(pair.old.level),
        level_then_number=int(pair.old.level or 0),
        level_now=level_words(pair.new.level),
        level_now_number=int(pair.new.level or 0),
        same_questions=same,
        other_version=pair.old.result["ruleset_version"] != pair.new.result["ruleset_version"],
        findings=tuple(_findings(pair)),
        red_flags=tuple(_red_flags(pair)) if same and pair.new.row.pathway == "pediatric" else (),
        items=tuple(_items(pair)) if same else (),
        kept=tuple(_kept((pair.old,), pair.new)),
    )


def kept_risks(earlier: Sequence[AssessmentLike], new: AssessmentLike) -> tuple[KeptRisk, ...]:
    """Every risk of the earlier forms (newest first) that `new` lacks, contradicts or did not ask.

    VaultError when one of them cannot be read.
    """
    return tuple(_kept([_open(row) for row in earlier], _open(new)))


def _open(row: AssessmentLike) -> Opened:
    return Opened.open(row, row.updated_at)


# --- rules and red flags ------------------------------------------------------------------------------


def _findings(pair: _Pair) -> Iterator[FindingChange]:
    """Findings of either form, most urgent first."""
    then = {finding["id"]: finding for finding in pair.old.result["findings"]}
    now = {finding["id"]: finding for finding in pair.new.result["findings"]}
    found = sorted({**then, **now}.values(), key=lambda finding: -Level[finding["level"]])
    for finding in found:
        level, id_ = Level[finding["level"]], finding["id"]
        if level < LEAST_LEVEL:
            continue
        gone = id_ in then and id_ not in now
        yield FindingChange(
            id_,
            level_words(level),
            int(level),
            as_stored(finding["clinician"]),
            id_ in then,
            id_ in now,
            tuple(_not_known(pair, finding["because"])) if gone else (),
        )


def _not_known(pair: _Pair, because: Sequence[str]) -> Iterator[str]:
    """What a finding of then was about and the newer form does not know."""
    for key in because:
        question = pair.new.pathway.by_key.get(key)
        if question is None:
            old = pair.old.pathway.by_key.get(key)
            yield _("%(question)s: not asked") % {"question": spoken(old.short) if old else key}
        elif key not in pair.new.sheet.given:
            standing = standing_of(pair.new, question)
            yield f"{spoken(question.short)}: {standing.words}"


def _red_flags(pair: _Pair) -> Iterator[FlagChange]:
    for then, now in zip(red_flags(pair.old), red_flags(pair.new), strict=True):
        if then.mark is not now.mark:
            yield FlagChange(now.title, then, now)


# --- answers ------------------------------------------------------------------------------------------


def _items(pair: _Pair) -> Iterator[Change]:
    for question in pair.new.pathway.questions:
        if question.key in PASSED_OVER:
            continue
        if question.key not in SIGNS:
            yield from _detail(pair, question)
        elif question.kind is Kind.MULTI:
            yield from _listed(pair, question)
        else:
            yield from _sign(pair, question)


def _detail(pair: _Pair, question: Question) -> Iterator[Change]:
    """An answer that is no sign by itself: as a whole, then and now."""
    before, now = (case.sheet.said(question) for case in pair)
    if before == now:
        return
    turn = Turn.CHANGED if before and now else Turn.UNKNOWN if before else Turn.NEW
    is_sign = question.key in RISK_HISTORY[pair.new.row.pathway] or _counts(pair, question)
    yield _change(pair, question, turn, is_sign=is_sign)


def _counts(pair: _Pair, question: Question) -> bool:
    """Whether a rule that fired then or now read the answer, or the pain got worse."""
    if any(question.key in finding["because"] for case in pair for finding in case.result["findings"]):
        return True
    then, now = (case.sheet.given.get(question.key) for case in pair)
    return question.key == PAIN and isinstance(then, int) and isinstance(now, int) and now > then


def _sign(pair: _Pair, question: Question) -> Iterator[Change]:
    """A sign that is one answer."""
    if pair.old.sheet.given.get(question.key) == pair.new.sheet.given.get(question.key):
        return
    turn = _turn(standing_of(pair.old, question), standing_of(pair.new, question))
    if turn is not None:
        yield _change(pair, question, turn)


def _turn(then: Standing, now: Standing) -> Turn | None:
    """What became of a sign; None where it was never in question."""
    if now is Standing.REPORTED:
        return Turn.CHANGED if then is Standing.REPORTED else Turn.NEW
    open_then = then in (Standing.REPORTED, Standing.UNSURE)
    if open_then and not now.is_known:
        return Turn.UNKNOWN
    if then is Standing.REPORTED:
        return Turn.GONE
    if now is Standing.UNSURE or open_then:
        return Turn.CHANGED
    return None


def _listed(pair: _Pair, question: Question) -> Iterator[Change]:
    """Signs that are ticked in a list, one by one; and whether the whole list was doubted."""
    aside = EXCLUSIVE_OPTIONS | UNSURE_OPTIONS
    for choice in question.options:
        if choice.key in aside:
            continue
        then, now = (standing_of(case, question, choice.key) for case in pair)
        label = f"{spoken(question.short)}: {spoken(choice.short)}"
        if then is not now and Standing.REPORTED in (then, now):
            turn = _turn(then, now)
            assert turn is not None
            yield Change(turn, label, (Said(str(then.words)),), (Said(str(now.words)),), is_sign=True)
    then, now = (_doubt(case, question) for case in pair)
    if then is not now and Standing.UNSURE in (then, now):
        turn = _turn(then, now)
        if turn is not None:
            yield _change(pair, question, turn)


def _doubt(case: Opened, question: Question) -> Standing:
    """How a whole list stands: not sure where "not sure" was ticked."""
    answer = case.sheet.given.get(question.key)
    if not isinstance(answer, frozenset):
        return standing_of(case, question)
    return Standing.UNSURE if answer & UNSURE_OPTIONS else Standing.DENIED


def _change(pair: _Pair, question: Question, turn: Turn, *, is_sign: bool = True) -> Change:
    return Change(
        turn,
        spoken(question.short),
        said_of(pair.old, question),
        said_of(pair.new, question),
        is_sign,
    )


# --- risks --------------------------------------------------------------------------------------------


def _kept(earlier: Sequence[Opened], new: Opened) -> Iterator[KeptRisk]:
    """The latest report of each risk that the newest form does not report itself."""
    told: set[tuple[str, str, str]] = set()
    for old in sorted(earlier, key=lambda case: case.answered_at, reverse=True):
        for question, option in _risks(old):
            item = (old.row.pathway, question.key, option)
            now = _now(new, old, question, option)
            if item in told or now is Standing.REPORTED:
                continue
            told.add(item)
            choice = question.by_key[option]
            label = spoken(question.short)
            if choice.short != "yes":
                label = f"{label}: {spoken(choice.short)}"
            yield KeptRisk(label, old.answered_at, old.row.reference or "", now, _own(old, question))


def _risks(case: Opened) -> Iterator[tuple[Question, str]]:
    """The risks that a form reports."""
    for key in RISK_HISTORY[case.row.pathway]:
        question = case.pathway.by_key[key]
        for choice in question.options:
            if choice.key in EXCLUSIVE_OPTIONS | UNSURE_OPTIONS:
                continue
            answer = case.sheet.given.get(key)
            chosen = answer if isinstance(answer, frozenset) else {answer}
            if choice.key in chosen and standing_of(case, question, choice.key) is Standing.REPORTED:
                yield question, choice.key


def _now(new: Opened, old: Opened, question: Question, option: str) -> Standing:
    """How a risk of an earlier form stands in the newest one."""
    if new.row.pathway != old.row.pathway:
        return Standing.NOT_ASKED
    standing = standing_of(new, question, option)
    if question.kind is Kind.SINGLE and standing is Standing.REPORTED:
        # Another option of the same question: what was reported then is not what is reported now.
        same = new.sheet.given.get(question.key) == option
        return Standing.REPORTED if same else Standing.OTHER
    return standing


def _own(case: Opened, question: Question) -> tuple[Said, ...]:
    """The own words beside a risk, if there are any."""
    return tuple(piece for piece in case.sheet.said(question) if piece.own)
