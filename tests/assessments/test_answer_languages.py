"""Each answer knows in which language it was given, and the assessment in which one it was sent."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.test import Client

from assessments import services
from assessments.models import Assessment
from tests.assessments.test_pages import client_at
from tests.assessments.walker import Walker, draft_id
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db


def progress_of(row: Assessment) -> dict[str, Any]:
    return cast("dict[str, Any]", Assessment.objects.get(pk=row.pk).progress)


def answers_of(row: Assessment) -> dict[str, Any]:
    return cast("dict[str, Any]", Assessment.objects.get(pk=row.pk).answers)


def test_each_answer_is_recorded_in_the_language_of_its_page() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a05")
    walker.client.get(url, {"lang": "es"})
    walker.walk(url=url, until="a20")

    row = walker.row()
    spoken = progress_of(row)["languages"]
    assert spoken.keys() == answers_of(row).keys()
    assert (spoken["respondent"], spoken["age_years"], spoken["ces_saddle"]) == ("en", "en", "en")
    assert (spoken["onset"], spoken["duration"]) == ("es", "es")
    assert row.language == "es"


def test_an_answer_that_is_sent_again_unchanged_keeps_its_language() -> None:
    client, row = client_at("a36")
    sent = {"draft": str(row.pk), "meds_allergies": "ibuprofeno a veces"}
    client.post("/f/1/a36/?lang=es", {**sent})
    client.cookies["language"] = "es"
    client.post("/f/1/a36/", sent)
    assert progress_of(row)["languages"]["meds_allergies"] == "en"
    client.post("/f/1/a36/", {**sent, "meds_allergies": "ninguno"})
    assert progress_of(row)["languages"]["meds_allergies"] == "es"
    assert Assessment.objects.get().language == "es"


def test_an_answer_that_is_dropped_takes_its_language_along() -> None:
    client, row = client_at("a29")
    before = progress_of(row)["languages"]
    assert {"pregnancy", "pregnancy_signs"} <= before.keys()
    client.post("/f/1/a29/", {"draft": str(row.pk), "pregnancy": "no"})
    assert "pregnancy_signs" not in answers_of(row)
    assert progress_of(row)["languages"].keys() == answers_of(row).keys()


def test_a_draft_from_before_still_opens_and_learns_the_language_of_what_is_saved() -> None:
    client, row = client_at("a36")
    old = {key: value for key, value in progress_of(row).items() if key != "languages"}
    stored = Assessment.objects.get()
    stored.progress = old
    stored.save()
    assert client.get("/f/1/a36/").status_code == 200
    client.cookies["language"] = "es"
    response = client.post("/f/1/a36/", {"draft": str(row.pk), "meds_allergies": "ninguno"})
    assert response.status_code == 302
    assert progress_of(row)["languages"]["meds_allergies"] == "es"
    assert set(progress_of(row)["languages"].values()) == {"es"}


def test_a_change_of_pathway_keeps_the_language_of_what_goes_along() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a02")
    walker.client.get(url, {"lang": "es"})
    walker.answer(url, age_years="9")
    row = walker.row()
    assert row.pathway == "pediatric"
    assert progress_of(row)["languages"] == {"child_age_years": "es"}
    assert row.language == "es"


def test_what_was_shared_keeps_its_languages_until_the_form_is_sent() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    walker.walk(until="now")
    page = walker.client.get("/f/1/share/").content.decode()
    data = {"draft": draft_id(page), "phone": "555 555 0100", "consent": "agree"}
    assert walker.client.post("/f/1/share/", data).status_code == 302
    shared = walker.row()
    assert (shared.language, progress_of(shared)["languages"]["em_now"]) == ("en", "en")

    walker.client.get("/?lang=es")
    walker.go_on()
    walker.walk(url="/f/1/a02/", until="a05")
    row = walker.row()
    assert row.language == "en"
    assert progress_of(row)["languages"] == progress_of(shared)["languages"]
    assert services.open_draft(row).languages["age_years"] == "es"
    assert services.open_draft(row).languages["em_now"] == "en"


def test_a_form_that_comes_in_whole_is_in_one_language() -> None:
    from django.utils import timezone

    row = services.submit_complete(
        "adult",
        {"respondent": "self", "em_now": ["chest_pain"]},
        {},
        language="es",
        now=timezone.now(),
        finished=False,
    )
    assert row.language == "es"
    assert progress_of(row)["languages"] == {"respondent": "es", "em_now": "es"}


def test_the_language_of_the_start_page_is_the_drafts() -> None:
    client = Client(headers={"Accept-Language": "es-US"})
    client.post("/begin/", {"who": "child"})
    assert Assessment.objects.get().language == "es"
    assert PATHWAYS["pediatric"].name == Assessment.objects.get().pathway
