"""A value from the database that pages remember."""

from __future__ import annotations

import itertools
import threading
import time

import pytest
from django.db import OperationalError

from tests.conftest import REALLY_ASK
from triage_site import live
from triage_site.live import Live


@pytest.fixture(autouse=True)
def _really_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests have no database and load from a list instead."""
    monkeypatch.setattr(Live, "_ask", REALLY_ASK)


def test_it_is_asked_once_and_again_when_it_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = itertools.count(1)
    value = Live(lambda: next(numbers), lambda: 0)
    assert [value(), value()] == [1, 1]
    monkeypatch.setattr(live, "FRESH_SECONDS", -1.0)
    assert value() == 2


def test_the_last_known_value_stays_while_the_database_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["known"])

    def load() -> str:
        for answer in answers:
            return answer
        raise OperationalError("down")

    value = Live(load, lambda: "environment")
    assert value() == "known"
    monkeypatch.setattr(live, "FRESH_SECONDS", -1.0)
    assert value() == "known"


def test_a_database_that_was_never_there_is_asked_once_in_a_while() -> None:
    asked: list[int] = []

    def load() -> str:
        asked.append(1)
        raise OperationalError("down")

    value = Live(load, lambda: "environment")
    assert [value(), value()] == ["environment", "environment"]
    assert len(asked) == 1


def test_who_comes_during_the_first_question_waits_for_its_answer() -> None:
    asked: list[int] = []

    def load() -> str:
        asked.append(1)
        time.sleep(0.05)
        return "known"

    value = Live(load, lambda: "environment")
    seen: list[str] = []
    threads = [threading.Thread(target=lambda: seen.append(value())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == ["known"] * 8
    assert len(asked) == 1


def test_who_has_an_old_value_does_not_wait_while_the_database_hangs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_answer = threading.Event()
    answers = iter(["old"])

    def load() -> str:
        for answer in answers:
            return answer
        may_answer.wait(5)
        return "new"

    value = Live(load, lambda: "environment")
    assert value() == "old"
    value.forget()
    asking = threading.Thread(target=value)
    asking.start()
    while not value._lock.locked():
        time.sleep(0.001)
    assert value() == "old"
    may_answer.set()
    asking.join()
    assert value() == "new"


def test_a_change_that_was_saved_here_does_not_lose_what_was_known() -> None:
    answers = iter(["known"])

    def load() -> str:
        for answer in answers:
            return answer
        raise OperationalError("down")

    value = Live(load, lambda: "environment")
    assert value() == "known"
    value.forget()
    assert value() == "known"
