"""An emergency that was typed interrupts whatever is pressed: a language and an opinion too."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.db import DatabaseError
from django.test import Client

from assessments import clarity
from assessments.models import Assessment, Status
from tests.assessments.test_emergency import GATE_EMERGENCIES
from tests.assessments.test_languages import in_the_boxes, text_of
from tests.assessments.test_pages import client_at
from tests.assessments.walker import Walker
from triage_site.vault import VaultError

pytestmark = pytest.mark.django_db
ASIDES = [{"lang": "es"}, {"clear": "yes"}, {"clear": "no", "clear_reason": "x" * 400}]


def answers_now() -> dict[str, Any]:
    return cast("dict[str, Any]", Assessment.objects.get().answers)


def is_interrupted(client: Client, response: Any) -> bool:
    assert (response.status_code, response["Location"]) == (302, "/f/1/now/")
    page = client.get("/f/1/now/")
    return 'href="tel:911"' in text_of(page).partition("<main")[2]


@pytest.mark.parametrize("aside", ASIDES)
def test_the_page_is_saved_and_the_emergency_shown(aside: dict[str, str]) -> None:
    client, row = client_at("a01", keep=False)
    response = client.post("/f/1/a01/", {"draft": str(row.pk), "em_now": ["chest_pain"], **aside})
    assert is_interrupted(client, response)
    stored = Assessment.objects.get()
    assert stored.status == Status.STOPPED
    assert answers_now()["em_now"] == ["chest_pain"]


def test_the_emergency_speaks_the_language_that_was_chosen() -> None:
    client, row = client_at("a01", keep=False)
    client.post("/f/1/a01/", {"draft": str(row.pk), "em_now": ["chest_pain"], "lang": "es"})
    assert '<html lang="es">' in text_of(client.get("/f/1/now/"))


@pytest.mark.parametrize("aside", ASIDES)
def test_a_mistake_beside_it_does_not_hide_it(aside: dict[str, str]) -> None:
    walker = Walker("adult")
    url = walker.walk(until="a04")
    page = {"draft": str(walker.row().pk), "ces_pee_leak": "yes", "ces_pee_feel": "no such answer"}
    response = walker.client.post(url, {**page, **aside})
    assert is_interrupted(walker.client, response)
    assert answers_now()["ces_pee_leak"] == "yes"


@pytest.mark.parametrize(("pathway", "code", "changes"), GATE_EMERGENCIES)
def test_on_every_gate_page(pathway: str, code: str, changes: str) -> None:
    walker = Walker(pathway, changes)
    url = walker.walk(until=code)
    response = walker.answer(url, lang="es")
    assert is_interrupted(walker.client, response)


@pytest.mark.parametrize("aside", ASIDES)
def test_an_emergency_together_with_earlier_answers_interrupts_too(aside: dict[str, str]) -> None:
    walker = Walker("adult", "ces_saddle=not_sure")
    url = walker.walk(until="a04")
    page = {"draft": str(walker.row().pk), "ces_pee_start": "not_sure", "ces_pee_feel": "no"}
    response = walker.client.post(url, {**page, "ces_pee_leak": "no", **aside})
    assert is_interrupted(walker.client, response)


@pytest.mark.parametrize("trouble", [DatabaseError, VaultError, KeyError])
def test_an_opinion_that_cannot_be_stored_is_never_in_its_way(
    trouble: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise trouble

    monkeypatch.setattr(clarity, "add", refuse)
    walker = Walker("adult", "ces_saddle=not_sure")
    url = walker.walk(until="a04")
    page = {"draft": str(walker.row().pk), "ces_pee_start": "not_sure", "ces_pee_feel": "no"}
    opinion = {"clear": "no", "clear_reason": "Which?"}
    response = walker.client.post(url, {**page, "ces_pee_leak": "no", **opinion})
    assert is_interrupted(walker.client, response)
    assert "opinions" not in response.cookies


def test_an_opinion_that_cannot_be_stored_is_never_thanked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(clarity, "add", refuse)
    client, row = client_at("a01", keep=False)
    client.raise_request_exception = False
    response = client.post("/f/1/a01/", {"draft": str(row.pk), "em_now": ["none"], "clear": "yes"})
    assert response.status_code == 500
    assert "Thank you" not in text_of(response)


@pytest.mark.parametrize("aside", ASIDES)
def test_an_emergency_that_was_read_holds_nobody_up(aside: dict[str, str]) -> None:
    walker = Walker("adult", "em_now=tearing")
    walker.walk(until="now")
    url = walker.go_on()["Location"]
    response = walker.client.post(
        url, {"draft": str(walker.row().pk), "age_years": "abc", "sex": "female", **aside}
    )
    assert response.status_code in (200, 422)
    assert in_the_boxes(response)["age_years"] == ["abc"]


@pytest.mark.parametrize("aside", ASIDES)
def test_a_correction_of_an_unread_emergency_is_only_held(aside: dict[str, str]) -> None:
    walker = Walker("adult", "em_now=tearing")
    walker.walk(until="now")
    response = walker.client.post("/f/1/a01/", {"draft": str(walker.row().pk), "em_now": ["none"], **aside})
    assert response.status_code in (200, 422)
    assert in_the_boxes(response)["em_now"] == ["none"]
    assert answers_now()["em_now"] == ["tearing"]


@pytest.mark.parametrize("aside", ASIDES)
def test_an_age_of_the_other_pathway_is_only_held(aside: dict[str, str]) -> None:
    client, row = client_at("a02", keep=False)
    sent = {"draft": str(row.pk), "age_years": "9", "sex": "female"}
    response = client.post("/f/1/a02/", {**sent, **aside})
    assert in_the_boxes(response)["age_years"] == ["9"]
    assert Assessment.objects.get().pathway == "adult"
