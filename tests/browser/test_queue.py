"""The queue in a browser: keys, news that come without losing the place, and the same without scripts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from clinic.models import Case
from tests.browser.conftest import NewVisitor, Visitor
from tests.clinic.queueing import sent
from tests.clinic.staffing import enter

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
# Half a minute of the page's clock, in the browser.
POLL = "() => document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def nurse(new_visitor: NewVisitor) -> Visitor:
    """A nurse at a desk with a keyboard."""
    return _nurse(new_visitor)


def _nurse(new_visitor: NewVisitor, **options: object) -> Visitor:
    visitor = new_visitor(viewport=WIDE, **options)
    client = Client()
    enter(client)
    visitor.cookie(client.cookies[settings.SESSION_COOKIE_NAME].value)
    return visitor


def _focused(visitor: Visitor) -> str:
    return str(visitor.page.evaluate("document.activeElement.id"))


def test_a_day_by_keys(nurse: Visitor) -> None:
    now = timezone.now()
    for code in ("DEMO-01", "DEMO-03", "DEMO-07"):
        sent(code, now)
    first, second, _third = Case.objects.order_by("queue_key")
    nurse.open("/staff/")
    page = nurse.page
    page.keyboard.press("j")
    assert _focused(nurse) == f"open-{first.pk}"
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert _focused(nurse) == f"open-{second.pk}"
    with page.expect_navigation():
        page.keyboard.press("c")
    assert nurse.path.endswith(f"#case-{second.pk}")
    assert "Yours" in page.locator(f"#case-{second.pk}").inner_text()
    page.keyboard.press("/")
    assert _focused(nurse) == "search_q"
    page.keyboard.type("jc?/n")
    assert page.locator("#search_q").input_value() == "jc?/n"
    page.locator("h1").click()
    page.keyboard.press("?")
    assert page.locator(".app-queue-keys dl").is_visible()
    page.locator("#queue-keys-on").uncheck(force=True)
    page.locator("h1").click()
    page.keyboard.press("/")
    assert _focused(nurse) != "search_q"
    page.reload()
    page.keyboard.press("j")
    assert not _focused(nurse).startswith("open-")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert nurse.path == f"/staff/{first.pk}/"


def test_news_come_without_losing_the_place(nurse: Visitor) -> None:
    now = timezone.now()
    codes = (
        "DEMO-03",
        "DEMO-04",
        "DEMO-05",
        "DEMO-06",
        "DEMO-07",
        "DEMO-08",
        "DEMO-10",
        "DEMO-11",
        "DEMO-12",
    )
    held = {code: sent(code, now) for code in codes}["DEMO-07"]
    nurse.open("/staff/")
    page = nurse.page
    link = page.locator(f"#open-{held.pk}")
    link.focus()
    before = link.bounding_box()
    page.evaluate(POLL)
    page.wait_for_timeout(500)
    assert page.locator("[data-queue=bar]").inner_text() == ""
    sent("DEMO-01", timezone.now() + timedelta(hours=1))
    page.evaluate(POLL)
    bar = page.locator("[data-queue=bar]")
    bar.get_by_role("button").wait_for()
    assert bar.inner_text().split() == ["1", "new,", "1", "EMERGENCY", "or", "without", "a", "level.", "Show"]
    assert bar.get_attribute("role") == "status"
    assert "Ada Example" not in page.locator("main").inner_text()
    assert _focused(nurse) == f"open-{held.pk}"
    page.keyboard.press("n")
    page.get_by_text("Ada Example (invented)").wait_for()
    after = page.locator(f"#open-{held.pk}").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 3
    assert _focused(nurse) == f"open-{held.pk}"
    assert bar.inner_text() == ""
    assert "10 not read" in page.locator("[data-queue=unread]").inner_text()


def test_clocks_go_on(nurse: Visitor) -> None:
    case = sent("DEMO-03", timezone.now())
    nurse.page.clock.install()
    nurse.open("/staff/")
    clock = nurse.page.locator(f"#case-{case.pk} [data-due]")
    shown = clock.inner_text()
    assert shown.startswith(("due in 59 min", "due in 1 h"))
    nurse.page.clock.fast_forward("03:00:00")
    nurse.page.clock.run_for(60_000)
    assert clock.inner_text().startswith("overdue by 2 h")
    assert "app-overdue" in str(clock.get_attribute("class"))


def test_without_scripts_everything_is_there(new_visitor: NewVisitor) -> None:
    case = sent("DEMO-03", timezone.now())
    visitor = _nurse(new_visitor, java_script_enabled=False)
    visitor.open("/staff/")
    page = visitor.page
    assert not page.locator("[data-queue=keys]").is_visible()
    page.get_by_role("button", name="Take").click()
    assert "Yours" in page.locator(f"#case-{case.pk}").inner_text()
    new = sent("DEMO-01", timezone.now())
    page.get_by_role("link", name="Refresh").click()
    assert page.locator(f"#case-{new.pk}").is_visible()
    page.locator("summary", has_text="Filters").click()
    page.locator("#id_level").select_option("5")
    page.get_by_role("button", name="Filter").click()
    assert page.locator(f"#case-{new.pk}").is_visible()
    assert not page.locator(f"#case-{case.pk}").is_visible()
    assert "not read by a nurse or clinician yet" in visitor.text
    page.locator("#search_q").fill("cleo test")
    page.get_by_role("button", name="Search").click()
    assert page.locator(f"#case-{case.pk}").is_visible()
    assert "cleo" not in visitor.path


def test_on_a_phone_the_first_case_is_in_the_first_screen(new_visitor: NewVisitor) -> None:
    case = sent("DEMO-01", timezone.now())
    visitor = new_visitor(viewport=PHONE)
    client = Client()
    enter(client)
    visitor.cookie(client.cookies[settings.SESSION_COOKIE_NAME].value)
    visitor.open("/staff/")
    page = visitor.page
    box = page.locator(f"#open-{case.pk}").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
