"""How often reviewers agreed where a rule decided the level: counts by rule, version and month.

A count leads to no person and to no reviewer.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Sum
from django.utils import timezone

from clinic.models import RuleOpinion
from clinic.models.case import Verdict
from triage_site.context import clinic_now

SUMS = {verdict.value: Sum(verdict.value) for verdict in Verdict}
# Under so many reviews one more moves a share by more than five in a hundred: then only the counts are shown.
LEAST_FOR_SHARE = 20


@dataclass(frozen=True)
class Tally:
    """Reviews of one rule in one version."""

    version: str = ""
    agree: int = 0
    higher: int = 0
    lower: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.agree + self.higher + self.lower

    @property
    def agree_percent(self) -> int | None:
        """How many of a hundred called the level right; None where too few looked at it."""
        return round(100 * self.agree / self.total) if self.total >= LEAST_FOR_SHARE else None

    @property
    def disagree(self) -> int:
        """How many wanted another level."""
        return self.higher + self.lower


def count(rules: Collection[str], version: str, verdict: Verdict | str, now: datetime) -> None:
    """Count one review of a level that `rules` decided. A review without a verdict is no opinion.

    Two reviews at once: both count. Runs in the transaction that stores the review.
    """
    if not verdict or not rules:
        return
    column = Verdict(verdict).value
    month = timezone.localdate(now, timezone=clinic_now().zone).replace(day=1)
    ids = sorted(set(rules))
    with transaction.atomic(savepoint=False):
        blank = [RuleOpinion(rule=rule, version=version, month=month) for rule in ids]
        RuleOpinion.objects.bulk_create(blank, ignore_conflicts=True)
        rows = RuleOpinion.objects.filter(rule__in=ids, version=version, month=month)
        # In one order, so that two reviews of the same rules never wait for each other.
        locked = list(rows.select_for_update().order_by("rule").values_list("pk", flat=True))
        RuleOpinion.objects.filter(pk__in=locked).update(**{column: F(column) + 1})


def of_version(version: str) -> dict[str, Tally]:
    """The counts of all rules in one version, by rule."""
    rows = RuleOpinion.objects.filter(version=version).values("rule").annotate(**SUMS).order_by()
    return {row.pop("rule"): Tally(version=version, **row) for row in rows}


def of_rule(rule: str) -> tuple[Tally, ...]:
    """The counts of one rule in every version that somebody reviewed, the latest reviewed first."""
    rows = RuleOpinion.objects.filter(rule=rule).values("version").annotate(last=Max("month"), **SUMS)
    return tuple(
        Tally(version=row["version"], agree=row["agree"], higher=row["higher"], lower=row["lower"])
        for row in rows.order_by("-last", "version")
    )
