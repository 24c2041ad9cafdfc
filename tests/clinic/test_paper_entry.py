"""Keying in a paper form: the same rules as on the web, nothing lost, stored once. All is invented."""

from __future__ import annotations

import html as html_entities
import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis.extra.django import TestCase

from assessments import services
from assessments.models import Assessment
from assessments.paper.contact import _clock
from assessments.paper.sheet import FORMS, numbers
from clinic.paper_form import DENIALS, PaperEntryForm
from tests.assessments.walker import Walker, errors_in
from tests.triage.specification import Raw
from tests.triage.strategies import adult_sets, pediatric_sets
from triage.engine import evaluate
from triage.examples import with_changes
from triage.intake import to_json
from triage.model import Kind, Pathway
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db
ADULT, CHILD = FORMS["adult"], FORMS["child"]
NAME_OF = {pathway.name: name for name, pathway in FORMS.items()}
usual = hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def log_in(client: Client, name: str = "invented.nurse") -> Client:
    """Let a member of staff in."""
    user, _new = get_user_model().objects.get_or_create(username=name, is_staff=True)
    client.force_login(user)
    return client


@pytest.fixture
def staff(client: Client) -> Client:
    """A member of staff at the keyboard."""
    return log_in(client)


def ending(day: datetime | None = None, **changed: Any) -> dict[str, Any]:
    """The end of the form: yesterday at half past two, signed."""
    at = day or timezone.now() - timedelta(days=1)
    return {
        "case": str(uuid.uuid4()),
        "name": "Ada Invented",
        "phone": "555 555 0100",
        "paper_date_month": str(at.month),
        "paper_date_day": str(at.day),
        "paper_date_year": str(at.year),
        "paper_time": "14:30",
        "paper_language": "en",
        "consent": "agree",
        **changed,
    }


def keyed(pathway: Pathway, answers: Raw) -> dict[str, Any]:
    """What a browser sends for these answers (JSON values)."""
    data: dict[str, Any] = {}
    for key, value in answers.items():
        question = pathway.by_key.get(key)
        if value in (None, "", []):
            continue
        if question is not None and question.kind is Kind.RATED:
            data |= {f"{key}_{item.partition(':')[0]}": item.partition(":")[2] for item in value}
        else:
            data[key] = value if isinstance(value, list) else str(value)
    return data


def baseline(pathway: Pathway, changes: str = "") -> dict[str, Any]:
    """The form of somebody near the baseline, as a browser sends it."""
    chosen = with_changes(pathway, changes)
    asked = [key for key in evaluate(pathway, chosen).shown if not _is_private(pathway, key)]
    return keyed(pathway, {key: to_json(chosen[key]) for key in asked if key in chosen})


def _is_private(pathway: Pathway, key: str) -> bool:
    return key in pathway.by_key and pathway.by_key[key].never_echo


def send(staff: Client, pathway: Pathway, data: dict[str, Any], *, store: bool = True) -> Any:
    """Press a button of the form."""
    address = reverse("clinic:paper_entry", args=[NAME_OF[pathway.name]])
    return staff.post(address, data | ({"store": "1"} if store else {}))


def stored_row(response: Any) -> Assessment:
    """The row that a stored form led to."""
    assert response.status_code == 302, (response.status_code, errors_in(response))
    return Assessment.objects.get(pk=response["Location"].split("/")[3])


def text_of(response: Any) -> str:
    """The words of a page."""
    found = re.search(r"<main.*?</main>", response.content.decode(), re.S)
    assert found is not None
    return " ".join(html_entities.unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def outcome(row: Assessment) -> tuple[Any, ...]:
    """What decides: level, rules, score."""
    result = cast("dict[str, Any]", row.result)
    rules = [finding["id"] for finding in result["findings"]]
    return row.level, row.priority, rules, result["score"], result["transport"], row.ruleset_version


# --- the same rules -----------------------------------------------------------------------------------


class SameRules(TestCase):
    """For any answers the paper way comes to what the web way comes to."""

    def setUp(self) -> None:
        """Log in."""
        self.staff = log_in(Client())

    @usual
    @given(adult_sets)
    def test_adult(self, answers: Raw) -> None:
        """An adult's form."""
        self._compare(ADULT, answers)

    @usual
    @given(pediatric_sets)
    def test_child(self, answers: Raw) -> None:
        """A child's form, without the questions that are not asked on paper."""
        self._compare(CHILD, answers)

    def _compare(self, pathway: Pathway, raw: Raw) -> None:
        answers = {key: _as_a_page_takes_it(pathway, key, value) for key, value in raw.items()}
        answers = {key: value for key, value in answers.items() if not _is_private(pathway, key)}
        data = ending() | keyed(pathway, answers)
        response = send(self.staff, pathway, data)
        assume("fever" not in [error[0] for error in _doubts(pathway, data)])
        if response.status_code == 422:
            confirmed = re.search(r'name="confirmed" value="([^"]*)"', response.content.decode())
            assert confirmed is not None, errors_in(response)
            response = send(self.staff, pathway, data | {"confirmed": html_entities.unescape(confirmed[1])})
        kept = {key: value for key, value in answers.items() if value not in (None, "", [])}
        web = services.submit_complete(pathway.name, kept, {}, language="en", now=timezone.now())
        assert outcome(stored_row(response)) == outcome(web)


def _as_a_page_takes_it(pathway: Pathway, key: str, value: Any) -> Any:
    """No "none" beside something else, no rated item without its rating: the web takes neither."""
    question = pathway.by_key[key]
    if question.kind is Kind.RATED and value:
        items = {item.partition(":")[0]: item for item in value if ":" in item}
        return list(items.values())
    if question.kind is Kind.MULTI and value and len(value) > 1:
        return [option for option in value if option not in DENIALS]
    return value


def _doubts(pathway: Pathway, data: dict[str, Any]) -> list[tuple[str, str]]:
    """The fields that the form asks about again."""
    from django.http import QueryDict

    query = QueryDict(mutable=True)
    for key, value in data.items():
        query.setlist(key, value if isinstance(value, list) else [value])
    form = PaperEntryForm(pathway, query)
    return [(name, str(errors)) for name, errors in form.errors.items()]


@pytest.mark.parametrize(
    ("pathway", "changes"),
    [
        (ADULT, "ces_pee_leak=not_sure; tried=heat:helped"),
        (ADULT, "age_years=70; point_tender=yes; injury=minor"),
        (CHILD, "child_age_years=9; fever=yes_now; fever_temp_f=101.2"),
        (CHILD, "night_pain=wakes_sometimes; night_relief=a_little"),
    ],
)
def test_the_web_pages_and_the_paper_come_to_the_same(staff: Client, pathway: Pathway, changes: str) -> None:
    walker = Walker(pathway.name, changes)
    walker.answers = {k: v for k, v in walker.answers.items() if not _is_private(pathway, k)}
    walker.walk()
    typed = baseline(pathway, changes) | ({"respondent": "self"} if pathway is ADULT else {})
    row = stored_row(send(staff, pathway, ending() | typed))
    assert outcome(row) == outcome(walker.row())


def test_a_temperature_in_celsius_counts_as_on_the_web(staff: Client) -> None:
    typed = baseline(CHILD, "fever=yes_now") | {"fever_temp_f": "38.5"}
    row = stored_row(send(staff, CHILD, ending() | typed))
    assert cast("dict[str, Any]", row.answers)["fever_temp_f"] == 101.3


def test_every_box_of_either_form_can_be_marked_at_once() -> None:
    """The site takes no more fields than that in one request."""
    for pathway in FORMS.values():
        data = ending() | {"csrfmiddlewaretoken": "x", "store": "1", "confirmed": "x"}
        sent = len(data)
        for question in pathway.questions:
            several = question.kind in (Kind.MULTI, Kind.RATED)
            sent += len(question.options) if several else 1
            sent += bool(question.note_label)
        form = PaperEntryForm(pathway)
        sent += len([name for name in form.endings if name not in data]) + 2  # a date of birth is three boxes
        assert sent <= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


# --- numbering and what is left off -------------------------------------------------------------------


@pytest.mark.parametrize("pathway", [ADULT, CHILD], ids=["adult", "child"])
def test_the_screen_has_the_numbers_and_the_marks_of_the_paper(staff: Client, pathway: Pathway) -> None:
    name = NAME_OF[pathway.name]
    text = text_of(staff.get(reverse("clinic:paper_entry", args=[name])))
    for key, number in numbers(pathway.name).items():
        question = PaperEntryForm(pathway).fields[key].label
        assert str(question).startswith(f"{number}. ")
        assert str(question) in text
    assert text.count("STOP: call 911 now") >= 8
    assert ("not asked on paper" in text) is (pathway is CHILD)


def test_questions_and_lines_about_the_person_do_not_share_a_name() -> None:
    for pathway in FORMS.values():
        form = PaperEntryForm(pathway)
        assert set(form.endings).isdisjoint(pathway.by_key)
        keys = {key for part in form.parts for key in part.fields}
        assert keys | set(form.endings) == set(form.fields)


# --- who, when, from where ----------------------------------------------------------------------------


def test_source_who_keyed_it_in_and_the_date_of_the_paper(staff: Client) -> None:
    at = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
    row = stored_row(send(staff, ADULT, ending(at, paper_language="es") | baseline(ADULT)))
    assert (row.source, row.entered_by, row.language) == ("paper", "invented.nurse", "es")
    assert row.submitted_at is not None
    assert abs(row.submitted_at - timezone.now()) < timedelta(minutes=1)
    contact = cast("dict[str, Any]", row.contact)
    assert contact["paper_filled_at"] == at.isoformat()
    assert contact["consent"]["at"] == at.isoformat()
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    assert "Filled in on paper Mon 2 Mar 2026, 14:30" in page
    assert "keyed in by invented.nurse on" in page
    assert "From paper, keyed in by invented.nurse" in text_of(staff.get(reverse("clinic:list")))


def test_a_web_form_is_not_from_paper(staff: Client) -> None:
    answers = {key: to_json(value) for key, value in with_changes(ADULT, "").items()}
    row = services.submit_complete("adult", answers, {}, language="en", now=timezone.now())
    assert (row.source, row.entered_by) == ("web", "")
    assert "paper" not in text_of(staff.get(reverse("clinic:detail", args=[row.pk]))).lower()


def test_the_age_of_the_answers_and_the_time_to_be_seen_count_from_the_paper(staff: Client) -> None:
    at = timezone.now() - timedelta(days=4)
    data = ending(at) | baseline(ADULT, "ces_pee_leak=not_sure")
    row = stored_row(send(staff, ADULT, data))
    assert row.due_at is not None
    assert row.due_at < timezone.now() - timedelta(days=2)
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    assert re.search(r"answers are (\d+ h|\d days) old", page)
    assert "ask what changed" in page
    assert "overdue" in text_of(staff.get(reverse("clinic:list")))


def test_private_questions_are_shown_to_staff_as_not_asked_on_paper(staff: Client) -> None:
    row = stored_row(send(staff, CHILD, ending() | baseline(CHILD)))
    page = text_of(staff.get(reverse("clinic:detail", args=[row.pk])))
    shorts = [CHILD.by_key[key].short for key in ("mood", "home_safety")]
    assert f"Not asked on paper: ask in private {'; '.join(shorts)}" in page
    blank = re.search(r"Shown and left blank (.*?)(Does not apply|$)", page)
    assert blank is None or not any(short in blank[1] for short in shorts)
    assert "ask in private" in page


# --- nothing lost, stored once ------------------------------------------------------------------------


def test_a_double_click_stores_one_row(staff: Client) -> None:
    data = ending() | baseline(ADULT)
    first, second = send(staff, ADULT, data), send(staff, ADULT, data)
    assert first["Location"] == second["Location"]
    assert Assessment.objects.count() == 1


def test_the_id_of_another_row_is_not_taken_over(staff: Client) -> None:
    answers = {key: to_json(value) for key, value in with_changes(ADULT, "").items()}
    other = services.submit_complete("adult", answers, {}, language="en", now=timezone.now())
    before = other.sealed_answers
    data = ending(case=str(other.pk)) | baseline(ADULT, "em_now=collapse")
    assert send(staff, ADULT, data).status_code == 404
    other.refresh_from_db()
    assert other.sealed_answers == before
    theirs = ending() | baseline(ADULT)
    stored_row(send(staff, ADULT, theirs))
    colleague = log_in(Client(), "another.nurse")
    assert send(colleague, ADULT, theirs).status_code == 404
    assert Assessment.objects.count() == 2


def test_what_is_missing_is_asked_for_and_everything_typed_is_kept(staff: Client) -> None:
    data = baseline(ADULT, "ces_saddle=yes") | {
        "case": str(uuid.uuid4()),
        "goal_text": "walk the \u202einvented\u202c dog <b>",
        "name": "",
        "paper_date_month": "2",
        "paper_date_day": "31",
        "paper_date_year": "2026",
    }
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    assert Assessment.objects.count() == 0
    errors = " ".join(errors_in(response))
    for words in ("Enter a name", "Enter a day that exists", "Choose the language", "Without a signature"):
        assert words in errors
    page = response.content.decode()
    assert "walk the invented dog" in html_entities.unescape(page).replace("\u202e", "").replace("\u202c", "")
    assert re.search(r'name="ces_saddle" type="radio" value="yes" checked', page)
    assert 'value="31"' in page
    # The emergency is said even though nothing could be stored.
    assert "Phone the person now. Tell them to go to the emergency room at once" in text_of(response)


def test_a_look_at_what_is_entered_so_far_stores_nothing_and_asks_for_nothing(staff: Client) -> None:
    response = send(staff, ADULT, {"em_now": ["chest_pain"]}, store=False)
    assert response.status_code == 200
    assert "So far: Emergency now" in text_of(response)
    assert errors_in(response) == []
    assert 'value="chest_pain" checked' in response.content.decode()
    nothing = send(staff, ADULT, {}, store=False)
    assert "No rule has fired so far" in text_of(nothing)
    assert "This is not a result" in text_of(nothing)
    assert Assessment.objects.count() == 0


def test_an_answer_counts_early_while_nobody_knows_whether_it_was_asked(staff: Client) -> None:
    response = send(staff, CHILD, {"infant_signs": ["sleepy_floppy"]}, store=False)
    assert "So far: Emergency now" in text_of(response)
    response = send(staff, CHILD, {"infant_signs": ["sleepy_floppy"], "child_age_years": "12"}, store=False)
    assert "Emergency" not in text_of(response)[:200]


# --- what does not fit --------------------------------------------------------------------------------


def test_an_answer_to_a_question_that_is_not_asked_is_reported_and_dropped_once_confirmed(
    staff: Client,
) -> None:
    data = ending() | baseline(ADULT, "sex=male") | {"pregnancy_signs": ["bleeding"], "pregnancy": "over_20w"}
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    text = text_of(response)
    number = numbers("adult")["pregnancy"]
    assert f"Question {number} is answered, but by the other answers it is not for this person." in text
    assert "You did not choose “Male”" in text
    assert "If it counted, this would be an emergency" in text
    assert Assessment.objects.count() == 0
    assert send(staff, ADULT, data | {"confirmed": "something else"}).status_code == 422
    row = stored_row(send(staff, ADULT, data | {"confirmed": "pregnancy pregnancy_signs"}))
    answers = cast("dict[str, Any]", row.answers)
    assert "pregnancy" not in answers
    assert "pregnancy_signs" not in answers


def test_what_is_left_out_changes_when_the_question_before_is_corrected(staff: Client) -> None:
    data = ending() | baseline(ADULT, "sex=female; age_years=30") | {"pregnancy": "no"}
    row = stored_row(send(staff, ADULT, data))
    assert cast("dict[str, Any]", row.answers)["pregnancy"] == "no"


def test_none_beside_another_answer_is_asked_about_and_the_danger_counts(staff: Client) -> None:
    data = ending() | baseline(ADULT) | {"em_now": ["none", "chest_pain"]}
    response = send(staff, ADULT, data)
    assert response.status_code == 422
    text = text_of(response)
    assert "“None of these” is marked together with other answers. Only the others count." in text
    assert "So far: Emergency now" in text
    row = stored_row(send(staff, ADULT, data | {"confirmed": "em_now-none"}))
    assert cast("dict[str, Any]", row.answers)["em_now"] == ["chest_pain"]
    assert row.level == 5


def test_an_option_of_another_age_counts_as_the_rules_say_and_staff_are_told(staff: Client) -> None:
    data = ending() | baseline(CHILD, "child_age_years=7") | {"belly_chest": ["period_cramps"]}
    data |= {"answered_by": "teen_alone"}
    text = text_of(send(staff, CHILD, data))
    assert "does not fit the age (For age 9 or older). It counts as “Belly pain”." in text
    assert "does not fit the age (For age 12 or older). It will not count." in text


def test_a_contradiction_is_asked_about_as_on_the_web(staff: Client) -> None:
    data = ending() | baseline(CHILD, "fever=no") | {"fever_temp_f": "102"}
    response = send(staff, CHILD, data)
    assert response.status_code == 422
    assert any("Was this temperature in the last 24 hours?" in error for error in errors_in(response))
    assert Assessment.objects.count() == 0


# --- age and date of birth ----------------------------------------------------------------------------


@pytest.mark.parametrize(("pathway", "age"), [(ADULT, "12"), (CHILD, "34")])
def test_the_age_of_the_other_form_is_refused(staff: Client, pathway: Pathway, age: str) -> None:
    response = send(staff, pathway, ending() | baseline(pathway) | {pathway.age.key: age})
    assert response.status_code == 422
    assert any(f"The age is {age}" in error for error in errors_in(response))
    assert Assessment.objects.count() == 0


def test_an_emergency_is_said_even_with_the_age_of_the_other_form(staff: Client) -> None:
    data = ending() | {"child_age_years": "34", "gate_now": ["seizure"]}
    assert "So far: Emergency now" in text_of(send(staff, CHILD, data))


def test_a_child_s_form_needs_an_age_and_takes_it_from_the_date_of_birth(staff: Client) -> None:
    day = datetime(2026, 3, 2, tzinfo=UTC)
    blank = {key: value for key, value in baseline(CHILD).items() if key != "child_age_years"}
    response = send(staff, CHILD, ending(day) | blank)
    assert any("Enter the age" in error for error in errors_in(response))
    born = {"date_of_birth_month": "3", "date_of_birth_day": "3", "date_of_birth_year": "2013"}
    response = send(staff, CHILD, ending(day) | blank | born)
    # On the day of the form the twelfth birthday was past, the thirteenth was the next day.
    assert "From the date of birth the age is 12." in text_of(response)
    data = ending(day) | blank | born | {"confirmed": "child_age_years-born"}
    assert cast("dict[str, Any]", stored_row(send(staff, CHILD, data)).answers)["child_age_years"] == 12


def test_a_date_of_birth_that_does_not_fit_the_age_is_asked_about(staff: Client) -> None:
    born = {"date_of_birth_month": "3", "date_of_birth_day": "3", "date_of_birth_year": "1950"}
    response = send(staff, ADULT, ending() | baseline(ADULT, "age_years=30") | born)
    assert any("says 30, but from the date of birth" in error for error in errors_in(response))


def test_a_baby_s_months_are_compared_too(staff: Client) -> None:
    day = datetime(2026, 6, 15, tzinfo=UTC)
    born = {"date_of_birth_month": "1", "date_of_birth_day": "1", "date_of_birth_year": "2026"}
    typed = baseline(CHILD, "child_age_years=0; child_age_months=2") | born
    response = send(staff, CHILD, ending(day) | typed)
    assert any("says 2, but from the date of birth it was 5" in error for error in errors_in(response))


# --- date and time of the paper -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:30", "14:30"),
        ("2:30 pm", "14:30"),
        ("2.30PM", "14:30"),
        ("12:05 a.m.", "00:05"),
        ("12:00 pm", "12:00"),
    ],
)
def test_times_as_people_write_them(typed: str, read: str) -> None:
    found = _clock(typed)
    assert found is not None
    assert found.strftime("%H:%M") == read


@pytest.mark.parametrize("typed", ["noon", "25:00", "13:00 pm", "0:10 am", "12:61", "1430", "14:30:00"])
def test_times_that_cannot_be_read(staff: Client, typed: str) -> None:
    response = send(staff, ADULT, ending(paper_time=typed) | baseline(ADULT))
    assert any("Enter a time such as 14:30" in error for error in errors_in(response))


def test_the_paper_is_not_from_the_future_and_a_form_of_today_needs_its_time(staff: Client) -> None:
    tomorrow = ending(timezone.now() + timedelta(days=1)) | baseline(ADULT)
    assert any("not in the future" in error for error in errors_in(send(staff, ADULT, tomorrow)))
    today = ending(timezone.now(), paper_time="") | baseline(ADULT)
    assert any("Enter the time" in error for error in errors_in(send(staff, ADULT, today)))
    earlier = ending(timezone.now() - timedelta(days=2), paper_time="") | baseline(ADULT)
    row = stored_row(send(staff, ADULT, earlier))
    assert cast("dict[str, Any]", row.contact)["paper_filled_at"][11:16] == "00:00"


# --- what to do now -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "heading", "action"),
    [
        ("em_now=collapse", "Emergency now", "Tell them to call 911 at once."),
        ("ces_saddle=yes", "Emergency now", "go to the emergency room at once"),
        ("ces_pee_leak=not_sure", "Urgent: in person today", "examined in person today"),
        ("weight_loss=yes", "Prompt: in person", "book a visit in person"),
        ("duration=gt_12w", "Virtual visit", "book a video or phone visit"),
        ("", "Self-care", "A low level does not rule out illness."),
    ],
)
def test_the_last_page_says_the_level_and_what_to_do(
    staff: Client, changes: str, heading: str, action: str
) -> None:
    typed = baseline(ADULT, changes)
    row = stored_row(send(staff, ADULT, ending() | typed))
    response = staff.get(reverse("clinic:paper_done", args=[row.pk]))
    text = text_of(response)
    assert heading in text
    assert action in text
    assert "555 555 0100" in text
    assert "Nobody has told this person the result" in text
    assert reverse("clinic:detail", args=[row.pk]) in response.content.decode()
    assert "Ada" not in response.content.decode().partition("</title>")[0]


def test_the_last_page_is_for_paper_forms_only(staff: Client) -> None:
    answers = {key: to_json(value) for key, value in with_changes(ADULT, "").items()}
    web = services.submit_complete("adult", answers, {}, language="en", now=timezone.now())
    assert staff.get(reverse("clinic:paper_done", args=[web.pk])).status_code == 404
    assert staff.get(reverse("clinic:paper_done", args=[uuid.uuid4()])).status_code == 404


# --- who may ------------------------------------------------------------------------------------------

ADDRESSES = [
    "/staff/paper/",
    "/staff/paper/adult/",
    "/staff/paper/child/",
    f"/staff/paper/{uuid.UUID(int=1)}/done/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_staff_may_key_in(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"] == f"{reverse('clinic:login')}?next={address}"
    client.force_login(get_user_model().objects.create_user(username="patient"))
    assert client.get(address).status_code == 404
    assert client.post("/staff/paper/adult/", ending() | {"store": "1"}).status_code == 404
    assert Assessment.objects.count() == 0


def test_there_is_a_form_for_adults_and_one_for_children_and_no_other(staff: Client) -> None:
    links = staff.get("/staff/paper/").content.decode()
    for name in FORMS:
        assert reverse("clinic:paper_entry", args=[name]) in links
        assert staff.get(reverse("clinic:paper_entry", args=[name])).status_code == 200
    assert staff.get("/staff/paper/pediatric/").status_code == 404
    assert sorted(pathway.name for pathway in FORMS.values()) == sorted(PATHWAYS)
