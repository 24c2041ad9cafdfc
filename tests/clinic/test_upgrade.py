"""A database of before there were cases is brought up: all that was sent is there, and nobody is mailed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from assessments.finishing import share_stopped, submit_complete
from assessments.models import Assessment
from assessments.services import open_draft, start
from clinic.cases import arrivals
from clinic.cases.keys import queue_key
from clinic.cases.search import find, parse
from clinic.models import Alert, Case, CaseEvent, Delivery
from clinic.models.case import EventKind, State
from clinic.notices import rounds
from clinic.notices.planning import plan_due
from tests.clinic.noticing import ANSWERS, nurse, on_duty
from triage.examples import with_changes
from triage.intake import to_json
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()
BORN = "1980-03-27"


@pytest.fixture
def old_database(settings: Settings) -> Iterator[None]:
    """The tables as the last release had them. Afterwards they are as they were."""
    settings.ARRIVALS = []
    try:
        call_command("migrate", "clinic", "zero", verbosity=0)
        call_command("migrate", "assessments", "0003", verbosity=0)
        yield
    finally:
        call_command("migrate", verbosity=0)


def _answers(level: int) -> dict[str, Any]:
    given = with_changes(PATHWAYS["adult"], f"respondent=self; {ANSWERS[level]}")
    return {key: to_json(answer) for key, answer in given.items()}


def _sent(name: str, level: int, days: float, born: str = BORN) -> Assessment:
    """A form of so many days ago."""
    contact = {"name": name, "date_of_birth": born, "phone": "555 555 0100", "location_now": "x"}
    at = NOW - timedelta(days=days)
    return submit_complete("adult", _answers(level), contact, language="en", now=at)


def _upgraded() -> None:
    call_command("migrate", verbosity=0)


@pytest.mark.usefixtures("old_database")
class TestUpgrade:
    """From the last release to this one."""

    def test_each_form_has_a_case_that_knows_what_came_before_whatever_the_order_of_the_rows(self) -> None:
        newest, first = _sent("Ada Invented", 2, 5), _sent("Ada Invented", 5, 30)
        middle, years_ago = _sent("ADA  invented", 3, 10), _sent("Ada Invented", 5, 600)
        stranger = _sent("Ada Invented", 4, 7, born="1999-01-01")
        _upgraded()
        assert Case.objects.count() == 5
        found = {case.pk: case for case in Case.objects.all()}
        seen = {
            pk: (case.forms_before, case.earlier_level, case.last_level, case.has_newer)
            for pk, case in found.items()
        }
        assert seen == {
            years_ago.pk: (0, None, None, True),
            first.pk: (0, None, None, True),
            middle.pk: (1, 5, 5, True),
            newest.pk: (2, 5, 3, False),
            stranger.pk: (0, None, None, False),
        }
        assert found[newest.pk].first_form_at == first.submitted_at

    def test_a_case_is_as_it_would_be_had_it_arrived_today(self) -> None:
        """Column by column: what the migration writes and what an arrival writes."""
        _sent("Ada Invented", 5, 30)
        row = _sent("Ada Invented", 3, 1)
        _upgraded()
        case = Case.objects.get(pk=row.pk)
        migrated = {name: value for name, value in vars(case).items() if not name.startswith("_")}
        assert case.queue_key == queue_key(row.priority, row.due_at, case.arrived_at)
        case.delete()
        with transaction.atomic():
            arrivals.receive(Assessment.objects.get(pk=row.pk), timezone.now())
        arrived = vars(Case.objects.get(pk=row.pk))
        assert migrated == {name: value for name, value in arrived.items() if not name.startswith("_")}

    def test_it_can_be_found_and_has_its_history(self) -> None:
        row = _sent("Ada Invented", 3, 1)
        _upgraded()
        assert [case.pk for case in find(parse("invented")).cases] == [row.pk]
        event = CaseEvent.objects.get(case=row.pk)
        assert (event.kind, event.at, event.detail) == (EventKind.ARRIVED, row.submitted_at, {})

    def test_who_stopped_and_shared_is_to_be_phoned_and_drafts_stay_drafts(self) -> None:
        begun = start("adult", language="en", answers=_answers(5), now=NOW)
        start("adult", language="en", answers={}, now=NOW)
        share_stopped(open_draft(begun), {"name": "Ada Invented", "phone": "555 555 0100"}, NOW)
        _upgraded()
        case = Case.objects.get()
        assert (case.pk, case.call_first, case.person) == (begun.pk, True, "")

    def test_contact_details_that_cannot_be_read_hide_nothing(self) -> None:
        row = _sent("Ada Invented", 5, 1)
        Assessment.objects.filter(pk=row.pk).update(sealed_contact="v1:gone:AAAA")
        _upgraded()
        assert (Case.objects.get().level, Case.objects.get().person) == (5, "")

    def test_nobody_is_mailed_of_old_forms_which_stay_unread(self, settings: Settings) -> None:
        settings.EMAIL_IS_SET_UP = True
        for days in (1, 30, 400):
            for level in (5, 4, 3, 2):
                _sent(f"Invented {days} {level}", level, days + 10)
        _upgraded()
        on_duty(nurse(), level=1)
        for later in (NOW + timedelta(minutes=1), NOW + timedelta(days=3), NOW + timedelta(days=60)):
            assert rounds.late(later) == rounds.still_unread(later) == 0
            plan_due(later)
        assert not Delivery.objects.exists()
        assert Case.objects.filter(state=State.TODO, first_read_at=None).count() == 12

    def test_what_is_not_due_yet_is_told_of_when_it_is(self) -> None:
        row = _sent("Ada Invented", 2, 1)
        _upgraded()
        assert row.due_at is not None
        assert row.due_at > timezone.now()
        assert not Alert.objects.exists()
        assert rounds.late(row.due_at + timedelta(minutes=1)) == 1
