"""Sending: once, only after the commit, encrypted, and never lost."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client

from assessments import finishing, services
from assessments.contact import age_on, months_on
from assessments.models import Assessment, Status
from tests.assessments.walker import Walker, errors_in
from triage.engine import evaluate
from triage.examples import with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS
from triage_site.vault import VaultError

CONTACT = {"name": "Ada Invented", "phone": "555 555 0100", "consent": {"version": "test"}}
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def ready(changes: str = "") -> services.Draft:
    """An adult draft with every answer."""
    answers = {key: to_json(value) for key, value in with_changes(PATHWAYS["adult"], changes).items()}
    return services.open_draft(services.start("adult", language="en", answers=answers, now=NOON))


@pytest.mark.django_db
def test_sending_twice_gives_one_assessment_and_the_same_page() -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    data = walker.contact_data(walker.client.get(url).content.decode())

    first = walker.client.post(url, data)
    second = walker.client.post(url, data)

    assert first["Location"] == second["Location"] == "/f/1/done/"
    assert Assessment.objects.count() == 1
    pages = [walker.client.get("/f/1/done/").content for _ in range(2)]
    reference = walker.row().reference
    assert reference is not None
    assert all(reference.encode() in page for page in pages)


@pytest.mark.django_db
def test_a_second_send_changes_nothing() -> None:
    draft = ready()
    first = finishing.submit(draft, CONTACT, NOON)

    second = finishing.submit(draft, {**CONTACT, "name": "Somebody Else"}, NOON + timedelta(hours=1))

    assert second.pk == first.pk
    assert (second.submitted_at, second.reference) == (NOON, first.reference)
    assert second.contact == CONTACT


@pytest.mark.django_db(transaction=True)
def test_many_sends_at_the_same_time_make_one() -> None:
    draft = ready()
    outcomes: list[str | None] = []

    def send() -> None:
        try:
            fresh = services.open_draft(Assessment.objects.get(pk=draft.row.pk))
            outcomes.append(finishing.submit(fresh, CONTACT, NOON).reference)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert len(outcomes) == 12
    assert len(set(outcomes)) == 1
    assert Assessment.objects.filter(status=Status.SUBMITTED).count() == 1


@pytest.mark.django_db
def test_an_answer_saved_in_another_tab_is_not_lost_by_sending() -> None:
    stale = ready()
    other_tab = services.open_draft(Assessment.objects.get(pk=stale.row.pk))
    services.save_page(other_tab, "a11", {"fever": "yes"})

    row = finishing.submit(stale, CONTACT, NOON)

    answers: Any = row.answers
    assert answers["fever"] == "yes"
    assert row.level == evaluate(PATHWAYS["adult"], with_changes(PATHWAYS["adult"], "fever=yes")).level


@pytest.mark.django_db
def test_nothing_is_called_sent_when_the_database_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    data = walker.contact_data(walker.client.get(url).content.decode())
    walker.client.raise_request_exception = False

    def refuse(*args: object, **kwargs: object) -> None:
        from django.db import OperationalError

        raise OperationalError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(finishing, "_claim", refuse)
        response = walker.client.post(url, data)

    html = response.content.decode()
    assert response.status_code == 503
    assert "not saved" in html
    assert 'value="Ada Invented"' in html
    assert walker.row().submitted_at is None
    assert walker.client.post(url, data)["Location"] == "/f/1/done/"


@pytest.mark.django_db
def test_the_stored_result_is_the_result_of_the_stored_answers() -> None:
    draft = ready("fever=yes; point_tender=no")

    row = finishing.submit(draft, CONTACT, NOON)

    result = evaluate(PATHWAYS["adult"], draft.answers)
    frozen = finishing.frozen_result(row)
    assert (row.level, row.priority) == (result.level, result.priority)
    assert row.due_at == NOON + timedelta(hours=4)
    assert frozen["ruleset_version"] == row.ruleset_version
    assert [finding["id"] for finding in frozen["findings"]] == list(result.rule_ids)


@pytest.mark.django_db
def test_self_care_has_no_due_time() -> None:
    assert finishing.submit(ready(), CONTACT, NOON).due_at is None


CANARIES = ("CANARYMEDS", "CANARYNAME", "5550100999", "canary@example.com", "CANARYPLACE", "iv_drugs")


@pytest.mark.django_db
def test_nothing_a_person_said_is_readable_in_the_database() -> None:
    draft = ready("infection_risk=iv_drugs; meds_allergies=CANARYMEDS")
    contact = {
        "name": "CANARYNAME",
        "phone": "5550100999",
        "email": "canary@example.com",
        "location_now": "CANARYPLACE",
    }
    finishing.submit(draft, contact, NOON)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM assessments_assessment")
        everything = repr(cursor.fetchall())

    for canary in CANARIES:
        assert canary not in everything


@pytest.mark.django_db
def test_the_session_holds_only_opaque_ids() -> None:
    walker = Walker("adult", "infection_risk=iv_drugs; point_tender=no")
    walker.walk()

    session = dict(walker.client.session.items())

    assert set(session) == {"drafts"}
    assert session["drafts"] == {"1": str(walker.row().pk)}


@pytest.mark.django_db
def test_an_unreadable_answer_is_an_error_and_never_a_blank() -> None:
    draft = ready()
    other = ready()
    Assessment.objects.filter(pk=draft.row.pk).update(sealed_answers=other.row.sealed_answers)

    with pytest.raises(VaultError):
        services.open_draft(Assessment.objects.get(pk=draft.row.pk))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "name"),
        ("phone", "", "phone number"),
        ("phone", "call me", "phone number in digits"),
        ("phone", "123", "phone number in digits"),
        ("email", "not an address", "email address"),
        ("date_of_birth_year", "1850", "year"),
        ("date_of_birth_month", "13", "month"),
        ("date_of_birth_day", "", "day"),
        ("consent", [], "Tick the box"),
    ],
)
def test_a_mistake_on_the_last_page_keeps_everything_else(field: str, value: Any, words: str) -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    html = walker.client.get(url).content.decode()

    response = walker.client.post(url, walker.contact_data(html, location_now="Elm Street", **{field: value}))

    assert response.status_code == 422
    assert any(words in error for error in errors_in(response)), errors_in(response)
    assert "Change the age in your answers" not in response.content.decode()
    assert "Elm Street" in response.content.decode()
    assert walker.row().submitted_at is None


@pytest.mark.django_db
def test_a_date_of_birth_that_does_not_fit_the_age_is_a_clear_question() -> None:
    walker = Walker("adult")
    url = walker.walk(until="contact")
    html = walker.client.get(url).content.decode()

    response = walker.client.post(url, walker.contact_data(html, date_of_birth_year="1950"))

    page = response.content.decode()
    assert response.status_code == 422
    assert "you told us 35 years" in page
    assert 'href="/f/1/a02/?change=1"' in page


@pytest.mark.django_db
def test_the_months_of_a_baby_must_fit_the_date_of_birth_too() -> None:
    walker = Walker("pediatric", "child_age_years=0; child_age_months=2; injury=no_cause; location=cant_tell")
    url = walker.walk(until="contact")
    html = walker.client.get(url).content.decode()
    data = walker.contact_data(html)
    walker.answers["child_age_months"] = 5

    wrong = walker.client.post(url, walker.contact_data(html))
    right = walker.client.post(url, data)

    assert wrong.status_code == 422
    assert "an age of 5 months, but you told us 2 months" in wrong.content.decode()
    assert 'href="/f/1/c03/?change=1"' in wrong.content.decode()
    assert right["Location"] == "/f/1/done/"


@pytest.mark.parametrize(
    ("day", "born", "years", "months"),
    [
        ("2026-11-21", "2026-11-22", 0, 0),
        ("2026-11-21", "2026-11-21", 0, 0),
        ("2026-11-21", "2026-08-22", 0, 2),
        ("2026-11-21", "2026-08-21", 0, 3),
        ("2026-02-28", "2008-02-29", 17, 215),
        ("2026-03-01", "2008-02-29", 18, 216),
        ("2024-02-29", "2008-02-29", 16, 192),
        ("2026-11-21", "2008-11-21", 18, 216),
        ("2026-11-20", "2008-11-21", 17, 215),
    ],
)
def test_ages_on_birthdays_and_leap_days(day: str, born: str, years: int, months: int) -> None:
    on, birth = date.fromisoformat(day), date.fromisoformat(born)

    assert (age_on(on, birth), months_on(on, birth)) == (years, months)


@pytest.mark.django_db
def test_a_child_form_records_who_answered() -> None:
    walker = Walker("pediatric")
    url = walker.walk(until="contact")
    html = walker.client.get(url).content.decode()
    assert walker.client.post(url, walker.contact_data(html, relation="")).status_code == 422

    walker.client.post(url, walker.contact_data(html))

    contact: Any = walker.row().contact
    assert (contact["answered_by_name"], contact["relation"]) == ("Grace Invented", "mother")
    assert set(contact["consent"]) == {"version", "words", "at"}


@pytest.mark.django_db
def test_a_submitted_form_is_closed() -> None:
    walker = Walker("adult")
    walker.walk()

    for path in ("/f/1/a01/", "/f/1/check/", "/f/1/contact/", "/f/1/now/", "/f/1/share/"):
        assert walker.client.get(path)["Location"] == "/f/1/done/"
    form = {"draft": str(walker.row().pk), "onset": "sudden"}
    assert walker.client.post("/f/1/a16/", form)["Location"] == "/f/1/done/"
    assert walker.row().level == 1


@pytest.mark.django_db
def test_references_differ_and_are_easy_to_say() -> None:
    references = {finishing.submit(ready(), CONTACT, NOON).reference for _ in range(20)}

    assert len(references) == 20
    assert all(
        reference and set(reference) <= set("BP-0123456789CDFGHJKMNQRSTVWXYZ") for reference in references
    )


@pytest.mark.django_db
def test_a_taken_reference_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter(["BP-SAME-000", "BP-SAME-000", "BP-FREE-000"])
    monkeypatch.setattr(finishing, "new_reference", lambda: next(codes))

    first, second = finishing.submit(ready(), CONTACT, NOON), finishing.submit(ready(), CONTACT, NOON)

    assert (first.reference, second.reference) == ("BP-SAME-000", "BP-FREE-000")


@pytest.mark.django_db
def test_the_start_page_promises_only_what_is_true() -> None:
    html = Client().get("/").content.decode()

    assert "48 hours" in html
    assert "not a diagnosis" in html
    assert "911" in html


@pytest.mark.django_db
def test_a_stored_result_is_shown_when_a_question_has_other_options_by_then() -> None:
    walker = Walker("adult")
    walker.walk()
    row = walker.row()
    stored: Any = row.answers
    row.answers = {**stored, "onset": "an_option_of_before"}
    row.save()

    assert walker.client.get("/f/1/done/").status_code == 200
