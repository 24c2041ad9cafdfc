"""Every question page, parametrised over the registry."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessments import services
from assessments.forms import PagePlan
from assessments.models import Assessment
from assessments.views.base import PAGES
from tests.assessments.walker import Walker, errors_in
from triage.examples import with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db

# Answers that together show as many questions as possible. Pages that exclude each other get their own.
SHOW_MOST = {
    "adult": "sex=female; age_years=52; injury=minor; location=neck+low_back; arm_signs=none;"
    " leg_pain=below_knee;"
    " leg_both=old_checked; duration=gt_12w; episode=flare; cancer=yes; pregnancy=could_be;"
    " pregnancy_signs=none; point_tender=no; goal_text=Walk the dog",
    "pediatric": "child_age_years=5; injury=minor; injury_when=today; night_pain=wakes_sometimes",
}
SHOW_ELSE = {
    "c03": "child_age_years=0; child_age_months=5",
    "c31": "child_age_years=14; pain_triggers=bending_back",
    "c33": "child_age_years=14",
}


def client_at(code: str, *, keep: bool = True) -> tuple[Client, Assessment]:
    """A browser whose draft has everything answered; with keep=False not the page's own questions."""
    pathway, page = PAGES[code]
    answers = with_changes(pathway, SHOW_ELSE.get(code, SHOW_MOST[pathway.name]))
    own = {question.key for question in page.questions}
    stored = {key: to_json(answer) for key, answer in answers.items() if keep or key not in own}
    if pathway.name == "adult":
        stored["respondent"] = "self"
    seen = tuple(p.code for p in pathway.pages if keep or p is not page)
    row = services.start(pathway.name, language="en", answers=stored)
    services.note(services.open_draft(row), seen=list(seen))
    client = Client()
    client.get("/")
    session = client.session
    session["drafts"] = {"1": str(row.pk)}
    session.save()
    client.cookies["sessionid"] = str(session.session_key)
    return client, row


@pytest.mark.parametrize("code", PAGES)
def test_a_page_is_shown_empty_and_filled_with_two_statements(code: str) -> None:
    for keep in (False, True):
        client, _row = client_at(code, keep=keep)
        with CaptureQueriesContext(connection) as statements:
            response = client.get(f"/f/1/{code}/")
        assert response.status_code == 200, (code, keep, response.get("Location"))
        assert len(statements) <= 2


@pytest.mark.parametrize("code", PAGES)
def test_an_empty_page_is_an_error_exactly_where_an_answer_is_required(code: str) -> None:
    client, row = client_at(code, keep=False)
    plan = PagePlan.of(services.open_draft(row).flow, PAGES[code][1])
    with CaptureQueriesContext(connection) as statements:
        response = client.post(f"/f/1/{code}/", {"draft": str(row.pk)})

    required = [question for question in plan.questions if question.required]
    assert response.status_code == (422 if required else 302)
    assert len(errors_in(response)) == len(required)
    assert len(statements) <= 4
    if required:
        html = response.content.decode()
        assert "<title>Error: " in html
        assert "There is a problem" in html


@pytest.mark.parametrize("code", PAGES)
def test_a_page_is_saved_with_four_statements_at_most(code: str) -> None:
    client, row = client_at(code)
    page = PAGES[code][1]
    stored: Any = row.answers
    data = {question.key: stored[question.key] for question in page.questions if question.key in stored}
    with CaptureQueriesContext(connection) as statements:
        response = client.post(f"/f/1/{code}/", {"draft": str(row.pk), **data})

    assert response.status_code == 302, errors_in(response)
    assert len(statements) <= 4
    saved: Any = Assessment.objects.get().answers
    assert {key: saved.get(key) for key in data} == data


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_check_your_answers_takes_five_statements_at_most(pathway: str) -> None:
    walker = Walker(pathway)
    url = walker.walk(until="check")
    with CaptureQueriesContext(connection) as statements:
        assert walker.client.get(url).status_code == 200
    assert len(statements) <= 5


@pytest.mark.parametrize("code", PAGES)
def test_both_voices_have_their_own_words_on_every_page(code: str) -> None:
    pathway, page = PAGES[code]
    usual = PagePlan(page, page.questions, {}, other_voice=False, everything=True)
    other = PagePlan(page, page.questions, {}, other_voice=True, everything=True)
    for question in page.questions:
        if pathway.name == "pediatric":
            assert "your child" not in other.say(question.text).lower()
        else:
            assert " your " not in f" {other.say(question.text).lower()} "
        assert usual.say(question.text)


def test_the_emergency_number_is_filled_in_everywhere(settings: Any) -> None:
    settings.EMERGENCY_NUMBER = "112"
    for _pathway, page in PAGES.values():
        plan = PagePlan(page, page.questions, {}, other_voice=False, everything=True)
        for question in page.questions:
            for text in (question.text, question.hint, question.help, question.unsure_help, question.why):
                assert "{emergency_number}" not in plan.say(text)


def test_no_page_address_says_anything_about_health() -> None:
    for code in PAGES:
        assert code[0] in "ac"
        assert code[1:].isdigit()


def test_an_unknown_page_is_not_found() -> None:
    assert Client().get("/f/1/zz9/").status_code == 404
    assert Client().get(f"/f/1/{uuid.uuid4()}/").status_code == 404
