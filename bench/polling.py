"""`python -m bench.polling`: 20 members of staff look at the queue and poll it while 50 patients send forms.

On real gunicorn of this machine, on SQLite or the PostgreSQL of DATABASE_URL. Every answer must be 200, every
list in the order of its keys, and every form that was acknowledged in the queue at the end. Ends only the
processes that it started.
"""

from __future__ import annotations

import html
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import django

from bench.client import Person
from bench.server import Server, environment

STAFF, PATIENTS = 20, 50
# Self-care, a virtual visit, prompt, the same day, an emergency.
LEVELS = tuple(
    f"respondent=self; {changes}".rstrip("; ")
    for changes in ("", "pain_now=5", "pain_now=8", "ces_pee_feel=not_sure", "ces_saddle=yes")
)
BETWEEN_LOOKS_SECONDS = 0.5
ROW = re.compile(r'id="case-([0-9a-f-]{36})"')
NEWS = re.compile(r'data-news="([^"]+)"')


@dataclass
class Drill:
    """What was seen. `faults`: everything that should not be."""

    looks: int = 0
    polls: int = 0
    told: int = 0
    slowest: float = 0.0
    statuses: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The figures as a line of the table."""
        seen = f"{self.looks} lists and {self.polls} polls ({self.told} with news), {len(self.faults)} faults"
        what = f"{STAFF} staff look and poll while {PATIENTS} patients send"
        return f"| {what} | no error, order always right | {seen}, slowest answer {self.slowest:.1f} s |"


def main() -> int:
    """Run the drill and print what was seen. 1 for any fault."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        address = os.environ.get("DATABASE_URL", "")
        env = environment(folder)
        if address.startswith("postgres"):
            env["DATABASE_URL"] = address
        os.environ.update(env)
        django.setup()
        drill = run(folder, env)
    sys.stdout.write("\n".join([drill.line(), str(dict(drill.statuses)), *drill.faults]) + "\n")
    return 1 if drill.faults else 0


def run(folder: Path, env: dict[str, str]) -> Drill:
    """The drill on a new database."""
    from bench import kill9
    from clinic.models import Case

    drill, over = Drill(), threading.Event()
    with Server(folder, env) as server:
        forms = [kill9.draft(LEVELS[number % len(LEVELS)]) for number in range(PATIENTS)]
        watchers = [
            threading.Thread(target=_watch, args=(server.port, session, drill, over)) for session in _staff()
        ]
        for watcher in watchers:
            watcher.start()
        senders = [threading.Thread(target=_send, args=(server.port, form, drill)) for form in forms]
        for number, sender in enumerate(senders):
            sender.start()
            time.sleep(0.2 if number % 5 else 0)
        for sender in senders:
            sender.join()
        time.sleep(2 * BETWEEN_LOOKS_SECONDS)
        over.set()
        for watcher in watchers:
            watcher.join()
    if Case.objects.count() != PATIENTS:
        drill.faults.append(f"{Case.objects.count()} cases of {PATIENTS} forms")
    if drill.faults:
        drill.faults.append((folder / "gunicorn.log").read_text(encoding="utf-8")[-3000:])
    return drill


def _staff() -> list[str]:
    """A session for each member of staff."""
    from django.conf import settings
    from django.test import Client

    from tests.clinic.staffing import enter

    sessions = []
    for number in range(STAFF):
        client = Client(SERVER_NAME="localhost")
        enter(client, f"invented.{number}")
        sessions.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    return sessions


def _watch(port: int, session: str, drill: Drill, over: threading.Event) -> None:
    """Look at the list, poll, and look again when there is news."""
    person = Person(port, cookies={"sessionid": session})
    news = ""
    while not over.is_set():
        started = time.monotonic()
        if not news:
            answer = person.get("/staff/")
            drill.looks += 1
            _check_order(answer.text, drill)
            found = NEWS.search(answer.text)
            news = html.unescape(found[1]) if found else ""
        else:
            answer = person.get(news)
            drill.polls += 1
            if '"changed": true' in answer.text:
                drill.told += 1
                news = ""
        drill.slowest = max(drill.slowest, time.monotonic() - started)
        drill.statuses[str(answer.status)] += 1
        if answer.status != 200:
            drill.faults.append(f"{answer.path.partition('?')[0]}: {answer.status}")
            return
        over.wait(BETWEEN_LOOKS_SECONDS)
    person.close()


def _check_order(page: str, drill: Drill) -> None:
    """The keys of the cases on a page go up. Keys of cases do not change in this drill."""
    from django.db import connection

    from clinic.models import Case

    ids = ROW.findall(page)
    keys = {str(pk): (key, str(pk)) for pk, key in Case.objects.values_list("pk", "queue_key")}
    connection.close()
    if [keys[pk] for pk in ids] != sorted(keys[pk] for pk in ids):
        drill.faults.append("a list was not in order")


def _send(port: int, form: object, drill: Drill) -> None:
    """Send one form as its person does."""
    from bench import kill9

    assert isinstance(form, kill9.Form)
    answer = kill9.send_form(port, form)
    drill.statuses[f"sent {answer.status}"] += 1
    if (answer.status, answer.location) != (302, "/f/1/done/"):
        drill.faults.append(f"a form was answered with {answer.status}")


if __name__ == "__main__":
    sys.exit(main())
