"""Keying in a paper form: the same rules as on the web, the same numbers as on paper. All is invented."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis.extra.django import TestCase

from assessments import finishing
from assessments.paper.sheet import FORMS, numbers
from clinic.paper_form import DENIALS, PaperEntryForm
from tests.assessments.walker import Walker, errors_in
from tests.clinic.keying import (
    ADULT,
    CHILD,
    NAME_OF,
    asked_about,
    baseline,
    ending,
    is_private,
    keyed,
    log_in,
    outcome,
    send,
    stored_row,
    text_of,
)
from tests.triage.specification import Raw
from tests.triage.strategies import adult_sets, pediatric_sets
from triage.model import Kind, Pathway

pytestmark = pytest.mark.django_db
usual = hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


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
        answers = {key: value for key, value in answers.items() if not is_private(pathway, key)}
        data = ending() | keyed(pathway, answers)
        response = send(self.staff, pathway, data)
        assume("fever" not in [error[0] for error in _doubts(pathway, data)])
        if response.status_code == 422:
            confirmed = asked_about(response)
            assert confirmed, errors_in(response)
            response = send(self.staff, pathway, data | {"confirmed": confirmed})
        kept = {key: value for key, value in answers.items() if value not in (None, "", [])}
        web = finishing.submit_complete(pathway.name, kept, {}, language="en", now=timezone.now())
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
    walker.answers = {k: v for k, v in walker.answers.items() if not is_private(pathway, k)}
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


@pytest.mark.parametrize("pathway", [ADULT, CHILD], ids=["adult", "child"])
def test_the_screen_names_the_questions_that_are_not_asked_on_paper(staff: Client, pathway: Pathway) -> None:
    text = text_of(staff.get(reverse("clinic:paper_entry", args=[NAME_OF[pathway.name]])))
    private = [question.short for question in pathway.questions if question.never_echo]
    words = f"Not asked on paper: {'; '.join(private)}. Ask in private, by phone or in person."
    assert ("Not asked on paper" in text) is bool(private)
    assert not private or words in text


def test_questions_and_lines_about_the_person_do_not_share_a_name() -> None:
    for pathway in FORMS.values():
        form = PaperEntryForm(pathway)
        assert set(form.endings).isdisjoint(pathway.by_key)
        keys = {key for part in form.parts for key in part.fields}
        assert keys | set(form.endings) == set(form.fields)
