"""Who has begun a check and comes back to the start page is led back to it. Everybody is invented."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.models.sql.compiler import SQLCompiler
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessments.models import Assessment
from tests.clinic.profiles import holds

pytestmark = pytest.mark.django_db
GO_ON = "You have begun a check: go on with it"


def page(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


@pytest.fixture
def begun(client: Client) -> Client:
    assert client.post("/begin/", {"who": "self"}).status_code == 302
    return client


def test_a_begun_check_is_linked_and_the_link_leads_into_it(begun: Client) -> None:
    shown = page(begun)
    assert GO_ON in shown
    assert 'href="/f/1/now/"' in shown
    answer = begun.get("/f/1/now/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/f/1/")
    assert begun.get(answer["Location"]).status_code == 200


def test_the_last_one_of_several_is_linked(begun: Client) -> None:
    begun.post("/begin/", {"who": "child"})
    assert 'href="/f/2/now/"' in page(begun)
    Assessment.objects.order_by("created_at").last().delete()  # type: ignore[union-attr]
    assert 'href="/f/1/now/"' in page(begun)


def test_while_paused_only_who_has_begun_is_told_so(begun: Client) -> None:
    holds(intake="paused")
    assert GO_ON in page(begun)
    other = page(Client())
    assert "You cannot begin a new check now" in other
    assert "begun a check" not in other


def test_nobody_else_and_nobody_later_is_told(begun: Client) -> None:
    assert GO_ON not in page(Client())
    begun.get("/leave/")
    assert GO_ON not in page(begun)


def test_what_was_deleted_or_sent_is_not_linked(begun: Client) -> None:
    Assessment.objects.all().delete()
    assert GO_ON not in page(begun)


def test_it_costs_at_most_two_statements_and_none_for_who_is_new(begun: Client) -> None:
    page(begun)  # what the site remembers for some seconds
    with CaptureQueriesContext(connection) as asked:
        page(begun)
    assert len(asked) <= 2, [query["sql"] for query in asked]
    with CaptureQueriesContext(connection) as asked:
        page(Client())
    assert len(asked) == 0


def test_while_the_database_is_down_the_page_is_there_without_it(
    begun: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_given: Any, **_more: Any) -> None:
        raise OperationalError("invented")

    monkeypatch.setattr(SQLCompiler, "execute_sql", down)
    assert GO_ON not in page(begun)
