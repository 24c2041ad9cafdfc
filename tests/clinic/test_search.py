"""Finding a person though the names are sealed, and telling that two forms are of one person."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from assessments import finishing
from assessments.models import Assessment
from clinic.cases import search
from clinic.cases.arrivals import receive
from clinic.cases.persons import person_key, same_person
from clinic.models import AuditEvent, Case, SearchToken
from clinic.models.staff import Role
from clinic.queue import lookup
from tests.clinic.queueing import row_text, sent, text_of
from tests.clinic.staffing import enter, member

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SEARCH = "/staff/search/"


def _send(name: str, born: str = "1980-03-27", phone: str = "+1 (555) 012-3456", **answers: Any) -> Case:
    given_answers = {"em_now": ["none"], **answers}
    contact: Any = {"name": name, "date_of_birth": born, "phone": phone}
    row = finishing.submit_complete("adult", given_answers, contact, language="en", now=NOW, finished=False)
    return Case.objects.get(pk=row.pk)


def _search(client: Client, typed: str) -> Any:
    """The page that a browser comes to."""
    return client.post(SEARCH, {"q": typed}, follow=True)


def _found(text: str) -> set[Any]:
    return {case.pk for case in search.find(search.parse(text)).cases}


@pytest.mark.parametrize(
    "typed",
    [
        "maría",
        "MARIA",
        "mar",
        "Maria Lopez",
        "López, María",
        "lop mar",
        "o'neill-lopez maria",
        "3/27/1980",
        "03-27-1980",
        "1980-03-27",
        "27.3.1980",
        "maria 27/3/1980",
        "maria 3/27/1980",
        "555 012 3456",
        "0123456",
        "+15550123456",
        "María 5550123456",
    ],
)
def test_a_person_is_found_as_people_ask_for_them(typed: str) -> None:
    maria = _send("María Invented O\u2019Neill-López")
    other = _send("Mark Invented", born="1981-03-27", phone="555 999 8888")
    found = _found(typed)
    assert maria.pk in found
    assert (other.pk in found) == (typed == "mar")


@pytest.mark.parametrize(
    "typed", ["marian", "maria smith", "3/28/1980", "maria 3/28/1980", "555 012 3457", "invente x"]
)
def test_who_does_not_fit_is_not_found(typed: str) -> None:
    _send("María Invented")
    assert _found(typed) == set()


def test_a_reference_is_found_however_it_is_said() -> None:
    case = _send("Invented Person")
    Assessment.objects.filter(pk=case.pk).update(reference="BP-7K10-9QD")
    for typed in (
        "BP-7K10-9QD",
        "bp-7k10-9qd",
        "BP7K109QD",
        "7K10-9QD",
        "7k109qd",
        " 7k1o 9qd",
        "bp 7k1o 9qd",
        " BP-7KI0-9QD ",
    ):
        assert _found(typed) == {case.pk}, typed
    assert _found("BP-7K10-9QX") == set()
    assert _found("7K10-9QX") == set()


def test_what_may_be_a_reference_or_a_number_is_looked_for_as_both() -> None:
    by_phone = _send("Invented Person", phone="012 3456")
    assert _found("0123456") == {by_phone.pk}
    named = _send("Schmitt Invented")
    assert _found("schmitt") == {named.pk}
    Assessment.objects.filter(pk=named.pk).update(reference="BP-9876-543")
    assert _found("9876543") == {named.pk}
    also = _send("Invented Person", phone="987 6543")
    assert _found("987 6543") == {named.pk, also.pk}


def test_who_typed_too_little_reads_what_is_needed(staff: Client) -> None:
    _send("María Invented")
    words = text_of(_search(staff, "ma").content)
    assert "Nobody here has so short a name. Enter at least 3 letters" in words
    assert "Check the spelling" not in words
    assert "Check the spelling" in text_of(_search(staff, "marx").content)


def test_a_long_word_is_compared_to_its_end() -> None:
    long, short = _send("Alexandrina Invented"), _send("Alexander Invented")
    assert _found("alexand") == {long.pk, short.pk}
    assert _found("alexandri") == {long.pk}
    assert _found("li") == set()
    li = _send("Li Bo Invented")
    assert _found("li") == {li.pk}


def test_nothing_of_a_person_is_stored_in_the_clear() -> None:
    _send("Zyxwvu Invented")
    for model in (SearchToken, Case):
        for row in model.objects.values():
            assert "zyxwvu" not in str(row).lower()
            assert "1980-03-27" not in str(row)
            assert "0123456" not in str(
                {**row, "case_id": "", "assessment_id": "", "person": "", "token": ""}
            )


def test_more_than_can_be_shown_is_said() -> None:
    template = _send("Common Invented")
    rows = [
        Assessment(
            reference=f"R{number}",
            pathway="adult",
            language="en",
            created_at=NOW,
            updated_at=NOW,
            submitted_at=NOW,
            status=template.assessment.status,
        )
        for number in range(60)
    ]
    for row in rows:
        for name in ("answers", "contact", "result", "progress"):
            setattr(row, name, getattr(template.assessment, name))
    Assessment.objects.bulk_create(rows)
    for row in rows:
        receive(row, NOW)
    found = search.find(search.parse("common"))
    assert len(found.cases) == search.MOST_FOUND
    assert not found.is_all
    assert search.find(search.parse(f"{template.assessment.reference}")).is_all


def test_the_index_is_made_anew_after_a_change_of_the_secret_key(settings: Any) -> None:
    case = _send("María Invented")
    second = _send("María Invented", age_years=46)
    settings.SECRET_KEY = "another-invented-key-0123456789-abcdefghijklmnopqrstuvwxyz"
    assert _found("maria") == set()
    call_command("index_people", verbosity=0)
    assert _found("maria") == {case.pk, second.pk}
    fresh = Case.objects.get(pk=second.pk)
    assert fresh.person == Case.objects.get(pk=case.pk).person != second.person
    assert [other.pk for other in same_person(fresh)] == [case.pk]


# --- one person ---------------------------------------------------------------------------------------


@given(name=some.text(min_size=1, max_size=40))
def test_how_a_name_is_typed_makes_no_other_person(name: str) -> None:
    def key(text: str) -> str:
        return person_key({"name": text, "date_of_birth": "1980-03-27"})

    assert key(unicodedata.normalize("NFD", name)) == key(name)
    assert key(f"  {name}\u200b ") == key(name)
    assert len(key(name)) in (0, 64)


@pytest.mark.parametrize(
    "contact",
    [
        {},
        {"name": "A B"},
        {"date_of_birth": "1980-03-27"},
        {"name": "😀", "date_of_birth": "1980-03-27"},
        {"name": "A", "date_of_birth": "soon"},
    ],
)
def test_without_name_or_date_of_birth_nobody_is_taken_for_another(contact: dict[str, str]) -> None:
    assert person_key(contact) == ""


def test_a_second_form_says_so_and_keeps_the_earlier_emergency_in_sight(staff: Client) -> None:
    first = _send("Rosa Invented", em_now=["collapse"])
    second = _send("INVENTED, Rósa", em_now=["none"])
    other = _send("Rosa Invented", born="1990-01-01")
    assert [case.pk for case in same_person(second)] == [first.pk]
    assert same_person(other) == []
    html = staff.get("/staff/").content.decode()
    assert "Form 2 of this person in 0 min; highest level before: Emergency now" in row_text(html, second)
    assert "This person sent a newer form" in row_text(html, first)
    assert "of this person" not in row_text(html, other)
    page = text_of(staff.get(f"/staff/{second.pk}/forms/").content)
    assert str(first.assessment.reference) in page
    assert str(other.assessment.reference) not in page


# --- the page -----------------------------------------------------------------------------------------


def test_the_search_page_finds_and_the_log_holds_no_name(staff: Client) -> None:
    case = _send("María Invented")
    response = _search(staff, "maria inv 3/27/1980")
    assert str(case.assessment.reference) in text_of(response.content)
    assert "1 form found" in text_of(response.content)
    line = AuditEvent.objects.get(action="queue.searched")
    assert line.detail == '{"by": "name+born", "found": 1}'


def test_the_front_desk_finds_a_person_and_no_reasons(client: Client) -> None:
    enter(client, "invented.desk", Role.FRONT_DESK)
    case = sent("DEMO-01", NOW)
    words = text_of(_search(client, "ada exa").content)
    assert str(case.assessment.reference) in words
    assert "Cauda equina" not in words


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("", 422),
        ("   ", 422),
        ("%", 422),
        ("_", 422),
        ("12", 422),
        ("😀😀😀", 422),
        ("maria\0", 422),
        ("x" * 4000, 422),
        ("mar%", 200),
        ("'; DROP TABLE clinic_case; --", 200),
        ("\\", 422),
        ("99/99/1980", 422),
        ("27.13.1980", 422),
        ("mar 27.3.80", 422),
        ("1980-13-01", 422),
        ("BP-7K3M", 422),
        ("٣٤٥٦٧٨٩٠١", 422),
        ("\u202emaria", 200),
        ("山田太郎", 200),
    ],
)
def test_what_cannot_be_looked_for_is_said(staff: Client, typed: str, status: int) -> None:
    _send("Ben Invented")
    response = _search(staff, typed)
    assert response.status_code == status
    words = text_of(response.content)
    assert ("There is a problem" in words) == (status == 422)
    assert ("Nothing was found" in words) == (status == 200)


def test_a_name_never_stands_in_an_address(staff: Client) -> None:
    assert "found" not in text_of(staff.get(SEARCH, {"q": "maria"}).content)
    assert 'method="post" action="/staff/search/"' in staff.get("/staff/").content.decode()


def test_what_was_found_can_be_gone_back_to_for_a_while(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = _send("María Invented")
    page = f"/staff/{case.pk}/"
    assert "Back to the search" not in staff.get(page).content.decode()
    asked = staff.post(SEARCH, {"q": "maria inv"})
    assert (asked.status_code, asked.headers["Location"]) == (303, SEARCH)
    assert "maria" not in str(list(staff.session.items())).lower()
    for _time in range(2):
        found = staff.get(SEARCH)
        assert str(case.assessment.reference) in text_of(found.content)
        assert 'value="maria inv"' in found.content.decode()
    assert "Back to the search" in staff.get(page).content.decode()
    later = timezone.now() + lookup.OPEN_FOR
    monkeypatch.setattr("clinic.queue.views.timezone.now", lambda: later)
    forgotten = staff.get(SEARCH)
    assert str(case.assessment.reference) not in text_of(forgotten.content)
    assert "maria" not in forgotten.content.decode()
    assert "Back to the search" not in staff.get(page).content.decode()


def test_a_kept_search_is_of_who_asked(staff: Client) -> None:
    _send("María Invented")
    staff.post(SEARCH, {"q": "maria inv"})
    kept = staff.session[lookup.SESSION_KEY]
    other = Client()
    enter(other, "invented.desk", Role.FRONT_DESK)
    session = other.session
    for forged in (kept, "v1:x:y", 7, None):
        session[lookup.SESSION_KEY] = forged
        session.save()
        page = other.get(SEARCH)
        assert page.status_code == 200
        assert "maria" not in page.content.decode()


@pytest.mark.parametrize("page", ["", "forms/", "desk/"])
def test_forms_of_a_person_cost_the_same_whoever_has_them(staff: Client, page: str) -> None:
    first = _send("María Invented")
    for _other in range(8):
        _send("María Invented")

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert staff.get(f"/staff/{first.pk}/{page}").status_code == 200
        return len(asked)

    cost()  # the first look is noted as the reading
    nobody = cost()
    for number, case in enumerate(Case.objects.all()):
        Case.objects.filter(pk=case.pk).update(assignee=member(f"invented.colleague{number}").pk)
    assert cost() <= nobody + 1


def test_a_search_costs_few_statements(staff: Client) -> None:
    _send("María Invented")
    staff.get("/staff/")
    staff.post(SEARCH, {"q": "maria inv 3/27/1980"})
    with CaptureQueriesContext(connection) as found:
        assert "1 form found" in text_of(staff.get(SEARCH).content)
    statements = [query["sql"] for query in found if not query["sql"].startswith(("BEGIN", "COMMIT"))]
    assert len(statements) <= 6, statements
