"""What staff see of "Was this page clear?"."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from assessments import clarity
from assessments.models import ClarityReasons
from clinic.clarity import clarity_rows
from tests.frontend.dom import parse
from triage.pathways import PATHWAYS

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 2)


def vote(
    page: str, *, clear: bool | None = True, language: str = "en", reason: str = "", months: int = 0
) -> None:
    """Somebody's opinion, so many months after October."""
    clarity.add(page, language, is_clear=clear, reason=reason, day=DAY.replace(month=10 + months))


def test_only_staff_see_it(client: Client) -> None:
    address = reverse("clinic:clarity")
    assert address == "/staff/clarity/"
    assert client.get(address)["Location"] == f"{reverse('account_login')}?next={address}"
    client.force_login(User.objects.create_user(username="invented.patient"))
    assert client.get(address).status_code == 404
    assert client.get(reverse("clinic:list")).status_code == 404


def test_the_queue_leads_there(staff: Client) -> None:
    assert 'href="/staff/clarity/"' in staff.get("/staff/").content.decode()
    assert "Nobody has pressed anything yet." in staff.get("/staff/clarity/").content.decode()
    assert staff.post("/staff/clarity/").status_code == 405


def test_counts_by_page_and_language_with_the_least_clear_first() -> None:
    for clear in (True, True, True, False):
        vote("a02", clear=clear)
    vote("a02", clear=False, language="es")
    vote("a03", clear=False)
    vote("a03", clear=False)
    vote("c01", clear=True)
    vote("c01", clear=True, months=1)
    vote("c02", clear=None, reason="the word numb")
    rows = clarity_rows()
    assert [(row.page, row.language, row.clear, row.unclear, row.unclear_percent) for row in rows] == [
        ("a03", "en", 0, 2, 100),
        ("a02", "es", 0, 1, 100),
        ("a02", "en", 3, 1, 25),
        ("c01", "en", 2, 0, 0),
        ("c02", "en", 0, 0, None),
    ]
    assert (rows[1].language_name, rows[2].language_name) == ("Español", "English")


def test_every_page_has_a_title() -> None:
    codes = [page.code for pathway in PATHWAYS.values() for page in pathway.pages]
    codes += [f"result-{name}" for name in PATHWAYS]
    for code in [*codes, "z99"]:
        vote(code)
    titles = {row.page: row.title for row in clarity_rows()}
    assert titles["z99"] == "z99"  # a page of an older version
    assert all(titles[code] != code and "{" not in titles[code] for code in codes)
    assert titles["result-adult"] == "Result, adult"
    assert titles["result-pediatric"] == "Result, child"


def test_the_newest_words_are_shown_as_they_were_written(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clinic.clarity.MOST_REASONS", 3)
    for months in (0, 1, 2):
        vote("a02", clear=False, reason=f"zebra {months} <b>", months=months)
        vote("a02", clear=False, reason=f"apple {months} <b>", months=months)
    vote("a02", clear=False, language="es", reason="la palabra שלום")
    page = parse(staff.get("/staff/clarity/").content.decode())
    quotes = page.all("q")
    english = [quote.text for quote in quotes if quote.attributes["lang"] == "en"]
    assert english == ["apple 2 <b>", "zebra 2 <b>", "apple 1 <b>"]
    (spanish,) = [quote for quote in quotes if quote.attributes["lang"] == "es"]
    assert spanish.one("bdi").text == "la palabra שלום"
    assert page.all("b") == []
    assert "2026-12" in page.text
    assert "2026-12-01" not in page.text


def test_words_without_a_yes_or_no_are_shown_without_a_share(staff: Client) -> None:
    vote("a02", clear=None, reason="the word numb")
    page = parse(staff.get("/staff/clarity/").content.decode())
    assert [cell.text for cell in page.one("tbody").all("td")][1:4] == ["0", "0", "none"]
    assert "the word numb" in page.text


def test_a_reason_that_cannot_be_read_is_told(staff: Client) -> None:
    vote("a02", clear=False, reason="the word numb")
    ClarityReasons.objects.update(sealed_texts="v1:test:AAAA")
    html = staff.get("/staff/clarity/").content.decode()
    assert "Cannot be read. Tell whoever runs this site." in html
