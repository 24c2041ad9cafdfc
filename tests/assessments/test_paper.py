"""The blank form to print: every question, the marks that the rules give, and words for every condition."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from assessments.guidance import GUIDANCE
from assessments.paper.marks import Action, number_marks, option_marks
from assessments.paper.only_if import OnlyIf, age_limit, only_if
from assessments.paper.sheet import FORMS, Box, Item, build_sheet, numbers
from assessments.text import spoken
from tests.frontend.dom import Node, parse
from triage.catalogue import ruleset_version
from triage.conditions import Answer, Facts
from triage.engine import evaluate
from triage.model import Kind, Level, Pathway, Question, Transport

NAMES = sorted(FORMS)
EVERYWHERE = [(name, question) for name in NAMES for question in FORMS[name].questions]
PRIVATE = {"mood", "home_safety"}


def page(name: str) -> Node:
    """The printed form."""
    response = Client().get(f"/help/paper/{name}/")
    assert response.status_code == 200
    return parse(response.content.decode())


def items(name: str) -> dict[str, Item]:
    """The questions on paper, by key."""
    return {item.key: item for part in build_sheet(name).parts for item in part.items}


def boxes(name: str) -> dict[tuple[str, str], Box]:
    """All boxes, by question and option."""
    return {(item.key, box.key): box for item in items(name).values() for box in item.boxes}


# --- every question ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_on_paper_in_page_order_but_the_private_ones(name: str) -> None:
    pathway = FORMS[name]
    keys = [question.key for page in pathway.pages for question in page.questions]
    on_paper = items(name)
    assert list(on_paper) == [key for key in keys if not pathway.by_key[key].never_echo]
    assert [item.number for item in on_paper.values()] == list(range(1, len(on_paper) + 1))
    assert {key for key in keys if key not in on_paper} == (PRIVATE if name == "child" else set())


@pytest.mark.parametrize("name", NAMES)
def test_every_option_rating_and_note_is_there_in_the_usual_voice(name: str) -> None:
    html = page(name)
    text = " ".join(html.one("main").text.split())
    for question in FORMS[name].questions:
        if question.never_echo:
            assert spoken(question.text) not in text
            continue
        for words in (question.text, question.hint, question.note_label):
            assert spoken(words) in text, question.key
        item = items(name)[question.key]
        assert [box.key for box in item.boxes] == [option.key for option in question.options]
        for option in question.options:
            assert spoken(option.text) in text
            assert spoken(option.hint) in text
        assert list(item.ratings) == [spoken(rating.text) for rating in question.ratings]
        assert bool(item.lines) is (question.kind is Kind.TEXT)
    keys = [node.text for node in html.all(class_="app-paper__key")]
    options = [box for item in items(name).values() for box in item.boxes]
    assert len(keys) >= len(items(name)) + len(options)


@pytest.mark.parametrize("name", NAMES)
def test_round_boxes_are_for_one_answer_and_square_ones_for_several(name: str) -> None:
    for item in items(name).values():
        kind = FORMS[name].by_key[item.key].kind
        assert item.is_single is (kind is Kind.SINGLE)
        words = {Kind.SINGLE: "Mark one", Kind.MULTI: "Mark all that apply"}
        assert kind is Kind.RATED or item.how == words.get(kind, "")
    html = page(name)
    singles = sum(len(item.boxes) for item in items(name).values() if item.is_single)
    assert len(html.all(class_="app-paper__box--one")) == singles


# --- what one answer alone asks for -----------------------------------------------------------------


def answers_to(pathway: Pathway, question: Question) -> dict[str, Answer]:
    """Each option of a question as an answer of its own."""
    if question.kind is Kind.MULTI:
        return {option.key: frozenset({option.key}) for option in question.options}
    if question.kind is Kind.RATED:
        rated = (f"{option.key}:{rating.key}" for option in question.options for rating in question.ratings)
        return {item: frozenset({item}) for item in rated}
    return {option.key: option.key for option in question.options}


@pytest.mark.parametrize(("name", "question"), EVERYWHERE, ids=lambda value: getattr(value, "key", value))
def test_the_stop_marks_are_exactly_the_answers_that_alone_are_an_emergency(
    name: str, question: Question
) -> None:
    pathway = FORMS[name]
    for option, answer in answers_to(pathway, question).items():
        result = evaluate(pathway, {question.key: answer}, finished=False, surely_shown=[question.key])
        mark = option_marks(pathway.name).get((question.key, option))
        assert bool(mark and mark.is_emergency) is (result.level is Level.EMERGENCY_NOW), option
        if result.level is Level.EMERGENCY_NOW:
            assert (mark is Action.CALL) is (result.transport is Transport.CALL_911), option


@pytest.mark.parametrize(("name", "question"), EVERYWHERE, ids=lambda value: getattr(value, "key", value))
def test_a_written_number_carries_the_mark_that_it_asks_for(name: str, question: Question) -> None:
    if question.kind not in (Kind.WHOLE, Kind.DECIMAL):
        return
    pathway = FORMS[name]
    marks = number_marks(pathway.name).get(question.key, ())
    low, high = int(question.minimum), int(question.maximum)
    if question is pathway.age:
        low, high = pathway.youngest, pathway.oldest
    step = 0.1 if question.kind is Kind.DECIMAL else 1
    values = [round(low + step * n, 1) if step < 1 else low + n for n in range(int((high - low) / step) + 1)]
    for value in values:
        answer = {question.key: value}
        result = evaluate(pathway, answer, finished=False, surely_shown=[question.key])
        says = [mark for mark in marks if mark.least <= value <= mark.most]
        assert any(mark.action.is_emergency for mark in says) is (result.level is Level.EMERGENCY_NOW), value


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_stands_beside_its_box_in_words(name: str) -> None:
    marks = option_marks(FORMS[name].name)
    printed = boxes(name)
    seen = {place: box.mark for place, box in printed.items() if box.mark}
    assert seen == {place: mark for place, mark in marks.items() if place[0] not in PRIVATE}
    assert len(set(seen.values())) == len(Action)
    html = page(name)
    for node in html.all(class_="app-paper__option"):
        words = [mark.text for mark in node.all(class_="app-paper__mark")]
        is_stop = node.matches("li", {"class_": "app-paper__option--stop"})
        assert is_stop is any(text.startswith("STOP") for text in words)
    stops = [mark for mark in seen.values() if mark.is_emergency]
    assert len(html.all(class_="app-paper__option--stop")) == len(stops)


def test_an_unsure_answer_to_a_warning_sign_sends_people_to_the_clinic_today() -> None:
    for name in NAMES:
        marks = option_marks(FORMS[name].name)
        gates = [q for q in FORMS[name].questions if q.gate and "not_sure" in q.option_keys]
        marked = [question.key for question in gates if (question.key, "not_sure") in marks]
        assert len(marked) >= 4, (name, marked)


def test_a_box_that_is_only_unclear_by_itself_sends_nobody_in_for_nothing() -> None:
    assert ("leg_pain", "sore_muscles") not in option_marks("pediatric")
    assert option_marks("pediatric")["injury", "major"] is Action.TODAY


def test_the_emergency_number_of_the_settings_is_printed(settings: Any) -> None:
    settings.EMERGENCY_NUMBER = "112"
    text = page("adult").text
    assert "STOP: call 112 now" in text
    assert "911" not in re.sub(r"1-800-\S+|800-\S+", "", text)


# --- only if ----------------------------------------------------------------------------------------


def flat(rule: OnlyIf) -> str:
    """All sentences of a rule."""
    return " ".join([rule.text, *(flat(point) for point in rule.points)])


@pytest.mark.parametrize("name", NAMES)
def test_every_question_that_is_not_for_all_says_for_whom_it_is(name: str) -> None:
    pathway = FORMS[name]
    order = numbers(pathway.name)
    for item in items(name).values():
        question = pathway.by_key[item.key]
        always = question.shown_when.holds(Facts({})) and not question.shown_when.questions()
        assert (item.only_if is None) is always, item.key
        if item.only_if is None:
            continue
        text = flat(item.only_if)
        assert text.startswith("Answer only if")
        told = {int(number) for number in re.findall(r"question (\d+)", text)}
        assert told == {order[key] for key in question.shown_when.questions() if key in order}
        assert all(number < item.number for number in told), item.key


def test_conditions_in_the_words_of_the_patient() -> None:
    adult, child = items("adult"), items("child")
    order = numbers("adult")
    assert adult["ces_sexual"].only_if == OnlyIf(
        "Answer only if you did not choose “I am answering for someone else” in question"
        f" {order['respondent']}."
    )
    pregnancy = adult["pregnancy"].only_if
    assert pregnancy is not None
    assert pregnancy.text == "Answer only if all of these are true:"
    assert [point.text for point in pregnancy.points] == [
        f"You did not choose “Male” in question {order['sex']}.",
        f"The number in question {order['age_years']} is less than 56.",
    ]
    assert adult["goal_ability"].only_if == OnlyIf(
        f"Answer only if you answered question {order['goal_text']}."
    )
    sports = child["sports"].only_if
    assert sports is not None
    assert [len(point.points) for point in sports.points] == [0, 2]
    assert sports.points[1].text == "One of these is true:"
    assert boxes("child")["answered_by", "teen_alone"].limit == "For age 12 or older"
    assert boxes("child")["walking", "not_walking_yet"].limit == "For age under 3"


def test_a_condition_without_words_is_an_error_and_not_silence() -> None:
    pathway = FORMS["adult"]
    order = numbers("adult")
    strange = pathway.by_key["em_now"].only("none")
    for condition in (strange, ~strange, strange & pathway.by_key["sex"].is_("male")):
        with pytest.raises(TypeError, match="no words"):
            only_if(condition, pathway, order)
    with pytest.raises(TypeError, match="no words"):
        age_limit(pathway.by_key["sex"].is_("male"), pathway)


# --- the sheet --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_emergency_stands_first_with_the_signs_of_the_guidance(name: str) -> None:
    html = page(name)
    stop = html.one(class_="app-paper__stop")
    signs = [node.text for node in stop.all("li")]
    assert signs == [spoken(sign) for sign in GUIDANCE[FORMS[name].name].safety_net[0].signs]
    assert stop.one("h2").text == "In an emergency, do not fill in this form. Call 911 now."
    assert "Nobody sees this form until you hand it in." in stop.text
    whole = html.one("main").text
    assert whole.index("Call 911 now") < whole.index("How to fill in this form") < whole.index("Mark one")


@pytest.mark.parametrize("name", NAMES)
def test_foot_consent_and_lines_are_there(name: str) -> None:
    html = page(name)
    assert ruleset_version(FORMS[name].name) in html.one("footer").text
    assert "English" in html.one("footer").text
    text = html.one("main").text
    for words in ("Signature", "Date", "Time", "I agree that the clinic's care team", "private call"):
        assert words in text
    labels = [label for _name, label, _hint in build_sheet(name).fields]
    assert "Name of the person with back pain" in labels
    assert "Their date of birth" in labels


def test_the_form_is_in_the_language_of_the_page() -> None:
    html = Client().get("/help/paper/adult/?lang=es").content.decode()
    assert parse(html).one("html").attributes["lang"] == "es"
    assert "español" in parse(html).one("footer").text
    with translation.override("es"):
        assert spoken(FORMS["adult"].by_key["fever"].text) in parse(html).text


def test_the_page_to_choose_leads_to_both_and_nothing_else_is_a_form() -> None:
    html = parse(Client().get("/help/paper/").content.decode())
    links = {link.attributes["href"] for link in html.one("main").all("a")}
    assert {f"/help/paper/{name}/" for name in NAMES} <= links
    assert Client().get("/help/paper/pediatric/").status_code == 404
