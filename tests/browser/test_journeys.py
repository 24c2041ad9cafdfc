"""From the first page to the result on a phone, with and without scripts."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from assessments.models import Assessment, Status
from tests.browser import states, walk
from tests.browser.conftest import NewVisitor, Visitor
from tests.browser.states import ADULT, PEDIATRIC
from triage.conditions import Answer
from triage.engine import evaluate
from triage.examples import with_changes
from triage.model import Level, Page, Pathway
from triage.words import say

CANARY = "Zugzwang canary words"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def either(request: pytest.FixtureRequest, new_visitor: NewVisitor) -> Visitor:
    """Somebody on a phone, once with and once without scripts."""
    return new_visitor(java_script_enabled=request.param)


def born_for(age: int) -> str:
    """A date of birth that gives this age all year round."""
    return f"1 1 {timezone.now().year - age}"


@pytest.mark.parametrize(
    ("who", "answers"),
    [
        ("self", with_changes(ADULT, f"goal_text={CANARY}; tried=heat:helped+rest:no")),
        ("child", with_changes(PEDIATRIC, f"other_info={CANARY}; fever_temp_f=98.6")),
    ],
    ids=["adult", "child"],
)
def test_whole_way(either: Visitor, who: str, answers: dict[str, Answer]) -> None:
    """Start, questions, check, contact, result, print, finish."""
    page = either.page
    walk.begin(either, who)
    walk.answer_all(either, answers)
    assert either.path == "/f/1/check/"
    expect(page.locator("main")).to_contain_text(CANARY)
    page.get_by_role("button", name="Go on").click()
    assert either.path == "/f/1/visit/"
    page.locator("[name=question_1]").fill(f"{CANARY} at the visit")
    page.get_by_role("button", name="Continue").click()
    age = answers["age_years" if who == "self" else "child_age_years"]
    assert isinstance(age, int)
    walk.fill_contact(either, born=born_for(age), child=who == "child")
    assert not Assessment.objects.filter(status=Status.SUBMITTED).exists()
    page.get_by_role("button", name="Send and see my next step").click()
    assert either.path == "/f/1/done/"
    row = Assessment.objects.get(status=Status.SUBMITTED)
    expect(page.locator(".app-reference")).to_have_text(str(row.reference))
    page.get_by_role("link", name="Print or save this page").click()
    assert either.path == "/f/1/print/"
    expect(page.locator("body")).to_contain_text(str(row.reference))
    page.go_back()
    page.get_by_role("button", name="Finish and clear this device").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("cleared")


def test_emergency_interrupts_at_once(either: Visitor) -> None:
    """The emergency page comes right after the answer, before any name; one may then go on."""
    walk.begin(either, "self")
    walk.choose(either, "em_now", ["chest_pain"])
    walk.go_on(either)
    assert either.path == "/f/1/now/"
    expect(either.page.get_by_role("heading", level=1)).to_contain_text("Get emergency help now")
    expect(either.page.get_by_role("link", name="Call 911")).to_be_in_viewport()
    either.page.get_by_role("button", name=re.compile("Continue")).click()
    assert walk.page_of(either) is not None
    assert Assessment.objects.get().emergency_at is not None


def test_emergency_page_stands_in_the_way(visitor: Visitor) -> None:
    """Until it was read, no address leads past the emergency page."""
    walk.begin(visitor, "child")
    walk.choose(visitor, "gate_now", [_emergency_option()])
    walk.go_on(visitor)
    assert visitor.path == "/f/1/now/"
    for address in ("/f/1/c02/", "/f/1/check/", "/f/1/contact/"):
        visitor.open(address)
        assert visitor.path == "/f/1/now/", address


def test_change_an_answer(either: Visitor) -> None:
    """Change leads there and back; a newly shown question is asked, one no longer shown is dropped."""
    either.has(states.draft(ADULT, with_changes(ADULT, "respondent=self; sex=male")))
    either.open("/f/1/check/")
    change = either.page.get_by_role("link", name=f"Change {say(ADULT.by_key['sex'].text)}")
    pregnancy = either.page.get_by_role("link", name=f"Change {say(ADULT.by_key['pregnancy'].text)}")
    assert pregnancy.count() == 0
    change.click()
    assert walk.option(either, "sex", "male").is_checked()
    walk.choose(either, "sex", ["female"])
    walk.go_on(either)
    assert either.path.startswith("/f/1/a29/")
    walk.choose(either, "pregnancy", ["no"])
    walk.go_on(either)
    assert either.path == "/f/1/check/"
    assert pregnancy.count() == 1
    change.click()
    walk.choose(either, "sex", ["male"])
    walk.go_on(either)
    assert either.path == "/f/1/check/"
    assert pregnancy.count() == 0


def test_none_stands_alone(visitor: Visitor) -> None:
    """With scripts, "none" unticks the others, and another answer unticks "none"."""
    walk.begin(visitor, "self")
    chest, none = (walk.option(visitor, "em_now", value) for value in ("chest_pain", "none"))
    walk.choose(visitor, "em_now", ["chest_pain", "none"])
    assert (chest.is_checked(), none.is_checked()) == (False, True)
    walk.choose(visitor, "em_now", ["chest_pain"])
    assert (chest.is_checked(), none.is_checked()) == (True, False)


def test_none_with_others_without_scripts(new_visitor: NewVisitor) -> None:
    """Without scripts both boxes can be ticked: the server says kindly what to do, and keeps both ticks."""
    visitor = new_visitor(java_script_enabled=False)
    visitor.has(states.draft_at("adult, for oneself", _page(ADULT, "a24")))
    visitor.open("/f/1/a24/")
    walk.choose(visitor, "conditions", ["diabetes", "none"])
    walk.go_on(visitor)
    expect(visitor.page.locator(".nhsuk-error-summary")).to_contain_text("Choose only")
    assert walk.option(visitor, "conditions", "diabetes").is_checked()
    assert walk.option(visitor, "conditions", "none").is_checked()


@pytest.mark.parametrize(
    ("name", "code"), [("adult, for oneself", "a14"), ("child, by a parent", "c11")], ids=["adult", "child"]
)
def test_touching_the_drawing(new_visitor: NewVisitor, name: str, code: str) -> None:
    """Without scripts too, touching each part of the back ticks its box, and touching again unticks it."""
    visitor = new_visitor(java_script_enabled=False)
    pathway, _sets = states.ways_of(name)
    visitor.has(states.draft_at(name, _page(pathway, code)))
    visitor.open(f"/f/1/{code}/")
    areas = visitor.page.locator("label.app-area")
    assert areas.count() >= 7
    for index in range(areas.count()):
        area = areas.nth(index)
        control = visitor.page.locator(f"#{area.get_attribute('for')}")
        was = control.is_checked()
        area.click()
        assert control.is_checked() != was, area.get_attribute("class")


def test_back_link(visitor: Visitor) -> None:
    """Back leads page by page to the start, with the answers kept."""
    visitor.has(states.draft_at("adult, for oneself", _page(ADULT, "a05")))
    visitor.open("/f/1/a05/")
    back = visitor.page.locator(".nhsuk-back-link")
    walked = []
    while walk.page_of(visitor) is not None:
        walked.append(visitor.path.split("/")[3])
        back.click()
    assert walked == ["a05", "a04", "a03", "a02", "a01"]
    assert visitor.path == "/"
    visitor.open("/f/1/a01/")
    assert walk.option(visitor, "em_now", "none").is_checked()


def _page(pathway: Pathway, code: str) -> Page:
    return next(page for page in pathway.pages if page.code == code)


def _emergency_option() -> str:
    for option in PEDIATRIC.by_key["gate_now"].options:
        answers: dict[str, Answer] = {"gate_now": frozenset({option.key})}
        if evaluate(PEDIATRIC, answers, finished=False).level is Level.EMERGENCY_NOW:
            return option.key
    raise AssertionError("no emergency on the first page")
