"""Where messages to staff go out: a mail server and a gateway for text messages, from the environment.

Both are named by a full address, and both are reached over TLS unless they run on this machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
ON_TERMINAL = "django.core.mail.backends.console.EmailBackend"
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class MailServer:
    """Django's settings for mail. `backend` is "" where nothing was configured."""

    backend: str = ""
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False

    @property
    def is_only_shown(self) -> bool:
        """Whether mail is shown on the terminal and reaches nobody."""
        return self.backend == ON_TERMINAL


def mail_server(url: str, *, local: bool) -> MailServer:
    """The server in `url`; "" is none. ValueError, whose text goes on after "EMAIL_URL", for anything wrong.

    `smtp:` begins in the clear and must change to TLS (STARTTLS), `smtps:` is TLS from the start. Only to
    this machine `smtp:` stays in the clear. `console:` shows mail on the terminal (`local` only).
    """
    if not url:
        return MailServer()
    if url == "console:" and local:
        return MailServer(backend=ON_TERMINAL)
    scheme, host, port, user, password = _parts(url)
    on_this_machine = host in THIS_MACHINE
    return MailServer(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=host,
        port=port,
        user=user,
        password=password,
        starts_tls=scheme == "smtp" and not on_this_machine,
        is_tls=scheme == "smtps",
    )


def _parts(url: str) -> tuple[str, str, int, str, str]:
    wrong = "must be smtp://user:password@host:587 or smtps://user:password@host:465"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(wrong) from None
    if parts.scheme not in PORTS or not host or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(wrong)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if bool(user) != bool(password):
        raise ValueError("must name both a user and a password, or neither")
    return parts.scheme, host, port or PORTS[parts.scheme], user, password


def check_gateway(url: str, key: str, *, local: bool) -> None:
    """ValueError, whose text goes on after "SMS_GATEWAY_", for an address or a key that cannot be used."""
    if not url:
        if key:
            raise ValueError("KEY is set without SMS_GATEWAY_URL")
        return
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.username or parts.fragment or not url.isascii() or not url.isprintable():
        raise ValueError("URL must be a full address such as https://sms.example.com/send")
    if parts.scheme != "https" and not (parts.scheme == "http" and local and host in THIS_MACHINE):
        raise ValueError("URL must start with https:// (http:// only for this machine, with LOCAL_HTTP=1)")
    if not key:
        raise ValueError("KEY is missing: the key that the gateway knows this site by")
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ValueError("KEY must be plain characters without blanks")
