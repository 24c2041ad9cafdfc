"""The kill -9 drill: forms are sent, all processes are killed, nothing that was acknowledged is lost."""

from __future__ import annotations

import http.client
import queue
import random
import secrets
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection

from assessments import drafts, services
from assessments.models import Assessment, Status
from bench.client import Answer, Person
from bench.server import Server
from bench.walk import contact_fields
from triage.examples import with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS
from triage_site.sessions import SessionStore

ADULT = PATHWAYS["adult"]

SENDERS = 4
FORMS_PER_ROUND = 400
KILL_AFTER_SECONDS = (0.2, 0.7)


@dataclass
class Drill:
    """What the rounds gave. `lost`: forms that were acknowledged and are not there."""

    rounds: int = 0
    acknowledged: int = 0
    cut_short: int = 0
    lost: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The figures as lines of the table."""
        counts = f"{len(self.lost)} lost of {self.acknowledged} acknowledged, {self.cut_short} cut short"
        return [
            f"| kill -9 of all processes while forms are sent, rounds: {self.rounds} | 0 lost | {counts} |"
        ]


def drill(folder: Path, env: dict[str, str], *, rounds: int) -> Drill:
    """Run the drill on the database of `folder`. RuntimeError when the database is damaged."""
    result = Drill(rounds=rounds)
    for _round in range(rounds):
        forms = _forms(FORMS_PER_ROUND)
        acknowledged = _send_until_killed(Server(folder, env), forms, result)
        result.acknowledged += len(acknowledged)
        result.lost += [pk for pk in acknowledged if not _is_stored(pk)]
        _check_database()
    return result


@dataclass(frozen=True)
class Form:
    """A finished draft, and the session that may send it."""

    draft: str
    session: str


def _forms(count: int) -> queue.SimpleQueue[Form]:
    forms: queue.SimpleQueue[Form] = queue.SimpleQueue()
    for _form in range(count):
        forms.put(draft())
    return forms


def draft(changes: str = "respondent=self") -> Form:
    """A finished draft of an invented person."""
    answers = {key: to_json(answer) for key, answer in with_changes(ADULT, changes).items()}
    row = services.start(ADULT.name, language="en", answers=answers, given=("a00",))
    services.note(services.open_draft(row), seen=[page.code for page in ADULT.pages])
    store = SessionStore()
    store[drafts.SESSION_KEY] = {"1": str(row.pk)}
    store.create()
    return Form(str(row.pk), str(store.session_key))


def _send_until_killed(server: Server, forms: queue.SimpleQueue[Form], result: Drill) -> list[str]:
    """The drafts whose sending was acknowledged before the processes died. RuntimeError for a refusal."""
    acknowledged: list[str] = []
    cut_short: list[str] = []
    refused: list[str] = []

    def send() -> None:
        while True:
            try:
                form = forms.get_nowait()
            except queue.Empty:
                return
            try:
                answer = send_form(server.port, form)
            except (OSError, http.client.HTTPException):
                cut_short.append(form.draft)
                return
            if (answer.status, answer.location) == (302, "/f/1/done/"):
                acknowledged.append(form.draft)
            else:
                refused.append(f"{answer.status} {answer.location}")

    server.start()
    try:
        threads = [threading.Thread(target=send) for _ in range(SENDERS)]
        for thread in threads:
            thread.start()
        time.sleep(random.uniform(*KILL_AFTER_SECONDS))  # noqa: S311 (no secret)
    finally:
        server.kill()
    for thread in threads:
        thread.join()
    if refused:
        raise RuntimeError(f"forms were refused: {refused[:3]}")
    result.cut_short += len(cut_short)
    return acknowledged


def send_form(port: int, form: Form) -> Answer:
    """Send one form."""
    token = secrets.token_hex(16)
    person = Person(port, cookies={"sessionid": form.session, "csrftoken": token})
    fields = [("csrfmiddlewaretoken", token), ("draft", form.draft)]
    answer = person.post("/f/1/contact/", fields + contact_fields(ADULT, with_changes(ADULT, "")))
    person.close()
    return answer


def _is_stored(pk: str) -> bool:
    """Whether the form is there, sent, with a result and with answers that can be read."""
    row = Assessment.objects.get(pk=pk)
    return row.status == Status.SUBMITTED and bool(row.reference) and bool(row.answers) and bool(row.result)


def _check_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        found = cursor.fetchone()
    connection.close()
    if found != ("ok",):
        raise RuntimeError(f"the database is damaged: {found}")
