"""The auditor reads the log in sentences, finds lines, and takes them along as a file."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from assessments import finishing
from assessments.models import Assessment
from clinic.audit import export, sentences
from clinic.audit.export import csv_text
from clinic.audit.log import PAGE_SIZE, Wanted, found
from clinic.audit.trail import Action, record
from clinic.models import AuditEvent, Member
from clinic.models.audit import AuditOutcome
from clinic.models.staff import Role
from tests.clinic.staffing import enter, member

pytestmark = pytest.mark.django_db
PATIENT = "Canary Patientname"


@pytest.fixture
def auditor(client: Client) -> Client:
    enter(client, "invented.auditor", Role.AUDITOR)
    return client


def _case() -> Assessment:
    answers = {"respondent": "self", "em_now": ["collapse"], "age_years": 61}
    contact = {"name": PATIENT, "phone": "555 555 0100"}
    return finishing.submit_complete(
        "adult", answers, contact, language="en", now=timezone.now(), finished=False
    )


def _by(username: str, action: Action, subject: Any = None, **more: Any) -> AuditEvent:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    request.user = member(username)
    return record(request, action, subject, **more)


def _read(client: Client, **query: str) -> str:
    response = client.get(reverse("clinic:audit"), query)
    assert response.status_code == 200
    return response.content.decode()


def _sentences(client: Client, **query: str) -> list[str]:
    response = client.get(reverse("clinic:audit"), query)
    assert response.status_code == 200
    return [told.sentence for _at, told in response.context["lines"]]


# --- sentences --------------------------------------------------------------------------------------


def test_the_log_is_read_in_sentences_newest_first_and_names_no_patient(auditor: Client) -> None:
    row = _case()
    user = member("invented.nurse")
    Member.objects.filter(pk=user.pk).update(name="Invented Nurse")
    _by("invented.nurse", Action.VIEWED, row)
    _by("invented.nurse", Action.REVIEWED, row.case)
    _by("invented.nurse", Action.DENIED, outcome=AuditOutcome.DENIED, act="audit")
    record(None, Action.PURGED, count=3)
    who = "Invented Nurse (invented.nurse)"
    assert _sentences(auditor) == [
        "invented.auditor looked at the audit log.",
        "The site itself deleted old data.",
        f"{who} was refused a page or an action.",
        f"{who} reviewed case {row.reference}.",
        f"{who} opened case {row.reference}.",
    ]
    page = _read(auditor)
    assert "192.0.2.7" in page
    assert "Nurse" in page
    assert "act: audit" in page
    assert "count: 3" in page
    assert PATIENT not in page
    assert "Patientname" not in page


def test_a_deleted_case_and_a_line_of_another_version_are_still_told(auditor: Client) -> None:
    row = _case()
    pk = str(row.pk)
    _by("invented.nurse", Action.VIEWED, row)
    row.delete()
    event = _by("invented.nurse", Action.VIEWED_PAGE)
    event.action, event.detail, event.roles = "future.thing", "no JSON", "janitor"
    names = sentences.names_for([event])
    told = sentences.tell(event, names)
    assert told.sentence == "invented.nurse did this: future.thing."
    assert told.codes == (("?", "no JSON"),)
    assert told.roles == ("janitor",)
    assert f"invented.nurse opened a case that is no longer there ({pk})." in _sentences(auditor)


def test_every_action_has_its_sentence_and_its_place_in_the_filter() -> None:
    assert set(sentences.ALONE) == set(Action.values) == set(sentences.LABELS)
    kinds = (sentences.ALONE, sentences.ABOUT, sentences.FAILED, sentences.FAILED_ABOUT)
    assert {action for kind in kinds for action in kind} <= set(Action.values)
    for words in (words for kind in kinds for words in kind.values()):
        assert str(words) % {"who": "x", "what": "y"}


def test_accounts_are_named(auditor: Client) -> None:
    other = member("invented.colleague")
    _by("invented.admin", Action.ACCOUNT, other)
    assert "invented.admin changed the account of invented.colleague." in _sentences(auditor)


# --- finding ----------------------------------------------------------------------------------------


@pytest.fixture
def afternoon() -> dict[str, Any]:
    """Lines of two days, by two people and by nobody."""
    row = _case()
    monday = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
    _by("invented.nurse", Action.VIEWED, row, at=monday)
    _by("invented.clinician", Action.REVIEWED, row, at=monday)
    tuesday = monday + timedelta(days=1)
    record(RequestFactory().get("/"), Action.LOGIN, outcome=AuditOutcome.FAILED, at=tuesday)
    _by("invented.nurse", Action.PRINTED, row, at=tuesday)
    return {"row": row, "nurse": member("invented.nurse")}


def _days(**days: tuple[int, int, int]) -> dict[str, str]:
    return {
        f"{name}_{part}": str(value)
        for name, (year, month, day) in days.items()
        for part, value in (("year", year), ("month", month), ("day", day))
    }


def _kinds(client: Client, **query: str) -> list[str]:
    response = client.get(reverse("clinic:audit"), query)
    assert response.status_code == 200, response.context["form"].errors
    return [event.action for event in response.context["page"].events]


def test_each_filter_finds_its_lines(auditor: Client, afternoon: dict[str, Any]) -> None:
    row, nurse = afternoon["row"], str(afternoon["nurse"].pk)
    assert _kinds(auditor, person=nurse) == ["case.printed", "case.viewed"]
    assert _kinds(auditor, person="none") == ["login"]
    assert _kinds(auditor, action="case.reviewed") == ["case.reviewed"]
    assert _kinds(auditor, outcome="failed") == ["login"]
    for written in (row.reference, row.reference.lower().replace("-", " "), str(row.pk), str(row.pk).upper()):
        assert _kinds(auditor, case=written) == ["case.printed", "case.reviewed", "case.viewed"]
    assert _kinds(auditor, person=nurse, action="case.viewed", case=row.reference) == ["case.viewed"]
    assert _kinds(auditor, action="rules.signed") == []


def test_days_are_the_clinics_days(auditor: Client, afternoon: dict[str, Any]) -> None:
    first, second = (2026, 3, 2), (2026, 3, 3)
    assert _kinds(auditor, **_days(first_day=first, last_day=first)) == ["case.reviewed", "case.viewed"]
    assert _kinds(auditor, **_days(first_day=second, last_day=second)) == ["case.printed", "login"]
    assert _kinds(auditor, **_days(last_day=(2026, 3, 1))) == []
    assert len(_kinds(auditor, **_days(first_day=first))) > 4


def test_what_is_looked_for_is_noted_with_codes_only(auditor: Client, afternoon: dict[str, Any]) -> None:
    _kinds(auditor, case=afternoon["row"].reference, person=str(afternoon["nurse"].pk))
    event = AuditEvent.objects.latest("number")
    assert event.action == Action.VIEWED_AUDIT
    noted = f"person={afternoon['nurse'].pk} case={afternoon['row'].pk}"
    assert event.detail == f'{{"filters": "{noted}"}}'


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"person": "x"}, "Choose an answer from the list"),
        ({"person": "999999"}, "Choose an answer from the list"),
        ({"action": "'; DROP TABLE clinic_auditevent"}, "Choose an answer from the list"),
        ({"case": "nobody at all"}, "Enter a reference such as"),
        ({"case": "%%%"}, "Enter a reference such as"),
        ({"case": "BP-0000-000"}, "No case has this reference now"),
        ({"case": "x" * 41}, "Use 40 characters or fewer"),
        (_days(first_day=(2026, 2, 30)), "Enter a day that exists"),
        (_days(first_day=(2026, 3, 2), last_day=(2026, 3, 1)), "must not be before the first one"),
        ({"before": "x"}, "Enter a whole number"),
        ({"before": "0"}, "greater than or equal to 1"),
        ({"before": str(2**63)}, "less than or equal to"),
        ({"before": "9" * 5000}, "Enter a whole number"),
    ],
)
@pytest.mark.parametrize("page", ["audit", "audit_export"])
def test_filters_that_make_no_sense_are_told_and_kept(
    auditor: Client, page: str, query: dict[str, str], words: str
) -> None:
    response = auditor.get(reverse(f"clinic:{page}"), query)
    text = response.content.decode()
    assert response.status_code == 422
    assert words in text
    assert "There is a problem" in text
    assert "<tbody>" not in text
    if query.get("case"):
        assert query["case"][:41] in text
    assert not AuditEvent.objects.exclude(action=Action.LOGIN).exists()


def test_a_nul_is_refused(auditor: Client) -> None:
    assert auditor.get(reverse("clinic:audit"), {"case": "a\0"}).status_code == 400


# --- many lines -------------------------------------------------------------------------------------


def test_older_lines_follow_without_a_gap_while_new_ones_arrive(auditor: Client) -> None:
    for number in range(PAGE_SIZE + 20):
        _by("invented.nurse", Action.VIEWED_QUEUE, count=number)
    query = {"action": "queue.viewed"}
    first = auditor.get(reverse("clinic:audit"), query)
    before = first.context["page"].before
    assert f'href="?action=queue.viewed&amp;before={before}"' in first.content.decode()
    _by("invented.nurse", Action.VIEWED_QUEUE)
    second = auditor.get(reverse("clinic:audit"), {**query, "before": str(before)})
    numbers = [event.number for page in (first, second) for event in page.context["page"].events]
    assert len(numbers) == PAGE_SIZE + 20
    assert numbers == list(range(numbers[0], numbers[-1] - 1, -1))
    assert second.context["page"].before is None
    assert "Back to the newest lines" in second.content.decode()


def test_counting_stops_at_a_thousand(auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clinic.audit.log.MOST_COUNTED", 3)
    for _number in range(5):
        record(None, Action.PURGED)
    assert "More than 3 lines" in _read(auditor)
    assert "1 line<" in _read(auditor, action="audit.viewed", outcome="ok").replace("2 lines", "1 line")


def test_the_page_costs_the_same_with_more_lines(auditor: Client) -> None:
    row = _case()

    def statements() -> int:
        with CaptureQueriesContext(connection) as said:
            _read(auditor)
        return len(said)

    _by("invented.nurse", Action.VIEWED, row)
    statements()  # the first page of a process asks for what is remembered from then on
    few = statements()
    for number in range(30):
        _by(f"invented.nurse.{number}", Action.VIEWED, row if number % 2 else _case())
    assert statements() == few


# --- the file ---------------------------------------------------------------------------------------


def _file(client: Client, **query: str) -> list[list[str]]:
    response = client.get(reverse("clinic:audit_export"), query)
    assert response.status_code == 200
    assert response.streaming
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_file_holds_what_the_filters_find_and_is_logged_first(
    auditor: Client, afternoon: dict[str, Any]
) -> None:
    row = afternoon["row"]
    header, *lines = _file(auditor, case=row.reference)
    assert header == list(export.HEADER)
    actions = [line[header.index("action")] for line in lines]
    assert actions == ["case.printed", "case.reviewed", "case.viewed"]
    assert {line[header.index("reference")] for line in lines} == {row.reference}
    assert lines[-1][header.index("sentence")] == f"invented.nurse opened case {row.reference}."
    assert AuditEvent.objects.latest("number").action == Action.EXPORTED_AUDIT
    assert PATIENT not in str(lines)


def test_a_file_that_is_too_long_says_so_in_its_name(auditor: Client) -> None:
    for number in range(5):
        record(None, Action.PURGED, count=number)
    with patch.object(export, "MOST_LINES", 3), patch.object(export, "CHUNK", 2):
        response = auditor.get(reverse("clinic:audit_export"), {"action": "data.purged"})
        text = response.getvalue().decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text)))) == 4
    assert "-newest-" in response.headers["Content-Disposition"]
    whole = auditor.get(reverse("clinic:audit_export"), {"action": "data.purged"})
    assert "-newest-" not in whole.headers["Content-Disposition"]


@given(st.text("=+-@\t\r\n ,;'\"a", max_size=6), st.text("=+-@\t\r\n ,;'\"a", max_size=6))
def test_no_cell_of_the_file_is_a_formula(login: str, detail: str) -> None:
    event = AuditEvent(number=1, at=timezone.now(), actor_id=1, actor=login, action=login, detail=detail)
    names = sentences.Names({}, {})
    for cell in export._safe(export._cells(event, names)):
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_line_of_an_account_with_a_risky_name_is_safe_in_the_file() -> None:
    _by("invented.nurse", Action.VIEWED_QUEUE)
    lines = found(Wanted())
    with patch.object(export, "_cells", return_value=('=HYPERLINK("http://x")', "a,b\n")):
        text = "".join(csv_text(lines))
    cells = list(csv.reader(io.StringIO(text)))[1]
    assert cells == ['\'=HYPERLINK("http://x")', "a,b\n"]
