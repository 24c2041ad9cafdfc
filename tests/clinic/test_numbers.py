"""Numbers to steer by: parts add up to the whole, days are the clinic's, and nobody can be told from them."""

from __future__ import annotations

import itertools
import random
import re
import statistics
import uuid
from collections import defaultdict
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from assessments.models import AbandonedCount, Assessment, Source, Status
from assessments.summary.clock import span
from clinic.models import AuditEvent, Case, Review
from clinic.models.case import State
from clinic.models.staff import Role
from clinic.numbers import arrival_tables, counts, small, views, work_tables
from clinic.numbers.counts import TARGETS, Times
from clinic.numbers.period import DAY, Period
from clinic.numbers.period_form import PeriodForm
from clinic.numbers.tables import Table, bars, chart
from tests.clinic.staffing import enter, member
from tests.frontend.dom import parse
from triage_site.context import clinic_now

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
PERIOD = Period(date(2026, 11, 1), date(2026, 11, 20))
CHICAGO = ZoneInfo("America/Chicago")


def in_zone(zone: ZoneInfo) -> AbstractContextManager[object]:
    """Let the clinic be elsewhere."""
    return patch.object(type(clinic_now()), "zone", zone)


def arrive(
    at: datetime,
    *,
    level: int | None = 3,
    pathway: str = "adult",
    language: str = "en",
    source: str = Source.WEB,
    status: str = Status.SUBMITTED,
    **changes: Any,
) -> Case:
    """A case with just what the numbers read. Nobody is behind it."""
    row = Assessment.objects.create(
        reference=f"BP-{uuid.uuid4().hex[:8]}",
        pathway=pathway,
        language=language,
        source=source,
        status=status,
        level=level,
        created_at=at,
        updated_at=at,
        submitted_at=at,
    )
    return Case.objects.create(
        assessment=row,
        level=level,
        pathway=pathway,
        language=language,
        arrived_at=at,
        answered_at=at,
        queue_key=uuid.uuid4().hex[:26],
        **changes,
    )


def cells(table: Table) -> dict[str, tuple[str, ...]]:
    return {row.name: row.cells for row in table.rows}


def whole(table: Table) -> int:
    assert table.total is not None
    return int(table.total.cells[0])


# --- what is counted ------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_every_table_adds_up_to_the_same_whole(seed: int) -> None:
    dice = random.Random(seed)
    for _number in range(40):
        arrive(
            PERIOD.start + timedelta(minutes=dice.randrange(20 * 24 * 60)),
            level=dice.choice([None, 1, 2, 3, 4, 5]),
            pathway=dice.choice(["adult", "pediatric"]),
            language=dice.choice(["en", "es", "xx"]),
            source=dice.choice(list(Source)),
            call_first=dice.random() < 0.2,
        )
    for outside in (PERIOD.start - timedelta(microseconds=1), PERIOD.end):
        arrive(outside)
    tables = {table.caption: table for table in views.tables(PERIOD, NOW)}
    for name in ("level", "form", "way", "day"):
        table = tables[f"Arrivals by {name}"]
        assert sum(int(row.cells[0]) for row in table.rows) == whole(table) == 40
    assert whole(tables["Arrivals by language"]) == 40
    for name in ("the first reading", "done"):
        assert sum(int(row.cells[0]) for row in tables[f"From arrival to {name}"].rows) == 40


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (CHICAGO, date(2026, 3, 8), 23),
        (CHICAGO, date(2026, 11, 1), 25),
        (ZoneInfo("Asia/Kathmandu"), date(2026, 11, 1), 24),
        (ZoneInfo("America/Sao_Paulo"), date(2018, 11, 4), 23),  # at midnight: the day begins at one
        (UTC, date(2026, 11, 1), 24),
    ],
)
def test_a_day_is_the_clinic_s_with_23_or_25_hours(zone: ZoneInfo, day: date, hours: int) -> None:
    with in_zone(zone):
        period = Period(day - DAY, day + DAY)
        one = Period(day, day)
        start = one.start.astimezone(UTC)
        assert one.end.astimezone(UTC) - start == timedelta(hours=hours)
        for moment in (start - timedelta(seconds=1), one.end.astimezone(UTC)):
            arrive(moment)
        for minutes in range(0, hours * 60, 30):
            arrive(start + timedelta(minutes=minutes))
        assert counts.by_day(period) == {day - DAY: 1, day: 2 * hours, day + DAY: 1}
        assert counts.by_day(one) == {day: 2 * hours}


@pytest.mark.django_db
def test_what_is_open_now_does_not_ask_for_the_period() -> None:
    long_ago = NOW - timedelta(days=400)
    arrive(long_ago, due_at=long_ago)
    arrive(long_ago, due_at=NOW + timedelta(hours=1), first_read_at=NOW)
    arrive(long_ago, due_at=long_ago, state=State.WAITING, first_read_at=NOW)
    arrive(long_ago, due_at=long_ago, state=State.WAITING)
    arrive(long_ago, due_at=long_ago, state=State.DONE)
    assert counts.open_now(NOW) == counts.Open(todo=2, waiting=2, unread=2, overdue=1)


@pytest.mark.django_db
def test_times_to_reading_and_done() -> None:
    for minutes in (5, 10, 20, 40, 80):
        at = PERIOD.start
        arrive(at, level=5, first_read_at=at + timedelta(minutes=minutes))
    arrive(PERIOD.start, level=4)
    table = work_tables.times_table("caption", "step", counts.times(PERIOD, NOW)[0])
    assert cells(table)["Emergency now"] == ("5", "5", "20 min", "1 h 4 min", "at once", "40 %")
    assert cells(table)["Urgent: in person today"] == ("1", "0", "too few", "too few", "4 h", "too few")
    done = work_tables.times_table("caption", "step", counts.times(PERIOD, NOW)[1])
    assert cells(done)["Emergency now"] == ("5", "0", "too few", "too few", "at once", "0 %")


def test_what_nobody_did_is_late_after_its_target_and_before_that_not_counted() -> None:
    target = TARGETS[4]
    times = Times()
    times.add(NOW - target - timedelta(seconds=1), None, target, NOW)
    times.add(NOW - target, None, target, NOW)
    times.add(NOW - target, NOW, target, NOW)
    times.add(NOW - target - timedelta(days=1), NOW - timedelta(days=1), target, NOW)
    times.add(NOW - timedelta(days=9), NOW, target, NOW)
    assert (times.arrived, times.due, times.in_time, len(times.seconds)) == (5, 4, 2, 3)


def test_a_clock_that_went_back_makes_no_negative_time() -> None:
    times = Times()
    times.add(NOW, NOW - timedelta(minutes=1), TARGETS[5], NOW)
    assert list(times.seconds) == [0.0]


@given(st.lists(st.integers(0, 10**6), min_size=small.LEAST, max_size=60))
def test_half_and_nine_of_ten(seconds: list[int]) -> None:
    times = Times()
    for number in seconds:
        times.add(NOW, NOW + timedelta(seconds=number), None, NOW)
    half, most = work_tables._half_and_most(times)
    nine = statistics.quantiles(seconds, n=10, method="inclusive")
    assert half == span(timedelta(seconds=nine[4]))
    assert most == span(timedelta(seconds=nine[8]))


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_share_is_never_rounded_up_to_all(part: int, rest: int) -> None:
    words = work_tables._share(part, part + rest)
    if part + rest < small.LEAST:
        assert words in ("too few", "none")
    else:
        assert (words == "100 %") is (rest == 0)


@pytest.mark.django_db
def test_disagreement_repeats_and_stops() -> None:
    at = PERIOD.start
    case = arrive(at)
    user = member()
    for verdict in ["agree"] * 3 + ["higher"] * 2 + ["lower", ""]:
        Review.objects.create(
            case=case, at=at, by=user, by_name="x", by_role="nurse", verdict=verdict, sealed_detail=""
        )
    Review.objects.create(
        case=case, at=PERIOD.end, by=user, by_name="x", by_role="nurse", verdict="lower", sealed_detail=""
    )
    table = work_tables.verdict_table(counts.verdicts(PERIOD))
    assert cells(table)["Adult"] == ("3", "2", "1", "50 %")
    assert cells(table)["Child"] == ("0", "0", "0", "none")
    arrive(at - timedelta(days=90), person="a" * 64)
    for days in range(6):
        arrive(
            at + timedelta(days=days),
            person="a" * 64,
            status=Status.STOPPED if days < 3 else Status.SUBMITTED,
        )
    arrive(at, person="b" * 64)
    arrive(at)
    assert counts.repeats(PERIOD) == 6
    other = work_tables.other_table(counts.arrivals(PERIOD), counts.repeats(PERIOD))
    assert [row.cells for row in other.rows] == [("<5",), ("6",)]


@pytest.mark.django_db
def test_repeats_are_found_by_the_index_of_persons() -> None:
    """It leaves out the blank ones: a search that does not say so reads all cases, for each case anew."""
    with CaptureQueriesContext(connection) as asked:
        counts.repeats(PERIOD)
    assert len(re.findall(r"NOT \(\S*\"person\" = ''\)", asked[-1]["sql"])) == 2


@pytest.mark.django_db
def test_where_people_stop() -> None:
    for page, number, had_emergency in (
        ("a12", 7, False),
        ("a12", 3, True),
        ("a03", 4, True),
        ("", 5, False),
    ):
        AbandonedCount.objects.create(
            day=PERIOD.last, pathway="adult", page=page, had_emergency=had_emergency, count=number
        )
    AbandonedCount.objects.create(
        day=PERIOD.last + DAY, pathway="adult", page="a12", had_emergency=False, count=9
    )
    AbandonedCount.objects.create(
        day=PERIOD.first, pathway="pediatric", page="check", had_emergency=False, count=6
    )
    rows = arrival_tables.abandoned_table(counts.abandoned(PERIOD)).rows
    assert [row.cells for row in rows] == [("10", "<5"), ("6", "0"), ("5", "0"), ("<5", "<5")]
    assert rows[0].name.startswith("Adult: a12 ")
    assert rows[1].name == "Child: check All answered, only sending was left"
    assert rows[2].name == "Adult: Not known"


def test_a_long_period_is_counted_by_week_and_loses_no_day() -> None:
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    table = arrival_tables.days_table(period, dict.fromkeys(period, 1))
    numbers = [int(row.cells[0]) for row in table.rows]
    assert sum(numbers) == 365 == whole(table)
    assert numbers[0] == 4  # Thursday to Sunday
    assert set(numbers[1:-1]) == {7}
    assert table.chart is not None
    assert len(table.chart.columns) == len(numbers)


@given(st.lists(st.integers(0, 10**6), max_size=60))
def test_bars_are_in_proportion_and_inside(numbers: list[int]) -> None:
    lengths = bars(numbers)
    assert all((length == 0) is (number == 0) for length, number in zip(lengths, numbers, strict=True))
    assert max(lengths, default=0) in (0, 100)
    for one, other in itertools.pairwise(sorted(zip(numbers, lengths, strict=True))):
        assert one[1] <= other[1]
    drawn = chart(numbers)
    assert all(
        0 <= c.y <= c.y + c.height == drawn.height and c.x + c.width <= drawn.width for c in drawn.columns
    )


# --- nobody can be told ---------------------------------------------------------------------------


@pytest.mark.parametrize(("parts", "most"), [(2, 20), (3, 9), (4, 6)])
def test_no_hidden_part_can_be_worked_out(parts: int, most: int) -> None:
    """Whoever knows the whole, the other parts and this program still has two guesses for each hidden part.

    Tried on all numbers up to `most`: those that look the same on the page differ in each hidden part.
    """
    alike: defaultdict[tuple[tuple[str, ...], int], list[tuple[int, ...]]] = defaultdict(list)
    for numbers in itertools.product(range(most + 1), repeat=parts):
        texts = tuple(small.parts_of_a_whole(dict(enumerate(numbers))).values())
        alike[texts, sum(numbers)].append(numbers)
    for (texts, _whole), candidates in alike.items():
        for position, text in enumerate(texts):
            guesses = {numbers[position] for numbers in candidates}
            if text == "not shown":
                assert len(guesses) >= 2
            else:
                assert guesses == {int(text)}
                assert text == "0" or int(text) >= small.LEAST


def test_a_count_that_stands_alone() -> None:
    assert [small.shown(number) for number in (0, 1, 4, 5, 60)] == ["0", "<5", "<5", "5", "60"]


@pytest.mark.django_db
def test_the_only_person_of_a_language_is_not_shown() -> None:
    for number in range(12):
        arrive(PERIOD.start, language="es" if number == 0 else "en")
    table = arrival_tables.language_table(counts.arrivals(PERIOD))
    assert cells(table) == {"English": ("not shown",), "Español": ("not shown",)}


# --- the page -------------------------------------------------------------------------------------


@pytest.mark.django_db
class TestPage:
    """The page itself."""

    def test_it_asks_little_of_the_database(self, client: Client) -> None:
        enter(client, "invented.boss", Role.ADMIN, Role.CLINICIAN)
        for number in range(3):
            arrive(NOW - timedelta(days=number))
        client.get("/staff/numbers/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/staff/numbers/").status_code == 200
        statements = [
            one["sql"] for one in asked if not one["sql"].startswith(("BEGIN", "COMMIT", "SAVE", "RELEASE"))
        ]
        assert len(statements) <= 15, "\n".join(statements)

    def test_each_bar_is_hidden_from_who_hears_the_table(self, staff: Client) -> None:
        page = parse(staff.get("/staff/numbers/").content.decode()).one("main")
        drawings = page.all("svg")
        assert drawings
        assert all(drawing.attributes["aria-hidden"] == "true" for drawing in drawings)
        assert all("style" not in node.attributes for node in page.all("rect"))
        assert all(table.one("caption").text for table in page.all("table"))

    def test_it_holds_no_person(self, staff: Client) -> None:
        case = arrive(NOW - timedelta(hours=1), person="c" * 64)
        page = staff.get("/staff/numbers/").content.decode()
        assert case.assessment.reference is not None
        for trace in (case.assessment.reference, str(case.pk), case.person):
            assert trace not in page

    def test_a_period_of_one_s_own(self, staff: Client) -> None:
        arrive(datetime(2026, 10, 5, 12, tzinfo=UTC))
        page = staff.get("/staff/numbers/", own("10/5/2026", "10/5/2026"))
        assert page.status_code == 200
        text = parse(page.content.decode()).one("main").text
        assert re.search(r"5 Oct 2026\s*1", text)

    @pytest.mark.parametrize(
        ("wanted", "words"),
        [
            ({"days": "own"}, "Enter the month, day and year"),
            ({"days": "8"}, "Choose an answer from the list"),
            ({"days": "-30"}, "Choose an answer from the list"),
        ],
    )
    def test_a_period_that_is_none(self, staff: Client, wanted: dict[str, str], words: str) -> None:
        response = staff.get("/staff/numbers/", wanted)
        page = parse(response.content.decode())
        assert response.status_code == 422
        assert words in page.one(class_="nhsuk-error-summary").text
        assert not page.all("table")

    @pytest.mark.parametrize(
        ("first", "last", "words"),
        [
            ("10/6/2026", "10/5/2026", "not before the first one"),
            ("1/1/2024", "1/1/2026", "at most 366 days"),
            ("2/30/2026", "3/1/2026", "a day that exists"),
            ("x/1/2026", "3/1/2026", "a number from 1 to 12"),
            ("1/1/2026", "1/1/9999", "not in the future"),
        ],
    )
    def test_days_that_are_none(self, staff: Client, first: str, last: str, words: str) -> None:
        response = staff.get("/staff/numbers/", own(first, last))
        assert response.status_code == 422
        page = parse(response.content.decode())
        assert words in page.one(class_="nhsuk-error-summary").text
        assert page.one("input", name="first_year").attributes["value"] == first.split("/")[2]

    @pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.AUDITOR])
    def test_who_may_not_see_it(self, client: Client, role: Role) -> None:
        enter(client, "invented.other", role)
        assert client.get("/staff/numbers/").status_code == 404

    def test_each_look_is_logged(self, staff: Client) -> None:
        staff.get("/staff/numbers/")
        line = AuditEvent.objects.get()
        assert (line.action, line.detail) == ("page.viewed", '{"page": "numbers"}')


def own(first: str, last: str) -> dict[str, str]:
    """The fields of a period of one's own, from dates as month/day/year."""
    fields = {"days": "own"}
    for name, text in (("first", first), ("last", last)):
        for part, typed in zip(("month", "day", "year"), text.split("/"), strict=True):
            fields[f"{name}_{part}"] = typed
    return fields


def test_the_last_days_end_today_where_the_clinic_is() -> None:
    late = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)  # still the first of November in Chicago
    with in_zone(CHICAGO), patch("django.utils.timezone.now", return_value=late):
        form = PeriodForm({"days": "7"})
        assert form.is_valid()
        assert form.period == Period(date(2026, 10, 26), date(2026, 11, 1))
