"""The queue: its order, its pages, what a line says and to whom."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as some

from assessments.models import Assessment
from clinic.audit.trail import Action, record
from clinic.cases import work
from clinic.models import Case
from clinic.models.case import Outcome, State
from clinic.models.staff import Role
from clinic.queue import listing
from clinic.queue.chips import FAMILIES, FLAGS, LEAST
from clinic.queue.listing import Tab
from tests.clinic.queueing import DEMO, Line, add, as_specified, row_text, sent, shown, text_of
from tests.clinic.staffing import as_member, enter, member
from triage.pathways import PATHWAYS
from triage_site.context import clinic_now

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=timezone.get_fixed_timezone(0))
LEVELS = some.sampled_from([None, 1, 2, 3, 4, 5, 5])


@some.composite
def lines(draw: some.DrawFn, most: int = 25) -> list[Line]:
    """Few different values, so that there are many ties."""
    found = []
    for _number in range(draw(some.integers(0, most))):
        level = draw(LEVELS)
        hours = draw(some.sampled_from([-30, 0, 4, 4, 24]))
        due = None if level in (None, 1) else NOW + timedelta(hours=hours)
        arrived = NOW - timedelta(milliseconds=draw(some.sampled_from([0, 1, 999, 60_000])))
        found.append(Line(level, draw(some.sampled_from([0, 5, 99, 120])), due, arrived))
    return found


@settings(max_examples=60, deadline=None)
@given(first=lines(), later=some.lists(lines(most=4), max_size=6), size=some.integers(1, 9))
def test_the_queue_is_in_order_whatever_was_stored_first(
    first: list[Line], later: list[list[Line]], size: int
) -> None:
    """Nothing is lost or shown twice at any depth, also when cases arrive between two pages."""
    with transaction.atomic():
        cases, arrivals = add(first), iter(later)
        there_from_the_start = {case.pk for case in cases}
        seen: list[uuid.UUID] = []
        position = None
        while True:
            page, position = listing.page_of(Case.objects.filter(state="todo"), position, size)
            seen += [case.pk for case in page]
            if position is None:
                break
            cases += add(next(arrivals, []))
        assert len(seen) == len(set(seen))
        assert there_from_the_start <= set(seen)
        assert seen == [pk for pk in as_specified(cases) if pk in set(seen)]
        transaction.set_rollback(True)


def test_a_changed_level_moves_the_case_and_nothing_else(staff: Client) -> None:
    clinician = as_member(member("invented.doctor", Role.CLINICIAN))
    prompt, virtual, emergency = (sent(code, timezone.now()) for code in ("DEMO-06", "DEMO-07", "DEMO-01"))
    before = shown(staff)
    assert before == [emergency.pk, prompt.pk, virtual.pk]
    work.change_level(virtual, clinician, timezone.now(), 5, revision=virtual.revision)
    assert set(shown(staff)[:2]) == {emergency.pk, virtual.pk}
    assert shown(staff)[2] == prompt.pk


def test_the_order_is_read_from_the_index() -> None:
    add([Line(3, 10, NOW, NOW - timedelta(minutes=number)) for number in range(30)])
    rows = Case.objects.filter(state="todo", queue_key__gte="4").order_by("queue_key", "assessment_id")
    plan = rows[:51].explain()
    assert "TEMP B-TREE" not in plan
    if connection.vendor == "sqlite":
        assert "case_queue" in plan


def test_what_has_no_level_yet_is_looked_at_first(staff: Client) -> None:
    add([Line(5, 99, NOW, NOW)])
    unknown = add([Line(None, 0, None, NOW)])[0]
    assert listing.page_of(Case.objects.all())[0][0].pk == unknown.pk


def test_a_page_costs_six_statements_whatever_it_holds(staff: Client) -> None:
    for code in DEMO:
        sent(code, timezone.now())
    staff.get(reverse("clinic:list"))  # the clinic's settings and the colleagues are remembered now
    for address in ({}, {"tab": "mine"}, {"tab": "waiting"}, {"tab": "done"}, {"level": 5, "older": 24}):
        with CaptureQueriesContext(connection) as found:
            assert staff.get(reverse("clinic:list"), address).status_code == 200
        statements = [query["sql"] for query in found if not query["sql"].startswith(("BEGIN", "COMMIT"))]
        assert len(statements) <= 6, statements


def test_pages_follow_each_other_by_links(staff: Client) -> None:
    template = sent("DEMO-08", timezone.now())
    add([Line(3, 0, NOW, NOW - timedelta(minutes=number)) for number in range(119)])
    for row in Assessment.objects.exclude(pk=template.pk):
        for name in ("answers", "contact", "result"):
            setattr(row, name, getattr(template.assessment, name))
        row.save()
    found, address = [], reverse("clinic:list")
    for size in (50, 50, 20):
        response = staff.get(address)
        assert len(response.context["rows"]) == size
        found += [row.pk for row in response.context["rows"]]
        address = reverse("clinic:list") + response.context["next"]
    assert response.context["next"] == ""
    assert found == as_specified(Case.objects.select_related("assessment"))


@pytest.mark.parametrize(
    "address",
    [
        {"tab": "all"},
        {"after": "1"},
        {"after": "9" * 26},
        {"after": f"{'9' * 26}-{'g' * 32}"},
        {"after": "x" * 5000},
    ],
)
def test_a_forged_address_is_no_page(staff: Client, address: dict[str, str]) -> None:
    assert staff.get(reverse("clinic:list"), address).status_code == 404


# --- what a line says ---------------------------------------------------------------------------------


def test_a_nurse_reads_how_urgent_why_by_when_and_who(staff: Client) -> None:
    cases = {code: sent(code, timezone.now()) for code in DEMO}
    html = staff.get(reverse("clinic:list")).content.decode()
    saddle = row_text(html, cases["DEMO-01"])
    for words in ("Emergency now", "Ada Example (invented)", "Unread", "Cauda equina", "overdue by 24 min"):
        assert words in saddle
    assert "Private talk: call by" in row_text(html, cases["DEMO-10"])
    assert "Child, 1 year" in row_text(html, cases["DEMO-10"])
    assert "overdue by 2 h" in row_text(html, cases["DEMO-04"])
    assert "no visit due" in row_text(html, cases["DEMO-08"])
    assert "answers are 52 h old" in row_text(html, cases["DEMO-07"])
    assert "Nobody has it" in row_text(html, cases["DEMO-07"])
    stopped = row_text(html, cases["DEMO-02"])
    assert "Stopped at the emergency page, told to call 911 at" in stopped
    assert "Phone them." in stopped


def test_the_front_desk_reads_no_clinical_detail_beyond_the_level(client: Client) -> None:
    enter(client, "invented.desk", Role.FRONT_DESK)
    for code in DEMO:
        sent(code, timezone.now())
    html = client.get(reverse("clinic:list")).content.decode()
    words = text_of(html.encode())
    assert "Ada Example (invented)" in words
    told = [str(label) for label in (*FAMILIES.values(), *FLAGS.values()) if str(label) in words]
    told += [word for case in DEMO.values() for word in case.words.values() if word in words]
    assert told == []
    assert all(f"/staff/{case.pk}/desk/" in html for case in Case.objects.all())


def test_the_title_and_the_addresses_name_nobody(staff: Client) -> None:
    for code in DEMO:
        sent(code, timezone.now())
    html = staff.get(reverse("clinic:list")).content.decode()
    assert html.partition("<title>")[2].startswith("Queue ")
    for address in html.split('href="')[1:]:
        assert "Example" not in address.partition('"')[0]


def test_every_rule_that_may_show_has_words_for_a_clinician() -> None:
    families = {
        rule.id.split("-")[1]
        for pathway in PATHWAYS.values()
        for rule in pathway.rules
        if rule.level >= LEAST
    }
    assert families <= FAMILIES.keys()
    assert {flag.id for pathway in PATHWAYS.values() for flag in pathway.flags} <= FLAGS.keys()


def test_a_row_that_cannot_be_read_is_named_and_hides_no_other(staff: Client) -> None:
    cases = [sent(code, timezone.now()) for code in ("DEMO-01", "DEMO-03", "DEMO-05")]
    Assessment.objects.filter(pk=cases[0].pk).update(sealed_result=cases[1].assessment.sealed_result)
    response = staff.get(reverse("clinic:list"))
    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("Cannot be read") == 1
    assert all(str(case.assessment.reference) in html for case in cases)


def test_an_empty_queue_says_so(staff: Client) -> None:
    words = text_of(staff.get(reverse("clinic:list")).content)
    assert "Nothing is here now." in words
    assert "Nothing is unread." in words


# --- tabs, counts, filters ----------------------------------------------------------------------------


def test_each_case_is_in_its_tab(staff: Client) -> None:
    nurse = as_member(member())
    now = timezone.now()
    todo, mine, waiting, done = (sent(code, now) for code in ("DEMO-03", "DEMO-04", "DEMO-05", "DEMO-06"))
    work.claim(mine, nurse, now, revision=mine.revision)
    waiting = work.mark_read(waiting, nurse, now)
    work.wait(waiting, nurse, now, until=now + timedelta(hours=1), revision=waiting.revision)
    done = work.mark_read(done, nurse, now)
    work.finish(done, nurse, now, Outcome.BOOKED, revision=done.revision)
    assert set(shown(staff)) == {todo.pk, mine.pk}
    assert shown(staff, tab="mine") == [mine.pk]
    assert shown(staff, tab="waiting") == [waiting.pk]
    assert shown(staff, tab="done") == [done.pk]
    assert "Waits until" in text_of(staff.get("/staff/?tab=waiting").content)
    assert "Visit booked" in text_of(staff.get("/staff/?tab=done").content)


def test_what_is_done_says_when_and_how_and_is_not_overdue(staff: Client) -> None:
    nurse, now = as_member(member()), timezone.now()
    case = work.mark_read(sent("DEMO-03", now - timedelta(days=2)), nurse, now)
    assert "overdue by" in row_text(staff.get("/staff/").content.decode(), case)
    work.finish(case, nurse, now, Outcome.BOOKED, revision=case.revision)
    html = staff.get("/staff/?tab=done").content.decode()
    line = row_text(html, case)
    assert f"Done {timezone.localtime(now, clinic_now().zone):%H:%M}: Visit booked" in line
    assert "overdue" not in line
    assert "data-due" not in html
    assert "app-overdue" not in html.partition(f'id="case-{case.pk}"')[2]
    desk = Client()
    enter(desk, "invented.desk", Role.FRONT_DESK)
    for client, page in ((staff, ""), (staff, "desk/"), (desk, "desk/")):
        words = text_of(client.get(f"/staff/{case.pk}/{page}").content)
        assert ": Visit booked" in words
        assert "overdue" not in words, page


def test_the_unread_count_stands_on_every_tab_and_no_filter_hides_it(staff: Client) -> None:
    for code in DEMO:
        sent(code, timezone.now())
    sentence = "16 not read by a nurse or clinician yet. 10 of them"
    for tab in Tab:
        for more in ({}, {"level": "1"}, {"language": "es"}, {"assignee": "nobody"}, {"pathway": "adult"}):
            assert sentence in text_of(staff.get(reverse("clinic:list"), {"tab": tab, **more}).content)
    nurse = as_member(member())
    work.mark_read(
        Case.objects.get(queue_key=Case.objects.earliest("queue_key").queue_key), nurse, timezone.now()
    )
    assert "15 not read by a nurse or clinician yet. 9 of them" in text_of(staff.get("/staff/").content)


def test_the_counts_lead_to_what_they_count(staff: Client) -> None:
    nurse, now = as_member(member()), timezone.now()
    late, read, waiting = (sent(code, now - timedelta(days=4)) for code in ("DEMO-03", "DEMO-04", "DEMO-05"))
    fresh = sent("DEMO-07", now)
    work.mark_read(read, nurse, now)
    Case.objects.filter(pk=waiting.pk).update(state=State.WAITING, remind_at=now + timedelta(hours=1))
    reached = work.mark_read(sent("DEMO-01", now - timedelta(days=1)), nurse, now)
    work.note_contact(reached, nurse, now, Outcome.CALLED, revision=reached.revision)
    counts = listing.counts_for(nurse, now)
    page = staff.get("/staff/")
    html, words = page.content.decode(), text_of(page.content)
    assert 'href="?tab=unread"' in html
    assert 'href="?tab=overdue"' in html
    assert "Filtered" not in words
    assert set(shown(staff, tab="unread")) == {late.pk, waiting.pk, fresh.pk}
    assert len(shown(staff, tab="unread")) == counts.unread
    overdue = shown(staff, tab="overdue")
    assert {late.pk, read.pk} <= set(overdue)
    assert reached.pk not in overdue, "the call was made"
    assert len(overdue) == counts.overdue
    assert "Filtered: Unread. Show all" in text_of(staff.get("/staff/?tab=unread").content)
    assert "Filtered: Overdue. Show all" in text_of(staff.get("/staff/?tab=overdue").content)
    adults = len(shown(staff, pathway="adult"))
    filtered = text_of(staff.get("/staff/?pathway=adult").content)
    assert f"Filtered: Adult. {adults} of {counts.todo} shown. Show all" in filtered
    both = text_of(staff.get("/staff/?tab=unread&pathway=adult").content)
    assert "Filtered: Unread, Adult. Show all" in both


def test_counts_stop_at_a_thousand(staff: Client) -> None:
    add([Line(5, 0, NOW, NOW)] * 1003)
    counts = listing.counts_for(as_member(member()), NOW)
    assert (counts.todo, counts.unread, counts.unread_urgent, counts.mine) == (1001, 1001, 1001, 0)
    response = staff.get("/staff/?tab=done")
    assert "1000+ not read by a nurse or clinician yet." in text_of(response.content)


@settings(max_examples=40, deadline=None)
@given(
    chosen=some.fixed_dictionaries(
        {
            "level": some.sampled_from([None, 0, 1, 3, 4, 5]),
            "pathway": some.sampled_from(["", "adult", "pediatric"]),
            "language": some.sampled_from(["", "en", "es"]),
            "older": some.sampled_from([None, 24, 72]),
        }
    )
)
def test_filters_leave_exactly_what_fits_in_order(chosen: dict[str, object]) -> None:
    filters = listing.Filters(**chosen)  # type: ignore[arg-type]
    with transaction.atomic():
        cases: list[Case] = []
        for number, level in enumerate([None, 1, 2, 3, 4, 5, 5, 4, 3]):
            due = None if level in (None, 1) else NOW
            line = Line(level, 0, due, NOW - timedelta(minutes=number))
            cases += add(
                [line],
                pathway=("adult", "pediatric")[number % 2],
                language=("en", "es")[number % 3 == 0],
                answered_at=NOW - timedelta(hours=20 * number),
            )
        fits = [
            case
            for case in cases
            if (filters.level is None or (case.level or 0) == filters.level)
            and (not filters.pathway or case.pathway == filters.pathway)
            and (not filters.language or case.language == filters.language)
            and (filters.older is None or case.answered_at <= NOW - timedelta(hours=filters.older))
        ]
        found, _end = listing.page_of(listing.narrowed(Case.objects.all(), filters, NOW))
        assert [case.pk for case in found] == as_specified(fits)
        transaction.set_rollback(True)


def test_filters_by_who_has_it(staff: Client) -> None:
    nurse, other = as_member(member()), as_member(member("invented.other"))
    now = timezone.now()
    mine, theirs, free = (sent(code, now) for code in ("DEMO-03", "DEMO-04", "DEMO-05"))
    work.claim(mine, nurse, now, revision=1)
    work.claim(theirs, other, now, revision=1)
    assert shown(staff, assignee="me") == [mine.pk]
    assert shown(staff, assignee="nobody") == [free.pk]
    assert shown(staff, assignee=str(other.pk)) == [theirs.pk]


@pytest.mark.parametrize("value", ["7", "x", "' OR 1=1", "😀", "9" * 4000])
@pytest.mark.parametrize("name", ["level", "pathway", "language", "older", "assignee"])
def test_a_filter_that_does_not_exist_is_said_and_hides_nothing(staff: Client, name: str, value: str) -> None:
    case = sent("DEMO-03", timezone.now())
    response = staff.get(reverse("clinic:list"), {name: value})
    assert response.status_code == 422
    assert "Choose from the list" in text_of(response.content)
    assert str(case.pk) in response.content.decode()


# --- time ----------------------------------------------------------------------------------------------


def test_a_passed_reminder_brings_a_case_back_though_no_worker_runs(staff: Client) -> None:
    nurse, now = as_member(member()), timezone.now()
    case = work.mark_read(sent("DEMO-03", now), nurse, now)
    work.wait(case, nurse, now - timedelta(hours=2), until=now - timedelta(hours=1), revision=case.revision)
    assert shown(staff) == [case.pk]
    assert "Back from waiting" in text_of(staff.get("/staff/").content)
    assert shown(staff, tab="waiting") == []


def test_overdue_counts_what_is_to_do_and_what_waits_unread(staff: Client) -> None:
    """Nobody can put an unread case away past its due time; were one there all the same, it would count."""
    nurse, now = as_member(member()), timezone.now()
    _todo, unread, read, called, done, _later = (
        add([Line(level, 0, now - timedelta(hours=hours), now - timedelta(days=1))])[0]
        for level, hours in ((3, 1), (3, 1), (3, 1), (5, 1), (5, 1), (3, -1))
    )
    waits = {"state": State.WAITING, "remind_at": now + timedelta(days=300)}
    Case.objects.filter(pk=unread.pk).update(**waits)
    Case.objects.filter(pk=read.pk).update(**waits, first_read_at=now)
    Case.objects.filter(pk=called.pk).update(reached_at=now)
    Case.objects.filter(pk=done.pk).update(state=State.DONE)
    assert listing.counts_for(nurse, now).overdue == 2
    assert listing.counts_for(nurse, now + timedelta(hours=2)).overdue == 3


def test_new_is_what_arrived_since_the_last_look_of_this_person(staff: Client, rf: RequestFactory) -> None:
    now = timezone.now()
    old, new = sent("DEMO-07", now), sent("DEMO-01", now)
    assert "New since your last look" not in text_of(staff.get("/staff/").content)
    look, colleagues_look = rf.get("/staff/"), rf.get("/staff/")
    look.user, colleagues_look.user = member(), member("invented.other")
    record(look, Action.VIEWED_QUEUE, at=now - timedelta(hours=3))
    record(colleagues_look, Action.VIEWED_QUEUE, at=now - timedelta(minutes=11))
    html = staff.get("/staff/").content.decode()
    assert "New since your last look" in row_text(html, new)
    assert "New since your last look" not in row_text(html, old)
    # Looking again at once does not take the mark away.
    assert "New since your last look" in row_text(staff.get("/staff/").content.decode(), new)


def test_news_are_counts_and_no_look(staff: Client) -> None:
    sent("DEMO-07", timezone.now() - timedelta(hours=1))
    address = staff.get("/staff/").context["news"]
    with CaptureQueriesContext(connection) as found:
        quiet = staff.get(address).json()
    assert not [query for query in found if "INSERT" in query["sql"]]
    assert quiet["changed"] is False
    sent("DEMO-01", timezone.now() + timedelta(hours=1))
    sent("DEMO-03", timezone.now() + timedelta(hours=4))
    told = staff.get(address).json()
    assert told["changed"] is True
    assert told["sentence"] == "2 new, 1 EMERGENCY or without a level."
    assert "3 not read" in told["unread"]
    assert set(told) == {"changed", "sentence", "unread"}


@pytest.mark.parametrize("mark", ["", "1", "1.1.1.1.1.1.x", "1.1.1.1.1.1.999999999999999", "9" * 300])
def test_news_for_a_forged_mark_are_no_page(staff: Client, mark: str) -> None:
    assert staff.get(reverse("clinic:queue_news"), {"mark": mark}).status_code == 404


def test_the_list_alone_is_what_the_script_fetches(staff: Client) -> None:
    case = sent("DEMO-03", timezone.now())
    html = staff.get("/staff/", {"fragment": "1", "tab": "todo"}).content.decode()
    assert "<html" not in html
    assert f'id="case-{case.pk}"' in html
    assert "fragment=1" not in html
