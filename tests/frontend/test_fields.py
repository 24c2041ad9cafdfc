"""What the fields make of typed and chosen answers: clean values, or an instruction."""

from __future__ import annotations

import datetime
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from assessments.clean import REORDERING, clean_text
from tests.frontend.gallery import PAGES, Gallery


def cleaned(page: str, field: str, sent: str) -> Any:
    """The clean value of a field, which must be valid."""
    form = Gallery(page, sent)
    form.is_valid()
    assert field not in form.errors, form.errors
    value = form.cleaned_data[field]
    assert json.loads(json.dumps(value)) == value
    return value


def problems(page: str, field: str, sent: str) -> list[str]:
    """The messages at a field, which must be wrong."""
    form = Gallery(page, sent)
    assert not form.is_valid()
    return [str(message) for message in form.errors[field]]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_typed_gives_an_instruction_at_each_field(page: str) -> None:
    form = Gallery(page, "")
    assert not form.is_valid()
    assert set(form.errors) == set(form.fields)


def test_a_radio_answer_is_its_value() -> None:
    assert cleaned("radios", "fever", "fever=not_sure") == "not_sure"


def test_an_unknown_option_is_refused_and_not_repeated() -> None:
    assert problems("radios", "fever", "fever=%3Cscript%3E") == ["Choose an answer from the list"]
    assert problems("checkboxes", "signs", "signs=fever&signs=plague") == ["Choose an answer from the list"]


def test_checkboxes_come_in_the_order_of_the_options_and_once_each() -> None:
    assert cleaned("checkboxes", "signs", "signs=chills&signs=fever&signs=chills") == ["fever", "chills"]


def test_none_together_with_something_is_refused_in_kind_words() -> None:
    (message,) = problems("checkboxes", "signs", "signs=none&signs=fever")
    assert message == (
        "You chose “None of these” and another answer. Choose only “None of these”, or only the other answers"
    )


def test_nothing_ticked_names_the_answer_that_stands_alone() -> None:
    assert problems("checkboxes", "signs", "") == ["Choose all that apply, or “None of these”"]
    assert problems("adult_map", "location", "") == ["Choose at least one answer"]


@pytest.mark.parametrize(
    ("typed", "age"),
    [("45", 45), (" 45 ", 45), ("+45", 45), ("٤٥", 45), ("045", 45), ("18", 18), ("120", 120)],
)
def test_whole_numbers_that_are_understood(typed: str, age: int) -> None:
    assert cleaned("numbers", "age", urlencode({"age": typed, "temperature": "99"})) == age


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("abc", "Enter a whole number in digits, for example 45"),
        ("45 years", "Enter a whole number in digits, for example 45"),
        ("1_8", "Enter a whole number in digits, for example 45"),
        ("1e2", "Enter a whole number in digits, for example 45"),
        ("nan", "Enter a whole number in digits, for example 45"),
        ("17.5", "Enter a whole number, without a point or a fraction"),
        ("17,5", "Enter a whole number, without a point or a fraction"),
        ("45.0", "Enter a whole number, without a point or a fraction"),
        ("17", "Enter a number from 18 to 120"),
        ("-1", "Enter a number from 18 to 120"),
        ("\u22121", "Enter a number from 18 to 120"),
        ("121", "Enter a number from 18 to 120"),
        ("200", "Enter a number from 18 to 120"),
        ("9" * 5000, "Enter a number from 18 to 120"),
    ],
)
def test_whole_numbers_that_are_refused(typed: str, message: str) -> None:
    assert problems("numbers", "age", urlencode({"age": typed, "temperature": "99"})) == [message]


@pytest.mark.parametrize(
    ("typed", "degrees"),
    [("101.4", 101.4), ("101,4", 101.4), ("101", 101.0), ("101.", 101.0), ("99.25", 99.25)],
)
def test_decimal_numbers_that_are_understood(typed: str, degrees: float) -> None:
    assert cleaned("numbers", "temperature", urlencode({"temperature": typed, "age": "45"})) == degrees


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("hot", "Enter a number in digits, for example 101.5"),
        ("1.0.1", "Enter a number in digits, for example 101.5"),
        ("inf", "Enter a number in digits, for example 101.5"),
        ("1e2", "Enter a number in digits, for example 101.5"),
        ("101.456", "Enter a number with at most two digits after the point, for example 101.5"),
        ("89.9", "Enter a number from 90 to 110"),
        ("110.1", "Enter a number from 90 to 110"),
        ("-99", "Enter a number from 90 to 110"),
        ("9" * 400, "Enter a number from 90 to 110"),
    ],
)
def test_decimal_numbers_that_are_refused(typed: str, message: str) -> None:
    assert problems("numbers", "temperature", urlencode({"temperature": typed, "age": "45"})) == [message]


def test_text_is_cleaned_before_it_is_counted() -> None:
    typed = "  Zoe\u0308\x07\u202e  de\tla  \r\n Cruz  "
    assert cleaned("texts", "name", urlencode({"name": typed})) == "Zoë de la Cruz"


def test_long_text_keeps_its_lines_and_emoji() -> None:
    typed = "first\r\nsecond\x0b\x07third 🙂👩\u200d⚕️"
    assert cleaned("texts", "words", urlencode({"words": typed})) == "first\nsecond\nthird 🙂👩\u200d⚕️"


def test_a_nul_byte_is_refused_and_taken_out_of_the_box() -> None:
    sent = urlencode({"words": "my\x00 words"})
    assert problems("long_text", "words", sent) == [
        "A sign in this text cannot be stored. We took it out: check the text and send it again"
    ]
    assert Gallery("long_text", sent)["words"].text_value == "my words"  # type: ignore[attr-defined]


def test_a_text_that_is_too_long_says_by_how_much_and_keeps_what_was_typed() -> None:
    sent = urlencode({"words": "a" * 40_000})
    assert problems("long_text", "words", sent) == ["Use 50 characters or fewer. You used 40000"]
    assert Gallery("long_text", sent)["words"].value() == "a" * 40_000
    assert cleaned("long_text", "words", urlencode({"words": "a" * 50})) == "a" * 50


def test_blanks_only_are_no_answer() -> None:
    assert problems("texts", "name", "name=+++%07") == ["Enter an answer"]
    assert problems("numbers", "age", "age=+&temperature=99") == ["Enter a number"]


@given(st.text())
def test_clean_text_leaves_nothing_that_can_mislead(raw: str) -> None:
    for one_line in (True, False):
        text = clean_text(raw, one_line=one_line)
        assert clean_text(text, one_line=one_line) == text
        assert REORDERING.isdisjoint(text)
        assert not any(ord(char) < 32 and char != "\n" for char in text)
        assert not (one_line and "\n" in text)
        text.encode()


def test_half_a_character_is_taken_out() -> None:
    assert clean_text("a\ud800b", one_line=True) == "ab"


@pytest.mark.parametrize(
    ("month", "day", "year", "date"),
    [
        ("3", "27", "1980", "1980-03-27"),
        ("03", "07", "1980", "1980-03-07"),
        ("2", "29", "2024", "2024-02-29"),
    ],
)
def test_dates_that_are_understood(month: str, day: str, year: str, date: str) -> None:
    sent = urlencode({"born_month": month, "born_day": day, "born_year": year})
    assert cleaned("date", "born", sent) == date
    bound = Gallery("date", None, born=date)["born"]
    assert [part["value"] for part in bound.parts] == [month.lstrip("0"), day.lstrip("0"), year]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("month", "day", "year", "messages", "first_wrong"),
    [
        ("", "", "", ["Enter the month, day and year"], "month"),
        ("3", "", "1980", ["Enter the day"], "day"),
        ("", "", "1980", ["Enter the month", "Enter the day"], "month"),
        ("13", "1", "1980", ["Enter the month as a number from 1 to 12"], "month"),
        ("March", "1", "1980", ["Enter the month as a number from 1 to 12"], "month"),
        ("3", "0", "1980", ["Enter the day as a number from 1 to 31"], "day"),
        ("3", "1", "80", ["Enter the year with 4 digits, for example 1980"], "year"),
        ("3", "1", "19800", ["Enter the year with 4 digits, for example 1980"], "year"),
        ("2", "30", "1980", ["Enter a day that exists in that month"], "day"),
        ("2", "29", "1900", ["Enter a day that exists in that month"], "day"),
        ("1", "1", "9999", ["Enter a date that is not in the future"], "month"),
    ],
)
def test_dates_that_are_refused(
    month: str, day: str, year: str, messages: list[str], first_wrong: str
) -> None:
    sent = urlencode({"born_month": month, "born_day": day, "born_year": year})
    assert problems("date", "born", sent) == messages
    assert Gallery("date", sent)["born"].first_id == f"id_born_{first_wrong}"  # type: ignore[attr-defined]


def test_a_baby_born_today_anywhere_on_earth_is_not_turned_away() -> None:
    today = timezone.now().date()
    sent = urlencode({"born_month": today.month, "born_day": today.day, "born_year": today.year})
    assert cleaned("date", "born", sent) == today.isoformat()
    tomorrow = today + datetime.timedelta(days=1)
    sent = urlencode({"born_month": tomorrow.month, "born_day": tomorrow.day, "born_year": tomorrow.year})
    assert cleaned("date", "born", sent) == tomorrow.isoformat()
    later = today + datetime.timedelta(days=2)
    sent = urlencode({"born_month": later.month, "born_day": later.day, "born_year": later.year})
    assert problems("date", "born", sent) == ["Enter a date that is not in the future"]


def test_a_rated_list_keeps_only_what_was_rated() -> None:
    assert cleaned("rated", "tried", "tried_rest=&tried_heat=helped") == ["heat:helped"]
    assert problems("rated", "tried", "tried_rest=maybe") == ["Choose an answer from the list"]
    rows = Gallery("rated", None, tried=["heat:helped"])["tried"].rows  # type: ignore[attr-defined]
    assert [row["rating"] for row in rows] == ["", "helped"]


def test_optional_fields_may_be_left_blank() -> None:
    for page in PAGES[:-1]:
        form = Gallery(page, "")
        for field in form.fields.values():
            field.required = False
        assert form.is_valid(), form.errors
        assert all(value in (None, "", []) for value in form.cleaned_data.values())


def test_a_map_without_any_part_of_the_figure_is_a_mistake() -> None:
    from assessments.fields import BodyMapField

    with pytest.raises(ValueError, match="no option is a region of the child figure"):
        BodyMapField(figure="child", choices=[("low_back", "Low back")])
