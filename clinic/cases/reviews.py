"""What members of staff think of a level, and what became of the person. Rows are only ever added.

A correction is a new review, and the latest counts. Nothing but the verdict is stored in the clear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.db.models import F, TextChoices
from django.utils.translation import gettext_lazy as _

from assessments.summary.clock import clinic_time
from assessments.summary.header import level_words
from assessments.text import spoken
from clinic.cases import work
from clinic.cases.persons import lock
from clinic.models import Case, Member, Review
from clinic.models.case import Outcome, Verdict
from clinic.models.staff import Role
from clinic.rulebook import opinions
from triage.frozen import FrozenResult
from triage.model import Level
from triage.pediatric.imaging import NEXT_STEPS, NextStep
from triage_site.vault import VaultError


class Reason(TextChoices):
    """Why the level should be another one. The value is stored."""

    WORDING = "wording", _("The person misunderstood the wording of a question")
    PHONE = "phone", _("An answer was contradicted on the phone")
    HISTORY = "history", _("Known history that is not in the form")
    FINDING = "finding", _("A finding of an examination or a call")
    TOO_CAUTIOUS = "too_cautious", _("A rule is too cautious")
    NOT_CAUTIOUS = "not_cautious", _("A rule is not cautious enough")
    OTHER = "other", _("Something else: say what in the note")


class Radiograph(TextChoices):
    """What the X-ray of a child showed (pediatric 3.2, "Next step by result"). The value is stored."""

    POSITIVE = "positive", _("Positive")
    NEGATIVE = "negative", _("Negative")
    INDETERMINATE = "indeterminate", _("Indeterminate")
    NOT_DONE = "not_done", _("Not done")


@dataclass(frozen=True)
class Opinion:
    """What a review form says. `verdict` "": nothing new about the level. `level`: what it should be."""

    verdict: str = ""
    level: int | None = None
    reason: str = ""
    outcome: str = ""
    note: str = ""
    radiograph: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class ShownReview:
    """A stored review in words. `is_unreadable`: only the verdict can still be read."""

    at: str
    by: str
    role: str
    verdict: str
    level: str = ""
    level_number: int = 0
    level_before: str = ""
    reason: str = ""
    outcome: str = ""
    note: str = ""
    radiograph: str = ""
    radiograph_code: str = ""
    is_unreadable: bool = False


def store(case: Case, member: Member, opinion: Opinion, now: datetime, *, revision: int) -> Review:
    """Add a review with all that follows from it: level, contact or end, and the counts of the rules.

    All of it or nothing. `work.StaleError`: the case has another revision by now. `work.UnreadError`: nobody
    has read it, so nobody can judge it. `work.UnreachedError`: it cannot be called done. Whether the member
    may lower a level is the form's to check.
    """
    with transaction.atomic():
        lock(case.pk, case.person)
        changed = _touch(case, revision)
        if changed.first_read_at is None:
            raise work.UnreadError
        before = changed.level
        if opinion.level is not None and opinion.level != before:
            changed = work.change_level(changed, member, now, opinion.level, revision=changed.revision)
        if opinion.is_done:
            work.finish(changed, member, now, Outcome(opinion.outcome), revision=changed.revision)
        elif opinion.outcome:
            work.note_contact(changed, member, now, Outcome(opinion.outcome), revision=changed.revision)
        earlier = list(Review.objects.filter(case=case).order_by("at"))
        review = _add(changed, member, opinion, now, before)
        _count(review, earlier, changed)
        return review


def shown(review: Review) -> ShownReview:
    """A review in words."""
    verdict = str(Verdict(review.verdict).label) if review.verdict else ""
    role = str(Role(review.by_role).label) if review.by_role else ""
    told = ShownReview(clinic_time(review.at), review.by_name, role, verdict)
    try:
        detail = cast("dict[str, Any]", review.detail)
    except VaultError:
        return replace(told, is_unreadable=True)
    level, before = detail.get("level"), detail.get("from")
    return replace(
        told,
        level=level_words(Level(level)) if level else "",
        level_number=level or 0,
        level_before=level_words(Level(before) if before else None),
        reason=_label(Reason, detail.get("reason")),
        outcome=_label(Outcome, detail.get("outcome")),
        note=str(detail.get("note") or ""),
        radiograph=_label(Radiograph, detail.get("radiograph_result")),
        radiograph_code=str(detail.get("radiograph_result") or ""),
    )


def latest(reviews: Sequence[ShownReview]) -> ShownReview | None:
    """The review that counts for the level: the last one with a verdict. Oldest first goes in."""
    return next((review for review in reversed(reviews) if review.verdict), None)


def next_step(reviews: Iterable[ShownReview]) -> tuple[ShownReview, NextStep | None] | None:
    """The last X-ray result that was recorded, and what follows from it; None where there is none."""
    last = next((review for review in reversed(list(reviews)) if review.radiograph_code), None)
    if last is None:
        return None
    return last, next((step for step in NEXT_STEPS if step.result == last.radiograph_code), None)


def step_words(step: NextStep) -> tuple[str, str]:
    """The words and the panel of a next step."""
    return spoken(step.text), step.panel


def _label(choices: type[TextChoices], value: object) -> str:
    """The words of a stored code; the code itself where no such choice exists any more."""
    text = str(value or "")
    return str(choices(text).label) if text in choices.values else text


def _touch(case: Case, revision: int) -> Case:
    """The case, if it has this revision; the next one is ours."""
    rows = Case.objects.filter(pk=case.pk, revision=revision)
    is_ours = rows.update(revision=F("revision") + 1)
    fresh = Case.objects.select_related("assessment", "assignee__member").get(pk=case.pk)
    if not is_ours:
        raise work.StaleError(fresh)
    return fresh


def _add(case: Case, member: Member, opinion: Opinion, now: datetime, before: int | None) -> Review:
    review = Review(
        case=case,
        at=now,
        by_id=member.pk,
        by_name=member.name,
        by_role=work.acting_role(member),
        verdict=opinion.verdict,
        ruleset_version=case.assessment.ruleset_version,
    )
    level = opinion.level if opinion.level is not None else before
    review.detail = {
        "level": level if opinion.verdict else None,
        "from": before,
        "reason": opinion.reason,
        "outcome": opinion.outcome,
        "note": opinion.note,
        "radiograph_result": opinion.radiograph,
    }
    review.save(force_insert=True)
    return review


def _count(review: Review, earlier: Sequence[Review], case: Case) -> None:
    """Count what this reviewer thinks of the rules that decided; once, however often it is said again."""
    computed = case.assessment.level
    opinion = _of_the_rules(review, computed)
    own = [_of_the_rules(old, computed) for old in earlier if old.by_id == review.by_id and old.verdict]
    if not opinion or (own and own[-1] == opinion):
        return
    try:
        result = cast("FrozenResult", case.assessment.result)
    except VaultError:
        return  # what decided cannot be read: nothing to count it for
    rules = [finding["id"] for finding in result["findings"] if finding["level"] == result["level"]]
    opinions.count(rules, review.ruleset_version, opinion, review.at)


def _of_the_rules(review: Review, computed: int | None) -> str:
    """The verdict on the computed level: a colleague may have changed the level before.

    "" where there is none.
    """
    if not review.verdict or computed is None:
        return ""
    try:
        level = cast("dict[str, Any]", review.detail).get("level")
    except VaultError:
        return ""
    if level is None or level == computed:
        return Verdict.AGREE.value
    return Verdict.HIGHER.value if level > computed else Verdict.LOWER.value
