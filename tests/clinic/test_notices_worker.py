"""The worker as a process: killed, stopped, without a database; and one round by hand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone
from pytest_django import Settings

from bench.notices_kill import drill, gateway_environment
from bench.receiver import Receiver
from clinic.models import Alert, Delivery, WorkerBeat
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.notices.worker import Worker
from tests.clinic.noticing import NUMBER, form_arrives, nurse, on_duty

ROOT = Path(__file__).parents[2]


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    """The clinic's gateway for text messages."""
    with Receiver() as running:
        settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_KEY = running.url, "invented-key"
        yield running


def environment(receiver: Receiver) -> dict[str, str]:
    """What a worker needs to work on the database of this test."""
    database = connection.settings_dict
    url = f"sqlite:///{database['NAME']}"
    if connection.vendor == "postgresql":
        url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    own = {
        "DJANGO_SETTINGS_MODULE": "bench.notices_settings",
        "BENCH_FOLDER": "",
        "DATABASE_URL": url,
    }
    return dict(os.environ) | own | gateway_environment(receiver)


@pytest.mark.django_db(transaction=True)
def test_workers_killed_in_the_middle_lose_and_double_nothing(receiver: Receiver) -> None:
    result = drill(environment(receiver), receiver, rounds=2, forms=3)
    assert result.killed > 0
    assert result.is_well, result.line()
    assert result.received == result.expected == 24


@pytest.mark.django_db(transaction=True)
def test_term_lets_the_message_that_is_being_sent_be_finished(receiver: Receiver) -> None:
    for number in range(3):
        on_duty(nurse(f"invented.{number}", phone=NUMBER, email=False), Channel.TEXT)
    form_arrives()
    receiver.pause = 1.0
    worker = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=environment(receiver))
    try:
        end = time.monotonic() + 30
        while not receiver.posts and time.monotonic() < end:
            time.sleep(0.02)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(20) == 0
    finally:
        worker.kill()
        worker.wait()
    states = sorted(Delivery.objects.values_list("state", flat=True))
    assert states == [DeliveryState.PENDING, DeliveryState.PENDING, DeliveryState.SENT]
    assert len(receiver.posts) == 1


@pytest.mark.django_db
class TestRounds:
    def test_one_round_by_hand_does_all_there_is(self, receiver: Receiver) -> None:
        on_duty(nurse(phone=NUMBER, email=False), Channel.TEXT)
        form_arrives(at=timezone.now() - timedelta(hours=1))
        call_command("worker", "--once")
        kinds = set(Delivery.objects.filter(state=DeliveryState.SENT).values_list("alert__kind", flat=True))
        assert kinds == {AlertKind.ARRIVED, AlertKind.LATE}
        assert WorkerBeat.objects.get().at > timezone.now() - timedelta(minutes=1)

    def test_without_a_database_it_waits_and_goes_on(self, receiver: Receiver) -> None:
        worker = Worker()
        with (
            patch("clinic.notices.worker.wake_due", side_effect=OperationalError("down")),
            patch("clinic.notices.worker.connection.close"),
        ):
            assert worker.round() is False
        with (
            patch("clinic.notices.worker.health.beat", side_effect=OperationalError("down")),
            patch("clinic.notices.worker.connection.close"),
        ):
            assert Worker().round() is False
        assert worker.round() is True

    def test_one_round_by_hand_says_so(self) -> None:
        with (
            patch("clinic.notices.worker.health.beat", side_effect=OperationalError("down")),
            patch("clinic.notices.worker.connection.close"),
            pytest.raises(CommandError, match="database"),
        ):
            call_command("worker", "--once")

    def test_a_step_that_fails_does_not_hold_up_the_others(self, receiver: Receiver) -> None:
        on_duty(nurse(phone=NUMBER, email=False), Channel.TEXT)
        form_arrives()
        with patch("clinic.notices.worker.wake_due", side_effect=RuntimeError("made to fail")):
            assert Worker().round() is True
        assert len(receiver.posts) == 1

    def test_an_alert_that_cannot_be_planned_does_not_hold_up_the_others(self, receiver: Receiver) -> None:
        from clinic.notices import planning

        on_duty(nurse(phone=NUMBER, email=False), Channel.TEXT)
        bad = form_arrives()
        form_arrives()
        real = planning.plan

        def plan(alert: Alert, *args: object) -> bool:
            if alert.case_id == bad.pk:
                raise ValueError("made to fail")
            return real(alert, *args)  # type: ignore[arg-type]

        with patch.object(planning, "plan", plan):
            assert Worker().round() is True
        assert len(receiver.posts) == 1
        Worker().round()
        assert len(receiver.posts) == 2

    def test_it_rests_in_naps_so_that_it_can_be_stopped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        worker = Worker()
        slept: list[float] = []
        real = time.sleep

        def nap(seconds: float) -> None:
            slept.append(seconds)
            real(seconds)

        monkeypatch.setattr("clinic.notices.worker.ROUND_SECONDS", 0.3)
        monkeypatch.setattr("clinic.notices.worker.JITTER_SECONDS", 0)
        monkeypatch.setattr("clinic.notices.worker.time.sleep", nap)
        worker._rest()
        assert 1 <= len(slept) <= 3
        worker.stop()
        slept.clear()
        worker._rest()
        assert slept == []
