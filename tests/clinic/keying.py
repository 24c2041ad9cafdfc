"""What the tests of keying in share: a form as a browser sends it, and what it led to. All is invented."""

from __future__ import annotations

import html as html_entities
import re
import uuid
from datetime import datetime, timedelta
from typing import Any, cast

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.models import Assessment
from assessments.paper.sheet import FORMS
from tests.assessments.walker import errors_in
from tests.clinic.staffing import enter
from tests.triage.specification import Raw
from triage.catalogue import ruleset_version
from triage.engine import evaluate
from triage.examples import with_changes
from triage.intake import to_json
from triage.model import Kind, Pathway

ADULT, CHILD = FORMS["adult"], FORMS["child"]
NAME_OF = {pathway.name: name for name, pathway in FORMS.items()}


def log_in(client: Client, name: str = "invented.nurse") -> Client:
    """Let a nurse in."""
    enter(client, name)
    return client


def ending(day: datetime | None = None, **changed: Any) -> dict[str, Any]:
    """The end of the form: yesterday at half past two, signed."""
    at = day or timezone.now() - timedelta(days=1)
    return {
        "case": str(uuid.uuid4()),
        "name": "Ada Invented",
        "phone": "555 555 0100",
        "paper_date_month": str(at.month),
        "paper_date_day": str(at.day),
        "paper_date_year": str(at.year),
        "paper_time": "14:30",
        "paper_language": "en",
        "consent": "agree",
        **changed,
    }


def keyed(pathway: Pathway, answers: Raw) -> dict[str, Any]:
    """What a browser sends for these answers (JSON values)."""
    data: dict[str, Any] = {}
    for key, value in answers.items():
        question = pathway.by_key.get(key)
        if value in (None, "", []):
            continue
        if question is not None and question.kind is Kind.RATED:
            data |= {f"{key}_{item.partition(':')[0]}": item.partition(":")[2] for item in value}
        else:
            data[key] = value if isinstance(value, list) else str(value)
    return data


def baseline(pathway: Pathway, changes: str = "") -> dict[str, Any]:
    """The form of somebody near the baseline, as a browser sends it."""
    chosen = with_changes(pathway, changes)
    asked = [key for key in evaluate(pathway, chosen).shown if not is_private(pathway, key)]
    return keyed(pathway, {key: to_json(chosen[key]) for key in asked if key in chosen})


def is_private(pathway: Pathway, key: str) -> bool:
    return key in pathway.by_key and pathway.by_key[key].never_echo


def send(staff: Client, pathway: Pathway, data: dict[str, Any], *, store: bool = True) -> Any:
    """Press a button of the form, which is of today's version unless `data` says otherwise."""
    address = reverse("clinic:paper_entry", args=[NAME_OF[pathway.name]])
    version = {"paper_version": ruleset_version(pathway.name)}
    return staff.post(address, version | data | ({"store": "1"} if store else {}))


def send_confirmed(staff: Client, pathway: Pathway, data: dict[str, Any]) -> Any:
    """Press "store", and confirm what the page asks about."""
    response = send(staff, pathway, data)
    assert response.status_code == 422
    return send(staff, pathway, data | {"confirmed": asked_about(response)})


def asked_about(response: Any) -> str:
    """What a page wants to have confirmed; "" for nothing."""
    found = re.search(r'name="confirmed" value="([^"]*)"', response.content.decode())
    return html_entities.unescape(found[1]) if found else ""


def stored_row(response: Any) -> Assessment:
    """The row that a stored form led to."""
    assert response.status_code == 302, (response.status_code, errors_in(response))
    return Assessment.objects.get(pk=response["Location"].split("/")[3])


def text_of(response: Any) -> str:
    """The words of a page."""
    found = re.search(r"<main.*?</main>", response.content.decode(), re.S)
    assert found is not None
    return " ".join(html_entities.unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def outcome(row: Assessment) -> tuple[Any, ...]:
    """What decides: level, rules, score."""
    result = cast("dict[str, Any]", row.result)
    rules = [finding["id"] for finding in result["findings"]]
    return row.level, row.priority, rules, result["score"], result["transport"], row.ruleset_version
