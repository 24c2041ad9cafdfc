"""Drafts: two tabs, ended sessions, changed answers, and deletion."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from assessments import services
from assessments.models import Assessment, Status
from tests.assessments.walker import Walker, draft_id, errors_in

pytestmark = pytest.mark.django_db


def test_two_tabs_with_two_children_never_mix() -> None:
    first = Walker("pediatric", "child_age_years=9; walking=limp; injury=no_cause")
    second = Walker("pediatric", "child_age_years=14", client=first.client)
    first_url, second_url = first.begin(), second.begin()

    for _ in range(8):
        first_url = first.step(first_url, first_url.split("/")[3])
        second_url = second.step(second_url, second_url.split("/")[3])
    assert first.walk(url=first_url) == "/f/1/done/"
    assert second.walk(url=second_url) == "/f/2/done/"

    rows = {row.level: row for row in Assessment.objects.all()}
    assert sorted(row for row in rows if row is not None) == [1, 4]
    answers: Any = rows[4].answers
    assert answers["child_age_years"] == 9


def test_a_form_of_one_draft_is_not_saved_in_another() -> None:
    walker = Walker("adult")
    walker.begin()
    first_form = draft_id(walker.client.get("/f/1/a01/").content.decode())
    walker.begin()

    response = walker.client.post("/f/2/a01/", {"draft": first_form, "em_now": ["none"]})

    assert response.status_code == 404
    assert all(row.answers == {"respondent": "self"} for row in Assessment.objects.all())


def test_a_session_key_known_before_does_not_lead_to_the_draft() -> None:
    walker = Walker("adult")
    walker.begin()
    planted = walker.client.cookies["sessionid"].value
    walker.begin()
    stranger = Client()
    stranger.cookies["sessionid"] = planted

    assert walker.client.cookies["sessionid"].value != planted
    assert walker.client.get("/f/1/a01/").status_code == 200
    assert stranger.get("/f/2/a01/").status_code == 404
    assert stranger.get("/f/1/a01/").status_code == 404


def test_another_browser_sees_nothing() -> None:
    walker = Walker("adult", "meds_allergies=CANARY")
    walker.walk()
    stranger = Walker("adult")
    stranger.begin()

    for path in ("a01", "check", "contact", "done", "print", "now", "share"):
        response = Client().get(f"/f/1/{path}/")
        assert response.status_code == 404
        assert "911" in response.content.decode()
        assert "CANARY" not in stranger.client.get(f"/f/1/{path}/").content.decode()
        assert stranger.client.get(f"/f/2/{path}/").status_code == 404


def test_finishing_clears_the_device() -> None:
    walker = Walker("adult")
    walker.walk()

    response = walker.client.post("/f/1/finish/")

    assert response.status_code == 200
    assert '"storage"' in response["Clear-Site-Data"]
    assert walker.client.get("/f/1/done/").status_code == 404
    assert Assessment.objects.get().status == Status.SUBMITTED


def test_quick_exit_leads_away_and_forgets(settings: Any) -> None:
    settings.QUICK_EXIT_URL = "https://weather.example/"
    walker = Walker("adult")
    walker.walk(until="a05")

    response = walker.client.get("/leave/")

    assert response["Location"] == "https://weather.example/"
    assert walker.client.get("/f/1/a05/").status_code == 404


def test_quick_exit_works_while_the_database_is_down(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    from django.db.backends.base.base import BaseDatabaseWrapper

    walker = Walker("adult")
    walker.begin()

    def refuse(*args: object, **kwargs: object) -> None:
        raise OperationalError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(BaseDatabaseWrapper, "cursor", refuse)
        response = walker.client.get("/leave/")

    assert response["Location"] == settings.QUICK_EXIT_URL
    assert response.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 0


def test_a_changed_answer_drops_what_is_hidden_now_and_asks_what_is_new() -> None:
    walker = Walker("adult", "cancer=yes; cancer_type=breast; point_tender=no")
    walker.walk(until="check")
    walker.answers["cancer"] = "no"
    assert walker.answer("/f/1/a13/?change=1")["Location"] == "/f/1/check/"
    answers: Any = walker.row().answers
    assert "cancer_type" not in answers

    walker.answers["location"] = frozenset({"neck"})
    response = walker.answer("/f/1/a14/?change=1")

    assert response["Location"] == "/f/1/a23/?change=1"
    walker.answers["arm_signs"] = "none"
    assert walker.answer(response["Location"])["Location"] == "/f/1/check/"


def test_change_returns_to_check_your_answers_and_back_does_too() -> None:
    walker = Walker("adult")
    url = walker.walk(until="check")
    html = walker.client.get(url).content.decode()
    assert 'href="/f/1/a16/?change=1"' in html

    page = walker.client.get("/f/1/a16/?change=1").content.decode()

    assert 'href="/f/1/check/"' in page
    assert walker.answer("/f/1/a16/?change=1")["Location"] == url


def test_the_words_that_were_asked_are_the_words_that_are_checked() -> None:
    walker = Walker("adult", who="other")
    url = walker.walk(until="check")

    html = walker.client.get(url).content.decode()

    assert "How old are they?" in html
    assert "How old are you?" not in html


def test_private_answers_of_a_child_are_never_shown_again() -> None:
    walker = Walker("pediatric", "mood=a_lot; home_safety=talk_private")
    url = walker.walk(until="check")

    check = walker.client.get(url).content.decode()
    again = [walker.client.get(f"/f/1/{code}/").content.decode() for code in ("c33", "c34")]

    assert "private" in check
    for words in ("feeling very sad", "talk with me in private", "A lot"):
        assert words not in check
    assert all("checked" not in html for html in again)
    answers: Any = walker.row().answers
    assert (answers["mood"], answers["home_safety"]) == ("a_lot", "talk_private")


def test_passing_a_private_page_again_keeps_its_answer() -> None:
    walker = Walker("pediatric", "home_safety=talk_private")
    walker.walk(until="check")

    response = walker.client.post("/f/1/c34/", {"draft": str(walker.row().pk)})

    assert response.status_code == 302
    answers: Any = walker.row().answers
    assert answers["home_safety"] == "talk_private"


@pytest.mark.parametrize(("typed", "kept"), [("", None), ("Walk the dog", "Walk the dog"), ("x" * 999, None)])
def test_skip_goes_on_and_keeps_what_can_be_kept(typed: str, kept: str | None) -> None:
    walker = Walker("adult")
    url = walker.walk(until="a37")

    response = walker.client.post(url, {"draft": str(walker.row().pk), "skip": "1", "goal_text": typed})

    assert response["Location"] == "/f/1/a38/"
    answers: Any = walker.row().answers
    assert answers.get("goal_text") == kept


def test_not_sure_gets_one_tip_and_may_stay() -> None:
    walker = Walker("adult", "fever=not_sure; point_tender=no")
    url = walker.walk(until="a11")

    response = walker.answer(url)

    assert response["Location"] == "/f/1/a11/?again=1"
    html = walker.client.get(response["Location"]).content.decode()
    assert "If you are not sure, try this" in html
    assert walker.answer(response["Location"])["Location"] == "/f/1/a12/"
    answers: Any = walker.row().answers
    assert answers["fever"] == "not_sure"


def test_a_temperature_in_celsius_is_understood() -> None:
    walker = Walker("pediatric", "fever=yes_now")
    url = walker.walk(until="c07")

    walker.answer(url, fever_temp_f="38.5")

    answers: Any = walker.row().answers
    assert answers["fever_temp_f"] == 101.3


def test_a_high_temperature_with_no_fever_is_asked_about() -> None:
    walker = Walker("pediatric")
    url = walker.walk(until="c07")

    asked = walker.answer(url, fever="no", fever_temp_f="101")
    clear = walker.answer(url, fever="yes_now", fever_temp_f="101")

    assert asked.status_code == 422
    assert any("in the last 24 hours?" in error for error in errors_in(asked))
    assert clear["Location"] == "/f/1/now/"


def test_purging_deletes_old_drafts_and_nothing_that_was_sent(settings: Any) -> None:
    sent, shared, old, fresh, stopped = (Walker("adult", "ces_saddle=yes") for _ in range(5))
    sent.walk()
    shared.walk(until="now")
    form = {"draft": str(shared.row().pk), "phone": "555 555 0100", "consent": "agree"}
    shared.client.post("/f/1/share/", form)
    old.walk(until="a03")
    stopped.walk(until="now")
    long_ago = timezone.now() - timedelta(hours=settings.DRAFT_KEEP_HOURS + 1)
    Assessment.objects.update(updated_at=long_ago)
    fresh.walk(until="a03")

    call_command("purge_drafts", verbosity=0)

    left = {row.pk for row in Assessment.objects.all()}
    assert left == {sent.row().pk, shared.row().pk, fresh.row().pk}


def test_an_answer_that_a_newer_version_does_not_know_is_asked_again() -> None:
    walker = Walker("adult")
    url = walker.walk(until="check")
    row = walker.row()
    stored: Any = row.answers
    row.answers = {**stored, "onset": "an option of last year", "gone": "a question of last year"}
    row.save()

    assert walker.client.get(url)["Location"] == "/f/1/a16/"
    assert walker.answer("/f/1/a16/?change=1")["Location"] == url
    assert walker.client.get(url).status_code == 200


def test_saving_retries_when_another_tab_was_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    row = services.start("adult", language="en", answers={"respondent": "self"})
    stale = services.open_draft(row)
    services.save_page(services.open_draft(Assessment.objects.get(pk=row.pk)), "a16", {"onset": "gradual"})

    saved, _result = services.save_page(stale, "a15", {"duration": "lt_72h"})

    assert saved.answers["onset"] == "gradual"
    assert saved.answers["duration"] == "lt_72h"
