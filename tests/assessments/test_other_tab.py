"""The same form in two tabs: the later one never spoils the data, and what is asked fits the answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from assessments import finishing, services
from assessments.models import Assessment
from tests.assessments.walker import Walker, draft_id
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CONTACT = {"name": "Ada Invented"}


def as_a_child(walker: Walker) -> None:
    """Another tab gives an age under 18."""
    draft = services.open_draft(walker.row())
    services.switch_pathway(draft, PATHWAYS["pediatric"], {"child_age_years": 10}, ("c02",))


def test_an_adult_answer_is_never_saved_in_a_child_form() -> None:
    walker = Walker("adult")
    walker.walk(until="a14")
    stale = services.open_draft(walker.row())
    as_a_child(walker)

    with pytest.raises(services.ChangedError):
        services.save_page(stale, "a11", {"fever": "yes"})

    assert services.open_draft(walker.row()).answers == {"child_age_years": 10}


def test_a_switch_that_loses_the_race_is_not_taken_for_done() -> None:
    walker = Walker("adult")
    walker.walk(until="a14")
    stale = services.open_draft(walker.row())
    services.save_page(services.open_draft(walker.row()), "a11", {"fever": "no"})

    with pytest.raises(services.BusyError):
        services.switch_pathway(stale, PATHWAYS["pediatric"], {"child_age_years": 10}, ("c02",))


def test_contact_details_for_an_adult_are_not_sent_with_a_child_form() -> None:
    walker = Walker("adult")
    walker.walk(until="contact")
    stale = services.open_draft(walker.row())
    as_a_child(walker)

    with pytest.raises(services.ChangedError):
        finishing.submit(stale, CONTACT, NOON)

    assert walker.row().submitted_at is None


def test_what_is_no_emergency_any_more_is_not_shared_as_one() -> None:
    walker = Walker("adult", "ces_saddle=yes")
    walker.walk(until="now")
    stale = services.open_draft(walker.row())
    services.save_page(services.open_draft(walker.row()), "a03", {"ces_saddle": "no"})

    with pytest.raises(services.ChangedError):
        finishing.share_stopped(stale, CONTACT, NOON)

    assert walker.row().submitted_at is None


def test_a_form_that_changed_meanwhile_leads_to_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    data = walker.contact_data(walker.client.get(url).content.decode())
    claim = finishing._claim

    def after_the_switch(*args: Any) -> Assessment | None:
        as_a_child(walker)
        return claim(*args)

    monkeypatch.setattr(finishing, "_claim", after_the_switch)
    response = walker.client.post(url, data, follow=True)

    assert response.redirect_chain[-1] == ("/f/1/c01/", 302)


def test_a_draft_that_is_deleted_while_it_is_sent_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    data = walker.contact_data(walker.client.get(url).content.decode())
    claim = finishing._claim

    def after_the_purge(*args: Any) -> Assessment | None:
        Assessment.objects.all().delete()
        return claim(*args)

    monkeypatch.setattr(finishing, "_claim", after_the_purge)

    assert walker.client.post(url, data).status_code == 404


def test_an_age_of_the_other_pathway_on_a_page_with_a_mistake_is_not_saved() -> None:
    walker = Walker("adult", "ces_saddle=yes")
    walker.walk(until="now")

    response = walker.client.post("/f/1/a02/", {"draft": str(walker.row().pk), "age_years": "10"})

    assert response.status_code == 422
    assert walker.client.get("/f/1/a02/").status_code == 200


def test_a_question_that_is_shown_anew_on_a_page_seen_before_is_asked() -> None:
    walker = Walker("adult", "duration=w6_12; morning_stiff=lt_30m")
    walker.walk(until="check")
    walker.answers["duration"] = "gt_12w"

    response = walker.answer("/f/1/a15/?change=1")

    assert response["Location"] == "/f/1/a34/?change=1"
    assert walker.answer(response["Location"])["Location"] == "/f/1/check/"


def test_an_optional_question_that_was_hidden_meanwhile_is_asked_again() -> None:
    walker = Walker("adult", "cancer=yes; cancer_type=breast; fever=yes; point_tender=no")
    walker.walk(until="check")
    for answer in ("no", "yes"):
        walker.answers["cancer"] = answer
        response = walker.answer("/f/1/a13/?change=1")

    assert response["Location"] == "/f/1/a31/?change=1"


def test_the_change_of_questions_is_explained_once() -> None:
    walker = Walker("adult")
    url = walker.walk(until="a02")
    walker.answers["age_years"] = 10
    url = walker.answer(url)["Location"]
    child = Walker("pediatric", "child_age_years=10", client=walker.client)

    told = []
    for _ in range(4):
        html = walker.client.get(url).content.decode()
        assert draft_id(html)
        told.append("Because of the age" in html)
        url = child.step(url, url.split("/")[3])

    assert told == [True, False, False, False]


def test_an_answer_that_another_age_takes_away_is_asked_again() -> None:
    walker = Walker("pediatric", "child_age_years=14; answered_by=teen_alone")
    walker.walk(until="check")
    walker.answers["child_age_years"] = 10

    response = walker.answer("/f/1/c02/?change=1")

    assert response["Location"] == "/f/1/c04/?change=1"
    page = walker.client.get(response["Location"]).content.decode()
    assert "A teenager, without an adult" not in page
    walker.answers["answered_by"] = "parent_guardian"
    assert walker.answer(response["Location"])["Location"] == "/f/1/check/"
    assert "your child" in walker.client.get("/f/1/check/").content.decode()
