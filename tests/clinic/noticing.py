"""An invented clinic whose staff are told: people, hours, cases, and a mail server on this machine."""

from __future__ import annotations

import socketserver
import threading
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from types import TracebackType
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from assessments.finishing import submit_complete
from clinic.models import Alert, Case, Delivery, Duty, Member
from clinic.models.notices import AlertKind, Channel
from clinic.models.staff import Role
from tests.clinic.staffing import member
from triage.examples import with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS

NUMBER = "555 555 0142"
# Answers by the level that they give.
ANSWERS = {5: "em_now=collapse", 4: "em_now=not_sure", 3: "pain_now=9", 2: "pain_now=5"}


def nurse(name: str = "invented.nurse", *roles: Role, phone: str = "", email: bool = True) -> User:
    """A member, told by mail unless the address is left out; by text too with a number."""
    user = member(name, *roles)
    if not email:
        User.objects.filter(pk=user.pk).update(email="")
    if phone:
        row = Member.objects.get(pk=user.pk)
        row.phone = phone
        row.save()
    return User.objects.get(pk=user.pk)


def on_duty(user: User, channel: Channel = Channel.EMAIL, *, level: int = 4, **hours: Any) -> Duty:
    """Hours of this person: all of the week unless others are given."""
    values = {"days": "0123456", "start": time(0), "end": time(0)} | hours
    return Duty.objects.create(user=user, channel=channel, least_level=level, **values)


def form_arrives(level: int = 5, *, at: datetime | None = None, canary: str = "Invented Person") -> Case:
    """Somebody sends a form of this level, with the canary in its own words."""
    pathway = PATHWAYS["adult"]
    given = with_changes(pathway, f"respondent=self; {ANSWERS[level]}")
    answers = {key: to_json(answer) for key, answer in given.items()}
    contact = {"name": canary, "phone": "555 555 0100", "location_now": canary}
    now = at or timezone.now()
    row = submit_complete("adult", answers, contact, language="en", now=now)
    case = Case.objects.get(pk=row.pk)
    assert case.level == level
    return case


def arrived(case: Case) -> Alert:
    """The alert of its arrival."""
    return Alert.objects.get(case=case, kind=AlertKind.ARRIVED)


def told(alert: Alert) -> set[tuple[str, str]]:
    """Who is told of it, and how."""
    return set(alert.deliveries.values_list("user__username", "channel"))


def only_delivery() -> Delivery:
    """The one message there is."""
    return Delivery.objects.get()


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = field(default_factory=timezone.now)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def pass_by(self, **length: float) -> datetime:
        """Later (or earlier: a clock that is set back)."""
        self.now += timedelta(**length)
        return self.now


def never() -> bool:
    """Nobody stops the worker."""
    return False


@dataclass
class MailServer:
    """A small SMTP server of this machine. `refuse`: verbs it answers with an error, and which."""

    refuse: dict[str, bytes] = field(default_factory=dict)
    mails: list[str] = field(default_factory=list)
    hang_up_after: str = ""

    def __post_init__(self) -> None:
        outer = self

        class Talk(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                self._say(b"220 invented.test")
                while line := self.rfile.readline():
                    verb = line.split()[0].decode().upper()
                    if verb in outer.refuse:
                        self._say(outer.refuse[verb])
                        continue
                    if verb == "DATA":
                        self._say(b"354 go on")
                        lines = iter(self.rfile.readline, b".\r\n")
                        outer.mails.append(b"".join(lines).decode())
                    if verb == outer.hang_up_after:
                        return
                    self._say(b"221 bye" if verb == "QUIT" else b"250 ok")

            def _say(self, line: bytes) -> None:
                self.wfile.write(line + b"\r\n")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk)
        self.server.daemon_threads = True

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server.server_address[1])

    def __enter__(self) -> MailServer:
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()
