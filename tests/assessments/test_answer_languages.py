"""Each answer knows in which language it was given, and the assessment in which one it was sent."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone, translation

from assessments import finishing, services
from assessments.consent import CONSENT, consent_record
from assessments.models import Assessment
from assessments.text import spoken
from tests.assessments.test_pages import client_at
from tests.assessments.walker import Walker, draft_id, hidden
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
    row = finishing.submit_complete(
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


# --- the language of the page that was read, not of the last page that was opened -------------------


def read_in(walker: Walker, url: str, language: str) -> dict[str, Any]:
    """Open a page in a language; what its form says about itself. Then another tab speaks English again."""
    page = walker.client.get(url, {"lang": language}).content.decode()
    walker.client.get("/", {"lang": "en"})
    return {"draft": draft_id(page), "page_language": hidden(page, "page_language")}


def test_an_answer_is_recorded_in_the_language_of_its_page_whatever_another_tab_speaks() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a02")
    page = read_in(walker, url, "es")
    response = walker.client.post(url, {**page, "age_years": "35", "sex": "female"})
    assert response.status_code == 302
    assert progress_of(walker.row())["languages"]["age_years"] == "es"
    assert walker.row().language == "es"
    assert '<html lang="en">' in walker.client.get("/").content.decode()


def test_an_emergency_found_by_a_button_is_recorded_in_the_language_it_was_read_in() -> None:
    walker = Walker("adult")
    url = walker.begin()
    page = read_in(walker, url, "es")
    walker.client.post(url, {**page, "em_now": ["tearing"], "lang": "en"})
    assert progress_of(walker.row())["languages"]["em_now"] == "es"


def test_a_change_of_pathway_is_recorded_in_the_language_of_the_page() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a02")
    page = read_in(walker, url, "es")
    walker.client.post(url, {**page, "age_years": "9", "sex": "female"})
    assert progress_of(walker.row())["languages"] == {"child_age_years": "es"}


def test_the_start_page_says_its_language_too() -> None:
    client = Client()
    page = client.get("/?lang=es").content.decode()
    client.get("/?lang=en")
    client.post("/begin/", {"who": "self", "page_language": hidden(page, "page_language")})
    assert Assessment.objects.get().language == "es"


def consent_in(language: str) -> str:
    with translation.override(language):
        return consent_record(spoken(CONSENT), timezone.now())["words"]


def test_consent_is_recorded_in_the_words_that_were_read() -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    page = read_in(walker, url, "es")
    data = walker.contact_data(walker.client.get(url).content.decode())
    assert walker.client.post(url, {**data, **page})["Location"] == "/f/1/done/"
    row = walker.row()
    assert row.language == "es"
    assert cast("dict[str, Any]", row.contact)["consent"]["words"] == consent_in("es") != consent_in("en")


def test_consent_to_share_is_recorded_in_the_words_that_were_read() -> None:
    walker = Walker("adult", "em_now=chest_pain")
    walker.walk(until="now")
    page = read_in(walker, "/f/1/share/", "es")
    walker.client.post("/f/1/share/", {**page, "phone": "555 555 0100", "consent": "agree"})
    row = walker.row()
    assert row.language == "es"
    assert cast("dict[str, Any]", row.contact)["consent"]["words"] == consent_in("es")


def test_notes_for_the_visit_are_recorded_in_the_language_of_the_page() -> None:
    walker = Walker("adult", "pain_now=5")
    walker.walk(until="check")
    page = read_in(walker, "/f/1/visit/", "es")
    walker.client.post("/f/1/visit/", {**page, "question_1": "¿Cuánto dura?"})
    assert progress_of(walker.row())["visit"]["language"] == "es"


def test_words_kept_on_an_error_page_stay_in_the_language_they_were_read_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walker = Walker("adult")
    url = walker.walk(until="a02")
    page = read_in(walker, url, "es")
    walker.client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr("assessments.drafts.find", database_gone)
        refused = walker.client.post(url, {**page, "age_years": "35", "sex": "female"})
    kept = refused.content.decode()
    assert refused.status_code == 503
    assert kept.count('name="page_language"') == 1
    assert hidden(kept, "page_language") == "es"


def database_gone(*args: object, **kwargs: object) -> None:
    raise OperationalError("down")


@pytest.mark.parametrize("forged", ["xx", "", "ES", "es-mx", "<b>", "e" * 5000])
def test_a_forged_language_counts_for_nothing(forged: str) -> None:
    client, row = client_at("a02", keep=False)
    sent = {"draft": str(row.pk), "age_years": "35", "sex": "female", "page_language": forged}
    assert client.post("/f/1/a02/", sent).status_code == 302
    assert progress_of(row)["languages"]["age_years"] == "en"
