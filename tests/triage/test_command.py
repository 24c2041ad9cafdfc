"""The command-line form: `python manage.py triage adult|pediatric [--partial]`."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.triage import oracle_adult, oracle_pediatric
from tests.triage.specification import ADULT_BASELINE, PEDIATRIC_BASELINE, Outcome, Raw
from tests.triage.strategies import adult_partial_sets, pediatric_partial_sets
from triage import batch
from triage.catalogue import ruleset_version
from triage.pathways import PATHWAYS

ROOT = Path(__file__).parents[2]
KEYS = [
    "id",
    "level",
    "transport",
    "due_hours",
    "rules",
    "score",
    "priority",
    "panels",
    "differential",
    "patterns",
    "flags",
    "ruleset_version",
]


def rows(name: str, data: bytes, *, finished: bool = True) -> list[dict[str, Any]]:
    return list(batch.evaluate_lines(PATHWAYS[name], io.BytesIO(data), finished=finished))


def line(answers: object, identity: object = "x") -> bytes:
    return json.dumps({"id": identity, "answers": answers}).encode() + b"\n"


def as_row(expected: Outcome, pathway: str) -> dict[str, Any]:
    return {
        "id": "x",
        **vars(expected),
        "flags": [flag for flag, _ in expected.flags],
        "ruleset_version": ruleset_version(pathway),
    }


@given(adult_partial_sets, st.booleans())
def test_adult_line_gives_what_the_specification_gives(answers: Raw, finished: bool) -> None:
    expected = oracle_adult.evaluate(answers, finished=finished)
    assert rows("adult", line(answers), finished=finished) == [as_row(expected, "adult")]


@given(pediatric_partial_sets, st.booleans())
def test_pediatric_line_gives_what_the_specification_gives(answers: Raw, finished: bool) -> None:
    if finished and answers.get("child_age_years") is None:
        message = "child_age_years is missing: the age decides the pathway"
        assert rows("pediatric", line(answers)) == [{"id": "x", "error": message}]
        return
    expected = oracle_pediatric.evaluate(answers, finished=finished)
    assert rows("pediatric", line(answers), finished=finished) == [as_row(expected, "pediatric")]


def test_row_has_the_defined_keys_in_order() -> None:
    (row,) = rows("adult", line(ADULT_BASELINE))
    assert list(row) == KEYS
    assert (row["level"], row["due_hours"], row["priority"]) == ("SELF_CARE", None, 102)


def test_blank_adult_form_is_a_finished_form_of_an_eighteen_year_old() -> None:
    """Every gate answer counts as not sure: never a reassuring level."""
    (row,) = rows("adult", line({}))
    assert row["level"] == "EMERGENCY_NOW"
    assert "ADULT-VIR-99" in row["rules"]


@pytest.mark.parametrize("name", PATHWAYS)
def test_partial_form_without_findings_has_no_level(name: str) -> None:
    (row,) = rows(name, line({}), finished=False)
    assert (row["level"], row["priority"], row["due_hours"], row["rules"]) == (None, None, None, [])


def test_adult_score_is_the_plain_sum_and_the_priority_is_capped() -> None:
    many = ["collapse", "shock", "chest_pain", "breathless", "tearing"]
    (row,) = rows("adult", line(ADULT_BASELINE | {"em_now": many}))
    assert (row["score"], row["priority"]) == (127, 599)


def test_pediatric_score_is_capped() -> None:
    worst = {
        "gate_now": ["seizure", "cannot_move_legs"],
        "fever": "yes_now",
        "walking": "refuses",
        "injury": "major",
        "history": ["cancer", "sickle_cell"],
        "pain_severity": "severe",
    }
    (row,) = rows("pediatric", line(PEDIATRIC_BASELINE | worst))
    assert (row["score"], row["priority"]) == (100, 599)


BAD_LINES: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"nope", "the line is not JSON"),
    "cut short": (b'{"id": "a", "answers": {', "the line is not JSON"),
    "two objects": (b'{"id": "a"} {"id": "b"}', "the line is not JSON: Extra data"),
    "a list": (b"[1, 2]", "not a JSON object"),
    "a number": (b"7", "not a JSON object"),
    "null": (b"null", "not a JSON object"),
    "not UTF-8": (b'{"id": "a", "answers": {"goal_text": "\xff\xfe"}}', "not UTF-8"),
    "UTF-16": ('{"id": "a"}'.encode("utf-16"), "not UTF-8"),
    "NUL bytes": (b"\x00\x00\x00", "the line is not JSON"),
    "NaN": (b'{"id": "a", "answers": {"pain_now": NaN}}', "NaN is not a number"),
    "Infinity": (b'{"id": "a", "answers": {"pain_now": -Infinity}}', "-Infinity is not a number"),
    "a huge number": (b'{"id": "a", "answers": {"pain_now": ' + b"9" * 5000 + b"}}", "the line is not JSON"),
    "a key twice": (b'{"id": "a", "answers": {"fever": "yes", "fever": "no"}}', "'fever' appears twice"),
    "two ids": (b'{"id": "a", "id": "b", "answers": {}}', "'id' appears twice"),
    "deep nesting": (b"[" * 100_000, "nested too deeply"),
    "deep answers": (b'{"id": "a", "answers": ' + b'{"a":' * 50_000, "nested too deeply"),
    "too long": (
        b'{"id": "a", "answers": {"goal_text": "' + b"x" * 1_000_001 + b'"}}',
        "longer than 1000000",
    ),
    "no id": (b'{"answers": {}}', "id must be a text or a whole number"),
    "an id that is true": (b'{"id": true, "answers": {}}', "id must be a text or a whole number"),
    "no answers": (b'{"id": "a"}', "answers are missing"),
    "another key": (b'{"id": "a", "answers": {}, "partial": true}', "unknown key 'partial'"),
    "answers as a list": (line([]), "answers must be an object"),
    "unknown question": (line({"mood_of_day": "fine"}), "unknown question 'mood_of_day'"),
    "unknown option": (line({"fever": "maybe"}), "fever has no option 'maybe'"),
    "a list for one choice": (line({"fever": ["yes"]}), "fever needs an option key"),
    "a text for many choices": (line({"em_now": "none"}), "em_now needs a list"),
    "a number as an option": (line({"em_now": [1]}), "em_now needs an option key"),
    "a text as a number": (line({"pain_now": "7"}), "pain_now needs a whole number"),
    "half a point of pain": (line({"pain_now": 7.5}), "pain_now needs a whole number"),
    "too much pain": (line({"pain_now": 11}), "pain_now must be from 0 to 10"),
    "true as a number": (line({"pain_now": True}), "pain_now needs a whole number"),
    "a number as text": (line({"goal_text": 5}), "goal_text needs text"),
    "a child": (line({"age_years": 17}), "age_years 17 is outside the adult pathway (18 to 120)"),
    "age 200": (line({"age_years": 200}), "age_years"),
}


@pytest.mark.parametrize(("bad", "sentence"), BAD_LINES.values(), ids=BAD_LINES)
def test_bad_line_gets_a_sentence_and_the_others_their_result(bad: bytes, sentence: str) -> None:
    good = line(ADULT_BASELINE, 1)
    before, error, after = rows("adult", good + bad.rstrip(b"\n") + b"\n" + good)
    assert before == after
    assert before["level"] == "SELF_CARE"
    assert error.keys() == {"id", "error"}
    assert sentence in error["error"]
    assert len(error["error"]) <= batch.MAX_SENTENCE


def test_error_names_the_line_when_the_line_names_itself() -> None:
    found = rows("adult", line({"fever": "maybe"}, "case 7") + line({"fever": "maybe"}, 8) + b"{}\n")
    assert [row["id"] for row in found] == ["case 7", 8, None]


def test_long_keys_and_values_do_not_come_back_whole() -> None:
    (row,) = rows("adult", line({"x" * 10_000: "y"}))
    assert len(row["error"]) == batch.MAX_SENTENCE


@given(st.binary(max_size=200))
def test_garbage_never_breaks_the_batch(garbage: bytes) -> None:
    found = rows("adult", garbage + b"\n" + line(ADULT_BASELINE, "last"))
    assert found[-1]["id"] == "last"
    assert all("error" in row for row in found[:-1])


def test_empty_lines_windows_line_ends_and_byte_order_mark() -> None:
    data = (
        b"\xef\xbb\xbf"
        + line(ADULT_BASELINE, 1).replace(b"\n", b"\r\n")
        + b"\n  \n"
        + line(ADULT_BASELINE, 2)
    )
    assert [row["id"] for row in rows("adult", data)] == [1, 2]


def test_last_line_needs_no_line_end() -> None:
    assert [row["id"] for row in rows("adult", line(ADULT_BASELINE, 3).rstrip())] == [3]


def start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "triage", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_command_answers_each_line_at_once() -> None:
    process = start("pediatric", "--partial")
    assert process.stdin is not None
    assert process.stdout is not None
    for identity in ("first", "second"):
        process.stdin.write(line({"gate_now": ["seizure"]}, identity))
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert (answer["id"], answer["level"], answer["transport"]) == (identity, "EMERGENCY_NOW", "911")
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, b"")


def test_command_exits_with_one_when_a_line_was_bad() -> None:
    process = start("adult")
    output, errors = process.communicate(line({}, 1) + b"nope\n" + line({}, 2), timeout=30)
    assert [json.loads(row)["id"] for row in output.splitlines()] == [1, None, 2]
    assert process.returncode == 1
    assert b"1 of 3 lines could not be evaluated" in errors


def test_command_touches_no_database(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """pytest-django forbids the database here: any statement would raise."""
    from django.core.management import call_command

    stream = io.TextIOWrapper(io.BytesIO(line(ADULT_BASELINE)))
    monkeypatch.setattr(sys, "stdin", stream)
    call_command("triage", "adult")
    assert json.loads(capsys.readouterr().out)["level"] == "SELF_CARE"
