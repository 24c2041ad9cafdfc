"""What a message says, over a real mail server and a gateway: never who, how urgent or why."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default as policy

import pytest
from django.utils import timezone, translation
from pytest_django import Settings

from assessments.summary.header import level_words
from assessments.text import spoken
from bench.receiver import Receiver
from clinic.models import Alert, Delivery
from clinic.models.notices import AlertKind, Channel, DeliveryState
from clinic.notices.planning import Reach, add_deliveries, plan_due
from clinic.notices.sending import send_due
from clinic.notices.words import words_of
from tests.clinic.noticing import (
    NUMBER,
    Clock,
    MailServer,
    arrived,
    form_arrives,
    never,
    nurse,
    on_duty,
    only_delivery,
)
from triage.model import Level
from triage.pathways import PATHWAYS

CANARY = "Canary-7391"


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    """The clinic's mail server."""
    with MailServer() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_IS_SET_UP, settings.DEFAULT_FROM_EMAIL = True, "intake@clinic.invalid"
        yield running


def sent_mail(server: MailServer) -> EmailMessage:
    """The one mail that the server took."""
    (raw,) = server.mails
    message = email.message_from_string(raw, policy=policy)
    assert isinstance(message, EmailMessage)
    return message


def forbidden_words() -> set[str]:
    """Level names, the words of rules and words on health, in every language of the site."""
    words = {"emergency", "urgent", "same day", "pain", "symptom", "cancer", "self-care", "911", "spine"}
    for language in ("en", "es"):
        with translation.override(language):
            words |= {level_words(level) for level in Level}
            rules = [rule for pathway in PATHWAYS.values() for rule in pathway.rules]
            words |= {text for rule in rules for text in (spoken(rule.patient), spoken(rule.clinician))}
    return words | {level.name.replace("_", " ") for level in Level}


def test_no_message_says_who_how_urgent_or_why() -> None:
    alerts = [Alert(kind=kind, urgent=urgent, count=3) for kind in AlertKind for urgent in (True, False)]
    for alert in alerts:
        for language in ("en", "es"):
            with translation.override(language):
                words = words_of(alert, opens_queue=True)
            said = f"{words.subject} {words.text}".lower()
            found = [word for word in forbidden_words() if word and word.lower() in said]
            assert found == [], f"{alert.kind} says {found}"
            assert "\n" not in words.subject


@pytest.mark.django_db
class TestMail:
    def test_a_mail_that_went_over_the_wire_holds_nothing_of_the_form(self, server: MailServer) -> None:
        clock = Clock()
        on_duty(nurse())
        case = form_arrives(5, canary=CANARY)
        plan_due(clock.now)
        assert send_due(clock, never) == 1
        message, raw = sent_mail(server), server.mails[0]
        body = message.get_content()
        assert message["Subject"] == "A new form is waiting at Demo clinic (not configured). Please look now."
        assert body.strip() == f"{message['Subject']} Open: http://localhost:8000/staff/"
        assert message["Message-ID"] == f"<{only_delivery().pk}@localhost>"
        assert (message["From"], message["To"]) == ("intake@clinic.invalid", "invented.nurse@clinic.invalid")
        assert message["Auto-Submitted"] == "auto-generated"
        for secret in (CANARY, str(case.assessment.reference), str(case.pk), "collapse", "555"):
            assert secret not in raw

    def test_a_mail_that_is_not_urgent_does_not_hurry(self, server: MailServer) -> None:
        clock = Clock()
        on_duty(nurse(), level=1)
        form_arrives(2)
        plan_due(clock.now)
        send_due(clock, never)
        assert "now" not in sent_mail(server).get_content()

    def test_several_mails_go_over_one_connection_each_with_its_own_id(self, server: MailServer) -> None:
        clock = Clock()
        for number in range(3):
            on_duty(nurse(f"invented.nurse.{number}"))
        form_arrives()
        plan_due(clock.now)
        assert send_due(clock, never) == 3
        ids = {re.search(r"Message-ID: (\S+)", raw).group(1) for raw in server.mails}  # type: ignore[union-attr]
        assert len(ids) == 3

    @pytest.mark.parametrize(
        ("verb", "reply", "problem"),
        [
            ("RCPT", b"550 no such user", "refused:550"),
            ("MAIL", b"451 busy", "refused:451"),
            ("DATA", b"554 no", "refused:554"),
            ("EHLO", b"421 away", "refused"),
        ],
    )
    def test_a_server_that_refuses_is_asked_again_later_with_the_same_message_id(
        self, server: MailServer, verb: str, reply: bytes, problem: str
    ) -> None:
        clock = Clock()
        on_duty(nurse())
        form_arrives()
        plan_due(clock.now)
        server.refuse[verb] = reply
        if verb == "EHLO":
            server.refuse["HELO"] = reply
        assert send_due(clock, never) == 0
        row = only_delivery()
        assert row.state == DeliveryState.PENDING
        assert row.problem.startswith(problem)
        assert "user" not in row.problem
        server.refuse.clear()
        clock.pass_by(minutes=1)
        assert send_due(clock, never) == 1
        assert sent_mail(server)["Message-ID"] == f"<{row.pk}@localhost>"

    def test_a_server_that_hangs_up_after_taking_the_mail_is_sent_it_again_with_the_same_id(
        self, server: MailServer
    ) -> None:
        clock = Clock()
        on_duty(nurse())
        form_arrives()
        plan_due(clock.now)
        server.hang_up_after = "DATA"
        assert send_due(clock, never) == 0
        server.hang_up_after = ""
        clock.pass_by(minutes=1)
        assert send_due(clock, never) == 1
        ids = [email.message_from_string(raw)["Message-ID"] for raw in server.mails]
        assert ids == [f"<{only_delivery().pk}@localhost>"] * 2

    def test_no_server_is_a_try_that_failed(self, settings: Settings, server: MailServer) -> None:
        clock = Clock()
        on_duty(nurse())
        form_arrives()
        plan_due(clock.now)
        settings.EMAIL_PORT = 9
        assert send_due(clock, never) == 0
        assert only_delivery().problem == "unreachable"


@pytest.mark.django_db
def test_a_text_holds_nothing_of_the_form(settings: Settings) -> None:
    clock = Clock()
    with Receiver() as receiver:
        settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_KEY = receiver.url, "invented-key"
        on_duty(nurse(phone=NUMBER), Channel.TEXT)
        case = form_arrives(4, canary=CANARY)
        plan_due(clock.now)
        assert send_due(clock, never) == 1
    (post,) = receiver.posts
    assert set(post.body) == {"to", "text", "id"}
    assert CANARY not in str(post)
    assert str(case.assessment.reference) not in str(post)
    assert len(post.body["text"]) <= 160, "one text message"


@pytest.mark.django_db
def test_a_digest_says_only_how_many(server: MailServer) -> None:
    clock, user = Clock(), nurse()
    alert = Alert.objects.create(event_key="digest:1:email:x", kind=AlertKind.DIGEST, count=7, at=clock.now)
    add_deliveries(alert, [Reach(user.pk, Channel.EMAIL)], clock.now)
    assert send_due(clock, never) == 1
    assert sent_mail(server).get_content().startswith("7 new forms are waiting at")


@pytest.mark.django_db
def test_an_admin_who_opens_no_queue_is_led_to_a_page_that_opens() -> None:
    on_duty(nurse())
    alert = arrived(form_arrives(at=timezone.now()))
    assert words_of(alert, opens_queue=False).text.endswith("/staff/notices/")
    assert Delivery.objects.count() == 0
