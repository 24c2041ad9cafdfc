"""At the page of notes for a visit. All of it is invented."""

from __future__ import annotations

import re
from typing import Any

from assessments.models import Assessment
from tests.assessments.walker import Walker, draft_id, errors_in

VISIT, CONTACT, CHECK, DONE = (f"/f/1/{name}/" for name in ("visit", "contact", "check", "done"))
NOTES = {
    "question_1": "Can I <b>lift</b> my grandson?",
    "question_2": "Will it come back?",
    "question_3": "Is my chair bad?",
    "place": "12 Invented Street, Exampletown",
    "companion": "My invented sister",
}


def at_check(pathway: str, changes: str = "", **more: Any) -> Walker:
    walker = Walker(pathway, changes, **more)
    assert walker.walk(until="check") == CHECK
    return walker


def page(walker: Walker, url: str = VISIT) -> str:
    response = walker.client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return response.content.decode()


def send(walker: Walker, data: dict[str, Any], url: str = VISIT) -> Any:
    return walker.client.post(url, {"draft": draft_id(page(walker)), **data})


def finish(walker: Walker) -> Assessment:
    html = page(walker, CONTACT)
    response = walker.client.post(CONTACT, walker.contact_data(html))
    assert response["Location"] == DONE, errors_in(response)
    return walker.row()


def fields(html: str) -> set[str]:
    return set(re.findall(r'<(?:input|textarea|select)[^>]* name="(\w+)"', html)) - {
        "csrfmiddlewaretoken",
        "draft",
        "page_language",
    }


def stored_notes(row: Assessment) -> Any:
    assert isinstance(row.contact, dict)
    notes = row.contact.get("visit")
    if notes is not None:
        assert isinstance(notes, dict)
        assert notes.pop("language") == "en"
    return notes
