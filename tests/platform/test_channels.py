"""Where messages to staff go out: what the environment may say, and what stops the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.platform.conftest import PRODUCTION
from triage_site.environment import BadEnvironment

Read = Callable[[dict[str, str]], dict[str, Any]]
MAIL = {"EMAIL_URL": "smtp://intake:p%40ss@mail.clinic.example:587", "EMAIL_FROM": "intake@clinic.example"}
LOCAL = {name: value for name, value in PRODUCTION.items() if name != "ALLOWED_HOSTS"} | {"LOCAL_HTTP": "1"}


def test_nothing_is_set_up_until_somebody_does(read_settings: Read) -> None:
    settings = read_settings(PRODUCTION)
    assert settings["EMAIL_IS_SET_UP"] is False
    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.dummy.EmailBackend"
    assert settings["SMS_GATEWAY_URL"] == ""
    assert settings["STAFF_ADDRESS"] == "https://intake.clinic.example"


def test_a_mail_server_far_away_is_spoken_to_over_tls(read_settings: Read) -> None:
    settings = read_settings(PRODUCTION | MAIL)
    assert settings["EMAIL_IS_SET_UP"] is True
    assert settings["EMAIL_IS_ONLY_SHOWN"] is False
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("mail.clinic.example", 587)
    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("intake", "p@ss")
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (True, False)
    assert "EMAIL_URL" not in settings, "the password stands in one place only"
    tls = read_settings(PRODUCTION | MAIL | {"EMAIL_URL": "smtps://mail.clinic.example"})
    assert (tls["EMAIL_PORT"], tls["EMAIL_USE_TLS"], tls["EMAIL_USE_SSL"]) == (465, False, True)


def test_a_relay_on_this_machine_needs_no_tls(read_settings: Read) -> None:
    settings = read_settings(PRODUCTION | MAIL | {"EMAIL_URL": "smtp://localhost:25"})
    assert (settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"]) == (25, False)


def test_mail_on_the_terminal_is_for_ones_own_machine(read_settings: Read) -> None:
    on_terminal = MAIL | {"EMAIL_URL": "console:"}
    shown = read_settings(LOCAL | on_terminal)
    assert shown["EMAIL_IS_SET_UP"] is True
    assert shown["EMAIL_IS_ONLY_SHOWN"] is True
    with pytest.raises(BadEnvironment, match="EMAIL_URL must be smtp://"):
        read_settings(PRODUCTION | on_terminal)


@pytest.mark.parametrize(
    "url",
    [
        "mail.clinic.example",
        "http://mail.clinic.example",
        "smtp://",
        "smtp://host:0x1",
        "smtp://host:99999",
        "smtp://host/box",
        "smtp://host?tls=no",
        "smtp://intake@host",
        "smtp://:secret-word@host",
    ],
)
def test_a_wrong_mail_server_stops_the_start_without_repeating_the_secret(
    read_settings: Read, url: str
) -> None:
    with pytest.raises(BadEnvironment) as caught:
        read_settings(PRODUCTION | MAIL | {"EMAIL_URL": url})
    assert "EMAIL_URL must" in str(caught.value)
    assert "secret-word" not in str(caught.value)


@pytest.mark.parametrize("sender", ["", "intake", "intake@clinic.example\nBcc: x@y.example"])
def test_mail_needs_an_address_that_it_comes_from(read_settings: Read, sender: str) -> None:
    with pytest.raises(BadEnvironment, match="EMAIL_FROM"):
        read_settings(PRODUCTION | MAIL | {"EMAIL_FROM": sender})


def test_a_gateway_has_an_https_address_and_a_key(read_settings: Read) -> None:
    gateway = {"SMS_GATEWAY_URL": "https://sms.example/send?line=1", "SMS_GATEWAY_KEY": "invented"}
    settings = read_settings(PRODUCTION | gateway)
    assert settings["SMS_GATEWAY_URL"] == gateway["SMS_GATEWAY_URL"]
    near = {"SMS_GATEWAY_URL": "http://127.0.0.1:8099/", "SMS_GATEWAY_KEY": "invented"}
    assert read_settings(LOCAL | near)["SMS_GATEWAY_KEY"] == "invented"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"SMS_GATEWAY_URL": "http://sms.example/"}, "must start with https://"),
        ({"SMS_GATEWAY_URL": "http://127.0.0.1/"}, "must start with https://"),
        ({"SMS_GATEWAY_URL": "https://"}, "must be a full address"),
        ({"SMS_GATEWAY_URL": "https://a:b@sms.example/"}, "must be a full address"),
        ({"SMS_GATEWAY_URL": "https://sms.example:port/"}, "must be a full address"),
        ({"SMS_GATEWAY_KEY": ""}, "SMS_GATEWAY_KEY is missing"),
        ({"SMS_GATEWAY_KEY": "two words"}, "without blanks"),
        ({"SMS_GATEWAY_KEY": "one\r\nX-Injected: 1"}, "SMS_GATEWAY_KEY must be plain characters"),
        ({"SMS_GATEWAY_URL": ""}, "SMS_GATEWAY_KEY is set without SMS_GATEWAY_URL"),
    ],
)
def test_a_wrong_gateway_stops_the_start(read_settings: Read, wrong: dict[str, str], words: str) -> None:
    gateway = {"SMS_GATEWAY_URL": "https://sms.example/send", "SMS_GATEWAY_KEY": "invented"}
    with pytest.raises(BadEnvironment, match=words):
        read_settings(PRODUCTION | gateway | wrong)
