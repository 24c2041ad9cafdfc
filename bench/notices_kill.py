"""`python -m bench.notices_kill`: workers are killed -9 while they tell staff of forms. Nothing may be lost.

Two workers at once, killed at random times and started again, while forms arrive. Afterwards every person on
duty must have been sent one message about every form: no more, no less, and what came twice under one key.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import time as clock
from pathlib import Path

import django
from django.utils import timezone

from bench.receiver import Receiver
from bench.server import ROOT, environment

WORKERS = 2
PEOPLE = 4
FORMS_PER_ROUND = 4
KILL_WITHIN_SECONDS = 0.3
START_SECONDS = 20.0
END_SECONDS = 60.0
GATEWAY_KEY = "invented-key-of-the-drill"


@dataclass
class Drill:
    """What came of it. `missing`: messages nobody received; `strange`: received, but never planned."""

    rounds: int = 0
    killed: int = 0
    forms: int = 0
    expected: int = 0
    planned: int = 0
    received: int = 0
    repeats: int = 0
    missing: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unsent: int = 0

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost, doubled or said in other words the second time."""
        wrong = self.missing or self.strange or self.changed or self.unsent
        return not wrong and self.planned == self.expected

    def line(self) -> str:
        """The figures as a line of the table."""
        return (
            f"| kill -9 of {WORKERS} workers while staff are told, rounds: {self.rounds}"
            f" | 0 lost, 0 doubled | {self.forms} forms, {self.killed} kills, {self.expected} messages due,"
            f" {self.planned} planned, {self.received} received, {len(self.missing)} lost,"
            f" {len(self.strange)} not planned, {self.repeats} sent again under the same key |"
        )


def gateway_environment(receiver: Receiver) -> dict[str, str]:
    """The variables by which a worker finds the receiver."""
    return {"SMS_GATEWAY_URL": receiver.url, "SMS_GATEWAY_KEY": GATEWAY_KEY}


def drill(env: dict[str, str], receiver: Receiver, *, rounds: int, forms: int = FORMS_PER_ROUND) -> Drill:
    """Run it on the database that this process and `env` share. The receiver must be running."""
    result = Drill(rounds=rounds)
    _add_people()
    receiver.pause = 0.01
    for _round in range(rounds):
        for _form in range(forms):
            _send_form()
        result.forms += forms
        result.killed += _work_until_killed(env, receiver)
    _work_to_the_end(env)
    return _counted(result, receiver)


def _add_people() -> None:
    """Invented nurses who are on duty at every hour, told by text message."""
    from django.contrib.auth.models import User

    from clinic.models import Duty, Member
    from clinic.models.notices import Channel
    from clinic.models.staff import Role

    for number in range(PEOPLE):
        user = User.objects.create_user(f"invented.nurse.{number}")
        member = Member(user=user, name=f"Invented {number}", roles=Role.NURSE, since=timezone.now())
        member.phone = f"555 555 01{number:02d}"
        member.save()
        hours = {"days": "0123456", "start": clock(0), "end": clock(0)}
        Duty.objects.create(user=user, channel=Channel.TEXT, least_level=5, **hours)


def _send_form() -> None:
    from assessments import finishing
    from triage.examples import with_changes
    from triage.intake import to_json
    from triage.pathways import PATHWAYS

    answers = with_changes(PATHWAYS["adult"], "respondent=self; em_now=collapse")
    finishing.submit_complete(
        "adult",
        {key: to_json(given) for key, given in answers.items()},
        {"name": "Invented Person", "phone": "555 555 0100"},
        language="en",
        now=timezone.now(),
    )


def _work_until_killed(env: dict[str, str], receiver: Receiver) -> int:
    """Start the workers and kill them in the middle of their work; how many were killed."""
    before = len(receiver.posts)
    workers = [_start(env) for _ in range(WORKERS)]
    end = time.monotonic() + START_SECONDS
    while len(receiver.posts) == before:
        if time.monotonic() > end or any(worker.poll() is not None for worker in workers):
            raise RuntimeError("a worker ended, or did not begin its work")
        time.sleep(0.005)
    time.sleep(random.uniform(0, KILL_WITHIN_SECONDS))  # noqa: S311 (no secret)
    for worker in workers:
        worker.kill()
    return sum(worker.wait() == -signal.SIGKILL for worker in workers)


def _work_to_the_end(env: dict[str, str]) -> None:
    """Let one worker finish, and end it as an operator does. RuntimeError when it does not end well."""
    from clinic.models import Alert, Delivery
    from clinic.models.notices import DeliveryState, WorkerBeat

    started, worker = timezone.now(), _start(env)
    end = time.monotonic() + END_SECONDS
    while time.monotonic() < end and (
        # Its beat says that it is at work: before that a TERM would find no handler.
        not WorkerBeat.objects.filter(at__gte=started).exists()
        or Alert.objects.filter(planned_at=None).exists()
        or Delivery.objects.exclude(state=DeliveryState.SENT).exists()
    ):
        time.sleep(0.2)
    worker.terminate()
    if worker.wait(END_SECONDS) != 0:
        raise RuntimeError(f"the worker ended with {worker.returncode} after TERM")


def _start(env: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=env)


def _counted(result: Drill, receiver: Receiver) -> Drill:
    from clinic.models import Delivery
    from clinic.models.notices import DeliveryState

    planned = {str(pk) for pk in Delivery.objects.values_list("pk", flat=True)}
    received = Counter(receiver.keys)
    bodies: dict[str, set[str]] = {}
    for post in receiver.posts:
        bodies.setdefault(post.key, set()).add(repr(sorted(post.body.items())))
    result.expected, result.planned = result.forms * PEOPLE, len(planned)
    result.received, result.repeats = len(received), received.total() - len(received)
    result.missing, result.strange = sorted(planned - set(received)), sorted(set(received) - planned)
    result.changed = sorted(key for key, said in bodies.items() if len(said) > 1)
    result.unsent = Delivery.objects.exclude(state=DeliveryState.SENT).count()
    return result


def main() -> int:
    """Run 20 rounds (or as many as the argument says) in a temporary folder. 1 when anything went wrong."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory(prefix="bench-") as name, Receiver() as receiver:
        env = environment(Path(name)) | gateway_environment(receiver)
        env["DJANGO_SETTINGS_MODULE"] = "bench.notices_settings"
        env["LOG_LEVEL"] = "ERROR"
        os.environ.update(env)
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        result = drill(env, receiver, rounds=rounds)
    sys.stdout.write(result.line() + "\n")
    return 0 if result.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
