"""One assessment in full, and its print."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import override

from assessments import return_links
from assessments.models import Assessment
from assessments.summary.clock import clinic_time
from assessments.text import spoken
from clinic import demo_cases
from clinic.audit.trail import Action, record
from clinic.cases import reviews, work
from clinic.demo_cases import DemoCase
from clinic.management.commands.demo import fill_in
from clinic.models import AuditEvent, Case, CaseEvent, RulesetSnapshot
from clinic.models.audit import AuditOutcome
from clinic.models.case import Outcome
from clinic.models.staff import Role
from clinic.templatetags.queue import dialled
from tests.clinic.staffing import as_member, enter, member
from triage.catalogue import describe
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db


def _page(staff: Client, page: str, row: Assessment) -> str:
    response = staff.get(reverse(f"clinic:{page}", args=[row.pk]))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("case", demo_cases.CASES, ids=lambda case: case.code)
@pytest.mark.parametrize("page", ["detail", "print"])
def test_screen_and_print_hold_every_rule_flag_panel_and_row_that_spoke(
    staff: Client, case: DemoCase, page: str
) -> None:
    row = fill_in(case, timezone.now())
    result: Any = row.result
    html = _page(staff, page, row)
    spoke = [
        found["id"] for name in ("findings", "flags", "panels", "differential") for found in result[name]
    ]
    assert [found for found in spoke if found not in html] == []
    assert case.name in html


def test_the_detail_has_reasons_sources_and_the_points_of_the_score(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    result: Any = row.result
    html = _page(staff, "detail", row)
    for finding in result["findings"]:
        assert finding["id"] in html
    assert "suspected CES" in html
    assert "GIRFT" in html
    assert f"Queue score: {result['score']}" in html
    for label, points in result["contributions"]:
        assert re.search(rf"<td>{re.escape(label)}</td>\s*<td>{points}</td>", html)
    assert sum(points for _, points in result["contributions"]) == result["score"]


def test_the_title_tells_nothing_about_the_person(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    for page, title in (("detail", f"Assessment {row.reference}"), ("print", f"Print {row.reference}")):
        html = _page(staff, page, row)
        assert html.partition("<title>")[2].startswith(f"{title} ")


def test_a_detail_needs_few_statements_also_when_it_is_read_first(staff: Client) -> None:
    """Not counted: the frames of transactions."""
    row = sent_twice()
    staff.get(reverse("clinic:list"))  # remembered values are there
    for _time in ("first reading", "later"):
        with CaptureQueriesContext(connection) as found:
            _page(staff, "detail", row)
        statements = [query["sql"] for query in found if "SAVEPOINT" not in query["sql"]]
        assert len(statements) <= 13, [sql[:80] for sql in statements]


def sent_twice() -> Assessment:
    """The second form of an invented person: worse, and without the cancer of the first."""
    born = {"date_of_birth": "1984-02-03"}
    first = replace(
        demo_cases.CASES[0],
        hours_ago=400,
        contact=born,
        answers="age_years=42; sex=female; cancer=yes; conditions=osteoporosis; fever=yes; pregnancy=no",
    )
    fill_in(first, timezone.now())
    return fill_in(replace(demo_cases.CASES[0], contact=born), timezone.now())


def _part(html: str, name: str) -> str:
    """The text of a section by its class."""
    found = re.search(rf'<(section|div|tr)[^>]*(class|id)="[^"]*{name}[^"]*".*?</\1>', html, re.S)
    assert found is not None, name
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def test_the_level_the_reason_and_what_to_do_come_before_all_else(staff: Client) -> None:
    html = _page(staff, "detail", fill_in(demo_cases.CASES[0], timezone.now()))
    first = _part(html, "app-first ")
    assert first.startswith("Level, reason, and what to do Emergency now")
    assert "suspected CES" in first
    assert "Phone the person now. Tell them to go to the emergency room at once" in first
    assert "Ask again what is not excluded: Loss of urinary sensation" in first
    assert "Phone 555 0100" in first
    assert html.index("app-first") < html.index('id="summary"') < html.index('id="answers"')


def test_who_stopped_at_the_emergency_page_is_to_be_phoned(staff: Client) -> None:
    first = _part(_page(staff, "detail", fill_in(demo_cases.CASES[1], timezone.now())), "app-first ")
    assert "Phone the person now and ask whether they got help." in first
    assert "Told to call 911 on " in first
    assert " because of ADULT-EMG-01, ADULT-EMG-02." in first


def test_flags_of_a_child_stand_among_what_is_to_be_done(staff: Client) -> None:
    first = _part(_page(staff, "detail", fill_in(demo_cases.CASES[9], timezone.now())), "app-first ")
    assert "FLAG-PRIVATE-TALK: call by" in first
    assert "555 0155, weekdays at noon" in first


def test_each_rule_has_its_answers_and_says_whether_it_decided(staff: Client) -> None:
    html = _page(staff, "detail", fill_in(demo_cases.CASES[0], timezone.now()))
    decided, other = _part(html, "rule-ADULT-CES-01"), _part(html, "rule-ADULT-SEV-03")
    assert "decided the level" in decided
    assert "Saddle sensation change: yes, new, different or worse" in decided
    assert "decided the level" not in other
    assert "Pain now (NPRS, 0-10): 7" in other


def test_each_question_stands_as_it_was_asked_with_one_of_the_four_marks(staff: Client) -> None:
    html = _page(staff, "detail", fill_in(demo_cases.CASES[3], timezone.now()))
    answers = text_of_html(html[html.index('id="answers"') : html.index('id="rules"')])
    saddle = PATHWAYS["adult"].by_key["ces_saddle"]
    assert spoken(saddle.text) in answers
    for mark in ("PRESENT:", "absent:", "NOT EXCLUDED (not sure):"):
        assert mark in answers
    not_asked = answers.partition("Questions that were not asked")[2]
    assert "That is not a no." in not_asked
    assert spoken(PATHWAYS["adult"].by_key["pregnancy_signs"].text) in not_asked


def text_of_html(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_question_that_was_asked_in_spanish_stands_in_spanish_and_in_english(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[7], timezone.now())
    row.language = "es"
    progress: Any = row.progress
    row.progress = progress | {"languages": {"fever": "es", "goal_text": "es"}}
    row.save()
    html = _page(staff, "detail", row)
    question = PATHWAYS["adult"].by_key["fever"]
    with override("es"):
        spanish = spoken(question.text)
    assert spanish != spoken(question.text)
    assert re.search(
        rf'<span lang="es"><bdi>{re.escape(escape(spanish))}</bdi></span>[^\n]*\(in Spanish\)', html
    )
    assert escape(spoken(question.text)) in html
    assert re.search(r'<q class="app-own" lang="es"><bdi>run again</bdi></q>', html)


def test_a_form_that_somebody_else_filled_in_shows_the_words_of_the_other_voice(staff: Client) -> None:
    html = _page(staff, "detail", fill_in(demo_cases.CASES[4], timezone.now()))
    question = PATHWAYS["adult"].by_key["fever"]
    assert spoken(question.text, other_voice=True) != spoken(question.text)
    assert escape(spoken(question.text, other_voice=True)) in html
    assert escape(spoken(question.text)) not in html


def test_an_older_version_shows_the_questions_in_the_words_of_then(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[7], timezone.now())
    rows = describe(PATHWAYS["adult"])
    for question in rows["questions"]:
        if question["key"] == "fever":
            question["text"] = ["Words of then for you?", "Words of then for them?"]
    RulesetSnapshot.objects.create(
        version="adult-0.9-invented", pathway="adult", first_seen_at=timezone.now(), rows=rows
    )
    result: Any = row.result
    row.result = result | {"ruleset_version": "adult-0.9-invented"}
    row.save()
    html = _page(staff, "detail", row)
    assert "Words of then for you?" in html
    assert escape(spoken(PATHWAYS["adult"].by_key["fever"].text)) not in html


def test_an_earlier_form_stays_in_sight_with_what_it_reported(staff: Client) -> None:
    html = _page(staff, "detail", sent_twice())
    page = text_of_html(html)
    assert "Other forms of this person were urgent: Urgent: in person today" in page
    kept = text_of_html(html[html.index("app-changes__kept") : html.index("What changed since")])
    assert re.search(r"Cancer, ever Reported on .*\. This form says no: ask which is right\.", kept)
    assert re.search(r"Health conditions: osteoporosis Reported on .*, not in this form \(not ticked", kept)
    assert "Ask about what an earlier form reported and this one does not: Cancer, ever;" in page


def test_a_newer_form_is_pointed_out_on_the_older_one(staff: Client) -> None:
    newer = sent_twice()
    older = Assessment.objects.exclude(pk=newer.pk).get()
    page = text_of_html(_page(staff, "detail", older))
    assert "A newer form of this person is here: Emergency now" in page
    assert "What changed since" not in page


def test_an_earlier_form_that_cannot_be_read_is_never_taken_for_no_change(staff: Client) -> None:
    newer = sent_twice()
    Assessment.objects.exclude(pk=newer.pk).update(sealed_answers=newer.sealed_answers)
    page = text_of_html(_page(staff, "detail", newer))
    assert "An earlier form cannot be read, so nobody knows what changed. Ask." in page
    assert "No answer differs" not in page


def test_opening_it_is_the_first_reading_once_and_the_history_says_so(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    page = text_of_html(_page(staff, "detail", row))
    case = Case.objects.get(pk=row.pk)
    assert (case.first_read_role, case.first_read_at is None) == ("nurse", False)
    assert re.search(r"First read [^()]* \(Nurse\)", page)
    other = Client()
    enter(other, "invented.second", Role.CLINICIAN)
    _page(other, "detail", row)
    assert CaseEvent.objects.filter(case=case, kind="read").count() == 1
    assert Case.objects.get(pk=row.pk).first_read_at == case.first_read_at


def test_printing_and_copying_are_no_reading(staff: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    for page in ("print", "text", "copy"):
        _page(staff, page, row)
    assert Case.objects.get(pk=row.pk).first_read_at is None
    found = AuditEvent.objects.filter(subject_id=str(row.pk)).order_by("number")
    assert [event.action for event in found] == ["case.printed", "case.exported", "case.exported"]


def test_the_text_is_plain_and_short_and_complete(staff: Client) -> None:
    for demo in demo_cases.CASES:
        row = fill_in(demo, timezone.now())
        response = staff.get(reverse("clinic:text", args=[row.pk]))
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        text = response.content.decode()
        assert text.startswith(f"{row.reference} | ")
        assert len(text.splitlines()) <= 60
        assert "<" not in text.replace("<=", "")
        result: Any = row.result
        assert all(finding["id"] in text for finding in result["findings"])
        assert all(flag["id"] in text for flag in result["flags"])
        assert all(" ".join(words.split()) in text.replace(" \u21b5 ", " ") for words in demo.words.values())


def test_a_level_that_a_review_changed_is_the_first_line_of_the_text(client: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    user = enter(client, "invented.clinician", Role.CLINICIAN)
    opinion = reviews.Opinion(verdict="lower", level=3, reason="phone", note="Old numbness.")
    case = work.mark_read(Case.objects.get(pk=row.pk), as_member(user), timezone.now())
    reviews.store(case, as_member(user), opinion, timezone.now(), revision=case.revision)
    text = _page(client, "text", row)
    first = text.splitlines()[0]
    assert first.startswith(
        "LEVEL CHANGED BY REVIEW: Prompt: in person (by the rules: Emergency now), due in 23 h"
    )
    assert "Old numbness." in text
    for page in ("print", "detail"):
        html = text_of_html(_page(client, page, row))
        assert "changed by review; by the rules: Emergency now" in html
        assert "Old numbness." in html


@pytest.mark.parametrize("column", ["sealed_answers", "sealed_contact", "sealed_result"])
@pytest.mark.parametrize("page", ["detail", "print", "text", "copy"])
def test_what_cannot_be_read_is_said_loudly_and_never_shown_in_part(
    staff: Client, column: str, page: str
) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    other = fill_in(demo_cases.CASES[2], timezone.now())
    Assessment.objects.filter(pk=row.pk).update(**{column: getattr(other, column)})
    response = staff.get(reverse(f"clinic:{page}", args=[row.pk]))
    html = response.content.decode()
    assert response.status_code == 500
    assert "This assessment cannot be read" in html
    for words in (demo_cases.CASES[0].name, demo_cases.CASES[2].name, getattr(other, column)[:20]):
        assert words not in html
    assert str(row.reference) in html
    assert "Arrived" in html
    assert Case.objects.get(pk=row.pk).first_read_at is None


def test_after_the_call_nobody_is_told_to_call_again(staff: Client) -> None:
    row, now = fill_in(demo_cases.CASES[1], timezone.now()), timezone.now()
    before = _part(_page(staff, "detail", row), "app-first ")
    assert "Phone the person now and ask whether they got help." in before
    assert "overdue" in before
    assert "app-overdue" in _page(staff, "detail", row)
    case = Case.objects.get(pk=row.pk)
    nurse = as_member(member("invented.caller", Role.NURSE))
    work.note_contact(case, nurse, now, Outcome.CALLED, revision=case.revision)
    html = _page(staff, "detail", row)
    after = _part(html, "app-first ")
    assert "Phone the person now" not in after
    assert f"The person was reached: {clinic_time(now)}." in after
    assert "app-overdue" not in html
    queue = staff.get(reverse("clinic:list")).content.decode()
    assert "Reached at" in queue
    assert "Phone them." not in queue
    # Who then says that they did not go is to be phoned again.
    work.person_went(Case.objects.get(pk=row.pk), now, "not_yet")
    assert "Phone the person now and ask whether they got help." in _part(
        _page(staff, "detail", row), "app-first "
    )


def test_a_visit_that_is_late_stays_late_after_a_call(staff: Client) -> None:
    row, now = fill_in(demo_cases.CASES[6], timezone.now()), timezone.now()
    Case.objects.filter(pk=row.pk).update(due_at=now - timedelta(hours=1))
    case = Case.objects.get(pk=row.pk)
    nurse = as_member(member("invented.caller", Role.NURSE))
    work.note_contact(case, nurse, now, Outcome.CALLED, revision=case.revision)
    assert "app-overdue" in _page(staff, "detail", row)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("555 555 0100", "5555550100"),
        ("+1 (555) 555-0100 ext. 12", "+15555550100"),
        ("555.555.0100 x 7", "5555550100"),
        ("ask for the neighbor", ""),
        ("", ""),
        ("-", ""),
    ],
)
def test_a_number_is_dialled_without_what_is_no_number(typed: str, number: str) -> None:
    assert dialled(typed) == number


def test_the_phone_number_can_be_pressed(staff: Client, client: Client) -> None:
    row = fill_in(demo_cases.CASES[0], timezone.now())
    assert '<a href="tel:5550100">555 0100</a>' in _page(staff, "detail", row)
    enter(client, "invented.desk", Role.FRONT_DESK)
    assert '<a href="tel:5550100">555 0100</a>' in _page(client, "desk", row)


def test_beside_a_message_stands_whether_the_person_can_see_it(staff: Client) -> None:
    row, now = fill_in(demo_cases.CASES[0], timezone.now()), timezone.now()
    form = reverse("clinic:case_action", args=[row.pk, "message"])
    no_link = "The person has no link: phone instead."
    assert no_link in _page(staff, "detail", row)
    assert no_link in staff.get(form).content.decode()
    return_links.make(row, now)
    until = clinic_time(now + return_links.LIFE)
    for html in (_page(staff, "detail", row), staff.get(form).content.decode()):
        assert no_link not in html
        assert f"The person has a link that works until {until}." in html
        assert "came back by a link" not in html
    record(None, Action.PATIENT, row, outcome=AuditOutcome.FAILED, what="link_opened")
    assert "came back by a link" not in _page(staff, "detail", row)
    record(None, Action.PATIENT, row, what="link_opened")
    assert "They last came back by a link: " in _page(staff, "detail", row)
    return_links.end(row, now)
    assert no_link in _page(staff, "detail", row)
