"""Whatever is done to the audit log without its key is found, and an untouched log is never accused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.audit.chain import START, End, Fault, Line, Problem, first_fault, mac_of

KEYS = {"new": b"n" * 32, "old": b"o" * 32}
START_OF_DAY = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WORDS = st.text("abc|,\"'=\n\x1fé0 ", max_size=6)


def _chained(drafts: list[Line]) -> list[Line]:
    """A log as the site writes it. Its first half has the old key."""
    lines: list[Line] = []
    for number, draft in enumerate(drafts, 1):
        key_id = "old" if number <= len(drafts) // 2 else "new"
        line = draft._replace(number=number, key_id=key_id, previous=lines[-1].mac if lines else START)
        lines.append(line._replace(mac=mac_of(line, KEYS[key_id])))
    return lines


def _line(**values: Any) -> Line:
    plain = Line(
        0, START_OF_DAY, 7, "invented.nurse", "nurse", "case.viewed", "case", "c1", "::1", "ok", "", "", ""
    )
    return plain._replace(**values)


LINES = st.builds(
    _line,
    at=st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    actor_id=st.none() | st.integers(0, 9),
    actor=WORDS,
    roles=WORDS,
    action=WORDS,
    subject=WORDS,
    subject_id=WORDS,
    place=WORDS,
    outcome=WORDS,
    detail=WORDS,
)
LOGS = st.lists(LINES, min_size=1, max_size=8).map(_chained)


def _end(lines: list[Line]) -> End:
    return End(lines[-1].number, lines[-1].mac) if lines else End(0, START)


@given(LOGS, st.data())
@settings(max_examples=100, deadline=None)
def test_an_untouched_log_holds_also_while_it_grows_and_against_every_note(
    log: list[Line], data: st.DataObject
) -> None:
    head, *notes = data.draw(st.lists(st.integers(0, len(log)), min_size=1, max_size=4))
    ends = [_end(log[:number]) for number in (head, *notes)]
    assert first_fault(log, KEYS, ends[0], ends[1:]) is None


def _another(field: str, value: Any) -> st.SearchStrategy[Any]:
    """A value for a field that differs from the one it has."""
    if field == "at":
        return st.sampled_from([timedelta(microseconds=1), timedelta(days=-1)]).map(lambda by: value + by)
    if field == "number":
        return st.integers(-1, 20).filter(lambda number: number != value)
    if field == "actor_id":
        return (st.none() | st.integers(0, 9)).filter(lambda number: number != value)
    if field == "key_id":
        return st.sampled_from(["new", "old", "none"]).filter(lambda key: key != value)
    if field in ("mac", "previous"):
        return st.sampled_from(["", "0" * 64, "x"]).filter(lambda text: text != value)
    return WORDS.filter(lambda text: text != value)


@given(LOGS, st.data())
@settings(max_examples=200, deadline=None)
def test_a_changed_field_of_any_line_is_found_at_that_line_or_the_next(
    log: list[Line], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(log) - 1))
    field = data.draw(st.sampled_from(Line._fields))
    changed = log[at]._replace(**{field: data.draw(_another(field, getattr(log[at], field)))})
    # Also with the head made to fit: whoever changes a line can change the head.
    for head in (_end(log), _end([*log[:at], changed, *log[at + 1 :]])):
        fault = first_fault([*log[:at], changed, *log[at + 1 :]], KEYS, head)
        assert fault is not None
        assert at + 1 <= fault.number <= at + 2 or field == "number"


@given(LOGS, st.data())
@settings(max_examples=200, deadline=None)
def test_text_moved_from_one_field_into_the_next_is_found(log: list[Line], data: st.DataObject) -> None:
    """Fields do not run into each other in what is hashed."""
    at = data.draw(st.integers(0, len(log) - 1))
    texts = Line._fields[3:11]
    place = data.draw(st.integers(0, len(texts) - 2))
    one, two = texts[place], texts[place + 1]
    whole = getattr(log[at], one) + getattr(log[at], two)
    cut = data.draw(st.integers(0, len(whole)))
    moved = log[at]._replace(**{one: whole[:cut], two: whole[cut:]})
    fault = first_fault([*log[:at], moved, *log[at + 1 :]], KEYS, _end(log))
    assert (fault is None) == (moved == log[at])


@given(LOGS.filter(lambda log: len(log) > 1), st.data())
@settings(max_examples=200, deadline=None)
def test_a_line_taken_out_put_in_or_moved_is_found(log: list[Line], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(log) - 1))
    to = data.draw(st.integers(0, len(log) - 1).filter(lambda place: place != at))
    swapped = list(log)
    swapped[at], swapped[to] = swapped[to], swapped[at]
    taken = [*log[:at], *log[at + 1 :]]
    doubled = [*log[: at + 1], log[to], *log[at + 1 :]]
    forged = _line(number=at + 1, key_id="new", previous=log[at].previous, mac="0" * 64)
    for broken in (swapped, taken, doubled, [*log[:at], forged, *log[at:]]):
        for lines in (broken, [line._replace(number=number) for number, line in enumerate(broken, 1)]):
            # The head as it was: one that is set to fit is only seen by a note kept elsewhere.
            assert first_fault(lines, KEYS, _end(log)) is not None


@given(LOGS, st.data())
@settings(max_examples=100, deadline=None)
def test_a_cut_off_end_is_found_and_with_the_head_set_back_a_note_shows_it(
    log: list[Line], data: st.DataObject
) -> None:
    left = data.draw(st.integers(0, len(log) - 1))
    cut = log[:left]
    assert first_fault(cut, KEYS, _end(log)) == Fault(Problem.CUT, left + 1)
    noted = data.draw(st.integers(left + 1, len(log)))
    assert first_fault(cut, KEYS, _end(cut)) is None
    assert first_fault(cut, KEYS, _end(cut), [_end(log[:noted])]) == Fault(Problem.KEPT, noted)
    # Cut off, and written on as if nothing had been.
    others = _chained([_line(actor="somebody else") for _ in log])
    if others[noted - 1].mac != log[noted - 1].mac:
        assert first_fault(others, KEYS, _end(others), [_end(log[:noted])]) == Fault(Problem.KEPT, noted)


@pytest.mark.parametrize("gone", ["old", "new"])
def test_a_key_that_is_not_there_is_named_and_the_log_is_not_called_sound(gone: str) -> None:
    log = _chained([_line() for _ in range(4)])
    keys = {name: key for name, key in KEYS.items() if name != gone}
    assert first_fault(log, keys, _end(log)) == Fault(Problem.KEY, 1 if gone == "old" else 3, gone)


def test_another_key_under_the_same_name_proves_nothing() -> None:
    log = _chained([_line() for _ in range(4)])
    assert first_fault(log, KEYS | {"new": b"x" * 32}, _end(log)) == Fault(Problem.MAC, 3)


def test_a_time_counts_as_the_same_moment_in_every_zone() -> None:
    """Databases hand back UTC, whatever zone was stored."""
    line = _line(number=1, key_id="new")
    there = line._replace(at=line.at.astimezone(timezone(timedelta(hours=-6))))
    assert mac_of(line, KEYS["new"]) == mac_of(there, KEYS["new"])
