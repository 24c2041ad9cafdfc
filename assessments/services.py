"""What can be done to an assessment until it is sent. Every change is one statement: no row is half changed.

Sending and sharing: assessments/finishing.py.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, cast

from django.utils import timezone

from assessments.flow import Flow
from assessments.models import Assessment, Status
from triage.conditions import Answer, Facts
from triage.engine import evaluate
from triage.intake import AnswerError, read_answers, to_json
from triage.model import Level, Pathway, Result, Transport
from triage.pathways import PATHWAYS

SAVE_TRIES = 5
# Who shared what they had answered and goes on: staff keep seeing what was shared, until it is sent.
SINCE_SHARING = "since_sharing"
# The language of the page that each answer was given on, by the answer's key.
LANGUAGES = "languages"
# Notes for the visit: in the progress until the form is sent, in the contact details from then on.
VISIT = "visit"
JSONObject = dict[str, Any]


class AlreadySubmittedError(Exception):
    """The assessment was submitted before: it is not changed any more."""


class BusyError(Exception):
    """Somebody else kept changing the row. Trying again later may help."""


class ChangedError(Exception):
    """Another tab changed the form meanwhile: what was asked for does not fit it any more."""


@dataclass(frozen=True)
class Draft:
    """An assessment that is being filled in, opened: its row, pathway, answers and pages seen."""

    row: Assessment
    pathway: Pathway
    answers: dict[str, Answer]
    progress: JSONObject

    @cached_property
    def flow(self) -> Flow:
        """The way through the pathway from here."""
        progress = self.progress
        return Flow(self.pathway, self.answers, progress.get("seen", ()), progress.get("given", ()))

    @property
    def reached(self) -> frozenset[str]:
        """Keys of the questions on pages that were answered, or that have an answer."""
        seen = self.progress.get("seen", ())
        pages = (page for page in self.pathway.pages if page.code in seen)
        return frozenset(question.key for page in pages for question in page.questions) | self.answers.keys()

    @property
    def languages(self) -> dict[str, str]:
        """The language each answer was given in, by the answer's key."""
        return cast("dict[str, str]", self.progress.get(LANGUAGES, {}))


def start(
    pathway_name: str,
    *,
    language: str,
    answers: JSONObject,
    given: tuple[str, ...] = (),
    now: datetime | None = None,
) -> Assessment:
    """Create an assessment with its first answers (who is answering) and the pages those belong to."""
    now = now or timezone.now()
    row = Assessment(pathway=pathway_name, language=language, created_at=now, updated_at=now)
    row.answers, row.contact, row.result = answers, {}, {}
    row.progress = {**_met(given), LANGUAGES: dict.fromkeys(answers, language)}
    row.save(force_insert=True)
    return row


def open_draft(row: Assessment) -> Draft:
    """The answers of a row, ready for the engine. VaultError when they cannot be read.

    An answer that a newer version of the questions does not know is asked again.
    """
    progress = cast("JSONObject", row.progress)
    since = progress.get(SINCE_SHARING, {})
    if since:
        progress = progress | {LANGUAGES: since.get(LANGUAGES, {})}
    pathway = PATHWAYS[since.get("pathway", row.pathway)]
    stored = since.get("answers", row.answers)
    try:
        answers = read_answers(pathway, stored, finished=False)
    except AnswerError:
        answers, progress = _still_known(pathway, stored, progress)
    return Draft(row, pathway, answers, progress)


def _still_known(
    pathway: Pathway, stored: JSONObject, progress: JSONObject
) -> tuple[dict[str, Answer], JSONObject]:
    """The answers that can be read, and the progress without the pages of those that cannot."""
    answers: dict[str, Answer] = {}
    unknown = set()
    for key, value in stored.items():
        try:
            answers |= read_answers(pathway, {key: value}, finished=False)
        except AnswerError:
            unknown.add(key)
    again = {page.code for page in pathway.pages for q in page.questions if {q.key, q.text_key} & unknown}
    return answers, progress | {"seen": [code for code in progress.get("seen", ()) if code not in again]}


def evaluate_so_far(draft: Draft) -> Result:
    """Partial evaluation: nothing blank counts."""
    return evaluate(draft.pathway, draft.answers, finished=False)


def save_page(
    draft: Draft, page_code: str, given: Mapping[str, Answer | None], *, language: str = ""
) -> tuple[Draft, Result]:
    """Store the answers of one page (None = left blank), drop those no longer shown, and evaluate.

    `language`: of the page; "" = the one the assessment has.
    An emergency that was not read yet makes this the place where the assessment stopped.
    Raises AlreadySubmittedError, ChangedError when the pathway is another by now, or BusyError when other
    saves keep winning.
    """
    pathway = draft.pathway
    for _ in range(SAVE_TRIES):
        spoken = language or draft.row.language
        changed = _with_page(draft, page_code, given, spoken)
        result = evaluate_so_far(changed)
        if result.level is not Level.EMERGENCY_NOW:
            changed = _unread(changed)
        if _store(changed, **_where_it_is(changed, result), **_speaking(draft.row, spoken)):
            return changed, result
        draft = open_draft(_reload(draft.row))
        if draft.pathway is not pathway:
            raise ChangedError
    raise BusyError


def must_be_read(draft: Draft, result: Result) -> bool:
    """Whether the emergency page has to be shown: not read yet, or it now says to call."""
    if result.level is not Level.EMERGENCY_NOW:
        return False
    read = draft.progress.get("read")
    return read is None or (read != Transport.CALL_911.value and result.transport is Transport.CALL_911)


def waits_at_emergency(draft: Draft) -> bool:
    """Whether the way ends at the emergency page until the person has read it."""
    stopped = draft.row.status == Status.STOPPED and draft.row.submitted_at is None
    return stopped and must_be_read(draft, evaluate_so_far(draft))


def _unread(draft: Draft) -> Draft:
    """After a correction nothing is an emergency: the next one has to be read again."""
    if "read" not in draft.progress:
        return draft
    return replace(draft, progress={key: value for key, value in draft.progress.items() if key != "read"})


def _where_it_is(draft: Draft, result: Result) -> JSONObject:
    if must_be_read(draft, result):
        return {"status": Status.STOPPED, "emergency_at": draft.row.emergency_at or timezone.now()}
    shared = draft.row.status == Status.STOPPED and draft.row.submitted_at is not None
    return {} if shared else {"status": Status.IN_PROGRESS}


def switch_pathway(
    draft: Draft, pathway: Pathway, answers: JSONObject, given: tuple[str, ...], *, language: str = ""
) -> Draft:
    """Start over on the other pathway: only `answers` (who is answering, the age) are kept.

    Raises AlreadySubmittedError, or BusyError when another save won.
    """
    row = draft.row
    spoken = language or row.language
    kept = read_answers(pathway, answers, finished=False)
    progress = {**_met(given), "switched": True, LANGUAGES: dict.fromkeys(kept, spoken)}
    switched = Draft(row, pathway, kept, progress)
    columns: JSONObject = {} if row.submitted_at else {"pathway": pathway.name, "status": Status.IN_PROGRESS}
    columns |= _speaking(row, spoken)
    if not _store(switched, **columns):
        _reload(row)
        raise BusyError
    return switched


def note(draft: Draft, **progress: Any) -> Draft:
    """Remember something about the way. Losing a race is harmless: a page is simply shown again."""
    changed = Draft(draft.row, draft.pathway, draft.answers, draft.progress | progress)
    _store(changed)
    return changed


def save_visit(draft: Draft, notes: JSONObject) -> Draft:
    """Keep the notes for the visit. Raises like `save_page`."""
    pathway = draft.pathway
    for _ in range(SAVE_TRIES):
        changed = replace(draft, progress={**draft.progress, VISIT: notes})
        if _store(changed):
            return changed
        draft = open_draft(_reload(draft.row))
        if draft.pathway is not pathway:
            raise ChangedError
    raise BusyError


def go_on(draft: Draft, transport: Transport) -> None:
    """The person read the emergency page and goes on so that the care team has the details."""
    progress = draft.progress | {"read": transport.value}
    changed = Draft(draft.row, draft.pathway, draft.answers, progress)
    shared = draft.row.submitted_at is not None
    if not _store(changed, status=Status.STOPPED if shared else Status.IN_PROGRESS):
        _reload(draft.row)


def _met(given: tuple[str, ...]) -> JSONObject:
    """Progress of a form that has only been answered elsewhere."""
    return {"seen": list(given), "given": list(given)}


def _speaking(row: Assessment, language: str) -> JSONObject:
    """The column of the language. What was shared keeps its own until the form is sent."""
    return {} if row.submitted_at else {"language": language}


def _spoken_in(
    draft: Draft, answers: Mapping[str, Answer], given: Collection[str], language: str
) -> JSONObject:
    """The language of each answer. One that is sent again unchanged keeps the language it was given in."""
    before = draft.languages
    new = {key for key in given if answers.get(key) != draft.answers.get(key) or key not in before}
    spoken = {key: language if key in new else before.get(key) for key in answers}
    return {key: code for key, code in spoken.items() if code}


def _with_page(draft: Draft, page_code: str, given: Mapping[str, Answer | None], language: str) -> Draft:
    answers = {key: answer for key, answer in draft.answers.items() if key not in given}
    answers |= {key: answer for key, answer in given.items() if answer is not None}
    shown = Flow(draft.pathway, answers).shown
    questions = [question for question in draft.pathway.questions if question.key in shown]
    allowed = {key for question in questions for key in (question.key, question.text_key)}
    answers = {key: answer for key, answer in answers.items() if key in allowed}
    facts = Facts(answers)
    kept = {key: answer for key, answer in answers.items() if _is_offered(draft.pathway, key, answer, facts)}
    # A page that was seen without a question that is shown now has to be met again.
    new = shown - draft.flow.shown
    reopened = {page.code for page in draft.pathway.pages if any(q.key in new for q in page.questions)}
    seen = sorted({*draft.progress.get("seen", ()), page_code} - reopened)
    languages = _spoken_in(draft, kept, given, language)
    return Draft(draft.row, draft.pathway, kept, draft.progress | {"seen": seen, LANGUAGES: languages})


def _is_offered(pathway: Pathway, key: str, answer: Answer, facts: Facts) -> bool:
    """Whether an answer may still be chosen. One that another age took away is dropped and asked again.

    A danger option always counts, offered or not.
    """
    question = pathway.by_key.get(key)
    if question is None:
        return True
    chosen = answer if isinstance(answer, frozenset) else frozenset({answer})
    options = (question.by_key[option] for option in chosen if option in question.by_key)
    return all(option.else_counts_as == "" or option.offered_when.holds(facts) for option in options)


def _store(draft: Draft, **columns: Any) -> bool:
    """Write a draft if nobody wrote it in between. False if somebody did."""
    row = draft.row
    answers = {key: to_json(answer) for key, answer in draft.answers.items()}
    if row.submitted_at is None:
        row.answers, row.progress = answers, draft.progress
    else:
        since: JSONObject = {"pathway": draft.pathway.name, "answers": answers, LANGUAGES: draft.languages}
        shared = cast("JSONObject", row.progress).get(LANGUAGES, {})
        row.progress = {**draft.progress, LANGUAGES: shared, SINCE_SHARING: since}
    changed = (
        Assessment.objects.filter(pk=row.pk, revision=row.revision)
        .exclude(status=Status.SUBMITTED)
        .update(
            sealed_answers=row.sealed_answers,
            sealed_progress=row.sealed_progress,
            revision=row.revision + 1,
            updated_at=timezone.now(),
            **columns,
        )
    )
    if changed:
        row.revision += 1
        for column, value in columns.items():
            setattr(row, column, value)
    return bool(changed)


def _reload(row: Assessment) -> Assessment:
    fresh = Assessment.objects.get(pk=row.pk)
    if fresh.status == Status.SUBMITTED:
        raise AlreadySubmittedError
    return fresh
