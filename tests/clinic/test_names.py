"""Names of any script: who is somebody else stays somebody else, and each is found as people type it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from assessments import finishing
from clinic.cases import search
from clinic.cases.keys import priority_of, queue_key
from clinic.cases.names import MOST_FORMS, forms_of, words_of
from clinic.cases.persons import person_key
from clinic.models import Case, Member
from clinic.models.case import State
from tests.clinic.queueing import text_of
from tests.clinic.staffing import as_member, member

NOW = timezone.now()
MOST_TOKENS = 90


def _key(name: str) -> str:
    return person_key({"name": name, "date_of_birth": "2015-01-01"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("मीना", "मोना"),
        ("たいき", "だいき"),
        ("ハル", "パル"),
        ("ปลา", "ปลี"),
        ("Anna Maria", "Maria Anna"),
        ("Maria, Anna", "Maria Anna"),
        ("김민수", "김민서"),
        ("王小明", "王明小"),
        ("محمد", "محمود"),
    ],
)
def test_two_people_of_one_birthday_stay_two(one: str, other: str) -> None:
    assert "" != _key(one) != _key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Núñez", "jose nunez"),
        ("Núñez, José", "Jose Nunez"),
        ("O\u00b4Brien", "O'Brien"),
        ("O\u02bcBrien", "O\u2019BRIEN"),
        ("O\u1ffdBrien", "OBrien"),
        ("Anna-Maria", "Anna Maria"),
        ("Łukasz Sørensen", "Lukasz Sorensen"),
        ("Æsa Þórðardóttir", "aesa thordardottir"),
        ("Straße", "STRASSE"),
        ("Юрий", "ЮРИЙ"),
        ("ﾀｲｷ", "タイキ"),
        ("Ma\u00adria", "Maria"),
    ],
)
def test_one_person_is_known_however_the_name_is_typed(one: str, other: str) -> None:
    assert _key(one) == _key(other) != ""


@pytest.mark.parametrize("name", ["❤\ufe0f", "\u0301", "-", "'", ",", "\u200d"])
def test_signs_and_marks_alone_are_no_name(name: str) -> None:
    assert words_of(name) == forms_of(name) == ()
    assert _key(name) == ""


@given(name=some.text(max_size=120))
def test_any_name_has_few_tokens_and_is_found_by_itself(name: str) -> None:
    forms = forms_of(name)
    assert len(forms) <= MOST_FORMS
    assert len(search.tokens_of({"name": name})) <= MOST_TOKENS
    assert set(words_of(name)) <= set(forms)
    assert words_of(" ".join(words_of(name))) == words_of(name)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("O'Brien", "o brien"),
        ("O'Brien", "o\u2019brien"),
        ("O\u00b4Brien", "obrien"),
        ("O\u02bcBrien", "brien"),
        ("Anna-Maria Li", "annamaria"),
        ("Anna-Maria Li", "anna-maria li"),
        ("Sørensen", "sorensen"),
        ("Łukasz", "Lukasz"),
        ("Nguyễn", "nguyen"),
        ("王小明", "王小明"),
        ("王小明", "王"),
        ("王小明", "小明"),
        ("김민수", "김민"),
        ("김민수", "민수"),
        ("山田 太郎", "太"),
        ("मीना", "मीना"),
    ],
)
@pytest.mark.django_db
def test_a_name_is_found_as_people_type_it(name: str, typed: str) -> None:
    case, other = _send(name), _send("मोना Other")
    assert [found.pk for found in search.find(search.parse(typed)).cases] == [case.pk]
    assert other.pk != case.pk


@pytest.mark.parametrize("phone", ["555 555 0100 x12", "555 555 0100 ext. 3", "(555) 555-0100x1234"])
@pytest.mark.parametrize("typed", ["555 555 0100", "+1 555 555 0100", "5550100", "(555) 555-0100 x12"])
@pytest.mark.django_db
def test_a_phone_with_an_extension_is_found_by_its_number(phone: str, typed: str) -> None:
    case = _send("Ben Invented", phone=phone)
    assert [found.pk for found in search.find(search.parse(typed)).cases] == [case.pk]


@pytest.mark.django_db
def test_of_too_many_what_is_urgent_and_open_is_among_those_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_OPENED", 6)
    monkeypatch.setattr(search, "MOST_FOUND", 3)
    nurse: Member = as_member(member())
    urgent = _send("Common Invented", em_now=["collapse"], at=NOW - timedelta(days=9))
    done = [_send("Common Invented", em_now=["collapse"], at=NOW - timedelta(hours=n)) for n in range(1, 6)]
    Case.objects.filter(pk__in=[case.pk for case in done]).update(
        state=State.DONE, done_at=NOW, assignee=nurse.pk
    )
    calm = [_send("Common Invented", at=NOW - timedelta(minutes=number)).pk for number in range(5)]
    Case.objects.filter(pk__in=calm).update(level=1, queue_key=queue_key(priority_of(1, 0), None, NOW))
    found = search.find(search.parse("common"))
    assert not found.is_all
    assert len(found.cases) == 3
    assert urgent.pk in {case.pk for case in found.cases}
    assert not {case.pk for case in done} & {case.pk for case in found.cases}


@pytest.mark.parametrize("page", ["", "desk/"])
@pytest.mark.parametrize(
    ("phone", "is_other"), [("+1 (555) 999-8888", False), ("555 999 8888 x3", False), ("555 111 2222", True)]
)
@pytest.mark.django_db
def test_by_what_forms_are_taken_for_one_persons_is_said(
    staff: Client, page: str, phone: str, *, is_other: bool
) -> None:
    first, second = _send("Rosa Invented"), _send("Rosa Invented", phone=phone)
    words = text_of(staff.get(f"/staff/{second.pk}/{page}").content)
    assert str(first.assessment.reference) in words
    assert "Found by name and date of birth alone. A twin or a namesake is possible" in words
    assert ("other phone number" in words) is is_other


def _send(name: str, *, phone: str = "555 999 8888", at: Any = NOW, **answers: Any) -> Case:
    contact: Any = {"name": name, "date_of_birth": "2015-01-01", "phone": phone}
    given_answers = {"em_now": ["none"], **answers}
    row = finishing.submit_complete("adult", given_answers, contact, language="en", now=at, finished=False)
    return Case.objects.get(pk=row.pk)
