"""Sending over a gateway: taken once, tried again after every kind of failure, and others told meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from unittest.mock import patch

import pytest
from django.core import mail
from django.db import OperationalError, connection
from django.db.models import QuerySet
from pytest_django import Settings

from assessments.models import Assessment
from bench.receiver import Receiver, accept, answer
from clinic.models import Case, Delivery, Member
from clinic.models.notices import Channel, DeliveryState
from clinic.models.staff import Role
from clinic.notices import gateway
from clinic.notices.mail import Mailer
from clinic.notices.planning import Reach, add_deliveries, plan_due
from clinic.notices.sending import BACK_OFF, MOST_TRIES, send_due, try_again
from tests.clinic.noticing import (
    NUMBER,
    Clock,
    arrived,
    form_arrives,
    never,
    nurse,
    on_duty,
    only_delivery,
    told,
)

TEXT = Channel.TEXT


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    """The clinic's gateway for text messages."""
    with Receiver() as running:
        settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_KEY = running.url, "invented-key"
        yield running


@pytest.fixture
def clock() -> Clock:
    """The time of the test."""
    return Clock()


def planned(clock: Clock, *, level: int = 5) -> Case:
    """One nurse on duty by text, one form, planned."""
    on_duty(nurse(phone=NUMBER, email=False), TEXT)
    case = form_arrives(level, at=clock.now)
    plan_due(clock.now)
    return case


@pytest.mark.django_db
class TestTheGateway:
    def test_a_text_goes_out_once_with_its_key(self, receiver: Receiver, clock: Clock) -> None:
        planned(clock)
        assert send_due(clock, never) == 1
        assert send_due(clock, never) == 0
        row = only_delivery()
        (post,) = receiver.posts
        assert post.key == post.body["id"] == str(row.pk)
        assert post.authorization == "Bearer invented-key"
        assert post.body["to"] == "5555550142"
        assert (row.state, row.sent_at, row.problem, row.tries) == (DeliveryState.SENT, clock.now, "", 1)

    @pytest.mark.parametrize(
        ("behave", "problem"),
        [
            (lambda handler: answer(handler, 500, b"<html>no"), "refused:500"),
            (lambda handler: answer(handler, 401), "refused:401"),
            (lambda handler: answer(handler, 302, Location="http://127.0.0.1:1/else"), "redirected:302"),
            (lambda handler: handler.wfile.write(b"\x00\xffgarbage\r\n\r\n"), "not_understood"),
            (lambda handler: handler.connection.close(), "unreachable"),
        ],
        ids=["500", "401", "redirect", "garbage", "hangs up"],
    )
    def test_what_a_gateway_does_wrong_is_tried_again_under_the_same_key(
        self,
        receiver: Receiver,
        clock: Clock,
        behave: Callable[[BaseHTTPRequestHandler], None],
        problem: str,
    ) -> None:
        planned(clock)
        receiver.behave = behave
        assert send_due(clock, never) == 0
        row = only_delivery()
        assert (row.state, row.problem, row.tries) == (DeliveryState.PENDING, problem, 1)
        assert row.not_before == clock.now + timedelta(minutes=1)
        assert send_due(clock, never) == 0, "not before its time"
        assert len(receiver.posts) == 1
        clock.pass_by(minutes=1)
        receiver.behave = accept
        assert send_due(clock, never) == 1
        assert set(receiver.keys) == {str(row.pk)}
        assert len({repr(post.body) for post in receiver.posts}) == 1, "word for word the same"

    def test_an_answer_of_any_length_is_not_read(self, receiver: Receiver, clock: Clock) -> None:
        planned(clock)
        receiver.behave = lambda handler: answer(handler, 202, b"x" * 5_000_000)
        assert send_due(clock, never) == 1

    def test_a_gateway_that_does_not_answer_is_a_failure_in_time(
        self, receiver: Receiver, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(gateway, "WAIT_SECONDS", 0.2)
        planned(clock)
        receiver.behave = lambda _handler: time.sleep(1)
        assert send_due(clock, never) == 0
        assert only_delivery().problem == "timeout"

    def test_a_gateway_that_answers_a_byte_now_and_then_is_cut_off(
        self, receiver: Receiver, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(gateway, "MOST_SECONDS", 0.5)

        def drip(handler: BaseHTTPRequestHandler) -> None:
            for _ in range(100):
                handler.wfile.write(b"H")
                time.sleep(0.05)

        planned(clock)
        receiver.behave = drip
        began = time.monotonic()
        assert send_due(clock, never) == 0
        assert time.monotonic() - began < 3
        assert only_delivery().tries == 1

    def test_nobody_listens_and_the_rest_of_the_channel_waits_for_the_next_round(
        self, settings: Settings, clock: Clock
    ) -> None:
        settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_KEY = "http://127.0.0.1:9/send", "invented-key"
        for number in range(3):
            on_duty(nurse(f"invented.nurse.{number}", phone=NUMBER, email=False), TEXT)
        form_arrives(at=clock.now)
        plan_due(clock.now)
        send_due(clock, never)
        assert sorted(Delivery.objects.values_list("tries", flat=True)) == [0, 0, 1]

    def test_texts_go_out_while_much_mail_waits_for_a_server_that_is_down(
        self, receiver: Receiver, settings: Settings, clock: Clock
    ) -> None:
        settings.EMAIL_IS_SET_UP = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        by_mail = [nurse(f"by.mail.{number}") for number in range(20)]
        for _ in range(6):
            alert = arrived(form_arrives(at=clock.now))
            add_deliveries(alert, [Reach(user.pk, Channel.EMAIL) for user in by_mail], clock.now)
        clock.pass_by(minutes=5)
        by_text = nurse("by.text", phone=NUMBER, email=False)
        add_deliveries(arrived(form_arrives(2, at=clock.now)), [Reach(by_text.pk, TEXT)], clock.now)
        with patch("clinic.notices.sending.Mailer.call", autospec=True, side_effect=Mailer.call) as calls:
            assert send_due(clock, never) == 1
        assert len(receiver.posts) == 1
        assert calls.call_count == 1, "the server that is down costs one try to connect"

    def test_a_new_form_is_not_held_up_by_those_that_were_tried_in_vain(
        self, receiver: Receiver, settings: Settings, clock: Clock
    ) -> None:
        settings.EMAIL_IS_SET_UP = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        on_duty(nurse(phone=NUMBER))
        for _ in range(5):
            form_arrives(at=clock.now)
        plan_due(clock.now)
        Delivery.objects.update(tries=1)
        new = arrived(form_arrives(at=clock.pass_by(minutes=5)))
        plan_due(clock.now)
        send_due(clock, never)
        assert told(new) == {("invented.nurse", "email"), ("invented.nurse", "text")}
        assert send_due(clock, never) == 1

    def test_after_the_last_try_it_failed_and_can_be_tried_again(
        self, receiver: Receiver, clock: Clock
    ) -> None:
        planned(clock)
        receiver.behave = lambda handler: answer(handler, 503)
        for wait in (*BACK_OFF, 1):
            send_due(clock, never)
            clock.pass_by(minutes=wait)
        row = only_delivery()
        assert (row.state, row.tries) == (DeliveryState.FAILED, MOST_TRIES)
        clock.pass_by(days=1)
        receiver.behave = accept
        assert send_due(clock, never) == 0
        assert try_again(row.pk, clock.now)
        assert not try_again(row.pk, clock.now), "it waits already"
        assert send_due(clock, never) == 1
        assert set(receiver.keys) == {str(row.pk)}


@pytest.mark.django_db
class TestSomebodyIsTold:
    def test_after_one_failure_by_the_other_channel(
        self, receiver: Receiver, clock: Clock, settings: Settings
    ) -> None:
        settings.EMAIL_IS_SET_UP = True
        on_duty(nurse(phone=NUMBER), TEXT)
        nurse("another")
        alert = arrived(form_arrives(at=clock.now))
        plan_due(clock.now)
        receiver.behave = lambda handler: answer(handler, 500)
        send_due(clock, never)
        assert told(alert) == {("invented.nurse", "text"), ("invented.nurse", "email")}
        send_due(clock, never)
        assert len(mail.outbox) == 1

    def test_after_two_failures_the_next_people_too(self, receiver: Receiver, clock: Clock) -> None:
        on_duty(nurse("first", phone=NUMBER, email=False), TEXT)
        on_duty(nurse("second", phone=NUMBER, email=False), TEXT, level=4, days="", start="00:00")
        alert = arrived(form_arrives(at=clock.now))
        plan_due(clock.now)
        assert told(alert) == {("first", "text")}
        receiver.behave = lambda handler: answer(handler, 500)
        send_due(clock, never)
        assert told(alert) == {("first", "text")}
        clock.pass_by(minutes=1)
        send_due(clock, never)
        assert told(alert) == {("first", "text"), ("second", "text")}

    def test_nobody_else_while_a_colleague_was_told(self, receiver: Receiver, clock: Clock) -> None:
        on_duty(nurse("first", phone=NUMBER, email=False), TEXT)
        on_duty(nurse("second", phone="555 555 0143", email=False), TEXT)
        nurse("third", phone=NUMBER, email=False)
        alert = arrived(form_arrives(at=clock.now))
        plan_due(clock.now)

        def half(handler: BaseHTTPRequestHandler) -> None:
            answer(handler, 500 if receiver.posts[-1].body["to"].endswith("42") else 200)

        receiver.behave = half
        for _ in range(3):
            send_due(clock, never)
            clock.pass_by(minutes=10)
        assert {name for name, _channel in told(alert)} == {"first", "second"}

    @pytest.mark.parametrize("loss", ["role", "account", "number"])
    def test_who_may_not_be_told_any_more_is_not_and_somebody_else_is(
        self, receiver: Receiver, clock: Clock, loss: str
    ) -> None:
        case = planned(clock)
        nurse("another", phone="555 555 0199", email=False)
        user = nurse()
        if loss == "role":
            Member.objects.filter(user=user).update(roles=Role.AUDITOR)
        elif loss == "account":
            user.is_active = False
            user.save()
        else:
            Member.objects.filter(user=user).update(sealed_phone="")
        assert send_due(clock, never) == 0
        assert receiver.posts == []
        dropped = Delivery.objects.get(user=user)
        assert dropped.state == DeliveryState.DROPPED
        assert dropped.problem == ("no_address" if loss == "number" else "no_role")
        assert told(arrived(case)) == {("invented.nurse", "text"), ("another", "text")}
        assert send_due(clock, never) == 1

    def test_a_form_that_was_read_before_the_message_went_out_needs_none(
        self, receiver: Receiver, clock: Clock
    ) -> None:
        planned(clock)
        Case.objects.update(first_read_at=clock.now)
        assert send_due(clock, never) == 0
        assert (only_delivery().state, only_delivery().problem) == (DeliveryState.DROPPED, "settled")
        assert receiver.posts == []

    def test_a_form_that_is_deleted_takes_its_messages_with_it(
        self, receiver: Receiver, clock: Clock
    ) -> None:
        planned(clock)
        Assessment.objects.all().delete()
        assert send_due(clock, never) == 0
        assert not Delivery.objects.exists()
        assert receiver.posts == []

    def test_a_form_that_is_deleted_while_its_message_is_sent_is_no_error(
        self, receiver: Receiver, clock: Clock
    ) -> None:
        planned(clock)

        with patch(
            "clinic.notices.sending.send_text", side_effect=lambda *_args: Assessment.objects.all().delete()
        ):
            assert send_due(clock, never) == 1
        assert not Delivery.objects.exists()


@pytest.mark.django_db
class TestClaims:
    def test_a_message_of_a_worker_that_died_is_sent_again_under_the_same_key_when_its_lease_is_over(
        self, receiver: Receiver, clock: Clock, settings: Settings
    ) -> None:
        planned(clock)
        with patch("clinic.notices.sending._sent", side_effect=SystemExit), pytest.raises(SystemExit):
            send_due(clock, never)
        assert only_delivery().state == DeliveryState.SENDING
        assert send_due(clock, never) == 0
        clock.pass_by(seconds=settings.NOTICE_LEASE_SECONDS)
        assert send_due(clock, never) == 1
        assert receiver.keys == [str(only_delivery().pk)] * 2

    @pytest.mark.parametrize("back", [{"hours": -5}, {"days": -400}, {"minutes": -90}])
    def test_a_clock_that_is_set_back_leaves_nothing_lying(
        self, receiver: Receiver, clock: Clock, back: dict[str, float]
    ) -> None:
        planned(clock)
        clock.pass_by(**back)
        assert send_due(clock, never) == 1, "planned in what is now the future"

    def test_a_try_and_a_lease_of_the_future_are_not_waited_for(
        self, receiver: Receiver, clock: Clock
    ) -> None:
        planned(clock)
        Delivery.objects.update(tries=1, not_before=clock.now + timedelta(days=1))
        assert send_due(clock, never) == 1
        Delivery.objects.update(state=DeliveryState.SENDING, leased_until=clock.now + timedelta(days=1))
        assert send_due(clock, never) == 1

    def test_a_message_that_was_sent_stays_sent_whatever_a_slower_worker_says(
        self, receiver: Receiver, clock: Clock
    ) -> None:
        from clinic.notices.sending import _failed, claim

        planned(clock)
        slow = only_delivery()
        assert claim(slow, clock.now)
        clock.pass_by(minutes=5)
        assert send_due(clock, never) == 1
        _failed(slow, "timeout", clock.now)
        assert only_delivery().state == DeliveryState.SENT

    def test_noting_that_it_was_sent_is_kept_at_while_the_database_is_busy(
        self, receiver: Receiver, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        planned(clock)
        monkeypatch.setattr("clinic.notices.sending.NOTE_AGAIN_AFTER", (0, 0))
        monkeypatch.setattr("clinic.notices.sending.connection.close", lambda: None)
        real, busy = QuerySet.update, [2]

        def update(rows: QuerySet[Delivery], **values: object) -> int:
            if values.get("state") == DeliveryState.SENT and busy[0]:
                busy[0] -= 1
                raise OperationalError("database is locked")
            return real(rows, **values)

        with patch.object(QuerySet, "update", update):
            assert send_due(clock, never) == 1
        assert only_delivery().state == DeliveryState.SENT
        assert len(receiver.posts) == 1

    def test_a_stopping_worker_sends_nothing_more(self, receiver: Receiver, clock: Clock) -> None:
        planned(clock)
        assert send_due(clock, lambda: True) == 0
        assert only_delivery().state == DeliveryState.PENDING


@pytest.mark.django_db(transaction=True)
def test_several_workers_at_once_send_each_message_once(receiver: Receiver, clock: Clock) -> None:
    for number in range(5):
        on_duty(nurse(f"invented.nurse.{number}", phone=NUMBER, email=False), TEXT)
    for _ in range(4):
        form_arrives(at=clock.now)
    plan_due(clock.now)
    barrier, counts = threading.Barrier(3), []

    def worker() -> None:
        try:
            barrier.wait()
            counts.append(send_due(clock, never))
        finally:
            connection.close()

    threads = [threading.Thread(target=worker) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 20
    assert len(receiver.keys) == len(set(receiver.keys)) == 20
