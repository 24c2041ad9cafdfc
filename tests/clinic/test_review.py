"""A review: what a member of staff thinks of a level. Rows are only added. All people are invented."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any, cast

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.models import Assessment
from assessments.summary.clock import clinic_time
from clinic import demo_cases
from clinic.cases import reviews, work
from clinic.management.commands.demo import fill_in
from clinic.models import AuditEvent, Case, CaseEvent, Review, RuleOpinion
from clinic.models.case import Outcome, State
from clinic.models.staff import Role
from clinic.notices import rounds
from tests.assessments.walker import errors_in
from tests.clinic.keying import text_of
from tests.clinic.staffing import as_member, enter, member

pytestmark = pytest.mark.django_db
VIRTUAL, CHILD, EMERGENCY = demo_cases.CASES[6], demo_cases.CASES[8], demo_cases.CASES[0]


@pytest.fixture
def clinician(client: Client) -> Client:
    enter(client, "invented.clinician", Role.CLINICIAN)
    return client


def _case(row: Assessment) -> Case:
    return Case.objects.get(pk=row.pk)


def _send(who: Client, row: Assessment, *, revision: int | None = None, **fields: Any) -> Any:
    """Read the case, then send the review form as the page has it now, or with an older revision."""
    who.get(reverse("clinic:detail", args=[row.pk]))
    return _send_only(who, row, revision=revision, **fields)


def _send_only(who: Client, row: Assessment, *, revision: int | None = None, **fields: Any) -> Any:
    data = {"revision": _case(row).revision if revision is None else revision, "known": 0} | fields
    return who.post(reverse("clinic:review", args=[row.pk]), data)


def _detail(review: Review) -> dict[str, Any]:
    return cast("dict[str, Any]", review.detail)


def test_a_nurse_agrees_with_one_click_and_the_rules_are_counted(staff: Client) -> None:
    row = fill_in(EMERGENCY, timezone.now())
    page = staff.get(reverse("clinic:detail", args=[row.pk])).content.decode()
    revision = re.search(r'name="revision" value="(\d+)"><input type="hidden" name="known"', page)
    assert revision is not None
    response = _send(staff, row, revision=int(revision[1]), verdict="agree")
    assert response.status_code == 302
    review = Review.objects.get()
    assert (review.verdict, review.by_name, review.by_role) == ("agree", "invented.nurse", "nurse")
    assert review.ruleset_version == row.ruleset_version
    result = cast("dict[str, Any]", row.result)
    deciding = {finding["id"] for finding in result["findings"] if finding["level"] == result["level"]}
    counted = {opinion.rule: (opinion.agree, opinion.higher) for opinion in RuleOpinion.objects.all()}
    assert counted == dict.fromkeys(deciding, (1, 0))


def test_a_raised_level_moves_the_case_up_and_is_in_the_log_without_words(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    before = _case(row)
    response = _send(
        staff,
        row,
        verdict="higher",
        level="4",
        reason="finding",
        outcome="called",
        note="Foot drop on video.",
    )
    assert response.status_code == 302
    after = _case(row)
    assert (before.level, after.level) == (2, 4)
    assert after.queue_key < before.queue_key
    assert {event.kind for event in CaseEvent.objects.filter(case=after)} >= {"level", "contact"}
    review = Review.objects.get()
    assert _detail(review) == {
        "level": 4,
        "from": 2,
        "reason": "finding",
        "outcome": "called",
        "note": "Foot drop on video.",
        "radiograph_result": "",
    }
    line = AuditEvent.objects.get(action="case.reviewed")
    assert line.subject_id == str(row.pk)
    assert json.loads(line.detail) == {
        "verdict": "higher",
        "level_before": 2,
        "level": 4,
        "reason": "finding",
        "contact": "called",
        "done": False,
    }
    assert "Foot" not in review.sealed_detail


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({}, "verdict", "Choose what you think of the level"),
        ({"verdict": "higher", "reason": "phone"}, "level", "Choose the level it should be"),
        ({"verdict": "higher", "level": "4"}, "reason", "Choose why it should be another level"),
        ({"verdict": "higher", "level": "1", "reason": "phone"}, "level", "higher than it is now"),
        ({"verdict": "lower", "level": "4", "reason": "phone"}, "level", "lower than it is now"),
        ({"verdict": "agree", "level": "4"}, "level", "leave this empty"),
        ({"verdict": "higher", "level": "4", "reason": "other"}, "note", "Write the reason here"),
        ({"verdict": "higher", "level": "4", "reason": "too_cautious"}, "reason", "other direction"),
        ({"verdict": "lower", "level": "1", "reason": "not_cautious"}, "reason", "other direction"),
        ({"verdict": "higher", "level": "9", "reason": "phone"}, "level", "Choose an answer from the list"),
        ({"verdict": "agree", "outcome": "cured"}, "outcome", "Choose an answer from the list"),
        ({"verdict": "agree", "done": "done"}, "outcome", "Choose what came of it"),
        ({"verdict": "none"}, "verdict", "Say something"),
        ({"verdict": "agree", "note": "a\0b"}, "note", "cannot be stored"),
    ],
)
def test_what_does_not_fit_is_said_at_the_field_and_nothing_is_stored(
    clinician: Client, fields: dict[str, Any], field: str, words: str
) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    response = _send(clinician, row, **fields)
    assert response.status_code == 422
    assert any(words in error for error in errors_in(response)), errors_in(response)
    assert f'id="id_{field}' in response.content.decode()
    assert not Review.objects.exists()
    assert _case(row).level == 2


def test_a_note_of_40_kilobytes_is_refused_at_the_field_with_everything_kept(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    note = "An invented long note. " * 1800
    response = _send(staff, row, verdict="higher", level="4", reason="phone", note=note)
    assert response.status_code == 422
    html = response.content.decode()
    assert "Use 4000 characters or fewer. You used 41399" in html
    assert note.strip() in html
    assert re.search(r'value="higher"[^>]* checked', html)
    assert '<option value="4" selected>' in html
    assert not Review.objects.exists()


def test_only_a_clinician_is_offered_and_may_send_a_lower_level(staff: Client) -> None:
    row = fill_in(EMERGENCY, timezone.now())
    form = staff.get(reverse("clinic:review", args=[row.pk])).content.decode()
    assert 'value="lower"' not in form
    response = _send(staff, row, verdict="lower", level="2", reason="phone")
    assert response.status_code == 422
    assert _case(row).level == 5
    assert not Review.objects.exists()
    denied = AuditEvent.objects.get(action="denied")
    assert (denied.outcome, json.loads(denied.detail)) == ("denied", {"act": "lower"})


@pytest.mark.parametrize(("level", "offered"), [(5, "lower"), (1, "higher"), (3, "higher lower")])
def test_only_a_direction_in_which_there_is_a_level_is_offered(
    clinician: Client, level: int, offered: str
) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    Case.objects.filter(pk=row.pk).update(level=level)
    form = clinician.get(reverse("clinic:review", args=[row.pk])).content.decode()
    assert re.findall(r'name="verdict" type="radio" value="(\w+)"', form) == [
        "agree",
        *offered.split(),
        "none",
    ]
    assert f'<option value="{level}"' not in form


def test_a_nurse_cannot_raise_an_emergency_and_is_not_asked_to(staff: Client) -> None:
    row = fill_in(EMERGENCY, timezone.now())
    form = staff.get(reverse("clinic:review", args=[row.pk])).content.decode()
    assert 'value="higher"' not in form
    assert 'name="level"' not in form
    assert _send(staff, row, verdict="higher", level="5", reason="phone").status_code == 422
    assert _send(staff, row, verdict="agree").status_code == 302


def test_a_clinician_lowers_with_a_reason(clinician: Client) -> None:
    row = fill_in(EMERGENCY, timezone.now())
    response = _send(clinician, row, verdict="lower", level="4", reason="wording")
    assert response.status_code == 302
    assert _case(row).level == 4
    assert {opinion.lower for opinion in RuleOpinion.objects.all()} == {1}
    page = text_of(clinician.get(reverse("clinic:detail", args=[row.pk])))
    assert "changed by review; by the rules: Emergency now" in page


def test_nobody_has_judged_it_and_a_nurse_can_only_make_it_urgent(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    Case.objects.filter(pk=row.pk).update(level=None)
    form = staff.get(reverse("clinic:review", args=[row.pk])).content.decode()
    assert re.findall(r'<option value="(\d)"', form) == ["5", "4"]


def test_of_two_reviewers_at_once_the_second_is_told_and_loses_nothing(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    opened = _case(row).revision
    other = Client()
    enter(other, "invented.clinician", Role.CLINICIAN)
    first = _send(other, row, revision=opened, verdict="higher", level="3", reason="phone", note="She limps.")
    assert first.status_code == 302
    mine = {"verdict": "higher", "level": "4", "reason": "finding", "note": "Foot drop on video."}
    second = _send(staff, row, revision=opened, **mine)
    assert second.status_code == 409
    page = text_of(second)
    assert "Nothing is stored yet" in page
    assert "invented.clinician (Clinician)" in page
    assert "She limps." in page
    html = second.content.decode()
    assert "Foot drop on video." in html
    assert '<option value="4" selected>' in html
    assert Review.objects.count() == 1
    revision = re.search(r'name="revision" value="(\d+)"', html)
    assert revision is not None
    third = _send(staff, row, revision=int(revision[1]), **mine)
    assert third.status_code == 302
    assert _case(row).level == 4
    assert [_detail(review)["note"] for review in Review.objects.order_by("at")] == [
        "She limps.",
        "Foot drop on video.",
    ]


@pytest.mark.parametrize("revision", ["", "-1", "x", "9" * 40, "²"])
def test_a_revision_that_cannot_be_read_is_an_old_page(staff: Client, revision: str) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    response = staff.post(
        reverse("clinic:review", args=[row.pk]), {"revision": revision, "known": revision, "verdict": "agree"}
    )
    assert response.status_code == 409
    assert not Review.objects.exists()


def test_a_review_that_loses_the_race_inside_stores_nothing(staff: Client) -> None:
    """The revision is checked again in the statement that takes it."""
    row = fill_in(VIRTUAL, timezone.now())
    case = _case(row)
    nurse = as_member(member())
    Case.objects.filter(pk=case.pk).update(revision=case.revision + 1)
    opinion = reviews.Opinion(verdict="higher", level=4, reason="phone")
    with pytest.raises(work.StaleError):
        reviews.store(case, nurse, opinion, timezone.now(), revision=case.revision)
    assert not Review.objects.exists()
    assert _case(row).level == 2
    assert not RuleOpinion.objects.exists()


def test_a_correction_is_a_new_review_and_the_latest_counts(clinician: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    _send(clinician, row, verdict="higher", level="4", reason="phone", note="First thought.")
    _send(clinician, row, verdict="lower", level="3", reason="finding", note="Second thought.")
    assert _case(row).level == 3
    assert Review.objects.count() == 2
    page = text_of(clinician.get(reverse("clinic:detail", args=[row.pk])))
    assert page.index("First thought.") > page.index("Second thought.")  # the one that counts is at the top
    assert page.rindex("First thought.") < page.rindex("Second thought.")  # the history is in order
    printed = clinic_print(clinician, row)
    assert "Second thought." in printed
    assert "First thought." not in printed


def clinic_print(who: Client, row: Assessment) -> str:
    return who.get(reverse("clinic:print", args=[row.pk])).content.decode()


def test_the_same_reviewer_saying_it_again_is_counted_once(staff: Client) -> None:
    row = fill_in(EMERGENCY, timezone.now())
    for note in ("One.", "One, spelled better."):
        _send(staff, row, verdict="agree", note=note)
    assert {opinion.agree for opinion in RuleOpinion.objects.all()} == {1}
    other = Client()
    enter(other, "invented.second", Role.NURSE)
    _send(other, row, verdict="agree")
    assert {opinion.agree for opinion in RuleOpinion.objects.all()} == {2}


def test_agreeing_with_a_colleague_who_raised_says_that_the_rules_were_too_low(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    _send(staff, row, verdict="higher", level="4", reason="phone")
    other = Client()
    enter(other, "invented.second", Role.NURSE)
    _send(other, row, verdict="agree")
    assert {(opinion.agree, opinion.higher) for opinion in RuleOpinion.objects.all()} == {(0, 2)}


def test_a_review_can_end_the_case(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    response = _send(staff, row, verdict="agree", outcome="booked", done="done")
    assert response.status_code == 302
    case = _case(row)
    assert (case.state, case.outcome) == (State.DONE, Outcome.BOOKED)


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "lower", "level": "1", "reason": "phone"},
        {"verdict": "agree"},
        {"verdict": "agree", "outcome": "booked", "done": "done"},
        {"verdict": "none", "note": "An invented note."},
    ],
)
def test_nobody_judges_what_nobody_has_read(clinician: Client, fields: dict[str, Any]) -> None:
    """Lowered to self-care it would have no due time, and nobody would ever be told that it lies unread."""
    row = fill_in(EMERGENCY, timezone.now())
    unread = _send_only(clinician, row, **fields)
    assert unread.status_code == 422
    assert errors_in(unread) == ["Open the assessment and read it first: nobody has yet"]
    assert fields.get("note", "") in unread.content.decode()
    assert not Review.objects.exists()
    assert _case(row).level == 5
    assert rounds.late(timezone.now() + timedelta(days=1)) == 1


def test_somebody_urgent_who_was_not_reached_stays_open(staff: Client) -> None:
    row = fill_in(EMERGENCY, timezone.now())
    staff.get(reverse("clinic:detail", args=[row.pk]))
    response = _send(staff, row, verdict="agree", outcome="not_reached", done="done")
    assert response.status_code == 422
    assert any("not reached" in error for error in errors_in(response))
    assert _case(row).state == State.TODO


@pytest.mark.parametrize(
    ("result", "panel"),
    [("positive", "CG-IMG-POS"), ("negative", "CG-IMG-NEG"), ("indeterminate", "CG-IMG-IND")],
)
def test_the_x_ray_of_a_child_shows_the_next_step(staff: Client, result: str, panel: str) -> None:
    row = fill_in(CHILD, timezone.now())
    assert _send(staff, row, verdict="none", radiograph=result).status_code == 302
    review = Review.objects.get()
    assert review.verdict == ""
    html = staff.get(reverse("clinic:detail", args=[row.pk])).content.decode()
    found = re.search(r'<section class="app-review"><p><strong>X-ray result:.*?</section>', html, re.S)
    assert found is not None
    assert panel in found[0]
    assert not RuleOpinion.objects.exists()
    logged = AuditEvent.objects.get(action="case.reviewed").detail
    assert result not in logged


def test_an_adult_has_no_x_ray_field_and_a_forged_one_is_not_stored(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    assert "radiograph" not in staff.get(reverse("clinic:review", args=[row.pk])).content.decode()
    assert _send(staff, row, verdict="agree", radiograph="positive").status_code == 302
    assert _detail(Review.objects.get())["radiograph_result"] == ""


def test_a_role_that_is_taken_away_meanwhile_gives_the_note_back(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    nurse = as_member(member())
    nurse.roles = Role.FRONT_DESK.value
    nurse.save()
    response = _send_only(staff, row, verdict="agree", note="An invented <b>note</b> that took long.")
    assert response.status_code == 404
    html = response.content.decode()
    assert "Nothing was stored" in html
    assert "An invented &lt;b&gt;note&lt;/b&gt; that took long." in html
    for secret in (row.reference, VIRTUAL.name):
        assert str(secret) not in html
    assert not Review.objects.exists()
    assert AuditEvent.objects.filter(action="denied", outcome="denied").count() == 1


def test_an_unknown_case_is_404_whether_or_not_a_note_came_along(staff: Client) -> None:
    address = reverse("clinic:review", args=["00000000-0000-4000-8000-000000000000"])
    assert staff.get(address).status_code == 404
    assert staff.post(address, {"verdict": "agree"}).status_code == 404
    kept = staff.post(address, {"verdict": "agree", "note": "An invented note."})
    assert kept.status_code == 404
    assert "An invented note." in kept.content.decode()


def test_a_login_that_ended_meanwhile_keeps_what_was_typed(client: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    response = _send(client, row, verdict="agree", note="An invented note.")
    assert response.status_code == 403
    html = response.content.decode()
    assert "Your login has ended" in html
    assert 'name="note" value="An invented note."' in html
    assert not Review.objects.exists()


def test_a_review_whose_details_cannot_be_read_says_so_and_hides_nothing_else(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    _send(staff, row, verdict="agree", note="An invented note.")
    html = staff.get(reverse("clinic:detail", args=[row.pk])).content.decode()
    assert "An invented note." in html
    review = Review.objects.get()
    review.sealed_detail = "v1:test:AAAA"
    assert reviews.shown(review).is_unreadable
    assert reviews.shown(review).verdict == "The level is right"


def test_the_page_says_who_it_is_about_and_why(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    staff.get(reverse("clinic:detail", args=[row.pk]))
    html = staff.get(reverse("clinic:review", args=[row.pk])).content.decode()
    about = html[: html.index("app-review-form")]
    assert VIRTUAL.name in about
    assert re.search(r"Adult, \d+", about)
    result = cast("dict[str, Any]", row.result)
    deciding = [finding for finding in result["findings"] if finding["level"] == result["level"]]
    assert deciding
    assert all(finding["id"] in about for finding in deciding)


def test_who_cannot_be_read_is_said_on_the_review_page(staff: Client) -> None:
    row = fill_in(VIRTUAL, timezone.now())
    Assessment.objects.filter(pk=row.pk).update(sealed_contact="v1:lost:AA", sealed_result="v1:lost:AA")
    response = staff.get(reverse("clinic:review", args=[row.pk]))
    assert response.status_code == 200
    assert "Cannot be read. Tell whoever runs this site." in text_of(response)
    assert "No rule fired" not in text_of(response)


def test_each_level_says_by_when_the_person_would_be_due(client: Client) -> None:
    enter(client, "invented.clinician", Role.CLINICIAN)
    row = fill_in(EMERGENCY, timezone.now())
    html = client.get(reverse("clinic:review", args=[row.pk])).content.decode()
    case = _case(row)
    for level, hours in ((3, 24), (2, 48)):
        due = clinic_time(case.answered_at + timedelta(hours=hours))
        assert re.search(rf'<option value="{level}"[^>]*>[^<]*\(due: {due}\)', html)
    assert re.search(r'<option value="1"[^>]*>[^<]*\(due: no visit due\)', html)
