"""Somebody stops at the emergency page, shares, and sends other answers later: the emergency is never gone.

Through the real pages. All of it is invented.
"""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import Any, cast

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from assessments.models import Assessment, Status
from clinic.cases import arrivals, reviews, work
from clinic.cases.keys import is_held, queue_key
from clinic.cases.shared import shared_of
from clinic.models import Case, CaseEvent, Member
from clinic.models.case import EventKind, Outcome, State
from clinic.models.staff import Role
from clinic.notices import rounds
from tests.assessments.test_emergency import correct, stop_here
from tests.assessments.walker import Walker
from tests.clinic.noticing import form_arrives
from tests.clinic.queueing import row_text, sent, shown, text_of
from tests.clinic.staffing import as_member, enter, member

pytestmark = pytest.mark.django_db
STOPPED = "ces_saddle=yes; fever=no; point_tender=no"


def _nurse() -> Member:
    return as_member(member("invented.reader", Role.NURSE))


def _shares() -> Walker:
    walker = Walker("adult", STOPPED)
    stop_here(walker)
    return walker


def _corrects_and_sends(walker: Walker) -> Case:
    walker.go_on()
    url = correct(walker, "a03", ces_saddle="no")["Location"]
    walker.walk(url=url)
    row = walker.row()
    assert (row.status, row.level) != (Status.SUBMITTED, 5)
    assert row.status == Status.SUBMITTED
    return Case.objects.select_related("assessment").get()


def _page(case: Case, address: str = "/staff/{}/") -> str:
    client = Client()
    enter(client, "invented.nurse", Role.NURSE)
    return text_of(client.get(address.format(case.pk)).content)


class TestCorrectedAndSent:
    """The form says something milder now."""

    def test_what_was_shared_is_kept_sealed_word_for_word(self) -> None:
        walker = _shares()
        before = walker.row()
        case = _corrects_and_sends(walker)
        (shared,) = shared_of(case)
        assert (shared.level, shared.status, shared.submitted_at) == (5, Status.STOPPED, before.submitted_at)
        assert (shared.answers, shared.result, shared.contact) == (
            before.answers,
            before.result,
            before.contact,
        )
        assert shared.emergency_at == before.emergency_at
        event = CaseEvent.objects.get(case=case, kind=EventKind.ARRIVED_AGAIN)
        assert "Ada Invented" not in event.sealed_detail
        kept = cast("dict[str, Any]", event.detail)["shared"]
        assert kept["priority"] == before.priority
        assert kept["ruleset_version"] == before.ruleset_version

    def test_the_list_says_so_and_that_somebody_has_to_phone(self) -> None:
        case = _corrects_and_sends(_shares())
        assert case.level is not None
        assert case.level < 4
        assert (case.earlier_level, case.call_first) == (5, True)
        client = Client()
        enter(client, "invented.nurse", Role.NURSE)
        line = row_text(client.get("/staff/").content.decode(), case)
        assert "shared before: Emergency now" in line
        assert "Stopped at the emergency page" in line
        assert "and sent other answers since. Phone them." in line

    def test_it_keeps_its_place_and_is_late_until_somebody_reads_it(self) -> None:
        walker = _shares()
        stopped = Case.objects.get()
        same_day = form_arrives(4)
        walker.go_on()
        walker.walk(url=correct(walker, "a03", ces_saddle="no")["Location"])
        case = Case.objects.get(pk=stopped.pk)
        assert (case.queue_key, case.due_at) == (stopped.queue_key, stopped.due_at)
        assert is_held(case.level, case.queue_key)
        client = Client()
        enter(client, "invented.nurse", Role.NURSE)
        assert shown(client) == [case.pk, same_day.pk]
        assert rounds.late(timezone.now() + timedelta(hours=1)) >= 1

        client.get(f"/staff/{case.pk}/")

        case = Case.objects.get(pk=case.pk)
        row = case.assessment
        assert (case.due_at, case.queue_key) == (
            row.due_at,
            queue_key(row.priority, row.due_at, case.arrived_at),
        )
        assert shown(client) == [same_day.pk, case.pk]
        assert case.call_first
        assert case.earlier_level == 5

    def test_the_page_says_what_was_shared_and_what_is_otherwise(self) -> None:
        case = _corrects_and_sends(_shares())
        words = _page(case)
        assert "Shared before as “Emergency now” on" in words
        assert "corrected since." in words
        assert "Phone the person now and ask whether they got help." in words
        assert "What changed since it was shared" in words
        assert "Saddle sensation change : yes, new, different or worse → and now no" in words
        again = _page(case)  # read by now
        assert "Shared before as “Emergency now”" in again
        assert "More answers arrived: shared before: Emergency now" in again
        assert "Shared before Emergency now" in _page(case, "/staff/{}/print/")

    def test_whoever_was_reached_is_not_to_be_phoned_for_it_again(self) -> None:
        walker = _shares()
        case = Case.objects.get()
        case = work.mark_read(case, _nurse(), timezone.now())
        work.note_contact(case, _nurse(), timezone.now(), Outcome.SENT_TO_ER, revision=case.revision)
        case = _corrects_and_sends(walker)
        assert not case.call_first
        assert not is_held(case.level, case.queue_key)
        assert case.earlier_level == 5
        assert "Shared before as “Emergency now”" in _page(case)

    def test_read_but_not_reached_keeps_its_place(self) -> None:
        walker = _shares()
        work.mark_read(Case.objects.get(), _nurse(), timezone.now())
        case = _corrects_and_sends(walker)
        assert is_held(case.level, case.queue_key)
        assert case.call_first

    def test_what_was_done_has_its_own_place_and_says_what_it_was(self) -> None:
        walker = _shares()
        case = work.mark_read(Case.objects.get(), _nurse(), timezone.now())
        work.finish(case, _nurse(), timezone.now(), Outcome.CALLED, revision=case.revision)
        case = _corrects_and_sends(walker)
        assert (case.state, case.earlier_level) == (State.TODO, 5)
        assert not is_held(case.level, case.queue_key)

    def test_the_search_index_made_anew_forgets_nothing(self) -> None:
        case = _corrects_and_sends(_shares())
        call_command("index_people")
        assert Case.objects.get(pk=case.pk).earlier_level == 5

    def test_what_was_shared_and_cannot_be_read_is_said_and_hides_nothing(self) -> None:
        case = _corrects_and_sends(_shares())
        event = CaseEvent.objects.get(case=case, kind=EventKind.ARRIVED_AGAIN)
        kept = cast("dict[str, Any]", event.detail)
        event.delete()
        kept["shared"]["answers"] = None
        work.add_event(case, EventKind.ARRIVED_AGAIN, timezone.now(), **kept)
        words = _page(case)
        assert "What was shared before cannot be read. Ask what it was." in words
        assert "Every question and answer" in words
        call_command("index_people")
        assert Case.objects.get(pk=case.pk).earlier_level == 5


def test_who_goes_on_with_the_same_emergency_has_it_still() -> None:
    walker = _shares()
    walker.walk(url=walker.go_on()["Location"])
    case = Case.objects.get()
    assert (case.level, case.earlier_level, case.call_first) == (5, 5, True)
    assert "more was sent since." in _page(case)


def test_a_first_form_has_nothing_shared_before() -> None:
    case = sent("DEMO-01", timezone.now())
    assert case.earlier_level is None
    assert list(shared_of(case)) == []
    assert "Shared before" not in _page(case)


# --- the same person's older form, and a review of it at the same moment ---------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_second_sending_and_a_review_of_the_older_form_never_stop_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each writes to both cases: the newer is sent again while the older is raised."""
    now, whose = timezone.now(), "x" * 64
    old, new = sent("DEMO-03", now - timedelta(days=2)), sent("DEMO-03", now - timedelta(hours=1))
    Case.objects.filter(pk__in=[old.pk, new.pk]).update(person=whose, has_newer=False)
    Case.objects.filter(pk=new.pk).update(earlier_level=1)
    clinician = as_member(member("invented.clinician", Role.CLINICIAN))
    monkeypatch.setattr(arrivals, "person_key", lambda contact: whose)
    know, add_event = arrivals.know_person, work.add_event

    def slow_know(*given: Any) -> None:
        time.sleep(0.5)
        know(*given)

    def slow_event(*given: Any, **more: Any) -> CaseEvent:
        time.sleep(0.5)
        return add_event(*given, **more)

    monkeypatch.setattr(arrivals, "know_person", slow_know)
    monkeypatch.setattr(work, "add_event", slow_event)
    old = work.mark_read(Case.objects.get(pk=old.pk), clinician, now)
    row = Assessment.objects.get(pk=new.pk)
    wrong: list[BaseException] = []

    def send() -> None:
        with transaction.atomic():
            arrivals.receive(row, timezone.now())

    def review() -> None:
        opinion = reviews.Opinion(verdict="higher", level=5, reason="phone")
        reviews.store(old, clinician, opinion, now, revision=old.revision)

    def run(job: Any) -> None:
        try:
            job()
        except Exception as error:  # noqa: BLE001
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(job,)) for job in (send, review)]
    for thread in threads:
        thread.start()
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    assert wrong == []
    fresh = Case.objects.get(pk=new.pk)
    assert fresh.earlier_level == 5
    assert Case.objects.get(pk=old.pk).has_newer
