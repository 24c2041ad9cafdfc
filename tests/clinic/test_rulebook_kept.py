"""Versions of the rules are kept when first seen; opinions of reviewers are counted, also two at once."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.models import Assessment
from clinic.models import RuleOpinion, RulesetSnapshot
from clinic.models.case import Verdict
from clinic.rulebook import opinions, snapshots
from clinic.rulebook.opinions import LEAST_FOR_SHARE, Tally
from tests.browser import states
from triage.catalogue import ruleset_version
from triage.model import Level
from triage_site.context import clinic_now

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
VERSION = "adult-1.2-invented0000"
RULES = ("ADULT-CES-01", "ADULT-EMG-01")


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    snapshots.forget()


@pytest.mark.django_db
def test_what_is_sent_keeps_the_rules_that_judged_it() -> None:
    row = states.sent(states.PEDIATRIC, states.example(states.PEDIATRIC, Level.SELF_CARE))
    kept = RulesetSnapshot.objects.get(pathway="pediatric")
    assert kept.version == row.ruleset_version == ruleset_version("pediatric")


@pytest.mark.django_db(transaction=True)
def test_after_the_first_it_costs_nothing() -> None:
    row = Assessment(pathway="adult")
    snapshots.arrived(row, NOW)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        snapshots.arrived(row, NOW)
    assert len(asked) == 0
    snapshots.forget()
    snapshots.arrived(row, timezone.now())
    assert RulesetSnapshot.objects.get().first_seen_at == NOW


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_kept_the_next_time() -> None:
    with transaction.atomic():
        snapshots.keep("adult", NOW)
        transaction.set_rollback(True)
    assert not RulesetSnapshot.objects.exists()
    snapshots.keep("adult", NOW)
    assert RulesetSnapshot.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_reviews_at_once_all_count() -> None:
    """Two threads with the same rules in another order: neither waits for the other for ever."""
    orders = (RULES, RULES[::-1])
    together = threading.Barrier(2)

    def review(rules: tuple[str, ...]) -> None:
        together.wait()
        for _time in range(8):
            opinions.count(rules, VERSION, Verdict.AGREE, NOW)
        connection.close()

    threads = [threading.Thread(target=review, args=(order,)) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(opinions.of_version(VERSION).values()) == {Tally(VERSION, agree=16)}
    assert RuleOpinion.objects.count() == 2


@pytest.mark.django_db
def test_counts_by_rule_version_and_month() -> None:
    for verdict, times in ((Verdict.AGREE, 3), (Verdict.HIGHER, 2), (Verdict.LOWER, 1)):
        for _time in range(times):
            opinions.count(RULES, VERSION, verdict, NOW)
    opinions.count(RULES[:1], "adult-1.1-older0000000", "lower", NOW.replace(month=3))
    opinions.count(RULES[:1], VERSION, "agree", NOW.replace(month=12))
    assert opinions.of_version(VERSION) == {
        "ADULT-CES-01": Tally(VERSION, agree=4, higher=2, lower=1),
        "ADULT-EMG-01": Tally(VERSION, agree=3, higher=2, lower=1),
    }
    assert [tally.version for tally in opinions.of_rule("ADULT-CES-01")] == [
        VERSION,
        "adult-1.1-older0000000",
    ]
    assert opinions.of_rule("ADULT-CES-02") == ()


@pytest.mark.django_db
def test_no_verdict_or_no_rule_is_no_opinion_and_another_word_is_an_error() -> None:
    opinions.count(RULES, VERSION, "", NOW)
    opinions.count((), VERSION, Verdict.AGREE, NOW)
    assert not RuleOpinion.objects.exists()
    with pytest.raises(ValueError, match="perhaps"):
        opinions.count(RULES, VERSION, "perhaps", NOW)


@pytest.mark.django_db
def test_the_month_is_the_clinic_s() -> None:
    with patch.object(type(clinic_now()), "zone", ZoneInfo("America/Chicago")):
        opinions.count(RULES[:1], VERSION, Verdict.AGREE, datetime(2026, 12, 1, 3, tzinfo=UTC))
    assert RuleOpinion.objects.get().month.isoformat() == "2026-11-01"


def test_a_share_is_only_told_of_enough_reviews() -> None:
    assert Tally(VERSION, agree=LEAST_FOR_SHARE - 1).agree_percent is None
    assert Tally(VERSION, agree=15, higher=4, lower=1).agree_percent == 75


@pytest.mark.django_db
def test_the_pages_say_what_reviewers_thought(staff: Client) -> None:
    version = ruleset_version("adult")
    opinions.count(["ADULT-NEU-03"], version, Verdict.LOWER, NOW)
    opinions.count(["ADULT-CES-01"], version, Verdict.AGREE, NOW)
    opinions.count(["ADULT-CES-01"], "adult-1.1-older0000000", Verdict.HIGHER, NOW)
    page = staff.get("/staff/rules/", {"order": "disagreement"}).content.decode()
    assert "0 right, 0 higher, 1 lower" in page
    assert "1 right, 0 higher, 0 lower" in page
    assert page.index('id="ADULT-NEU-03"') < page.index('id="ADULT-EMG-01"')
    one = staff.get("/staff/rules/rule/ADULT-CES-01/").content.decode()
    assert f"{version} (in use)" in one
    assert "adult-1.1-older0000000" in one
    assert "too few" in one
