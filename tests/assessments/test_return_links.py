"""The link to come back: what opens it, what ends it, and that nothing but its hash is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from assessments import finishing, return_links
from assessments.models import Assessment, ReturnLink, TryCount
from assessments.reference import new_reference, tidy

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
BORN = "1965-03-27"
ANSWERS = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}


def sent(born: str = BORN) -> Assessment:
    contact = {"name": "Invented Person", **({"date_of_birth": born} if born else {})}
    return finishing.submit_complete("adult", ANSWERS, contact, language="en", now=NOW, finished=False)


def opens(token: str, row: Assessment, born: str = BORN, at: datetime = NOW) -> bool:
    return return_links.try_to_open(token, row.reference or "", born, at).link is not None


@pytest.mark.django_db
def test_the_token_opens_with_the_right_details_and_is_stored_nowhere() -> None:
    row = sent()
    token = return_links.make(row, NOW)
    assert len(token) == 22
    assert opens(token, row)
    stored = ReturnLink.objects.values().get()
    assert token not in str(stored)
    assert stored["expires_at"] - stored["created_at"] == timedelta(days=14)
    assert stored["wrong_tries"] == 0


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["bp-{}", "BP {}", "{}", " bP{} "])
def test_a_reference_may_be_typed_as_people_type(typed: str) -> None:
    row = sent()
    token = return_links.make(row, NOW)
    assert row.reference
    code = row.reference.removeprefix("BP-")
    for written in (code, code.replace("-", ""), code.replace("0", "O").replace("1", "l").lower()):
        assert return_links.try_to_open(token, typed.format(written), BORN, NOW).link


@given(st.data())
def test_no_two_references_become_the_same_by_tidying(data: Any) -> None:
    one, other = new_reference(), new_reference()
    assert (tidy(one) == tidy(other)) == (one == other)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("reference", "born"),
    [("", "1965-03-28"), ("", ""), ("BP-0000-000", BORN), ("BP-0000-000", ""), ("--", BORN), ("é", BORN)],
)
def test_with_other_details_it_stays_shut(reference: str, born: str) -> None:
    row = sent()
    token = return_links.make(row, NOW)
    tried = return_links.try_to_open(token, reference or str(row.reference), born, NOW)
    assert tried.link is None
    assert tried.tried == row
    assert ReturnLink.objects.get().wrong_tries == 1


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", BORN])
def test_who_gave_no_date_of_birth_needs_none(typed: str) -> None:
    row = sent(born="")
    token = return_links.make(row, NOW)
    assert opens(token, row, born=typed)
    assert return_links.try_to_open(token, "BP-0000-000", typed, NOW).link is None


@pytest.mark.django_db
def test_after_five_wrong_tries_it_is_dead_also_for_the_right_details() -> None:
    row = sent()
    token = return_links.make(row, NOW)
    for _ in range(4):
        assert not opens(token, row, born="1999-01-01")
    assert opens(token, row)
    assert not opens(token, row, born="1999-01-01")
    assert not opens(token, row)
    assert ReturnLink.objects.get().wrong_tries == 5


@pytest.mark.django_db
def test_it_ends_after_14_days_and_by_hand_and_with_a_new_one() -> None:
    row = sent()
    first = return_links.make(row, NOW)
    assert opens(first, row, at=NOW + timedelta(days=14, seconds=-1))
    assert not opens(first, row, at=NOW + timedelta(days=14))

    second = return_links.make(row, NOW)
    assert not opens(first, row)
    assert opens(second, row)
    assert ReturnLink.objects.count() == 1

    assert return_links.end(row, NOW)
    assert not return_links.end(row, NOW)
    assert not opens(second, row)
    assert return_links.live_among([ReturnLink.objects.get().pk], NOW) == {}


@pytest.mark.django_db
def test_an_unknown_token_takes_as_many_statements_as_wrong_details() -> None:
    row = sent()
    token = return_links.make(row, NOW)

    def shapes(tried: str, at: datetime = NOW) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            assert return_links.try_to_open(tried, str(row.reference), "1999-01-01", at).link is None
        return [query["sql"].split(" WHERE ")[0] for query in queries if "SAVEPOINT" not in query["sql"]]

    known = shapes(token)
    assert len(known) >= 2
    assert shapes("A" * 22) == known
    assert shapes("") == known
    assert shapes(token, NOW + timedelta(days=20)) == known
    return_links.end(row, NOW)
    assert shapes(token) == known


@pytest.mark.django_db
def test_contact_details_that_cannot_be_read_open_nothing_and_break_nothing() -> None:
    row = sent()
    token = return_links.make(row, NOW)
    Assessment.objects.filter(pk=row.pk).update(sealed_contact="v1:lost:AAAA")
    assert not opens(token, row)


@pytest.mark.django_db(transaction=True)
def test_many_tries_at_once_are_not_more_than_five() -> None:
    row = sent()
    token = return_links.make(row, NOW)
    compared: list[str] = []

    def one_try(number: int) -> Any:
        try:
            return return_links.try_to_open(token, str(row.reference), f"19{number + 10}-01-01", NOW)
        finally:
            compared.append(str(number))
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(one_try, range(24)))
    assert len(compared) == 24
    assert not any(result.link for result in results)
    assert ReturnLink.objects.get().wrong_tries == 5
    assert not opens(token, row)


@pytest.mark.django_db(transaction=True)
def test_two_links_made_at_once_leave_one() -> None:
    row = sent()

    def make(_number: int) -> str:
        try:
            return return_links.make(row, NOW)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        tokens = list(pool.map(make, range(8)))
    assert ReturnLink.objects.count() == 1
    assert sum(opens(token, row) for token in tokens) == 1


@pytest.mark.django_db
def test_what_is_over_is_purged_and_what_is_live_stays() -> None:
    make: Callable[[Assessment, datetime], str] = return_links.make
    old, ended, live = sent(), sent(), sent()
    make(old, NOW - timedelta(days=14))
    make(ended, NOW)
    return_links.end(ended, NOW)
    token = make(live, NOW)
    TryCount.objects.create(place="a", hour=NOW - timedelta(hours=3), count=4)
    TryCount.objects.create(place="a", hour=NOW, count=4)

    assert return_links.purge(NOW) == 2
    assert opens(token, live)
    assert [count.hour for count in TryCount.objects.all()] == [NOW]
    assert Assessment.objects.count() == 3
